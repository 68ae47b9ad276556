"""What kind of number a numeral is, seen from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from waqia.arabic import measures, numerals
from waqia.arabic.calendar import Size, Unit, calendar
from waqia.arabic.words import Word

_HUNDRED = frozenset({"ميه", "مايه"})
_OPENING = frozenset("([{")
_CLOSING = frozenset(")]}")
_YEARS = range(1900, 2101)
_RECENT = range(1950, 2050)
_HIJRI_YEARS = range(1300, 1501)
_ERAS = frozenset({"م", "ه", "ميلادي", "ميلاديه", "هجري", "هجريه"})
_AGE_DISTANCE = 4
_FIRST_MONTH_WORDS = frozenset(name[0] for name in calendar().months)
_LONG_UNITS = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})


class QuantityKind(StrEnum):
    """What a number is the number of."""

    COUNT = "count"
    ORDINAL = "ordinal"
    AGE = "age"
    CALIBRE = "calibre"
    DISTANCE = "distance"
    MONEY = "money"
    YEAR = "year"
    TIME = "time"
    PERCENTAGE = "percentage"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Around:
    """A numeral of `value` at word positions `first` to `last`, brackets included, with the words around it."""

    words: Sequence[Word]
    first: int
    last: int
    value: int
    in_digits: bool

    def word(self, position: int) -> Word | None:
        """The word at a position, None outside."""
        return self.words[position] if 0 <= position < len(self.words) else None

    def bare(self, position: int) -> str:
        """The bare word at a position, "" outside."""
        found = self.word(position)
        return "" if found is None else found.bare

    @property
    def before(self) -> str:
        """The word before, past an opening bracket or quotation mark."""
        outer = self.first - 1
        return (
            self.bare(outer - 1)
            if self.bare(outer) and not self.bare(outer)[0].isalnum()
            else self.bare(outer)
        )

    @property
    def after(self) -> str:
        """The word after, where it is neither joined nor governed by a preposition of its own."""
        found = self.word(self.last)
        return "" if found is None or found.joined or found.preposition else found.bare


def kind_of_ordinal(around: Around) -> QuantityKind:
    """The kind of an ordinal: a day of a month and an hour are times."""
    if _of_age(around):
        return QuantityKind.AGE
    if _in_a_date(around) or around.before == "ساعه":
        return QuantityKind.TIME
    return QuantityKind.ORDINAL


def kind_of_cardinal(around: Around) -> QuantityKind:
    """The kind of a cardinal; a count where nothing says otherwise."""
    for kind, holds in _TESTS:
        if holds(around):
            return kind
    return QuantityKind.COUNT


def percentage_end(words: Sequence[Word], last: int) -> int | None:
    """Where the words for "per cent" after position `last` end, None where there are none."""
    bare = [word.bare for word in words[last : last + 2]]
    if not bare:
        return None
    if bare[0] in measures.PERCENT_SIGNS or (bare[0] in _HUNDRED and words[last].preposition == "ب"):
        return last + 1
    return last + 2 if len(bare) == 2 and bare[0] == "في" and bare[1] in _HUNDRED else None


def _of_percentage(around: Around) -> bool:
    return around.before in measures.PERCENT_SIGNS or percentage_end(around.words, around.last) is not None


def _of_money(around: Around) -> bool:
    signs = {around.bare(around.last), around.bare(around.first - 1)} & measures.CURRENCY_SIGNS
    return bool(signs) or around.after in measures.MONEY


def _of_calibre(around: Around) -> bool:
    return around.before == "عيار" or around.after in measures.CALIBRES


def _of_distance(around: Around) -> bool:
    return around.after in measures.LENGTHS


def _of_age(around: Around) -> bool:
    """Whether it is an age: "يبلغ من العمر 51 عاما", "(27 عاما)", "في الثلاثين من عمره"."""
    if around.after in measures.YEARS_OF_LIFE or around.before in measures.AGE_NOUNS:
        return True
    if around.bare(around.last) == "من" and around.bare(around.last + 1) in measures.AGE_NOUNS:
        return True
    noun = calendar().units.get(around.after)
    if noun is None or noun.unit not in _LONG_UNITS:
        return False
    if around.bare(around.first - 1) in _OPENING and around.bare(around.last + 1) in _CLOSING:
        return noun.unit is Unit.YEAR
    if around.bare(around.last + 1) == "من" and around.bare(around.last + 2) in measures.AGE_NOUNS:
        return True
    near = range(around.first - 1, around.first - 1 - _AGE_DISTANCE, -1)
    return any(around.bare(position) in measures.AGE_WORDS for position in near)


def _of_time(around: Around) -> bool:
    units = calendar().units
    if around.after in units or around.before == "ساعه" or _in_a_date(around):
        return True
    previous, first = units.get(around.bare(around.first - 1)), around.word(around.first)
    if previous is None or first is None:
        return False
    return first.bare.startswith("واحد") or (previous.size is not Size.ONE and first.definite)


def _in_a_date(around: Around) -> bool:
    """Whether a month follows: "28 مايو", "العشرين من الشهر"."""
    following = around.bare(around.last)
    if around.in_digits and "/" in (around.bare(around.first - 1), following):
        return True
    if not 1 <= around.value <= 31:
        return False
    if following == "من":
        following = around.bare(around.last + 1)
        return following in _FIRST_MONTH_WORDS or following in ("شهر", "جاري")
    return following in _FIRST_MONTH_WORDS and around.in_digits


def _of_year(around: Around) -> bool:
    era = around.bare(around.last) in _ERAS
    if around.value in _HIJRI_YEARS:
        return around.in_digits and (era or around.before == "عام")
    if around.value not in _YEARS:
        return False
    before = around.before
    noun = calendar().units.get(before)
    if noun is not None and noun.unit is Unit.YEAR:
        return True
    if not around.in_digits:
        return False
    if era or before in measures.YEAR_CUES or _ends_month(around):
        return True
    if around.bare(around.first) in _OPENING:
        return True
    if around.value in _RECENT and not _counts_a_noun(around):  # "الحرب على غزة 2014"
        return around.value % 100 != 0
    return before in measures.YEAR_CUES_OF_NO_ROUND_YEAR and around.value % 100 != 0


def _ends_month(around: Around) -> bool:
    """Whether the word before is a month's, or the last of a month of two words."""
    last = around.first - 1 - (around.bare(around.first - 1) in _CLOSING)
    months = calendar().months
    return (around.bare(last),) in months or (around.bare(last - 1), around.bare(last)) in months


def _of_other(around: Around) -> bool:
    if around.after in measures.AMOUNTS:
        return True
    before = around.before
    if before in measures.TOGETHER and around.bare(around.first).startswith("واحد"):
        return True
    if not around.in_digits:
        first = around.word(around.first)
        named = before in measures.PLACE_HEADS or (
            before == "في" and around.bare(around.first) in numerals.TENS
        )
        return named and first is not None and first.definite
    previous = around.word(around.first - 1)
    model = previous is not None and previous.bare[:1].isascii() and previous.bare[:1].isalpha()
    return model or before in measures.NUMBERED or (before in measures.SITES and not _counts_a_noun(around))


def _counts_a_noun(around: Around) -> bool:
    """Whether an indefinite word follows that the number can count."""
    following = around.word(around.last)
    return (
        following is not None
        and following.token.is_word
        and not (following.definite or following.joined or following.preposition)
        and following.bare not in measures.PARTICLES
    )


_TESTS = (
    (QuantityKind.PERCENTAGE, _of_percentage),
    (QuantityKind.MONEY, _of_money),
    (QuantityKind.CALIBRE, _of_calibre),
    (QuantityKind.DISTANCE, _of_distance),
    (QuantityKind.AGE, _of_age),
    (QuantityKind.YEAR, _of_year),
    (QuantityKind.TIME, _of_time),
    (QuantityKind.OTHER, _of_other),
)
