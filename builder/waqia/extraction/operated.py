"""What was done in an operation is done by those who run it and on its day: "اعتقال خمسة أشخاص في حملة أمنية".

The deed names the operation after "في", "خلال" and the like; who runs it and when may be told elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from .events import Happening
from .mentions import EventMention
from .phrases import Phrase
from .reading import ArticleReading
from .templates import Role

_OPERATIONS = frozenset({"Raid", "Offensive"})
_DEEDS = frozenset({"Arrest", "Release", "Rescue", "Abduction"})
_DURING = frozenset("في خلال ضمن اثناء اثر عقب اطار".split())


def operation_of(
    happening: Happening, happenings: Sequence[Happening], reading: ArticleReading
) -> Happening | None:
    """The operation in which the deed that a happening is was done, as its sentence says; None where it says none."""
    if happening.type not in _DEEDS:
        return None
    told = {id(m): h for h in happenings if h.type in _OPERATIONS for m in h.mentions}
    for deed in happening.mentions:
        beside = (m for m in reading.sentences[deed.sentence].mentions if id(m) in told)
        found = next((m for m in beside if _during(deed, m, reading)), None)
        if found is not None:
            return told[id(found)]
    return None


def _during(deed: EventMention, operation: EventMention, reading: ArticleReading) -> bool:
    """Whether the noun of an operation follows a deed under "في" or the like, with no other verb between them."""
    first, at = deed.trigger.word, operation.trigger.word
    words = reading.text.words
    if operation.trigger.verb or at <= first or deed.stance is not operation.stance:
        return False
    return words[at - 1].bare in _DURING and not any(w.verb for w in words[first + 1 : at])


def run_by(operation: Happening) -> list[Phrase]:
    """Who runs an operation."""
    return [p for m in operation.mentions for role, p in m.participants if role is Role.AGENT]
