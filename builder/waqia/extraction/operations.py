"""The names of operations: "عملية غضب الفرات", "معركة “الثأر للزبداني”", "حملة غضب الفرات"."""

from __future__ import annotations

from .triggers import Trigger
from .words import Text

_NAMED = frozenset({"عمليه", "حمله", "معركه"})
_LONGEST = 6


def name_of(text: Text, trigger: Trigger) -> str | None:
    """The name of the operation that the trigger opens; None where it bears none.

    A name stands in quotation marks right after the noun, or is a construct of a plain noun and a definite one.
    """
    if trigger.verb or trigger.entry.lemma not in _NAMED:
        return None
    words, i = text.words, trigger.word + 1
    if i < len(words) and words[i].quote:
        end = next((k for k in range(i + 1, min(i + 1 + _LONGEST, len(words))) if words[k].quote), None)
        return text.string(i + 1, end) if end is not None and end > i + 1 else None
    if i + 1 >= len(words) or text.words[trigger.word].definite:
        return None
    first, second = words[i], words[i + 1]
    plain = first.token.is_word and not (first.definite or first.preposition or first.function or first.adjectival)
    if plain and second.definite and not second.preposition and not first.noun("Trigger", "LightVerb", "OrganizationHead", "PlaceHead", "Human"):
        return text.string(i, i + 2)
    return None
