"""The written forms of Arabic words, folded: verbs and participles from root and pattern, nouns from their plurals.

Verb paradigms are mazini's; its forms are vocalised, ours are folded, so active and passive of most verbs fall
together: a form says which voices it may have. Only persons that newspapers use are kept (third, first plural).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mazini import conjugate

from .folding import fold


class Kind(StrEnum):
    """What a form is."""

    PAST = "past"
    PRESENT = "present"
    NOUN = "noun"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Form:
    """One folded form. `number` is 1, 2 or 3 (plural); 0 where the letters leave dual and plural open ("-ين")."""

    written: str
    kind: Kind
    number: int = 1
    feminine: bool = False
    passive: bool = False
    active: bool = True
    construct: bool = False

    @property
    def finite(self) -> bool:
        """Whether it is a verb form."""
        return self.kind in (Kind.PAST, Kind.PRESENT)


_NUMBERS = {"s": 1, "d": 2, "p": 3}
_PREFIXES = {
    "past": (Kind.PAST, False),
    "past_pass": (Kind.PAST, True),
    "ind": (Kind.PRESENT, False),
    "ind_pass": (Kind.PRESENT, True),
    "sub": (Kind.PRESENT, False),
    "juss": (Kind.PRESENT, False),
    "juss_pass": (Kind.PRESENT, True),
}
_PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "1p")


@cache
def verb_forms(root: str, pattern: str) -> tuple[Form, ...]:
    """All finite forms and the participles of a verb, given as mazini takes it ("هجم", "فاعل")."""
    slots = conjugate(root, pattern).slots
    found: dict[tuple[str, Kind, int, bool], tuple[bool, bool]] = {}
    for prefix, (kind, passive) in _PREFIXES.items():
        for person in _PERSONS:
            if person == "1p" and prefix not in ("past", "ind"):
                continue
            for form in slots.get(f"{prefix}_{person}", ()):
                key = (fold(form.form), kind, 3 if person == "1p" else _NUMBERS[person[2]], person[1] == "f")
                active_, passive_ = found.get(key, (False, False))
                found[key] = (active_ or not passive, passive_ or passive)
    finite = [
        Form(written, kind, number, feminine, passive, active)
        for (written, kind, number, feminine), (active, passive) in found.items()
    ]
    participles = [
        Form(f.written, Kind.PARTICIPLE, f.number, f.feminine, slot == "pp", slot == "ap", f.construct)
        for slot in ("ap", "pp")
        for stem in slots.get(slot, ())
        for f in noun_forms(_with_ya(stem.form), ("ون", "ات"), feminine=True)
    ]
    return tuple(finite + participles)


def _with_ya(participle: str) -> str:
    """A participle of a defective verb as it is written with endings: "داعٍ" is "داعي"."""
    return participle.removesuffix("\u064d") + "ي" if participle.endswith("\u064d") else participle


def noun_forms(
    singular: str, plurals: tuple[str, ...] = (), *, feminine: bool = False, act: bool = False
) -> Iterator[Form]:
    """The forms of a noun: singular, dual, the plurals given ("ون" and "ات" stand for the sound ones).

    With `feminine` also its feminine with ta marbuta ("مدني", "مدنية"). The dual of a noun of an `act` has no construct
    form here: it would be written like the adjective ("قتالي").
    """
    word = fold(singular)
    stem = (
        word[:-1] + "ت" if word.endswith("ه") and singular.rstrip("\u064b\u064c\u064d")[-1:] == "ة" else word
    )
    is_feminine = stem != word
    yield Form(word, Kind.NOUN, 1, is_feminine)
    if not is_feminine:
        yield Form(word + "ا", Kind.NOUN, 1)
    yield from (d for d in _duals(stem, is_feminine) if not (act and d.construct))
    for plural in plurals:
        yield from _plural(word, stem, fold(plural))
    if feminine and not is_feminine:
        yield Form(word + "ه", Kind.NOUN, 1, True)
        yield from _duals(word + "ت", True)


def _duals(stem: str, feminine: bool) -> Iterator[Form]:
    yield Form(stem + "ان", Kind.NOUN, 2, feminine)
    yield Form(stem + "ين", Kind.NOUN, 2, feminine)
    yield Form(stem + "ا", Kind.NOUN, 2, feminine, construct=True)
    yield Form(stem + "ي", Kind.NOUN, 2, feminine, construct=True)


def _plural(word: str, stem: str, plural: str) -> Iterator[Form]:
    if plural == "ات":
        yield Form((stem[:-1] if stem != word else stem) + "ات", Kind.NOUN, 3, True)
    elif plural == "ون" or plural.endswith("ون"):
        base = word if plural == "ون" else plural[:-2]
        yield Form(base + "ون", Kind.NOUN, 3)
        yield Form(base + "ين", Kind.NOUN, 0)
        yield Form(base + "و", Kind.NOUN, 3, construct=True)
        yield Form(base + "ي", Kind.NOUN, 0, construct=True)
    else:
        yield Form(plural, Kind.NOUN, 3)
        if not plural.endswith(("ات", "ي", "ه", "اء")):
            yield Form(plural + "ا", Kind.NOUN, 3)


# Attached pronouns, longest first; ta marbuta opens to ta before them, the alef of "وا" goes.
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "ه")


def without_pronoun(word: str) -> Iterator[tuple[str, str]]:
    """The ways to take an attached pronoun off a folded word: (rest, pronoun), the rest as it is written alone."""
    if not word.endswith(PRONOUNS):
        return
    for pronoun in PRONOUNS:
        rest = word[: -len(pronoun)]
        if not word.endswith(pronoun) or len(rest) < 2:
            continue
        yield rest, pronoun
        if rest.endswith("ت"):
            yield rest[:-1] + "ه", pronoun
        if rest.endswith("و"):
            yield rest + "ا", pronoun
        if rest.endswith("ا"):
            yield rest[:-1] + "ي", pronoun
        if rest.endswith(("اي", "او")):
            yield rest[:-1] + "ء", pronoun
