"""Rulings as a user writes them, before it is known what they name in the articles at hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from waqia.graph.terms import Triple

Value: TypeAlias = NamedNode | Literal


class Act(StrEnum):
    """What a ruling does (names of the properties in the ontology that lead to what it rules on)."""

    SAME_INCIDENT = "sameIncident"
    DIFFERENT_INCIDENT = "differentIncident"
    SAME_PERSON = "samePerson"
    DIFFERENT_PERSON = "differentPerson"
    REJECTS = "rejects"
    AMENDS = "amends"
    REVIEWS = "reviews"


@dataclass(frozen=True, slots=True)
class Curator:
    """Who rules; `names` has an Arabic one at least, as every source has."""

    iri: NamedNode
    names: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A telling named by words of its article, or a claim where `source` is given as well.

    `article` is an id or an IRI. `before` and `after` are what stands around the words, where they stand more than
    once; `kind` is the event class where several tellings start from them.
    """

    article: str
    exact: str
    before: str = ""
    after: str = ""
    kind: NamedNode | None = None
    source: NamedNode | None = None

    def __str__(self) -> str:
        return f"«{self.exact}» in article {self.article}"


Named: TypeAlias = NamedNode | Passage


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a claim: its property and, where the claim has several, the value that is meant."""

    property: NamedNode
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Attributed:
    """How a whole claim should have been attributed; None where the article was read rightly."""

    source: NamedNode | None = None
    stance: str | None = None
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision of a user: what it does with which things, who made it, when and why.

    `slot` narrows a rejection or amendment to a slot. `replacement` is what an amendment puts there, and `source` who
    says so if it is not the curator. `status` is that of a review. `file` and `line` say where it was written.
    """

    iri: NamedNode
    act: Act
    things: tuple[Named, ...]
    curator: Curator
    day: date
    why: tuple[Literal, ...]
    slot: Slot | None = None
    replacement: Value | Attributed | None = None
    source: NamedNode | None = None
    status: NamedNode | None = None
    file: Path | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        return f"<{self.iri.value}> ({where})" if where else f"<{self.iri.value}>"


@dataclass(frozen=True, slots=True)
class Curation:
    """The rulings of a user's files, by IRI, and what the files say of things of their own."""

    rulings: tuple[Ruling, ...] = ()
    described: frozenset[Triple] = frozenset()
