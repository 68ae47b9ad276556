"""Clauses: a sentence cut at its connectives and finite verbs, each with its predicate and its parent.

Finite state over the words: relatives, "أن", circumstance and time connectives, "و" before a verb, and a verb where the
clause already has one (the clause around a relative goes on).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from waqia.arabic import particles
from waqia.arabic.forms import Kind

from .words import Sentence, Text, Word


class ClauseKind(StrEnum):
    """How a clause stands to its parent."""

    MAIN = "main"
    COORDINATE = "coordinate"
    THAT = "that"
    RELATIVE = "relative"
    CIRCUMSTANCE = "circumstance"
    TIME = "time"
    RESULT = "result"
    PURPOSE = "purpose"


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` to `last` (exclusive) of the article.

    `predicate` is its finite verb, `parent` the number (within the sentence) of the clause that it depends on.
    """

    number: int
    first: int
    last: int
    kind: ClauseKind
    parent: int | None = None
    predicate: int | None = None


_DASH = "-"
_SIGNS = ("،", ",", ":", "؛", _DASH)
_SINCE = "منذ"
_BEFORE_THAT = ("بعد", "قبل", _SINCE)
_TIME = frozenset("بعدما قبلما عندما حين حينما ريثما".split())
_WHICH = ("مما", "ما")
_THEY = "وا"  # the ending of verbs
_CIRCUMSTANCE = frozenset("فيما بينما حيث لكن لكنه لكنها لكنهم كما اذ حسبما وفقما".split())
_EXCEPT = ("غير", "الا")
_THAT = ("ان", "انه", "انها")
_MODIFIERS = 3  # words
_SUBJECT = 2  # words
_AUXILIARY = frozenset(
    "كان كون بدا واصل استمر عاد ظل زال بات اصبح اخذ تمكن استطاع صار اوشك كاد ليس مازال".split()
)


def clauses(text: Text, sentence: Sentence, named: frozenset[int] = frozenset()) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their first words.

    The words `named` belong to names and are no verbs ("مدينة تدمر").
    """
    found = [Clause(0, sentence.first, sentence.last, ClauseKind.MAIN)]
    words = list(text.words)
    for i in named:
        if words[i].verb:
            words[i] = replace(words[i], verb=False)
    opened: int | None = None  # the clause that a parenthesis between dashes interrupts
    for i in range(sentence.first, sentence.last):
        kind = _start(words, i, sentence, found[-1])
        dash = i > sentence.first and words[i - 1].bare == _DASH
        if dash and opened is not None:
            outer = found[opened]
            found.append(Clause(len(found), i, i, outer.kind, outer.number, outer.predicate))
            opened = None
        elif kind is not None:
            opened = found[-1].number if dash and kind is ClauseKind.RELATIVE else opened
            found.append(_opened(found, kind, i))
        if words[i].verb and (found[-1].predicate is None or _auxiliary(words, found[-1].predicate)):
            found[-1] = replace(found[-1], predicate=i)
    ends = [c.first for c in found[1:]] + [sentence.last]
    return tuple(replace(c, last=max(end, c.first)) for c, end in zip(found, ends, strict=True))


def _opened(found: Sequence[Clause], kind: ClauseKind, at: int) -> Clause:
    """A new clause at word `at`; what coordinates does so with the nearest clause that is no relative."""
    outer = found[-1]
    if kind in (ClauseKind.COORDINATE, ClauseKind.CIRCUMSTANCE, ClauseKind.MAIN):
        while outer.kind is ClauseKind.RELATIVE and outer.parent is not None:
            outer = found[outer.parent]
    if kind is ClauseKind.MAIN and outer.kind is not ClauseKind.RELATIVE:
        kind = outer.kind  # the clause around the relative goes on
    return Clause(len(found), at, at, kind, outer.number)


def _start(words: Sequence[Word], i: int, sentence: Sentence, current: Clause) -> ClauseKind | None:
    """The kind of the clause that starts at word `i`, None where none does."""
    return _by_connective(words, i, sentence) or _by_verb(words, i, sentence, current)


def _by_connective(words: Sequence[Word], i: int, sentence: Sentence) -> ClauseKind | None:
    w = words[i]
    after = words[i + 1] if i + 1 < sentence.last else None
    if (w.bare in particles.RELATIVES and not w.definite) or w.token.core in particles.RELATIVES:
        return ClauseKind.RELATIVE
    if w.definite:
        return None
    if w.bare in particles.SUBORDINATORS and i > sentence.first:
        before = words[i - 1]
        return ClauseKind.TIME if before.bare in _BEFORE_THAT and not before.definite else ClauseKind.THAT
    if w.token.preposition == "ل" and _present(w):
        return ClauseKind.PURPOSE
    if w.bare in _WHICH and i > sentence.first and after is not None and after.verb:
        return ClauseKind.RESULT
    if w.preposition:
        return None
    if w.bare in _TIME or (w.bare == _SINCE and after is not None and after.verb):
        return ClauseKind.TIME
    excepting = w.bare in _EXCEPT and after is not None and after.bare in _THAT
    return ClauseKind.CIRCUMSTANCE if i > sentence.first and (w.bare in _CIRCUMSTANCE or excepting) else None


def _by_verb(words: Sequence[Word], i: int, sentence: Sentence, current: Clause) -> ClauseKind | None:
    w = words[i]
    if not w.verb:
        return None
    if not _predicate_of_that(words, i, current) and _asyndetic(
        words, i, sentence, told=current.predicate is not None
    ):
        return ClauseKind.RELATIVE
    if w.conjunction:
        return ClauseKind.COORDINATE
    if current.predicate is None:
        return None
    if i > sentence.first and words[i - 1].bare in _SIGNS:
        return ClauseKind.COORDINATE
    if _auxiliary(words, current.predicate):
        return None
    return ClauseKind.MAIN if current.kind is ClauseKind.RELATIVE else ClauseKind.COORDINATE


def _present(w: Word) -> bool:
    """Whether a word under "ل" is a verb of the present: "ليقتل"."""
    return any(a.form.kind is Kind.PRESENT for a in w.readings) and not any(a.nominal for a in w.readings)


def _asyndetic(words: Sequence[Word], i: int, sentence: Sentence, *, told: bool) -> bool:
    """Whether the verb opens a relative clause on an indefinite noun before it ("غارات شنتها", "هجوم استهدف مركزا").

    Where the clause has `told` its predicate, a verb in the plural is said of the noun: "قتل متشددين بايعوا".
    """
    w, j = words[i], i - 1
    if w.conjunction or w.token.preposition or (w.token.start and j < sentence.first):
        return False
    while j >= sentence.first and i - j <= _MODIFIERS and _modifies(words[j]):
        j -= 1
    if j < sentence.first:
        return False
    noun = words[j]
    if noun.definite or noun.function or noun.verb or not noun.token.is_word:
        return False
    if noun.noun("Trigger") is not None and j > sentence.first:
        return True
    resumed = any(a.pronoun for a in w.readings if a.form.finite) or (told and w.bare.endswith(_THEY))
    return resumed and noun.noun("Human", "OrganizationHead", "Thing", "PlaceHead", "Method") is not None


def _modifies(word: Word) -> bool:
    plain = word.adjectival and word.noun("Quality") is None
    return plain and not word.definite and word.noun("Trigger") is None


def _predicate_of_that(words: Sequence[Word], i: int, current: Clause) -> bool:
    """Whether the verb is what a clause says of the people that it opens with ("أن مسلحين هاجموا")."""
    if current.kind is not ClauseKind.THAT or current.predicate is not None:
        return False
    subject = words[current.first + 1 : i]
    return 0 < len(subject) <= _SUBJECT and subject[0].noun("Human") is not None


def _auxiliary(words: Sequence[Word], predicate: int | None) -> bool:
    """Whether the predicate is a verb that only carries another ("كانت ... تحتل", "بدأوا يصلون")."""
    if predicate is None:
        return False
    return any(a.entry.lemma in _AUXILIARY for a in words[predicate].readings if a.form.finite)
