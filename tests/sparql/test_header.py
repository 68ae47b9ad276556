"""The comment header of a query file."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqia.errors import BadQuery
from waqia.sparql.header import parse
from waqia.sparql.parameters import Parameter, Type

QUERY = """# Copyright nobody.
# title: Events
# title@ar: الأحداث
# question: What happened here?
# question@ar: ماذا حدث هنا؟
# param place: place, required. Where it happened: there or inside.
# param from: date, default 2017-01-01. First day
# param limit: integer, default 10
# param actor: actor.

PREFIX waqia: <https://w3id.org/waqia/ontology#>
# param no: date. A comment of the SPARQL, not of the header.
SELECT ?event WHERE { VALUES (?place ?from ?limit ?actor) { (UNDEF UNDEF UNDEF UNDEF) } ?event a waqia:Event }
"""


def test_a_header_is_read() -> None:
    query = parse(QUERY, name="events", file=Path("events.rq"))
    assert query.name == "events"
    assert query.title == {"en": "Events", "ar": "الأحداث"}
    assert query.question == {"en": "What happened here?", "ar": "ماذا حدث هنا؟"}
    assert query.parameters == (
        Parameter("place", Type.PLACE, required=True, meaning="Where it happened: there or inside."),
        Parameter("from", Type.DATE, default="2017-01-01", meaning="First day"),
        Parameter("limit", Type.INTEGER, default="10"),
        Parameter("actor", Type.ACTOR),
    )
    assert query.text == QUERY
    assert query.parameter("actor") == Parameter("actor", Type.ACTOR)
    assert query.parameter("nobody") is None


def test_a_query_needs_no_header() -> None:
    query = parse("ASK {}", name="-")
    assert (query.title, query.question, query.parameters) == ({}, {}, ())


BLOCK = "ASK { VALUES ?p { UNDEF } }"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# title: a\n# title: b\nASK {}", 2, "a second title in the language 'en'"),
        ("\n# question@ar:\nASK {}", 2, "the question is empty"),
        (f"# param p: place,required\n# param p: date\n{BLOCK}", 2, "a second parameter 'p'"),
        (f"# param p: colour. Which\n{BLOCK}", 1, "unknown type 'colour'; there are: place, actor, date,"),
        (f"# param p: date, maybe\n{BLOCK}", 1, "a parameter is written '# param NAME: TYPE"),
        (f"# param P1: date\n{BLOCK}", 1, "a parameter is written"),
        (f"# param: date\n{BLOCK}", 1, "a parameter is written"),
        (f"# param p: date, default 2024-02-30\n{BLOCK}", 1, "takes a date that exists, as YYYY-MM-DD"),
        (f"# param p: integer, default ten\n{BLOCK}", 1, "takes a whole number, not 'ten'"),
        ("# param p: date\nASK {}", None, "stand in one block 'VALUES (?p) { (UNDEF) }'; there is none"),
        ("ASK { VALUES (?p) { (UNDEF) } }", None, "stand in one block"),
        (f"# param q: date\n{BLOCK}", None, "there: p"),
        (
            "ASK { VALUES ?p { UNDEF }\nVALUES (?q ?r) { (UNDEF UNDEF) } }",
            2,
            "a second block of UNDEF values",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int | None, message: str) -> None:
    with pytest.raises(BadQuery) as caught:
        parse(text, name="q", file=Path("q.rq"))
    assert (caught.value.file, caught.value.line) == ("q.rq", line)
    assert message in caught.value.message


def test_a_default_name_is_looked_up_only_when_asked() -> None:
    query = parse(f"# param p: place, default حمص\n{BLOCK}", name="q")
    assert query.parameters[0].default == "حمص"
