"""What a group did is found under whatever name it had then."""

from __future__ import annotations

from datetime import date

import pytest

from waqia import pipeline
from waqia.articles import Article
from waqia.queries import Asking

TOLD = {
    "2014-03-10": "قتل خمسة مدنيين في هجوم شنته جبهة النصرة على مدينة حلب يوم الأحد 9 مارس 2014.",
    "2016-09-05": "شنت جبهة فتح الشام هجوما على قوات النظام السوري في مدينة حماة يوم الأحد 4 سبتمبر 2016.",
    "2018-05-07": "شنت هيئة تحرير الشام هجوما على قوات النظام السوري في مدينة إدلب يوم الأحد 6 مايو 2018.",
    "2016-03-07": "شن تنظيم داعش هجوما على قوات النظام السوري في مدينة تدمر يوم الأحد 6 مارس 2016.",
}


@pytest.fixture(scope="module")
def asking() -> Asking:
    """A graph of one attack a name, and one of another group."""
    articles = [Article(id=day, text=text, published=date.fromisoformat(day)) for day, text in TOLD.items()]
    return Asking(pipeline.run(articles).graph.store())


@pytest.mark.parametrize("asked", ["هيئة تحرير الشام", "جبهة فتح الشام", "جبهة النصرة", "تحرير الشام"])
def test_every_name_leads_to_what_was_done_under_any(asking: Asking, asked: str) -> None:
    answer = asking.ask("names-of-then", {"actor": asked})
    assert {(str(row[0]), str(row[2])) for row in answer.rows} == {
        ("2014-03-09", "جبهة النصرة"),
        ("2016-09-04", "جبهة فتح الشام"),
        ("2018-05-06", "هيئة تحرير الشام"),
    }


def test_days_narrow_it_to_the_name_of_then(asking: Asking) -> None:
    when = {"actor": "هيئة تحرير الشام", "from": "2016-08-01", "to": "2016-12-31"}
    answer = asking.ask("names-of-then", when)
    assert {str(name) for name in answer.column("name")} == {"جبهة فتح الشام"}


def test_a_group_that_never_changed_its_name_is_found_too(asking: Asking) -> None:
    answer = asking.ask("names-of-then", {"actor": "داعش"})
    assert [str(article) for article in answer.column("article")] == ["2016-03-07"]


def test_the_name_alone_finds_what_was_done_under_it(asking: Asking) -> None:
    answer = asking.ask("actor-history", {"actor": "جبهة النصرة"})
    assert {str(article) for article in answer.column("article")} == {"2014-03-10"}
