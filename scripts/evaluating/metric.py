"""The measure: do the quotes found have the right words and the right source?

Words are ``\\w+`` runs, so quotation marks never count. Two contents match leniently where the words they share are at
least half of the words of either (intersection over union), one to one, best first; strictly where they have the same
words. A match is right end to end where the sources overlap too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

LEAST_SHARED = 0.5
FUNCTION_WORDS = frozenset("""a an some any each every both all many most several few the other another of in on at for
    to from by with and or but as is was are were be been has had have not no s t d ll re ve also new former two
    three""".split())
TITLES = frozenset("""mr mrs ms miss dr sir lord lady rev prof sen rep gov gen col sgt capt lt president senator
    representative governor secretary candidate nominee republican democrat democratic congressman congresswoman
    minister prime chief spokesman spokeswoman spokesperson mayor judge justice attorney director chairman
    chairwoman""".split())
PRONOUNS = frozenset("""i me my we us our you your he him his she her hers it its they them their theirs who whom whose
    which that this these those himself herself itself themselves myself yourself one someone everyone anyone
    nobody""".split())

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Hits among what was found and among what is there."""

    hits_found: int
    found: int
    hits_gold: int
    gold: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def precision(self) -> float:
        return 100 * self.hits_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.hits_gold / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What ``score`` counts over all articles. ``speaker`` is the share of lenient matches with the right source,
    ``named`` that of gold quotes found under the resolved name (both of those that have one), in percent."""

    token: Ratio
    strict: Ratio
    lenient: Ratio
    end_to_end: Ratio
    attributed: Ratio
    speaker: float
    named: float


def score(gold: Iterable[dict], predicted: dict[str, list[dict]], *,
          counted: Callable[[dict], bool] = lambda quote: True) -> Scores:
    """Compare quotes with gold, article by article.

    Args:
        gold: articles with ``id``, ``text`` and ``quotes`` (``content``, ``source`` spans; ``speaker`` if known).
        predicted: for each id the quotes found, in the same form; ``speaker`` is a name or None.
        counted: which gold quotes count; others neither help nor harm (only recall is meaningful then).
    """
    total: Counter[str] = Counter()
    for article in gold:
        total.update(_counts(article["text"], article["quotes"], predicted.get(article["id"], []), counted))
    t = total

    def ratio(name: str) -> Ratio:
        return Ratio(t[name], t["found"], t[name], t["gold"])

    return Scores(token=Ratio(t["word_hits_found"], t["words_found"], t["word_hits_gold"], t["words_gold"]),
                  strict=ratio("strict"), lenient=ratio("lenient"), end_to_end=ratio("end_to_end"),
                  attributed=Ratio(t["right_found"], t["words_found"], t["right_gold"], t["words_gold"]),
                  speaker=100 * t["source_right"] / max(1, t["with_source"]),
                  named=100 * t["named_right"] / max(1, t["with_name"]))


def _counts(text: str, gold: Sequence[dict], found: Sequence[dict], counted: Callable[[dict], bool]) -> Counter[str]:
    places = [match.span() for match in re.finditer(r"\w+", text)]
    golds = [(quote, words) for quote in gold if (words := covered(places, quote["content"]))]
    preds = [(quote, words) for quote in found if (words := covered(places, quote["content"]))]
    lenient = matches([w for _, w in golds], [w for _, w in preds], least=LEAST_SHARED)
    strict = matches([w for _, w in golds], [w for _, w in preds], least=1.0)
    count: Counter[str] = Counter(found=len(preds))
    right: set[int] = set()
    for quote, words in golds:
        for other, others in preds:
            if words & others and same_source(text, quote, other):
                right |= words & others
    for number, (quote, words) in enumerate(golds):
        if not counted(quote):
            continue
        count["gold"] += 1
        count["strict"] += number in strict
        matched = preds[lenient[number]][0] if number in lenient else None
        if quote.get("speaker"):
            count["with_name"] += 1
            count["named_right"] += matched is not None and same_name(quote["speaker"], matched.get("speaker"))
        if matched is None:
            continue
        count["lenient"] += 1
        same = same_source(text, quote, matched)
        count["end_to_end"] += same
        if quote.get("source"):
            count["with_source"] += 1
            count["source_right"] += same
    words_gold = set().union(*(words for quote, words in golds if counted(quote)))
    words_found = set().union(*(words for _, words in preds))
    everything = set().union(*(words for _, words in golds))
    count.update(words_gold=len(words_gold), word_hits_gold=len(words_gold & words_found),
                 words_found=len(words_found), word_hits_found=len(words_found & everything),
                 right_gold=len(words_gold & right), right_found=len(words_found & right))
    return count


def covered(places: Sequence[tuple[int, int]], spans: Spans) -> set[int]:
    """Positions of the words that overlap any span."""
    return {i for i, (start, end) in enumerate(places) if any(start < e and end > s for s, e in spans)}


def matches(gold: Sequence[set[int]], found: Sequence[set[int]], *, least: float) -> dict[int, int]:
    """One-to-one matches, gold to found, of sets that share at least ``least`` of their union; best first."""
    pairs = sorted((-len(g & f) / len(g | f), min(g), i, j)
                   for i, g in enumerate(gold) for j, f in enumerate(found)
                   if g & f and len(g & f) >= least * len(g | f))
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in pairs:
        if i not in matched and j not in used:
            matched[i] = j
            used.add(j)
    return matched


def aligned(text: str, gold: Sequence[dict], found: Sequence[dict], *, least: float = LEAST_SHARED) -> dict[int, int]:
    """One-to-one matches of quotes by their places in the two lists, gold to found, best first."""
    places = [match.span() for match in re.finditer(r"\w+", text)]
    return matches([covered(places, quote["content"]) for quote in gold],
                   [covered(places, quote["content"]) for quote in found], least=least)


def same_source(text: str, gold: dict, found: dict) -> bool:
    """Does a found quote name the source that gold names? Where gold names none, any will do."""
    return not gold.get("source") or sources_overlap(text, gold["source"], found.get("source") or [])


def sources_overlap(text: str, gold: Spans, found: Spans) -> bool:
    """Do two sources share a name, wherever it stands, or a word at the same place that is no function word?"""
    wanted, given = _source_words(text, gold), _source_words(text, found)
    if _names(wanted) & _names(given):
        return True
    shared = wanted.keys() & given.keys()
    if set(wanted.values()) <= FUNCTION_WORDS:
        return bool(shared)
    return any(wanted[place] not in FUNCTION_WORDS for place in shared)


def _source_words(text: str, spans: Spans) -> dict[int, str]:
    return {m.start(): m.group().lower() for s, e in spans for m in re.compile(r"\w+").finditer(text, s, e)}


def _names(words: dict[int, str]) -> set[str]:
    return set(words.values()) - FUNCTION_WORDS - TITLES - PRONOUNS


def same_name(gold: dict, found: str | None) -> bool:
    """Is a resolved name the fullest name that gold gives? Case, accents, titles and articles don't count."""
    return _folded(gold["name"]) <= _folded(found or "") if gold.get("name") else not found


def is_linked(gold: dict, found: str | None) -> bool:
    """Is a resolved name the name that gold gives or one of its aliases? Of several names (``A; B``) each last word
    must be there."""
    words = _folded(found or "")
    names = [_folded(name) for name in (gold["name"], *gold.get("aliases", ()))]
    if ";" in gold["name"]:
        return all(parts and parts[-1] in words for parts in map(_folded_words, gold["name"].split(";")))
    return any(name and name <= words for name in names)


def _folded(name: str) -> set[str]:
    return set(_folded_words(name))


def _folded_words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return [word for word in re.findall(r"\w+", plain) if word not in TITLES | {"the", "a", "an", "and", "s"}]
