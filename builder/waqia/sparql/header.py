"""The comment header of a query file.

A header is the comment lines before the first line of SPARQL. Those of the form ``# key: value`` are its
fields::

    # title: Casualties by source
    # title@ar: الخسائر بحسب المصدر
    # question: How many were killed, according to whom?
    # question@ar: كم قُتل، وبحسب من؟
    # param place: place, required. Where it happened.
    # param from: date, default 2017-01-01. First day.
    # param actor: actor. Who did it.

A parameter's value is its type, then ``required`` or ``default VALUE`` where it has one, then after ". " what
it means. Without either it is optional: left unbound, and the query says what that means. Lines that have no
such form are comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from waqia.errors import BadParameter, BadQuery
from waqia.sparql.block import variables
from waqia.sparql.parameters import Parameter, Type, check

_FIELD = re.compile(
    r"#\s*(?P<key>title|question|param)(?:@(?P<language>\w+))?\s*(?P<name>[^\s:]*)\s*:\s*(?P<value>.*)"
)
_PARAMETER = re.compile(
    r"(?P<type>\w+)(?:,\s*(?:(?P<required>required)|default\s+(?P<default>\S+?)))?(?:\.\s+(?P<meaning>.*)|\.?)"
)
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_QUERIED = "en"


@dataclass(frozen=True, slots=True)
class Query:
    """A query and what its header says; `title` and `question` map a language to a text."""

    name: str
    text: str
    title: dict[str, str]
    question: dict[str, str]
    parameters: tuple[Parameter, ...] = ()
    file: Path | None = None

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter of this name, None where there is none."""
        return next((found for found in self.parameters if found.name == name), None)


def parse(text: str, *, name: str, file: Path | None = None) -> Query:
    """Return the query that `text` is.

    Raises:
        BadQuery: a field of the header is not of its form, or stands there twice; the parameters are not those of
            the block of UNDEF values.
    """
    header = _Header(file)
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            break
        match = _FIELD.fullmatch(stripped)
        if match is not None:
            header.read(match, number)
    query = Query(name, text, header.title, header.question, tuple(header.parameters), file)
    _check_block(query)
    return query


def _check_block(query: Query) -> None:
    try:
        in_block = variables(query.text)
    except BadQuery as error:
        raise BadQuery(error.message, file=query.file, line=error.line) from error
    in_header = [parameter.name for parameter in query.parameters]
    if sorted(in_block) != sorted(in_header):
        wanted = f"VALUES ({' '.join('?' + name for name in in_header)}) {{ ({' '.join(['UNDEF'] * len(in_header))}) }}"
        there = f"there: {', '.join(in_block)}" if in_block else "there is none"
        raise BadQuery(
            f"the parameters of the header stand in one block {wanted!r}; {there}", file=query.file
        )


class _Header:
    """What has been read of a header so far."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.title: dict[str, str] = {}
        self.question: dict[str, str] = {}
        self.parameters: list[Parameter] = []

    def read(self, match: re.Match[str], line: int) -> None:
        """Take in one field."""
        key, value = match["key"], match["value"].strip()
        if key == "param":
            self._read_parameter(match["name"], value, line)
            return
        texts = self.title if key == "title" else self.question
        language = match["language"] or _QUERIED
        if language in texts:
            raise BadQuery(f"a second {key} in the language {language!r}", file=self._file, line=line)
        if not value:
            raise BadQuery(f"the {key} is empty", file=self._file, line=line)
        texts[language] = value

    def _read_parameter(self, name: str, value: str, line: int) -> None:
        match = _PARAMETER.fullmatch(value)
        if not _NAME.fullmatch(name) or match is None:
            form = "# param NAME: TYPE[, required | , default VALUE][. MEANING]"
            raise BadQuery(f"a parameter is written {form!r}", file=self._file, line=line)
        if any(known.name == name for known in self.parameters):
            raise BadQuery(f"a second parameter {name!r}", file=self._file, line=line)
        try:
            kind = Type(match["type"])
        except ValueError:
            known_types = ", ".join(Type)
            problem = (
                f"the parameter {name!r} has the unknown type {match['type']!r}; there are: {known_types}"
            )
            raise BadQuery(problem, file=self._file, line=line) from None
        parameter = Parameter(
            name, kind, match["required"] is not None, match["default"], match["meaning"] or ""
        )
        try:
            check(parameter)
        except BadParameter as error:
            raise BadQuery(error.message, file=self._file, line=line) from error
        self.parameters.append(parameter)
