"""Rulings on who is who."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from tests.curation.conftest import Rule, Ruled, Told, built, quote, ruling

from waqia.errors import ContradictoryRulings
from waqia.graph.namespaces import BASE
from waqia.graph.terms import Term


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    """Build articles that name persons with rulings in Turtle."""
    return lambda *rulings: built("".join(rulings), folder=tmp_path, case="people.json")


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(built(folder=tmp_path, case="people.json").data)


def person(told: Told, article: str, name: str) -> NamedNode:
    """Return the article's own node for a person."""
    (found,) = {
        triple.subject
        for triple in told.parts[article].described
        if "/local/" in str(triple.subject) and str(triple.object) == f'"{name}"@ar'
    }
    assert isinstance(found, NamedNode)
    return found


def meant(ruled: Ruled, node: NamedNode) -> Term:
    """Return the person whom an article's own node stands for."""
    (found,) = ruled.all(node, "mentionOf")
    return found


def test_persons_ruled_to_be_one_are(rule: Rule, told: Told) -> None:
    one, other = person(told, "b", "سامر الخطيب"), person(told, "d", "سامر علي الخطيب")
    apart = ruling(f"waqia:differentPerson <{one.value}> , <{other.value}>")
    same = ruling(f"waqia:samePerson <{one.value}> , <{other.value}>")
    assert meant(rule(apart), one) != meant(rule(apart), other)
    assert meant(rule(same), one) == meant(rule(same), other)
    assert rule(same).problems == ()


def test_a_ruling_on_persons_is_in_the_graph(rule: Rule, told: Told) -> None:
    one, other = person(told, "b", "سامر الخطيب"), person(told, "d", "سامر الخطيب")
    after = rule(ruling(f"waqia:differentPerson <{one.value}> , <{other.value}>"))
    assert after.all(NamedNode(f"{BASE}ruling/r1"), "differentPerson") == {one, other}
    assert meant(after, one) != meant(after, other)


def test_a_person_who_is_not_there_is_said(rule: Rule, told: Told) -> None:
    one = person(told, "b", "سامر الخطيب")
    after = rule(ruling(f"waqia:samePerson <{one.value}> , <{BASE}local/nobody.Person-1>"))
    assert f"{BASE}local/nobody.Person-1 is nobody there" in after.problems[0]


def test_one_and_not_one_is_refused(rule: Rule, told: Told) -> None:
    pair = f"<{person(told, 'b', 'سامر الخطيب').value}> , <{person(told, 'd', 'سامر الخطيب').value}>"
    with pytest.raises(ContradictoryRulings, match=r"r1> .*r2> .* are one, and that they are not"):
        rule(ruling(f"waqia:samePerson {pair}", "r1"), ruling(f"waqia:differentPerson {pair}", "r2"))


def test_ranks_that_disagreed_agree_once_amended(rule: Rule, told: Told) -> None:
    same = ruling(f"waqia:sameIncident {quote('d', 'اعتقلت دورية')} , {quote('e', 'أوقف العقيد')}", "r1")
    one, other = person(told, "d", "سامر الخطيب"), person(told, "e", "سامر الخطيب")
    one_person = ruling(f"waqia:samePerson <{one.value}> , <{other.value}>", "r2")
    slot = f"waqia:amends {quote('e', 'أوقف العقيد')} ; waqia:slot waqia:rank ; waqia:replacement"
    assert rule(same, one_person).facts("disagreesWith")
    assert not rule(same, one_person, ruling(f'{slot} "اللواء"', "r3")).facts("disagreesWith")
    rejected = ruling(f"waqia:rejects {quote('e', 'أوقف العقيد')} ; waqia:slot waqia:rank", "r3")
    assert not rule(same, one_person, rejected).facts("disagreesWith")


def test_persons_of_a_rejected_telling_are_still_told_apart(rule: Rule, told: Told) -> None:
    after = rule(ruling(f"waqia:rejects {quote('d', 'اعتقلت دورية')}"))
    assert after.problems == ()
    assert meant(after, person(told, "d", "سامر الخطيب")) in {t.subject for t in after.data.default}
