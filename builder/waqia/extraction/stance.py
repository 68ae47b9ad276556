"""Stance: whether a mention is asserted, denied, planned, feared or called for, from the syntax around it.

An operator works on the first happening of its complement: "نفى انسحابه" denies the withdrawal, "نفى سقوط قتلى في
الغارة" a detail of a raid that it leaves standing; a denied denial asserts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .attribution import Operator
from .clauses import Clause, ClauseKind
from .templates import Stance
from .triggers import Trigger
from .words import Sentence, Text

_NOT = frozenset("لم لن لا".split())
_NONE = frozenset("عدم دون امتناع غير استبعاد".split())
_FUTURE = frozenset("سوف قد يمكن يجب ينبغي سيتم المقرر المتوقع المرتقب المحتمل احتمال امكانيه نيه مزمع وشك مشروع مخطط خطه خطط استعداد امل وعود وعد احتمالات عزم الضروري ضروره".split())
_POSSIBLE = frozenset("محتمل محتمله مرتقب مرتقبه متوقع متوقعه وشيك وشيكه مقبل مقبله".split())
_PURPOSE = (("بهدف",), ("من", "اجل"), ("بغيه",), ("بغرض",), ("سعيا",), ("تمهيدا",), ("خشيه",), ("تحسبا",), ("لمنع",), ("منع",))
_FOILED = frozenset("احبط احبطت احباط افشل افشلت افشال".split())
_CANCELLED = frozenset("الغي الغت الغاء".split())
_POSTPONED = frozenset("تاجل تاجلت اجل اجلت ارجا تاجيل".split())


@dataclass(frozen=True, slots=True)
class Judgement:
    """The stance of a mention; `drop` where it is no happening at all (purpose, condition, question, generic)."""

    stance: Stance = Stance.ASSERTS
    drop: bool = False
    rule: str = ""


_ASSERTED = Judgement()


def judge(text: Text, sentence: Sentence, clauses: Sequence[Clause], trigger: Trigger, operators: Sequence[Operator], triggers: Sequence[Trigger]) -> Judgement:
    """The stance of one trigger."""
    words, i = text.words, trigger.word
    if _question(text, sentence, trigger):
        return Judgement(drop=True, rule="question")
    denial = _denial(text, sentence, trigger, operators, triggers)
    if denial is not None:
        return denial
    negated = _negated(text, trigger)
    if negated:
        return Judgement(Stance.DENIES, rule="negation")
    planned = _operator_stance(text, trigger, operators, triggers)
    if planned is not None:
        return planned
    verb = trigger.word if trigger.verb else trigger.carrier
    if verb is not None and words[verb].verb:
        if words[verb].token.preposition == "س" or (words[verb - 1].bare in ("سوف",) and verb > sentence.first):
            return Judgement(Stance.PLANS, rule="future")
        present = any(a.form.kind == "present" for a in words[verb].readings)
        if present and verb > sentence.first and words[verb - 1].bare in ("قد", "ان") and _modal_before(text, verb, sentence):
            return Judgement(Stance.PLANS, rule="modal")
    window = words[max(trigger.clause.first, i - 5) : i]
    if any(w.bare in _FOILED for w in window):
        return Judgement(Stance.PLANS, rule="foiled")
    if any(w.bare in _CANCELLED for w in window):
        return Judgement(Stance.DENIES, rule="cancelled")
    if any(w.bare in _POSTPONED for w in window):
        return Judgement(Stance.PLANS, rule="postponed")
    if not trigger.verb and _possible(text, i, trigger):
        return Judgement(Stance.PLANS, rule="possible")
    if _purpose(text, sentence, trigger):
        return Judgement(drop=True, rule="purpose")
    return _ASSERTED


def _modal_before(text: Text, verb: int, sentence: Sentence) -> bool:
    before = text.words[verb - 1]
    if before.bare == "قد":
        return True
    return any(w.bare in _FUTURE - {"قد"} or w.token.core in _FUTURE - {"قد"} for w in text.words[max(sentence.first, verb - 5) : verb - 1])


def _question(text: Text, sentence: Sentence, trigger: Trigger) -> bool:
    return text.words[sentence.first].bare == "هل" and text.words[sentence.last - 1].bare in ("؟", "?")


def _denial(text: Text, sentence: Sentence, trigger: Trigger, operators: Sequence[Operator], triggers: Sequence[Trigger]) -> Judgement | None:
    for op in operators:
        if op.stance != "Denies" or not op.first <= trigger.word < op.last or trigger.word <= op.word:
            continue
        first = next((t for t in triggers if t.word > op.word), None)
        if first is not trigger:
            continue
        later_and = any(w.verb and w.conjunction for w in text.words[op.word + 1 : trigger.word])
        if later_and:
            continue
        between = text.words[op.word + 1 : trigger.word + 1]
        if any(w.bare in _NONE for w in between) or any(w.bare in ("لم", "عدم") for w in between):
            return _ASSERTED
        if trigger.frame in ("toll", "perish", "kill") and trigger.type == "Killing":
            return Judgement(drop=True, rule="denied-detail")
        return Judgement(Stance.DENIES, rule="denial")
    words = text.words[sentence.first : sentence.last]
    joined = " ".join(w.bare for w in words)
    for cue in ("لا صحه", "لاصحه"):
        if cue in joined and _after_cue(text, sentence, trigger, "صحه"):
            return Judgement(Stance.DENIES, rule="no-truth")
    if ("عاريه عن صحه" in joined or "عار عن صحه" in joined or "عار من صحه" in joined or "عاريه من صحه" in joined) and _before_cue(text, sentence, trigger, ("عاريه", "عار")):
        return Judgement(Stance.DENIES, rule="no-truth")
    return None


def _after_cue(text: Text, sentence: Sentence, trigger: Trigger, cue: str) -> bool:
    at = next((w.i for w in text.words[sentence.first : sentence.last] if w.bare in (cue, "لاصحه")), None)
    if at is None or trigger.word < at:
        return False
    return not any(w.verb and w.conjunction for w in text.words[at : trigger.word])


def _before_cue(text: Text, sentence: Sentence, trigger: Trigger, cues: tuple[str, ...]) -> bool:
    at = next((w.i for w in text.words[sentence.first : sentence.last] if w.bare in cues), None)
    if at is None or trigger.word > at:
        return False
    return at - trigger.word <= 10


def _negated(text: Text, trigger: Trigger) -> bool:
    words = text.words
    verb = trigger.word if trigger.verb else trigger.carrier
    if verb is not None and words[verb].verb and verb > 0 and words[verb - 1].bare in _NOT:
        return True
    return not trigger.verb and trigger.word > 0 and words[trigger.word - 1].bare in ("عدم", "اي") and any(w.bare in _NOT | {"عدم"} for w in words[max(0, trigger.word - 4) : trigger.word])


def _operator_stance(text: Text, trigger: Trigger, operators: Sequence[Operator], triggers: Sequence[Trigger]) -> Judgement | None:
    for op in reversed(operators):
        if op.stance not in ("Plans", "Fears") or not op.word < trigger.word < op.last:
            continue
        between = text.words[op.word + 1 : trigger.word]
        if any(w.verb and w.conjunction for w in between) or any(w.bare in (".", "فيما", "بينما", "بعد") for w in between):
            continue
        if len(between) > 14:
            continue
        if "attempt" in op.flags and not text.words[op.word].verb:
            continue
        return Judgement(Stance.PLANS if op.stance == "Plans" else Stance.FEARS, rule=op.stance.lower())
    for t in triggers:
        if t.type not in ("Threat", "Appeal") or not t.word < trigger.word or t.word == trigger.word:
            continue
        between = text.words[t.word + 1 : trigger.word]
        if any(w.verb and w.conjunction for w in between) or any(w.bare in (".", "فيما", "بينما", "بعد", "عن") for w in between) or len(between) > 12:
            continue
        linked = text.words[trigger.word].preposition in ("ب", "ل") or any(w.bare in ("الي", "علي", "ان", "ب") and not w.definite for w in between)
        if linked and trigger.type not in ("Threat", "Appeal"):
            return Judgement(Stance.CALLS_FOR if t.type == "Appeal" else Stance.PLANS, rule="content")
    return None


def _possible(text: Text, i: int, trigger: Trigger) -> bool:
    words = text.words
    after = words[i + 1 : i + 4]
    if any(w.bare in _POSSIBLE for w in after[:2]):
        return True
    before = words[max(trigger.clause.first, i - 4) : i]
    if any((w.bare in _FUTURE or w.token.core in _FUTURE) and w.bare not in ("قد", "يجب") for w in before):
        return True
    return any(w.verb and w.bare in ("تنخرط", "يجب") for w in before)


def _purpose(text: Text, sentence: Sentence, trigger: Trigger) -> bool:
    words, i = text.words, trigger.word
    if trigger.clause.kind is ClauseKind.PURPOSE and trigger.verb:
        return True
    if not trigger.verb and words[i].preposition == "ل" and trigger.carrier is None and not words[i].definite and trigger.type not in ("Talks",):
        return not (i > sentence.first and words[i - 1].noun("Cause"))
    if not trigger.verb and words[i].preposition == "ل" and words[i].definite:
        return True
    for phrase in _PURPOSE:
        at = i - len(phrase)
        if at >= sentence.first and tuple(w.bare if not w.preposition else w.token.folded for w in words[at:i]) == phrase:
            return True
    return i > sentence.first and words[i - 1].bare in ("هدف", "اجل", "منع", "غيه", "سبيل", "محاوله")
