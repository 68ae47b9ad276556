"""The names of the calendar: months, weekdays, parts of the day, units of time, from `ontology/calendar.ttl`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pyoxigraph as ox

from waqia.arabic.folding import fold
from waqia.errors import BadOntology
from waqia.resources import ONTOLOGY

_CAL = "https://w3id.org/waqia/calendar#"
_TIME = "http://www.w3.org/2006/time#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALTERNATIVE = "http://www.w3.org/2004/02/skos/core#altLabel"


class Unit(StrEnum):
    """A unit of time (local names of the units in the calendar)."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Size(StrEnum):
    """How many of a unit its noun says by itself."""

    ONE = "one"
    TWO = "two"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Month:
    """A month; `uncertain` where the name is an ordinary word too."""

    number: int
    hijri: bool
    uncertain: bool


@dataclass(frozen=True, slots=True)
class UnitNoun:
    """A noun for a unit of time."""

    unit: Unit
    size: Size


@dataclass(frozen=True, slots=True)
class Calendar:
    """All names, folded and without article; names of two words are looked up as pairs."""

    months: dict[tuple[str, ...], Month]
    weekdays: dict[str, int]
    parts: dict[str, str]
    units: dict[str, UnitNoun]

    @property
    def words(self) -> frozenset[str]:
        """Every word of every name."""
        months = {word for name in self.months for word in name}
        return frozenset(months | set(self.weekdays) | set(self.parts) | set(self.units))


def _bare(name: str) -> str:
    folded = fold(name)
    return folded.removeprefix("ال") if len(folded) > 4 else folded


def _literals(graph: ox.Store, subject: ox.NamedNode, predicate: str) -> list[str]:
    quads = graph.quads_for_pattern(subject, ox.NamedNode(predicate), None)
    values = (quad.object for quad in quads)
    return sorted(
        value.value
        for value in values
        if isinstance(value, ox.Literal) and (value.language is None or value.language.startswith("ar"))
    )


def _of_type(graph: ox.Store, kind: str) -> Iterator[tuple[str, ox.NamedNode, list[str]]]:
    """The subjects of a type: local name, IRI, names."""
    for quad in graph.quads_for_pattern(None, ox.NamedNode(_TYPE), ox.NamedNode(kind)):
        subject = quad.subject
        if isinstance(subject, ox.NamedNode):
            names = _literals(graph, subject, _LABEL) + _literals(graph, subject, _ALTERNATIVE)
            yield subject.value.removeprefix(_CAL), subject, names


def _position(graph: ox.Store, subject: ox.NamedNode) -> int:
    return int(_literals(graph, subject, _CAL + "position")[0])


def _months(graph: ox.Store) -> Iterator[tuple[tuple[str, ...], Month]]:
    hijri = ox.NamedNode(_CAL + "hijri")
    for _, subject, names in _of_type(graph, _TIME + "MonthOfYear"):
        uncertain = set(_literals(graph, subject, _CAL + "alsoWord"))
        lunar = any(graph.quads_for_pattern(subject, ox.NamedNode(_CAL + "inCalendar"), hijri))
        for name in names:
            words = tuple(_bare(word) for word in name.split())
            yield words, Month(_position(graph, subject), lunar, name in uncertain)


def _units(graph: ox.Store) -> Iterator[tuple[str, UnitNoun]]:
    for local, subject, names in _of_type(graph, _TIME + "TemporalUnit"):
        forms = (
            (Size.ONE, names + [name + "ا" for name in names if not name.endswith("ة")]),
            (Size.TWO, _literals(graph, subject, _CAL + "dual")),
            (Size.MANY, _literals(graph, subject, _CAL + "plural")),
        )
        for size, nouns in forms:
            for noun in nouns:
                yield fold(noun), UnitNoun(Unit(local), size)


@cache
def calendar() -> Calendar:
    """The calendar of `ontology/calendar.ttl`, read once.

    Raises:
        BadOntology: if the file is missing or cannot be parsed.
    """
    file = ONTOLOGY / "calendar.ttl"
    graph = ox.Store()
    try:
        graph.load(path=str(file), format=ox.RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise BadOntology(str(error), file=file) from error
    days = _of_type(graph, _TIME + "DayOfWeek")
    parts = _of_type(graph, _CAL + "DayPart")
    return Calendar(
        months=dict(_months(graph)),
        weekdays={_bare(name): _position(graph, subject) for _, subject, names in days for name in names},
        parts={fold(name): local for local, _, names in parts for name in names if " " not in name},
        units=dict(_units(graph)),
    )
