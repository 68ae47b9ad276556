"""The roles of what stands around a noun that names an act: genitive, object, possessive, adjectives of countries."""

from __future__ import annotations

from .control import Control
from .lexicon import Frame
from .light_verb_roles import LightVerbRoles
from .phrases import TELLING, Phrase, PhraseKind
from .slots import Slots
from .syntax import Chain
from .templates import PlaceRelation
from .trace import Rule
from .triggers import Trigger

_LEAVING = frozenset("خروج خرج خرجت".split())
_NEAR = 6
_OF_PLACES = frozenset("take liberate enter advance leave expel vacate lose".split())
_BESIDE = frozenset("بعد خلال اثر عقب اثناء قبل غداه قبيل علي في ب".split())


class NounRoles(LightVerbRoles, Control):
    """Fills the slots of a noun."""

    def _nominal(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        limit = self._limit(trigger)
        genitive = self._genitive(trigger, limit)
        if genitive:
            role = self._genitive_role(trigger, frame, genitive, limit)
            self._fill(role, genitive, slots, frame, genitive=True)
            slots.note(Rule.GENITIVE)
            follower = self._accusative(trigger, genitive, limit)
            if follower and slots.agents:
                self._fill(frame.object or "object", follower, slots, frame)
        elif (bare := self._accusative(trigger, (), limit)) and trigger.analysis.pronoun:
            self._fill(frame.object or "object", bare, slots, frame)
        slots.note(Rule.AFTER_GENITIVE)
        self._prepositional(trigger, frame, slots, trigger.word + 1, limit)
        self._carrier(trigger, frame, slots)
        self._relative(trigger, frame, slots)
        if frame.name == "clash" and not (slots.agents or slots.objects):
            self._told_after(trigger, frame, slots)
        if frame.name == "clash" and not slots.agents:
            slots.agents += self._fighting(trigger, slots)
            slots.note(Rule.FIGHTING)
        if frame.name in ("meet", "visit") and slots.objects and not slots.agents:
            slots.agents += self._meeting(trigger, slots)
            slots.note(Rule.FIGHTING)
        if trigger.analysis.form.kind == "participle":
            self._participle(trigger, slots)
            slots.note(Rule.SAID_OF)
        if trigger.analysis.pronoun:
            self._pronoun_suffers(trigger, frame, slots)
            slots.note(Rule.PRONOUN)
        possessed = trigger.analysis.pronoun and frame.genitive in ("agent", "byKind")
        if not slots.agents and (possessed or self._own_forces(frame, genitive)):
            self._pronoun(trigger, slots)
            slots.note(Rule.PRONOUN)
        if (
            not slots.agents
            and frame.genitive in ("agent", "byKind", "forces", "arms")
            and not trigger.analysis.pronoun
        ):
            self._adjectival(trigger, frame, slots)
            slots.note(Rule.ADJECTIVE)
        if not slots.agents:
            self._fill("agent", self._understood(trigger), slots, frame)
            slots.note(Rule.SAID_TO_ACT)
        self._threatened(trigger, slots)
        if frame.name == "take" and self._out_of_hands(trigger):
            self._lost(trigger, slots)
            slots.note(Rule.LOST)

    def _genitive_role(self, trigger: Trigger, frame: Frame, genitive: Chain, limit: int) -> str:
        """The role of a noun's genitive: "طرد المسلحين" are driven out unless it is told whom they drove out."""
        role = frame.genitive or "agent"
        if trigger.analysis.form.kind == "participle" and trigger.analysis.form.active:
            return frame.object or "object"  # "داعية القوات إلى الانشقاق"
        if self._acted_on(trigger, frame, genitive, limit):
            return "object"
        if role != "byKind":
            return role
        if trigger.analysis.pronoun:
            return "object"
        if frame.name == "blast" and genitive[0].kind is PhraseKind.THING and self._rigged(genitive[0]):
            return "device"
        aircraft = genitive[0].kind is PhraseKind.METHOD and genitive[0].part == "aircraft"
        if frame.name == "expel":
            follower = self._accusative(trigger, genitive, limit)
            alone = not (follower and follower[0].human and follower[0].first <= genitive[-1].last + 1)
            return "object" if alone else role
        if trigger.type == "Destruction" and not aircraft and not self._accusative(trigger, genitive, limit):
            return "object"
        return role

    def _threatened(self, trigger: Trigger, slots: Slots) -> None:
        """Whom a threat is made to: who would suffer what is threatened ("لوح س بإعدام ص")."""
        governor = self._governor(trigger.word, trigger)
        threat = self.triggers.get(governor) if governor is not None else None
        if threat is None or threat.frame != "threaten" or threat.word not in self.read_before:
            return
        told = self.read_before[threat.word]
        if not told.objects:
            facilities = [p for _, p in slots.places if p.kind is PhraseKind.FACILITY]
            told.objects += slots.objects or slots.victims or facilities
            told.note(Rule.THREATENED)

    def _acted_on(self, trigger: Trigger, frame: Frame, genitive: Chain, limit: int) -> bool:
        """Whether the genitive suffers the act, since another is understood to do it: "بدأ الجيش قصف المسلحين"."""
        transitive = frame.object == "object" and frame.genitive in ("agent", "byKind")
        if not transitive or not genitive[0].human or trigger.analysis.pronoun:
            return False
        against = {p for p, role in frame.prepositions.items() if role == "object"}
        after = self.syntax.inside(genitive[-1].last, limit)
        if any(c[0].preposition in against for c in after) or self._accusative(trigger, genitive, limit):
            return False
        if self._announced(trigger) and frame.name != "join":
            return False
        return bool(self._understood(trigger))

    def _announced(self, trigger: Trigger) -> bool:
        """Whether the clause says that something happened: its words name who did it."""
        verb = trigger.clause.predicate
        saying = self.text.words[verb].use("Saying") if verb is not None else None
        return saying is not None and saying.entry.stance in ("Asserts", "Denies")

    def _out_of_hands(self, trigger: Trigger) -> bool:
        """Told of control that has ended: "خارج سيطرة النظام", "خروج المدينة عن سيطرة النظام"."""
        before = self.text.words[max(trigger.clause.first, trigger.word - _NEAR) : trigger.word]
        if not before:
            return False
        left = any(w.bare in _LEAVING for w in before)
        return before[-1].bare == "خارج" or (before[-1].bare in ("عن", "من") and left)

    def _lost(self, trigger: Trigger, slots: Slots) -> None:
        """Who held the place has lost it; the place is what the clause speaks of."""
        slots.objects, slots.agents = [*slots.agents, *slots.objects], []
        slots.rules.update((id(p), Rule.LOST) for p in slots.objects)
        before = (p for p in self.syntax.phrases if trigger.clause.first <= p.first < trigger.word)
        spoken_of = [p for p in before if p.located]
        if spoken_of and not slots.places:
            slots.places.append((PlaceRelation.OCCURRED_AT, spoken_of[-1]))

    def _genitive(self, trigger: Trigger, limit: int) -> Chain:
        between = next((c for c in self.syntax.chains if c[0].first == trigger.word + 1), ())
        if trigger.collocate is not None and between and between[-1].last <= trigger.collocate:
            return between  # "إلقاء القوات القبض"
        start = trigger.word + 1 if trigger.collocate is None else max(trigger.word, trigger.collocate) + 1
        while (
            start < limit
            and self.text.words[start].adjectival
            and not self._starts_phrase(start)
            and not self.text.words[start].conjunction
        ):
            start += 1
        chain = next((c for c in self.syntax.chains if c[0].first == start), ())
        if not chain or chain[0].first >= limit:
            return ()
        if chain[0].preposition and not self._ends_with(chain[0].preposition, trigger):
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

    def _accusative(self, trigger: Trigger, genitive: Chain, limit: int) -> Chain:
        first = genitive[-1].last if genitive else trigger.word + 1
        for chain in self.syntax.inside(first, limit):
            if chain[0].preposition:
                return ()
            if chain[0] not in genitive and not chain[0].conjoined:
                return chain
        return ()

    def _ends_with(self, preposition: str, trigger: Trigger) -> bool:
        """Whether the noun is the last word of a phrase that governs ("تحت سيطرة")."""
        return preposition.endswith(f" {self.text.words[trigger.word].bare}")

    def _adjective(self, trigger: Trigger, phrase: Phrase) -> bool:
        """Whether a noun of people is here the adjective of the happening ("هجوم إرهابي")."""
        word = self.text.words[phrase.head]
        one = phrase.kind is PhraseKind.GROUP and not phrase.plural and phrase.quantity is None
        return one and word.adjectival and word.definite == self.text.words[trigger.word].definite

    def _starts_phrase(self, i: int) -> bool:
        return any(p.first == i for p in self.syntax.phrases)

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

    def _told_after(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        """The sides that the verb after a noun brings: "جرت صدامات إثر الهجوم استمرت ... بين س وص"."""
        following = next((c for c in self.syntax.clauses if c.number == trigger.clause.number + 1), None)
        if following is None or following.predicate != following.first:
            return
        light = self.text.words[following.first].use("LightVerb")
        if light is not None and "occur" in light.entry.needs:
            self._prepositional(trigger, frame, slots, following.first + 1, self._clause_limit(following))

    def _fighting(self, trigger: Trigger, slots: Slots) -> list[Phrase]:
        """Who fights those that a noun names after "مع", or takes or leaves a place after it: the side that acts."""
        clause = trigger.clause
        if clause.predicate is None or self.text.words[clause.predicate].use("Saying") is not None:
            return self._taking(trigger, slots)
        told = self.triggers.get(clause.predicate)
        if not slots.objects and (told is None or told.frame not in _OF_PLACES or told.word > trigger.word):
            return []
        subject = self.syntax.arguments[clause.number].subject
        return [p for p in subject if p.armed and p not in slots.objects]

    def _taking(self, trigger: Trigger, slots: Slots) -> list[Phrase]:
        """Who fought, as a noun before it tells who took or left a place after it: "سيطرتهم على س بعد معارك مع ص"."""
        before = [
            s for s in self.starts if trigger.clause.first <= s < trigger.word and s in self.read_before
        ]
        if not slots.objects or not before or self.triggers[before[-1]].frame not in _OF_PLACES:
            return []
        after = self.text.words[self._start(trigger.word) - 1].bare in ("بعد", "اثر", "عقب")
        agents = self.read_before[before[-1]].agents if after else []
        return [p for p in agents if p.armed and p not in slots.objects]

    def _meeting(self, trigger: Trigger, slots: Slots) -> list[Phrase]:
        """Who met those that a noun names: who says or does something during it or after it ("قال س بعد لقائه ص")."""
        if self._link(self._start(trigger.word)) not in _BESIDE:
            return []
        clauses, number = self.syntax.clauses, trigger.clause.number
        around = [number, *([p] if (p := clauses[number].parent) is not None else [])]
        for subject in (self.syntax.arguments[n].subject for n in around):
            acting = [p for p in self._acting(subject) if p not in slots.objects]
            if acting and acting[0].mention.kind not in TELLING:
                return acting
        return []

    def _participle(self, trigger: Trigger, slots: Slots) -> None:
        """What a participle is said of is struck ("الحي المحاصر"), by the subject of the clause if that is a side."""
        before = next(
            (p for p in reversed(self.syntax.phrases) if p.last <= trigger.word <= p.last + 1), None
        )
        if before is not None and not slots.places:
            self._fill_one("object", before, slots, self.lexicon.frames[trigger.frame], genitive=False)
        subject = self.syntax.arguments[trigger.clause.number].subject
        if not slots.agents and subject and subject[0].kind is PhraseKind.ORGANIZATION:
            slots.agents += [p for p in subject if p is not before]

    def _pronoun(self, trigger: Trigger, slots: Slots) -> None:
        """For "استهدافه", "سيطرتهم", "انسحابه" the agent is the subject of the clause or of the one before."""
        side = self._side_before(trigger)
        speaker = self.speaking(trigger.word)
        if speaker is not None and speaker.kind is PhraseKind.SOURCE:
            speaker = None
        clause = trigger.clause
        says = clause.predicate is not None and self.text.words[clause.predicate].use("Saying") is not None
        subject = self.syntax.arguments[clause.number].subject
        if side is not None:
            subject = (side,)
        elif speaker is not None and (says or not subject):
            subject = (speaker,)
        elif not subject:
            subject = self.syntax.before
        slots.agents += [p for p in subject if self._may_own(p) and p.first != trigger.word]

    def _pronoun_suffers(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        """For "مقتله", "مطاردته من قبل س" the pronoun means who suffers it."""
        acted = frame.genitive == "byKind" and frame.object == "object" and bool(slots.agents)
        if slots.objects or slots.victims or not (frame.genitive == "victim" or acted):
            return
        owners = self._owner(trigger.word, trigger.analysis.pronoun, trigger)
        owners = [p for p in owners if p not in slots.agents]
        (slots.victims if frame.genitive == "victim" else slots.objects).extend(owners)

    def _adjectival(self, trigger: Trigger, frame: Frame, slots: Slots) -> None:
        """Who acts by the adjectives of countries; two are the two sides of talks ("اتفاق مصري بريطاني")."""
        sides = self._adjectival_agents(trigger.word + 1)
        between = frame.name in ("agree", "meet", "clash") and not slots.objects
        slots.agents += sides[:1] if between else sides
        slots.objects += sides[1:] if between else []

    def _own_forces(self, frame: Frame, genitive: Chain) -> bool:
        """Whether who is sent or withdrawn is somebody's by a pronoun: "سحب قواتها"."""
        if frame.genitive != "forces" or not genitive:
            return False
        head = self.text.words[genitive[0].head]
        return not head.definite and any(a.pronoun for a in head.readings)

    def _may_own(self, p: Phrase) -> bool:
        owned = p.kind is PhraseKind.METHOD and p.organization is not None
        state = p.kind is PhraseKind.PLACE and p.mention.kind == "Country"
        return owned or state or (p.human and p.kind is not PhraseKind.SOURCE)

    def _side_before(self, trigger: Trigger) -> Phrase | None:
        """The armed side named last before the noun in its sentence, told before its possessive takes it up."""
        sides = [p for p in self.syntax.phrases if p.last <= trigger.word and p.armed]
        return sides[-1] if sides else None
