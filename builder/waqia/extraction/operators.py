"""Operators: the words that put a stance on the words of their scope, and whom they name."""

from __future__ import annotations

from dataclasses import dataclass, field

from .lexicon import Analysis
from .phrases import Phrase

_SPEECH = frozenset({"Asserts", "Denies", "Fears", "Alleges", "Accuses"})


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that puts a stance on the words of its scope, `first` to `last` (exclusive).

    `stance` is that of the lexicon: Asserts, Denies, Plans, Fears, Alleges, Accuses, Suspects, Claims; `target` who is
    accused or suspected, or on whose behalf is claimed. A `postposed` one ("بحسب") stands behind its scope; one that
    `continues` has the last speaker go on. `nested` marks a verb inside what another says, `negated` one that says
    nothing ("لم يعلن"); `opener` is where what is said begins, `objective` tells that
    a noun before it is said too ("أكد مقتل ... وأن").
    """

    word: int
    stance: str
    subject: Phrase | None
    first: int
    last: int
    postposed: bool = False
    continues: bool = False
    objective: bool = True
    nested: bool = False
    entry: str = ""
    flags: frozenset[str] = frozenset()
    target: Phrase | None = None
    opener: int | None = None
    negated: bool = False
    reading: Analysis | None = field(default=None, compare=False)

    @property
    def speech(self) -> bool:
        """Whether its subject is credited with what stands in its scope."""
        spoken = self.reading is None or self.reading.form.kind != "noun"
        imputed = "imputes" in self.flags and self.subject is not None and self.subject.first > self.word
        return (self.stance in _SPEECH or imputed) and spoken and not self.negated
