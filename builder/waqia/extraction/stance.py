"""Stance: whether a mention is asserted, denied, planned, feared or called for, from the syntax around it.

What decides stands before the mention in its clause: the nearest word that governs it ("تعتزم", "نفى", "أحبطت"),
negation, future, condition, question. A governor works on the first happening of its complement: "نفى انسحابه"
denies the withdrawal, "نفى سقوط قتلى في الغارة" a detail of a raid that it leaves standing; a denied denial asserts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqia.arabic import particles

from . import prospects
from .attribution import Operator
from .clauses import ClauseKind
from .governors import THAT, Governor, Surroundings, operator
from .negation import WITHOUT, negation
from .roles import Slots
from .templates import Stance
from .triggers import Trigger
from .unreal import NOT, NOT_EVEN, unreal
from .words import Sentence, Text


@dataclass(frozen=True, slots=True)
class Judgement:
    """The stance of a mention.

    `drop` where it is no happening at all (purpose, condition, question, habit), `type` where it tells another kind of
    happening than its word does (the attempt to take a town is an attack).
    """

    stance: Stance = Stance.ASSERTS
    drop: bool = False
    rule: str = ""
    type: str = ""


_ASSERTED = Judgement()
_PURPOSE = frozenset(
    "هدف هدفهم هدفه هدفها بهدف بغيه غرض سعيا تمهيدا منع غيه سبيل اجل محاوله مقابل خشيه".split()
)
_HEAD_REACH = 3  # words from a noun to the clause about it
_TAKINGS = frozenset({"Capture", "Control", "Advance"})
_CAUSED = frozenset({"نتيجه", "نظرا", "اضافه"})
_AIMING = frozenset("يستهدف تستهدف استهدف استهدفت يهدف تهدف هدف هدفت يرمي ترمي".split())
_CEASING = frozenset("وقف ايقاف انهاء فك كسر رفع تجنب منع قطع خرق انتهاك الغاء عدم".split())
_PERCEIVED = frozenset("سماع روءيه رويه مشاهده".split())
_RELATION = frozenset(
    "صله علاقه مسووليه مسووليته مسووليتها ضلوع ضلوعه ضلوعها تورط تورطه تورطها دور استخدام استعمال".split()
)
_POSSIBILITY = frozenset({"احتمال", "امكانيه"})
_RUMOURS = frozenset("انباء معلومات اشاعات شايعات تقارير مزاعم اخبار ما اتهامات".split())
_FALSE = frozenset("عاريه عار عاريا كاذبه كاذب باطله ملفقه مفبركه".split())


def judge(
    text: Text,
    sentence: Sentence,
    trigger: Trigger,
    operators: Sequence[Operator],
    triggers: Sequence[Trigger],
    slots: Slots,
    *,
    later: bool = False,
) -> Judgement:
    """The stance of one trigger; `later` says that its time is after the article was published."""
    found = _Judge(text, sentence, trigger, operators, triggers, slots).judge()
    if later and found.stance is Stance.ASSERTS and not found.drop and _in_present(text, trigger):
        return Judgement(Stance.PLANS, rule="later")
    return found


def _in_present(text: Text, trigger: Trigger) -> bool:
    """Whether the verb of the clause, if there is one, is not past ("يصل ... في 18 أغسطس")."""
    at = trigger.word if trigger.verb else trigger.clause.predicate
    return at is None or any(a.form.kind == "present" for a in text.words[at].readings)


class _Judge:
    """Judges one trigger; each rule returns None where it says nothing."""

    def __init__(
        self,
        text: Text,
        sentence: Sentence,
        trigger: Trigger,
        operators: Sequence[Operator],
        triggers: Sequence[Trigger],
        slots: Slots,
    ) -> None:
        self.around = Surroundings(text, sentence, trigger, operators)
        self.text = text
        self.words = text.words
        self.sentence = sentence
        self.trigger = trigger
        self.slots = slots
        self.triggers = triggers
        self.at = trigger.word
        self.verb = self.around.verb

    def judge(self) -> Judgement:
        """The first rule that applies."""
        reason = unreal(self.around)
        if reason:
            return Judgement(drop=True, rule=reason)
        rules = (
            self._untrue,
            self._negated,
            self._governed,
            self._future,
            self._possible,
            self._purpose,
        )
        found = next((found for rule in rules if (found := rule()) is not None), _ASSERTED)
        found = self._of_head() or found if found is _ASSERTED else found
        announced = self.trigger.type != "Threat" or found.stance in (Stance.ASSERTS, Stance.DENIES)
        return found if announced else Judgement(drop=True, rule="vague")

    def _of_head(self) -> Judgement | None:
        """What is planned stays so in a clause about it in the present: "يتأهبون لهجوم يستهدف البلدة"."""
        clause = self.trigger.clause
        near = (t for t in self.triggers if clause.first - _HEAD_REACH <= t.word < clause.first)
        head = next((t for t in near if t.relative is clause), None)
        if head is None or not self.trigger.verb or not _in_present(self.text, self.trigger):
            return None
        found = _Judge(
            self.text, self.sentence, head, list(self.around.operators.values()), self.triggers, Slots()
        ).judge()
        return found if found.stance is Stance.PLANS else None

    # --- denial ----------------------------------------------------------------------------------------------------

    def _untrue(self) -> Judgement | None:
        """As in "لا صحة لـ ...", "... عارية عن الصحة", "... كاذبة": what is said to be untrue."""
        words, last = self.words, self.sentence.last
        opened = next(
            (
                w.i
                for w in words[self.sentence.first : self.at]
                if w.token.folded.endswith("لاصحه")
                or (w.bare in ("صحه", "اساس") and words[w.i - 1].bare == "لا")
            ),
            None,
        )
        if opened is not None and self._first_after(opened):
            return self._denied(opened)
        closed = next((w.i for w in words[self.at + 1 : min(last, self.at + 13)] if w.bare in _FALSE), None)
        rumour = next((w.i for w in self.around.before(self.at) if w.bare in _RUMOURS), None)
        if (
            closed is None
            or rumour is None
            or any(w.verb and w.conjunction for w in words[self.at + 1 : closed])
        ):
            return None
        return self._denied(rumour)

    def _first_after(self, word: int) -> bool:
        """Whether the trigger is the first after `word` that is told as such, in its clause."""
        told = [t for t in self.triggers if t.word > word and not (t.verb and t.frame == "send")]
        return (
            bool(told)
            and told[0] is self.trigger
            and not any(w.verb and w.conjunction for w in self.words[word + 1 : self.at])
        )

    def _denied(self, governor: int) -> Judgement:
        """What a denial at `governor` makes of the trigger: a second negation makes it so."""
        between = self.words[governor + 1 : self.at]
        if any(w.bare in NOT_EVEN or w.bare in ("لم", "غير") for w in between):
            return Judgement(rule="double-denial")
        return Judgement(Stance.DENIES, rule="denial")

    def _negated(self) -> Judgement | None:
        if self.trigger.type == "Threat":
            return None
        found = negation(self.around)
        if not found:
            return None
        return Judgement(drop=True, rule=found) if found == WITHOUT else Judgement(Stance.DENIES, rule=found)

    # --- governors -------------------------------------------------------------------------------------------------

    def _governed(self) -> Judgement | None:
        """What the nearest governing word makes of the trigger."""
        governor = self.around.governor()
        if governor is None:
            return self._content()
        negated = governor.word > self.sentence.first and self.words[governor.word - 1].bare in NOT
        return self._under(governor, negated)

    def _under(self, governor: Governor, negated: bool) -> Judgement | None:
        stance = governor.stance
        if stance == "Denies":
            return Judgement(rule="double-denial") if negated else self._denial_of(governor.word)
        if stance == "Asserts":
            return Judgement(drop=True, rule="not-said") if negated else None
        if stance == "Excludes":
            return (
                Judgement(Stance.PLANS, rule="not-excluded")
                if negated
                else Judgement(drop=True, rule="excluded")
            )
        if stance == "Attempts":
            return self._attempt(governor.word, negated)
        if self._presupposed(governor.word):
            return None
        if stance in ("Cancels", "Postpones") and self.words[self.at].preposition == "ل":
            return Judgement(drop=True, rule="purpose")
        if stance == "Cancels":
            return Judgement(Stance.DENIES, rule="cancelled")
        if stance == "Foils" and not self.words[governor.word].verb and self._aimed(governor.word):
            return self._possible() or Judgement(drop=True, rule="purpose")
        if stance == "Plans" and self.around.absent(governor.word):
            return Judgement(Stance.DENIES, rule="no-plan") if self._first_after(governor.word) else None
        if negated and stance in ("Plans", "Fears"):
            return Judgement(drop=True, rule="not-planned")
        if self._ceasing(governor.word):
            return Judgement(drop=True, rule="ceasing")
        if stance in ("Fears", "Foils") and not self._detailed():
            return Judgement(drop=True, rule="vague")
        if stance == "Fears" or self._warned(governor.word):
            return Judgement(Stance.FEARS, rule="feared")
        return Judgement(Stance.PLANS, rule=stance.lower())

    def _denial_of(self, governor: int) -> Judgement | None:
        if not self._first_after(governor):
            return None
        between = self.words[governor + 1 : self.at]
        if any(w.bare in _RELATION for w in between):
            return Judgement(rule="denied-link")
        if self.trigger.type == "Killing" and not any(p.definite for p in self.slots.victims):
            return Judgement(drop=True, rule="denied-detail")
        return self._denied(governor)

    def _attempt(self, governor: int, negated: bool) -> Judgement | None:
        """An attempt was made: an assault stays one, the town that was to be taken was attacked, the rest is open."""
        word = self.words[governor]
        window = self.words[max(self.sentence.first, governor - 4) : governor]
        outcomes = {a.entry.stance for w in window if (a := operator(w)) is not None}
        failed, foiled = "Fails" in outcomes, "Foils" in outcomes
        if foiled:
            return Judgement(Stance.PLANS, rule="foiled")
        if (
            negated
            or word.preposition == "ل"
            or (self.words[governor - 1].bare in ("في", "ب") and not failed)
        ):
            return Judgement(drop=True, rule="purpose")
        if self.trigger.type in ("Capture", "Advance"):
            return (
                Judgement(rule="attempt", type="Attack")
                if (failed or word.verb) and self.slots.places
                else Judgement(drop=True, rule="attempt")
            )
        return Judgement(rule="attempt")

    def _aimed(self, word: int) -> bool:
        """Whether a noun says what something is for ("لإحباط", "المساعدة في منع")."""
        before = self.words[word - 1]
        return self.words[word].preposition == "ل" or (
            before.bare in _PURPOSE | {"في", "علي"} and not before.definite
        )

    def _presupposed(self, governor: int) -> bool:
        """As in "تخوف من أن تؤدي التفجيرات إلى": what is the subject of a fear is told already, talks foiled too."""
        word = self.words[self.at]
        if self.trigger.verb or not word.definite:
            return False
        between = self.words[governor + 1 : self.at]
        if self.words[self.at - 1].bare in particles.DEMONSTRATIVES or any(
            w.bare in _PERCEIVED for w in between
        ):
            return True
        if any(
            (w.verb or w.bare in particles.BEING)
            and w.i != self.trigger.carrier
            and self.words[w.i - 1].bare in THAT
            for w in between
        ):
            return True
        foils = operator(self.words[governor])
        return (
            foils is not None
            and foils.entry.stance == "Foils"
            and self.trigger.type in ("Talks", "Agreement")
        )

    def _warned(self, governor: int) -> bool:
        """Whether the governor is a possibility that somebody warns of: "حذر من احتمال وقوع"."""
        before = self.around.before(governor)
        likely = any(a.entry.lemma in _POSSIBILITY for a in self.words[governor].readings)
        return likely and any(a.entry.stance == "Fears" for w in before for a in w.readings)

    def _ceasing(self, governor: int) -> bool:
        return any(w.bare in _CEASING and not w.definite for w in self.words[governor + 1 : self.at])

    def _content(self) -> Judgement | None:
        """What is threatened or called for; a happening of its own only if it has a place, a target or a day."""
        opener = self.around.calling(self.triggers)
        if opener is None or (self.words[self.at].definite and self.trigger.relative is not None):
            return None  # "الغارات التي نفذتها" have taken place
        ceasing = any(w.bare in _CEASING for w in self.words[opener.word + 1 : self.at])
        if ceasing or not (self.slots.places or self.slots.objects or self.slots.victims):
            return Judgement(drop=True, rule="vague")
        return Judgement(Stance.CALLS_FOR if opener.type == "Appeal" else Stance.PLANS, rule="content")

    def _detailed(self) -> bool:
        """Whether the trigger has a place or somebody of its own."""
        return bool(self.slots.places or self.slots.objects or self.slots.victims or self.slots.agents)

    # --- future and purpose ----------------------------------------------------------------------------------------

    def _future(self) -> Judgement | None:
        words, at = self.words, self.at
        aim = words[at].preposition == "ل" and not self.trigger.verb and not self._undergoes()
        if self.trigger.type == "Threat" or aim or words[at - 1].bare in particles.DEMONSTRATIVES:
            return None
        rule = prospects.expected(self.around)
        return Judgement(Stance.PLANS, rule=rule) if rule else None

    def _possible(self) -> Judgement | None:
        return Judgement(Stance.PLANS, rule="possible") if prospects.possible(self.around) else None

    def _purpose(self) -> Judgement | None:
        """What something is done for has not happened by that."""
        words, i = self.words, self.at
        if self.trigger.verb:
            return (
                Judgement(drop=True, rule="purpose")
                if self.trigger.clause.kind is ClauseKind.PURPOSE
                else None
            )
        before = words[i - 1] if i > self.sentence.first else None
        near = words[max(self.sentence.first, i - 2) : i]
        if self.trigger.type in _TAKINGS and any(w.bare in _AIMING and w.verb for w in near):
            return Judgement(drop=True, rule="purpose")
        if before is not None and before.bare in ("هو", "هي") and words[i - 2].bare in _PURPOSE:
            return Judgement(drop=True, rule="purpose")
        if words[i].preposition == "ل" and self._aims() and not self._undergoes():
            caused = before is not None and (
                before.noun("Cause")
                or (before.verb and before.use("Cause"))
                or before.bare in particles.PREPOSITIONS
                or before.bare in _CAUSED
            )
            return None if caused else Judgement(drop=True, rule="purpose")
        carrier = self.trigger.carrier
        if carrier is not None and not words[carrier].verb and self.trigger.type != "Talks":
            before = words[carrier - 1] if carrier > self.sentence.first else None
            if words[carrier].preposition == "ل":
                return Judgement(drop=True, rule="purpose")
        if before is not None and not before.definite and before.bare in _PURPOSE and not self._undergoes():
            return Judgement(drop=True, rule="purpose")
        return None

    def _aims(self) -> bool:
        """Whether a noun under "ل" can be what something is done for: "لاعتقال س", "للسيطرة على", not "لغارات"."""
        word = self.words[self.at]
        after = self.words[self.at + 1] if self.at + 1 < self.sentence.last else None
        if any(a.entry.stance == "Plans" for a in self.words[self.at - 1].readings):
            return True  # "متهمين بالتخطيط لهجمات"
        if self.trigger.analysis.form.number == 3:
            return False
        if word.definite:
            return after is not None and (bool(after.preposition) or after.bare in particles.PREPOSITIONS)
        return after is None or after.preposition != "ب"

    def _undergoes(self) -> bool:
        """Whether the light verb takes the trigger with "ل": "تعرض لهجوم"."""
        carrier = self.trigger.carrier
        light = self.words[carrier].use("LightVerb") if carrier is not None else None
        return light is not None and "passive" in light.entry.needs


__all__ = ["Judgement", "judge"]
