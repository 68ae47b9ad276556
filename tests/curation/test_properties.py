"""What holds of the graph of any articles and any rulings on them."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from tests.graph.test_properties import Read, corpora
from tests.invariants import checks

from waqia.curation import Act, Curation, Curator, Ruling, Rulings
from waqia.curation.model import Attributed, Value
from waqia.errors import ContradictoryRulings
from waqia.graph import GraphData, build, merge
from waqia.graph.iris import Names
from waqia.graph.namespaces import BASE, TYPE, waqia
from waqia.graph.parts import ClaimPart
from waqia.graph.serialise import write
from waqia.graph.terms import Term, Triple, boolean, integer
from waqia.knowledge import load

HUDA = Curator(NamedNode("https://orcid.example/huda"), (Literal("هدى", language="ar"),))
HOMS = NamedNode(f"{BASE}place/homs")
OF_TERMS = [waqia(name) for name in ("outcome", "victimKind", "role", "tenureKind")]
STATUSES = [waqia(name) for name in ("Unreviewed", "Reviewed", "Verified")]


def instead_of(triple: Triple) -> Value:
    """Return another value for a slot."""
    old: Term = triple.object
    if triple.predicate == waqia("kind"):
        return waqia("Raid")
    if triple.predicate in OF_TERMS:
        return old  # type: ignore[return-value]
    if triple.predicate == waqia("statedDate"):
        return Literal("2016-05")
    if triple.predicate == waqia("approximate"):
        return boolean(True)
    if isinstance(old, Literal):
        return integer(7) if old.value.isdecimal() else Literal("لفظ")
    return integer(4) if triple.predicate in (waqia("casualties"), waqia("participantCount")) else HOMS


def rulings(graph: GraphData, data: st.DataObject) -> Rulings:
    """Return some rulings on what is in `graph`."""
    tellings = sorted({telling.node for part in graph.parts for telling in part.tellings}, key=str)
    claims = [claim for part in graph.parts for claim in part.claims]
    assume(tellings)
    found = []
    for number in range(data.draw(st.integers(1, 6))):
        act = data.draw(st.sampled_from(Act))
        things, replacement = _named(act, tellings, claims[data.draw(st.integers(0, len(claims) - 1))], data)
        status = data.draw(st.sampled_from(STATUSES)) if act is Act.REVIEWS else None
        iri, why = NamedNode(f"{BASE}ruling/{number}"), (Literal("سبب", language="ar"),)
        day = date(2026, 3, 1 + number)
        found.append(Ruling(iri, act, things, HUDA, day, why, replacement=replacement, status=status))
    return Rulings(Curation(tuple(found)))


def _named(
    act: Act, tellings: list[NamedNode], claim: ClaimPart, data: st.DataObject
) -> tuple[tuple[NamedNode, ...], Value | Attributed | None]:
    """Return what a ruling names, and what it puts there."""
    triple = claim.triples[data.draw(st.integers(0, len(claim.triples) - 1))]
    statement = Names().statement(triple)
    if act in (Act.SAME_INCIDENT, Act.DIFFERENT_INCIDENT):
        return tuple(
            data.draw(st.lists(st.sampled_from(tellings), min_size=1, max_size=3, unique=True))
        ), None
    if act is Act.REJECTS:
        return (data.draw(st.sampled_from([claim.node, statement, claim.about])),), None
    if act is not Act.AMENDS:
        return (claim.node,), None
    if triple.predicate == TYPE or data.draw(st.booleans()):
        return (claim.node,), Attributed(stance=data.draw(st.sampled_from(["Denies", "Asserts"])))
    return (statement,), instead_of(triple)


def built(corpus: tuple[Read, ...], rule: Rulings) -> GraphData:
    return build(
        [article for article, _ in corpus], [templates for _, templates in corpus], load(), rule=rule
    )


@settings(max_examples=40, deadline=None)
@given(corpora, st.data(), st.randoms(use_true_random=False))
def test_the_invariants_hold_and_order_does_not_count(
    corpus: tuple[Read, ...], data: st.DataObject, chance: random.Random
) -> None:
    rule = rulings(built(corpus, Rulings(Curation())), data)
    try:
        graph = built(corpus, rule)
    except ContradictoryRulings:
        return
    assert [problem for check in checks.CHECKS for problem in check(graph)] == []
    given = rule.curation.rulings
    other = Rulings(Curation(tuple(chance.sample(given, len(given)))))
    mixed = tuple(chance.sample(corpus, len(corpus)))
    assert write(built(mixed, other), "nq") == write(graph, "nq")
    single = [built((each,), Rulings(Curation())) for each in mixed]
    assert write(merge(single, rule=rule), "nq") == write(graph, "nq")
