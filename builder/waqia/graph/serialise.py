"""The files of a graph: each format byte-identical for the same graph, whatever the hash seed."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from waqia.errors import UnknownFormat
from waqia.graph.data import GraphData
from waqia.graph.namespaces import prefixes
from waqia.graph.table import csv_lines
from waqia.graph.terms import Term, Triple
from waqia.graph.turtle import TurtleWriter

_NOT_IN_XML: Final = {code: "\ufffd" for code in (*range(0x20), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}


def write(graph: GraphData, name: str) -> bytes:
    """Return the file of `graph` in the format `name`: one of `FORMATS`.

    Raises:
        UnknownFormat: if `name` is none of `FORMATS`.
    """
    return b"".join(pieces(graph, name))


def pieces(graph: GraphData, name: str) -> Iterator[bytes]:
    """Return the file of `graph` in the format `name`, piece by piece.

    Formats without graphs hold the default graph; what the claims say stands there in their statements.

    Raises:
        UnknownFormat: if `name` is none of `FORMATS`.
    """
    if name not in FORMATS:
        raise UnknownFormat(f"unknown format {name!r}: it is one of {', '.join(FORMATS)}")
    return (piece.encode() for piece in FORMATS[name](graph))


def _turtle(graph: GraphData) -> Iterator[str]:
    return TurtleWriter(graph).turtle()


def _trig(graph: GraphData) -> Iterator[str]:
    return TurtleWriter(graph).trig()


def _ntriples(graph: GraphData) -> Iterator[str]:
    return _lines([("", graph.default)])


def _nquads(graph: GraphData) -> Iterator[str]:
    return _lines([("", graph.default), *((f" {name}", held) for name, held in graph.graphs.items())])


def _lines(graphs: Iterable[tuple[str, Iterable[Triple]]]) -> Iterator[str]:
    """Yield the sorted lines of graphs, given with what ends a line of theirs.

    No subject starts with another one as a line writes them, so sorting subject by subject sorts the file.
    """
    by_subject: defaultdict[Term, list[tuple[Triple, str]]] = defaultdict(list)
    for end, triples in graphs:
        for triple in triples:
            by_subject[triple.subject].append((triple, end))
    for subject in sorted(by_subject, key=str):
        yield "".join(sorted(f"{triple}{end} .\n" for triple, end in by_subject[subject]))


def _json_ld(graph: GraphData) -> Iterator[str]:
    """Write expanded JSON-LD: the default graph, then the others by name."""
    default = [ox.Quad(*triple) for triple in sorted(graph.default, key=str)]
    named = [
        ox.Quad(*triple, name)
        for name in sorted(graph.graphs, key=str)
        for triple in sorted(graph.graphs[name], key=str)
    ]
    buffer = io.BytesIO()
    ox.serialize([*default, *named], buffer, ox.RdfFormat.JSON_LD)
    yield buffer.getvalue().decode()


def _rdf_xml(graph: GraphData) -> Iterator[str]:
    """Write RDF/XML; the few characters that XML has none for become U+FFFD.

    XML readers take a carriage return for a line feed unless it is escaped, and offsets would no longer fit.
    """
    triples = [ox.Triple(*triple) for triple in sorted(graph.default, key=str)]
    buffer = io.BytesIO()
    ox.serialize(triples, buffer, ox.RdfFormat.RDF_XML, prefixes=prefixes(graph.base))
    yield buffer.getvalue().decode().translate(_NOT_IN_XML).replace("\r", "&#13;")


FORMATS: Final[dict[str, Callable[[GraphData], Iterator[str]]]] = {
    "ttl": _turtle,
    "trig": _trig,
    "nq": _nquads,
    "nt": _ntriples,
    "jsonld": _json_ld,
    "rdfxml": _rdf_xml,
    "csv": csv_lines,
}
"""The formats by name, each with what writes it."""
