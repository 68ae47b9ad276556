"""Incidents that an article without a date shares with one that has one."""

from __future__ import annotations

from datetime import date

import pytest
from tests.dating.conftest import DateAll, day

from waqia.articles import Article
from waqia.dates import ANY_DAY
from waqia.dating import Ground

PUBLISHED = date(2016, 3, 13)  # a Sunday
KNOWN = "قتل العقيد سليم الهاشمي و24 جنديا في تفجير انتحاري في مدينة تكريت أمس السبت."


def published(text: str = KNOWN) -> Article:
    return Article("known", text, published=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت اليوم السبت.", "2016-03-12"),
        ("قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت أول من أمس السبت.", "2016-03-14"),
        ("قتل 24 جنديا في تفجير انتحاري في مدينة تكريت أمس السبت.", "2016-03-13"),
        ("قتل 24 جنديا في تفجير انتحاري في مدينة تكريت أمس.", "2016-03-13"),
    ],
)
def test_the_day_of_the_incident_and_its_word_give_the_day(
    date_all: DateAll, text: str, expected: str
) -> None:
    dating = date_all([published(), Article("a", text)])["a"]
    assert dating.day == day(expected)
    assert Ground.SHARED_INCIDENT in [reason.ground for reason in dating.reasons]


def test_a_plain_weekday_leaves_a_week(date_all: DateAll) -> None:
    text = "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت السبت."
    dating = date_all([published(), Article("a", text)])["a"]
    assert dating.published.earliest == day("2016-03-12")
    assert dating.published.latest == day("2016-03-19")


@pytest.mark.parametrize(
    "text",
    [
        "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت أمس الثلاثاء.",
        "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة الرمادي أمس السبت.",
        "قتل العقيد كريم الدليمي في تفجير انتحاري في مدينة تكريت أمس السبت.",
        "قتل 17 جنديا في تفجير انتحاري في مدينة تكريت أمس السبت.",
        "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت.",
    ],
    ids=["weekday", "town", "name", "figure", "no time"],
)
def test_what_differs_is_another_incident_or_tells_no_day(date_all: DateAll, text: str) -> None:
    assert date_all([published(), Article("a", text)])["a"].published == ANY_DAY


def test_one_small_figure_does_not_make_an_incident(date_all: DateAll) -> None:
    known = published("قتل ثلاثة جنود في تفجير انتحاري في مدينة تكريت أمس السبت.")
    text = "قتل ثلاثة جنود في تفجير انتحاري في مدينة تكريت أمس السبت."
    assert date_all([known, Article("a", text)])["a"].published == ANY_DAY


def test_incidents_of_two_weeks_leave_nothing(date_all: DateAll) -> None:
    """Which of two is meant is not known, so neither dates the article."""
    week_after = Article("later", KNOWN, published=date(2016, 3, 20))
    text = "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت أمس السبت."
    assert date_all([published(), week_after, Article("a", text)])["a"].published == ANY_DAY


def test_an_article_dated_by_itself_dates_another(date_all: DateAll) -> None:
    known = Article("known", f"{KNOWN} ووقع التفجير اليوم الأحد 13 مارس 2016 وفق الشرطة.")
    text = "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت اليوم السبت."
    dating = date_all([known, Article("a", text)])["a"]
    assert dating.day == day("2016-03-12")


def test_one_that_has_learnt_its_date_dates_no_third(date_all: DateAll) -> None:
    first = "قتل العقيد سليم الهاشمي في تفجير انتحاري في مدينة تكريت أمس السبت."
    second = f"{first} وقتل العميد كريم الدليمي في قصف على مدينة الرمادي اليوم الأحد."
    third = "قتل العميد كريم الدليمي في قصف على مدينة الرمادي اليوم الأحد."
    found = date_all([published(), Article("b", second), Article("c", third)])
    assert found["b"].day == PUBLISHED
    assert found["c"].published == ANY_DAY
