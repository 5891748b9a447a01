"""Why something is missed, spurious, or only half right, told by rules from gold, candidates and parse."""

from __future__ import annotations

from collections.abc import Sequence

from evaluating.constructs import Marked, has_verb
from quotes.data import Word, relation
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.choosing import THRESHOLD
from quotes.detecting.evidence import alike
from quotes.detecting.explaining import pattern_of
from quotes.detecting.lexicon import is_cue

HALF = 0.5
"""Share of words in common, of all their words, from which two contents match."""


def of_missed(article: Article, gold: Marked, *, found: Sequence[Marked], candidates: Sequence[Candidate]) -> str:
    """Why a gold attribution is not matched."""
    if any(_match(gold, one.content) for one in found):
        return "one row for two attributions"
    near = next((one for one in found if _meet(gold.cue, one.cue) and _meet(gold.content, one.content)), None)
    if near is not None:
        return f"found, but {_short_of_half(gold.content, near.content)}"
    fitting = [one for one in candidates if _match(gold, _bare(article, one))]
    if fitting:
        best = max(fitting, key=lambda one: one.score)
        return f"under the cut-off, {_seen_by(best)}" if best.score < THRESHOLD else "ruled out by another row"
    if any(article.inside[at] >= 0 and article.word(at).upos != "PUNCT" for at in gold.cue):
        return "its cue is inside quotation marks"
    if any(_meet(gold.cue, one.cue) for one in candidates):
        return "its cue is seen with other words"
    if not is_cue(article.words(gold.cue)):
        return "not seen: cue not in the lexicon"
    if not has_verb(article, gold.content):
        return "not seen: content without a verb"
    return "not seen: no source" if not gold.source else "not seen: cue known"


def of_spurious(article: Article, found: Marked, *, gold: Sequence[Marked]) -> str:
    """Why what was found matches nothing in the gold."""
    if any(_match(found, one.content) for one in gold):
        return "a second row for one attribution"
    near = next((one for one in gold if _meet(found.cue, one.cue) and _meet(found.content, one.content)), None)
    if near is not None:
        return f"a missed one, but {_short_of_half(near.content, found.content)}"
    if any(_meet(found.cue, one.content) for one in gold):
        return "inside another attribution"
    if any(_meet(found.content, one.content) for one in gold):
        return "words of another attribution"
    if not is_cue(article.words(found.cue)):
        return "no attribution: cue not in the lexicon"
    if not found.source:
        return "no attribution: no source"
    kind = "statement" if found.act == "speech" else "thought"
    return f"no attribution: a {kind} {'with' if has_verb(article, found.content) else 'without'} a verb"


def of_source(article: Article, gold: Marked, found: Marked) -> str:
    """How the source of a matched attribution is wrong."""
    if not found.source:
        return "none given"
    if _meet(gold.source, found.source):
        return "only small words in common"
    kind = f"{_nominal(article, found.source)} for {_nominal(article, gold.source)}"
    far = article.word(found.source[0]).sentence != article.word(gold.source[0]).sentence
    return f"{kind}, from another sentence" if far else kind


def of_edges(article: Article, gold: Marked, found: Marked) -> str:
    """Which is the longest stretch of words that one content has and the other doesn't, and with what it opens."""
    wanted, given = set(gold.content), set(found.content)
    common = wanted & given
    runs = _runs(article, wanted ^ given, common)
    if not runs or not common:
        return "differs in a sign or number"
    run = max(runs, key=len)
    extra = run[0] in given
    if run[-1] < min(common):
        where = "begins early, with" if extra else "begins late, without"
    elif run[0] > max(common):
        where = "ends late, with" if extra else "ends early, without"
    else:
        where = "has in the middle" if extra else "lacks in the middle"
    owner = gold if extra else found
    if set(run) <= {*owner.cue, *owner.source}:
        return f"{where} words that are cue or source {'in the gold' if extra else 'of what was found'}"
    return f"{where} {_role(article, run, common, {*gold.cue, *found.cue})}"


def _runs(article: Article, words: set[int], common: set[int]) -> list[list[int]]:
    """Stretches of words with only punctuation between."""
    runs: list[list[int]] = []
    for at in sorted(words):
        if runs and all(article.word(gap).upos == "PUNCT" for gap in range(runs[-1][-1] + 1, at)):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _seen_by(one: Candidate) -> str:
    if one.learned is None:
        return "seen by a pattern alone"
    return "seen by the learned model and a pattern" if pattern_of(one.reason) else "seen by the learned model alone"


def _short_of_half(gold: Sequence[int], found: Sequence[int]) -> str:
    wanted, given = set(gold), set(found)
    if given < wanted:
        return "less than half of it"
    return "with more than as much again" if given > wanted else "more than half of the words differ"


def _role(article: Article, run: Sequence[int], common: set[int], cue: set[int]) -> str:
    """What a stretch of words is to the cue or to the words in common, else with what it opens."""
    first = article.word(run[0])
    if not any(article.word(at).sentence == first.sentence for at in common):
        return "another sentence"
    above = {relation(word): word.head for word in article.words(run) if word.head not in run}
    if any(above.get(name, -1) in cue for name in ("obj", "iobj")):
        return "the cue's object"
    if "nsubj" in above:
        return "the cue's subject" if above["nsubj"] in cue else "the subject of the clause"
    if run[0] > min(common) and article.word(run[0] - 1).text in (",", "—", "–", "--", "-", ";"):
        return "what follows a comma or dash"
    return _class_of(first)


def _class_of(word: Word) -> str:
    if word.upos in ("SCONJ", "PART"):
        return "*that*, *to* or *whether*"
    if word.xpos in ("WDT", "WP", "WRB"):
        return "a relative or question word"
    if word.upos == "ADP":
        return "a prepositional phrase"
    if word.upos == "CCONJ":
        return "what a conjunction joins"
    if word.upos == "ADV":
        return "an adverb"
    return "a verb" if word.upos in ("VERB", "AUX") else "a noun phrase"


def _nominal(article: Article, source: Sequence[int]) -> str:
    tags = {article.word(at).upos for at in source}
    return "a name" if "PROPN" in tags else "a noun" if "NOUN" in tags else "a pronoun"


def _bare(article: Article, one: Candidate) -> tuple[int, ...]:
    taken = {*one.cue, *one.source}
    return tuple(at for at in one.content if at not in taken and article.word(at).upos != "PUNCT")


def _match(one: Marked, content: Sequence[int]) -> bool:
    return bool(one.content and content) and alike(one.content, content) >= HALF


def _meet(one: Sequence[int], other: Sequence[int]) -> bool:
    return not set(one).isdisjoint(other)
