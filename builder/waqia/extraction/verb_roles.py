"""The roles of the arguments of a verb: subject and objects by its frame, turned round where it is passive."""

from __future__ import annotations

from waqia.arabic.particles import QUANTIFIERS

from .clauses import ClauseKind
from .lexicon import Frame
from .phrases import Phrase, PhraseKind
from .preposition_roles import PrepositionRoles
from .slots import Slots
from .syntax import Arguments, Chain
from .trace import Rule
from .triggers import Trigger

_ONESELF = frozenset("نفسه نفسها نفسيهما انفسهم انفسهما".split())
_AT = frozenset("في ب داخل وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي عند حول علي خارج محيط عبر لدي".split())


class VerbRoles(PrepositionRoles):
    """Fills the slots of a verb."""

    def _verbal(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        arguments = self.syntax.arguments[trigger.clause.number]
        if trigger.clause.predicate != trigger.word:
            arguments = Arguments()
        slots.subject_trigger = self._subject_trigger(trigger, arguments)
        subject, objects = arguments.subject, list(arguments.objects)
        if slots.subject_trigger is not None:
            if subject and subject[0].first > trigger.word:
                objects.insert(0, subject)
            subject = ()
        elif self._is_passive(trigger, frame, arguments):
            slots.passive = True
            own = subject and not (arguments.inherited and self._disagrees(trigger, subject))
            objects = [subject, *objects] if own else objects
            subject = ()
        if not slots.passive and slots.subject_trigger is None and self._goes_on(trigger, arguments):
            subject = self._acting_before(trigger) or subject
        if subject:
            self._fill(frame.subject, subject, slots, frame)
            own = subject is arguments.subject and not arguments.inherited
            slots.note(Rule.SUBJECT if own else Rule.UNDERSTOOD)
        for chain in objects:
            if self._of_collocate(trigger, chain[0]) or self._set_off(slots, chain[0]):
                continue
            if chain[0].first > trigger.word and self._cut(trigger, chain, slots.subject_trigger):
                continue
            self._fill(frame.object or "object", chain, slots, frame)
            slots.note(Rule.PASSIVE if slots.passive and chain is arguments.subject else Rule.OBJECT)
        unsaid = (
            slots.subject_trigger is None and arguments.antecedent is not None and not arguments.inherited
        )
        if not objects and unsaid and arguments.antecedent is not None:
            self._fill(frame.object or "place", (arguments.antecedent,), slots, frame)
            slots.note(Rule.ANTECEDENT)
        self._prepositional(trigger, frame, slots, trigger.clause.first, trigger.clause.last)
        if frame.name == "take" and not slots.places:
            self._prepositional(trigger, frame, slots, *self._after_relatives(trigger))
        if frame.name in ("take", "liberate", "enter"):
            self._held_before(trigger, slots)
            slots.note(Rule.HELD_BEFORE)

    def _after_relatives(self, trigger: Trigger) -> tuple[int, int]:
        """Where the clause goes on after what is told of its subject: "سيطر تحالف تدعمه س ويقوده ص (على المدينة)"."""
        words, at = self.text.words, trigger.clause.last
        for clause in self.syntax.clauses[trigger.clause.number + 1 :]:
            verb = clause.predicate
            told = clause.kind is ClauseKind.RELATIVE or clause.first > trigger.clause.last
            taken_up = verb is not None and any(a.pronoun for a in words[verb].readings if a.form.finite)
            if verb is None or verb in self.triggers or not (told and taken_up):
                break
            on = (c[0] for c in self.syntax.inside(verb + 1, clause.last) if c[0].preposition == "علي")
            if (found := next((p for p in on if p.located), None)) is not None:
                return found.first, clause.last
        return at, at

    def _set_off(self, slots: Slots, thing: Phrase) -> bool:
        """Whether a thing is the genitive of the blast that acts: "استهدف تفجير (سيارة مفخخة) مقرا"."""
        act = slots.subject_trigger
        blast = act is not None and self.triggers[act].frame == "blast" and thing.first == act + 1
        return blast and thing.kind is PhraseKind.THING and self._rigged(thing)

    def _goes_on(self, trigger: Trigger, arguments: Arguments) -> bool:
        """Whether the verb leaves its subject to be understood and its sentence has none for it."""
        unnamed = not arguments.subject or (arguments.inherited and arguments.subject == self.syntax.before)
        return unnamed and arguments.antecedent is None and trigger.clause.predicate == trigger.word

    def _acting_before(self, trigger: Trigger) -> Chain:
        """Who did what a noun told last in the sentence ("تحرير القوات البلدة بعد أن سيطرت على ...")."""
        earlier = [(word, s) for word, s in self.read_before.items() if word < trigger.word]
        return tuple(max(earlier, key=lambda x: x[0])[1].agents) if earlier else ()

    def _held_before(self, trigger: Trigger, slots: Slots) -> None:
        """Who held what is taken: "... التي كانت في أيدي المتمردين", "التي كانت تحتلها الميليشيات"."""
        for clause in self.syntax.clauses:
            if clause.kind is not ClauseKind.RELATIVE or clause.number != trigger.clause.number + 1:
                continue
            words = self.text.words[clause.first : clause.last]
            if not any(w.bare in ("كان", "كانت") for w in words[:4]):
                continue
            for p in self.syntax.phrases:
                if (
                    clause.first <= p.first < clause.last
                    and p.human
                    and p.preposition in ("", "في ايدي", "في يد", "ب")
                ):
                    slots.objects.append(p)

    def _of_collocate(self, trigger: Trigger, p: Phrase) -> bool:
        """Whether a thing is only the genitive of what the verb goes with: "(سقطت قذيفة) دبابة"."""
        return p.kind is PhraseKind.THING and p.construct and p.first - 1 == trigger.collocate

    def _cut(self, trigger: Trigger, chain: Chain, subject: int | None) -> bool:
        """Whether another trigger stands between, whose argument the chain is."""
        return any(
            trigger.word < s < chain[0].first
            and s not in (trigger.collocate, subject)
            and not self.triggers[s].verb
            for s in self.starts
        )

    def _subject_trigger(self, trigger: Trigger, arguments: Arguments) -> int | None:
        """The noun trigger that is the subject of the verb ("غارات استهدفت", "الهجوم الذي استهدف")."""
        clause = trigger.clause
        if (told := self._told_by_relative(trigger, arguments)) is not None:
            return told
        at = arguments.antecedent_trigger
        if at is not None and at in self.triggers and self._is_antecedent(trigger, at, arguments):
            return at
        earlier = [
            s
            for s in self.starts
            if clause.first <= s < trigger.word
            and not self.triggers[s].verb
            and not self.text.words[s].preposition
        ]
        if earlier and not any(
            c[0].human and not c[0].preposition and not c[0].construct
            for c in self.syntax.inside(clause.first, trigger.word)
        ):
            before = self.text.words[earlier[0] - 1] if earlier[0] > clause.first else None
            if before is None or before.bare not in _AT | {"من", "الي", "بعد", "خلال", "اثر", "في"}:
                return earlier[0]
        after = [s for s in self.starts if trigger.word < s <= trigger.word + 3 and not self.triggers[s].verb]
        if after and not self.text.words[after[0]].preposition and not self.text.words[after[0]].conjunction:
            gap = self.text.words[trigger.word + 1 : after[0]]
            if all(w.bare in QUANTIFIERS or w.token.is_number for w in gap) and (
                gap
                or self.text.words[after[0]].definite
                or self.triggers[after[0]].frame in ("assault", "explode", "blast")
            ):
                return after[0]
        return None

    def _is_antecedent(self, trigger: Trigger, noun: int, arguments: Arguments) -> bool:
        """Whether the noun before a clause is its subject, which no other can be."""
        clause, subject = trigger.clause, arguments.subject
        if arguments.antecedent is not None and (arguments.antecedent,) in arguments.objects:
            return False  # "(هدد بإعدام) مهندس خطفته"
        follows = bool(subject) and subject[0].first > trigger.word
        if follows and any(a.pronoun for a in self.text.words[trigger.word].readings):
            return False
        if clause.kind is ClauseKind.RELATIVE or not subject or arguments.inherited or follows:
            return True
        return not any(noun < p.first and p.last <= clause.first for p in self.syntax.phrases)

    def _told_by_relative(self, trigger: Trigger, arguments: Arguments) -> int | None:
        """The noun that a relative clause told of and a verb after "و" goes on with: "هجوم شنه س واستهدف طوافة"."""
        clause = trigger.clause
        if clause.kind is not ClauseKind.COORDINATE or clause.number == 0:
            return None
        before = self.syntax.clauses[clause.number - 1]
        noun = self.syntax.arguments[before.number].antecedent_trigger
        own = arguments.subject and not arguments.inherited
        alone = own and not arguments.subject[0].definite and not arguments.objects
        if before.kind is not ClauseKind.RELATIVE or noun not in self.triggers or (own and not alone):
            return None
        return noun if self.lexicon.frames[trigger.frame].name == "strike" else None

    def _is_passive(self, trigger: Trigger, frame: Frame, arguments: Arguments) -> bool:
        """Whether the letters allow the passive, no agent is named, and a count, victim or thing is beside the verb."""
        form = trigger.analysis.form
        if not form.passive or frame.subject != "agent":
            return False
        if trigger.collocate is not None and not arguments.subject:
            return False
        if not form.active:
            return True
        if any(w.bare in _ONESELF for w in self.text.words[trigger.word : trigger.clause.last]):
            return False  # "فجرت فتاة نفسها"
        if not frame.object:
            return False
        subject = arguments.subject
        if not subject or arguments.inherited:
            does = frame.object == "object" and bool(subject) and subject[0].human
            return (not arguments.objects and not does) or self._disagrees(trigger, subject)
        first = subject[0]
        actor = first.kind in (PhraseKind.ORGANIZATION, PhraseKind.METHOD) or (
            first.kind in (PhraseKind.GROUP, PhraseKind.PERSON, PhraseKind.PLACE)
            and first.minimum in (None, 1)
            and not first.accusative
        )
        struck = any(
            self._victim_like(c[0]) or c[0].located or c[0].kind is PhraseKind.THING
            for c in arguments.objects
        )
        if actor and struck and not self._by_phrase(trigger, frame):
            return False
        if frame.object == "victim":
            if trigger.analysis.pronoun:
                return False
            if trigger.analysis.form.kind == "present" and first.last <= trigger.word:
                return False
            return self._victim_like(first) or first.kind is PhraseKind.PERSON
        return first.located or first.kind is PhraseKind.THING

    def _disagrees(self, trigger: Trigger, subject: Chain) -> bool:
        """Whether a verb cannot go on with a subject told before it: "(مسلحون) ... وقتل" is of somebody else."""
        people = len(subject) == 1 and subject[0].kind is PhraseKind.GROUP
        plural = people and subject[0].plural
        return plural and trigger.analysis.form.number == 1 and not trigger.analysis.form.feminine

    def _by_phrase(self, trigger: Trigger, frame: Frame) -> bool:
        """Whether "على يد", "من قبل" names the agent."""
        agents = {p for p, role in frame.prepositions.items() if role == "agent" and " " in p}
        return any(c[0].preposition in agents for c in self.syntax.inside(trigger.word, trigger.clause.last))

    def _victim_like(self, phrase: Phrase) -> bool:
        return phrase.kind in (PhraseKind.GROUP, PhraseKind.NUMBER, PhraseKind.PERSON)
