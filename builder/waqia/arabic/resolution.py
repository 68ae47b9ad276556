"""Which days a meaning comes to once its article is dated, written as EDTF.

Days, months, years and intervals of them: `2015-08-09`, `2015-08`, `2015`, `A/B`, `A/..`, `../B`.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from hijridate import Gregorian, Hijri

from waqia.arabic.calendar import Unit
from waqia.arabic.timespans import (
    Absolute,
    Ago,
    Between,
    During,
    Edge,
    Period,
    Relative,
    TimeExpression,
    Vague,
    Weekday,
    When,
)

# A day and month without a year are this year's until so many days ahead ("يصل في 18 أغسطس"), else the last ones.
_DAYS_AHEAD = 90
_DATELINE_DAYS = 31  # no newspaper reprints older copy
_MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_Bounds = tuple[str, str]


def resolve(expression: TimeExpression, *, published: date | None, anchor: date | None = None) -> str | None:
    """What an expression comes to, None where it is vague or needs a day of reference that is not known.

    `anchor` is the day from which the passage counts (see `anchors`); without it `published` serves.
    """
    bounds = _bounds(expression.when, anchor or published)
    if bounds is None:
        return None
    begin, end = bounds
    if expression.edge is Edge.SINCE:
        return f"{begin}/.."
    if expression.edge is Edge.UNTIL:
        return f"../{end}"
    return begin if begin == end else f"{begin}/{end}"


def anchors(expressions: Sequence[TimeExpression], published: date | None) -> list[date | None]:
    """The day from which each of an article's expressions counts, in the order of the text.

    Where a passage says "اليوم" or "أمس" with its weekday or date, its day of writing is the latest one up to
    `published` that makes this true: papers reprint agency copy of the day before. The other expressions go with the
    passage before them, the first ones with the first that tells.
    """
    if published is None:
        return [None] * len(expressions)
    found = [_written(expression.when, published) for expression in expressions]
    current = next((day for day in found if day is not None), published)
    result: list[date | None] = []
    for day in found:
        current = day or current
        result.append(current)
    return result


def _written(when: When, published: date) -> date | None:
    """The day of writing that an expression gives away."""
    if isinstance(when, Relative) and when.weekday is not None:
        return _on_or_before(published, when.weekday, when.offset)
    if isinstance(when, Absolute) and when.offset is not None:
        bounds = _bounds(when, published)
        day = None if bounds is None else date.fromisoformat(bounds[0]) - timedelta(when.offset)
        return day if day is not None and published - timedelta(_DATELINE_DAYS) <= day <= published else None
    return None


def _on_or_before(day: date, weekday: int, offset: int = 0) -> date:
    """The latest day up to `day` for which the day `offset` days away is that weekday."""
    return day - timedelta(((day + timedelta(offset)).isoweekday() - weekday) % 7)


def _bounds(when: When, anchor: date | None) -> _Bounds | None:
    """First and last day, month or year of a meaning."""
    if isinstance(when, Absolute):
        return _of_absolute(when, anchor)
    if isinstance(when, Between):
        return _of_between(when, anchor)
    if anchor is None or isinstance(when, Vague):
        return None
    match when:
        case Weekday():
            return _single(_of_weekday(when, anchor))
        case Relative():
            return _single(anchor + timedelta(when.offset))
        case Period():
            return _of_period(when, anchor)
        case Ago():
            return _of_ago(when, anchor)
        case During():
            return _of_during(when, anchor)
        case _:
            assert_never(when)


def _single(day: date | None) -> _Bounds | None:
    return None if day is None else (day.isoformat(), day.isoformat())


def _days(first: date, last: date) -> _Bounds:
    return first.isoformat(), last.isoformat()


def _month(anchor: date, months: int) -> str:
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}"


def _make(year: int, month: int, day: int) -> date | None:
    valid = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    return date(year, month, day) if valid else None


def _of_absolute(when: Absolute, anchor: date | None) -> _Bounds | None:
    if when.hijri:
        return _of_hijri(when, anchor)
    if when.year is None and anchor is not None:
        when = replace(when, year=_year(when, anchor))
    if when.year is None:
        return None
    if when.month is None:
        return f"{when.year:04d}", f"{when.year:04d}"
    if when.day is None:
        return f"{when.year:04d}-{when.month:02d}", f"{when.year:04d}-{when.month:02d}"
    return _single(_make(when.year, when.month, when.day))


def _year(when: Absolute, anchor: date) -> int | None:
    """The year of a date that is said without one."""
    if when.year_shift is not None:
        return anchor.year + when.year_shift
    if when.month is None:
        return None
    if when.day is not None and when.shift is None:
        return _year_of_day(when.month, when.day, when.weekday, anchor)
    if when.shift is not None and when.shift > 0:
        return anchor.year + (when.month <= anchor.month)
    past = when.shift is not None and when.shift < 0
    return anchor.year - (when.month >= anchor.month if past else when.month > anchor.month)


def _year_of_day(month: int, day: int, weekday: int | None, anchor: date) -> int | None:
    """The latest year in which a day of a month falls on its weekday and not too far ahead."""
    for year in range(anchor.year + 1, anchor.year - 8, -1):
        found = _make(year, month, day)
        if found is None or found > anchor + timedelta(_DAYS_AHEAD):
            continue
        if weekday is None or found.isoweekday() == weekday:
            return year
    return None


def _hijri_days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """The Gregorian days of a Hijri day, month or year; None outside the calendar's tables."""
    try:
        first = Hijri(year, month or 1, day or 1)
        if day is not None:
            last = first
        else:
            last_month = month or 12
            last = Hijri(year, last_month, Hijri(year, last_month, 1).month_length())
    except (ValueError, OverflowError):
        return None
    begin, end = first.to_gregorian(), last.to_gregorian()
    return date(*begin.datetuple()), date(*end.datetuple())


def _of_hijri(when: Absolute, anchor: date | None) -> _Bounds | None:
    if when.year is not None:
        days = _hijri_days(when.year, when.month, when.day)
        return None if days is None else _days(*days)
    if anchor is None:
        return None
    current = Gregorian.fromdate(anchor).to_hijri()
    limit = anchor + timedelta(_DAYS_AHEAD if when.day else 0)
    past = when.shift is not None and when.shift < 0
    for year in range(current.year + 1, current.year - 2, -1):
        days = _hijri_days(year, when.month, when.day)
        if days is not None and (days[1] < anchor if past else days[0] <= limit):
            return _days(*days)
    return None


def _of_weekday(when: Weekday, anchor: date) -> date:
    if when.shift is None:
        day = _on_or_before(anchor, when.number)
    elif when.shift < 0:
        day = _on_or_before(anchor - timedelta(1), when.number) + timedelta(7 * (when.shift + 1))
    else:
        day = _on_or_before(anchor + timedelta(6 + when.shift), when.number)
    return day + timedelta(when.later)


def _of_period(when: Period, anchor: date) -> _Bounds | None:
    if when.unit is Unit.WEEK:
        last = anchor + timedelta(7 * when.shift + (6 if when.shift < 0 else 0))
        return _days(last - timedelta(6), last)
    if when.unit is Unit.YEAR:
        return str(anchor.year + when.shift), str(anchor.year + when.shift)
    if when.unit is not Unit.MONTH:
        return None
    month = _month(anchor, when.shift)
    if when.day is None:
        return month, month
    return _single(_make(int(month[:4]), int(month[5:]), when.day))


def _of_ago(when: Ago, anchor: date) -> _Bounds | None:
    days = _in_days(when.count, when.unit)
    if days is not None:
        return _single(anchor - timedelta(days))
    if when.unit is Unit.MONTH:
        return _month(anchor, -when.count), _month(anchor, -when.count)
    if when.unit is Unit.CENTURY:
        return None
    year = anchor.year - when.count * _MONTHS[when.unit] // 12
    return (f"{year:04d}", f"{year:04d}") if year > 0 else None


def _in_days(count: int, unit: Unit) -> int | None:
    """A stretch of weeks, days, hours or less in whole days; None for longer units."""
    if unit in (Unit.WEEK, Unit.DAY):
        return count * (7 if unit is Unit.WEEK else 1)
    if unit is Unit.HOUR:
        return (count + 23) // 24 if count >= 24 else 0
    return 0 if unit in (Unit.MINUTE, Unit.SECOND) else None


def _of_during(when: During, anchor: date) -> _Bounds | None:
    days = _in_days(when.count, when.unit)
    if days is not None:
        if when.ahead:
            return _days(anchor + timedelta(min(days, 1)), anchor + timedelta(days))
        last = anchor - timedelta(when.past and when.unit is Unit.DAY)
        return _days(anchor - timedelta(days), last)
    months = when.count * _MONTHS[when.unit]
    if months >= anchor.year * 12:
        return None
    this = _month(anchor, 0)
    return (this, _month(anchor, months)) if when.ahead else (_month(anchor, -months), this)


def _of_between(when: Between, anchor: date | None) -> _Bounds | None:
    """From the start of one to the end of the other; what the first does not say it takes from the second."""
    end = _bounds(when.end, anchor)
    if end is None:
        return None
    last = _last_day(end[1])
    for reference in (last, anchor) if _leans_on_end(when.begin) else (anchor, last):
        begin = _bounds(when.begin, reference)
        if begin is not None and begin[0] <= end[1]:
            return begin[0], end[1]
    return None


def _leans_on_end(when: When) -> bool:
    """Whether a start is the last such weekday or month before the end: "من 30 نوفمبر إلى 2 ديسمبر المقبل"."""
    if isinstance(when, Weekday):
        return when.shift is None
    return isinstance(when, Absolute) and when.year is None and when.shift is None and when.year_shift is None


def _last_day(point: str) -> date:
    """The last day of a day, month or year."""
    if len(point) == len("2015-08-09"):
        return date.fromisoformat(point)
    year, _, month = point.partition("-")
    number = int(month or 12)
    return date(int(year), number, calendar.monthrange(int(year), number)[1])
