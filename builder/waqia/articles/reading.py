"""Reading articles from files and folders: what can be read is, and what cannot is told, each with its place."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from waqia.articles.article import Article
from waqia.articles.decoding import decode
from waqia.articles.draft import Draft, check
from waqia.articles.html import read_page
from waqia.articles.metadata import METADATA, Metadata, Row, read_metadata
from waqia.articles.records import read_records
from waqia.errors import DuplicateArticle, UnreadableArticle, WaqiaError

TEXT, PAGES = frozenset({".txt"}), frozenset({".html", ".htm"})
RECORDS = frozenset({".jsonl", ".jsonl.gz"})
SUFFIXES = TEXT | RECORDS | PAGES
MAX_BYTES = 5_000_000  # a hundred times the longest news articles


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input; `skipped` where an article was left out for it."""

    error: WaqiaError
    skipped: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles that could be read, in the order of their ids, and what was wrong."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(
    paths: Iterable[Path | str],
    *,
    strict: bool = False,
    without: Iterable[Path] = (),
    max_bytes: int = MAX_BYTES,
) -> Reading:
    """Read the articles in the files and folders `paths`.

    A folder is read with its subfolders; a metadata.csv speaks for the files beside it. The result does not depend
    on the order of `paths`: of two articles with one id, the one in the file that sorts first is kept.

    Args:
        paths: what to read.
        strict: whether to stop at the first problem.
        without: folders that are passed over, such as one that output is written to.
        max_bytes: how large an article may be.

    Raises:
        WaqiaError: the first problem, if `strict`.
    """
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    passed_over = frozenset(folder.resolve() for folder in without)
    for result in _results(tuple(Path(path) for path in paths), passed_over, max_bytes):
        if isinstance(result, Article):
            articles[result.id] = result
        elif strict:
            raise result.error
        else:
            problems.append(result)
    return Reading(tuple(articles[key] for key in sorted(articles)), tuple(problems))


def _results(
    paths: tuple[Path, ...], without: frozenset[Path], max_bytes: int
) -> Iterator[Article | Problem]:
    files, missing = _files(paths, without)
    yield from map(Problem, missing)
    metadata = cache(read_metadata)
    given_whole = {folder for path in paths if path.is_dir() for folder in (path, *_folders(path, without))}
    for folder in sorted({file.parent for file in files} | given_whole):
        errors = metadata(folder).errors + (metadata(folder).without_file() if folder in given_whole else ())
        yield from map(Problem, sorted(errors, key=lambda error: error.line or 0))
    first: dict[str, Draft] = {}
    for file in files:
        for draft in _drafts(file, metadata(file.parent), max_bytes):
            yield from _checked(draft, first)


def _checked(draft: Draft | WaqiaError, first: dict[str, Draft]) -> Iterator[Article | Problem]:
    """Give the article of `draft` or what is wrong with it; `first` holds the drafts accepted before, by id."""
    if isinstance(draft, WaqiaError):
        yield Problem(draft)
        return
    try:
        article, flaw = check(draft)
        _refuse_duplicate(draft, first)
    except WaqiaError as error:
        yield Problem(error)
        return
    first[draft.id] = draft
    yield article
    if flaw is not None:
        yield Problem(flaw, skipped=False)


def _refuse_duplicate(draft: Draft, first: dict[str, Draft]) -> None:
    if draft.id in first:
        other = first[draft.id]
        place = f"{other.file}:{other.line}" if other.line else str(other.file)
        message = f"has the id {draft.id}, which {place} has already"
        raise DuplicateArticle(message, file=draft.file, line=draft.line)


def _files(
    paths: Iterable[Path], without: frozenset[Path]
) -> tuple[tuple[Path, ...], tuple[WaqiaError, ...]]:
    """Return the files to read, each once and sorted, and an error for each path that leads to none."""
    files: dict[Path, Path] = {}
    missing: dict[Path, WaqiaError] = {}
    for path in paths:
        found = _in_folder(path, without) if path.is_dir() else (path,) if _suffix(path) in SUFFIXES else ()
        if not path.exists():
            missing[path] = UnreadableArticle("there is no such file or folder", file=path)
        elif not found:
            missing[path] = UnreadableArticle(
                f"has no article: waqia reads {', '.join(sorted(SUFFIXES))}", file=path
            )
        else:
            for file in found:
                key = file.resolve()
                files[key] = min(files.get(key, file), file)
    return tuple(sorted(files.values())), tuple(missing[path] for path in sorted(missing))


def _suffix(path: Path) -> str:
    """The suffix that tells how a file is read: both of them where it is compressed."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() + suffix if suffix == ".gz" else suffix


def _in_folder(folder: Path, without: frozenset[Path]) -> tuple[Path, ...]:
    files = (path for path in _visible(folder, without) if _suffix(path) in SUFFIXES)
    return tuple(path for path in files if path.is_file())


def _folders(folder: Path, without: frozenset[Path]) -> tuple[Path, ...]:
    return tuple(path for path in _visible(folder, without) if path.is_dir())


def _visible(folder: Path, without: frozenset[Path]) -> Iterator[Path]:
    """Give what is in `folder` and its subfolders, but for hidden things and the folders passed over."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and without.isdisjoint((path.resolve(), *path.resolve().parents)):
            yield path


def _drafts(file: Path, metadata: Metadata, max_bytes: int) -> Iterator[Draft | WaqiaError]:
    try:
        if _suffix(file) in RECORDS:
            yield from read_records(file, max_bytes)
        else:
            yield _draft(file, metadata.rows.get(file.name), metadata.path, max_bytes)
    except WaqiaError as error:
        yield error
    except (EOFError, zlib.error) as error:
        yield UnreadableArticle(f"is damaged gzip: {error}", file=file)
    except OSError as error:
        yield UnreadableArticle(f"cannot be opened: {error.strerror or error}", file=file)


def _draft(file: Path, row: Row | None, table: Path, max_bytes: int) -> Draft:
    if file.stat().st_size > max_bytes:
        raise UnreadableArticle(f"is larger than {max_bytes:,} bytes: no article is", file=file)
    data = file.read_bytes()
    if not data.strip():
        raise UnreadableArticle("is empty: there is no text to read", file=file)
    text = decode(data, file=file)
    page = read_page(text, file=file) if _suffix(file) in PAGES else None
    row = row or Row(file.name, 0)
    return Draft(
        id=file.stem,
        text=page.text if page else text,
        bytes_sha256=hashlib.sha256(data).hexdigest(),
        file=file,
        published=row.published,
        found_date=page.published if page else None,
        publisher=row.publisher or (page.publisher if page else None),
        url=row.url or (page.url if page else None),
        title=row.title or (page.title if page else None),
        dated_at=(table, row.line) if row.line else None,
    )


__all__ = ["MAX_BYTES", "METADATA", "SUFFIXES", "Problem", "Reading", "read"]
