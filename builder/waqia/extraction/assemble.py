"""From happenings to event templates: claims by source, slots without repetition, the day, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge

from . import dating, entities, operations
from .events import Happening
from .fill import Filled, Filler
from .granted import granted
from .mentions import EventMention
from .phrases import Phrase
from .reading import ArticleReading
from .templates import (
    Claim,
    Decision,
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
from .told_participants import Participants
from .trace import Rule, decided
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
# Done at once, however long what comes of it lasts: "الهدنة المعلنة منذ 2013".
_DONE = frozenset({"Capture", "Agreement", "Arrest", "Abduction", "Release", "Trial", "Defection"})
_SHORT = timedelta(3)
_DAY = 10  # characters of a date that is a day


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
        self.figures = ToldFigures(reading)
        self.text = reading.text
        self.participants = Participants(reading)

    def build(self, happening: Happening, ordinal: int, filled: Filled) -> EventTemplate:
        """The template of one happening; what the article fills in goes to the claim of the main mention."""
        main = _main_first(happening.mentions)[0]
        claims = tuple(
            self._claim(source, mentions, happening, filled.to(mentions, main=main))
            for source, mentions in self._by_source(happening)
        )
        date, dated = self._date(happening, filled)
        return EventTemplate(ordinal, happening.type, _realization(happening), claims, date, dated)

    def _by_source(self, happening: Happening) -> list[tuple[Mention | None, list[EventMention]]]:
        """Mentions by the source that they are credited to; a source of figures alone has none."""
        groups: dict[str, tuple[Mention | None, list[EventMention]]] = {}
        taken = granted(self.text, happening)
        for m in happening.mentions:
            credited = m.speaker if m.trigger.word not in taken else None
            sources = (credited.source, *credited.others) if credited else (None,)
            for source in sources:
                groups.setdefault(source_key(source), (source, []))[1].append(m)
        for toll in happening.tolls:
            speaker = self.reading.speaker_at(toll.word)
            groups.setdefault(source_key(speaker), (speaker, []))
        return list(groups.values())

    def _claim(
        self, source: Mention | None, mentions: Sequence[EventMention], happening: Happening, filled: Filled
    ) -> Claim:
        figures = self.figures.of(happening, source)
        spans = [m.evidence for m in _main_first(mentions)] or [f.span for f in figures]
        main = next(iter(mentions), happening.mentions[0])
        participants = self.participants.of(mentions, filled.participants, happening.mentions)
        if happening.type in ("Threat", "Appeal") and happening.realized == "asserted":
            source, participants = _speaking(source, participants)
        speaker = next((m.speaker for m in mentions if m.speaker), None)
        names = (operations.name_of(self.text, m.trigger) for m in mentions)
        return Claim(
            stance=main.stance,
            certainty=main.certainty,
            type=next((m.type for m in _main_first(mentions)), happening.type),
            evidence=tuple(dict.fromkeys(spans)) or (main.evidence,),
            source=source,
            relay=speaker.relay if speaker else None,
            channel=speaker.channel if speaker else None,
            dates=self._dates(mentions),
            places=_places(self.text, mentions, happening, filled.places),
            participants=participants,
            figures=figures,
            counts=_counts(self.text, mentions),
            operation_name=next((name for name in names if name), None),
            weapons=_weapons(mentions),
            rules=tuple(dict.fromkeys(r for m in mentions for r in m.rules)),
        )

    # --- dates -----------------------------------------------------------------------------------------------------

    def _dates(self, mentions: Iterable[EventMention]) -> tuple[StatedDate, ...]:
        """The best date of each mention, each day once."""
        out: dict[str, StatedDate] = {}
        for m in mentions:
            n, value = self._best(m)
            if value is not None:
                t = self.reading.times[n]
                out.setdefault(
                    value, StatedDate(self.text.text[t.start : t.end], Span(t.start, t.end), value)
                )
        return tuple(out.values())

    def _best(self, mention: EventMention) -> tuple[int, str | None]:
        """The best time of a mention with its position; a vague one ("مؤخرا") leaves the mention without a date."""
        n = next(iter(mention.times), -1)
        return n, None if n < 0 else self.reading.resolved[n]

    def _day(self, mention: EventMention, happening: Happening) -> str | None:
        """What a mention's best time comes to.

        It is open-ended where the happening only began then, a day for what was done on it and holds "since".
        """
        n, value = self._best(mention)
        if value is None:
            return None
        if self.reading.times[n].first < mention.trigger.word:
            value = self._earlier(mention, value)
        done = any(self.knowledge.is_a(happening.type, t) for t in _DONE) and not mention.aggregate
        if done or value == f"{self.reading.article.published}/..":
            return value.removesuffix("/..")  # "منذ صباح اليوم" is today
        lasting = happening.type == "Offensive" or mention.aggregate or mention.type == "Airstrike"
        return f"{value}/.." if mention.opens_interval and lasting and "/" not in value else value

    def _earlier(self, mention: EventMention, value: str) -> str:
        """The day that lies as many days before the one told as the text says: "أعلن أمس ... غداة اجتماع"."""
        days = dating.days_before(self.text, mention.trigger)
        return str(date.fromisoformat(value) - timedelta(days)) if days and len(value) == _DAY else value

    def _date(self, happening: Happening, filled: Filled) -> tuple[str | None, Decision | None]:
        """The most exact date of the mentions; without any, the one that the article fills in."""
        mentions = _main_first(happening.mentions)
        told = [(v, self._best(m)[0]) for m in mentions if (v := self._day(m, happening))]
        if told:
            value, time = min(told, key=lambda each: _length(each[0]))
            return value, self._dated(time, Rule.OWN_TIME)
        if filled.time is None:
            return None, None
        day = self.reading.resolved[filled.time]
        return day and self._earlier(mentions[0], day), self._dated(filled.time, filled.time_rule)

    def _dated(self, time: int, rule: str) -> Decision:
        found = self.reading.times[time]
        return Decision(rule, Span(found.start, found.end))


def _length(value: str) -> int:
    """How exact a date is: a day, an interval of few days, anything else."""
    begin, _, end = value.partition("/")
    if len(begin) != _DAY or (end and len(end) != _DAY):
        return 2
    return int(bool(end)) + (bool(end) and date.fromisoformat(end) - date.fromisoformat(begin) > _SHORT)


def _realization(happening: Happening) -> Realization:
    if happening.realized != "asserted":
        return Realization.UNREALIZED
    aggregate = any(m.aggregate for m in happening.mentions)
    return Realization.AGGREGATE if aggregate else Realization.EVENT


def _speaking(
    source: Mention | None, participants: tuple[Participant, ...]
) -> tuple[Mention | None, tuple[Participant, ...]]:
    """The speaker of a threat or an appeal is its agent and its source (guidelines)."""
    agent = next((p.mention for p in participants if p.role is Role.AGENT), None)
    if agent is None:
        if source is None:
            return source, participants
        said = Decision(Rule.SPEAKS, source.span)
        return source, (Participant(Role.AGENT, source, said), *participants)
    return source if source is not None and entities.same(agent, source) else agent, participants


def _places(
    text: Text,
    mentions: Sequence[EventMention],
    happening: Happening,
    added: Sequence[tuple[PlaceRelation, Phrase]],
) -> tuple[PlaceLink, ...]:
    """Each place once, the narrowest first; of a taking of several towns only the happening's own."""
    own = {p.first for u in happening.units for p in u.places or ()}
    seen: dict[str, PlaceLink] = {}
    for m in mentions:
        divided = any(u.places is not None and m in u.mentions for u in happening.units)
        named = [(r, p) for r, p in m.places if p.part != "anaphor" and not (divided and p.first not in own)]
        _link(text, named, seen)
    _link(text, added, seen)
    return tuple(sorted(seen.values(), key=lambda p: _ORDER.get(p.mention.kind, 2)))


def _link(text: Text, places: Iterable[tuple[PlaceRelation, Phrase]], seen: dict[str, PlaceLink]) -> None:
    for relation, p in places:
        link = PlaceLink(relation, p.mention, decided(text, p))
        seen.setdefault(p.mention.iri or fold(p.mention.text), link)


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
    """The body before the headline, the act before the killing."""
    return sorted(mentions, key=lambda m: (m.headline, m.type == "Killing", m.trigger.word))
