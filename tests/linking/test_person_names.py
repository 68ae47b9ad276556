"""Which spellings are one name of a person, and which are not."""

from __future__ import annotations

import pytest

from waqia.linking.person_names import read_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سامر حداد", "العميد سامر حداد"),
        ("سامر حداد", "اللواء الركن سامر حداد"),
        ("سامر الحداد", "سامر حداد"),
        ("إياد الرشيدي", "اياد الرشيدى"),
        ("رائد عبد الرحمن", "رائد عبدالرحمن"),
        ("أبو بكر الشامي", "ابوبكر الشامي"),
        ("فهد بن سعود", "فهد ابن سعود"),
        ("دونالد ترامب", "دونالد ترمب"),
        ("الرئيس الأميركي دونالد ترامب", "دونالد ترامب"),
        ("روستام غاليموف", "رستام جاليموف"),
        ("يان دي برويكر", "يان دي بروكر"),
    ],
)
def test_spellings_are_one_name(one: str, other: str) -> None:
    assert read_name(one) == read_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن عبود", "حسن عبيد"),
        ("حسن درويش", "حسين درويش"),
        ("محمد درويش", "محمود درويش"),
        ("حسن عبود", "حسن عبد الغني"),
        ("ماهر علي", "ماهر العلي"),
        ("فهد سعود", "فهد بن سعود"),
        ("رائد الصالح", "الرائد صالح"),
        ("سامر العلي", "سامر علي العلي"),
    ],
)
def test_names_of_two_are_two(one: str, other: str) -> None:
    assert read_name(one).parts != read_name(other).parts


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("سامر حداد", "سامر علي حداد"),
        ("سامر حداد", "سامر حداد الحموي"),
        ("سامر حداد", "أبو علي سامر حداد"),
        ("سامر حداد", "سامر حداد"),
    ],
)
def test_a_name_agrees_with_a_fuller_one(short: str, full: str) -> None:
    assert read_name(short).agrees(read_name(full))
    assert read_name(full).agrees(read_name(short))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد حداد", "سامر أحمد حداد"),  # the father
        ("سامر حداد", "ماهر حداد"),  # a brother
        ("سامر علي حداد", "سامر أحمد حداد"),
        ("أبو علي سامر حداد", "أبو أحمد سامر حداد"),
    ],
)
def test_relatives_do_not_agree(one: str, other: str) -> None:
    assert not read_name(one).agrees(read_name(other))


def test_a_short_name_is_the_end_of_a_full_one() -> None:
    assert read_name("حداد").ends(read_name("سامر الحداد"))
    assert read_name("عبد الرحمن").ends(read_name("رائد عبدالرحمن"))
    assert not read_name("سامر").ends(read_name("سامر حداد"))
    assert not read_name("سامر حداد").ends(read_name("ماهر سامر حداد"))


@pytest.mark.parametrize(
    ("text", "common"),
    [("محمد علي", True), ("أحمد الحسيني", True), ("سامر درعوزي", False), ("محمد علي حسن", False)],
)
def test_some_names_are_borne_by_thousands(text: str, common: bool) -> None:
    assert read_name(text).common is common


def test_a_name_by_a_child_alone_is_no_full_name() -> None:
    assert not read_name("أبو علي").full
    assert read_name("أبو علي الحموي").full
    assert read_name("أبو علي سامر حداد").kunya


def test_nothing_is_no_name() -> None:
    assert read_name("").parts == ()
