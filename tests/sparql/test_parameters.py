"""Values of parameters become terms of their type, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Identifier

from waqia.errors import BadParameter
from waqia.queries import Asking
from waqia.sparql.header import parse
from waqia.sparql.parameters import Parameter, Type, bind

ONTOLOGY = "https://w3id.org/waqia/ontology#"
HOMS = URIRef("https://w3id.org/waqia/id/place/homs")


def _lookup(type_: Type, name: str) -> Sequence[URIRef]:
    known = {(Type.PLACE, "حمص"): [HOMS], (Type.ACTOR, "مصدر"): [URIRef("urn:one"), URIRef("urn:two")]}
    return known.get((type_, name), [])


def _one(type_: Type, value: str) -> Identifier:
    ((term,),) = (binding.values() for binding in bind([Parameter("p", type_)], {"p": value}, _lookup))
    return term


@pytest.mark.parametrize(
    ("type_", "value", "term"),
    [
        (Type.PLACE, "حمص", HOMS),
        (Type.PLACE, str(HOMS), HOMS),
        (Type.ACTOR, "https://example.org/a", URIRef("https://example.org/a")),
        (Type.DATE, "2017-02-25", Literal("2017-02-25", datatype=XSD.date)),
        (Type.INTEGER, "-3", Literal(-3)),
        (Type.STRING, "غضب الفرات", Literal("غضب الفرات")),
        (Type.STRING, "", Literal("")),
        (Type.TERM, "Killed", URIRef(ONTOLOGY + "Killed")),
        (Type.TERM, ONTOLOGY + "Killed", URIRef(ONTOLOGY + "Killed")),
        (Type.IRI, "urn:x", URIRef("urn:x")),
        (Type.IRI, "place/homs", HOMS),
        (Type.PLACE, "place/homs", HOMS),
        (Type.IRI, "waqia:Killed", URIRef(ONTOLOGY + "Killed")),
    ],
)
def test_a_value_becomes_a_term_of_its_type(type_: Type, value: str, term: Identifier) -> None:
    assert _one(type_, value) == term
    assert type(_one(type_, value)) is type(term)


@pytest.mark.parametrize(
    ("type_", "value", "message"),
    [
        (Type.PLACE, "أتلانتس", "no place is called 'أتلانتس' (parameter 'p')"),
        (Type.ACTOR, "", "no actor is called ''"),
        (Type.PLACE, "http://x> } DROP ALL", "takes an absolute IRI"),
        (Type.IRI, "homs", "takes an absolute IRI, not 'homs'"),
        (Type.IRI, 'urn:"', "takes an absolute IRI"),
        (Type.DATE, "25-02-2017", "takes a date that exists, as YYYY-MM-DD, not '25-02-2017'"),
        (Type.DATE, "2017-02-29", "takes a date that exists"),
        (Type.DATE, "20170225", "takes a date, as YYYY-MM-DD"),
        (Type.DATE, "٢٠١٧-٠٢-٢٥", "takes a date"),
        (Type.INTEGER, "1.5", "takes a whole number"),
        (Type.INTEGER, "٣", "takes a whole number"),
        (Type.TERM, "Killed } #", "takes the name of a term of the ontology"),
        (Type.TERM, "http://other.org/Killed", "takes the name of a term of the ontology"),
    ],
)
def test_what_is_not_of_the_type_is_refused(type_: Type, value: str, message: str) -> None:
    with pytest.raises(BadParameter) as caught:
        _one(type_, value)
    assert message in caught.value.message


def test_a_name_with_several_bearers_gives_several_bindings() -> None:
    found = bind([Parameter("p", Type.ACTOR), Parameter("n", Type.INTEGER)], {"p": "مصدر", "n": "1"}, _lookup)
    assert found == [{"p": URIRef(f"urn:{who}"), "n": Literal(1)} for who in ("one", "two")]


def test_defaults_stand_in_and_the_rest_stays_unbound() -> None:
    parameters = [Parameter("a", Type.INTEGER, default="7"), Parameter("b", Type.INTEGER)]
    assert bind(parameters, {}) == [{"a": Literal(7)}]
    assert bind(parameters, {"a": "8"}) == [{"a": Literal(8)}]


def test_missing_and_unknown_parameters_are_refused() -> None:
    parameters = [Parameter("place", Type.PLACE, required=True, meaning="Where.")]
    with pytest.raises(BadParameter, match=r"the parameter 'place' \(place\) is required: Where\."):
        bind(parameters, {})
    with pytest.raises(BadParameter, match="no parameter 'palce'; there are: place"):
        bind(parameters, {"palce": "حمص"})
    with pytest.raises(BadParameter, match="no parameter 'x'; it has none"):
        bind([], {"x": "1"})


# --- injection ------------------------------------------------------------------------------------------------------

SAID = URIRef("urn:said")
ECHO = parse(
    "# param value: string\nSELECT ?found ?value { VALUES ?value { UNDEF } ?found <urn:said> ?value }",
    name="echo",
)
ATTACKS = [
    '" } DROP ALL #',
    "' || true",
    '\\" } #',
    "}} UNION { ?s ?p ?o",
    "# comment",
    "<urn:x>",
    '"""',
    "'''\n'''",
    "?value",
    "UNDEF",
    "\\u0022 }",
    "$x {{braces}} %s {0}",
    "a\nb\rc\td",
    "VALUES ?value { UNDEF }",
    "\u202e؛ } #",
]


def _echo(value: str, engine: str) -> list[str]:
    graph = Graph()
    graph.add((URIRef("urn:a"), SAID, Literal(value)))
    graph.add((URIRef("urn:b"), SAID, Literal("something else")))
    answer = Asking(graph, engine=engine).ask(ECHO, {"value": value})
    assert answer.column("value") == [Literal(value)]
    return [str(found) for found in answer.column("found")]


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
@pytest.mark.parametrize("value", ATTACKS)
def test_a_value_is_never_read_as_sparql(value: str, engine: str) -> None:
    assert _echo(value, engine) == ["urn:a"]


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(
        lambda text: text != "something else"
    )
)
def test_any_text_stays_a_term(value: str) -> None:
    assert _echo(value, "oxigraph") == ["urn:a"]
