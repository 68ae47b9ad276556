"""Who takes part in a happening although its mentions do not say so: the article does.

The sides of a clash are also those whose men fell in it, what is arrested or killed on purpose is the object of the
act, a place is taken from those who were fought or fled, and strikes told one after the other are of one side.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqia.knowledge import Knowledge

from . import during, entities, figures
from .events import Happening
from .mentions import EventMention
from .phrases import Phrase, PhraseKind
from .reading import ArticleReading
from .templates import Role
from .trace import Rule, by

_FIGHTERS = frozenset("Combatant Soldier PoliceOfficer Officer Attacker".split())
_ON_PURPOSE = frozenset(
    "Arrest Abduction Assassination Execution Killing HostageTaking Displacement Release PrisonBreak".split()
)
Roles = list[tuple[Role, Phrase]]


class ParticipantFiller:
    """Fills the participants of the happenings of one article."""

    def __init__(
        self, reading: ArticleReading, happenings: Sequence[Happening], knowledge: Knowledge
    ) -> None:
        self.reading = reading
        self.happenings = happenings
        self.knowledge = knowledge

    def added(self, happening: Happening) -> Roles:
        """What the article adds to a happening's participants."""
        told = [r for m in happening.mentions for r, _ in m.participants]
        if happening.type == "ArmedClash":
            return by(Rule.CLASH_SIDE, self._clash_sides(happening))
        if happening.type == "Offensive":
            aimed_at = [] if Role.OBJECT in told else self.aimed_at(happening)[1]
            return by(Rule.AIMED_AT, ((Role.OBJECT, p) for p in aimed_at))
        if happening.type in ("Capture", "Advance"):
            opponents = [] if Role.OBJECT in told else self._opponents(happening)
            return by(Rule.OPPONENT, ((Role.OBJECT, p) for p in opponents))
        out: Roles = []
        if happening.type in _ON_PURPOSE:
            out += by(Rule.SOUGHT, ((Role.OBJECT, p) for p in self._sought(happening)))
        elif self.knowledge.is_a(happening.type, "Violence") and Role.OBJECT not in told:
            out += by(Rule.STRUCK, ((Role.OBJECT, p) for p in self._struck(happening)))
        if Role.AGENT not in told:
            out += by(Rule.OPERATION, self._running_it(happening))
        if self.knowledge.is_a(happening.type, "Violence") and Role.AGENT not in told:
            out += by(Rule.SAME_SIDE, self._agent_of_next(happening))
        return out

    # --- victims -----------------------------------------------------------------------------------------------------

    def _victims(self, happening: Happening) -> list[list[Phrase]]:
        """Those whom each toll of the happening counts, "آخرون" left out."""
        counted = [t.victims for t in happening.tolls if t.figures]
        return [[p for p in v if not p.mention.text.startswith(("آخر", "اخر"))] for v in counted]

    def _sought(self, happening: Happening) -> list[Phrase]:
        """Whom the act was aimed at: people of a side, by name, else the first described."""
        tolls = [[p for p in v[:1] if p.kind is not PhraseKind.NUMBER] for v in self._victims(happening)]
        people = [p for v in tolls for p in v if not figures.nounless(self.reading.text, p)]
        if happening.type != "Displacement":
            people = people or [p for m in happening.mentions for p in self._named_victims(m)]
        known = [p for p in people if p.organization is not None or not p.mention.described]
        return known or people[:1]

    def _named_victims(self, mention: EventMention) -> list[Phrase]:
        """Whom the words of a mention name as its victims, counted or not."""
        slots = self.reading.sentences[mention.sentence].slots.get(mention.trigger.word)
        victims = slots.victims if slots is not None else []
        named = [p for p in victims if p.human]
        return [p for p in named if not p.mention.text.startswith(("آخر", "اخر"))]

    def _struck(self, happening: Happening) -> list[Phrase]:
        """What was struck where nobody says: the facility where it happened, else the armed men who fell."""
        facilities = [p for p in happening.place_phrases() if p.kind is PhraseKind.FACILITY]
        facilities = [p for p in facilities if not self._inhabited(p)]
        if facilities:
            return facilities[:1]
        fallen = [p for v in self._victims(happening) for p in v[:1]]
        agents = [p for m in happening.mentions for r, p in m.participants if r is Role.AGENT]
        fallen = [p for p in fallen if not any(entities.same(p.actor, a.actor) for a in agents)]
        armed = [p for p in fallen if p.victim_kind in _FIGHTERS - {"Attacker"} or p.organization is not None]
        return [p for p in armed if p.organization is not None] or armed[:1]

    def _inhabited(self, facility: Phrase) -> bool:
        """Whether people live there, so that it is no more aimed at than a town: a camp of refugees."""
        head = self.reading.text.words[facility.head].noun("PlaceHead")
        return head is not None and "inhabited" in head.entry.needs

    # --- sides -------------------------------------------------------------------------------------------------------

    def _clash_sides(self, happening: Happening) -> Roles:
        """The side or sides of a clash that are not told: those whose men fell, or those of the clash before."""
        told: Roles = []
        for role, phrase in ((r, p) for m in happening.mentions for r, p in m.participants):
            if not any(entities.same(phrase.actor, p.actor) for _, p in told):
                told.append((role, phrase))
        roles = {r for r, _ in told}
        if roles >= {Role.AGENT, Role.OBJECT}:
            return []
        fighters = [self._joined([p for p in v if self._fights(p)]) for v in self._victims(happening)]
        other = [v for v in fighters if v and not any(entities.same(v[0].actor, q.actor) for _, q in told)]
        if roles:
            missing = Role.OBJECT if Role.AGENT in roles else Role.AGENT
            return [(missing, p) for p in (other or [[]])[0]]
        before = self._clash_before(happening)
        if before and self._says_both(happening):
            return before
        first = other[:1]
        second = [v for v in other[1:] if not any(entities.same(v[0].actor, p.actor) for p in first[0])][:1]
        sides = zip((Role.AGENT, Role.OBJECT), [*first, *second], strict=False)
        return [(role, p) for role, side in sides for p in side]

    def _joined(self, fallen: list[Phrase]) -> list[Phrase]:
        """The fallen with the sides that "و" joins to them under one figure ("15 من مسلحي س وقوات ص")."""
        for s in self.reading.sentences if fallen else ():
            for p in s.phrases:
                free = p.conjoined and not p.preposition and p.quantity is None
                if free and p.first == fallen[-1].last and p.kind is PhraseKind.ORGANIZATION:
                    fallen = [*fallen, p]
        return fallen

    def _fights(self, p: Phrase) -> bool:
        return p.victim_kind in _FIGHTERS or p.organization is not None or p.kind is PhraseKind.ORGANIZATION

    def _says_both(self, happening: Happening) -> bool:
        words = self.reading.text.words
        return any(
            w.bare in ("جانبين", "طرفين")
            for m in happening.mentions
            for w in words[m.trigger.word : m.trigger.word + 8]
        )

    def _clash_before(self, happening: Happening) -> Roles:
        first = happening.mentions[0].trigger.word
        for other in reversed(self.happenings):
            if (
                other is not happening
                and other.type in ("ArmedClash", "Capture")
                and other.mentions[0].trigger.word < first
            ):
                pair: Roles = [
                    (r, p)
                    for m in other.mentions
                    for r, p in m.participants
                    if r in (Role.AGENT, Role.OBJECT)
                ]
                if pair:
                    return pair
        return []

    def _opponents(self, happening: Happening) -> list[Phrase]:
        """From whom a place was taken: who is fought, or flees, in the sentence that tells of the taking."""
        takers = [p for m in happening.mentions for r, p in m.participants if r is Role.AGENT]
        if not takers:
            return []
        for m in happening.mentions:
            beside = [o for o in self.reading.sentences[m.sentence].mentions if o is not m]
            sides = [p for o in beside for r, p in o.participants if self._is_side(o, r)]
            sides = [p for p in sides if p.kind in (PhraseKind.ORGANIZATION, PhraseKind.GROUP)]
            sides = [p for p in sides if not any(entities.same(p.actor, t.actor) for t in takers)]
            if sides:
                return sides
        return self._fought(takers, happening)

    def _fought(self, takers: list[Phrase], happening: Happening) -> list[Phrase]:
        """Whom the takers fight elsewhere in the article: the other side of the clash or strike told nearest."""
        at = happening.mentions[0].trigger.word
        found: list[tuple[int, list[Phrase]]] = []
        for m in (m for h in self.happenings if h is not happening for m in h.mentions):
            if m.type != "ArmedClash" and not self.knowledge.is_a(m.type, "TerritorialControl"):
                continue
            agents = [p for role, p in m.participants if role is Role.AGENT]
            objects = [p for role, p in m.participants if role is Role.OBJECT]
            for ours, theirs in ((agents, objects), (objects, agents)):
                if any(entities.same(p.actor, t.actor) for p in ours for t in takers):
                    foes = [p for p in theirs if p.armed]
                    foes = [p for p in foes if not any(entities.same(p.actor, t.actor) for t in takers)]
                    found += [(abs(m.trigger.word - at), foes)] if foes else []
        return min(found, key=lambda x: x[0])[1] if found else []

    def _is_side(self, mention: EventMention, role: Role) -> bool:
        if mention.type == "ArmedClash":
            return role in (Role.AGENT, Role.OBJECT)
        return mention.type == "Withdrawal" and role is Role.AGENT

    def aimed_at(self, happening: Happening) -> tuple[list[Phrase], list[Phrase]]:
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

    def _running_it(self, happening: Happening) -> Roles:
        """Who runs the operation in which it was done."""
        operation = during.operation_of(happening, self.happenings, self.reading)
        return [(Role.AGENT, p) for p in during.run_by(operation)] if operation is not None else []

    def _agent_of_next(self, happening: Happening) -> Roles:
        """Strikes told one after the other are of one side ("... وأن غارة أخرى"): that of the strike told before."""
        main = next((m for m in happening.mentions if not m.headline), happening.mentions[0])
        if main.trigger.verb or happening.type not in ("Airstrike", "Shelling"):
            return []
        before = [
            h
            for h in self.happenings
            if h.type == happening.type and h.mentions[0].trigger.word < main.trigger.word
        ]
        for other in reversed(before):
            strikes = [m for m in other.mentions if m.type != "Killing"]
            agents: Roles = [(r, p) for m in strikes for r, p in m.participants if r is Role.AGENT]
            if agents:
                return agents[:1]
        return []
