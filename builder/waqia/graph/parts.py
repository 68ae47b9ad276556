"""What one article adds to a graph, whatever else is in it.

Parts depend on their article, its templates and the knowledge alone, so they can be made in any order and in
parallel; only `build.assemble` looks at several of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from pyoxigraph import NamedNode

from waqia.dates import ANY_DAY, Days
from waqia.extraction.templates import Certainty, EventTemplate, Outcome, Realization, Span, Stance
from waqia.graph.namespaces import waqia
from waqia.graph.terms import Triple, digest
from waqia.linking.people import Named
from waqia.linking.traits import Traits

CONCLUDED: Final = frozenset({waqia("kind"), waqia("statedDate")})
"""Said of tellings alone: what they amount to for the happening is concluded from all of its claims."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure that stands for the whole of an outcome in its claim: what another claim's may contradict."""

    outcome: Outcome
    minimum: int
    maximum: int | None
    approximate: bool
    victim_kind: str | None


@dataclass(frozen=True, slots=True)
class Titled:
    """A named person under the rank and the post that a claim gives, and what it says that happened to the person.

    `organization` is the IRI of the person's, if it is known.
    """

    node: NamedNode
    rank: str | None = None
    post: str | None = None
    organization: str | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a claim, how, and where it stands: all of it but what it says."""

    source: NamedNode
    stance: Stance
    certainty: Certainty
    evidence: tuple[Span, ...]
    relay: NamedNode | None = None
    channel: NamedNode | None = None

    def key(self, about: NamedNode) -> str:
        """Return what tells a claim about `about` from others, apart from what it says."""
        spans = sorted(set(self.evidence))
        return digest(about, self.source, self.stance, self.certainty, self.relay, self.channel, *spans)


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A claim: its node, what it is about, who says it, and the triples of its graph.

    `counts` are the nodes of the counts that the triples describe. `denies_all` is true where the claim denies
    the happening itself and not a detail of it. `days` are those that its dates allow, `published` the day of its
    article. `titled` are the persons that it names, with rank and post.
    """

    node: NamedNode
    about: NamedNode
    attribution: Attribution
    triples: tuple[Triple, ...]
    counts: tuple[NamedNode, ...] = ()
    denies_all: bool = False
    days: Days = ANY_DAY
    tolls: tuple[Toll, ...] = ()
    titled: tuple[Titled, ...] = ()
    published: date | None = None

    @property
    def asserts(self) -> bool:
        """Whether the source reports what the claim says as having happened."""
        return self.attribution.stance is Stance.ASSERTS

    @property
    def denies_detail(self) -> bool:
        """Whether the source denies what the claim says of a happening, but not the happening."""
        return self.attribution.stance is Stance.DENIES and not self.denies_all


@dataclass(frozen=True, slots=True)
class TellingPart:
    """A telling: its node, what extraction made of it, the days that its article allows, its traits and its claims."""

    node: NamedNode
    article: NamedNode
    event_class: NamedNode
    template: EventTemplate
    days: Days
    traits: Traits
    claims: tuple[ClaimPart, ...]

    @property
    def realization(self) -> Realization:
        """The template's own, but for one that nobody asserts: that is not realized."""
        asserted = any(claim.asserts for claim in self.claims)
        return self.template.realization if asserted else Realization.UNREALIZED


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """One article: `described` holds what does not depend on how tellings and persons are grouped.

    `people` are the persons that it names; the parts that they have are in tellings.
    """

    id: str
    node: NamedNode
    text_sha256: str
    text: str
    described: tuple[Triple, ...]
    tellings: tuple[TellingPart, ...]
    other_claims: tuple[ClaimPart, ...]
    people: tuple[Named, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What parts are sorted by: those of one text at one address stand together."""
        return self.node.value, self.id, *(claim.node.value for claim in self.claims)

    @property
    def claims(self) -> tuple[ClaimPart, ...]:
        """All claims of the article."""
        return (*(claim for telling in self.tellings for claim in telling.claims), *self.other_claims)
