"""The closure of RDF files: any format in, any out."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from waqia.errors import BadRdf, UnknownFormat
from waqia.files import CannotWrite
from waqia.reasoning import read_rdf, reason_files

TURTLE = """@prefix : <http://example.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Cat rdfs:subClassOf :Animal . :tom a :Cat ; :age "007"^^<http://www.w3.org/2001/XMLSchema#integer> . [] a :Cat .
"""
INFERRED = (
    "<http://example.org/tom> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Animal>"
)
EXTENSIONS = ("ttl", "nt", "nq", "trig", "rdf", "jsonld", "n3", "owl", "json")


@pytest.fixture
def cats(tmp_path: Path) -> Path:
    path = tmp_path / "cats.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    return path


def _triples(path: Path) -> set[str]:
    quads, _ = read_rdf([path])
    return {str(quad.triple) for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_every_format_is_written_and_read(cats: Path, extension: str) -> None:
    out = cats.with_name(f"closed.{extension}")
    reason_files([cats]).write(out)
    assert INFERRED in _triples(out)
    assert any('"007"' in triple for triple in _triples(out))
    again = reason_files([out])
    assert again.closure.inferred == frozenset()


def test_the_format_may_be_named(cats: Path) -> None:
    out = cats.with_name("closed.txt")
    reason_files([cats]).write(out, form="nt")
    assert INFERRED in out.read_text(encoding="utf-8")


def test_the_same_files_give_the_same_bytes(cats: Path) -> None:
    written = []
    for name in ("one.nt", "two.nt"):
        reason_files([cats]).write(cats.with_name(name))
        written.append(cats.with_name(name).read_bytes())
    assert written[0] == written[1]


def test_prefixes_are_kept(cats: Path) -> None:
    out = cats.with_name("closed.ttl")
    reason_files([cats]).write(out)
    assert "@prefix : <http://example.org/> ." in out.read_text(encoding="utf-8")


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("one.nt", "two.nt")]
    for path in paths:
        path.write_text(f"_:b <urn:in> <urn:{path.stem}> .\n", encoding="utf-8")
    quads, _ = read_rdf(paths)
    assert len({quad.subject for quad in quads}) == 2


def test_named_graphs_are_kept_as_quotations(tmp_path: Path) -> None:
    path = tmp_path / "claims.trig"
    path.write_text(
        TURTLE + "GRAPH :claim { :jerry a :Cat . :Cat rdfs:subClassOf :Liar . }", encoding="utf-8"
    )
    closed = reason_files([path])
    assert closed.quoted == 2
    for extension, graphs in (("trig", {"http://example.org/claim", "closure"}), ("ttl", set())):
        out = tmp_path / f"closed.{extension}"
        closed.write(out)
        found, _ = read_rdf([out])
        assert not any("Liar" in str(quad) for quad in found if isinstance(quad.graph_name, ox.DefaultGraph))
        names = {quad.graph_name.value for quad in found if isinstance(quad.graph_name, ox.NamedNode)}
        assert {name.removeprefix("https://w3id.org/waqia/id/graph/") for name in names} == graphs


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> oops .\n", encoding="utf-8")
    with pytest.raises(BadRdf) as caught:
        reason_files([path])
    assert caught.value.file == str(path)
    assert caught.value.line == 2


def test_a_missing_file_and_an_unknown_format_are_refused(cats: Path) -> None:
    with pytest.raises(BadRdf, match="cannot be read"):
        reason_files([cats.with_name("nowhere.ttl")])
    with pytest.raises(UnknownFormat, match="known are"):
        reason_files([cats.rename(cats.with_suffix(".docx"))])


def test_nothing_half_written_is_left(cats: Path) -> None:
    closed = reason_files([cats])
    out = cats.with_name("folder.ttl")
    out.mkdir()
    with pytest.raises(CannotWrite, match="folder"):
        closed.write(out)
    with pytest.raises(CannotWrite, match="No such file or directory"):
        closed.write(cats.parent / "gone" / "out.ttl")
    assert sorted(path.name for path in cats.parent.iterdir()) == ["cats.ttl", "folder.ttl"]


def test_contradictions_of_files_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "contradiction.ttl"
    path.write_text(
        TURTLE
        + "@prefix owl: <http://www.w3.org/2002/07/owl#> . :Animal owl:disjointWith :Stone . :tom a :Stone .",
        encoding="utf-8",
    )
    (found,) = reason_files([path]).closure.inconsistencies
    assert found.rule == "cax-dw"
