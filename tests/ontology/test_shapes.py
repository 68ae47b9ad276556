"""The shapes accept a good graph, and each of them reports what breaks it, in Arabic and in English."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDFS, SH, Graph, Literal, Namespace, URIRef

from .closing import close

HERE = Path(__file__).with_name("shapes")
GOOD = HERE / "good.ttl"
BAD = tomllib.loads((HERE / "bad.toml").read_text(encoding="utf-8"))
SHAPE = Namespace("https://w3id.org/waqia/shapes#")


def _prefixes() -> str:
    lines = GOOD.read_text(encoding="utf-8").splitlines()
    return "\n".join(
        line.removesuffix(" .").replace("@prefix", "PREFIX") for line in lines if line.startswith("@prefix")
    )


def _messages(report: Graph, language: str) -> set[str]:
    return {
        str(message)
        for message in report.objects(None, SH.resultMessage)
        if isinstance(message, Literal) and message.language == language
    }


@pytest.fixture(scope="module")
def hierarchy(ontology: Graph) -> Graph:
    """The subclass axioms between named classes: all that the shapes need of the ontology."""
    named = Graph()
    for sub, sup in ontology.subject_objects(RDFS.subClassOf):
        if isinstance(sub, URIRef) and isinstance(sup, URIRef):
            named.add((sub, RDFS.subClassOf, sup))
    return named


@pytest.fixture
def good() -> Graph:
    return Graph().parse(GOOD, format="turtle")


def test_the_shapes_are_well_formed(shapes: Graph) -> None:
    conforms, _, text = validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_a_good_graph_conforms(good: Graph, shapes: Graph, ontology: Graph) -> None:
    conforms, _, text = validate(good, shacl_graph=shapes, ont_graph=ontology)
    assert conforms, text


def test_the_closure_of_a_good_graph_conforms(good: Graph, shapes: Graph, aligned: Graph) -> None:
    closed = close(aligned, good).graph
    for triple in good:
        closed.add(triple)
    conforms, _, text = validate(closed, shacl_graph=shapes)
    assert conforms, text


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_a_bad_graph_is_reported(
    good: Graph, shapes: Graph, hierarchy: Graph, case: dict[str, object]
) -> None:
    before = len(good), set(good)
    good.update(f"{_prefixes()}\n{case['update']}")
    assert (len(good), set(good)) != before, "the update changes nothing"
    conforms, report, _ = validate(good, shacl_graph=shapes, ont_graph=hierarchy)
    assert not conforms
    assert isinstance(report, Graph)
    assert sorted(_messages(report, "en")) == sorted(case["expect"])  # type: ignore[call-overload]
    assert len(_messages(report, "ar")) == len(_messages(report, "en"))


def test_every_constraint_is_broken_by_some_case(shapes: Graph) -> None:
    messages = {
        str(m) for m in shapes.objects(None, SH.message) if isinstance(m, Literal) and m.language == "en"
    }
    expected = {message for case in BAD.values() for message in case["expect"]}
    assert messages == expected


def test_every_message_is_in_both_languages(shapes: Graph) -> None:
    for shape in {*shapes.objects(None, SH.property), *shapes.subjects(SH.message)}:
        languages = sorted(
            str(m.language) for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)
        )
        assert languages == ["ar", "en"], shapes.value(shape, SH.path)
