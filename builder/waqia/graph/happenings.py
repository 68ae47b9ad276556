"""What waqia concludes about a happening from its tellings, and what their claims make facts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from waqia.dates import together
from waqia.extraction.templates import Realization
from waqia.graph.disagreement import disagreements
from waqia.graph.namespaces import DERIVED_FROM, TYPE, waqia
from waqia.graph.parts import CONCLUDED, ClaimPart, TellingPart
from waqia.graph.roles import PARTICIPATION
from waqia.graph.terms import Triple, day


def facts_of(claims: Iterable[ClaimPart], telling: NamedNode, happening: NamedNode) -> Iterator[Triple]:
    """Yield what the asserting ones of `claims` say of `telling`, said of `happening`."""
    for claim in claims:
        if claim.asserts:
            told = (triple for triple in claim.triples if triple.predicate not in CONCLUDED)
            yield from (_lifted(triple, telling, happening) for triple in told)
            yield from _counts_of(claim)


def _lifted(triple: Triple, telling: NamedNode, happening: NamedNode) -> Triple:
    return Triple(happening, triple.predicate, triple.object) if triple.subject == telling else triple


def _counts_of(claim: ClaimPart) -> Iterator[Triple]:
    """Yield whose the counts of `claim` are."""
    for count in claim.counts:
        yield Triple(count, waqia("saidBy"), claim.attribution.source)
        yield Triple(count, DERIVED_FROM, claim.node)


def realization_of(tellings: Iterable[TellingPart]) -> Realization:
    """Return which of the three classes a happening belongs to: realized if any of its tellings is."""
    found = {telling.realization for telling in tellings}
    order = (Realization.AGGREGATE, Realization.EVENT, Realization.UNREALIZED)
    return next(realization for realization in order if realization in found)


def conclusions(
    happening: NamedNode, tellings: tuple[TellingPart, ...], facts: Iterable[Triple]
) -> Iterator[Triple]:
    """Yield what is concluded about `happening` as a whole; `facts` are those of its claims."""
    realization = realization_of(tellings)
    yield Triple(happening, TYPE, waqia(realization.value))
    named_by = TYPE if realization is Realization.EVENT else waqia("kind")
    for telling in tellings:
        if telling.realization is realization:
            yield Triple(happening, named_by, telling.event_class)
    if realization is Realization.UNREALIZED:
        return
    claims = [claim for telling in tellings for claim in telling.claims]
    if realization is Realization.EVENT and any(claim.denies_all for claim in claims):
        yield Triple(happening, TYPE, waqia("ContestedEvent"))
    yield from _period(happening, tellings)
    yield from _participations(happening, facts)
    yield from disagreements(claims)


def _period(happening: NamedNode, tellings: Iterable[TellingPart]) -> Iterator[Triple]:
    """Yield the days that all who assert the happening allow."""
    realized = [telling for telling in tellings if telling.realization is not Realization.UNREALIZED]
    asserting = (claim for telling in realized for claim in telling.claims if claim.asserts)
    days = together([*(telling.days for telling in realized), *(claim.days for claim in asserting)])
    if days.earliest is not None:
        yield Triple(happening, waqia("earliest"), day(days.earliest))
    if days.latest is not None:
        yield Triple(happening, waqia("latest"), day(days.latest))


def _participations(happening: NamedNode, facts: Iterable[Triple]) -> Iterator[Triple]:
    for fact in facts:
        if fact.predicate in PARTICIPATION and isinstance(fact.object, NamedNode):
            yield Triple(fact.object, waqia("participatedIn"), happening)
