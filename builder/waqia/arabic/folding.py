"""One folding table for Arabic letters: what newsrooms write differently and readers take for the same.

Folding keeps nothing but what tells words apart: hamza seats become their bare letter, ta marbuta becomes ha,
alef maqsura becomes ya, vowel signs and tatweel go. It is used to *compare*; article text is never changed.
"""

from __future__ import annotations

import unicodedata

_LETTERS = {
    "\u0622": "\u0627",  # آ ALEF WITH MADDA ABOVE    -> ا ALEF
    "\u0623": "\u0627",  # أ ALEF WITH HAMZA ABOVE    -> ا ALEF
    "\u0625": "\u0627",  # إ ALEF WITH HAMZA BELOW    -> ا ALEF
    "\u0671": "\u0627",  # ٱ ALEF WASLA               -> ا ALEF
    "\u0624": "\u0648",  # ؤ WAW WITH HAMZA ABOVE     -> و WAW
    "\u0626": "\u064a",  # ئ YEH WITH HAMZA ABOVE     -> ي YEH
    "\u0649": "\u064a",  # ى ALEF MAKSURA             -> ي YEH
    "\u06cc": "\u064a",  # ی FARSI YEH                -> ي YEH
    "\u0629": "\u0647",  # ة TEH MARBUTA              -> ه HEH
    "\u06a9": "\u0643",  # ک KEHEH                    -> ك KAF
    "\u06a4": "\u0641",  # ڤ VEH                      -> ف FEH
    "\u06af": "\u063a",  # گ GAF                      -> غ GHAIN
    "\u0640": "",  # ـ TATWEEL
    "\u0670": "",  # ٰ SUPERSCRIPT ALEF
    "\u200c": "",  # ZERO WIDTH NON-JOINER
    "\u200d": "",  # ZERO WIDTH JOINER
    "\u200e": "",  # LEFT-TO-RIGHT MARK
    "\u200f": "",  # RIGHT-TO-LEFT MARK
}
_SIGNS = {chr(c): "" for c in (*range(0x0610, 0x061B), *range(0x064B, 0x0660))}  # honorifics, vowel signs
_DIGITS = {chr(base + i): str(i) for base in (0x0660, 0x06F0) for i in range(10)}  # ٠-٩ and ۰-۹
_FOLDED = _LETTERS | _SIGNS | _DIGITS
# `translate` raises and catches an error for each letter that its table lacks, so the usual ones stand for themselves.
_USUAL = {chr(code): chr(code) for code in (*range(0x0700), *range(0x2000, 0x2070))}
_TABLE = str.maketrans(_USUAL | _FOLDED)
_LONG = 200  # characters; from there on it is faster to look for each letter of the table in the text


def fold(text: str) -> str:
    """Return `text` with the letters that writers use for one another made one; digits become ASCII."""
    text = unicodedata.normalize("NFC", text)
    if len(text) < _LONG:
        return text.translate(_TABLE)
    for letter, folded in _FOLDED.items():
        text = text.replace(letter, folded)
    return text
