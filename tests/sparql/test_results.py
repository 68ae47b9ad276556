"""How answers are shown."""

from __future__ import annotations

import csv
import io
import json

import pytest
from rdflib import Literal, URIRef

from waqia.errors import UnknownFormat
from waqia.sparql.results import Result, united

ANSWER = Result(
    ("event", "killed", "source"),
    (
        (URIRef("https://w3id.org/waqia/id/happening/a.1"), Literal(42), Literal("المرصد السوري", lang="ar")),
        (URIRef("https://w3id.org/waqia/ontology#Bombing"), Literal(30), None),
        (URIRef("http://example.org/x"), Literal(5), Literal('comma, "quote"')),
    ),
)


def test_a_table_is_for_people() -> None:
    lines = ANSWER.render().splitlines()
    assert [cell.strip() for cell in lines[3].strip("│").split("│")] == [
        "happening/a.1",
        "42",
        "المرصد السوري",
    ]
    assert "waqia:Bombing" in lines[4]
    assert "http://example.org/x" in lines[5]
    assert not any(line != line.rstrip() for line in lines)


def test_a_table_keeps_to_the_terminal() -> None:
    assert all(len(line) <= 40 for line in ANSWER.render("table", width=40).splitlines())


def test_csv_is_as_sparql_has_it() -> None:
    rows = list(csv.reader(io.StringIO(ANSWER.render("csv"))))
    assert rows[0] == ["event", "killed", "source"]
    assert rows[1] == ["https://w3id.org/waqia/id/happening/a.1", "42", "المرصد السوري"]
    assert rows[2][2] == ""
    assert rows[3][2] == 'comma, "quote"'


def test_json_is_as_sparql_has_it() -> None:
    found = json.loads(ANSWER.render("json"))
    assert found["head"]["vars"] == ["event", "killed", "source"]
    first = found["results"]["bindings"][0]
    assert first["source"] == {"type": "literal", "value": "المرصد السوري", "xml:lang": "ar"}
    assert "source" not in found["results"]["bindings"][1]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="there are: table, csv, json"):
        ANSWER.render("xlsx")


def test_answers_are_put_together_without_repeating_rows() -> None:
    one, two = Result(("x",), ((Literal(1),), (Literal(2),))), Result(("x",), ((Literal(2),), (Literal(3),)))
    assert united([one, two]) == Result(("x",), ((Literal(1),), (Literal(2),), (Literal(3),)))
    assert ANSWER.column("killed") == [Literal(42), Literal(30), Literal(5)]
