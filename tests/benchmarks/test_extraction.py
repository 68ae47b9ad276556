"""The benchmark of extraction runs, on a few small articles, and says what it has measured."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.page import put_section
from typer.testing import CliRunner

from benchmarks import extraction
from waqia.articles import read

WAR = (
    "شنت الطائرات الحربية غارات على بلدة الزهراء قرب حمص وقتل أربعة مسلحين، وقال مصدر عسكري إن القوات تقدمت."
)
SPORT = "فاز الفريق في المباراة النهائية وسجل اللاعب هدفين في الدوري أمام جمهور كبير في الملعب."


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    texts = [WAR, SPORT, WAR, SPORT, WAR]
    records = [{"id": f"a{n}", "published": "2024-12-07", "text": text} for n, text in enumerate(texts)]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "corpus.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return tmp_path / "corpus.jsonl.gz"


@pytest.fixture
def result(corpus: Path) -> extraction.Result:
    return extraction.measure(read([corpus]).articles, rounds=1, workers=1)


def test_what_is_measured(result: extraction.Result) -> None:
    assert (result.articles, result.told, result.words) == (
        5,
        3,
        3 * len(WAR.split()) + 2 * len(SPORT.split()),
    )
    speed = result.speed
    assert min(speed.tokenizer, speed.extraction, speed.told, speed.turned_away) > 0
    assert speed.ratio == pytest.approx(speed.extraction / speed.tokenizer)
    assert list(result.memory) == sorted(result.memory)
    assert result.growth == result.memory[4] - result.memory[1]
    assert result.scaling is None


def test_two_workers_are_compared_with_one(corpus: Path) -> None:
    scaling = extraction.measure(read([corpus]).articles, rounds=1, workers=2).scaling
    assert scaling is not None
    assert scaling.ratio == pytest.approx(scaling.many / scaling.one)
    assert 0 < scaling.potential < 2


def test_the_report_says_it_all(corpus: Path, tmp_path: Path) -> None:
    out, page = tmp_path / "result.json", tmp_path / "performance.md"
    page.write_text("# Performance\n\n## Extraction\n\nold\n\n## Reasoning\n\nkept\n", encoding="utf-8")
    options = ["--rounds", "1", "--workers", "1", "--limit", "2", "--json", str(out), "--markdown", str(page)]
    ran = CliRunner().invoke(extraction.app, [str(corpus), *options])
    assert ran.exit_code == 0, ran.output
    assert "extraction : tokenizer | 1 : " in ran.output
    assert json.loads(out.read_text(encoding="utf-8"))["articles"] == 3
    written = page.read_text(encoding="utf-8")
    assert written.startswith("# Performance\n\n## Extraction\n\n`benchmarks/extraction.py` over 3 ")
    assert written.endswith("\n\n## Reasoning\n\nkept\n")
    assert "old" not in written


def test_a_corpus_without_articles(tmp_path: Path) -> None:
    ran = CliRunner().invoke(extraction.app, [str(tmp_path)])
    assert ran.exit_code == 2


def test_a_page_is_made_where_there_is_none(result: extraction.Result, tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    for measured in (result, replace(result, rounds=7)):
        put_section(page, extraction.section(measured))
    written = page.read_text(encoding="utf-8")
    assert written.count("## Extraction") == 1
    assert "median of 7 rounds" in written
