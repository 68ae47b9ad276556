"""What an article says of its own day."""

from __future__ import annotations

import pytest
from tests.dating.conftest import Date, day

from waqia.dates import ANY_DAY, Days
from waqia.dating import Ground


def test_the_day_by_its_date(dated: Date) -> None:
    dating = dated("قتل ثلاثة جنود في قصف على البلدة اليوم السبت 12 مارس 2016.")
    assert dating.day == day("2016-03-12")
    assert dating.published == Days(day("2016-03-12"), day("2016-03-13"))
    assert [reason.ground for reason in dating.reasons] == [Ground.DAY_NAMED]


def test_the_day_before_by_its_date(dated: Date) -> None:
    assert dated("قتل ثلاثة جنود أمس الجمعة 11 مارس 2016 في قصف على البلدة.").day == day("2016-03-12")


def test_a_date_without_its_year_leaves_the_years_of_its_weekday(dated: Date) -> None:
    text = "قتل ثلاثة جنود اليوم السبت 12 مارس. وتدور معارك هناك منذ يناير 2014."
    dating = dated(text)
    assert dating.published.earliest == day("2016-03-12")
    assert dating.day is None


def test_a_day_of_the_past_is_not_its_own(dated: Date) -> None:
    assert dated("وفي ظهيرة ذلك اليوم السبت قتل ثلاثة جنود.").reasons == ()


def test_a_weekday_alone_is_kept_and_bounds_nothing(dated: Date) -> None:
    dating = dated("قتل ثلاثة جنود أمس السبت في قصف على البلدة.")
    assert dating.published == ANY_DAY
    assert [reason.ground for reason in dating.reasons] == [Ground.WEEKDAY_NAMED]


def test_a_plain_weekday_tells_nothing(dated: Date) -> None:
    assert dated("قتل ثلاثة جنود السبت في قصف على البلدة.").reasons == ()


def test_copy_of_several_days_is_of_one_of_them(dated: Date) -> None:
    text = "قتل جندي اليوم السبت 12 مارس 2016. وكان جندي قتل أمس السبت 12 مارس 2016."
    dating = dated(text)
    assert dating.day is None
    assert dating.published == Days(day("2016-03-12"), day("2016-03-14"))


def test_the_month_with_the_year(dated: Date) -> None:
    text = "قتل ثلاثة جنود في 7 يوليو الجاري. وقتل عشرة خلال العام الماضي 2014."
    dating = dated(text)
    assert dating.published == Days(day("2015-07-01"), day("2015-08-02"))
    assert {reason.ground for reason in dating.reasons} == {Ground.MONTH_NAMED, Ground.YEAR_NAMED}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("قتل عشرة جنود خلال العام الماضي 2014.", 2015),
        ("قتل عشرة جنود منذ بداية العام الجاري 2015.", 2015),
        ("قتل عشرة جنود العام الماضي (2014) في القصف.", 2015),
    ],
)
def test_the_year(dated: Date, text: str, year: int) -> None:
    assert dated(text).published.earliest == day(f"{year}-01-01")
    assert dated(text).published.latest == day(f"{year + 1}-01-01")


@pytest.mark.parametrize(
    "text",
    ["قتل خلال العام الماضي 2014 جنديا.", "تبدأ الدورة في العام المقبل 1436/1437 في المدينة."],
)
def test_a_number_that_is_no_year_or_half_of_one(dated: Date, text: str) -> None:
    assert Ground.YEAR_NAMED not in [reason.ground for reason in dated(text).reasons]


def test_since_a_date_is_past(dated: Date) -> None:
    dating = dated("وتسيطر القوات على المدينة منذ ديسمبر 2015.")
    assert dating.published == Days(day("2015-12-01"), None)


def test_what_comes_into_force_is_not_past(dated: Date) -> None:
    assert dated("يسري القرار اعتبارا من يناير 2016 في المدينة.").reasons == ()


def test_violence_with_its_date_is_past(dated: Date) -> None:
    dating = dated("قتل ثلاثة جنود في قصف على حمص في 12 مارس 2016.")
    assert dating.published == Days(day("2016-03-12"), None)


def test_talks_are_told_beforehand_too(dated: Date) -> None:
    earliest = dated("التقى الوزير وفد المعارضة في جنيف في 12 مارس 2016.").published.earliest
    assert earliest is None or earliest < day("2016-01-01")


def test_an_article_that_says_nothing_has_no_date(dated: Date) -> None:
    dating = dated("قتل ثلاثة جنود في قصف على البلدة.")
    assert (dating.published, dating.day, dating.reasons) == (ANY_DAY, None, ())


def test_reasons_point_to_their_words(dated: Date) -> None:
    text = "قتل ثلاثة جنود في قصف على البلدة اليوم السبت 12 مارس 2016."
    (reason,) = dated(text).reasons
    (passage,) = reason.passages
    assert text[passage.span.start : passage.span.end] == "اليوم السبت 12 مارس 2016"
