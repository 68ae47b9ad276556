"""Arabic names out of GeoNames' unlabelled alternate names, and the ids made from names."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher
from pathlib import Path

try:
    from waqia.arabic.folding import fold
except ModuleNotFoundError:  # run from a checkout that is not installed
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "builder"))
    from waqia.arabic.folding import fold

__all__ = ["best_first", "fold", "repeats", "slug", "usable_names"]

_SIGNS = re.compile("[\u0610-\u061a\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e]")
_ARABIC = re.compile("[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى]+(?: [ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويى]+)*")
_NEIGHBOURS = str.maketrans(  # letters of Persian and Urdu, and what Arabic newsrooms write for them
    {
        "ی": "ي",  # U+06CC FARSI YEH
        "ک": "ك",  # U+06A9 KEHEH
        "گ": "غ",  # U+06AF GAF
        "پ": "ب",  # U+067E PEH
        "چ": "تش",  # U+0686 TCHEH
        "ژ": "ج",  # U+0698 JEH
        "ہ": "ه",  # U+06C1 HEH GOAL
        "ۂ": "ه",  # U+06C2 HEH GOAL WITH HAMZA
        "ۀ": "ه",  # U+06C0 HEH WITH YEH ABOVE
        "ھ": "ه",  # U+06BE HEH DOACHASHMEE
        "ے": "ي",  # U+06D2 YEH BARREE
        "ں": "ن",  # U+06BA NOON GHUNNA
        "ٹ": "ت",  # U+0679 TTEH
        "ڈ": "د",  # U+0688 DDAL
        "ڑ": "ر",  # U+0691 RREH
    }
)
_KIND_WORDS = ("مدينة", "قرية", "بلدة", "ناحية", "مركز", "سوق", "محافظة", "ولاية")
_UNIT_WORDS = re.compile("(?:ضلع|تصيل|قضاء|شعبية|ناحية) ")  # stand before the names of units, not of towns
_FOLDED_KIND_WORDS = {fold(word) for word in _KIND_WORDS}
_ALIKE = 0.5  # likeness from which a name is taken for another spelling, not for another name
_SOUNDS = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنهوي", "bttjhkddrzsssdtzgfqklmnhwy", strict=True))
_PAIRS = (
    ("sh", "s"),
    ("kh", "k"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("ch", "s"),
    ("v", "f"),
    ("p", "b"),
)
_SHORTEST = 3  # letters: shorter names are kept by hand where they are real ("إب")


def usable_names(alternates: Iterable[str]) -> list[str]:
    """The Arabic names among `alternates`; those in Persian or Urdu letters only where there is none, respelt."""
    cleaned = {_UNIT_WORDS.sub("", _SIGNS.sub("", name).strip(" ،."), count=1) for name in alternates}
    names = {name for name in cleaned if _ARABIC.fullmatch(name)}
    if not names:
        respelt = {unicodedata.normalize("NFC", name).translate(_NEIGHBOURS) for name in cleaned}
        names = {name for name in respelt if _ARABIC.fullmatch(name)}
    kept = [
        n for n in names if len(n.replace("ال", "", 1)) >= _SHORTEST and fold(n) not in _FOLDED_KIND_WORDS
    ]
    long = {fold(name): name for name in sorted(kept, reverse=True)}
    return [name for _, name in sorted(long.items())]


def repeats(name: str, others: Collection[str]) -> bool:
    """Whether `name` is one of the folded `others` without its article, or with a word for its kind before it."""
    folded = fold(name)
    first, _, rest = folded.partition(" ")
    return f"ال{folded}" in others or (first in _FOLDED_KIND_WORDS and rest in others)


def best_first(names: Iterable[str], latin: str) -> list[str]:
    """The `names` that sound like `latin`, the one to show first: without a word for its kind, nearest in sound."""
    near = {name: likeness(name, latin) for name in names}
    kept = [name for name, value in near.items() if value >= _ALIKE] or list(near)
    return sorted(kept, key=lambda n: (n.split()[0] in _KIND_WORDS, -near[n], not set(n) & set("أإآؤئ"), n))


def likeness(name: str, latin: str) -> float:
    """How much the consonants of an Arabic name are those of `latin`, from 0 to 1."""
    heard = "".join(_SOUNDS.get(letter, "") for letter in fold(name))
    read = re.sub(
        "[^a-z]", "", unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    )
    for pair, sound in _PAIRS:
        read = read.replace(pair, sound)
    read = re.sub("[aeiou]", "", read)
    return SequenceMatcher(None, heard, read, autojunk=False).ratio()


def slug(name: str) -> str:
    """`name` in ASCII letters, digits and hyphens, for the end of an IRI."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
