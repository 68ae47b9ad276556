"""Building and exporting with rulings."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("told")
RULING = """
@prefix waqia: <https://w3id.org/waqia/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://orcid.example/huda> rdfs:label "هدى"@ar .
<r1> a waqia:Ruling ; waqia:amends [ oa:hasSource "a" ; oa:exact "WORDS" ] ;
    waqia:slot waqia:casualties ; waqia:value 3 ; waqia:replacement 4 ; rdfs:comment "أربعة"@ar ;
    prov:wasAttributedTo <https://orcid.example/huda> ; dcterms:created "2026-03-31" .
"""


@pytest.fixture
def rulings(tmp_path: Path) -> Path:
    file = tmp_path / "rulings.ttl"
    file.write_text(RULING.replace("WORDS", "مقتل ثلاثة جنود"), encoding="utf-8")
    return file


def test_a_build_follows_rulings(news: Path, tmp_path: Path, rulings: Path, waqia: Run) -> None:
    ran = waqia("build", news, "--out", tmp_path / "out", "--curation", rulings)
    assert (ran.status, ran.err) == (0, "")
    table = (tmp_path / "out" / "claims.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert sorted((row["minimum"], row["source"]) for row in rows if row["minimum"]) == [
        ("4", "هدى"),
        ("5", "المرصد السوري لحقوق الإنسان"),
    ]
    listed = waqia("query", "reviews", tmp_path / "out", "--format", "csv")
    assert "أربعة" in listed.out


def test_an_export_follows_rulings(news: Path, rulings: Path, waqia: Run) -> None:
    ran = waqia("export", news, "--format", "csv", "--curation", rulings)
    assert ran.status == 0
    assert "هدى" in ran.out


def test_a_folder_that_was_built_has_its_rulings_already(built: Path, rulings: Path, waqia: Run) -> None:
    ran = waqia("export", built, "--format", "csv", "--curation", rulings)
    assert ran.status == 2
    assert "has its rulings in it: give the articles" in " ".join(ran.err.replace("│", " ").split())


def test_a_ruling_on_what_is_gone_is_told_and_the_rest_built(
    news: Path, tmp_path: Path, rulings: Path, waqia: Run
) -> None:
    rulings.write_text(RULING.replace("WORDS", "قصف مدفعي"), encoding="utf-8")
    ran = waqia("build", news, "--out", tmp_path / "out", "-c", rulings)
    assert ran.status == 3
    where = f"{rulings}:8: <https://w3id.org/waqia/id/ruling/r1>"
    assert ran.complaints == [
        f"waqia: warning: {where}: «قصف مدفعي» in article a: the article has no such words"
    ]
    assert (tmp_path / "out" / "graph.nq").exists()


def test_rulings_that_contradict_each_other_build_nothing(
    news: Path, tmp_path: Path, rulings: Path, waqia: Run
) -> None:
    text = rulings.read_text(encoding="utf-8")
    other = text[text.index("<r1>") :].replace("<r1>", "<r2>").replace("replacement 4", "replacement 2")
    rulings.write_text(text + other, encoding="utf-8")
    ran = waqia("build", news, "--out", tmp_path / "out", "-c", rulings)
    assert ran.status == 2
    assert "do different things" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_wrong_is_told_before_anything_is_read(news: Path, rulings: Path, waqia: Run) -> None:
    text = rulings.read_text(encoding="utf-8").replace("rdfs:comment", "rdfs:seeAlso")
    rulings.write_text(text, encoding="utf-8")
    ran = waqia("build", news, "-c", rulings)
    assert ran.status == 2
    assert ran.complaints == [
        f"waqia: {rulings}:8: <https://w3id.org/waqia/id/ruling/r1> does not say why: add rdfs:comment"
    ]
