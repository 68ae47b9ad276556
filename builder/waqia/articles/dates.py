"""The day of publication: as given with an article, or as a date line of its text says it.

A date line says a date and nothing else ("07-12-2024 | 02:47", "السبت 7 كانون الأول 2024"), so that a date in a
sentence is never taken for the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel.dates import get_day_names, get_month_names
from hijridate import Hijri

from waqia.arabic.calendar import Month, calendar
from waqia.arabic.folding import fold
from waqia.errors import BadDate

_LAST_YEAR_OF_HIJRI = 1500  # a year below this is of the Hijri era
_NUMERIC = re.compile(
    r"(?<!\d)(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}))(?!\d)"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|\+\d{2}:?\d{2})?", re.IGNORECASE)
_AMERICAN_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\s*[ap]m", re.IGNORECASE)
# What may stand beside a date in a date line, folded: labels, eras, parts of the day, time zones.
_FILLERS = (
    "تاريخ النشر|تم النشر|نشر في|نشر|منشور|اخر تحديث|اخر تعديل|تحديث|التاريخ|بتاريخ|تاريخ|الموافق|الساعه|بتوقيت جرينتش|"
    "بتوقيت غرينتش|بتوقيت مكه المكرمه|بتوقيت مكه|بتوقيت دمشق|بتوقيت بيروت|جرينتش|غرينتش|مساء|صباحا|ظهرا|يوم|"
    "published|updated|on|at|gmt|utc|am|pm|a\\.m\\.|p\\.m\\.|t|z|هـ|ت م|ت|ه|م|ص|في"
)
_FILLER = re.compile(rf"(?<!\w)(?:{_FILLERS})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class DateLine:
    """The date in a line of the text, and the words that stand beside it ("بغداد", "واس")."""

    day: date
    others: tuple[str, ...]


def parse_day(value: str, *, file: Path | str | None = None, line: int | None = None) -> date:
    """Return the day that `value` gives as YYYY-MM-DD, with or without a time of day after it.

    Raises:
        BadDate: `value` is of another form, or the day does not exist.
    """
    text = value.strip()
    try:
        return date.fromisoformat(text) if _ISO.fullmatch(text) else datetime.fromisoformat(text).date()
    except ValueError as error:
        form = _ISO.match(text) is not None
        reason = "is no day that exists" if form else "is not a date of the form YYYY-MM-DD"
        raise BadDate(f'published "{value}" {reason}', file=file, line=line) from error


def find_date(line: str) -> DateLine | None:
    """Return the date in `line` and what else the line says; None where it has none.

    Raises:
        BadDate: the line is a date line whose day does not exist.
    """
    folded = fold(line).lower()
    if not any(map(str.isdigit, folded)):
        return None
    days = tuple(_days(folded))
    if not days:
        return None
    rest = _CLOCK.sub(" ", _named_dates().sub(" ", _NUMERIC.sub(" ", folded)))
    others = tuple(_WORD.findall(_FILLER.sub(" ", _weekdays().sub(" ", rest))))
    day = next((day for day in days if day), None)
    if day is None and others:
        return None
    if day is None:
        raise BadDate(f'the date line "{line.strip()}" names no day that exists')
    return DateLine(day, others)


def is_clock_line(line: str) -> bool:
    """Whether `line` says a time of day and nothing else ("10:12 ت م")."""
    folded = fold(line).lower()
    return _CLOCK.search(folded) is not None and not _WORD.search(_FILLER.sub(" ", _CLOCK.sub(" ", folded)))


def _days(folded: str) -> Iterator[date | None]:
    """Give the days that `folded` names, those of our own calendar first; None for one that does not exist."""
    american = _AMERICAN_CLOCK.search(folded) is not None
    for match in _NUMERIC.finditer(folded):
        yield _numeric(match, american)
    named = [(_months()[_words(match[2])], match) for match in _named_dates().finditer(folded)]
    for month, match in sorted(named, key=lambda pair: pair[0].hijri):
        make = _hijri_day if month.hijri else _day
        yield make(int(match[3]), month.number, int(match[1]))


def _numeric(match: re.Match[str], american: bool) -> date | None:
    """Read a date in digits: year first, else day first, but for the month first of American pages."""
    if match[1]:
        return _day(int(match[1]), int(match[3]), int(match[4]))
    first, second, year = int(match[5]), int(match[7]), int(match[8])
    if (american and match[6] == "/" and first <= 12) or second > 12:
        first, second = second, first
    return _day(year, second, first)


def _day(year: int, month: int, day: int) -> date | None:
    if year < _LAST_YEAR_OF_HIJRI:
        return _hijri_day(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _hijri_day(year: int, month: int, day: int) -> date | None:
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.removeprefix("ال") for word in name.split())


@cache
def _months() -> Mapping[tuple[str, ...], Month]:
    """Return the months by the words of their names, folded and without article; of English pages too."""
    english = get_month_names("wide", locale="en").items()
    return calendar().months | {(name.lower(),): Month(number, False, False) for number, name in english}


@cache
def _named_dates() -> re.Pattern[str]:
    patterns = [r"\s+".join(f"(?:ال)?{re.escape(word)}" for word in name) for name in _months()]
    names = "|".join(sorted(patterns, key=len, reverse=True))
    second_name = rf"(?:\s*[/(]\s*(?:{names})\s*\)?)?"
    return re.compile(rf"(?<!\d)(\d{{1,2}})\s+({names}){second_name}[\s,،]+(\d{{4}})(?!\d)")


@cache
def _weekdays() -> re.Pattern[str]:
    english = (name.lower() for name in get_day_names("wide", locale="en").values())
    names = "|".join((*(f"(?:ال)?{name}" for name in calendar().weekdays), *english))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")
