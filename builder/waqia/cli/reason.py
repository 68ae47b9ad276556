"""`waqia reason`: the OWL 2 RL closure of any RDF files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from waqia.cli.console import Status
from waqia.reasoning import reason_files


def reason(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="RDF files: ttl, nt, nq, trig, rdf, owl, jsonld, n3.")
    ],
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="The file to write what follows to.")
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="EXTENSION", help="Its format, where its name does not say it."
        ),
    ] = None,
) -> None:
    """Write RDF files together with all that follows from them by the rules of OWL 2 RL.

    Where they contradict themselves, a report says "inconsistent" and the exit status is 1.
    """
    closed = reason_files(files)
    closed.write(out, form=form)
    typer.echo(
        f"{len(closed.given):,} triples given, {len(closed.closure.inferred):,} inferred; written: {out}"
    )
    if closed.quoted:
        typer.echo(f"{closed.quoted:,} of those given stand in named graphs and were not reasoned over")
    for inconsistency in closed.closure.inconsistencies:
        typer.echo(f"inconsistent: {inconsistency}", err=True)
    if not closed.closure.consistent:
        raise typer.Exit(Status.UNSOUND)
