"""The names of operations: "عملية غضب الفرات", "معركة “الثأر للزبداني”", "حملة غضب الفرات"."""

from __future__ import annotations

from .triggers import Trigger
from .words import Text

_NAMED = frozenset({"عمليه", "حمله", "معركه"})
_LONGEST = 6


def name_of(text: Text, trigger: Trigger) -> str | None:
    """The name of the operation that the trigger opens; None where it bears none."""
    span = words_of_name(text, trigger)
    return text.string(*span) if span is not None else None


def words_of_name(text: Text, trigger: Trigger) -> tuple[int, int] | None:
    """The words (last exclusive) of the operation's name.

    It stands in quotation marks right after the noun, or is a construct of a plain noun and a definite one.
    """
    if trigger.verb or trigger.entry.lemma not in _NAMED:
        return None
    words, i = text.words, trigger.word + 1
    if i < len(words) and words[i].quote:
        end = next((k for k in range(i + 1, min(i + 1 + _LONGEST, len(words))) if words[k].quote), None)
        return (i + 1, end) if end is not None and end > i + 1 else None
    if i + 1 >= len(words) or words[trigger.word].definite:
        return None
    first, second = words[i], words[i + 1]
    plain = first.token.is_word and not (
        first.definite or first.preposition or first.function or first.adjectival
    )
    common = first.noun("Trigger", "LightVerb", "OrganizationHead", "PlaceHead", "Human") is not None
    return (i, i + 2) if plain and not common and second.definite and not second.preposition else None
