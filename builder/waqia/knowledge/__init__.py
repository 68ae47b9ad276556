"""What is known before any article is read; `load` gives it."""

from waqia.knowledge.loading import digest_of, load
from waqia.knowledge.model import (
    ALWAYS,
    Country,
    EventType,
    Knowledge,
    KnownActor,
    KnownPlace,
    KnownTenure,
    Period,
)

__all__ = [
    "ALWAYS",
    "Country",
    "EventType",
    "Knowledge",
    "KnownActor",
    "KnownPlace",
    "KnownTenure",
    "Period",
    "digest_of",
    "load",
]
