"""Negation: what is said not to have happened, and what goes without something, which tells nothing of it."""

from __future__ import annotations

from .governors import Surroundings
from .unreal import NOT

WITHOUT = "without"
_WITHOUT = frozenset("دون بدون بلا".split())
_NO_LONGER = frozenset("يعد تعد يعدوا".split())  # "لم يعد": no longer
_REPELLING = frozenset("صد احباط منع وقف ايقاف انهاء تجنب".split())  # what could not be prevented happened
_REACH = 6  # words


def negation(around: Surroundings) -> str:
    """Why the trigger is denied or no happening: "لم ينفذ الهجوم", "عدم تنفيذ", "دون وقوع اشتباكات"; else ""."""
    return _by_verb(around) or ("" if around.trigger.verb else _by_noun(around))


def _by_verb(around: Surroundings) -> str:
    words, verb = around.words, around.verb
    if verb is None or verb <= around.sentence.first:
        return ""
    before = words[verb - 1]
    if before.bare == "ان" and verb - 2 >= around.sentence.first:
        return WITHOUT if words[verb - 2].bare in _WITHOUT | {"غير"} else ""
    if before.bare not in NOT or before.definite or words[verb].bare in _NO_LONGER:
        return ""
    between = words[verb + 1 : around.at]
    ended = any((w.verb and w.conjunction) or w.bare in _REPELLING for w in between)
    return "" if ended else "negation"


def _by_noun(around: Surroundings) -> str:
    words, first, at = around.words, around.sentence.first, around.at
    if at == first:
        return ""
    before = words[at - 1].bare if not words[at - 1].definite else ""
    if _without_that(around):
        return WITHOUT
    if before == "اي" and any(w.bare in NOT | {"عدم"} for w in words[max(first, at - 4) : at]):
        return "negation"
    if before in _WITHOUT or (before in ("اي", "وقوع") and words[at - 2].bare in _WITHOUT):
        return WITHOUT
    return "negation" if before == "عدم" and around.governor() is None else ""


def _without_that(around: Surroundings) -> bool:
    """As in "دون أن يبلغ عن اعتقالات"."""
    words = around.words
    for i in range(max(around.sentence.first, around.at - _REACH), around.at - 1):
        if words[i].bare in _WITHOUT and words[i + 1].bare == "ان":
            return not any((w.verb and w.conjunction) or w.sign for w in words[i + 1 : around.at])
    return False


__all__ = ["WITHOUT", "negation"]
