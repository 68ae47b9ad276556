"""What an expression of time means.

A meaning keeps its pieces: "أمس" stays "the day before the anchor day" until the anchor is known, so that what is read
from an article does not depend on when it was published.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from waqia.arabic.calendar import Unit


class Edge(StrEnum):
    """That an expression gives only where a time starts or ends ("منذ", "حتى")."""

    SINCE = "since"
    UNTIL = "until"


class TimeKind(StrEnum):
    """What sort of expression of time it is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    PERIOD = "period"
    AGO = "ago"
    DURING = "during"
    INTERVAL = "interval"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Absolute:
    """A day, month or year by its numbers. What is None is not said.

    `shift` is that of the month ("مايو الماضي": -1), `year_shift` that of the year ("مايو من العام الماضي").
    `offset` says that the text calls this date today (0) or yesterday (-1).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    shift: int | None = None
    year_shift: int | None = None
    weekday: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (Monday is 1): the last one up to the anchor.

    With `shift` -1 the last before the anchor, with 0 the coming one from the anchor on, with 1 the next after it;
    `later` so many days after that.
    """

    number: int
    shift: int | None = None
    later: int = 0


@dataclass(frozen=True, slots=True)
class Relative:
    """A day so many days from the anchor; `weekday` where the text names it too ("أمس السبت")."""

    offset: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The week, month or year of the anchor (`shift` 0), the one before (-1) or after (1), or a day of that month."""

    unit: Unit
    shift: int
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Ago:
    """So many units before the anchor."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class During:
    """The last units up to the anchor, the next ones where `ahead`; `past` ones leave the anchor's own day out."""

    count: int
    unit: Unit
    past: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another."""

    begin: When
    end: When


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that the text leaves open ("قبل أيام")."""


When = Absolute | Weekday | Relative | Period | Ago | During | Between | Vague


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Tokens `first` to `last` (exclusive), characters `start` to `end`, that say a time.

    `part` is the part of the day that the text names (local name in the calendar: "dawn"); the day is kept whole.
    """

    first: int
    last: int
    start: int
    end: int
    when: When
    edge: Edge | None = None
    part: str | None = None

    @property
    def kind(self) -> TimeKind:
        """What sort of expression it is."""
        return _kind(self.when)


def _kind(when: When) -> TimeKind:
    if isinstance(when, Absolute):
        if when.day is not None:
            return TimeKind.DAY
        return TimeKind.YEAR if when.month is None else TimeKind.MONTH
    return _KINDS[type(when)]


_KINDS: dict[type, TimeKind] = {
    Weekday: TimeKind.WEEKDAY,
    Relative: TimeKind.RELATIVE,
    Period: TimeKind.PERIOD,
    Ago: TimeKind.AGO,
    During: TimeKind.DURING,
    Between: TimeKind.INTERVAL,
    Vague: TimeKind.VAGUE,
}
