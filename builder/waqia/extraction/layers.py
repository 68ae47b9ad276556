"""What the stages leave on a document, each in its layer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from waqia.arabic.dates import TimeExpression
from waqia.arabic.numbers import Quantity
from waqia.articles import Article

from .events import Happening
from .names import Names
from .phrases import Phrase
from .reading import ArticleReading
from .sentences import SentenceReading
from .templates import ArticleTemplates
from .words import Text


@dataclass
class Layers:
    """The layers of one document (`doc._.waqia`), filled by the components in their order."""

    article: Article
    text: Text
    times: tuple[TimeExpression, ...] = ()
    anchors: tuple[date | None, ...] = ()
    resolved: tuple[str | None, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: Names | None = None
    phrases: tuple[tuple[Phrase, ...], ...] = ()
    sentences: tuple[SentenceReading, ...] = ()
    happenings: tuple[Happening, ...] = ()
    templates: ArticleTemplates | None = field(default=None)

    @property
    def reading(self) -> ArticleReading:
        """The article as read up to its mentions. Raises ValueError where "waqia_names" has not run."""
        if self.names is None:
            raise ValueError('the component "waqia_names" has not run on this document')
        return ArticleReading(self.article, self.text, self.sentences, self.times, self.resolved, self.names)

    @property
    def later(self) -> frozenset[int]:
        """The positions of the times after the article was published, each compared as exactly as it is told."""
        published = str(self.article.published or "")
        firsts = enumerate((value or "").partition("/")[0] for value in self.resolved)
        return frozenset(n for n, first in firsts if published and first > published[: len(first)])
