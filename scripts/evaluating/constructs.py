"""An attribution, of the gold or found, as words of the parse, and the construct it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.data import Act, Attribution, relation
from quotes.detecting.article import Article
from quotes.detecting.lexicon import entries, lemmas
from quotes.detecting.proposals import act_of

_CLAUSES = frozenset(("ccomp", "csubj", "parataxis"))
_PHRASES = frozenset(("obl", "nmod", "advcl"))
_NOUNS = frozenset(("NOUN", "PROPN"))


@dataclass(frozen=True, slots=True)
class Marked:
    """Positions of words, ascending; those of the content without punctuation."""

    content: tuple[int, ...]
    cue: tuple[int, ...]
    source: tuple[int, ...]
    type: str
    act: Act


def marked(article: Article, quote: dict | Attribution) -> Marked:
    """A quote in the form of the gold, or an attribution; where it has no act, the one the cue lexicon gives."""
    record = quote if isinstance(quote, dict) else {
        "content": quote.content, "cue": quote.cue, "source": quote.source, "type": quote.type, "act": quote.act}
    cue, source = words_at(article, record["cue"]), words_at(article, record["source"])
    content = tuple(at for at in words_at(article, record["content"]) if article.word(at).upos != "PUNCT")
    return Marked(content, cue, source, record["type"], record.get("act") or act_of(article, cue, content))


def words_at(article: Article, spans: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The words that overlap any of the spans."""
    return tuple(word.index for word in article.parse.words
                 if any(word.start < end and word.end > start for start, end in spans))


def main_cue(article: Article, cue: Sequence[int]) -> int | None:
    """The word of a cue that does the work: one of the lexicon, a verb, a noun, else the first."""
    def weight(at: int) -> tuple[bool, bool, bool]:
        word = article.word(at)
        return not entries([word]), word.upos != "VERB", word.upos not in _NOUNS

    return min(cue, key=weight, default=None)


def cue_lemma(article: Article, cue: Sequence[int]) -> str:
    """The lemma of the main word of a cue, as the lexicon has it where it knows it; no names."""
    at = main_cue(article, cue)
    if at is None:
        return "no cue"
    word = article.word(at)
    known = entries([word])
    if known:
        return known[0].lemma
    return "a name" if word.upos == "PROPN" else lemmas(word)[0]


def has_verb(article: Article, content: Sequence[int]) -> bool:
    """Is there a verb in a content, that is, may it be a clause?"""
    return any(article.word(at).upos in ("VERB", "AUX") for at in content)


def construct_of(article: Article, one: Marked) -> str:
    """How cue and content hang together, in a word or two."""
    at = main_cue(article, one.cue)
    if at is None:
        return "no cue"
    word = article.word(at)
    if all(article.word(place).upos in ("PUNCT", "SYM") for place in one.cue):
        return "colon or dash"
    if {article.word(place).text.lower() for place in one.cue} & {"according", "per"}:
        return "according to"
    if one.content and all(article.inside[place] >= 0 for place in one.content):
        return "quotation marks"
    if word.upos in _NOUNS:
        return "noun as cue"
    if word.upos == "ADJ":
        return "adjective as cue"
    return _frame(article, at, one)


def _frame(article: Article, verb: int, one: Marked) -> str:
    inside, cue = set(one.content), set(one.cue)
    tops = [at for at in one.content if article.word(at).head not in inside]
    below = {relation(article.word(at)) for at in tops if article.word(at).head in cue}
    infinitive = any(article.word(at).lemma == "to" and article.word(at).upos == "PART" for top in tops
                     for at in article.below(top, "mark"))
    if any(article.word(at).deprel in ("nsubj:pass", "csubj:pass") and article.word(at).head in cue for at in tops):
        return "passive"
    if infinitive and below & {"xcomp", "advcl", "obj", "ccomp"}:
        return "infinitive"
    if below & _CLAUSES:
        return "clause"
    if below & {"obj", "iobj", "xcomp"}:
        return "object"
    if below & _PHRASES:
        return "prepositional phrase"
    if article.word(verb).deprel.startswith("acl"):
        return "cue in a relative clause"
    if any(article.word(at).head in inside for at in cue):
        return "clause around its cue"
    return "other"
