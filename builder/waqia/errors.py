"""The exceptions of waqia: one class a cause, each with a stable ``code`` for reports.

Errors in a user's file carry the file, line and column as fields, so that a program can point at the place
and a person reads one sentence: where, what was wrong, what to do.
"""

from __future__ import annotations

from pathlib import Path


class WaqiaError(Exception):
    """Base of every error that waqia raises on purpose."""

    code = "waqia"

    def __init__(
        self,
        message: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = None if file is None else str(file)
        self.line = line
        self.column = column

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{where}: {self.message}" if where else self.message


class UnreadableArticle(WaqiaError):
    """A file that cannot be read as an article: empty, binary, undecodable, too large, not Arabic."""

    code = "article-unreadable"


class BrokenRecord(WaqiaError):
    """A line of a JSON Lines file, or a row of a metadata file, that is not what it must be."""

    code = "record-broken"


class BadDate(WaqiaError):
    """A date that is missing its form (YYYY-MM-DD) or does not exist."""

    code = "date-bad"


class DuplicateArticle(WaqiaError):
    """Two articles under one id."""

    code = "article-duplicate"


class UnknownArticle(WaqiaError):
    """An article that a file does not have, or one of several that nobody has chosen."""

    code = "article-unknown"


class UnknownIncident(WaqiaError):
    """An IRI that names no incident of a graph, and no telling or claim of one."""

    code = "incident-unknown"


class BadOntology(WaqiaError):
    """A file under ontology/ that cannot be parsed or breaks what the loader relies on."""

    code = "ontology-bad"


class BadRdf(WaqiaError):
    """An RDF file of the user's that cannot be parsed, or whose format is unknown."""

    code = "rdf-bad"


class BadCuration(WaqiaError):
    """A curation file that cannot be parsed, or a ruling in it that is incomplete or says what no ruling can."""

    code = "curation-bad"


class ContradictoryRulings(WaqiaError):
    """Two rulings that cannot both be followed."""

    code = "curation-contradicts"


class UnmatchedRuling(WaqiaError):
    """A ruling on something that the articles at hand do not have, or have more than once."""

    code = "curation-unmatched"


class UnknownQuery(WaqiaError):
    """A query name that no file under queries/ has."""

    code = "query-unknown"


class BadQuery(WaqiaError):
    """A query file whose header or SPARQL cannot be parsed."""

    code = "query-bad"


class EndpointFailed(WaqiaError):
    """A SPARQL endpoint that cannot be reached, or that does not answer as endpoints do."""

    code = "endpoint-failed"


class BadParameter(WaqiaError):
    """A query parameter that is missing, unknown or not of its type."""

    code = "parameter-bad"


class UnknownFormat(WaqiaError):
    """A format name that no writer or reader has."""

    code = "format-unknown"


class Inconsistent(WaqiaError):
    """The closure contains a contradiction; ``inconsistencies`` of the closure says which."""

    code = "inconsistent"
