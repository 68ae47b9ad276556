"""Slots that the article fills although the mention does not: from anaphors, neighbours and the lead.

"القريتين" stands for the places named before, "وفي تعز" frames the sentences that follow, the sides of a clash are also
those whose men fell in it, and what is arrested or seized is the object of the act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqia.knowledge import Knowledge
from .events import Happening
from .mentions import EventMention
from .phrases import Phrase, PhraseKind
from .place_filling import PlaceFiller
from .reading import ArticleReading
from .templates import Outcome, PlaceRelation, Role, Stance
from .words import Sentence

_FIGHTERS = frozenset("Combatant Soldier PoliceOfficer Officer Attacker".split())
_EARLIER = frozenset("كان كانت كانوا سبق سابق سابقا سابقه ماضي ماضيه منذ قبل".split())
_STORY = 2
_UMBRELLA = frozenset("سلسله متفرقه موجه حوادث هجمات تفجيرات متزامنه".split())


@dataclass(frozen=True)
class Filled:
    """What is added to a happening: places, participants, a day."""

    places: tuple[tuple[PlaceRelation, Phrase], ...] = ()
    participants: tuple[tuple[Role, Phrase], ...] = ()
    time: int | None = None


class Filler:
    """Fills the happenings of one article."""

    def __init__(
        self, reading: ArticleReading, happenings: Sequence[Happening], knowledge: Knowledge
    ) -> None:
        self.reading = reading
        self.happenings = happenings
        self.knowledge = knowledge
        self.places = PlaceFiller(reading, happenings, knowledge)

    def fill(self, happening: Happening) -> Filled:
        """What the article adds to a happening."""
        places = self.places.added(happening)
        if happening.type == "Offensive" and not happening.place_phrases():
            places = [(PlaceRelation.OCCURRED_AT, p) for p in self._aimed_at(happening)[0]] or places
        return Filled(tuple(places), tuple(self._participants(happening)), self._time(happening))

    def _main(self, happening: Happening) -> EventMention:
        return next((m for m in happening.mentions if not m.headline), happening.mentions[0])

    # --- participants ----------------------------------------------------------------------------------------------------

    def _participants(self, happening: Happening) -> list[tuple[Role, Phrase]]:
        out: list[tuple[Role, Phrase]] = []
        roles = [r for m in happening.mentions for r, _ in m.participants]
        victims = self._victims(happening)
        k = self.knowledge
        if happening.type == "ArmedClash":
            out += self._clash_sides(happening, roles, victims)
        elif happening.type == "Offensive":
            out += [(Role.OBJECT, p) for p in self._aimed_at(happening)[1] if Role.OBJECT not in roles]
        elif happening.type in (
            "Arrest",
            "Abduction",
            "Assassination",
            "Execution",
            "Killing",
            "HostageTaking",
            "Displacement",
        ):
            people = [p for p in victims if p.kind is not PhraseKind.NUMBER]
            out += [(Role.OBJECT, p) for p in [p for p in people if p.organization is not None] or people]
        elif k.is_a(happening.type, "Violence") and Role.OBJECT not in roles:
            facilities = [p for p in happening.place_phrases() if p.kind is PhraseKind.FACILITY]
            out += [(Role.OBJECT, p) for p in facilities[:1]]
        if (
            k.is_a(happening.type, "Violence")
            and Role.OBJECT not in roles
            and not out
            and happening.type != "ArmedClash"
        ):
            out += [
                (Role.OBJECT, p)
                for p in victims
                if p.victim_kind in _FIGHTERS - {"Attacker"} or p.organization is not None
            ]
        if k.is_a(happening.type, "Violence") and Role.AGENT not in roles and happening.type != "ArmedClash":
            out += self._agent_of_next(happening)
        return out

    def _aimed_at(self, happening: Happening) -> tuple[list[Phrase], list[Phrase]]:
        """The places and opponents of a purpose of taking ("بهدف السيطرة على الرقة من تنظيم الدولة")."""
        told = {m.trigger.word for h in self.happenings for m in h.mentions}
        places: list[Phrase] = []
        opponents: list[Phrase] = []
        for m in happening.mentions:
            s = self.reading.sentences[m.sentence]
            for t in s.triggers:
                if t.type == "Capture" and t.word > m.trigger.word and t.word not in told:
                    places += [p for _, p in s.slots[t.word].places]
                    opponents += s.slots[t.word].objects
        return places, opponents

    def _victims(self, happening: Happening) -> list[Phrase]:
        wanted = {
            Outcome.KILLED,
            Outcome.INJURED,
            Outcome.CAPTURED,
            Outcome.MISSING,
            Outcome.KILLED_OR_INJURED,
            Outcome.DISPLACED,
        }
        out: list[Phrase] = []
        for toll in happening.tolls:
            if toll.figures and toll.figures[0].outcome in wanted:
                out += [p for p in toll.victims[:1] if not p.mention.text.startswith(("آخر", "اخر"))]
        return out

    def _clash_sides(
        self, happening: Happening, roles: Sequence[Role], victims: Sequence[Phrase]
    ) -> list[tuple[Role, Phrase]]:
        fighters = [p for p in victims if p.victim_kind in _FIGHTERS or p.organization is not None]
        if Role.AGENT in roles and Role.OBJECT in roles:
            return []
        if Role.AGENT not in roles and Role.OBJECT not in roles:
            before = self._clash_before(happening)
            if before and self._says_both(happening):
                return before
            return [(Role.AGENT if n == 0 else Role.OBJECT, p) for n, p in enumerate(fighters[:2])]
        missing = Role.AGENT if Role.AGENT not in roles else Role.OBJECT
        return [(missing, p) for p in fighters[:1]]

    def _says_both(self, happening: Happening) -> bool:
        words = self.reading.text.words
        return any(
            w.bare in ("جانبين", "طرفين")
            for m in happening.mentions
            for w in words[m.trigger.word : m.trigger.word + 8]
        )

    def _clash_before(self, happening: Happening) -> list[tuple[Role, Phrase]]:
        first = happening.mentions[0].trigger.word
        for other in reversed(self.happenings):
            if (
                other is not happening
                and other.type in ("ArmedClash", "Capture")
                and other.mentions[0].trigger.word < first
            ):
                pair = [
                    (r, p)
                    for m in other.mentions
                    for r, p in m.participants
                    if r in (Role.AGENT, Role.OBJECT)
                ]
                if pair:
                    return pair
        return []

    def _agent_of_next(self, happening: Happening) -> list[tuple[Role, Phrase]]:
        """Strikes told one after the other are of one side ("... وأن غارة أخرى"): the agent of the strike told before."""
        main = self._main(happening)
        if main.trigger.verb or happening.type not in ("Airstrike", "Shelling"):
            return []
        before = [
            h
            for h in self.happenings
            if h.type == happening.type and h.mentions[0].trigger.word < main.trigger.word
        ]
        for other in reversed(before):
            agents = [(r, p) for m in other.mentions for r, p in m.participants if r is Role.AGENT]
            if agents:
                return agents[:1]
        return []

    # --- time --------------------------------------------------------------------------------------------------------------

    def _time(self, happening: Happening) -> int | None:
        """The day that what is told around an undated happening has: that of the story so far, or of a lead that tells
        several at once ("سلسلة هجمات", "حوادث متفرقة").
        """
        if any(self.reading.resolved[n] for m in happening.mentions for n in m.times):
            return None
        lead = next((s for s in self.reading.sentences if not s.sentence.headline), None)
        if lead is not None and self._tells_several(lead.sentence):
            first, last = lead.sentence.first, lead.sentence.last
            days = (
                n for n, t in enumerate(self.reading.times) if first <= t.first < last and self._is_day(n)
            )
            return next(days, None)
        return self._day_before(self._main(happening))

    def _tells_several(self, lead: Sentence) -> bool:
        return any(w.bare in _UMBRELLA for w in self.reading.text.words[lead.first : lead.last])

    def _day_before(self, main: EventMention) -> int | None:
        """The day last given to what is told in the sentences before: a story goes on where no other time is said."""
        if main.stance is not Stance.ASSERTS or main.aggregate or self._looks_back(main):
            return None
        told = [
            (m.trigger.word, m.times[0])
            for h in self.happenings
            for m in h.mentions
            if m.times and 0 <= main.sentence - m.sentence <= _STORY and m.trigger.word < main.trigger.word
        ]
        days = [n for _, n in sorted(told) if self._is_day(n)]
        return days[-1] if days else None

    def _looks_back(self, main: EventMention) -> bool:
        """ "وكان التنظيم قد سيطر": earlier than the story."""
        words = self.reading.text.words[main.trigger.clause.first : main.trigger.word]
        return any(w.bare in _EARLIER for w in words)

    def _is_day(self, time: int) -> bool:
        return len(self.reading.resolved[time] or "") == len("2015-08-09")
