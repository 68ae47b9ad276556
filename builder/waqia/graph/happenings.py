"""What waqia concludes about a happening from its tellings, and what their claims make facts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from waqia.dates import ANY_DAY, together
from waqia.extraction.templates import Realization
from waqia.graph.disagreement import disagreements
from waqia.graph.namespaces import DERIVED_FROM, TYPE, waqia
from waqia.graph.parts import CONCLUDED, ClaimPart, TellingPart
from waqia.graph.roles import PARTICIPATION, load_roles
from waqia.graph.said_days import dated
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
    for event_class in _classes(tellings, realization):
        yield Triple(happening, named_by, event_class)
    if realization is Realization.UNREALIZED:
        return
    claims = [claim for telling in tellings for claim in dated(telling)]
    if realization is Realization.EVENT and any(claim.denies_all for claim in claims):
        yield Triple(happening, TYPE, waqia("ContestedEvent"))
    yield from _period(happening, tellings)
    yield from _participations(happening, facts)
    yield from disagreements(claims)


def _classes(tellings: Iterable[TellingPart], realization: Realization) -> list[NamedNode]:
    """Return the most specific classes that tellings of this realization, and asserting claims in them, support.

    A claim's class counts where it says more than that of its telling, which is chosen from all that the article
    says. Where neither of two classes says more than the other ("Shelling", "Airstrike"), the happening is of both:
    nothing that two sources may report differently is disjoint.
    """
    roles = load_roles()
    found: set[NamedNode] = set()
    for telling in tellings:
        if telling.realization is realization:
            found.add(telling.event_class)
            said = (kind for claim in telling.claims if claim.asserts for kind in _kinds(claim))
            found.update(kind for kind in said if roles.says_more(kind, telling.event_class))
    return roles.most_specific(found)


def _kinds(claim: ClaimPart) -> Iterator[NamedNode]:
    for triple in claim.triples:
        if triple.predicate == waqia("kind") and isinstance(triple.object, NamedNode):
            yield triple.object


def _period(happening: NamedNode, tellings: Iterable[TellingPart]) -> Iterator[Triple]:
    """Yield the days that all who assert the happening allow; where there is none, those that any allows."""
    realized = [telling for telling in tellings if telling.realization is not Realization.UNREALIZED]
    asserting = (claim for telling in realized for claim in dated(telling) if claim.asserts)
    days = together(claim.days for claim in asserting if claim.days != ANY_DAY)
    if days.earliest is not None:
        yield Triple(happening, waqia("earliest"), day(days.earliest))
    if days.latest is not None:
        yield Triple(happening, waqia("latest"), day(days.latest))


def _participations(happening: NamedNode, facts: Iterable[Triple]) -> Iterator[Triple]:
    for fact in facts:
        if fact.predicate in PARTICIPATION and isinstance(fact.object, NamedNode):
            yield Triple(fact.object, waqia("participatedIn"), happening)
