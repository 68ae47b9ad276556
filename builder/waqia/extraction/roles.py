"""Roles: which phrases are agent, object, victims and places of a trigger, by its frame.

A phrase has one role in a clause. What decides: its place (subject, object, genitive), its preposition as the frame
of the trigger reads it, and its kind, since "قصف الطيران" names who strikes and "قصف البلدة" what is struck.
"""

from __future__ import annotations

from .entities import same
from .noun_roles import NounRoles
from .phrases import Phrase, PhraseKind
from .slots import Slots
from .syntax import Chain
from .trace import Rule
from .triggers import Trigger
from .verb_roles import VerbRoles


class RoleReader(VerbRoles, NounRoles):
    """Fills the slots of the triggers of one sentence."""

    def read(self, trigger: Trigger) -> Slots:
        """The slots of a trigger."""
        slots = Slots()
        frame = self.lexicon.frames[trigger.frame]
        if trigger.verb:
            self._verbal(trigger, frame, slots)
        else:
            self._nominal(trigger, frame, slots)
        if not slots.agents:
            self._left_by(trigger, slots)
            slots.note(Rule.LAID)
        self.read_before[trigger.word] = slots
        slots.objects = [q for p in slots.objects for q in self._owners(p, slots)]
        slots.note(Rule.OWNERS)
        return slots

    def _left_by(self, trigger: Trigger, slots: Slots) -> None:
        """Who laid what went off: "انفجار ألغام زرعها الحوثيون"."""
        ends = [w.last for w in slots.weapons] + (
            [] if trigger.collocate is None else [trigger.collocate + 1]
        )
        for end in ends:
            clause = next((c for c in self.syntax.clauses if end <= c.first <= end + 2), None)
            if clause is None or clause.predicate is None or clause.predicate > clause.first + 1:
                continue
            readings = self.text.words[clause.predicate].readings
            if any("lays" in a.entry.needs for a in readings if a.form.finite):
                slots.agents += [p for p in self.syntax.arguments[clause.number].subject if p.human]

    def _owners(self, thing: Phrase, slots: Slots) -> Chain:
        """The people whose a thing is said to be by a pronoun ("مواقعهم", "تجمع لهم"): those named last before it."""
        if thing.kind is not PhraseKind.THING or thing.organization is not None:
            return (thing,)
        listed = [q for c in self.syntax.chains if any(p.first == thing.first for p in c) for q in c]
        if not any(self._theirs(q) for q in listed if q.first >= thing.first):
            return (thing,)
        acting = [a.actor for a in slots.agents]
        for chain in reversed([c for c in self.syntax.chains if c[0].last <= thing.first]):
            sides = tuple(p for p in chain if self._many(p) and not any(same(p.actor, a) for a in acting))
            if sides:
                return sides
        return (thing,)

    def _theirs(self, thing: Phrase) -> bool:
        words = self.text.words
        after = words[thing.last - 1 : thing.last + 1]
        return any(w.bare == "لهم" for w in after) or any(
            a.pronoun == "هم" for a in words[thing.head].readings if a.entry.use == "Thing"
        )

    def _many(self, p: Phrase) -> bool:
        """Whether a phrase names the people of a side, whom "هم" can mean: not one man, nor an alliance or a state."""
        if p.kind is PhraseKind.GROUP:
            return p.victim_kind in ("Combatant", "Attacker") or p.organization is not None
        head = self.text.words[p.head].noun("OrganizationHead")
        return p.kind is PhraseKind.ORGANIZATION and (head is None or head.form.number != 1)


__all__ = ["RoleReader", "Slots"]
