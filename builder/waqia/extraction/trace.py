"""Why something was read as it was: what the stages note where they decide, for `waqia inspect`.

Nothing here decides anything: notes never take part in comparisons, and no stage reads them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from .phrases import Phrase
from .templates import Decision, Span
from .words import Text

Kept = TypeVar("Kept")
_QUANTIFIERS = 3  # words that may stand between a preposition and its noun


class Rule(StrEnum):
    """The rules that fill a slot or put mentions together, as people read them."""

    # roles of a verb
    SUBJECT = "subject of the verb"
    UNDERSTOOD = "subject understood from what stands before the verb"
    OBJECT = "object of the verb"
    PASSIVE = "subject of the passive verb, which the act was done to"
    ANTECEDENT = "what the relative clause is about"
    HELD_BEFORE = "who held it before, as the relative clause says"
    # roles of a noun
    GENITIVE = "genitive of the verbal noun"
    AFTER_GENITIVE = "object of the verbal noun, after its genitive"
    COMPANION = "who acts with the subject of the verb that carries the noun"
    LIGHT_VERB = "subject of the verb that carries the noun"
    SAID_TO_ACT = "who is understood to act, by the word that governs the noun"
    SAID_OF = "what the participle is said of, and who acts in its clause"
    PRONOUN = "whom the possessive pronoun takes up"
    ADJECTIVE = "adjective of a country"
    FIGHTING = "who acts in the clause, with or against those named after 'مع'"
    THREATENED = "whom the act would befall that is threatened"
    LOST = "who is out of control of the place"
    # roles of both
    LOCATED = "place in the clause, without a preposition"
    SUPPORT = "whose support is named"
    LAID = "who laid what went off"
    OWNERS = "whose the thing is, by its pronoun"
    # who answers for it
    CLAIMED = "claims responsibility, for itself or by its spokesperson"
    CHARGED = "is accused or suspected, and so does not count as agent"
    SPEAKS = "who threatens or calls is the one who says so"
    # what the article fills in: places
    AROUND = "lies around the place named, right after it"
    FRAMED = "place that opens the passage"
    LED_TO = "where those who act went in the clause before"
    THERE = "what 'هناك' or a pronoun points to"
    MEANT = "what a noun without a name stands for"
    NEIGHBOUR = "place of what its sentence tells with it"
    BESIDE = "place of its sentence that nothing else took"
    STORY_PLACE = "place of what was told just before"
    DURING = "place of what took place during it"
    AIMED_AT = "what the operation is to take"
    # what the article fills in: participants
    CLASH_SIDE = "side of the clash: whose men fell, or who fought just before"
    OPPONENT = "who is fought or flees where the place is taken"
    SOUGHT = "whom the toll counts and the act was aimed at"
    STRUCK = "what was struck: the facility where it happened, or the armed men who fell"
    SAME_SIDE = "whose strike was told just before"
    OPERATION = "who runs the operation in which it was done"
    # days
    OWN_TIME = "time in reach of the trigger"
    LEAD_TIME = "day of a lead that tells several events"
    STORY_TIME = "day of what was told just before"
    DURING_TIME = "day of what took place during it"
    OPERATION_TIME = "day of the operation in which it was done"
    # tolls
    SAME_WORD = "the word of outcome tells the event too"
    MEMBER = "part of the figure told before it"
    CAUSE = "the act that the text gives as its cause"
    KILLING = "the killing that it is joined to"
    NEAREST = "the nearest act of its sentence"
    TOLD_LAST = "the act told last"
    # mentions put together in their sentence
    SUBJECT_TELLS = "the noun is the subject of the verb"
    ONE_ACT = "two words of one act, joined by a conjunction"
    ONE_MEETING = "a visit and the meetings in it"
    ONE_ATTACK = "two nouns of one attack, joined by 'و'"
    EFFECT = "the deaths or the destruction that the act caused"


@dataclass(frozen=True, slots=True)
class Dropped:
    """The word of the lexicon entry `entry` at `span` that tells no event, and why."""

    word: int
    entry: str
    type: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tie:
    """Two mentions of a sentence, by the words of their triggers, that its syntax ties to one event."""

    first: int
    second: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class Join:
    """How well the mention at `word` fitted the happening told before at position `happening`, -1 for none.

    It joined where `score` reaches `threshold`; None where something spoke against it. `evidence` is what there was of
    that which the score weighs.
    """

    word: int
    happening: int
    score: float | None
    threshold: float
    evidence: tuple[tuple[str, float], ...] = ()

    @property
    def joined(self) -> bool:
        """Whether it was taken for that happening."""
        return self.score is not None and self.score >= self.threshold


def decided(text: Text, phrase: Phrase) -> Decision:
    """The rule by which a phrase fills its slot, with where the phrase stands."""
    return Decision(phrase.rule, Span(*text.span(phrase.first, phrase.last)))


def by(rule: Rule, fillings: Iterable[tuple[Kept, Phrase]]) -> list[tuple[Kept, Phrase]]:
    """The fillings, noted as made by a rule."""
    return [(kept, replace(phrase, rule=rule)) for kept, phrase in fillings]


def after_preposition(text: Text, phrase: Phrase) -> str:
    """The rule of what a preposition governs, which is named as it is written."""
    if not phrase.preposition:
        return Rule.LOCATED
    return f"after the preposition '{_as_written(text, phrase)}'"


def _as_written(text: Text, phrase: Phrase) -> str:
    """The preposition of a phrase with the spelling of the text ("على"), where it stands apart ("علي كافة ...")."""
    many = len(phrase.preposition.split())
    for last in range(phrase.first, max(many, phrase.first - _QUANTIFIERS) - 1, -1):
        before = text.words[last - many : last]
        if " ".join(w.bare for w in before) == phrase.preposition:
            return " ".join(w.token.text[len(w.conjunction) :] for w in before)
    return phrase.preposition
