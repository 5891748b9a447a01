"""Nouns and adjectives as cues: *X's claim that A*, *X's vow to leave*, *X is confident that A*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.data import Word, relation
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import around, clause, trimmed, whole_quotations
from quotes.detecting.lexicon import Entry, entry
from quotes.detecting.patterns.phrases import is_infinitive
from quotes.detecting.patterns.subjects import is_passive, phrase, possessor, subject


def find(article: Article) -> Iterator[Candidate]:
    """Attributions whose cue is a noun or an adjective."""
    for word, known in _cues(article):
        found = _content(article, word.index, known)
        if found is None:
            continue
        frame, content, extra = found
        source, cue = _noun(article, word.index) if word.upos == "NOUN" else _adjective(article, word.index)
        if content and (source or frame == "clause"):
            yield Candidate(tuple(sorted({*cue, *extra})), tuple(whole_quotations(article, content)), source,
                            known.frames[frame] * (1.0 if source else 0.6), known.act, f"noun {frame}")


def _cues(article: Article) -> list[tuple[Word, Entry]]:
    """The nouns and adjectives of the lexicon that stand outside quotation marks and have a dependent after them or
    are a subject, with their entries: others have no content."""
    children, relations, quoted = article.parse.children, article.parse.relations, article.quoted
    return [(word, known) for at, word in enumerate(article.parse.words) if word.upos in ("NOUN", "ADJ")
            and (children[at] and children[at][-1] > at or relations[at] == "nsubj")
            and at not in quoted and (known := entry(word, word.upos)) is not None]


def _content(article: Article, at: int, known: Entry) -> tuple[str, list[int], list[int]] | None:
    """Frame, content and further cue words."""
    for child in article.below(at, "acl", "ccomp", "xcomp", "advcl"):
        if child < at or article.word(child).deprel == "acl:relcl":
            continue
        if is_infinitive(article, child):
            if "to" in known.frames:
                return "to", around(clause(article, child), child), []
        elif "clause" in known.frames and article.below(child, "nsubj", "csubj", "cop"):
            marks = [mark for mark in article.below(child, "mark") if article.word(mark).lemma == "that"]
            words = [place for place in clause(article, child) if not marks or place >= marks[0]]
            return "clause", around(words, child), []
    if article.parse.relations[at] == "nsubj" and "clause" in known.frames:
        content = _said_of(article, at)
        if content:
            return "clause", content, []
    for child in article.below(at, "nmod", "obl", "acl", "advcl"):
        cases = article.below(child, "case", "mark")
        if child > at and cases and "+" + article.word(cases[0]).lemma in known.frames:
            words = article.parse.subtree(child, without=frozenset(cases[:1]))
            return "+" + article.word(cases[0]).lemma, trimmed(article, words), cases[:1]
    return None


def _said_of(article: Article, noun: int) -> list[int]:
    """The clause that a noun is said to be: *his theory is that officials cannot hear*."""
    head = article.word(noun).head
    marks = [at for at in article.below(head, "mark") if article.word(at).lemma in ("that", "whether")]
    copulas = [at for at in article.below(head, "cop") if marks and noun < at < marks[0]]
    if not marks or not copulas or head < marks[0]:
        return []
    words = article.parse.subtree(head, without=frozenset((noun, *copulas)))
    return trimmed(article, [at for at in words if at >= marks[0]])


def _noun(article: Article, noun: int) -> tuple[tuple[int, ...], list[int]]:
    """Source and cue of a noun: its possessive (*X's claim*), or who has or makes it (*X made the claim*)."""
    owner = possessor(article, noun)
    if owner is not None:
        return phrase(article, owner), [noun]
    word = article.word(noun)
    if relation(word) in ("obj", "obl") and word.head >= 0 and article.word(word.head).upos == "VERB":
        if not is_passive(article, word.head):
            verb = word.head
            helpers = article.below(verb, "aux")
            return phrase(article, subject(article, verb)), [*helpers, verb, noun]
    return (), [noun]


def _adjective(article: Article, adjective: int) -> tuple[tuple[int, ...], list[int]]:
    """Source and cue of an adjective: its subject, with the copula."""
    word = article.word(adjective)
    if word.deprel == "xcomp" and article.word(word.head).lemma == "make":  # *made it clear that*
        return phrase(article, subject(article, word.head)), [word.head, adjective]
    cue = [*article.below(adjective, "cop", "aux"), adjective]
    return phrase(article, subject(article, adjective)), cue
