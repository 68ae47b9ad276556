"""The gate: whether an article tells of conflict and its politics at all, from its words alone.

Sport, markets, culture, accidents and ordinary crime use the words of war ("هجوم", "معركة", "قصف"), so no single word
decides: words of conflict and politics are weighed against those of other fields. It costs one look-up a word, and an
article that is turned away costs nothing else.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from waqia.arabic.folding import fold

from .lexicon import Lexicon

# What one word of a field says for conflict; found on annotated articles and on newspapers read at random.
_WEIGHTS = {"conflict": 1.0, "politics": 0.35, "police": 0.1, "elsewhere": -0.8}
THRESHOLD = 0.3
_FIELDS_KEPT = 1 << 15
_WORD = re.compile(r"[\u0621-\u064a]+")
_RELATIVE = ("يه", "يون", "يين", "يات")  # endings of relative adjectives: "عسكرية" as "عسكري"
_ENDING = re.compile(r"(?<=....)(?:هما|ها|هم|ون|ين|ان|ات|ه|ا|وا)$")


@dataclass(frozen=True, slots=True)
class Weighing:
    """How much the words of a text say for conflict: each listed one with its field and how often it stands there."""

    words: tuple[tuple[str, str, int], ...]

    @property
    def weight(self) -> float:
        """What speaks for conflict, less what speaks against it; a word said again counts less each time."""
        return sum(_WEIGHTS[name] * (1 + math.log(times)) for _, name, times in self.words)

    @property
    def opens(self) -> bool:
        """Whether that is enough."""
        return self.weight > THRESHOLD


@dataclass
class Gate:
    """Says of texts whether they are worth reading, with the fields that a lexicon gives its words."""

    lexicon: Lexicon
    _stems: dict[str, str] = field(init=False)
    _field: Callable[[str], tuple[str, str] | None] = field(init=False)

    def __post_init__(self) -> None:
        self._stems = {_stem(word): name for word, name in self.lexicon.fields.items()} | self.lexicon.fields
        self._field = lru_cache(maxsize=_FIELDS_KEPT)(self._look_up)

    def __reduce__(self) -> tuple[object, ...]:
        return Gate, (self.lexicon,)

    def opens(self, text: str) -> bool:
        """Whether the text may tell of political violence, law enforcement, movement or conflict politics."""
        return self.weigh(text).opens

    def weight(self, text: str) -> float:
        """How much speaks for conflict."""
        return self.weigh(text).weight

    def weigh(self, text: str) -> Weighing:
        """The listed words of the text."""
        counts = Counter[tuple[str, str]]()
        for word, times in Counter(_WORD.findall(fold(text))).items():
            if (found := self._field(word)) is not None:
                counts[found] += times
        return Weighing(tuple((word, name, times) for (word, name), times in counts.items()))

    def _look_up(self, word: str) -> tuple[str, str] | None:
        """The listed word that `word` is a form of, and its field."""
        for bare in _without_proclitics(word):
            for form in (bare, _stem(bare)):
                if form in self._stems:
                    return form, self._stems[form]
        return None


def _stem(word: str) -> str:
    """A word without the endings of number, gender and possession, as far as enough is left of it."""
    for ending in _RELATIVE:
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            return word[: -len(ending)] + "ي"
    return _ENDING.sub("", word)


def _without_proclitics(word: str) -> Iterator[str]:
    """A folded word, then without conjunction, article and preposition; whether they are any, the list tells."""
    yield word
    joined = [word]
    if word[0] in "وف" and len(word) > 3:
        joined.append(word[1:])
        yield word[1:]
    for rest in joined:
        if rest.startswith(("ال", "لل")) and len(rest) > 4:
            yield rest[2:]
        elif rest[0] in "بكل" and len(rest) > 3:
            yield rest[1:]
            if rest[1:].startswith("ال") and len(rest) > 5:
                yield rest[3:]
