"""The ontology stays within OWL 2 RL, and the check that says so does catch what is outside."""

from __future__ import annotations

import pytest
from rdflib import Graph

from waqia.resources import ONTOLOGY

from .profile import violations

PREFIXES = """
@prefix : <http://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:A a owl:Class . :B a owl:Class . :C a owl:Class . :a a owl:NamedIndividual .
:p a owl:ObjectProperty . :q a owl:ObjectProperty . :r a owl:ObjectProperty . :d a owl:DatatypeProperty .
:note a owl:AnnotationProperty .
"""
SOME = "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ]"
ONLY = "[ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ]"
UNION = "[ a owl:Class ; owl:unionOf ( :B :C ) ]"

WITHIN = {
    "existential below": f"{SOME} rdfs:subClassOf :A .",
    "existential of anything below": "[ owl:onProperty :p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf :A .",
    "existential in an intersection below": f"[ owl:intersectionOf ( :B {SOME} ) ] rdfs:subClassOf :A .",
    "union below": f"{UNION} rdfs:subClassOf :A .",
    "one of below": "[ a owl:Class ; owl:oneOf ( :a ) ] rdfs:subClassOf :A .",
    "universal above": f":A rdfs:subClassOf {ONLY} .",
    "complement above": ":A rdfs:subClassOf [ a owl:Class ; owl:complementOf :B ] .",
    "value on both sides": ":A owl:equivalentClass [ owl:onProperty :p ; owl:hasValue :a ] .",
    "named on both sides": ":A owl:equivalentClass [ owl:intersectionOf ( :B :C ) ] .",
    "at most one above": ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 1 ] .",
    "at most one of a class above": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxQualifiedCardinality 0 ; owl:onClass :B ] ."
    ),
    "data existential below": "[ owl:onProperty :d ; owl:someValuesFrom xsd:integer ] rdfs:subClassOf :A .",
    "data universal above": ":A rdfs:subClassOf [ owl:onProperty :d ; owl:allValuesFrom xsd:string ] .",
    "disjoint classes": "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .",
    "chain that begins with itself": ":p owl:propertyChainAxiom ( :p :q ) . :q a owl:TransitiveProperty .",
    "inverse in a restriction": (
        "[ owl:onProperty [ owl:inverseOf :p ] ; owl:someValuesFrom :B ] rdfs:subClassOf :A ."
    ),
    "key": ":A owl:hasKey ( :d ) .",
    "datatype range": ":d rdfs:range xsd:dateTime .",
    "annotated axiom": (
        ":A rdfs:subClassOf :B . [] a owl:Axiom ; owl:annotatedSource :A ; "
        'owl:annotatedProperty rdfs:subClassOf ; owl:annotatedTarget :B ; :note "why" .'
    ),
}

OUTSIDE = {
    "existential above": (f":A rdfs:subClassOf {SOME} .", "owl:someValuesFrom in superclass position"),
    "existential in an equivalence": (
        f":A owl:equivalentClass {SOME} .",
        "owl:someValuesFrom in equivalent-class position",
    ),
    "existential hidden in an intersection": (
        f":A owl:equivalentClass [ owl:intersectionOf ( :B {SOME} ) ] .",
        "owl:someValuesFrom in equivalent-class position",
    ),
    "existential in a range": (f":p rdfs:range {SOME} .", "owl:someValuesFrom in superclass position"),
    "existential as a type": (f":a a {SOME} .", "owl:someValuesFrom in superclass position"),
    "universal below": (f"{ONLY} rdfs:subClassOf :A .", "owl:allValuesFrom in subclass position"),
    "universal in a disjointness": (
        f":A owl:disjointWith {ONLY} .",
        "owl:allValuesFrom in subclass position",
    ),
    "union above": (f":A rdfs:subClassOf {UNION} .", "owl:unionOf in superclass position"),
    "union in a domain": (f":p rdfs:domain {UNION} .", "owl:unionOf in superclass position"),
    "union in an equivalence": (
        f":A owl:equivalentClass {UNION} .",
        "owl:unionOf in equivalent-class position",
    ),
    "complement below": (
        "[ owl:complementOf :B ] rdfs:subClassOf :A .",
        "owl:complementOf in subclass position",
    ),
    "complement of a universal": (
        f":A rdfs:subClassOf [ owl:complementOf {ONLY} ] .",
        "owl:allValuesFrom in subclass position",
    ),
    "one of above": (":A rdfs:subClassOf [ owl:oneOf ( :a ) ] .", "owl:oneOf in superclass position"),
    "at most two": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 2 ] .",
        "a maximum other than 0 and 1",
    ),
    "at least one": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:minCardinality 1 ] .",
        "owl:minCardinality in superclass position",
    ),
    "exactly one": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:cardinality 1 ] .",
        "owl:cardinality in superclass position",
    ),
    "self": (
        "[ owl:onProperty :p ; owl:hasSelf true ] rdfs:subClassOf :A .",
        "owl:hasSelf in subclass position",
    ),
    "everything below": ("owl:Thing rdfs:subClassOf :A .", "owl:Thing in the place of a class"),
    "everything as a range": (":p rdfs:range owl:Thing .", "owl:Thing in the place of a class"),
    "disjoint union": (":A owl:disjointUnionOf ( :B :C ) .", "disjoint unions are outside the profile"),
    "reflexive property": (":p a owl:ReflexiveProperty .", "reflexive properties are outside the profile"),
    "definition under a name": (
        ":A owl:intersectionOf ( :B :C ) .",
        "an expression under a name: state it by rdfs:subClassOf or owl:equivalentClass",
    ),
    "intersection of one": (
        "[ owl:intersectionOf ( :B ) ] rdfs:subClassOf :A .",
        "owl:intersectionOf of fewer than two classes",
    ),
    "two constructors": (
        "[ owl:unionOf ( :B :C ) ; owl:intersectionOf ( :B :C ) ] rdfs:subClassOf :A .",
        "not a class expression: 2 constructors",
    ),
    "date as a range": (":d rdfs:range xsd:date .", "xsd:date is not a datatype of the profile"),
    "rational as a range": (":d rdfs:range owl:rational .", "owl:rational is not a datatype of the profile"),
    "date as a value": (
        ':A owl:equivalentClass [ owl:onProperty :d ; owl:hasValue "2015-08-09"^^xsd:date ] .',
        "xsd:date is not a datatype of the profile",
    ),
    "enumeration of data": (
        ":d rdfs:range [ a rdfs:Datatype ; owl:oneOf ( 1 2 ) ] .",
        "a data range other than a datatype or an intersection",
    ),
    "undeclared class": (":A rdfs:subClassOf :Missing .", ":Missing is not declared as a class"),
    "undeclared property": (":a :missing :a .", ":missing is not declared as a property"),
    "reserved term as a class": (":p rdfs:range rdf:Statement .", "rdf:Statement is not declared as a class"),
    "property of two kinds": (":p a owl:DatatypeProperty .", "one name for properties of two kinds"),
    "subproperty of another kind": (":d rdfs:subPropertyOf :p .", "two kinds of property in one axiom"),
    "asymmetric and transitive": (
        ":p a owl:TransitiveProperty , owl:AsymmetricProperty .",
        ":p is not a simple property: it is transitive or has a chain",
    ),
    "functional above a chain": (
        ":q owl:propertyChainAxiom ( :r :r ) ; rdfs:subPropertyOf :p . :p a owl:FunctionalProperty .",
        ":p is not a simple property: it is transitive or has a chain",
    ),
    "chain of one": (":p owl:propertyChainAxiom ( :q ) .", "a property chain has at least two links"),
    "chains in a circle": (
        ":p owl:propertyChainAxiom ( :q :r ) . :q owl:propertyChainAxiom ( :p :r ) .",
        "the property chains define each other in a circle",
    ),
    "chain with itself in the middle": (
        ":p owl:propertyChainAxiom ( :q :p :r ) .",
        "the property chains define each other in a circle",
    ),
    "annotation of what is not said": (
        "[] a owl:Axiom ; owl:annotatedSource :A ; owl:annotatedProperty rdfs:subClassOf ; owl:annotatedTarget :B .",
        "the annotated axiom is not in the graph",
    ),
}


@pytest.mark.parametrize("turtle", WITHIN.values(), ids=WITHIN)
def test_a_form_within_the_profile_passes(turtle: str) -> None:
    assert violations(Graph().parse(data=PREFIXES + turtle, format="turtle")) == []


@pytest.mark.parametrize(("turtle", "reason"), OUTSIDE.values(), ids=OUTSIDE)
def test_a_form_outside_the_profile_is_caught(turtle: str, reason: str) -> None:
    found = violations(Graph().parse(data=PREFIXES + turtle, format="turtle"))
    assert reason in {violation.reason for violation in found}


def test_the_ontology_is_within_the_profile(ontology: Graph) -> None:
    assert violations(ontology) == []


def test_the_ontology_with_its_alignments_is_within_the_profile(aligned: Graph) -> None:
    assert violations(aligned) == []


@pytest.mark.slow
def test_the_knowledge_is_within_the_profile(aligned: Graph) -> None:
    knowledge = aligned + Graph().parse(ONTOLOGY / "actors.ttl").parse(ONTOLOGY / "places.ttl")
    assert violations(knowledge) == []
