"""Tokens as the readers of numbers and dates see them: closed-class words whose proclitics are known for certain.

How a token was split depends on the words that its maker knew ("والست" may stand whole where nobody knows "ست").
Numerals and names of the calendar are few and known here, so these readers split them anew and rely on nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from waqia.arabic.folding import fold
from waqia.arabic.tokens import Token, split

_AND_ONE = "واحد"  # "one", but "وأحد عشر" is "and eleven"
_ONE_OF = ("احد", True, "", False, 1)
_ALEF_WITH_HAMZA = "\u0623"  # أ
_TEN = frozenset({"عشر", "عشره"})
_READINGS_KEPT = 1 << 14
_DROPPED = frozenset({"و", "ال"})  # written apart from the number they belong to: "و 831", "الـ(15)"


@dataclass(slots=True)
class Word:
    """A token, `index` in its sequence, as read here; `joined` says that "and" goes before it.

    `clitics` is how many letters of it are conjunction and preposition. Not frozen, since that makes it three times as
    slow to make, and one is made of every word by every reader; nobody changes one.
    """

    index: int
    token: Token
    bare: str
    joined: bool
    preposition: str
    definite: bool
    clitics: int = 0

    @property
    def start(self) -> int:
        """Where the word starts in the text without conjunction and preposition."""
        letters = 0
        for position, character in enumerate(self.token.text, self.token.start):
            if letters == self.clitics:
                return position
            letters += bool(fold(character))
        return self.token.start


Reading = tuple[str, bool, str, bool, int]  # bare, joined, preposition, definite, clitics
Reader = Callable[[str], Reading | None]


def _and_one(word: Word) -> Word:
    return replace(word, bare=_ONE_OF[0], joined=True, clitics=1)


def listed(words: str) -> frozenset[str]:
    """A closed class of words, given with spaces between them."""
    return frozenset(words.split())


def reader(vocabulary: frozenset[str]) -> Reader:
    """A function from folded words to their reading, None for words outside `vocabulary`."""
    known = vocabulary.__contains__

    @lru_cache(maxsize=_READINGS_KEPT)
    def read(folded: str) -> Reading | None:
        conjunction, preposition, definite, bare = split(folded, known)
        clitics = len(conjunction) + len(preposition)
        return (bare, conjunction == "و", preposition, definite, clitics) if known(bare) else None

    return read


def read_words(tokens: Sequence[Token], read: Reader) -> list[Word]:
    """The tokens as words, those of the vocabulary split anew; "and" and article standing alone are taken in."""
    words: list[Word] = []
    joined = False
    for index, token in enumerate(tokens):
        folded = token.folded
        if folded in _DROPPED:
            joined = joined or folded == "و"
            continue
        found = read(folded)
        if found is None:
            clitics = len(token.conjunction) + len(token.preposition)
            found = (token.bare, token.conjunction == "و", token.preposition, token.definite, clitics)
        if folded in _TEN and words and words[-1].token.folded == _AND_ONE:
            words[-1] = _and_one(words[-1])
        if folded == _AND_ONE and _ALEF_WITH_HAMZA in token.text:
            found = _ONE_OF
        bare, conjunction, preposition, definite, clitics = found
        words.append(Word(index, token, bare, joined or conjunction, preposition, definite, clitics))
        joined = False
    return words
