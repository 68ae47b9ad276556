"""Mentions that take a happening for granted: what somebody condemns or answers ("رد على الهجوم", "منفذي التفجير").

Who says so tells of something else; a happening that is told elsewhere is not credited to him.
"""

from __future__ import annotations

from waqia.arabic import particles

from .clauses import ClauseKind
from .events import Happening
from .mentions import EventMention
from .templates import Role, Stance
from .units import Unit
from .words import Text, Word

# Nouns of these types name the deed that is done as often as one done before ("تمكنوا من السيطرة").
_DONE_NOW = frozenset({"Capture", "Control", "Advance", "Withdrawal", "Siege", "Displacement", "Deployment"})
_TELLING = ("LightVerb", "Cause", "TollVerb", "Trigger")


def granted(text: Text, happening: Happening) -> frozenset[int]:
    """The triggers of a happening that only take it for granted, where others tell it."""
    if happening.type in ("Threat", "Appeal"):
        return frozenset()
    taken = [u for u in happening.units if not u.tolls and _granted(text, u)]
    if len(taken) == len(happening.units):
        return frozenset()
    return frozenset(m.trigger.word for u in taken for m in u.mentions)


def _granted(text: Text, unit: Unit) -> bool:
    heads = [m for m in unit.mentions if _points(text, m)]
    return bool(heads) and all(m in heads or _about(m, heads) for m in unit.mentions)


def _about(mention: EventMention, heads: list[EventMention]) -> bool:
    """Whether a mention stands in a relative clause after one that points to the happening."""
    clause = mention.trigger.clause
    return clause.kind is ClauseKind.RELATIVE and any(m.trigger.word < clause.first for m in heads)


def _points(text: Text, mention: EventMention) -> bool:
    """Whether a definite noun, governed by another word, points to a happening without telling it."""
    trigger = mention.trigger
    acting = any(r is Role.AGENT and p.first < trigger.word for r, p in mention.participants)
    if trigger.verb or trigger.carrier is not None or acting or mention.stance is not Stance.ASSERTS:
        return False
    word, before = text.words[trigger.word], text.words[trigger.word - 1]
    this = before.bare in particles.DEMONSTRATIVES
    if not this and (mention.type in _DONE_NOW or not (word.definite or trigger.analysis.pronoun)):
        return False
    governor = text.words[trigger.word - 2] if this else before
    return bool(word.preposition) or _governs(governor)


def _governs(word: Word) -> bool:
    if word.verb:
        return word.use(*_TELLING) is None
    return not word.sign and (not word.function or word.bare in particles.PREPOSITIONS)


__all__ = ["granted"]
