"""A part of an article's page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ZoneKind(StrEnum):
    """What a part of the page is; only headlines and body tell the article's events."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    TEASER = "teaser"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Zone:
    """Characters `start` to `end` (exclusive) of the article's text, without the space around them."""

    kind: ZoneKind
    start: int
    end: int
