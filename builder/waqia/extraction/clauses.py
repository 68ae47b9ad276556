"""Clauses: a sentence cut at its connectives and finite verbs, each with its predicate and its parent.

Finite state over the words: relatives, "أن", circumstance and time connectives, "و" before a verb, and a verb where the
clause already has one (the clause around a relative goes on).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from waqia.arabic import particles

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
    """Words `first` to `last` (exclusive) of the article. `predicate` is its finite verb, `parent` the number (within
    the sentence) of the clause that it depends on.
    """

    number: int
    first: int
    last: int
    kind: ClauseKind
    parent: int | None = None
    predicate: int | None = None


_DASH = "-"
_TIME = frozenset("بعدما قبلما عندما حين حينما منذ ريثما".split())
_CIRCUMSTANCE = frozenset("فيما بينما حيث لكن لكنه لكنها لكنهم كما اذ غير الا".split())
_AUXILIARY = frozenset(
    "كان كون بدا واصل استمر عاد ظل زال بات اصبح اخذ تمكن استطاع صار اوشك كاد ليس مازال".split()
)


def clauses(text: Text, sentence: Sentence, named: frozenset[int] = frozenset()) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their first words; the words `named` belong to names and are no verbs
    ("مدينة تدمر").
    """
    found: list[Clause] = [Clause(0, sentence.first, sentence.last, ClauseKind.MAIN)]
    words = list(text.words)
    for i in named:
        words[i] = replace(words[i], verb=False)
    opened: int | None = None  # the clause that a parenthesis between dashes interrupts
    i = sentence.first
    while i < sentence.last:
        start = _start(words, i, sentence, found[-1])
        if opened is not None and i > sentence.first and words[i - 1].bare == _DASH:
            outer = found[opened]
            found.append(Clause(len(found), i, i, outer.kind, outer.number, outer.predicate))
            opened = None
        elif start is not None:
            if start[0] is ClauseKind.RELATIVE and i > sentence.first and words[i - 1].bare == _DASH:
                opened = found[-1].number
            kind, at = start
            found.append(_opened(found, kind, at))
        w = words[i]
        if (w.verb and found[-1].predicate is None) or (w.verb and _auxiliary(words, found[-1].predicate)):
            found[-1] = replace(found[-1], predicate=i)
        i += 1
    ends = [c.first for c in found[1:]] + [sentence.last]
    return tuple(replace(c, last=max(end, c.first)) for c, end in zip(found, ends, strict=True))


def _opened(found: Sequence[Clause], kind: ClauseKind, at: int) -> Clause:
    """A new clause at word `at`; what coordinates does so with the nearest clause that is no relative."""
    parent = found[-1].number
    if kind in (ClauseKind.COORDINATE, ClauseKind.CIRCUMSTANCE, ClauseKind.MAIN):
        outer = found[-1]
        while outer.kind is ClauseKind.RELATIVE and outer.parent is not None:
            outer = found[outer.parent]
        parent = outer.number
        if kind is ClauseKind.MAIN:
            return Clause(
                len(found),
                at,
                at,
                outer.kind if outer.kind is not ClauseKind.RELATIVE else ClauseKind.MAIN,
                parent,
            )
    return Clause(len(found), at, at, kind, parent)


def _start(
    words: Sequence[Word], i: int, sentence: Sentence, current: Clause
) -> tuple[ClauseKind, int] | None:
    """Whether a clause starts at word `i`, and of which kind."""
    w = words[i]
    before = words[i - 1] if i > sentence.first else None
    plain = not w.definite
    if (plain and w.bare in particles.RELATIVES) or w.token.core in particles.RELATIVES:
        return ClauseKind.RELATIVE, i
    if plain and w.bare in particles.SUBORDINATORS and i > sentence.first:
        timed = before is not None and before.bare in ("بعد", "قبل", "منذ") and not before.definite
        return (ClauseKind.TIME if timed else ClauseKind.THAT), i
    if (
        plain
        and not w.preposition
        and (w.bare in _TIME - {"منذ"} or (w.bare == "منذ" and i + 1 < sentence.last and words[i + 1].verb))
    ):
        return ClauseKind.TIME, i
    if plain and not w.preposition and w.bare in _CIRCUMSTANCE and i > sentence.first:
        if w.bare in ("غير", "الا") and not (
            i + 1 < sentence.last and words[i + 1].bare in ("ان", "انه", "انها")
        ):
            return None
        return ClauseKind.CIRCUMSTANCE, i
    if (
        plain
        and w.bare in ("مما", "ما")
        and i + 1 < sentence.last
        and words[i + 1].verb
        and before is not None
    ):
        return ClauseKind.RESULT, i
    if (
        w.token.preposition == "ل"
        and w.readings
        and any(a.form.kind == "present" for a in w.readings)
        and not w.definite
    ):
        if not any(a.nominal for a in w.readings):
            return ClauseKind.PURPOSE, i
    if not w.verb:
        return None
    if _asyndetic(words, i, sentence):
        return ClauseKind.RELATIVE, i
    if w.conjunction:
        return ClauseKind.COORDINATE, i
    if before is not None and before.bare in ("،", ",", ":", "؛", "-") and current.predicate is not None:
        return ClauseKind.COORDINATE, i
    if current.predicate is not None and not _auxiliary(words, current.predicate):
        return (ClauseKind.MAIN if current.kind is ClauseKind.RELATIVE else ClauseKind.COORDINATE), i
    return None


def _asyndetic(words: Sequence[Word], i: int, sentence: Sentence) -> bool:
    """Whether the verb opens a relative clause on an indefinite noun before it ("غارات شنتها", "هجوم استهدف مركزا")."""
    w, j = words[i], i - 1
    if w.conjunction or w.token.preposition or (w.token.start and j < sentence.first):
        return False
    while (
        j >= sentence.first
        and i - j <= 3
        and words[j].adjectival
        and not words[j].definite
        and not words[j].noun("Trigger")
    ):
        j -= 1
    if (
        j < sentence.first
        or words[j].definite
        or not words[j].token.is_word
        or words[j].function
        or words[j].verb
    ):
        return False
    if words[j].noun("Trigger") is not None and j > sentence.first:
        return True
    pronoun = any(a.pronoun for a in w.readings if a.form.finite)
    return pronoun and words[j].noun("Human", "OrganizationHead", "Thing", "PlaceHead", "Method") is not None


def _auxiliary(words: Sequence[Word], predicate: int | None) -> bool:
    """Whether the predicate is a verb that only carries another ("كانت ... تحتل", "بدأوا يصلون")."""
    if predicate is None:
        return False
    return any(a.entry.lemma in _AUXILIARY for a in words[predicate].readings if a.form.finite)
