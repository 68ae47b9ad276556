"""The arguments that a noun has through the verb that carries it: "شنت ... غارات", "تعرض لقصف", "تستعد لاستعادة"."""

from __future__ import annotations

from .clauses import Clause, ClauseKind
from .lexicon import Frame
from .preposition_roles import PrepositionRoles
from .slots import Slots
from .syntax import Chain
from .trace import Rule
from .triggers import Trigger

_CIRCUMSTANCES = frozenset("بعد عقب اثر خلال اثناء قبل منذ جراء بسبب نتيجه رغم".split())


class LightVerbRoles(PrepositionRoles):
    """Fills the slots of a noun from its light verb."""

    def _carrier(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        """The subject of the light verb is the agent; of "تعرض", the place or object."""
        carrier, clause = trigger.carrier, trigger.carrier_clause
        if carrier is None and self._parted(trigger):
            carrier, clause = trigger.clause.predicate, trigger.clause
        if carrier is not None and clause is not None and not self._circumstance(trigger, carrier):
            self._light(trigger, carrier, clause, frame, slots, before=trigger.word)
            slots.note(Rule.LIGHT_VERB)
            self._companions(trigger, carrier, frame, slots)
            slots.note(Rule.COMPANION)

    def _companions(self, trigger: Trigger, carrier: int, frame: Frame, slots: Slots) -> None:
        """Who does it with the subject, told between it and what they do: "بدأ الجيش، مع الشرطة، حملة"."""
        if not slots.agents or "مع" in frame.prepositions:
            return
        for chain in self.syntax.inside(carrier + 1, trigger.word):
            opening = self.text.words[chain[0].first - 2]
            set_off = opening.verb or opening.sign or any(p.last == opening.i + 1 for p in slots.agents)
            if chain[0].preposition == "مع" and set_off:
                self._fill("agent", [p for p in chain if p.human], slots, frame)

    def _circumstance(self, trigger: Trigger, carrier: int) -> bool:
        """Whether the noun only tells when or why what the verb says took place: "أعلن القرار عقب وقوع هجوم"."""
        words, i = self.text.words, trigger.word - 1
        if i > carrier and words[i].noun("LightVerb") is not None:
            i -= 1
        return i > carrier and words[i].bare in _CIRCUMSTANCES and not words[i].definite

    def _parted(self, trigger: Trigger) -> bool:
        """Whether only an adverbial between commas parts the noun from its light verb ("ألقت ... أمس، القبض على")."""
        words, verb = self.text.words, trigger.clause.predicate
        if verb is None or not verb < trigger.word or words[trigger.word].preposition:
            return False
        between = any(verb < s < trigger.word for s in self.starts)
        return (
            words[trigger.word - 1].bare in ("،", ",") and not between and bool(words[verb].use("LightVerb"))
        )

    def _relative(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        clause = trigger.relative
        if clause is None or clause.predicate is None:
            return
        word = self.text.words[clause.predicate]
        if word.use("LightVerb") and not self._of_people(clause):
            self._light(trigger, clause.predicate, clause, frame, slots, before=clause.last)
            slots.note(Rule.LIGHT_VERB)
            self._prepositional(trigger, frame, slots, clause.predicate + 1, self._clause_limit(clause))

    def _of_people(self, clause: Clause) -> bool:
        """Whether the clause tells of the people right before it: "(سجن خمسة متهمين) شاركوا في"."""
        before = self.syntax.arguments[clause.number].antecedent
        plural = {a.form.number for a in self.text.words[clause.predicate or 0].readings if a.form.finite}
        return before is not None and before.human and plural <= {2, 3}

    def _clause_limit(self, clause: Clause) -> int:
        later = [
            s for s in self.starts if clause.predicate is not None and clause.predicate < s < clause.last
        ]
        return min(later, default=clause.last)

    def _light(
        self, trigger: Trigger, verb: int, clause: Clause, frame: Frame, slots: Slots, *, before: int
    ) -> None:
        reading = self.text.words[verb].use("LightVerb")
        if reading is None:
            return
        needs = reading.entry.needs
        if "occur" in needs:
            self._fallen_into(trigger, clause, frame, slots)
            return
        if slots.agents and (slots.objects or not needs & {"passive", "place"}):
            return
        if self.text.words[verb].verb:
            subject = self.syntax.arguments[clause.number].subject
            if "passive" in needs and not (subject and subject[0].located):
                arguments = self.syntax.arguments[clause.number]
                free = arguments.free if arguments.free and arguments.free[0].first < before else ()
                subject = free or (subject if not arguments.inherited else self._topic(clause))
            if (
                self.syntax.arguments[clause.number].inherited
                and clause.kind is not ClauseKind.COORDINATE
                and subject
                and subject[0].last <= trigger.word
                and clause is trigger.relative
            ):
                subject = ()
        else:
            subject = next(
                (c for c in self.syntax.chains if c[0].first == verb + 1 and c[0].first < before), ()
            )
        if not subject:
            return
        if "passive" in needs or "place" in needs:
            self._fill("object", subject, slots, frame)
        else:
            self._fill("agent", subject, slots, frame)

    def _fallen_into(self, trigger: Trigger, clause: Clause, frame: Frame, slots: Slots) -> None:
        """Whom an ambush struck: "وقعت قوة في كمين"."""
        subject = self.syntax.arguments[clause.number].subject
        if frame.name == "ambush" and self.text.words[trigger.word - 1].bare == "في" and subject:
            self._fill("object", [p for p in subject if p.human], slots, frame)

    def _topic(self, clause: Clause) -> Chain:
        """What stands free before the verb ("كانت أحياء ... قد تعرضت")."""
        at = clause.predicate if clause.predicate is not None else clause.last
        found = [c for c in self.syntax.inside(self.syntax.sentence.first, at) if not c[0].preposition]
        return found[-1] if found else ()
