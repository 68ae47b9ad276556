"""What dating gives: when an article was published, as far as that can be told, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from waqia.dating.dayset import DaySet
from waqia.extraction.templates import Span


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
    def key(self) -> tuple[object, ...]:
        """What reasons are sorted by: the narrowest first."""
        return len(self.days), self.ground, self.passages, self.known or ""


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published, worked out from what it says.

    `earliest` and `latest` are the first and last day on which it may have been; None where that is open. `day` is
    the day that the article counts from ("أمس" is the day before), None where several are left; papers print it on
    that day or on the next, so `latest` may be the day after. `reasons` are those that it takes, none if nothing is
    known.
    """

    article: str
    earliest: date | None = None
    latest: date | None = None
    day: date | None = None
    reasons: tuple[Reason, ...] = ()
