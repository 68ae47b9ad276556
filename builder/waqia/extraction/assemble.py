"""From happenings to event templates: claims by source, slots without repetition, the day, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge

from . import entities, operations
from .events import Happening
from .fill import Filled, Filler
from .mentions import EventMention
from .names import Names
from .phrases import Phrase, PhraseKind
from .reading import ArticleReading
from .templates import (
    Claim,
    EventTemplate,
    Mention,
    Participant,
    ParticipantCount,
    PlaceLink,
    PlaceRelation,
    Realization,
    Role,
    Span,
    StatedDate,
)
from .told_figures import ToldFigures, source_key
from .words import Text

_ORDER = {
    "Facility": 0,
    "Neighbourhood": 0,
    "Village": 0,
    "Town": 1,
    "City": 2,
    "District": 3,
    "Region": 4,
    "Governorate": 5,
    "Country": 6,
}


def templates(
    happenings: Sequence[Happening], reading: ArticleReading, knowledge: Knowledge
) -> tuple[EventTemplate, ...]:
    """The templates of an article's happenings, numbered from 1."""
    builder, filler = _Builder(reading, knowledge), Filler(reading, happenings, knowledge)
    return tuple(builder.build(h, n + 1, filler.fill(h)) for n, h in enumerate(happenings))


class _Builder:
    def __init__(self, reading: ArticleReading, knowledge: Knowledge) -> None:
        self.reading = reading
        self.knowledge = knowledge
        self.names: Names = reading.names
        self.figures = ToldFigures(reading)
        self.text = reading.text
        self.full_names = _full_names(reading)

    def build(self, happening: Happening, ordinal: int, filled: Filled) -> EventTemplate:
        """The template of one happening, with what the article fills in."""
        self.filled = filled
        groups = self._by_source(happening)
        self.main = next(
            (m for _, mentions in groups for m in _main_first(mentions)[:1]), happening.mentions[0]
        )
        main = next((m for m in _main_first(happening.mentions)), self.main)
        claims = tuple(
            self._claim(source, mentions, happening, filled=main in mentions) for source, mentions in groups
        )
        realized = happening.units[0].realized
        aggregate = realized == "asserted" and any(m.aggregate for m in happening.mentions)
        kind = (
            Realization.AGGREGATE
            if aggregate
            else Realization.EVENT
            if realized == "asserted"
            else Realization.UNREALIZED
        )
        return EventTemplate(ordinal, happening.type, kind, claims, self._date(happening))

    def _by_source(self, happening: Happening) -> list[tuple[Mention | None, list[EventMention]]]:
        """Mentions by the source that they are credited to, the article's own first told kept in order."""
        groups: dict[str, tuple[Mention | None, list[EventMention]]] = {}
        for m in happening.mentions:
            source = m.speaker.source if m.speaker else None
            key = source_key(source)
            groups.setdefault(key, (source, []))[1].append(m)
        for toll in happening.tolls:
            speaker = self.figures.speaker_at(toll.word)
            key = source_key(speaker)
            groups.setdefault(key, (speaker, []))
        return list(groups.values())

    def _speaking(
        self, happening: Happening, source: Mention | None, participants: tuple[Participant, ...]
    ) -> tuple[Mention | None, tuple[Participant, ...]]:
        """The speaker of a threat or an appeal is its agent and its source (guidelines)."""
        agents = [p.mention for p in participants if p.role is Role.AGENT]
        if agents and not (source is not None and entities.same(agents[0], source)):
            return agents[0], participants
        if not agents and source is not None:
            return source, (Participant(Role.AGENT, source), *participants)
        return source, participants

    def _claim(
        self, source: Mention | None, mentions: Sequence[EventMention], happening: Happening, *, filled: bool
    ) -> Claim:
        figures = self.figures.of(happening, source)
        evidence = tuple(dict.fromkeys(m.evidence for m in _main_first(mentions))) or tuple(
            dict.fromkeys(f.span for f in figures)
        )
        only = happening.mentions[0]
        speaker = next((m.speaker for m in mentions if m.speaker), None)
        participants = self._participants(mentions, self.filled.participants if filled else ())
        if happening.type in ("Threat", "Appeal") and happening.units[0].realized == "asserted":
            source, participants = self._speaking(happening, source, participants)
        places = self._places(mentions, happening, self.filled.places if filled else ())
        return Claim(
            stance=mentions[0].stance if mentions else only.stance,
            certainty=mentions[0].certainty if mentions else only.certainty,
            type=next((m.type for m in _main_first(mentions)), happening.type),
            evidence=evidence or (only.evidence,),
            source=source,
            relay=speaker.relay if speaker else None,
            channel=speaker.channel if speaker else None,
            dates=self._dates(mentions),
            places=places,
            participants=participants,
            figures=figures,
            counts=_counts(self.text, mentions),
            operation_name=next(
                (name for m in mentions if (name := operations.name_of(self.text, m.trigger))), None
            ),
            weapons=_weapons(mentions),
            rules=tuple(dict.fromkeys(r for m in mentions for r in m.rules)),
        )

    # --- slots -------------------------------------------------------------------------------------------------------

    def _participants(
        self, mentions: Sequence[EventMention], added: Sequence[tuple[Role, Phrase]]
    ) -> tuple[Participant, ...]:
        out: list[Participant] = []
        for role, phrase in self._telling(
            [*((m, r, p) for m in mentions for r, p in m.participants), *((None, r, p) for r, p in added)]
        ):
            mention = self._named(self._actor(phrase, role))
            if mention is not None and not any(
                x.role is role and entities.same(x.mention, mention) for x in out
            ):
                out.append(Participant(role, mention))
        return tuple(out)

    def _telling(
        self, roles: Sequence[tuple[EventMention | None, Role, Phrase]]
    ) -> list[tuple[Role, Phrase]]:
        """The participants without those that say nothing beside others: "الطيران" alone, what was destroyed in a strike
        on people, "تجمع لهم" where it is told who they were.
        """
        agents = [p for _, r, p in roles if r is Role.AGENT and not self._bare_means(p)]
        people = [
            p
            for _, r, p in roles
            if r is Role.OBJECT and (p.human or p.located or p.organization is not None)
        ]
        kept: list[tuple[Role, Phrase]] = []
        for mention, role, phrase in roles:
            if role is Role.AGENT and self._bare_means(phrase) and (agents or not phrase.definite):
                continue
            if (
                role is Role.OBJECT
                and people
                and phrase.kind is PhraseKind.THING
                and phrase.organization is None
            ):
                if (mention is not None and mention.type == "Destruction") or self._theirs(phrase):
                    continue
            kept.append((role, phrase))
        return kept

    def _bare_means(self, phrase: Phrase) -> bool:
        return (
            phrase.kind is PhraseKind.METHOD
            and phrase.organization is None
            and phrase.last - phrase.first == 1
        )

    def _theirs(self, phrase: Phrase) -> bool:
        """Whether a thing is only said to be somebody's: "مواقعهم", "تجمع لهم", "مواقع تابعة لهم"."""
        words = self.text.words
        pronoun = any(a.pronoun for a in words[phrase.head].readings if a.entry.use == "Thing")
        return pronoun or any(w.bare in ("لهم", "لها", "له") for w in words[phrase.last : phrase.last + 1])

    def _named(self, mention: Mention | None) -> Mention | None:
        """The mention by the fullest name that the article gives the actor ("التنظيم": "تنظيم الدولة الإسلامية")."""
        if mention is None or mention.iri is None or len(mention.text.split()) > 1:
            return mention
        return replace(mention, text=self.full_names.get(mention.iri, mention.text))

    def _actor(self, phrase: Phrase, role: Role) -> Mention | None:
        if phrase.kind is PhraseKind.PLACE:
            known = self.names.metonym(phrase.mention.text)
            if known is not None:
                return replace(phrase.mention, kind=known.kind, iri=known.iri)
            return (
                replace(phrase.mention, kind="Government", iri=None)
                if phrase.mention.kind == "Country"
                else None
            )
        if phrase.kind is PhraseKind.NUMBER:
            return None
        if phrase.kind in (PhraseKind.METHOD, PhraseKind.THING) and phrase.organization is not None:
            return phrase.organization
        if phrase.kind in (PhraseKind.GROUP, PhraseKind.ORGANIZATION) and phrase.organization is not None:
            return phrase.organization
        return phrase.mention

    def _places(
        self,
        mentions: Sequence[EventMention],
        happening: Happening,
        added: Sequence[tuple[PlaceRelation, Phrase]],
    ) -> tuple[PlaceLink, ...]:
        restricted = {p.first for u in happening.units if u.places is not None for p in u.places}
        seen: dict[str, PlaceLink] = {}
        for m in mentions:
            split = any(u.places is not None and m in u.mentions for u in happening.units)
            for relation, phrase in m.places:
                if phrase.part == "anaphor" or (split and phrase.first not in restricted):
                    continue
                key = phrase.mention.iri or fold(phrase.mention.text)
                seen.setdefault(key, PlaceLink(relation, phrase.mention))
        for relation, phrase in added:
            seen.setdefault(
                phrase.mention.iri or fold(phrase.mention.text), PlaceLink(relation, phrase.mention)
            )
        return tuple(sorted(seen.values(), key=lambda p: _ORDER.get(p.mention.kind, 2)))

    def _dates(self, mentions: Iterable[EventMention]) -> tuple[StatedDate, ...]:
        out: dict[str, StatedDate] = {}
        for m in mentions:
            for n in m.times:
                value, t = self.reading.resolved[n], self.reading.times[n]
                if value:
                    out.setdefault(
                        value,
                        StatedDate(self.reading.text.text[t.start : t.end], Span(t.start, t.end), value),
                    )
                    break
        return tuple(out.values())

    def _day(self, mention: EventMention, happening: Happening) -> str | None:
        """What a mention's best time comes to: open-ended where it only began then, a day for the taking of a place
        that is held "since" that day.
        """
        value = next((v for n in mention.times if (v := self.reading.resolved[n])), None)
        if value is None:
            return None
        if happening.type == "Capture":
            return value.removesuffix("/..")
        lasting = happening.type == "Offensive" or mention.aggregate or mention.type == "Airstrike"
        return f"{value}/.." if mention.opens_interval and lasting and "/" not in value else value

    def _date(self, happening: Happening) -> str | None:
        values = [self._day(m, happening) for m in _main_first(happening.mentions)]
        found = [v for v in values if v]
        if not found and self.filled.time is not None:
            return self.reading.resolved[self.filled.time]
        days = [v for v in found if len(v) == 10]
        return (days or found or [None])[0]


def _full_names(reading: ArticleReading) -> dict[str, str]:
    """For each known actor, the first name of several words that the article uses for it."""
    found: dict[str, str] = {}
    for s in reading.sentences:
        for p in s.phrases:
            for m in (p.mention, p.organization):
                if m is not None and m.iri is not None and len(m.text.split()) > 1 and not p.located:
                    found.setdefault(m.iri, m.text)
    return found


def _counts(text: Text, mentions: Sequence[EventMention]) -> tuple[ParticipantCount, ...]:
    """How many acted, where the mention gives it ("أربعة انتحاريين")."""
    out: dict[tuple[int, int | None], ParticipantCount] = {}
    for m in mentions:
        for role, p in m.participants:
            if role is Role.AGENT and p.quantity is not None and p.minimum is not None:
                start, end = text.span(p.first, p.last)
                count = ParticipantCount(
                    role, p.minimum, p.maximum, text.text[start:end], Span(start, end), p.quantity.approximate
                )
                out.setdefault((p.minimum, p.maximum), count)
    return tuple(out.values())


def _weapons(mentions: Sequence[EventMention]) -> tuple[Mention, ...]:
    """What was used, each once, whoever owns it."""
    found = [replace(p.mention, kind="Weapon", iri=None, described=True) for m in mentions for p in m.weapons]
    return tuple({fold(w.text): w for w in reversed(found)}.values())


def _main_first(mentions: Sequence[EventMention]) -> list[EventMention]:
    return sorted(mentions, key=lambda m: (m.headline, m.type == "Killing", m.trigger.word))


__all__ = ["templates"]
