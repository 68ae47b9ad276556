"""The search of the clusterer's weights starts from what is used and never ends with less."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.accuracy import annotation
from tests.gold import GOLD

from benchmarks import weights
from waqia.extraction.events import WEIGHTS

SCORER = GOLD.parent / "score.py"
pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the guidelines' scorer is not here")

TEXT = "هاجم مسلحون ثكنة في كركوك أمس.\nوأسفر الهجوم عن مقتل ثلاثة جنود."


def test_a_search_mends_weights_that_part_one_event(tmp_path: Path) -> None:
    event = {"type": "Attack", "places": ["كركوك"], "quotes": ["هاجم مسلحون ثكنة", "وأسفر الهجوم عن مقتل"]}
    (tmp_path / "articles.jsonl").write_text(
        json.dumps({"id": "a", "published": "2015-08-09", "text": TEXT}), encoding="utf-8"
    )
    (tmp_path / "gold.jsonl").write_text(json.dumps({"article": "a", "events": [event]}), encoding="utf-8")
    scorer = annotation.load_scorer(SCORER)
    found = weights.load(tmp_path, scorer)
    parting = {**WEIGHTS, "threshold": 5.5}
    searched = weights.search([found], scorer, parting)
    assert searched.keys() == WEIGHTS.keys()
    assert found.score(parting).whole["detection"] == [1, 1, 2]
    assert found.score(searched).whole["detection"] == [1, 1, 1]
