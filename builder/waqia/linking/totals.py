"""Which events a total covers, where that is clear from what is told of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from waqia.extraction.templates import Realization
from waqia.linking.traits import VAST, Traits, Where

Happenings: TypeAlias = Mapping[str, Sequence[Traits]]
"""The traits of the tellings of each happening, by its name."""


def includes(happenings: Happenings) -> Iterator[tuple[str, str]]:
    """Yield pairs of a total and a single event that it covers, sorted.

    A total covers an event of its type, by one of its agents that has a name, within its days and at one of its
    places: all four have to be said of both.
    """
    single: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(happenings):
        if all(traits.realization is Realization.EVENT for traits in happenings[name]):
            for key in sorted({key for traits in happenings[name] for key in _keys(traits, traits.lineage)}):
                single[key].append(name)
    for total in sorted(happenings):
        told = [traits for traits in happenings[total] if traits.realization is Realization.AGGREGATE]
        near = {name for traits in told for key in _keys(traits, {traits.type}) for name in single[key]}
        for name in sorted(near):
            if any(_covers(traits, event) for traits in told for event in happenings[name]):
                yield total, name


def _keys(traits: Traits, types: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each type with each agent that has a name."""
    yield from ((type_, who.key) for type_ in types for who in traits.agents if who.named)


def _covers(total: Traits, event: Traits) -> bool:
    by = {who.key for who in total.agents if who.named} & {who.key for who in event.agents if who.named}
    return (
        bool(by)
        and total.type in event.lineage
        and _within_days(total, event)
        and _within_places(total, event)
    )


def _within_days(total: Traits, event: Traits) -> bool:
    (first, last), (earliest, latest) = ((each.days.earliest, each.days.latest) for each in (total, event))
    if first is None or last is None or earliest is None or latest is None:
        return False
    return first <= earliest and latest <= last


def _within_places(total: Traits, event: Traits) -> bool:
    """Whether the event lies in the narrowest places of the total."""
    narrowest = min((place.size for place in total.places), default=VAST)
    return any(_lies_in(a, b) for a in event.places for b in total.places if b.size == narrowest)


def _lies_in(place: Where, other: Where) -> bool:
    return place.key == other.key or other.key in place.inside
