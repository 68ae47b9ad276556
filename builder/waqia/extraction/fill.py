"""Slots that the article fills although the mention does not: from anaphors, neighbours and the lead.

"القريتين" stands for the places named before, "وفي تعز" frames the sentences that follow, the sides of a clash are also
those whose men fell in it, and what is arrested or seized is the object of the act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..knowledge import Knowledge
from .events import Happening
from .mentions import EventMention
from .phrases import Phrase, PhraseKind
from .reader import ArticleReading
from .sentences import SentenceReading
from .templates import Outcome, PlaceRelation, Role

_FIGHTERS = frozenset("Combatant Soldier PoliceOfficer Officer Attacker".split())
_UMBRELLA = frozenset("سلسله متفرقه موجه حوادث هجمات تفجيرات متزامنه".split())


@dataclass(frozen=True)
class Filled:
    """What is added to a happening: places, participants, a day."""

    places: tuple[tuple[PlaceRelation, Phrase], ...] = ()
    participants: tuple[tuple[Role, Phrase], ...] = ()
    time: int | None = None


class Filler:
    """Fills the happenings of one article."""

    def __init__(self, reading: ArticleReading, happenings: Sequence[Happening], knowledge: Knowledge) -> None:
        self.reading = reading
        self.happenings = happenings
        self.knowledge = knowledge
        self.frames = self._frames()

    def fill(self, happening: Happening) -> Filled:
        """What the article adds to a happening."""
        return Filled(tuple(self._places(happening)), tuple(self._participants(happening)), self._time(happening))

    # --- places --------------------------------------------------------------------------------------------------------

    def _frames(self) -> dict[int, tuple[Phrase, ...]]:
        """For each sentence, the places that open it ("وفي محافظة درعا ...") or opened one before it in the paragraph."""
        frames: dict[int, tuple[Phrase, ...]] = {}
        current: tuple[Phrase, ...] = ()
        paragraph = -1
        for s in self.reading.sentences:
            if s.sentence.paragraph != paragraph:
                current, paragraph = (), s.sentence.paragraph
            opening = self._opening(s)
            current = opening or current
            frames[s.sentence.number] = current
        return frames

    def _opening(self, s: SentenceReading) -> tuple[Phrase, ...]:
        first = s.sentence.first
        located = [p for p in s.phrases if p.located and p.part != "anaphor"]
        if not located or located[0].first > first + 3 or located[0].preposition not in ("في", "ب"):
            return ()
        out = [located[0]]
        for p in located[1:]:
            if p.first - out[-1].last <= 2 and not any(w.verb for w in self.reading.text.words[out[-1].last : p.first]):
                out.append(p)
            else:
                break
        return tuple(out)

    def _places(self, happening: Happening) -> list[tuple[PlaceRelation, Phrase]]:
        told = happening.place_phrases()
        named = [p for p in told if p.part != "anaphor"]
        if happening.type in ("Threat", "Appeal", "Defection", "Agreement", "ArmsTransfer"):
            return []
        sentence = self._main(happening).sentence
        frame = [(PlaceRelation.OCCURRED_AT, p) for p in self.frames.get(sentence, ())]
        if named:
            return [(r, p) for r, p in frame if self._contains(p, named)]
        if any(p.part == "anaphor" for p in told):
            before = self._located_before(min(p.first for p in told if p.part == "anaphor"))
            if before:
                return [*((PlaceRelation.OCCURRED_AT, p) for p in before), *frame]
        return frame or self._neighbour(happening)

    def _contains(self, outer: Phrase, inner: Sequence[Phrase]) -> bool:
        o = outer.mention.iri
        known = [p.mention.iri for p in inner if p.mention.iri]
        if o is None or not known:
            return outer.mention.kind in ("Governorate", "City", "Country", "Region")
        return any(self.knowledge.contains(i, o) for i in known) or len(known) < len(inner)

    def _located_before(self, word: int) -> list[Phrase]:
        """The last places named before a word, with those listed beside them."""
        phrases = [p for s in self.reading.sentences for p in s.phrases if p.located and p.part != "anaphor" and p.last <= word]
        if not phrases:
            return []
        out = [phrases[-1]]
        for p in reversed(phrases[:-1]):
            if out[-1].first - p.last <= 3 and out[-1].first - p.first < 10:
                out.append(p)
            else:
                break
        return list(reversed(out))

    def _neighbour(self, happening: Happening) -> list[tuple[PlaceRelation, Phrase]]:
        """The places of the happening that the same sentence tells with it."""
        sentences = {m.sentence for m in happening.mentions if not m.headline}
        for other in self.happenings:
            if other is happening:
                continue
            if any(m.sentence in sentences for m in other.mentions if m.places):
                return [(r, p) for m in other.mentions if m.sentence in sentences for r, p in m.places if p.part != "anaphor"]
        return []

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
        elif happening.type in ("Arrest", "Abduction", "Assassination", "Execution", "Killing", "HostageTaking", "Displacement"):
            out += [(Role.OBJECT, p) for p in victims if p.kind is not PhraseKind.NUMBER]
        elif k.is_a(happening.type, "Violence") and Role.OBJECT not in roles:
            facilities = [p for p in happening.place_phrases() if p.kind is PhraseKind.FACILITY]
            out += [(Role.OBJECT, p) for p in facilities[:1]]
        if k.is_a(happening.type, "Violence") and Role.OBJECT not in roles and not out and happening.type != "ArmedClash":
            out += [(Role.OBJECT, p) for p in victims if p.victim_kind in _FIGHTERS - {"Attacker"} or p.organization is not None]
        if k.is_a(happening.type, "Violence") and Role.AGENT not in roles and happening.type != "ArmedClash":
            out += self._agent_of_next(happening)
        return out

    def _victims(self, happening: Happening) -> list[Phrase]:
        wanted = {Outcome.KILLED, Outcome.INJURED, Outcome.CAPTURED, Outcome.MISSING, Outcome.KILLED_OR_INJURED, Outcome.DISPLACED}
        out: list[Phrase] = []
        for toll in happening.tolls:
            if toll.figures and toll.figures[0].outcome in wanted:
                out += [p for p in toll.victims[:1] if not p.mention.text.startswith(("آخر", "اخر"))]
        return out

    def _clash_sides(self, happening: Happening, roles: Sequence[Role], victims: Sequence[Phrase]) -> list[tuple[Role, Phrase]]:
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
        return any(w.bare in ("جانبين", "طرفين") for m in happening.mentions for w in words[m.trigger.word : m.trigger.word + 8])

    def _clash_before(self, happening: Happening) -> list[tuple[Role, Phrase]]:
        first = happening.mentions[0].trigger.word
        for other in reversed(self.happenings):
            if other is not happening and other.type in ("ArmedClash", "Capture") and other.mentions[0].trigger.word < first:
                pair = [(r, p) for m in other.mentions for r, p in m.participants if r in (Role.AGENT, Role.OBJECT)]
                if pair:
                    return pair
        return []

    def _agent_of_next(self, happening: Happening) -> list[tuple[Role, Phrase]]:
        """Strikes told one after the other are of one side ("... وأن غارة أخرى"): the agent of the strike told before."""
        main = self._main(happening)
        if main.trigger.verb or happening.type not in ("Airstrike", "Shelling"):
            return []
        before = [h for h in self.happenings if h.type == happening.type and h.mentions[0].trigger.word < main.trigger.word]
        for other in reversed(before):
            agents = [(r, p) for m in other.mentions for r, p in m.participants if r is Role.AGENT]
            if agents:
                return agents[:1]
        return []

    # --- time --------------------------------------------------------------------------------------------------------------

    def _time(self, happening: Happening) -> int | None:
        """The day of a lead that tells several happenings at once ("سلسلة هجمات", "حوادث متفرقة") is that of each."""
        lead = next((s for s in self.reading.sentences if not s.sentence.headline), None)
        if lead is None or any(self.reading.resolved[n] for m in happening.mentions for n in m.times):
            return None
        words = self.reading.text.words[lead.sentence.first : lead.sentence.last]
        if not any(w.bare in _UMBRELLA for w in words):
            return None
        return next((n for n, t in enumerate(self.reading.times) if lead.sentence.first <= t.first < lead.sentence.last and len(self.reading.resolved[n] or "") == 10), None)
