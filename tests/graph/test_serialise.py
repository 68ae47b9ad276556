"""Every format holds the whole graph, is read by others' parsers, and is the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import io
import logging
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic
from tests.templating import read_case

from waqia.errors import UnknownFormat
from waqia.graph import GraphData, build, load_known
from waqia.graph.for_rdflib import to_dataset, to_graph
from waqia.graph.serialise import FORMATS, pieces, write
from waqia.graph.table import COLUMNS
from waqia.graph.terms import Triple
from waqia.knowledge import load

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").iterdir())
RDFLIB = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
OXIGRAPH = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
WITH_GRAPHS = ("trig", "nq", "jsonld")
JENA = sorted(Path("/usr/share/java").glob("jena-*.jar"))
JENA_NEEDS = (
    "slf4j-api",
    "slf4j-simple",
    "commons-*",
    "dexx.collection",
    "gson",
    "guava",
    "thrift",
    "http*",
    "jsonld-java",
    "jackson-*",
)
ODD = '"\\ \t \x01 \u200f \ufffe 👁\r\n<&> ]]>'


def of_cases(*names: str) -> GraphData:
    read = [read_case(path / "case.json") for path in CASES if not names or path.name in names]
    articles = [article for found, _ in read for article in found]
    templates = [template for _, found in read for template in found]
    return build(articles, templates, load(), known=load_known(HERE / "knowledge"))


@pytest.fixture(scope="module")
def data() -> GraphData:
    return of_cases()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of its own use of what it deprecates
@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib_reads_it_without_a_warning(
    data: GraphData, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        if name in WITH_GRAPHS:
            found = rdflib.Dataset(default_union=False)
            found.parse(data=write(data, name), format=RDFLIB[name])
            wanted = to_dataset(data)
            assert {g.identifier for g in found.graphs()} == {g.identifier for g in wanted.graphs()}
            assert all(set(found.graph(g.identifier)) == set(g) for g in wanted.graphs())
        else:
            graph = rdflib.Graph().parse(data=write(data, name), format=RDFLIB[name])
            assert isomorphic(graph, to_graph(data.default))
    assert caplog.records == []


@pytest.mark.parametrize("name", OXIGRAPH)
def test_oxigraph_reads_it(data: GraphData, name: str) -> None:
    found = GraphData.of_quads(ox.parse(write(data, name), OXIGRAPH[name]))
    assert found.default == data.default
    assert found.graphs == (data.graphs if name in WITH_GRAPHS else {})


@pytest.mark.skipif(shutil.which("java") is None or not JENA, reason="Java or libapache-jena-java is missing")
@pytest.mark.slow
@pytest.mark.parametrize("name", ["ttl", "trig", "nq", "nt", "rdfxml"])
def test_jena_reads_it_without_a_warning(data: GraphData, name: str, tmp_path: Path) -> None:
    file = tmp_path / f"graph.{name.replace('rdfxml', 'rdf')}"
    file.write_bytes(write(data, name))
    run = subprocess.run(
        ["java", "-cp", jena_classpath(tmp_path), "riotcmd.riot", "--validate", "--check", "--strict", file],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def jena_classpath(folder: Path) -> str:
    """Debian moved Jena's copy of Xerces to another package, and forgot its messages: lend them to it."""
    with zipfile.ZipFile("/usr/share/java/jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                target = folder / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    jars = [jar for need in JENA_NEEDS for jar in Path("/usr/share/java").glob(f"{need}.jar")]
    return os.pathsep.join(map(str, [folder, *JENA, *jars]))


@pytest.mark.parametrize("name", ["ttl", "trig", "nq", "nt", "jsonld"])
def test_odd_characters_survive(name: str) -> None:
    triple = Triple(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(ODD))
    (quad,) = ox.parse(write(GraphData(frozenset({triple})), name), OXIGRAPH[name])
    assert quad.object == ox.Literal(ODD)


def test_rdf_xml_keeps_what_xml_can() -> None:
    triple = Triple(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(ODD))
    graph = rdflib.Graph().parse(data=write(GraphData(frozenset({triple})), "rdfxml"), format="xml")
    ((_, _, found),) = graph
    assert str(found) == ODD.replace("\x01", "\ufffd").replace("\ufffe", "\ufffd")


def test_lines_are_sorted(data: GraphData) -> None:
    for name in ("nq", "nt"):
        lines = write(data, name).decode().split("\n")[:-1]
        assert lines == sorted(set(lines))


def test_turtle_uses_names_for_all_that_is_waqias(data: GraphData) -> None:
    _, body = write(data, "ttl").split(b"\n\n\n", 1)
    assert b"<https://w3id.org/waqia" not in body


@pytest.mark.slow
def test_the_hash_seed_does_not_count() -> None:
    script = "from tests.graph.test_serialise import print_digests; print_digests()"
    seen = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        root = Path(__file__).parents[2]
        run = subprocess.run(
            [sys.executable, "-c", script], env=environment, cwd=root, capture_output=True, check=True
        )
        seen.add(run.stdout)
    assert len(seen) == 1


def print_digests() -> None:
    """For the test above, in a process of its own."""
    data = of_cases()
    for name in FORMATS:
        sys.stdout.write(f"{name} {hashlib.sha256(write(data, name)).hexdigest()}\n")


def test_formats_are_written_piece_by_piece(data: GraphData) -> None:
    assert sum(1 for _ in pieces(data, "nq")) > 100
    assert b"".join(pieces(data, "ttl")) == write(data, "ttl")


def test_an_unknown_format_is_named_with_those_that_are() -> None:
    with pytest.raises(UnknownFormat, match=r"unknown format 'xlsx'.*ttl, trig, nq"):
        write(GraphData(frozenset()), "xlsx")


# --- the table ----------------------------------------------------------------------------------------------


def table(*cases: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(of_cases(*cases), "csv").decode())))


def test_a_row_is_a_figure_with_its_claim() -> None:
    rows = table("two-tolls")
    assert list(rows[0]) == list(COLUMNS)
    figures = {(row["source"], row["outcome"], row["minimum"], row["words"], row["part_of"]) for row in rows}
    assert figures == {
        ("المرصد السوري لحقوق الإنسان", "Killed", "42", "42 شخصا", ""),
        ("المرصد السوري لحقوق الإنسان", "Killed", "3", "ثلاثة أطفال", "42 شخصا"),
        ("وزارة الداخلية", "Killed", "30", "30 شخصا", ""),
        ("وزارة الداخلية", "Killed", "29", "نحو 29 جنديا", ""),
    }
    assert {(row["class"], row["type"], row["earliest"]) for row in rows} == {
        ("Event", "SuicideBombing", "2017-03-04")
    }
    assert rows[0]["url"] == "https://news.example/2017/03/05/7"


def test_a_claim_without_figures_is_a_row_too() -> None:
    asserted, denied = sorted(table("contested"), key=lambda row: row["stance"])
    assert (asserted["class"], asserted["actors"], asserted["places"]) == (
        "ContestedEvent",
        "الجيش",
        "الرستن",
    )
    assert (denied["stance"], denied["source"], denied["outcome"]) == ("Denies", "مصدر عسكري", "")


def test_denied_figures_are_in_the_table_by_what_their_claim_says() -> None:
    (row,) = table("only-denied")
    assert (row["class"], row["type"], row["minimum"]) == ("Unrealized", "Arrest", "3")


def test_quotes_with_line_breaks_stay_one_cell() -> None:
    rows = table("everything")
    assert {row["article"] for row in rows} == {"كل شيء"}
    assert all(int(row["end"]) - int(row["start"]) == len(row["quote"]) for row in rows)
