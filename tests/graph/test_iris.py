"""Names are stable, readable and safe."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from waqia.articles.article import Article
from waqia.extraction.templates import (
    ArticleTemplates,
    Certainty,
    Claim,
    EventTemplate,
    Realization,
    Span,
    Stance,
)
from waqia.graph import build
from waqia.graph.iris import article_name
from waqia.knowledge import load

ARTICLE = Article("news-7", "قصف الجيش بلدة. وقصفها ثانية.")


@pytest.mark.parametrize("id_", ["news-7", "مقال/٧ <1>", "a b%20?c#d", "../../etc", "x" * 500, "..."])
def test_any_id_gives_a_safe_name(id_: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,60}", article_name(replace(ARTICLE, id=id_)))


def test_an_article_is_named_by_text_and_address() -> None:
    at_a_url = replace(ARTICLE, url="https://news.example/7")
    assert article_name(at_a_url) == article_name(replace(at_a_url, id="other", title="عنوان"))
    assert article_name(at_a_url).startswith("news-example-")
    assert article_name(at_a_url) != article_name(replace(at_a_url, url="https://news.example/8"))
    assert article_name(at_a_url) != article_name(replace(at_a_url, text="قصف"))


def test_an_article_without_address_is_named_by_text_and_id() -> None:
    assert article_name(ARTICLE).startswith("news-7-")
    assert article_name(ARTICLE) != article_name(replace(ARTICLE, id="news-8"))


def event(ordinal: int, start: int, end: int, *, rules: tuple[str, ...] = ()) -> EventTemplate:
    claim = Claim(Stance.ASSERTS, Certainty.STATED, "Shelling", (Span(start, end),), rules=rules)
    return EventTemplate(ordinal, "Shelling", Realization.EVENT, (claim,))


def tellings(*events: EventTemplate) -> list[str]:
    data = build([ARTICLE], [ArticleTemplates(ARTICLE.id, events)], load())
    return sorted(telling.node.value for part in data.parts for telling in part.tellings)


def test_a_telling_keeps_its_name_when_another_one_is_found() -> None:
    assert set(tellings(event(0, 16, 28))) < set(tellings(event(0, 0, 14), event(1, 16, 28)))


def test_tellings_of_one_passage_are_numbered() -> None:
    one, two = tellings(event(0, 0, 14), event(1, 0, 14))
    assert (one.rpartition(".")[2], two.rpartition(".")[2]) == ("1", "2")


def test_the_trace_of_rules_does_not_name_a_claim() -> None:
    def claims(*rules: str) -> set[str]:
        data = build([ARTICLE], [ArticleTemplates(ARTICLE.id, (event(0, 0, 14, rules=rules),))], load())
        return {claim.node.value for part in data.parts for claim in part.claims}

    assert claims("frames.shell") == claims("frames.other", "roles.subject")
