"""What is read: one news article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read; `text` is the decoded text, never normalised.

    `id` is the file stem or the record's `id`/`article`. `published` is given with the article or read from a
    date line of its text (`date_given` says which). `bytes_sha256` is the hash of the file or JSON line that it
    came from.
    """

    id: str
    text: str
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    date_given: bool = True
    bytes_sha256: str | None = None

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the decoded text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()
