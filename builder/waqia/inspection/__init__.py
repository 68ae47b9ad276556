"""How one article was read: its spans, its tellings, and the rule behind each of their parts."""

from waqia.inspection.explaining import inspect
from waqia.inspection.model import Inspection, Line, Mark, MarkKind, Section, Telling

__all__ = ["Inspection", "Line", "Mark", "MarkKind", "Section", "Telling", "inspect"]
