"""Times told from the day of writing, and weekdays: "أمس السبت", "يوم الجمعة الماضي", "خلال الأيام الثلاثة الماضية".

Every function here reads what starts at a word position and returns the meaning with the position after it, or None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqia.arabic import date_words, numerals
from waqia.arabic.calendar import Size, Unit, UnitNoun, calendar
from waqia.arabic.date_grammar import Read, bare, dated, month, numeric, shift
from waqia.arabic.timespans import Absolute, Ago, Between, During, Period, Relative, Vague, Weekday
from waqia.arabic.words import Word

_DASHES = frozenset("-–—/")
_OPENING, _CLOSING = frozenset("("), frozenset(")")
_PERIODS = frozenset({Unit.WEEK, Unit.MONTH, Unit.YEAR})
_STRETCHED = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.HOUR})


def _definite(words: Sequence[Word], position: int) -> bool:
    return 0 <= position < len(words) and words[position].definite


def _plain(words: Sequence[Word], position: int) -> bool:
    """Whether a word stands without conjunction and preposition of its own."""
    return position < len(words) and not (words[position].joined or words[position].preposition)


def _weekday_number(words: Sequence[Word], position: int) -> int | None:
    if not _definite(words, position):
        return None
    return calendar().weekdays.get(words[position].bare)


def _in_parentheses(words: Sequence[Word], position: int) -> tuple[int, int]:
    """How many brackets or commas go before and after an apposition: "اليوم (الأحد)", "أمس، الجمعة"."""
    if bare(words, position) in _OPENING and bare(words, position + 2) in _CLOSING:
        return 1, 1
    return int(bare(words, position) == "،"), 0


def relative(words: Sequence[Word], position: int) -> Read | None:
    """A day counted from the day of writing, with its weekday or date where the text adds it."""
    read = _offset(words, position)
    if read is None:
        return None
    offset, end = read
    before, after = _in_parentheses(words, end)
    number = _weekday_number(words, end + before)
    if number is not None and _plain(words, end + before):
        end += before + 1 + after
        date = date_after(words, end)
        if date is None:
            return Relative(offset, number), end
        return replace(date[0], weekday=number, offset=offset), date[1]
    date = date_after(words, end)
    if date is not None:
        return replace(date[0], offset=offset), date[1]
    return Relative(offset), end


def _offset(words: Sequence[Word], position: int) -> tuple[int, int] | None:
    """How many days from the day of writing, and where the words for it end."""
    word, following = words[position].bare, bare(words, position + 1)
    if word == "اول":
        start = position + 1 + (following == "من")
        found = bare(words, start) in date_words.YESTERDAY
        return (-2, start + 1) if found else None
    if word in date_words.YESTERDAY:
        last = following == "اول" and _definite(words, position + 1)
        return (-2, position + 2) if last else (-1, position + 1)
    if word == date_words.AFTER and following in date_words.TOMORROW:
        return 2, position + 2
    if word in date_words.TOMORROW and _is_tomorrow(words, position):
        return 1, position + 1
    if word in date_words.THESE and following == date_words.TODAY and _definite(words, position + 1):
        return 0, position + 2
    if word == date_words.TODAY and _definite(words, position) and _is_today(words, position):
        return 0, position + 1
    return None


def _is_tomorrow(words: Sequence[Word], position: int) -> bool:
    """Whether "غد" is tomorrow and no name ("حزب الغد")."""
    word = words[position]
    if word.definite:
        return False
    before = bare(words, position - 1)
    alone = word.bare == "غدا" or before in (date_words.TODAY, date_words.AFTER) or before in calendar().parts
    return alone or _weekday_number(words, position + 1) is not None


def _is_today(words: Sequence[Word], position: int) -> bool:
    """Whether "اليوم" is the day of writing, not a day told of, nor part of a newspaper's name."""
    before, after = bare(words, position - 1), bare(words, position + 1)
    if (
        after in date_words.TOLD_DAY
        or numerals.ordinal(words, position + 1 if after else position) is not None
    ):
        return False
    return before != "في" and before not in date_words.MEDIA


def date_after(words: Sequence[Word], position: int) -> tuple[Absolute, int] | None:
    """A full date in apposition: "، 31 يوليو", "(31 يوليو)", "الموافق 31 يوليو 2015"."""
    start = position
    if bare(words, start) == "،":
        start += 1
    start += bare(words, start) == "موافق"
    bracket = bare(words, start) in _OPENING
    if start + bracket >= len(words) or words[start + bracket].joined:
        return None
    read = numeric(words, start + bracket) or dated(words, start + bracket)
    if read is None or not isinstance(read[0], Absolute):
        return None
    return read[0], read[1] + (bracket and bare(words, read[1]) in _CLOSING)


def weekday(
    words: Sequence[Word], position: int, *, night: bool = False, marked: bool = False
) -> Read | None:
    """A weekday with what is said of it, or two in a row: "السبت والأحد", at `night` also "السبت الأحد".

    `marked` says that the word before it makes it a day ("يوم", "فجر"); otherwise it may be part of a name.
    """
    number = _weekday_number(words, position)
    if number is None or bare(words, position + 1) == "عشر":
        return None
    pair = _next_day(words, position, number, night)
    if pair is not None:
        return pair
    change, end = shift(words, position + 1)
    if change is not None:
        return Weekday(number, change), end
    date = date_after(words, position + 1)
    if date is not None:
        return replace(date[0], weekday=number), date[1]
    if not marked and _is_name(words, position):
        return None
    return Weekday(number), position + 1


def _next_day(words: Sequence[Word], position: int, number: int, night: bool) -> Read | None:
    """The day after, right behind a weekday: both as an interval."""
    start = position + 1
    bracket = night and bare(words, start) in _OPENING and bare(words, start + 2) in _CLOSING
    linked = bracket or bare(words, start) in _DASHES or bare(words, start) == "الي"
    start += linked
    second = _weekday_number(words, start)
    if second is None or second != number % 7 + 1:
        return None
    if not (night or linked or words[start].joined):
        return None
    change, end = shift(words, start + 1)
    return Between(Weekday(number), Weekday(second, change)), end + bracket


def _is_name(words: Sequence[Word], position: int) -> bool:
    """Whether a weekday's word belongs to a name: "سوق الأحد", "خالد الجمعة"."""
    before = bare(words, position - 1)
    if before in date_words.GIVEN_NAMES:
        return True
    return before in date_words.WEEKDAY_HEADS and not _definite(words, position - 1)


def period(words: Sequence[Word], position: int, *, stretch: bool = False) -> Read | None:
    """The week, month or year of writing or the one beside it: "الشهر الماضي", "هذا العام".

    `stretch` says that "نهاية", "مطلع" go before: then "العام" alone is the current one.
    """
    these = bare(words, position) in date_words.THESE
    start = position + these
    noun = calendar().units.get(bare(words, start))
    if noun is None or noun.size is not Size.ONE or not _definite(words, start):
        return None
    if noun.unit not in _PERIODS or (these and not _plain(words, start)):
        return None
    if noun.unit is Unit.YEAR and bare(words, position - 1) in date_words.GENERAL:
        return None
    if these:
        return Period(noun.unit, 0), start + 1
    change, end = shift(words, start + 1)
    if change is not None:
        return Period(noun.unit, change), end
    return (Period(noun.unit, 0), start + 1) if stretch and noun.unit is not Unit.WEEK else None


def last_night(words: Sequence[Word], position: int) -> Read | None:
    """The night before: "الليلة الماضية" is yesterday and today, "الليلة البارحة" yesterday, "الليلة" today."""
    if bare(words, position) != "ليله" or not _definite(words, position):
        return None
    change, end = shift(words, position + 1)
    if change == -1:
        return Between(Relative(-1), Relative(0)), end
    if bare(words, position + 1) in date_words.YESTERDAY:
        return Relative(-1), position + 2
    return (Relative(0), position + 1) if change is None else None


def _count(words: Sequence[Word], position: int) -> tuple[int, UnitNoun, int] | None:
    """Units with their number: "ثلاثة أيام", "يومين", "24 ساعة", "أسبوع [واحد]", "الأيام الثلاثة"."""
    units = calendar().units
    if position >= len(words):
        return None
    noun = units.get(words[position].bare)
    if noun is not None:
        size = {Size.ONE: 1, Size.TWO: 2}.get(noun.size)
        after = numerals.cardinal(words, position + 1) if position + 1 < len(words) else None
        if noun.size is Size.MANY and after is not None and not words[position + 1].joined:
            return after.value, noun, after.end
        single = bare(words, position + 1) in ("واحد", "واحده")
        if size is None or _is_numbered(words, position + 1) or (_needs_one(noun) and not single):
            return None
        return size, noun, position + 1 + single
    numeral = numerals.cardinal(words, position)
    if numeral is None or numeral.end >= len(words) or not _plain(words, numeral.end):
        return None
    noun = units.get(words[numeral.end].bare)
    if noun is None or words[numeral.end].definite:
        return None
    return numeral.value, noun, numeral.end + 1


def _needs_one(noun: UnitNoun) -> bool:
    """Whether a unit counts as one of it only with "واحد": "منذ يوم الأربعاء" is no day long."""
    return noun.unit is Unit.DAY and noun.size is Size.ONE


def _is_numbered(words: Sequence[Word], position: int) -> bool:
    """Whether a month's name or a year's number follows its noun: "شهر مايو", "عام 2013"."""
    if position >= len(words):
        return False
    return month(words, position, sure=True) is not None or words[position].bare[:4].isdigit()


def during(words: Sequence[Word], position: int) -> Read | None:
    """A stretch that ends with the day of writing: "خلال أسبوع", "الأيام الثلاثة الماضية", "آخر 24 ساعة"."""
    start, opened = position, bare(words, position) in date_words.WITHIN | {"اخر"}
    start += opened
    if bare(words, start) in ("اقل", "اكثر") and bare(words, start + 1) == "من":
        opened = opened or bare(words, position - 1) == "في"
        start += 2
    start += bare(words, start) in date_words.HEDGES
    read = _count(words, start)
    if read is None:
        return None
    count, noun, end = read
    if count == 1 and bare(words, position) == "اخر":
        return None
    change, after = shift(words, end)
    latest = bare(words, end) in date_words.LAST and _definite(words, end)
    if change in (-1, 1) or latest:
        if not _definite(words, start) or (noun.size is Size.ONE and count == 1):
            return None
        return During(count, noun.unit, past=change != 1, ahead=change == 1), after + latest
    if not opened or change is not None or _definite(words, start) or noun.unit not in _STRETCHED:
        return None
    return During(count, noun.unit), end


def ago(words: Sequence[Word], position: int) -> Read | None:
    """A time so long before the day of writing: "قبل عامين"; with "منذ" its start."""
    if bare(words, position) not in (date_words.BEFORE, "منذ"):
        return None
    start = position + 1
    start += bare(words, start) in date_words.HEDGES
    if bare(words, start) in ("اكثر", "اقل") and bare(words, start + 1) == "من":
        read = _count(words, start + 2)
        return None if read is None else (Vague(), read[2])
    if _definite(words, start):
        return None
    read = _count(words, start)
    if read is None:
        return None
    count, noun, end = read
    told = bare(words, end) == "من" and bare(words, end + 1) != "الان"
    return None if told and bare(words, position) == date_words.BEFORE else (Ago(count, noun.unit), end)


def vague(words: Sequence[Word], position: int) -> Read | None:
    """A time that is left open: "قبل أيام", "منذ عدة أسابيع", "الأشهر الأخيرة", "مؤخرا"."""
    word = words[position].bare
    if word in date_words.VAGUE_ADVERBS:
        return Vague(), position + 1
    start = position + (word in {date_words.BEFORE, "منذ"} | date_words.WITHIN)
    opened = start > position
    start += bare(words, start) in date_words.FEW
    noun = calendar().units.get(bare(words, start))
    fits = noun is not None and noun.size is Size.MANY
    if not fits and bare(words, start) not in ("فتره", "فترات"):
        return None
    end = start + 1 + (bare(words, start + 1) in date_words.FEW)
    change, after = shift(words, end)
    latest = bare(words, end) in date_words.LAST
    if change is not None or (latest and _definite(words, start)):
        return Vague(), after + (latest and change is None)
    return (Vague(), end) if opened and not _definite(words, start) else None
