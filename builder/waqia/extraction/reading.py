"""An article as read, sentence by sentence, before its mentions are put together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from waqia.arabic.dates import TimeExpression
from waqia.articles import Article

from .mentions import EventMention
from .names import Names
from .sentences import SentenceReading
from .templates import Mention
from .words import Text


@dataclass(frozen=True)
class ArticleReading:
    """All that is found in one article. `resolved` are the days of `times`, None for vague ones."""

    article: Article
    text: Text
    sentences: tuple[SentenceReading, ...]
    times: tuple[TimeExpression, ...]
    resolved: tuple[str | None, ...]
    names: Names

    @cached_property
    def mentions(self) -> tuple[EventMention, ...]:
        """The event mentions in the order of the text."""
        return tuple(m for s in self.sentences for m in s.mentions)

    def speaker_at(self, word: int) -> Mention | None:
        """Whom the article credits with what it says at a word; None where it speaks for itself."""
        sentence = next(s for s in self.sentences if s.sentence.first <= word < s.sentence.last)
        speaker = sentence.attribution.speakers.get(word)
        return speaker.source if speaker else None
