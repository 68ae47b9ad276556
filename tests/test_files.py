from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from waqia.files import CannotWrite, make_folder, write_all, write_whole


def broken() -> Iterator[bytes]:
    yield b"half"
    raise RuntimeError("the rest does not come")


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", [b"one\n", b"two\n"])
    assert (tmp_path / "a.txt").read_bytes() == b"one\ntwo\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_half_written_does_not_appear(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        write_whole(tmp_path / "a.txt", broken())
    assert list(tmp_path.iterdir()) == []


def test_what_stood_there_stays_until_the_new_file_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(RuntimeError):
        write_whole(tmp_path / "a.txt", broken())
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    write_whole(tmp_path / "a.txt", [b"new"])
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_of_several_files_none_appears_before_all_are_whole(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        write_all({tmp_path / "a.txt": [b"whole"], tmp_path / "b.txt": broken()})
    assert list(tmp_path.iterdir()) == []


def test_files_get_the_mode_that_new_files_get(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.txt", [b"x"])
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as caught:
        write_whole(tmp_path / "gone" / "a.txt", [b"x"])
    assert str(caught.value) == f"{tmp_path}/gone/a.txt: cannot be written: No such file or directory"


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_whole(tmp_path / "a.txt", [b"x"])
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="No space left on device"):
        write_whole(tmp_path / "a.txt", [b"x"])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
