"""Many articles give the same templates in the same order, whoever extracts them and however much is remembered."""

from __future__ import annotations

import gc
import pickle

import pytest

from waqia import collector
from waqia.articles import Article
from waqia.extraction import extract, language, pipeline
from waqia.extraction.parallel import extract_each
from waqia.extraction.pipeline import load_resources
from waqia.knowledge import Knowledge, load

TOLD = (
    "شنت الطائرات الحربية {} غارات على بلدة الزهراء قرب حمص وقتل {} مسلحين، وقال مصدر عسكري إن القوات تقدمت."
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [Article(f"a{n}", TOLD.format(n, n + 1)) for n in range(3, 8)]


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_the_order_is_kept(articles: list[Article], knowledge: Knowledge, workers: int) -> None:
    expected = [extract(article, knowledge) for article in articles]
    assert all(templates.events for templates in expected)
    assert list(extract_each(articles, knowledge, workers=workers)) == expected


def test_without_articles_there_is_nothing_to_do(knowledge: Knowledge) -> None:
    assert list(extract_each([], knowledge, workers=2)) == []


def test_whoever_wants_no_more_leaves_no_work_behind(articles: list[Article], knowledge: Knowledge) -> None:
    found = extract_each(articles, knowledge, workers=2)
    assert next(found).article == "a3"
    found.close()


def test_what_is_loaded_can_be_sent_to_another_process(knowledge: Knowledge) -> None:
    resources = load_resources(knowledge)
    sent = pickle.loads(pickle.dumps(resources))  # noqa: S301 (our own)
    assert sent.vocabulary == resources.vocabulary
    assert sent.lexicon.read("قتل") == resources.lexicon.read("قتل")
    assert sent.gate.weight("شنت الطائرات غارات") == resources.gate.weight("شنت الطائرات غارات")
    assert [t.bare for t in sent.tokenizer.tokens("وبالقصف")] == ["قصف"]


def test_a_vocabulary_that_has_grown_large_is_left_behind(
    articles: list[Article], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [extract(article, knowledge) for article in articles]
    before = language(knowledge)
    monkeypatch.setattr(pipeline, "_WORDS_KEPT", 10)
    assert [extract(article, knowledge) for article in articles] == expected
    assert language(knowledge) is not before


def test_the_collector_is_paused_and_goes_on() -> None:
    with collector.paused():
        assert not gc.isenabled()
    with pytest.raises(ZeroDivisionError), collector.paused():
        1 / 0  # noqa: B018 (whatever goes wrong while loading)
    assert gc.isenabled()
    gc.disable()
    try:
        with collector.paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
