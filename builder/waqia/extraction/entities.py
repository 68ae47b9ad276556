"""When two mentions of one article name the same actor: by identity, or by their telling words."""

from __future__ import annotations

import re
from functools import lru_cache

from waqia.arabic.folding import fold

from .templates import Mention

# Words that say what kind of thing is named, not which; left out unless nothing else remains.
_KINDS = frozenset(
    """قوات قوه تنظيم جماعه حركه جبهه حزب جيش ميليشيا ميليشيات مليشيا مليشيات ميليشات كتيبه كتائب لواء
    فصيل فصائل فرقه مقاتلو مقاتلي مقاتلين مسلحو مسلحي مسلحين عناصر عنصر افراد رجال
    طيران طائرات مقاتلات مروحيات مواقع موقع تجمع تجمعات""".split()
)
_ENDING = re.compile(r"(?<=..)(?:ون|ين|ات|ان|يه|ه|ي|و|ا)$")


@lru_cache(maxsize=4096)
def telling_words(name: str) -> frozenset[str]:
    """The stems of a name's words that tell which one it is."""
    words = [re.sub(r"^(?:ال|لل)(?=..)", "", w) for w in re.findall(r"\w+", fold(name))]
    stems = {_ENDING.sub("", w) for w in words if w not in _KINDS and len(w) > 2}
    return frozenset(stems or {_ENDING.sub("", w) for w in words})


def same(a: Mention, b: Mention) -> bool:
    """Whether two mentions name one actor: one IRI, or the telling words of one all among the other's."""
    if a.iri and b.iri:
        return a.iri == b.iri
    x, y = telling_words(a.text), telling_words(b.text)
    return x <= y or y <= x
