"""What may yet happen: futures ("ستقصف", "سيتم سحب القوات"), modals ("قد يهاجم"), adjectives ("هجمات محتملة")."""

from __future__ import annotations

from .governors import BREAKS, Surroundings, operator

_MODAL = frozenset("قد ربما لعل".split())
_AFTER, _BEFORE = 4, 3  # words from a trigger to its predicate


def expected(around: Surroundings) -> str:
    """Which rule makes the trigger one of the future: "future", "modal"; else ""."""
    verb = around.verb if around.verb is not None else _predicate_after(around) or _predicate_before(around)
    if verb is None or any(w.bare in BREAKS and not w.definite for w in around.words[verb + 1 : around.at]):
        return ""
    word = around.words[verb]
    before = around.words[verb - 1].bare if verb > around.sentence.first else ""
    if word.token.preposition == "س" or before == "سوف":
        return "future"
    present = any(a.form.kind == "present" for a in word.readings)
    return "modal" if present and before in _MODAL else ""


def possible(around: Surroundings) -> bool:
    """As in "هجمات محتملة", "المفاوضات المقبلة"."""
    at = around.at
    after = () if around.trigger.verb else around.words[at + 1 : min(at + 3, around.sentence.last)]
    return any(
        (a := operator(w)) is not None
        and a.entry.part == "manner"
        and not a.entry.needs & {"that", "aim"}
        and w.definite == around.words[at].definite
        for w in after
    )


def _predicate_after(around: Surroundings) -> int | None:
    """The light verb that has the trigger as its subject ("المفاوضات ستعقد")."""
    predicate = around.trigger.clause.predicate
    if predicate is None or not around.at < predicate <= around.at + _AFTER:
        return None
    return predicate if around.words[predicate].use("LightVerb") is not None else None


def _predicate_before(around: Surroundings) -> int | None:
    """The verb before an indefinite trigger or one with a complement: "سيتم سحب القوات", "ستشهد البلدة هجوما"."""
    predicate, word = around.trigger.clause.predicate, around.words[around.at]
    if predicate is None or not predicate < around.at <= predicate + _BEFORE:
        return None
    apart = any(w.sign or w.function for w in around.words[predicate + 1 : around.at])
    causes = around.words[predicate].use("Cause") is not None
    return None if apart or causes or word.definite or word.preposition else predicate


__all__ = ["expected", "possible"]
