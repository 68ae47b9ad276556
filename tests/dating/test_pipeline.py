"""Dating within the pipeline: extraction again, workers, order, and what may be added later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from waqia import pipeline
from waqia.articles import Article, read
from waqia.graph import merge
from waqia.graph.serialise import write

pytestmark = pytest.mark.slow

UNDATED = Article("a", "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت أمس السبت.", date_given=False)
KNOWN = Article(
    "b", "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت أمس السبت.", published=date(2016, 3, 13)
)
ALONE = Article("c", "قتل ثلاثة جنود في قصف على حمص اليوم السبت 12 مارس 2016.", date_given=False)


def test_an_article_that_is_dated_to_a_day_is_extracted_again() -> None:
    built = pipeline.run([UNDATED, KNOWN])
    article = built.articles[0]
    assert (article.published, article.date_given) == (date(2016, 3, 13), False)
    assert [event.date for event in built.templates[0].events] == ["2016-03-12"]
    assert built.sound


def test_an_article_within_bounds_keeps_its_relative_dates_open() -> None:
    text = "قال الرئيس الفرنسي فرانسوا هولاند إن ثلاثة جنود قتلوا في قصف على حمص أمس السبت."
    built = pipeline.run([Article("a", text)])
    assert built.articles[0].published is None
    assert built.datings[0].published.latest == date(2017, 5, 15)
    assert {event.date for event in built.templates[0].events} == {None}
    assert built.sound


def test_neither_order_nor_workers_count() -> None:
    articles = [UNDATED, KNOWN, ALONE]
    once = write(pipeline.run(articles).graph, "nq")
    assert write(pipeline.run(articles[::-1], workers=2).graph, "nq") == once


def test_what_dates_itself_may_be_built_apart() -> None:
    together = pipeline.run([ALONE, KNOWN]).graph
    apart = [pipeline.run([article]).graph for article in (KNOWN, ALONE)]
    assert {part.id: part for part in merge(apart).parts}.keys() == {"b", "c"}
    for part in together.parts:
        (other,) = (each for graph in apart for each in graph.parts if each.id == part.id)
        assert set(other.described) == set(part.described)
        assert other.tellings == part.tellings


def test_the_sample_articles_without_their_table(seeds: Path, tmp_path: Path) -> None:
    """Without metadata.csv each comes out on its day, or within bounds that hold it."""
    given = {article.id: article.published for article in read([seeds]).articles}
    for file in seeds.glob("*.txt"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    built = pipeline.run(read([tmp_path]).articles)
    assert len(built.datings) == 4  # one has a date line of its own
    for dating in built.datings:
        first, last, day = dating.published.earliest, dating.published.latest, given[dating.article]
        assert first is not None
        assert last is not None
        assert day is not None
        assert first <= day <= last
        assert (last - first).days < 31
        assert dating.day in (None, day)
