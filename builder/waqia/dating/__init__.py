"""Dating: when an article without a date was published, as far as it can be told from what it says."""

from waqia.dating.model import Dating, Ground, Passage, Reason
from waqia.dating.working_out import date_articles

__all__ = ["Dating", "Ground", "Passage", "Reason", "date_articles"]
