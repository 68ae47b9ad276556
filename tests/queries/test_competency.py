"""The 25 questions that the seed articles answer, asked twice.

Once of the graph of perfect templates, which shows that graph and query can answer, and once of the graph that is
extracted from the articles. `competency.json` has questions and answers, `known_failures.json` what is not answered yet
and why; a failure that is mended must be struck from it.

A cell of an answer is a number, a date, the local name of a term, or a name: two names of one actor or place are the
same. "~x" is any text that contains x, "^x" any that starts with x, "*" anything, null nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from rdflib import Literal, URIRef
from tests import gold

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge
from waqia.queries import Asking, Result

Json: TypeAlias = dict[str, Any]
Cell: TypeAlias = str | int | None
HERE = Path(__file__).parent
QUESTIONS: list[Json] = json.loads((HERE / "competency.json").read_text(encoding="utf-8"))
KNOWN_FAILURES: dict[str, dict[str, str]] = json.loads(
    (HERE / "known_failures.json").read_text(encoding="utf-8")
)


def _questions(of: str) -> list[Any]:
    """Return the questions, those that are known to fail on the graph of `of` marked so."""
    known = KNOWN_FAILURES[of]
    return [
        pytest.param(
            question,
            id=str(question["number"]),
            marks=[pytest.mark.xfail(reason=known[number], strict=True)] if number in known else [],
        )
        for question in QUESTIONS
        for number in [str(question["number"])]
    ]


def test_every_question_is_here_and_known_failures_are_of_questions() -> None:
    assert [question["number"] for question in QUESTIONS] == list(range(1, 26))
    for of in KNOWN_FAILURES.values():
        assert set(of) <= {str(question["number"]) for question in QUESTIONS}
        assert all(of.values())


def test_enough_is_answered() -> None:
    assert len(QUESTIONS) - len(KNOWN_FAILURES["articles"]) >= 24


@gold.needs_gold
@pytest.mark.parametrize("question", _questions("templates"))
def test_perfect_templates_answer(question: Json, gold_asking: Asking, knowledge: Knowledge) -> None:
    _check(question, gold_asking, knowledge)


@pytest.mark.slow
@pytest.mark.parametrize("question", _questions("articles"))
def test_the_articles_answer(question: Json, seeds_asking: Asking, knowledge: Knowledge) -> None:
    _check(question, seeds_asking, knowledge)


@gold.needs_gold
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question["number"]))
def test_turtle_alone_answers_alike(question: Json, gold_asking: Asking, gold_turtle: Asking) -> None:
    for ask in question["asks"]:
        one, other = (graph.ask(ask["query"], ask["parameters"]) for graph in (gold_asking, gold_turtle))
        assert sorted(map(str, one.rows)) == sorted(map(str, other.rows))


def _check(question: Json, asking: Asking, knowledge: Knowledge) -> None:
    for ask in question["asks"]:
        answer = asking.ask(ask["query"], ask["parameters"])
        found = list(dict.fromkeys(_cells(answer, ask["columns"])))
        same = _Same(knowledge)
        for row in (*ask.get("exactly", ()), *ask.get("contains", ()), *ask.get("first", ())):
            assert any(same.rows(row, it) for it in found), f"{row} is not in {found}"
        for row in ask.get("excludes", ()):
            assert not any(same.rows(row, it) for it in found), f"{row} is in {found}"
        for it in found if "exactly" in ask else found[: len(ask.get("first", ()))]:
            wanted = ask["exactly" if "exactly" in ask else "first"]
            assert any(same.rows(row, it) for row in wanted), f"{it} is in the answer, and not in {wanted}"


def _cells(answer: Result, columns: list[str]) -> list[tuple[Cell, ...]]:
    return [tuple(_cell(row[answer.variables.index(column)]) for column in columns) for row in answer.rows]


def _cell(term: object) -> Cell:
    if isinstance(term, Literal):
        return term.value if isinstance(term.value, int) else str(term)
    return str(term).rpartition("#")[2] if isinstance(term, URIRef) else None


class _Same:
    """Tells whether two cells or rows say the same."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._indexes = (
            knowledge.actors_by_name,
            knowledge.actors_by_short_form,
            knowledge.actors_by_metonym,
            knowledge.places_by_name,
        )

    def rows(self, wanted: list[Cell], found: tuple[Cell, ...]) -> bool:
        return all(map(self._cells, wanted, found))

    def _cells(self, wanted: Cell, found: Cell) -> bool:
        if wanted == "*" or wanted == found:
            return True
        if not isinstance(wanted, str) or not isinstance(found, str):
            return False
        if wanted[0] in "~^":
            text, key = fold(found), fold(wanted[1:])
            return key in text if wanted[0] == "~" else text.startswith(key)
        return fold(wanted) == fold(found) or bool(self._bearers(wanted) & self._bearers(found))

    def _bearers(self, name: str) -> set[str]:
        return {known.iri for index in self._indexes for known in index.get(fold(name), ())}
