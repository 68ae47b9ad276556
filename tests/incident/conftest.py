"""A graph of two articles that tell of one bombing, one denied withdrawal and one undated shelling."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.templating import read_case

from waqia import pipeline
from waqia.graph import GraphData, build, load_known
from waqia.incident import Facts, Incident, find, read_incident
from waqia.knowledge import load

CASE = Path(__file__).parent / "case.json"


def graph_of_case() -> GraphData:
    """Return the graph, closed."""
    articles, templates = read_case(CASE)
    graph, closure = pipeline.reason(build(articles, templates, load(), known=load_known()))
    assert closure.consistent
    return graph


@pytest.fixture(scope="session")
def facts() -> Facts:
    return Facts(graph_of_case())


@pytest.fixture(scope="session")
def bombing(facts: Facts) -> Incident:
    """The incident that both articles tell."""
    found = (read_incident(facts, node) for node in find(facts, place="الرستن", when="2017-03-04").found)
    return next(incident for incident in found if incident.realization == "Event")
