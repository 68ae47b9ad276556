"""Whether a toll is not said to be so: denied, asked, threatened ("لم يصب سبعة", "هدد بقتل"). Then it counts nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import stance
from .attribution import Operator
from .clauses import Clause
from .roles import Slots
from .templates import Stance
from .tolls import Toll
from .triggers import Trigger
from .words import Sentence, Text


def denied(
    text: Text,
    sentence: Sentence,
    clauses: Sequence[Clause],
    toll: Toll,
    operators: Sequence[Operator],
    slots: Mapping[int, Slots],
    triggers: Sequence[Trigger],
) -> bool:
    """Whether a toll is not said to be so; its word of outcome is judged as a happening would be."""
    told = next((t for t in triggers if t.word == toll.trigger), None) or _as_trigger(
        text, clauses, toll.word
    )
    if told is None:
        return False
    acts = sorted({*triggers, told}, key=lambda t: t.word)
    found = stance.judge(text, sentence, told, operators, acts, slots.get(told.word, Slots()))
    return found.drop or found.stance is not Stance.ASSERTS


def _as_trigger(text: Text, clauses: Sequence[Clause], word: int) -> Trigger | None:
    """The word of outcome as the trigger of a killing."""
    reading = text.words[word].use("TollVerb", "TollNoun")
    if reading is None:
        return None
    clause = next(c for c in clauses if c.first <= word < c.last)
    return Trigger(word, word + 1, "Killing", reading.entry, reading, clause, text.words[word].verb)
