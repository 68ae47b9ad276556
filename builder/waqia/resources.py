"""Where ontology/ and queries/ are: package data of an installed wheel, or the folders of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _CHECKOUT / name


ONTOLOGY = _folder("ontology")
QUERIES = _folder("queries")
