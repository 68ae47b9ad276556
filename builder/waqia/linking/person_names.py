"""Names of persons, read into what spellings of one name have in common and names of different people have not.

"العميد حسن الدعبول" and "حسن دعبول", "رامي عبد الرحمن" and "رامي عبدالرحمن", "دونالد ترمب" and "دونالد ترامب" are one
name each; "حسن" and "حسين" are two. So words that are Arabic given names, or made of them, are compared letter by
letter, the others, mostly foreign names that each paper spells its own way, by their consonants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from waqia.arabic.folding import fold
from waqia.extraction.lexicon import Lexicon
from waqia.extraction.lexicon import load as load_lexicon
from waqia.linking.traits import skeleton

_WORD: Final = re.compile(r"\w+")
_ARTICLE: Final = "ال"
_KUNYA: Final = "ابو"
_ONE_FORM: Final = {"ابي": _KUNYA, "ابا": _KUNYA, "ابن": "بن"}
_ARABIC: Final = frozenset({_KUNYA, *_ONE_FORM, "ام", "عبد", "بن", "بنت", "ال"})
_BEFORE: Final = _ARABIC | {"دي", "فان", "فون"}
"""Words that make one part of a name with the next: "عبد الرحمن", "بن سلمان", "دي ميستورا"."""
_AFTER: Final = frozenset({"الدين", "الله", "الاسلام"})
"""Words that make one part with the one before: "نور الدين", "ذبيح الله"."""
_WRITTEN_TOGETHER: Final = re.compile(f"^(عبد)(?=ال)|^({_KUNYA})(?=...)")
_JOINT: Final = "_"
_FEWEST_CONSONANTS: Final = 4
"""With fewer, families look alike that are not: "عبود" and "عبيد"."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A person's name: its parts in their order, without titles, each the same for all its spellings.

    `kunya` is a name by a child ("أبو علي") before a full name; alone or before a nisba it is the first part. `common`
    is true for names that thousands bear: two Arabic given names, or the like.
    """

    parts: tuple[str, ...]
    kunya: str = ""
    common: bool = False

    @property
    def full(self) -> bool:
        """Whether it has at least two parts: what may tell a person from all others."""
        return len(self.parts) > 1

    def agrees(self, other: Name) -> bool:
        """Whether two full names may be one person's.

        They start alike, and the one has all parts of the other in their order: fathers' names are left out, and
        where a person comes from is added. What only ends alike is a relative's.
        """
        if self.parts[:1] != other.parts[:1] or (self.kunya and other.kunya and self.kunya != other.kunya):
            return False
        short, long = sorted((self.parts, other.parts), key=len)
        rest = iter(long)
        return all(part in rest for part in short)

    def ends(self, full: Name) -> bool:
        """Whether it is what `full` is called for short: "دعبول" for "حسن دعبول"."""
        return not self.full and full.full and self.parts == full.parts[-1:]


@lru_cache(maxsize=1 << 16)
def read_name(text: str) -> Name:
    """Return the name of a person from how a text has it, with or without title; it may have no parts."""
    lexicon = load_lexicon()
    words = _without_titles(_WORD.findall(fold(text)), lexicon)
    joined = _joined(words)
    kunya = ""
    if len(joined) > 2 and joined[0].startswith(_KUNYA + _JOINT):
        kunya, joined = joined[0], joined[1:]
    return Name(
        tuple(_part(word, lexicon) for word in joined),
        kunya,
        common=len(joined) < 3 and all(_is_arabic(_bare(word), lexicon) for word in joined),
    )


def _without_titles(words: list[str], lexicon: Lexicon) -> list[str]:
    """Drop "العميد", "الرئيس السوري" and the like before a name."""
    first = 0
    while first + 1 < len(words) and _is_title(words[first], lexicon):
        first += 1
    titled = first > 0
    while (
        titled
        and first + 1 < len(words)
        and _is_definite(words[first])
        and not _is_definite(words[first + 1])
    ):
        first += 1
    return words[first:]


def _is_title(word: str, lexicon: Lexicon) -> bool:
    if not _is_definite(word) and word in lexicon.given_names:
        return False  # "رائد" and "أمين" are names, "الرائد" and "الأمين" before a name are not
    return any(reading.entry.use == "Title" for reading in lexicon.read(word.removeprefix(_ARTICLE)))


def _is_definite(word: str) -> bool:
    return word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1 and _JOINT not in word[:3]


def _bare(word: str) -> str:
    return word.removeprefix(_ARTICLE) if _is_definite(word) else word


def _joined(words: list[str]) -> list[str]:
    """Return the parts that the words make."""
    parts: list[str] = []
    unfinished = False
    for word in words:
        one_form = _ONE_FORM.get(word, _WRITTEN_TOGETHER.sub(rf"\g<0>{_JOINT}", word))
        if parts and (unfinished or word in _AFTER):
            parts[-1] += _JOINT + one_form
        else:
            parts.append(one_form)
        unfinished = word in _BEFORE
    return parts


def _part(word: str, lexicon: Lexicon) -> str:
    """Return what all spellings of a part have in common."""
    bare = _bare(word)
    if bare != word and bare in lexicon.given_names:
        return word  # "العلي" is a family, "علي" a given name
    if _is_arabic(bare, lexicon):
        return bare
    consonants = skeleton(bare)
    return f"~{consonants}" if len(consonants) >= _FEWEST_CONSONANTS else bare


def _is_arabic(word: str, lexicon: Lexicon) -> bool:
    """Whether a part is a given name or made of one: "حسن", "عبد الرحمن", "أبو علي", "نور الدين", "حسيني"."""
    first, _, rest = word.partition(_JOINT)
    if rest:
        return first in _ARABIC or rest in _AFTER
    return word in lexicon.given_names or word.removesuffix("ي") in lexicon.given_names
