"""metadata.csv: what a folder's files do not say themselves (when and by whom they were published)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from waqia.articles.decoding import decode
from waqia.errors import BrokenRecord, WaqiaError

METADATA = "metadata.csv"
COLUMNS = ("file", "published", "publisher", "url", "title", "note")


@dataclass(frozen=True, slots=True)
class Row:
    """The metadata of one file; `line` is where the row ends in the table."""

    file: str
    line: int
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """The rows of a folder's table by file name, and what is wrong with it."""

    path: Path
    rows: Mapping[str, Row] = field(default_factory=lambda: MappingProxyType({}))
    errors: tuple[WaqiaError, ...] = ()

    def without_file(self) -> tuple[WaqiaError, ...]:
        """Return an error for each row whose file is not there."""
        missing = (row for row in self.rows.values() if not (self.path.parent / row.file).is_file())
        return tuple(
            BrokenRecord(f"names {row.file}, which is not there", file=self.path, line=row.line)
            for row in missing
        )


def read_metadata(folder: Path) -> Metadata:
    """Return the metadata of the files in `folder`; without a table there are none."""
    path = folder / METADATA
    if not path.is_file():
        return Metadata(path)
    try:
        text = decode(path.read_bytes(), file=path)
        return _table(path, text)
    except WaqiaError as error:
        return Metadata(path, errors=(error,))


def _table(path: Path, text: str) -> Metadata:
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    if "file" not in _columns(path, reader):
        raise BrokenRecord(f"has no column 'file'; the columns are {', '.join(COLUMNS)}", file=path, line=1)
    rows: dict[str, Row] = {}
    errors: list[WaqiaError] = []
    for result in _rows(path, reader):
        if isinstance(result, WaqiaError):
            errors.append(result)
        elif result.file in rows:
            message = f"names {result.file} a second time, after line {rows[result.file].line}"
            errors.append(BrokenRecord(message, file=path, line=result.line))
        else:
            rows[result.file] = result
    return Metadata(path, MappingProxyType(rows), tuple(errors))


def _columns(path: Path, reader: csv.DictReader[str]) -> Sequence[str]:
    try:
        return reader.fieldnames or ()
    except csv.Error as error:
        raise BrokenRecord(f"is broken CSV: {error}", file=path, line=1) from error


def _rows(path: Path, reader: csv.DictReader[str]) -> Iterator[Row | WaqiaError]:
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BrokenRecord(f"is broken CSV: {error}", file=path, line=reader.reader.line_num)
            return
        yield _row(path, reader.line_num, values)


def _row(path: Path, line: int, values: Mapping[str | None, object]) -> Row | WaqiaError:
    if None in values:
        return BrokenRecord("has more values than the table has columns", file=path, line=line)
    clean = {str(key).strip(): str(value).strip() for key, value in values.items() if value}
    name = clean.get("file", "")
    if not name:
        return BrokenRecord("names no file", file=path, line=line)
    return Row(
        file=name,
        line=line,
        published=clean.get("published") or None,
        publisher=clean.get("publisher") or None,
        url=clean.get("url") or None,
        title=clean.get("title") or None,
    )
