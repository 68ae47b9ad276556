"""Tellings written in a line, to be linked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from waqia.arabic.folding import fold
from waqia.extraction.templates import (
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
from waqia.knowledge import load
from waqia.linking.incidents import Telling
from waqia.linking.traits import traits_of

ID = "https://w3id.org/waqia/id/"
_START = Span(0, 9)


def place(name: str) -> Mention:
    """Return a known place by the last part of its IRI, or an unknown one by its Arabic name."""
    known = load().places.get(f"{ID}place/{name}")
    return (
        Mention(name, _START, "Place")
        if known is None
        else Mention(known.label, _START, known.kind, known.iri)
    )


def actor(name: str) -> Mention:
    """Return a known actor by the last part of its IRI, a person by two names or more, else a described group."""
    known = load().actors.get(f"{ID}actor/{name}")
    if known is not None:
        return Mention(known.label, _START, known.kind, known.iri)
    person = " " in name
    return Mention(name, _START, "Person" if person else "Group", described=not person)


def killed(minimum: int, maximum: int | None = None, who: str | None = None) -> Figure:
    victims = None if who is None else actor(who)
    return Figure(Outcome.KILLED, minimum, maximum or minimum, str(minimum), _START, victims=victims)


def event(
    type_: str = "Bombing",
    day: str | None = "2017-02-25",
    places: Sequence[str] = ("homs",),
    by: Sequence[str] = (),
    on: Sequence[str] = (),
    tolls: Sequence[Figure] = (),
    *,
    stance: Stance = Stance.ASSERTS,
    realization: Realization = Realization.EVENT,
    evidence: Span = _START,
) -> EventTemplate:
    participants = [Participant(Role.AGENT, actor(name)) for name in by]
    participants += [Participant(Role.OBJECT, actor(name)) for name in on]
    links = tuple(PlaceLink(PlaceRelation.OCCURRED_AT, place(name)) for name in places)
    claim = Claim(
        *(stance, Certainty.STATED, type_, (evidence,)),
        places=links,
        participants=tuple(participants),
        figures=tuple(tolls),
    )
    if stance is not Stance.ASSERTS:
        realization = Realization.UNREALIZED
    return EventTemplate(0, type_, realization, (claim,), day)


def telling(
    article: str,
    template: EventTemplate,
    where: str = "0-9.1",
    *,
    text: str | None = None,
    published: str | None = "2017-02-26",
) -> Telling:
    """Return a telling of an article that has an own text, unless `text` is one that others have."""
    day = None if published is None else date.fromisoformat(published)
    traits = traits_of(template, text or "", load(), published=day)
    return Telling(
        f"{ID}telling/{article}.{where}", f"{ID}article/{article}", fold(text or article), template, traits
    )
