"""What is known of actors, and how their names are told apart."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge, KnownActor

ACTOR = "https://w3id.org/waqia/id/actor/"
PLACE = "https://w3id.org/waqia/id/place/"

SHARED_NAMES: dict[str, str] = {}  # name: why two actors of one country and time may share it


def named(known: Knowledge, name: str) -> list[str]:
    return [actor.iri.removeprefix(ACTOR) for actor in known.actors_by_name.get(fold(name), ())]


def apart(one: KnownActor, other: KnownActor) -> bool:
    """Whether country or time tells two actors apart; one day may belong to both."""
    if one.country != other.country:
        return True
    first, second = sorted((one, other), key=lambda a: a.period.earliest or date.min)
    end, start = first.period.latest, second.period.earliest
    return end is not None and start is not None and end <= start + timedelta(days=1)


def test_no_two_actors_share_a_name_that_country_or_time_does_not_tell_apart(known: Knowledge) -> None:
    clashes = {
        name
        for name, actors in known.actors_by_name.items()
        for one, other in combinations(actors, 2)
        if not apart(one, other)
    }
    assert clashes == set(SHARED_NAMES)


def test_names_that_count_alone_are_not_also_short_forms_of_others(known: Knowledge) -> None:
    both = {
        name
        for name, actors in known.actors_by_name.items()
        for short in known.actors_by_short_form.get(name, ())
        if short not in actors
    }
    assert both == set()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("داعش", "islamic-state"),
        ("تنظيم الدولة الإسلامية", "islamic-state"),
        ("ميليشيات الحوثي", "houthis"),
        ("المتمردين الحوثيين", "houthis"),
        ("المخلوع صالح", "ali-abdullah-saleh"),
        ("قسد", "syrian-democratic-forces"),
        ("بي كا كا", "pkk"),
        ("المرصد السوري لحقوق الإنسان", "syrian-observatory"),
        ("رويترز", "reuters"),
        ("فرانس برس", "afp"),
        ("البنتاغون", "pentagon"),
        ("الجيش التركي", "turkey-army"),
        ("سلاح الجو التركي", "turkey-air-force"),
        ("قوات الدرك التركية", "turkey-gendarmerie"),
        ("دي ميستورا", "staffan-de-mistura"),
        ("أبو محمد الجولاني", "ahmed-al-sharaa"),
        ("اليونيفيل", "unifil"),
        ("إيساف", "isaf"),
    ],
)
def test_actors_are_known_by_the_names_of_the_press(known: Knowledge, name: str, actor: str) -> None:
    assert actor in named(known, name)


@pytest.mark.parametrize(
    "name", "التنظيم الهيئة المرصد الجيش التحالف الحزب الحركة المقاومة الشرطة المعارضة".split()
)
def test_what_only_follows_a_full_name_is_no_name(known: Knowledge, name: str) -> None:
    assert known.actors_by_short_form[fold(name)]
    assert not named(known, name)


@pytest.mark.parametrize(
    "name", "حماس فتح صالح هادي الأسد الجزيرة النهار الحياة الشباب القاعدة السنة المالكي أمل".split()
)
def test_names_that_are_words_places_or_other_people_count_by_context(known: Knowledge, name: str) -> None:
    assert known.actors_by_ambiguous_name[fold(name)]
    assert not named(known, name)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("أنقرة", "turkey"),
        ("موسكو", "russia"),
        ("واشنطن", "united-states"),
        ("طهران", "iran"),
        ("بغداد", "iraq"),
    ],
)
def test_a_capital_stands_for_its_government(known: Knowledge, name: str, actor: str) -> None:
    (government,) = known.actors_by_metonym[fold(name)]
    assert (government.kind, government.country) == ("Government", PLACE + actor)
    assert not named(known, name)


@pytest.mark.parametrize(
    ("day", "actor"), [("2017-02-25", "syria-government-assad"), ("2025-12-14", "syria-government-2024")]
)
def test_damascus_is_whoever_governs_from_there(known: Knowledge, day: str, actor: str) -> None:
    then = [a.iri for a in known.actors_by_metonym[fold("دمشق")] if a.period.covers(date.fromisoformat(day))]
    assert then == [ACTOR + actor]


def test_former_names_are_tenures(known: Knowledge) -> None:
    before = {
        t.organization: t.period
        for t in known.tenures_of[ACTOR + "hayat-tahrir-al-sham"]
        if t.kind == "FormerName"
    }
    assert set(before) == {ACTOR + "jabhat-al-nusra", ACTOR + "jabhat-fatah-al-sham"}
    assert before[ACTOR + "jabhat-fatah-al-sham"].covers(date(2016, 8, 1))


def test_posts_tell_who_held_them_when(known: Knowledge) -> None:
    ministers = {
        tenure.holder.removeprefix(ACTOR)
        for tenure in known.tenures_of[ACTOR + "turkey-foreign-ministry"]
        if tenure.period.covers(date(2024, 12, 6))
    }
    assert ministers == {"hakan-fidan"}


def test_the_actors_are_many_and_of_every_sort(known: Knowledge) -> None:
    kinds = Counter(actor.kind for actor in known.actors.values())
    least = {
        "Person": 400,
        "ArmedGroup": 200,
        "MediaOrganization": 100,
        "Government": 50,
        "Ministry": 100,
        "Army": 40,
    }
    assert {kind: kinds[kind] for kind in least if kinds[kind] < least[kind]} == {}


def test_countries_and_wholes_of_actors_are_known(known: Knowledge) -> None:
    countries = {actor.country for actor in known.actors.values()} - {None}
    wholes = {whole for actor in known.actors.values() for whole in actor.part_of}
    assert countries <= set(known.countries)
    assert wholes <= set(known.actors)


def test_kinds_are_classes_of_the_ontology(known: Knowledge, classes: set[str]) -> None:
    kinds = {actor.kind for actor in known.actors.values()} | {place.kind for place in known.places.values()}
    assert kinds <= classes


def test_tenure_kinds_are_individuals_of_the_ontology(known: Knowledge, tenure_kinds: set[str]) -> None:
    assert {tenure.kind for tenure in known.tenures.values()} <= tenure_kinds


def test_whoever_had_a_former_name_had_those_before_it_too(known: Knowledge) -> None:
    before = {(t.holder, t.organization) for t in known.tenures.values() if t.kind == "FormerName"}
    chained = {(now, earlier) for now, then in before for also, earlier in before if also == then}
    assert chained <= before
    assert all(now != then for now, then in before)


@pytest.mark.parametrize(
    ("actor", "kind", "day", "others"),
    [
        ("syria-army-2024", "Predecessor", "2017-02-25", {"syrian-arab-army"}),
        ("libya-gnu", "Predecessor", "2018-01-01", {"libya-gna"}),
        ("jabhat-al-nusra", "Membership", "2015-01-01", {"al-qaeda"}),
        ("jabhat-al-nusra", "Membership", "2016-12-01", set()),
        ("houthis", "Alliance", "2016-10-01", {"ali-abdullah-saleh", "saleh-forces"}),
        ("houthis", "Alliance", "2018-01-01", set()),
        ("syrian-democratic-forces", "Composition", "2015-01-01", set()),
    ],
)
def test_relations_hold_for_their_time(
    known: Knowledge, actor: str, kind: str, day: str, others: set[str]
) -> None:
    held = {
        (t.organization or "").removeprefix(ACTOR)
        for t in known.tenures_of[ACTOR + actor]
        if t.kind == kind and t.holder == ACTOR + actor and t.period.covers(date.fromisoformat(day))
    }
    assert held == others


def test_who_bears_a_name_after_another_has_that_one_as_predecessor(known: Knowledge) -> None:
    before = {(t.holder, t.organization) for t in known.tenures.values() if t.kind == "Predecessor"}
    for iri, namesakes in known.namesakes.items():
        start = known.actors[iri].period.earliest
        earlier = [a for a in namesakes if start and a.period.latest and a.period.latest <= start]
        assert {(iri, actor.iri) for actor in earlier} <= before
