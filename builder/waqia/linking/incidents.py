"""Which tellings are of one happening.

Pairs worth comparing are scored; the best scores first, their happenings are joined, unless one article tells the two
apart or the tellings of the one and of the other do not fit on the whole. What a user ruled comes before any score.
Joining two happenings invents contradictions and hides a count, while leaving one in two can be mended later: in doubt
they stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from waqia.arabic.folding import fold
from waqia.extraction.templates import EventTemplate, Realization, Role
from waqia.linking.blocking import candidates
from waqia.linking.likeness import THRESHOLD, likeness
from waqia.linking.traits import Traits

_IMPOSSIBLE = -10.0
"""What a pair that cannot be of one happening counts among those of two groups."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling as linking sees it: its IRI, its article's IRI and text, what the article says, and its traits."""

    iri: str
    article: str
    text_sha256: str
    template: EventTemplate
    traits: Traits


Pairs: TypeAlias = Iterator[tuple[Telling, Telling]]


def incidents(
    tellings: Iterable[Telling],
    *,
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> dict[str, str]:
    """Return for the IRI of each telling that of the least telling of the same happening.

    Args:
        tellings: of any articles, in any order.
        same: pairs of IRIs that were ruled to be of one happening, whatever speaks against it.
        apart: pairs that were ruled not to be; IRIs of tellings that are not there are passed over.
    """
    every = {telling.iri: telling for telling in sorted(tellings, key=lambda telling: telling.iri)}
    groups = _Groups(every.values(), apart)
    for one, other in sorted(same):
        if one in every and other in every:
            groups.join(one, other)
    for one_telling, other_telling in of_one_text(every.values()):
        if groups.may_meet(one_telling.iri, other_telling.iri):
            groups.join(one_telling.iri, other_telling.iri)
    for one_telling, other_telling in denied_beside(every.values()):
        if not groups.ruled_apart(one_telling.iri, other_telling.iri):
            groups.join(one_telling.iri, other_telling.iri)
    for one, other in groups.alike():
        if groups.may_meet(one, other) and groups.fit(one, other) >= THRESHOLD:
            groups.join(one, other)
    return {iri: groups.least(iri) for iri in every}


def of_one_text(tellings: Iterable[Telling]) -> Pairs:
    """Articles of one text tell the same at the same place of it."""

    def where(telling: Telling) -> Hashable:
        return telling.text_sha256, telling.iri.rpartition("/")[2].partition(".")[2]

    for same in _grouped(tellings, where):
        yield from ((same[0], other) for other in same[1:])


def denied_beside(tellings: Iterable[Telling]) -> Pairs:
    """What an article reports and lets somebody deny is one happening, where it can only be meant."""
    for told in _grouped(tellings, lambda telling: telling.article):
        realized = [each for each in told if each.template.realization is not Realization.UNREALIZED]
        for denial in (each for each in told if each.traits.denied):
            meant = [each for each in realized if _may_be_denied_by(each.template, denial.template)]
            if len(meant) == 1:
                yield meant[0], denial


class _Groups:
    """Tellings joined to happenings."""

    def __init__(self, tellings: Iterable[Telling], apart: Iterable[tuple[str, str]]) -> None:
        self._tellings = {telling.iri: telling for telling in tellings}
        self._members = {iri: [telling] for iri, telling in self._tellings.items()}
        self._scores: dict[tuple[str, str], float] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def least(self, iri: str) -> str:
        """Return the IRI of the least telling of the happening of this one."""
        return min(member.iri for member in self._members[iri])

    def join(self, one: str, other: str) -> None:
        """Make one happening of two."""
        left, right = self._members[one], self._members[other]
        if left is not right:
            left.extend(right)
            self._members |= dict.fromkeys((member.iri for member in right), left)

    def may_meet(self, one: str, other: str) -> bool:
        """Whether two are not one yet, no article tells them apart, and nobody ruled them to be apart."""
        left, right = self._members[one], self._members[other]
        articles = {member.article for member in left} & {member.article for member in right}
        return left is not right and not articles and not self.ruled_apart(one, other)

    def ruled_apart(self, one: str, other: str) -> bool:
        """Whether a telling of the one was ruled not to be of the other."""
        others = {member.iri for member in self._members[other]}
        return any(
            self._apart[member.iri] & others for member in self._members[one] if member.iri in self._apart
        )

    def alike(self) -> list[tuple[str, str]]:
        """Return the pairs of IRIs that are alike enough, the most alike first."""
        told = [self._tellings[iri] for iri in sorted(self._tellings)]
        for one, other in candidates([telling.traits for telling in told]):
            if told[one].article != told[other].article:
                self._score(told[one], told[other])
        enough = [(-score, *pair) for pair, score in self._scores.items() if score >= THRESHOLD]
        return [(one, other) for _, one, other in sorted(enough)]

    def fit(self, one: str, other: str) -> float:
        """Return how alike the tellings of the two are on the average."""
        pairs = list(product(self._members[one], self._members[other]))
        return sum(self._score(a, b) for a, b in pairs) / len(pairs)

    def _score(self, one: Telling, other: Telling) -> float:
        pair = (one.iri, other.iri) if one.iri < other.iri else (other.iri, one.iri)
        if pair not in self._scores:
            score = likeness(one.traits, other.traits)
            self._scores[pair] = _IMPOSSIBLE if score is None else score
        return self._scores[pair]


def _grouped(tellings: Iterable[Telling], key: Callable[[Telling], Hashable]) -> Iterator[list[Telling]]:
    groups: defaultdict[Hashable, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[key(telling)].append(telling)
    return iter(groups.values())


def _may_be_denied_by(reported: EventTemplate, denied: EventTemplate) -> bool:
    if reported.type != denied.type or (reported.date and denied.date and reported.date != denied.date):
        return False
    here, there = _places(reported), _places(denied)
    if here and there:
        return bool(here & there)
    return bool(_actors(reported) & _actors(denied))


def _places(template: EventTemplate) -> set[str]:
    return {link.mention.iri or fold(link.mention.text) for claim in template.claims for link in claim.places}


def _actors(template: EventTemplate) -> set[tuple[str, str]]:
    """Return who took part, with the role; who claims an attack says that he made it."""
    roles = {Role.CLAIMED_BY: Role.AGENT}
    return {
        (roles.get(each.role, each.role).value, each.mention.iri or fold(each.mention.text))
        for claim in template.claims
        for each in claim.participants
        if each.role is not Role.ACCUSED
    }
