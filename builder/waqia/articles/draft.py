"""An article as its file gives it, before it is checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from waqia.articles.article import Article
from waqia.articles.dates import parse_day
from waqia.articles.decoding import require_arabic
from waqia.articles.head import read_head
from waqia.articles.lines import split_lines
from waqia.errors import BadDate, WaqiaError


@dataclass(frozen=True, slots=True)
class Draft:
    """What was found: `published` as written; `file`, `line` where it stands, `dated_at` where its date does.

    `found_date` is a day of publication that the page's markup suggests, weaker than one given.
    """

    id: str
    text: str
    bytes_sha256: str
    file: Path
    line: int | None = None
    published: str | None = None
    found_date: str | None = None
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    dated_at: tuple[Path, int] | None = None


def check(draft: Draft) -> tuple[Article, WaqiaError | None]:
    """Return the article of `draft`, and what is wrong with it though it can be used: that it has no date.

    Raises:
        UnreadableArticle: its text is empty or not Arabic.
        BadDate: the date given with it, or in its text, is none.
    """
    require_arabic(draft.text, file=draft.file, line=draft.line)
    article = Article(
        id=draft.id,
        text=draft.text,
        publisher=draft.publisher,
        url=draft.url,
        title=draft.title,
        bytes_sha256=draft.bytes_sha256,
        date_given=draft.published is not None,
    )
    if draft.published is not None:
        file, line = draft.dated_at or (draft.file, draft.line)
        return replace(article, published=parse_day(draft.published, file=file, line=line)), None
    return _dated_from_text(article, draft)


def _dated_from_text(article: Article, draft: Draft) -> tuple[Article, WaqiaError | None]:
    try:
        day = read_head(split_lines(draft.text), draft.title).day
    except BadDate as error:
        raise BadDate(error.message, file=draft.file, line=draft.line or error.line) from error
    if day is None and draft.found_date is not None:
        day = parse_day(draft.found_date, file=draft.file, line=draft.line)
    if day is not None:
        return replace(article, published=day), None
    message = "has no date: give one (published), or it is left to its text to tell"
    return article, BadDate(message, file=draft.file, line=draft.line)
