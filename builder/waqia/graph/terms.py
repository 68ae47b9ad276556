"""Canonical literals, and the hashes that name things by what they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from waqia.graph.namespaces import EDTF, XSD

Subject: TypeAlias = NamedNode | BlankNode
Term: TypeAlias = NamedNode | BlankNode | Literal


class Triple(NamedTuple):
    """A triple of pyoxigraph's terms.

    A graph holds the same triple for its claim, its article and its default graph; pyoxigraph's own triples copy
    their terms' text each time and take four times the memory.
    """

    subject: Subject
    predicate: NamedNode
    object: Term

    def __str__(self) -> str:
        """Return the triple as a line of N-Triples, without the full stop."""
        return f"{self.subject} {self.predicate} {self.object}"


_INTEGER: Final = NamedNode(XSD + "integer")
_BOOLEAN: Final = NamedNode(XSD + "boolean")
_DATE: Final = NamedNode(XSD + "date")
_EDTF: Final = NamedNode(EDTF + "EDTF")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def integer(value: int) -> Literal:
    """Return the canonical xsd:integer of `value`."""
    return Literal(str(value), datatype=_INTEGER)


def boolean(value: bool) -> Literal:
    """Return the canonical xsd:boolean of `value`."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def day(value: date) -> Literal:
    """Return the xsd:date of `value`."""
    return Literal(value.isoformat(), datatype=_DATE)


def stated_date(edtf: str) -> Literal:
    """Return a date as stated: an xsd:date where it is a day, else EDTF."""
    return Literal(edtf, datatype=_DATE if _DAY.fullmatch(edtf) else _EDTF)


def arabic(text: str) -> Literal:
    """Return `text` as an Arabic name."""
    return Literal(text, language="ar")


def digest(*parts: object, length: int = 12) -> str:
    """Return the first `length` hexadecimal digits of the SHA-256 over the text of `parts`."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:length]


def digest_triples(triples: Iterable[Triple], *parts: object, length: int = 12) -> str:
    """Return a digest over `parts` and a set of triples, whatever their order."""
    return digest(*parts, *sorted(str(triple) for triple in triples), length=length)
