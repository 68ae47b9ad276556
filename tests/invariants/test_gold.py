"""The invariants hold for the annotated seed articles, as large a graph as the tests have."""

from __future__ import annotations

import pytest
from tests import gold
from tests.invariants import checks

from waqia.graph import GraphData, build, load_known
from waqia.knowledge import load

pytestmark = gold.needs_gold


@pytest.fixture(scope="module")
def data() -> GraphData:
    knowledge = load()
    return build(gold.articles(), gold.templates(knowledge), knowledge, known=load_known())


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_the_invariants_hold(data: GraphData, check: checks.Check) -> None:
    assert list(check(data)) == []


def test_quotes_are_in_the_text(data: GraphData) -> None:
    assert (
        list(checks.quotes_reproduce(data, {article.id: article.text for article in gold.articles()})) == []
    )


def test_its_terms_are_in_the_ontology(data: GraphData) -> None:
    assert list(checks.terms_are_defined(data)) == []


@pytest.mark.slow
def test_it_conforms_to_the_shapes(data: GraphData) -> None:
    assert list(checks.conforms_to_shapes(data)) == []
