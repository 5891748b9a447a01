"""Exact edges: whole noun phrases, whole clauses, whole quotations, and from words to spans of text.

The functions take positions of words and give ascending positions of words, so that they compose; they serve the
patterns and tidy what a learned model proposes alike.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quotes.data import Span
from quotes.datelines import dateline_end
from quotes.detecting.article import Article, once
from quotes.detecting.lexicon import entry, lemmas

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"))
_OF_A_CLAUSE = frozenset(("cop", "aux", "nsubj", "advcl", "parataxis", "discourse", "dislocated", "expl", "ccomp"))


LONGEST_DATELINE = 12
"""Words."""
_DASHES = frozenset(("—", "–", "―", "--"))
_FURTHER = frozenset("add say note cite insist claim warn stress argue explain accuse describe".split())
_EXACTLY = frozenset("exactly just precisely only even especially particularly not".split())
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
WITH_HEARER = frozenset("tell ask remind inform assure reassure warn convince persuade advise notify urge".split())
"""Verbs that have the one spoken to as their object."""


@once
def noun_phrase(article: Article, head: int) -> tuple[int, ...]:
    """The whole noun phrase of a head: modifiers, appositions, titles, relative clauses, coordinated nouns;
    without the preposition before it, its own possessive mark and the punctuation around it."""
    leave, relations, words = set(), article.parse.relations, article.parse.words
    for child in article.parse.children[head]:
        word, name = words[child], relations[child]
        if child < head and name in ("case", "cc", "mark", "punct") or word.xpos == "POS":
            leave.add(child)
        elif name in _OF_A_CLAUSE:
            leave.add(child)
        elif name == "conj" and word.upos not in _NOMINAL or name == "nmod" and word.text in _DAYS:
            leave.add(child)
    found = around(article.parse.subtree(head, without=leave), head)
    last = article.sentence(head)[1]
    while found[-1] + 1 < last and words[found[-1]].upos == words[found[-1] + 1].upos == "PROPN":
        found.append(found[-1] + 1)  # no name is cut short
    return tuple(trimmed(article, found))


def clause(article: Article, head: int, *, without: Iterable[int] = ()) -> list[int]:
    """The whole clause of a head, leaving out the branches at ``without``, trimmed of outer punctuation."""
    return trimmed(article, article.parse.subtree(head, without=frozenset(without)))


def complement(article: Article, verb: int, head: int, *, outside: Iterable[int] = ()) -> list[int]:
    """The whole clause that a cue verb has as its complement, mended where the tree breaks it.

    In news, five of six such clauses after their verb run to the end of the sentence: so a clause is taken without
    holes, from its *that* on, to the end, unless a comma, a dash or a verb coordinated with the cue stops it first.
    A clause before its verb starts with the sentence. ``outside`` are words that are none of it (source and cue).
    """
    left_out = {verb, *outside}
    below = [at for at in article.parse.subtree(head, without=frozenset((verb,))) if at not in left_out]
    first = article.sentence(verb)[0]
    after = [at for at in below if at > verb]
    if head < verb or not after:
        before = [at for at in below if at < verb]
        first = after_dateline(article, first, verb)
        return trimmed(article, sorted({*range(first, before[-1] + 1), *after} - left_out)) if before else below
    start, end = after[0], after[-1] + 1
    for at in range(verb + 1, start):
        if article.word(at).lemma == "that" and article.word(at).upos == "SCONJ":
            start = at
            break
    else:
        start = _from_object(article, verb, head, start)
    start = _from_mark(article, head, start)
    end = _before_participle(article, start, run_on(article, verb, end))
    return trimmed(article, [at for at in range(start, end) if at not in left_out])


def _from_mark(article: Article, head: int, start: int) -> int:
    """Where a clause starts whose conjunction or question word follows adverbs: *warned, however, that …*."""
    for at in range(start, head):
        word = article.word(at)
        if word.upos == "SCONJ" or word.xpos == "WRB" and at > start and article.word(at - 1).lemma not in _EXACTLY:
            return at
        if word.upos not in ("ADV", "PUNCT"):
            break
    return start


def _before_participle(article: Article, start: int, end: int) -> int:
    """Where a content ends that a further cue follows as a participle: *said it rained, adding that …*."""
    for at in range(start + 1, end - 1):
        word = article.word(at + 1)
        if article.word(at).text == "," and article.inside[at] < 0 and word.xpos == "VBG" \
                and _FURTHER.intersection(lemmas(word)):
            return at
    return end


def _from_object(article: Article, verb: int, head: int, start: int) -> int:
    """Where a clause without a subject of its own starts: with the noun right before it, which the tree gives the
    cue as its object."""
    if article.below(head, "nsubj", "csubj", "mark") or article.word(verb).lemma in WITH_HEARER or start - verb < 2:
        return start
    if article.word(start - 1).upos not in ("PRON", "NOUN", "PROPN"):
        return start
    objects = [child for child in article.below(verb, "obj", "expl", "iobj") if verb < child < start]
    return article.parse.subtree(objects[-1])[0] if objects else start


def after_dateline(article: Article, first: int, last: int) -> int:
    """Where a sentence starts after its dateline: *BRUSSELS (AP) — …*, *LISBON, May 2 (AP) - …*, *Oslo, 2 May: …*."""
    start = article.word(first).start
    line = article.line_starts[bisect_right(article.line_starts, start) - 1]
    end = dateline_end(article.parse.text, line, len(article.parse.text))
    if end > start:
        return min(bisect_left(article.parse.starts, end), last)
    for at in range(first, min(first + LONGEST_DATELINE, last)):
        word = article.word(at)
        if word.text in _DASHES or word.text == "-" and at > first and article.word(at - 1).end < word.start:
            return at + 1
        if word.text.islower():
            break
    return first


def _stops(article: Article, verb: int, at: int) -> bool:
    """Whether a clause that ends before ``at`` may well end there."""
    if at >= len(article.parse.starts):
        return True
    word = article.word(at)
    return word.upos == "PUNCT" and word.text != ":" or _is_coordination(article, verb, at)


def _is_coordination(article: Article, verb: int, at: int) -> bool:
    """Whether *and* or *but* at a position joins another cue to the verb: *said A and added B*."""
    word = article.word(at)
    again = at + 1 < len(article.parse.starts) and article.word(at + 1).upos == "SCONJ"  # *said that A and that B*
    return word.upos == "CCONJ" and not again and 0 <= word.head and article.word(word.head).head == verb and \
        entry(article.word(word.head), "VERB") is not None


def run_on(article: Article, verb: int, at: int) -> int:
    """Where a content that reaches to ``at`` ends: there, if something stops it (a comma, a dash, a verb coordinated
    with the cue); else before the next such stop outside quotations, or with the sentence."""
    if _stops(article, verb, at):
        return at
    last = article.sentence(verb)[1]
    while at < last and not (article.inside[at] < 0 and _stops(article, verb, at)):
        at += 1
    return at


def unbroken(words: Sequence[int]) -> bool:
    """Whether ascending positions, one at least, follow each other without a gap."""
    return bool(words) and words[-1] - words[0] == len(words) - 1


def around(words: Sequence[int], at: int) -> list[int]:
    """The longest run of neighbouring positions that holds ``at``: what is cut off by other words is left out."""
    place = words.index(at)
    first = last = place
    while first and words[first - 1] == words[first] - 1:
        first -= 1
    while last + 1 < len(words) and words[last + 1] == words[last] + 1:
        last += 1
    return list(words[first:last + 1])


def trimmed(article: Article, words: Sequence[int]) -> list[int]:
    """The words without punctuation at either end."""
    first, last, punctuation = 0, len(words), article.punctuation
    while first < last and words[first] in punctuation:
        first += 1
    while last > first and words[last - 1] in punctuation:
        last -= 1
    return list(words[first:last])


def tops_of(article: Article, words: Sequence[int]) -> list[int]:
    """The words, punctuation aside, that hang on none of the others."""
    inside, heads, punctuation = set(words), article.parse.heads, article.punctuation
    return [at for at in words if heads[at] not in inside and at not in punctuation]


def cue_phrase(article: Article, verb: int) -> list[int]:
    """A verb with its auxiliaries, negation, particles and the adverbs among them: *has never publicly said*."""
    found = {verb}
    for child in article.parse.children[verb]:
        if article.parse.relations[child] in ("aux", "cop") or article.word(child).deprel == "compound:prt":
            found.add(child)
    first = min(found)
    for child in article.below(verb, "advmod"):
        if first - 1 <= child < verb and not article.parse.children[child]:
            found.add(child)
    return sorted(found)


def whole_quotations(article: Article, words: Sequence[int]) -> list[int]:
    """The words, with all of each quotation that they hold most of."""
    if article.quoted.isdisjoint(words):
        return list(words)
    found, quoted = set(words), article.quoted.intersection(words)
    for number in {article.inside[at] for at in quoted}:
        proper = _proper(article, number)
        if 2 * len(proper.intersection(quoted)) > len(proper):
            found.update(range(*article.quoted_words[number]))
    return sorted(found)


@once
def _proper(article: Article, number: int) -> frozenset[int]:
    """The words of an outermost quotation, punctuation aside."""
    return frozenset(range(*article.quoted_words[number])) - article.punctuation


def filled(article: Article, words: Iterable[int]) -> list[int]:
    """The words and the punctuation that stands between two of them with nothing else."""
    places = sorted(set(words))
    if unbroken(places):
        return places
    found: list[int] = []
    for at in places:
        if found and at > found[-1] + 1:
            gap = range(found[-1] + 1, at)
            if all(between in article.punctuation for between in gap):
                found.extend(gap)
        found.append(at)
    return found


def spans_of(article: Article, words: Iterable[int]) -> tuple[Span, ...]:
    """The stretches of text that the words cover, in order. A span that holds all of a quotation takes in its marks.

    Neighbouring words are one span; so are words with only punctuation between them.
    """
    return tuple(_with_marks(article, plain_spans(article, tuple(words))))


@once
def plain_spans(article: Article, words: tuple[int, ...]) -> tuple[Span, ...]:
    """The ``spans_of`` the words, but without the marks of quotations."""
    return tuple([Span(article.word(first).start, article.word(last).end)
                  for first, last in _stretches(article, filled(article, words))])


def _stretches(article: Article, words: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of neighbouring words within a paragraph."""
    paragraphs = article.paragraphs
    if unbroken(words) and paragraphs[words[0]] == paragraphs[words[-1]]:
        return [(words[0], words[-1])]
    breaks = [place for place in range(1, len(words)) if words[place] != words[place - 1] + 1
              or paragraphs[words[place]] != paragraphs[words[place - 1]]]
    return [(words[first], words[end - 1]) for first, end in zip([0, *breaks], [*breaks, len(words)]) if words]


def _with_marks(article: Article, spans: Sequence[Span]) -> list[Span]:
    """The spans, widened over the marks of each quotation that one of them begins or ends with, where the whole
    of the quotation lies within."""
    widened = []
    for span in spans:
        start, end = span
        first, last = _word_at(article, start), _word_at(article, end - 1)
        for at in (first, last):
            number = article.inside[at] if at >= 0 else -1
            if number < 0:
                continue
            begin, stop = article.quoted_words[number]
            outer = article.outermost[number].outer
            if _holds(article, first, last, begin, stop):
                start, end = min(start, outer.start), max(end, outer.end)
        widened.append(Span(start, end))
    return widened


def _holds(article: Article, first: int, last: int, begin: int, stop: int) -> bool:
    """Whether the words ``first`` to ``last`` hold all the words of a quotation, its punctuation aside."""
    while begin < stop and begin in article.punctuation:
        begin += 1
    while stop > begin and stop - 1 in article.punctuation:
        stop -= 1
    return first <= begin and stop - 1 <= last


def _word_at(article: Article, place: int) -> int:
    """The position of the word around a code point."""
    return bisect_right(article.parse.starts, place) - 1
