"""Arabic numerals, in digits or words, read as integers.

The words follow the grammar of the language (units before tens, joined by "and"; thousands and above multiply what
stands before them), in every gender and case and in the spellings of newspapers. What a numeral counts is not asked
here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from waqia.arabic.words import Word, listed

_UNIT_WORDS = {
    1: "واحد واحده احد احدي",
    2: "اثنان اثنين اثنتان اثنتين ثنتان ثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثه",
    4: "اربع اربعه",
    5: "خمس خمسه",
    6: "ست سته",
    7: "سبع سبعه",
    8: "ثمان ثماني ثمانيه",
    9: "تسع تسعه",
}
_TENS_WORDS = {20: "عشر", 30: "ثلاث", 40: "اربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_HUNDRED_STEMS = {3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
_ONLY_COMPOUND = listed("احد احدي اثنا اثني اثنتا اثنتي")  # "إثني" alone is "ethnic"
_TEN = frozenset({"عشر", "عشره"})
_HUNDRED = frozenset({"ميه", "مايه"})
_TWO_HUNDRED = frozenset({"ميتان", "ميتين", "ميتا", "ميتي", "مايتان", "مايتين", "مايتا", "مايتي"})
_SCALES = (
    (10**3, "الف الفا", "الفان الفين الفي", "الاف"),
    (10**6, "مليون مليونا", "مليونان مليونين مليوني", "ملايين"),
    (10**9, "مليار مليارا بليون بليونا", "ملياران مليارين ملياري بليونان بليونين", "مليارات بلايين"),
    (10**12, "تريليون تريليونا ترليون", "تريليونان تريليونين", "تريليونات"),
)
_ORDINAL_WORDS = {
    1: "اول اولي حادي حاديه",
    2: "ثاني ثان ثانيه",
    3: "ثالث ثالثه",
    4: "رابع رابعه",
    5: "خامس خامسه",
    6: "سادس سادسه",
    7: "سابع سابعه",
    8: "ثامن ثامنه",
    9: "تاسع تاسعه",
    10: "عاشر عاشره",
}

UNITS = {word: value for value, words in _UNIT_WORDS.items() for word in words.split()}
TENS = {stem + ending: value for value, stem in _TENS_WORDS.items() for ending in ("ون", "ين")}
ORDINALS = {word: value for value, words in _ORDINAL_WORDS.items() for word in words.split()}
SINGULAR_SCALES = {word: scale for scale, words, _, _ in _SCALES for word in words.split()}
DUAL_SCALES = {word: scale for scale, _, words, _ in _SCALES for word in words.split()}
PLURAL_SCALES = {word: scale for scale, _, _, words in _SCALES for word in words.split()}
FRACTIONS = {"نصف": 2, "ربع": 4}
_HUNDREDS = {
    stem + hundred: value * 100
    for value, stems in _HUNDRED_STEMS.items()
    for stem in stems.split()
    for hundred in _HUNDRED
}
_TEENS = {
    word + ten: 10 + value for word, value in UNITS.items() for ten in _TEN
}  # "خمسةعشر", written as one
_VAGUE = {"عشرات": 20, "ميات": 200}  # the least that the word can mean in a toll

WORDS = frozenset(
    {
        *UNITS,
        *TENS,
        *ORDINALS,
        *SINGULAR_SCALES,
        *DUAL_SCALES,
        *PLURAL_SCALES,
        *FRACTIONS,
        *_HUNDREDS,
        *_TEENS,
    }
    | {*_TEN, *_HUNDRED, *_TWO_HUNDRED, *_VAGUE, "صفر"}
)

_GROUPED = re.compile(r"\d{1,3}(?:[.,٫٬]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,٫]\d+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral that ends before word `end`; not `exact` where a fraction was cut off."""

    value: int
    end: int
    exact: bool = True


def _at(words: Sequence[Word], position: int) -> Word | None:
    return words[position] if position < len(words) else None


def digits(text: str) -> tuple[float, bool] | None:
    """The value of a number in digits, and whether it is whole; None for dates, times and ranges."""
    if text.isdigit():
        return int(text), True
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text)), True
    if _DECIMAL.fullmatch(text):
        return float(re.sub(r"\D", ".", text)), False
    return None


def has_hamza_seat(word: Word) -> bool:
    """Whether the word is written with ئ: folding makes مئتين, two hundred, one with ميتين, dead."""
    return "\u0626" in word.token.text


def _unit(word: Word) -> int | None:
    """The unit that a word is; "الأحد" and "الاثنين" are weekdays rather than units."""
    value = UNITS.get(word.bare)
    return None if value in (1, 2) and word.definite else value


def _below_hundred(words: Sequence[Word], position: int) -> Numeral | None:
    word = words[position]
    after = _at(words, position + 1)
    unit = _unit(word)
    if unit is not None and after is not None:
        if after.bare in _TEN and not after.joined and not after.preposition:
            return Numeral(10 + unit, position + 2)
        if after.bare in TENS and after.joined:
            return Numeral(unit + TENS[after.bare], position + 2)
    if word.bare in _ONLY_COMPOUND:
        return None
    for table in (TENS, _TEENS):
        if word.bare in table:
            return Numeral(table[word.bare], position + 1)
    if word.bare in _TEN:
        return Numeral(10, position + 1)
    return None if unit is None else Numeral(unit, position + 1)


def _hundreds(words: Sequence[Word], position: int) -> Numeral | None:
    word, after = words[position], _at(words, position + 1)
    unit = _unit(word)
    if unit is not None and unit >= 3 and after is not None and after.bare in _HUNDRED and not after.joined:
        return None if after.preposition else Numeral(unit * 100, position + 2)
    if word.bare in _HUNDREDS:
        return Numeral(_HUNDREDS[word.bare], position + 1)
    if word.bare in _HUNDRED:
        return Numeral(100, position + 1)
    if word.bare in _TWO_HUNDRED and (has_hamza_seat(word) or word.bare.startswith("ما")):
        return Numeral(200, position + 1)
    return None


def _below_thousand(words: Sequence[Word], position: int) -> Numeral | None:
    hundreds = _hundreds(words, position)
    if hundreds is None:
        return _below_hundred(words, position)
    rest = _at(words, hundreds.end)
    if rest is None or not rest.joined:
        return hundreds
    if rest.bare.isdigit() and len(rest.bare) < 3:
        return Numeral(hundreds.value + int(rest.bare), hundreds.end + 1)
    below = _below_hundred(words, hundreds.end)
    return hundreds if below is None else Numeral(hundreds.value + below.value, below.end)


def _scale(word: Word | None) -> int | None:
    """What a word right after a number multiplies it by."""
    if word is None or word.joined or word.preposition:
        return None
    return SINGULAR_SCALES.get(word.bare) or PLURAL_SCALES.get(word.bare)


def _multiplied(words: Sequence[Word], value: float, end: int, exact: bool) -> tuple[Numeral, int]:
    scale = _scale(_at(words, end))
    if scale is None:
        return Numeral(int(value), end, exact), 1
    product = round(value * scale, 6)
    return Numeral(int(product), end + 1, product == int(product)), scale


def _bare_scale(words: Sequence[Word], position: int) -> tuple[Numeral, int] | None:
    """A thousand or million that no number stands before: "ألف", "مليونان", "نصف مليون"."""
    word = words[position]
    scale = SINGULAR_SCALES.get(word.bare)
    if word.bare in FRACTIONS and (scale := _scale(_at(words, position + 1))) is not None:
        return Numeral(scale // FRACTIONS[word.bare], position + 2), scale
    if scale is None:
        scale = DUAL_SCALES.get(word.bare)
        return None if scale is None else (Numeral(2 * scale, position + 1), scale)
    # "ألفا جندي" is two thousand (dual, construct state), "ألفًا" with its sign one thousand
    dual = word.bare.endswith("ا") and "\u064b" not in word.token.text
    return Numeral(scale * (2 if dual else 1), position + 1), scale


def _group(words: Sequence[Word], position: int) -> tuple[Numeral, int] | None:
    """A number up to its multiplier, with the multiplier (1 where there is none)."""
    word = words[position]
    if word.bare[:1].isdigit():
        number = digits(word.bare)
        if word.bare.count(".") == 1 and _scale(_at(words, position + 1)) is not None:
            number = float(word.bare), False  # "4.783 مليار"
        return None if number is None else _multiplied(words, number[0], position + 1, number[1])
    bare = _bare_scale(words, position)
    if bare is not None:
        return bare
    small = _below_thousand(words, position)
    return None if small is None else _multiplied(words, small.value, small.end, True)


def _and_a_half(words: Sequence[Word], position: int, scale: int) -> tuple[int, int]:
    """What "and a half" after a multiplier adds, and where it ends ("مليون ونصف المليون")."""
    word = _at(words, position)
    if scale == 1 or word is None or not word.joined or word.bare not in FRACTIONS:
        return 0, position
    after = _at(words, position + 1)
    repeated = after is not None and SINGULAR_SCALES.get(after.bare) == scale
    return scale // FRACTIONS[word.bare], position + 1 + repeated


def cardinal(words: Sequence[Word], position: int) -> Numeral | None:
    """The cardinal that starts at word `position`, as long as it goes; None where none starts."""
    if words[position].bare == "صفر":
        return Numeral(0, position + 1)
    total, end, limit, exact = 0, position, 10**15, True
    while True:
        group = _group(words, end)
        if group is None:
            break
        numeral, scale = group
        # "مئة ألف وألف": the same multiplier again, where what stands before is whole hundreds of it
        again = scale == limit and scale > 1 and total % (100 * scale) == 0 and numeral.value < 100 * scale
        if numeral.value >= limit and not again:
            break
        total, end, exact, limit = total + numeral.value, numeral.end, exact and numeral.exact, scale
        added, end = _and_a_half(words, end, scale)
        total += added
        after = _at(words, end)
        if scale == 1 or added or after is None or not after.joined:
            break
    return None if end == position else Numeral(total, end, exact)


def ordinal(words: Sequence[Word], position: int) -> Numeral | None:
    """The ordinal that starts at word `position` ("الخامس والعشرين", "الثاني عشر")."""
    word, after = words[position], _at(words, position + 1)
    value = ORDINALS.get(word.bare)
    if value is None:
        return None
    if after is not None and value < 10:
        if after.bare in _TEN and not after.joined and not after.preposition:
            return Numeral(10 + value, position + 2)
        if after.bare in TENS and after.joined and after.definite == word.definite:
            return Numeral(value + TENS[after.bare], position + 2)
    return None if word.bare.startswith("حادي") else Numeral(value, position + 1)


def vague(words: Sequence[Word], position: int) -> Numeral | None:
    """The least that "tens", "hundreds", "thousands" and their products mean."""
    word, after = words[position], _at(words, position + 1)
    if word.bare in PLURAL_SCALES:
        return Numeral(2 * PLURAL_SCALES[word.bare], position + 1)
    least = _VAGUE.get(word.bare)
    if least is None or (word.bare == "ميات" and not has_hamza_seat(word)):
        return None
    if after is not None and after.bare in PLURAL_SCALES and not after.joined and not after.preposition:
        return Numeral(least * PLURAL_SCALES[after.bare], position + 2)
    return Numeral(least, position + 1)
