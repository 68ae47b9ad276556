"""What holds of the graph of any articles and templates, however they come."""

from __future__ import annotations

import pickle
import random
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.invariants import checks

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
    ParticipantCount,
    PlaceLink,
    PlaceRelation,
    Realization,
    Relation,
    Role,
    Span,
    Stance,
    StatedDate,
)
from waqia.graph import GraphData, assemble, build, merge
from waqia.graph.claims import TENURE_KINDS
from waqia.graph.serialise import write
from waqia.knowledge import load

WORDS = ["قصف", "الجيش", "بلدة", "فقتل", "عشرة", "مدنيين", "وفق", "المرصد", "أمس", "\r\n", "👁", "تلبيسة."]
TYPES = ["Airstrike", "ArmedClash", "Withdrawal", "Talks", "SuicideBombing", "Displacement"]
KINDS = ["Army", "ArmedGroup", "Group", "UnnamedSource", "Person"]
PERSONS = ["سامر درعوزي", "العميد سامر الدرعوزي", "درعوزي", "ماهر درعوزي", "محمد علي"]
DATES = ["2017-02-25", "2017-02", "2016", "2017-02-20/2017-02-25", "2015/..", "../2018", "2018-03-01"]


def spans(text: str) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return ends.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(min(pair), max(pair)))


def mentions(text: str, kinds: list[str]) -> st.SearchStrategy[Mention]:
    return st.builds(
        Mention,
        text=st.sampled_from(["الجيش", "مسلحون", "مصدر عسكري", "البلدة", "البلده", *PERSONS]),
        span=spans(text),
        kind=st.sampled_from(kinds),
        iri=st.sampled_from([None, None, "https://w3id.org/waqia/id/actor/sohr"]),
        described=st.booleans(),
        rank=st.sampled_from([None, None, "العميد"]),
        post=st.sampled_from([None, None, "قائد"]),
    )


def places(text: str) -> st.SearchStrategy[PlaceLink]:
    named = st.builds(Mention, text=st.sampled_from(["حمص", "حلب"]), span=spans(text), kind=st.just("City"))
    return st.builds(PlaceLink, relation=st.sampled_from(PlaceRelation), mention=named)


def figures(text: str) -> st.SearchStrategy[tuple[Figure, ...]]:
    one = st.builds(
        Figure,
        outcome=st.sampled_from(Outcome),
        minimum=st.integers(0, 50),
        maximum=st.sampled_from([None, 50, 90]),
        words=st.sampled_from(["عشرة مدنيين", "عشرات"]),
        span=spans(text),
        approximate=st.booleans(),
        victims=st.none() | mentions(text, KINDS),
        victim_kind=st.sampled_from([None, "Civilian", "Soldier"]),
        included_in=st.sampled_from([None, 0]),
    )
    return st.lists(one, max_size=3).map(
        lambda found: tuple(f if n else _whole(f) for n, f in enumerate(found))
    )


def _whole(figure: Figure) -> Figure:
    return Figure(figure.outcome, figure.minimum, figure.maximum, figure.words, figure.span)


def claims(text: str) -> st.SearchStrategy[Claim]:
    who = mentions(text, KINDS)
    return st.builds(
        Claim,
        stance=st.sampled_from([Stance.ASSERTS, *Stance]),
        certainty=st.sampled_from(Certainty),
        type=st.sampled_from(TYPES),
        evidence=st.lists(spans(text), min_size=1, max_size=3).map(tuple),
        source=st.none() | who,
        relay=st.none() | who,
        channel=st.none() | who,
        dates=st.lists(
            st.builds(StatedDate, text=st.just("أمس"), span=spans(text), edtf=st.sampled_from(DATES)),
            max_size=2,
        ).map(tuple),
        places=st.lists(places(text), max_size=2).map(tuple),
        participants=st.lists(
            st.builds(Participant, role=st.sampled_from(Role), mention=who), max_size=3
        ).map(tuple),
        figures=figures(text),
        counts=st.lists(
            st.builds(
                ParticipantCount,
                role=st.sampled_from([Role.AGENT, Role.OBJECT]),
                minimum=st.integers(0, 9),
                maximum=st.none(),
                words=st.just("بضعة مسلحين"),
                span=spans(text),
            ),
            max_size=1,
        ).map(tuple),
        operation_name=st.sampled_from([None, "غضب"]),
    )


def events(text: str) -> st.SearchStrategy[EventTemplate]:
    return st.builds(
        EventTemplate,
        ordinal=st.integers(0, 5),
        type=st.sampled_from(TYPES),
        realization=st.sampled_from([Realization.EVENT, *Realization]),
        claims=st.lists(claims(text), min_size=1, max_size=3).map(tuple),
        date=st.sampled_from([None, *DATES]),
    )


def relations(text: str) -> st.SearchStrategy[Relation]:
    who = mentions(text, KINDS)
    return st.builds(
        Relation,
        property=st.sampled_from(sorted(TENURE_KINDS)),
        subject=who,
        object=who,
        evidence=spans(text),
        source=st.none() | who,
        post=st.sampled_from([None, "قائد"]),
    )


Item = TypeVar("Item")
Read = tuple[Article, ArticleTemplates]


@st.composite
def read(draw: st.DrawFn, number: int) -> Read:
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)))
    article = Article(
        id=f"مقال {number}",
        text=text,
        published=draw(st.sampled_from([None, date(2017, 2, 26)])),
        publisher=draw(st.sampled_from([None, "صحيفة", "سانا"])),
        url=draw(st.sampled_from([None, "https://news.example/1", f"https://news.example/{number}"])),
    )
    found = draw(st.lists(events(text), max_size=3).map(tuple))
    return article, ArticleTemplates(
        article.id, found, draw(st.lists(relations(text), max_size=1).map(tuple))
    )


corpora = st.integers(1, 3).flatmap(lambda size: st.tuples(*(read(number) for number in range(size))))


def built(corpus: tuple[Read, ...]) -> GraphData:
    return build([article for article, _ in corpus], [templates for _, templates in corpus], load())


@settings(max_examples=60, deadline=None)
@given(corpora)
def test_the_invariants_hold(corpus: tuple[Read, ...]) -> None:
    data = built(corpus)
    assert [problem for check in checks.CHECKS for problem in check(data)] == []


@settings(max_examples=60, deadline=None)
@given(corpora)
def test_quotes_are_in_the_text(corpus: tuple[Read, ...]) -> None:
    texts = {article.id: article.text for article, _ in corpus}
    assert list(checks.quotes_reproduce(built(corpus), texts)) == []


@settings(max_examples=40, deadline=None)
@given(corpora, st.randoms(use_true_random=False))
def test_order_does_not_count(corpus: tuple[Read, ...], chance: random.Random) -> None:
    def shuffled(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(chance.sample(items, len(items)))

    def mixed(templates: ArticleTemplates) -> ArticleTemplates:
        events = tuple(replace(event, claims=shuffled(event.claims)) for event in templates.events)
        return replace(templates, events=events, relations=shuffled(templates.relations))

    other = tuple((article, mixed(templates)) for article, templates in shuffled(corpus))
    assert write(built(other), "nq") == write(built(corpus), "nq")


@settings(max_examples=40, deadline=None)
@given(corpora, st.integers(0, 3))
def test_adding_gives_what_building_together_gives(corpus: tuple[Read, ...], cut: int) -> None:
    first, second = built(corpus[:cut]), built(corpus[cut:])
    assert write(merge([first, second]), "nq") == write(built(corpus), "nq")
    assert write(merge([second, first]), "nq") == write(built(corpus), "nq")


@settings(max_examples=20, deadline=None)
@given(corpora)
def test_parts_may_come_from_other_processes(corpus: tuple[Read, ...]) -> None:
    parts = [pickle.loads(pickle.dumps(part)) for part in built(corpus).parts]  # noqa: S301
    assert write(assemble(parts), "nq") == write(built(corpus), "nq")


@settings(max_examples=20, deadline=None)
@given(corpora)
def test_an_article_leaves_nothing_behind(corpus: tuple[Read, ...]) -> None:
    parts = built(corpus).parts
    assume(len(parts) == len(corpus))
    remaining = [part for part in parts if part.id != corpus[0][0].id]
    assert write(assemble(remaining), "nq") == write(built(corpus[1:]), "nq")
