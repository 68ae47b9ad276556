"""A page of measurements that several benchmarks write, each its section."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """The processor and the versions that decide how fast it is."""
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text(encoding="utf-8").splitlines() if cpu.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.processor() or platform.machine()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, {python}, spaCy {version('spacy')}"


def put_section(file: Path, text: str) -> None:
    """Put the section `text` into the Markdown `file`, in the place of the one with its heading if there is one."""
    heading = text.partition("\n")[0]
    written = file.read_text(encoding="utf-8") if file.exists() else "# Performance\n"
    before, found, rest = written.partition(heading + "\n")
    after = rest[rest.index("\n## ") :] if found and "\n## " in rest else ""
    file.write_text(f"{before.rstrip()}\n\n{text}{after}", encoding="utf-8")
