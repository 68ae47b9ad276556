"""What cannot be read: one clear message each, and the other articles all the same.

Each folder under problems/ has an input folder and the messages that reading it gives, then the ids of the articles
that were read. To accept new messages after a look: WAQIA_ACCEPT=1 pytest tests/articles/test_problems.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waqia.articles import read
from waqia.errors import WaqiaError

CASES = Path(__file__).parent / "problems"
NAMES = sorted(path.name for path in CASES.iterdir())


def messages(folder: Path) -> str:
    reading = read([folder / "input"])
    lines = [
        f"{problem.error.code}{'' if problem.skipped else ' (read)'}: {problem.error}"
        for problem in reading.problems
    ]
    ids = [f"{article.id} {article.published}" for article in reading.articles]
    return "\n".join([*lines, "--", *ids, ""]).replace(str(folder / "input"), "INPUT")


@pytest.mark.parametrize("name", NAMES)
def test_messages(name: str) -> None:
    expected = CASES / name / "messages.txt"
    found = messages(CASES / name)
    if os.environ.get("WAQIA_ACCEPT"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_strict_stops_at_the_first(name: str) -> None:
    first = (CASES / name / "messages.txt").read_text(encoding="utf-8").split("\n", 1)[0]
    with pytest.raises(WaqiaError) as caught:
        read([CASES / name / "input"], strict=True)
    assert str(caught.value).replace(str(CASES / name / "input"), "INPUT") in first


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    reading = read([tmp_path / "gone.txt"])
    assert [str(problem.error) for problem in reading.problems] == [
        f"{tmp_path}/gone.txt: there is no such file or folder"
    ]


def test_a_file_that_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (problem,) = read([tmp_path / "a.pdf"]).problems
    assert "has no article: waqia reads .htm, .html, .jsonl, .jsonl.gz, .txt" in str(problem.error)


def test_a_file_of_50_megabytes(tmp_path: Path) -> None:
    line = "أعلن مصدر عسكري مقتل ثلاثة جنود.\n".encode()
    (tmp_path / "huge.txt").write_bytes(line * (50_000_000 // len(line)))
    (tmp_path / "good.txt").write_bytes(b"2024-12-07\n" + line)
    reading = read([tmp_path])
    assert [article.id for article in reading.articles] == ["good"]
    assert [str(problem.error) for problem in reading.problems] == [
        f"{tmp_path}/huge.txt: is larger than 5,000,000 bytes: no article is"
    ]


def test_a_record_of_50_megabytes_is_skipped_alone(tmp_path: Path) -> None:
    text = "أعلن مصدر عسكري مقتل ثلاثة جنود."
    record = '{"id": "%s", "published": "2024-12-07", "text": "%s"}\n'
    (tmp_path / "a.jsonl").write_text(
        record % ("big", text * 800_000) + record % ("good", text), encoding="utf-8"
    )
    reading = read([tmp_path])
    assert [article.id for article in reading.articles] == ["good"]
    assert [problem.error.line for problem in reading.problems] == [1]


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = read([tmp_path / "a.txt"]).problems
    assert str(problem.error) == f"{tmp_path}/a.txt: cannot be opened: Permission denied"
