"""What a trigger needs around it to tell a happening of its type (`lex:needs`), and what takes it away.

"ضرب" is an attack where somebody armed strikes, "نشر" a deployment where forces are sent, "سيطرة" no taking in "مناطق
سيطرته": each need of the lexicon is one check here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .clauses import ClauseKind
from .phrases import Phrase, PhraseKind
from .roles import Slots
from .triggers import Trigger
from .words import Sentence, Text, Word

_FIGHTERS = frozenset("Combatant Attacker Soldier PoliceOfficer Officer".split())
_UNARMED = frozenset("MediaOrganization Organization MonitoringOrganization Court".split())
_FORCE_PARTS = frozenset("arms vehicle forces munition aircraft".split())
_PRESS = frozenset("صحفي صحافي صحفيا صحافيا اعلامي تلفزيوني متلفزه اجتماعي".split())
_HANDS = frozenset({"ب", "في يد", "في ايدي", "في قبضه", "تحت سيطره"})
_COURT = frozenset("محكمه قضاء نيابه تهمه محاكمه قاضي قاض جنايات".split())
_TO_FIGHT = frozenset("قتال جهاد صفوف".split())
_EDGES = frozenset("مشارف تخوم اسوار اسوارها ابواب مداخل اطراف ضواحي".split())
_FORCES = frozenset("قوات جيش فصايل مقاتلو مقاتلي مسلحو مسلحي وحدات كتايب طلايع".split())
_HOSTILE = frozenset("انتقام ثار رد قصاص سحق دحر انهاء اسقاط قضاء معاقبه مواصله".split())
_HOSTILE_FRAMES = frozenset({"strike", "assault", "kill", "blast", "expel", "liberate"})
_WHO = ("التي", "الذي", "الذين")
_SEIZING = frozenset("توقيف اعتقال قبض جلب".split())
_ENTERED = frozenset("حيز مرحله عام شهر يوم سنه عالم".split())
_CHECKPOINT = ("امني", "ثابت", "تفتيش", "مرور")
_CLEARED = frozenset("الغام متفجرات عبوات مخلفات نفايات".split())
_MEN = ("مستشار", "خبراء", "مدرب", "متطوع", "جنود", "قوات", "عناصر")
_SUBJECT_TO = ("خاضع", "تخضع", "يخضع")
_PHONE = frozenset("هاتفي هاتفيا هاتفيه".split())
_NOW = frozenset("بات باتت باتوا اصبح اصبحت صارت صار بدورها".split())
_STILL = frozenset("تزال يزال زال زالت مازال مازالت ظل ظلت".split())
_HOLDING = frozenset("مناطق منطقه مواقع داخل نطاق اماكن خطوط استمرار".split())
_KEEPING = frozenset("ابقي حافظ احتفظ رسخ عزز".split())
_LOSING = frozenset("فقد يفقد فقدت تفقد خسر خسرت يخسر فقدان انتزاع".split())
_OTHER_ACCIDENT = ("امني", "ارهابي", "قصف", "تفجير")
_CRASHES = frozenset("تحطمت تحطم انهار غرق غرقت انقلبت اصطدمت".split())
_INCIDENT = frozenset({"حادث", "حوادث"})  # may be an attack
_MISHAP_LINKS = frozenset("في جراء اثر بعد نتيجه بسبب عندما من خلال".split())
_SIMILAR = frozenset("مماثله مشابهه اخري سابقه عديده متكرره".split())


def enough(
    text: Text, sentence: Sentence, trigger: Trigger, type_: str, slots: Slots, phrases: Sequence[Phrase]
) -> bool:
    """Whether a trigger has around it what it needs to tell a happening of the type."""
    return _Needs(text, sentence, trigger, type_, slots, phrases).met()


class _Needs:
    def __init__(
        self,
        text: Text,
        sentence: Sentence,
        trigger: Trigger,
        type_: str,
        slots: Slots,
        phrases: Sequence[Phrase],
    ) -> None:
        self.text = text
        self.words = text.words
        self.sentence = sentence
        self.trigger = trigger
        self.type = type_
        self.slots = slots
        self.phrases = phrases
        self.everyone = (*slots.agents, *slots.objects, *slots.supporters)

    def met(self) -> bool:
        """Whether nothing takes the meaning away and every need of the lexicon entry is met."""
        if self._refused():
            return False
        checks: dict[str, Callable[[], bool]] = {
            "armed": self._armed_side,
            "object": self._struck,
            "place": lambda: bool(self.slots.places) or any(p.located for p in self.slots.objects),
            "person": self._people,
            "victim": lambda: bool(self.slots.victims),
            "method": lambda: self.type != self.trigger.type,
            "plural": lambda: self.trigger.analysis.form.number == 3 and not self._word().preposition,
            "weak": self._armed_somewhere,
            "forces": self._forces,
            "arms": self._arms,
            "control": lambda: any(w.bare == "سيطره" for w in self._after(8)),
            "hands": lambda: any(p.preposition in _HANDS for p in self.slots.agents),
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
            "carried": lambda: self.trigger.carrier is not None or self.trigger.relative is not None,
            "court": self._in_court,
            "future": self._future,
            "phone": lambda: any(w.bare in _PHONE for w in self._after(2)),
            "sides": lambda: any(p.preposition in ("مع", "بين") for p in self.everyone),
            "on": lambda: any(w.bare == "علي" for w in self._after(6 if self.trigger.verb else 1)),
            "direct": lambda: self._direct_object(),
            "crowd": lambda: any(p.victim_kind == "Civilian" for p in self.slots.agents),
        }
        return all(checks[need]() for need in self._needed())

    def _needed(self) -> frozenset[str]:
        """The needs of the entry; who flees has been looked at where flight became another type."""
        fled = self.trigger.frame == "leave" and self.type != self.trigger.type
        return frozenset() if fled else self.trigger.entry.needs

    # --- what takes the meaning away -------------------------------------------------------------------------------

    def _refused(self) -> bool:
        type_, frame = self.type, self.trigger.frame
        if type_ in ("Killing", "Destruction") and self._mishap():
            return True
        if type_ in ("Attack", "Killing") and self._vague():
            return True
        if type_ == "Bombing" and any(w.noun("Mishap") for w in self._after(2)) and not self.slots.agents:
            return True
        if frame == "liberate" and any(w.bare in _CLEARED and w.definite for w in self._after(6)):
            return True
        if frame in ("take", "liberate") and (self._holding() or self._lost()):
            return True
        if type_ == "Talks" and (any(w.bare in _PRESS for w in self._after(2)) or self._idle()):
            return True
        if type_ == "Ambush" and any(w.bare.startswith(_CHECKPOINT) for w in self._after(2)):
            return True
        if self._other_sense():
            return True
        if type_ == "Arrest" and self.trigger.verb and self._stops():
            return True
        return type_ in ("Threat", "Appeal") and (self._idle() or self._slogan())

    def _other_sense(self) -> bool:
        """The same letters with another meaning, told by what follows."""
        type_, verb, after = self.type, self.trigger.verb, self._after(2)
        if verb and self.trigger.frame == "take" and self.trigger.analysis.pronoun:
            return True  # "سيطرته" is a noun: the verb takes no object
        if type_ == "Advance" and verb:
            entered = bool(after) and after[0].bare in _ENTERED and self.trigger.frame == "enter"
            return entered or bool(self.trigger.analysis.pronoun and self.trigger.frame == "advance")
        if type_ == "Killing" and verb:
            return self._general() or (self.trigger.frame == "perish" and bool(self.trigger.analysis.pronoun))
        if type_ == "Attack" and self.trigger.entry.lemma == "هاجم":
            return self._criticised()
        return type_ == "Appeal" and any(w.token.core == "الله" for w in after)

    def _general(self) -> bool:
        """As in "يقتلون الأبرياء": what somebody is said to do always, with no number and no place."""
        slots = self.slots
        if self.trigger.analysis.form.kind != "present" or self.sentence.headline or slots.places:
            return False
        return not any(p.quantity is not None or p.minimum == 1 for p in slots.victims)

    def _criticised(self) -> bool:
        """As in "هاجم الوزير خصومه": an attack in words, by a person and nowhere."""
        agents = self.slots.agents
        return bool(agents) and all(p.kind is PhraseKind.PERSON for p in agents) and not self.slots.places

    def _idle(self) -> bool:
        """A noun with nobody who does it: "تهديدات كبيرة", "اجتماع ثلاثي"."""
        trigger = self.trigger
        if trigger.verb or trigger.analysis.form.kind == "participle" or trigger.carrier is not None:
            return False
        if "phone" in trigger.entry.needs:
            return False
        if trigger.relative is not None:
            return False
        placed = self.type == "Talks" and (self.slots.places or self._word().definite)
        return not (self.slots.agents or self.slots.objects or placed)

    def _slogan(self) -> bool:
        """As in "شعارات تطالب", "ما يهدد أمنها": words that call, dangers that threaten, and nobody who does."""
        standing = self.type == "Threat" and self.trigger.analysis.form.kind == "present"
        loose = self.trigger.clause.kind is ClauseKind.RELATIVE or standing
        vowed = "future" in self.trigger.entry.needs
        return self.trigger.verb and loose and not vowed and not any(p.human for p in self.slots.agents)

    def _stops(self) -> bool:
        """As in "توقف عند", "وقف في": stopping somewhere, not stopping somebody."""
        after = self.words[self.trigger.word + 1 : self.trigger.word + 2]
        return any(w.bare in ("عند", "عن", "في", "علي", "امام", "ضد", "الي") for w in after)

    def _vague(self) -> bool:
        """As in "هجمات", "هجمات مماثلة": attacks of which nothing is told."""
        trigger, word = self.trigger, self._word()
        if trigger.verb or trigger.analysis.form.number != 3 or word.definite or self.slots.objects:
            return False
        similar = any(w.bare in _SIMILAR for w in self._after(2)) and not self.slots.places
        aimed = any(p.preposition == "علي" for _, p in self.slots.places)
        told = self.slots.agents or aimed or trigger.carrier is not None or trigger.relative is not None
        return similar or not told

    def _mishap(self) -> bool:
        """Whether the deaths are those of an accident, a disaster or a disease."""
        start = self.trigger.word + 1
        for i in range(start, min(start + 13, self.sentence.last)):
            w, before = self.words[i], self.words[i - 1]
            if w.noun("Mishap") and (w.preposition in ("ب", "ل") or before.bare in _MISHAP_LINKS):
                return not any(x.bare.startswith(_OTHER_ACCIDENT) for x in self.words[i + 1 : i + 3])
            if w.verb and w.bare in _CRASHES:
                return True
        return self._after_mishap()

    def _after_mishap(self) -> bool:
        """Whether only a disaster is told before the deaths: "انهار مبنى ... ما أدى إلى مقتل"."""
        before = self.words[self.sentence.first : self.trigger.word]
        struck = any(
            (w.noun("Mishap") and w.bare not in _INCIDENT) or (w.verb and w.bare in _CRASHES) for w in before
        )
        acts = [a.entry for w in before if (a := w.use("Trigger")) is not None]
        sure = (e.frame in _HOSTILE_FRAMES and "armed" not in e.needs for e in acts)  # not "ضرب زلزال"
        means = [a.entry.part for w in before if (a := w.use("Method")) is not None]
        violent = any(part != "aircraft" for part in means) or any(sure)
        return struck and not violent and not self.slots.agents

    def _holding(self) -> bool:
        """A relative clause that only says who holds a place ("التي تسيطر عليها", "الخاضعة لسيطرة") tells no taking."""
        trigger, words = self.trigger, self.words
        if trigger.verb:
            return self._holding_verb()
        before = words[trigger.word - 1] if trigger.word > self.sentence.first else None
        if before is None:
            return False
        if before.bare in ("تحت", "خارج"):
            window = words[max(self.sentence.first, trigger.word - 8) : trigger.word]
            return not any(w.bare in _NOW | {"تقع", "يقع", "خروج", "خرجت"} for w in window)
        if before.bare in _HOLDING or self._keeping():
            return True
        window = words[max(self.sentence.first, trigger.word - 6) : trigger.word]
        subject_to = [w for w in window if w.bare.startswith(_SUBJECT_TO)]
        main = trigger.clause.kind is not ClauseKind.RELATIVE and any(w.verb for w in subject_to)
        return self._word().preposition == "ل" and bool(subject_to) and not main

    def _keeping(self) -> bool:
        """As in "أبقت الحكومة سيطرتها على": who keeps a place has not taken it."""
        verb = self.trigger.clause.predicate
        return verb is not None and any(a.entry.lemma in _KEEPING for a in self.words[verb].readings)

    def _holding_verb(self) -> bool:
        trigger, words = self.trigger, self.words
        clause = trigger.clause
        asyndetic = clause.number > 0 and clause.first == trigger.word and not words[clause.first].conjunction
        if trigger.analysis.form.kind != "present" or not (clause.kind is ClauseKind.RELATIVE or asyndetic):
            return False
        if words[trigger.word - 1].token.core in _WHO:
            return not any(w.bare in ("منذ", "عام") for w in words[trigger.word : clause.last])
        if any(w.bare in ("منذ", "عام") for w in words[trigger.word : clause.last]):
            return False
        return not self._back_in_main()

    def _back_in_main(self) -> bool:
        """As in "باتت القوات التي تقاتل ... تسيطر على": the verb goes on after a relative clause."""
        for i in range(self.trigger.word - 1, max(self.sentence.first, self.trigger.word - 16) - 1, -1):
            if self.words[i].bare in _NOW | _STILL:
                before = self.words[max(self.sentence.first, i - 2) : i]
                return not any(w.token.core in _WHO for w in before)
        return False

    def _lost(self) -> bool:
        """As in "يفقد الأسد السيطرة عليها": the noun is what is lost."""
        window = self.words[max(self.sentence.first, self.trigger.word - 4) : self.trigger.word]
        return not self.trigger.verb and any(w.bare in _LOSING for w in window)

    # --- needs -----------------------------------------------------------------------------------------------------

    def _word(self) -> Word:
        return self.words[self.trigger.word]

    def _after(self, count: int) -> tuple[Word, ...]:
        at = max(self.trigger.word, self.trigger.collocate or 0) + 1
        return self.words[at : min(at + count, self.sentence.last)]

    def _direct_object(self) -> bool:
        """Whether the noun of a collocation is no genitive of another: "سلم المدينة", not "سلم أعيان المدينة"."""
        before = self.words[(self.trigger.collocate or 0) - 1]
        return before.verb or before.definite or before.function or not before.token.is_word

    def _armed_side(self) -> bool:
        """Somebody armed does it or suffers it; where nobody is found, who acts in the clause."""
        if any(_armed(p) for p in self.everyone):
            return True
        if self.slots.agents:
            return False
        said = self.words[self.trigger.word - 1] if self.trigger.word > self.sentence.first else None
        if said is not None and said.verb and said.use("Saying") and self.slots.places:
            return True  # "أعلنت الدخول إلى": who says so has done it
        before = [p for p in self.phrases if self.sentence.first <= p.first < self.trigger.word]
        subject = next((p for p in reversed(before) if p.human and not p.preposition), None)
        return subject is not None and self.trigger.word - subject.last <= 12 and _armed(subject)

    def _armed_somewhere(self) -> bool:
        armed = any(_armed(p) for p in self.everyone)
        return armed and bool(self.slots.places or self.slots.objects)

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
        return any(p.human for p in self._people_meant())

    def _officials(self) -> bool:
        """Both sides are somebody: persons, governments, organizations."""
        sides = (self.slots.agents, (*self.slots.objects, *self.slots.victims))
        return all(any(p.human and p.kind is not PhraseKind.GROUP for p in side) for side in sides)

    def _hostile(self) -> bool:
        """What is vowed is violence, revenge, the end of somebody."""
        after = self._after(8)
        acts = (a.entry.frame for w in after if (a := w.use("Trigger")) is not None)
        return any(w.bare in _HOSTILE for w in after) or any(frame in _HOSTILE_FRAMES for frame in acts)

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
        return men or any(p.victim_kind in _FIGHTERS or p.part in _FORCE_PARTS or _armed(p) for p in later)

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
        return self._word().token.preposition == "س" or (before is not None and before.bare in ("سوف", "لن"))


def _armed(phrase: Phrase) -> bool:
    if phrase.kind is PhraseKind.METHOD:
        return True
    if phrase.kind is PhraseKind.GROUP:
        return phrase.organization is not None or phrase.victim_kind in _FIGHTERS
    return phrase.kind is PhraseKind.ORGANIZATION and phrase.mention.kind not in _UNARMED
