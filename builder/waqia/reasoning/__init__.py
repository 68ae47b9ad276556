"""OWL 2 RL reasoning: what follows from a graph, and where it contradicts itself."""

from waqia.reasoning.apart import NOTHING, QUOTED, Apart
from waqia.reasoning.closure import REASONERS, Closure, Inconsistency, close
from waqia.reasoning.files import ClosedFiles, closure_quads, read_rdf, reason_files

__all__ = [
    "NOTHING",
    "QUOTED",
    "REASONERS",
    "Apart",
    "ClosedFiles",
    "Closure",
    "Inconsistency",
    "close",
    "closure_quads",
    "read_rdf",
    "reason_files",
]
