"""Who issued a document that speaks: "بيان لمكتب المحافظ", "بيان الوزارة", "بيان نشرته الهيئة", "بيان صادر عن"."""

from __future__ import annotations

from .phrases import Phrase, PhraseKind
from .scene import Scene
from .templates import Mention, Span

_ISSUED = frozenset({"نشر", "اصدر", "بث", "اذاع", "وزع"})
_OF = frozenset({"ل", "عن", "من"})
_NEAR = 3  # words


def issuer(phrase: Phrase, scene: Scene) -> Phrase | None:
    """Who issued a document, a medium that only published it left out."""
    if phrase.part != "document":
        return None
    within = _genitive(phrase, scene)
    if within is not None:
        return within
    for p in scene.phrases:
        near = phrase.last <= p.first <= phrase.last + _NEAR and p.human
        if near and (p.preposition in _OF or _publishes(phrase.last, p.first, scene)):
            return p if p.mention.kind != "MediaOrganization" else None
    return None


def publisher(phrase: Phrase, scene: Scene) -> Mention | None:
    """The medium that published a document."""
    near = [p for p in scene.phrases if phrase.last <= p.first <= phrase.last + _NEAR]
    return next((p.mention for p in near if p.mention.kind == "MediaOrganization"), None)


def _genitive(phrase: Phrase, scene: Scene) -> Phrase | None:
    words, text = scene.words, scene.text
    for k in range(phrase.head + 1, phrase.last):
        led = words[k].preposition == "ل" or (words[k - 1].bare in _OF and not words[k - 1].definite)
        owned = k == phrase.head + 1 and words[k].definite and not words[phrase.head].definite
        if (led or owned) and not words[k].function:
            span = Span(*text.span(k, phrase.last))
            mention = Mention(text.string(k, phrase.last), span, "Organization", described=True)
            return Phrase(k, phrase.last, k, PhraseKind.ORGANIZATION, mention, definite=words[k].definite)
    return None


def _publishes(first: int, last: int, scene: Scene) -> bool:
    return any(a.entry.lemma in _ISSUED for w in scene.words[first:last] for a in w.readings if a.pronoun)
