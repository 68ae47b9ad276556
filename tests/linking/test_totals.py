"""Which events a total covers."""

from __future__ import annotations

import pytest
from tests.linking.tellings import event, telling

from waqia.extraction.templates import EventTemplate, Realization
from waqia.linking.totals import includes

ARMY, HTS = "syrian-arab-army", "hayat-tahrir-al-sham"


def total(
    day: str | None = "2017-02-01/2017-02-28", *, places: tuple[str, ...] = ("homs-governorate",)
) -> EventTemplate:
    return event("Airstrike", day, places, [ARMY], realization=Realization.AGGREGATE)


def covered(of: EventTemplate, single: EventTemplate) -> bool:
    happenings = {"total": [telling("a", of).traits], "single": [telling("b", single).traits]}
    return list(includes(happenings)) == [("total", "single")]


@pytest.mark.parametrize(
    ("single", "expected"),
    [
        (event("Airstrike", by=[ARMY]), True),
        (event("DroneStrike", by=[ARMY]), True),
        (event("Airstrike", "2017-02", by=[ARMY]), True),
        (event("Shelling", by=[ARMY]), False),
        (event("Airstrike", by=[HTS]), False),
        (event("Airstrike", by=[]), False),
        (event("Airstrike", "2017-03-01", by=[ARMY]), False),
        (event("Airstrike", None, by=[ARMY]), False),
        (event("Airstrike", places=["aleppo"], by=[ARMY]), False),
        (event("Airstrike", places=[], by=[ARMY]), False),
    ],
)
def test_type_agent_days_and_place_decide(single: EventTemplate, expected: bool) -> None:
    assert covered(total(), single) is expected


@pytest.mark.parametrize("of", [total("2016/.."), total(None), total(places=())])
def test_a_total_without_end_or_place_covers_nothing_for_sure(of: EventTemplate) -> None:
    assert not covered(of, event("Airstrike", by=[ARMY]))


def test_a_total_covers_no_total() -> None:
    assert not covered(total(), total("2017-02-02/2017-02-03"))
