"""Every file parses in both engines, every term is explained in both languages, every type is in its family."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from waqia.resources import ONTOLOGY

WAQIA = Namespace("https://w3id.org/waqia/ontology#")
FILES = sorted(ONTOLOGY.glob("*.ttl"))
# Presentation forms, which look like letters and are not, and tatweel, which only stretches them.
STRANGE = re.compile("[\ufb50-\ufdff\ufe70-\ufeff\u0640]")

FAMILIES = {
    "Violence": (
        "SuicideBombing Bombing Airstrike Shelling Shooting Ambush Assassination Execution Abduction ArmedClash "
        "Destruction Attack Killing"
    ),
    "TerritorialControl": "Capture Control Withdrawal Advance Siege Offensive",
    "LawEnforcement": "Arrest Raid Trial Release",
    "Movement": "Displacement Deployment ArmsTransfer",
    "Politics": "Talks Agreement Threat Appeal Defection Protest",
}
TYPES = {name: family for family, names in FAMILIES.items() for name in names.split()}
FINER = {
    "DroneStrike": "Airstrike",
    "CarBombing": "Bombing",
    "LandmineExplosion": "Bombing",
    "ChemicalAttack": "Attack",
    "Torture": "Attack",
    "SexualViolence": "Attack",
    "EnforcedDisappearance": "Abduction",
    "Looting": "Destruction",
    "Ceasefire": "Agreement",
    "PrisonerExchange": "Release",
    "Rescue": "Release",
    "Riot": "Protest",
}


def _terms(graph: Graph) -> set[URIRef]:
    return {
        node
        for triple in graph
        for node in triple
        if isinstance(node, URIRef) and node.startswith(str(WAQIA)) and node != URIRef(str(WAQIA))
    }


def _reporting_types(graph: Graph) -> set[Node]:
    return set(graph.subjects(WAQIA.reportingType, Literal(True)))


def _nearest_reporting_types(graph: Graph, cls: Node) -> set[Node]:
    types = _reporting_types(graph)
    above = {c for c in graph.transitive_objects(cls, RDFS.subClassOf) if c in types}
    return {
        c for c in above if not any(c in graph.transitive_objects(d, RDFS.subClassOf) for d in above - {c})
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_engines_read_the_same_triples(file: Path) -> None:
    assert len(Graph().parse(file, format="turtle")) == len(set(pyoxigraph.parse(path=str(file))))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_letters_are_what_they_seem(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    strange = {f"U+{ord(c):04X}" for c in text if STRANGE.match(c) or unicodedata.category(c) == "Cf"}
    assert not strange


@pytest.mark.parametrize("prop", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_every_term_is_explained_in_arabic_and_english(ontology: Graph, prop: URIRef) -> None:
    languages = {
        term: sorted(str(text.language) for text in ontology.objects(term, prop) if isinstance(text, Literal))
        for term in _terms(ontology)
    }
    assert {term: found for term, found in languages.items() if found != ["ar", "en"]} == {}


def test_the_other_files_use_no_term_that_no_file_declares() -> None:
    used: set[str] = set()
    declared: set[str] = set()
    for file in FILES:
        for quad in pyoxigraph.parse(path=str(file)):
            used |= {node.value for node in quad.triple if isinstance(node, pyoxigraph.NamedNode)}
            if quad.predicate.value == str(RDF.type) and isinstance(quad.subject, pyoxigraph.NamedNode):
                declared.add(quad.subject.value)
    assert {iri for iri in used if iri.startswith(str(WAQIA))} - declared - {str(WAQIA)} == set()


def test_every_term_is_declared_as_what_it_is(ontology: Graph) -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual}
    assert {t for t in _terms(ontology) if not kinds & set(ontology.objects(t, RDF.type))} == set()


@pytest.mark.parametrize("prop", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_arabic_texts_are_in_arabic_letters_and_english_ones_are_not(ontology: Graph, prop: URIRef) -> None:
    for term, text in ontology.subject_objects(prop):
        assert isinstance(text, Literal)
        arabic = sum("\u0621" <= c <= "\u064a" for c in text)
        latin = sum(c.isascii() and c.isalpha() for c in text)
        assert (arabic > latin) == (text.language == "ar"), (term, text)


def test_no_two_classes_have_one_label(ontology: Graph) -> None:
    labels: dict[Node, list[Node]] = {}
    for term in ontology.subjects(RDF.type, OWL.Class):
        for label in ontology.objects(term, RDFS.label):
            labels.setdefault(label, []).append(term)
    assert {label: terms for label, terms in labels.items() if len(terms) > 1} == {}


def test_the_reporting_types_are_the_thirty_two(ontology: Graph) -> None:
    assert len(TYPES) == 32
    assert _reporting_types(ontology) == {WAQIA[name] for name in TYPES}


@pytest.mark.parametrize(("name", "family"), TYPES.items())
def test_a_reporting_type_is_in_its_family_and_in_no_other(ontology: Graph, name: str, family: str) -> None:
    above = set(ontology.transitive_objects(WAQIA[name], RDFS.subClassOf))
    assert above & {WAQIA[f] for f in FAMILIES} == {WAQIA[family]}
    assert WAQIA.Happening in above


@pytest.mark.parametrize(("finer", "reporting"), FINER.items())
def test_a_finer_type_is_exported_as_its_reporting_type(ontology: Graph, finer: str, reporting: str) -> None:
    assert _nearest_reporting_types(ontology, WAQIA[finer]) == {WAQIA[reporting]}


def test_every_finer_type_has_one_nearest_reporting_type(ontology: Graph) -> None:
    families = {WAQIA[name] for name in FAMILIES}
    views = set(ontology.subjects(WAQIA.inferredView, Literal(True)))
    types = {
        cls
        for family in families
        for cls in ontology.transitive_subjects(RDFS.subClassOf, family)
        if isinstance(cls, URIRef) and cls not in families | views
    }
    assert {cls for cls in types if len(_nearest_reporting_types(ontology, cls)) != 1} == set()


def test_every_event_class_is_a_type_or_a_view(ontology: Graph) -> None:
    for view in ontology.subjects(WAQIA.inferredView, Literal(True)):
        assert (view, WAQIA.reportingType, None) not in ontology
        assert WAQIA.Happening in set(ontology.transitive_objects(view, RDFS.subClassOf))


@pytest.mark.parametrize(
    ("name", "agent", "object_"),
    [
        ("SuicideBombing", "perpetrator", "target"),
        ("Execution", "perpetrator", "target"),
        ("ArmedClash", "party", "party"),
        ("Talks", "party", "party"),
        ("Ceasefire", "party", "party"),
        ("Capture", "agent", "object"),
        ("Threat", "agent", "object"),
        ("Displacement", "agent", "object"),
    ],
)
def test_the_nearest_class_names_the_roles(ontology: Graph, name: str, agent: str, object_: str) -> None:
    assert _inherited(ontology, WAQIA[name], WAQIA.agentRole) == WAQIA[agent]
    assert _inherited(ontology, WAQIA[name], WAQIA.objectRole) == WAQIA[object_]


def _inherited(graph: Graph, cls: Node, annotation: URIRef) -> Node | None:
    level = [cls]
    while level:
        values = [v for c in level for v in graph.objects(c, annotation)]
        if values:
            return values[0]
        level = [above for c in level for above in graph.objects(c, RDFS.subClassOf)]
    return None
