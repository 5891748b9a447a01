"""Finite clauses under a cue: *X said that A*, *X said A*, *A, X said*, *A, X said, B*, *as X said, A*."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import after_dateline, clause, complement, trimmed, whole_quotations
from quotes.detecting.lexicon import Entry, is_cue
from quotes.detecting.patterns.subjects import source_of
from quotes.detecting.patterns.verbs import complements, cue_of, cue_verbs

BESIDE_MARKS = 0.95
"""Weight of a clause against a quotation with the same cue: the marks tell better where it ends."""
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))


def find(article: Article) -> Iterator[Candidate]:
    """Attributions whose content is a clause."""
    for verb, entry in cue_verbs(article):
        yield from _complements(article, verb, entry)
        yield from _parentheses(article, verb, entry)


def _complements(article: Article, verb: int, entry: Entry) -> Iterator[Candidate]:
    """The content hangs under the cue."""
    if "clause" not in entry.frames and "quote" not in entry.frames:
        return
    heads = list(complements(article, verb))
    if not heads and "quote" in entry.frames:
        heads = [child for child in article.below(verb, "parataxis") if child > verb and _after_colon(article, child)]
    heads = heads or _cut_off(article, verb)
    if not heads:
        return
    source = source_of(article, verb)
    if not source and article.word(verb).xpos == "VB":
        return  # an order to the reader: *imagine that …*
    share = entry.frames.get("clause" if article.inside[heads[0]] < 0 else "quote", 0.0) * BESIDE_MARKS
    if share:
        cue = cue_of(article, verb)
        content = complement(article, verb, heads[0], outside={*source, *cue})
        yield Candidate(cue, tuple(whole_quotations(article, content)), source, share, entry.act, "clause")


def _parentheses(article: Article, verb: int, entry: Entry) -> Iterator[Candidate]:
    """The cue hangs under the content: *A, X said, B*; *as X said, A*."""
    word, name = article.word(verb), article.parse.relations[verb]
    if name not in ("parataxis", "advcl") or word.head < 0 or "clause" not in entry.frames \
            or article.below(verb, "ccomp", "obj", "xcomp"):
        return
    marks = {article.word(child).lemma for child in article.below(verb, "mark")}
    if not (name == "parataxis" and not marks or name == "advcl" and marks == {"as"}):
        return
    source = source_of(article, verb)
    if source and not {*article.parse.subtree(verb), verb - 1}.intersection(source):
        return  # the subject of the clause around is no source of that clause
    if not source or not (word.xpos in _FINITE or marks) or article.word(source[0]).text.lower() == "you":
        return  # *you know*, *you see* say nothing of who speaks
    content = _rest(article, verb, word.head, source)
    yield Candidate(cue_of(article, verb), tuple(whole_quotations(article, content)), source,
                    0.8 if name == "parataxis" else 0.6, entry.act, "parenthesis")


def _rest(article: Article, verb: int, head: int, source: tuple[int, ...]) -> list[int]:
    """The sentence without the cue's clause, where that hangs on its main verb; else the clause it hangs on."""
    if article.parse.relations[head] != "root":
        return clause(article, head, without=(verb,))
    left_out = {*article.parse.subtree(verb), *source}
    first, last = article.sentence(head)
    words = range(after_dateline(article, first, head), last)
    return trimmed(article, [at for at in words if at not in left_out])


def _cut_off(article: Article, verb: int) -> list[int]:
    """The *that* clause of a verb that the tree gives a noun between: *told reporters on the steps that …*."""
    for noun in article.below(verb, "obl", "iobj", "obj"):
        for child in article.below(noun, "acl", "ccomp"):
            marks = article.below(child, "mark")
            if noun > verb and marks and article.word(marks[0]).lemma == "that" and article.below(child, "nsubj") \
                    and not is_cue([article.word(noun)]):
                return [child]
    return []


def _after_colon(article: Article, head: int) -> bool:
    first = article.parse.subtree(head)[0]
    return article.inside[first] >= 0 or any(
        article.word(at).text in (":", ",") for at in range(max(0, first - 2), first))
