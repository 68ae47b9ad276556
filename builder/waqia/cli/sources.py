"""What a command is given to look at: a folder that `waqia build` wrote, or an RDF file."""

from __future__ import annotations

from pathlib import Path

from waqia.errors import BadRdf
from waqia.graph import GraphData
from waqia.pipeline import FILES, WHOLE
from waqia.reasoning import read_rdf

BUILT = Path("out")


def is_built(path: Path) -> bool:
    """Whether `path` is a folder that `waqia build` wrote."""
    return (path / FILES[WHOLE]).is_file()


def load_graph(source: Path) -> GraphData:
    """Return the graph in `source`.

    Raises:
        BadRdf: there is none, or it cannot be read.
        UnknownFormat: the file's extension is that of no RDF format.
    """
    if source.is_dir() and not is_built(source):
        raise BadRdf(
            f"has no {FILES[WHOLE]}: build it with 'waqia build ARTICLES --out {source}'", file=source
        )
    if not source.exists():
        raise BadRdf("is not there: build it with 'waqia build ARTICLES --out FOLDER'", file=source)
    quads, _ = read_rdf([source / FILES[WHOLE] if source.is_dir() else source])
    return GraphData.of_quads(quads)
