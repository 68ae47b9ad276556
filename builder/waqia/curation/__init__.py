"""What a user rules in files of her own: same or not, rejected, amended, reviewed (docs/curation.md)."""

from waqia.curation.model import Act, Curation, Curator, Passage, Ruling
from waqia.curation.reading import read_curation
from waqia.curation.ruling import NOTHING_RULED, Rulings

__all__ = [
    "NOTHING_RULED",
    "Act",
    "Curation",
    "Curator",
    "Passage",
    "Ruling",
    "Rulings",
    "read_curation",
]
