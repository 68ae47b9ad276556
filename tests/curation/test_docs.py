"""The example in docs/curation.md is one that works."""

from __future__ import annotations

import re
from pathlib import Path

from tests.curation.conftest import HERE, Told
from tests.templating import read_case

from waqia.curation import Act, Rulings, read_curation
from waqia.graph import build, load_known
from waqia.graph.iris import Names
from waqia.graph.namespaces import waqia
from waqia.knowledge import load


def test_the_example_does_what_the_page_says(root: Path, tmp_path: Path, told: Told) -> None:
    page = (root / "docs" / "curation.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```turtle\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    (tmp_path / "rulings.ttl").write_text(example, encoding="utf-8")
    rulings = Rulings(read_curation([tmp_path / "rulings.ttl"]))
    articles, templates = read_case(HERE / "articles.json")
    data = build(articles, templates, load(), known=load_known(), rule=rulings)
    assert rulings.problems(data.parts, Names()) == ()
    happening = {t.subject: t.object for t in data.default if t.predicate == waqia("tellingOf")}
    assert happening[told.telling("a").node] == happening[told.telling("c").node]
    assert told.telling("a", 1).node not in happening
    assert {str(t.object)[1] for t in data.default if t.predicate == waqia("minimum")} == {"9", "2", "5"}
    assert [t.subject for t in data.default if t.object == waqia("Verified")]
    assert {act for act in Act if f"waqia:{act}" in page} == set(Act)
