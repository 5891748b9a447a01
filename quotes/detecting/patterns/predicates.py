"""What something is called, in marks: *called the camps "a disgrace"*, *described it as "odd"*.

The marks show the end of the content and the cue its start, so that no tree is needed.
"""

from __future__ import annotations

from quotes.data import Word, relation
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import noun_phrase
from quotes.detecting.lexicon import Entry
from quotes.detecting.patterns.statements import is_title
from quotes.detecting.patterns.subjects import source_of
from quotes.detecting.patterns.verbs import cue_of

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_BARRED = frozenset(("VERB", "AUX", "CCONJ", "SCONJ"))
_REACH = 14
"""Words of the longest object."""


def in_marks(article: Article, verb: int, entry: Entry) -> Candidate | None:
    """The attribution of a quotation that says what the object of a verb is."""
    if "pred" not in entry.frames and "obj" not in entry.frames or entry.act != "speech":
        return None
    between = _up_to_marks(article, verb)
    if between is None:
        return None
    number = article.inside[between.stop] if article.inside[between.stop] >= 0 else article.inside[between.stop + 1]
    words = [at for at in between if at not in article.punctuation]
    by_as = bool(words) and article.word(words[-1]).lemma == "as"
    named = words[:-1] if by_as else words
    if not by_as and "pred" not in entry.frames or _is_name(article, number):
        return None
    if named and not _may_end_object(article.word(named[-1])):
        return None
    source = source_of(article, verb)
    relative = [] if named else _relative(article, verb, source)
    if not source or not named and not relative:
        return None
    content = [*relative, *(words if named else []), *range(*article.quoted_words[number])]
    cue = (*cue_of(article, verb), *(words if not named else []))
    return Candidate(cue, tuple(at for at in content if at not in source), source, 0.85, entry.act, "pred")


def _may_end_object(word: Word) -> bool:
    """Whether a noun phrase may end in a word: a noun, a pronoun or *that*, but no article or adjective."""
    return word.upos in _NOMINAL or word.xpos == "DT" and word.lemma.lower() not in ("the", "a", "an")


def _up_to_marks(article: Article, verb: int) -> range | None:
    """The words from a verb to the next quotation, if no other clause or stop lies between."""
    last = min(article.sentence(verb)[1] - 1, verb + _REACH)
    for at in range(verb + 1, last + 1):
        word = article.word(at)
        if article.inside[at] >= 0:
            return range(verb + 1, at)
        if word.upos == "PUNCT" and not _opens(article, at):
            return None
        if word.upos in _BARRED and word.text.lower() not in ("as", "that"):
            return None
    return None


def _opens(article: Article, at: int) -> bool:
    """Whether a mark opens a quotation."""
    return at + 1 < len(article.parse.starts) and article.inside[at + 1] >= 0


def _is_name(article: Article, number: int) -> bool:
    """Whether a quotation is a name: *dubbed it "Frankie"*."""
    first, last = article.quoted_words[number]
    words = [article.word(at) for at in range(first, last) if at not in article.punctuation]
    return is_title(article, number) or len(words) == 1 and words[0].text[:1].isupper()


def _relative(article: Article, verb: int, source: tuple[int, ...]) -> list[int]:
    """What a verb without an object after it calls something: *which*, or the noun before *that*."""
    first = article.sentence(verb)[0]
    for at in range((source[0] if source else verb) - 1, max(first, verb - _REACH) - 1, -1):
        word = article.word(at)
        if word.xpos == "WDT" and word.lemma == "which":
            return [at]
        if word.lemma == "that" and word.upos in ("PRON", "SCONJ"):
            head = article.word(verb).head
            if relation(article.word(verb)) == "acl" and 0 <= head < at:
                return [*(place for place in noun_phrase(article, head) if place < at), at]
            return []
        if word.upos in ("VERB", "AUX"):
            break
    return []
