"""Building, adding and reading back."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.templating import read_case

from waqia.articles.article import Article
from waqia.errors import BadOntology
from waqia.extraction.templates import (
    ArticleTemplates,
    Certainty,
    Claim,
    EventTemplate,
    Realization,
    Span,
    Stance,
)
from waqia.graph import GraphData, build, load_known, merge
from waqia.graph.namespaces import SCHEMA, waqia
from waqia.graph.serialise import write
from waqia.knowledge import load

HERE = Path(__file__).parent
ARTICLE = Article("a", "قصف الجيش بلدة", publisher="سانا")


def events(*found: EventTemplate) -> list[ArticleTemplates]:
    return [ArticleTemplates("a", found)]


def event(date: str | None = None, event_type: str = "Shelling") -> EventTemplate:
    claim = Claim(Stance.ASSERTS, Certainty.STATED, event_type, (Span(0, 14),))
    return EventTemplate(0, event_type, Realization.EVENT, (claim,), date)


def test_an_article_without_templates_is_described() -> None:
    data = build([ARTICLE], [], load())
    assert {triple.subject for triple in data.default if triple.object == waqia("Article")}
    assert not data.graphs


def test_a_template_is_known_by_its_happening() -> None:
    data = build([ARTICLE], events(event()), load())
    happening = data.happenings["a", 0]
    assert happening in {t.subject.value for t in data.default if t.object == waqia("Shelling")}


def test_no_articles_give_an_empty_graph() -> None:
    assert len(build([], [], load())) == 0
    assert merge([]) == GraphData(frozenset())


def test_a_known_publisher_is_known_by_its_iri_and_speaks_for_the_article() -> None:
    data = build([ARTICLE], events(event()), load())
    publisher = {t.object for t in data.default if t.predicate.value == SCHEMA + "publisher"}
    assert publisher == {t.object for t in data.default if t.predicate == waqia("saidBy")}
    assert {node.value.startswith("https://w3id.org/waqia/id/actor/") for node in publisher} == {True}


def test_templates_of_an_article_that_is_not_there_are_refused() -> None:
    with pytest.raises(ValueError, match="templates of articles that are not given: b"):
        build([ARTICLE], [ArticleTemplates("b")], load())


def test_an_event_type_that_the_ontology_lacks_is_refused() -> None:
    with pytest.raises(BadOntology, match="no event type 'Eclipse'"):
        build([ARTICLE], events(event(event_type="Eclipse")), load())


def test_a_date_that_is_none_is_refused_with_its_article() -> None:
    with pytest.raises(ValueError, match="neither a day") as raised:
        build([ARTICLE], events(event(date="أمس")), load())
    assert raised.value.__notes__ == ["in the templates of article a"]


def test_a_graph_that_was_read_back_is_the_same_but_has_no_parts() -> None:
    data = build([ARTICLE], events(event()), load(), base="https://example.org/id/")
    read = GraphData.of_quads(ox.parse(write(data, "nq"), ox.RdfFormat.N_QUADS))
    assert read == data
    assert read.base == "https://example.org/id/"
    with pytest.raises(ValueError, match="no parts to merge"):
        merge([read])


def test_graphs_under_two_bases_do_not_merge() -> None:
    bases = ("https://example.org/a/", "https://example.org/b/")
    with pytest.raises(ValueError, match="several bases"):
        merge([build([ARTICLE], [], load(), base=base) for base in bases])


def test_one_text_at_one_address_under_two_ids_is_one_article() -> None:
    twins = [Article(id_, "قصف الجيش بلدة", url="https://news.example/1") for id_ in ("b", "a")]
    data = build(twins, [ArticleTemplates("b", (event(),)), ArticleTemplates("a", (event(),))], load())
    assert [part.id for part in data.parts] == ["a"]


def test_only_what_is_used_of_the_knowledge_is_taken_with_what_lies_around_it() -> None:
    articles, templates = read_case(HERE / "cases" / "two-tolls" / "case.json")
    data = build(articles, templates, load(), known=load_known(HERE / "knowledge"))
    names = {triple.subject.value.rpartition("/")[2] for triple in data.named("knowledge")}
    assert names == {"sohr", "homs", "homs-governorate", "syria"}
    assert data.named("knowledge") <= data.default


def test_an_actor_that_is_used_brings_its_tenures() -> None:
    known = load_known(HERE / "knowledge")
    founder = ox.NamedNode("https://w3id.org/waqia/id/actor/founder")
    article, templates = Article("a", "قال مؤسس"), event()
    data = build([article], events(templates), load())
    using = data.with_named("combined", [next(iter(data.default))._replace(object=founder)])
    names = {triple.subject.value.rpartition("/")[2] for triple in known.used_by(using)}
    assert names == {"founder", "founder-leads-sohr", "sohr"}


def test_known_names_have_their_folded_forms() -> None:
    known = load_known(HERE / "knowledge")
    about = known.about[ox.NamedNode("https://w3id.org/waqia/id/actor/sohr")]
    folded = {t.object.value for t in about if t.predicate.value.endswith("hiddenLabel")}
    assert folded == {"المرصد السوري لحقوق الانسان", "المرصد السوري"}
    assert not [t for t in about if t.predicate == waqia("shortForm")]


def test_a_folder_without_knowledge_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadOntology, match="cannot be read"):
        load_known(tmp_path)
    (tmp_path / "actors.ttl").write_text("<a> <b> .\n")
    (tmp_path / "places.ttl").write_text("")
    with pytest.raises(BadOntology, match=r"actors.ttl:1"):
        load_known(tmp_path)
