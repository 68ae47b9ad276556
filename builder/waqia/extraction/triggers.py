"""Triggers: the words that name a happening, and of which type.

A trigger is a verb or noun of the lexicon, or a collocation ("أطلق النار", "ألقى القبض"). What stands with it makes the
type finer: adjectives ("هجوم انتحاري"), means ("قصف الطيران", "هجوم بسيارة مفخخة").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from waqia.arabic import particles
from waqia.arabic.forms import without_pronoun

from .clauses import Clause
from .lexicon import Analysis, Entry, Lexicon
from .phrases import Phrase, PhraseKind
from .words import Sentence, Text, Word


@dataclass(frozen=True, slots=True)
class Trigger:
    """Word `word` of the article (`last`: the end of the collocation) names a happening of type `type`.

    `verb` tells a finite verb from a noun; `carrier` is the light verb that a noun depends on ("شن هجوما"),
    `relative` the clause about the noun ("غارة شنها التحالف").
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
_ON_REACH = 6
_SENTENCE_REACH = 6
_CARRIER_REACH = 11
_RELATIVE_REACH = 12
_ADVERBS = frozenset(
    "فجرا لاحقا احتجاجا".split()
)  # "at dawn", "later", "in protest": no happenings of their own
_NAMED = (PhraseKind.ORGANIZATION, PhraseKind.PERSON, PhraseKind.FACILITY, PhraseKind.PLACE)
_CALLING = ("appeal", "threaten")
_AFTER_CALLING = frozenset("الي ان بان علي".split())


def find(
    text: Text,
    sentence: Sentence,
    clauses: Sequence[Clause],
    phrases: Sequence[Phrase],
    lexicon: Lexicon,
    busy: frozenset[int],
) -> Iterator[Trigger]:
    """The triggers of a sentence, in order; the words in `busy` are those of times."""
    taken: set[int] = set()
    for i in range(sentence.first, sentence.last):
        if not text.words[i].readings or i in busy or i in taken:
            continue
        clause = next(c for c in clauses if c.first <= i < c.last)
        found = _collocation(text, i, clause, sentence, lexicon, phrases)
        if found is None or found.collocate in taken:
            found = _plain(text, i, clause, phrases)
        if found is None:
            continue
        taken.add(i)
        if found.collocate is not None:
            taken.add(found.collocate)
            taken.update(_told_along(text, found, sentence))
        yield _carried(text, found, clauses, sentence)


def _told_along(text: Text, found: Trigger, sentence: Sentence) -> Iterator[int]:
    """The words that a collocation tells along: "تبادل (إطلاق) النار", "حكم ... (بالإعدام)"."""
    for k in range(found.word, found.collocate or found.word):
        if text.words[k].bare == "اطلاق":
            yield k
    if found.type == "Trial" and found.collocate is not None:
        for k in range(found.word, min(found.collocate + _SENTENCE_REACH, sentence.last)):
            if text.words[k].bare == "اعدام":
                yield k
    if found.type == "ArrestWarrant" and found.collocate is not None:
        yield from range(found.collocate + 1, min(found.collocate + 2, sentence.last))  # "مذكرة توقيف"


# --- words ---------------------------------------------------------------------------------------------------------


def _plain(text: Text, i: int, clause: Clause, phrases: Sequence[Phrase]) -> Trigger | None:
    word = text.words[i]
    reading = _reading(text, word)
    if reading is None or (word.bare in _ADVERBS and not word.definite):
        return None
    entry = reading.entry
    if word.verb and any(a.entry.stance == "Plans" and a.form.finite for a in word.readings):
        return None  # "يستعد" is "prepares" and could be the jussive of "regains"
    only_passive = reading.form.passive and not reading.form.active
    if only_passive and entry.frame in _CALLING and word.verb:
        return None
    if reading.form.kind == "participle" and not _active_here(text, i, reading):
        return None
    if entry.frame == "protest" and _possessed(word):
        return None
    if word.preposition == "ب" and word.noun("Method") and _is_trigger(text, clause.predicate):
        return None  # "استهدف بصلية صاروخية": what it is done with
    if _names_people(i, phrases) or _inside_name(i, phrases) or _in_construct(text, i, entry):
        return None
    return Trigger(i, i + 1, entry.denotation, entry, reading, clause, word.verb)


def _reading(text: Text, word: Word) -> Analysis | None:
    """Its reading as a trigger; a noun goes before the participle that may be written alike ("مناشدات")."""
    first = word.use("Trigger")
    if first is not None and first.form.finite:
        return _with_its_preposition(text, word, first)
    if first is None or first.form.kind != "participle":
        return first
    nouns = (a for a in word.readings if a.entry.use == "Trigger" and a.nominal and not a.form.construct)
    return next((a for a in nouns if not (word.definite and a.pronoun)), first)


def _with_its_preposition(text: Text, word: Word, first: Analysis) -> Analysis:
    """The reading of a verb that fits what follows: "قضت القوات على مسلحين", "قضى خمسة في القصف"."""
    after = text.words[word.i + 1 : word.i + 1 + _ON_REACH]
    on = any(w.bare == "علي" and not w.definite for w in after)
    readings = (a for a in word.readings if a.entry.use == "Trigger" and a.form.finite)
    return next((a for a in readings if ("on" in a.entry.needs) == on), first)


def _is_trigger(text: Text, predicate: int | None) -> bool:
    return predicate is not None and text.words[predicate].use("Trigger") is not None


def _active_here(text: Text, i: int, reading: Analysis) -> bool:
    """Whether a participle tells what somebody does: "محاصرة", "متوعدة ب", "داعيا إلى"."""
    word = text.words[i]
    if reading.entry.frame == "besiege":
        return reading.form.passive or word.definite
    if reading.entry.frame not in _CALLING or reading.form.passive or word.definite or word.preposition:
        return False
    after = text.words[i + 1 : i + 6]
    return bool(after) and any(w.preposition in ("ب", "ل") or w.bare in _AFTER_CALLING for w in after)


def _possessed(word: Word) -> bool:
    """Whether what looks like ta marbuta is a pronoun: "أشكاله ومظاهره"."""
    return not word.definite and word.token.text.endswith("\u0647") and word.bare.endswith("\u0647")


def _names_people(i: int, phrases: Sequence[Phrase]) -> bool:
    """Whether the word stands for people ("الأسرى", "المخطوف")."""
    return any(p.head == i and p.kind in (PhraseKind.GROUP, PhraseKind.PERSON) for p in phrases)


def _inside_name(i: int, phrases: Sequence[Phrase]) -> bool:
    """Whether the word is part of a name ("وزارة الحرب", "نقطة تفتيش"), or the noun before it ("قضاء بيجي")."""
    inside = (p for p in phrases if p.first <= i < p.last and p.kind in _NAMED)
    return any(p.head != i or (p.kind is PhraseKind.PLACE and p.entry and p.last > i + 1) for p in inside)


def _opens_place(i: int, phrases: Sequence[Phrase]) -> bool:
    """Whether the word says what kind of place is named after it: "(سلموا) مدينة درعا"."""
    return any(p.first == i and p.located for p in phrases)


def _in_construct(text: Text, i: int, entry: Entry) -> bool:
    """Whether the word only qualifies another: "عملية انسحاب" the withdrawal, "نقطة تفتيش" the place, "طائرة مسيرة"."""
    word, before = text.words[i], text.words[i - 1] if i else None
    if before is not None and not (word.conjunction or word.preposition or word.verb):
        if before.noun("PlaceHead") and not before.definite and not before.noun("Trigger"):
            return True
        holder = before.noun("OrganizationHead", "Human", "Thing")
        if entry.frame == "liberate" and word.definite and holder is not None and not before.definite:
            return True  # "قوات الاحتلال", "جيش التحرير"
        operation = before.noun("Trigger")
        if _taking(word) and operation is not None and operation.entry.frame == "operation":
            return True  # its aim
        method = before.noun("Method")
        if method is not None and method.entry.part == "aircraft":
            return word.use("Method") is not None
    if entry.frame != "operation" or i + 1 >= len(text.words):
        return False
    after = text.words[i + 1]
    if _taking(after):
        return False  # "عملية تحرير الموصل" is an operation
    nominal = any(a.nominal for a in after.readings if a.entry.use == "Trigger")
    follows = after.noun("Trigger") is not None and not (after.preposition or after.conjunction)
    return not word.definite and follows and (nominal or not after.adjectival)


def _taking(word: Word) -> bool:
    """Whether it is the noun of taking a place, which an operation may be for: "تحرير", "استعادة"."""
    act = word.noun("Trigger")
    return act is not None and act.nominal and act.entry.frame == "liberate" and not word.definite


# --- collocations --------------------------------------------------------------------------------------------------


def _collocation(
    text: Text, i: int, clause: Clause, sentence: Sentence, lexicon: Lexicon, phrases: Sequence[Phrase]
) -> Trigger | None:
    word = text.words[i]
    readings = {
        a.entry.lemma: a
        for a in reversed(word.readings)
        if a.entry.lemma in lexicon.collocating and a.entry.verb and _as_it_stands(a, word)
    }
    for entry in lexicon.collocations if readings else ():
        reading = readings.get(entry.lemma)
        if reading is None:
            continue
        for j in _reach(text, i, sentence, phrases):
            if _is_collocate(text.words[j], entry) and (
                _opens_place(j, phrases) or not _inside_name(j, phrases)
            ):
                if text.words[i - 1].bare == "وقف" and entry.denotation == "Shooting":
                    return None
                return Trigger(i, i + 1, entry.denotation, entry, reading, clause, word.verb, collocate=j)
    return None


def _as_it_stands(reading: Analysis, word: Word) -> bool:
    return reading.form.finite == word.verb and reading.form.kind != "participle"


def _reach(text: Text, i: int, sentence: Sentence, phrases: Sequence[Phrase]) -> Iterator[int]:
    """The words after word `i` that may be its object; a place may be written like a verb ("تدمر")."""
    reach = _COLLOCATION_REACH if text.words[i].verb else _NOUN_REACH
    for j in range(i + 1, min(i + 1 + reach, sentence.last)):
        other = text.words[j]
        named = other.verb and any(p.kind is PhraseKind.PLACE and p.first <= j < p.last for p in phrases)
        if (
            (other.verb and not named)
            or (other.sign and other.bare in ".:؛")
            or (other.conjunction and j > i + 2)
        ):
            return
        yield j


def _is_collocate(word: Word, entry: Entry) -> bool:
    if word.bare in entry.collocates or any(
        rest in entry.collocates for rest, _ in without_pronoun(word.bare)
    ):
        return True
    nominal = (a for a in word.readings if not a.form.finite and a.form.kind != "participle")
    return any(a.entry.lemma in entry.collocates for a in nominal)


# --- light verbs ---------------------------------------------------------------------------------------------------


def _carried(text: Text, trigger: Trigger, clauses: Sequence[Clause], sentence: Sentence) -> Trigger:
    """The trigger with the light verb before it ("شن غارة") or in its relative clause ("غارة شنها التحالف")."""
    if trigger.verb:
        return trigger
    carrier = _carrier(text, trigger, sentence)
    if carrier is not None:
        clause = next(c for c in clauses if c.first <= carrier < c.last)
        trigger = replace(trigger, carrier=carrier, carrier_clause=clause)
    limit = trigger.word + _RELATIVE_REACH
    following = next((c for c in clauses if c.number > trigger.clause.number), None)
    if following is not None and following.first <= limit and _attached(text, trigger, following):
        trigger = replace(trigger, relative=following)
    return trigger


def _carrier(text: Text, trigger: Trigger, sentence: Sentence) -> int | None:
    """The light verb or its verbal noun before the trigger, before any other verb."""
    clause, words = trigger.clause, text.words
    if clause.predicate is not None and clause.predicate < trigger.word:
        carries = _carries(words[clause.predicate]) and not _of_another_noun(text, trigger.word)
        return clause.predicate if carries else None
    for j in range(trigger.word - 1, max(sentence.first, trigger.word - _CARRIER_REACH) - 1, -1):
        light = words[j].use("LightVerb")
        if words[j].verb:
            return j if light is not None and "passive" in light.entry.needs else None
        if words[j].bare in (".", ":"):
            return None
        if (
            light is not None
            and light.form.kind in ("noun", "participle")
            and trigger.word - j <= _CARRIER_REACH - 3
        ):
            return j
    return None


def _attached(text: Text, trigger: Trigger, clause: Clause) -> bool:
    """Whether the next clause is a relative one about the trigger.

    It opens with a relative pronoun, or is a verb without conjunction right after an indefinite noun.
    """
    if clause.predicate is None:
        return False
    opening = text.words[clause.first]
    if opening.token.core in ("الذي", "التي", "اللذين", "اللذان", "اللتين", "اللتان"):
        return not opening.conjunction and clause.first - trigger.word <= 6
    if opening.i != clause.predicate or opening.conjunction:
        return False
    return clause.first - trigger.word <= 5 and not text.words[trigger.word].definite


def _of_another_noun(text: Text, i: int) -> bool:
    """Whether what word `i` names is only told with another noun: "قام برد على (الهجوم)", "... مع (المحادثات)"."""
    before = text.words[i - 1]
    if before.bare in particles.DEMONSTRATIVES:
        before = text.words[i - 2]
    return before.bare in ("علي", "مع") and not before.definite


def _carries(verb: Word) -> bool:
    """Whether the verb only carries a happening: "شن", or one of planning ("تستعد ... لاستعادة")."""
    planning = verb.use("Saying")
    return verb.use("LightVerb") is not None or (planning is not None and planning.entry.stance == "Plans")
