"""Tokens of Arabic newspaper text, with the proclitics that are written into the word told apart from it.

A word carries up to three proclitics: a conjunction (و ف), a preposition (ب ك ل) or the future particle (س), and
the article (ال; after ل it is written لل). The letters alone do not tell them from the word's own: "وقع" is "fell",
"وقتل" is "and was killed". So they are split only as far as the rest is a known word and the whole is not; words that
nobody knows are split where the article makes the seam visible ("والمحزف", "بالخالدية") or after a conjunction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .folding import fold

_ARABIC = "\u0621-\u063a\u0640-\u0669\u066e-\u06d3\u06d5\u06fa-\u06ff\u0610-\u061a\u0670"
_LETTERS = "\u0621-\u063a\u0640-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u0610-\u061a\u0670\u200c\u200d"
_WORD = re.compile(
    rf"[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,٫٬:/-][0-9\u0660-\u0669\u06f0-\u06f9]+)*"  # also 07-12-2024, 3,440
    rf"|[{_LETTERS}]+"
    r"|[A-Za-z][A-Za-z.'-]*"
    r"|\S"
)
_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بكل"
_SEAMS = ("لل", "بال", "كال", "ال")
_READINGS_KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of the text.

    `start` and `end` are its characters in the article, `folded` the whole of it folded. `conjunction` and
    `preposition` are its proclitics ("" where it has none; the preposition may be "س" before a verb), `definite`
    tells whether it has the article, `bare` is what remains, folded. "وللجيش": و, ل, definite, "جيش".
    """

    start: int
    end: int
    text: str
    folded: str
    bare: str
    conjunction: str = ""
    preposition: str = ""
    definite: bool = False

    @property
    def core(self) -> str:
        """The folded word with its article and without conjunction and preposition: what a name is matched by."""
        return "ال" + self.bare if self.definite else self.bare

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.bare[:1].isdigit()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.bare[:1].isalpha()

    @property
    def core_start(self) -> int:
        """Where the word starts in the article without conjunction and preposition (after ل, the second ل of لل)."""
        skip = len(self.conjunction) + len(self.preposition)
        position, letters = self.start, 0
        for character in self.text:
            if letters == skip:
                break
            letters += bool(fold(character))
            position += 1
        return position


def _splits(folded: str) -> Iterator[tuple[str, str, bool, str]]:
    """All readings (conjunction, preposition, definite, bare) of a folded word, fewest proclitics first."""
    for conjunction in ("", folded[0] if folded[0] in _CONJUNCTIONS else None):
        if conjunction is None:
            continue
        rest = folded[len(conjunction) :]
        if not rest:
            continue
        yield conjunction, "", False, rest
        if rest.startswith("ال") and len(rest) > 3:
            yield conjunction, "", True, rest[2:]
        if rest[0] in _PREPOSITIONS and len(rest) > 2:
            yield conjunction, rest[0], False, rest[1:]
            if rest[1:].startswith("ال") and len(rest) > 4:
                yield conjunction, rest[0], True, rest[3:]
            if rest.startswith("لل") and len(rest) > 3:
                yield conjunction, "ل", True, rest[2:]
        if rest[0] == "س" and len(rest) > 3 and rest[1] in "يتن":
            yield conjunction, "س", False, rest[1:]


def _visible(folded: str) -> tuple[str, str, bool, str]:
    """The reading of a word that nobody knows: split at a visible article, else after a conjunction."""
    for seam in _SEAMS:
        for conjunction in ("", "و", "ف"):
            if folded.startswith(conjunction + seam) and len(folded) >= len(conjunction + seam) + 3:
                preposition = "" if seam == "ال" else seam[0]
                return conjunction, preposition, True, folded[len(conjunction + seam) :]
    if folded[0] == "و" and len(folded) > 4:
        return "و", "", False, folded[1:]
    return "", "", False, folded


def split(folded: str, known: Callable[[str], bool]) -> tuple[str, str, bool, str]:
    """Read a folded word as (conjunction, preposition, definite, bare).

    `known` tells whether a folded word without proclitics is one. Names that keep their article ("السويداء") are known
    with it; they are tried before the article is split off.
    """
    for reading in _splits(folded):
        _, _, definite, bare = reading
        if definite and known("ال" + bare):
            return reading
        if known(bare):
            return reading
    return _visible(folded)


class Tokenizer:
    """Cuts text into tokens by the words that are known.

    `known` tells whether a folded word without proclitics is one. How a written word is read is remembered: most words
    of a text are among the few thousand that every text has.
    """

    def __init__(self, known: Callable[[str], bool]) -> None:
        self._known = known
        self._read = lru_cache(maxsize=_READINGS_KEPT)(self._reading)

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """Cut `text[start:end]` into tokens; offsets are those of `text`.

        Proclitics written against a number ("و831", "ال27", "ب12") belong to the number's token.
        """
        tokens: list[Token] = []
        pending: re.Match[str] | None = None
        for match in _WORD.finditer(text, start, len(text) if end is None else end):
            written = match.group()
            folded, conjunction, preposition, definite, bare = self._read(written)
            if not folded:
                continue
            if pending is not None:
                tokens.append(_number(text, pending, match, folded))
                pending = None
                continue
            glued = match.end() < len(text) and text[match.end()].isdigit()
            if glued and folded.strip("وفبكل") in ("", "ا") and folded[0].isalpha():
                pending = match
                continue
            first, last = match.span()
            tokens.append(Token(first, last, written, folded, bare, conjunction, preposition, definite))
        return tokens

    def _reading(self, written: str) -> tuple[str, str, str, bool, str]:
        """A word as written: folded, then as `split` reads it; numbers and signs have no proclitics."""
        folded = fold(written)
        if not folded[:1].isalpha():
            return folded, "", "", False, folded
        return folded, *split(folded, self._known)


def tokenize(
    text: str, known: Callable[[str], bool], *, start: int = 0, end: int | None = None
) -> list[Token]:
    """Cut one text into tokens, as `Tokenizer` does for many."""
    return Tokenizer(known).tokens(text, start, end)


def _number(text: str, clitics: re.Match[str], match: re.Match[str], folded: str) -> Token:
    """One token for a number and the proclitics written against it."""
    prefix = fold(clitics.group())
    conjunction = prefix[0] if prefix[0] in _CONJUNCTIONS else ""
    rest = prefix[len(conjunction) :]
    definite = rest.endswith("ال") or rest == "لل"
    preposition = rest[0] if rest and rest[0] in _PREPOSITIONS else ""
    start, end = clitics.start(), match.end()
    return Token(start, end, text[start:end], prefix + folded, folded, conjunction, preposition, definite)
