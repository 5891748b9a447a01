"""Sources in a phrase of their own: *according to X*, *per X*, *in the words of X*, *as X put it*; and *reportedly*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.data import Word, relation
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import clause, noun_phrase, trimmed, whole_quotations
from quotes.detecting.patterns.subjects import phrase, subject
from quotes.detecting.patterns.verbs import cue_of, entry_of

_REPORTED = frozenset(("reportedly", "allegedly", "purportedly", "supposedly"))
_PUT = frozenset(("put", "see", "tell", "explain", "describe", "note", "phrase", "say", "report", "write", "announce"))
_COUNTS = frozenset("count reckoning estimate estimates calculation calculations tally".split())
_CUES = frozenset(("according", "per", "words", *_COUNTS, *_REPORTED))
_CLAUSAL = frozenset(("root", "ccomp", "conj", "advcl", "acl", "parataxis", "csubj"))
_MAX_CLIMB = 10


def find(article: Article) -> Iterator[Candidate]:
    """Attributions by a preposition, *as* or an adverb."""
    for word in _cues(article):
        lemma = word.text.lower()
        if lemma == "according":
            yield from _according(article, word.index)
        elif lemma == "per" and relation(word) == "case" and _is_name(article, word.head):
            yield from _phrase(article, [word.index], word.head, 0.6)
        elif lemma == "words" and relation(word) == "obl" and article.below(word.index, "case"):
            yield from _in_the_words(article, word.index)
        elif lemma in _COUNTS and word.deprel in ("nmod", "obl"):
            yield from _by_count(article, word.index)
        elif lemma in _REPORTED and relation(word) == "advmod":
            yield from _reportedly(article, word.index)
        elif word.lemma in _PUT and word.upos == "VERB" and relation(word) in ("advcl", "xcomp"):
            yield from _as_x_put_it(article, word.index)


def _cues(article: Article) -> list[Word]:
    """The words outside quotation marks that such a phrase may go by."""
    words, quoted = article.parse.words, article.quoted
    forms = {form for form in {word.text for word in words} if form.lower() in _CUES}
    return [word for word in words if (word.text in forms or word.upos == "VERB" and word.lemma in _PUT)
            and word.index not in quoted]


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
        after = [at + 1] if at + 1 < len(article.parse.starts) and article.word(at + 1).lemma == "to" else []
        yield from _phrase(article, [at, *after], head, 0.9)
        return
    # Another way to draw it: *according* under the clause, and the source under either.
    first, last = article.sentence(at)
    child = _first_noun(article, at + 2, last)
    if child is None or article.word(at + 1).lemma != "to":
        return
    source = phrase(article, child)
    if any(relation(article.word(below)) == "ccomp" for below in article.parse.children[at]) or head < 0:
        content = trimmed(article, [place for place in range(first, last) if place not in {at, at + 1, *source}])
    else:
        content = clause(article, clause_head(article, at), without=(at, child))
    content = [place for place in whole_quotations(article, content) if place not in source]
    if content:
        yield Candidate((at, at + 1), tuple(content), source, 0.9, "speech", "according")


def _first_noun(article: Article, start: int, last: int) -> int | None:
    """The head of the noun phrase that starts at a position."""
    for at in range(start, last):
        word = article.word(at)
        if word.upos in ("NOUN", "PROPN", "PRON") and not start <= word.head < last:
            return at
        if word.upos in ("VERB", "AUX"):
            break
    return None


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
        source = phrase(article, owners[0])
        content = _next_quotation(article, max(at, *source)) or list(whole_quotations(article, clause(
            article, clause_head(article, article.word(at).head), without=(at,))))
        source = tuple(place for place in source if place not in content)
        yield Candidate((article.below(at, "case")[0], at), tuple(content), source, 0.8, "speech", "in the words of")


def _next_quotation(article: Article, at: int) -> list[int]:
    """The quotation that follows a word with no more than a comma between."""
    last = article.sentence(at)[1]
    at += 1
    while at < last and article.inside[at] < 0 and at in article.punctuation:
        at += 1
    return list(range(*article.quoted_words[article.inside[at]])) if at < last and article.inside[at] >= 0 else []


def _by_count(article: Article, at: int) -> Iterator[Candidate]:
    """*by X's count*, *on the ministry's estimate*. The content is the clause around."""
    cases = article.below(at, "case")
    owners = [child for child in article.below(at, "nmod") if article.word(child).deprel == "nmod:poss"]
    if not cases or not owners or article.word(cases[0]).lemma not in ("by", "on"):
        return
    first, last = article.sentence(at)
    content = trimmed(article, [place for place in clause(article, clause_head(article, article.word(at).head),
                                                          without=(at,)) if first <= place < last])
    if content:
        yield Candidate((cases[0], at), tuple(whole_quotations(article, content)), phrase(article, owners[0]), 0.75,
                        "speech", "by X's count")


def _as_x_put_it(article: Article, verb: int) -> Iterator[Candidate]:
    """*as X put it*, *as X has said*, *as X likes to put it*. The content is the clause around, or the quotation
    that follows."""
    top = article.word(verb).head if relation(article.word(verb)) == "xcomp" or any(
        article.word(at).lemma == "to" for at in article.below(verb, "mark")) else verb
    marks = [at for at in article.below(top, "mark", "advmod") if article.word(at).lemma == "as"]
    source = subject(article, top)
    if not marks or source is None or article.word(source).head != top or relation(article.word(top)) != "advcl":
        return
    objects = [at for at in article.below(verb, "obj") if article.word(at).lemma == "it"]
    cue = sorted({marks[0], *cue_of(article, verb), *objects})
    content = _next_quotation(article, cue[-1])
    if not content and article.below(verb, "ccomp", "xcomp"):
        return
    if not content or _is_predicate(article, top, content):
        content = whole_quotations(article, clause(article, article.word(top).head, without=(top,)))
    yield Candidate(tuple(cue), tuple(content), phrase(article, source), 0.85 if objects else 0.6, "speech",
                    "as X put it")


def _is_predicate(article: Article, top: int, quoted: list[int]) -> bool:
    """Whether words in marks are the predicate of the clause around an aside: *The town, as he put it, "sleeps"*."""
    return article.word(top).head in quoted


def _reportedly(article: Article, at: int) -> Iterator[Candidate]:
    if entry_of(article, article.word(at).head) is not None:
        return  # *the broadcaster reportedly said*: the verb has its own source
    content = clause(article, clause_head(article, article.word(at).head), without=(at,))
    yield Candidate((at,), tuple(whole_quotations(article, content)), (), 0.6, "speech", "reportedly")


def _is_name(article: Article, head: int) -> bool:
    return head >= 0 and article.word(head).upos == "PROPN"
