"""OWL 2 RL reasoning: what follows from a graph, and where it contradicts itself."""

from waqia.reasoning.apart import NOTHING, QUOTED, Apart
from waqia.reasoning.closure import REASONERS, Closure, Inconsistency, UnknownReasoner, close

__all__ = ["NOTHING", "QUOTED", "REASONERS", "Apart", "Closure", "Inconsistency", "UnknownReasoner", "close"]
