"""The page of an inspection: safe, complete in itself, right to left."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from tests.inspection.conftest import Explain

from waqia.inspection.page import page

TEXT = "هاجم مسلحون ثكنة في كركوك أمس.\nوقتل خمسة جنود في الهجوم، بحسب وزارة الدفاع."
VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})


class Elements(HTMLParser):
    """Collects the elements of a page, and what is never closed or closed twice."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.shown: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_it_parses_and_is_right_to_left(explain: Explain) -> None:
    found = Elements(page(explain(TEXT)))
    assert (found.wrong, found.open) == ([], [])
    assert found.of("html") == [{"lang": "ar", "dir": "rtl"}]


def test_it_needs_nothing_from_elsewhere(explain: Explain) -> None:
    source = page(explain(TEXT))
    found = Elements(source)
    assert {tag for tag, _ in found.elements}.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert not re.search(r"url\(|@import|https?:", source)
    links = {attributes.get("href") or "" for attributes in found.of("a")}
    assert links
    ids = {attributes["id"] for _, attributes in found.elements if "id" in attributes}
    assert {link.removeprefix("#") for link in links} <= ids


def test_every_part_of_the_telling_is_on_it(explain: Explain) -> None:
    found = Elements(page(explain(TEXT)))
    shown = " ".join(found.shown)
    for part in ("subject of the verb", "خمسة جنود", "وزارة الدفاع", "2015-08-08 counted from 2015-08-09"):
        assert part in shown
    assert {"trigger", "actor", "place", "time", "figure", "source"} <= {m["class"] for m in found.of("mark")}


def test_what_was_read_is_escaped(explain: Explain) -> None:
    attack = "<script>alert(1)</script>"
    found = explain(f'{TEXT}\nوقال مسؤول "{attack}" إن <b onclick="x">مسلحين</b> هاجموا ثكنة في كركوك.')
    source = page(found)
    parsed = Elements(source)
    assert {tag for tag, _ in parsed.elements}.isdisjoint({"script", "b"})
    assert not any(name.startswith("on") for _, attributes in parsed.elements for name in attributes)
    assert (parsed.wrong, parsed.open) == ([], [])
    assert attack in "".join(parsed.shown).replace("\n", "")


def test_names_that_come_with_the_article_are_escaped(explain: Explain) -> None:
    found = explain(TEXT)
    named = replace(found.article, id="<i>a</i>", title="<u>$title</u>", publisher='"><img src=x>')
    parsed = Elements(page(replace(found, article=named)))
    assert {tag for tag, _ in parsed.elements}.isdisjoint({"i", "u", "img"})
    assert "<u>$title</u>" in " ".join(parsed.shown)


def test_an_article_without_events_says_why(explain: Explain) -> None:
    shown = " ".join(Elements(page(explain("خسر الفريق معركة التأهل في كأس العالم لكرة القدم."))).shown)
    assert "the gate stayed shut" in shown
