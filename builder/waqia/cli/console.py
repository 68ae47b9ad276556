"""What the commands have in common: streams, exit statuses, tables, progress."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import ParamSpec

import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from waqia.articles import Problem
from waqia.errors import WaqiaError
from waqia.pipeline import Watch

P = ParamSpec("P")
_WIDE = 10_000


class Status(IntEnum):
    """What the exit status says; the last two are those that shells give to interrupted programs."""

    OK = 0
    UNSOUND = 1
    USAGE = 2
    SKIPPED = 3
    INTERRUPTED = 130
    NOBODY_READS = 141


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Return `command` with its errors told in a line and an exit status instead of a traceback."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except WaqiaError as error:
            complain(str(error))
            raise typer.Exit(Status.USAGE) from error
        except KeyboardInterrupt as error:
            complain("interrupted")
            raise typer.Exit(Status.INTERRUPTED) from error
        except BrokenPipeError as error:
            # Whoever read the output has gone; at exit nothing must be flushed to it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(Status.NOBODY_READS) from error

    return run


def complain(message: str) -> None:
    """Say `message` on standard error, in one line."""
    typer.echo(f"waqia: {' '.join(message.split())}", err=True)


def report(problems: Iterable[Problem]) -> None:
    """Say what was wrong with the input, a line each."""
    for problem in problems:
        complain(f"{'skipped' if problem.skipped else 'warning'}: {problem.error}")


def print_table(table: Table) -> None:
    """Print `table` as `print_rich` does."""
    print_rich(table)


def print_rich(renderable: RenderableType) -> None:
    """Print a table or text: as wide as the terminal, or in a pipe as wide as it needs to be.

    No marks of direction are put around Arabic: terminals that show it order it themselves, and what is read by
    programs stays what it is.
    """
    if sys.stdout.isatty():
        Console().print(renderable)
        return
    console = Console(width=_WIDE, color_system=None)
    with console.capture() as captured:
        console.print(renderable)
    typer.echo("\n".join(line.rstrip() for line in captured.get().rstrip("\n").split("\n")))


def in_colour() -> bool:
    """Return whether what is printed shows in colours: on a terminal that has them, and whose user wants them."""
    console = Console()
    return sys.stdout.isatty() and console.color_system is not None and not console.no_color


def terminal_width() -> int | None:
    """Return how wide the terminal is; None in a pipe."""
    return Console().width if sys.stdout.isatty() else None


@contextmanager
def progress() -> Iterator[Watch]:
    """Show how far the pipeline is: bars on a terminal, nothing in a pipe."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def watch(stage: str, done: int, total: int) -> None:
            for name, task in tasks.items():
                if name != stage:
                    bars.update(task, completed=bars.tasks[task].total)
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield watch
