"""What is concluded of a happening from several tellings: its type, and one period."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from pyoxigraph import NamedNode

from waqia.dates import ANY_DAY, Days, days_of
from waqia.extraction.templates import Certainty, EventTemplate, Realization, Span, Stance
from waqia.graph.happenings import conclusions
from waqia.graph.namespaces import ONTOLOGY, TYPE, waqia
from waqia.graph.parts import Attribution, ClaimPart, TellingPart
from waqia.graph.terms import Triple
from waqia.knowledge import load
from waqia.linking.traits import traits_of

HAPPENING = NamedNode("https://example.org/happening")
_number = count()


def node(kind: str) -> NamedNode:
    return NamedNode(f"https://example.org/{kind}/{next(_number)}")


def claim(kind: str = "", days: str = "", stance: Stance = Stance.ASSERTS, at: int = 0) -> ClaimPart:
    said = Attribution(node("source"), stance, Certainty.STATED, (Span(at, at + 1),))
    about = NamedNode("https://example.org/telling")
    triples = (Triple(about, waqia("kind"), waqia(kind)),) if kind else ()
    return ClaimPart(node("claim"), about, said, triples, days=days_of(days) if days else ANY_DAY)


def telling(
    kind: str, *claims: ClaimPart, days: str = "", realization: Realization = Realization.EVENT
) -> TellingPart:
    template = EventTemplate(1, kind, realization, ())
    return TellingPart(
        node("telling"),
        node("article"),
        waqia(kind),
        template,
        days_of(days) if days else ANY_DAY,
        traits_of(template, "", load()),
        claims or (claim(kind),),
    )


def types(*tellings: TellingPart) -> set[str]:
    found = {t.object for t in conclusions(HAPPENING, tellings, ()) if t.predicate == TYPE}
    names = {t.value.removeprefix(ONTOLOGY) for t in found if isinstance(t, NamedNode)}
    return names - {"Event", "ContestedEvent"}


def period(*tellings: TellingPart) -> str:
    found = {t.predicate: t.object for t in conclusions(HAPPENING, tellings, ())}
    bounds = (found.get(waqia(name)) for name in ("earliest", "latest"))
    return "/".join("" if bound is None else bound.value for bound in bounds)


def differ_on_date(*tellings: TellingPart) -> set[frozenset[NamedNode]]:
    said = conclusions(HAPPENING, tellings, ())
    return {frozenset((t.subject, t.object)) for t in said if t.predicate == waqia("disagreesOnDate")}  # type: ignore[arg-type]


# --- type ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (("Bombing", "SuicideBombing"), {"SuicideBombing"}),
        (("Bombing", "Bombing"), {"Bombing"}),
        (("Attack", "SuicideBombing"), {"SuicideBombing"}),
        (("Killing", "Attack"), {"Attack"}),
        (("Killing", "Attack", "Shelling"), {"Shelling"}),
        (("Killing", "Ambush"), {"Ambush"}),
        (("Shelling", "Airstrike"), {"Shelling", "Airstrike"}),
        (("Killing", "Assassination"), {"Assassination"}),
    ],
)
def test_the_type_is_the_most_specific_that_is_told(told: tuple[str, ...], expected: set[str]) -> None:
    assert types(*map(telling, told)) == expected
    assert types(*map(telling, reversed(told))) == expected


def test_a_claim_may_be_more_specific_than_its_telling() -> None:
    assert types(telling("Bombing", claim("Bombing"), claim("CarBombing"))) == {"CarBombing"}
    assert types(telling("Attack", claim("Attack"), claim("CarBombing"))) == {"CarBombing"}


def test_a_claim_of_another_kind_than_its_telling_does_not_type_it() -> None:
    assert types(telling("Bombing", claim("Bombing"), claim("Raid"))) == {"Bombing"}


def test_what_is_denied_types_nothing() -> None:
    denial = claim("SuicideBombing", stance=Stance.DENIES)
    assert types(telling("Bombing", claim("Bombing"), denial)) == {"Bombing"}
    only_denied = telling("SuicideBombing", denial)
    assert types(telling("Bombing"), only_denied) == {"Bombing"}


def test_an_aggregate_names_its_most_specific_kind_alone() -> None:
    told = (telling(kind, realization=Realization.AGGREGATE) for kind in ("Bombing", "CarBombing"))
    said = conclusions(HAPPENING, tuple(told), ())
    assert {t.object for t in said if t.predicate == waqia("kind")} == {waqia("CarBombing")}


# --- period -------------------------------------------------------------------------------------------------


def test_the_period_is_what_all_who_assert_it_allow() -> None:
    month, day = telling("Attack", claim(days="2017-02")), telling("Attack", claim(days="2017-02-25"))
    assert period(month, day) == "2017-02-25/2017-02-25"
    assert differ_on_date(month, day) == set()


def test_where_no_day_is_left_it_holds_them_all_and_they_disagree() -> None:
    one, other = claim(days="2017-02-25"), claim(days="2017-02-27")
    told = telling("Attack", one), telling("Attack", other)
    assert period(*told) == "2017-02-25/2017-02-27"
    assert differ_on_date(*told) == {frozenset((one.node, other.node))}


def test_a_date_of_the_article_alone_is_its_first_assertions() -> None:
    later, first = claim(at=30), claim(at=10)
    denial = claim(stance=Stance.DENIES, at=0)
    undated = telling("Attack", later, first, denial, days="2017-02-25")
    dated = claim(days="2017-02-26")
    told = undated, telling("Attack", dated)
    assert period(*told) == "2017-02-25/2017-02-26"
    assert differ_on_date(*told) == {frozenset((first.node, dated.node))}


def test_a_date_that_the_article_works_out_stands_for_the_one_that_it_is_worked_out_from() -> None:
    """ "Announced on Saturday what had happened two days before": no claim says that it was on Saturday."""
    told = telling("Attack", claim(days="2017-02-25"), days="2017-02-23")
    assert period(told) == "2017-02-23/2017-02-23"
    assert differ_on_date(told) == set()


def test_a_denial_dates_nothing() -> None:
    asserted = claim(days="2017-02-25")
    denied = claim(days="2017-02-27", stance=Stance.DENIES)
    assert period(telling("Attack", asserted, denied)) == "2017-02-25/2017-02-25"


def test_a_happening_without_any_date_has_no_period() -> None:
    assert period(telling("Attack")) == "/"
    assert period(replace(telling("Attack"), days=Days())) == "/"
