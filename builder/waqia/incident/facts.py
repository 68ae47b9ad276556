"""A graph as what is read out of it: objects and subjects in one order, and what things are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyoxigraph as ox

from waqia.graph import GraphData
from waqia.graph.namespaces import DCTERMS, LABEL
from waqia.graph.terms import Subject, Term

_IDENTIFIER = ox.NamedNode(DCTERMS + "identifier")


class Facts:
    """The default graph of a graph, by subject and by object."""

    def __init__(self, graph: GraphData) -> None:
        self.store = graph.store()
        self.base = graph.base

    def objects(self, subject: Subject, predicate: ox.NamedNode) -> list[Term]:
        """Return the objects of a subject and predicate."""
        found = self.store.quads_for_pattern(subject, predicate, None, ox.DefaultGraph())
        terms = (quad.object for quad in found)
        return sorted((term for term in terms if not isinstance(term, ox.Triple)), key=str)

    def nodes(self, subject: Subject, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """Return those objects that are IRIs."""
        return [term for term in self.objects(subject, predicate) if isinstance(term, ox.NamedNode)]

    def subjects(self, predicate: ox.NamedNode, obj: Term) -> list[ox.NamedNode]:
        """Return the IRIs that have a predicate and object."""
        found = self.store.quads_for_pattern(None, predicate, obj, ox.DefaultGraph())
        return sorted((quad.subject for quad in found if isinstance(quad.subject, ox.NamedNode)), key=str)

    def value(self, subject: Subject, predicate: ox.NamedNode) -> str | None:
        """Return the text of the first object, None where there is none."""
        return next((text(term) for term in self.objects(subject, predicate)), None)

    def name(self, term: Term) -> str:
        """Return what a term is called: its Arabic label, another, an article's id, or its local name."""
        if isinstance(term, ox.Literal):
            return term.value
        return next(self._names(term), None) or re.split("[/#]", text(term))[-1]

    def _names(self, node: Subject) -> Iterator[str]:
        found = [term for term in self.objects(node, LABEL) if isinstance(term, ox.Literal)]
        yield from (term.value for term in found if term.language == "ar")
        yield from (term.value for term in found)
        yield from (text(term) for term in self.objects(node, _IDENTIFIER))


def text(term: Term) -> str:
    """Return an IRI or the text of a literal."""
    return str(getattr(term, "value", term))
