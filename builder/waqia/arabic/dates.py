"""Expressions of time in running text, from "فجر أمس السبت" to "26 شوال 1436 هـ".

`times` finds them and keeps what they say; `anchors` finds the days that an article's passages count from; `resolve`
turns an expression and its anchor into days, months, years and intervals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from waqia.arabic import date_grammar, date_phrases, date_words
from waqia.arabic.calendar import Size, calendar
from waqia.arabic.date_grammar import Read, bare
from waqia.arabic.resolution import anchors, resolve
from waqia.arabic.timespans import Absolute, Between, Edge, TimeExpression, TimeKind, Vague, Weekday, When
from waqia.arabic.tokens import Token
from waqia.arabic.words import Word, read_words, reader

__all__ = ["WORDS", "Edge", "TimeExpression", "TimeKind", "anchors", "resolve", "times"]

WORDS = date_words.WORDS
_READ = reader(WORDS)
_RANGE_OPENERS = frozenset({"من", "بين"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A meaning at word positions up to `end`."""

    when: When
    end: int
    edge: Edge | None = None
    part: str | None = None


def times(text: str, tokens: Sequence[Token]) -> list[TimeExpression]:
    """All expressions of time of the tokens in their order, none overlapping; impossible dates are left out.

    Args:
        text: The text that the tokens' offsets refer to.
        tokens: Its tokens, of the whole or of a part.
    """
    words = read_words(tokens, _READ)
    return [expression for line in _lines(text, words) for expression in _of_line(line)]


def _lines(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The words line by line: no expression of time goes on in another paragraph."""
    first, line_end = 0, -1
    for position, word in enumerate(words):
        if word.token.start > line_end:
            if first < position:
                yield words[first:position]
            first = position
            line_end = text.find("\n", word.token.start)
            if line_end < 0:
                break
    if first < len(words):
        yield words[first:]


def _of_line(words: Sequence[Word]) -> Iterator[TimeExpression]:
    entry = _entry(words)
    if entry is None:
        yield from _from(words, 0)
        return
    yield _placed(words, 0, entry)
    yield from (
        t for t in _from(words, entry.end) if isinstance(t.when, Absolute) and t.when.year is not None
    )


def _from(words: Sequence[Word], position: int) -> Iterator[TimeExpression]:
    while position < len(words):
        if not _can_start(words, position):
            position += 1
            continue
        found = _expression(words, position)
        if found is None:
            position = date_grammar.impossible(words, position) or _name(words, position) or position + 1
            continue
        yield _placed(words, position, found)
        position = found.end


def _entry(words: Sequence[Word]) -> _Found | None:
    """The year that heads an entry of a calendar of events: "1982 - غزو لبنان", "1914: اندلاع الحرب".

    What is told in it happened then, if it does not say another year.
    """
    year = _plain_year(words, 0)
    return year if year is not None and bare(words, year.end) in date_words.ENTRY_SIGNS else None


def _can_start(words: Sequence[Word], position: int) -> bool:
    """Whether it is worth trying: most words are no words of time, and most prepositions govern none."""
    word = words[position].bare
    if word in date_words.OPENERS:
        position += 1
        word = bare(words, position)
    return word in date_words.STARTERS or word[:1].isdigit()


def _placed(words: Sequence[Word], position: int, found: _Found) -> TimeExpression:
    word, last = words[position], words[found.end - 1]
    first, end = word.index, last.token.end
    return TimeExpression(first, last.index + 1, word.start, end, found.when, found.edge, found.part)


def _expression(words: Sequence[Word], position: int) -> _Found | None:
    return (
        _interval(words, position)
        or _edged(words, position)
        or _whole(words, position)
        or _before_or_after(words, position)
    )


def _interval(words: Sequence[Word], position: int) -> _Found | None:
    """From one time to another: "من 7 يوليو وحتى الخامس من الشهر الجاري", "بين يناير ومارس", "يونيو ويوليو"."""
    opener = bare(words, position) if bare(words, position) in _RANGE_OPENERS else ""
    start = position + bool(opener)
    first = _side(words, start)
    if first is None or isinstance(first.when, Vague):
        return None
    end = first.end + (bare(words, first.end) == "،")
    joined = end < len(words) and words[end].joined
    if opener == "من" or (not opener and bare(words, end) in date_words.TO):
        second = _side(words, _after_to(words, end)) if opener else None
    elif opener == "بين":
        if isinstance(first.when, Between):
            return replace(first, end=first.end)
        second = _side(words, end) if joined else None
    else:
        second = _side(words, first.end) if _next_month(words, first) else None
    return None if second is None else _Found(Between(first.when, second.when), second.end)


def _next_month(words: Sequence[Word], first: _Found) -> bool:
    """Whether the month after follows, joined by "and"."""
    if not isinstance(first.when, Absolute) or first.when.day is not None or first.when.month is None:
        return False
    if first.end >= len(words) or not words[first.end].joined:
        return False
    second = date_grammar.month(words, first.end, sure=True)
    return second is not None and second[0].month == first.when.month % 12 + 1


def _side(words: Sequence[Word], position: int) -> _Found | None:
    """One end of an interval: a time, or a year alone."""
    if position >= len(words):
        return None
    return _whole(words, position) or _plain_year(words, position)


def _plain_year(words: Sequence[Word], position: int) -> _Found | None:
    """A year of four digits that no unit follows."""
    if position >= len(words) or not words[position].bare[:4].isdigit() or len(words[position].bare) < 4:
        return None
    read = date_grammar.years(words, position)
    if read is None or bare(words, read[1]) in calendar().units:
        return None
    return _Found(*read)


def _after_to(words: Sequence[Word], position: int) -> int:
    """Where the end of a range starts after "إلى", "حتى", "إلى غاية"; beyond the text where none of them stands."""
    if bare(words, position) not in date_words.TO:
        return len(words)
    return position + 1 + (bare(words, position + 1) == "غايه")


def _edged(words: Sequence[Word], position: int) -> _Found | None:
    """A time of which only the start or end is told: "منذ مساء أمس", "حتى الجمعة", "بحلول 2019"."""
    first = bare(words, position)
    for phrase, edge in date_words.EDGES:
        end = position + len(phrase)
        if first != phrase[0] or tuple(bare(words, at) for at in range(position, end)) != phrase:
            continue
        read = date_phrases.ago(words, position) or date_phrases.vague(words, position)
        if read is not None:
            return _Found(*read, edge=None if isinstance(read[0], Vague) else edge)
        found = _side(words, end)
        if found is None or isinstance(found.when, Vague):
            return found
        if _counts(words, end, edge):
            return None
        if phrase in date_words.ANNOUNCING:
            found = replace(found, when=_ahead(found.when))
        return _up_to(words, found) or replace(found, edge=edge)
    return None


def _ahead(when: When) -> When:
    """A weekday as the coming one: "اعتبارا من الأحد" is said beforehand."""
    if isinstance(when, Weekday) and when.shift is None:
        return replace(when, shift=0)
    if isinstance(when, Between) and isinstance(when.end, Weekday):
        return replace(when, end=_ahead(when.end))
    return when


def _counts(words: Sequence[Word], position: int, edge: Edge) -> bool:
    """Whether a round number after "حتى" is rather how many than a year."""
    text = bare(words, position)
    return edge is Edge.UNTIL and text.isdigit() and len(text) == 4 and int(text) % 100 == 0


def _up_to(words: Sequence[Word], first: _Found) -> _Found | None:
    """What goes on to its other end: "منذ 2011 وحتى 2013"."""
    second = _side(words, _after_to(words, first.end + (bare(words, first.end) == "،")))
    return None if second is None else _Found(Between(first.when, second.when), second.end)


def _before_or_after(words: Sequence[Word], position: int) -> _Found | None:
    """A bound by a calendar date: "قبل عام 2011", "بعد مايو 2013"; also "في 2013"."""
    if bare(words, position - 1) == "في" and not _counts(words, position, Edge.UNTIL):
        return _plain_year(words, position)
    word = bare(words, position)
    edge = {date_words.BEFORE: Edge.UNTIL, date_words.AFTER: Edge.SINCE}.get(word)
    if edge is None:
        return None
    found = _side(words, position + 1)
    if found is None or not isinstance(found.when, Absolute) or found.when.offset is not None:
        return None
    return None if _counts(words, position + 1, Edge.UNTIL) else replace(found, edge=edge)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words before a time that tell its part of the day, or that it is a day, or where in a period."""

    end: int
    part: str | None = None
    night: bool = False
    after_midnight: bool = False
    marked: bool = False
    stretch: bool = False


def _frame(words: Sequence[Word], position: int) -> _Frame:
    parts = calendar().parts
    start = position
    after = bare(words, start) == date_words.AFTER
    start += after
    middle = bare(words, start) == "منتصف" and bare(words, start + 1) in parts
    start += middle
    word = bare(words, start)
    if word in parts and not words[start].definite:
        night = word in date_words.NIGHT
        day = bare(words, start + 1) == date_words.TODAY and not words[start + 1].definite
        part = "afternoon" if after and parts[word] == "noon" else parts[word]
        return _Frame(start + 1 + day, part, night, after and middle and night, marked=True)
    if after or middle:
        return _Frame(position)
    if word in date_words.STRETCHES and not words[start].definite:
        return _Frame(position + 1, stretch=True)
    noun = calendar().units.get(word)
    marked = noun is not None and noun.size is not Size.MANY and not words[position].definite
    day = marked and word in (date_words.TODAY, "يومي", "شهري")
    return _Frame(position + day, marked=day)


def _whole(words: Sequence[Word], position: int) -> _Found | None:
    """A time with the words that frame it: "بعد منتصف ليل الاثنين", "نهاية يناير الماضي", "يوم 31 يوليو"."""
    frame = _frame(words, position)
    if frame.end >= len(words):
        return None
    read = _core(words, frame)
    if read is None and frame.stretch:
        return _plain_year(words, frame.end)
    if read is None:
        return None
    when, end = read
    if frame.after_midnight and bare(words, position - 1) != "ما":
        when = _day_after(when)
    return _with_equivalent(words, _Found(when, end, part=frame.part))


def _with_equivalent(words: Sequence[Word], found: _Found) -> _Found:
    """A date with the same day in the other calendar after it: "24 يوليو 2015 الموافق 8 شوال 1436"."""
    at = found.end + (bare(words, found.end) == "،")
    if bare(words, at) != "موافق" or not isinstance(found.when, Absolute):
        return found
    other = date_phrases.date_after(words, at)
    if other is None:
        return found
    lunar = found.when.hijri and not other[0].hijri
    return replace(found, when=other[0] if lunar else found.when, end=other[1])


def _day_after(when: When) -> When:
    """The day on which the time after the midnight of a night lies: of "ليل الاثنين الثلاثاء" the second."""
    if isinstance(when, Between):
        return when.end
    return replace(when, later=1) if isinstance(when, Weekday) else when


def _core(words: Sequence[Word], frame: _Frame) -> Read | None:
    start = frame.end
    day = (
        date_grammar.numeric(words, start)
        or _of_no_name(words, start)
        or date_phrases.relative(words, start)
        or date_phrases.weekday(words, start, night=frame.night, marked=frame.marked)
    )
    if day is not None or frame.part is not None:
        return day
    return (
        date_grammar.month(words, start)
        or date_grammar.year(words, start)
        or date_phrases.period(words, start, stretch=frame.stretch)
        or date_phrases.last_night(words, start)
        or date_phrases.during(words, start)
        or date_phrases.ago(words, start)
        or date_phrases.vague(words, start)
    )


def _of_no_name(words: Sequence[Word], start: int) -> Read | None:
    """A day of a month that is not what something is called after."""
    return None if _name(words, start) else date_grammar.dated(words, start)


def _name(words: Sequence[Word], start: int) -> int | None:
    """Where a date ends that is what something is called after ("ثورة 25 يناير")."""
    if bare(words, start - 1) not in date_words.DATE_HEADS or words[start - 1].definite:
        return None
    read = date_grammar.dated(words, start)
    return None if read is None else read[1]
