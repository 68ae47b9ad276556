"""The same files come of the same articles, whatever the number of workers, the hash seed or the order given."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def build(root: Path, out: Path, *arguments: str | Path, hash_seed: str) -> dict[str, bytes]:
    """Build in a process of its own, and return the files by name."""
    environment = {**os.environ, "PYTHONPATH": str(root / "builder"), "PYTHONHASHSEED": hash_seed}
    command = [
        sys.executable,
        "-m",
        "waqia",
        "build",
        *map(str, arguments),
        "--out",
        str(out),
        "-f",
        "trig",
        "-f",
        "csv",
    ]
    ran = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert ran.returncode in (0, 1), ran.stderr.decode()
    return {path.name: path.read_bytes() for path in out.iterdir()}


def test_workers_hash_seed_and_order_do_not_matter(root: Path, seeds: Path, tmp_path: Path) -> None:
    files = sorted(seeds.glob("*.txt"))
    one = build(root, tmp_path / "one", *files, hash_seed="1")
    two = build(root, tmp_path / "two", *reversed(files), "--workers", "2", hash_seed="2")
    assert one.keys() == {"graph.nq", "graph.trig", "claims.csv", "events.jsonl"}
    assert [name for name in one if one[name] != two[name]] == []
