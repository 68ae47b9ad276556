"""What the README shows works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from waqia import pipeline
from waqia.articles import read
from waqia.queries import Asking
from waqia.sparql.header import parse


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def test_files_that_it_names_are_there(text: str, root: Path) -> None:
    names = set(re.findall(r"\b(\w+\.(?:ttl|txt))\b", "".join(blocks(text, "text"))))
    assert names
    assert [name for name in names if not (root / "ontology" / name).exists()] == []
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert [link for link in links if not (root / link).exists()] == []


@pytest.mark.slow
def test_its_python_runs_and_its_query_answers(
    text: str, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").symlink_to(seeds)
    (python,) = blocks(text, "python")
    names: dict[str, object] = {"Path": Path}
    exec(python, names)  # noqa: S102 (our own README)
    assert (tmp_path / "out" / "graph.ttl").exists()
    built = names["built"]
    assert isinstance(built, pipeline.Built)
    (query,) = blocks(text, "sparql")
    answer = Asking(built.graph.store()).ask(parse(query, name="readme"))
    assert {"42", "30"} <= {str(value) for value in answer.column("least")}


def test_the_articles_of_the_demo_are_all_read(seeds: Path) -> None:
    assert read([seeds]).problems == ()
