"""From the bytes of a file to its text: UTF-8, UTF-16 or Windows-1256, told apart without guessing.

A general detector weighs probabilities over dozens of encodings; on Arabic news in Windows-1256 charset-normalizer
took 1 text in 200 for Chinese or Cyrillic (1 in 20 of the 30-character ones). Only four encodings are in question
here and their bytes exclude one another, so the choice is made by rules, and what fits none is refused, not mangled.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from waqia.errors import UnreadableArticle

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The high byte of every Arabic letter in UTF-16 is 06, and that of every space 00: text in 8-bit codes has neither.
_UTF16_TRACE = re.compile(rb"[\x00\x06]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]")
# What other codes (ISO 8859-6, Windows-1251, GBK, Shift JIS, pictures) look like when read as Windows-1256: Latin
# letters with accents, a multiplication sign, or marks that Arabic does not use, inside Arabic words.
_ALIEN = r"[\xc0-\xff\u0152\u0153\u0192\u02c6\u201a\u201e\u2020\u2021\u2030\u2039]"
_MIXED_WORD = re.compile(rf"[\u0621-\u06d3]{_ALIEN}|{_ALIEN}[\u0621-\u06d3]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_FOREIGN = re.compile(r"[پچژگٹڈڑےں]")  # letters of Persian and Urdu that written Arabic hardly ever has
_ARABIC_SHARE = 0.3
_FOREIGN_SHARE = 0.01
_FOREIGN_SAMPLE = 200  # fewer letters than this tell nothing about the language
_CONTROL_SHARE = 0.01
_CONTROL_STRAY = 3  # so many stray ones (a SUB of an old editor) are met in real articles
_MIXED_SHARE = 0.005


def decode(data: bytes, *, file: Path | str | None = None) -> str:
    """Return the text that `data` encodes, without its byte order mark.

    Raises:
        UnreadableArticle: the bytes are in none of the encodings, or no text at all.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding, file), file)
    if _UTF16_TRACE.search(data):
        return _checked(_utf16(data, file), file)
    try:
        return _checked(data.decode("utf-8"), file)
    except UnicodeDecodeError as error:
        return _checked(_windows_1256(data, error, file), file)


def require_arabic(text: str, *, file: Path | str | None = None, line: int | None = None) -> None:
    """Raise UnreadableArticle where `text` is empty or is not Arabic."""
    if not text.strip():
        raise UnreadableArticle("is empty: there is no text to read", file=file, line=line)
    letters = len(_LETTER.findall(text))
    if not letters or len(_ARABIC.findall(text)) < _ARABIC_SHARE * letters:
        raise UnreadableArticle("is not Arabic: fewer than a third of its letters are", file=file, line=line)
    if letters >= _FOREIGN_SAMPLE and len(_FOREIGN.findall(text)) > _FOREIGN_SHARE * letters:
        raise UnreadableArticle("looks like Persian or Urdu: waqia reads Arabic", file=file, line=line)


def _strict(data: bytes, encoding: str, file: Path | str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, file) from error


def _utf16(data: bytes, file: Path | str | None) -> str:
    """Decode UTF-16 without a byte order mark: the byte order that gives Arabic letters."""
    best = ""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        best = max(best, text, key=lambda candidate: len(_ARABIC.findall(candidate)))
    if not best or len(_ARABIC.findall(best)) < _ARABIC_SHARE * len(best):
        raise UnreadableArticle("is not text: it holds binary data", file=file)
    return best


def _windows_1256(data: bytes, error: UnicodeDecodeError, file: Path | str | None) -> str:
    """Decode Windows-1256, where the bytes are not UTF-8 with a few damaged places."""
    as_utf8 = data.decode("utf-8", errors="replace")
    damaged = as_utf8.count("\ufffd")
    intact = sum(1 for character in as_utf8 if character > "\x7f") - damaged
    if intact > damaged:
        raise _undecodable(data, error, file) from error
    text = data.decode("cp1256")
    arabic = len(_ARABIC.findall(text))
    is_mixed = len(_MIXED_WORD.findall(text)) > _MIXED_SHARE * arabic
    if is_mixed or arabic < _ARABIC_SHARE * len(_LETTER.findall(text)):
        message = "is in no encoding that waqia reads: UTF-8, UTF-16 or Windows-1256"
        raise UnreadableArticle(message, file=file) from error
    return text


def _checked(text: str, file: Path | str | None) -> str:
    """Return `text` if it is text: control characters are rare in it and NUL is absent."""
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > max(_CONTROL_STRAY, _CONTROL_SHARE * len(text)):
        raise UnreadableArticle("is not text: it holds binary data", file=file)
    return text


def _undecodable(data: bytes, error: UnicodeDecodeError, file: Path | str | None) -> UnreadableArticle:
    before = data[: error.start].decode(error.encoding, errors="replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    name = "UTF-16" if error.encoding.startswith("utf-16") else "UTF-8"
    return UnreadableArticle(
        f"is damaged {name}: byte {error.start} cannot be decoded", file=file, line=line, column=column
    )
