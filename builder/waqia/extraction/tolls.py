"""Tolls: how many people were killed, injured, seized or driven out, found by the words of outcome.

Subsets ("بينهم خمسة أطفال") belong to the figure before them, additions ("بالإضافة إلى 42 شخصا") stand beside it, and
"آخرين" takes the noun before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .lexicon import Analysis
from .phrases import Phrase, PhraseKind
from .roles import Slots
from .syntax import Chain, Syntax
from .templates import Figure, Mention, Outcome, Span
from .triggers import Trigger
from .words import Sentence, Text

_KILLS = frozenset("kill perish toll".split())
_OUTCOMES = {"arrest": Outcome.CAPTURED, "nab": Outcome.CAPTURED, "seize": Outcome.CAPTURED, "evict": Outcome.DISPLACED, "flee": Outcome.DISPLACED}
_NAMES = {"Killed": Outcome.KILLED, "Injured": Outcome.INJURED, "Missing": Outcome.MISSING, "Captured": Outcome.CAPTURED, "Displaced": Outcome.DISPLACED}
_AMONG = frozenset("بينهم بينها بينهما ضمنهم منهم منها غالبيتهم معظمهم بينهن".split())


@dataclass(frozen=True, slots=True)
class Toll:
    """Figures that one word of outcome at `word` gives."""

    word: int
    figures: tuple[Figure, ...]
    trigger: int | None = None
    victims: tuple[Phrase, ...] = ()


@dataclass
class TollReader:
    """Reads the tolls of the sentences of an article, remembering the noun of the last figure for "آخرين"."""

    text: Text
    last: Mention | None = None
    last_kind: str | None = None

    def read(self, sentence: Sentence, syntax: Syntax, slots: dict[int, Slots], triggers: Sequence[Trigger]) -> list[Toll]:
        """The tolls of a sentence in order."""
        tolls: list[Toll] = []
        by_word = {t.word: t for t in triggers}
        used: set[int] = set()
        i = sentence.first
        while i < sentence.last:
            outcome, chain, trigger = self._at(i, syntax, slots, by_word)
            if outcome is not None and chain and not any(p.first in used for p in chain):
                joint = self._joint(i, outcome)
                figures = self._figures(joint or outcome, chain, syntax, sentence, used)
                if figures:
                    tolls.append(Toll(i, figures, trigger.word if trigger else None, tuple(chain)))
            i += 1
        for chain in syntax.chains:
            if chain[0].kind is PhraseKind.NUMBER and chain[0].entry.startswith("t-") and chain[0].first not in used:
                figures = tuple(self._counted_toll(chain, syntax, sentence, used))
                if figures:
                    tolls.append(Toll(chain[0].first, figures, None, chain))
        return sorted(tolls, key=lambda t: t.word)

    # --- where figures are -----------------------------------------------------------------------------------------

    def _at(self, i: int, syntax: Syntax, slots: dict[int, Slots], triggers: dict[int, Trigger]) -> tuple[Outcome | None, Chain, Trigger | None]:
        trigger = triggers.get(i)
        if trigger is not None:
            if trigger.frame in _KILLS:
                return Outcome.KILLED, tuple(slots[i].victims), trigger
            if trigger.frame in _OUTCOMES:
                return _OUTCOMES[trigger.frame], tuple(slots[i].victims), trigger
            return None, (), None
        word = self.text.words[i]
        reading = word.use("TollVerb")
        if reading is None or reading.form.kind == "participle":
            return None, (), None
        outcome = _NAMES.get(reading.entry.denotation)
        return outcome, self._victims(i, reading, syntax), None

    def _victims(self, i: int, reading: Analysis, syntax: Syntax) -> Chain:
        word = self.text.words[i]
        if not word.verb:
            return next((c for c in syntax.chains if c[0].first == i + 1 and not c[0].preposition), ())
        clause = next(c for c in syntax.clauses if c.first <= i < c.last)
        after = next((c for c in syntax.inside(i + 1, clause.last) if not c[0].preposition), ())
        if after and (after[0].kind in (PhraseKind.GROUP, PhraseKind.NUMBER, PhraseKind.PERSON)):
            return after
        subject = syntax.arguments[clause.number].subject
        return subject if subject and subject[0].kind in (PhraseKind.GROUP, PhraseKind.NUMBER, PhraseKind.PERSON) else ()

    def _joint(self, i: int, outcome: Outcome) -> Outcome | None:
        """ "مقتل وإصابة 70", "مقتل وجرح": both outcomes have one figure."""
        words = self.text.words
        other = i + 1 if i + 1 < len(words) and words[i + 1].conjunction == "و" else i - 1
        if words[i].verb or words[other].verb:
            return None
        if outcome is Outcome.KILLED and other == i + 1 and words[other].noun("TollVerb"):
            return Outcome.KILLED_OR_INJURED
        if outcome is Outcome.INJURED and words[i].conjunction == "و" and words[i - 1].noun("Trigger") and words[i - 1].bare in ("مقتل", "قتل", "مصرع"):
            return Outcome.KILLED_OR_INJURED
        return None

    # --- figures -----------------------------------------------------------------------------------------------------

    def _figures(self, outcome: Outcome, chain: Sequence[Phrase], syntax: Syntax, sentence: Sentence, used: set[int]) -> tuple[Figure, ...]:
        out: list[Figure] = []
        for p in chain:
            if p is not chain[0] and p.quantity is None and (p.definite or chain[0].quantity is not None) and p.kind is not PhraseKind.GROUP:
                continue
            figure = self._figure(outcome, p)
            used.add(p.first)
            if figure is not None:
                out.append(figure)
        end = chain[-1].last
        if not out and outcome is Outcome.KILLED and chain[0].kind is PhraseKind.NUMBER:
            return tuple(self._subsets(outcome, end, 0, syntax, sentence, used))
        if out:
            out += self._subsets(outcome, end, len(out) - 1, syntax, sentence, used)
            out += self._additions(outcome, end, syntax, sentence, used)
        return tuple(out)

    def _figure(self, outcome: Outcome, p: Phrase) -> Figure | None:
        if p.minimum is None or p.kind not in (PhraseKind.GROUP, PhraseKind.NUMBER, PhraseKind.PERSON, PhraseKind.SOURCE):
            return None
        if p.definite and p.kind is PhraseKind.GROUP and p.quantity is None and p.minimum != 1:
            return None
        if p.kind is PhraseKind.NUMBER and p.entry.startswith("t-"):
            victims = None
        else:
            victims = self._victims_mention(p)
        start, end = self.text.span(p.first, p.last)
        approximate = p.quantity.approximate if p.quantity else False
        if p.victim_kind:
            self.last_kind = p.victim_kind
        return Figure(outcome, p.minimum, p.maximum, self.text.text[start:end], Span(start, end), approximate, victims, p.victim_kind)

    def _victims_mention(self, p: Phrase) -> Mention | None:
        if p.kind is PhraseKind.NUMBER:
            return None
        if p.mention.text.startswith(("آخر", "اخر")):
            return self.last
        self.last = p.mention
        return p.mention

    def _counted_toll(self, chain: Chain, syntax: Syntax, sentence: Sentence, used: set[int]) -> Iterator[Figure]:
        """ "25 قتيلا", "عشرات القتلى والجرحى", "أكثر من 50 قتيلا وجريحا"."""
        for p in chain:
            if p.first in used or not p.entry.startswith("t-"):
                continue
            used.add(p.first)
            reading = self.text.words[p.last - 1].noun("TollNoun")
            if reading is None:
                continue
            outcome = _NAMES.get(reading.entry.denotation, Outcome.KILLED)
            following = self.text.words[p.last] if p.last < sentence.last else None
            if following is not None and following.conjunction == "و" and (other := following.noun("TollNoun")):
                if other.entry.denotation != reading.entry.denotation:
                    outcome = Outcome.KILLED_OR_INJURED
            figure = self._figure(outcome, p)
            if figure is not None:
                yield replace(figure, victims=self._people_of(p, syntax, sentence))
                yield from self._subsets(outcome, p.last, 0, syntax, sentence, used)

    def _people_of(self, p: Phrase, syntax: Syntax, sentence: Sentence) -> Mention | None:
        """ "10 قتلى من المدنيين", "في صفوف التنظيم": the people of a toll noun."""
        for q in syntax.phrases:
            if p.last <= q.first <= p.last + 4 and q.preposition in ("من", "في صفوف") and q.human:
                return q.mention
        return None

    def _subsets(self, outcome: Outcome, end: int, whole: int, syntax: Syntax, sentence: Sentence, used: set[int]) -> Iterator[Figure]:
        for i in range(end, min(end + 5, sentence.last)):
            w = self.text.words[i]
            among = w.bare in _AMONG or (w.bare == "بين" and i > end and self.text.words[i - 1].bare == "من")
            if w.verb or (w.use("Trigger") and not among):
                return
            if not among:
                continue
            keep = self.last
            for chain in syntax.inside(i + 1, min(i + 6, sentence.last)):
                if chain[0].first > i + 2:
                    break
                for p in chain:
                    figure = self._figure(outcome, p)
                    used.add(p.first)
                    if figure is not None:
                        yield replace(figure, included_in=whole)
            self.last = keep
            return

    def _additions(self, outcome: Outcome, end: int, syntax: Syntax, sentence: Sentence, used: set[int]) -> Iterator[Figure]:
        words = self.text.words
        for i in range(end, min(end + 9, sentence.last)):
            w = words[i]
            if w.verb or w.bare == ".":
                return
            if w.bare in ("اضافه", "فضلا", "علاوه", "جانب"):
                for chain in syntax.inside(i + 1, min(i + 3, sentence.last)):
                    for p in chain:
                        if p.first in used:
                            continue
                        figure = self._figure(outcome, p)
                        if figure is not None and p.quantity is not None:
                            used.add(p.first)
                            yield replace(figure, in_addition_to=0)
                return
