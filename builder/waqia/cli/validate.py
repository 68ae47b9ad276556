"""`waqia validate`: does a graph hold together?"""

from __future__ import annotations

import typer

from waqia import pipeline, validation
from waqia.cli.console import Status
from waqia.cli.options import Language, LanguageOption, SourceArgument
from waqia.cli.sources import BUILT, load_graph


def validate(source: SourceArgument = BUILT, language: LanguageOption = Language.ENGLISH) -> None:
    """Check a graph for contradictions, and against the shapes of waqia's ontology."""
    closed, closure = pipeline.reason(load_graph(source))
    violations = validation.validate(closed)
    for inconsistency in closure.inconsistencies:
        typer.echo(f"inconsistent: {inconsistency}")
    for violation in violations:
        where = " ".join(part for part in (violation.node, violation.path, violation.value) if part)
        typer.echo(f"{violation.severity.lower()}: {violation.message(language)}\n  {where}")
    if closure.inconsistencies or violations:
        counts = f"{len(closure.inconsistencies)} contradictions, {len(violations)} broken shapes"
        typer.echo(f"{source}: {counts}")
        raise typer.Exit(Status.UNSOUND)
    typer.echo(f"{source}: consistent, and conforms to the shapes")
