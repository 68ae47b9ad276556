"""The project's own files agree with one another."""

from __future__ import annotations

import re
import stat
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import waqia

LOCKS = ["requirements.lock", "requirements-build.lock", "requirements-dev.lock"]


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def pins(text: str) -> dict[str, list[Requirement]]:
    """Return the pinned requirements of a lock by name; several where Python versions differ."""
    found: dict[str, list[Requirement]] = {}
    for line in text.splitlines():
        if line and line[0].isalnum():
            requirement = Requirement(line.rstrip(" \\"))
            found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_hashes_and_names_no_place(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--extra-index|--find-links|/tmp/|\.\./", text)
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^\s*#.*\n?", "", text))
    assert all("--hash=sha256:" in block for block in blocks if block.strip())


def test_the_locks_hold_every_dependency_within_its_bounds(root: Path, project: dict[str, Any]) -> None:
    locked = pins((root / "requirements.lock").read_text(encoding="utf-8"))
    for wanted in map(Requirement, project["project"]["dependencies"]):
        assert "<" in str(wanted.specifier)
        assert ">=" in str(wanted.specifier)
        for pin in locked[canonicalize_name(wanted.name)]:
            (version,) = (each.version for each in pin.specifier)
            assert version in wanted.specifier, f"{pin} is outside {wanted}"


def test_the_locks_agree_with_one_another(root: Path) -> None:
    runtime, build, dev = (pins((root / name).read_text(encoding="utf-8")) for name in LOCKS)
    for name in {*runtime, *build}:
        versions = {str(pin.specifier) for pin in dev[name]}
        assert {str(pin.specifier) for pin in runtime.get(name, build.get(name, []))} == versions


def test_the_changelog_begins_with_this_version(root: Path) -> None:
    headings = re.findall(r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == waqia.__version__


def test_the_licence_is_whole_and_the_notice_says_what_is_not_under_it(root: Path) -> None:
    licence = (root / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    assert all(word in notice for word in ("seeds/", "GeoNames", "mazini", "Attribution 4.0"))


def test_the_check_script_runs_tests_and_linters(root: Path) -> None:
    script = root / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert {"make lint", "make test"} <= set(text.splitlines())


def test_every_folder_of_code_is_a_package(root: Path) -> None:
    package = root / "builder" / "waqia"
    folders = {path.parent for path in package.rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_every_test_file_is_collected(root: Path) -> None:
    """A file with tests is named so that pytest finds it."""
    for path in (root / "tests").rglob("*.py"):
        has_tests = re.search(r"^(?:async )?def test_", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert not has_tests or path.name.startswith("test_"), path
