"""Which place a noun without a name stands for: "المدينة", "ذات المحافظة", "العاصمة", "البلاد".

The antecedent is the last place named before that the noun fits. What fits a noun is read off its kind; the country
and the capital are those of the place named last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge

from .phrases import Phrase, PhraseKind
from .place_names import CAPITAL, SETTLED
from .templates import Mention

# Kinds of places that a noun of some kind may take up, the best first.
_FITTING: dict[str, tuple[frozenset[str], ...]] = {
    "City": (frozenset({"City", "Town"}),),
    "Town": (frozenset({"Town", "City", "Village"}),),
    "Village": (frozenset({"Village", "Town"}),),
    "Neighbourhood": (frozenset({"Neighbourhood"}),),
    "Governorate": (frozenset({"Governorate"}),),
    "District": (frozenset({"District"}),),
    "Region": (frozenset({"Region", "Village", "Town", "Neighbourhood", "District"}), SETTLED - {"Country"}),
}
_FAR = 12
# Nouns that only take up what was called so: "الجبهة" is also short for an armed group, "القضاء" a court.
_BY_NOUN = frozenset(
    {
        "p-jbha",
        "p-tryq",
        "p-mhwr",
        "p-sahl",
        "p-jbl",
        "p-nhr",
        "p-ryf",
        "p-tl",
        "p-tla",
        "p-wady",
        "p-shl",
        "p-qdae",
    }
    | {"p-jzyra", "p-shrae", "p-bstan"}
)


@dataclass
class PlaceAnaphora:
    """Goes through the places of an article in order and remembers their names."""

    knowledge: Knowledge
    named: list[Phrase] = field(default_factory=list)

    def resolve(self, phrase: Phrase) -> Phrase:
        """The phrase with the name that it stands for; as it is where it has its own, or nothing fits."""
        if phrase.kind is PhraseKind.THING:
            return self._facility(phrase)
        if not phrase.located or phrase.part == "aside":
            return phrase
        if phrase.part != "anaphor":
            self.named.append(phrase)
            return phrase
        if phrase.plural:
            return self._plural(phrase)
        kind = phrase.mention.kind
        if kind == "Country":
            land = self._country()
            return replace(phrase, mention=land) if land is not None else phrase
        antecedent = self._capital() if phrase.entry == CAPITAL else self._antecedent(phrase)
        return replace(phrase, mention=antecedent, part="") if antecedent is not None else phrase

    def _facility(self, phrase: Phrase) -> Phrase:
        """The facility last called by the noun: "المخيم", "القاعدة"."""
        if not phrase.definite or phrase.last - phrase.first > 1 or phrase.plural or not phrase.entry:
            return phrase
        called = (
            p
            for p in reversed(self.named[-_FAR:])
            if p.kind is PhraseKind.FACILITY and p.entry == phrase.entry
        )
        named = next(called, None)
        if named is None:
            return phrase
        return replace(phrase, kind=PhraseKind.FACILITY, mention=named.mention, part="", organization=None)

    def _plural(self, phrase: Phrase) -> Phrase:
        """Several places named before, "القريتين"; where there are none, a place of that name."""
        kinds = _FITTING.get(phrase.mention.kind, (frozenset[str](),))[0]
        place = next(iter(self.knowledge.places_by_name.get(fold(phrase.mention.text), ())), None)
        if place is None or sum(m.kind in kinds for m in self._recent()) > 1:
            return phrase
        return replace(
            phrase, mention=replace(phrase.mention, kind=place.kind, iri=place.iri, described=False), part=""
        )

    def _recent(self) -> Iterator[Mention]:
        return (p.mention for p in reversed(self.named[-_FAR:]))

    def _antecedent(self, phrase: Phrase) -> Mention | None:
        kind = phrase.mention.kind
        if phrase.entry in _BY_NOUN:
            return next((p.mention for p in reversed(self.named[-_FAR:]) if p.entry == phrase.entry), None)
        for kinds in _FITTING.get(kind, ()):
            found = next((m for m in self._recent() if m.kind in kinds or self._homonym(m, kind)), None)
            if found is not None:
                return found
        return self._around() if kind == "Governorate" else None

    def _homonym(self, mention: Mention, kind: str) -> bool:
        """Whether a governorate or district bears the name of its city, and the noun may mean either."""
        if kind != "City" or mention.kind not in ("Governorate", "District"):
            return False
        return any(
            p.kind in ("City", "Town") for p in self.knowledge.places_by_name.get(fold(mention.text), ())
        )

    def _around(self) -> Mention | None:
        """The governorate of the place named last, where the article names it too."""
        last = next((m.iri for m in self._recent() if m.iri), None)
        above = self.knowledge.place_ancestors.get(last or "", frozenset())
        return next(
            (
                p.mention
                for p in reversed(self.named)
                if self._is(p, "Governorate") and p.mention.iri in above
            ),
            None,
        )

    def _country(self) -> Mention | None:
        """The country of the place named last, where the article names it too."""
        last = self._last_country()
        return (
            next((p.mention for p in reversed(self.named) if p.mention.iri == last), None) if last else None
        )

    def _capital(self) -> Mention | None:
        """The capital of that country, where the article names it."""
        last = self._last_country()
        for phrase in reversed(self.named):
            place = self.knowledge.places.get(phrase.mention.iri or "")
            if (
                place is not None
                and place.country == last
                and any(n.startswith("العاصمة ") for n in place.names)
            ):
                return phrase.mention
        return None

    def _last_country(self) -> str | None:
        places = (self.knowledge.places.get(m.iri or "") for m in self._recent())
        return next((p.country for p in places if p is not None and p.country), None)

    def _is(self, phrase: Phrase, kind: str) -> bool:
        return phrase.mention.kind == kind
