"""`waqia incident`: one incident with every source's version of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import NamedNode

from waqia.cli.console import Status, complain, print_rich
from waqia.cli.options import Language, LanguageOption, choices
from waqia.cli.sources import BUILT, load_graph
from waqia.errors import BadParameter, UnknownIncident
from waqia.incident import Facts, Search, find, happening_of, read_incident
from waqia.incident.terminal import line, overview, renderables


class Shape(StrEnum):
    """How an incident is written."""

    TABLE = "table"
    JSON = "json"


def incident(
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[IRI] [SOURCE]",
            help="The IRI of an incident, a telling or a claim, as tables show it; and a folder that 'waqia build' "
            "wrote, or an RDF file. With --place or --date only the latter.",
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option("--place", "-p", metavar="NAME", help="Where it happened, that place or one inside it."),
    ] = None,
    when: Annotated[
        str | None,
        typer.Option("--date", "-d", metavar="DATE", help="A day, a month (2017-02) or an interval A/B."),
    ] = None,
    iris: Annotated[
        bool, typer.Option("--iris", help="Also give the IRIs of claims and tellings, to name in rulings.")
    ] = False,
    form: Annotated[
        Shape,
        typer.Option("--format", "-f", metavar=choices(Shape), help="How to write it; JSON has all of it."),
    ] = Shape.TABLE,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    """Show an incident as each source tells it: by its IRI, or all that happened at a place and on a day."""
    iri, source = _meant(arguments or [], searching=place is not None or when is not None)
    facts = Facts(load_graph(source))
    nodes = (_named(facts, iri),) if iri is not None else _searched(facts, place, when)
    found = [read_incident(facts, node) for node in nodes]
    if form is Shape.JSON:
        typer.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    elif len(found) == 1:
        for renderable in renderables(found[0], language=language, iris=iris):
            print_rich(renderable)
    else:
        print_rich(overview(found, language=language))


def _meant(arguments: list[str], *, searching: bool) -> tuple[str | None, Path]:
    """Return the IRI and the source that are meant.

    Raises:
        BadParameter: there are too many arguments, or nothing says which incident.
    """
    iri = None if searching or not arguments else arguments[0]
    others = arguments if searching else arguments[1:]
    if iri is None and not searching:
        raise BadParameter("which incident? Give its IRI, or --place and --date")
    if len(others) > 1:
        raise BadParameter(f"one IRI, or --place and --date, and one SOURCE; not {' '.join(arguments)}")
    return iri, Path(others[0]) if others else BUILT


def _named(facts: Facts, iri: str) -> NamedNode:
    node = happening_of(facts, iri)
    if node is None:
        raise UnknownIncident(f"nothing in the graph tells of {iri!r}: find it with --place and --date")
    return node


def _searched(facts: Facts, place: str | None, when: str | None) -> Sequence[NamedNode]:
    """Return what is found; leave with a status, and with what comes near, where nothing is."""
    search = find(facts, place=place, when=when)
    if not search.found:
        _tell_near(facts, search, " ".join(filter(None, (place, when))))
        raise typer.Exit(Status.USAGE)
    return search.found


def _tell_near(facts: Facts, search: Search, asked: str) -> None:
    complain(f"no incident is told of {asked}{'; near to it:' if search.near else ''}")
    for why, node in search.near:
        typer.echo(f"  {why}: {line(read_incident(facts, node), Language.ENGLISH)}", err=True)
