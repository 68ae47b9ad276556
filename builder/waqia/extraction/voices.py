"""Whose voice is heard at the start of a sentence: still that of who spoke before, or the article's own again.

What is quoted goes on until the quotation is closed; after a direct quotation the article speaks. What is reported
goes on until a turn to another matter, a state or background shows that the article itself tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .operators import Operator
from .words import Sentence, Text, Word

# Words that turn to another matter at the start of a sentence.
_TURNS = (
    ("من", "جهه", "اخري"), ("من", "ناحيه", "اخري"), ("من", "جانب", "اخر"), ("في", "المقابل"), ("الي", "ذلك"),
    ("في", "غضون"), ("في", "الاثناء"), ("في", "هذه", "الاثناء"), ("في", "سياق"), ("في", "السياق"), ("في", "موازاه"),
    ("في", "حادث"), ("في", "هجوم", "اخر"), ("في", "تطور"), ("علي", "صعيد"), ("علي", "الصعيد"), ("بالمقابل",),
    ("من", "جهته"), ("من", "جهتها"), ("من", "جانبه"), ("من", "جانبها"), ("بدوره",), ("بدورها",), ("تجدر",), ("جدير",),
    ("الجدير",), ("يشار",), ("يذكر",), ("كان",), ("كانت",), ("كانوا",), ("هذا",), ("هذه",), ("هو",), ("هي",),
    ("بذلك",), ("يومها",), ("منذ",), ("لدي",),
)  # fmt: skip
_LASTS = frozenset({"لا", "ما", "لم", "لن"})
_JOINING = frozenset("كما ان انه انها مما ما لكن الا ايضا كذلك".split())
_YEARS = frozenset("عام سنه سنوات اعوام عقود".split())
_YEAR = re.compile("(?:19|20)[0-9][0-9]")
_OPENING, _CLOSING = frozenset("«“‘„"), frozenset("»”’")


def turns(words: Sequence[Word]) -> bool:
    """Whether the words begin with a turn to another matter."""
    return any(_begins(words, turn) for turn in _TURNS)


def own(text: Text, sentence: Sentence) -> bool:
    """Whether the article itself speaks again: a turn, a state ("وتسيطر", "والقاعدة تقع"), background."""
    words = text.words[sentence.first : sentence.last]
    first = next((w for w in words if w.token.is_word), None)
    if first is None or turns(words):
        return first is not None
    if not _goes_on(first) or _background(words):
        return True
    if first.bare in _LASTS:
        return False
    if first.verb:
        present = all(a.form.kind == "present" for a in first.readings if a.form.finite)
        return present and first.use("Saying") is None and first.token.preposition != "س"
    return first.definite and not first.preposition


def _goes_on(first: Word) -> bool:
    """Whether a sentence is joined to the one before by its first word."""
    unknown = not first.readings and first.token.folded.startswith("و")
    return bool(first.conjunction) or unknown or first.bare in _JOINING


def _background(words: Sequence[Word]) -> bool:
    """Whether a sentence tells of years: "منذ 2011", "قبل أعوام"."""
    return any(w.bare in _YEARS or bool(_YEAR.fullmatch(w.bare)) for w in words)


def _begins(words: Sequence[Word], turn: tuple[str, ...]) -> bool:
    if len(words) < len(turn):
        return False
    return all(t in (w.token.core, w.bare, w.token.folded) for w, t in zip(words, turn, strict=False))


class Quotations:
    """Follows the quotation marks of an article, sentence by sentence."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.paragraph = -1
        self.open = False

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence begins inside the quotation that the one before opened."""
        words = self.text.words[sentence.first : sentence.last]
        return self.open and sentence.paragraph == self.paragraph and not (words and _closes(words[0]))

    def note(self, sentence: Sentence) -> None:
        """Read the quotation marks of the next sentence."""
        inside = self.open and sentence.paragraph == self.paragraph
        for w in self.text.words[sentence.first : sentence.last]:
            if w.quote:
                inside = not _closes(w) and (not inside or w.token.text in _OPENING)
        self.open, self.paragraph = inside, sentence.paragraph

    def direct(self, op: Operator) -> bool:
        """Whether an operator gives the speaker's own words between quotation marks: "وقال: «...»"."""
        if op.opener is None:
            return False
        words = self.text.words[op.opener : op.opener + 2]
        return any(w.quote for w in words[: 2 if words[0].bare == ":" else 1])


def _closes(word: Word) -> bool:
    return word.token.text in _CLOSING
