"""What two mentions have in common: places, actors, days, each compared by what is known of them and by their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge

from .phrases import Phrase, PhraseKind

_VAST = frozenset({"Country", "Region"})
_LAND = frozenset({"Country"})
_BROAD = _VAST | {"Governorate"}
_DAY = 10  # characters
_EVER = ("0000", "9999")


def place_score(mine: Sequence[Phrase], theirs: Sequence[Phrase], knowledge: Knowledge) -> int:
    """2 where a place is in both, 1 where one contains another, -1 where they lie apart, 0 where one side has none."""
    a = [p for p in mine if p.part != "anaphor"]
    b = [p for p in theirs if p.part != "anaphor"]
    if not a or not b:
        return 0
    narrow_a, narrow_b = _narrow(a), _narrow(b)
    if any(same_place(x, y) for x in narrow_a for y in narrow_b):
        return 2
    small_a, small_b = _without(_VAST, a), _without(_VAST, b)
    if not (narrow_a and narrow_b) and any(same_place(x, y) for x in small_a for y in b):
        return 2
    # Two towns lie apart although the article puts both in one country; a region is compared with that around a town.
    if narrow_a and narrow_b:
        a, b = narrow_a, narrow_b
    elif not (small_a and small_b):
        a, b = _without(_LAND, a) or a, _without(_LAND, b) or b
    else:
        a, b = small_a, small_b
    return 1 if any(_contained(x, y, knowledge) for x in a for y in b) else -1


def same_place(x: Phrase, y: Phrase) -> bool:
    """Whether two phrases name one place; a governorate and its town go by one name."""
    if x.mention.iri and x.mention.iri == y.mention.iri:
        return True
    return _key(x.mention.text) == _key(y.mention.text)


def _narrow(places: Iterable[Phrase]) -> list[Phrase]:
    return _without(_BROAD, places)


def _without(kinds: frozenset[str], places: Iterable[Phrase]) -> list[Phrase]:
    return [p for p in places if p.mention.kind not in kinds]


def _contained(x: Phrase, y: Phrase, knowledge: Knowledge) -> bool:
    a, b = x.mention.iri, y.mention.iri
    if not (a and b):
        return same_place(x, y)
    return knowledge.contains(a, b) or knowledge.contains(b, a)


def actor_score(a: Sequence[Phrase], b: Sequence[Phrase]) -> int:
    """1 where an actor is in both, -1 where both have known ones and none is shared, else 0."""
    if {actor_key(p) for p in a} & {actor_key(p) for p in b}:
        return 1
    known_a, known_b = {p.actor.iri for p in a if p.actor.iri}, {p.actor.iri for p in b if p.actor.iri}
    return -1 if known_a and known_b and not known_a & known_b else 0


def actor_key(p: Phrase) -> str:
    """What tells one actor from another: a person's last name, the known organization, else the name."""
    if p.kind is PhraseKind.PERSON and not p.mention.described:
        return _key(p.mention.text.split()[-1])
    return p.actor.iri or _key(p.actor.text)


def _key(name: str) -> str:
    return fold(name).removeprefix("ال").replace(" ", "")


def days_apart(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether both have dates, in the notation of the guidelines, and none of one meets one of the other."""
    pairs = [(x, y) for x in a for y in b]
    return bool(pairs) and not any(_overlap(x, y) for x, y in pairs)


def _overlap(a: str, b: str) -> bool:
    (first_a, last_a), (first_b, last_b) = _ends(a), _ends(b)
    return first_a <= last_b and first_b <= last_a


def _ends(value: str) -> tuple[str, str]:
    """The first and the last day of a date, as strings that sort by time."""
    first, _, last = value.partition("/")
    last = last or first
    latest = _EVER[1] if last == ".." else last + "\uffff"[: _DAY - len(last)]
    return (_EVER[0] if first == ".." else first), latest
