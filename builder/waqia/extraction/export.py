"""Event templates as the guidelines write them: one JSON object an article (design, section 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from waqia.arabic.folding import fold
from waqia.articles import Article
from waqia.knowledge import Knowledge

from . import entities
from .templates import (
    ArticleTemplates,
    Claim,
    EventTemplate,
    Figure,
    Mention,
    Realization,
    Role,
    Span,
    Stance,
)

_LONGEST = 200


def events(
    templates: ArticleTemplates,
    article: Article,
    knowledge: Knowledge,
    incident: Callable[[EventTemplate], str] | None = None,
) -> dict[str, Any]:
    """The templates of an article flattened to the guidelines' slots; `incident` gives a happening's IRI."""
    rows = [row for e in templates.events for row in _event(e, knowledge, incident)]
    published = article.published.isoformat() if article.published else None
    return {"article": article.id, "published": published, "events": rows}


def _event(
    event: EventTemplate, knowledge: Knowledge, incident: Callable[[EventTemplate], str] | None
) -> Iterable[dict[str, Any]]:
    for factuality, claims in _by_factuality(event):
        row: dict[str, Any] = {
            "id": f"e{event.ordinal}",
            "type": _reporting(event.type, knowledge),
            "factuality": factuality,
            "date": event.date,
            "places": _names(p.mention for c in claims for p in c.places),
            "perpetrators": _actors(
                p.mention for c in claims for p in c.participants if p.role in (Role.AGENT, Role.SUPPORTER)
            ),
            "targets": _actors(p.mention for c in claims for p in c.participants if p.role is Role.OBJECT),
            "casualties": [_figure(f, c) for c in claims for f in c.figures],
            "sources": _names(c.source for c in claims if c.source is not None),
            "claimed_by": _names(
                p.mention for c in claims for p in c.participants if p.role is Role.CLAIMED_BY
            ),
            "accused": _names(p.mention for c in claims for p in c.participants if p.role is Role.ACCUSED),
            "evidence": [_span(s) for c in claims for s in c.evidence],
        }
        if event.realization is Realization.AGGREGATE:
            row["aggregate"] = True
        if incident is not None:
            row["incident"] = incident(event)
        yield row


def _by_factuality(event: EventTemplate) -> list[tuple[str, list[Claim]]]:
    """Asserted, denied and planned claims apart: a contested event is two objects."""
    groups: dict[str, list[Claim]] = {}
    for claim in event.claims:
        name = {Stance.ASSERTS: "asserted", Stance.DENIES: "denied"}.get(claim.stance, "planned")
        groups.setdefault(name, []).append(claim)
    return list(groups.items())


def _reporting(type_: str, knowledge: Knowledge) -> str:
    known = knowledge.event_types.get(type_)
    return (known.reporting if known else None) or type_


def _names(mentions: Iterable[Mention]) -> list[str]:
    """Names as they stand in the text, one for each actor or place."""
    seen: dict[str, str] = {}
    for m in mentions:
        seen.setdefault(m.iri or fold(m.text), m.text)
    return list(dict.fromkeys(seen.values()))


def _actors(mentions: Iterable[Mention]) -> list[str]:
    """Names as they stand in the text, one for each actor under whatever alias."""
    out: list[Mention] = []
    for m in mentions:
        if not any(entities.same(m, other) for other in out):
            out.append(m)
    return [m.text for m in out]


def _figure(figure: Figure, claim: Claim) -> dict[str, Any]:
    return {
        "outcome": figure.outcome.value,
        "min": figure.minimum,
        "max": figure.maximum,
        "victims": figure.victims.text if figure.victims else None,
        "source": claim.source.text if claim.source else None,
    }


def _span(span: Span) -> list[int]:
    return [span.start, min(span.end, span.start + _LONGEST)]
