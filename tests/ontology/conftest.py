"""The ontology as its tests need it: parsed once, closed once."""

from __future__ import annotations

import pytest
from rdflib import Graph

from waqia.resources import ONTOLOGY


def _read(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(ONTOLOGY / name, format="turtle")
    return graph


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return _read("waqia.ttl")


@pytest.fixture(scope="session")
def aligned() -> Graph:
    return _read("waqia.ttl", "alignments.ttl")


@pytest.fixture(scope="session")
def shapes() -> Graph:
    return _read("shapes.ttl")
