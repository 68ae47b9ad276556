from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqia.articles.dates import find_date, is_clock_line, parse_day
from waqia.errors import BadDate

DECEMBER = date(2024, 12, 7)


@pytest.mark.parametrize(
    "line",
    [
        "07-12-2024 | 02:47",
        "2024-12-07",
        "2024/12/7 - 10:30",
        "٢٠٢٤-١٢-٠٧",
        "٧/١٢/٢٠٢٤",
        "2024-12-07T02:47:00Z",
        "السبت 7 ديسمبر 2024",
        "السبت، 7 كانون الأول، 2024 10:15 م",
        "7 ديسمبر/كانون الأول 2024",
        "7 كانون الأول (ديسمبر) 2024",
        "7 دجنبر 2024",
        "نشر في: 07.12.2024 الساعة 10:30 صباحاً",
        "آخر تحديث: 7 ديسمبر 2024 - 10:30 بتوقيت غرينتش",
        "12/7/2024 3:44:00 AM",
        "Published: 7 December 2024",
        "5 جمادى الآخرة 1446 هـ الموافق 7 ديسمبر 2024 م",
    ],
)
def test_a_date_line(line: str) -> None:
    found = find_date(line)
    assert found is not None
    assert (found.day, found.others) == (DECEMBER, ())


def test_a_hijri_date_alone() -> None:
    found = find_date("26 شوال 1436 هـ")
    assert found is not None
    assert found.day == date(2015, 8, 11)


def test_the_month_comes_first_only_where_it_must() -> None:
    days = [found.day for line in ("12/31/2024", "1/2/2024") if (found := find_date(line))]
    assert days == [date(2024, 12, 31), date(2024, 2, 1)]


def test_what_stands_beside_the_date() -> None:
    found = find_date("بغداد 7 ديسمبر 2024 م واس")
    assert found is not None
    assert found.others == ("بغداد", "واس")


@pytest.mark.parametrize("line", ["قتل 7 جنود", "10:30", "2024", "في 7 ديسمبر", "هاتف 07-12-20245", ""])
def test_no_date(line: str) -> None:
    assert find_date(line) is None


def test_a_sentence_with_a_day_that_does_not_exist_is_no_date_line() -> None:
    assert find_date("قتل ثلاثة في 31-02-2024 وأصيب آخرون") is None


@pytest.mark.parametrize("line", ["31-02-2024", "2024-13-01 | 10:30", "31 سبتمبر 2024", "30 صفر 1599 هـ"])
def test_a_date_line_whose_day_does_not_exist(line: str) -> None:
    with pytest.raises(BadDate, match="names no day that exists"):
        find_date(line)


@pytest.mark.parametrize("line", ["10:12 ت م", "10:12", "الساعة 10:12 مساء"])
def test_a_line_with_a_time_alone(line: str) -> None:
    assert is_clock_line(line)


@pytest.mark.parametrize("line", ["قال في 10:12", "", "10"])
def test_a_line_with_more_or_less_than_a_time(line: str) -> None:
    assert not is_clock_line(line)


@pytest.mark.parametrize("value", ["2024-02-30", "07-12-2024", "أمس", "2024", "20241207x"])
def test_a_bad_day_as_given(value: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_day(value, file="metadata.csv", line=3)
    assert (caught.value.file, caught.value.line) == ("metadata.csv", 3)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    lines = (day.isoformat(), f"{day:%d-%m-%Y} | 02:47", f"{day.day}/{day.month}/{day.year}")
    assert all(parse_day(day.isoformat()) == found.day == day for line in lines if (found := find_date(line)))
