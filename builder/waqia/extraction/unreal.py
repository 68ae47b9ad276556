"""What is only asked, supposed, usual, nearly happened, or left open by "any": no happening."""

from __future__ import annotations

from .governors import THAT, Surroundings

_PRESUPPOSING = frozenset("كيف لماذا متي اين لم".split())
_IF = frozenset("اذا لو لولا حال حاله شرط شريطه ماله".split())
_HABIT = frozenset("كلما حيثما عاده غالبا كثيرا دايما".split())
_NEARLY = frozenset("كاد كادت كادوا اوشك اوشكت يكاد تكاد".split())
NOT = frozenset("لم لن لا ليس ليست ليسوا".split())
NOT_EVEN = frozenset("عدم امتناع دون بدون بلا".split())


def unreal(around: Surroundings) -> str:
    """Why the trigger tells no happening; "" where it may tell one."""
    words, first, at = around.words, around.sentence.first, around.at
    asked = words[around.sentence.last - 1].bare in ("؟", "?")
    if asked and not any(w.bare in _PRESUPPOSING for w in words[first : first + 3]):
        return "question"
    if _supposed(around):
        return "condition"
    if any(w.bare in _HABIT and not w.definite for w in words[max(first, at - 8) : at]):
        return "habit"
    if _not_said(around):
        return "not-said"
    if _any(around):
        return "any"
    return "nearly" if any(w.bare in _NEARLY for w in words[max(first, at - 5) : at]) else ""


def _not_said(around: Surroundings) -> bool:
    """As in "لم أقل إن الإفراج تم": what somebody did not say."""
    for i in range(max(around.sentence.first, around.at - 6), around.at - 2):
        said, that = around.words[i + 1], around.words[i + 2]
        if around.words[i].bare in ("لم", "لا") and that.bare in THAT and not that.definite:
            return said.use("Saying", "Operator", "Trigger") is None and not said.preposition
    return False


def _any(around: Surroundings) -> bool:
    """As in "أي هجوم", "من شأن السيطرة على": whichever it may be; under a negation "أي" denies."""
    words, i = around.words, around.at
    if i == around.sentence.first:
        return False
    before, earlier = words[i - 1].bare, words[max(around.sentence.first, i - 5) : i - 1]
    return (before == "شان" and not around.trigger.verb) or (
        before == "اي" and not any(w.bare in NOT | NOT_EVEN for w in earlier)
    )


def _supposed(around: Surroundings) -> bool:
    """Whether the trigger stands in a condition, or in what follows from one that is not so ("لولا ... لسيطر")."""
    at = _condition(around)
    if at is None:
        return _counterfactual(around)
    between = around.words[at + 1 : around.at]
    ended = any(w.sign and w.bare in "،,؛" for w in between) or any(
        w.verb and w.token.folded.startswith(("ف", "س")) for w in between
    )
    return not ended


def _condition(around: Surroundings) -> int | None:
    """The word before the trigger that opens a condition."""
    for i in range(around.at - 1, around.sentence.first - 1, -1):
        w = around.words[i]
        if w.definite or w.bare not in _IF | {"لم"}:
            continue
        before = around.words[i - 1].bare if i > around.sentence.first else ""
        if w.bare in ("حال", "حاله") and before != "في" and w.preposition != "ب":
            continue
        if w.bare == "شرط" and around.words[i - 1].noun("Trigger"):
            continue
        if w.bare == "لم" and before != "ما":
            continue
        return i
    return None


def _counterfactual(around: Surroundings) -> bool:
    opened = [
        w
        for w in around.words[around.sentence.first : around.at]
        if w.bare in ("لولا", "لو") and not w.definite
    ]
    return bool(opened) and any(
        w.token.folded.startswith("ل") and w.verb for w in around.words[opened[0].i : around.at + 1]
    )
