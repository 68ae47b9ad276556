"""`waqia inspect`: which article, where to, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

TEXT = "هاجم مسلحون ثكنة في كركوك أمس."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(f"2015-08-09\n{TEXT}\n", encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    records = [{"id": name, "text": TEXT, "published": "2015-08-09"} for name in ("one", "two")]
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def test_it_prints_how_the_article_is_read(article: Path, waqia: Run) -> None:
    ran = waqia("inspect", article)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("a · 2015-08-09\n")
    assert "[trigger e1 هاجم]" in ran.out
    assert "subject of the verb" in ran.out


def test_it_writes_a_page_instead(article: Path, tmp_path: Path, waqia: Run) -> None:
    ran = waqia("inspect", article, "--html", tmp_path / "a.html")
    assert (ran.status, ran.out, ran.err) == (0, f"written: {tmp_path}/a.html\n", "")
    written = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert "subject of the verb" in written


def test_one_of_several_articles(articles: Path, waqia: Run) -> None:
    ran = waqia("inspect", articles, "--article", "two")
    assert ran.status == 0
    assert ran.out.startswith("two · ")


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ((), "has 2 articles: choose with --article one, two"),
        (("--article", "three"), "has no article 'three': choose with --article one, two"),
    ],
)
def test_an_article_that_is_not_chosen_or_not_there(
    articles: Path, waqia: Run, options: tuple[str, ...], complaint: str
) -> None:
    ran = waqia("inspect", articles, *options)
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaints == [f"waqia: {articles}: {complaint}"]


def test_a_file_that_is_not_there_and_one_that_cannot_be_written(
    article: Path, tmp_path: Path, waqia: Run
) -> None:
    gone = waqia("inspect", tmp_path / "gone.txt")
    assert gone.status == 2
    assert gone.complaints[0] == f"waqia: skipped: {tmp_path}/gone.txt: there is no such file or folder"
    nowhere = waqia("inspect", article, "--html", tmp_path / "no" / "a.html")
    assert nowhere.status == 2
    assert f"{tmp_path}/no/a.html: cannot be written" in nowhere.err


def test_what_is_wrong_beside_it_is_said(articles: Path, waqia: Run) -> None:
    with articles.open("a", encoding="utf-8") as file:
        file.write("{\n")
    ran = waqia("inspect", articles, "--article", "one")
    assert ran.status == 3
    assert ran.complaints[0].startswith(f"waqia: skipped: {articles}:3:")
    assert "[trigger e1 هاجم]" in ran.out
