"""What an article says of its own day: "أمس السبت", "اليوم السبت 25 فبراير", "7 يوليو الجاري", "منذ ديسمبر 2015"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from waqia.arabic.calendar import Unit
from waqia.arabic.dates import Edge, TimeExpression, resolve
from waqia.arabic.timespans import Absolute, Period, Relative, When
from waqia.dates import Days, days_of
from waqia.dating.dayset import DaySet, between, since, union, weekdays
from waqia.dating.model import Ground, Passage, Reason
from waqia.extraction.layers import Layers
from waqia.extraction.templates import ArticleTemplates, Realization, Span, Stance
from waqia.extraction.words import Word
from waqia.knowledge import Knowledge

_YEARS: Final = range(1980, 2050)
_HIJRI_YEARS: Final = range(1400, 1473)
_NEAR: Final = 2
"""How many days from its own an article calls one by its distance ("أول من أمس")."""
_ANNOUNCED: Final = timedelta(92)
_THAT: Final = frozenset({"ذلك", "تلك", "ذاك"})
_SINCE: Final = frozenset({"منذ", "مذ"})


def clues(layers: Layers, templates: ArticleTemplates, knowledge: Knowledge) -> Iterator[Reason]:
    """Give what the words of an article say of its day.

    Args:
        layers: the article with its words and times.
        templates: what was found in it, without the help of a date.
        knowledge: which types of event are violence.
    """
    yield from _days_named(layers)
    yield from _months_named(layers)
    yield from _years_named(layers)
    yield from _past(layers, templates, knowledge)


def passage(layers: Layers, time: TimeExpression) -> Passage:
    """Return where a time stands."""
    return Passage(layers.article.id, Span(time.start, time.end))


# --- the day itself ----------------------------------------------------------------------------------------------


def _days_named(layers: Layers) -> Iterator[Reason]:
    """Give the day that the article counts from: by its date, else by its weekday.

    An article that names several is put together from the copy of several days: it is of one of them.
    """
    times = [time for time in layers.times if not _of_that_day(layers, time)]
    named = [(time, days) for time in times if (days := said_on(time.when))]
    dated = [(time, days) for time, days in named if isinstance(time.when, Absolute)]
    for ground, found in ((Ground.DAY_NAMED, dated), (Ground.WEEKDAY_NAMED, named)):
        allowed: dict[DaySet, TimeExpression] = {}
        for time, days in found:
            allowed.setdefault(days, time)
        if allowed:
            passages = tuple(passage(layers, time) for time in allowed.values())
            yield Reason(ground, union(allowed), passages)


def said_on(when: When) -> DaySet | None:
    """Return the days on which a time can be said: "أمس السبت" on Sundays; None where it can be on any."""
    if isinstance(when, Relative) and when.weekday is not None and abs(when.offset) <= _NEAR:
        return weekdays(when.weekday).later(-when.offset)
    if isinstance(when, Absolute) and when.offset is not None and abs(when.offset) <= _NEAR:
        return _dates(when).later(-when.offset)
    return None


def _of_that_day(layers: Layers, time: TimeExpression) -> bool:
    """Whether it is another day that is told of: "ظهيرة ذلك اليوم الثلاثاء"."""
    return time.first > 0 and layers.text.words[time.first - 1].bare in _THAT


def _dates(when: Absolute) -> DaySet:
    """Return the days that a day, month or year comes to, in all years where it names none, on its weekday."""
    years = _HIJRI_YEARS if when.hijri else _YEARS
    each = [when] if when.year is not None else [replace(when, year=year, shift=None) for year in years]
    found = union(between(days) for one in each if (days := _days(one)) is not None)
    return found if when.weekday is None else found & weekdays(when.weekday)


def _days(when: Absolute) -> Days | None:
    value = resolve(TimeExpression(0, 0, 0, 0, when), published=None)
    return None if value is None else days_of(value)


# --- the month ---------------------------------------------------------------------------------------------------


def _months_named(layers: Layers) -> Iterator[Reason]:
    """Give the months that "7 يوليو الجاري" is written in; papers of the first of a month keep what was "this" one."""
    for time in layers.times:
        when = time.when
        if isinstance(when, Absolute) and when.shift == 0 and when.month is not None and when.year is None:
            months = _dates(replace(when, day=None, weekday=None))
            yield Reason(Ground.MONTH_NAMED, months | months.later(1), (passage(layers, time),))


def _years_named(layers: Layers) -> Iterator[Reason]:
    """Give the year that "العام الجاري 2015" or "العام الماضي (2014)" is written in."""
    words = layers.text.words
    for time in layers.times:
        when = time.when
        if not isinstance(when, Period) or when.unit is not Unit.YEAR:
            continue
        at = time.last + (time.last < len(words) and words[time.last].bare == "(")
        after = words[at : at + 2]
        if not after or not _is_year(after[0].bare) or not all(_ends(word) for word in after[1:]):
            continue
        year = int(after[0].bare)
        days = _days(Absolute(year - when.shift, hijri=year in _HIJRI_YEARS))
        if days is not None:
            span = Span(time.start, after[0].token.end)
            yield Reason(Ground.YEAR_NAMED, between(days), (Passage(layers.article.id, span),))


def _ends(word: Word) -> bool:
    """Whether a number before this word counts nothing and is not one of two years."""
    return (word.sign and word.bare not in "/-") or word.function


def _is_year(word: str) -> bool:
    return word.isdecimal() and (int(word) in _YEARS or int(word) in _HIJRI_YEARS)


# --- what is past ------------------------------------------------------------------------------------------------


def _past(layers: Layers, templates: ArticleTemplates, knowledge: Knowledge) -> Iterator[Reason]:
    """Give that the article is not older than what it tells as past: "منذ ديسمبر 2015", "في مايو 2016 قصف".

    Talks, protests and trials are told beforehand too, as if they were certain; nobody does so long before.
    """
    for time in layers.times:
        if time.edge is Edge.SINCE and layers.text.words[time.first].bare in _SINCE:
            yield from _not_before(resolve(time, published=None), passage(layers, time))
    for event in templates.events:
        for claim in event.claims:
            if event.realization is Realization.EVENT and claim.stance is Stance.ASSERTS:
                ahead = timedelta() if knowledge.is_a(event.type, "Violence") else _ANNOUNCED
                for stated in claim.dates:
                    yield from _not_before(stated.edtf, Passage(layers.article.id, stated.span), ahead)


def _not_before(edtf: str | None, where: Passage, ahead: timedelta = timedelta()) -> Iterator[Reason]:
    first = None if edtf is None else days_of(edtf).earliest
    if first is not None:
        yield Reason(Ground.DATED_PAST, since(first - ahead), (where,))
