"""When two claims on one happening name a person differently: another name for the same post, another rank."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from waqia.arabic.folding import fold
from waqia.extraction.entities import telling_words
from waqia.extraction.lexicon import load as load_lexicon
from waqia.graph.parts import ClaimPart, Titled


def names_disagree(one: ClaimPart, other: ClaimPart) -> bool:
    """Whether two claims tell the same of whoever had a post that only one can have, and name two persons.

    No claim that names both does so: it tells of two who had the post one after the other, or of two posts.
    """
    if not (one.asserts and other.asserts):
        return False
    ours, theirs = ({each.node for each in claim.titled} for claim in (one, other))
    return any(
        _in_one_post(a, b) and a.node not in theirs and b.node not in ours
        for a, b in product(one.titled, other.titled)
    )


def ranks_disagree(one: ClaimPart, other: ClaimPart) -> bool:
    """Whether two claims give one person two ranks; "العميد الركن" is a "عميد"."""
    if not (one.asserts and other.asserts):
        return False
    pairs = product(one.titled, other.titled)
    return any(
        a.node == b.node and a.rank is not None and b.rank is not None and not _is_one_rank(a.rank, b.rank)
        for a, b in pairs
    )


def _in_one_post(one: Titled, other: Titled) -> bool:
    if one.outcome is None or one.outcome is not other.outcome or one.post is None or other.post is None:
        return False
    bodies = {one.organization, other.organization} - {None}
    same = telling_words(one.post) == telling_words(other.post)
    return same and len(bodies) < 2 and _is_of_one(one.post)


@lru_cache(maxsize=4096)
def _is_of_one(post: str) -> bool:
    """Whether only one person at a time has a post: whoever leads, in words that tell what."""
    first, *others = fold(post).split()
    readings = load_lexicon().read(first.removeprefix("ال"))
    leads = any(each.entry.use == "Title" and "Leadership" in each.entry.denotes for each in readings)
    return leads and bool(others)


def _is_one_rank(one: str, other: str) -> bool:
    short, long = sorted(
        ([word.removeprefix("ال") for word in fold(rank).split()] for rank in (one, other)), key=len
    )
    return long[: len(short)] == short
