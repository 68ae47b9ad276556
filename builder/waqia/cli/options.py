"""Arguments and options that several commands share, and the names that may be given."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]")


class FileFormat(StrEnum):
    """The formats of files that a graph is written as; a test keeps them those of the pipeline."""

    TTL = "ttl"
    TRIG = "trig"
    NQ = "nq"
    NT = "nt"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    CSV = "csv"
    EVENTS = "events"


class AnswerFormat(StrEnum):
    """The formats of answers to queries."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Language(StrEnum):
    """The languages that questions and messages are in."""

    ARABIC = "ar"
    ENGLISH = "en"


class Engine(StrEnum):
    """The engines that queries run on."""

    OXIGRAPH = "oxigraph"
    RDFLIB = "rdflib"


def check_base(base: str) -> str:
    """Return `base` if it is an IRI that local names can be put after."""
    if not _IRI.fullmatch(base):
        raise typer.BadParameter(f"{base!r} is no absolute IRI that ends in / or #")
    return base


def choices(names: type[StrEnum]) -> str:
    """Return `names` as help shows them."""
    return "|".join(names)


SourceArgument = Annotated[
    Path, typer.Argument(metavar="SOURCE", help="A folder that 'waqia build' wrote, or an RDF file.")
]
WorkersOption = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes extract.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Stop at the first thing that is wrong.")]
BaseOption = Annotated[
    str,
    typer.Option(metavar="IRI", help="Where the IRIs that the graph makes stand.", callback=check_base),
]
CurationOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--curation", "-c", metavar="FILE", help="Rulings of yours to follow (Turtle); may be given again."
    ),
]
LanguageOption = Annotated[
    Language, typer.Option("--language", "-l", metavar=choices(Language), help="The language of the texts.")
]
