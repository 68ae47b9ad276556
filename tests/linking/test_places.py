"""In which town a place lies that the knowledge lacks, and that it is one in all articles that put it there."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import NamedNode

from waqia import knowledge
from waqia.articles import Article
from waqia.extraction import extract
from waqia.extraction.gate import Gate
from waqia.extraction.templates import ArticleTemplates
from waqia.graph import GraphData, build
from waqia.graph.namespaces import ALT_LABEL, HIDDEN_LABEL, LABEL, waqia
from waqia.linking.places import sites

PLACE = "https://w3id.org/waqia/id/place/"


@pytest.fixture(autouse=True)
def _open_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Gate, "opens", lambda *_: True)


def article(text: str, id_: str = "t") -> tuple[Article, ArticleTemplates]:
    made = Article(id=id_, text=text, published=date(2015, 8, 9))
    return made, extract(made, knowledge.load())


def town_of(text: str, name: str) -> str | None:
    """The town of the place of this name in a text; None where it tells none."""
    _, templates = article(text)
    found = sites(templates, text, knowledge.load())
    claims = (claim for event in templates.events for claim in event.claims)
    (mention,) = {link.mention for claim in claims for link in claim.places if link.mention.text == name}
    town = found.town(mention)
    return None if town is None else town.removeprefix(PLACE)


@pytest.mark.parametrize(
    ("text", "name", "town"),
    [
        ("استهدف قصف مستشفى النور في مدينة حلب.", "مستشفى النور", "aleppo"),
        ("قصف الطيران مدرسة الأمل بحلب.", "مدرسة الأمل", "aleppo"),
        ("انفجرت سيارة مفخخة في حي الميسر بمدينة حلب.", "الميسر", "aleppo"),
        ("قصف الطيران مستشفى النور بحي الميسر في حلب.", "مستشفى النور", "aleppo"),
        ("قصف الطيران مستشفى النور بحي الميسر في حلب.", "الميسر", "aleppo"),
        ("قتل ثلاثة في تفجير قرب سوق الخضار وسط مدينة إدلب.", "سوق الخضار", "idlib"),
        ("انفجرت عبوة في شارع بغداد بدمشق.", "شارع بغداد", "damascus"),
        ("قصف الطيران مستشفى حماة الوطني.", "مستشفى حماة الوطني", "hama"),
        ("قصف الطيران مستشفى معرة النعمان الوطني.", "مستشفى معرة النعمان الوطني", "maarat-al-numan"),
        ("اقتحم مسلحون جامعة حلب.", "جامعة حلب", "aleppo"),
        ("قصف الطيران جسر دير الزور.", "جسر دير الزور", None),
        ("انفجرت عبوة في شارع بغداد.", "شارع بغداد", None),
        ("قصف الطيران مستشفى النور غربي مدينة حلب.", "مستشفى النور", None),
        ("قصف الطيران مستشفى النور ومدينة حلب.", "مستشفى النور", None),
        ("قصف الطيران مستشفى النور.", "مستشفى النور", None),
    ],
)
def test_the_town_of_a_place(text: str, name: str, town: str | None) -> None:
    assert town_of(text, name) == town


def test_a_place_has_the_town_that_the_article_tells_elsewhere() -> None:
    text = "قصف الطيران مستشفى النور في مدينة حلب. وقصفت المدفعية مستشفى النور في سبتمبر 2014."
    graph = _built(text)
    ((found, _),) = _sites(graph)
    assert len({t.subject for t in graph.default if t.object == found and t.predicate == waqia("target")}) > 1


def test_one_name_in_two_towns_is_two_places() -> None:
    text = "قصف الطيران مستشفى النور في مدينة حلب. وقصفت المدفعية مستشفى النور في مدينة حماة."
    towns = {town for _, town in _sites(_built(text))}
    assert towns == {NamedNode(PLACE + "aleppo"), NamedNode(PLACE + "hama")}


def test_it_is_one_in_all_articles_that_put_it_there_whatever_the_spelling() -> None:
    graph = _built("قصف الطيران مستشفى الإيمان في حلب.", "قتل طفل في غارة على مستشفى الايمان بمدينة حلب.")
    (found,) = {node for node, _ in _sites(graph)}
    labels = {
        t.predicate: str(t.object.value)
        for t in graph.default
        if t.subject == found and "abel" in str(t.predicate)
    }
    assert labels == {LABEL: "مستشفى الإيمان", ALT_LABEL: "مستشفى الايمان", HIDDEN_LABEL: "مستشفي الايمان"}


def test_in_another_town_or_in_none_it_is_another() -> None:
    graph = _built(
        "قصف الطيران مستشفى النور في حلب.", "قصف الطيران مستشفى النور في حماة.", "قصف الطيران مستشفى النور."
    )
    named = {t.subject for t in graph.default if t.predicate == LABEL and "مستشفى النور" in str(t.object)}
    assert len(named) == 3
    assert len(_sites(graph)) == 2


def test_what_happened_in_it_happened_in_its_town() -> None:
    graph = _built("قصف الطيران مستشفى النور في حلب.")
    ((found, town),) = _sites(graph)
    assert town == NamedNode(PLACE + "aleppo")
    assert any(t.object == found and t.predicate == waqia("occurredAt") for t in graph.default)


def _built(*texts: str) -> GraphData:
    made = [article(text, str(n)) for n, text in enumerate(texts)]
    return build([a for a, _ in made], [t for _, t in made], knowledge.load())


def _sites(graph: GraphData) -> set[tuple[object, object]]:
    """The places that lie in another, with it."""
    return {(t.subject, t.object) for t in graph.default if t.predicate == waqia("partOf")}
