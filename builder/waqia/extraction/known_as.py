"""Organizations that an article first describes and then names: "تحالف يقوده ضباط ... التحالف المعروف باسم س"."""

from __future__ import annotations

from .names import Names
from .templates import Mention, Span
from .words import Text

_KNOWN = frozenset({"معروف", "معروفه"})
_BY_NAME = frozenset({"باسم", "اسم"})


def known_as(text: Text, names: Names) -> dict[int, Mention]:
    """The organization that each noun at a word stands for which is said to be known by another name.

    That is the definite noun before "المعروف باسم", and the indefinite one of its lemma told last before it.
    """
    found: dict[int, Mention] = {}
    for i, word in enumerate(text.words[: -len(_BY_NAME) - 1]):
        noun = word.noun("OrganizationHead") if word.definite else None
        if noun is None or text.words[i + 1].bare not in _KNOWN or text.words[i + 2].bare not in _BY_NAME:
            continue
        name = _named(text, names, i + 3)
        if name is not None:
            found |= {i: name, _introduced(text, i, noun.entry.lemma): name}
    return found


def _named(text: Text, names: Names, i: int) -> Mention | None:
    """The known organization whose name starts at word `i`, or after a quotation mark there."""
    i += text.words[i].quote
    known = names.known(i, len(text.words))
    if known is None or not known.actors:
        return None
    start, end = text.span(i, known.last)
    return Mention(text.string(i, known.last), Span(start, end), known.actors[0].kind, known.actors[0].iri)


def _introduced(text: Text, at: int, lemma: str) -> int:
    """The word before word `at` that is the last indefinite noun of the lemma, standing alone; `at` where none is."""
    for i in range(at - 1, -1, -1):
        word = text.words[i]
        noun = word.noun("OrganizationHead")
        if noun is not None and noun.entry.lemma == lemma and not (word.definite or noun.pronoun):
            return at if text.words[i + 1].definite else i  # "قوات التحالف" are others
    return at
