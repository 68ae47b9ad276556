"""The descriptions of known actors and places, of which a graph takes what it uses."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from waqia import resources
from waqia.arabic.folding import fold
from waqia.errors import BadOntology
from waqia.graph.data import GraphData
from waqia.graph.namespaces import ALT_LABEL, GEO, HIDDEN_LABEL, LABEL, waqia
from waqia.graph.terms import Triple, arabic

_FILES: Final = ("actors.ttl", "places.ttl", "landmarks.ttl")
_ONTOLOGY_FILES: Final = ("waqia.ttl", "alignments.ttl")
_LED_TO_BY: Final = frozenset(
    {
        *map(
            waqia,
            ("partOf", "overlaps", "country", "memberOf", "partOfOrganization", "organization", "holder"),
        ),
        NamedNode(GEO + "hasGeometry"),
    }
)
"""A description needs those of what these name: the places around it, its country, its organization, who bears it."""
_FOR_READING_TEXT: Final = frozenset(
    map(waqia, ("ambiguousName", "shortForm", "metonym", "demonym", "needsContext", "sign"))
)
"""Said of an actor or place to find it in text; noise in a graph that people read."""


@dataclass(frozen=True)
class Known:
    """Descriptions by subject, and the tenures of each actor: its own, and those of who bore its name before."""

    about: dict[NamedNode, tuple[Triple, ...]]
    tenures: dict[NamedNode, tuple[NamedNode, ...]]

    def used_by(self, graph: GraphData) -> frozenset[Triple]:
        """Return the descriptions of what `graph` names, with the places around it and the tenures of actors."""
        every = (graph.default, *graph.graphs.values())
        named = {term for triples in every for triple in triples for term in triple}
        waiting = [term for term in named if isinstance(term, NamedNode) and term in self.about]
        found: set[NamedNode] = set()
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += self._needed(node)
        return frozenset(triple for node in found for triple in self.about[node])

    def _needed(self, node: NamedNode) -> Iterator[NamedNode]:
        yield from self.tenures.get(node, ())
        for triple in self.about[node]:
            leads = triple.predicate in _LED_TO_BY
            if leads and isinstance(triple.object, NamedNode) and triple.object in self.about:
                yield triple.object


@functools.cache
def load_known(folder: Path = resources.ONTOLOGY) -> Known:
    """Read the descriptions of actors and places; once per process and folder.

    Raises:
        BadOntology: if a file is missing or is not Turtle.
    """
    about: defaultdict[NamedNode, list[Triple]] = defaultdict(list)
    tenures: defaultdict[NamedNode, list[NamedNode]] = defaultdict(list)
    for triple in _read(folder, _FILES):
        if isinstance(triple.subject, NamedNode) and triple.predicate not in _FOR_READING_TEXT:
            about[triple.subject].append(triple)
            if triple.predicate == waqia("holder") and isinstance(triple.object, NamedNode):
                tenures[triple.object].append(triple.subject)
    for node, described in about.items():
        for earlier in _earlier_names(described):
            tenures[earlier].append(node)
    for described in about.values():
        described.extend(_hidden_labels(described))
    return Known(
        {node: tuple(described) for node, described in about.items()},
        {holder: tuple(held) for holder, held in tenures.items()},
    )


def _earlier_names(tenure: list[Triple]) -> Iterator[NamedNode]:
    """Yield whose name somebody bore before: who names it is led to the one of today."""
    if any(t.predicate == waqia("tenureKind") and t.object == waqia("FormerName") for t in tenure):
        for t in tenure:
            if t.predicate == waqia("organization") and isinstance(t.object, NamedNode):
                yield t.object


def _hidden_labels(described: list[Triple]) -> list[Triple]:
    """Return the folded forms of Arabic names, by which queries find them."""
    names = {
        fold(t.object.value): t.subject
        for t in described
        if t.predicate in (LABEL, ALT_LABEL) and isinstance(t.object, Literal) and t.object.language == "ar"
    }
    return [Triple(subject, HIDDEN_LABEL, arabic(name)) for name, subject in names.items()]


@functools.cache
def load_ontology(folder: Path = resources.ONTOLOGY) -> frozenset[Triple]:
    """Read the ontology with its alignments: what a reasoner needs beside a graph.

    Raises:
        BadOntology: if a file is missing or is not Turtle.
    """
    return frozenset(_read(folder, _ONTOLOGY_FILES))


def _read(folder: Path, files: Iterable[str]) -> Iterator[Triple]:
    for name in files:
        file = folder / name
        try:
            yield from (Triple(*quad.triple) for quad in parse(path=file, format=RdfFormat.TURTLE))
        except OSError as error:
            raise BadOntology(f"cannot be read: {error.strerror}", file=file) from error
        except SyntaxError as error:
            raise BadOntology(str(error.msg), file=file, line=error.lineno) from error
