"""The alignments point at terms that exist, on both sides, and say under which condition they hold."""

from __future__ import annotations

import pytest
from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, Graph, Literal, Namespace, URIRef
from rdflib.namespace import GEO, DefinedNamespace

from waqia.resources import ONTOLOGY

WAQIA = Namespace("https://w3id.org/waqia/ontology#")
SCHEMES = {
    name: Namespace(f"https://w3id.org/waqia/alignments/{name}#") for name in ("acled", "plover", "ucdp")
}
MAPPINGS = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch)
BUNDLED: tuple[type[DefinedNamespace], ...] = (GEO, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME)

# rdflib brings no list of these two.
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SEM_TERMS = (
    *("Event", "Actor", "Place", "View", "hasActor", "hasPlace", "hasSubEvent", "accordingTo"),
    *("hasEarliestBeginTimeStamp", "hasLatestEndTimeStamp"),
)
OA = "http://www.w3.org/ns/oa#"
OA_TERMS = (
    *("Annotation", "hasTarget", "hasBody", "SpecificResource", "TextPositionSelector", "TextQuoteSelector"),
    *("hasSource", "hasSelector", "start", "end", "exact", "prefix", "suffix"),
)

NOT_IN_ACLED = {"Control", "Killing", "Trial", "ArmsTransfer", "Threat", "Appeal"}
IN_UCDP = {
    *(
        "SuicideBombing",
        "Bombing",
        "Airstrike",
        "Shelling",
        "Shooting",
        "Ambush",
        "Assassination",
        "Execution",
    ),
    *("Abduction", "ArmedClash", "Attack", "Killing", "Capture", "Advance", "Offensive", "Protest"),
}


@pytest.fixture(scope="module")
def alignments() -> Graph:
    return Graph().parse(ONTOLOGY / "alignments.ttl", format="turtle")


def _iris(graph: Graph, namespace: str) -> set[URIRef]:
    nodes = {node for triple in graph for node in triple}
    return {n for n in nodes if isinstance(n, URIRef) and n.startswith(namespace)}


def _types_mapped_to(alignments: Graph, scheme: str) -> set[str]:
    return {
        str(subject).removeprefix(str(WAQIA))
        for prop in MAPPINGS
        for subject, value in alignments.subject_objects(prop)
        if str(value).startswith(str(SCHEMES[scheme]))
    }


def test_the_terms_of_waqia_exist(alignments: Graph, ontology: Graph) -> None:
    assert {t for t in _iris(alignments, str(WAQIA)) if (t, RDF.type, None) not in ontology} == set()


@pytest.mark.parametrize("vocabulary", BUNDLED, ids=lambda v: v.__name__)
def test_the_terms_of_other_vocabularies_exist(aligned: Graph, vocabulary: type[DefinedNamespace]) -> None:
    assert {t for t in _iris(aligned, str(vocabulary)) if t not in vocabulary} == set()


@pytest.mark.parametrize(("namespace", "names"), [(SEM, SEM_TERMS), (OA, OA_TERMS)], ids=["SEM", "OA"])
def test_the_terms_of_vocabularies_without_a_list_exist(
    aligned: Graph, namespace: str, names: tuple[str, ...]
) -> None:
    assert {t.removeprefix(namespace) for t in _iris(aligned, namespace)} == set(names)


@pytest.mark.parametrize(
    ("scheme", "tops", "concepts"), [("acled", 6, 31), ("plover", 16, 54), ("ucdp", 1, 4)]
)
def test_a_scheme_is_whole(alignments: Graph, scheme: str, tops: int, concepts: int) -> None:
    scheme_iri = SCHEMES[scheme].scheme
    assert len(set(alignments.subjects(SKOS.topConceptOf, scheme_iri))) == tops
    members = set(alignments.subjects(SKOS.inScheme, scheme_iri))
    assert len(members) == concepts
    for concept in members:
        above = set(alignments.objects(concept, SKOS.broader))
        assert above <= members
        assert len(above) + ((concept, SKOS.topConceptOf, scheme_iri) in alignments) == 1


@pytest.mark.parametrize("prop", [SKOS.prefLabel, SKOS.note], ids=["label", "note"])
def test_what_is_explained_is_explained_in_both_languages(alignments: Graph, prop: URIRef) -> None:
    concepts = set(alignments.subjects(RDF.type, SKOS.Concept)) if prop == SKOS.prefLabel else set()
    for subject in concepts | set(alignments.subjects(prop)):
        texts = alignments.objects(subject, prop)
        assert sorted(str(text.language) for text in texts if isinstance(text, Literal)) == ["ar", "en"], (
            subject
        )


def test_every_mapping_leads_to_a_concept(alignments: Graph) -> None:
    concepts = set(alignments.subjects(RDF.type, SKOS.Concept))
    for prop in MAPPINGS:
        for subject, value in alignments.subject_objects(prop):
            if any(str(value).startswith(str(scheme)) for scheme in SCHEMES.values()):
                assert value in concepts, (subject, value)


def test_only_suicide_bombing_and_shelling_match_exactly(alignments: Graph) -> None:
    assert set(alignments.subjects(SKOS.exactMatch)) == {WAQIA.SuicideBombing, WAQIA.Shelling}


def test_every_reporting_type_is_mapped_wherever_it_has_a_counterpart(
    alignments: Graph, ontology: Graph
) -> None:
    types = {str(t).removeprefix(str(WAQIA)) for t in ontology.subjects(WAQIA.reportingType, Literal(True))}
    assert types - _types_mapped_to(alignments, "plover") == {"Control"}
    assert types - _types_mapped_to(alignments, "acled") == NOT_IN_ACLED
    assert types & _types_mapped_to(alignments, "ucdp") == IN_UCDP


def test_a_type_with_several_close_matches_in_a_scheme_says_what_decides(alignments: Graph) -> None:
    noted = {
        (alignments.value(axiom, OWL.annotatedSource), alignments.value(axiom, OWL.annotatedTarget))
        for axiom in alignments.subjects(RDF.type, OWL.Axiom)
        if (axiom, SKOS.note, None) in alignments
    }
    for subject in set(alignments.subjects(SKOS.closeMatch)):
        for scheme in SCHEMES.values():
            close = [
                v for v in alignments.objects(subject, SKOS.closeMatch) if str(v).startswith(str(scheme))
            ]
            unexplained = [value for value in close if (subject, value) not in noted]
            assert len(close) < 2 or len(unexplained) < 2, (subject, unexplained)
