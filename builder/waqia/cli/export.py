"""`waqia export`: one file of a graph, in any of the formats."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from waqia import pipeline
from waqia.cli.build import outcome, read
from waqia.cli.console import progress
from waqia.cli.options import BaseOption, CurationOption, FileFormat, StrictOption, WorkersOption, choices
from waqia.cli.sources import is_built, load_graph
from waqia.curation import Rulings, read_curation
from waqia.files import write_whole
from waqia.graph.namespaces import BASE
from waqia.graph.serialise import pieces


def export(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE", help="Articles or folders of them; or one folder that 'waqia build' wrote."
        ),
    ],
    form: Annotated[
        FileFormat, typer.Option("--format", "-f", metavar=choices(FileFormat), help="What to write.")
    ],
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; else to standard output.")
    ] = None,
    workers: WorkersOption = 1,
    base: BaseOption = BASE,
    curation: CurationOption = None,
    strict: StrictOption = False,
) -> None:
    """Write one file of a graph: RDF, a table of claims (csv), or the events of each article (events)."""
    if any(map(is_built, sources)):
        if curation:
            raise typer.BadParameter(
                "a folder that 'waqia build' wrote has its rulings in it: give the articles"
            )
        _put(_of_built(sources, form), out)
        return
    rulings = Rulings(read_curation(curation or (), base=base))
    reading = read(sources, strict=strict)
    with progress() as watch:
        built = pipeline.run(reading.articles, base=base, workers=workers, watch=watch, rulings=rulings)
    _put(pipeline.content(built, form), out)
    raise typer.Exit(outcome(built, reading))


def _of_built(sources: list[Path], form: FileFormat) -> Iterator[bytes]:
    """Give the file of a folder that was built; what always stands there is passed on as it is."""
    if len(sources) > 1:
        raise typer.BadParameter("a folder that 'waqia build' wrote stands alone, without other sources")
    if form in pipeline.ALWAYS:
        return iter([(sources[0] / pipeline.FILES[form]).read_bytes()])
    return pieces(load_graph(sources[0]), form)


def _put(content: Iterable[bytes], out: Path | None) -> None:
    if out is not None:
        write_whole(out, content)
        return
    sys.stdout.flush()
    sys.stdout.buffer.writelines(content)
    sys.stdout.buffer.flush()
