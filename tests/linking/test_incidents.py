"""Which tellings are of one happening."""

from __future__ import annotations

import random

import pytest
from tests.linking.tellings import ID, event, killed, telling

from waqia.extraction.templates import EventTemplate, Realization, Span, Stance
from waqia.linking.incidents import Telling, incidents

ARMY, HTS, IS = "syrian-arab-army", "hayat-tahrir-al-sham", "islamic-state"
TOTAL = Realization.AGGREGATE


def together(*tellings: Telling) -> bool:
    found = set(incidents(tellings).values())
    assert len(found) in (1, len(tellings))
    return len(found) == 1


def one(mine: EventTemplate, theirs: EventTemplate, published: str = "2017-02-26") -> bool:
    return together(telling("a", mine), telling("b", theirs, published=published))


def test_nothing_is_of_nothing() -> None:
    assert incidents([]) == {}


def test_the_name_of_a_happening_is_its_least_telling() -> None:
    first, second = telling("a", event(by=[HTS])), telling("b", event(by=[HTS]))
    assert incidents([second, first]) == {first.iri: first.iri, second.iri: first.iri}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (event(by=[HTS], on=[ARMY]), True),
        (event("SuicideBombing", by=[HTS], on=[ARMY]), True),
        (event("Attack", by=[HTS], on=[ARMY]), True),
        (event(day="2017-02", by=[HTS], on=[ARMY]), True),
        (event("Airstrike", by=[HTS], on=[ARMY]), False),
        (event("Arrest", by=[HTS], on=[ARMY]), False),
        (event(day="2017-02-23", by=[HTS], on=[ARMY]), False),
        (event(places=["aleppo"], by=[HTS], on=[ARMY]), False),
        (event(places=["syria"]), False),
        (event(places=[], by=[HTS]), False),
    ],
)
def test_one_act_by_type_day_town_and_sides(other: EventTemplate, same: bool) -> None:
    assert one(event(by=[HTS], on=[ARMY]), other) is same


def test_papers_differ_by_a_day_where_the_rest_agrees() -> None:
    toll = [killed(42)]
    assert one(event(by=[HTS], tolls=toll), event(day="2017-02-24", by=[HTS], tolls=toll))
    assert not one(event(by=["مسلحون"]), event(day="2017-02-24", by=["مسلحون"]))


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        (["homs"], ["al-waer", "homs"], True),  # the quarter and its town
        (["al-waer", "homs"], ["old-homs", "homs"], False),  # two quarters of one town
        (["سلطان بيلي"], ["سلطان بايلي"], True),  # two spellings of a place that nobody knows
        (["غروزني"], ["جروزني"], True),
        (["سلطان بيلي"], ["سلطان بوغاز"], False),
    ],
)
def test_places(mine: list[str], theirs: list[str], same: bool) -> None:
    assert one(event(places=mine, by=["مسلحون"]), event(places=theirs, by=["مسلحون"])) is same


def test_a_report_of_another_day_and_place_in_the_same_words_is_of_another_act() -> None:
    text = "قتل 12 مدنيا في غارة جوية للتحالف على البلدة بحسب ناشطين"

    def report(article: str, day: str, town: str) -> Telling:
        raid = event("Airstrike", day, [town], [ARMY], tolls=[killed(12)], evidence=Span(0, len(text)))
        return telling(article, raid, text=f"{text} {article}")

    assert together(report("a", "2017-02-25", "manbij"), report("b", "2017-02-25", "manbij"))
    assert not together(report("a", "2017-02-25", "manbij"), report("b", "2017-02-26", "قرية الغندورة"))


def test_one_toll_speaks_for_one_act_and_far_other_ones_against() -> None:
    def in_syria(deaths: int) -> EventTemplate:
        return event(places=["homs-governorate"], by=["مسلحون"], tolls=[killed(deaths)])

    assert one(in_syria(42), in_syria(42))
    assert not one(in_syria(42), in_syria(3))


def test_the_name_of_a_dead_man_speaks_for_one_act() -> None:
    def dead(name: str) -> EventTemplate:
        return event("Killing", day=None, tolls=[killed(1, who=name)])

    assert one(dead("حسن دعبول"), dead("حسن دعبول"))
    assert not one(dead("حسن دعبول"), dead("سمير الخطيب"))


def test_what_happens_again_and_again_is_another_without_a_date() -> None:
    """A town falls once; it is shelled every day."""
    fall, shelling = (event(type_, None, by=[HTS], on=[ARMY]) for type_ in ("Capture", "Shelling"))
    assert one(fall, fall, published="2017-03-03")
    assert not one(shelling, shelling, published="2017-03-03")


def test_what_is_told_from_long_ago_is_one_by_its_year() -> None:
    def peace(year: str) -> EventTemplate:
        return event("Agreement", year, [], ["turkey-government"], ["pkk"])

    assert one(peace("2013"), peace("2013"))
    assert not one(peace("2013"), peace("2009"))


def test_a_side_that_is_known_speaks_against_another() -> None:
    assert not one(
        event("Capture", by=[HTS], on=["a"]), event("Capture", by=[IS], on=["b"], places=["homs-governorate"])
    )


def test_sides_of_a_clash_have_no_order() -> None:
    assert one(event("ArmedClash", by=[HTS], on=[ARMY]), event("ArmedClash", by=[ARMY], on=[HTS]))


def test_a_total_is_one_with_the_same_total_alone() -> None:
    month = event("Airstrike", "2017-02", by=[ARMY], on=[HTS], realization=TOTAL)
    assert one(month, month)
    assert not one(month, event("Airstrike", "2017-02-25", by=[ARMY], on=[HTS]))


def test_a_plan_is_the_act_only_where_it_is_of_the_same_day() -> None:
    def planned(day: str | None) -> EventTemplate:
        return event("Agreement", day, by=[HTS], on=[ARMY], stance=Stance.PLANS)

    assert one(planned("2017-02-25"), event("Agreement", by=[HTS], on=[ARMY]))
    assert one(planned(None), planned(None))
    assert not one(planned(None), event("Agreement", by=[HTS], on=[ARMY]))
    assert not one(planned(None), event("Agreement", None, by=[HTS], on=[ARMY]))
    assert not one(planned("2017-02"), event("Agreement", by=[HTS], on=[ARMY]))


def test_who_denies_in_another_article_denies_the_same() -> None:
    assert one(event(by=[HTS], on=[ARMY]), event(by=[HTS], on=[ARMY], stance=Stance.DENIES))


# --- what one article tells ------------------------------------------------------------------------------------


def test_tellings_of_one_article_stay_apart() -> None:
    assert not together(telling("a", event()), telling("a", event(), "20-29.1"))


def test_of_two_that_one_article_tells_the_more_alike_is_taken() -> None:
    mine = telling("a", event(by=[HTS], on=[ARMY], tolls=[killed(42)]))
    right = telling("b", event(by=[HTS], on=[ARMY], tolls=[killed(42)]))
    wrong = telling("b", event(by=[HTS], on=[ARMY]), "20-29.1")
    found = incidents([mine, wrong, right])
    assert found[mine.iri] == found[right.iri] != found[wrong.iri]


def test_two_of_one_article_do_not_meet_through_a_third() -> None:
    both = telling("b", event(by=[HTS, ARMY]))
    told = [telling("a", event(by=[HTS])), telling("a", event(by=[ARMY]), "9-12.1")]
    assert len(set(incidents([*told, both]).values())) == 2


def test_articles_of_one_text_tell_the_same() -> None:
    plain = event(day=None, places=[])
    first, second = telling("a", plain, text="text"), telling("b", plain, text="text")
    assert together(first, second)
    assert not together(first, telling("b", plain, "20-29.1", text="text"))


def test_one_wording_is_one_report() -> None:
    text = "انضموا وبايعوا التنظيم في حفل كبير أقيم قرب النهر"
    joined = event("Agreement", None, [], ["مسلحون"], evidence=Span(0, len(text)))
    assert together(telling("a", joined, text=text), telling("b", joined, text=f"{text}."))


@pytest.mark.parametrize(
    ("denied", "same"),
    [
        (event(by=[HTS], day=None, stance=Stance.DENIES), True),
        (event(by=[HTS], day=None, places=[], stance=Stance.DENIES), True),
        (event(by=[HTS], stance=Stance.DENIES), True),
        (event(by=[HTS], day="2017-02-26", stance=Stance.DENIES), False),
        (event(by=[HTS], places=["aleppo"], stance=Stance.DENIES), False),
        (event(by=[ARMY], places=[], stance=Stance.DENIES), False),
        (event(by=[HTS], stance=Stance.PLANS), False),
    ],
)
def test_a_denial_is_of_what_its_article_reports(denied: EventTemplate, same: bool) -> None:
    assert together(telling("a", event(by=[HTS])), telling("a", denied, "20-29.1")) is same


def test_a_denial_that_two_reports_fit_is_of_neither() -> None:
    reports = [telling("a", event(by=[HTS]), f"{n}-9.1") for n in (0, 1)]
    assert not together(*reports, telling("a", event(stance=Stance.DENIES), "20-29.1"))


# --- what a user ruled -----------------------------------------------------------------------------------------


def test_a_ruling_comes_before_the_score() -> None:
    homs, aleppo = telling("a", event(by=[HTS])), telling("b", event(places=["aleppo"]))
    again = telling("c", event(by=[HTS]))
    ruled = incidents([homs, aleppo, again], same=[(homs.iri, aleppo.iri)], apart=[(again.iri, homs.iri)])
    assert ruled[homs.iri] == ruled[aleppo.iri] != ruled[again.iri]


def test_two_of_one_article_are_one_where_it_is_ruled_so() -> None:
    told = [telling("a", event()), telling("a", event(), "20-29.1")]
    assert len(set(incidents(told, same=[(told[1].iri, told[0].iri)]).values())) == 1


def test_a_ruling_on_what_is_not_there_is_passed_over() -> None:
    told = [telling("a", event(by=[HTS])), telling("b", event(by=[HTS]))]
    gone = f"{ID}telling/gone.0-1.1"
    assert len(set(incidents(told, same=[(told[0].iri, gone)], apart=[(gone, told[1].iri)]).values())) == 1


def test_a_ruling_to_stay_apart_holds_between_groups() -> None:
    told = [telling(name, event(by=[HTS])) for name in "abcd"]
    found = incidents(told, apart=[(told[0].iri, told[3].iri)])
    assert found[told[0].iri] != found[told[3].iri]


def test_the_order_does_not_matter() -> None:
    many = [
        telling(f"{n}", event(type_, day, [town], by, tolls=[killed(n % 3 + 1)]))
        for n, (type_, day, town, by) in enumerate(
            (type_, day, town, by)
            for type_ in ("Bombing", "Attack", "Killing")
            for day in ("2017-02-25", "2017-02-24", None)
            for town in ("homs", "aleppo")
            for by in ([HTS], [])
        )
    ]
    found = incidents(many)
    for seed in range(5):
        mixed = random.Random(seed).sample(many, len(many))  # noqa: S311 (a test, not a secret)
        assert incidents(mixed) == found
