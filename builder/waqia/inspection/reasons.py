"""The codes of the stages in words: why a word tells no event, what decided a stance."""

from __future__ import annotations

_REASONS = {
    # no event
    "question": "asked, not told",
    "condition": "supposed, not told",
    "habit": "what usually happens",
    "not-said": "what somebody did not say",
    "any": "whichever it may be ('أي', 'من شأن')",
    "nearly": "nearly happened",
    "without": "told to be missing ('دون', 'بلا')",
    "purpose": "what something is done for",
    "excluded": "ruled out",
    "not-planned": "neither planned nor feared",
    "ceasing": "that it ends or is prevented",
    "vague": "too vague: no place, nobody who does or suffers it",
    "denied-detail": "a detail that is denied",
    "other sense": "another sense of the word (figurative, sport, commerce, a campaign)",
    "accident": "an accident or a disaster",
    "cleared of mines": "mines are cleared, no place is taken",
    "only held": "says only who holds the place",
    "with the press, or nobody's": "talks with the press, or of nobody",
    "nobody's": "nobody threatens or calls",
    "checkpoint": "a checkpoint and no ambush",
    "asks not to be named": "a source asks not to be named",
    "befalls people": "what takes hold of people takes no place",
    # stances
    "negation": "negated, and by nobody else's word",
    "denial": "governed by a denial",
    "denied-again": "a denial takes up what was told before",
    "double-denial": "a denial is denied",
    "denied-link": "only a part in it is denied",
    "not-excluded": "not ruled out",
    "cancelled": "cancelled",
    "foiled": "foiled",
    "attempt": "an attempt",
    "feared": "feared",
    "content": "what is threatened or called for",
    "future": "in the future",
    "modal": "may happen",
    "possible": "possible or coming, as its adjective says",
    "later": "after the day of publication",
    "plans": "planned",
    "postpones": "postponed",
    # certainties
    "Alleged": "only alleged, or what somebody is accused or suspected of",
    "Unconfirmed": "a rumour, or said not to be verified",
}


def reason(code: str) -> str:
    """A code of the stages in words."""
    if code.startswith("needs "):
        return f"its lexicon entry needs '{code.removeprefix('needs ')}', which is not there"
    return _REASONS.get(code, code)
