"""Sets of days, as one number with a bit a day: to intersect what several reasons allow is one operation.

The days run from 1980 to 2049. A set that reaches within a year of either end is open there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from waqia.dates import Days

_FIRST: Final = date(1980, 1, 1)
_SIZE: Final = (date(2050, 1, 1) - _FIRST).days
_OPEN: Final = 366
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class DaySet:
    """Some of the days from 1980 to 2049; bit n is the n-th of them."""

    bits: int

    def __and__(self, other: DaySet) -> DaySet:
        """Return the days of both."""
        return DaySet(self.bits & other.bits)

    def __or__(self, other: DaySet) -> DaySet:
        """Return the days of either."""
        return DaySet(self.bits | other.bits)

    def __bool__(self) -> bool:
        """Whether there is any day."""
        return self.bits != 0

    def __contains__(self, day: date) -> bool:
        """Whether a day is among them."""
        position = (day - _FIRST).days
        return 0 <= position < _SIZE and bool(self.bits >> position & 1)

    def __len__(self) -> int:
        """Return how many days there are."""
        return self.bits.bit_count()

    @property
    def hull(self) -> Days:
        """The first and the last day; None at an end that is open."""
        if not self.bits:
            raise ValueError("no day is left")
        first, last = (self.bits & -self.bits).bit_length() - 1, self.bits.bit_length() - 1
        return Days(
            None if first < _OPEN else _FIRST + timedelta(first),
            None if last >= _SIZE - _OPEN else _FIRST + timedelta(last),
        )

    @property
    def only(self) -> date | None:
        """The day, where there is one alone."""
        return _FIRST + timedelta(self.bits.bit_length() - 1) if len(self) == 1 else None

    def days(self) -> Iterator[date]:
        """Give the days in their order."""
        bits = self.bits
        while bits:
            lowest = bits & -bits
            yield _FIRST + timedelta(lowest.bit_length() - 1)
            bits ^= lowest

    def later(self, days: int) -> DaySet:
        """Return the days so many days after these (before them, if negative)."""
        moved = self.bits << days if days >= 0 else self.bits >> -days
        return DaySet(moved & ALL.bits)


ALL: Final = DaySet((1 << _SIZE) - 1)


def between(days: Days) -> DaySet:
    """Return the days of a period."""
    first = 0 if days.earliest is None else max((days.earliest - _FIRST).days, 0)
    last = _SIZE - 1 if days.latest is None else min((days.latest - _FIRST).days, _SIZE - 1)
    return DaySet((1 << last + 1) - (1 << first) if first <= last else 0)


def since(day: date) -> DaySet:
    """Return all days from `day` on."""
    return between(Days(day, None))


def union(sets: Iterable[DaySet]) -> DaySet:
    """Return the days of any of `sets`."""
    bits = 0
    for each in sets:
        bits |= each.bits
    return DaySet(bits)


@cache
def weekdays(number: int) -> DaySet:
    """Return all days that are this day of the week (Monday is 1)."""
    first = (number - _FIRST.isoweekday()) % _WEEK
    return DaySet(sum(1 << position for position in range(first, _SIZE, _WEEK)))


def where(holds: Callable[[date], bool], within: Days) -> DaySet:
    """Return the days of a period that is closed at both ends for which something holds.

    Raises:
        ValueError: if the period is open.
    """
    if within.earliest is None or within.latest is None:
        raise ValueError("only a closed period can be gone through")
    first = max(within.earliest, _FIRST)
    length = (min(within.latest, _FIRST + timedelta(_SIZE - 1)) - first).days + 1
    days = (first + timedelta(n) for n in range(max(length, 0)))
    return union(between(Days(day, day)) for day in days if holds(day))
