"""How far somebody has looked at a telling or a claim."""

from __future__ import annotations

import pytest
from tests.curation.conftest import Rule, Told, quote, ruling

from waqia.errors import ContradictoryRulings
from waqia.graph.namespaces import waqia
from waqia.queries import Asking


def review(thing: str, status: str, name: str = "r1", day: str = "2026-03-31") -> str:
    made = ruling(f"waqia:reviews {thing} ; waqia:reviewStatus waqia:{status}", name)
    return made.replace("2026-03-31", day)


def test_a_telling_and_a_claim_have_a_status(rule: Rule, told: Told) -> None:
    telling, claim = told.telling("a").node, told.claim("b", "نفى").node
    after = rule(review(f"<{telling.value}>", "Verified", "r1"), review(f"<{claim.value}>", "Reviewed", "r2"))
    assert after.all(telling, "reviewStatus") == {waqia("Verified")}
    assert after.all(claim, "reviewStatus") == {waqia("Reviewed")}


def test_the_last_review_counts(rule: Rule, told: Told) -> None:
    thing = quote("a", "سبعة")
    after = rule(
        review(thing, "Verified", "r1", "2026-04-02"),
        review(thing, "Reviewed", "r2", "2026-04-01"),
        review(thing, "Unreviewed", "r3", "2026-04-03"),
    )
    assert after.all(told.telling("a").node, "reviewStatus") == {waqia("Unreviewed")}


def test_two_statuses_on_one_day_are_refused(rule: Rule) -> None:
    thing = quote("a", "سبعة")
    with pytest.raises(ContradictoryRulings, match=r"r1> .*r2> .*two statuses on one day"):
        rule(review(thing, "Verified", "r1"), review(thing, "Reviewed", "r2"))


def test_rulings_are_listed_with_who_when_and_why(rule: Rule, told: Told) -> None:
    amended = quote("a", "سبعة", " ; waqia:saidBy actor:syrian-observatory")
    after = rule(
        review(quote("b", "نفى"), "Verified", "r1", "2026-04-02"),
        ruling(
            f"waqia:amends {amended} ; waqia:slot waqia:occurredAt ; waqia:value place:homs ; "
            "waqia:replacement place:hama",
            "r2",
        ),
        ruling(f"waqia:sameIncident {quote('a', 'سبعة')} , {quote('c', 'تجدد')}", "r3"),
    )
    for engine in ("oxigraph", "rdflib"):
        asking = Asking(after.data.quads() if engine == "rdflib" else after.data.store(), engine=engine)
        rows = [
            ["" if cell is None else str(cell).rpartition("/")[2].rpartition("#")[2] for cell in row]
            for row in asking.ask("reviews").rows
        ]
        one, other = sorted(
            (told.telling(article).node.value.rpartition("/")[2], article) for article in ("a", "c")
        )
        claim = told.claim("a", "أفاد").node.value.rpartition("/")[2]
        why = "هكذا تقول الجملة"
        assert rows == [
            ["r2", "2026-03-31", "هدى", "amends", claim, "a", "occurredAt", "حمص", "حماة", "", why],
            ["r3", "2026-03-31", "هدى", "sameIncident", *one, "", "", "", "", why],
            ["r3", "2026-03-31", "هدى", "sameIncident", *other, "", "", "", "", why],
            ["r1", "2026-04-02", "هدى", "reviews", told.telling("b").node.value.rpartition("/")[2], "b", "", "", "",
             "Verified", why],
        ]  # fmt: skip
        assert len(asking.ask("reviews", {"from": "2026-04-01"}).rows) == 1
