"""Rulings that cannot all be followed: found before anything is built, each named with what it contradicts."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from itertools import combinations
from typing import Final, NoReturn

from pyoxigraph import NamedNode

from waqia.curation.hearing import Heard, Link
from waqia.curation.model import Act, Ruling
from waqia.curation.slots import Edit
from waqia.errors import ContradictoryRulings

_OPPOSED: Final = (
    (Act.SAME_INCIDENT, Act.DIFFERENT_INCIDENT),
    (Act.SAME_PERSON, Act.DIFFERENT_PERSON),
)


def check(heard: Heard) -> None:
    """Raise ContradictoryRulings if any two or more rulings cannot all be followed."""
    for same, apart in _OPPOSED:
        _check_links(heard.links[same], heard.links[apart])
    _check_wholes(heard)
    _check_edits(heard.edits)


def standings(heard: Heard) -> dict[NamedNode, Ruling]:
    """Return the last review of each telling and claim.

    Raises:
        ContradictoryRulings: there are two of one day with different statuses.
    """
    last: dict[NamedNode, Ruling] = {}
    for node, ruling in sorted(heard.reviews, key=lambda review: (review[1].day, review[1].iri.value)):
        before = last.get(node)
        if before is not None and before.day == ruling.day and before.status != ruling.status:
            _refuse(f"give {node.value} two statuses on one day", before, ruling)
        last[node] = ruling
    return last


def _check_links(same: Iterable[Link], apart: Iterable[Link]) -> None:
    joined: defaultdict[str, list[Link]] = defaultdict(list)
    for link in sorted(same, key=lambda link: (link.pair, link.ruling.iri.value)):
        joined[link.one].append(link)
        joined[link.other].append(link)
    for link in sorted(apart, key=lambda link: (link.pair, link.ruling.iri.value)):
        way = _way(link.one, link.other, joined)
        if way:
            _refuse(f"say that {link.one} and {link.other} are one, and that they are not", *way, link.ruling)


def _way(start: str, goal: str, joined: defaultdict[str, list[Link]]) -> tuple[Ruling, ...]:
    """Return the rulings that lead from one thing to another as the same, the fewest; none if they do not."""
    ways: dict[str, tuple[Ruling, ...]] = {start: ()}
    waiting = deque([start])
    while waiting and goal not in ways:
        at = waiting.popleft()
        for link in joined.get(at, ()):
            beyond = link.other if link.one == at else link.one
            if beyond not in ways:
                ways[beyond] = (*ways[at], link.ruling)
                waiting.append(beyond)
    return ways.get(goal, ())


def _check_wholes(heard: Heard) -> None:
    """A claim falls or is attributed to another once, and is then not amended in a slot."""
    by_claim: defaultdict[NamedNode, list[tuple[Ruling, object]]] = defaultdict(list)
    for whole in heard.wholes:
        by_claim[whole.claim].append((whole.ruling, whole.attributed))
    amending = [edit for edit in heard.edits if edit.ruling.act is Act.AMENDS]
    for edit in amending:
        if edit.claim in by_claim:
            by_claim[edit.claim].append((edit.ruling, edit))
    for claim, rulings in sorted(by_claim.items(), key=lambda item: item[0].value):
        for (one, what), (other, what_else) in combinations(rulings, 2):
            if what != what_else and one != other:
                _refuse(f"do different things with claim {claim.value}", one, other)


def _check_edits(edits: Iterable[Edit]) -> None:
    """A slot is rejected or amended, to one value, in one name."""
    by_triple: defaultdict[tuple[NamedNode, object], list[Edit]] = defaultdict(list)
    for edit in edits:
        by_triple[edit.claim, edit.old].append(edit)
    for (claim, old), several in sorted(by_triple.items(), key=lambda item: str(item[0])):
        for one, other in combinations(several, 2):
            if (one.ruling.act, one.new) != (other.ruling.act, other.new):
                _refuse(f"do different things with «{old}» of claim {claim.value}", one.ruling, other.ruling)


def _refuse(what: str, *rulings: Ruling) -> NoReturn:
    named = dict.fromkeys(map(str, rulings))
    last = rulings[-1]
    raise ContradictoryRulings(f"{' and '.join(named)} {what}: take one back", file=last.file, line=last.line)
