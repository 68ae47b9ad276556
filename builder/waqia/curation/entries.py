"""A curation file, subject by subject, with the line to point at when something is wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode

from waqia.errors import BadCuration
from waqia.graph.namespaces import prefixes
from waqia.graph.terms import Subject, Term, Triple
from waqia.knowledge.turtle import line_of

_SHORT: Final = {namespace: f"{prefix}:" for prefix, namespace in prefixes().items()}


def short(node: Term) -> str:
    """Return `node` as a person writes it: under its usual prefix."""
    if not isinstance(node, NamedNode):
        return str(node)
    cut = max(node.value.rfind("/"), node.value.rfind("#")) + 1
    prefix = _SHORT.get(node.value[:cut])
    return f"<{node.value}>" if prefix is None else prefix + node.value[cut:]


class Entry:
    """All that a file says of one subject; `owner` is the ruling that it stands in, where it has no name itself."""

    def __init__(
        self, node: Subject, file: Path, triples: Iterable[Triple], owner: Entry | None = None
    ) -> None:
        self.node = node
        self.file = file
        self.triples = tuple(triples)
        self._owner = owner
        self._values: defaultdict[NamedNode, list[Term]] = defaultdict(list)
        for triple in self.triples:
            self._values[triple.predicate].append(triple.object)

    @property
    def line(self) -> int | None:
        """The line on which its description starts."""
        if self._owner is not None and isinstance(self.node, BlankNode):
            return self._owner.line
        return line_of(self.file, self.node.value)

    def all(self, predicate: NamedNode) -> list[Term]:
        """Return the values of `predicate`, in one order whatever the file's."""
        return sorted(self._values.get(predicate, ()), key=str)

    def predicates(self) -> list[NamedNode]:
        """Return the predicates that it has."""
        return sorted(self._values, key=str)

    def one(self, predicate: NamedNode) -> Term | None:
        """Return the only value of `predicate`, if it has one.

        Raises:
            BadCuration: it has several.
        """
        found = self.all(predicate)
        if len(found) > 1:
            raise self.error(f"has {short(predicate)} {len(found)} times: give it once")
        return found[0] if found else None

    def iri(self, predicate: NamedNode) -> NamedNode | None:
        """Return the only value of `predicate`, if it has one.

        Raises:
            BadCuration: it has several, or one that is no IRI.
        """
        found = self.one(predicate)
        if found is None or isinstance(found, NamedNode):
            return found
        raise self.error(f"has {short(predicate)} {found}, which is no IRI")

    def text(self, predicate: NamedNode) -> str:
        """Return the only value of `predicate`, nothing if it has none.

        Raises:
            BadCuration: it has several, or one that is no text.
        """
        found = self.one(predicate)
        if found is None or isinstance(found, Literal):
            return "" if found is None else found.value
        raise self.error(f"has {short(predicate)} {found}, which is no text")

    def only(self, allowed: Iterable[NamedNode], what: str) -> None:
        """Raise BadCuration for a predicate that is none of `allowed`, which are those of `what`."""
        known = set(allowed)
        for predicate in self.predicates():
            if predicate not in known:
                names = ", ".join(sorted(map(short, known)))
                raise self.error(f"has {short(predicate)}, which {what} has not: it may have {names}")

    def error(self, message: str) -> BadCuration:
        """Return an error about this subject."""
        named = self.node if isinstance(self.node, NamedNode) else getattr(self._owner, "node", self.node)
        return BadCuration(f"{short(named)} {message}", file=self.file, line=self.line)


class Entries:
    """The subjects of one file."""

    def __init__(self, file: Path, base: str) -> None:
        """Read `file`; names without a namespace ("<homs-1>") are put under `base`.

        Raises:
            BadCuration: it cannot be read, or is no Turtle.
        """
        self.file = file
        self._triples: defaultdict[Subject, list[Triple]] = defaultdict(list)
        try:
            for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE, base_iri=base):
                triple = Triple(quad.subject, quad.predicate, quad.object)
                self._triples[triple.subject].append(triple)
        except SyntaxError as error:
            raise BadCuration(str(error.msg), file=file, line=error.lineno, column=error.offset) from error
        except OSError as error:
            raise BadCuration(f"cannot be read: {error.strerror}", file=file) from error

    def __iter__(self) -> Iterator[Entry]:
        return (self.entry(node) for node in sorted(self._triples, key=str))

    def entry(self, node: Subject, owner: Entry | None = None) -> Entry:
        """Return what the file says of `node`, which may be nothing."""
        return Entry(node, self.file, self._triples.get(node, ()), owner)
