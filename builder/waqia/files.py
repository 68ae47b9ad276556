"""Writing files that appear complete or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from waqia.errors import WaqiaError


class CannotWrite(WaqiaError):
    """A file that cannot be written where the user wants it."""

    code = "output-failed"


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write `pieces` to `path`; whoever looks sees the file as it was before, or all of it.

    Raises:
        CannotWrite: the folder is not there, or cannot be written to.
    """
    write_all({path: pieces})


def write_all(contents: Mapping[Path, Iterable[bytes]]) -> None:
    """Write several files; none appears before the last one is complete.

    Raises:
        CannotWrite: a file cannot be written; then none is.
    """
    with ExitStack() as leftovers:
        written = {}
        for path, pieces in contents.items():
            written[path] = _write_beside(path, pieces)
            leftovers.callback(written[path].unlink, missing_ok=True)
        for path, temporary in written.items():
            try:
                temporary.replace(path)
            except OSError as error:
                raise CannotWrite(f"cannot be written: {error.strerror}", file=path) from error
        for folder in {path.parent for path in written}:
            _sync_folder(folder)


def make_folder(path: Path) -> None:
    """Make the folder `path`, with those above it, unless it is there.

    Raises:
        CannotWrite: it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(f"cannot be made: {error.strerror}", file=path) from error


def _write_beside(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write `pieces` to a temporary file in the folder of `path` and return it."""
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise CannotWrite(f"cannot be written: {error.strerror}", file=path) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_usual_mode())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CannotWrite(f"cannot be written: {error.strerror}", file=path) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _usual_mode() -> int:
    """Return the mode that a new file gets, which temporary files do not: they are for their owner alone."""
    mask = os.umask(0o022)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Let the new names reach the disk, where the system can do that for folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
