from __future__ import annotations

import gzip
import hashlib
import json
import random
from datetime import date
from pathlib import Path

import pytest

from waqia.articles import Article, read

TEXT = "أعلن مصدر عسكري مقتل ثلاثة جنود في هجوم شنه مسلحون على حاجز شرقي المدينة مساء أمس."
PAGE = """<!doctype html>
<html lang="ar"><head><meta charset="{charset}"><title>مقتل ثلاثة جنود - صحيفة الغد</title>
<meta property="og:title" content="مقتل ثلاثة جنود"><meta property="og:site_name" content="صحيفة الغد">
<meta property="article:published_time" content="2024-12-07T10:00:00+03:00">
<link rel="canonical" href="https://example.org/news/1"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav>
<article><h1>مقتل ثلاثة جنود</h1><p>{text}</p><p>{text} {text}</p><p>{text}</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>
"""


def only(path: Path) -> Article:
    reading = read([path])
    assert reading.problems == ()
    (article,) = reading.articles
    return article


def test_a_text_file_with_a_date_line(tmp_path: Path) -> None:
    data = f"07-12-2024 | 02:47\n{TEXT}".encode()
    (tmp_path / "a.txt").write_bytes(data)
    assert only(tmp_path / "a.txt") == Article(
        id="a",
        text=data.decode(),
        published=date(2024, 12, 7),
        date_given=False,
        bytes_sha256=hashlib.sha256(data).hexdigest(),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_the_text_is_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"2024-12-07\r\n{TEXT}\r\n".encode(encoding))
    assert only(tmp_path).text == f"2024-12-07\r\n{TEXT}\r\n"


def test_a_date_after_the_headline_is_found_and_one_after_the_text_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"مقتل ثلاثة جنود\nدمشق – 7 كانون الأول 2024\n{TEXT}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{TEXT}\nلبنان\n10/7/2025 1:21:00 PM\n", encoding="utf-8")
    assert [article.published for article in read([tmp_path]).articles] == [date(2024, 12, 7), None]


def test_a_record_has_all_fields(tmp_path: Path) -> None:
    record = {
        "id": "r1",
        "text": TEXT + "\n",
        "published": "2024-12-07",
        "publisher": "سانا",
        "url": "https://example.org/1",
        "title": "مقتل ثلاثة جنود",
        "more": [1],
    }
    line = json.dumps(record, ensure_ascii=False).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + line)
    assert only(tmp_path / "a.jsonl") == Article(
        id="r1",
        text=TEXT + "\n",
        published=date(2024, 12, 7),
        publisher="سانا",
        url="https://example.org/1",
        title="مقتل ثلاثة جنود",
        bytes_sha256=hashlib.sha256(line).hexdigest(),
    )


def test_a_record_may_leave_out_all_but_id_and_text(tmp_path: Path) -> None:
    record = {"article": "r1", "text": f"2024-12-07\n{TEXT}", "published": None, "publisher": ""}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    article = only(tmp_path / "a.jsonl")
    assert (article.id, article.publisher, article.published) == ("r1", None, date(2024, 12, 7))
    assert not article.date_given


def test_metadata_speaks_for_the_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (tmp_path / name).write_text(f"2020-01-01\n{TEXT}", encoding="utf-8")
    table = (
        "file,published,publisher,url,title,note\n"
        'a.txt,2024-12-07,سانا,https://example.org/1,"عنوان, طويل",\n'
    )
    (tmp_path / "metadata.csv").write_text(table, encoding="utf-8-sig")
    first, second, third = read([tmp_path]).articles
    assert (first.published, first.publisher, first.url, first.title) == (
        date(2024, 12, 7),
        "سانا",
        "https://example.org/1",
        "عنوان, طويل",
    )
    assert first.date_given
    assert (second.published, second.publisher, second.date_given) == (date(2020, 1, 1), None, False)
    assert third.published == date(2020, 1, 1)


def test_metadata_speaks_for_a_file_named_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(
        "file,published\na.txt,2024-12-07\nb.txt,2024-12-07\n", encoding="utf-8"
    )
    assert only(tmp_path / "a.txt").published == date(2024, 12, 7)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_a_saved_page(tmp_path: Path, charset: str) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.format(charset=charset, text=TEXT).encode(charset))
    article = only(tmp_path / "page.html")
    assert TEXT in article.text
    assert "رياضة" not in article.text
    assert "الحقوق" not in article.text
    assert (article.published, article.date_given) == (date(2024, 12, 7), False)
    assert (article.publisher, article.url) == ("صحيفة الغد", "https://example.org/news/1")
    assert article.title == "مقتل ثلاثة جنود"


def test_metadata_outweighs_what_a_page_says(tmp_path: Path) -> None:
    (tmp_path / "page.htm").write_text(PAGE.format(charset="utf-8", text=TEXT), encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(
        "file,published,publisher\npage.htm,2024-12-08,سانا\n", encoding="utf-8"
    )
    article = only(tmp_path)
    assert (article.published, article.publisher, article.date_given) == (date(2024, 12, 8), "سانا", True)


def test_a_page_without_an_article(tmp_path: Path) -> None:
    page = "<html><head><title>لا شيء</title></head><body></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (problem,) = read([tmp_path]).problems
    assert "has no article that could be told from the rest of the page" in str(problem.error)


def test_hidden_files_and_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"2024-12-07\n{TEXT}", encoding="utf-8")
    (tmp_path / ".b.txt").write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "c.txt").write_text("x", encoding="utf-8")
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")
    assert only(tmp_path).id == "a"


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"2024-12-07\n{TEXT}", encoding="utf-8")
    reading = read([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])
    assert (len(reading.articles), reading.problems) == (1, ())


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    for number in range(6):
        path = tmp_path / f"{number}" / f"{number // 2}.txt"
        path.parent.mkdir()
        path.write_text(f"2024-12-0{number + 1}\n{TEXT}", encoding="utf-8")
    paths = [tmp_path / f"{number}" for number in range(6)]
    expected = read(paths)
    shuffled = paths.copy()
    random.Random(5).shuffle(shuffled)  # noqa: S311 (no secret)
    again = read(shuffled)
    assert again.articles == expected.articles
    assert [str(problem.error) for problem in again.problems] == [
        str(problem.error) for problem in expected.problems
    ]
    assert len(again.problems) == 3
    assert [article.published.day for article in expected.articles if article.published] == [1, 3, 5]


def test_the_sample_articles(seeds: Path) -> None:
    reading = read([seeds])
    assert [article.id[:3] for article in reading.articles] == ["000", "001", "002", "003", "004"]
    assert reading.problems == ()
    assert all(article.published and article.date_given for article in reading.articles)


def test_an_empty_file_of_records(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n \n")
    (problem,) = read([tmp_path]).problems
    assert str(problem.error) == f"{tmp_path}/a.jsonl: is empty: there is no record to read"


def test_compressed_records_are_read_as_the_others(tmp_path: Path) -> None:
    line = json.dumps({"id": "r1", "text": f"2024-12-07\n{TEXT}"}, ensure_ascii=False).encode()
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "a.jsonl").write_bytes(line + b"\n")
    (tmp_path / "A.JSONL.GZ").write_bytes(gzip.compress(line + b"\n"))
    assert only(tmp_path / "A.JSONL.GZ") == only(tmp_path / "plain")


@pytest.mark.parametrize("damage", ["no gzip", "cut off", "broken inside"])
def test_damaged_compressed_records(tmp_path: Path, damage: str) -> None:
    data = gzip.compress(json.dumps({"id": "r1", "text": TEXT}).encode())
    damaged = {"no gzip": b"{}", "cut off": data[:-12], "broken inside": data[:12] + b"\xff" * 40 + data[52:]}
    (tmp_path / "a.jsonl.gz").write_bytes(damaged[damage])
    reading = read([tmp_path])
    assert reading.articles == ()
    (problem,) = reading.problems
    assert str(problem.error).startswith(f"{tmp_path}/a.jsonl.gz: ")


def test_a_compressed_file_of_another_kind_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (problem,) = read([tmp_path / "a.txt.gz"]).problems
    assert "has no article" in str(problem.error)


def test_a_record_nested_too_deep(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[" * 200_000 + "\n", encoding="utf-8")
    (problem,) = read([tmp_path]).problems
    assert "is broken JSON" in str(problem.error)


def test_folders_passed_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "a.txt").write_text(f"2024-12-07\n{TEXT}", encoding="utf-8")
    (tmp_path / "out" / "b.txt").write_text(f"2024-12-07\n{TEXT}", encoding="utf-8")
    reading = read([tmp_path], without=[tmp_path / "out"])
    assert ([article.id for article in reading.articles], reading.problems) == (["a"], ())
