"""From a name to its bearers."""

from __future__ import annotations

import pytest
from rdflib import Graph

from waqia.errors import BadParameter
from waqia.queries import Asking
from waqia.sparql.header import parse
from waqia.sparql.parameters import Type

GRAPH = """
@prefix waqia: <https://w3id.org/waqia/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix place: <https://w3id.org/waqia/id/place/> . @prefix actor: <https://w3id.org/waqia/id/actor/> .
@prefix local: <https://w3id.org/waqia/id/local/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
place:homs a waqia:Place ; rdfs:label "حمص"@ar , "Homs"@en ; waqia:partOf place:homs-governorate .
place:homs-governorate a waqia:Place ; rdfs:label "حمص"@ar ; skos:altLabel "محافظة حمص"@ar .
place:al-qaim a waqia:Place ; rdfs:label "القائم"@ar . place:elsewhere a waqia:Place ; rdfs:label "القائم"@ar .
actor:is a waqia:Actor ; rdfs:label "تنظيم الدولة الإسلامية"@ar ; skos:altLabel "داعش"@ar .
actor:dash a waqia:Actor ; rdfs:label "Dash"@en ; skos:altLabel "تنظيم الدولة الإسلامية"@ar .
local:source-1 a waqia:Actor ; rdfs:label "مصدر عسكري"@ar . local:source-2 a waqia:Actor ; rdfs:label "مصدر عسكري"@ar .
local:daesh a waqia:Actor ; rdfs:label "داعش"@ar . local:thing a waqia:Weapon ; rdfs:label "داعش"@ar .
"""


@pytest.fixture(scope="module")
def asking() -> Asking:
    return Asking(Graph().parse(data=GRAPH, format="turtle"))


@pytest.mark.parametrize(
    ("type_", "name", "bearers"),
    [
        (Type.PLACE, "حمص", ["homs"]),
        (Type.PLACE, "homs", ["homs"]),
        (Type.PLACE, "  HOMS ", ["homs"]),
        (Type.PLACE, "محافظه حمص", ["homs-governorate"]),
        (Type.PLACE, "القائم", ["al-qaim", "elsewhere"]),
        (Type.PLACE, "داعش", []),
        (Type.ACTOR, "حمص", []),
        (Type.ACTOR, "تنظيم الدوله الاسلاميه", ["is"]),
        (Type.ACTOR, "داعش", ["is", "daesh"]),
        (Type.ACTOR, "مصدر عسكري", ["source-1", "source-2"]),
        (Type.ACTOR, "مصدر", []),
    ],
)
def test_a_name_is_found_folded(asking: Asking, type_: Type, name: str, bearers: list[str]) -> None:
    assert [iri.rpartition("/")[2] for iri in asking.names.find(type_, name)] == bearers


def test_a_name_with_several_bearers_is_asked_about_all_of_them(asking: Asking) -> None:
    text = "SELECT ?who { VALUES ?actor { UNDEF } ?actor a ?class . BIND (?actor AS ?who) }"
    query = parse(f"# param actor: actor, required\n{text}", name="who")
    found = asking.ask(query, {"actor": "مصدر عسكري"}).column("who")
    assert [str(who).rpartition("/")[2] for who in found] == ["source-1", "source-2"]
    with pytest.raises(BadParameter, match="no actor is called 'عنترة'"):
        asking.ask(query, {"actor": "عنترة"})
