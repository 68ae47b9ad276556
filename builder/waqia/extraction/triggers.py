"""Triggers: the words that name a happening, and of which type.

A trigger is a verb or noun of the lexicon, or a collocation ("أطلق النار", "ألقى القبض"). What stands with it makes the
type finer: adjectives ("هجوم انتحاري"), means ("قصف الطيران", "هجوم بسيارة مفخخة").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .clauses import Clause
from .lexicon import Analysis, Entry, Lexicon
from .phrases import Phrase, PhraseKind
from .words import Sentence, Text, Word


@dataclass(frozen=True, slots=True)
class Trigger:
    """Word `word` of the article (`last`: the end of the collocation) names a happening of type `type`.

    `verb` tells a finite verb from a noun; `carrier` is the light verb that a noun depends on ("شن هجوما"), `operation`
    marks nouns that say only that something was undertaken ("عملية").
    """

    word: int
    last: int
    type: str
    entry: Entry
    analysis: Analysis
    clause: Clause
    verb: bool
    collocate: int | None = None
    carrier: int | None = None
    carrier_clause: Clause | None = None
    relative: Clause | None = None

    @property
    def frame(self) -> str:
        """The name of its frame."""
        return self.entry.frame


_COLLOCATION_REACH = 11
_NOUN_REACH = 3


def find(text: Text, sentence: Sentence, clauses: Sequence[Clause], phrases: Sequence[Phrase], lexicon: Lexicon, busy: frozenset[int]) -> Iterator[Trigger]:
    """The triggers of a sentence, in order."""
    taken: set[int] = set()
    for i in range(sentence.first, sentence.last):
        if i in busy or i in taken:
            continue
        word = text.words[i]
        clause = next(c for c in clauses if c.first <= i < c.last)
        found = _collocation(text, i, clause, sentence, lexicon) or _plain(text, i, clause, phrases)
        if found is not None:
            taken.update(range(found.word, found.last))
            if found.collocate is not None:
                taken.add(found.collocate)
                taken.update(k for k in range(i, found.collocate) if text.words[k].bare == "اطلاق")
            yield _carried(text, found, clauses, sentence)
        elif word.verb and False:
            continue


def _plain(text: Text, i: int, clause: Clause, phrases: Sequence[Phrase]) -> Trigger | None:
    word = text.words[i]
    reading = word.use("Trigger")
    if reading is None:
        return None
    entry = reading.entry
    if reading.form.passive and not reading.form.active and entry.frame in ("appeal", "threaten") and word.verb:
        return None
    if reading.form.kind == "participle":
        if entry.frame != "besiege":
            return None
        if not reading.form.passive and not word.definite:
            return None
    if any(p.first <= i < p.last and p.head != i and p.kind in (PhraseKind.ORGANIZATION, PhraseKind.PERSON) for p in phrases):
        return None
    if any(p.head == i and p.kind in (PhraseKind.GROUP, PhraseKind.PERSON) for p in phrases):
        return None
    if _in_construct_with_trigger(text, i, entry):
        return None
    return Trigger(i, i + 1, entry.denotation, entry, reading, clause, word.verb)


def _in_construct_with_trigger(text: Text, i: int, entry: Entry) -> bool:
    """Whether the word only says that what follows was done: "عملية انسحاب", "حملة اعتقالات"."""
    if entry.frame != "operation" or i + 1 >= len(text.words):
        return False
    after = text.words[i + 1]
    return not text.words[i].definite and bool(after.noun("Trigger")) and not after.preposition and not after.conjunction and not after.adjectival


def _collocation(text: Text, i: int, clause: Clause, sentence: Sentence, lexicon: Lexicon) -> Trigger | None:
    word = text.words[i]
    lemmas = {(a.entry.lemma, a) for a in word.readings if a.entry.verb and a.form.finite == word.verb and a.form.kind != "participle"}
    if not lemmas:
        return None
    reach = _COLLOCATION_REACH if word.verb else _NOUN_REACH
    for entry in lexicon.collocations:
        reading = next((a for lemma, a in lemmas if lemma == entry.lemma), None)
        if reading is None:
            continue
        for j in range(i + 1, min(i + 1 + reach, sentence.last)):
            other = text.words[j]
            if other.verb or (other.sign and other.bare in ".:؛") or (other.conjunction and j > i + 2):
                break
            if _is_collocate(other, entry):
                if text.words[i - 1].bare == "وقف" and entry.denotation == "Shooting":
                    return None
                return Trigger(i, i + 1, entry.denotation, entry, reading, clause, word.verb, collocate=j)
    return None


def _is_collocate(word: Word, entry: Entry) -> bool:
    if word.bare in entry.collocates:
        return True
    return any(a.entry.lemma in entry.collocates and not a.form.finite and a.form.kind != "participle" for a in word.readings)


def _carried(text: Text, trigger: Trigger, clauses: Sequence[Clause], sentence: Sentence) -> Trigger:
    """The trigger with the light verb that carries it: before it ("شن التحالف غارة") or in its relative clause
    ("غارة شنها التحالف", "الهجوم الذي نفذه")."""
    if trigger.verb:
        return trigger
    clause = trigger.clause
    from dataclasses import replace

    if clause.predicate is not None and clause.predicate < trigger.word and _light(text.words[clause.predicate]):
        between = [w for w in text.words[clause.predicate + 1 : trigger.word] if w.use("Trigger") and not w.verb]
        if all(w.conjunction or w.adjectival or True for w in between):
            trigger = replace(trigger, carrier=clause.predicate, carrier_clause=clause)
    else:
        for j in range(trigger.word - 1, max(sentence.first, trigger.word - 8) - 1, -1):
            w = text.words[j]
            if w.verb or w.bare in (".", ":"):
                break
            if (light := w.noun("LightVerb")) is not None and light.form.kind in ("noun", "participle"):
                trigger = replace(trigger, carrier=j, carrier_clause=clause)
                break
    following = [c for c in clauses if c.number > clause.number and c.first <= trigger.word + 12 and c.predicate is not None]
    if following and following[0].number == clause.number + 1 and _attached(text, trigger, following[0]):
        trigger = replace(trigger, relative=following[0])
    return trigger


def _attached(text: Text, trigger: Trigger, clause: Clause) -> bool:
    """Whether the next clause is a relative one about the trigger: it opens with a relative pronoun, or is a verb
    without conjunction right after an indefinite noun and its modifiers."""
    if clause.predicate is None:
        return False
    opening = text.words[clause.first]
    if opening.token.core in ("الذي", "التي", "اللذين", "اللذان", "اللتين", "اللتان"):
        return not opening.conjunction and clause.first - trigger.word <= 6
    if opening.i != clause.predicate or opening.conjunction:
        return False
    return clause.first - trigger.word <= 5 and not text.words[trigger.word].definite


def _light(word: Word) -> bool:
    return word.use("LightVerb") is not None
