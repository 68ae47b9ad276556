"""The annotated seed articles as templates: what extraction would give if it made no mistake.

The annotation says less than a template does: whose each detail is, what a figure is part of and who holds which
rank are worked out here by plain rules, good enough to develop graph, reasoning and queries on.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from waqia.arabic.folding import fold
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
    StatedDate,
)
from waqia.knowledge.model import Knowledge, KnownPlace

GOLD = Path(__file__).resolve().parents[2] / "shared" / "eval" / "seeds"
needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated seeds are not here")

_RANK = re.compile(r"(العميد|اللواء|العقيد|المقدم|الرائد|النقيب|الملازم)")
_POST = re.compile(
    r"^(رئيس فرع (?:الأمن العسكري|أمن الدولة)|رئيسي هذين الفرعين|ضابطان كبيران)(?: بحمص)?(?: و?)"
)
_VICTIM_KINDS = {
    "طفل": "Child",
    "اطفال": "Child",
    "امراه": "Woman",
    "نساء": "Woman",
    "مدني": "Civilian",
    "مدنيا": "Civilian",
    "مدنيين": "Civilian",
    "جندي": "Soldier",
    "جنود": "Soldier",
    "جنديان": "Soldier",
    "ضابطا": "Officer",
    "ضباط": "Officer",
    "ضابطان": "Officer",
    "عنصرا": "Combatant",
    "مسلح": "Combatant",
    "مسلحا": "Combatant",
    "مقاتلي": "Combatant",
    "الانتحاريين": "Attacker",
    "المهاجم": "Attacker",
}


def articles() -> list[Article]:
    """Return the five seed articles."""
    metadata = Path(__file__).resolve().parents[1] / "seeds" / "metadata.csv"
    with metadata.open(encoding="utf-8", newline="") as rows:
        publishers = {row["file"].removesuffix(".txt"): row["publisher"] for row in csv.DictReader(rows)}
    found = [json.loads(line) for line in _lines("articles.jsonl")]
    return [
        Article(row["id"], row["text"], date.fromisoformat(row["published"]), publishers[row["id"]] or None)
        for row in found
    ]


def templates(knowledge: Knowledge) -> list[ArticleTemplates]:
    """Return their annotated events as templates, names resolved with `knowledge`."""
    texts = {article.id: article.text for article in articles()}
    found = []
    for line in _lines("gold.jsonl"):
        row = json.loads(line)
        reader = _Reader(texts[row["article"]], knowledge)
        events = tuple(reader.event(n, event) for n, event in enumerate(row["events"]))
        found.append(ArticleTemplates(row["article"], events, tuple(reader.relations(row["article"]))))
    return found


def _lines(name: str) -> list[str]:
    return [line for line in (GOLD / name).read_text(encoding="utf-8").splitlines() if line.strip()]


_RELATIONS = (  # from the competency questions: what two of the articles say of actors
    ("000", "hasPart", "هيئة تحرير الشام", "جبهة النصرة", "جبهة النصرة"),
    ("000", "hasPart", "قوات سوريا الديمقراطية", "قوات الحماية الكردية", "قوات الحماية الكردية"),
    ("002", "leaderOf", "أبو محمد الجولاني", "هيئة تحرير الشام", "أبو محمد الجولاني"),
    ("004", "memberOf", "مجلس دير الزور العسكري", "قوات سوريا الديموقراطية", "مجلس دير الزور العسكري"),
)


class _Reader:
    """Turns the annotation of one article into templates."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self._text = text
        self._knowledge = knowledge

    def event(self, ordinal: int, event: dict[str, Any]) -> EventTemplate:
        realization = Realization.EVENT
        if event.get("aggregate"):
            realization = Realization.AGGREGATE
        if event["factuality"] != "asserted":
            realization = Realization.UNREALIZED
        claims = tuple(self._claims(event))
        return EventTemplate(ordinal, event["type"], realization, claims, event["date"])

    def relations(self, article: str) -> Iterator[Relation]:
        for prefix, name, subject, other, evidence in _RELATIONS:
            if article.startswith(prefix) and evidence in self._text:
                one, two = self._actor(subject, "Organization"), self._actor(other, "Organization")
                yield Relation(name, one, two, self._span(evidence))

    def _claims(self, event: dict[str, Any]) -> Iterator[Claim]:
        """Yield one claim a source; what the annotation credits to nobody goes to all, participants to the first."""
        credited = [*event["sources"], *(figure["source"] for figure in event["casualties"])]
        sources = list(dict.fromkeys(credited)) or [None]
        stances = {"asserted": Stance.ASSERTS, "denied": Stance.DENIES, "planned": Stance.PLANS}
        for n, source in enumerate(sources):
            yield Claim(
                stances[event["factuality"]],
                Certainty.STATED,
                event["type"],
                tuple(self._span(quote) for quote in event["quotes"]),
                None if source is None else self._source(source),
                dates=self._dates(event),
                places=tuple(self._places(event["places"])),
                participants=tuple(self._participants(event)) if n == 0 else (),
                figures=self._figures([f for f in event["casualties"] if f["source"] == source]),
            )

    def _dates(self, event: dict[str, Any]) -> tuple[StatedDate, ...]:
        if event["date"] is None:
            return ()
        quote = event["quotes"][0]
        return (StatedDate(quote, self._span(quote), event["date"]),)

    def _places(self, names: list[str]) -> Iterator[PlaceLink]:
        known = [self._knowledge.places_by_name.get(fold(name), ()) for name in names]
        unclear = {place.iri for places in known if len(places) == 1 for place in places}
        for name, candidates in zip(names, known, strict=True):
            found = min(candidates, key=lambda place: self._fit(place, unclear), default=None)
            iri, kind = (None, "Place") if found is None else (found.iri, found.kind)
            yield PlaceLink(PlaceRelation.OCCURRED_AT, Mention(name, self._span(name), kind, iri))

    def _fit(self, place: KnownPlace, beside: set[str]) -> tuple[bool, bool, bool, str]:
        """The least fits best: in a place named beside it, in Syria, a settlement."""
        inside = self._knowledge.place_ancestors.get(place.iri, frozenset())
        in_syria = any(iri.endswith("/syria") for iri in inside)
        return not inside & beside, not in_syria, place.kind not in ("City", "Town", "Country"), place.iri

    def _participants(self, event: dict[str, Any]) -> Iterator[Participant]:
        roles = {
            "perpetrators": Role.AGENT,
            "targets": Role.OBJECT,
            "claimed_by": Role.CLAIMED_BY,
            "accused": Role.ACCUSED,
        }
        for slot, role in roles.items():
            for name in event.get(slot, ()):
                yield Participant(role, self._actor(name, "Group"))

    def _figures(self, figures: list[dict[str, Any]]) -> tuple[Figure, ...]:
        made: list[Figure] = []
        wholes: dict[str, int] = {}
        for figure in figures:
            victims = None if figure["victims"] is None else self._victims(figure["victims"])
            person = victims is not None and victims.kind == "Person"
            if not person:
                wholes.setdefault(figure["outcome"], len(made))
            whole = wholes.get(figure["outcome"])
            made.append(
                Figure(
                    Outcome(figure["outcome"]),
                    figure["min"],
                    figure["max"],
                    f"{figure['min']} {figure['victims'] or ''}".strip(),
                    self._span(figure["victims"] or ""),
                    victims=victims,
                    victim_kind=self._victim_kind(figure["victims"] or ""),
                    included_in=whole if person else None,
                )
            )
        return tuple(made)

    def _victim_kind(self, noun: str) -> str | None:
        return next((kind for word in fold(noun).split() if (kind := _VICTIM_KINDS.get(word))), None)

    def _victims(self, noun: str) -> Mention:
        rank, post = _RANK.search(noun), _POST.match(f"{noun} ")
        if rank is None and post is None:
            return Mention(noun, self._span(noun), "Group", described=True)
        name = noun[rank.end() if rank else len(post[0]) if post else 0 :].strip()
        known = self._knowledge.actors_by_name.get(fold(name), ())
        iri = known[0].iri if known else None
        rank_text, post_text = rank[1] if rank else None, post[1] if post else None
        return Mention(name or noun, self._span(noun), "Person", iri, not name, rank_text, post_text)

    def _source(self, name: str) -> Mention:
        if re.match("مصدر|مصادر|ثلاثة مصادر|أحد|شاهد|ناشط", name):
            return Mention(name, self._span(name), "UnnamedSource", described=True)
        return self._actor(name, "Actor")

    def _actor(self, name: str, kind: str) -> Mention:
        for index in (self._knowledge.actors_by_name, self._knowledge.actors_by_short_form):
            known = index.get(fold(name), ())
            if known:
                return Mention(name, self._span(name), known[0].kind, known[0].iri)
        return Mention(name, self._span(name), kind, described=kind == "Group")

    def _span(self, quote: str) -> Span:
        start = max(self._text.find(quote), 0)
        return Span(start, start + len(quote))
