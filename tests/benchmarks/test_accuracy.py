"""The accuracy page is what would be written now, and each oracle takes from the annotation what it says it does.

After a change of what is extracted, write the page again: make accuracy
"""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from benchmarks.accuracy import annotation, measure, report
from benchmarks.accuracy.annotation import Annotated
from tests.gold import GOLD

from waqia import knowledge

SCORER = GOLD.parent / "score.py"
pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason="the annotated seeds and their scorer are not here"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return annotation.load_scorer(SCORER)


@pytest.mark.slow
def test_the_page_is_what_would_be_written_now(root: Path, seeds: Path, scorer: ModuleType) -> None:
    articles = annotation.load(seeds, GOLD / "gold.jsonl", scorer, knowledge.load())
    there = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    day, scores = report.measured_on(there), measure.measure(articles)
    now = report.page(scores, scorer, articles=len(articles), measured=day)
    assert there == now, "make accuracy writes it again"


def annotated(folder: Path, scorer: ModuleType, text: str, **quoted: list[str]) -> Annotated:
    """Return an article on which an event of each type is annotated, with its quotes."""
    events = [{"type": type_, "quotes": quotes} for type_, quotes in quoted.items()]
    article = {"id": "a", "published": "2015-08-09", "text": text}
    (folder / "articles.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (folder / "gold.jsonl").write_text(json.dumps({"article": "a", "events": events}), encoding="utf-8")
    (found,) = annotation.load(folder / "articles.jsonl", folder / "gold.jsonl", scorer, knowledge.load())
    return found


def told(events: list[dict[str, Any]], annotated: Annotated) -> list[tuple[str, list[str]]]:
    """Return type and evidence of events."""
    text = annotated.article.text
    return [(e["type"], [text[start:end] for start, end in e["evidence"]]) for e in events]


TWO_STRIKES = (
    "شنت الطائرات الروسية غارة على مدينة إدلب يوم الجمعة.\n"
    "واعتقلت الشرطة ثلاثة أشخاص في مدينة حلب.\n"
    "وبعد ساعات شنت الطائرات غارة على مدينة سراقب."
)


def test_perfect_triggers_are_those_that_quotes_point_at(tmp_path: Path, scorer: ModuleType) -> None:
    article = annotated(tmp_path, scorer, TWO_STRIKES, Airstrike=["الطائرات الروسية غارة على مدينة إدلب"])
    assert [e["type"] for e in measure.as_it_is(article)] == ["Airstrike", "Arrest", "Airstrike"]
    ((type_, (evidence,)),) = told(measure.perfect_triggers(article), article)
    assert (type_, "إدلب" in evidence) == ("Airstrike", True)


def test_perfect_triggers_need_no_word_of_the_lexicon(tmp_path: Path, scorer: ModuleType) -> None:
    text = f"{TWO_STRIKES}\nوزلزل المسلحون أركان المدينة القديمة في حلب."
    article = annotated(tmp_path, scorer, text, Bombing=["وزلزل المسلحون أركان المدينة القديمة"])
    assert "Bombing" not in [e["type"] for e in measure.as_it_is(article)]
    assert [type_ for type_, _ in told(measure.perfect_triggers(article), article)] == ["Bombing"]


def test_perfect_triggers_have_the_annotated_type(tmp_path: Path, scorer: ModuleType) -> None:
    article = annotated(tmp_path, scorer, TWO_STRIKES, Raid=["واعتقلت الشرطة ثلاثة أشخاص"])
    assert [type_ for type_, _ in told(measure.perfect_triggers(article), article)] == ["Raid"]


def test_perfect_clusters_are_the_system_s_mentions_put_together(tmp_path: Path, scorer: ModuleType) -> None:
    quotes = ["الطائرات الروسية غارة على مدينة إدلب", "شنت الطائرات غارة على مدينة سراقب"]
    article = annotated(tmp_path, scorer, TWO_STRIKES, Airstrike=quotes)
    strike, arrest = measure.perfect_clusters(article)
    assert (strike["type"], sorted(strike["places"])) == ("Airstrike", ["إدلب", "سراقب"])
    assert arrest["type"] == "Arrest"  # what no quote points at stays


def test_perfect_clusters_split_what_the_system_puts_together(tmp_path: Path, scorer: ModuleType) -> None:
    text = "قصف الجيش مدينة إدلب يوم الجمعة.\nوقصف الجيش المدينة بالمدفعية أيضا."
    article = annotated(
        tmp_path, scorer, text, Shelling=["قصف الجيش مدينة إدلب"], Airstrike=["وقصف الجيش المدينة بالمدفعية"]
    )
    assert len(measure.perfect_clusters(article)) == 2


def test_both_perfect_find_each_annotated_event_once(tmp_path: Path, scorer: ModuleType) -> None:
    quotes = {
        "Airstrike": ["الطائرات الروسية غارة على مدينة إدلب", "شنت الطائرات غارة على مدينة سراقب"],
        "Arrest": ["واعتقلت الشرطة ثلاثة أشخاص"],
    }
    article = annotated(tmp_path, scorer, TWO_STRIKES, **quotes)
    score = measure.Score()
    score.add(article, measure.perfect_both(article))
    assert score.whole["detection"] == [2, 2, 2]


def test_errors_are_counted_by_type(tmp_path: Path, scorer: ModuleType) -> None:
    article = annotated(
        tmp_path, scorer, TWO_STRIKES, Raid=["واعتقلت الشرطة ثلاثة"], Talks=["شنت الطائرات الروسية"]
    )
    score = measure.Score()
    score.add(article, measure.as_it_is(article))
    assert score.retyped == {("Raid", "Arrest"): 1}
    assert score.missed == {"Talks": 1}
    assert score.spurious == {"Airstrike": 2}


def test_the_day_on_the_page_stays_until_something_changes(scorer: ModuleType) -> None:
    page = report.page({"as it is": measure.Score()}, scorer, articles=0, measured="2020-02-29")
    assert report.measured_on(page) == "2020-02-29"


def test_every_metric_of_the_scorer_is_explained(scorer: ModuleType) -> None:
    assert list(report.ASKS) == scorer.METRICS
