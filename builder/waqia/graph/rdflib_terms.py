"""From pyoxigraph's terms to rdflib's."""

from __future__ import annotations

from collections.abc import Iterable

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple
from rdflib.term import Node

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_graph(triples: Iterable[Triple]) -> rdflib.Graph:
    """Return `triples` as an rdflib graph."""
    graph = rdflib.Graph()
    known: dict[object, Node] = {}
    for t in triples:
        graph.add((_term(t.subject, known), _term(t.predicate, known), _term(t.object, known)))
    return graph


def to_dataset(quads: Iterable[Quad]) -> rdflib.Dataset:
    """Return `quads` as an rdflib dataset whose default graph stays apart from the named ones."""
    dataset = rdflib.Dataset(default_union=False)
    known: dict[object, Node] = {}
    for q in quads:
        graph = dataset.default_graph
        if not isinstance(q.graph_name, DefaultGraph):
            graph = dataset.graph(rdflib.URIRef(q.graph_name.value))
        graph.add((_term(q.subject, known), _term(q.predicate, known), _term(q.object, known)))
    return dataset


def _term(term: NamedNode | BlankNode | Literal | Triple, known: dict[object, Node]) -> Node:
    if term not in known:
        known[term] = _new_term(term)
    return known[term]


def _new_term(term: NamedNode | BlankNode | Literal | Triple) -> Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language or term.datatype.value == _STRING else term.datatype.value
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype)
    raise TypeError(f"{term} is a quoted triple, which rdflib has no term for")
