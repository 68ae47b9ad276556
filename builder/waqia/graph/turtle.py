"""Turtle and TriG that people read: subjects in the order of a story, the class first, long lists broken.

Libraries write either in the order of their hash tables or all objects of a predicate on one line. How terms are
escaped stays with the library.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode

from waqia.graph.data import GraphData
from waqia.graph.namespaces import (
    ALT_LABEL,
    HIDDEN_LABEL,
    LABEL,
    OA,
    OBJECT,
    ONTOLOGY,
    PREDICATE,
    SUBJECT,
    TYPE,
    XSD,
    prefixes,
    waqia,
)
from waqia.graph.terms import Term, Triple

_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_NUMBER: Final = re.compile(r"\d+")
_BARE: Final = {XSD + "integer": re.compile("[+-]?[0-9]+"), XSD + "boolean": re.compile("true|false")}
_NEVER: Final = re.compile("(?!)")
_FIRST: Final = (
    *(TYPE, LABEL, ALT_LABEL, HIDDEN_LABEL, waqia("kind"), waqia("tellingOf"), waqia("about")),
    *(SUBJECT, PREDICATE, OBJECT, NamedNode(OA + "start"), NamedNode(OA + "end")),
)
_HEADINGS: Final = {
    "article": "Articles",
    "reason": "Why articles without a date are dated as they are",
    "happening": "Happenings",
    "telling": "Tellings: what one article says of one happening",
    "count": "Counts",
    "claim": "Claims: what one source says in one article",
    "tenure": "Tenures",
    "person": "Persons whom the knowledge lacks",
    "local": "What one article alone names: actors, places and things, and persons by their names there",
    "": "Known actors and places",
    "ruling": "Rulings of curators",
    "evidence": "Evidence",
    "statement": "Statements: what the claims say",
}
_DENSE: Final = ("evidence", "statement")
"""Sections that are looked up, not read: a subject a line."""
_IN_ONE_LINE: Final = 3
_NEXT: Final = " ;\n    "


class TurtleWriter:
    """Writes one graph: the same text for the same triples."""

    def __init__(self, graph: GraphData) -> None:
        self._graph = graph
        self._prefixes = prefixes(graph.base)
        self._prefix_of = {namespace: prefix for prefix, namespace in self._prefixes.items()}
        self._rank = {predicate: n for n, predicate in enumerate(_FIRST)}

    def turtle(self) -> Iterator[str]:
        """Yield the default graph as Turtle, piece by piece."""
        width = max(map(len, self._prefixes)) + 1
        for prefix, namespace in self._prefixes.items():
            yield f"@prefix {prefix + ':':<{width}} <{namespace}> .\n"
        sections: defaultdict[str, list[Triple]] = defaultdict(list)
        for triple in self._graph.default:
            sections[self._section(triple.subject)].append(triple)
        for section, heading in _HEADINGS.items():
            if section in sections:
                yield f"\n\n# {heading}\n" + ("\n" if section in _DENSE else "")
                yield from self._subjects(sections[section], dense=section in _DENSE)

    def trig(self) -> Iterator[str]:
        """Yield all graphs as TriG, piece by piece: the default graph, then the others by name."""
        yield from self.turtle()
        yield "\n\n# Named graphs: quotations of claims, knowledge, conclusions\n"
        for name in sorted(self._graph.graphs, key=_order):
            yield f"\n{self.term(name)} {{"
            yield from self._subjects(self._graph.graphs[name])
            yield "}\n"

    def _section(self, subject: Term) -> str:
        if not isinstance(subject, NamedNode) or not subject.value.startswith(self._graph.base):
            return ""
        kind = subject.value.removeprefix(self._graph.base).partition("/")[0]
        return kind if kind in _HEADINGS else ""

    def _subjects(self, triples: Iterable[Triple], *, dense: bool = False) -> Iterator[str]:
        by_subject: defaultdict[Term, list[Triple]] = defaultdict(list)
        for triple in triples:
            by_subject[triple.subject].append(triple)
        for subject in sorted(by_subject, key=lambda subject: _place(subject, by_subject[subject])):
            predicates = self._predicates(by_subject[subject])
            if dense:
                yield f"{self.term(subject)} {' ; '.join(predicates)} .\n"
            else:
                yield f"\n{self.term(subject)} {_NEXT.join(predicates)} .\n"

    def _predicates(self, triples: Iterable[Triple]) -> list[str]:
        objects: defaultdict[NamedNode, list[str]] = defaultdict(list)
        for triple in triples:
            objects[triple.predicate].append(self.term(triple.object))
        return [f"{self._verb(p)} {_listed(objects[p])}" for p in sorted(objects, key=self._predicate_place)]

    def _predicate_place(self, predicate: NamedNode) -> tuple[int, bool, str]:
        """Return a key that sorts what is general first, then waqia's own terms, then those of others."""
        rank = self._rank.get(predicate, len(self._rank))
        return rank, not predicate.value.startswith(ONTOLOGY), predicate.value

    def _verb(self, predicate: NamedNode) -> str:
        return "a" if predicate == TYPE else self.term(predicate)

    def term(self, term: Term) -> str:
        """Return `term` as Turtle writes it."""
        if isinstance(term, NamedNode):
            return self._iri(term)
        if isinstance(term, Literal) and _BARE.get(term.datatype.value, _NEVER).fullmatch(term.value):
            return term.value
        if isinstance(term, Literal) and str(term).endswith(">"):
            return f"{str(term).rpartition('^^')[0]}^^{self.term(term.datatype)}"
        return str(term)

    def _iri(self, node: NamedNode) -> str:
        cut = max(node.value.rfind("/"), node.value.rfind("#")) + 1
        prefix, local = self._prefix_of.get(node.value[:cut]), node.value[cut:]
        return f"{prefix}:{local}" if prefix is not None and _LOCAL.fullmatch(local) else str(node)


def _listed(objects: list[str]) -> str:
    separator = ", " if len(objects) <= _IN_ONE_LINE else " ,\n        "
    return separator.join(sorted(objects, key=_natural))


def _place(subject: Term, triples: list[Triple]) -> tuple[str, ...]:
    """Return a key that sorts subjects by name, and statements by what they state."""
    stated = {triple.predicate: _order(triple.object) for triple in triples}
    if SUBJECT in stated:
        return (*(stated.get(part, "") for part in (SUBJECT, PREDICATE, OBJECT)), str(subject))
    return (_order(subject),)


def _order(term: Term) -> str:
    return _natural(term.value)


def _natural(text: str) -> str:
    """Return a key that sorts numbers by value: characters 90 to 120 before 700 to 730."""
    return _NUMBER.sub(lambda number: number[0].zfill(10), text)
