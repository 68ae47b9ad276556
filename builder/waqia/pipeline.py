"""The flow from articles to a graph that answers: extract, build, reason, validate, write.

Each stage is a function from plain values to plain values; `run` puts them one after the other. Reading comes
before, in `waqia.articles.read`, and says itself what it could not read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from pyoxigraph import NamedNode

from waqia.articles import Article
from waqia.curation import NOTHING_RULED, Rulings
from waqia.dating import Dating, date_articles
from waqia.errors import UnknownFormat, UnmatchedRuling
from waqia.extraction.parallel import extract_each
from waqia.extraction.templates import ArticleTemplates, EventTemplate
from waqia.files import make_folder, write_all
from waqia.graph import GraphData, build, load_known, load_ontology
from waqia.graph.iris import Names
from waqia.graph.namespaces import BASE, waqia
from waqia.graph.serialise import FORMATS as GRAPH_FORMATS
from waqia.graph.serialise import pieces
from waqia.graph.terms import Triple
from waqia.knowledge import Knowledge, load
from waqia.reasoning import QUOTED, Closure, close, closure_quads
from waqia.validation import Violation, validate

FILES = {
    "ttl": "graph.ttl",
    "trig": "graph.trig",
    "nq": "graph.nq",
    "nt": "graph.nt",
    "jsonld": "graph.jsonld",
    "rdfxml": "graph.rdf",
    "csv": "claims.csv",
    "events": "events.jsonl",
}
"""The name of the file that each format is written to."""
WHOLE, EVENTS = "nq", "events"
ALWAYS = (WHOLE, EVENTS)
"""What is written in any case, since other commands read it."""

Watch = Callable[[str, int, int], None]
"""Is told of a stage, how many of its steps are done, and how many there are."""


def _unwatched(stage: str, done: int, total: int) -> None:
    """Let a stage pass in silence."""


@dataclass(frozen=True, slots=True)
class Built:
    """What comes of articles: the graph with its closure, what is wrong with it, and how the undated ones are dated.

    `unmatched` are the rulings that name what the articles do not have.
    """

    articles: tuple[Article, ...]
    templates: tuple[ArticleTemplates, ...]
    graph: GraphData
    closure: Closure
    violations: tuple[Violation, ...] = field(default=())
    datings: tuple[Dating, ...] = field(default=())
    unmatched: tuple[UnmatchedRuling, ...] = field(default=())

    @property
    def sound(self) -> bool:
        """Whether the graph neither contradicts itself nor breaks a shape."""
        return self.closure.consistent and not self.violations


def run(
    articles: Sequence[Article],
    *,
    base: str = BASE,
    workers: int = 1,
    watch: Watch = _unwatched,
    rulings: Rulings = NOTHING_RULED,
) -> Built:
    """Return the graph of `articles`, reasoned over and validated: the same whatever `workers` is.

    Args:
        articles: what `waqia.articles.read` gives.
        base: where the IRIs that the graph makes stand.
        workers: how many processes extract.
        watch: is told how far it has come.
        rulings: what a user ruled, as `waqia.curation.read_curation` reads it.

    Raises:
        ContradictoryRulings: rulings cannot all be followed.
        BadCuration: a ruling puts something into a slot that is no value for it.
    """
    knowledge = load()
    templates = extract_all(articles, knowledge, workers=workers, watch=watch)
    articles, templates, datings = date_all(articles, templates, knowledge, workers=workers, watch=watch)
    watch("build the graph", 0, 1)
    graph = build(
        articles, templates, knowledge, known=load_known(), base=base, datings=datings, rule=rulings
    )
    unmatched = rulings.problems(graph.parts, Names(base))
    watch("reason", 0, 1)
    closed, closure = reason(graph)
    watch("validate", 0, 1)
    violations = validate(closed)
    return Built(tuple(articles), templates, closed, closure, violations, datings, unmatched)


def extract_all(
    articles: Sequence[Article],
    knowledge: Knowledge,
    *,
    workers: int = 1,
    watch: Watch = _unwatched,
    stage: str = "extract",
) -> tuple[ArticleTemplates, ...]:
    """Return the templates of `articles`, in their order, extracted by so many processes."""
    found = []
    for templates in extract_each(articles, knowledge, workers=workers):
        found.append(templates)
        watch(stage, len(found), len(articles))
    return tuple(found)


def date_all(
    articles: Sequence[Article],
    templates: Sequence[ArticleTemplates],
    knowledge: Knowledge,
    *,
    workers: int = 1,
    watch: Watch = _unwatched,
) -> tuple[tuple[Article, ...], tuple[ArticleTemplates, ...], tuple[Dating, ...]]:
    """Return `articles` and `templates` with those dated to a day that had no date, and what was worked out of dates.

    Only those are extracted again, from the day that they count from; the others keep their relative dates open.
    """
    if all(article.published for article in articles):
        return tuple(articles), tuple(templates), ()
    watch("date articles", 0, 1)
    datings = date_articles(articles, templates, knowledge)
    days = {dating.article: dating.day for dating in datings if dating.day is not None}
    dated = [
        replace(article, published=days[article.id], date_given=False) if article.id in days else article
        for article in articles
    ]
    again = [article for article in dated if article.id in days]
    stage = "extract again"
    found = extract_all(again, knowledge, workers=workers, watch=watch, stage=stage)
    anew = {each.article: each for each in found}
    return tuple(dated), tuple(anew.get(each.article, each) for each in templates), datings


def reason(graph: GraphData) -> tuple[GraphData, Closure]:
    """Return `graph` with what OWL 2 RL infers from its default graph, and how it got there."""
    axioms = (quad.triple for quad in GraphData(load_ontology()).quads())
    closure = close(graph.triples(), axioms, apart=QUOTED)
    name = graph.name("closure")
    inferred = (
        Triple(*quad.triple) for quad in closure_quads(closure, name.value) if quad.graph_name == name
    )
    return graph.with_named("closure", inferred), closure


def write(built: Built, folder: Path, formats: Iterable[str] = ()) -> tuple[Path, ...]:
    """Write the files of `built` to `folder` and return them.

    Raises:
        UnknownFormat: a format is none of `FILES`.
        CannotWrite: the folder or a file cannot be written.
    """
    wanted = tuple(dict.fromkeys((*ALWAYS, *formats)))
    check_formats(wanted)
    make_folder(folder)
    files = {folder / FILES[name]: name for name in wanted}
    write_all({path: content(built, name) for path, name in files.items()})
    return tuple(files)


def check_formats(names: Iterable[str]) -> None:
    """Raise UnknownFormat for a name that no file is written as."""
    for name in names:
        if name not in FILES:
            raise UnknownFormat(f"unknown format {name!r}: it is one of {', '.join(FILES)}")


def content(built: Built, name: str) -> Iterator[bytes]:
    """Give the file of `built` in the format `name`, piece by piece.

    Raises:
        UnknownFormat: `name` is none of `FILES`.
    """
    check_formats([name])
    return pieces(built.graph, name) if name in GRAPH_FORMATS else _event_lines(built)


def _event_lines(built: Built) -> Iterator[bytes]:
    from waqia.extraction.export import events

    knowledge, incidents = load(), incidents_of(built.graph)
    for templates, article in zip(built.templates, built.articles, strict=True):
        incident_of = incidents.get(article.id, {})
        told = tuple(event for event in templates.events if event.ordinal in incident_of)
        left = replace(templates, events=told)  # without what was ruled to be no telling
        record = events(left, article, knowledge, partial(_incident, incident_of))
        yield (json.dumps(record, ensure_ascii=False) + "\n").encode()


def _incident(of_article: Mapping[int, str], event: EventTemplate) -> str:
    return of_article[event.ordinal]


def incidents_of(graph: GraphData) -> dict[str, dict[int, str]]:
    """Return the IRI of the happening that each telling is of, by article and ordinal of the telling."""
    happening = {
        triple.subject: triple.object.value
        for triple in graph.default
        if triple.predicate == waqia("tellingOf") and isinstance(triple.object, NamedNode)
    }
    return {
        part.id: {
            telling.template.ordinal: happening[telling.node]
            for telling in part.tellings
            if telling.node in happening
        }
        for part in graph.parts
    }


__all__ = ["Built", "Watch", "content", "date_all", "extract_all", "incidents_of", "reason", "run", "write"]
