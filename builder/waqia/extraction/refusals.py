"""What takes a trigger's meaning away: other senses of its letters, no single act, a place held."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Clause, ClauseKind
from .phrases import Phrase, PhraseKind
from .roles import Slots
from .triggers import Trigger
from .words import Sentence, Text, Word

_FIGHTERS = frozenset("Combatant Attacker Soldier PoliceOfficer Officer".split())
_UNARMED = frozenset("MediaOrganization Organization MonitoringOrganization Court".split())
_PRESS = frozenset("صحفي صحافي صحفيا صحافيا اعلامي تلفزيوني متلفزه اجتماعي".split())
_WHO = ("التي", "الذي", "الذين")
_ENTERED = frozenset("حيز مرحله عام شهر يوم سنه عالم".split())
_CHECKPOINT = ("امني", "ثابت", "تفتيش", "مرور")
_CLEARED = frozenset("الغام متفجرات عبوات مخلفات نفايات".split())
_SUBJECT_TO = ("خاضع", "تخضع", "يخضع")
_NOW = frozenset("بات باتت باتوا اصبح اصبحت صارت صار بدورها".split())
_STILL = frozenset("تزال يزال زال زالت مازال مازالت ظل ظلت".split())
_HOLDING = frozenset("مناطق منطقه مواقع داخل نطاق اماكن خطوط استمرار".split())
_KEEPING = frozenset("ابقي حافظ احتفظ رسخ عزز".split())
_LOSING = frozenset("فقد يفقد فقدت تفقد خسر خسرت يخسر فقدان انتزاع".split())
_OTHER_ACCIDENT = ("امني", "ارهابي", "قصف", "تفجير")
_CRASHES = frozenset("تحطمت تحطم انهار غرق غرقت انقلبت اصطدمت".split())
_INCIDENT = frozenset({"حادث", "حوادث"})  # may be an attack
_MISHAP_LINKS = frozenset("في جراء اثر بعد نتيجه بسبب عندما من خلال".split())
_POSING = frozenset({"مثل", "شكل"})
_STOPPING = "اوقف"  # written like "وقف"
_SIMILAR = frozenset("مماثله مشابهه اخري سابقه عديده متكرره".split())

HOSTILE_FRAMES = frozenset({"strike", "assault", "kill", "blast", "expel", "liberate"})
"""The frames of acts that harm."""


class Refusals:
    """A trigger with what stands around it, and what of that takes its meaning away."""

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

    def _word(self) -> Word:
        return self.words[self.trigger.word]

    def _after(self, count: int) -> tuple[Word, ...]:
        at = max(self.trigger.word, self.trigger.collocate or 0) + 1
        return self.words[at : min(at + count, self.sentence.last)]

    # --- what takes the meaning away -------------------------------------------------------------------------------

    def refused(self) -> str:
        """What takes the meaning away; "" where nothing does."""
        type_, frame = self.type, self.trigger.frame
        if type_ in ("Killing", "Destruction") and self._mishap():
            return "accident"
        if type_ in ("Attack", "Killing") and self._vague():
            return "vague"
        if type_ == "Bombing" and any(w.noun("Mishap") for w in self._after(2)) and not self.slots.agents:
            return "accident"
        if frame == "liberate" and any(w.bare in _CLEARED and w.definite for w in self._after(6)):
            return "cleared of mines"
        if frame in ("take", "liberate") and (self._holding() or self._lost()):
            return "only held"
        if type_ == "Talks" and (any(w.bare in _PRESS for w in self._after(2)) or self._idle()):
            return "with the press, or nobody's"
        if type_ == "Appeal" and any(w.bare == "عدم" for w in self._after(1)):
            return "asks not to be named"
        if frame == "take" and self._befalls():
            return "befalls people"
        if type_ == "Ambush" and any(w.bare.startswith(_CHECKPOINT) for w in self._after(2)):
            return "checkpoint"
        if self._other_sense():
            return "other sense"
        if type_ == "Arrest" and self.trigger.verb and self._stops():
            return "other sense"
        idle = type_ in ("Threat", "Appeal") and (self._idle() or self._slogan())
        return "nobody's" if idle else ""

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
            return self._poses(trigger.relative)
        placed = self.type == "Talks" and (self.slots.places or self._word().definite)
        return not (self.slots.agents or self.slots.objects or placed)

    def _poses(self, clause: Clause) -> bool:
        """As in "التهديد الذي تمثله الجماعة": what somebody is, and not what somebody says."""
        verb = clause.predicate
        readings = self.words[verb].readings if verb is not None else ()
        return self.type == "Threat" and any(a.entry.lemma in _POSING for a in readings)

    def _slogan(self) -> bool:
        """As in "شعارات تطالب", "ما يهدد أمنها": words that call, dangers that threaten, and nobody who does."""
        standing = self.type == "Threat" and self.trigger.analysis.form.kind == "present"
        loose = self.trigger.clause.kind is ClauseKind.RELATIVE or standing
        vowed = "future" in self.trigger.entry.needs
        return self.trigger.verb and loose and not vowed and not any(p.human for p in self.slots.agents)

    def _stops(self) -> bool:
        """As in "توقف عند", "وقف في": stopping somewhere, not stopping somebody."""
        after = self.words[self.trigger.word + 1 : self.trigger.word + 2]
        stops = any(w.bare in ("عند", "عن", "في", "علي", "امام", "ضد", "الي") for w in after)
        return stops and self.trigger.entry.lemma == _STOPPING

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
        sure = (e.frame in HOSTILE_FRAMES and "armed" not in e.needs for e in acts)  # not "ضرب زلزال"
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

    def _befalls(self) -> bool:
        """As in "القلق يسيطر على العائلات": what takes hold of people takes no place."""
        slots = self.slots
        if not self.trigger.verb or slots.places or slots.agents:
            return False
        return bool(slots.objects) and all(p.human for p in slots.objects)

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


def armed(phrase: Phrase) -> bool:
    """Whether a phrase names those who bear arms, or their means."""
    if phrase.kind is PhraseKind.METHOD:
        return True
    if phrase.kind is PhraseKind.GROUP:
        return phrase.organization is not None or phrase.victim_kind in _FIGHTERS
    return phrase.kind is PhraseKind.ORGANIZATION and phrase.mention.kind not in _UNARMED
