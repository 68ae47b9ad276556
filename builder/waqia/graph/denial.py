"""When one claim denies what another asserts: the happening itself, who did it, or another detail of it."""

from __future__ import annotations

from waqia.graph.parts import CONCLUDED, ClaimPart
from waqia.graph.perpetrator_disagreement import ANSWERABLE
from waqia.graph.terms import Term


def happening_denied(one: ClaimPart, other: ClaimPart) -> bool:
    """Whether one claim asserts the happening and the other says that it did not happen."""
    return (one.asserts and other.denies_all) or (other.asserts and one.denies_all)


def detail_denied(one: ClaimPart, other: ClaimPart) -> bool:
    """Whether one claim asserts a place, a target or another detail that the other denies, but for who did it."""
    return _detail_denied(one, other) or _detail_denied(other, one)


def _detail_denied(assertion: ClaimPart, denial: ClaimPart) -> bool:
    denied = assertion.asserts and denial.denies_detail
    return denied and bool(_details(assertion) & _details(denial))


def _details(claim: ClaimPart) -> set[tuple[Term, Term]]:
    """Return what a claim says of its telling, without the telling."""
    about = (triple for triple in claim.triples if triple.subject == claim.about)
    return {
        (triple.predicate, triple.object)
        for triple in about
        if triple.predicate not in CONCLUDED and triple.predicate not in ANSWERABLE
    }
