"""Incidents are found by their IRI, and by place and date."""

from __future__ import annotations

import pytest

from waqia.errors import BadParameter
from waqia.incident import Facts, Incident, find, happening_of, read_incident

BOMBING, WITHDRAWAL, SHELLING = "CarBombing", "Withdrawal", "Shelling"


def kinds(facts: Facts, place: str | None = None, when: str | None = None) -> list[str]:
    return [
        kind
        for node in find(facts, place=place, when=when).found
        for kind in read_incident(facts, node).kinds
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("الرستن", [WITHDRAWAL, BOMBING]),
        ("مدينة الرستن", None),
        ("al-Rastan", [WITHDRAWAL, BOMBING]),
        ("تلبيسه", [SHELLING]),
        ("سوريا", [WITHDRAWAL, BOMBING, SHELLING]),
        ("https://w3id.org/waqia/id/place/homs-governorate", [WITHDRAWAL, BOMBING, SHELLING]),
        ("place/al-rastan", [WITHDRAWAL, BOMBING]),
    ],
)
def test_a_place_in_any_spelling_and_all_inside_it(
    facts: Facts, place: str, expected: list[str] | None
) -> None:
    if expected is None:
        with pytest.raises(BadParameter, match=r"no place in the graph is called .*; near to it: .*الرستن"):
            find(facts, place=place)
    else:
        assert kinds(facts, place) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2017-03-04", [WITHDRAWAL, BOMBING]),
        ("2017-03", [WITHDRAWAL, BOMBING]),
        ("2017-02-01/2017-03-04", [WITHDRAWAL, BOMBING]),
        ("../2017-03-04", [WITHDRAWAL, BOMBING]),
        ("2017-03-05", []),
        ("2016", []),
    ],
)
def test_a_day_a_month_or_an_interval(facts: Facts, when: str, expected: list[str]) -> None:
    assert kinds(facts, None, when) == expected
    assert kinds(facts, "سوريا", when) == expected


@pytest.mark.parametrize("when", ["yesterday", "2017-13", "2017-02-30", "4/3/2017"])
def test_what_is_no_date_is_refused(facts: Facts, when: str) -> None:
    with pytest.raises(BadParameter, match="is no date: a day"):
        find(facts, when=when)


def test_where_none_is_found_what_comes_near_is_named_with_why(facts: Facts) -> None:
    near = find(facts, place="الرستن", when="2017-03-09").near
    assert [(why, read_incident(facts, node).kinds) for why, node in near] == [
        ("there, on another day", (WITHDRAWAL,)),
        ("there, on another day", (BOMBING,)),
    ]
    undated_and_around = find(facts, place="تلبيسة", when="2017-03-04").near
    assert [(why, read_incident(facts, node).kinds) for why, node in undated_and_around] == [
        ("there, without a date", (SHELLING,)),
        ("then, around there", (WITHDRAWAL,)),
        ("then, around there", (BOMBING,)),
    ]


def test_an_iri_of_the_incident_a_telling_or_a_claim(facts: Facts, bombing: Incident) -> None:
    version = bombing.versions[-1]
    for iri in (bombing.iri, version.telling, version.iri, version.iri.removeprefix(facts.base)):
        found = happening_of(facts, iri)
        assert found is not None
        assert found.value == bombing.iri
    for iri in ("happening/none", version.article.iri, "urn:x:nothing", "no iri at all"):
        assert happening_of(facts, iri) is None
