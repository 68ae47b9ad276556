"""What OWL 2 RL concludes from the ontology: the views, the chain, the inverses, and nothing against itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef

from .closing import Closed, close

WAQIA = Namespace("https://w3id.org/waqia/ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
EX = Namespace("http://example.org/")
YES = "http://example.org/yes/"
NO = "http://example.org/no/"
VIEWS = Path(__file__).with_name("views.ttl")
INDIVIDUALS = sorted(
    {str(s) for s in Graph().parse(VIEWS, format="turtle").subjects() if str(s).startswith((YES, NO))}
)
PREFIXES = "@prefix waqia: <https://w3id.org/waqia/ontology#> . @prefix : <http://example.org/> .\n"

FACTS = """
:strike a waqia:Event , waqia:Airstrike ; waqia:occurredAt :quarter ; waqia:near :village ; waqia:origin :base ;
    waqia:perpetrator :airForce ; waqia:target :depot ; waqia:accused :rival ; waqia:claimedBy :airForce .
:quarter waqia:partOf :city . :city waqia:partOf :governorate ; waqia:overlaps :steppe .
:village waqia:partOf :district . :base waqia:partOf :coast .
:planned a waqia:Unrealized ; waqia:kind waqia:Withdrawal .
:telling waqia:tellingOf :strike .
:claim waqia:disagreesWith :other .
:brigade waqia:partOfOrganization :division . :division waqia:partOfOrganization :army .
:man waqia:memberOf :brigade .
"""

CONTRADICTIONS = """
:both a waqia:Event , waqia:Unrealized .
:sum a waqia:Event , waqia:Aggregate .
:someone a waqia:Person , waqia:ArmedGroup .
:somewhere a waqia:City , waqia:Government .
:asAgent a waqia:City . :capture a waqia:Capture ; waqia:agent :asAgent .
:self waqia:disagreesWith :self .
"""

# A store that merges the claim graphs before reasoning sees tellings described like happenings.
MERGED = """
:telling a waqia:Telling ; waqia:tellingOf :strike ; waqia:kind waqia:Airstrike ; waqia:perpetrator :army ;
    waqia:occurredAt :city ; waqia:casualties :count .
:strike a waqia:Event , waqia:Airstrike . :army a waqia:Army . :city a waqia:City . :count a waqia:CasualtyCount .
"""


def _parse(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


@pytest.fixture(scope="module")
def closed(aligned: Graph) -> Closed:
    return close(aligned)


@pytest.fixture(scope="module")
def views(ontology: Graph) -> Closed:
    return close(ontology, Graph().parse(VIEWS, format="turtle"))


@pytest.fixture(scope="module")
def facts(aligned: Graph) -> Graph:
    return close(aligned, _parse(FACTS)).graph


@pytest.fixture(scope="module")
def contradictions(ontology: Graph) -> tuple[str, ...]:
    return close(ontology, _parse(CONTRADICTIONS)).contradictions


def test_ontology_and_alignments_do_not_contradict_themselves(closed: Closed) -> None:
    assert closed.contradictions == ()
    assert not list(closed.graph.subjects(RDF.type, OWL.Nothing))


def test_no_class_is_empty_and_no_two_are_one(closed: Closed) -> None:
    for sub, sup in closed.graph.subject_objects(RDFS.subClassOf):
        if isinstance(sub, URIRef) and isinstance(sup, URIRef) and sub not in (sup, OWL.Nothing):
            assert sup != OWL.Nothing
            assert (sup, RDFS.subClassOf, sub) not in closed.graph, (sub, sup)


def test_no_two_names_are_one_thing(closed: Closed) -> None:
    assert {(one, other) for one, other in closed.graph.subject_objects(OWL.sameAs) if one != other} == set()


@pytest.mark.parametrize("individual", INDIVIDUALS, ids=lambda iri: iri.removeprefix(EX))
def test_a_view_holds_what_it_must_and_nothing_else(views: Closed, individual: str) -> None:
    wanted = individual.startswith(YES)
    view = WAQIA[individual.removeprefix(YES if wanted else NO).partition(".")[0]]
    assert ((URIRef(individual), RDF.type, view) in views.graph) is wanted


def test_the_examples_of_the_views_are_consistent(views: Closed) -> None:
    assert views.contradictions == ()


def test_every_condition_of_a_class_has_an_example_and_every_class_a_counterexample(ontology: Graph) -> None:
    conditions = Counter(
        str(cls).removeprefix(str(WAQIA))
        for condition, cls in ontology.subject_objects(RDFS.subClassOf)
        if isinstance(condition, BNode)
    )
    examples = Counter(i.removeprefix(YES).partition(".")[0] for i in INDIVIDUALS if i.startswith(YES))
    counterexamples = {i.removeprefix(NO).partition(".")[0] for i in INDIVIDUALS if i.startswith(NO)}
    assert {name for name, count in conditions.items() if examples[name] < count} == set()
    assert set(conditions) - counterexamples == set()


def test_every_view_has_a_condition(ontology: Graph) -> None:
    marked = set(ontology.subjects(WAQIA.inferredView, Literal(True)))
    assert len(marked) >= 10
    for view in marked:
        assert any(isinstance(c, BNode) for c in ontology.subjects(RDFS.subClassOf, view)), view


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("strike", WAQIA.occurredAt, EX.city),
        ("strike", WAQIA.occurredAt, EX.governorate),
        ("quarter", WAQIA.partOf, EX.governorate),
        ("steppe", WAQIA.overlaps, EX.city),
        ("strike", WAQIA.agent, EX.airForce),
        ("strike", WAQIA.object, EX.depot),
        ("strike", WAQIA.participant, EX.depot),
        ("airForce", WAQIA.participatedIn, EX.strike),
        ("airForce", RDF.type, WAQIA.Actor),
        ("strike", WAQIA.hasTelling, EX.telling),
        ("other", WAQIA.disagreesWith, EX.claim),
        ("brigade", WAQIA.partOfOrganization, EX.army),
        ("brigade", WAQIA.hasMember, EX.man),
        ("strike", RDF.type, SEM.Event),
        ("strike", SEM.hasActor, EX.airForce),
        ("strike", SEM.hasPlace, EX.governorate),
    ],
)
def test_what_follows(facts: Graph, subject: str, predicate: URIRef, value: URIRef) -> None:
    assert (EX[subject], predicate, value) in facts


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("strike", WAQIA.occurredAt, EX.village),
        ("strike", WAQIA.occurredAt, EX.district),
        ("strike", WAQIA.occurredAt, EX.coast),
        ("strike", WAQIA.occurredAt, EX.steppe),
        ("strike", WAQIA.participant, EX.rival),
        ("strike", WAQIA.perpetrator, EX.rival),
        ("rival", WAQIA.participatedIn, EX.strike),
        ("depot", RDF.type, WAQIA.Actor),
        ("planned", RDF.type, WAQIA.Withdrawal),
        ("planned", RDF.type, WAQIA.Event),
        ("planned", RDF.type, SEM.Event),
        ("man", WAQIA.memberOf, EX.division),
    ],
)
def test_what_does_not_follow(facts: Graph, subject: str, predicate: URIRef, value: URIRef) -> None:
    assert (EX[subject], predicate, value) not in facts


@pytest.mark.parametrize("name", ["both", "sum", "someone", "somewhere", "asAgent", "self"])
def test_a_contradiction_is_found(contradictions: tuple[str, ...], name: str) -> None:
    assert any(str(EX[name]) in message for message in contradictions)


def test_tellings_described_like_happenings_are_no_contradiction(ontology: Graph) -> None:
    assert close(ontology, _parse(MERGED)).contradictions == ()
