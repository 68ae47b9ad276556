"""What the loader makes of the files, and what it says of files that it cannot use."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.knowledge.conftest import HEAD, Written

from waqia.errors import BadOntology
from waqia.knowledge import Knowledge, Period, digest_of, load

PLACE = "https://w3id.org/waqia/id/place/"
ACTOR = "https://w3id.org/waqia/id/actor/"
HEAD_LINES = HEAD.count("\n")

TWO_PLACES = """\
place:land a waqia:Country ; rdfs:label "أرض"@ar, "Land"@en ; waqia:countryCode "XX" ; waqia:demonym "أرضي"@ar .
place:town a waqia:Town ; rdfs:label "بلدة"@ar, "Town"@en ; skos:altLabel "البلدة"@ar ; waqia:partOf place:land ;
  waqia:ambiguousName "سوق"@ar ; waqia:needsContext true ; waqia:population 7 ; geo:hasGeometry geometry:town .
geometry:town a geo:Geometry ; geo:asWKT "POINT(36.5 34.25)"^^geo:wktLiteral .
"""
AN_ACTOR = """\
actor:group a waqia:ArmedGroup ; rdfs:label "جماعة"@ar, "Group"@en ; skos:altLabel "الجماعة المسلحة"@ar ;
  waqia:ambiguousName "فتح"@ar ; waqia:shortForm "الحركة"@ar ; waqia:metonym "العاصمة"@ar ;
  waqia:country place:land ; waqia:validFrom "2012-01-23"^^xsd:date .
"""


def test_a_place_is_read_whole(written: Written) -> None:
    place = load(written(places=TWO_PLACES)).places[PLACE + "town"]
    assert (place.kind, place.label, place.english, place.names) == (
        "Town",
        "بلدة",
        "Town",
        ("بلدة", "البلدة"),
    )
    assert (place.latitude, place.longitude, place.population) == (34.25, 36.5, 7)
    assert (place.needs_context, place.ambiguous_names, place.country) == (True, ("سوق",), PLACE + "land")


def test_an_actor_is_read_whole(written: Written) -> None:
    actor = load(written(actors=AN_ACTOR, places=TWO_PLACES)).actors[ACTOR + "group"]
    assert (actor.kind, actor.names) == ("ArmedGroup", ("جماعة", "الجماعة المسلحة"))
    assert (actor.ambiguous_names, actor.short_forms, actor.metonyms) == (("فتح",), ("الحركة",), ("العاصمة",))
    assert actor.country == PLACE + "land"
    assert actor.period == Period(date(2012, 1, 23), None)


def test_names_of_each_sort_have_an_index_of_their_own(written: Written) -> None:
    known = load(written(actors=AN_ACTOR, places=TWO_PLACES))
    group = known.actors[ACTOR + "group"]
    assert known.actors_by_name["جماعه"] == (group,)
    assert known.actors_by_ambiguous_name["فتح"] == (group,)
    assert known.actors_by_short_form["الحركه"] == (group,)
    assert known.actors_by_metonym["العاصمه"] == (group,)
    assert [place.iri for place in known.places_by_name["البلده"]] == [PLACE + "town"]
    assert [place.iri for place in known.places_by_ambiguous_name["سوق"]] == [PLACE + "town"]
    assert [country.code for country in known.countries_by_demonym["ارضي"]] == ["XX"]
    assert "فتح" not in known.actors_by_name
    assert "سوق" not in known.places_by_name


def test_an_ambiguous_label_is_no_name_that_counts_alone(written: Written) -> None:
    text = 'actor:amal a waqia:ArmedGroup ; rdfs:label "أمل"@ar ; waqia:ambiguousName "أمل"@ar .\n'
    known = load(written(actors=text))
    assert known.actors[ACTOR + "amal"].label == "أمل"
    assert known.actors[ACTOR + "amal"].names == ()
    assert "امل" not in known.actors_by_name


def test_first_words_give_the_length_of_the_longest_name(written: Written) -> None:
    known = load(written(actors=AN_ACTOR, places=TWO_PLACES))
    assert known.first_words["الجماعه"] == 2
    assert known.first_words["جماعه"] == 1
    assert known.first_words["الحركه"] == 1


def test_tenures_are_found_from_both_ends(written: Written) -> None:
    text = AN_ACTOR + (
        'actor:man a waqia:Person ; rdfs:label "رجل"@ar .\n'
        "tenure:one a waqia:Tenure ; waqia:holder actor:man ; waqia:organization actor:group ;\n"
        '  waqia:tenureKind waqia:Leadership ; waqia:post "قائد" ; waqia:latest "2017-01-28"^^xsd:date .\n'
    )
    known = load(written(actors=text, places=TWO_PLACES))
    (tenure,) = known.tenures_of[ACTOR + "man"]
    assert known.tenures_of[ACTOR + "group"] == (tenure,)
    assert (tenure.kind, tenure.post, tenure.period) == (
        "Leadership",
        "قائد",
        Period(None, date(2017, 1, 28)),
    )


@pytest.mark.parametrize(
    ("day", "within"),
    [("2012-01-22", False), ("2012-01-23", True), ("2016-07-28", True), ("2016-07-29", False)],
)
def test_a_period_holds_its_first_and_last_day(day: str, within: bool) -> None:
    assert Period(date(2012, 1, 23), date(2016, 7, 28)).covers(date.fromisoformat(day)) is within


def test_a_place_lies_in_whatever_contains_what_contains_it(known: Knowledge) -> None:
    assert known.contains(PLACE + "palmyra", PLACE + "homs-governorate")
    assert known.contains(PLACE + "palmyra", PLACE + "syria")
    assert known.contains(PLACE + "palmyra", PLACE + "palmyra")
    assert not known.contains(PLACE + "syria", PLACE + "palmyra")
    assert not known.contains(PLACE + "palmyra", PLACE + "iraq")
    assert not known.contains(PLACE + "nowhere", PLACE + "iraq")


def test_an_overlap_is_no_containment(known: Knowledge) -> None:
    desert = known.places[PLACE + "syrian-desert"]
    assert PLACE + "homs-governorate" in desert.overlaps
    assert not known.contains(desert.iri, PLACE + "homs-governorate")


def test_event_types_have_their_family_and_the_type_that_exports_give(known: Knowledge) -> None:
    drone = known.event_types["DroneStrike"]
    assert (drone.family, drone.reporting, drone.is_reporting) == ("Violence", "Airstrike", False)
    assert known.is_a("DroneStrike", "Airstrike")
    assert known.is_a("SuicideBombing", "Bombing")
    assert not known.is_a("Airstrike", "DroneStrike")
    assert known.event_types["SuicideBombing"].reporting == "SuicideBombing"
    assert known.event_types["Violence"].reporting is None
    assert sum(kind.is_reporting for kind in known.event_types.values()) == 32
    assert "AttackOnSecurityForces" not in known.event_types  # only the reasoner fills it


def test_loading_is_done_once_and_is_quick(known: Knowledge) -> None:
    assert load() is known
    # In an interpreter of its own, which is not traced for coverage: that takes longer than loading.
    untraced = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    timed = (
        "import time; from waqia.knowledge import load; t = time.process_time(); load(); "
        "print(time.process_time() - t)"
    )
    command = [sys.executable, "-c", timed]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=untraced)
    assert float(told.stdout) < 1.5


def test_the_digest_changes_with_any_file(written: Written) -> None:
    folder = written(actors=AN_ACTOR, places=TWO_PLACES)
    before = digest_of(folder)
    assert digest_of(folder) == before == load(folder).digest
    (folder / "lexicon.ttl").write_text(HEAD, encoding="utf-8")
    assert digest_of(folder) != before


@pytest.mark.parametrize(
    ("actors", "places", "line", "says"),
    [
        ("actor:x a waqia:Person ; rdfs:label .\n", "", 1, "actors.ttl:10"),
        ("\nactor:x a waqia:Person ; rdfs:label 'X'@en .\n", "", 2, "0 Arabic labels"),
        ("actor:x a waqia:Person, waqia:Army ; rdfs:label 'س'@ar .\n", "", 1, "2 waqia classes"),
        ("actor:x a waqia:Person ; rdfs:label 'س'@ar ; waqia:validFrom 'soon' .\n", "", 1, "not a date"),
        ("\n\ntenure:t a waqia:Tenure ; waqia:holder actor:nobody .\n", "", 3, "actor/nobody"),
        ("", "place:x a waqia:Town ; rdfs:label 'س'@ar ; waqia:partOf place:y .\n", 1, "does not describe"),
        ("", "place:x a waqia:Town ; rdfs:label 'س'@ar ; waqia:partOf place:x .\n", 1, "contains itself"),
        ("", "place:x a waqia:Town ; rdfs:label 'س'@ar ; geo:hasGeometry geometry:x .\n", 1, "no WKT point"),
        ("", "place:x a waqia:Town ; rdfs:label 'س'@ar ; waqia:population 1, 2 .\n", 1, "2 values"),
    ],
)
def test_a_file_that_cannot_be_gives_its_name_and_line(
    written: Written, actors: str, places: str, line: int, says: str
) -> None:
    folder = written(actors=actors, places=places)
    with pytest.raises(BadOntology, match=says) as raised:
        load(folder)
    assert raised.value.file == str(folder / ("actors.ttl" if actors else "places.ttl"))
    assert raised.value.line == HEAD_LINES + line


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadOntology, match=r"waqia\.ttl: cannot be read") as raised:
        load(tmp_path)
    assert raised.value.file == str(tmp_path / "waqia.ttl")


def test_a_missing_family_is_named(written: Written) -> None:
    with pytest.raises(BadOntology, match="family TerritorialControl"):
        load(written(types="waqia:Violence rdfs:subClassOf waqia:Happening .\n"))


def test_a_circle_of_event_types_is_refused(written: Written) -> None:
    families = "".join(
        f"waqia:{name} rdfs:subClassOf waqia:Happening .\n"
        for name in ("Violence", "TerritorialControl", "LawEnforcement", "Movement", "Politics")
    )
    circle = "waqia:A rdfs:subClassOf waqia:B, waqia:Violence .\nwaqia:B rdfs:subClassOf waqia:A .\n"
    with pytest.raises(BadOntology, match="subclass of itself"):
        load(written(types=families + circle))
