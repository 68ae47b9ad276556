"""Which persons that articles name are one, and which are not: a pair for each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any, TypeAlias

import pytest

from waqia.dates import days_of
from waqia.linking.people import ACTED, KILLED, Named, Part, people
from waqia.linking.person_names import read_name

Told: TypeAlias = Any  # what else an article tells: fields of Named

DAY = date(2017, 3, 1)
SYRIA, IRAQ = "place/syria", "place/iraq"
POST, OTHER_POST = frozenset({"مدير", "مستشف", "حلب"}), frozenset({"قايد", "كتيب"})


def named(article: str, *names: str, iri: str = "", known: bool = False, **told: Told) -> Named:
    own = iri or f"local/{article}.{names[0]}"
    return replace(Named(own, article, known, frozenset(map(read_name, names)), DAY), **told)


def known(article: str, *names: str, iri: str = "actor/haddad", **told: Told) -> Named:
    return named(article, *names, iri=iri, known=True, **told)


def part(happening: str = "strike", role: str = KILLED, day: str = "2017-02-25") -> frozenset[Part]:
    return frozenset({Part(happening, role, days_of(day))})


def one(*persons: Named) -> bool:
    """Whether all are one person, in whatever order they come."""
    found = people(persons)
    assert all(people(order) == found for order in permutations(persons))
    return len(set(found.values())) == 1


def test_nobody_is_nobody() -> None:
    assert people([]) == {}


# --- within an article --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("درعوزي", "سامر درعوزي"),
        ("سامر عبد الرحمن", "سامر عبدالرحمن"),
        ("سامر درعوزي", "سامر علي درعوزي"),
        ("سامر درعوزي", "العقيد سامر درعوزي"),
        ("سامر درعوزي", "أبو علي سامر درعوزي"),
    ],
)
def test_a_name_leads_to_the_fuller_one_of_its_article(short: str, full: str) -> None:
    assert one(named("a", short), named("a", full))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("حسن عبود", "حسن عبد الغني"),
        ("حسن درويش", "حسين درويش"),
        ("أحمد درعوزي", "سامر أحمد درعوزي"),
        ("سامر", "سامر درعوزي"),
        ("درعوزي", "سامر حداد"),
    ],
)
def test_other_names_of_an_article_are_of_others(name: str, other: str) -> None:
    assert not one(named("a", name), named("a", other))


def test_a_short_name_that_two_may_bear_is_of_neither() -> None:
    short, *brothers = (named("a", name) for name in ("درعوزي", "سامر درعوزي", "ماهر درعوزي"))
    assert len(set(people([short, *brothers]).values())) == 3


def test_a_short_name_leads_to_whom_the_knowledge_has() -> None:
    short = named("a", "حداد")
    assert people([short, known("a", "سامر حداد")])[short.iri] == "actor/haddad"


def test_two_named_beside_each_other_are_two() -> None:
    father = named("a", "سامر درعوزي")
    assert not one(father, named("a", "سامر علي درعوزي", beside=frozenset({father.iri})))


# --- across articles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("سامر درعوزي", "سامر درعوزي"),
        ("العميد سامر درعوزي", "اللواء سامر الدرعوزي"),
        ("روستام غاليموف", "رستام جاليموف"),
        ("سامر علي درعوزي", "سامر درعوزي"),
    ],
)
def test_a_full_name_is_of_one_person_where_nothing_speaks_against_it(name: str, other: str) -> None:
    assert one(named("a", name), named("b", other))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("درعوزي", "درعوزي"),
        ("درعوزي", "سامر درعوزي"),
        ("محمد علي", "محمد علي"),
        ("أبو علي", "أبو علي"),
        ("سامر درعوزي", "سامر درعوزي الحموي"),
        ("سامر درعوزي", "ماهر درعوزي"),
        ("سامر علي درعوزي", "سامر أحمد درعوزي"),
    ],
)
def test_less_than_a_telling_name_is_not_enough(name: str, other: str) -> None:
    assert not one(named("a", name), named("b", other))


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ({"posts": frozenset({POST})}, {"posts": frozenset({OTHER_POST})}, False),
        ({"posts": frozenset({POST})}, {"posts": frozenset({POST, OTHER_POST})}, True),
        ({"posts": frozenset({POST})}, {"posts": frozenset({OTHER_POST}), "day": date(2020, 3, 1)}, True),
        ({"posts": frozenset({POST})}, {}, True),
        ({"wholes": frozenset({"actor/army"})}, {"wholes": frozenset({"actor/hts"})}, False),
        ({"wholes": frozenset({"actor/army"})}, {"wholes": frozenset({"actor/army", "actor/state"})}, True),
        ({"countries": frozenset({SYRIA})}, {"countries": frozenset({IRAQ})}, False),
        ({"countries": frozenset({SYRIA})}, {"countries": frozenset({IRAQ, SYRIA})}, True),
        ({"parts": part()}, {"parts": part("raid", ACTED, "2017-06-01")}, False),
        ({"parts": part()}, {"parts": part("raid", ACTED, "2017-01-01")}, True),
        ({"parts": part()}, {"parts": part("raid", KILLED, "2017-06-01")}, False),
        ({"parts": part()}, {"parts": part("raid", KILLED, "2017-02-26")}, True),
    ],
)
def test_what_speaks_against_one_person(mine: dict[str, Any], theirs: dict[str, Any], same: bool) -> None:
    assert one(named("a", "سامر درعوزي", **mine), named("b", "سامر درعوزي", **theirs)) is same


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("محمد علي", "محمد علي"),
        ("درعوزي", "سامر درعوزي"),
        ("سامر درعوزي", "سامر درعوزي الحموي"),
        ("سامر درعوزي", "سامر علي درعوزي"),
    ],
)
@pytest.mark.parametrize("told", [{"parts": part()}, {"posts": frozenset({POST})}])
def test_a_happening_or_a_post_that_both_have_supports_a_lesser_name(
    name: str, other: str, told: dict[str, Any]
) -> None:
    assert one(named("a", name, **told), named("b", other, **told))


def test_a_post_supports_a_last_name_at_one_time_alone() -> None:
    son = named("a", "درعوزي", posts=frozenset({POST}))
    assert not one(son, named("b", "سامر درعوزي", posts=frozenset({POST}), day=date(1990, 3, 1)))
    assert one(
        named("a", "محمد علي", posts=frozenset({POST})),
        named("b", "محمد علي", posts=frozenset({POST}), day=None),
    )


def test_an_organization_supports_a_full_name_alone() -> None:
    told: dict[str, Any] = {"organizations": frozenset({"actor/army"})}
    assert one(named("a", "محمد علي", **told), named("b", "محمد علي", **told))
    assert not one(named("a", "علي", **told), named("b", "محمد علي", **told))


def test_the_same_happening_outweighs_another_post() -> None:
    other = named("b", "سامر درعوزي", parts=part(), posts=frozenset({OTHER_POST}))
    assert one(named("a", "سامر درعوزي", parts=part(), posts=frozenset({POST})), other)


@pytest.mark.parametrize("other", ["حسن عبد الغني", "حسين عبود", "ماهر عبود"])
def test_no_happening_makes_two_names_one(other: str) -> None:
    told: dict[str, Any] = {"parts": part(), "posts": frozenset({POST})}
    assert not one(named("a", "حسن عبود", **told), named("b", other, **told))


def test_another_part_in_the_happening_does_not_support_a_short_name() -> None:
    assert not one(named("a", "درعوزي", parts=part(role=ACTED)), named("b", "سامر درعوزي", parts=part()))


def test_a_post_without_a_word_that_tells_which_supports_nobody() -> None:
    told: dict[str, Any] = {"posts": frozenset({frozenset({"مسوول"})})}
    assert not one(named("a", "محمد علي", **told), named("b", "محمد علي", **told))


def test_a_post_in_another_country_is_another() -> None:
    told: dict[str, Any] = {"posts": frozenset({POST})}
    syrian = named("a", "محمد علي", countries=frozenset({SYRIA}), **told)
    assert not one(syrian, named("b", "محمد علي", countries=frozenset({IRAQ}), **told))


def test_a_name_that_two_bear_tells_neither() -> None:
    doctor = named("a", "سامر درعوزي", posts=frozenset({POST}))
    officer = named("b", "سامر درعوزي", posts=frozenset({OTHER_POST}))
    assert len(set(people([doctor, officer, named("c", "سامر درعوزي")]).values())) == 3


def test_two_whom_one_article_tells_apart_stay_two_elsewhere() -> None:
    brothers = [named("a", f"{name} درعوزي", parts=part()) for name in ("سامر", "ماهر")]
    short, full = named("b", "درعوزي", parts=part()), named("c", "سامر درعوزي", parts=part())
    found = people([*brothers, short, full])
    assert len(set(found.values())) == 3
    assert found[full.iri] == found[brothers[0].iri]


def test_a_spelling_leads_to_whom_the_knowledge_has_in_another_article() -> None:
    other = named("b", "سامر الدرعوزي")
    assert people([known("a", "سامر درعوزي"), other])[other.iri] == "actor/haddad"


def test_two_whom_the_knowledge_has_are_two() -> None:
    assert not one(known("a", "سامر درعوزي"), known("b", "سامر درعوزي", iri="actor/other"))


def test_a_person_is_the_least_of_its_nodes_and_unrelated_ones_change_nothing() -> None:
    pair = [named("b", "سامر درعوزي"), named("a", "سامر درعوزي")]
    found = people(pair)
    assert set(found.values()) == {min(each.iri for each in pair)}
    assert found.items() <= people([*pair, named("0", "ماهر حداد")]).items()


# --- rulings ------------------------------------------------------------------------------------------------


def test_what_was_ruled_to_be_one_is_one() -> None:
    pair = [
        named("a", "حسن عبود", countries=frozenset({SYRIA})),
        named("b", "سامر درعوزي", countries=frozenset({IRAQ})),
    ]
    assert len(set(people(pair, same=[(pair[0].iri, pair[1].iri)]).values())) == 1
    assert len(set(people(pair, same=[("local/gone", pair[1].iri)]).values())) == 2


def test_what_was_ruled_apart_is_two_and_takes_nobody_else_with_it() -> None:
    trio = [named(article, "سامر درعوزي", parts=part()) for article in "abc"]
    found = people(trio, apart=[(trio[1].iri, trio[0].iri), ("local/gone", trio[2].iri)])
    assert found[trio[0].iri] != found[trio[1].iri]
    within = [named("a", "سامر درعوزي"), named("a", "درعوزي")]
    assert len(set(people(within, apart=[(within[0].iri, within[1].iri)]).values())) == 2


def test_a_ruling_outweighs_a_ruling_the_other_way() -> None:
    pair = [named("a", "سامر درعوزي"), named("b", "سامر درعوزي")]
    ruled = [(pair[0].iri, pair[1].iri)]
    assert len(set(people(pair, same=ruled, apart=ruled).values())) == 1


def test_the_order_of_names_does_not_count() -> None:
    first = named("a", "سامر درعوزي", "درعوزي")
    assert people([first]) == people([replace(first, names=frozenset(reversed(list(first.names))))])
