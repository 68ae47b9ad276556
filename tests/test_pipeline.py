"""The main job on the sample articles, through the library as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from waqia import pipeline
from waqia.articles import ZoneKind, body, read
from waqia.errors import UnknownFormat

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(seeds: Path) -> pipeline.Built:
    return pipeline.run(read([seeds]).articles)


def test_every_article_tells_events(built: pipeline.Built) -> None:
    assert [templates.article[:3] for templates in built.templates] == ["000", "001", "002", "003", "004"]
    assert all(templates.events for templates in built.templates)


def test_evidence_stands_in_the_article_and_not_in_what_is_around_it(built: pipeline.Built) -> None:
    """No teaser, signature or dateline gives an event."""
    for article, templates in zip(built.articles, built.templates, strict=True):
        told = [zone for zone in body(article) if zone.kind in (ZoneKind.HEADLINE, ZoneKind.BODY)]
        for span in (span for event in templates.events for claim in event.claims for span in claim.evidence):
            quote = article.text[span.start : span.end]
            assert any(zone.start <= span.start and span.end <= zone.end for zone in told), quote


def test_the_graph_is_consistent_and_conforms_to_the_shapes(built: pipeline.Built) -> None:
    assert [str(inconsistency) for inconsistency in built.closure.inconsistencies] == []
    assert [f"{violation.node}: {violation.message()}" for violation in built.violations] == []


def test_the_events_export_is_an_object_an_article(built: pipeline.Built) -> None:
    records = [json.loads(line) for line in b"".join(pipeline.content(built, "events")).splitlines()]
    assert [record["article"] for record in records] == [article.id for article in built.articles]
    text = {article.id: article.text for article in built.articles}
    happenings = {
        str(triple.object.value) for triple in built.graph.default if "tellingOf" in str(triple.predicate)
    }
    for record in records:
        for event in record["events"]:
            assert event["incident"] in happenings
            assert event["evidence"]
            for start, end in event["evidence"]:
                assert 0 <= start < end <= len(text[record["article"]])
                assert end - start <= 200


def test_a_format_that_is_none(built: pipeline.Built, tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match="unknown format 'xlsx': it is one of ttl, trig"):
        pipeline.write(built, tmp_path / "out", ["ttl", "xlsx"])
    assert not (tmp_path / "out").exists()


def test_stages_are_told_as_they_come(seeds: Path) -> None:
    articles = read([seeds]).articles[:2]
    told: list[tuple[str, int, int]] = []
    pipeline.run(articles, watch=lambda *step: told.append(step))
    assert told[:2] == [("extract", 1, 2), ("extract", 2, 2)]
    assert [stage for stage, _, _ in told[2:]] == ["build the graph", "reason", "validate"]
