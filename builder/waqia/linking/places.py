"""In which place those lie that the knowledge lacks: "مستشفى النور في مدينة حلب", "سجن الرستن المركزي".

A hospital or a quarter has no name that is its alone, but few towns have two of one name. So one whose town an article
tells is the same place in every article that puts it there; one whose town is not told is its article's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from waqia.arabic.folding import fold
from waqia.extraction.templates import ArticleTemplates, Claim, Mention
from waqia.knowledge import Knowledge

SITES: Final = frozenset({"Facility", "Neighbourhood"})
"""The kinds of places that are told with their town; of more exact kinds extraction knows them by name."""
_TOWNS: Final = frozenset({"City", "Town", "Village"})
_AROUND: Final = {"Facility": _TOWNS | {"Neighbourhood", "Camp"}, "Neighbourhood": _TOWNS}
_IN: Final = re.compile(
    r"\s*[،,(]?\s*(?:في|ب|داخل|وسط|بوسط|بداخل)?\s*(?:ب?(?:مدينه|بلده|قريه|حي|مخيم|العاصمه)(?:\s+ال\w+يه)?)?\s*"
)
"""What may stand between a place and the one that it lies in, folded."""
_NAMED_AFTER: Final = frozenset(
    "مستشفي مشفي مطار سجن ميناء مرفا جامعه محطه مصفاه قلعه ملعب كليه متحف".split()
)
"""What is called by the town that it is in; a street is called by one to which it leads."""

_Name = tuple[str, str]


@dataclass(frozen=True)
class Sites:
    """The towns of the places of one article that the knowledge lacks, by kind and folded name and by mention."""

    told: Mapping[tuple[_Name, int], str] = field(default_factory=dict)
    elsewhere: Mapping[_Name, str] = field(default_factory=dict)

    def town(self, mention: Mention) -> str | None:
        """Return the IRI of the place that a mention's lies in: as told there, else as told of that name elsewhere."""
        name = _name(mention)
        return self.told.get((name, mention.span.start), self.elsewhere.get(name))


NO_SITES: Final = Sites()


def sites(templates: ArticleTemplates, text: str, knowledge: Knowledge) -> Sites:
    """Return the towns of the places of an article with this text, where it or their name tells them."""
    mentions = sorted(_places(templates, knowledge), key=lambda m: (m.span, m.kind, m.text))
    around = _followed_by(mentions, text)
    known = {m.iri for m in mentions if m.iri is not None}
    told: dict[tuple[_Name, int], str] = {}
    by_name: defaultdict[_Name, set[str]] = defaultdict(set)
    for mention in mentions:
        if not _is_site(mention):
            continue
        town = _told(mention, around, knowledge) or _by_name(mention, known, knowledge)
        if town is not None:
            told[_name(mention), mention.span.start] = town
            by_name[_name(mention)].add(town)
    return Sites(told, {name: min(towns) for name, towns in by_name.items() if len(towns) == 1})


def _name(mention: Mention) -> _Name:
    return mention.kind, fold(mention.text)


def _is_site(mention: Mention) -> bool:
    return mention.kind in SITES and mention.iri is None and not mention.described


def _places(templates: ArticleTemplates, knowledge: Knowledge) -> set[Mention]:
    claims = (claim for event in templates.events for claim in event.claims)
    return {m for claim in claims for m in _of(claim) if m.iri in knowledge.places or _is_site(m)}


def _of(claim: Claim) -> Iterator[Mention]:
    yield from (link.mention for link in claim.places)
    yield from (participant.mention for participant in claim.participants)


def _followed_by(mentions: Iterable[Mention], text: str) -> dict[Mention, Mention]:
    """The place that stands right after each, with nothing between but that it lies there."""
    return {
        one: other
        for one, other in pairwise(mentions)
        if one.span.end < other.span.start and _IN.fullmatch(fold(text[one.span.end : other.span.start]))
    }


def _told(site: Mention, around: Mapping[Mention, Mention], knowledge: Knowledge) -> str | None:
    """The town that the text puts a place in, straight or by way of a quarter: "مستشفى س بحي ص في حلب"."""
    outer = around.get(site)
    if outer is None:
        return None
    if outer.iri is None:
        return _told(outer, around, knowledge) if outer.kind == "Neighbourhood" != site.kind else None
    return outer.iri if knowledge.places[outer.iri].kind in _AROUND[site.kind] else None


def _by_name(site: Mention, mentioned: Collection[str], knowledge: Knowledge) -> str | None:
    """The town in the name of a place, if only one can be meant where the article takes place: "سجن حماة المركزي"."""
    head, *words = fold(site.text).split()
    if head not in _NAMED_AFTER or not words:
        return None
    longest = next(
        (" ".join(words[:n]) for n in (3, 2, 1) if " ".join(words[:n]) in knowledge.places_by_name), ""
    )
    towns = [p for p in knowledge.places_by_name.get(longest, ()) if p.kind in _TOWNS and not p.needs_context]
    here = [
        p
        for p in towns
        if any(knowledge.contains(p.iri, m) or knowledge.contains(m, p.iri) for m in mentioned)
    ]
    found = here or towns
    return found[0].iri if len(found) == 1 else None
