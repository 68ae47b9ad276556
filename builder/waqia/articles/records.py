"""JSON Lines: an object a line, each an article."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import BinaryIO, cast

from waqia.articles.draft import Draft
from waqia.errors import BrokenRecord, UnreadableArticle, WaqiaError

_TEXTS = ("published", "publisher", "url", "title")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_records(path: Path, max_bytes: int) -> Iterator[Draft | WaqiaError]:
    """Give the articles of the JSON Lines file `path`, and an error for each line that holds none."""
    empty = True
    with _open(path) as lines:
        for number in count(1):
            data = lines.readline(max_bytes + 1)
            if not data:
                break
            if len(data) > max_bytes:
                yield UnreadableArticle(
                    f"is larger than {max_bytes:,} bytes: no article is", file=path, line=number
                )
                _skip_line(lines, data, max_bytes)
                empty = False
                continue
            data = (data.removeprefix(_BYTE_ORDER_MARK) if number == 1 else data).strip()
            if data:
                empty = False
                yield _result(path, number, data)
    if empty:
        yield UnreadableArticle("is empty: there is no record to read", file=path)


def _open(path: Path) -> BinaryIO:
    """Open a file that may be compressed; what it holds is decompressed as it is read, and never whole."""
    return cast("BinaryIO", gzip.open(path)) if path.suffix.lower() == ".gz" else path.open("rb")


def _skip_line(lines: BinaryIO, data: bytes, size: int) -> None:
    while data and not data.endswith(b"\n"):
        data = lines.readline(size)


def _result(path: Path, number: int, data: bytes) -> Draft | WaqiaError:
    try:
        return _draft(path, number, data)
    except WaqiaError as error:
        return error


def _draft(path: Path, number: int, data: bytes) -> Draft:
    record = _object(path, number, data)
    identifier = record.get("id", record.get("article"))
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        raise BrokenRecord("has no id: give the record an 'id' (or 'article')", file=path, line=number)
    text = _text(record, "text", path, number)
    if text is None:
        raise BrokenRecord(f"record {identifier} has no text", file=path, line=number)
    published, publisher, url, title = (_text(record, key, path, number) or None for key in _TEXTS)
    return Draft(
        id=identifier.strip(),
        text=text,
        bytes_sha256=hashlib.sha256(data).hexdigest(),
        file=path,
        line=number,
        published=published,
        publisher=publisher,
        url=url,
        title=title,
    )


def _object(path: Path, number: int, data: bytes) -> Mapping[str, object]:
    try:
        record = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        column = len(data[: error.start].decode("utf-8", errors="replace")) + 1
        raise BrokenRecord("is not UTF-8, as JSON must be", file=path, line=number, column=column) from error
    except json.JSONDecodeError as error:
        raise BrokenRecord(
            f"is broken JSON: {error.msg}", file=path, line=number, column=error.colno
        ) from error
    except RecursionError as error:
        raise BrokenRecord("is broken JSON: nested too deep", file=path, line=number) from error
    if not isinstance(record, dict):
        raise BrokenRecord("is no JSON object with an id and a text", file=path, line=number)
    return record


def _text(record: Mapping[str, object], key: str, path: Path, number: int) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BrokenRecord(f"'{key}' is no string but {json.dumps(value)[:40]}", file=path, line=number)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BrokenRecord(
            f"'{key}' holds half a character (a lone surrogate)", file=path, line=number
        ) from error
    return value if key == "text" else value.strip()
