"""Answers: rows of terms, and how they are shown."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import rdflib.query
from rdflib import Literal, URIRef, Variable
from rdflib.namespace import XSD
from rdflib.term import Identifier
from rich.console import Console
from rich.table import Table

from waqia.errors import UnknownFormat
from waqia.graph.namespaces import BASE

Row = tuple[Identifier | None, ...]
_SHORT = {
    "https://w3id.org/waqia/ontology#": "waqia:",
    BASE: "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/2002/07/owl#": "owl:",
}
_LOCAL = re.compile(r"[a-z]+/[!-~]+")
_WIDE = 100_000


class Format(StrEnum):
    """How an answer is written: CSV and JSON as SPARQL 1.1 has them, with full IRIs; a table for people."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of a query; a question of yes or no has the one variable `answer`."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, variable: str) -> list[Identifier | None]:
        """Return the values of one variable, row by row."""
        position = self.variables.index(variable)
        return [row[position] for row in self.rows]

    def render(self, form: str = Format.TABLE, *, width: int | None = None) -> str:
        """Return the answer as text.

        Args:
            form: a `Format`.
            width: columns of the terminal that a table is for; as wide as it needs to be if None.

        Raises:
            UnknownFormat: answers are not written in that format.
        """
        if form == Format.TABLE:
            console = Console(file=io.StringIO(), width=width or _WIDE, color_system=None)
            with console.capture() as captured:
                console.print(self.table())
            return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())
        if form not in tuple(Format):
            raise UnknownFormat(f"answers are not written as {form!r}; there are: {', '.join(Format)}")
        return self._standard().serialize(format=str(form), encoding="utf-8").decode("utf-8")  # type: ignore[union-attr]

    def table(self) -> Table:
        """Return the answer as a table for people: IRIs shortened, figures to the right."""
        table = Table(*self.variables)
        for position, column in enumerate(table.columns):
            values = [row[position] for row in self.rows if row[position] is not None]
            if values and all(isinstance(v, Literal) and v.datatype == XSD.integer for v in values):
                column.justify = "right"
            column.overflow = "fold"
        for row in self.rows:
            table.add_row(*(shown(term) for term in row))
        return table

    def _standard(self) -> rdflib.query.Result:
        result = rdflib.query.Result("SELECT")
        result.vars = [Variable(name) for name in self.variables]
        result.bindings = [
            {Variable(name): term for name, term in zip(self.variables, row, strict=True) if term is not None}
            for row in self.rows
        ]
        return result


def united(results: Iterable[Result]) -> Result:
    """Return several answers to one query as one, each row once, in the order of the answers."""
    found = list(results)
    rows = dict.fromkeys(row for result in found for row in result.rows)
    return Result(found[0].variables, tuple(rows))


def meant(shortened: str) -> str:
    """Return the IRI that `shown` shortens to this; anything else as it is."""
    if _LOCAL.fullmatch(shortened):
        return BASE + shortened
    prefix, colon, local = shortened.partition(":")
    namespaces = (namespace for namespace, short in _SHORT.items() if short == prefix + colon)
    return next((namespace + local for namespace in namespaces if colon), shortened)


def shown(term: Identifier | None) -> str:
    """Return a term as people read it."""
    if term is None:
        return ""
    if isinstance(term, URIRef):
        for namespace, prefix in _SHORT.items():
            if term.startswith(namespace):
                return prefix + term.removeprefix(namespace)
    return str(term)
