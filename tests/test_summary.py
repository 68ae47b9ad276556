from __future__ import annotations

import pyoxigraph as ox
import pytest

from waqia.graph import GraphData
from waqia.summary import Summary, _number, summarise


def test_an_empty_graph() -> None:
    assert summarise(GraphData(frozenset())) == Summary(articles=0, claims=0, types=(), figures=())


@pytest.mark.parametrize(
    ("minimum", "maximum", "approximate", "shown"),
    [
        ("42", "42", "false", "42"),
        ("40", "40", "true", "~40"),
        ("40", "", "false", "≥ 40"),
        ("20", "30", "false", "20-30"),
        ("20", "", "true", "≥ 20"),
    ],
)
def test_figures_as_people_write_them(minimum: str, maximum: str, approximate: str, shown: str) -> None:
    assert _number({"minimum": minimum, "maximum": maximum, "approximate": approximate}) == shown


def test_what_is_not_of_waqia_is_not_counted() -> None:
    quad = ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.NamedNode("urn:c"))
    assert summarise(GraphData.of_quads([quad])).claims == 0
