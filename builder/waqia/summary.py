"""What is in a graph, at a glance: happenings by type, and the figures that each source gives."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from waqia.graph import GraphData
from waqia.graph.namespaces import SCHEMA, TYPE, waqia
from waqia.graph.table import csv_lines
from waqia.graph.terms import Subject, boolean
from waqia.knowledge import load
from waqia.labels import labels

EVENT, CONTESTED = "Event", "ContestedEvent"
UNREALIZED, AGGREGATE = "Unrealized", "Aggregate"
CLASSES = (EVENT, CONTESTED, UNREALIZED, AGGREGATE)
_ASSERTS = "Asserts"
_PUBLISHED = NamedNode(SCHEMA + "datePublished")
_BOUNDS = frozenset(map(waqia, ("publishedEarliest", "publishedLatest")))
_OF_DATES = _BOUNDS | {_PUBLISHED, waqia("dateInferred")}


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many happenings of a reporting type there are; `counts` maps the classes of happenings to numbers."""

    name: str
    arabic: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SourceFigure:
    """A figure that is no part of another one, and who gives it for what."""

    type: str
    earliest: str
    places: str
    outcome: str
    number: str
    victims: str
    source: str
    happening: str


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """How many articles have a date that was given, one read or worked out from the text, bounds of one, or nothing."""

    given: int = 0
    from_text: int = 0
    bounded: int = 0
    unknown: int = 0

    @property
    def all_given(self) -> bool:
        """Whether every article came with its date."""
        return not (self.from_text or self.bounded or self.unknown)


@dataclass(frozen=True, slots=True)
class Summary:
    """A graph at a glance."""

    articles: int
    claims: int
    types: tuple[TypeCount, ...]
    figures: tuple[SourceFigure, ...]
    dates: ArticleDates = ArticleDates()

    def total(self, of_class: str) -> int:
        """Return how many happenings of a class there are."""
        return sum(of_type.counts.get(of_class, 0) for of_type in self.types)


def summarise(graph: GraphData) -> Summary:
    """Return `graph` at a glance."""
    rows = list(csv.DictReader("".join(csv_lines(graph)).splitlines(keepends=True)))
    return Summary(
        articles=len({row["article"] for row in rows}),
        claims=len({row["claim"] for row in rows}),
        types=_types(rows),
        figures=_figures(rows),
        dates=_dates(graph),
    )


def _dates(graph: GraphData) -> ArticleDates:
    said: defaultdict[Subject, set[NamedNode]] = defaultdict(set)
    for triple in graph.default:
        if triple.predicate in _OF_DATES or triple.object == waqia("Article"):
            inferred = triple.predicate == waqia("dateInferred") and triple.object != boolean(True)
            said[triple.subject] |= set() if inferred else {triple.predicate}
    articles = [about for about in said.values() if TYPE in about]
    published = [about for about in articles if _PUBLISHED in about]
    from_text = sum(waqia("dateInferred") in about for about in published)
    bounded = sum(bool(about & _BOUNDS) and _PUBLISHED not in about for about in articles)
    unknown = len(articles) - len(published) - bounded
    return ArticleDates(len(published) - from_text, from_text, bounded, unknown)


def _types(rows: Iterable[Mapping[str, str]]) -> tuple[TypeCount, ...]:
    """Count each happening once, under the type that most of its claims give, the first by name among equals."""
    classes: dict[str, str] = {}
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        classes[row["happening"]] = row["class"]
        named[row["happening"]][_reporting(row["type"])] += 1
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for happening, types in named.items():
        name = min(types, key=lambda each: (-types[each], each))
        counts[name][classes[happening]] += 1
    arabic = labels("ar")
    found = (TypeCount(name, arabic.get(name, ""), dict(of_class)) for name, of_class in counts.items())
    return tuple(sorted(found, key=lambda each: (-sum(each.counts.values()), each.name)))


def _reporting(type_name: str) -> str:
    known = load().event_types.get(type_name)
    return (known.reporting if known is not None else None) or type_name


def _figures(rows: Iterable[Mapping[str, str]]) -> tuple[SourceFigure, ...]:
    figures = {
        SourceFigure(
            type=_reporting(row["type"]),
            earliest=row["earliest"],
            places=row["places"],
            outcome=row["outcome"],
            number=_number(row),
            victims=row["victims"],
            source=row["source"],
            happening=row["happening"],
        )
        for row in rows
        if row["outcome"] and not row["part_of"] and row["stance"] == _ASSERTS
    }
    return tuple(sorted(figures, key=_order))


def _order(figure: SourceFigure) -> tuple[str, ...]:
    digits = "".join(filter(str.isdigit, figure.number))
    return (
        figure.earliest or "9",
        figure.happening,
        figure.outcome,
        digits.zfill(12),
        figure.source,
        figure.victims,
    )


def _number(row: Mapping[str, str]) -> str:
    """Return a figure as people write it: 42, ~40, ≥ 40, 20-30."""
    least, most = row["minimum"], row["maximum"]
    if not most:
        return f"≥ {least}"
    number = least if least == most else f"{least}-{most}"
    return f"~{number}" if row["approximate"] == "true" else number
