"""What dating gives: when an article was published, as far as that can be told, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from waqia.dates import ANY_DAY, Days
from waqia.dating.dayset import DaySet
from waqia.extraction.templates import Span

REPRINTED: Final = timedelta(1)
"""How much later than the day that its words count from an article may be printed. Of 404 articles of the press with
"أمس السبت" or the like 85 in 100 were printed on that day and 13 on the next (SaudiNewsNet, July 2015)."""


class Ground(StrEnum):
    """What a reason rests on (local names of the individuals of `waqia:DateGround` in the ontology)."""

    DAY_NAMED = "DayNamed"
    WEEKDAY_NAMED = "WeekdayNamed"
    MONTH_NAMED = "MonthNamed"
    YEAR_NAMED = "YearNamed"
    DATED_PAST = "DatedPast"
    IN_OFFICE = "InOffice"
    BEGUN = "Begun"
    KNOWN_EVENT = "KnownEvent"
    SHARED_INCIDENT = "SharedIncident"
    SHARED_TEXT = "SharedText"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters of the text of the article with this id."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article counts its days from one of `days` and no other.

    `passages` say so, the article's own first; `known` is the IRI of the actor or known event that it takes to
    understand them.
    """

    ground: Ground
    days: DaySet
    passages: tuple[Passage, ...]
    known: str | None = None

    @property
    def published(self) -> Days:
        """The first and last day on which an article may be published that has this reason alone."""
        return printed(self.days)

    @property
    def key(self) -> tuple[object, ...]:
        """What reasons are sorted by: the narrowest first."""
        return len(self.days), self.ground, self.passages, self.known or ""


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, worked out from what it says.

    `published` are the days from the first to the last on which it may have been, open where that is not known. `day`
    is the day that the article counts from ("أمس" is the day before), None where several are left; papers print it on
    that day or on the next, so that `published` ends with the day after. `reasons` are those that it takes, none where
    nothing is known.
    """

    article: str
    published: Days = ANY_DAY
    day: date | None = None
    reasons: tuple[Reason, ...] = ()


def printed(written: DaySet) -> Days:
    """Return the first and last day on which what was written on one of these days may be printed."""
    days = written.hull
    return Days(days.earliest, None if days.latest is None else days.latest + REPRINTED)
