"""Three small articles, and a way to rule on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from tests.templating import read_case

from waqia.curation import Rulings, read_curation
from waqia.graph import GraphData, build, load_known
from waqia.graph.iris import Names
from waqia.graph.namespaces import DCTERMS, OA, waqia
from waqia.graph.parts import ClaimPart, TellingPart
from waqia.graph.terms import Term, Triple
from waqia.knowledge import load

HERE = Path(__file__).parent
PREFIXES = """
@prefix waqia: <https://w3id.org/waqia/ontology#> .
@prefix actor: <https://w3id.org/waqia/id/actor/> .
@prefix place: <https://w3id.org/waqia/id/place/> .
@prefix telling: <https://w3id.org/waqia/id/telling/> .
@prefix claim: <https://w3id.org/waqia/id/claim/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://orcid.example/huda> rdfs:label "هدى"@ar .
"""
MADE = """ prov:wasAttributedTo <https://orcid.example/huda> ;
    dcterms:created "2026-03-31"^^xsd:date ; rdfs:comment "هكذا تقول الجملة"@ar ."""


def ruling(what: str, name: str = "r1") -> str:
    """Return a ruling in Turtle, complete but for what it rules."""
    return f"<{name}> a waqia:Ruling ; {what} ;{MADE}\n"


@dataclass(frozen=True)
class Ruled:
    """A graph built with rulings, and what they did not find."""

    data: GraphData
    problems: tuple[str, ...]

    def facts(self, predicate: str) -> set[Term]:
        """Return the values of a property of happenings, or of counts, in the default graph."""
        return {t.object for t in self.data.default if t.predicate == waqia(predicate)}

    def numbers(self, predicate: str) -> list[str]:
        """Return the numbers of counts in the default graph."""
        return sorted(t.object.value for t in self.data.default if t.predicate == waqia(predicate))

    def all(self, subject: Term, predicate: str | NamedNode) -> set[Term]:
        """Return the values of a property of one thing."""
        wanted = waqia(predicate) if isinstance(predicate, str) else predicate
        return {t.object for t in self.data.default if t.subject == subject and t.predicate == wanted}

    def happening(self, told: TellingPart) -> Term:
        """Return the happening of a telling."""
        (found,) = self.all(told.node, "tellingOf")
        return found


Rule = Callable[..., Ruled]


class Told:
    """The three articles as they are told, by article and position."""

    def __init__(self, data: GraphData) -> None:
        self.parts = {part.id: part for part in data.parts}

    def telling(self, article: str, n: int = 0) -> TellingPart:
        order = sorted(self.parts[article].tellings, key=lambda told: told.template.ordinal)
        return order[n]

    def claim(self, article: str, quote: str) -> ClaimPart:
        part = self.parts[article]
        (found,) = (
            claim
            for claim in part.claims
            if part.text[claim.attribution.evidence[0].start :].startswith(quote)
        )
        return found


def built(
    rulings: str = "",
    *,
    folder: Path,
    order: int = 1,
    without: Iterable[str] = (),
    case: str = "articles.json",
) -> Ruled:
    file = folder / "rulings.ttl"
    file.write_text(PREFIXES + rulings, encoding="utf-8")
    rule = Rulings(read_curation([file]))
    articles, templates = read_case(HERE / case)
    kept = [article for article in articles if article.id not in without][::order]
    found = [each for each in templates if each.article not in without][::order]
    data = build(kept, found, load(), known=load_known(), rule=rule)
    return Ruled(data, tuple(map(str, rule.problems(data.parts, Names()))))


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    """Build the articles with rulings in Turtle."""

    def made(*rulings: str, order: int = 1, without: Iterable[str] = ()) -> Ruled:
        return built("".join(rulings), folder=tmp_path, order=order, without=without)

    return made


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(built(folder=tmp_path_factory.mktemp("told")).data)


def quote(article: str, words: str, more: str = "") -> str:
    """Return a passage in Turtle."""
    return f'[ oa:hasSource "{article}" ; oa:exact "{words}"{more} ]'


def said(triple: Triple) -> Term:
    return triple.object


__all__ = ["DCTERMS", "OA", "Literal", "Ruled", "quote", "ruling", "said"]
