"""The program as a whole: help, version, pipes, locales."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from tests.cli.conftest import Run

from waqia import __version__, pipeline
from waqia.cli import app
from waqia.cli.main import COMMANDS, Command
from waqia.cli.options import AnswerFormat, Engine, FileFormat
from waqia.queries import Format
from waqia.sparql.engines import ENGINES

NAMES = ["build", "query", "incident", "queries", "validate", "export", "inspect", "stats", "reason"]


def program(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "waqia", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(root / "builder"), **environment},
    )


def test_version(waqia: Run) -> None:
    assert waqia("--version").out == f"waqia {__version__}\n"


def test_help_lists_the_commands_and_the_exit_statuses(waqia: Run) -> None:
    ran = waqia("--help")
    assert ran.status == 0
    assert all(f"\n  {name} " in ran.out for name in NAMES)
    assert "Exit status:" in ran.out


@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_command_ends_in_examples(waqia: Run, name: str) -> None:
    ran = waqia(name, "--help")
    assert ran.status == 0
    examples = ran.out.split("Examples:\n")[1].splitlines()
    assert examples
    assert all(line.strip().startswith(f"waqia {name}") for line in examples if line.strip())


def test_the_commands_are_those_of_the_help() -> None:
    assert [command.run.__name__ for command in COMMANDS] == NAMES


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_examples_parse(command: Command) -> None:
    assert command.examples
    for example in command.examples:
        _parse(example)


def test_the_commands_in_the_readme_parse(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    shell = "".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    lines = [line.split("#")[0] for line in shell.splitlines() if line.startswith("waqia ")]
    assert {line.split()[1] for line in lines} == set(NAMES)
    for line in lines:
        _parse(line)


def _parse(line: str) -> None:
    """Parse a line of shell that calls waqia: its options must exist (the files it names need not)."""
    words = line.split("<")[0].split(">")[0].split()[1:]
    group = typer.main.get_command(app)
    group.get_command(None, words[0]).make_context(words[0], words[1:])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "arguments", [(), ("paint",), ("build", "--nonsense"), ("build", "x", "--workers", "0")]
)
def test_usage_errors(waqia: Run, arguments: tuple[str, ...]) -> None:
    assert waqia(*arguments).status == 2


def test_the_names_of_formats_are_those_of_the_library() -> None:
    assert list(FileFormat) == list(pipeline.FILES)
    assert [each.value for each in AnswerFormat] == [each.value for each in Format]
    assert {each.value for each in Engine} == set(ENGINES)


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_arabic_in_a_pipe_is_utf8_and_has_no_marks_of_direction(root: Path, locale: str) -> None:
    ran = program(root, "queries", "--language", "ar", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (ran.returncode, ran.stderr.count(b"\n")) == (0, 1)
    text = ran.stdout.decode("utf-8")
    assert "كم عدد القتلى" in text
    assert not set(text) & set("\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\x1b")


def test_a_reader_that_goes_away_is_no_crash(root: Path) -> None:
    command = f"{sys.executable} -m waqia queries | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(root / "builder")}
    ran = subprocess.run(["bash", "-c", command], capture_output=True, check=False, env=environment)
    assert b"Traceback" not in ran.stderr
    assert ran.stdout.count(b"\n") == 1
