from __future__ import annotations

import pytest

from waqia.arabic.folding import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [("أُسْرَةٌ", "اسره"), ("إلى", "الي"), ("مسؤولـــون", "مسوولون"), ("٢٠١٥", "2015"), ("Ñ,ب", "Ñ,ب"), ("", "")],
)
def test_letters_that_writers_use_for_one_another_are_made_one(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_long_text_is_folded_as_its_letters_are() -> None:
    letters = [chr(code) for code in (*range(0x0600, 0x0700), *range(0x2000, 0x2070))]
    assert fold(" ".join(letters)) == " ".join(map(fold, letters))
