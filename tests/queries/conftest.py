"""The graphs that the competency questions are asked of."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests import gold
from tests.queries.details import detailed

from waqia import pipeline
from waqia.articles import read
from waqia.graph import GraphData, build, load_known
from waqia.graph.serialise import pieces
from waqia.knowledge import Knowledge, load
from waqia.queries import Asking


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@pytest.fixture(scope="session")
def gold_graph(knowledge: Knowledge) -> GraphData:
    """The graph of perfect templates, closed."""
    templates = detailed(gold.templates(knowledge), knowledge)
    graph, closure = pipeline.reason(build(gold.articles(), templates, knowledge, known=load_known()))
    assert closure.consistent, "\n".join(map(str, closure.inconsistencies))
    return graph


@pytest.fixture(scope="session")
def gold_asking(gold_graph: GraphData) -> Asking:
    return Asking(gold_graph.store())


@pytest.fixture(scope="session")
def gold_turtle(gold_graph: GraphData) -> Asking:
    """The graph of perfect templates, by way of its Turtle file."""
    return Asking(ox.parse(b"".join(pieces(gold_graph, "ttl")), ox.RdfFormat.TURTLE))


@pytest.fixture(scope="session")
def seeds_asking(seeds: Path) -> Asking:
    """The graph of the seed articles, as `waqia build seeds` makes it."""
    articles = read([seeds]).articles
    return Asking(pipeline.run(articles).graph.store())


@pytest.fixture(scope="session")
def gold_rdflib(gold_graph: GraphData) -> Asking:
    return Asking(gold_graph.quads(), engine="rdflib")


@pytest.fixture(scope="session")
def an_event(gold_asking: Asking) -> str:
    """The IRI of an event with casualty figures."""
    return str(min(map(str, gold_asking.ask("casualties-by-source").column("event"))))
