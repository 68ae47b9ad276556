"""The program `waqia`: its commands, and what becomes of their errors."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, NoReturn

import typer

from waqia import __version__
from waqia.cli.build import build
from waqia.cli.console import Status, guarded
from waqia.cli.export import export
from waqia.cli.incident import incident
from waqia.cli.inspect import inspect
from waqia.cli.queries import queries
from waqia.cli.query import query
from waqia.cli.reason import reason
from waqia.cli.stats import stats
from waqia.cli.validate import validate


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the help shows it."""

    run: Callable[..., None]
    summary: str
    examples: tuple[str, ...]

    @property
    def epilog(self) -> str:
        """Return the examples as help shows them, each on its line."""
        return "\n".join(("\b", "Examples:", *(f"  {example}" for example in self.examples)))


COMMANDS = (
    Command(
        build,
        "From articles to a graph and its files.",
        ("waqia build news/ --out out", "waqia build a.txt b.jsonl --format trig --workers 2"),
    ),
    Command(
        query,
        "Ask a question of a graph.",
        (
            "waqia query casualties-by-source --param place=حمص",
            "waqia query own.rq out --format csv",
            "waqia query - out/graph.ttl < own.rq",
            "waqia query denials --endpoint http://localhost:7878/query",
        ),
    ),
    Command(
        incident,
        "One incident as each source tells it.",
        (
            "waqia incident --place حمص --date 2017-02-25",
            "waqia incident happening/IRI out --iris",
            "waqia incident out --date 2017-02 --format json",
        ),
    ),
    Command(queries, "List the questions there are.", ("waqia queries", "waqia queries --language ar")),
    Command(
        validate,
        "Check a graph: shapes, contradictions.",
        ("waqia validate", "waqia validate other.ttl --language ar"),
    ),
    Command(
        export,
        "Write one file of a graph.",
        (
            "waqia export out --format trig -o graph.trig",
            "waqia export news/ --format events > events.jsonl",
        ),
    ),
    Command(
        inspect,
        "How one article is read, and why so.",
        (
            "waqia inspect news/a.txt",
            "waqia inspect news.jsonl --article 2015-08-09-12 --html a.html",
        ),
    ),
    Command(stats, "Count what is in a graph.", ("waqia stats", "waqia stats out/graph.ttl")),
    Command(
        reason,
        "What follows from any RDF files.",
        ("waqia reason data.ttl ontology.owl -o closure.ttl", "waqia reason data.nq -o closure.nq"),
    ),
)

app = typer.Typer(
    name="waqia",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog="Exit status: 0 all is well; 1 the graph contradicts itself or breaks a shape; 2 the command or its "
    "input cannot be used; 3 done, but something of the input was left out.",
)
for _command in COMMANDS:
    app.command(short_help=_command.summary, epilog=_command.epilog)(guarded(_command.run))


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"waqia {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", help="Say the version and stop.", callback=_say_version, is_eager=True),
    ] = False,
) -> None:
    """Build a knowledge graph of conflict events, with who says what, from Arabic news articles."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave the process with its exit status."""
    _speak_utf8()
    app(args=arguments, prog_name="waqia")
    sys.exit(Status.OK)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: Arabic must not fail in a terminal that claims to be ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
