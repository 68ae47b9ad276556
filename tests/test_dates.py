"""Days that dates as stated allow."""

from __future__ import annotations

from datetime import date

import pytest

from waqia.dates import ANY_DAY, Days, days_of, hull, meet, together


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2017-02-25", date(2017, 2, 25), date(2017, 2, 25)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-11-06/..", date(2016, 11, 6), None),
        ("../2017", None, date(2017, 12, 31)),
        ("2015/2016-03", date(2015, 1, 1), date(2016, 3, 31)),
    ],
)
def test_a_date_allows_its_days(edtf: str, earliest: date | None, latest: date | None) -> None:
    assert days_of(edtf) == Days(earliest, latest)


@pytest.mark.parametrize(
    "edtf", ["", "2017-2-5", "2017-02-30", "2017-13", "أمس", "2017/2018/2019", "2017-02-25T10:00"]
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the calendar words its own
        days_of(edtf)


def test_dates_that_agree_meet() -> None:
    assert together([days_of("2017-02"), days_of("2017-02-25"), ANY_DAY]) == days_of("2017-02-25")
    assert together([days_of("2015/.."), days_of("../2017")]) == days_of("2015/2017")


def test_dates_that_disagree_give_the_period_that_holds_them() -> None:
    days = [days_of("2017-02-25"), days_of("2017-02-27")]
    assert meet(days).empty
    assert together(days) == hull(days) == days_of("2017-02-25/2017-02-27")


def test_an_open_end_stays_open_in_a_hull() -> None:
    assert together([days_of("2017/.."), days_of("2016")]) == days_of("2016/..")


def test_nothing_stated_allows_any_day() -> None:
    assert together([]) == ANY_DAY
    assert not ANY_DAY.empty
