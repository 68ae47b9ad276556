"""Who speaks in which office, and which groups there are, bounds the day of an article."""

from __future__ import annotations

import pytest
from tests.dating.conftest import Date, day

from waqia.dates import ANY_DAY, Days
from waqia.dating import Ground


def test_a_president_who_speaks_is_in_office(dated: Date) -> None:
    dating = dated("قال الرئيس الفرنسي فرانسوا هولاند إن بلاده ستواصل الغارات.")
    assert dating.published == Days(day("2012-05-15"), day("2017-05-15"))
    assert {reason.ground for reason in dating.reasons} == {Ground.IN_OFFICE}
    assert dating.reasons[0].known == "https://w3id.org/waqia/id/actor/francois-hollande"


def test_two_terms_leave_both(dated: Date) -> None:
    days = dated("قال الرئيس الأميركي دونالد ترامب إن بلاده سترد.").reasons[0].days
    assert day("2018-01-01") in days
    assert day("2022-01-01") not in days
    assert day("2025-02-01") in days


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس الفرنسي السابق فرانسوا هولاند إن بلاده أخطأت.",
        "وفي عهد الرئيس الفرنسي فرانسوا هولاند بدأت الغارات.",
        "وقال الرئيس الفرنسي فرانسوا هولاند في مارس 2013 إن بلاده سترد.",
        "وتعود الأزمة إلى خطط الرئيس الفرنسي فرانسوا هولاند.",
    ],
)
def test_who_is_spoken_of_may_be_in_office_no_more(dated: Date, text: str) -> None:
    assert dated(text).published.latest is None
    assert dated(text).published.earliest in (day("2012-05-15"), day("2013-03-01"))


def test_former_in_one_place_is_former_in_the_article(dated: Date) -> None:
    text = "قال الرئيس الفرنسي فرانسوا هولاند إن بلاده أخطأت. والتقى الرئيس السابق فرانسوا هولاند الوفد."
    assert dated(text).published.latest is None


def test_another_office_of_the_same_person_is_no_bound(dated: Date) -> None:
    assert dated("قال رئيس التيار الوطني الحر ميشال عون إن الحوار مستمر.").reasons == ()


def test_a_person_without_title_is_no_bound(dated: Date) -> None:
    assert dated("قال فرانسوا هولاند إن الغارات مستمرة.").published == ANY_DAY


def test_a_group_is_named_after_it_has_begun(dated: Date) -> None:
    dating = dated("قتل ثلاثة من مسلحي هيئة تحرير الشام في قصف على البلدة.")
    assert dating.published == Days(day("2017-01-28"), None)
    assert [reason.ground for reason in dating.reasons] == [Ground.BEGUN]


def test_a_government_that_acts_has_not_ended(dated: Date) -> None:
    assert dated("أعلن النظام السوري مقتل ثلاثة جنود.").published.latest == day("2024-12-09")
    assert dated("وقع القصف في مناطق تابعة للنظام السوري.").published == ANY_DAY


def test_taking_office_with_a_time_that_counts_back(dated: Date) -> None:
    text = "وهذه أول زيارة منذ وصول الرئيس فرانسوا هولاند إلى السلطة في الخامس عشر من الشهر الماضي."
    assert dated(text).published == Days(day("2012-06-01"), day("2012-07-01"))


def test_coming_to_a_city_is_not_taking_office(dated: Date) -> None:
    text = "وصل الرئيس الفرنسي فرانسوا هولاند أمس السبت إلى بيروت."
    assert Ground.KNOWN_EVENT not in [reason.ground for reason in dated(text).reasons]
