"""`waqia queries`: which questions there are."""

from __future__ import annotations

import typer
from rich.table import Table

from waqia import queries as library
from waqia.cli.console import print_table
from waqia.cli.options import Language, LanguageOption


def queries(language: LanguageOption = Language.ENGLISH) -> None:
    """List the questions that waqia comes with, and their parameters."""
    table = Table("name", "question", "parameters")
    for query in library.shipped():
        table.add_row(query.name, query.question[language], ", ".join(map(_signature, query.parameters)))
    print_table(table)
    typer.echo("Ask one with: waqia query NAME --param KEY=VALUE", err=True)


def _signature(parameter: library.Parameter) -> str:
    if parameter.required:
        return f"{parameter.name} (required)"
    return parameter.name if parameter.default is None else f"{parameter.name}={parameter.default}"
