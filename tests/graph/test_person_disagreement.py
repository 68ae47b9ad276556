"""When claims on one happening give a person another name or another rank."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from waqia.extraction.templates import Certainty, Outcome, Span, Stance
from waqia.graph.disagreement import disagreements
from waqia.graph.namespaces import waqia
from waqia.graph.parts import Attribution, ClaimPart, Titled
from waqia.graph.person_disagreement import names_disagree, ranks_disagree

TELLING = NamedNode("https://example.org/telling")
SAMER, MAHER = NamedNode("https://example.org/samer"), NamedNode("https://example.org/maher")
POST = "رئيس فرع الأمن الجنائي"


def claim(*titled: Titled, stance: Stance = Stance.ASSERTS) -> ClaimPart:
    said = Attribution(NamedNode("https://example.org/source"), stance, Certainty.STATED, (Span(0, 1),))
    return ClaimPart(TELLING, TELLING, said, (), titled=titled)


def killed(
    node: NamedNode = SAMER,
    post: str | None = POST,
    outcome: Outcome | None = Outcome.KILLED,
    organization: str | None = None,
) -> Titled:
    return Titled(node, None, post, organization, outcome)


def ranked(rank: str | None, node: NamedNode = SAMER) -> Titled:
    return Titled(node, rank, outcome=Outcome.KILLED)


def on(one: ClaimPart, other: ClaimPart) -> set[NamedNode]:
    return {triple.predicate for triple in disagreements([one, other])}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (killed(), killed(MAHER), True),
        (killed(), killed(), False),
        (killed(), killed(MAHER, "رئيس فرع أمن الموانئ"), False),
        (killed(), killed(MAHER, None), False),
        (killed(), killed(MAHER, outcome=Outcome.INJURED), False),
        (killed(outcome=None), killed(MAHER, outcome=None), False),
        (killed(post="ضابط في الأمن الجنائي"), killed(MAHER, "ضابط في الأمن الجنائي"), False),
        (killed(post="القائد"), killed(MAHER, "القائد"), False),
        (killed(organization="one"), killed(MAHER, organization="two"), False),
        (killed(organization="one"), killed(MAHER), True),
    ],
)
def test_names_disagree_on_who_had_a_post_that_one_person_has(
    one: Titled, other: Titled, apart: bool
) -> None:
    assert names_disagree(claim(one), claim(other)) is apart
    assert names_disagree(claim(other), claim(one)) is apart
    assert (waqia("disagreesOnName") in on(claim(one), claim(other))) is apart


def test_who_names_both_does_not_misname_one() -> None:
    assert not names_disagree(claim(killed(), killed(MAHER)), claim(killed()))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (ranked("العميد"), ranked("اللواء"), True),
        (ranked("العميد"), ranked("عميد"), False),
        (ranked("العميد"), ranked("العميد الركن"), False),
        (ranked("العميد"), ranked(None), False),
        (ranked("العميد"), ranked("اللواء", MAHER), False),
    ],
)
def test_ranks_disagree_on_one_person(one: Titled, other: Titled, apart: bool) -> None:
    assert ranks_disagree(claim(one), claim(other)) is apart
    assert ranks_disagree(claim(other), claim(one)) is apart
    assert (waqia("disagreesOnRank") in on(claim(one), claim(other))) is apart


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.PLANS])
def test_who_does_not_assert_misnames_nobody(stance: Stance) -> None:
    assert not names_disagree(claim(killed()), claim(killed(MAHER), stance=stance))
    assert not ranks_disagree(claim(ranked("العميد")), claim(ranked("اللواء"), stance=stance))
