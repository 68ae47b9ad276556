"""What extraction gives: the tellings of one article, each with the claims that make it up.

A telling is what one article says of one happening; a claim is what one source says of it in that article.
All offsets count code points of the article's text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Stance(StrEnum):
    """How a source stands to what its claim says (names of the individuals in the ontology)."""

    ASSERTS = "Asserts"
    DENIES = "Denies"
    PLANS = "Plans"
    FEARS = "Fears"
    CALLS_FOR = "CallsFor"


class Certainty(StrEnum):
    """How sure the source is (names of the individuals in the ontology)."""

    STATED = "Stated"
    ALLEGED = "Alleged"
    UNCONFIRMED = "Unconfirmed"


class Realization(StrEnum):
    """Which of the three disjoint classes of happening a telling belongs to."""

    EVENT = "Event"
    UNREALIZED = "Unrealized"
    AGGREGATE = "Aggregate"


class Role(StrEnum):
    """What a participant is in the happening; the graph names it by the event's type (design, section 5)."""

    AGENT = "agent"
    OBJECT = "object"
    SUPPORTER = "supporter"
    ACCUSED = "accused"
    CLAIMED_BY = "claimedBy"


class PlaceRelation(StrEnum):
    """How a place is related to the happening (names of the properties in the ontology)."""

    OCCURRED_AT = "occurredAt"
    ORIGIN = "origin"
    DESTINATION = "destination"
    NEAR = "near"


class Outcome(StrEnum):
    """What happened to the people of a figure, as the guidelines write it."""

    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    KILLED_OR_INJURED = "killed_or_injured"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor, group, person, place or thing as the text names it.

    `text` is the name as the guidelines want it (no clitics; "للجيش" gives "الجيش"), `span` where it stands.
    `iri` is set where the knowledge knows it; `kind` is the local name of its class in the ontology. `described` is
    true for groups known by description alone ("مسلحون", "مصدر عسكري"): those belong to one telling.
    A person may have a `rank` ("العميد"), a `post` ("رئيس فرع الأمن العسكري") and an `organization`.
    """

    text: str
    span: Span
    kind: str
    iri: str | None = None
    described: bool = False
    rank: str | None = None
    post: str | None = None
    organization: Mention | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Why something is in a template: the rule that put it there and the characters that the rule read."""

    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A mention in a role."""

    role: Role
    mention: Mention
    why: Decision | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place and how it is related to the happening."""

    relation: PlaceRelation
    mention: Mention
    why: Decision | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people and what happened to them.

    `maximum` is None where the text gives only a lower bound. `words` is the number as written with its noun.
    `included_in` and `in_addition_to` are positions in the same claim's `figures`. `victim_kind` is the local name of
    an individual of `waqia:VictimKind`, where the noun tells.
    """

    outcome: Outcome
    minimum: int
    maximum: int | None
    words: str
    span: Span
    approximate: bool = False
    victims: Mention | None = None
    victim_kind: str | None = None
    included_in: int | None = None
    in_addition_to: int | None = None
    why: Decision | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ParticipantCount:
    """How many took part in a role ("أربعة انتحاريين")."""

    role: Role
    minimum: int
    maximum: int | None
    words: str
    span: Span
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as stated (`text`) and as worked out: a day, month, year, or interval `A/B`, `A/..`, `../B`."""

    text: str
    span: Span
    edtf: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says in this article of one happening.

    `source` is the most original one, None where the article speaks for itself; `relay` is who passed it on
    ("نقلت رويترز عن"), `channel` the medium ("على تطبيق تلغرام"). `evidence` has at least one span, the main first.
    `type` is the local name of the event class as this source describes it.
    """

    stance: Stance
    certainty: Certainty
    type: str
    evidence: tuple[Span, ...]
    source: Mention | None = None
    relay: Mention | None = None
    channel: Mention | None = None
    dates: tuple[StatedDate, ...] = ()
    places: tuple[PlaceLink, ...] = ()
    participants: tuple[Participant, ...] = ()
    figures: tuple[Figure, ...] = ()
    counts: tuple[ParticipantCount, ...] = ()
    weapons: tuple[Mention, ...] = ()
    operation_name: str | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventTemplate:
    """One telling: what the article says, through its claims, of one happening.

    `type` is the most specific event class that the claims support, `date` the one that the article as a whole gives
    (same notation as StatedDate.edtf), None where it gives no hint.
    """

    ordinal: int
    type: str
    realization: Realization
    claims: tuple[Claim, ...]
    date: str | None = None
    dated: Decision | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation in time between two actors, said in the article ("المتحدث باسم", "المؤلفة من").

    `property` is the local name of an ontology property: holdsPost, leaderOf, spokespersonFor, memberOf, hasPart,
    mergedWith, formerName, supportedBy, alliedWith. `post` is the post as written, for holdsPost. `since` and `until`
    say when it began or ended, where that is told (same notation as StatedDate.edtf).
    """

    property: str
    subject: Mention
    object: Mention
    evidence: Span
    source: Mention | None = None
    post: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleTemplates:
    """Everything extracted from one article."""

    article: str
    events: tuple[EventTemplate, ...] = ()
    relations: tuple[Relation, ...] = ()
