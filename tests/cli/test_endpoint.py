"""`waqia query --endpoint`: a graph that was loaded into a triplestore gives the answers that its files give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.sparql.endpoint import free_port, serving

from waqia import queries

GIVEN = {
    queries.Type.PLACE: "حمص",
    queries.Type.ACTOR: "وزارة الدفاع",
    queries.Type.IRI: "urn:of-no-event",
}


@pytest.fixture(scope="module")
def endpoint(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(built / "graph.nq", tmp_path_factory.mktemp("store") / "db") as url:
        yield url


@pytest.mark.parametrize("query", queries.shipped(), ids=lambda query: query.name)
def test_every_question_has_the_same_answer(
    built: Path, endpoint: str, waqia: Run, query: queries.Query
) -> None:
    wanted = [each for each in query.parameters if each.required or each.name == "place"]
    options = [f"--param={each.name}={GIVEN[each.type]}" for each in wanted]
    within = waqia("query", query.name, built, "-f", "csv", *options)
    remote = waqia("query", query.name, "--endpoint", endpoint, "-f", "csv", *options)
    assert (remote.status, remote.err) == (0, "")
    assert sorted(remote.out.splitlines()) == sorted(within.out.splitlines())


def test_an_endpoint_that_is_not_there_is_one_complaint(waqia: Run) -> None:
    url = f"http://127.0.0.1:{free_port()}/query"
    ran = waqia("query", "denials", "--endpoint", url)
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaints == [f"waqia: {url}: gives no answer: [Errno 111] Connection refused"]
