"""Which tellings are of one happening.

Only the plainest cases so far, one rule each. Everything else stays apart, since joining two happenings invents
contradictions and hides a count, while leaving one in two can be mended later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from waqia.arabic.folding import fold
from waqia.extraction.templates import EventTemplate, Mention, Realization, Role, Stance

_SPECIFIC: Final = ("Facility", "Neighbourhood", "Village", "Town", "City")
"""Kinds of places that are small enough to tell happenings of a day apart, the smallest first."""
_DAY_LENGTH: Final = len("2017-02-25")


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling as linking sees it: its IRI, its article's IRI and text, and what the article says."""

    iri: str
    article: str
    text_sha256: str
    template: EventTemplate


Pairs: TypeAlias = Iterator[tuple[Telling, Telling]]


def incidents(tellings: Iterable[Telling]) -> dict[str, str]:
    """Return for the IRI of each telling that of the least telling of the same happening."""
    every = sorted(tellings, key=lambda telling: telling.iri)
    groups = _Groups(every)
    for rule, in_one_article in RULES:
        for one, other in rule(every):
            groups.join(one, other, in_one_article=in_one_article)
    return {telling.iri: groups.least(telling) for telling in every}


def of_one_text(tellings: Iterable[Telling]) -> Pairs:
    """Articles of one text tell the same at the same place of it."""

    def where(telling: Telling) -> Hashable:
        return telling.text_sha256, telling.iri.rpartition("/")[2].partition(".")[2]

    for same in _grouped(tellings, lambda telling: [where(telling)]):
        yield from _joined(same)


def denied_beside(tellings: Iterable[Telling]) -> Pairs:
    """What an article reports and lets somebody deny is one happening, where it can only be meant."""
    for told in _grouped(tellings, lambda telling: [telling.article]):
        realized = [each for each in told if each.template.realization is not Realization.UNREALIZED]
        for denial in (each for each in told if _only_denied(each.template)):
            meant = [each for each in realized if _may_be_denied_by(each.template, denial.template)]
            if len(meant) == 1:
                yield meant[0], denial


def same_day_place_and_actor(tellings: Iterable[Telling]) -> Pairs:
    """Articles that tell once of an event of one type, day and town, and of one actor in one role, tell the same."""
    events = [each for each in tellings if each.template.realization is Realization.EVENT]
    for same in _grouped(events, lambda telling: _identity(telling.template)):
        once = [told[0] for told in _grouped(same, lambda telling: [telling.article]) if len(told) == 1]
        yield from _joined(once)


RULES: Final[tuple[tuple[Callable[[Iterable[Telling]], Pairs], bool], ...]] = (
    (of_one_text, False),
    (denied_beside, True),
    (same_day_place_and_actor, False),
)
"""The rules in their order, each with whether it may join two tellings of one article."""


class _Groups:
    """Tellings joined to happenings."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._members = {telling.iri: [telling] for telling in tellings}

    def least(self, telling: Telling) -> str:
        """Return the IRI of the least telling of the happening of `telling`."""
        return min(member.iri for member in self._members[telling.iri])

    def join(self, one: Telling, other: Telling, *, in_one_article: bool) -> None:
        """Make one happening of two, unless an article would tell of it twice that may not."""
        left, right = self._members[one.iri], self._members[other.iri]
        shared = {member.article for member in left} & {member.article for member in right}
        if left is not right and (in_one_article or not shared):
            left.extend(right)
            self._members |= dict.fromkeys((member.iri for member in right), left)


def _joined(same: list[Telling]) -> Pairs:
    return ((same[0], other) for other in same[1:])


def _grouped(
    tellings: Iterable[Telling], keys: Callable[[Telling], Iterable[Hashable]]
) -> Iterator[list[Telling]]:
    groups: defaultdict[Hashable, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in keys(telling):
            groups[key].append(telling)
    return iter(groups.values())


def _only_denied(template: EventTemplate) -> bool:
    return all(claim.stance is Stance.DENIES for claim in template.claims)


def _may_be_denied_by(reported: EventTemplate, denied: EventTemplate) -> bool:
    if reported.type != denied.type or (reported.date and denied.date and reported.date != denied.date):
        return False
    here, there = _places(reported), _places(denied)
    if here and there:
        return bool(here & there)
    return bool(_actors(reported) & _actors(denied))


def _identity(template: EventTemplate) -> Iterator[Hashable]:
    """Yield what makes an event the same in another article, once for each of its known actors."""
    if template.date is None or len(template.date) != _DAY_LENGTH:
        return
    named = [link.mention for claim in template.claims for link in claim.places if link.mention.iri]
    town = min((place for place in named if place.kind in _SPECIFIC), key=_size, default=None)
    if town is not None:
        for role, actor in sorted(_actors(template)):
            if actor.startswith("http"):
                yield template.type, template.date, town.iri, role, actor


def _size(place: Mention) -> tuple[int, str]:
    return _SPECIFIC.index(place.kind), place.iri or ""


def _places(template: EventTemplate) -> set[str]:
    return {_name(link.mention) for claim in template.claims for link in claim.places}


def _actors(template: EventTemplate) -> set[tuple[str, str]]:
    """Return who took part, with the role; who claims an attack says that he made it."""
    roles = {Role.CLAIMED_BY: Role.AGENT}
    return {
        (roles.get(each.role, each.role).value, _name(each.mention))
        for claim in template.claims
        for each in claim.participants
        if each.role is not Role.ACCUSED
    }


def _name(mention: Mention) -> str:
    return mention.iri or fold(mention.text)
