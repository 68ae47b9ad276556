"""The annotated articles: which of their events a word or a stretch of text tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from waqia.arabic.tokens import Token
from waqia.articles import read
from waqia.articles.article import Article
from waqia.knowledge import Knowledge

Event = dict[str, Any]
"""An event as the guidelines write it, annotated or extracted."""

ALIKE, AKIN = 2, 1
"""How well an extracted type fits an annotated one: it is right; it is of its family, as the scorer pairs events."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters `start` to `end` of an article tell of event `number` of its annotation."""

    number: int
    start: int
    end: int

    def holds(self, token: Token) -> bool:
        """Whether the token, without its proclitics, is at least partly in it."""
        return token.core_start < self.end and token.end > self.start


@dataclass(frozen=True)
class Annotated:
    """An article with its annotated events."""

    article: Article
    events: list[Event]
    quotes: tuple[Quote, ...]
    scorer: ModuleType
    knowledge: Knowledge

    def fit(self, type_: str, number: int) -> int:
        """How well a type fits that of an event; 0 where it is of another family."""
        event, reporting = self.events[number], self.reporting(type_)
        types = (event["type"], *event.get("or_types", ()))
        if reporting in types:
            return ALIKE
        family = self.scorer.FAMILY
        return AKIN if family.get(reporting) in {family[t] for t in types} else 0

    def reporting(self, type_: str) -> str:
        """The type under which events of a type are reported."""
        known = self.knowledge.event_types.get(type_)
        return (known.reporting if known else None) or type_


def load_scorer(path: Path) -> ModuleType:
    """Return the guidelines' scorer, which is no part of this repository, and leave nothing beside it."""
    scorer = ModuleType("scorer")
    scorer.__file__ = str(path)
    exec(compile(path.read_text(encoding="utf-8"), path, "exec"), scorer.__dict__)  # noqa: S102 (chosen by the user)
    return scorer


def load(articles: Path, gold: Path, scorer: ModuleType, knowledge: Knowledge) -> list[Annotated]:
    """Return the articles that are annotated, in the order of their names."""
    rows = scorer.load(gold)
    found = sorted(read([articles]).articles, key=lambda article: article.id)
    return [_annotated(a, rows[a.id]["events"], scorer, knowledge) for a in found if a.id in rows]


def _annotated(article: Article, events: list[Event], scorer: ModuleType, knowledge: Knowledge) -> Annotated:
    return Annotated(article, events, tuple(_quotes(article, events, scorer)), scorer, knowledge)


def _quotes(article: Article, events: list[Event], scorer: ModuleType) -> Iterator[Quote]:
    for number, event in enumerate(events):
        for start, end in scorer.spans(event, article.text):
            yield Quote(number, start, end)
