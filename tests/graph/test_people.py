"""Persons in the graph: whatever leads to a mention in a quotation leads to the person in the facts."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from waqia.articles.article import Article
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
    Relation,
    Role,
    Span,
    Stance,
)
from waqia.graph import GraphData, build, load_known, merge
from waqia.graph.iris import Names
from waqia.graph.namespaces import LABEL, TYPE, waqia
from waqia.graph.people import identify
from waqia.knowledge import load

TEXT = "قتل العميد سامر درعوزي في قصف على حمص وفق اللواء ماهر قتيبي"
ID = "https://w3id.org/waqia/id/"
HOMS = Mention("حمص", Span(34, 37), "City", f"{ID}place/homs")
BAGHDAD = Mention("بغداد", Span(34, 37), "City", f"{ID}place/baghdad")
DIRECTOR = f"{ID}actor/rami-abdulrahman"


def person(text: str, iri: str | None = None, **told: str) -> Mention:
    return Mention(text, Span(0, 3), "Person", iri, **told)  # type: ignore[arg-type]


def killed(who: Mention, *, source: Mention | None = None, place: Mention = HOMS) -> Claim:
    return Claim(
        *(Stance.ASSERTS, Certainty.STATED, "Shelling", (Span(0, 40),), source),
        places=(PlaceLink(PlaceRelation.OCCURRED_AT, place),),
        participants=(Participant(Role.OBJECT, who),),
        figures=(Figure(Outcome.KILLED, 1, 1, "العميد", Span(4, 10), victims=who),),
    )


def told(
    article: str, *claims: Claim, relation: Relation | None = None, day: str = "2017-02-25"
) -> GraphData:
    event = EventTemplate(0, "Shelling", Realization.EVENT, claims, day)
    templates = ArticleTemplates(article, (event,), () if relation is None else (relation,))
    return build([Article(article, f"{TEXT} {article}")], [templates], load(), known=load_known())


def objects(data: GraphData, predicate: str) -> set[str]:
    return {
        t.object.value.removeprefix(ID)
        for t in data.default
        if t.predicate == waqia(predicate) and isinstance(t.object, NamedNode)
    }


def persons(data: GraphData) -> set[str]:
    return objects(data, "mentionOf")


def test_whatever_leads_to_a_person_leads_to_the_one_person() -> None:
    victim, speaker = person("سامر درعوزي", rank="العميد"), person("ماهر قتيبي")
    army = Mention("الجيش", Span(0, 3), "Army")
    relation = Relation("leaderOf", speaker, army, Span(0, 3), post="قائد الجيش")
    one, other = (told(article, killed(victim, source=speaker), relation=relation) for article in ("a", "b"))
    data = merge([one, other])
    (dead,) = objects(data, "victims")
    (saying,) = objects(data, "saidBy") - {part.node.value.removeprefix(ID) for part in data.parts}
    assert persons(data) == {dead, saying}
    assert objects(data, "target") == {dead}
    assert objects(data, "holder") == {saying}
    assert {t.subject.value.removeprefix(ID) for t in data.default if t.predicate == waqia("rank")} == {dead}
    assert {
        t.subject.value.removeprefix(ID) for t in data.default if t.predicate == waqia("participatedIn")
    } == {dead}


def test_claims_quote_the_mention_of_their_article() -> None:
    alone = told("a", killed(person("سامر درعوزي")))
    data = merge([alone, told("0", killed(person("اللواء سامر الدرعوزي")))])
    assert len(persons(data)) == 1
    for claim, triples in alone.graphs.items():
        if "/claim/" in claim.value:
            assert data.graphs[claim] == triples


def test_a_person_is_called_by_a_full_name_and_found_by_all() -> None:
    data = told("a", killed(person("سامر درعوزي"), source=person("درعوزي")))
    (node,) = persons(data)
    labels = {t.object for t in data.default if t.subject.value == ID + node and t.predicate == LABEL}
    assert labels == {Literal("سامر درعوزي", language="ar")}


def test_a_person_outside_any_telling_is_one_too() -> None:
    relation = Relation("leaderOf", person("سامر درعوزي"), person("ماهر قتيبي"), Span(0, 3))
    data = told("a", killed(person("درعوزي")), relation=relation)
    assert len(persons(data)) == 2
    assert objects(data, "holder") == objects(data, "victims")


def test_an_unnamed_person_is_known_within_the_telling_alone() -> None:
    data = told("a", killed(Mention("العميد", Span(4, 10), "Person", described=True)))
    (node,) = objects(data, "victims")
    assert not persons(data)
    assert node.startswith("local/a-")


def test_a_short_name_leads_to_whom_the_knowledge_has() -> None:
    data = told("a", killed(person("عبد الرحمن"), source=person("رامي عبد الرحمن", DIRECTOR)))
    assert persons(data) == {"actor/rami-abdulrahman"}
    described = {t for t in data.default if t.subject.value == DIRECTOR and t.predicate == TYPE}
    assert described <= data.named("knowledge")


@pytest.mark.parametrize(("place", "same"), [(HOMS, True), (BAGHDAD, False)])
def test_a_name_in_another_country_is_of_another(place: Mention, same: bool) -> None:
    speaking = killed(person("وائل جبوري"), source=person("سامر درعوزي"), place=place)
    data = merge([told("a", killed(person("سامر درعوزي"))), told("b", speaking, day="2017-03-25")])
    assert (objects(data, "saidBy") & objects(data, "victims") != set()) is same


def test_organizations_bring_what_they_are_part_of() -> None:
    branch = next(actor for actor in load().actors.values() if actor.part_of and actor.country)
    body = Mention(branch.label, Span(0, 3), branch.kind, branch.iri)
    member = Mention("سامر درعوزي", Span(0, 3), "Person", organization=body)
    (part,) = told("a", killed(member)).parts
    (named,) = part.people
    assert named.organizations == {branch.iri}
    assert {branch.iri, *branch.part_of} <= named.wholes
    assert branch.country in named.countries


def test_a_ruling_joins_and_parts_persons() -> None:
    data = merge([told(article, killed(person("سامر درعوزي"))) for article in "ab"])
    happenings = {t.node.value: "happening" for part in data.parts for t in part.tellings}
    one, other = (each.iri for part in data.parts for each in part.people)
    parted = identify(data.parts, happenings, Names(), apart=[(one, other)])
    assert len(set(parted.of.values())) == 2
    known = merge(
        [
            told("a", killed(person("رامي عبد الرحمن", DIRECTOR))),
            told("b", killed(person("حسن دعبول", f"{ID}actor/hassan-daaboul"))),
        ]
    )
    ruled = identify(known.parts, dict.fromkeys(happenings_of(known), "x"), Names(), same=[iris(known)])
    assert ruled.of == {NamedNode(DIRECTOR): NamedNode(f"{ID}actor/hassan-daaboul")}


def happenings_of(data: GraphData) -> list[str]:
    return [telling.node.value for part in data.parts for telling in part.tellings]


def iris(data: GraphData) -> tuple[str, str]:
    one, other = (each.iri for part in data.parts for each in part.people)
    return one, other
