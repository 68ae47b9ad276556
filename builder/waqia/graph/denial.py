"""When one claim denies what another asserts: the happening itself, or a place, a target or another detail of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waqia.graph.parts import CONCLUDED, ClaimPart
from waqia.graph.perpetrator_disagreement import ANSWERABLE
from waqia.graph.terms import Term


def happening_denied(claims: Sequence[ClaimPart]) -> Iterator[tuple[ClaimPart, ClaimPart]]:
    """Yield each claim that says that it did not happen, with each that asserts it."""
    asserting = [claim for claim in claims if claim.asserts]
    for denial in claims:
        if denial.denies_all:
            yield from ((denial, assertion) for assertion in asserting)


def detail_denied(claims: Sequence[ClaimPart]) -> Iterator[tuple[ClaimPart, ClaimPart]]:
    """Yield each claim that denies a detail, but for who did it, with each that asserts the same."""
    asserted = [(claim, _details(claim)) for claim in claims if claim.asserts]
    for denial in claims:
        if denial.denies_detail:
            denied = _details(denial)
            yield from ((denial, assertion) for assertion, details in asserted if details & denied)


def _details(claim: ClaimPart) -> set[tuple[Term, Term]]:
    """Return what a claim says of its telling, without the telling."""
    return {
        (triple.predicate, triple.object)
        for triple in claim.triples
        if triple.subject == claim.about
        and triple.predicate not in CONCLUDED
        and triple.predicate not in ANSWERABLE
    }
