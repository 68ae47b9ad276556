"""`waqia query`: a question, asked of a graph."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from waqia import queries
from waqia.cli.console import terminal_width
from waqia.cli.options import AnswerFormat, Engine, Language, LanguageOption, SourceArgument, choices
from waqia.cli.sources import BUILT, load_graph
from waqia.errors import BadParameter
from waqia.sparql.header import parse


def query(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|FILE|-",
            help="A question that 'waqia queries' lists, a file of SPARQL, or standard input.",
        ),
    ],
    source: SourceArgument = BUILT,
    parameters: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter; may be given again."),
    ] = None,
    form: Annotated[
        AnswerFormat,
        typer.Option("--format", "-f", metavar=choices(AnswerFormat), help="How to write the answer."),
    ] = AnswerFormat.TABLE,
    language: LanguageOption = Language.ENGLISH,
    engine: Annotated[
        Engine, typer.Option(metavar=choices(Engine), help="The engine that runs it.")
    ] = Engine.OXIGRAPH,
    endpoint: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Ask this SPARQL endpoint, into which a graph was loaded, and no SOURCE."
        ),
    ] = None,
) -> None:
    """Ask a question of a graph that was built: one that waqia comes with, or any SPARQL."""
    asked = parse(sys.stdin.read(), name="-") if name == "-" else queries.find(name)
    given = _parsed(parameters or ())
    asking = (
        queries.Asking(queries.Remote(endpoint))
        if endpoint
        else queries.Asking(load_graph(source).store(), engine=engine)
    )
    answer = asking.ask(asked, given)
    if form is AnswerFormat.TABLE and language in asked.question:
        typer.echo(asked.question[language])
    typer.echo(answer.render(form, width=terminal_width()), nl=False)


def _parsed(parameters: Iterable[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not key or not equals:
            raise BadParameter(f"{parameter!r} is not of the form KEY=VALUE")
        if key in values:
            raise BadParameter(f"{key!r} is given twice")
        values[key] = value
    return values
