"""`waqia stats`: what is in a graph, at a glance."""

from __future__ import annotations

import typer
from rich.table import Table

from waqia.cli.console import print_table
from waqia.cli.options import SourceArgument
from waqia.cli.sources import BUILT, load_graph
from waqia.summary import AGGREGATE, CONTESTED, EVENT, UNREALIZED, ArticleDates, Summary, summarise


def stats(source: SourceArgument = BUILT) -> None:
    """Count what is in a graph: happenings by type, and the casualty figures that each source gives."""
    summary = summarise(load_graph(source))
    typer.echo(f"{summary.articles:,} articles, {summary.claims:,} claims")
    if not summary.dates.all_given:
        typer.echo(_dates(summary.dates))
    typer.echo("")
    print_table(_types(summary))
    typer.echo("")
    print_table(_figures(summary))


def _dates(dates: ArticleDates) -> str:
    told = (
        (dates.given, "given"),
        (dates.from_text, "from the text, to the day"),
        (dates.bounded, "from the text, within bounds"),
        (dates.unknown, "unknown"),
    )
    return f"dates: {'; '.join(f'{number:,} {name}' for number, name in told if number)}"


def _types(summary: Summary) -> Table:
    table = Table("type", "النوع", title="Happenings by type", title_justify="left")
    for heading in ("events", "contested", "only planned or denied", "totals and campaigns"):
        table.add_column(heading, justify="right")
    classes = (EVENT, CONTESTED, UNREALIZED, AGGREGATE)
    for each in summary.types:
        counts = each.counts.get(EVENT, 0) + each.counts.get(CONTESTED, 0), *map(each.counts.get, classes[1:])
        table.add_row(each.name, each.arabic, *(str(count or "") for count in counts))
    totals = summary.total(EVENT) + summary.total(CONTESTED), *map(summary.total, classes[1:])
    table.add_section()
    table.add_row("all", "المجموع", *map(str, totals))
    return table


def _figures(summary: Summary) -> Table:
    table = Table(title="Casualty figures by source", title_justify="left")
    for heading in ("event", "from", "places", "outcome"):
        table.add_column(heading, overflow="fold")
    table.add_column("figure", justify="right")
    table.add_column("who", overflow="fold")
    table.add_column("source", overflow="fold")
    last = ""
    for figure in summary.figures:
        event = (figure.type, figure.earliest, figure.places) if figure.happening != last else ("", "", "")
        table.add_row(*event, figure.outcome, figure.number, figure.victims, figure.source)
        last = figure.happening
    return table
