"""Numbers in running text as quantities: how many, how exact, and of what kind.

A quantity spans its numeral and the brackets or quotation marks around it; words that bound it ("at least", also where
they stand after the noun) have their effect without being part of it. `kind` tells counts from the numbers that no toll
may use: ages, calibres, years, names of brigades. Which noun a count counts is for the caller to see.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from waqia.arabic import measures, numerals
from waqia.arabic.calendar import calendar
from waqia.arabic.measures import Hedge
from waqia.arabic.numerals import Numeral
from waqia.arabic.quantity_kinds import (
    Around,
    QuantityKind,
    kind_of_cardinal,
    kind_of_ordinal,
    percentage_end,
)
from waqia.arabic.tokens import Token
from waqia.arabic.words import Word, listed, read_words, reader

__all__ = ["WORDS", "Quantity", "QuantityKind", "noun_number", "quantities"]

_BRACKETS = dict(zip("([{«“‹", ")]}»”›", strict=True)) | {'"': '"', "'": "'"}
_DASHES = frozenset("-–—")
_WINDOW = 4  # how many words after a number may stand before "على الأقل"
_ONE_OF = listed("احد احدي")
_NOT = listed("لا لم لن")
_ONE_OF_THEM = listed("احدهم احدهما احداهما احداهن احدهن")
_COUNTED_BEFORE = listed("عددهم عددها عددهما عدد")
_YEARS = range(1900, 2101)

WORDS = numerals.WORDS | measures.WORDS | calendar().words | _ONE_OF_THEM
_READ = reader(WORDS)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `last` (exclusive) as a number: at least `minimum`, at most `maximum` (None: no limit)."""

    first: int
    last: int
    minimum: int
    maximum: int | None
    approximate: bool = False
    ordinal: bool = False
    kind: QuantityKind = QuantityKind.COUNT


@dataclass(frozen=True, slots=True)
class _Found:
    """A number at word positions `first` to `last`; `outer` is where its "between" or "from" stands, if it has one."""

    first: int
    last: int
    minimum: int
    maximum: int | None
    approximate: bool = False
    ordinal: bool = False
    outer: int | None = None
    kind: QuantityKind | None = None


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """All numbers of the tokens in their order, none overlapping."""
    words = read_words(tokens, _READ)
    result: list[Quantity] = []
    position = used = 0  # words before `used` belong to an earlier number and its bounds
    while position < len(words):
        found = _find(words, position)
        if found is None:
            position += 1
            continue
        found = _bracketed(words, found)
        if not found.ordinal:
            found, used = _hedged(words, found, used)
        kind = found.kind or _kind(words, found)
        if kind is QuantityKind.COUNT and _continues_years(words, found, result):
            kind = QuantityKind.YEAR
        first, last = words[found.first].index, words[found.last - 1].index + 1
        result.append(
            Quantity(first, last, found.minimum, found.maximum, found.approximate, found.ordinal, kind)
        )
        position = max(found.last, percentage_end(words, found.last) or 0)
        used = max(used, position)
    return result


def _find(words: Sequence[Word], position: int) -> _Found | None:
    """The number that starts at a word, without its surroundings."""
    word = words[position]
    if word.bare[:1].isdigit():
        return _written_range(words, position) or _cardinal(words, position)
    if word.bare not in WORDS:
        return None
    if word.bare in _ONE_OF_THEM or _is_one_of(words, position):
        return _Found(position, position + 1, 1, 1)
    numeral = numerals.vague(words, position)
    if numeral is not None:
        return _Found(position, numeral.end, numeral.value, None)
    return _ordinal(words, position) or _cardinal(words, position)


def _is_one_of(words: Sequence[Word], position: int) -> bool:
    """Whether it is the "one" of "one of the dead": a noun must follow, and "nobody" has none."""
    word = words[position]
    if word.bare not in _ONE_OF or word.definite or position + 1 >= len(words):
        return False
    following = words[position + 1]
    if following.joined or following.preposition or following.bare in measures.PARTICLES:
        return False
    if not following.definite and any(
        before.bare in _NOT for before in words[max(0, position - 4) : position]
    ):
        return False  # "لم ينج أحد منهم سالما"
    if numerals.cardinal(words, position + 1) is not None:
        return False  # "أحد ثلاثة قتلوا"
    return following.token.is_word and numerals.cardinal(words, position) is None


def _ordinal(words: Sequence[Word], position: int) -> _Found | None:
    numeral = numerals.ordinal(words, position)
    if numeral is None or _in_a_name(words, position, numeral):
        return None
    found = _Found(position, numeral.end, numeral.value, numeral.value, ordinal=True)
    return replace(found, kind=kind_of_ordinal(_around(words, found)))


def _in_a_name(words: Sequence[Word], position: int, numeral: Numeral) -> bool:
    """Whether an ordinal is part of a month's name, of "the day before yesterday", or the unit "second"."""
    before = words[position - 1].bare if position else ""
    following = [word.bare for word in words[numeral.end : numeral.end + 2]]
    if (before, words[position].bare) in calendar().months or before == "امس":
        return True
    if words[position].bare == "ثانيه" and (before in numerals.WORDS or before[:1].isdigit()):
        return True
    return following[:1] == ["امس"] or following == ["من", "امس"]


def _cardinal(words: Sequence[Word], position: int) -> _Found | None:
    if words[position].preposition == "ل" and words[position].bare == "ست":  # "لست": I am not
        return None
    numeral = numerals.cardinal(words, position)
    if numeral is None:
        return None
    second = words[position].bare in _ONE_OF and numeral.end == position + 1 < len(words)
    if second and not words[numeral.end].joined and numerals.cardinal(words, numeral.end) is not None:
        return None  # "أحد ثلاثة قتلوا"
    if numeral.value == 10 and position and words[position - 1].bare in measures.NO_FIGURE:
        return _Found(position, numeral.end, 11, 19)
    if not numeral.exact:
        return _Found(position, numeral.end, numeral.value, numeral.value + 1, approximate=True)
    return _range(words, position, numeral) or _Found(position, numeral.end, numeral.value, numeral.value)


def _written_range(words: Sequence[Word], position: int) -> _Found | None:
    """A range that is one token: "20-30"; dates, times and scores that fall are none."""
    low, dash, high = words[position].bare.partition("-")
    if not (dash and low.isdigit() and high.isdigit() and int(low) < int(high)):
        return None
    years = int(low) in _YEARS and int(high) in _YEARS
    kind = QuantityKind.YEAR if years else None
    return _Found(position, position + 1, int(low), int(high), kind=kind)


def _range(words: Sequence[Word], position: int, low: Numeral) -> _Found | None:
    """A range of two numerals: "بين 20 و30", "من خمسة إلى سبعة", "أربعة أو خمسة"."""
    start, outer = _range_start(words, position, low.end)
    if start is None or start >= len(words):
        return None
    high = numerals.cardinal(words, start)
    if high is None or not high.exact:
        return None
    minimum = low.value
    scales = numerals.SINGULAR_SCALES | numerals.PLURAL_SCALES
    scale = scales.get(words[high.end - 1].bare, 1) if high.end - start > 1 else 1
    if minimum < scale and minimum * scale < high.value:  # "بين 3 و4 آلاف"
        minimum *= scale
    if minimum >= high.value:
        return None
    years = minimum in _YEARS and high.value in _YEARS and words[position].bare.isdigit()
    kind = QuantityKind.YEAR if years else None
    return _Found(position, high.end, minimum, high.value, outer=outer, kind=kind)


def _range_start(words: Sequence[Word], position: int, end: int) -> tuple[int | None, int | None]:
    """Where the upper end of a range may start, and where the word that opens the range stands."""
    before = words[position - 1].bare if position else ""
    if end >= len(words):
        return None, None
    link = words[end]
    if before == "بين" and (link.joined or link.bare == "الي"):
        return (end if link.joined else end + 1), position - 1
    if link.bare in _DASHES and words[position].bare.isdigit():
        dashed = end + 1 < len(words) and words[end + 1].bare.isdigit()
        return (end + 1 if dashed else None), None
    if link.bare == "او" and not link.joined:
        return end + 1, None
    if link.bare == "الي" and not link.joined:
        changing = any(word.bare in measures.CHANGES for word in words[max(0, position - 7) : position])
        return (None if changing else end + 1), (position - 1 if before == "من" else None)
    return None, None


def _bracketed(words: Sequence[Word], found: _Found) -> _Found:
    """The number with the brackets or quotation marks that enclose it alone."""
    if found.first == 0 or found.last >= len(words):
        return found
    closing = _BRACKETS.get(words[found.first - 1].bare)
    if closing is None or words[found.last].bare != closing:
        return found
    return replace(found, first=found.first - 1, last=found.last + 1)


def _around(words: Sequence[Word], found: _Found) -> Around:
    return Around(words, found.first, found.last, found.minimum, _in_digits(words, found))


def _in_digits(words: Sequence[Word], found: _Found) -> bool:
    return any(word.bare[:1].isdigit() for word in words[found.first : found.last])


def _kind(words: Sequence[Word], found: _Found) -> QuantityKind:
    return kind_of_cardinal(_around(words, found))


def _continues_years(words: Sequence[Word], found: _Found, earlier: Sequence[Quantity]) -> bool:
    """Whether it is the second year of "عامي 2015 و2016"."""
    if not earlier or earlier[-1].kind is not QuantityKind.YEAR or not words[found.first].joined:
        return False
    return found.minimum in _YEARS and earlier[-1].last == words[found.first].index


def _hedged(words: Sequence[Word], found: _Found, used: int) -> tuple[_Found, int]:
    """The number with the effect of the bounds before and after it, and where the words used for it end."""
    start = found.first if found.outer is None else found.outer
    if not words[start].joined:
        found = _hedged_before(words, found, start, used)
    hedge, end = _hedge_after(words, found.last)
    return (found if hedge is None else _apply(found, hedge)), max(used, end)


def _hedged_before(words: Sequence[Word], found: _Found, start: int, used: int) -> _Found:
    position = start
    for _ in range(3):  # bounds can be stacked: "ما يقدر بنحو"
        while position > used and words[position - 1].bare in _BRACKETS:
            position -= 1
        match = _hedge_before(words, position, used)
        if match is None:
            break
        hedge, position = match
        found = _apply(found, hedge)
    return found


def _hedge_before(words: Sequence[Word], end: int, used: int) -> tuple[Hedge, int] | None:
    """The longest bound that ends right before a position: what it says and where it starts."""
    if end - 1 < used:
        return None
    last = words[end - 1].bare
    if last in _COUNTED_BEFORE:
        return _hedge_before(words, end - 1, used)  # "تجاوز عددهم 20"
    best: tuple[Hedge, int] | None = None
    for phrase, hedge in measures.HEDGES_BEFORE.get(last, ()):
        start = end - len(phrase)
        if start < used or (best is not None and start >= best[1]):
            continue
        if _stands(words, start, phrase):
            best = hedge, start
    return best


def _hedge_after(words: Sequence[Word], last: int) -> tuple[Hedge | None, int]:
    """The bound that stands after the noun of a number ("27 شخصا على الأقل"), and where it ends."""
    passed = 0
    for position in range(last, min(len(words), last + 2 * _WINDOW)):
        word = words[position]
        for phrase, hedge in measures.HEDGES_AFTER.get(word.bare, ()):
            if _stands(words, position, phrase) and _is_postposed(word):
                return hedge, position + len(phrase)
        if word.bare in _BRACKETS.values():
            continue
        passed += 1
        if passed > _WINDOW or not word.token.is_word or _stops(word):
            break
    return None, last


def _stands(words: Sequence[Word], start: int, phrase: tuple[str, ...]) -> bool:
    return tuple(word.bare for word in words[start : start + len(phrase)]) == phrase


def _is_postposed(word: Word) -> bool:
    """Whether "أكثر" is that of "فأكثر"."""
    return word.bare != "اكثر" or word.token.folded == "فاكثر"


def _stops(word: Word) -> bool:
    """Whether a word ends the stretch in which a bound can follow its number."""
    return word.bare in measures.PARTICLES or word.bare in numerals.WORDS


def _apply(found: _Found, hedge: Hedge) -> _Found:
    if hedge is Hedge.ABOUT:
        return replace(found, approximate=True)
    if found.maximum is None:
        return found
    if hedge is Hedge.AT_LEAST:
        return replace(found, maximum=None)
    return replace(found, minimum=0, maximum=found.maximum - (hedge is Hedge.LESS))


def noun_number(
    folded: str, singulars: Callable[[str], bool], broken_plural: Callable[[str], bool]
) -> tuple[int, int | None] | None:
    """How many a noun says by its form: 1 for a singular, 2 for a dual, None for a plural or an unknown word.

    `singulars` tells whether a folded word is the singular of a noun, `broken_plural` whether that noun's plural is
    another word than its singular with an ending. "-ين" is at least 2 where it may be the plural's ending too.
    """
    for stem in (folded, folded.removesuffix("ا")):
        if singulars(stem):
            return 1, 1
    for ending in ("ان", "ين", "ا", "ي"):
        stem = folded.removesuffix(ending)
        if stem == folded or not stem:
            continue
        feminine = stem.endswith("ت") and singulars(stem[:-1] + "ه")
        if feminine:
            return 2, 2
        if len(ending) == 2 and singulars(stem):
            return (2, 2) if ending == "ان" or broken_plural(stem) else (2, None)
    return None
