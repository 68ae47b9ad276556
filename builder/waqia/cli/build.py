"""`waqia build`: from articles to a folder of files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from waqia import articles, pipeline
from waqia.articles import Reading
from waqia.cli.console import Status, complain, progress, report
from waqia.cli.dates import date_lines
from waqia.cli.options import BaseOption, CurationOption, FileFormat, StrictOption, WorkersOption, choices
from waqia.curation import Rulings, read_curation
from waqia.graph.namespaces import BASE

_FORMATS = (FileFormat.TTL, FileFormat.CSV)


def build(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH", help="Articles: .txt, .jsonl and .html files, or folders of them."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="The folder to write to.")] = Path(
        "out"
    ),
    formats: Annotated[
        list[FileFormat] | None,
        typer.Option(
            "--format",
            "-f",
            metavar=choices(FileFormat),
            help="What to write beside nq and events, which always are; may be given again. [default: ttl, csv]",
        ),
    ] = None,
    workers: WorkersOption = 1,
    base: BaseOption = BASE,
    curation: CurationOption = None,
    strict: StrictOption = False,
) -> None:
    """Build the graph of articles: extract their events, reason, validate, write files."""
    rulings = Rulings(read_curation(curation or (), base=base))
    reading = read(paths, strict=strict, without=[out])
    with progress() as watch:
        built = pipeline.run(reading.articles, base=base, workers=workers, watch=watch, rulings=rulings)
        watch("write", 0, 1)
        files = pipeline.write(built, out, formats or _FORMATS)
    _summarise(built, files)
    raise typer.Exit(outcome(built, reading))


def read(paths: list[Path], *, strict: bool = False, without: Iterable[Path] = ()) -> Reading:
    """Read articles and say what is wrong with them; leave with a status where there is none."""
    reading = articles.read(paths, strict=strict, without=without)
    report(reading.problems)
    if not reading.articles:
        complain("no article could be read")
        raise typer.Exit(Status.USAGE)
    return reading


def outcome(built: pipeline.Built, reading: Reading) -> Status:
    """Say what is wrong with the graph, and return what the exit status must say."""
    for inconsistency in built.closure.inconsistencies:
        typer.echo(f"inconsistent: {inconsistency}", err=True)
    for unmatched in built.unmatched:
        complain(f"warning: {unmatched}")
    for violation in built.violations:
        complain(f"{violation.severity.lower()}: {violation.node}: {violation.message()}")
    if not built.sound:
        return Status.UNSOUND
    return Status.SKIPPED if reading.problems or built.unmatched else Status.OK


def _summarise(built: pipeline.Built, files: tuple[Path, ...]) -> None:
    events = sum(len(of_article.events) for of_article in built.templates)
    triples, inferred = len(built.graph.default), len(built.closure.inferred)
    typer.echo(f"{len(built.articles):,} articles, {events:,} events told in them")
    typer.echo(f"{triples:,} triples, {inferred:,} of them inferred")
    for line in date_lines(built.datings, built.articles):
        typer.echo(line)
    typer.echo(f"written: {', '.join(map(str, files))}")
