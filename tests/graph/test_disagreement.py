"""Which claims on one happening cannot both be right."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from waqia.dates import ANY_DAY, Days, days_of
from waqia.extraction.templates import Certainty, Outcome, Span, Stance
from waqia.graph.disagreement import disagree
from waqia.graph.namespaces import waqia
from waqia.graph.parts import Attribution, ClaimPart, Toll
from waqia.graph.terms import Triple

TELLING = NamedNode("https://example.org/telling")
ARMY, REBELS = NamedNode("https://example.org/army"), NamedNode("https://example.org/rebels")


def claim(
    *tolls: Toll,
    stance: Stance = Stance.ASSERTS,
    days: Days = ANY_DAY,
    agent: NamedNode | None = None,
    denies_all: bool = False,
) -> ClaimPart:
    said = Attribution(NamedNode("https://example.org/source"), stance, Certainty.STATED, (Span(0, 1),))
    triples = [Triple(TELLING, waqia("kind"), waqia("Attack"))]
    if agent is not None:
        triples.append(Triple(TELLING, waqia("perpetrator"), agent))
    return ClaimPart(TELLING, TELLING, said, tuple(triples), days=days, tolls=tolls, denies_all=denies_all)


def killed(minimum: int, maximum: int | None, kind: str | None = None, *, about: bool = False) -> Toll:
    return Toll(Outcome.KILLED, minimum, maximum, about, kind)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (killed(42, 42), killed(30, 30), True),
        (killed(42, 42), killed(42, 42), False),
        (killed(40, None), killed(42, 42), False),
        (killed(40, None), killed(30, 30), True),
        (killed(20, None), killed(200, None), False),
        (killed(40, 40, about=True), killed(42, 42), False),
        (killed(40, 40, about=True), killed(50, 50), True),
        (killed(42, 42), killed(30, 30, "Soldier"), True),
        (killed(42, 42), killed(30, 30, "Civilian"), False),
        (killed(12, 12, "Civilian"), killed(30, 30, "Civilian"), True),
        (killed(12, 12, "Soldier"), killed(30, 30, "Civilian"), False),
        (killed(42, 42), Toll(Outcome.INJURED, 30, 30, False, None), False),
    ],
)
def test_tolls_disagree_on_one_whole_without_a_number_in_common(one: Toll, other: Toll, apart: bool) -> None:
    assert disagree(claim(one), claim(other)) is apart
    assert disagree(claim(other), claim(one)) is apart


def test_dates_disagree_without_a_day_in_common() -> None:
    assert disagree(claim(days=days_of("2017-02-25")), claim(days=days_of("2017-02-26")))
    assert not disagree(claim(days=days_of("2017-02-25")), claim(days=days_of("2017-02")))


def test_denying_it_all_disagrees_with_every_assertion() -> None:
    denial = claim(stance=Stance.DENIES, denies_all=True)
    assert disagree(denial, claim())
    assert disagree(claim(), denial)


def test_denying_a_detail_disagrees_with_who_asserts_the_detail() -> None:
    denial = claim(stance=Stance.DENIES, agent=ARMY)
    assert disagree(claim(agent=ARMY), denial)
    assert not disagree(claim(agent=REBELS), denial)


@pytest.mark.parametrize("stance", [Stance.PLANS, Stance.FEARS, Stance.CALLS_FOR])
def test_who_neither_asserts_nor_denies_disagrees_with_nobody(stance: Stance) -> None:
    other = claim(killed(30, 30), stance=stance, agent=ARMY)
    assert not disagree(other, claim(killed(42, 42), agent=ARMY))
    assert not disagree(claim(stance=Stance.DENIES, denies_all=True), other)
