"""What the annotation of the seeds leaves out and extraction is to give: whose each participant is, ranks and posts,
numbers of attackers, relays, names of operations, where people fled from and to.

`details.json` has it, by event. With it the templates are as perfect as templates can be, so what a query does not
answer from them the graph or the query is to blame for.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from waqia.arabic.folding import fold
from waqia.extraction.templates import (
    ArticleTemplates,
    Claim,
    EventTemplate,
    Figure,
    Mention,
    Participant,
    ParticipantCount,
    PlaceLink,
    PlaceRelation,
    Role,
    Span,
    Stance,
)
from waqia.knowledge import Knowledge

Json: TypeAlias = dict[str, Any]
NOWHERE = Span(0, 0)
_ROLES = {role.value: role for role in Role}


def detailed(templates: Iterable[ArticleTemplates], knowledge: Knowledge) -> list[ArticleTemplates]:
    """Return the templates with the details of `details.json`."""
    details = json.loads(Path(__file__).with_name("details.json").read_text(encoding="utf-8"))
    found = []
    for of_article in templates:
        events = tuple(
            _Detail(details[key], knowledge).event(event) if key in details else event
            for event in of_article.events
            for key in [f"{of_article.article[:3]}-e{event.ordinal + 1}"]
        )
        found.append(replace(of_article, events=events))
    return found


class _Detail:
    """The details of one event."""

    def __init__(self, detail: Json, knowledge: Knowledge) -> None:
        self._detail = detail
        self._knowledge = knowledge

    def event(self, event: EventTemplate) -> EventTemplate:
        return replace(event, claims=tuple(self._claim(claim) for claim in event.claims))

    def _claim(self, claim: Claim) -> Claim:
        source = "" if claim.source is None else claim.source.text
        said: Json | None = self._detail.get("claims", {}).get(source)
        if said is not None:
            claim = self._said(claim, said)
        elif "claims" in self._detail:
            claim = replace(claim, participants=())
        return replace(
            claim,
            stance=Stance(self._detail.get("stance", claim.stance)),
            operation_name=self._detail.get("operation"),
            participants=tuple(replace(p, mention=self._actor(p.mention)) for p in claim.participants),
            places=tuple(self._place(link) for link in claim.places),
            figures=tuple(self._figure(figure, claim.figures) for figure in claim.figures),
            counts=tuple(self._counts(source)),
        )

    def _said(self, claim: Claim, said: Json) -> Claim:
        participants = tuple(
            Participant(_ROLES[role], self._named(name))
            for role, names in said.items()
            if role in _ROLES
            for name in names
        )
        relay, channel = said.get("relay"), said.get("channel")
        return replace(
            claim,
            type=said.get("type", claim.type),
            participants=participants,
            relay=None if relay is None else self._named(relay),
            channel=None if channel is None else Mention(channel, NOWHERE, "Channel"),
        )

    def _actor(self, mention: Mention) -> Mention:
        name = self._detail.get("actors", {}).get(mention.text)
        return mention if name is None else self._named(name)

    def _named(self, name: str) -> Mention:
        knowledge = self._knowledge
        for index in (knowledge.actors_by_name, knowledge.actors_by_short_form, knowledge.actors_by_metonym):
            known = index.get(fold(name), ())
            if known:
                return Mention(name, NOWHERE, known[0].kind, known[0].iri)
        return Mention(name, NOWHERE, "Actor")

    def _place(self, link: PlaceLink) -> PlaceLink:
        name = link.mention.text
        relation = link.relation
        for other in (PlaceRelation.ORIGIN, PlaceRelation.DESTINATION):
            if name in self._detail.get(other.value, ()):
                relation = other
        known = self._knowledge.places_by_name.get(fold(self._detail.get("places", {}).get(name, "")), ())
        mention = replace(link.mention, iri=known[0].iri, kind=known[0].kind) if known else link.mention
        return PlaceLink(relation, mention)

    def _figure(self, figure: Figure, figures: tuple[Figure, ...]) -> Figure:
        noun = "" if figure.victims is None else figure.victims.text
        whole, other = (self._detail.get(relation, {}).get(noun) for relation in ("included", "besides"))
        if whole is not None:
            figure = replace(figure, included_in=_position(whole, figures))
        if other is not None:
            figure = replace(figure, in_addition_to=_position(other, figures))
        person = self._detail.get("persons", {}).get(noun)
        if person is None:
            return figure
        victims = Mention(person["name"], NOWHERE, "Person", rank=person.get("rank"), post=person.get("post"))
        return replace(figure, victims=victims)

    def _counts(self, source: str) -> Iterable[ParticipantCount]:
        for count in self._detail.get("counts", ()):
            if count["source"] == source:
                number = count["number"]
                yield ParticipantCount(_ROLES[count["role"]], number, number, count["words"], NOWHERE)


def _position(noun: str, figures: tuple[Figure, ...]) -> int:
    """Return which of the figures counts those called `noun`."""
    return next(
        n for n, figure in enumerate(figures) if figure.victims is not None and figure.victims.text == noun
    )
