"""`waqia incident`: one incident or several, as tables and for programs, and what is wrong with what is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.incident.conftest import graph_of_case

from waqia.graph.serialise import pieces

ONE = ("--place", "تلبيسة")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of the case, as `waqia build` writes it."""
    folder = tmp_path_factory.mktemp("out")
    (folder / "graph.nq").write_bytes(b"".join(pieces(graph_of_case(), "nq")))
    return folder


def test_the_one_incident_of_a_place_is_shown(out: Path, waqia: Run) -> None:
    ran = waqia("incident", out, *ONE)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Shelling · ? · تلبيسة\nhappening/sahel-")
    assert "1 claim of 1 source in 1 article\n" in ran.out
    assert "وقصفت مدفعية بلدة تلبيسة" in ran.out


def test_several_are_listed_and_each_is_shown_by_its_iri(out: Path, waqia: Run) -> None:
    listed = waqia("incident", "--place", "الرستن", "--date", "2017-03-04", out)
    assert listed.status == 0
    rows = [line for line in listed.out.splitlines() if line.startswith("│")]
    assert len(rows) == 2
    iri = rows[1].strip("│").split("│")[-1].strip()
    shown = waqia("incident", iri, out, "--iris")
    assert shown.status == 0
    assert shown.out.startswith("Car bombing · 2017-03-04 · الرستن\n")
    assert "https://w3id.org/waqia/id/telling/sahel-" in shown.out


def test_programs_get_all_of_all(out: Path, waqia: Run) -> None:
    ran = waqia("incident", out, "--date", "2017-03", "--format", "json")
    found = json.loads(ran.out)
    assert [incident["kinds"] for incident in found] == [["Withdrawal"], ["CarBombing"]]
    version = found[1]["versions"][0]
    assert version["figures"][0]["words"] == "12 شخصا"
    assert version["article"]["id"] == "furat"
    assert found[1]["disagreements"][0] == {"on": "disagreesOnToll", "one": 1, "other": 2}


def test_where_nothing_happened_it_says_what_comes_near(out: Path, waqia: Run) -> None:
    ran = waqia("incident", out, "--place", "تلبيسة", "--date", "2017-03-04", "--format", "json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaints[0] == "waqia: no incident is told of تلبيسة 2017-03-04; near to it:"
    assert ran.complaints[1].startswith("  there, without a date: Shelling · ? · تلبيسة · happening/")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((), "which incident? Give its IRI, or --place and --date"),
        (
            ("happening/none",),
            "nothing in the graph tells of 'happening/none': find it with --place and --date",
        ),
        (("--place", "الرستم"), "no place in the graph is called 'الرستم'; near to it: الرستن"),
        (("--date", "Saturday"), "'Saturday' is no date"),
        (("more", "than", "--place", "الرستن"), "one IRI, or --place and --date, and one SOURCE"),
    ],
)
def test_what_cannot_be_asked(out: Path, waqia: Run, arguments: tuple[str, ...], complaint: str) -> None:
    ran = waqia("incident", *arguments, *([out] if arguments else []))
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.complaints) == 1
    assert complaint in ran.err


def test_a_graph_that_is_not_there(tmp_path: Path, waqia: Run) -> None:
    ran = waqia("incident", tmp_path / "none", *ONE)
    assert ran.status == 2
    assert "is not there: build it" in ran.err
