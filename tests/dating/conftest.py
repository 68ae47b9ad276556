"""Articles of one sentence or two, written for the rule that they test, read as the pipeline reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from waqia.articles import Article
from waqia.dating import Dating, date_articles
from waqia.extraction.pipeline import extract
from waqia.knowledge import load

Date = Callable[..., Dating]
DateAll = Callable[[list[Article]], dict[str, Dating]]


@pytest.fixture(scope="session")
def date_all() -> DateAll:
    """Date the articles that have no date, by themselves and by the others."""

    def run(articles: list[Article]) -> dict[str, Dating]:
        knowledge = load()
        templates = [extract(article, knowledge) for article in articles]
        return {dating.article: dating for dating in date_articles(articles, templates, knowledge)}

    return run


@pytest.fixture(scope="session")
def dated(date_all: DateAll) -> Date:
    """Date an article by its own text."""

    def run(text: str) -> Dating:
        return date_all([Article("a", text)])["a"]

    return run


def day(iso: str) -> date:
    return date.fromisoformat(iso)
