"""Turtle and TriG that people read: subjects in the order of a story, the class first, long lists broken.

Libraries write either in the order of their hash tables or all objects of a predicate on one line. How terms are
escaped stays with the library.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from waqia.graph.namespaces import ALT_LABEL, HIDDEN_LABEL, LABEL, TYPE, XSD, waqia

_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_NUMBER: Final = re.compile(r"\d+")
_BARE: Final = frozenset({XSD + "integer", XSD + "boolean"})
_FIRST: Final = (TYPE, LABEL, ALT_LABEL, HIDDEN_LABEL, waqia("kind"), waqia("tellingOf"), waqia("about"))
_HEADINGS: Final = {
    "article": "Articles",
    "happening": "Happenings",
    "telling": "Tellings: what one article says of one happening",
    "count": "Counts",
    "claim": "Claims: what one source says in one article",
    "tenure": "Tenures that articles tell of",
    "local": "Actors, places and things known from one article alone",
    "": "Known actors and places",
    "evidence": "Evidence",
    "statement": "Statements: what the claims say",
}
_IN_ONE_LINE: Final = 3

Resource = NamedNode | BlankNode | Triple


class TurtleWriter:
    """Writes triples with one set of prefixes: the same text for the same set of triples."""

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        self._prefixes = prefixes
        self._prefix_of = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._base = base
        self._rank = {predicate: n for n, predicate in enumerate(_FIRST)}
        self._written: dict[NamedNode, str] = {}

    def turtle(self, triples: Iterable[Triple]) -> Iterator[str]:
        """Yield a Turtle file, piece by piece."""
        width = max(map(len, self._prefixes)) + 1
        for prefix, namespace in self._prefixes.items():
            yield f"@prefix {prefix + ':':<{width}} <{namespace}> .\n"
        sections: defaultdict[str, list[Triple]] = defaultdict(list)
        for triple in triples:
            sections[self._section(triple.subject)].append(triple)
        for section, heading in _HEADINGS.items():
            if section in sections:
                yield f"\n\n# {heading}\n"
                yield from self._subjects(sections[section])

    def trig(self, quads: Iterable[Quad]) -> Iterator[str]:
        """Yield a TriG file, piece by piece: the default graph, then the others by name."""
        graphs: defaultdict[NamedNode | BlankNode | DefaultGraph, list[Triple]] = defaultdict(list)
        for quad in quads:
            graphs[quad.graph_name].append(quad.triple)
        yield from self.turtle(graphs.pop(DefaultGraph(), ()))
        yield "\n\n# Named graphs: quotations of claims, knowledge, conclusions\n"
        for name in sorted(graphs, key=_order):
            yield f"\n{self.term(name)} {{"
            yield from self._subjects(graphs[name])
            yield "}\n"

    def _section(self, subject: Resource) -> str:
        if not isinstance(subject, NamedNode) or not subject.value.startswith(self._base):
            return ""
        kind = subject.value.removeprefix(self._base).partition("/")[0]
        return kind if kind in _HEADINGS else ""

    def _subjects(self, triples: Iterable[Triple]) -> Iterator[str]:
        by_subject: defaultdict[Resource, list[Triple]] = defaultdict(list)
        for triple in triples:
            by_subject[triple.subject].append(triple)
        for subject in sorted(by_subject, key=_order):
            yield f"\n{self.term(subject)} {self._predicates(by_subject[subject])} .\n"

    def _predicates(self, triples: Iterable[Triple]) -> str:
        objects: defaultdict[NamedNode, list[str]] = defaultdict(list)
        for triple in triples:
            objects[triple.predicate].append(self.term(triple.object))
        order = sorted(objects, key=lambda p: (self._rank.get(p, len(self._rank)), p.value))
        return " ;\n    ".join(f"{self._verb(p)} {_listed(objects[p])}" for p in order)

    def _verb(self, predicate: NamedNode) -> str:
        return "a" if predicate == TYPE else self.term(predicate)

    def term(self, term: Resource | DefaultGraph | Literal) -> str:
        """Return `term` as Turtle writes it."""
        if isinstance(term, NamedNode):
            if term not in self._written:
                self._written[term] = self._iri(term)
            return self._written[term]
        if isinstance(term, Literal) and term.datatype.value in _BARE:
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


def _order(term: Resource | DefaultGraph) -> str:
    return _natural(str(term))


def _natural(text: str) -> str:
    """Return a key that sorts numbers by value: characters 90 to 120 before 700 to 730."""
    return _NUMBER.sub(lambda number: number[0].zfill(10), text)
