"""Find names of places that newspapers mostly use as ordinary words: candidates for ambiguous.csv.

    python ontology/sources/find_ambiguous.py NEWS.jsonl[.gz]... [--least 3]

Each line of NEWS is a JSON object with a `text`. Of each name that counts alone today, other than those of countries
and large cities, it counts how often it stands in the text and how often a noun or preposition of place leads it in
("مدينة", "قرب", "شمال"), and prints those that are rarely led in, the most frequent first, with an example. A person
decides: what is a word in most newspapers may still be a place in every article of war.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from waqia.arabic.folding import fold
from waqia.knowledge import Knowledge, load

LEADS = frozenset(
    fold(word)
    for word in """
    مدينة بلدة قرية محافظة ولاية ريف حي منطقة مديرية قضاء ناحية مخيم مطار معبر جبل وادي ميناء قاعدة إقليم جزيرة
    مقاطعة ضاحية جبهة طريق محيط سهل بلدات قرى مدن أحياء مدينتي بلدتي قريتي محافظتي
    شمال جنوب شرق غرب شمالي جنوبي شرقي غربي قرب
    """.split()
)
WORD = re.compile("[\u0621-\u064a]+")
PROCLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول")
LARGE = 300_000  # inhabitants from which a city is known well enough
SELDOM = 0.25  # share of uses that are led in, below which a name is suspect


def main() -> None:
    """Print the suspects found in the given files."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("news", nargs="+", type=Path)
    options.add_argument("--least", type=int, default=3, help="occurrences from which a name is reported")
    chosen = options.parse_args()
    known = load()
    used, led, example = count(words_of(chosen.news), clear_names(known))
    for name, times in used.most_common():
        if times >= chosen.least and led[name] < SELDOM * times:
            print(f"{name}\t{times}\t{led[name]}\t{example[name]}")


def clear_names(known: Knowledge) -> frozenset[str]:
    """The folded one-word names that count alone and name neither a country nor a large city."""
    return frozenset(
        name
        for name, places in known.places_by_name.items()
        if " " not in name
        and not any(p.needs_context or p.kind == "Country" or (p.population or 0) >= LARGE for p in places)
    )


def words_of(files: list[Path]) -> Iterator[list[str]]:
    """The folded words of each text."""
    for file in files:
        content = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for line in content.splitlines():
            yield WORD.findall(fold(json.loads(line)["text"]))


def count(
    texts: Iterator[list[str]], names: frozenset[str]
) -> tuple[Counter[str], Counter[str], dict[str, str]]:
    """How often each name stands in the texts, how often it is led in, and where it stands first."""
    used: Counter[str] = Counter()
    led: Counter[str] = Counter()
    example: dict[str, str] = {}
    for words in texts:
        for i, word in enumerate(words):
            for name in {
                word.removeprefix(clitic) for clitic in PROCLITICS if word.startswith(clitic)
            } & names:
                before = words[i - 1] if i else ""
                used[name] += 1
                led[name] += any(
                    before.removeprefix(clitic).removeprefix("ال") in LEADS for clitic in PROCLITICS
                )
                example.setdefault(name, " ".join(words[max(0, i - 3) : i + 4]))
    return used, led, example


if __name__ == "__main__":
    main()
