"""Roles: which phrases are agent, object, victims and places of a trigger, by its frame.

A phrase has one role in a clause. What decides: its place (subject, object, genitive), its preposition as the frame
of the trigger reads it, and its kind, since "قصف الطيران" names who strikes and "قصف البلدة" what is struck.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..arabic.particles import QUANTIFIERS
from .clauses import Clause, ClauseKind
from .lexicon import Analysis, Frame, Lexicon
from .names import Names
from .phrases import Phrase, PhraseKind
from .syntax import Arguments, Chain, Syntax
from .templates import Mention, PlaceRelation, Role, Span
from .triggers import Trigger
from .words import Text

_AT = frozenset("في ب داخل وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي عند حول علي خارج محيط عبر لدي".split())
_NEAR = frozenset("قرب بالقرب قباله بجانب".split())
_STRUCK = frozenset({"strike", "assault", "ambush", "blast", "fire", "land", "explode"})
_LAID = frozenset({"زرع", "وضع", "ترك", "خلف", "نصب"})
_EXCEPT = frozenset({"عدا", "ماعدا", "باستثناء", "سوي", "خلا"})
_PARTIES = ("ArmedClash", "Talks", "Agreement", "Ceasefire")


@dataclass
class Slots:
    """The arguments of one trigger as they are found."""

    agents: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    victims: list[Phrase] = field(default_factory=list)
    places: list[tuple[PlaceRelation, Phrase]] = field(default_factory=list)
    weapons: list[Phrase] = field(default_factory=list)
    supporters: list[Phrase] = field(default_factory=list)
    forces: list[Phrase] = field(default_factory=list)
    arms: list[Phrase] = field(default_factory=list)
    content: list[Phrase] = field(default_factory=list)
    subject_trigger: int | None = None
    passive: bool = False
    used: set[int] = field(default_factory=set)

    def roles(self) -> tuple[tuple[Role, Phrase], ...]:
        """Participants in their roles."""
        return (
            *((Role.AGENT, p) for p in self.agents),
            *((Role.OBJECT, p) for p in self.objects),
            *((Role.SUPPORTER, p) for p in self.supporters),
        )


def frame_of(trigger: Trigger) -> str:
    """The name of a trigger's frame."""
    return trigger.frame


class RoleReader:
    """Fills the slots of the triggers of one sentence."""

    def __init__(
        self,
        text: Text,
        syntax: Syntax,
        triggers: Sequence[Trigger],
        lexicon: Lexicon,
        names: Names,
        speaking: Callable[[int], Phrase | None],
    ) -> None:
        self.names = names
        self.speaking = speaking
        self.text = text
        self.syntax = syntax
        self.triggers = {t.word: t for t in triggers}
        self.starts = sorted(self.triggers)
        self.lexicon = lexicon

    def read(self, trigger: Trigger) -> Slots:
        """The slots of a trigger."""
        slots = Slots()
        frame = self.lexicon.frames[trigger.frame]
        if trigger.verb:
            self._verbal(trigger, frame, slots)
        else:
            self._nominal(trigger, frame, slots)
        return slots

    # --- verbs -----------------------------------------------------------------------------------------------------

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
            objects = [subject, *objects] if subject else objects
            subject = ()
        if subject:
            self._fill(frame.subject, subject, slots, frame)
        for chain in objects:
            if chain[0].first > trigger.word and self._cut(trigger, chain):
                continue
            self._fill(frame.object or "object", chain, slots, frame)
        if not objects and arguments.antecedent is not None and not arguments.inherited:
            self._fill(frame.object or "place", (arguments.antecedent,), slots, frame)
        self._prepositional(trigger, frame, slots, trigger.clause.first, trigger.clause.last)
        if frame.name in ("take", "liberate", "enter"):
            self._held_before(trigger, slots)

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

    def _cut(self, trigger: Trigger, chain: Chain) -> bool:
        """Whether another trigger stands between, whose argument the chain is."""
        return any(
            trigger.word < s < chain[0].first and s != trigger.collocate and not self.triggers[s].verb
            for s in self.starts
        )

    def _subject_trigger(self, trigger: Trigger, arguments: Arguments) -> int | None:
        """The noun trigger that is the subject of the verb ("غارات استهدفت", "الهجوم الذي استهدف")."""
        clause = trigger.clause
        if arguments.antecedent_trigger is not None and arguments.antecedent_trigger in self.triggers:
            at = arguments.antecedent_trigger
            between = [p for p in self.syntax.phrases if at < p.first and p.last <= clause.first]
            if (
                clause.kind is ClauseKind.RELATIVE
                or not arguments.subject
                or arguments.inherited
                or (arguments.subject[0].first > trigger.word)
                or not between
            ):
                if not (
                    arguments.subject
                    and arguments.subject[0].first > trigger.word
                    and any(a.pronoun for a in self.text.words[trigger.word].readings)
                ):
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
                or frame_of(self.triggers[after[0]]) in ("assault", "explode")
            ):
                return after[0]
        return None

    def _is_passive(self, trigger: Trigger, frame: Frame, arguments: Arguments) -> bool:
        """Passive if the letters allow it, no agent is named and what follows (or goes before) is a count, a victim or a
        thing (EXTRACTION, stage 10)."""
        form = trigger.analysis.form
        if not form.passive or frame.subject != "agent":
            return False
        if trigger.collocate is not None and not arguments.subject:
            return False
        if form.passive and not form.active:
            return True
        subject = arguments.subject
        if not subject or arguments.inherited:
            return not arguments.objects or frame.object in ("victim",) and False
        first = subject[0]
        actor = first.kind in (PhraseKind.ORGANIZATION, PhraseKind.METHOD) or (
            first.kind in (PhraseKind.GROUP, PhraseKind.PERSON, PhraseKind.PLACE)
            and first.minimum in (None, 1)
            and not first.accusative
        )
        if (
            actor
            and arguments.objects
            and any(
                self._victim_like(c[0]) or c[0].located or c[0].kind is PhraseKind.THING
                for c in arguments.objects
            )
        ):
            if not self._by_phrase(trigger, frame):
                return False
        if frame.object == "victim":
            if trigger.analysis.pronoun:
                return False
            if trigger.analysis.form.kind == "present" and first.last <= trigger.word:
                return False
            return self._victim_like(first) or first.kind is PhraseKind.PERSON
        return first.located or first.kind is PhraseKind.THING

    def _by_phrase(self, trigger: Trigger, frame: Frame) -> bool:
        """Whether "على يد", "من قبل" names the agent."""
        agents = {p for p, role in frame.prepositions.items() if role == "agent" and " " in p}
        return any(c[0].preposition in agents for c in self.syntax.inside(trigger.word, trigger.clause.last))

    def _victim_like(self, phrase: Phrase) -> bool:
        return phrase.kind in (PhraseKind.GROUP, PhraseKind.NUMBER, PhraseKind.PERSON)

    # --- nouns -----------------------------------------------------------------------------------------------------

    def _nominal(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        limit = self._limit(trigger)
        genitive = self._genitive(trigger, limit)
        if genitive:
            role = frame.genitive or "agent"
            if (
                role == "byKind"
                and (frame.name == "expel" or trigger.type == "Destruction")
                and not self._accusative(trigger, genitive, limit)
            ):
                role = (
                    "object"
                    if not (genitive[0].kind is PhraseKind.METHOD and genitive[0].part == "aircraft")
                    else role
                )
            if trigger.analysis.pronoun and role == "byKind":
                role = "object"
            self._fill(role, genitive, slots, frame, genitive=True)
            follower = self._accusative(trigger, genitive, limit)
            if follower and slots.agents:
                self._fill(frame.object or "object", follower, slots, frame)
        elif (bare := self._accusative(trigger, (), limit)) and trigger.analysis.pronoun:
            self._fill(frame.object or "object", bare, slots, frame)
        self._prepositional(trigger, frame, slots, trigger.word + 1, limit)
        self._carrier(trigger, frame, slots)
        self._relative(trigger, frame, slots)
        if not slots.agents:
            self._left_by(slots)
        if trigger.analysis.form.kind == "participle":
            self._participle(trigger, slots)
        if trigger.analysis.pronoun and not slots.agents and frame.genitive in ("agent", "byKind"):
            self._pronoun(trigger, slots)
        if (
            not slots.agents
            and frame.genitive in ("agent", "byKind", "forces", "arms")
            and not trigger.analysis.pronoun
        ):
            slots.agents += self._adjectival_agents(trigger.word + 1)

    def _adjectival_agents(self, i: int) -> list[Phrase]:
        """An actor given only as an adjective ("غارات روسية سورية"): the adjectives as they stand."""
        out: list[Phrase] = []
        end = self.syntax.sentence.last
        while (
            i < end
            and (self.text.words[i].adjectival or (out and self.text.words[i].conjunction))
            and not self.text.words[i].preposition
        ):
            word = self.text.words[i]
            if word.noun("PlaceHead", "Thing", "OrganizationHead", "Human"):
                break
            if self.names.demonym(word):
                start, stop = self.text.span(i, i + 1)
                mention = Mention(self.text.string(i, i + 1), Span(start, stop), "Government")
                out.append(Phrase(i, i + 1, i, PhraseKind.ORGANIZATION, mention))
            i += 1
        return out

    def _participle(self, trigger: Trigger, slots: Slots) -> None:
        """ "حي الوعر المحاصر": what it is said of is struck; who does it is the subject of the clause, if a side is."""
        before = next(
            (p for p in reversed(self.syntax.phrases) if p.last <= trigger.word <= p.last + 1), None
        )
        if before is not None and not slots.places:
            self._fill_one("object", before, slots, self.lexicon.frames[trigger.frame], genitive=False)
        subject = self.syntax.arguments[trigger.clause.number].subject
        if not slots.agents and subject and subject[0].kind is PhraseKind.ORGANIZATION:
            slots.agents += [p for p in subject if p is not before]

    def _pronoun(self, trigger: Trigger, slots: Slots) -> None:
        """ "استهدافه", "سيطرتهم", "انسحابه": the agent is the subject of the clause or of the one before."""
        side = self._side_before(trigger)
        speaker = self.speaking(trigger.word)
        if speaker is not None and speaker.kind in (PhraseKind.SOURCE,):
            speaker = None
        clause = trigger.clause
        says = clause.predicate is not None and self.text.words[clause.predicate].use("Saying") is not None
        subject = self.syntax.arguments[clause.number].subject
        if side is not None:
            subject = (side,)
        elif speaker is not None and (says or not subject):
            subject = (speaker,)
        elif not subject or subject[0].first > trigger.word:
            subject = self.syntax.before if not subject else subject
        slots.agents += [p for p in subject if p.human and p.first != trigger.word and p.kind is not PhraseKind.SOURCE]

    def _side_before(self, trigger: Trigger) -> Phrase | None:
        """The armed side named last before the noun in its sentence, told before its possessive takes it up."""
        sides = [
            p
            for p in self.syntax.phrases
            if p.last <= trigger.word
            and p.kind in (PhraseKind.ORGANIZATION, PhraseKind.GROUP)
            and (p.victim_kind == "Combatant" or p.kind is PhraseKind.ORGANIZATION)
            and p.mention.kind not in ("MediaOrganization", "MonitoringOrganization", "Organization")
        ]
        return sides[-1] if sides else None

    def _limit(self, trigger: Trigger) -> int:
        """Where the arguments of a noun end: at the next trigger that is not joined to it, or verb, or clause."""
        limit = trigger.clause.last
        for s in self.starts:
            if trigger.word < s < limit and s != trigger.collocate:
                joined = self.text.words[s].conjunction == "و" and not self.triggers[s].verb
                if not joined or s - trigger.word > 4:
                    limit = s
                    break
        for i in range(trigger.word + 1, limit):
            w = self.text.words[i]
            if w.verb or (w.noun("TollVerb") and w.conjunction):
                limit = i
                break
        return limit

    def _genitive(self, trigger: Trigger, limit: int) -> Chain:
        start = trigger.word + 1 if trigger.collocate is None else max(trigger.word, trigger.collocate) + 1
        while (
            start < limit
            and self.text.words[start].adjectival
            and not self._starts_phrase(start)
            and not self.text.words[start].conjunction
        ):
            start += 1
        chain = next((c for c in self.syntax.chains if c[0].first == start), ())
        if not chain or chain[0].preposition or chain[0].first >= limit:
            return ()
        if (
            start > trigger.word + 1
            and trigger.collocate is None
            and not self.text.words[trigger.word].definite
        ):
            return ()
        if self._adjective(trigger, chain[0]):
            return ()
        return () if self.text.words[chain[0].first].conjunction else chain

    def _adjective(self, trigger: Trigger, phrase: Phrase) -> bool:
        """Whether a noun of people is here the adjective of the happening ("هجوم إرهابي")."""
        word = self.text.words[phrase.head]
        one = phrase.kind is PhraseKind.GROUP and not phrase.plural and phrase.quantity is None
        return one and word.adjectival and word.definite == self.text.words[trigger.word].definite

    def _starts_phrase(self, i: int) -> bool:
        return any(p.first == i for p in self.syntax.phrases)

    def _accusative(self, trigger: Trigger, genitive: Chain, limit: int) -> Chain:
        first = genitive[-1].last if genitive else trigger.word + 1
        for chain in self.syntax.inside(first, limit):
            if chain[0].preposition:
                return ()
            if chain[0] not in genitive and not chain[0].conjoined:
                return chain
        return ()

    def _left_by(self, slots: Slots) -> None:
        """Who laid what went off: "انفجار ألغام زرعها الحوثيون"."""
        for weapon in slots.weapons:
            clause = next((c for c in self.syntax.clauses if weapon.last <= c.first <= weapon.last + 2), None)
            if clause is None or clause.predicate is None or clause.predicate > clause.first + 1:
                continue
            if any(a.entry.lemma in _LAID for a in self.text.words[clause.predicate].readings if a.form.finite):
                slots.agents += [p for p in self.syntax.arguments[clause.number].subject if p.human]

    def _carrier(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        """The subject of the light verb is the agent; of "تعرض", the place or object."""
        if trigger.carrier is None or trigger.carrier_clause is None:
            return
        self._light(trigger, trigger.carrier, trigger.carrier_clause, frame, slots, before=trigger.word)

    def _relative(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        clause = trigger.relative
        if clause is None or clause.predicate is None:
            return
        word = self.text.words[clause.predicate]
        if word.use("LightVerb"):
            self._light(trigger, clause.predicate, clause, frame, slots, before=clause.last)
            self._prepositional(trigger, frame, slots, clause.predicate + 1, self._clause_limit(clause))

    def _clause_limit(self, clause: Clause) -> int:
        later = [
            s for s in self.starts if clause.predicate is not None and clause.predicate < s < clause.last
        ]
        return min(later, default=clause.last)

    def _light(
        self, trigger: Trigger, verb: int, clause: Clause, frame: Frame, slots: Slots, *, before: int
    ) -> None:
        reading = self.text.words[verb].use("LightVerb") or self._planning(verb)
        if reading is None:
            return
        needs = reading.entry.needs
        if "occur" in needs:
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

    def _planning(self, verb: int) -> Analysis | None:
        """The reading of a verb of planning ("تستعد القوات لاستعادة"): who plans is who will act."""
        reading = self.text.words[verb].use("Saying")
        return reading if reading is not None and reading.entry.stance == "Plans" else None

    def _topic(self, clause: Clause) -> Chain:
        """What stands free before the verb ("كانت أحياء ... قد تعرضت")."""
        at = clause.predicate if clause.predicate is not None else clause.last
        found = [c for c in self.syntax.inside(self.syntax.sentence.first, at) if not c[0].preposition]
        return found[-1] if found else ()

    # --- prepositions ----------------------------------------------------------------------------------------------

    def _prepositional(self, trigger: Trigger, frame: Frame, slots: Slots, first: int, last: int) -> None:
        for chain in self.syntax.inside(first, last):
            p = chain[0]
            if id(p) in slots.used or (trigger.verb and self._belongs_to_other(trigger, p)):
                continue
            if p.preposition in _EXCEPT or self.text.words[p.first - 1].bare in _EXCEPT:
                continue
            prep = p.preposition
            if prep in frame.prepositions and p.first > trigger.word:
                self._by_preposition(frame.prepositions[prep], chain, slots, frame, trigger)
            elif (
                prep == "ب"
                and p.kind in (PhraseKind.METHOD, PhraseKind.THING)
                and p.part in ("aircraft", "munition", "device", "arms", "vehicle")
            ):
                slots.weapons += chain
            elif p.located:
                self._place(chain, prep, slots)
            elif prep == "ب" and p.human and self._support(p):
                slots.supporters += chain
        for i in range(max(first, trigger.word), last - 1):
            if (
                self.text.words[i].bare in ("دعم", "مسانده", "موازره", "غطاء", "اسناد")
                and self.text.words[i].preposition == "ب"
            ):
                slots.supporters += self._adjectival_agents(i + 1)

    def _belongs_to_other(self, trigger: Trigger, phrase: Phrase) -> bool:
        """Whether a noun trigger between the verb and the phrase takes it."""
        others = [
            s
            for s in self.starts
            if trigger.word < s < phrase.first and not self.triggers[s].verb and s != trigger.collocate
        ]
        if not others:
            others = [
                s
                for s in self.starts
                if s < trigger.word
                and phrase.first < trigger.word
                and s < phrase.first
                and not self.triggers[s].verb
            ]
            return bool(others) and phrase.human
        return phrase.human or phrase.kind is PhraseKind.THING

    def _support(self, phrase: Phrase) -> bool:
        before = self.text.words[phrase.first - 1]
        return before.bare in ("دعم", "مسانده", "موازره", "قياده", "مشاركه", "غطاء")

    def _by_preposition(self, role: str, chain: Chain, slots: Slots, frame: Frame, trigger: Trigger) -> None:
        p = chain[0]
        if role == "parties":
            self._parties(chain, slots, trigger)
            return
        if p.preposition == "ل" and role == "object" and self._acts_by_l(p, slots, frame, trigger):
            role = "agent"
        if role == "agent" and not (p.human or p.kind is PhraseKind.METHOD):
            if p.located and p.preposition in ("ل", "علي"):
                self._fill("object", chain, slots, frame)
            elif p.located:
                self._place(chain, p.preposition, slots)
            return
        if role == "destination" and not p.located:
            return
        if p.preposition == "من" and role == "object" and p.located:
            return  # "القريبة من الأردن"
        if role == "object" and p.preposition == "علي" and p.kind is PhraseKind.METHOD:
            return
        if role == "object" and frame.name in ("release", "nab") and p.kind is PhraseKind.GROUP:
            self._fill("victim", chain, slots, frame)
            return
        self._fill(role, chain, slots, frame)

    def _acts_by_l(self, p: Phrase, slots: Slots, frame: Frame, trigger: Trigger) -> bool:
        """ "قصف للحوثيين", "كمينا لداعش": with nobody else who acts, an armed side after "ل" is the one."""
        if trigger.verb or slots.agents or trigger.carrier is not None or not p.human:
            return False
        armed = (
            p.kind is PhraseKind.ORGANIZATION or p.organization is not None or p.victim_kind == "Combatant"
        )
        return armed and frame.name in ("strike", "assault", "ambush")

    def _parties(self, chain: Chain, slots: Slots, trigger: Trigger) -> None:
        """The sides of "بين": parted by "من جهة"/"من طرف", else the first against the others."""
        words = self.text.words
        limit = next(
            (i for i in range(chain[0].first, trigger.clause.last) if words[i].verb), trigger.clause.last
        )
        sides = [
            p
            for p in self.syntax.phrases
            if chain[0].first <= p.first < limit and (p in chain or (p.conjoined and not p.preposition))
        ]
        sides = [
            p
            for p in sides
            if p.human or (p.kind is PhraseKind.PLACE and p.mention.kind in ("Country", "City"))
        ]
        slots.used.update(id(q) for q in (*chain, *sides))
        marker = next(
            (
                i
                for i in range(chain[0].first, limit)
                if words[i].bare in ("جهه", "طرف") and words[i - 1].bare == "من"
            ),
            None,
        )
        if marker is not None:
            slots.agents += [p for p in sides if p.first < marker]
            slots.objects += [p for p in sides if p.first > marker]
        elif len(sides) == 1:
            slots.agents += sides
        else:
            slots.agents += sides[:1]
            slots.objects += sides[1:]

    def _place(self, chain: Chain, prep: str, slots: Slots) -> None:
        relation = PlaceRelation.NEAR if prep in _NEAR else PlaceRelation.OCCURRED_AT
        slots.places += [(relation, p) for p in chain if p.located and id(p) not in slots.used]
        slots.used.update(id(p) for p in chain)

    # --- filling -----------------------------------------------------------------------------------------------------

    def _fill(
        self, role: str, chain: Sequence[Phrase], slots: Slots, frame: Frame, *, genitive: bool = False
    ) -> None:
        for p in chain:
            if id(p) in slots.used:
                continue
            slots.used.add(id(p))
            self._fill_one(
                self._role_by_kind(p) if role == "byKind" else role, p, slots, frame, genitive=genitive
            )

    def _role_by_kind(self, p: Phrase) -> str:
        if p.kind is PhraseKind.METHOD:
            return "agent" if p.part == "aircraft" else "weapon"
        if p.kind in (PhraseKind.ORGANIZATION, PhraseKind.PERSON):
            return "agent"
        if p.kind is PhraseKind.GROUP:
            return (
                "agent"
                if p.victim_kind in ("Combatant", "Attacker", "Soldier", "PoliceOfficer")
                else "object"
            )
        return "object"

    def _fill_one(self, role: str, p: Phrase, slots: Slots, frame: Frame, *, genitive: bool) -> None:
        if role != "victim" and self._no_participant(p):
            return
        if role == "object" and frame.name in ("blast", "fire") and p.kind is PhraseKind.METHOD:
            role = "weapon"
        if role in ("agent", "parties"):
            if p.kind is PhraseKind.METHOD:
                (slots.agents if p.part == "aircraft" else slots.weapons).append(p)
            elif (
                p.located
                and p.kind is PhraseKind.FACILITY
                or (p.located and (genitive or p.mention.kind not in ("Country", "City")))
            ):
                self._located(p, slots)
            elif p.kind is not PhraseKind.THING:
                slots.agents.append(p)
        elif role == "device":
            (slots.weapons if p.kind in (PhraseKind.METHOD, PhraseKind.THING) else slots.agents).append(p)
        elif role == "weapon":
            slots.weapons.append(p)
        elif role == "victim":
            self._victim(p, slots)
        elif role in ("object", "parties2"):
            if p.located:
                self._located(p, slots, object_=frame.name in _STRUCK)
            elif p.part != "weak":
                slots.objects.append(p)
        elif role in ("place", "destination", "origin"):
            self._located(p, slots, role) if p.located else slots.objects.append(p)
        elif role == "forces":
            slots.forces.append(p)
        elif role == "arms":
            (slots.arms if p.kind in (PhraseKind.THING, PhraseKind.METHOD) else slots.objects).append(p)
        elif role == "content":
            slots.content.append(p)

    def _no_participant(self, p: Phrase) -> bool:
        """What takes no part: counted nouns that nobody knows, sources that are no people, "آخر" after its noun."""
        if p.part == "unknown":
            return True
        word = self.text.words[p.head]
        if p.kind is PhraseKind.SOURCE:
            return word.noun("Human") is None
        return p.kind is PhraseKind.GROUP and p.quantity is None and word.bare in ("اخر", "اخري")

    def _victim(self, p: Phrase, slots: Slots) -> None:
        if p.located:
            self._located(p, slots)
        else:
            slots.victims.append(p)

    def _located(self, p: Phrase, slots: Slots, role: str = "", *, object_: bool = False) -> None:
        relation = {"destination": PlaceRelation.DESTINATION, "origin": PlaceRelation.ORIGIN}.get(
            role, PlaceRelation.OCCURRED_AT
        )
        slots.places.append((relation, p))
        if object_ and p.kind is PhraseKind.FACILITY:
            slots.objects.append(p)


__all__ = ["RoleReader", "Slots", "Text"]
