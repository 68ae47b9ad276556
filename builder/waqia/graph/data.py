"""A graph as waqia hands it on: sets of triples, and ways to them for the libraries that read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from waqia.graph.namespaces import BASE, waqia
from waqia.graph.parts import ArticlePart
from waqia.graph.terms import Subject, Term, Triple

_INCIDENTS: Final = "graph/incidents"


@dataclass(frozen=True)
class GraphData:
    """The triples of the default graph and of the named ones, under a base.

    Queries, reasoner and Turtle read `default` alone. `parts` are what it was made of: none where it was read from
    a file.
    """

    default: frozenset[Triple]
    graphs: Mapping[ox.NamedNode, frozenset[Triple]] = field(default_factory=dict)
    base: str = BASE
    parts: tuple[ArticlePart, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def of_quads(cls, quads: Iterable[ox.Quad], base: str | None = None) -> GraphData:
        """Return the graph of `quads`; without a `base`, under that of its graph of incidents."""
        default: set[Triple] = set()
        graphs: defaultdict[ox.NamedNode, set[Triple]] = defaultdict(set)
        subjects: dict[Subject, Subject] = {}
        predicates: dict[ox.NamedNode, ox.NamedNode] = {}
        objects: dict[Term, Term] = {}
        for quad in quads:
            subject, predicate, obj, name = quad
            triple = Triple(
                subjects.setdefault(subject, subject),
                predicates.setdefault(predicate, predicate),
                objects.setdefault(obj, obj),
            )
            (graphs[name] if isinstance(name, ox.NamedNode) else default).add(triple)
        named = {name: frozenset(held) for name, held in graphs.items()}
        return cls(frozenset(default), named, base or _base_of(named))

    def __len__(self) -> int:
        """Return how many quads there are."""
        return len(self.default) + sum(map(len, self.graphs.values()))

    @cached_property
    def happenings(self) -> dict[tuple[str, int], str]:
        """The IRI of the happening of each template that tells one, by its article's id and its ordinal there."""
        of = {t.subject: t.object.value for t in self.default if t.predicate == waqia("tellingOf")}
        tellings = ((part.id, telling) for part in self.parts for telling in part.tellings)
        return {
            (article, told.template.ordinal): of[told.node] for article, told in tellings if told.node in of
        }

    def name(self, graph: str) -> ox.NamedNode:
        """Return the IRI of the graph that waqia calls `graph`: knowledge, incidents, curation, combined, closure."""
        return ox.NamedNode(f"{self.base}graph/{graph}")

    def named(self, graph: str) -> frozenset[Triple]:
        """Return the triples of the graph that waqia calls `graph`."""
        return self.graphs.get(self.name(graph), frozenset())

    def with_named(self, graph: str, triples: Iterable[Triple]) -> GraphData:
        """Return this graph with `triples` in the default graph, and in the one that waqia calls `graph`."""
        added = frozenset(triples)
        if not added:
            return self
        graphs = {**self.graphs, self.name(graph): self.named(graph) | added}
        return replace(self, default=self.default | added, graphs=graphs)

    def triples(self) -> Iterator[ox.Triple]:
        """Yield the triples of the default graph as pyoxigraph's."""
        return (ox.Triple(*triple) for triple in self.default)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield all quads as pyoxigraph's."""
        yield from (ox.Quad(*triple) for triple in self.default)
        for name, triples in self.graphs.items():
            yield from (ox.Quad(*triple, name) for triple in triples)

    def store(self) -> ox.Store:
        """Return an Oxigraph store of all quads."""
        store = ox.Store()
        store.bulk_extend(self.quads())
        return store


def _base_of(graphs: Iterable[ox.NamedNode]) -> str:
    found = (name.value.removesuffix(_INCIDENTS) for name in graphs if name.value.endswith(_INCIDENTS))
    return min(found, default=BASE)
