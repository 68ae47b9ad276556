"""What the one interface of reasoning promises, whatever the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
import rdflib.term
from hypothesis import given, settings
from hypothesis import strategies as st
from owlrl import OWLRL_Semantics
from rdflib import BNode, Dataset, Graph, Literal, Namespace
from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD

from waqia.reasoning import QUOTED, Closure, close, closure_quads
from waqia.reasoning.terms import Triple, is_triple, quiet_about_literals
from waqia.reasoning.trivial import is_trivial
from waqia.terms import from_ox

EX = Namespace("http://example.org/")
WAQIA = Namespace("https://w3id.org/waqia/ontology#")


PREFIXES = {
    "": EX,
    "waqia": WAQIA,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "dcterms": DCTERMS,
    "prov": PROV,
}


def _parse(turtle: str) -> Graph:
    prefixes = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())
    graph = Graph()
    with quiet_about_literals():
        for quad in ox.parse(prefixes + turtle, ox.RdfFormat.TURTLE):
            graph.add((from_ox(quad.subject), from_ox(quad.predicate), from_ox(quad.object)))
    return graph


def _ox(graph: Graph) -> Iterator[ox.Triple]:
    for subject, predicate, object_ in graph:
        yield ox.Triple(*(ox.NamedNode(str(term)) for term in (subject, predicate, object_)))


@pytest.fixture
def family() -> Graph:
    return _parse(":Cat rdfs:subClassOf :Animal . :tom a :Cat .")


TOM = {(EX.tom, RDF.type, EX.Animal)}


def test_only_new_triples_are_given(family: Graph) -> None:
    assert close(family) == Closure(frozenset(TOM))
    assert close(family).consistent


def test_the_graph_that_is_given_stays_as_it_was(family: Graph) -> None:
    before = set(family)
    close(family)
    assert set(family) == before


def test_triples_may_be_of_either_library(family: Graph) -> None:
    triples = list(_ox(family))
    assert close(triples).inferred == TOM
    assert close((t.subject, t.predicate, t.object) for t in triples).inferred == TOM


def test_of_quads_and_datasets_the_default_graph_is_reasoned_over(family: Graph) -> None:
    quads = [ox.Quad(*triple) for triple in _ox(family)]
    quoted = ox.Quad(
        ox.NamedNode(EX.jerry), ox.NamedNode(RDF.type), ox.NamedNode(EX.Cat), ox.NamedNode(EX.claim)
    )
    assert close([*quads, quoted]).inferred == TOM
    dataset = Dataset(default_union=False)
    for triple in family:
        dataset.default_graph.add(triple)
    dataset.graph(EX.claim).add((EX.jerry, RDF.type, EX.Cat))
    assert close(dataset).inferred == TOM


def test_nothing_is_given_that_holds_of_everything() -> None:
    closure = close(_parse(":Cat a owl:Class . :p a owl:ObjectProperty . :tom a :Cat ; :p :tom ."))
    assert closure.inferred == frozenset()


def test_what_follows_of_an_ontology_alone_is_not_given_with_the_data() -> None:
    ontology = _parse(":Cat rdfs:subClassOf :Animal . :Animal rdfs:subClassOf :Thing . :p rdfs:domain :Cat .")
    data = _parse(":tom :p :jerry .")
    assert close(data, ontology).inferred == {
        (EX.tom, RDF.type, EX[name]) for name in ("Cat", "Animal", "Thing")
    }
    assert (EX.Cat, RDFS.subClassOf, EX.Thing) in close(ontology).inferred


def test_class_expressions_are_given_only_when_asked_for() -> None:
    graph = _parse(
        "[] owl:onProperty :p ; owl:someValuesFrom owl:Thing ; rdfs:subClassOf :C . :x :p _:y . _:y a :D ."
    )
    assert close(graph).inferred == {(EX.x, RDF.type, EX.C)}
    typed = {object_ for _, _, object_ in close(graph, anonymous=True).inferred}
    assert any(isinstance(object_, BNode) for object_ in typed)


def test_blank_individuals_are_given() -> None:
    inferred = close(_parse(":Cat rdfs:subClassOf :Animal . [] a :Cat .")).inferred
    assert [object_ for _, _, object_ in inferred] == [EX.Animal]


def test_literals_keep_their_form() -> None:
    number = Literal("007", datatype=XSD.integer, normalize=False)
    graph = Graph()
    graph.add((EX.p, RDFS.subPropertyOf, EX.q))
    graph.add((EX.bond, EX.p, number))
    ((_, _, found),) = close(graph).inferred
    assert str(found) == "007"


def test_global_state_of_rdflib_stays_as_it_was() -> None:
    conversions = dict(rdflib.term._toPythonMapping)
    normalizes = rdflib.NORMALIZE_LITERALS
    close(_parse(":p rdfs:range xsd:date . :x :p '2024-02-30'^^xsd:date , 'x' ."))
    assert rdflib.term._toPythonMapping == conversions
    assert normalizes == rdflib.NORMALIZE_LITERALS


def test_an_unknown_reasoner_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="owlrl"):
        close([], reasoner="pellet")


def test_a_chain_that_feeds_itself_grows_with_what_contains_a_place_and_no_further() -> None:
    # occurredAt o partOf -> occurredAt, over a transitive partOf: an engine once made 50,000 triples of 10,000 by it.
    axioms = _parse(
        "waqia:partOf a owl:TransitiveProperty ."
        "waqia:occurredAt owl:propertyChainAxiom ( waqia:occurredAt waqia:partOf ) ."
    )
    depth, events = 6, 20
    places = " ".join(f":place{n} waqia:partOf :place{n + 1} ." for n in range(depth))
    happened = " ".join(f":event{n} waqia:occurredAt :place0 ." for n in range(events))
    inferred = close(_parse(places + happened), axioms).inferred
    counted = Counter(predicate for _, predicate, _ in inferred)
    assert counted == {WAQIA.occurredAt: events * depth, WAQIA.partOf: depth * (depth - 1) // 2}


# --- what is left out and put back --------------------------------------------------------------------------------


def test_labels_take_no_part_but_belong_to_what_is_the_same() -> None:
    graph = _parse(
        """rdfs:label rdfs:domain :Named . :p a owl:InverseFunctionalProperty .
        :a rdfs:label "a" ; :p :key . :b :p :key ; waqia:says :statement ."""
    )
    inferred = close(graph, apart=QUOTED).inferred
    assert (EX.a, RDF.type, EX.Named) not in inferred
    assert (EX.a, RDF.type, EX.Named) in close(graph).inferred
    assert (EX.b, RDFS.label, Literal("a")) in inferred
    assert (EX.a, WAQIA.says, EX.statement) in inferred


def test_quoted_statements_take_no_part() -> None:
    graph = _parse(
        ":p rdfs:domain :C . :s a rdf:Statement ; rdf:subject :x ; rdf:predicate :p ; :p :y . :z :p :y ."
    )
    assert close(graph, apart=QUOTED).inferred == {(EX.z, RDF.type, EX.C)}


_NAMES = [EX[name] for name in "abcde"]
_CLASSES = [EX[name] for name in "ABCD"]
_PROPERTIES = [EX[name] for name in "pqr"]
_AXIOMS = st.one_of(
    st.tuples(st.sampled_from(_CLASSES), st.just(RDFS.subClassOf), st.sampled_from(_CLASSES)),
    st.tuples(st.sampled_from(_CLASSES), st.just(OWL.equivalentClass), st.sampled_from(_CLASSES)),
    st.tuples(st.sampled_from(_PROPERTIES), st.just(RDFS.subPropertyOf), st.sampled_from(_PROPERTIES)),
    st.tuples(st.sampled_from(_PROPERTIES), st.just(OWL.inverseOf), st.sampled_from(_PROPERTIES)),
    st.tuples(
        st.sampled_from(_PROPERTIES), st.sampled_from([RDFS.domain, RDFS.range]), st.sampled_from(_CLASSES)
    ),
    st.tuples(
        st.sampled_from(_PROPERTIES),
        st.just(RDF.type),
        st.sampled_from([OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.FunctionalProperty]),
    ),
)
_FACTS = st.one_of(
    st.tuples(st.sampled_from(_NAMES), st.sampled_from(_PROPERTIES), st.sampled_from(_NAMES)),
    st.tuples(st.sampled_from(_NAMES), st.just(RDF.type), st.sampled_from(_CLASSES)),
    st.tuples(st.sampled_from(_NAMES), st.just(OWL.sameAs), st.sampled_from(_NAMES)),
    st.tuples(st.sampled_from(_NAMES), st.just(SKOS.altLabel), st.sampled_from([Literal("x"), Literal("y")])),
)
_GRAPHS = st.builds(lambda a, b: {*a, *b}, st.lists(_AXIOMS, max_size=6), st.lists(_FACTS, max_size=8))


@settings(max_examples=60, deadline=None)
@given(_GRAPHS)
def test_the_adapter_gives_what_owlrl_gives_and_leaving_labels_out_changes_nothing(
    triples: set[Triple],
) -> None:
    plain = Graph()
    for triple in triples:
        plain.add(triple)
    OWLRL_Semantics(plain, axioms=False, daxioms=False).closure()
    expected = {t for t in set(plain) - triples if is_triple(*t) and not is_trivial(t)}
    assert close(triples).inferred == expected
    assert close(triples, apart=QUOTED).inferred == expected


# --- contradictions and their articles ------------------------------------------------------------------------------

_CLAIMED = """
waqia:Event owl:disjointWith waqia:Unrealized . waqia:CasualtyCount owl:disjointWith waqia:Person .
waqia:Bombing rdfs:subClassOf waqia:Event .
:happening a waqia:Bombing , waqia:Unrealized . :telling waqia:tellingOf :happening .
:claim waqia:about :telling ; waqia:inArticle :article ; waqia:says :statement .
:statement rdf:subject :telling ; rdf:predicate waqia:kind ; rdf:object waqia:Bombing .
:article dcterms:identifier "article-1" .
:elsewhere waqia:about :another ; waqia:inArticle :unconcerned .
:count a waqia:CasualtyCount , waqia:Person ; prov:wasDerivedFrom :counting . :counting waqia:inArticle :other .
"""


def test_a_contradiction_names_rule_axiom_triples_and_articles() -> None:
    graph = _parse(_CLAIMED)
    by_class, by_count = sorted(close(graph, apart=QUOTED).inconsistencies, key=lambda i: i.articles)
    assert by_class.rule == by_count.rule == "cax-dw"
    assert by_class.axiom == ((WAQIA.Event, OWL.disjointWith, WAQIA.Unrealized),)
    assert by_class.triples == (
        (EX.happening, RDF.type, WAQIA.Event),
        (EX.happening, RDF.type, WAQIA.Unrealized),
    )
    assert by_class.articles == ("article-1",)
    assert by_count.articles == (str(EX.other),)
    assert not close(graph).consistent


def test_a_contradiction_reads_as_text() -> None:
    (found,) = close(_parse(":p a owl:IrreflexiveProperty . :x :p :x .")).inconsistencies
    lines = str(found).splitlines()
    assert lines[0] == "prp-irp: an irreflexive property relates an individual to itself"
    assert lines[1].split()[0] == "axiom"
    assert lines[2].split() == ["triple", EX.x.n3(), EX.p.n3(), EX.x.n3()]


def test_contradictions_come_in_a_fixed_order() -> None:
    graph = _parse(":p a owl:IrreflexiveProperty . :z :p :z . :x :p :x . :y :p :y .")
    assert [i.triples[0][0] for i in close(graph).inconsistencies] == [EX.x, EX.y, EX.z]


# --- as quads -------------------------------------------------------------------------------------------------------


def test_what_is_inferred_stands_in_the_default_graph_and_in_the_closures(family: Graph) -> None:
    quads = closure_quads(close(family), "urn:closure")
    assert {str(quad.graph_name) for quad in quads} == {"DEFAULT", "<urn:closure>"}
    assert {str(quad.subject) for quad in quads} == {EX.tom.n3()}
    assert len(quads) == 2
