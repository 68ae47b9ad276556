"""What stands under a preposition: its role by the frame of the trigger, else where, with what or with whose help."""

from __future__ import annotations

import re

from .lexicon import Frame
from .phrases import Phrase, PhraseKind
from .slots import STRUCK, SlotFilling, Slots
from .syntax import Chain
from .templates import Mention, PlaceRelation, Span
from .trace import Rule, after_preposition
from .triggers import Trigger

_NEAR = frozenset("قرب بالقرب قباله بجانب".split())
_BORDER = 3  # words
_SPOKEN = frozenset({"meet", "agree"})  # held elsewhere than an attack that is told before them
_DEADLY = frozenset({"kill", "perish"})
_LIKE_VERB = re.compile("[وف][يت]...")
_BESIDE = "الي جانب"
_BACKED = frozenset("مدعوم مدعومه مدعومين مدعومون ممول مموله ممولين مسلح مسلحه".split())
_EXCEPT = frozenset({"عدا", "ماعدا", "باستثناء", "سوي", "خلا"})


class PrepositionRoles(SlotFilling):
    """Fills the slots of a trigger from the phrases that prepositions govern."""

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
            elif prep == "من" and frame.name == "strike" and p.kind is PhraseKind.THING and p.organization:
                slots.agents += chain  # "قصف من مواقع قوات س"
            elif p.located and not (self._companion(p) or self._of_other_word(p)):
                self._place(chain, prep, slots)
            elif self._struck_within(p, frame) and not slots.objects:
                self._fill("object", chain, slots, frame)
            elif prep == "ب" and p.human and self._support(p):
                slots.supporters += chain
            slots.note(after_preposition(self.text, p))
        for i in range(max(first, trigger.word), last - 1):
            if (
                self.text.words[i].bare in ("دعم", "مسانده", "موازره", "غطاء", "اسناد")
                and self.text.words[i].preposition == "ب"
            ):
                slots.supporters += self._adjectival_agents(i + 1)
        slots.note(Rule.SUPPORT)

    def _struck_within(self, p: Phrase, frame: Frame) -> bool:
        """Whether an attack inside an unnamed building is one on it: "تفجير في محطتين للحافلات"."""
        building = p.kind is PhraseKind.THING and self.text.words[p.head].noun("PlaceHead") is not None
        return building and p.preposition in ("في", "داخل") and frame.name in STRUCK

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
        spoken = self.triggers[others[-1]].frame in _SPOKEN and trigger.frame in STRUCK | _DEADLY
        return phrase.human or phrase.kind is PhraseKind.THING or spoken

    def _companion(self, phrase: Phrase) -> bool:
        """Whether a place is a side or its backer: "هدنة مع س", "المدعومة من س", not "الحدود مع س"."""
        before = self.text.words[max(phrase.first - _BORDER, 0) : phrase.first]
        backing = phrase.preposition == "من" and len(before) > 1 and before[-2].bare in _BACKED
        if phrase.preposition == _BESIDE or backing:
            return phrase.mention.kind == "Country"
        return phrase.preposition == "مع" and not any(w.bare.startswith("حدود") for w in before)

    def _of_other_word(self, place: Phrase) -> bool:
        """Whether a country is the object of a verb that the lexicon has not: "ويجنب الولايات المتحدة"."""
        before = self.text.words[place.first - 1]
        free = not (place.preposition or place.conjoined) and place.mention.kind == "Country"
        return free and not before.readings and _LIKE_VERB.match(before.token.folded) is not None

    def _support(self, phrase: Phrase) -> bool:
        before = self.text.words[phrase.first - 1]
        return before.bare in ("دعم", "مسانده", "موازره", "قياده", "مشاركه", "غطاء")

    def _adjectival_agents(self, i: int) -> list[Phrase]:
        """An actor given only as an adjective ("غارات روسية سورية"): the adjectives as they stand."""
        out: list[Phrase] = []
        end = self.syntax.sentence.last
        while (
            i < end
            and (
                self.text.words[i].adjectival
                or (out and (self.text.words[i].conjunction or self.text.words[i].bare in "-–"))
            )
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

    def _by_preposition(self, role: str, chain: Chain, slots: Slots, frame: Frame, trigger: Trigger) -> None:
        p = chain[0]
        if role == "parties":
            self._parties(chain, slots)
            return
        if p.preposition == "ل" and role == "place" and p.human and not slots.agents:
            role = "agent"  # "زيارة للرئيس إلى س"
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
        if p.preposition == "من" and role == "object" and p.kind in (PhraseKind.PLACE, PhraseKind.FACILITY):
            return  # "القريبة من الأردن"
        if role == "object" and p.preposition == "علي" and p.kind is PhraseKind.METHOD:
            return
        if role == "object" and frame.name in ("release", "nab") and p.kind is PhraseKind.GROUP:
            self._fill("victim", chain, slots, frame)
            return
        self._fill(role, chain, slots, frame)

    def _acts_by_l(self, p: Phrase, slots: Slots, frame: Frame, trigger: Trigger) -> bool:
        """For "قصف للحوثيين", "كمينا لداعش": with nobody else who acts, an armed side after "ل" is the one."""
        if trigger.verb or slots.agents or trigger.carrier is not None or not p.human:
            return False
        if any(not w.adjectival for w in self.text.words[trigger.word + 1 : p.first]):
            return False
        armed = (
            p.kind is PhraseKind.ORGANIZATION or p.organization is not None or p.victim_kind == "Combatant"
        )
        return armed and frame.name in ("strike", "assault", "ambush")

    def _parties(self, chain: Chain, slots: Slots) -> None:
        """The sides of "بين": parted by "من جهة"/"من طرف", else the first against the others."""
        words = self.text.words
        end = next(c.last for c in self.syntax.clauses if c.first <= chain[0].first < c.last)
        limit = next((i for i in range(chain[0].first, end) if words[i].verb), end)
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
