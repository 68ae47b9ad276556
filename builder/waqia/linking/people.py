"""Which persons that articles name are one person.

Within an article a short name leads to the only full name that it can stand for. Across articles the full name must
agree, and either something that both have supports it (a happening, a post, an organization), or nothing speaks against
it; ranks change and count for nothing. Two that an article names beside each other are two, and so are they wherever
else: what would make one of them is given up. To join two people is worse than to leave one in two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from typing import Final, TypeAlias

from waqia.dates import ANY_DAY, Days
from waqia.linking.person_names import Name

KILLED: Final = "killed"
"""The role of who is said to have been killed in a happening."""
ACTED: Final = "agent"
"""The role of who did it: such a person is alive."""
_SAME_TIME: Final = timedelta(days=366)
"""Who has one post may have another after that long."""
_MARGIN: Final = timedelta(days=3)
"""By so much articles err on the day of a death."""


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in a happening: the IRI of that, the role, the days that it may have been on."""

    happening: str
    role: str
    days: Days = ANY_DAY


@dataclass(frozen=True, slots=True)
class Named:
    """A person as one article names it.

    Args:
        iri: the article's own node for it, or where the knowledge has the person its IRI there.
        article: the IRI of the article.
        known: whether the knowledge has the person.
        names: what it is called.
        day: that of the article.
        posts: the telling words of each of its posts.
        organizations: the IRIs of the known ones that it belongs to.
        wholes: these, with all that they are part of.
        countries: those of its organizations and of the happenings that it has a part in.
        parts: its parts in happenings.
        beside: the IRIs of those who are named with it in one role of one claim.
    """

    iri: str
    article: str
    known: bool
    names: frozenset[Name]
    day: date | None = None
    posts: frozenset[frozenset[str]] = frozenset()
    organizations: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    parts: frozenset[Part] = frozenset()
    beside: frozenset[str] = frozenset()


Pairs: TypeAlias = Iterable[tuple[str, str]]
Key: TypeAlias = tuple[str, ...]
Unless: TypeAlias = "Callable[[_Person, _Person], bool]"


def people(named: Iterable[Named], *, same: Pairs = (), apart: Pairs = ()) -> dict[str, str]:
    """Return for the IRI of each person that an article names that of the one person: known, or the least of its own.

    Args:
        named: of any articles, in any order; each IRI once an article.
        same: pairs of IRIs that were ruled to be one person, whatever speaks against it.
        apart: pairs that were ruled not to be; IRIs that are not there are passed over.
    """
    every = sorted(named, key=lambda each: (each.iri, each.article))
    groups = _Groups(every, apart)
    for one, other in sorted(same):
        if one in groups and other in groups:
            groups.join(one, other)
    for of_article in _grouped(((each.article,), each) for each in every):
        _join_within(of_article, groups)
    for rule, unless in RULES:
        for sharing in _grouped((key, each) for each in every for key in rule(each)):
            groups.join_all(sharing, unless=unless)
    return {each.iri: groups.least(each.iri) for each in every}


def _grouped(keyed: Iterable[tuple[Key, Named]]) -> Iterator[list[Named]]:
    """Yield those that share a key, in the order of the keys."""
    groups: defaultdict[Key, list[Named]] = defaultdict(list)
    for key, each in keyed:
        groups[key].append(each)
    shared = sorted(key for key, group in groups.items() if len(group) > 1)
    return (groups[key] for key in shared)


# --- within an article --------------------------------------------------------------------------------------


def _join_within(of_article: list[Named], groups: _Groups) -> None:
    """Join spellings of one name, then each name to the only longer one that it can stand for, the longest first."""
    for one, other in combinations(of_article, 2):
        if _parts(one) & _parts(other) and groups.may_be_one(one, other):
            groups.join(one.iri, other.iri)
    for short in sorted(of_article, key=lambda each: (-max(map(len, _parts(each)), default=0), each.iri)):
        longer = [each for each in of_article if _stands_for(short, each) and groups.may_be_one(short, each)]
        if not short.known and len({groups.least(each.iri) for each in longer}) == 1:
            groups.join(short.iri, longer[0].iri)


def _parts(named: Named) -> set[Key]:
    return {name.parts for name in named.names if name.parts}


def _stands_for(short: Named, long: Named) -> bool:
    pairs = product(short.names, long.names)
    return any(a.ends(b) or (a.full and len(a.parts) < len(b.parts) and a.agrees(b)) for a, b in pairs)


# --- across articles ----------------------------------------------------------------------------------------


def _of_one_happening(named: Named) -> Iterator[Key]:
    """Yield a full name with each happening, and a last name with each part in one: what one person has."""
    for name in named.names:
        for how in _full(name):
            yield from ((*how, part.happening) for part in named.parts)
        for last in name.parts[-1:]:
            yield from ((last, part.role, part.happening) for part in named.parts)


def _of_one_office(named: Named) -> Iterator[Key]:
    """Yield a full name with each post and each organization."""
    for how in (how for name in named.names for how in _full(name)):
        yield from ((*how, *post) for post in _posts(named))
        yield from ((*how, organization) for organization in named.organizations)


def _of_one_term(named: Named) -> Iterator[Key]:
    """Yield a last name with each post: at one time, since sons follow fathers."""
    for last in (last for name in named.names for last in name.parts[-1:]):
        yield from ((last, *post) for post in _posts(named))


def _posts(named: Named) -> Iterator[Key]:
    """Yield the posts that are not anybody's: "مسؤول" alone is."""
    return (tuple(sorted(post)) for post in named.posts if len(post) > 1)


def _of_telling_name(named: Named) -> Iterator[Key]:
    """Yield the full names by which alone a person can be told from all others."""
    for name in named.names:
        if name.full and not name.common:
            yield name.parts[0], name.parts[-1]


def _full(name: Name) -> Iterator[Key]:
    """Yield what a full name shares with itself less a father's name, and with itself and where he comes from."""
    if name.full:
        yield "first and last", name.parts[0], name.parts[-1]
        yield "first and next", name.parts[0], name.parts[1]


def _elsewhere(one: _Person, other: _Person) -> bool:
    """Whether two belong to different countries, as far as is told."""
    return bool(one.countries and other.countries) and not one.countries & other.countries


def _elsewhere_or_another_time(one: _Person, other: _Person) -> bool:
    return _elsewhere(one, other) or not _at_one_time(one.days, other.days)


def _contradict(one: _Person, other: _Person) -> bool:
    """Whether two belong to different countries, or at one time to different organizations or posts."""
    if _elsewhere(one, other):
        return True
    if not _at_one_time(one.days, other.days):
        return False
    if one.wholes and other.wholes and not one.wholes & other.wholes:
        return True
    return bool(one.posts and other.posts) and not any(a & b for a, b in product(one.posts, other.posts))


def _at_one_time(some: set[date], others: set[date]) -> bool:
    """Whether the articles of the two are of about one time, as far as is known."""
    if not some or not others:
        return True
    return min(some) - max(others) <= _SAME_TIME and min(others) - max(some) <= _SAME_TIME


RULES: Final[tuple[tuple[Callable[[Named], Iterator[Key]], Unless | None], ...]] = (
    (_of_one_happening, None),
    (_of_one_office, _elsewhere),
    (_of_one_term, _elsewhere_or_another_time),
    (_of_telling_name, _contradict),
)
"""What all who have it are one person by, in this order, and what speaks against it."""


# --- persons ------------------------------------------------------------------------------------------------


class _Person:
    """All that articles tell of one person."""

    def __init__(self, first: Named) -> None:
        self.iris = {first.iri}
        self.known = {first.iri} if first.known else set()
        self.articles: set[str] = set()
        self.names: set[Name] = set()
        self.days: set[date] = set()
        self.posts: set[frozenset[str]] = set()
        self.wholes: set[str] = set()
        self.countries: set[str] = set()
        self.deaths: set[Part] = set()
        self.acts: set[Part] = set()
        self.add(first)

    def add(self, named: Named) -> None:
        """Take in what one more article tells."""
        self.articles.add(named.article)
        self.names |= named.names
        self.days |= set() if named.day is None else {named.day}
        self.posts |= named.posts
        self.wholes |= named.wholes
        self.countries |= named.countries
        self.deaths |= {part for part in named.parts if part.role == KILLED}
        self.acts |= {part for part in named.parts if part.role == ACTED}

    def absorb(self, other: _Person) -> None:
        """Take in all of another person."""
        for mine, theirs in (
            *((self.iris, other.iris), (self.known, other.known), (self.articles, other.articles)),
            *((self.wholes, other.wholes), (self.countries, other.countries)),
        ):
            mine |= theirs
        self.names |= other.names
        self.days |= other.days
        self.posts |= other.posts
        self.deaths |= other.deaths
        self.acts |= other.acts

    def is_apart_from(self, other: _Person) -> bool:
        """Whether the two cannot be one by who they are: two known ones, other names, other deaths."""
        if self.known and other.known:
            return True
        return not self._may_be_called(other) or self._dies_apart(other) or other._dies_apart(self)

    def _may_be_called(self, other: _Person) -> bool:
        ours, theirs = ([name for name in who.names if name.full] for who in (self, other))
        if not ours or not theirs:
            return True
        agreeing = (a.agrees(b) for a, b in product(ours, theirs))
        return any(agreeing) if self.known or other.known else all(agreeing)

    def _dies_apart(self, other: _Person) -> bool:
        """Whether one death is after another, or an act after a death, by more than articles err."""
        for death in self.deaths:
            for part in other.deaths | other.acts:
                if part.happening != death.happening and _is_after(part.days, death.days):
                    return True
        return False


def _is_after(later: Days, earlier: Days) -> bool:
    return (
        later.earliest is not None
        and earlier.latest is not None
        and later.earliest - earlier.latest > _MARGIN
    )


class _Groups:
    """The persons, each made of those that articles name."""

    def __init__(self, every: Iterable[Named], apart: Pairs) -> None:
        self._person: dict[str, _Person] = {}
        self._beside: defaultdict[str, set[str]] = defaultdict(set)
        for each in every:
            if each.iri in self._person:
                self._person[each.iri].add(each)
            else:
                self._person[each.iri] = _Person(each)
            for other in each.beside:
                self._keep_apart(each.iri, other)
        for one, other in apart:
            self._keep_apart(one, other)

    def __contains__(self, iri: str) -> bool:
        return iri in self._person

    def _keep_apart(self, one: str, other: str) -> None:
        self._beside[one].add(other)
        self._beside[other].add(one)

    def least(self, iri: str) -> str:
        """Return the IRI of the person that `iri` is: the known one's, else the least."""
        person = self._person[iri]
        return min(person.known or person.iris)

    def join(self, one: str, other: str) -> None:
        """Make one person of two."""
        left, right = self._person[one], self._person[other]
        if left is not right:
            left.absorb(right)
            self._person |= dict.fromkeys(right.iris, left)

    def join_all(
        self, named: Iterable[Named], unless: Callable[[_Person, _Person], bool] | None = None
    ) -> None:
        """Make one person of all, or leave all as they are where two of them are told apart or `unless` says so."""
        persons = list({id(person): person for each in named for person in [self._person[each.iri]]}.values())
        for one, other in combinations(persons, 2):
            shared = one.articles & other.articles
            if shared or self._told_apart(one, other) or (unless is not None and unless(one, other)):
                return
        for person in persons[1:]:
            self.join(min(persons[0].iris), min(person.iris))

    def may_be_one(self, one: Named, other: Named) -> bool:
        """Whether two of one article are not one yet, and may be."""
        left, right = self._person[one.iri], self._person[other.iri]
        return left is not right and not self._told_apart(left, right)

    def _told_apart(self, one: _Person, other: _Person) -> bool:
        ruled = any(self._beside[iri] & other.iris for iri in one.iris if iri in self._beside)
        return ruled or one.is_apart_from(other)
