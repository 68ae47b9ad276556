"""The shipped knowledge, and folders with a small one to break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from waqia.knowledge import Knowledge, load
from waqia.knowledge.turtle import WAQIA
from waqia.resources import ONTOLOGY

Written = Callable[..., Path]

HEAD = """\
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix waqia: <https://w3id.org/waqia/ontology#> .
@prefix actor: <https://w3id.org/waqia/id/actor/> .
@prefix tenure: <https://w3id.org/waqia/id/tenure/> .
@prefix place: <https://w3id.org/waqia/id/place/> .
@prefix geometry: <https://w3id.org/waqia/id/geometry/> .
"""


@pytest.fixture(scope="session")
def known() -> Knowledge:
    """The knowledge that ships."""
    return load()


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Write an ontology folder with the given actors and places (Turtle without prefixes) and return it."""

    def write(*, actors: str = "", places: str = "", types: str | None = None) -> Path:
        whole = (ONTOLOGY / "waqia.ttl").read_text(encoding="utf-8")
        (tmp_path / "waqia.ttl").write_text(whole if types is None else HEAD + types, encoding="utf-8")
        (tmp_path / "actors.ttl").write_text(HEAD + actors, encoding="utf-8")
        (tmp_path / "places.ttl").write_text(HEAD + places, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """The classes and properties."""
    return Graph().parse(ONTOLOGY / "waqia.ttl")


@pytest.fixture(scope="session")
def classes(ontology: Graph) -> set[str]:
    """The local names of the ontology's classes."""
    return {str(name).removeprefix(WAQIA) for name in ontology.subjects(RDF.type, OWL.Class)}


@pytest.fixture(scope="session")
def tenure_kinds(ontology: Graph) -> set[str]:
    """The local names of the kinds of tenure."""
    kind = URIRef(WAQIA + "TenureKind")
    return {str(name).removeprefix(WAQIA) for name in ontology.subjects(RDF.type, kind)}
