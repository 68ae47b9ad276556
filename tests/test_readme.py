"""What the README shows works, and what it shows of the demo is what the demo prints.

After a change of what is printed or extracted, write the new output into it: python -m tests.test_readme
A file that a transcript shows with "cat" is there for the commands after it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from itertools import takewhile
from pathlib import Path

import pytest

from waqia import pipeline
from waqia.articles import read
from waqia.queries import Asking
from waqia.sparql.header import parse

ROOT = Path(__file__).resolve().parent.parent
MORE = "…"


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
def test_it_shows_what_the_demo_prints(text: str, root: Path, tmp_path: Path) -> None:
    shown, *_ = blocks(text, "console")
    assert demo(shown, tmp_path) == shown, "python -m tests.test_readme rewrites it"
    commands = re.findall(r"^\$ (.*)$", shown, re.MULTILINE)
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"^\t\$\(BIN\)/(waqia .*)$", makefile, re.MULTILINE) == commands


def test_it_shows_what_an_inspection_prints(text: str, tmp_path: Path) -> None:
    _, shown = blocks(text, "console")
    assert demo(shown, tmp_path) == shown, "python -m tests.test_readme rewrites it"


def demo(shown: str, folder: Path) -> str:
    """Run the commands of a transcript, and return it with as many lines of their output as it has now."""
    (folder / "seeds").symlink_to(ROOT / "seeds")
    lines = []
    for part in shown.split("$ ")[1:]:
        command, *before = part.splitlines()
        count = len(list(takewhile(lambda line: line != MORE, before)))
        program, *arguments = command.split()
        if program == "cat":
            (folder / arguments[0]).write_text("\n".join([*before, ""]), encoding="utf-8")
        printed = before if program == "cat" else waqia(arguments, folder)
        rest = [MORE] if len(printed) > count else []
        lines += [f"$ {command}", *printed[:count], *rest]
    return "\n".join([*lines, ""])


def waqia(arguments: list[str], folder: Path) -> list[str]:
    """Return the lines that the program prints."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "builder"), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "waqia", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return ran.stdout.splitlines()


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


def rewrite(path: Path = ROOT / "README.md") -> None:
    """Write what the demo prints now into the README."""
    text = path.read_text(encoding="utf-8")
    for shown in blocks(text, "console"):
        with tempfile.TemporaryDirectory() as folder:
            text = text.replace(shown, demo(shown, Path(folder)))
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite()
