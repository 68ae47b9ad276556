"""Which pairs of tellings are worth comparing, so that the cost grows with the tellings and not with their square.

Two tellings meet where they share a topic (a place, an actor, a person, a wording) of one family at about one time.
What so many share that it tells nothing is left out: those tellings meet under a narrower topic, or not at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from typing import Final, TypeAlias

from waqia.linking.traits import WIDE, Traits

_MOST: Final = 150
"""How many tellings may share a topic at a time."""
_MOST_COPIES: Final = 20
"""How many may share a wording: what more do is how papers always put it."""
_TELLING: Final = 10
"""From which number on a toll is rarely that of another happening of its day."""
_SHORT: Final = timedelta(days=3)
_NEWS: Final = timedelta(days=7)
"""For how long before its article a happening told without a date is looked for."""
_DAY: Final = timedelta(days=1)

Topic: TypeAlias = tuple[str, Hashable]
Key: TypeAlias = tuple[Topic, int | str]
Index: TypeAlias = defaultdict[Key, list[int]]


def candidates(tellings: Sequence[Traits]) -> list[tuple[int, int]]:
    """Return the pairs of positions worth comparing, the smaller first, sorted.

    Tellings of a day or so meet by the day; those of a month or more are few, and meet all that share their month.
    """
    by_day, by_month, long = Index(list), Index(list), Index(list)
    for position, traits in enumerate(tellings):
        for topic in _topics(traits):
            for day in _days(traits):
                by_day[topic, day].append(position)
            for month in _months(traits):
                (long if _is_long(traits) else by_month)[topic, month].append(position)
    found = {
        pair for key, same in by_day.items() if len(same) <= _most(key) for pair in combinations(same, 2)
    }
    for key, same in long.items():
        others = by_month.get(key, [])
        if len(same) + len(others) <= _most(key):
            found.update(combinations(same, 2))
            found.update((min(pair), max(pair)) for pair in product(same, others))
    return sorted(found)


def _most(key: Key) -> int:
    (_, what), _ = key
    return _MOST_COPIES if isinstance(what, tuple) else _MOST


def _topics(traits: Traits) -> Iterator[Topic]:
    """Yield what a telling may share with another of its happening, few enough of which are shared by chance."""
    family = traits.family
    narrow = [place for place in traits.places if place.size < WIDE]
    yield from ((family, place.key) for place in narrow)
    yield from ((family, place.name) for place in narrow)
    yield from ((family, first) for place in narrow for first, *more in [place.name.split()] if more)
    sides = sorted({actor.key for actor in (*traits.agents, *traits.objects) if actor.named})
    yield from ((family, f"{one} {other}") for one, other in combinations(sides, 2))
    if not narrow:
        yield from ((family, side) for side in sides)
    yield from ((family, toll) for toll in traits.tolls if toll.minimum >= _TELLING)
    yield from ((family, person) for person in traits.named)
    yield from ((family, run) for run in traits.runs)


def _days(traits: Traits) -> Iterator[int]:
    """Yield the days on which a telling is looked for, the day after among them: papers differ by one."""
    first, last = traits.days.earliest, traits.days.latest
    if first is not None and last is not None:
        if last - first <= _SHORT:
            yield from range(first.toordinal(), (last + _DAY).toordinal() + 1)
    elif first is None and last is None and traits.published is not None:
        yield from range((traits.published - _NEWS).toordinal(), traits.published.toordinal() + 1)


def _months(traits: Traits) -> Iterator[str]:
    """Yield the months in which a telling starts and ends; one without an end was still news in its article."""
    first, last = traits.days.earliest, traits.days.latest
    ends = (first or last, last or traits.published)
    yield from sorted({_month(day) for day in ends if day is not None})


def _month(day: date) -> str:
    return day.isoformat()[: len("2017-02")]


def _is_long(traits: Traits) -> bool:
    first, last = traits.days.earliest, traits.days.latest
    if first is None and last is None:
        return False
    return first is None or last is None or last - first > _SHORT
