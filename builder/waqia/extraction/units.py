"""Units: the mentions of one sentence that its syntax ties together, with their tolls.

A verb and the noun that is its subject, two verbs of one act joined by "و", a visit and the meetings in it, a killing
and what caused it tell of one happening. A taking of several towns under one verb tells of as many happenings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from waqia.knowledge import Knowledge

from .causes import Causes, TollLinker
from .likeness import actor_key, place_score
from .mentions import EventMention
from .phrases import Phrase
from .sentences import SentenceReading
from .templates import Role, Stance
from .tolls import Toll
from .trace import Rule, Tie
from .words import Text

_VAGUENESS = {"Attack": 0, "Destruction": 1, "Killing": 2}
GENERIC = frozenset(_VAGUENESS)
_ATTACKS = frozenset({"Attack", "Bombing", "SuicideBombing", "CarBombing"})
_TAKINGS = ("Capture", "Control")
_NEAR = 3  # words


@dataclass
class Unit:
    """Mentions of one sentence that tell of one happening, with its tolls; `places` where not all are its own."""

    mentions: list[EventMention]
    tolls: list[Toll] = field(default_factory=list)
    places: list[Phrase] | None = None
    ties: list[Tie] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The most specific type of the mentions."""
        types = [m.type for m in self.mentions]
        specific = next((t for t in types if t not in GENERIC), None)
        return specific or min(types, key=_VAGUENESS.__getitem__)

    @property
    def main(self) -> EventMention:
        """The mention that gives the type."""
        type_ = self.type
        return next(m for m in self.mentions if m.type == type_)

    @property
    def realized(self) -> str:
        """Asserted, denied or planned."""
        return {Stance.ASSERTS: "asserted", Stance.DENIES: "denied"}.get(self.main.stance, "planned")

    def place_phrases(self) -> list[Phrase]:
        """The places that it gives."""
        return self.places if self.places is not None else [p for m in self.mentions for _, p in m.places]


def units(text: Text, sentence: SentenceReading, knowledge: Knowledge, tolls: TollLinker) -> list[Unit]:
    """The units of a sentence in its order; `tolls` are linked over the whole article."""
    tying = _Tying(text, sentence, knowledge)
    tying.by_subjects()
    tying.by_neighbours()
    tying.by_causes()
    tolls.link(tying.causes, tying.by_word)
    unique = {id(u): u for u in tying.by_word.values()}
    return [part for unit in unique.values() for part in by_towns(unit)]


class _Tying:
    """Puts the mentions of one sentence together, from a unit for each; `by_word` has them by trigger."""

    def __init__(self, text: Text, sentence: SentenceReading, knowledge: Knowledge) -> None:
        self.text = text
        self.sentence = sentence
        self.knowledge = knowledge
        self.causes = Causes(text, sentence, knowledge)
        self.by_word = {m.trigger.word: Unit([m]) for m in sentence.mentions}

    def by_subjects(self) -> None:
        """Tie a verb to the noun of an act that is its subject: "الهجوم استهدف"."""
        for m in self.sentence.mentions:
            subject = self.sentence.slots[m.trigger.word].subject_trigger
            target = self.by_word.get(subject) if subject is not None else None
            if target is not None and self._subject_tells(m, target):
                self._merge(target, self._unit(m), Rule.SUBJECT_TELLS)

    def by_neighbours(self) -> None:
        """Tie neighbours that tell of one act."""
        for tied, rule in (
            (self._one_act, Rule.ONE_ACT),
            (self._one_meeting, Rule.ONE_MEETING),
            (self._one_attack, Rule.ONE_ATTACK),
        ):
            for first, second in pairwise(self.sentence.mentions):
                if tied(first, second):
                    self._merge(self._unit(first), self._unit(second), rule)

    def by_causes(self) -> None:
        """Tie a killing or a destruction that stands alone to what caused it."""
        for m in self.sentence.mentions:
            effect = m.type == "Killing" or (m.type == "Destruction" and not m.trigger.verb)
            cause = self.causes.of_killing(m) if effect and len(self._unit(m).mentions) == 1 else None
            if cause is not None:
                self._merge(self._unit(cause), self._unit(m), Rule.EFFECT)

    def _unit(self, m: EventMention) -> Unit:
        return self.by_word[m.trigger.word]

    def _merge(self, into: Unit, other: Unit, rule: Rule) -> None:
        if into is other:
            return
        into.ties += [*other.ties, Tie(into.main.trigger.word, other.main.trigger.word, rule)]
        into.mentions = sorted(into.mentions + other.mentions, key=lambda m: m.trigger.word)
        for m in other.mentions:
            self.by_word[m.trigger.word] = into

    def _subject_tells(self, m: EventMention, subject: Unit) -> bool:
        """Whether the verb tells of the act that is its subject and not of another one."""
        if m.stance is not subject.main.stance:
            return False
        if m.type == "Attack" and subject.type in ("Raid", "Offensive"):
            return True
        return self.knowledge.is_a(m.type, "Violence") and self.knowledge.is_a(subject.type, "Violence")

    def _one_act(self, first: EventMention, second: EventMention) -> bool:
        """Two verbs or two nouns of one type joined by a conjunction: "هاجموا وقصفوا"."""
        alike = (first.type, first.stance, first.trigger.verb) == (
            second.type,
            second.stance,
            second.trigger.verb,
        )
        return alike and self._near(first, second) and bool(self._conjunction(second))

    def _one_meeting(self, first: EventMention, second: EventMention) -> bool:
        """A visit and the meetings in it ("زار ... حيث التقى"): one side is in both, and no other place is named."""
        if not (first.type == second.type == "Talks" and first.stance is second.stance):
            return False
        a = {actor_key(p) for _, p in first.participants}
        b = {actor_key(p) for r, p in second.participants if r is Role.AGENT}
        mine, theirs = [p for _, p in first.places], [p for _, p in second.places]
        return bool(a & b or not b) and place_score(mine, theirs, self.knowledge) >= 0

    def _one_attack(self, first: EventMention, second: EventMention) -> bool:
        """Two nouns of one attack: "هجوم وتفجير"."""
        one = {first.type, second.type} <= _ATTACKS and not (first.trigger.verb or second.trigger.verb)
        return one and self._near(first, second) and self._conjunction(second) == "و"

    def _near(self, first: EventMention, second: EventMention) -> bool:
        return second.trigger.word - first.trigger.word <= _NEAR

    def _conjunction(self, m: EventMention) -> str:
        return self.text.words[m.trigger.word].conjunction


def by_towns(unit: Unit) -> Iterator[Unit]:
    """A taking of several towns under one verb: one happening a town (guidelines, hard cases)."""
    phrases = unit.place_phrases()
    towns = _towns(phrases) if unit.type in _TAKINGS else []
    if len(towns) < 2:
        yield unit
        return
    rest = [p for p in phrases if p not in towns]
    for n, town in enumerate(towns):
        # the first keeps the very list of tolls: what later sentences count of this taking is added to it
        yield Unit(unit.mentions, unit.tolls if n == 0 else [], [town, *rest], unit.ties)


def _towns(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The first place and those joined to it."""
    named = [p for p in phrases if p.part != "anaphor"]
    return named[:1] + [p for p in named[1:] if p.conjoined and not p.preposition]
