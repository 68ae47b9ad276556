"""What the questions about contradictions answer, over graphs of templates written for the purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.templating import read_case

from waqia.graph import build
from waqia.graph.namespaces import ONTOLOGY
from waqia.knowledge import load
from waqia.queries import Asking

CASES = Path(__file__).parents[1] / "graph" / "cases"


def asking(case: str) -> Asking:
    articles, templates = read_case(CASES / case / "case.json")
    return Asking(build(articles, templates, load()).store())


@pytest.mark.parametrize(
    ("case", "matter", "pairs"),
    [
        ("two-tolls", "disagreesOnToll", 2),
        ("contested", "disagreesOnWhetherItHappened", 1),
        ("denied-detail", "disagreesOnPerpetrator", 1),
        ("one-text-twice", None, 0),
    ],
)
def test_each_pair_stands_once_with_what_it_disagrees_on(case: str, matter: str | None, pairs: int) -> None:
    answer = asking(case).ask("disagreements")
    assert list(map(str, answer.column("matter"))) == [f"{ONTOLOGY}{matter}"] * pairs


def test_one_may_ask_for_what_is_disagreed_on() -> None:
    tolls = asking("two-tolls")
    assert len(tolls.ask("disagreements", {"on": "disagreesOnToll"}).rows) == 2
    assert not tolls.ask("disagreements", {"on": "disagreesOnDate"}).rows


def test_figures_that_contradict_each_other_stand_side_by_side() -> None:
    answer = asking("two-tolls").ask("contradicting-figures")
    words = zip(map(str, answer.column("lower_words")), map(str, answer.column("higher_words")), strict=True)
    assert sorted(words) == [("30 شخصا", "42 شخصا"), ("نحو 29 جنديا", "42 شخصا")]
