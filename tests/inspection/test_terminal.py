"""An inspection on a terminal, with colours and without."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text
from tests.inspection.conftest import Explain

from waqia.inspection import Inspection
from waqia.inspection.terminal import renderables

TEXT = "هاجم مسلحون ثكنة في كركوك أمس، بحسب وزارة الدفاع."


def printed(found: Inspection, *, coloured: bool) -> str:
    console = Console(width=400, color_system="truecolor" if coloured else None, force_terminal=coloured)
    with console.capture() as captured:
        for renderable in renderables(found, coloured=coloured):
            console.print(renderable)
    return captured.get()


def test_without_colours_the_marks_are_written_into_the_text(explain: Explain) -> None:
    out = printed(explain(TEXT), coloured=False)
    assert (
        "[trigger e1 هاجم] [actor مسلحون] ثكنة في [place كركوك] [time أمس]، بحسب [source وزارة الدفاع]."
        in out
    )
    assert "subject of the verb" in out
    assert "\x1b" not in out


def test_with_colours_the_text_stays_as_it_is(explain: Explain) -> None:
    out = printed(explain(TEXT), coloured=True)
    assert "[trigger" not in out
    assert Text.from_ansi(out).plain.count(TEXT) == 1


def test_a_text_cannot_command_the_terminal_and_marks_stay_on_their_words(explain: Explain) -> None:
    out = printed(explain(f"\x1b[2J\x07[bold]قال مراسلنا:\r\n{TEXT}"), coloured=False)
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "[bold]" in out
    assert "[place كركوك]" in out


def test_a_gate_that_stays_shut_is_told(explain: Explain) -> None:
    out = printed(explain("خسر الفريق معركة التأهل في كأس العالم لكرة القدم."), coloured=False)
    assert "the gate stayed shut" in out
    assert "(elsewhere)" in out
