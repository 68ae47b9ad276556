"""What a trigger needs around it to tell a happening of its type (`lex:needs`), and what takes it away.

"ضرب" is an attack where somebody armed strikes, "نشر" a deployment where forces are sent, "سيطرة" no taking in "مناطق
سيطرته": each need of the lexicon is one check here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .phrases import Phrase, PhraseKind
from .refusals import HOSTILE_FRAMES, Refusals, armed
from .roles import Slots
from .triggers import Trigger
from .words import Sentence, Text

_FIGHTERS = frozenset("Combatant Attacker Soldier PoliceOfficer Officer".split())
_FORCE_PARTS = frozenset("arms vehicle forces munition aircraft".split())
_HANDS = frozenset({"ب", "في يد", "في ايدي", "في قبضه", "تحت سيطره"})
_HAND_NOUNS = frozenset("يد ايدي قبضه".split())
_AGAINST = ("مع", "ضد", "علي")
_THEM = frozenset({"هم", "ه", "هما", "هن"})
_IT = frozenset({"ها", "ه", "هما"})
_LAND = frozenset("ارض اراض اراضي مناطق مواقع مساحات نقاط قري بلدات احياء".split())
_COURT = frozenset("محكمه قضاء نيابه تهمه محاكمه قاضي قاض جنايات".split())
_TO_FIGHT = frozenset("قتال جهاد صفوف".split())
_EDGES = frozenset("مشارف تخوم اسوار اسوارها ابواب مداخل اطراف ضواحي".split())
_FORCES = frozenset("قوات جيش فصايل مقاتلو مقاتلي مسلحو مسلحي وحدات كتايب طلايع".split())
_HOSTILE = frozenset("انتقام ثار رد قصاص سحق دحر انهاء اسقاط قضاء معاقبه مواصله".split())
_SEIZING = frozenset("توقيف اعتقال قبض جلب".split())
_MEN = ("مستشار", "خبراء", "مدرب", "متطوع", "جنود", "قوات", "عناصر")
_PHONE = frozenset("هاتفي هاتفيا هاتفيه".split())


def lacking(
    text: Text, sentence: Sentence, trigger: Trigger, type_: str, slots: Slots, phrases: Sequence[Phrase]
) -> str:
    """What keeps a trigger from telling a happening of the type; "" where it has around it what it needs."""
    return _Needs(text, sentence, trigger, type_, slots, phrases).lacking()


class _Needs(Refusals):
    """The needs of one trigger."""

    def lacking(self) -> str:
        """What takes the meaning away, or the first need of the lexicon entry that is not met; "" for neither."""
        refused = self.refused()
        if refused:
            return refused
        checks: dict[str, Callable[[], bool]] = {
            "armed": self._armed_side,
            "object": self._struck,
            "place": self._somewhere,
            "person": self._people,
            "victim": lambda: bool(self.slots.victims),
            "method": lambda: self.type != self.trigger.type or self._by_arms(),
            "plural": self._many,
            "weak": self._armed_somewhere,
            "forces": self._forces,
            "arms": self._arms,
            "control": lambda: any(w.bare == "سيطره" for w in self._after(8)),
            "hands": self._into_hands,
            "hostile": self._hostile,
            "over": self._over,
            "warrant": lambda: any(w.bare in _SEIZING for w in self._after(1)),
            "dead": lambda: any(w.noun("TollNoun") for w in self._after(8)),
            "apart": lambda: not self._word().conjunction,
            "front": self._to_the_front,
            "fight": lambda: any(w.bare in _TO_FIGHT for w in self._after(8)),
            "officials": self._officials,
            "captives": lambda: any(p.victim_kind == "Detainee" for p in self._people_meant()),
            "protesting": lambda: any(w.bare.startswith(("احتجاج", "تضامن")) for w in self._after(2)),
            "carried": self._carried,
            "court": self._in_court,
            "future": self._future,
            "phone": lambda: any(w.bare in _PHONE for w in self._after(2)),
            "sides": lambda: any(p.preposition in ("مع", "بين") or self._two(p) for p in self.everyone),
            "on": lambda: any(w.bare == "علي" for w in self._after(6 if self.trigger.verb else 1)),
            "direct": lambda: self._direct_object(),
            "opposed": self._opposed,
            "unarmed": lambda: not any(map(armed, self.everyone + tuple(self.slots.victims))),
            "theirs": lambda: any(p.preposition == "ل" and armed(p) for p in self.slots.agents),
            "crowd": lambda: any(p.victim_kind == "Civilian" for p in self.slots.agents),
        }
        unmet = (need for need in sorted(self._needed()) if not checks[need]())
        return next((f"needs {need}" for need in unmet), "")

    def _needed(self) -> frozenset[str]:
        """The needs of the entry; who flees has been looked at where flight became another type."""
        fled = self.trigger.frame == "leave" and self.type != self.trigger.type
        return frozenset() if fled else self.trigger.entry.needs

    # --- needs -----------------------------------------------------------------------------------------------------

    def _direct_object(self) -> bool:
        """Whether the noun of a collocation is no genitive of another: "سلم المدينة", not "سلم أعيان المدينة"."""
        before = self.words[(self.trigger.collocate or 0) - 1]
        return before.verb or before.definite or before.function or not before.token.is_word

    def _armed_side(self) -> bool:
        """Somebody armed does it or suffers it; where nobody is found, who acts in the clause."""
        if any(armed(p) for p in self.everyone):
            return True
        if self.slots.agents:
            return False
        said = self.words[self.trigger.word - 1] if self.trigger.word > self.sentence.first else None
        if said is not None and said.verb and said.use("Saying") and self.slots.places:
            return True  # "أعلنت الدخول إلى": who says so has done it
        before = [p for p in self.phrases if self.sentence.first <= p.first < self.trigger.word]
        subject = next((p for p in reversed(before) if p.human and not p.preposition), None)
        return subject is not None and self.trigger.word - subject.last <= 12 and armed(subject)

    def _opposed(self) -> bool:
        """A verb of fighting says whom somebody fights, where, or which side does: not "قاتلوا ببسالة"."""
        slots = self.slots
        told = slots.objects or slots.victims or slots.places or any(map(armed, slots.agents))
        return bool(told) or not self.trigger.verb

    def _armed_somewhere(self) -> bool:
        return any(map(armed, self.everyone)) and bool(self.slots.places or self.slots.objects)

    def _struck(self) -> bool:
        slots = self.slots
        carried = self._word().definite and self.trigger.carrier is not None
        found = slots.objects or slots.victims or slots.places
        return bool(found) or slots.subject_trigger is not None or carried

    def _over(self) -> bool:
        """Control is over something: "سيطر على", "السيطرة عليها", "تحت سيطرة"."""
        before = self.words[self.trigger.word - 1] if self.trigger.word > self.sentence.first else None
        under = before is not None and before.bare in ("تحت", "خارج", "عن")
        under = under or (self._word().preposition == "ل" and self.trigger.carrier is not None)
        return (
            under
            or any(w.bare.startswith("علي") and not w.definite for w in self._after(12))
            or self._resumed()
        )

    def _resumed(self) -> bool:
        """As in "المدينة التي سيطر عليها", "عليها سيطر"."""
        before = self.words[max(self.sentence.first, self.trigger.word - 3) : self.trigger.word]
        return any(w.bare.startswith("علي") and not w.definite for w in before)

    def _people_meant(self) -> tuple[Phrase, ...]:
        return (*self.slots.objects, *self.slots.victims)

    def _people(self) -> bool:
        """People are meant by a phrase, a bare number ("ضبط 15 في"), a possessive ("تصفيتهم"), or by the noun alone."""
        if any(p.human or p.kind is PhraseKind.NUMBER for p in self._people_meant()):
            return True
        if self.trigger.verb:
            return self.trigger.analysis.pronoun in _THEM
        seizures = self._word().definite and self.trigger.analysis.form.number == 3
        return seizures or self.trigger.analysis.pronoun in _THEM

    def _by_arms(self) -> bool:
        """Several of a thing that somebody armed does, by whatever means: "ضربات أميركية"."""
        return self.trigger.analysis.form.number == 3 and any(map(armed, self.slots.agents))

    def _somewhere(self) -> bool:
        """A place is named, or taken up by a possessive ("تحريرها")."""
        taken_up = not self.trigger.verb and self.trigger.analysis.pronoun in _IT
        lands = any(self.words[p.head].bare in _LAND for p in self.slots.objects)
        return taken_up or lands or bool(self.slots.places) or any(p.located for p in self.slots.objects)

    def _into_hands(self) -> bool:
        """It fell to somebody: "سقطت بيد", "سقطت في أيدي"."""
        told = any(p.preposition in _HANDS for p in self.slots.agents)
        return told or any(w.bare in _HAND_NOUNS for w in self._after(3))

    def _carried(self) -> bool:
        """A war is waged or told of in a clause, or its sides are: "الحرب مع حركة س"."""
        told = self.trigger.carrier is not None or self.trigger.relative is not None
        return told or any(p.preposition in _AGAINST and armed(p) for p in self.slots.objects)

    def _two(self, p: Phrase) -> bool:
        """Whether a phrase alone names both sides: "الرئيسان", "الوزيران"."""
        return p.human and self.words[p.head].bare.endswith("ان") and p.minimum == 2

    def _many(self) -> bool:
        """Several of a thing, or one between sides in arms: "مواجهات", "مواجهة المقاومة لهم"."""
        if self._word().preposition:
            return False
        sided = self._word().conjunction and any(map(armed, self.slots.agents))
        return self.trigger.analysis.form.number == 3 or bool(sided)

    def _officials(self) -> bool:
        """Both sides are somebody: persons, governments, organizations."""
        sides = (self.slots.agents, (*self.slots.objects, *self.slots.victims))
        return all(any(p.human and p.kind is not PhraseKind.GROUP for p in side) for side in sides)

    def _hostile(self) -> bool:
        """What is vowed is violence, revenge, the end of somebody."""
        after = self._after(8)
        acts = (a.entry.frame for w in after if (a := w.use("Trigger")) is not None)
        return any(w.bare in _HOSTILE for w in after) or any(frame in HOSTILE_FRAMES for frame in acts)

    def _to_the_front(self) -> bool:
        """Fighters arrive: on the edge of a town, or forces in one; delegations and convoys of aid do not advance."""
        if any(w.bare in _EDGES for w in self._after(6)):
            return True
        came = [p for p in self.slots.agents if p.first != self.trigger.word]
        forces = any(self.words[p.head].bare in _FORCES or p.victim_kind in _FIGHTERS for p in came)
        there = any(w.bare in ("اليها", "اليه", "اليهم") for w in self._after(4))
        return forces and (bool(self.slots.places) or there)

    def _forces(self) -> bool:
        """Men or arms are sent, and not a statement ("نشرته على موقعها")."""
        if self.trigger.verb and self.trigger.analysis.pronoun:
            return False
        sent = (*self.slots.forces, *self.slots.objects, *self.slots.arms)
        later = [p for p in sent if p.first > self.trigger.word]
        men = any(self.words[p.head].bare.startswith(_MEN) for p in later)
        return men or any(p.victim_kind in _FIGHTERS or p.part in _FORCE_PARTS or armed(p) for p in later)

    def _arms(self) -> bool:
        slots = self.slots
        return any(self._is_arms(p) for p in (*slots.arms, *slots.objects, *slots.weapons, *slots.forces))

    def _is_arms(self, phrase: Phrase) -> bool:
        words = self.words[phrase.first : phrase.last]
        return phrase.part == "aircraft" or any(
            a.entry.use == "Thing" and a.entry.part == "arms" for w in words for a in w.readings
        )

    def _in_court(self) -> bool:
        if any(p.mention.kind == "Court" for p in self.phrases):
            return True
        return any(w.bare in _COURT for w in self.words[self.sentence.first : self.sentence.last])

    def _future(self) -> bool:
        """A vow: "سترد", "سوف ننتقم", "لن يمر دون رد"."""
        before = self.words[self.trigger.word - 1] if self.trigger.word > self.sentence.first else None
        if self._word().token.preposition == "س" or (before is not None and before.token.preposition == "س"):
            return True  # "سيتم التصدي"
        return before is not None and before.bare in ("سوف", "لن")
