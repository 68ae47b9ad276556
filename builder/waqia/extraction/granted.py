"""Mentions that take a happening for granted: what somebody condemns or answers ("رد على الهجوم", "منفذي التفجير").

Who says so tells of something else; a happening that is told elsewhere is not credited to him.
"""

from __future__ import annotations

from waqia.arabic import particles

from .events import Happening
from .mentions import EventMention
from .templates import Stance
from .words import Text, Word

# Nouns of these types name the deed that is done as often as one done before ("تمكنوا من السيطرة").
_DONE_NOW = frozenset({"Capture", "Control", "Advance", "Withdrawal", "Siege", "Displacement", "Deployment"})
_TELLING = ("LightVerb", "Cause", "TollVerb", "Trigger")


def granted(text: Text, happening: Happening) -> frozenset[int]:
    """The triggers of a happening that only take it for granted, where others tell it."""
    if happening.type in ("Threat", "Appeal"):
        return frozenset()
    taken = [u for u in happening.units if not u.tolls and all(_points(text, m) for m in u.mentions)]
    if len(taken) == len(happening.units):
        return frozenset()
    return frozenset(m.trigger.word for u in taken for m in u.mentions)


def _points(text: Text, mention: EventMention) -> bool:
    """Whether a definite noun, governed by another word, points to a happening and says nothing of it."""
    trigger = mention.trigger
    if trigger.verb or trigger.carrier is not None or mention.stance is not Stance.ASSERTS:
        return False
    word, before = text.words[trigger.word], text.words[trigger.word - 1]
    this = before.bare in particles.DEMONSTRATIVES
    definite = bool(word.definite or trigger.analysis.pronoun) and mention.type not in _DONE_NOW
    if not this and (not definite or mention.places or mention.participants):
        return False
    return bool(word.preposition) or _governs(text.words[trigger.word - 2] if this else before)


def _governs(word: Word) -> bool:
    if word.verb:
        return word.use(*_TELLING) is None
    return not word.sign and (not word.function or word.bare in particles.PREPOSITIONS)


__all__ = ["granted"]
