"""The templates as JSON objects in the shape of the annotation guidelines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from waqia import knowledge
from waqia.articles import Article
from waqia.extraction.export import events
from waqia.extraction.templates import (
    ArticleTemplates,
    Certainty,
    Claim,
    EventTemplate,
    Figure,
    Mention,
    Outcome,
    Participant,
    PlaceLink,
    PlaceRelation,
    Realization,
    Role,
    Span,
    Stance,
)

ARTICLE = Article(id="a1", text="قصف", published=date(2015, 8, 9))
SPAN = Span(0, 3)
ARMY = Mention("الجيش", SPAN, "Army", "https://example.org/army")
ARMY_AGAIN = Mention("القوات", SPAN, "Army", "https://example.org/army")
TOWN = Mention("دوما", SPAN, "Town", "https://example.org/duma")
POLICE = Mention("الشرطة", SPAN, "Police")


CLAIM = Claim(Stance.ASSERTS, Certainty.STATED, "Shelling", (SPAN,))

Row = dict[str, object]


def exported(
    *claims: Claim, type_: str = "Shelling", realization: Realization = Realization.EVENT
) -> list[Row]:
    """The rows of one template, through JSON."""
    template = EventTemplate(1, type_, realization, claims, "2015-08-08")
    found = events(ArticleTemplates("a1", (template,)), ARTICLE, knowledge.load())
    assert (found["article"], found["published"]) == ("a1", "2015-08-09")
    rows: list[Row] = json.loads(json.dumps(found, ensure_ascii=False))["events"]
    return rows


def test_the_slots() -> None:
    figure = Figure(Outcome.KILLED, 5, None, "خمسة", SPAN, victims=POLICE)
    participants = (
        Participant(Role.AGENT, ARMY),
        Participant(Role.OBJECT, POLICE),
        Participant(Role.CLAIMED_BY, ARMY),
        Participant(Role.ACCUSED, POLICE),
    )
    place = PlaceLink(PlaceRelation.OCCURRED_AT, TOWN)
    (row,) = exported(
        replace(CLAIM, source=POLICE, participants=participants, places=(place,), figures=(figure,))
    )
    assert row == {
        "id": "e1",
        "type": "Shelling",
        "factuality": "asserted",
        "date": "2015-08-08",
        "places": ["دوما"],
        "perpetrators": ["الجيش"],
        "targets": ["الشرطة"],
        "casualties": [{"outcome": "killed", "min": 5, "max": None, "victims": "الشرطة", "source": "الشرطة"}],
        "sources": ["الشرطة"],
        "claimed_by": ["الجيش"],
        "accused": ["الشرطة"],
        "evidence": [[0, 3]],
    }


def test_a_contested_event_is_two_objects() -> None:
    rows = exported(CLAIM, replace(CLAIM, stance=Stance.DENIES), replace(CLAIM, stance=Stance.FEARS))
    assert [r["factuality"] for r in rows] == ["asserted", "denied", "planned"]
    assert {r["id"] for r in rows} == {"e1"}


def test_one_actor_under_two_names_is_named_once() -> None:
    both = (Participant(Role.AGENT, ARMY), Participant(Role.SUPPORTER, ARMY_AGAIN))
    (row,) = exported(replace(CLAIM, participants=both))
    assert row["perpetrators"] == ["الجيش"]


def test_the_type_is_the_one_that_is_reported() -> None:
    (row,) = exported(CLAIM, type_="DroneStrike")
    assert row["type"] == "Airstrike"
    (row,) = exported(CLAIM, type_="Unheard")
    assert row["type"] == "Unheard"


def test_totals_are_marked() -> None:
    (row,) = exported(CLAIM, realization=Realization.AGGREGATE)
    assert row["aggregate"] is True


def test_evidence_is_capped() -> None:
    (row,) = exported(replace(CLAIM, evidence=(Span(10, 500),)))
    assert row["evidence"] == [[10, 210]]


def test_the_incident_is_named_where_it_is_known() -> None:
    template = EventTemplate(1, "Shelling", Realization.EVENT, (CLAIM,))
    found = events(
        ArticleTemplates("a1", (template,)),
        ARTICLE,
        knowledge.load(),
        lambda e: f"https://example.org/{e.ordinal}",
    )
    assert found["events"][0]["incident"] == "https://example.org/1"


def test_an_undated_article_without_events() -> None:
    found = events(ArticleTemplates("a1"), Article(id="a1", text=""), knowledge.load())
    assert found == {"article": "a1", "published": None, "events": []}
