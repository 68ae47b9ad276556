"""How much speaks for two tellings of different articles being of one happening, and against it.

The features are those of record linkage over event templates; each compares one slot and gives one of a few outcomes,
and the weights of the outcomes add up (the model of Fellegi and Sunter, "A Theory for Record Linkage", JASA 1969).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product
from typing import Final

from waqia.dates import Days, meet
from waqia.extraction.templates import Outcome, Realization
from waqia.linking.traits import BROAD, CITY, VAST, WIDE, Toll, Traits, Where, Who, near

THRESHOLD: Final = 5.0
"""From this score on two tellings are taken to be of one happening."""

WEIGHTS: Final = {
    "type same": 1.0,
    "type below": 0.7,
    "type akin": 0.5,
    "type other": -2.5,
    "total beside single": -2.0,
    "day same": 2.0,
    "days near": 1.2,
    "month same": 1.2,
    "old period same": 3.0,
    "period same": 1.0,
    "period shared": 0.4,
    "day next": -1.0,
    "day next, repeated": -1.5,
    "plan beside act": -0.5,
    "undated": 0.3,
    "undated, repeated": -1.2,
    "undated, later": -0.5,
    "undated, later, repeated": -4.0,
    "place exact": 3.0,
    "place city": 2.5,
    "place broad": 1.7,
    "place wide": 0.2,
    "places else apart": -1.5,
    "place inside": -0.4,
    "place beside": -2.0,
    "place apart": -4.0,
    "place apart, wide": -1.5,
    "place apart, unknown": -1.5,
    "actor same": 1.2,
    "actor akin": 0.6,
    "actor crossed": 0.3,
    "actor apart": -1.5,
    "total of both sides": 1.5,
    "toll large": 2.0,
    "toll middling": 1.2,
    "toll small": 0.4,
    "toll apart": -0.8,
    "toll far apart": -2.0,
    "person": 3.0,
    "source": 0.4,
    "words": 4.0,
    "run": 0.5,
    "story": 4.5,
}
"""What each outcome of a comparison adds; "words" and "story" for all words shared, "run" for each run of three."""

_SYMMETRIC: Final = frozenset({"ArmedClash", "Talks", "Agreement"})
_REPEATED: Final = frozenset(
    """Airstrike Shelling Shooting ArmedClash Attack Killing Bombing Raid Arrest Advance Offensive Deployment
    Displacement Talks Threat Appeal Protest""".split()
)
"""Types of what happens again and again at one place between the same sides: without a date it is another each time."""
_METHODS: Final = frozenset({"Bombing", "Airstrike", "Shelling", "Shooting", "Ambush"})
_AKIN: Final = {
    "Attack": _METHODS | {"ArmedClash", "Killing", "Abduction", "Destruction"},
    "Killing": _METHODS | {"ArmedClash"},
    "ArmedClash": frozenset({"Shooting", "Ambush"}),
    "Capture": frozenset({"Control", "Advance", "Offensive"}),
    "Arrest": frozenset({"Raid"}),
    "Talks": frozenset({"Agreement", "Appeal"}),
    "Threat": frozenset({"Appeal"}),
}
"""Types by which papers name one happening differently, beside those of which one is below the other."""
_NEVER: Final = frozenset({frozenset({"Capture", "Withdrawal"}), frozenset({"Arrest", "Release"})})
_DAY: Final = timedelta(days=1)
_LAG: Final = timedelta(days=2)
_OLD: Final = timedelta(days=60)
_FEW_DAYS: Final = timedelta(days=3)
_MONTH: Final = timedelta(days=31)
_A_FEW: Final = 3
_MANY: Final = 10
_MOST_RUNS: Final = 4
_COMMON_STORY: Final = 0.25
"""Which share of their words any two articles on conflict have in common."""


def likeness(one: Traits, other: Traits) -> float | None:
    """Return the sum of what speaks for and against one happening, None where they cannot be of one."""
    if not _possible(one, other):
        return None
    return sum(WEIGHTS[name] * amount for name, amount in comparisons(one, other))


def comparisons(one: Traits, other: Traits) -> Iterator[tuple[str, float]]:
    """Yield the outcomes that apply, with how often each counts."""
    totals = sum(each.realization is Realization.AGGREGATE for each in (one, other))
    sides = list(_participants(one, other))
    far = _else_apart(one.places, other.places) and _else_apart(other.places, one.places)
    outcomes = (
        _type(one, other),
        "total beside single" if totals == 1 else None,
        "plan beside act" if _is_plan(one) is not _is_plan(other) else None,
        _time(one, other),
        _place(one.places, other.places),
        "places else apart" if far else None,
        *sides,
        "total of both sides" if totals > 1 and _for(sides) > 1 else None,
        _toll(one.tolls, other.tolls),
        "person" if one.named & other.named else None,
        "source" if one.sources & other.sources else None,
    )
    yield from ((outcome, 1) for outcome in outcomes if outcome is not None)
    yield "words", _shared(one.words, other.words)
    yield "run", min(len(one.runs & other.runs), _MOST_RUNS)
    yield "story", max(0.0, _shared(one.story, other.story) - _COMMON_STORY)


def _shared(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Return which share of the shorter one's words is in the other."""
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter else 0.0


# --- what rules it out -------------------------------------------------------------------------------------------


def _possible(one: Traits, other: Traits) -> bool:
    if one.family != other.family or frozenset({one.type, other.type}) in _NEVER:
        return False
    if _is_plan(one) is not _is_plan(other) and (one.days != other.days or one.days == Days()):
        return False
    gap = _gap(_allowed(one), _allowed(other))
    return gap <= _DAY and not (gap and _elsewhere(one, other))


def _elsewhere(one: Traits, other: Traits) -> bool:
    """Whether both are told of a narrow place, and of none in common: no copy of a report moves both place and day."""
    mine, theirs = _telling(one.places), _telling(other.places)
    if not mine or not theirs or max(place.size for place in (*mine, *theirs)) >= WIDE:
        return False
    return not any(_same_place(a, b) or list(_outer(a, b)) for a in mine for b in theirs)


def _is_plan(traits: Traits) -> bool:
    return traits.realization is Realization.UNREALIZED and not traits.denied


def _allowed(traits: Traits) -> Days:
    """Return the days that a telling allows: what is told without a date was not after its article."""
    if (
        traits.days.latest is not None
        or traits.published is None
        or traits.realization is Realization.UNREALIZED
    ):
        return traits.days
    return Days(traits.days.earliest, max(traits.published, traits.days.earliest or date.min))


def _gap(one: Days, other: Days) -> timedelta:
    """Return how far apart two periods are, nothing where they meet."""
    common = meet([one, other])
    if not common.empty or common.earliest is None or common.latest is None:
        return timedelta()
    return common.earliest - common.latest


# --- slot by slot ------------------------------------------------------------------------------------------------


def _type(one: Traits, other: Traits) -> str:
    if one.type == other.type:
        return "type same"
    if one.type in other.lineage or other.type in one.lineage:
        return "type below"
    return "type akin" if _akin_types(one, other) or _akin_types(other, one) else "type other"


def _akin_types(one: Traits, other: Traits) -> bool:
    return any(_AKIN.get(type_, frozenset()) & other.lineage for type_ in one.lineage)


def _time(one: Traits, other: Traits) -> str | None:
    if Days() in (one.days, other.days):
        return _undated(one, other)
    if _gap(one.days, other.days):
        return "day next, repeated" if {one.type, other.type} <= _REPEATED else "day next"
    lengths = [length for each in (one, other) if (length := _length(each.days)) is not None]
    if len(lengths) > 1 and max(lengths) <= _FEW_DAYS:
        return "day same" if one.days == other.days else "days near"
    if one.days != other.days:
        return "period shared"
    if _is_old(one) and _is_old(other):
        return "old period same"
    return "month same" if lengths and max(lengths) <= _MONTH else "period same"


def _is_old(traits: Traits) -> bool:
    """Whether a telling goes back behind the news of its days."""
    last, published = traits.days.latest, traits.published
    return last is not None and published is not None and published - last > _OLD


def _length(days: Days) -> timedelta | None:
    return None if days.earliest is None or days.latest is None else days.latest - days.earliest


def _undated(one: Traits, other: Traits) -> str | None:
    """Compare by the days of the articles where a telling has none of its own; a total is told for long."""
    if one.realization is other.realization is Realization.AGGREGATE:
        return None
    when = [day for each in (one, other) if (day := each.days.latest or each.published) is not None]
    if len(when) > 1:
        return (
            "undated"
            + (", later" if max(when) - min(when) > _LAG else "")
            + (", repeated" if {one.type, other.type} <= _REPEATED else "")
        )
    return None


def _place(mine: tuple[Where, ...], theirs: tuple[Where, ...]) -> str | None:
    if not mine or not theirs:
        return None
    smallest = min((a.size for a in mine for b in theirs if _same_place(a, b)), default=VAST + 1)
    below = [[place for place in _telling(side) if place.size < smallest] for side in (mine, theirs)]
    if any(a.name == b.name for a in below[0] for b in below[1] for _ in _outer(a, b)):
        return "place broad"  # a town and the governorate that has its name
    if outer := [place.size for a in below[0] for b in below[1] for place in _outer(a, b)]:
        return "place inside" if min(outer) < WIDE else "place wide"
    if smallest > VAST:
        if all(min(place.size for place in side) >= WIDE for side in (mine, theirs)):
            return "place apart, wide"
        known = all(any(place.inside for place in side) for side in (mine, theirs))
        return "place apart" if known else "place apart, unknown"
    if any(a.size == b.size for a in below[0] for b in below[1]) or (smallest >= BROAD and all(below)):
        return "place beside" if smallest <= BROAD else "place apart"
    names = (("place exact", CITY), ("place city", BROAD), ("place broad", WIDE), ("place wide", VAST + 1))
    return next(name for name, size in names if smallest < size)


def _telling(places: tuple[Where, ...]) -> list[Where]:
    """Return the places without the regions and countries that are named beside narrower ones."""
    return [place for place in places if place.size < WIDE] or list(places)


def _else_apart(mine: tuple[Where, ...], theirs: tuple[Where, ...]) -> bool:
    """Whether several places of one telling are far from all of the other: lists that have some in common."""
    alone = [
        a for a in mine if a.size < WIDE and not any(_same_place(a, b) or list(_outer(a, b)) for b in theirs)
    ]
    return len(alone) > 1


def _same_place(one: Where, other: Where) -> bool:
    return one.key == other.key or (near(one.name, other.name) and not (one.inside and other.inside))


def _outer(one: Where, other: Where) -> Iterator[Where]:
    """Yield the one of two places that the other lies in."""
    if other.key in one.inside:
        yield other
    if one.key in other.inside:
        yield one


def _participants(one: Traits, other: Traits) -> Iterator[str]:
    straight = [_actors(one.agents, other.agents), _actors(one.objects, other.objects)]
    symmetric = not {one.type, other.type}.isdisjoint(_SYMMETRIC)
    if symmetric or not _for(straight):
        crossed = [_actors(one.agents, other.objects), _actors(one.objects, other.agents)]
        if symmetric and _for(crossed) > _for(straight):
            straight, crossed = crossed, straight
        if not _for(straight) and _for(crossed):
            yield "actor crossed"
    yield from (name for name in straight if name)


def _for(found: Iterable[str | None]) -> int:
    return sum(name in ("actor same", "actor akin") for name in found)


def _actors(mine: tuple[Who, ...], theirs: tuple[Who, ...]) -> str | None:
    found = None
    for a, b in product(mine, theirs):
        if a.named and b.named and (a.key == b.key or near(a.name, b.name)):
            return "actor same"
        if found is None and _akin(a, b):
            found = "actor akin"
    if found is None and any(a.named for a in mine) and any(b.named for b in theirs):
        return "actor apart"
    return found


def _akin(one: Who, other: Who) -> bool:
    """Whether one may be another word for the other: a part of it, of its country, or described by its words."""
    if one.key in other.wholes or other.key in one.wholes:
        return True
    if one.country is not None and one.country == other.country:
        return True
    return not one.words.isdisjoint(other.words)


def _toll(mine: frozenset[Toll], theirs: frozenset[Toll]) -> str | None:
    if not mine or not theirs:
        return None
    if shared := mine & theirs:
        largest = max(toll.minimum for toll in shared)
        return "toll large" if largest >= _MANY else "toll middling" if largest >= _A_FEW else "toll small"
    deaths = [[toll.minimum for toll in side if toll.outcome is Outcome.KILLED] for side in (mine, theirs)]
    if not all(deaths):
        return None
    fewer, more = sorted(max(side) for side in deaths)
    return "toll far apart" if more > _A_FEW * fewer else "toll apart"
