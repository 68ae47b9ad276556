"""Known events, by their names and by words that tell of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.dating.conftest import Date, day

from waqia.dates import ANY_DAY, Days
from waqia.dating import Ground
from waqia.dating.landmarks import load_landmarks
from waqia.errors import BadOntology
from waqia.extraction.pipeline import load_resources
from waqia.knowledge import load


def test_a_name_shows_that_the_article_is_not_older(dated: Date) -> None:
    dating = dated("قتل ثلاثة مقاتلين من المشاركين في عملية درع الفرات.")
    assert dating.published == Days(day("2016-08-24"), None)
    assert dating.reasons[0].known == "https://w3id.org/waqia/id/landmark/euphrates-shield"


def test_words_of_a_name_that_are_ordinary_do_not(dated: Date) -> None:
    assert dated("وزع الجنود غصن الزيتون على سكان البلدة قرب نبع السلام.").published == ANY_DAY


def test_a_time_that_counts_back_leads_to_the_month(dated: Date) -> None:
    dating = dated("وكان خمسة جنود قتلوا بعد مجزرة خان شيخون الشهر الماضي.")
    assert dating.published == Days(day("2017-05-01"), day("2017-06-01"))
    assert {reason.ground for reason in dating.reasons} == {Ground.KNOWN_EVENT}


def test_a_weekday_with_the_event_leads_to_the_day(dated: Date) -> None:
    assert dated("قتل العشرات في تفجير الكرادة أمس الأحد.").day == day("2016-07-04")


def test_a_weekday_that_the_event_was_not_on_contradicts(dated: Date) -> None:
    assert dated("قتل العشرات في تفجير الكرادة أمس الجمعة.").day is None


def test_signs_count_with_a_time_only(dated: Date) -> None:
    told = "وجرى ذلك خلال زيارة الرئيس السوري أحمد الشرع لواشنطن"
    assert dated(f"{told} الشهر الماضي.").published == Days(day("2025-12-01"), day("2026-01-01"))
    grounds = [reason.ground for reason in dated(f"{told}.").reasons]
    assert Ground.KNOWN_EVENT not in grounds


def test_a_time_of_something_else_is_not_taken(dated: Date) -> None:
    text = "قتل جندي الشهر الماضي، وكان بين من شهدوا مجزرة خان شيخون."
    assert dated(text).published.latest is None


def test_every_landmark_has_its_first_day_and_a_name() -> None:
    landmarks = load_landmarks(load_resources(load()).tokenizer)
    assert len(landmarks) > 50
    for landmark in landmarks:
        assert landmark.names, landmark.iri
        assert landmark.days.earliest is not None, landmark.iri
        assert not landmark.days.empty, landmark.iri


def test_a_day_that_is_none_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "landmarks.ttl").write_text(
        "@prefix w: <https://w3id.org/waqia/ontology#> .\n<urn:x#e> w:earliest '2017-02-30' .\n"
    )
    with pytest.raises(BadOntology, match=r"landmarks\.ttl:2"):
        load_landmarks(load_resources(load()).tokenizer, tmp_path)


def test_no_file_gives_no_landmarks(tmp_path: Path) -> None:
    assert load_landmarks(load_resources(load()).tokenizer, tmp_path) == ()
