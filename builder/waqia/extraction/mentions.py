"""Event mentions: what one trigger says, before mentions of one happening are put together."""

from __future__ import annotations

from dataclasses import dataclass

from .attribution import Speaker
from .phrases import Phrase
from .templates import Certainty, Figure, PlaceRelation, Role, Span, Stance
from .triggers import Trigger


@dataclass(frozen=True, slots=True)
class EventMention:
    """One trigger with its arguments.

    `participants` and `places` keep the phrases that fill the slots. `anaphoric` marks a mention that may only point to
    a happening told elsewhere ("الهجوم"), `bare` one with no argument of its own, `generic` one that names no happening
    of its own. `times` are positions in the article's list of time expressions, the best first;
    `opens_interval` marks one that only tells when the happening began.
    """

    trigger: Trigger
    type: str
    sentence: int
    evidence: Span
    participants: tuple[tuple[Role, Phrase], ...] = ()
    places: tuple[tuple[PlaceRelation, Phrase], ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[int, ...] = ()
    opens_interval: bool = False
    weapons: tuple[Phrase, ...] = ()
    speaker: Speaker | None = None
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.STATED
    anaphoric: bool = False
    aggregate: bool = False
    headline: bool = False
    rules: tuple[str, ...] = ()

    @property
    def remote(self) -> bool:
        """Whether people speak to one another from afar: a call is no meeting."""
        return self.trigger.entry.part == "remote"
