"""What of a claim stands after rulings, and the claims that curators put in the place of what does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from waqia.curation.hearing import Heard, Whole
from waqia.curation.model import Act, Attributed, Ruling
from waqia.curation.slots import Edit, of_counts
from waqia.dates import ANY_DAY, Days, days_of, together
from waqia.errors import ContradictoryRulings
from waqia.extraction.templates import Certainty, Stance
from waqia.graph.claims import describe_claim
from waqia.graph.figures import toll_of
from waqia.graph.iris import Names
from waqia.graph.namespaces import TYPE, waqia
from waqia.graph.parts import ArticlePart, Attribution, ClaimPart, TellingPart, Titled, Toll
from waqia.graph.terms import Subject, Term, Triple, digest, digest_triples

_KIND, _STATED_DATE = waqia("kind"), waqia("statedDate")
_COUNTS: Final = (waqia("CasualtyCount"), waqia("ParticipantCount"))


@dataclass(frozen=True, slots=True)
class Revision:
    """A claim that a curator put beside one of an article's, and the rulings that did."""

    claim: ClaimPart
    of: NamedNode
    rulings: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class RuledClaim:
    """A claim as rulings leave it: what of it stands, what does not, and what stands instead."""

    told: ClaimPart
    stands: ClaimPart | None
    overruled: tuple[Triple, ...]
    revisions: tuple[Revision, ...] = ()

    @property
    def left(self) -> tuple[ClaimPart, ...]:
        """The claims that make facts."""
        own = () if self.stands is None else (self.stands,)
        return (*own, *(revision.claim for revision in self.revisions))


class Judge:
    """Applies what was heard to the claims of articles."""

    def __init__(self, heard: Heard, names: Names) -> None:
        self._names = names
        self._wholes: dict[NamedNode, Whole] = {}
        for whole in sorted(heard.wholes, key=lambda whole: whole.ruling.iri.value):
            self._wholes.setdefault(whole.claim, whole)
        self._edits: defaultdict[NamedNode, list[Edit]] = defaultdict(list)
        for edit in heard.edits:
            self._edits[edit.claim].append(edit)

    def part(self, part: ArticlePart) -> tuple[ArticlePart, tuple[RuledClaim, ...]]:
        """Return what stands of `part`, and its claims that rulings changed."""
        touched = [claim for claim in part.claims if claim.node in self._wholes or claim.node in self._edits]
        if not touched:
            return part, ()
        ruled = {claim.node: self._claim(claim, self._names.name_of(part.node)) for claim in touched}
        tellings = tuple(stands for told in part.tellings if (stands := _telling(told, ruled)) is not None)
        others = tuple(_standing(part.other_claims, ruled))
        described = tuple(self._described(part, ruled))
        changed = replace(part, described=described, tellings=tellings, other_claims=others)
        return changed, tuple(ruled.values())

    def _claim(self, claim: ClaimPart, article: str) -> RuledClaim:
        whole = self._wholes.get(claim.node)
        if whole is None:
            return self._edited(claim, article)
        if whole.attributed is None:
            return RuledClaim(claim, None, claim.triples)
        fallen = {edit.old for edit in self._edits[claim.node]}
        kept = [triple for triple in claim.triples if triple not in fallen]
        said = _reattributed(claim.attribution, whole.attributed)
        if not kept:  # all that it says is rejected: there is nothing for the curator to say in its place
            return RuledClaim(claim, None, claim.triples)
        revision = self._revision(claim, kept, said, (whole.ruling,), article)
        return RuledClaim(claim, None, claim.triples, (revision,))

    def _edited(self, claim: ClaimPart, article: str) -> RuledClaim:
        edits = self._edits[claim.node]
        rejected = {edit.old for edit in edits if edit.ruling.act is Act.REJECTS}
        by_source: defaultdict[NamedNode, list[Edit]] = defaultdict(list)
        for edit in edits:
            if edit.ruling.act is Act.AMENDS:
                by_source[edit.ruling.source or edit.ruling.curator.iri].append(edit)
        taken: dict[Triple, Ruling] = {}
        revisions = []
        for source, amending in sorted(by_source.items(), key=lambda item: item[0].value):
            old = _with_counts(claim, amending)
            for triple in old:
                _take(taken, triple, amending[0].ruling)
            new = [each for triple in old if triple not in rejected for each in _amended(triple, amending)]
            rulings = tuple(sorted({edit.ruling for edit in amending}, key=lambda ruling: ruling.iri.value))
            said = replace(claim.attribution, source=source, relay=None, channel=None)
            revisions.append(self._revision(claim, new, said, rulings, article))
        overruled = tuple(triple for triple in claim.triples if triple in rejected or triple in taken)
        return RuledClaim(claim, _without(claim, set(overruled)), overruled, tuple(revisions))

    def _revision(
        self,
        claim: ClaimPart,
        triples: list[Triple],
        said: Attribution,
        rulings: tuple[Ruling, ...],
        article: str,
    ) -> Revision:
        """Return the claim that says `triples` in the place of `claim`, with figures of its own."""
        by = tuple(ruling.iri.value for ruling in rulings)
        said_again = _counts(triples)
        renamed = {
            count: self._names.iri("count", f"{article}.{digest(count, *by)}")
            for count in claim.counts
            if count in said_again
        }
        told = tuple(sorted({_renamed(triple, renamed) for triple in triples}, key=str))
        name = f"{article}.{digest_triples(told, said.key(claim.about), *by)}"
        made = ClaimPart(self._names.iri("claim", name), claim.about, said, told, published=claim.published)
        old = {count for count, toll in _tolls(claim).items() if toll in claim.tolls}
        new = _tolls(made)
        return Revision(
            replace(
                made,
                counts=tuple(renamed.values()),
                denies_all=said.stance is Stance.DENIES and any(t.predicate == _KIND for t in told),
                days=_days(told),
                tolls=tuple(new[node] for count, node in renamed.items() if count in old and node in new),
                titled=_titled(claim.titled, told),
            ),
            claim.node,
            rulings,
        )

    def _described(self, part: ArticlePart, ruled: Mapping[NamedNode, RuledClaim]) -> Iterator[Triple]:
        """Yield the description of `part`, in which claims say what stands of them, and the revised ones too."""
        said = waqia("says")
        silenced = {
            Triple(node, said, self._names.statement(triple))
            for node, claim in ruled.items()
            for triple in claim.overruled
        }
        yield from (triple for triple in part.described if triple not in silenced)
        for claim in ruled.values():
            for revision in claim.revisions:
                yield from describe_claim(revision.claim, part.node, self._names)


def _telling(told: TellingPart, ruled: Mapping[NamedNode, RuledClaim]) -> TellingPart | None:
    """Return what stands of a telling; nothing if no claim does."""
    mine = [ruled[claim.node] for claim in told.claims if claim.node in ruled]
    claims = tuple(_standing(told.claims, ruled))
    if not claims:
        return None
    kinds = {old.object: new for each in mine for old, new in _kinds(each)}
    dated = any(triple.predicate == _STATED_DATE for each in mine for triple in each.overruled)
    return replace(
        told,
        claims=claims,
        event_class=kinds.get(told.event_class, told.event_class),
        days=ANY_DAY if dated else told.days,
    )


def _kinds(claim: RuledClaim) -> Iterator[tuple[Triple, NamedNode]]:
    """Yield the event class that a claim no longer names, with the one that it does."""
    for old in (triple for triple in claim.overruled if triple.predicate == _KIND):
        for revision in claim.revisions:
            for new in revision.claim.triples:
                if new.predicate == _KIND and isinstance(new.object, NamedNode):
                    yield old, new.object


def _standing(claims: Iterable[ClaimPart], ruled: Mapping[NamedNode, RuledClaim]) -> Iterator[ClaimPart]:
    for claim in claims:
        yield from ruled[claim.node].left if claim.node in ruled else (claim,)


def _without(claim: ClaimPart, overruled: set[Triple]) -> ClaimPart | None:
    """Return what a claim still says; None if nothing."""
    kept = tuple(triple for triple in claim.triples if triple not in overruled)
    if not kept:
        return None
    tolls = set(_tolls(replace(claim, triples=kept)).values())
    return replace(
        claim,
        triples=kept,
        counts=tuple(count for count in claim.counts if count in _counts(kept)),
        denies_all=claim.denies_all and any(triple.predicate == _KIND for triple in kept),
        days=_days(kept),
        tolls=tuple(toll for toll in claim.tolls if toll in tolls),
        titled=_titled(claim.titled, kept),
    )


def _with_counts(claim: ClaimPart, edits: Iterable[Edit]) -> tuple[Triple, ...]:
    """Return what `edits` take out of `claim`: their triples, and the whole of each figure that they touch."""
    old = {edit.old for edit in edits}
    counts: list[Subject] = [triple.subject for triple in old if triple.subject in claim.counts]
    falling = old | set(of_counts(claim, counts))
    return tuple(triple for triple in claim.triples if triple in falling)


def _amended(triple: Triple, edits: Iterable[Edit]) -> tuple[Triple, ...]:
    return next((edit.new for edit in edits if edit.old == triple), (triple,))


def _take(taken: dict[Triple, Ruling], triple: Triple, ruling: Ruling) -> None:
    """Note that `ruling` takes `triple` out.

    Raises:
        ContradictoryRulings: another one took it out, to be said by another source.
    """
    other = taken.setdefault(triple, ruling)
    if other != ruling:
        one, two = sorted((other, ruling), key=lambda each: each.iri.value)
        raise ContradictoryRulings(
            f"{one} and {two} amend one figure in different names: make it one name",
            file=ruling.file,
            line=ruling.line,
        )


def _reattributed(said: Attribution, attributed: Attributed) -> Attribution:
    return replace(
        said,
        source=attributed.source or said.source,
        stance=said.stance if attributed.stance is None else Stance(attributed.stance),
        certainty=said.certainty if attributed.certainty is None else Certainty(attributed.certainty),
    )


def _renamed(triple: Triple, renamed: Mapping[NamedNode, NamedNode]) -> Triple:
    """Return `triple` about the renamed figures; one that stays with the old claim keeps its name."""
    subject: Subject = renamed.get(triple.subject, triple.subject)  # type: ignore[arg-type]
    obj: Term = renamed.get(triple.object, triple.object)  # type: ignore[arg-type]
    return Triple(subject, triple.predicate, obj)


def _counts(triples: Iterable[Triple]) -> set[Subject]:
    return {triple.subject for triple in triples if triple.predicate == TYPE and triple.object in _COUNTS}


def _tolls(claim: ClaimPart) -> dict[Subject, Toll]:
    """Return the toll of each figure that `claim` describes."""
    counts = {t.subject for t in claim.triples if t.predicate == TYPE and t.object == _COUNTS[0]}
    return {count: toll_of(count, claim.triples) for count in sorted(counts, key=str)}


def _titled(persons: Iterable[Titled], triples: tuple[Triple, ...]) -> tuple[Titled, ...]:
    """Return those of `persons` of whom `triples` speak, with the ranks and posts that stand there."""
    spoken_of = {term for triple in triples for term in (triple.subject, triple.object)}
    said = {
        (triple.subject, triple.predicate): triple.object.value
        for triple in triples
        if isinstance(triple.object, Literal)
    }
    return tuple(
        replace(each, rank=said.get((each.node, waqia("rank"))), post=said.get((each.node, waqia("post"))))
        for each in persons
        if each.node in spoken_of
    )


def _days(triples: Iterable[Triple]) -> Days:
    return together(days_of(t.object.value) for t in triples if t.predicate == _STATED_DATE)
