"""Relations that begin or end with what is told, and names once borne.

"انضم لواء س إلى جيش ص في 2014" is an event, and says since when one is a member; "انشق عن" says until when;
"المعروفة سابقا باسم", "(س سابقا)" and "غيرت س اسمها إلى ص" say under which name one was known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from .mentions import EventMention
from .phrases import Phrase, PhraseKind
from .reading import ArticleReading
from .sentences import SentenceReading
from .templates import Mention, Relation, Role, Span, Stance

_BECOMES: Final = {"joins": "memberOf", "leaves": "memberOf", "merges": "mergedWith"}
_ENDS: Final = "leaves"
_NAMING: Final = frozenset(
    "معروفه معروف مسماه تعرف يعرف تسمي يسمي تدعي يدعي يطلق اسم باسم ب عليها عليه".split()
)
_LINKING: Final = frozenset("التي الذي او وهي وهو هي هو".split())
_FORMERLY: Final = frozenset("سابقا كانت كان".split())
_RENAMING: Final = frozenset("غيرت غير بدلت بدل".split())
_ITS_NAME: Final = frozenset("اسمها اسمه".split())
_GAP: Final = 8  # words


def tenures(reading: ArticleReading, sentence: SentenceReading) -> Iterator[Relation]:
    """Give the relations of a sentence that begin or end there, then the names that it tells of once borne."""
    for mention in sentence.mentions:
        yield from _told(reading, mention)
    named = [p for p in sentence.phrases if p.kind is PhraseKind.ORGANIZATION and _has_name(reading, p)]
    for one, other in pairwise(named):
        if (found := _former(reading, sentence, one, other)) is not None:
            holder, before = found
            source = reading.speaker_at(one.first)
            evidence = Span(
                reading.text.span(one.first, one.last)[0], reading.text.span(other.first, other.last)[1]
            )
            yield Relation("formerName", holder, before, evidence, source)


# --- joining and leaving -------------------------------------------------------------------------------------------


def _told(reading: ArticleReading, mention: EventMention) -> Iterator[Relation]:
    """Give what an act that is asserted makes of those who join, merge or leave."""
    part = mention.trigger.entry.part
    if part not in _BECOMES or mention.stance is not Stance.ASSERTS:
        return
    dated = next((value for n in mention.times if (value := reading.resolved[n]) is not None), None)
    if part == _ENDS and dated is None:
        if reading.article.published is None:
            return  # a membership that has ended, nobody knows when, would read as one that lasts
        dated = reading.article.published.isoformat()
    since, until = (None, dated) if part == _ENDS else (dated, None)
    source = mention.speaker.source if mention.speaker is not None else None
    for who in _named(reading, mention, Role.AGENT, PhraseKind.ORGANIZATION, PhraseKind.PERSON):
        for whole in _named(reading, mention, Role.OBJECT, PhraseKind.ORGANIZATION):
            if who != whole:
                yield Relation(_BECOMES[part], who, whole, mention.evidence, source, since=since, until=until)


def _named(reading: ArticleReading, mention: EventMention, role: Role, *kinds: PhraseKind) -> list[Mention]:
    """The actors in a role that have a name; "عشرات المقاتلين" are members that nobody knows."""
    filling = [p for filled, p in mention.participants if filled is role and p.kind in kinds]
    return [p.mention for p in filling if _has_name(reading, p)]


def _has_name(reading: ArticleReading, phrase: Phrase) -> bool:
    """Whether a phrase tells who it is: by a known name, or by one after its noun ("لواء الغرباء")."""
    if not phrase.mention.described:
        return True
    head = reading.text.words[phrase.head]
    return phrase.definite and not head.definite and phrase.last > phrase.head + 1


# --- names once borne ----------------------------------------------------------------------------------------------


def _former(
    reading: ArticleReading, sentence: SentenceReading, one: Phrase, other: Phrase
) -> tuple[Mention, Mention] | None:
    """Who bears another name now, and that of then, of two organizations told one after the other."""
    words = reading.text.words
    between = words[one.last : other.first]
    gap = [w for w in between if not w.sign]
    if len(gap) > _GAP or not between or words[other.first].conjunction:
        return None
    bare = {w.bare for w in gap}
    if bare & _ITS_NAME and bare - _ITS_NAME - _RENAMING <= {"الي", "من", "لتصبح"}:
        before = words[max(one.first - 1, sentence.sentence.first)]
        renamed = bool(bare & _RENAMING) or before.bare in _RENAMING
        return (other.mention, one.mention) if renamed else None
    after = {w.bare for w in words[other.last : other.last + 1]}
    only = bare <= _NAMING | _LINKING | _FORMERLY
    formerly = (
        bool(after & _FORMERLY) if not bare else bool((bare | after) & _FORMERLY) and bool(bare & _NAMING)
    )
    return (one.mention, other.mention) if only and formerly else None
