"""One incident as all its sources tell it: found by place and date, read out of a graph, shown side by side."""

from waqia.incident.facts import Facts
from waqia.incident.finding import Search, find, happening_of
from waqia.incident.model import Incident
from waqia.incident.reading import read_incident

__all__ = ["Facts", "Incident", "Search", "find", "happening_of", "read_incident"]
