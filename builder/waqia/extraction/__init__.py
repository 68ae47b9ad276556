"""From the text of one article to the templates of the events it tells."""

from __future__ import annotations

from functools import lru_cache

from ..articles import Article
from ..knowledge import Knowledge
from . import lexicon
from .assemble import templates
from .events import Clusterer
from .reader import ArticleReading, Reader
from .relations import relations
from .templates import ArticleTemplates


@lru_cache(maxsize=2)
def _reader(digest: str) -> Reader:
    from .. import knowledge

    return Reader(knowledge.load(), lexicon.load())


def analyse(article: Article, knowledge: Knowledge) -> ArticleReading:
    """All that is found in an article, stage by stage."""
    return Reader(knowledge, lexicon.load()).read(article) if knowledge is None else _cached(knowledge).read(article)


_readers: dict[str, Reader] = {}


def _cached(knowledge: Knowledge) -> Reader:
    if knowledge.digest not in _readers:
        _readers[knowledge.digest] = Reader(knowledge, lexicon.load())
    return _readers[knowledge.digest]


def extract(article: Article, knowledge: Knowledge) -> ArticleTemplates:
    """The tellings of an article."""
    reading = analyse(article, knowledge)
    happenings = Clusterer(reading, knowledge).run()
    return ArticleTemplates(article.id, templates(happenings, reading, knowledge), relations(reading))
