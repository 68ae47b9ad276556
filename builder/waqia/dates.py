"""From dates as stated (EDTF) to the days they allow, and what several of them allow together."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `earliest` to `latest`, both inclusive; None is open at that end."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def empty(self) -> bool:
        """Whether no day is left."""
        return self.earliest is not None and self.latest is not None and self.latest < self.earliest


ANY_DAY: Final = Days()


def days_of(edtf: str) -> Days:
    """Return the days that a day, month, year or interval (`A/B`, `A/..`, `../B`) allows.

    Raises:
        ValueError: if `edtf` is none of these, or no date of the calendar.
    """
    first, separator, last = edtf.partition("/")
    return Days(_bound(first, end=False), _bound(last if separator else first, end=True))


def _bound(text: str, *, end: bool) -> date | None:
    if text == "..":
        return None
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is neither a day (YYYY-MM-DD), a month, a year nor '..'")
    year = int(match[1])
    month = int(match[2] or (12 if end else 1))
    day = int(match[3] or (calendar.monthrange(year, month)[1] if end else 1))
    return date(year, month, day)


def meet(all_days: Iterable[Days]) -> Days:
    """Return the days that all of `all_days` allow (may be empty)."""
    known = list(all_days)
    return Days(
        max((days.earliest for days in known if days.earliest is not None), default=None),
        min((days.latest for days in known if days.latest is not None), default=None),
    )


def hull(all_days: Iterable[Days]) -> Days:
    """Return the shortest period that holds all of `all_days`."""
    known = list(all_days)
    starts, ends = [days.earliest for days in known], [days.latest for days in known]
    return Days(
        None if None in starts else min((day for day in starts if day is not None), default=None),
        None if None in ends else max((day for day in ends if day is not None), default=None),
    )


def together(all_days: Iterable[Days]) -> Days:
    """Return the days that all allow, or where they contradict each other the period that holds them all."""
    known = list(all_days)
    common = meet(known)
    return hull(known) if common.empty else common
