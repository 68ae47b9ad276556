from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqia.arabic.calendar import calendar
from waqia.arabic.dates import WORDS, Edge, TimeExpression, TimeKind, anchors, resolve, times
from waqia.arabic.tokens import tokenize
from waqia.errors import BadOntology

CASES = Path(__file__).parent / "cases" / "dates.tsv"
MONDAY = date(2015, 8, 10)


def read_cases() -> list[tuple[str, ...]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def knows_nothing(_: str) -> bool:
    return False


def found(text: str, known: Callable[[str], bool] = knows_nothing) -> list[TimeExpression]:
    return times(text, tokenize(text, known))


def one(text: str) -> TimeExpression:
    [expression] = found(text)
    return expression


def shown(text: str, known: Callable[[str], bool] = knows_nothing) -> str:
    expressions = found(text, known)
    return " ; ".join(
        f"{text[expression.start : expression.end]} = {resolve(expression, published=MONDAY, anchor=day) or '?'}"
        for expression, day in zip(expressions, anchors(expressions, MONDAY), strict=True)
    )


@pytest.mark.parametrize(("phrase", "expected"), read_cases())
def test_a_time_is_found_and_resolved(phrase: str, expected: str) -> None:
    assert shown(phrase) == expected


@pytest.mark.parametrize(("phrase", "expected"), read_cases())
def test_how_the_tokens_were_split_makes_no_difference(phrase: str, expected: str) -> None:
    assert shown(phrase, WORDS.__contains__) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("28 مايو", TimeKind.DAY),
        ("مايو 2014", TimeKind.MONTH),
        ("عام 2014", TimeKind.YEAR),
        ("يوم الجمعة", TimeKind.WEEKDAY),
        ("أمس", TimeKind.RELATIVE),
        ("الشهر الماضي", TimeKind.PERIOD),
        ("قبل شهرين", TimeKind.AGO),
        ("خلال أسبوع", TimeKind.DURING),
        ("عامي 2013 و2014", TimeKind.INTERVAL),
        ("قبل أيام", TimeKind.VAGUE),
    ],
)
def test_expressions_have_kinds(text: str, kind: TimeKind) -> None:
    assert one(text).kind is kind


@pytest.mark.parametrize(
    ("text", "edge", "part"),
    [
        ("فجر أمس", None, "dawn"),
        ("بعد ظهر الجمعة", None, "afternoon"),
        ("منذ مساء أمس", Edge.SINCE, "evening"),
        ("حتى صباح الجمعة", Edge.UNTIL, "morning"),
        ("أمس", None, None),
    ],
)
def test_edge_and_part_of_the_day_are_told(text: str, edge: Edge | None, part: str | None) -> None:
    assert (one(text).edge, one(text).part) == (edge, part)


def test_the_edge_can_be_taken_off_to_get_the_day_of_the_taking() -> None:
    assert resolve(replace(one("منذ 28 مايو"), edge=None), published=MONDAY) == "2015-05-28"


def test_offsets_are_those_of_the_text() -> None:
    text = "(أ ف ب) - وقتل جندي وأمس السبت آخر"
    tokens = tokenize(text, knows_nothing, start=10)
    [expression] = times(text, tokens)
    assert text[expression.start : expression.end] == "أمس السبت"
    assert tokens[expression.last - 1].end == expression.end


def test_no_expression_goes_on_in_the_next_paragraph() -> None:
    assert shown("انتهى ذلك أمس\nالأحد 12 قتيلا") == "أمس = 2015-08-09 ; الأحد = 2015-08-09"


def test_each_passage_counts_from_its_own_day() -> None:
    text = "قال أمس الأحد إن هجوما وقع فجر أمس.\nوقال مصدر أمس السبت إن الاتصال جرى اليوم.\nواليوم الاثنين هدأ الوضع."
    assert anchors(found(text), MONDAY) == [date(2015, 8, day) for day in (10, 10, 9, 9, 10)]


def test_passages_before_the_first_that_tells_go_with_it() -> None:
    assert anchors(found("وقع الهجوم أمس. وقال السبت. وأكد اليوم السبت"), MONDAY) == [date(2015, 8, 8)] * 3


def test_a_date_beside_today_tells_the_day_too() -> None:
    assert anchors(found("أعلن اليوم 7 أغسطس"), MONDAY) == [date(2015, 8, 7)]
    assert anchors(found("أعلن أمس الجمعة 7 أغسطس"), MONDAY) == [date(2015, 8, 8)]


def test_an_older_date_beside_today_is_no_day_of_writing() -> None:
    assert anchors(found("اليوم 7 أغسطس 2013"), MONDAY) == [MONDAY]


def test_without_a_day_of_publication_only_calendar_dates_resolve() -> None:
    text = "أمس وفي مايو 2014 والجمعة و3 مايو وقبل عام وعام 2012"
    expressions = found(text)
    assert anchors(expressions, None) == [None] * len(expressions)
    resolved = [resolve(expression, published=None) for expression in expressions]
    assert resolved == [None, "2014-05", None, None, None, "2012"]


def test_a_leap_day_without_a_year_is_in_a_leap_year() -> None:
    assert resolve(one("29 فبراير"), published=MONDAY) == "2012-02-29"


def test_a_hijri_date_beyond_the_tables_resolves_to_nothing() -> None:
    assert resolve(one("1 محرم 1305 هـ"), published=MONDAY) is None


def test_the_calendar_names_every_month_and_weekday() -> None:
    names = calendar()
    assert {month.number for month in names.months.values() if not month.hijri} == set(range(1, 13))
    assert {month.number for month in names.months.values() if month.hijri} == set(range(1, 13))
    assert set(names.weekdays.values()) == set(range(1, 8))


def test_a_broken_calendar_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "calendar.ttl").write_text("cal:may a", encoding="utf-8")
    monkeypatch.setattr("waqia.arabic.calendar.ONTOLOGY", tmp_path)
    with pytest.raises(BadOntology) as caught:
        calendar.__wrapped__()
    assert caught.value.file == str(tmp_path / "calendar.ttl")


GREGORIAN = [
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
    "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(" "),
    [
        "كانون الثاني",
        *"شباط آذار نيسان أيار حزيران تموز آب أيلول".split(" "),
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ],
]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(GREGORIAN))
def test_a_full_date_is_read_in_the_months_of_every_region(day: date, months: list[str]) -> None:
    text = f"في {day.day} {months[day.month - 1]} {day.year}"
    assert resolve(one(text), published=None) == day.isoformat()


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.sampled_from(sorted(calendar().weekdays.items())))
def test_a_weekday_is_one_of_the_last_seven_days(published: date, weekday: tuple[str, int]) -> None:
    resolved = date.fromisoformat(resolve(one(f"يوم ال{weekday[0]}"), published=published) or "")
    assert resolved.isoweekday() == weekday[1]
    assert published - timedelta(7) < resolved <= published


@given(
    st.text(alphabet="أمسيونلبتحقةاج0123456789/-:.،() ", max_size=30),
    st.sampled_from(["", "منذ ", "من ", "بين ", "قبل ", "خلال ", "يوم ", "شهر ", "ليل ", "نهاية "]),
    st.sampled_from(["", " مايو", " الجمعة", " أمس", " 2015", " أيام", " الماضي", " إلى 5 مايو"]),
)
def test_no_text_breaks_the_reader(middle: str, before: str, after: str) -> None:
    text = before + middle + after
    expressions = found(text)
    last = 0
    for expression, day in zip(expressions, anchors(expressions, MONDAY), strict=True):
        assert last <= expression.first < expression.last
        assert 0 <= expression.start < expression.end <= len(text)
        resolve(expression, published=MONDAY, anchor=day)
        last = expression.last
