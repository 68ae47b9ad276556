"""What the graph says of rulings: who ruled what, when and why, and what no longer stands by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode

from waqia.curation.hearing import Heard, Whole
from waqia.curation.model import Curator, Ruling
from waqia.curation.reading import STATUS, WHEN, WHO, WHY
from waqia.curation.slots import Edit
from waqia.curation.standing import RuledClaim
from waqia.graph.iris import Names
from waqia.graph.namespaces import LABEL, PROV, TYPE, waqia
from waqia.graph.terms import Triple, day

_REVISION_OF: Final = NamedNode(PROV + "wasRevisionOf")


def describe(
    heard: Heard, ruled: Iterable[RuledClaim], reviews: Mapping[NamedNode, Ruling], names: Names
) -> Iterator[Triple]:
    """Yield what is said of the rulings that found what they name, and of what they bear on.

    Args:
        heard: the rulings.
        ruled: the claims that they changed.
        reviews: the last review of each telling and claim.
        names: makes the IRIs of statements.
    """
    for ruling, node in heard.named:
        yield Triple(ruling.iri, waqia(ruling.act.value), node)
        yield from _made(ruling)
    for whole in heard.wholes:
        yield from _of_whole(whole)
    for edit in heard.edits:
        yield from _of_edit(edit, names)
    for node, ruling in reviews.items():
        if ruling.status is not None:
            yield Triple(node, STATUS, ruling.status)
    for claim in ruled:
        yield from _of_claim(claim, names)


def _made(ruling: Ruling) -> Iterator[Triple]:
    """Yield who made a ruling, when and why."""
    yield Triple(ruling.iri, TYPE, waqia("Ruling"))
    yield Triple(ruling.iri, WHO, ruling.curator.iri)
    yield Triple(ruling.iri, WHEN, day(ruling.day))
    yield from (Triple(ruling.iri, WHY, text) for text in ruling.why)
    if ruling.status is not None:
        yield Triple(ruling.iri, STATUS, ruling.status)
    yield from _curator(ruling.curator)


def _curator(curator: Curator) -> Iterator[Triple]:
    yield Triple(curator.iri, TYPE, waqia("Curator"))
    yield from (Triple(curator.iri, LABEL, name) for name in curator.names)


def _of_whole(whole: Whole) -> Iterator[Triple]:
    yield Triple(whole.claim, waqia("overruledBy"), whole.ruling.iri)
    yield from _made(whole.ruling)


def _of_edit(edit: Edit, names: Names) -> Iterator[Triple]:
    """Yield on which statement of which claim a ruling is."""
    yield Triple(edit.ruling.iri, waqia(edit.ruling.act.value), names.statement(edit.old))
    yield Triple(edit.ruling.iri, waqia("ofClaim"), edit.claim)
    yield from _made(edit.ruling)


def _of_claim(claim: RuledClaim, names: Names) -> Iterator[Triple]:
    """Yield what a claim no longer says, and what was put in its place by whom."""
    for triple in claim.overruled:
        yield Triple(claim.told.node, waqia("overruledStatement"), names.statement(triple))
    for revision in claim.revisions:
        yield Triple(revision.claim.node, _REVISION_OF, revision.of)
        for ruling in revision.rulings:
            yield Triple(revision.claim.node, waqia("byRuling"), ruling.iri)
            yield Triple(revision.claim.node, WHO, ruling.curator.iri)
