"""The article in a saved web page; trafilatura finds its text, and what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from waqia.errors import UnreadableArticle

# No guessing over the whole page, and no date that depends on the day on which the page is read.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


@dataclass(frozen=True, slots=True)
class Page:
    """The text of the article of a page, and its metadata."""

    text: str
    published: str | None
    publisher: str | None
    url: str | None
    title: str | None


def read_page(markup: str, *, file: Path | str | None = None) -> Page:
    """Return the article in `markup`.

    Raises:
        UnreadableArticle: the page has none.
    """
    # Imported here because it takes longer to load than a folder of plain texts to read.
    from trafilatura import bare_extraction

    found = bare_extraction(
        markup,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise UnreadableArticle("has no article that could be told from the rest of the page", file=file)
    return Page(found.text, found.date, found.sitename, found.url, found.title)
