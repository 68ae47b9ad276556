"""The day of publication: as given with an article, or as a date line of its text says it.

A date line says a date and nothing else ("07-12-2024 | 02:47", "السبت 7 كانون الأول 2024"), so that a date in a
sentence is never taken for the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel.dates import get_day_names, get_month_names
from hijridate import Hijri

from waqia.arabic.folding import fold
from waqia.errors import BadDate

_MONTH_LOCALES = ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR", "en")  # Gulf and Egypt, Levant and Iraq, Maghreb
_MONTH_VARIANTS = {
    "ابريل": 4,
    "نيسان": 4,
    "ايار": 5,
    "اب": 8,
    "اغسطس": 8,
    "جوان": 6,
    "فيفري": 2,
    "اكتوبر": 10,
}
_HIJRI_VARIANTS = {"ربيع الاخر": 4, "جمادي الاول": 5, "جمادي الثانيه": 6, "ذي القعده": 11, "ذي الحجه": 12}
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
    if not any(character.isdigit() for character in folded):
        return None
    days = tuple(_days(folded))
    if not days:
        return None
    rest = _CLOCK.sub(" ", _hijri_dates().sub(" ", _gregorian_dates().sub(" ", _NUMERIC.sub(" ", folded))))
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
    """Give the days that `folded` names, the surest form first; None for one that does not exist."""
    american = _AMERICAN_CLOCK.search(folded) is not None
    for match in _NUMERIC.finditer(folded):
        yield _numeric(match, american)
    for match in _gregorian_dates().finditer(folded):
        yield _day(int(match[3]), _months()[_spaced(match[2])], int(match[1]))
    for match in _hijri_dates().finditer(folded):
        yield _hijri_day(int(match[3]), _hijri_months()[_spaced(match[2])], int(match[1]))


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


def _spaced(name: str) -> str:
    return " ".join(name.split())


@cache
def _months() -> Mapping[str, int]:
    named = dict(_MONTH_VARIANTS)
    for locale in _MONTH_LOCALES:
        named.update(
            {fold(name).lower(): number for number, name in get_month_names("wide", locale=locale).items()}
        )
    return named


@cache
def _hijri_months() -> Mapping[str, int]:
    names = {fold(Hijri(1440, number, 1).month_name("ar")): number for number in range(1, 13)}
    return names | _HIJRI_VARIANTS


@cache
def _gregorian_dates() -> re.Pattern[str]:
    return _named_dates(_months())


@cache
def _hijri_dates() -> re.Pattern[str]:
    return _named_dates(_hijri_months())


def _named_dates(months: Iterable[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(months, key=len, reverse=True))
    second_name = rf"(?:\s*[/(]\s*(?:{names})\s*\)?)?"
    return re.compile(rf"(?<!\d)(\d{{1,2}})\s+({names}){second_name}[\s,،]+(\d{{4}})(?!\d)")


@cache
def _weekdays() -> re.Pattern[str]:
    names = [
        fold(name).lower()
        for locale in ("ar", "en")
        for name in get_day_names("wide", locale=locale).values()
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)")
