"""On which days the claims of a telling place it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqia.dates import ANY_DAY, meet
from waqia.graph.parts import ClaimPart, TellingPart


def dated(telling: TellingPart) -> Iterator[ClaimPart]:
    """Yield the claims of `telling` with the days that each places it on: any, for one that dates nothing.

    What the article as a whole makes of its dates is the most exact of them, or worked out from them ("two days
    before"), or from what stands around a telling that says nothing of when it was. So a claim with a date that
    allows the article's means that; where no claim has such a date, those that have one mean the article's, or else
    the first claim does.
    """
    if telling.days == ANY_DAY:
        yield from telling.claims
        return
    saying = [claim for claim in telling.claims if claim.days != ANY_DAY]
    meant = [claim for claim in saying if not meet([claim.days, telling.days]).empty]
    bearers = {claim.node for claim in meant or saying or _first(telling)}
    for claim in telling.claims:
        exact = meet([claim.days, telling.days])
        days = telling.days if exact.empty else exact
        yield replace(claim, days=days) if claim.node in bearers else claim


def _first(telling: TellingPart) -> list[ClaimPart]:
    """Return the claim of whose passage the article's date is most likely said: the first one that asserts."""
    asserting = [claim for claim in telling.claims if claim.asserts] or telling.claims
    return [min(asserting, key=lambda claim: (min(claim.attribution.evidence), claim.node.value))]
