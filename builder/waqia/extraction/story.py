"""How far a story goes in an article: sentences that turn to another one end it."""

from __future__ import annotations

from collections.abc import Sequence

from .sentences import SentenceReading
from .words import Sentence, Text

# What turns to another story at the start of a sentence.
_TURNS = (
    *(("من", side) for side in ("جهه", "ناحيه", "جانب")),
    *(("علي", field) for field in ("صعيد", "الصعيد")),
    ("الي", "ذلك"),
    ("في", "سياق"),
)


def turns(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence turns to another story: "من جهة أخرى", "على صعيد آخر"."""
    return tuple(w.bare for w in text.words[sentence.first : sentence.last][:2]) in _TURNS


def start(text: Text, sentences: Sequence[SentenceReading], number: int, before: int) -> int:
    """The first word of the story that a sentence goes on with, at most so many sentences before it."""
    story = [s.sentence for s in sentences[max(0, number - before) : number + 1]]
    return next((s.first for s in reversed(story) if turns(text, s)), story[0].first)
