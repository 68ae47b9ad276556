"""A graph as waqia hands it on: plain quads, and ways to them for the libraries that read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from waqia.graph.namespaces import BASE
from waqia.graph.parts import ArticlePart
from waqia.graph.rdflib_terms import to_dataset, to_graph

DEFAULT: Final = DefaultGraph()


@dataclass(frozen=True)
class GraphData:
    """A set of quads under a base, and the parts that it was made of (none where it was read from a file)."""

    quads: frozenset[Quad]
    base: str = BASE
    parts: tuple[ArticlePart, ...] = field(default=(), repr=False)

    @cached_property
    def default(self) -> frozenset[Triple]:
        """The triples of the default graph: what queries, reasoner and Turtle read."""
        return frozenset(quad.triple for quad in self.quads if quad.graph_name == DEFAULT)

    def named(self, name: str) -> NamedNode:
        """Return the IRI of the graph that waqia calls `name`: knowledge, incidents, combined, closure."""
        return NamedNode(f"{self.base}graph/{name}")

    def graph(self, node: NamedNode) -> frozenset[Triple]:
        """Return the triples of a named graph."""
        return frozenset(quad.triple for quad in self.quads if quad.graph_name == node)

    def with_graph(self, name: str, triples: Iterable[Triple]) -> GraphData:
        """Return this graph with `triples` in the default graph and in the one of this name too."""
        added = list(triples)
        quads = self.quads.union(in_graph(added), in_graph(added, self.named(name)))
        return GraphData(quads, self.base, self.parts)

    def store(self) -> Store:
        """Return an Oxigraph store of all quads."""
        store = Store()
        store.bulk_extend(self.quads)
        return store

    def rdflib_graph(self) -> rdflib.Graph:
        """Return the default graph for rdflib."""
        return to_graph(self.default)

    def rdflib_dataset(self) -> rdflib.Dataset:
        """Return all graphs for rdflib; its default graph stays apart from the named ones."""
        return to_dataset(self.quads)


def in_graph(triples: Iterable[Triple], name: NamedNode | DefaultGraph = DEFAULT) -> Iterator[Quad]:
    """Yield `triples` as quads of the graph `name`."""
    return (Quad(t.subject, t.predicate, t.object, name) for t in triples)
