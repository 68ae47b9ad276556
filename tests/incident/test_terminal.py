"""An incident as it is printed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from waqia.incident import Incident
from waqia.incident.model import Passage
from waqia.incident.terminal import line, overview, renderables


def printed(incident: Incident, *, language: str = "en", iris: bool = False, width: int = 2000) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None)
    with console.capture() as captured:
        for renderable in renderables(incident, language=language, iris=iris):
            console.print(renderable)
    return captured.get()


def rows(text: str) -> list[list[str]]:
    lines = (line for line in text.splitlines() if line.startswith("│"))
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in lines]


def test_every_value_stands_once_with_who_says_it(bombing: Incident) -> None:
    found = rows(printed(bombing))
    assert ["Killed", "12 شخصا = 12", "1", "شبكة الرصد"] in found
    assert ["", "تسعة أشخاص = 9", "2", "مصدر طبي"] in found
    assert ["", "طفلان = 2 · included in: 12 شخصا", "1", "شبكة الرصد"] in found
    assert ["stated date", "2017-03-04", "1, 5", "شبكة الرصد; وكالة الساحل"] in found
    assert ["perpetrator", "جبهة النصرة", "4", "جبهة النصرة (Denies)"] in found


def test_each_claim_stands_with_its_source_article_and_passages(bombing: Incident) -> None:
    found = rows(printed(bombing))
    first, second = bombing.versions[1].passages[0], bombing.versions[4].passages[1]
    assert [
        "2",
        "مصدر طبي · relayed by: وكالة الساحل · said via: تطبيق تلغرام",
        "Asserts, Unconfirmed",
        "furat · صحيفة الفرات · 2017-03-05",
        f"{first.start}-{first.end}",
        "أن تسعة أشخاص قتلوا",
    ] in found
    assert found.count(["", "", "", "", f"{second.start}-{second.end}", "وقتل العميد سامر النجار"]) == 1


def test_what_disagrees_stands_side_by_side(bombing: Incident) -> None:
    found = rows(printed(bombing))
    assert [
        *("disagrees on toll", "1", "شبكة الرصد: 12 شخصا (Killed)", "2", "مصدر طبي: تسعة أشخاص (Killed)")
    ] in found
    assert [
        "disagrees on perpetrator",
        "3",
        "المجلس المحلي: جبهة النصرة (accused)",
        "4",
        "جبهة النصرة: Denies: جبهة النصرة (perpetrator)",
    ] in found
    assert "What does not agree" not in printed(replace(bombing, disagreements=()))


def test_iris_are_there_for_who_asks(bombing: Incident) -> None:
    version = bombing.versions[0]
    assert version.telling not in printed(bombing)
    assert ["1", version.iri, version.telling, version.article.iri] in rows(printed(bombing, iris=True))


def test_terms_in_arabic(bombing: Incident) -> None:
    found = rows(printed(bombing, language="ar"))
    assert ["تخالف في الحصيلة", "1"] in [row[:2] for row in found]
    assert printed(bombing, language="ar").startswith("تفجير سيارة مفخخة · 2017-03-04 · الرستن\n")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_on_a_narrow_terminal_nothing_is_cut_off(bombing: Incident, width: int) -> None:
    text = printed(bombing, width=width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text


def test_no_character_commands_the_terminal_or_turns_the_direction(bombing: Incident) -> None:
    first = replace(bombing.versions[0], passages=(Passage(0, 9, "قتل\x1b[31m \u202e12\u200f\nشخصا"),))
    text = printed(replace(bombing, versions=(first, *bombing.versions[1:])))
    assert "قتل\ufffd[31m 12 شخصا" in text
    assert not {"\x1b", "\u202e", "\u200f"} & set(text)


def test_several_are_listed_to_choose_from(bombing: Incident) -> None:
    console = Console(file=io.StringIO(), width=2000, color_system=None)
    other = replace(bombing, iri="https://example.org/other", realization="Unrealized", disagreements=())
    with console.capture() as captured:
        console.print(overview([bombing, other], language="en"))
    iri = bombing.iri.removeprefix("https://w3id.org/waqia/id/")
    assert rows(captured.get()) == [
        ["Car bombing", "2017-03-04", "الرستن", "2", "5", "2", iri],
        [
            "Car bombing · Unrealized happening",
            "2017-03-04",
            "الرستن",
            "2",
            "5",
            "",
            "https://example.org/other",
        ],
    ]
    assert line(bombing, "en") == f"Car bombing · 2017-03-04 · الرستن · {iri}"
