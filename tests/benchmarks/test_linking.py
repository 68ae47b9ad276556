"""The benchmarks of linking: what the annotated articles tell in common is found, and the cost does not run away."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.accuracy.annotation import load_scorer
from benchmarks.linking import __main__ as linking
from benchmarks.linking import scale

from waqia.knowledge import load

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval"


def f1(result: linking.Result) -> float:
    return 2 * result.right / (result.found + result.gold)


@pytest.mark.skipif(not EVALUATION.is_dir(), reason="the annotated articles are not here")
@pytest.mark.parametrize(("name", "least"), [("dev", 0.9), ("seeds", 1.0)])
def test_annotated_events_are_put_together(name: str, least: float) -> None:
    annotated, _ = linking.measure(EVALUATION / name, load_scorer(EVALUATION / "score.py"), load())
    assert f1(annotated) >= least


def test_the_cost_is_measured_and_happenings_are_found(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    scale.main(["--sizes", "200", "400"])
    table = capsys.readouterr().out.splitlines()
    assert len(table) == 4
    page = tmp_path / "performance.md"
    scale.main(["--sizes", "100", "--markdown", str(page)])
    assert "## Linking" in page.read_text(encoding="utf-8")


def test_the_same_war_costs_the_same_work() -> None:
    costs = [scale.measure(300) for _ in range(2)]
    assert costs[0].happenings == costs[1].happenings < costs[0].templates
