"""A graph for rdflib and what is built on it."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib
from rdflib.term import Identifier

from waqia.graph.data import GraphData
from waqia.graph.terms import Term, Triple
from waqia.terms import from_ox


def to_graph(triples: Iterable[Triple]) -> rdflib.Graph:
    """Return `triples` as an rdflib graph."""
    return _filled(rdflib.Graph(), triples, {})


def to_dataset(data: GraphData) -> rdflib.Dataset:
    """Return `data` as an rdflib dataset, whose default graph stays apart from the named ones."""
    dataset = rdflib.Dataset(default_union=False)
    known: dict[Term, Identifier] = {}
    _filled(dataset.default_graph, data.default, known)
    for name, triples in data.graphs.items():
        _filled(dataset.graph(rdflib.URIRef(name.value)), triples, known)
    return dataset


def _filled(graph: rdflib.Graph, triples: Iterable[Triple], known: dict[Term, Identifier]) -> rdflib.Graph:
    for triple in triples:
        for term in triple:
            if term not in known:
                known[term] = from_ox(term)
        graph.add((known[triple.subject], known[triple.predicate], known[triple.object]))
    return graph
