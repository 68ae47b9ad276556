"""Calendar dates in text: days, months and years by number and name, of both calendars.

Every function here reads what starts at a word position and returns the meaning with the position after it, or None.
"""

from __future__ import annotations

import calendar as gregorian
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from waqia.arabic import date_words, numerals
from waqia.arabic.calendar import Month, Unit, calendar
from waqia.arabic.timespans import Absolute, Between, Period, When
from waqia.arabic.words import Word

Read = tuple[When, int]
_YEARS = range(1900, 2101)
_HIJRI_YEARS = range(1300, 1461)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})|(\d{4})([-/.])(\d{1,2})\6(\d{1,2})")
_YEAR_RANGE = re.compile(r"(\d{4})[-/](\d{4})")
_DAY_RANGE = re.compile(r"(\d{1,2})[-/](\d{1,2})")
_DASHES = frozenset("-–—")
_LONGEST_MONTH = {month: gregorian.monthrange(2016, month)[1] for month in range(1, 13)}
_LONGEST_HIJRI_MONTH = 30


@dataclass(frozen=True, slots=True)
class _Name:
    """A month's name, or both its names, that ends before `end`; `plain` where it can be nothing but a month."""

    month: Month
    end: int
    plain: bool


def bare(words: Sequence[Word], position: int) -> str:
    """The bare word at a position, "" outside the text."""
    return words[position].bare if 0 <= position < len(words) else ""


def shift(words: Sequence[Word], position: int) -> tuple[int | None, int]:
    """What "الماضي", "قبل الماضي", "المقبل" add, None where none stands here, and where it ends."""
    if bare(words, position) == date_words.BEFORE and bare(words, position + 1) in ("ماضي", "ماضيه"):
        return -2, position + 2
    if position >= len(words) or not words[position].definite:
        return None, position
    found = date_words.SHIFTS.get(words[position].bare)
    return found, position + (found is not None)


def numeric(words: Sequence[Word], position: int) -> Read | None:
    """A date in digits: "07-12-2024", "2015/8/10", "25 / 7 / 2015"."""
    text, end = bare(words, position), position + 1
    if text.isdigit() and bare(words, position + 1) == "/" and bare(words, position + 3) == "/":
        text, end = "".join(bare(words, position + step) for step in range(5)), position + 5
    match = _NUMERIC.fullmatch(text)
    if match is None:
        return None
    if match[1]:
        day, month, year = int(match[1]), int(match[3]), int(match[4])
    else:
        year, month, day = int(match[5]), int(match[7]), int(match[8])
    if month > 12 >= day:
        day, month = month, day
    era = date_words.ERAS.get(bare(words, end))
    found = _valid(Absolute(year, month, day, hijri=year in _HIJRI_YEARS))
    return None if found is None else (found, end + (era is not None))


def _valid(when: Absolute) -> Absolute | None:
    """The date, None where no calendar has it."""
    if when.year is not None and when.year not in (_HIJRI_YEARS if when.hijri else _YEARS):
        return None
    if when.month is None or when.day is None:
        return when
    if when.month not in _LONGEST_MONTH:
        return None
    longest = _LONGEST_HIJRI_MONTH if when.hijri else _LONGEST_MONTH[when.month]
    if when.month == 2 and when.year is not None and not when.hijri:
        longest = gregorian.monthrange(when.year, 2)[1]
    return when if 1 <= when.day <= longest else None


def dated(words: Sequence[Word], position: int) -> Read | None:
    """A day of a month, or days: "20 تموز/يوليو", "الخامس من الشهر الجاري", "5 و6 أغسطس"."""
    days = _days(words, position)
    if days is None:
        return None
    first, last, end = days
    read = _month_of_day(words, end)
    if read is None:
        return None
    month, end = read
    begin, finish = _on_day(month, first), _on_day(month, last)
    if begin is None or finish is None:
        return None
    return (finish if first == last else Between(begin, finish)), end


def impossible(words: Sequence[Word], position: int) -> int | None:
    """Where the words of a day end that no month has ("31 فبراير"), None where they say none."""
    days = _days(words, position)
    read = None if days is None else _month_of_day(words, days[2])
    return None if read is None or dated(words, position) is not None else read[1]


def _on_day(month: Absolute | Period, day: int) -> Absolute | Period | None:
    found = replace(month, day=day)
    return _valid(found) if isinstance(found, Absolute) else found


def _days(words: Sequence[Word], position: int) -> tuple[int, int, int] | None:
    """The days before a month's name: first, last, and where they end."""
    match = _DAY_RANGE.fullmatch(bare(words, position))
    if match is not None:
        return int(match[1]), int(match[2]), position + 1
    first = _day(words, position)
    if first is None or bare(words, position - 1) in date_words.HALVES:
        return None
    day, end = first
    link = bare(words, end)
    joined = end < len(words) and words[end].joined
    linked = link in _DASHES | date_words.TO
    second = _day(words, end + linked) if joined or linked else None
    if second is not None and day < second[0] and _month_of_day(words, second[1]) is not None:
        return day, second[0], second[1]
    return day, day, end


def _day(words: Sequence[Word], position: int) -> tuple[int, int] | None:
    """The number of a day: digits, or an ordinal with its article."""
    if not 0 <= position < len(words):
        return None
    word = words[position]
    if word.bare.isdigit():
        return (int(word.bare), position + 1) if 1 <= int(word.bare) <= 31 else None
    if not word.definite:
        return None
    numeral = numerals.ordinal(words, position)
    if numeral is None and word.bare in numerals.TENS:
        numeral = numerals.cardinal(words, position)
    return (numeral.value, numeral.end) if numeral is not None and numeral.value <= 31 else None


def _month_of_day(words: Sequence[Word], position: int) -> tuple[Absolute | Period, int] | None:
    """The month that follows the number of a day."""
    linked = bare(words, position) == "من"
    start = position + (linked or bare(words, position) == "/")
    if linked and bare(words, start) == "جاري" and words[start].definite:
        return Period(Unit.MONTH, 0), start + 1
    read = month(words, start, sure=True)
    if read is not None:
        return read
    if bare(words, start) == "شهر" and words[start].definite:
        change, end = shift(words, start + 1)
        return None if change is None else (Period(Unit.MONTH, change), end)
    return None


def month(words: Sequence[Word], position: int, *, sure: bool = False) -> tuple[Absolute, int] | None:
    """A month with what is said of its year: "يوليو/تموز الماضي", "ديسمبر (كانون الأول) 2014".

    `sure` says that what stands before it makes it a month.
    """
    start = position
    if bare(words, start) == "شهر" and not words[start].definite:
        sure, start = True, start + 1
    name = _name(words, start)
    if name is None:
        return None
    when, end = _with_year(words, Absolute(month=name.month.number, hijri=name.month.hijri), name.end)
    said = when.year is not None or when.shift is not None or when.year_shift is not None
    governed = bare(words, start - 1) in date_words.TIME_PREPOSITIONS | date_words.STRETCHES
    if not (sure or name.plain or said or (governed and not _lost_madda(words, start))):
        return None
    found = _valid(when)
    return None if found is None else (found, end)


def _lost_madda(words: Sequence[Word], position: int) -> bool:
    """Whether "أب", father, was folded to "آب", August."""
    return words[position].bare == "اب" and "\u0622" not in words[position].token.text


def _name(words: Sequence[Word], position: int) -> _Name | None:
    first = _one_name(words, position)
    if first is None or words[position].definite:
        return None
    end = first.end
    bracket = bare(words, end) == "("
    start = end + (bracket or bare(words, end) in _DASHES | {"/"})
    second = _one_name(words, start)
    if second is None or second.month.number != first.month.number or second.month.hijri != first.month.hijri:
        return first
    if bracket and bare(words, second.end) != ")":
        return first
    return _Name(first.month, second.end + bracket, True)


def _one_name(words: Sequence[Word], position: int) -> _Name | None:
    months = calendar().months
    for length in (2, 1):
        found = months.get(tuple(bare(words, position + step) for step in range(length)))
        if found is not None:
            return _Name(found, position + length, not found.uncertain)
    return None


def _with_year(words: Sequence[Word], when: Absolute, end: int) -> tuple[Absolute, int]:
    """A month with the year or "الماضي" that follows it."""
    change, after = shift(words, end)
    if change is not None:
        return replace(when, shift=change), after
    start = end + (bare(words, end) in ("من", "في", "/"))
    these = bare(words, start) in date_words.THESE
    noun = bare(words, start + these) in date_words.YEAR_NOUNS
    number = _year_number(words, start + these + noun)
    if number is not None and number[1] == when.hijri:
        return replace(when, year=number[0]), number[2]
    if noun:
        change, after = (0, start + 2) if these else shift(words, start + 1)
        if change is not None:
            return replace(when, year_shift=change), after
    return when, end


def _year_number(words: Sequence[Word], position: int) -> tuple[int, bool, int] | None:
    """A year by its number: the year, whether of the Hijra, and where it ends."""
    if position >= len(words):
        return None
    numeral = numerals.cardinal(words, position)
    if numeral is None or not numeral.exact:
        return None
    hijri = numeral.value in _HIJRI_YEARS
    if not hijri and numeral.value not in _YEARS:
        return None
    return numeral.value, hijri, numeral.end + (bare(words, numeral.end) in date_words.ERAS)


def year(words: Sequence[Word], position: int) -> Read | None:
    """A year after its noun, or years: "عام 2013", "عامي 2015 و2016", "الأعوام 2013 و2014 و2015"."""
    noun = calendar().units.get(bare(words, position))
    if noun is None or noun.unit is not Unit.YEAR:
        return None
    return years(words, position + 1)


def years(words: Sequence[Word], position: int) -> Read | None:
    """One or several years by number, as an interval where they are several."""
    match = _YEAR_RANGE.fullmatch(bare(words, position))
    if match is not None and int(match[1]) in _YEARS and int(match[1]) < int(match[2]) <= _YEARS.stop:
        return Between(Absolute(int(match[1])), Absolute(int(match[2]))), position + 1
    first = _year_number(words, position)
    if first is None:
        return None
    begin, hijri, end = first
    last = begin
    while end < len(words) and (words[end].joined or bare(words, end) in _DASHES | {"/"}):
        following = _year_number(words, end if words[end].joined else end + 1)
        if following is None or following[0] <= last or following[1] != hijri:
            break
        last, _, end = following
    finish = Absolute(last, hijri=hijri)
    return (finish if begin == last else Between(Absolute(begin, hijri=hijri), finish)), end
