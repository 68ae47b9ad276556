"""`waqia inspect`: how one article was read, and by which rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from waqia.articles import Article
from waqia.cli.build import read
from waqia.cli.console import Status, in_colour, print_rich
from waqia.errors import UnknownArticle
from waqia.files import write_whole
from waqia.knowledge import load

_NAMED = 10


def inspect(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="An article: a .txt, .jsonl or .html file, or a folder.")
    ],
    article: Annotated[
        str | None,
        typer.Option("--article", "-a", metavar="ID", help="Which article, where there are several."),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a web page instead of printing to the terminal."),
    ] = None,
) -> None:
    """Show how one article is read: its spans, its events, and the rule behind each part of them."""
    from waqia.inspection import inspect as inspected
    from waqia.inspection.page import page
    from waqia.inspection.terminal import renderables

    reading = read([file])
    found = inspected(_chosen(reading.articles, article, file), load())
    if html is not None:
        write_whole(html, [page(found).encode()])
        typer.echo(f"written: {html}")
    else:
        for renderable in renderables(found, coloured=in_colour()):
            print_rich(renderable)
    raise typer.Exit(Status.SKIPPED if reading.problems else Status.OK)


def _chosen(articles: Sequence[Article], id_: str | None, file: Path) -> Article:
    """Return the article with the id, or the only one.

    Raises:
        UnknownArticle: there is none with the id, or several and no id.
    """
    if id_ is None and len(articles) == 1:
        return articles[0]
    found = next((each for each in articles if each.id == id_), None)
    if found is None:
        missing = f"has no article {id_!r}" if id_ is not None else f"has {len(articles)} articles"
        raise UnknownArticle(f"{missing}: choose with --article {_ids(articles)}", file=file)
    return found


def _ids(articles: Sequence[Article]) -> str:
    """Return the ids to choose from, the first of many."""
    more = f", … ({len(articles)} in all)" if len(articles) > _NAMED else ""
    return ", ".join(each.id for each in articles[:_NAMED]) + more
