"""Read Turtle into plain records, one a subject, and say at which line of the file a subject stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from waqia.errors import BadOntology

WAQIA = "https://w3id.org/waqia/ontology#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

# Values are kept as plain strings; a literal's language is kept too, IRIs and typed literals have None.
Value = tuple[str, str | None]


@dataclass(slots=True)
class Record:
    """All that a file says of one subject: predicate IRI to values, in the file's order."""

    iri: str
    file: Path
    values: dict[str, list[Value]] = field(default_factory=dict)

    def all(self, predicate: str) -> list[str]:
        """The values of `predicate`, without their languages."""
        return [value for value, _ in self.values.get(predicate, ())]

    def one(self, predicate: str) -> str | None:
        """The only value of `predicate`, or None; more than one is an error."""
        found = self.values.get(predicate)
        if found is None:
            return None
        if len(found) > 1:
            raise self.error(f"{predicate} has {len(found)} values where one is allowed")
        return found[0][0]

    def tagged(self, predicate: str, language: str) -> list[str]:
        """The values of `predicate` in `language`."""
        return [value for value, tag in self.values.get(predicate, ()) if tag == language]

    def error(self, message: str) -> BadOntology:
        """An error about this subject, with the line on which its description starts."""
        return BadOntology(f"<{self.iri}>: {message}", file=self.file, line=line_of(self.file, self.iri))


def line_of(file: Path, iri: str) -> int | None:
    """The first line of `file` that starts with the subject `iri`, whole or under any prefix."""
    local = re.escape(re.split(r"[/#]", iri)[-1])
    subject = re.compile(rf"<\S*{local}>|[\w-]*:{local}\s")
    with file.open(encoding="utf-8") as lines:
        return next((n for n, line in enumerate(lines, 1) if subject.match(line)), None)


def read_records(file: Path) -> dict[str, Record]:
    """Read all named subjects of a Turtle file; blank nodes are left out.

    Raises:
        BadOntology: if the file is missing or is not Turtle, with the line and column.
    """
    records: dict[str, Record] = {}
    for subject, predicate, value in _triples(file):
        record = records.get(subject)
        if record is None:
            record = records[subject] = Record(subject, file)
        values = record.values.get(predicate)
        if values is None:
            record.values[predicate] = [value]
        else:
            values.append(value)
    return records


def _triples(file: Path) -> Iterator[tuple[str, str, Value]]:
    try:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, ox.NamedNode):
                continue
            if isinstance(value, ox.Literal):
                yield subject.value, quad.predicate.value, (value.value, value.language)
            elif isinstance(value, ox.NamedNode):
                yield subject.value, quad.predicate.value, (value.value, None)
    except SyntaxError as error:
        raise BadOntology(error.msg, file=file, line=error.lineno, column=error.offset) from error
    except OSError as error:
        raise BadOntology(f"cannot be read ({error}); a whole installation has it", file=file) from error
