"""Which happening a toll is the toll of: the one that caused it, by the words between them.

A cause stands after its toll under a preposition or a time connective ("قتلوا في غارة", "عندما انفجرت"), or before it
as the subject of a cause verb or as the act that the toll goes on from ("أسفر عن", "فجر نفسه وقتل"). Tolls that are
joined ("قتل جنديان وأصيب ثلاثة") have one cause. A toll without a cause in its sentence goes with the act told last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from waqia.knowledge import Knowledge

from .clauses import Clause, ClauseKind
from .mentions import EventMention
from .sentences import SentenceReading
from .templates import Outcome, Stance
from .tolls import Toll
from .words import Text

_INTRODUCING = frozenset(
    "في جراء اثر خلال نتيجه بسبب بعد عقب اثناء عندما حين حينما ب علي وسط لدي منذ".split()
)
_ASIDE = frozenset("بعد عقب قبل اثر وسط منذ تزامن".split())
_SIGNS = frozenset("،,:؛-")
_REACH = 6
_FITTING = {
    Outcome.CAPTURED: frozenset({"Arrest", "Abduction", "Raid", "ArmedClash", "Attack", "HostageTaking"}),
    Outcome.DISPLACED: frozenset({"Displacement", "Destruction"}),
}


class Tolled(Protocol):
    """What tolls are given to: mentions of one happening."""

    tolls: list[Toll]

    @property
    def realized(self) -> str:
        """Asserted, denied or planned."""
        ...


class Causes:
    """Finds the causes of the tolls of one sentence."""

    def __init__(self, text: Text, sentence: SentenceReading, knowledge: Knowledge) -> None:
        self.text = text
        self.sentence = sentence
        self.knowledge = knowledge
        asserted = [m for m in sentence.mentions if m.stance is Stance.ASSERTS]
        self.acts = [m for m in asserted if m.type != "Killing" and self.violent(m)]
        self.by_word = {m.trigger.word: m for m in sentence.mentions}

    def violent(self, m: EventMention) -> bool:
        """Whether people may fall in what a mention tells."""
        return self.knowledge.is_a(m.type, "Violence") or m.type in ("Offensive", "Raid")

    def of_toll(self, toll: Toll) -> EventMention | None:
        """The mention of the happening whose toll it is; None where its sentence tells none."""
        if toll.trigger is not None and toll.trigger in self.by_word:
            return self.by_word[toll.trigger]
        if toll.member:
            return None
        first, last = self._group(toll)
        return self._cause(first, last) or self._killing(toll) or self._nearest(toll.word)

    def of_killing(self, m: EventMention) -> EventMention | None:
        """The act by which somebody was killed, where its sentence tells it."""
        toll = next((t for t in self.sentence.tolls if t.trigger == m.trigger.word), None)
        first, last = self._group(toll) if toll else (m.trigger.word, m.trigger.last)
        return self._cause(first, last, but=m)

    # --- tolls that belong together ---------------------------------------------------------------------------------

    def _group(self, toll: Toll) -> tuple[int, int]:
        """The first and the last word of the tolls joined to a toll."""
        tolls = self.sentence.tolls
        first = last = tolls.index(toll)
        while first > 0 and self._joined(tolls[first - 1], tolls[first]):
            first -= 1
        while last + 1 < len(tolls) and self._joined(tolls[last], tolls[last + 1]):
            last += 1
        return tolls[first].word, max(tolls[last].last, tolls[last].word + 1)

    def _joined(self, one: Toll, other: Toll) -> bool:
        """Whether nothing but "و" and modifiers stands between two tolls: no act, no other clause."""
        if self._acts_itself(one) or self._acts_itself(other):
            return False
        if any(one.word < m.trigger.word < other.word for m in self.acts):
            return False
        mine, theirs = self._clause(one.word).number, self._clause(other.word).number
        between = self.sentence.clauses[mine + 1 : theirs + 1]
        goes_on = len(between) == 1 and between[0].kind is ClauseKind.COORDINATE
        return mine == theirs or (goes_on and bool(self.text.words[between[0].first].conjunction))

    def _acts_itself(self, toll: Toll) -> bool:
        """Whether the word of a toll tells the act too ("اعتقل", "اغتيل")."""
        m = self.by_word.get(toll.trigger) if toll.trigger is not None else None
        return m is not None and m.type != "Killing"

    def _clause(self, word: int) -> Clause:
        return next(c for c in self.sentence.clauses if c.first <= word < c.last)

    # --- causes -----------------------------------------------------------------------------------------------------

    def _cause(self, first: int, last: int, but: EventMention | None = None) -> EventMention | None:
        acts = [m for m in self.acts if m is not but]
        before = [m for m in acts if m.trigger.word < first]
        after = [m for m in acts if m.trigger.word >= first]
        return (
            self._introduced_after(after, first, last, self._limit(first, last))
            or self._led_to(before, first)
            or (before[-1] if before else None)
            or self._introduced_after(after, first, last, self.sentence.sentence.last)
        )

    def _introduced_after(
        self, acts: Sequence[EventMention], first: int, last: int, limit: int
    ) -> EventMention | None:
        return next(
            (m for m in acts if m.trigger.word < limit and self._introduced(first, last, m.trigger.word)),
            None,
        )

    def _led_to(self, before: Sequence[EventMention], word: int) -> EventMention | None:
        """The nearest act before that a cause verb or "و" leads on from, rather one that is not told as an aside."""
        joined = bool(self.text.words[word].conjunction)
        found = [m for m in reversed(before) if joined or self._cause_between(m.trigger.word, word)]
        return next((m for m in found if not self._aside(m.trigger.word)), found[0] if found else None)

    def _cause_between(self, act: int, toll: int) -> bool:
        return any(self.text.words[i].use("Cause") for i in range(act + 1, toll))

    def _aside(self, trigger: int) -> bool:
        """Whether an act only gives time or circumstance ("بعد هجوم", "بالتزامن مع قصف")."""
        return any(self.text.words[i].bare in _ASIDE for i in range(trigger - 2, trigger))

    def _limit(self, first: int, last: int) -> int:
        """How far the cause of a toll is looked for: to the next toll that is not joined to it, or "فيما", "بينما"."""
        clause = self._clause(first)
        later = [
            c.first
            for c in self.sentence.clauses
            if c.number > clause.number and c.kind is ClauseKind.CIRCUMSTANCE
        ]
        later += [t.word for t in self.sentence.tolls if not t.member]
        return min([i for i in later if i >= last], default=self.sentence.sentence.last)

    def _introduced(self, first: int, last: int, trigger: int) -> bool:
        """Whether a preposition or connective of cause or time leads from a toll to an act."""
        if self.text.words[trigger].preposition == "ب":
            return True
        start = last - 1 if trigger >= last else first
        for i in range(trigger - 1, max(start, trigger - _REACH), -1):
            w = self.text.words[i]
            if w.bare in _SIGNS:
                return False
            if w.bare in _INTRODUCING and not w.definite:
                return True
            if w.use("Cause"):
                return False
        return False

    # --- without a cause --------------------------------------------------------------------------------------------

    def _killing(self, toll: Toll) -> EventMention | None:
        """The killing that a toll is joined to ("قتل جنديان وأصيب ثلاثة")."""
        killings = [m for m in self.sentence.mentions if m.type == "Killing" and m.stance is Stance.ASSERTS]
        before = [m for m in killings if m.trigger.word <= toll.last]
        return before[-1] if before else killings[0] if killings else None

    def _nearest(self, word: int) -> EventMention | None:
        return min(self.acts, key=lambda m: abs(m.trigger.word - word), default=None)


class TollLinker:
    """Gives the tolls of an article to those who tell their happenings, sentence by sentence."""

    def __init__(self) -> None:
        self.last: tuple[EventMention, Tolled] | None = None
        self.fallen: dict[Outcome, Tolled] = {}

    def link(self, causes: Causes, units: Mapping[int, Tolled]) -> None:
        """Give each toll of a sentence to the unit of its cause; `units` are those of the sentence by trigger word."""
        for toll in causes.sentence.tolls:
            unit = self._unit(toll, causes, units)
            if unit is not None and unit.realized == "asserted":
                unit.tolls.append(toll)
                if not toll.member:
                    self.fallen |= {f.outcome: unit for f in toll.figures}
        told = next(
            (m for m in reversed(causes.sentence.mentions) if causes.violent(m) or m.type == "Arrest"), None
        )
        if told is not None:
            self.last = told, units[told.trigger.word]

    def _unit(self, toll: Toll, causes: Causes, units: Mapping[int, Tolled]) -> Tolled | None:
        outcome = toll.figures[0].outcome
        if toll.member:
            return self.fallen.get(outcome)
        told = causes.of_toll(toll)
        if told is not None:
            return units[told.trigger.word]
        if self.last is None:
            return None
        fitting = _FITTING.get(outcome)
        fits = self.last[0].type in fitting if fitting else self.last[0].type != "Arrest"
        return self.last[1] if fits else None
