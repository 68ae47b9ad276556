from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.cli.conftest import TEXT, Run

from waqia import pipeline
from waqia.articles import read
from waqia.validation import Violation

pytestmark = pytest.mark.usefixtures("told")


def test_build_writes_the_graph_and_says_what_it_did(news: Path, tmp_path: Path, waqia: Run) -> None:
    ran = waqia("build", news, "--out", tmp_path / "out")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("1 articles, 1 events told in them\n")
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"graph.nq", "graph.ttl", "claims.csv", "events.jsonl"}


def test_formats_are_written_as_asked(news: Path, tmp_path: Path, waqia: Run) -> None:
    ran = waqia(
        "build", news, "-o", tmp_path / "out", "-f", "trig", "-f", "jsonld", "-f", "rdfxml", "-f", "nt"
    )
    assert ran.status == 0
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {"graph.nq", "events.jsonl", "graph.trig", "graph.jsonld", "graph.rdf", "graph.nt"}


def test_what_was_skipped_is_said_and_the_rest_is_built(news: Path, tmp_path: Path, waqia: Run) -> None:
    (news / "b.txt").write_bytes(b"")
    (news / "c.jsonl").write_text('{"id": "c"\n', encoding="utf-8")
    (news / "d.txt").write_text(TEXT, encoding="utf-8")
    ran = waqia("build", news, "--out", tmp_path / "out")
    assert ran.status == 3
    assert ran.complaints == [
        f"waqia: skipped: {news}/b.txt: is empty: there is no text to read",
        f"waqia: skipped: {news}/c.jsonl:1:11: is broken JSON: Expecting ',' delimiter",
        f"waqia: warning: {news}/d.txt: has no date: give one (published), or it is left to its text to tell",
    ]
    assert ran.out.startswith("2 articles, 2 events")


def test_strict_stops_at_the_first_and_writes_nothing(news: Path, tmp_path: Path, waqia: Run) -> None:
    (news / "b.txt").write_bytes(b"")
    (news / "c.txt").write_bytes(b"")
    ran = waqia("build", news, "--out", tmp_path / "out", "--strict")
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaints == [f"waqia: {news}/b.txt: is empty: there is no text to read"]
    assert not (tmp_path / "out").exists()


def test_nothing_to_read(tmp_path: Path, waqia: Run) -> None:
    ran = waqia("build", tmp_path / "gone", "--out", tmp_path / "out")
    assert ran.status == 2
    assert ran.complaints == [
        f"waqia: skipped: {tmp_path}/gone: there is no such file or folder",
        "waqia: no article could be read",
    ]
    assert not (tmp_path / "out").exists()


def test_an_article_without_events_is_still_described(tmp_path: Path, waqia: Run) -> None:
    (tmp_path / "a.txt").write_text(
        "2024-12-07\nافتتحت البلدية سوقا جديدة في وسط المدينة.\n", encoding="utf-8"
    )
    ran = waqia("build", tmp_path / "a.txt", "--out", tmp_path / "out")
    assert (ran.status, ran.err) == (0, "")
    assert "waqia:Article" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_the_base_is_used_for_what_the_graph_makes(news: Path, tmp_path: Path, waqia: Run) -> None:
    assert waqia("build", news, "--out", tmp_path / "out", "--base", "https://example.org/data/").status == 0
    graph = ox.parse(path=tmp_path / "out" / "graph.nq")
    happenings = {q.subject.value for q in graph if "/happening/" in str(q.subject)}
    assert happenings
    assert all(iri.startswith("https://example.org/data/") for iri in happenings)


@pytest.mark.parametrize("base", ["example", "https://example.org/data", "https://exa mple.org/"])
def test_a_base_that_is_none(news: Path, waqia: Run, base: str) -> None:
    ran = waqia("build", news, "--base", base)
    assert ran.status == 2
    assert "is no absolute IRI that ends in / or #" in ran.err


def test_an_output_folder_that_is_a_file(news: Path, tmp_path: Path, waqia: Run) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    ran = waqia("build", news, "--out", tmp_path / "out")
    assert ran.status == 2
    assert ran.complaints == [f"waqia: {tmp_path}/out: cannot be made: File exists"]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_graph_that_breaks_a_shape_is_written_and_told(
    news: Path, tmp_path: Path, waqia: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    violation = Violation("urn:x", "urn:p", "", "Violation", {"en": "A claim has evidence."})
    monkeypatch.setattr(pipeline, "validate", lambda _: (violation,))
    ran = waqia("build", news, "--out", tmp_path / "out")
    assert ran.status == 1
    assert ran.complaints == ["waqia: violation: urn:x: A claim has evidence."]
    assert (tmp_path / "out" / "graph.nq").exists()


def test_an_interrupted_build_leaves_nothing(
    news: Path, tmp_path: Path, waqia: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "_event_lines", interrupt)
    ran = waqia("build", news, "--out", tmp_path / "out")
    assert (ran.status, ran.complaints) == (130, ["waqia: interrupted"])
    assert list((tmp_path / "out").iterdir()) == []


def test_a_crash_in_extraction_names_the_article(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr("waqia.extraction.parallel.extract", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError) as caught:
        pipeline.run(read([news]).articles)
    assert caught.value.__notes__ == ["while extracting from article a"]


def test_events_name_their_articles(news: Path, tmp_path: Path, waqia: Run) -> None:
    waqia("build", news, "--out", tmp_path / "out")
    lines = (tmp_path / "out" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["article"] for line in lines] == ["a"]


def test_building_twice_gives_the_same_bytes(news: Path, tmp_path: Path, waqia: Run) -> None:
    for name in ("one", "two"):
        assert waqia("build", news, "--out", tmp_path / name, "-f", "ttl", "-f", "trig").status == 0
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_what_was_built_beside_the_articles_is_not_read_as_articles(news: Path, waqia: Run) -> None:
    first = waqia("build", news, "--out", news / "out")
    second = waqia("build", news, "--out", news / "out")
    assert (second.status, second.err, second.out) == (0, "", first.out)


def test_what_was_worked_out_of_dates_is_said_with_the_reasons(tmp_path: Path, waqia: Run) -> None:
    texts = {
        "day": "افتتحت البلدية اليوم السبت 12 مارس 2016 سوقا جديدة في وسط المدينة.",
        "bounds": "قال الرئيس الفرنسي فرانسوا هولاند إن بلاده سترد على كل هجوم.",
        "none": "افتتحت البلدية سوقا جديدة في وسط المدينة بعد ترميمها.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    ran = waqia("build", tmp_path, "--out", tmp_path / "out")
    assert ran.status == 3
    assert [line for line in ran.out.splitlines() if "date" in line] == [
        "dated: bounds: 2012-05-15 to 2017-05-15: shows in office (فرانسوا هولاند)",
        "dated: day: 2016-03-12, or the day after: names its day (اليوم السبت 12 مارس 2016)",
        "no date: none: its text does not tell when it was published",
    ]
    stats = waqia("stats", tmp_path / "out").out
    assert "dates: 1 from the text, to the day; 1 from the text, within bounds; 1 unknown\n" in stats


def test_nothing_is_worked_out_where_the_text_has_a_date_line(news: Path, tmp_path: Path, waqia: Run) -> None:
    assert "dated:" not in waqia("build", news, "--out", tmp_path / "out").out
    assert "dates: 1 from the text, to the day\n" in waqia("stats", tmp_path / "out").out


def test_dates_that_all_were_given_are_passed_over(news: Path, tmp_path: Path, waqia: Run) -> None:
    (news / "metadata.csv").write_text("file,published\na.txt,2024-12-07\n", encoding="utf-8")
    assert waqia("build", news, "--out", tmp_path / "out").status == 0
    assert "dates:" not in waqia("stats", tmp_path / "out").out
