"""Every command but build, over a graph that was built."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("told")

ASK = "SELECT ?event WHERE { ?event a <https://w3id.org/waqia/ontology#Shelling> }"


def test_stats_counts_happenings_and_gives_figures_by_source(built: Path, waqia: Run) -> None:
    ran = waqia("stats", built)
    assert (ran.status, ran.err) == (0, "")
    cells = [[cell.strip() for cell in line.split("│")[1:-1]] for line in ran.out.splitlines()]
    assert ["Shelling", "قصف مدفعي أو صاروخي", "1", "", "", ""] in cells
    assert ["Shelling", "2024-12-06", "حمص", "Killed", "3", "", "وزارة الدفاع"] in cells
    assert ["", "", "", "Killed", "5", "", "المرصد السوري لحقوق الإنسان"] in cells


def test_query_by_name_with_parameters(built: Path, waqia: Run) -> None:
    ran = waqia("query", "casualties-by-source", built, "--param", "place=حمص", "-f", "csv")
    assert (ran.status, ran.err) == (0, "")
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert sorted(row["minimum"] for row in rows) == ["3", "5"]
    nothing = waqia("query", "casualties-by-source", built, "--param", "from=2030-01-01", "-f", "csv")
    assert len(nothing.out.splitlines()) == 1


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_table_is_headed_by_its_question(built: Path, waqia: Run, language: str) -> None:
    questions = {"ar": "أي المصادر تعطي لحدث واحد أرقامًا لا يمكن أن تصح معًا؟"}
    questions["en"] = "Which sources give figures for one event that cannot all be right?"
    ran = waqia("query", "contradicting-figures", built, "--language", language)
    assert ran.out.splitlines()[0] == questions[language]
    assert "وزارة الدفاع" in ran.out


def test_query_from_a_file_and_from_standard_input(
    built: Path, tmp_path: Path, waqia: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.rq").write_text(ASK, encoding="utf-8")
    from_file = waqia("query", tmp_path / "own.rq", built, "--format", "json")
    with (tmp_path / "own.rq").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        from_stdin = waqia("query", "-", built, "--format", "json")
    assert from_file.out == from_stdin.out
    assert len(json.loads(from_file.out)["results"]["bindings"]) == 1


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_query_of_the_turtle_file_alone(built: Path, tmp_path: Path, waqia: Run, engine: str) -> None:
    (tmp_path / "own.rq").write_text(ASK, encoding="utf-8")
    ran = waqia("query", tmp_path / "own.rq", built / "graph.ttl", "-f", "csv", "--engine", engine)
    assert len(ran.out.splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("nothing-like-it",), "no query and no file is called 'nothing-like-it'; the queries are: "),
        (("events-by-type", "-p", "place"), "'place' is not of the form KEY=VALUE"),
        (("casualties-by-source", "-p", "from=2024-12-06", "-p", "from=2024-12-07"), "'from' is given twice"),
        (("casualties-by-source", "-p", "from=yesterday"), "from"),
        (("casualties-by-source", "-p", "colour=red"), "colour"),
        (("actor-history",), "actor"),
    ],
)
def test_a_query_that_cannot_be_asked(
    built: Path, waqia: Run, arguments: tuple[str, ...], complaint: str
) -> None:
    name, *options = arguments
    ran = waqia("query", name, built, *options)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.complaints) == 1
    assert complaint in ran.err


def test_a_query_that_is_no_sparql_says_where(built: Path, tmp_path: Path, waqia: Run) -> None:
    (tmp_path / "own.rq").write_text("SELECT ?x WHERE {\n  ?x a\n", encoding="utf-8")
    ran = waqia("query", tmp_path / "own.rq", built)
    assert ran.status == 2
    assert ran.err.startswith(f"waqia: {tmp_path}/own.rq:")
    assert len(ran.complaints) == 1


def test_queries_lists_every_question_in_both_languages(root: Path, waqia: Run) -> None:
    names = [path.stem for path in (root / "queries").glob("*.rq")]
    english, arabic = waqia("queries"), waqia("queries", "--language", "ar")
    assert (english.status, arabic.status) == (0, 0)
    assert all(f"│ {name} " in english.out for name in names)
    assert "كم عدد القتلى" in arabic.out


@pytest.mark.parametrize("command", ["stats", "validate", "query"])
def test_a_source_that_is_not_there(tmp_path: Path, waqia: Run, command: str) -> None:
    question = ("events-by-type",) if command == "query" else ()
    ran = waqia(command, *question, tmp_path / "gone")
    assert ran.status == 2
    assert ran.complaints == [
        f"waqia: {tmp_path}/gone: is not there: build it with 'waqia build ARTICLES --out FOLDER'"
    ]


def test_a_folder_that_was_not_built(tmp_path: Path, waqia: Run) -> None:
    ran = waqia("stats", tmp_path)
    assert ran.complaints == [
        f"waqia: {tmp_path}: has no graph.nq: build it with 'waqia build ARTICLES --out {tmp_path}'"
    ]


def test_validate_a_graph_that_holds_together(built: Path, waqia: Run) -> None:
    ran = waqia("validate", built)
    assert (ran.status, ran.out) == (0, f"{built}: consistent, and conforms to the shapes\n")


def test_validate_a_graph_that_does_not(built: Path, tmp_path: Path, waqia: Run) -> None:
    broken = (built / "graph.ttl").read_text(encoding="utf-8") + (
        "\n<urn:e> a <https://w3id.org/waqia/ontology#Event>, <https://w3id.org/waqia/ontology#Unrealized> ."
        "\n<urn:c> a <https://w3id.org/waqia/ontology#Claim> .\n"
    )
    (tmp_path / "broken.ttl").write_text(broken, encoding="utf-8")
    english = waqia("validate", tmp_path / "broken.ttl")
    arabic = waqia("validate", tmp_path / "broken.ttl", "--language", "ar")
    assert (english.status, arabic.status) == (1, 1)
    assert "inconsistent: cax-" in english.out
    assert "urn:e" in english.out
    assert "violation: " in english.out
    assert "urn:c" in arabic.out


@pytest.mark.parametrize("form", ["ttl", "trig", "nq", "nt", "jsonld", "rdfxml", "csv", "events"])
def test_export_is_the_same_from_articles_and_from_what_was_built(
    built: Path, news: Path, tmp_path: Path, waqia: Run, form: str
) -> None:
    from_articles = waqia("export", news, "--format", form, "-o", tmp_path / "a")
    from_built = waqia("export", built, "--format", form)
    assert (from_articles.status, from_built.status) == (0, 0)
    assert from_articles.out == ""
    assert from_built.out == (tmp_path / "a").read_bytes().decode()


def test_export_needs_a_format(built: Path, waqia: Run) -> None:
    assert waqia("export", built).status == 2
    assert waqia("export", built, "--format", "xlsx").status == 2


def test_export_takes_one_built_folder_alone(built: Path, news: Path, waqia: Run) -> None:
    ran = waqia("export", built, news, "--format", "ttl")
    assert ran.status == 2
    assert "stands alone" in ran.err


def test_export_of_input_with_something_wrong(news: Path, waqia: Run) -> None:
    (news / "b.txt").write_bytes(b"")
    ran = waqia("export", news, "--format", "events")
    assert ran.status == 3
    assert json.loads(ran.out)["article"] == "a"


SCHEMA = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <urn:x:> .
:Dog rdfs:subClassOf :Animal . :Animal owl:disjointWith :Stone .
"""


@pytest.mark.parametrize("suffix", ["ttl", "nt", "nq", "trig", "rdf", "owl", "jsonld"])
def test_reason_writes_the_closure_in_any_format(tmp_path: Path, waqia: Run, suffix: str) -> None:
    (tmp_path / "schema.ttl").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "data.nt").write_text(f"<urn:x:rex> <{RDF.type}> <urn:x:Dog> .", encoding="utf-8")
    ran = waqia("reason", tmp_path / "schema.ttl", tmp_path / "data.nt", "-o", tmp_path / f"out.{suffix}")
    assert (ran.status, ran.err) == (0, "")
    formats = {"owl": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}
    found = ox.parse(
        path=tmp_path / f"out.{suffix}", format=formats.get(suffix) or ox.RdfFormat.from_extension(suffix)
    )
    types = {quad.object.value for quad in found if quad.subject == ox.NamedNode("urn:x:rex")}
    assert {"urn:x:Dog", "urn:x:Animal"} <= types


def test_reason_over_what_contradicts_itself(tmp_path: Path, waqia: Run) -> None:
    data = SCHEMA + ":rex a :Dog, :Stone ."
    (tmp_path / "data.ttl").write_text(data, encoding="utf-8")
    ran = waqia("reason", tmp_path / "data.ttl", "-o", tmp_path / "out.ttl")
    assert ran.status == 1
    assert "inconsistent: cax-dw" in ran.err
    assert "urn:x:rex" in ran.err


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [("data.ttl", "<urn:x> a", "data.ttl:1"), ("data.docx", "", "no RDF format has the extension 'docx'")],
)
def test_reason_over_what_is_no_rdf(
    tmp_path: Path, waqia: Run, name: str, content: str, complaint: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    ran = waqia("reason", tmp_path / name, "-o", tmp_path / "out.ttl")
    assert ran.status == 2
    assert complaint in ran.err
    assert len(ran.complaints) == 1
    assert not (tmp_path / "out.ttl").exists()


def test_export_of_a_graph_under_another_base(news: Path, tmp_path: Path, waqia: Run) -> None:
    base = "https://example.org/data/"
    assert waqia("build", news, "--out", tmp_path / "out", "-f", "trig", "--base", base).status == 0
    exported = waqia("export", tmp_path / "out", "--format", "trig").out
    assert exported == (tmp_path / "out" / "graph.trig").read_bytes().decode()


def test_reason_says_how_much_was_quoted(tmp_path: Path, waqia: Run) -> None:
    (tmp_path / "data.nq").write_text(
        f"<urn:x:rex> <{RDF.type}> <urn:x:Dog> <urn:x:graph> .", encoding="utf-8"
    )
    ran = waqia("reason", tmp_path / "data.nq", "-o", tmp_path / "out.nq")
    assert "1 of those given stand in named graphs and were not reasoned over" in ran.out
