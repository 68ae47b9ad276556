"""What an inspection shows, whoever shows it: marks on the text, and lines that say what was read and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from waqia.articles import Article
from waqia.extraction.gate import Weighing
from waqia.extraction.templates import Span


class MarkKind(StrEnum):
    """What a marked span of the text was read as; where two overlap, the one that stands first here is shown."""

    TRIGGER = "trigger"
    DROPPED = "no event"
    TIME = "time"
    FIGURE = "figure"
    SOURCE = "source"
    PLACE = "place"
    ACTOR = "actor"
    ASIDE = "not told"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that was read as something; `telling` is the ordinal of the telling that a trigger tells."""

    kind: MarkKind
    span: Span
    telling: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was read: what it is, its words, where they stand, and the rule that made it so."""

    what: str
    read: str
    span: Span | None
    why: str


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together under one that says what they are about."""

    head: Line
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """What the article tells of one happening, and why it was read so; `label` is the type in Arabic."""

    ordinal: int
    type: str
    label: str
    realization: str
    date: str | None
    sections: tuple[Section, ...]

    @property
    def id(self) -> str:
        """Its name in the events export."""
        return f"e{self.ordinal}"


@dataclass(frozen=True, slots=True)
class Inspection:
    """How an article was read. `dropped` are the words that could tell an event and do not."""

    article: Article
    gate: Weighing
    marks: tuple[Mark, ...]
    tellings: tuple[Telling, ...]
    dropped: tuple[Line, ...]
