"""The competency questions: find them, bind their parameters, ask them of a graph.

>>> from waqia import queries
>>> asked = queries.Asking(quads)                                # doctest: +SKIP
>>> asked.ask("casualties-by-source", {"place": "حمص"}).rows     # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from waqia import resources
from waqia.errors import BadQuery, UnknownQuery
from waqia.sparql.engines import ENGINES, Engine, Source
from waqia.sparql.header import Query, parse
from waqia.sparql.names import Names
from waqia.sparql.parameters import Parameter, Type, bind
from waqia.sparql.remote import Remote
from waqia.sparql.results import Format, Result, united

__all__ = [
    "Asking",
    "Engine",
    "Format",
    "Parameter",
    "Query",
    "Remote",
    "Result",
    "Type",
    "find",
    "parse",
    "read",
    "shipped",
]


def shipped() -> list[Query]:
    """Return the queries that waqia comes with, by name."""
    return [read(path) for path in sorted(resources.QUERIES.glob("*.rq"))]


def find(name: str) -> Query:
    """Return the query of this name, or the one in this file.

    Raises:
        UnknownQuery: neither a shipped query nor a file is called so.
        BadQuery: the file is no query file.
    """
    path = resources.QUERIES / f"{name}.rq"
    if path.parent == resources.QUERIES and path.is_file():
        return read(path)
    if Path(name).is_file():
        return read(Path(name))
    known = ", ".join(sorted(file.stem for file in resources.QUERIES.glob("*.rq")))
    raise UnknownQuery(f"no query and no file is called {name!r}; the queries are: {known}")


def read(path: Path) -> Query:
    """Return the query in a file.

    Raises:
        BadQuery: the file cannot be read, or its header is not of its form.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuery(f"cannot be read: {error}", file=path) from error
    return parse(text, name=path.stem, file=path)


class Asking:
    """A graph that questions are asked of."""

    def __init__(self, source: Source | Remote, *, engine: str = "oxigraph") -> None:
        """Ask `source` (a graph, or an endpoint as `Remote`); a graph by way of `engine`."""
        self._engine: Engine = source if isinstance(source, Remote) else ENGINES[engine](source)

    @cached_property
    def names(self) -> Names:
        """The names of the graph's places and actors."""
        return Names(self._engine)

    def ask(self, query: Query | str, parameters: Mapping[str, str] | None = None) -> Result:
        """Return the answer to a query, given as such or by name or file.

        A name with several bearers is asked about each of them, and the answers are put together.

        Args:
            query: what is asked.
            parameters: parameter name to value as a user writes it.

        Raises:
            UnknownQuery: no query has that name.
            BadQuery: it is no query.
            BadParameter: a parameter is unknown, missing or not of its type.
        """
        asked = find(query) if isinstance(query, str) else query
        bindings = bind(asked.parameters, parameters or {}, self.names.find)
        try:
            return united(self._engine.run(asked.text, binding) for binding in bindings)
        except BadQuery as error:
            raise BadQuery(error.message, file=asked.file, line=error.line, column=error.column) from error
