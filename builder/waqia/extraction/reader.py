"""Reading one article: from its zones to the event mentions of all its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..arabic import dates
from ..arabic.numbers import quantities
from ..arabic.particles import FUNCTION_WORDS
from ..articles import Article, ZoneKind, body
from ..knowledge import Knowledge
from .gate import Gate
from .lexicon import Lexicon
from .mentions import EventMention
from .names import Names
from .phrase_parser import PhraseParser
from .sentences import SentenceReader, SentenceReading
from .words import Text, read

_TOLD = (ZoneKind.HEADLINE, ZoneKind.BODY)


@dataclass(frozen=True)
class ArticleReading:
    """All that is found in one article. `resolved` are the days of `times`, None for vague ones."""

    article: Article
    text: Text
    sentences: tuple[SentenceReading, ...]
    times: tuple[dates.TimeExpression, ...]
    resolved: tuple[str | None, ...]
    names: Names

    @cached_property
    def mentions(self) -> tuple[EventMention, ...]:
        """The event mentions in the order of the text."""
        return tuple(m for s in self.sentences for m in s.mentions)


@dataclass
class Reader:
    """Reads articles with one knowledge and one lexicon."""

    knowledge: Knowledge
    lexicon: Lexicon
    _vocabulary: frozenset[str] = field(init=False)
    _gate: Gate = field(init=False)

    def __post_init__(self) -> None:
        names: Iterable[str] = (*self.knowledge.actors_by_name, *self.knowledge.places_by_name)
        words = {w for n in names for w in n.split() if not w.startswith("ال")}
        self._vocabulary = frozenset(words | FUNCTION_WORDS | dates.WORDS)
        self._gate = Gate(self.lexicon)

    def known(self, word: str) -> bool:
        """Whether a folded word without proclitics is one."""
        return word in self._vocabulary or self.lexicon.known(word)

    def read(self, article: Article) -> ArticleReading:
        """Read an article."""
        zones = [(z.start, z.end, z.kind is ZoneKind.HEADLINE) for z in body(article) if z.kind in _TOLD]
        if not self._gate.opens(" ".join(article.text[start:end] for start, end, _ in zones)):
            zones = []
        text = read(article.text, zones, self.lexicon, self.known)
        tokens = [w.token for w in text.words]
        times = tuple(dates.times(article.text, tokens))
        counts = quantities(tokens)
        exact = {q.first: q.minimum for q in counts if q.maximum == q.minimum}
        names = Names(text, self.knowledge, self.lexicon, numerals=exact)
        sentences = SentenceReader(text, names, times, self.lexicon, self.knowledge)
        for _ in range(2):  # the second time with the names that the first has met
            parser = PhraseParser(text, names, counts, sentences.busy)
            phrases = [tuple(parser.phrases(s)) for s in text.sentences]
        found = tuple(sentences.read(s, p) for s, p in zip(text.sentences, phrases, strict=True))
        return ArticleReading(article, text, found, times, self._resolved(times, article), names)

    def _resolved(self, times: Sequence[dates.TimeExpression], article: Article) -> tuple[str | None, ...]:
        days = dates.anchors(times, article.published)
        return tuple(dates.resolve(t, published=article.published, anchor=a) for t, a in zip(times, days, strict=True))
