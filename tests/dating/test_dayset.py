from __future__ import annotations

from datetime import date

import pytest

from waqia.dates import ANY_DAY, Days
from waqia.dating.dayset import ALL, DaySet, between, since, union, weekdays, where

MARCH = Days(date(2016, 3, 1), date(2016, 3, 31))


def test_a_period_has_all_its_days() -> None:
    assert len(between(MARCH)) == 31
    assert between(MARCH).hull == MARCH
    assert date(2016, 3, 31) in between(MARCH)
    assert date(2016, 4, 1) not in between(MARCH)


def test_an_open_period_stays_open() -> None:
    assert since(date(2016, 3, 1)).hull == Days(date(2016, 3, 1), None)
    assert between(Days(None, date(2016, 3, 1))).hull == Days(None, date(2016, 3, 1))
    assert between(ANY_DAY) == ALL


def test_weekdays_say_nothing_of_the_week() -> None:
    assert weekdays(6).hull == ANY_DAY
    saturdays = weekdays(6) & between(MARCH)
    assert [day.day for day in saturdays.days()] == [5, 12, 19, 26]


def test_days_are_moved() -> None:
    moved = between(MARCH).later(1)
    assert moved.hull == Days(date(2016, 3, 2), date(2016, 4, 1))
    assert moved.later(-1) == between(MARCH)


def test_one_day_is_the_only_one() -> None:
    one = between(Days(date(2016, 3, 5), date(2016, 3, 5)))
    assert one.only == date(2016, 3, 5)
    assert union([one, one.later(2)]).only is None


def test_days_are_gone_through_where_there_is_an_end() -> None:
    assert where(lambda day: day.day == 1, MARCH).only == date(2016, 3, 1)
    with pytest.raises(ValueError, match="closed period"):
        where(lambda _: True, Days(None, date(2016, 3, 1)))


def test_no_day_has_no_bounds() -> None:
    assert not DaySet(0)
    with pytest.raises(ValueError, match="no day is left"):
        _ = DaySet(0).hull
