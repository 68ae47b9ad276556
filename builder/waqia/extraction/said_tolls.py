"""Which tolls are said to be so: not denied, asked or threatened ("لم يصب سبعة", "هدد بقتل")."""

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


def said(
    text: Text,
    sentence: Sentence,
    clauses: Sequence[Clause],
    tolls: Sequence[Toll],
    operators: Sequence[Operator],
    slots: Mapping[int, Slots],
    triggers: Sequence[Trigger],
) -> tuple[Toll, ...]:
    """The tolls that are said to be so: each word of outcome is judged as a happening would be.

    What is joined to a toll that is not said is none either ("نفى مقتل خمسة وإصابة سبعة").
    """
    kept: list[Toll] = []
    dropped: Toll | None = None
    for toll in tolls:
        told = next((t for t in triggers if t.word == toll.trigger), None) or _as_trigger(
            text, clauses, toll.word
        )
        joined = dropped is not None and _joined(text, clauses, dropped, toll)
        if joined or (told is not None and _unsaid(text, sentence, told, operators, slots, triggers)):
            dropped = toll
        else:
            kept.append(toll)
    return tuple(kept)


def _unsaid(
    text: Text,
    sentence: Sentence,
    told: Trigger,
    operators: Sequence[Operator],
    slots: Mapping[int, Slots],
    triggers: Sequence[Trigger],
) -> bool:
    acts = sorted({*triggers, told}, key=lambda t: t.word)
    found = stance.judge(text, sentence, told, operators, acts, slots.get(told.word, Slots()))
    return found.drop or found.stance is not Stance.ASSERTS


def _joined(text: Text, clauses: Sequence[Clause], before: Toll, toll: Toll) -> bool:
    """Whether a noun of outcome goes on from the one before in its clause."""
    one_clause = any(c.first <= before.word and toll.word < c.last for c in clauses if before.word < c.last)
    return one_clause and text.words[toll.word].conjunction == "و" and not text.words[toll.word].verb


def _as_trigger(text: Text, clauses: Sequence[Clause], word: int) -> Trigger | None:
    """The word of outcome as the trigger of a killing."""
    reading = text.words[word].use("TollVerb", "TollNoun")
    if reading is None:
        return None
    clause = next(c for c in clauses if c.first <= word < c.last)
    return Trigger(word, word + 1, "Killing", reading.entry, reading, clause, text.words[word].verb)
