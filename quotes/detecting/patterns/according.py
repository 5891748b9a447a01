"""Sources in a phrase of their own: *according to X*, *per X*, *in the words of X*, *as X put it*; and *reportedly*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.detecting.article import Article, relation
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import clause, noun_phrase, whole_quotations
from quotes.detecting.patterns.subjects import phrase, subject

_REPORTED = frozenset(("reportedly", "allegedly", "purportedly", "supposedly"))
_PUT = frozenset(("put", "see", "tell", "explain", "describe", "note", "phrase", "say", "report", "write", "announce"))
_CLAUSAL = frozenset(("root", "ccomp", "conj", "advcl", "acl", "parataxis", "csubj"))
_MAX_CLIMB = 10


def find(article: Article) -> Iterator[Candidate]:
    """Attributions by a preposition, *as* or an adverb."""
    for word in article.parse.words:
        if article.inside[word.index] >= 0:
            continue
        lemma = word.text.lower()
        if lemma == "according":
            yield from _according(article, word.index)
        elif lemma == "per" and relation(word) == "case" and _is_name(article, word.head):
            yield from _phrase(article, [word.index], word.head, 0.6)
        elif lemma == "words" and relation(word) == "obl" and article.below(word.index, "case"):
            yield from _in_the_words(article, word.index)
        elif lemma in _REPORTED and relation(word) == "advmod":
            yield from _reportedly(article, word.index)
        elif word.lemma in _PUT and relation(word) == "advcl":
            yield from _as_x_put_it(article, word.index)


def clause_head(article: Article, at: int) -> int:
    """The head of the smallest finite clause around a word."""
    for _ in range(_MAX_CLIMB):
        word = article.word(at)
        if word.head < 0 or relation(word) in _CLAUSAL and article.below(at, "nsubj", "csubj"):
            break
        at = word.head
    return at


def _according(article: Article, at: int) -> Iterator[Candidate]:
    head = article.word(at).head
    if relation(article.word(at)) == "case" and head >= 0:
        after = [at + 1] if at + 1 < len(article.starts) and article.word(at + 1).lemma == "to" else []
        yield from _phrase(article, [at, *after], head, 0.9)
        return
    # Another way to draw it: *according* under the clause, the source under *according*.
    for child in article.below(at, "obl", "nmod"):
        cases = article.below(child, "case")
        content = clause(article, clause_head(article, at), without=(at,))
        yield Candidate((at, *cases), tuple(whole_quotations(article, content)), phrase(article, child), 0.9, "speech",
                        "according")
        return


def _phrase(article: Article, cue: list[int], head: int, score: float) -> Iterator[Candidate]:
    """The source ``head`` hangs with its preposition in the clause that is the content."""
    upper = article.word(head).head
    if upper < 0 or article.inside[head] >= 0:
        return  # *according to "the principle of reciprocity"* names no one
    content = clause(article, clause_head(article, upper), without=(head,))
    if content:
        source = tuple(at for at in noun_phrase(article, head) if at not in cue)
        yield Candidate(tuple(cue), tuple(whole_quotations(article, content)), source, score, "speech", "according")


def _in_the_words(article: Article, at: int) -> Iterator[Candidate]:
    """*in the words of X*, *in X's words*."""
    if article.word(article.below(at, "case")[0]).lemma != "in":
        return
    owners = [child for child in article.below(at, "nmod")
              if article.word(child).deprel == "nmod:poss"
              or any(article.word(case).lemma == "of" for case in article.below(child, "case"))]
    if owners:
        content = clause(article, clause_head(article, article.word(at).head), without=(at,))
        yield Candidate((article.below(at, "case")[0], at), tuple(whole_quotations(article, content)),
                        phrase(article, owners[0]), 0.8, "speech", "in the words of")


def _as_x_put_it(article: Article, verb: int) -> Iterator[Candidate]:
    """*as X put it*, *as X has said*. The content is the clause around."""
    marks = [at for at in article.below(verb, "mark", "advmod") if article.word(at).lemma == "as"]
    source = subject(article, verb)
    if not marks or source is None or article.word(source).head != verb or article.below(verb, "ccomp", "xcomp"):
        return
    content = clause(article, article.word(verb).head, without=(verb,))
    cue = [marks[0], verb, *[at for at in article.below(verb, "obj") if article.word(at).lemma == "it"]]
    yield Candidate(tuple(cue), tuple(whole_quotations(article, content)), phrase(article, source), 0.7, "speech",
                    "as X put it")


def _reportedly(article: Article, at: int) -> Iterator[Candidate]:
    content = clause(article, clause_head(article, article.word(at).head), without=(at,))
    yield Candidate((at,), tuple(whole_quotations(article, content)), (), 0.6, "speech", "reportedly")


def _is_name(article: Article, head: int) -> bool:
    return head >= 0 and article.word(head).upos == "PROPN"
