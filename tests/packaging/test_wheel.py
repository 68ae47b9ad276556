"""What is installed does the main job: the wheel has all it needs and nothing that is not ours to give on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ARTICLE = (
    "2024-12-07\nأعلنت وزارة الدفاع السورية مقتل ثلاثة جنود في قصف مدفعي على مدينة حمص مساء أمس الجمعة.\n"
)


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the build tools that are installed here, so that no network is needed."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = out.glob("waqia-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, and nothing of this checkout, into an environment of its own; return its Python.

    What waqia depends on is taken from the environment that the tests run in: `make demo` shows that the lock
    installs it, and installing it a second time would double the time of the tests.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    run = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run([*run, "install", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    dependencies = home / "dependencies"
    dependencies.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "waqia" not in entry.name:
            (dependencies / entry.name).symlink_to(entry)
    (site / "dependencies.pth").write_text(str(dependencies), encoding="utf-8")
    return python


def environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}


def test_the_wheel_carries_ontology_and_queries_and_not_the_seeds(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {f"waqia/ontology/{path.name}" for path in (root / "ontology").iterdir() if path.is_file()}
    wanted |= {f"waqia/queries/{path.name}" for path in (root / "queries").glob("*.rq")}
    modules = (root / "builder" / "waqia").rglob("*.py")
    wanted |= {str(path.relative_to(root / "builder")) for path in modules}
    assert wanted | {"waqia/py.typed"} <= names
    assert not [name for name in names if re.search("seeds|/sources/|tests", name)]
    assert {name.split("/")[0].split("-")[0] for name in names} == {"waqia"}
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)


def test_the_installed_program_builds_a_graph_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    program = installed.parent / "waqia"

    def waqia(*arguments: str) -> str:
        ran = subprocess.run(
            [program, *arguments],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout

    assert waqia("build", "a.txt", "--out", "out").startswith("1 articles, 1 events")
    assert "وزارة الدفاع السورية" in waqia("query", "casualties-by-source", "--param", "place=حمص")
    assert waqia("validate") == "out: consistent, and conforms to the shapes\n"


def test_what_is_installed_is_what_runs(installed: Path, root: Path, tmp_path: Path) -> None:
    code = "import waqia, waqia.resources as r; print(waqia.__file__, r.ONTOLOGY, r.QUERIES, sep='\\n')"
    ran = subprocess.run(
        [installed, "-c", code],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    paths = [Path(line) for line in ran.stdout.splitlines()]
    assert all(path.is_relative_to(installed.parent.parent) for path in paths)
    assert not any(path.is_relative_to(root / "builder") for path in paths)
