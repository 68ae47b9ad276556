"""A user's rulings, applied to the parts of articles before they become a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from waqia.arabic.folding import fold
from waqia.curation.conflicts import check, standings
from waqia.curation.describing import describe
from waqia.curation.hearing import Heard, Link, hear
from waqia.curation.model import Act, Curation
from waqia.curation.naming import Found
from waqia.curation.standing import Judge
from waqia.errors import UnmatchedRuling
from waqia.graph.iris import Names
from waqia.graph.namespaces import HIDDEN_LABEL, LABEL, TYPE, waqia
from waqia.graph.parts import ArticlePart
from waqia.graph.standing import IriPairs, Standing
from waqia.graph.terms import Triple, arabic


@dataclass(frozen=True, slots=True)
class Rulings:
    """What `waqia.graph.build` is given as `rule`."""

    curation: Curation

    def __call__(self, parts: tuple[ArticlePart, ...], names: Names) -> Standing:
        """Return what of `parts` stands.

        Raises:
            BadCuration: a replacement is no value for its slot.
            ContradictoryRulings: rulings cannot all be followed.
        """
        if not self.curation.rulings:
            return Standing(parts)
        heard = hear(self.curation, Found(parts, names))
        check(heard)
        judge = Judge(heard, names)
        judged = [judge.part(part) for part in parts]
        standing = tuple(part for part, _ in judged)
        ruled = tuple(chain.from_iterable(claims for _, claims in judged))
        described = [
            *describe(heard, ruled, standings(heard), names),
            *_rejected_tellings(parts, standing),
            *self._own(heard),
        ]
        return Standing(
            standing,
            same=_pairs(heard.links[Act.SAME_INCIDENT]),
            apart=_pairs(heard.links[Act.DIFFERENT_INCIDENT]),
            same_people=_pairs(heard.links[Act.SAME_PERSON]),
            apart_people=_pairs(heard.links[Act.DIFFERENT_PERSON]),
            rulings=frozenset(described),
        )

    def problems(self, parts: tuple[ArticlePart, ...], names: Names) -> tuple[UnmatchedRuling, ...]:
        """Return what the rulings name and `parts` do not have, or have more than once."""
        return tuple(hear(self.curation, Found(parts, names)).problems)

    def _own(self, heard: Heard) -> Iterator[Triple]:
        """Yield what the files say of the things of their own that they put into slots."""
        put = {triple.object for edit in heard.edits for triple in edit.new}
        put |= {edit.ruling.source for edit in heard.edits if edit.ruling.source is not None}
        put |= {
            whole.attributed.source for whole in heard.wholes if whole.attributed and whole.attributed.source
        }
        for triple in self.curation.described:
            if triple.subject in put:
                yield triple
                name = triple.object
                if triple.predicate == LABEL and getattr(name, "language", None) == "ar":
                    yield Triple(triple.subject, HIDDEN_LABEL, arabic(fold(name.value)))


NOTHING_RULED = Rulings(Curation())


def _pairs(links: Iterable[Link]) -> IriPairs:
    return frozenset(link.pair for link in links)


def _rejected_tellings(told: Iterable[ArticlePart], standing: Iterable[ArticlePart]) -> Iterator[Triple]:
    """Yield that tellings of which no claim stands are none."""
    left = {telling.node for part in standing for telling in part.tellings}
    for part in told:
        for telling in part.tellings:
            if telling.node not in left:
                yield Triple(telling.node, TYPE, waqia("RejectedTelling"))
