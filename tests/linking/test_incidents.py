"""Which tellings are of one happening."""

from __future__ import annotations

from dataclasses import replace

import pytest

from waqia.extraction.templates import (
    Certainty,
    Claim,
    EventTemplate,
    Mention,
    Participant,
    PlaceLink,
    PlaceRelation,
    Realization,
    Role,
    Span,
    Stance,
)
from waqia.linking.incidents import Telling, incidents

ID = "https://w3id.org/waqia/id/"
HOMS, ALEPPO = (Mention(name, Span(0, 3), "City", f"{ID}place/{name}") for name in ("homs", "aleppo"))
SYRIA = Mention("سوريا", Span(0, 3), "Country", f"{ID}place/syria")
HTS, ARMY = (Mention(name, Span(0, 3), "ArmedGroup", f"{ID}actor/{name}") for name in ("hts", "army"))
GUNMEN = Mention("مسلحون", Span(0, 3), "Group", described=True)


def claim(place: Mention | None = HOMS, actor: Mention = HTS, role: Role = Role.AGENT) -> Claim:
    places = () if place is None else (PlaceLink(PlaceRelation.OCCURRED_AT, place),)
    return Claim(
        *(Stance.ASSERTS, Certainty.STATED, "Bombing", (Span(0, 9),)),
        places=places,
        participants=(Participant(role, actor),),
    )


def event(
    of: Claim | None = None, *, date: str | None = "2017-02-25", event_type: str = "Bombing"
) -> EventTemplate:
    return EventTemplate(0, event_type, Realization.EVENT, (of or claim(),), date)


def denial(of: Claim | None = None, *, date: str | None = None) -> EventTemplate:
    denied = replace(of or claim(), stance=Stance.DENIES)
    return EventTemplate(1, "Bombing", Realization.UNREALIZED, (denied,), date)


def telling(article: str, place: str, template: EventTemplate, text: str | None = None) -> Telling:
    return Telling(f"{ID}telling/{article}.{place}", f"{ID}article/{article}", text or article, template)


def together(*tellings: Telling) -> bool:
    found = set(incidents(tellings).values())
    assert len(found) in (1, len(tellings))
    return len(found) == 1


def test_nothing_is_of_nothing() -> None:
    assert incidents([]) == {}


def test_tellings_of_one_article_stay_apart() -> None:
    assert not together(telling("a", "0-9.1", event()), telling("a", "20-29.1", event()))


def test_articles_of_one_text_tell_the_same() -> None:
    plain = event(claim(place=None), date=None)
    first, second = telling("a", "0-9.1", plain, "text"), telling("b", "0-9.1", plain, "text")
    assert incidents([second, first]) == {first.iri: first.iri, second.iri: first.iri}
    assert not together(first, telling("b", "20-29.1", plain, "text"))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (event(), True),
        (event(claim(role=Role.CLAIMED_BY)), True),
        (event(date="2017-02-24"), False),
        (event(date="2017-02"), False),
        (event(date=None), False),
        (event(event_type="Shelling"), False),
        (event(claim(place=ALEPPO)), False),
        (event(claim(place=None)), False),
        (event(claim(actor=ARMY)), False),
        (event(claim(role=Role.OBJECT)), False),
        (event(claim(role=Role.ACCUSED)), False),
        (replace(event(), realization=Realization.AGGREGATE), False),
    ],
)
def test_articles_tell_the_same_with_one_type_day_town_and_actor(other: EventTemplate, same: bool) -> None:
    assert together(telling("a", "0-9.1", event()), telling("b", "5-9.1", other)) is same


@pytest.mark.parametrize("of", [claim(place=SYRIA), claim(actor=GUNMEN)])
def test_a_country_or_a_description_is_not_enough(of: Claim) -> None:
    assert not together(telling("a", "0-9.1", event(of)), telling("b", "5-9.1", event(of)))


def test_the_smallest_place_decides() -> None:
    quarter = Mention("الوعر", Span(0, 3), "Neighbourhood", f"{ID}place/al-waer")
    links = tuple(PlaceLink(PlaceRelation.OCCURRED_AT, place) for place in (HOMS, quarter))
    in_quarter = event(replace(claim(), places=links))
    assert not together(telling("a", "0-9.1", event()), telling("b", "0-9.1", in_quarter))


def test_an_article_with_two_that_fit_is_left_out() -> None:
    tellings = [
        telling("a", "0-9.1", event()),
        telling("b", "0-9.1", event()),
        telling("b", "9-12.1", event()),
    ]
    assert not together(*tellings)


def test_two_of_one_article_do_not_meet_through_a_third() -> None:
    both = event(replace(claim(), participants=tuple(Participant(Role.AGENT, who) for who in (HTS, ARMY))))
    tellings = [
        telling("a", "0-9.1", event()),
        telling("a", "9-12.1", event(claim(actor=ARMY))),
        telling("b", "0-9.1", both),
    ]
    assert len(set(incidents(tellings).values())) == 2
    assert incidents(tellings) == incidents(reversed(tellings))


@pytest.mark.parametrize(
    ("denied", "same"),
    [
        (denial(), True),
        (denial(claim(place=None)), True),
        (denial(date="2017-02-25"), True),
        (denial(date="2017-02-26"), False),
        (denial(claim(place=ALEPPO)), False),
        (denial(claim(place=None, actor=ARMY)), False),
    ],
)
def test_a_denial_is_of_what_its_article_reports(denied: EventTemplate, same: bool) -> None:
    assert together(telling("a", "0-9.1", event()), telling("a", "20-29.1", denied)) is same


def test_a_denial_that_two_reports_fit_is_of_neither() -> None:
    reports = [telling("a", f"{n}-9.1", event()) for n in (0, 1)]
    assert not together(*reports, telling("a", "20-29.1", denial()))


def test_a_plan_is_no_denial() -> None:
    plan = EventTemplate(1, "Bombing", Realization.UNREALIZED, (replace(claim(), stance=Stance.PLANS),), None)
    assert not together(telling("a", "0-9.1", event()), telling("a", "20-29.1", plan))
