"""Reasons taken together, whatever the order of the articles."""

from __future__ import annotations

from datetime import date

from tests.dating.conftest import Date, DateAll, day

from waqia.articles import Article
from waqia.dates import ANY_DAY, Days
from waqia.dating import Ground, date_articles
from waqia.extraction.templates import ArticleTemplates
from waqia.knowledge import load

OFFICE = "قال الرئيس الفرنسي فرانسوا هولاند إن بلاده سترد."


def test_reasons_are_taken_together(dated: Date) -> None:
    dating = dated(f"{OFFICE} وقتل ثلاثة جنود أمس السبت. وتدور معارك منذ ديسمبر 2015.")
    assert dating.published == Days(day("2015-12-06"), day("2017-05-15"))
    grounds = [reason.ground for reason in dating.reasons]
    assert sorted(grounds) == [Ground.DATED_PAST, Ground.IN_OFFICE, Ground.WEEKDAY_NAMED]


def test_a_reason_that_adds_nothing_is_left_out(dated: Date) -> None:
    text = f"{OFFICE} وتدور معارك منذ ديسمبر 2015. وكانت المدينة محاصرة منذ مايو 2011."
    assert [reason.ground for reason in dated(text).reasons].count(Ground.DATED_PAST) == 1


def test_contradictions_leave_no_date(dated: Date) -> None:
    dating = dated(f"{OFFICE} وتدور معارك منذ ديسمبر 2019.")
    assert (dating.published, dating.reasons) == (ANY_DAY, ())


def test_articles_with_a_date_are_left_alone() -> None:
    article = Article("a", OFFICE, published=date(2013, 1, 1))
    assert date_articles([article], [ArticleTemplates("a")], load()) == ()


def test_the_order_of_articles_does_not_count(date_all: DateAll) -> None:
    articles = [
        Article("a", "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت اليوم السبت."),
        Article(
            "b", "قتل العقيد سليم الهاشمي في قصف على مدينة تكريت أمس السبت.", published=date(2016, 3, 13)
        ),
        Article("c", f"{OFFICE} وقتل العقيد سليم الهاشمي في قصف على مدينة تكريت أمس السبت."),
        Article("d", "قتل العقيد سليم الهاشمي في قصف على مدينة تكريت السبت.", published=date(2016, 3, 12)),
    ]
    found = date_all(articles)
    assert found == date_all(articles[::-1])
    assert found["a"].day == day("2016-03-12")
    assert found["c"].day == day("2016-03-13")
