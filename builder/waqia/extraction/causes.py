"""Which happening a toll is the toll of: the one that caused it, by the words between them.

A cause stands after its toll under a preposition or a time connective ("قتلوا في غارة", "عندما انفجرت"), or before it
as the subject of a cause verb or as the act that the toll goes on from ("أسفر عن", "فجر نفسه وقتل"). Tolls that are
joined ("قتل جنديان وأصيب ثلاثة") have one cause. A toll without a cause in its sentence goes with the act told last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from waqia.knowledge import Knowledge

from .clauses import Clause, ClauseKind
from .mentions import EventMention
from .sentences import SentenceReading
from .templates import Outcome, Stance
from .tolls import Toll
from .trace import Rule
from .words import Text

_INTRODUCING = frozenset(
    "في جراء اثر خلال نتيجه بسبب بعد عقب اثناء عندما حين حينما ب علي وسط لدي منذ".split()
)
_ASIDE = frozenset("بعد عقب قبل اثر وسط منذ تزامن اثناء".split())
_SIGNS = frozenset("،,:؛-")
_REACH = 6
_HOSTILE = ("امني", "ارهابي")
_MASCULINE = frozenset({"الذي", "اللذان", "اللذين"})
_RELATIVES = _MASCULINE | {"التي", "اللتان", "اللتين"}
_FITTING = {
    Outcome.CAPTURED: frozenset(
        {"Arrest", "Abduction", "HostageTaking", "Raid", "ArmedClash", "Offensive", "Ambush"}
    ),
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

    def of_toll(self, toll: Toll) -> tuple[EventMention | None, Rule]:
        """The mention of the happening whose toll it is, and why; None where its sentence tells none."""
        fled = toll.trigger is None and toll.figures[0].outcome is Outcome.DISPLACED
        at = toll.word if fled else toll.trigger
        if at is not None and at in self.by_word:
            return self.by_word[at], Rule.SAME_WORD
        if toll.member:
            return None, Rule.MEMBER
        cause = self._cause(toll)
        if cause is not None or toll.total:
            return cause, Rule.CAUSE
        killing = self._killing(toll)
        return (killing, Rule.KILLING) if killing is not None else (self._nearest(toll.word), Rule.NEAREST)

    def elsewhere(self, toll: Toll) -> bool:
        """Whether a toll is of nothing that the article tells: of a mishap or of an act only alluded to."""
        return self.accident(toll) or self.untold(toll)

    def accident(self, toll: Toll) -> bool:
        """Whether a mishap is said to have cost the people of a toll ("تسبب تحطم الطائرة في إصابة", "في حادث سير")."""
        if self._acts_itself(toll):
            return False
        first, last = self._group(toll)
        mishaps = [
            i for i in range(self.sentence.sentence.first, self._limit(first, last)) if self._mishap(i)
        ]
        acts = [m.trigger.word for m in self.acts if not self._aside(m.trigger.word)]
        led = [i for i in mishaps if i < first and self._cause_between(i, first)]
        if led:
            return not any(led[-1] < act < first for act in acts)
        after = [i for i in mishaps if i >= last and self._right_after_preposition(i)]
        return bool(after) and not any(last <= act <= after[0] + _REACH for act in acts)

    def untold(self, toll: Toll) -> bool:
        """Whether what cost the people is an act that the sentence does not tell ("إنهاء تمرد أدى إلى مقتل")."""
        first, _ = self._group(toll)
        words = range(max(self.sentence.sentence.first, first - 2 * _REACH), first)
        cause = next((i for i in reversed(words) if self.text.words[i].use("Cause")), None)
        if cause is None or any(cause < t.word < first for t in self.sentence.tolls):
            return False
        acts = [t for t in self.sentence.triggers if t.type != "Killing" and t.word < first]
        after = [t for t in acts if cause < t.word]
        told = after[0] if after else acts[-1] if acts else None
        return (
            told is not None and told.word not in self.by_word and self.knowledge.is_a(told.type, "Violence")
        )

    def of_killing(self, m: EventMention) -> EventMention | None:
        """The act by which somebody was killed, where its sentence tells it."""
        toll = next((t for t in self.sentence.tolls if t.trigger == m.trigger.word), None)
        return self._cause(toll or Toll(m.trigger.word, (), last=m.trigger.last), but=m)

    # --- tolls that belong together ---------------------------------------------------------------------------------

    def _group(self, toll: Toll) -> tuple[int, int]:
        """The first and the last word of the tolls joined to a toll."""
        tolls = self.sentence.tolls
        if toll not in tolls:
            return toll.word, toll.last
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

    def _right_after_preposition(self, i: int) -> bool:
        before = self.text.words[i - 1].bare
        return self.text.words[i].preposition == "ب" or before in _INTRODUCING or before in ("حادث", "حوادث")

    def _mishap(self, i: int) -> bool:
        after = self.text.words[i + 1].bare if i + 1 < len(self.text.words) else ""
        return self.text.words[i].use("Mishap") is not None and not after.startswith(_HOSTILE)

    def _cause(self, toll: Toll, but: EventMention | None = None) -> EventMention | None:
        pronoun = self._relative_pronoun(toll)
        if pronoun is not None:
            return self._antecedent(pronoun)
        if (act := self._subject(toll.word)) is not None:
            return act
        first, last = self._group(toll)
        fitting = _FITTING.get(toll.figures[0].outcome) if toll.figures else None
        acts = [m for m in self.acts if m is not but and (fitting is None or m.type in fitting)]
        before = [m for m in acts if m.trigger.word < first]
        after = [m for m in acts if m.trigger.word >= first]
        return (
            self._introduced_after(after, first, last, self._limit(first, last))
            or self._led_to(before, first)
            or (before[-1] if before else None)
            or self._introduced_after(after, first, last, self._limit(first, last, turns=False))
        )

    def _subject(self, word: int) -> EventMention | None:
        """The act that is the subject of a verb of outcome before it ("قتل تفجيران 13 شخصا")."""
        act = self.by_word.get(word + 1) if self.text.words[word].verb else None
        free = act is not None and not (act.trigger.verb or self.text.words[word + 1].preposition)
        return act if free and act in self.acts else None

    def _relative_pronoun(self, toll: Toll) -> int | None:
        """The pronoun of a relative clause that says what its antecedent cost ("الحصار الذي راح ضحيته")."""
        clause = self._clause(toll.word)
        pronoun = self.text.words[clause.first].token.core
        told = all(p.first > clause.first for p in toll.victims) and toll.word <= clause.first + 2
        return clause.first if clause.kind is ClauseKind.RELATIVE and told and pronoun in _RELATIVES else None

    def _antecedent(self, pronoun: int) -> EventMention | None:
        """The act that a relative pronoun agrees with."""
        masculine = self.text.words[pronoun].token.core in _MASCULINE
        for m in reversed(self.sentence.mentions):
            form = m.trigger.analysis.form
            act = (
                m.type != "Killing" and (self.violent(m) or m.type == "Siege") and m.stance is Stance.ASSERTS
            )
            feminine = form.number == 3 or m.trigger.analysis.form.written.endswith(("ه", "ات"))
            if act and m.trigger.word < pronoun and not m.trigger.verb and feminine is not masculine:
                return m
        return None

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
        """Whether a cause verb has an act for its subject, after it or right before it ("أدى القصف إلى")."""
        first = max(self.sentence.sentence.first, act - 2)
        return any(self.text.words[i].use("Cause") for i in range(first, toll))

    def _aside(self, trigger: int) -> bool:
        """Whether an act only gives time or circumstance ("بعد هجوم", "بالتزامن مع قصف")."""
        return any(self.text.words[i].bare in _ASIDE for i in range(trigger - 2, trigger))

    def _limit(self, first: int, last: int, *, turns: bool = True) -> int:
        """How far the cause of a toll is looked for: to the next toll that is not joined to it, or turn ("فيما")."""
        clause = self._clause(first)
        later = [t.word for t in self.sentence.tolls if not t.member]
        if turns:
            following = self.sentence.clauses[clause.number + 1 :]
            later += [c.first for c in following if c.kind is ClauseKind.CIRCUMSTANCE]
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
        self.fallen: dict[Outcome, tuple[int, Tolled]] = {}

    def link(self, causes: Causes, units: Mapping[int, Tolled]) -> None:
        """Give each toll of a sentence to the unit of its cause; `units` are those of the sentence by trigger word."""
        for toll in causes.sentence.tolls:
            unit, rule = self._unit(toll, causes, units)
            if unit is not None and unit.realized == "asserted" and not causes.elsewhere(toll):
                unit.tolls.append(replace(toll, link=rule))
                self._remember(toll, unit)
        told = next(
            (m for m in reversed(causes.sentence.mentions) if causes.violent(m) or m.type == "Arrest"), None
        )
        if told is not None:
            self.last = told, units[told.trigger.word]

    def _remember(self, toll: Toll, unit: Tolled) -> None:
        """Keep where most fell: those are the dead of whom one is told later."""
        for f in () if toll.member else toll.figures:
            before = self.fallen.get(f.outcome)
            if before is None or f.minimum >= before[0]:
                self.fallen[f.outcome] = f.minimum, unit

    def _unit(self, toll: Toll, causes: Causes, units: Mapping[int, Tolled]) -> tuple[Tolled | None, Rule]:
        """Who is given a toll, and why; None where nobody is."""
        outcome = toll.figures[0].outcome
        if toll.member:
            return self.fallen[outcome][1] if outcome in self.fallen else None, Rule.MEMBER
        told, rule = causes.of_toll(toll)
        if told is not None:
            freed = outcome is Outcome.DISPLACED and causes.knowledge.is_a(told.type, "Release")
            none = freed or causes.knowledge.is_a(told.type, "Trial")
            return (None if none else units[told.trigger.word]), rule
        if self.last is None or toll.total:
            return None, rule
        fitting = _FITTING.get(outcome)
        fits = self.last[0].type in fitting if fitting else self.last[0].type != "Arrest"
        return self.last[1] if fits else None, Rule.TOLD_LAST
