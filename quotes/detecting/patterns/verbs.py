"""The cue verbs of an article with their lexicon entries, and the pieces that patterns share."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.detecting.article import Article
from quotes.detecting.edges import cue_phrase
from quotes.detecting.lexicon import Entry, lexicon


def cue_verbs(article: Article) -> Iterator[tuple[int, Entry]]:
    """Each verb of the lexicon that stands outside quotation marks, with its entry."""
    for word in article.parse.words:
        if word.upos == "VERB" and article.inside[word.index] < 0:
            entry = entry_of(article, word.index)
            if entry is not None:
                yield word.index, entry


def entry_of(article: Article, verb: int) -> Entry | None:
    """The entry of a verb; with its particle or adjective where these make a cue: *point out*, *make clear*."""
    lemma = article.word(verb).lemma.lower()
    for child in article.parse.children[verb]:
        word = article.word(child)
        if word.deprel == "compound:prt" or word.xpos == "RP" or word.deprel == "xcomp" and word.upos == "ADJ":
            found = lexicon().get((f"{lemma} {word.lemma.lower()}", "VERB"))
            if found is not None:
                return found
    return lexicon().get((lemma, "VERB"))


def cue_of(article: Article, verb: int) -> tuple[int, ...]:
    """The words of the cue, with the verb that leads up to it: *went on to say*, *is quoted as saying*."""
    cue = cue_phrase(article, verb)
    head = article.word(verb).head
    if article.word(verb).deprel in ("xcomp", "advcl") and 0 <= head < verb and article.word(head).upos == "VERB":
        leading = cue_phrase(article, head)
        between = range(leading[-1] + 1, cue[0])
        if all(article.word(at).upos in ("PART", "ADV", "SCONJ") for at in between) and len(between) <= 2:
            return (*leading, *between, *cue)
    return tuple(cue)
