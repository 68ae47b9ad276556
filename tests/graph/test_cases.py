"""Each folder of cases/ has articles with their templates and the graph that they make, and is built as it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.invariants import checks
from tests.templating import read_case

from waqia.graph import GraphData, build, load_known
from waqia.graph.serialise import write
from waqia.knowledge import load

HERE = Path(__file__).parent
CASES = sorted(path for path in (HERE / "cases").iterdir() if path.is_dir())


@pytest.fixture(params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


def built(case: Path) -> GraphData:
    articles, templates = read_case(case / "case.json")
    return build(articles, templates, load(), known=load_known(HERE / "knowledge"))


def test_the_graph_is_as_expected(case: Path) -> None:
    expected = (case / "expected.trig").read_text(encoding="utf-8")
    assert write(built(case), "trig").decode() == expected, "python -m tests.graph.test_cases rewrites it"


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__name__)
def test_the_invariants_hold(case: Path, check: checks.Check) -> None:
    assert list(check(built(case))) == []


def test_quotes_are_in_the_text(case: Path) -> None:
    articles, _ = read_case(case / "case.json")
    texts = {article.id: article.text for article in articles}
    assert list(checks.quotes_reproduce(built(case), texts)) == []


def test_it_conforms_to_the_shapes(case: Path) -> None:
    assert list(checks.conforms_to_shapes(built(case))) == []


def test_its_terms_are_in_the_ontology(case: Path) -> None:
    assert list(checks.terms_are_defined(built(case))) == []


if __name__ == "__main__":
    for path in CASES:
        (path / "expected.trig").write_bytes(write(built(path), "trig"))
