"""Phrases: the noun phrases that matter, cut out of a sentence, each with what it names and what governs it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from waqia.arabic.numbers import Quantity

from .templates import Mention

TELLING = frozenset({"MediaOrganization", "MonitoringOrganization"})
"""Organizations that tell of a happening and take no part in it."""


class PhraseKind(StrEnum):
    """What a phrase is about."""

    ORGANIZATION = "organization"
    PERSON = "person"
    GROUP = "group"
    SOURCE = "source"
    PLACE = "place"
    FACILITY = "facility"
    THING = "thing"
    METHOD = "method"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` to `last` (exclusive) of the article, `head` the word that decides its kind.

    `preposition` is what governs it, folded ("" for none, "علي يد" for phrases), `conjoined` whether "و" or a comma
    joins it to what stands before, `construct` whether it is the genitive of the word before it. `accusative` tells
    an ending that no subject has ("جنديا", "مسلحين"). `organization` is the organization that a group's people belong
    to. `minimum`/`maximum` count its people or things where the text does: by a numeral (`quantity`) or by a singular
    or dual noun. `part` tells kinds of one kind apart: the place "direction" of "شمال سيناء", the "anaphor" "المدينة",
    a place "aside" that only says where another lies ("الحدودية مع العراق"). `rule` notes why it fills a slot.
    """

    first: int
    last: int
    head: int
    kind: PhraseKind
    mention: Mention
    preposition: str = ""
    conjoined: bool = False
    construct: bool = False
    definite: bool = False
    entry: str = ""
    part: str = ""
    quantity: Quantity | None = None
    minimum: int | None = None
    maximum: int | None = None
    victim_kind: str | None = None
    organization: Mention | None = None
    plural: bool = False
    listed: str = ""
    accusative: bool = False
    rule: str = field(default="", compare=False)

    @property
    def human(self) -> bool:
        """Whether it names people or those who act; "أنباء" does not."""
        if self.kind is PhraseKind.SOURCE:
            return self.part != "rumour"
        return self.kind in (PhraseKind.ORGANIZATION, PhraseKind.PERSON, PhraseKind.GROUP)

    @property
    def located(self) -> bool:
        """Whether it names somewhere, and not only what another place lies beside."""
        return self.kind in (PhraseKind.PLACE, PhraseKind.FACILITY) and self.part != "aside"

    @property
    def armed(self) -> bool:
        """Whether it names a side that may fight, by an organization or by its men, whosever they are."""
        if self.kind is PhraseKind.ORGANIZATION:
            return self.mention.kind not in TELLING | {"Organization"}
        return self.kind is PhraseKind.GROUP and self.victim_kind == "Combatant"

    @property
    def actor(self) -> Mention:
        """Whom to name as the one who acts: the organization of a group, else itself."""
        return self.organization or self.mention

    @property
    def represented(self) -> Phrase:
        """The organization that a spokesperson speaks for; else the phrase itself."""
        organization = self.mention.organization
        return replace(self, kind=PhraseKind.ORGANIZATION, mention=organization) if organization else self
