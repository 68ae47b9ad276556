"""Claims as a table: for those who open a spreadsheet first."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode

from waqia.graph.data import GraphData
from waqia.graph.namespaces import DCTERMS, LABEL, OA, OBJECT, PREDICATE, SCHEMA, SUBJECT, TYPE, waqia
from waqia.graph.terms import Term, Triple

COLUMNS: Final = {
    "happening": "IRI of the happening",
    "class": "Event, Unrealized, Aggregate or ContestedEvent",
    "type": "event type: what the happening is, or would be",
    "earliest": "first day that the sources allow",
    "latest": "last day that the sources allow",
    "places": "where, in this claim's words, separated by '; '",
    "actors": "who did it, took part or is a party, in this claim's words, separated by '; '",
    "objects": "whom or what it was done to, in this claim's words, separated by '; '",
    "claimed_by": "who claims responsibility, in this claim's words, separated by '; '",
    "accused": "who is accused, in this claim's words, separated by '; '",
    "source": "who says so",
    "relayed_by": "who passes it on",
    "stance": "Asserts, Denies, Plans, Fears or CallsFor",
    "certainty": "Stated, Alleged or Unconfirmed",
    "outcome": "Killed, Injured, ...; empty where the claim gives no figure",
    "minimum": "least number",
    "maximum": "greatest number; empty where the source sets no upper bound",
    "approximate": "true where the source says 'about'",
    "words": "the number as the text has it",
    "victims": "who they are, as the text has it",
    "victim_kind": "Civilian, Child, Soldier, ...",
    "part_of": "the words of the figure that this one is included in",
    "article": "id of the article",
    "published": "day of the article",
    "url": "address of the article",
    "quote": "the first passage that says so",
    "start": "where the passage starts, in code points",
    "end": "where it ends, exclusive",
    "claim": "IRI of the claim",
}
"""The columns with what they hold. A row is a figure of a claim, or a claim that gives none."""

_CLASSES: Final = ("ContestedEvent", "Event", "Unrealized", "Aggregate")


def csv_lines(graph: GraphData) -> Iterator[str]:
    """Yield the lines of the table, the header first."""
    rows = sorted(
        _Table(graph.default).rows(), key=lambda row: (row["happening"], row["claim"], *row.values())
    )
    yield _line(COLUMNS)
    yield from (_line(row.values()) for row in rows)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


class _Index:
    """Triples by subject and predicate, each list of objects in one order."""

    def __init__(self) -> None:
        self._objects: defaultdict[tuple[Term | None, NamedNode], set[Term]] = defaultdict(set)
        self._subjects: defaultdict[tuple[NamedNode, Term], set[Term]] = defaultdict(set)

    def add(self, subject: Term | None, predicate: NamedNode, obj: Term) -> None:
        """Add a triple."""
        self._objects[subject, predicate].add(obj)
        if subject is not None and predicate == TYPE:
            self._subjects[predicate, obj].add(subject)

    def all(self, subject: Term | None, predicate: NamedNode) -> list[Term]:
        """Return the objects of a subject and predicate."""
        return sorted(self._objects.get((subject, predicate), ()), key=str)

    def first(self, subject: Term | None, predicate: NamedNode) -> Term | None:
        """Return the first of these objects, if any."""
        return next(iter(self.all(subject, predicate)), None)

    def subjects(self, predicate: NamedNode, obj: Term) -> list[Term]:
        """Return what has a predicate and object; types are looked up only."""
        return sorted(self._subjects.get((predicate, obj), ()), key=str)


class _Table:
    """Makes rows of a default graph."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._index = _Index()
        for triple in triples:
            self._index.add(triple.subject, triple.predicate, triple.object)

    def rows(self) -> Iterator[dict[str, str]]:
        """Yield the rows of the claims about tellings, but for those that a ruling overrules."""
        for claim in self._index.subjects(TYPE, waqia("Claim")):
            telling = self._index.first(claim, waqia("about"))
            happening = self._index.first(telling, waqia("tellingOf"))
            if happening is not None and self._index.first(claim, waqia("overruledBy")) is None:
                said = self._said(claim)
                common = self._of_claim(claim, happening) | self._of_telling(telling, said)
                counts = said.all(telling, waqia("casualties"))
                for figure in [self._of_figure(count, said) for count in counts] or [{}]:
                    yield {column: (common | figure).get(column, "") for column in COLUMNS}

    def _said(self, claim: Term) -> _Index:
        """Return the triples that a claim says, from its statements."""
        said = _Index()
        for statement in self._index.all(claim, waqia("says")):
            subject, predicate, obj = (self._index.first(statement, p) for p in (SUBJECT, PREDICATE, OBJECT))
            if isinstance(predicate, NamedNode) and obj is not None:
                said.add(subject, predicate, obj)
        return said

    def _of_claim(self, claim: Term, happening: Term) -> dict[str, str]:
        article = self._index.first(claim, waqia("inArticle"))
        return {
            "happening": _text(happening),
            "class": self._class(happening),
            "earliest": self._value(happening, waqia("earliest")),
            "latest": self._value(happening, waqia("latest")),
            "source": self._names(self._index.all(claim, waqia("saidBy"))),
            "relayed_by": self._names(self._index.all(claim, waqia("relayedBy"))),
            "stance": self._names(self._index.all(claim, waqia("stance"))),
            "certainty": self._names(self._index.all(claim, waqia("certainty"))),
            "article": self._value(article, NamedNode(DCTERMS + "identifier")),
            "published": self._value(article, NamedNode(SCHEMA + "datePublished")),
            "url": self._value(article, NamedNode(SCHEMA + "url")),
            "claim": _text(claim),
        } | self._evidence(claim)

    def _class(self, happening: Term) -> str:
        found = {_local(node) for node in self._index.all(happening, TYPE)}
        return next((name for name in _CLASSES if name in found), "")

    def _evidence(self, claim: Term) -> dict[str, str]:
        """Return the first passage of a claim, by position."""
        passages = []
        for evidence in self._index.all(claim, waqia("evidence")):
            parts = self._index.all(evidence, NamedNode(OA + "hasSelector"))
            start, end, exact = (
                next((_text(v) for part in parts for v in self._index.all(part, NamedNode(OA + name))), "")
                for name in ("start", "end", "exact")
            )
            passages.append((int(start), int(end), exact))
        first, last, quote = min(passages)
        return {"quote": quote, "start": str(first), "end": str(last)}

    def _of_telling(self, telling: Term | None, said: _Index) -> dict[str, str]:
        def named(*properties: str) -> str:
            return self._names(node for name in properties for node in said.all(telling, waqia(name)))

        return {
            "type": named("kind"),
            "places": named("occurredAt", "near", "origin", "destination"),
            "actors": named("agent", "perpetrator", "party", "supporter"),
            "objects": named("object", "target"),
            "claimed_by": named("claimedBy"),
            "accused": named("accused"),
        }

    def _of_figure(self, count: Term, said: _Index) -> dict[str, str]:
        whole = said.first(count, waqia("includedIn"))
        return {
            "outcome": self._names(said.all(count, waqia("outcome"))),
            "victims": self._names(said.all(count, waqia("victims"))),
            "victim_kind": self._names(said.all(count, waqia("victimKind"))),
            "part_of": _text(said.first(whole, waqia("words"))),
        } | {
            name: _text(said.first(count, waqia(name)))
            for name in ("minimum", "maximum", "approximate", "words")
        }

    def _value(self, node: Term | None, predicate: NamedNode) -> str:
        return _text(self._index.first(node, predicate))

    def _names(self, nodes: Iterable[Term]) -> str:
        return "; ".join(sorted({self._name(node) for node in nodes}))

    def _name(self, node: Term) -> str:
        """Return the Arabic label of `node`, or for want of one its local name (an article's is its id)."""
        labels = [v for v in self._index.all(node, LABEL) if isinstance(v, Literal) and v.language == "ar"]
        return min(map(_text, labels), default="") or _local(node)


def _text(node: Term | None) -> str:
    return "" if node is None else str(getattr(node, "value", node))


def _local(node: Term) -> str:
    return re.split("[/#]", _text(node))[-1]
