"""Perfect triggers: the words that name happenings, and their types, from the annotation; the rest by the system.

Each quote of the annotation points at the triggers in it. They are the words of the lexicon in it whose type is of the
family of its event; without any, its first other word of the lexicon; without any, its first verb or noun, read like a
word of the lexicon for that type. All of them have the type of the event, but for the words of killing, attacking and
destroying beside others. Their clauses, roles, places, days, tolls, speakers and stance are the system's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from waqia.extraction import lexicon, typing
from waqia.extraction.clauses import Clause
from waqia.extraction.layers import Layers
from waqia.extraction.lexicon import Analysis, Entry
from waqia.extraction.phrases import Phrase, PhraseKind
from waqia.extraction.roles import Slots
from waqia.extraction.sentences import SentenceReader, dropped
from waqia.extraction.stance import Judgement
from waqia.extraction.trace import Dropped
from waqia.extraction.triggers import Trigger
from waqia.extraction.units import GENERIC
from waqia.extraction.words import Sentence, Word

from .annotation import ALIKE, Annotated, Quote

_NAMES = (PhraseKind.ORGANIZATION, PhraseKind.PERSON, PhraseKind.FACILITY, PhraseKind.PLACE)


def with_annotated_triggers(layers: Layers, annotated: Annotated) -> Layers:
    """Return the layers with sentences whose mentions are those that the annotation points at."""
    reader = _AnnotatedReader(layers, annotated)
    read = [reader.read(*pair) for pair in zip(layers.text.sentences, layers.phrases, strict=True)]
    sentences = (
        replace(s, mentions=tuple(m for m in s.mentions if m.trigger.word in reader.told)) for s in read
    )
    return replace(layers, sentences=tuple(sentences))


class _AnnotatedReader(SentenceReader):
    """Reads sentences whose triggers are annotated; `told` has the event that each of them tells, by its word."""

    def __init__(self, layers: Layers, annotated: Annotated) -> None:
        knowledge, entries = annotated.knowledge, lexicon.load()
        super().__init__(layers.text, layers.reading.names, layers.times, entries, knowledge, layers.later)
        self.annotated = annotated
        self.told: dict[int, int] = {}

    def find_triggers(
        self, sentence: Sentence, cut: Sequence[Clause], phrases: Sequence[Phrase]
    ) -> tuple[Trigger, ...]:
        """The system's triggers, which bound one another's slots, and those that it lacks."""
        found = {t.word: t for t in super().find_triggers(sentence, cut, phrases)}
        quotes = [q for q in self.annotated.quotes if self._middle_in(q, sentence)]
        self._point(found.values(), quotes)
        for quote in quotes:
            words = self._words(quote, sentence)
            if any(self._tells_it(w.i, quote) for w in words):
                continue
            word = self._best_left(words, found, phrases)
            if word is not None:
                self.told[word.i] = quote.number
                found.setdefault(word.i, self._read_like(word, quote, cut))
        return tuple(found[i] for i in sorted(found))

    def type_of(
        self,
        trigger: Trigger,
        slots: Slots,
        sentence: Sentence,
        phrases: Sequence[Phrase],  # noqa: ARG002 (what it needs to tell something is not asked)
        judgement: Judgement,  # noqa: ARG002
    ) -> str | Dropped:
        """The annotated type, or the finer one that the system reads where it comes to the same."""
        number = self.told.get(trigger.word)
        if number is None:
            return dropped(self.text, trigger, "not annotated")
        read = typing.refine(self.text, sentence, trigger, slots)
        fit = self.annotated.fit(read, number) if read else 0
        if read is not None and (
            fit == ALIKE or (fit and read in GENERIC and self._told_beside(trigger.word, sentence))
        ):
            return read
        return str(self.annotated.events[number]["type"])

    def _told_beside(self, word: int, sentence: Sentence) -> bool:
        """Whether another word of the sentence tells the event that a word tells."""
        beside = (i for i in range(sentence.first, sentence.last) if i != word)
        return any(self.told.get(i) == self.told[word] for i in beside)

    # --- quotes ----------------------------------------------------------------------------------------------------

    def _middle_in(self, quote: Quote, sentence: Sentence) -> bool:
        """Whether the middle of a quote, which may run on into the next sentence, is in a sentence."""
        words = self.text.words[sentence.first : sentence.last]
        middle = (quote.start + quote.end) // 2
        return bool(words) and words[0].token.start <= middle <= words[-1].token.end

    def _words(self, quote: Quote, sentence: Sentence) -> list[Word]:
        words = self.text.words[sentence.first : sentence.last]
        return [w for w in words if quote.holds(w.token)]

    def _point(self, found: Iterable[Trigger], quotes: Sequence[Quote]) -> None:
        """Give each trigger to the quote around it that its type fits best, the earliest of equals."""
        for t in found:
            around = [q for q in quotes if q.holds(self.text.words[t.word].token)]
            fits = [(self.annotated.fit(t.type, q.number), -n) for n, q in enumerate(around)]
            fit, n = max(fits, default=(0, 0))
            if fit:
                self.told[t.word] = around[-n].number

    def _tells_it(self, word: int, quote: Quote) -> bool:
        """Whether a word tells the event of a quote, or another of its type that shares the quote."""
        if word not in self.told:
            return False
        number = self.told[word]
        type_ = str(self.annotated.events[number]["type"])
        return number == quote.number or self.annotated.fit(type_, quote.number) == ALIKE

    def _best_left(
        self, words: Sequence[Word], found: dict[int, Trigger], phrases: Sequence[Phrase]
    ) -> Word | None:
        """The word of a quote that names its happening where none of the family does."""
        named = {i for p in phrases if p.kind in _NAMES for i in range(p.first, p.last)}
        left = [w for w in words if w.i not in self.told]
        plain = [w for w in left if not (w.sign or w.function or w.token.is_number or w.i in named)]
        ranked = ([w for w in left if w.i in found], [w for w in plain if w.verb], plain)
        return next((choice[0] for choice in ranked if choice), None)

    def _read_like(self, word: Word, quote: Quote, cut: Sequence[Clause]) -> Trigger:
        """A trigger that the lexicon does not have, read like its first one of the type and part of speech."""
        reading = self._reading(quote.number, verb=word.verb)
        clause = next(c for c in cut if c.first <= word.i < c.last)
        return Trigger(
            word.i, word.i + 1, reading.entry.denotation, reading.entry, reading, clause, word.verb
        )

    def _reading(self, number: int, *, verb: bool) -> Analysis:
        """The reading of the lexicon's first trigger that fits an event best: its type, one above it, its family."""
        type_ = str(self.annotated.events[number]["type"])

        def likeness(entry: Entry) -> tuple[bool, int, bool]:
            above = self.knowledge.is_a(type_, entry.denotation)
            return above, self.annotated.fit(entry.denotation, number), entry.verb is verb

        entry = max((e for e in self.lexicon.entries.values() if e.use == "Trigger"), key=likeness)
        return next(a for a in self.lexicon.read(entry.lemma) if a.entry is entry)
