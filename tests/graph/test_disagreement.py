"""Which claims on one happening cannot both be right, and on what they disagree."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import count

import pytest
from pyoxigraph import NamedNode

from waqia.dates import ANY_DAY, Days, days_of
from waqia.extraction.templates import Certainty, Outcome, Span, Stance
from waqia.graph.disagreement import RULES, disagreements
from waqia.graph.namespaces import BASE, ONTOLOGY, waqia
from waqia.graph.parts import Attribution, ClaimPart, Toll
from waqia.graph.terms import Triple

HERE, THERE = NamedNode("https://example.org/telling/1"), NamedNode("https://example.org/telling/2")
SOURCE, OTHER_SOURCE = "https://example.org/one", "https://example.org/other"
_number = count()


def claim(
    *tolls: Toll,
    stance: Stance = Stance.ASSERTS,
    days: Days = ANY_DAY,
    denies_all: bool = False,
    source: str = SOURCE,
    about: NamedNode = HERE,
    published: date | None = None,
    who: str = "",
    role: str = "perpetrator",
) -> ClaimPart:
    said = Attribution(NamedNode(source), stance, Certainty.STATED, (Span(0, 1),))
    triples = [Triple(about, waqia("kind"), waqia("Attack"))]
    triples += [Triple(about, waqia(role), NamedNode(f"{BASE}actor/{name}")) for name in who.split()]
    node = NamedNode(f"https://example.org/claim/{next(_number)}")
    return ClaimPart(
        node,
        about,
        said,
        tuple(triples),
        days=days,
        tolls=tolls,
        denies_all=denies_all,
        published=published,
    )


counter = partial(claim, source=OTHER_SOURCE, about=THERE)
"""Returns a claim of another source in another article."""


def on(one: ClaimPart, other: ClaimPart, *more: ClaimPart) -> set[str]:
    """Return what two claims disagree on, the same whichever comes first."""
    found = {
        order: {
            triple.predicate.value.removeprefix(ONTOLOGY)
            for triple in disagreements([*order, *more])
            if (triple.subject, triple.object) == (one.node, other.node)
        }
        for order in ((one, other), (other, one))
    }
    assert found[one, other] == found[other, one]
    return found[one, other] - {"disagreesWith"}


def killed(minimum: int, maximum: int | None, kind: str | None = None, *, about: bool = False) -> Toll:
    return Toll(Outcome.KILLED, minimum, maximum, about, kind)


def test_both_directions_and_the_property_above_are_said() -> None:
    one, other = claim(killed(42, 42)), counter(killed(30, 30))
    assert set(disagreements([one, other])) == {
        Triple(a.node, waqia(name), b.node)
        for a, b in ((one, other), (other, one))
        for name in ("disagreesWith", "disagreesOnToll")
    }


def test_two_claims_may_disagree_on_several_things() -> None:
    one = claim(killed(42, 42), days=days_of("2017-02-25"))
    other = counter(killed(30, 30), days=days_of("2017-02-26"))
    assert on(one, other) == {"disagreesOnToll", "disagreesOnDate"}


# --- tolls --------------------------------------------------------------------------------------------------


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
        (killed(30, 30), killed(42, 42, "Civilian"), True),
        (killed(30, 30), killed(42, 42, "Officer"), True),
        (killed(12, 12, "Civilian"), killed(30, 30, "Civilian"), True),
        (killed(12, 12, "Soldier"), killed(30, 30, "Civilian"), False),
        (killed(20, None), killed(2, 2, "Officer"), False),
        (killed(2, 2, "Combatant"), killed(1, 1, "PoliceOfficer"), False),
        (killed(42, 42), Toll(Outcome.INJURED, 30, 30, False, None), False),
        (killed(42, 42), Toll(Outcome.KILLED_OR_INJURED, 60, 60, False, None), False),
        (killed(42, 42), Toll(Outcome.KILLED_OR_INJURED, 30, 30, False, None), True),
    ],
)
def test_tolls_disagree_on_one_whole_without_a_number_in_common(one: Toll, other: Toll, apart: bool) -> None:
    assert on(claim(one), counter(other)) == ({"disagreesOnToll"} if apart else set())


@pytest.mark.parametrize(("first", "later", "taken_back"), [(20, 35, False), (35, 20, True), (35, 35, False)])
def test_a_source_that_counts_on_contradicts_itself_only_by_taking_dead_back(
    first: int, later: int, taken_back: bool
) -> None:
    one = claim(killed(first, first), published=date(2017, 2, 25))
    other = claim(killed(later, later), published=date(2017, 2, 26), about=THERE)
    assert on(one, other) == ({"disagreesOnToll"} if taken_back else set())


def test_of_the_missing_some_are_found() -> None:
    one = claim(Toll(Outcome.MISSING, 50, 50, False, None), published=date(2017, 2, 25))
    other = claim(Toll(Outcome.MISSING, 30, 30, False, None), published=date(2017, 2, 26), about=THERE)
    assert on(one, other) == set()


@pytest.mark.parametrize("published", [None, date(2017, 2, 25)])
def test_what_one_source_says_on_one_day_may_be_an_earlier_and_a_later_count(published: date | None) -> None:
    one, other = (claim(killed(n, n), published=published, about=a) for n, a in ((20, HERE), (35, THERE)))
    assert on(one, other) == set()


def test_another_sources_later_count_is_another_count() -> None:
    one = claim(killed(20, 20), published=date(2017, 2, 25))
    assert on(one, counter(killed(35, 35), published=date(2017, 2, 26))) == {"disagreesOnToll"}


def test_denying_a_toll_disagrees_with_who_gives_it() -> None:
    denial = counter(killed(30, 30), stance=Stance.DENIES)
    assert on(claim(killed(30, 30)), denial) == {"disagreesOnToll"}
    assert on(claim(killed(12, 12)), denial) == set()


# --- perpetrators -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("islamic-state", "jabhat-al-nusra", True),
        ("islamic-state", "islamic-state", False),
        ("syrian-democratic-forces", "ypg", False),
        ("turkey-air-force", "turkey-government", False),
        ("hayat-tahrir-al-sham", "jabhat-al-nusra", False),
        ("turkey-air-force", "islamic-state", True),
        ("islamic-state jabhat-al-nusra", "islamic-state", False),
        ("no-actor-that-is-known", "islamic-state", False),
    ],
)
def test_perpetrators_disagree_if_neither_is_part_or_former_name_of_the_other(
    one: str, other: str, differ: bool
) -> None:
    assert on(claim(who=one), counter(who=other)) == ({"disagreesOnPerpetrator"} if differ else set())


@pytest.mark.parametrize("role", ["perpetrator", "claimedBy", "accused"])
@pytest.mark.parametrize("other_role", ["perpetrator", "claimedBy", "accused"])
def test_who_claims_it_and_who_is_accused_of_it_answer_for_it(role: str, other_role: str) -> None:
    one, other = claim(who="islamic-state", role=role), counter(who="jabhat-al-nusra", role=other_role)
    assert on(one, other) == {"disagreesOnPerpetrator"}


def test_actors_whom_a_third_claim_names_together_acted_together() -> None:
    one, other = claim(who="islamic-state"), counter(who="jabhat-al-nusra")
    both = "islamic-state jabhat-al-nusra"
    assert on(one, other, claim(who=both)) == set()
    assert on(one, other, claim(who=both, stance=Stance.DENIES)) == {"disagreesOnPerpetrator"}


@pytest.mark.parametrize("role", ["agent", "party", "supporter", "target"])
def test_of_those_who_act_together_a_claim_may_name_some(role: str) -> None:
    assert on(claim(who="islamic-state", role=role), counter(who="jabhat-al-nusra", role=role)) == set()


def test_denying_responsibility_disagrees_with_who_lays_it_there() -> None:
    denial = counter(stance=Stance.DENIES, who="islamic-state")
    for role in ("perpetrator", "accused", "claimedBy"):
        assert on(claim(who="islamic-state", role=role), denial) == {"disagreesOnPerpetrator"}
    assert on(claim(who="jabhat-al-nusra"), denial) == set()


# --- dates, denials -----------------------------------------------------------------------------------------


def test_dates_disagree_without_a_day_in_common() -> None:
    one = claim(days=days_of("2017-02-25"))
    assert on(one, counter(days=days_of("2017-02-26"))) == {"disagreesOnDate"}
    assert on(one, counter(days=days_of("2017-02"))) == set()
    assert on(one, counter()) == set()
    assert on(one, counter(days=days_of("2017-02-26"), stance=Stance.DENIES)) == set()


def test_denying_it_all_disagrees_with_every_assertion() -> None:
    denial = counter(stance=Stance.DENIES, denies_all=True)
    assert on(claim(), denial) == {"disagreesOnWhetherItHappened"}
    assert on(claim(who="islamic-state"), denial) == {"disagreesOnWhetherItHappened"}
    assert on(claim(stance=Stance.DENIES, denies_all=True), denial) == set()


def test_denying_a_detail_disagrees_with_who_asserts_the_detail() -> None:
    denial = counter(stance=Stance.DENIES, who="turkey-government", role="supporter")
    assert on(claim(who="turkey-government", role="supporter"), denial) == {"disagreesOnDetail"}
    assert on(claim(who="islamic-state", role="supporter"), denial) == set()


@pytest.mark.parametrize("stance", [Stance.PLANS, Stance.FEARS, Stance.CALLS_FOR])
def test_who_neither_asserts_nor_denies_disagrees_with_nobody(stance: Stance) -> None:
    other = counter(killed(30, 30), stance=stance, who="islamic-state", days=days_of("2016"))
    assert on(claim(killed(42, 42), who="jabhat-al-nusra", days=days_of("2017")), other) == set()
    assert on(claim(stance=Stance.DENIES, denies_all=True), other) == set()


def test_every_rule_has_a_property_of_its_own() -> None:
    assert len({rule.on for rule in RULES}) == len(RULES)
