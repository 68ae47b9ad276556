"""What happens during something else: who acts in it, where and when, as the text says by "في", "خلال", "أثناء".

A deed in an operation is done by those who run it and on its day: "اعتقال خمسة أشخاص في حملة أمنية". A meeting during
which an attack took place was held where and when the attack took place: "وقع الهجوم أثناء لقاء".
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
_IN = frozenset("في خلال ضمن اثناء اثر عقب اطار".split())
_GATHERINGS = frozenset({"Talks", "Protest", "Trial"})
_WHILE = frozenset({"خلال", "اثناء"})
_NEAR = 4  # words


def operation_of(
    happening: Happening, happenings: Sequence[Happening], reading: ArticleReading
) -> Happening | None:
    """The operation in which the deed that a happening is was done, as its sentence says; None where it says none."""
    if happening.type not in _DEEDS:
        return None
    for deed in happening.mentions:
        for h, m in _beside(deed, happenings, reading):
            if h.type in _OPERATIONS and m.stance is deed.stance and _done_in(deed, m, reading):
                return h
    return None


def struck(
    happening: Happening, happenings: Sequence[Happening], reading: ArticleReading
) -> Happening | None:
    """What took place during the gathering that a happening is, as its sentence says; None where it says nothing."""
    if happening.type not in _GATHERINGS:
        return None
    for gathering in happening.mentions:
        if _interrupted(gathering, reading):
            before = [
                h
                for h, m in _beside(gathering, happenings, reading)
                if m.trigger.word < gathering.trigger.word
            ]
            return before[-1] if before else None
    return None


def run_by(operation: Happening) -> list[Phrase]:
    """Who runs an operation."""
    return [p for m in operation.mentions for role, p in m.participants if role is Role.AGENT]


def _beside(
    mention: EventMention, happenings: Sequence[Happening], reading: ArticleReading
) -> list[tuple[Happening, EventMention]]:
    """The other happenings that the sentence of a mention tells of, with their mentions in it, in order."""
    told = {m.trigger.word: h for h in happenings for m in h.mentions}
    there = (m for m in reading.sentences[mention.sentence].mentions if m.trigger.word in told)
    return [(h, m) for m in there if mention not in (h := told[m.trigger.word]).mentions]


def _done_in(deed: EventMention, operation: EventMention, reading: ArticleReading) -> bool:
    """Whether the noun of an operation follows a deed under "في" or the like, with no other verb between them."""
    first, at = deed.trigger.word, operation.trigger.word
    words = reading.text.words
    if operation.trigger.verb or at <= first:
        return False
    return words[at - 1].bare in _IN and not any(w.verb for w in words[first + 1 : at])


def _interrupted(gathering: EventMention, reading: ArticleReading) -> bool:
    """Whether the noun of a gathering says when something took place: "وقع ... أثناء لقاء"."""
    words, at = reading.text.words, gathering.trigger.word
    if gathering.trigger.verb or words[at - 1].bare not in _WHILE:
        return False
    lights = (w.use("LightVerb") for w in words[max(at - _NEAR, 0) : at - 1] if w.verb)
    return any(light is not None and "occur" in light.entry.needs for light in lights)
