"""The files of a graph: each format byte-identical for the same graph, whatever the hash seed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Final

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from waqia.errors import UnknownFormat
from waqia.graph.data import GraphData
from waqia.graph.namespaces import prefixes
from waqia.graph.table import csv_lines
from waqia.graph.turtle import TurtleWriter

_NOT_IN_XML: Final = {code: "\ufffd" for code in (*range(0x20), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}


def write(graph: GraphData, name: str) -> bytes:
    """Return the file of `graph` in the format `name`: one of `FORMATS`.

    Formats without graphs hold the default graph; what the claims say stands there in their statements.

    Raises:
        UnknownFormat: if `name` is none of `FORMATS`.
    """
    if name not in FORMATS:
        raise UnknownFormat(f"unknown format {name!r}: it is one of {', '.join(FORMATS)}")
    return FORMATS[name](graph)


def _turtle(graph: GraphData) -> bytes:
    return "".join(_writer(graph).turtle(graph.default)).encode()


def _trig(graph: GraphData) -> bytes:
    return "".join(_writer(graph).trig(graph.quads)).encode()


def _writer(graph: GraphData) -> TurtleWriter:
    return TurtleWriter(prefixes(graph.base), graph.base)


def _ntriples(graph: GraphData) -> bytes:
    return _lines(graph.default)


def _nquads(graph: GraphData) -> bytes:
    return _lines(graph.quads)


def _lines(statements: Iterable[Triple] | Iterable[Quad]) -> bytes:
    return "".join(sorted(f"{statement} .\n" for statement in statements)).encode()


def _json_ld(graph: GraphData) -> bytes:
    return _serialized(sorted(graph.quads, key=_by_graph), RdfFormat.JSON_LD)


def _by_graph(quad: Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad)


def _rdf_xml(graph: GraphData) -> bytes:
    """Write RDF/XML; the few characters that XML has none for become U+FFFD.

    XML readers take a carriage return for a line feed unless it is escaped, and offsets would no longer fit.
    """
    written = _serialized(sorted(graph.default, key=str), RdfFormat.RDF_XML, prefixes(graph.base))
    return written.decode().translate(_NOT_IN_XML).replace("\r", "&#13;").encode()


def _serialized(
    statements: list[Triple] | list[Quad], form: RdfFormat, short: dict[str, str] | None = None
) -> bytes:
    buffer = io.BytesIO()
    serialize(statements, buffer, form, prefixes=short)
    return buffer.getvalue()


def _csv(graph: GraphData) -> bytes:
    return "".join(csv_lines(graph)).encode()


FORMATS: Final[dict[str, Callable[[GraphData], bytes]]] = {
    "ttl": _turtle,
    "trig": _trig,
    "nq": _nquads,
    "nt": _ntriples,
    "jsonld": _json_ld,
    "rdfxml": _rdf_xml,
    "csv": _csv,
}
"""The formats by name, each with what writes it."""
