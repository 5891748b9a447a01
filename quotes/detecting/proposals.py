"""What the learned head proposes, with its edges made exact.

The head sees who says what, but its edges are ragged: a word missing in the middle, half a noun phrase, a stray word
of the next clause. Marks, clauses and noun phrases say where the words end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from quotes.data import Act, Proposal, relation
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import (
    WITH_HEARER,
    after_dateline,
    noun_phrase,
    tops_of,
    trimmed,
    unbroken,
    whole_quotations,
)
from quotes.detecting.evidence import alike
from quotes.detecting.lexicon import entries, entry, is_cue
from quotes.detecting.patterns.phrases import is_discharge, may_discharge
from quotes.detecting.patterns.subjects import source_of

GAP = 3
"""Words that the head may have missed in the middle of a content or a source."""
_OTHER_WITH_OBJECT = frozenset("recall maintain observe volunteer post agree reason email".split())
"""Verbs that say something with a clause, but do something with an object: *recalled its ambassador*, *maintain a
road*."""
_ORDERING = frozenset("order command direct instruct".split())
"""Further verbs whose passive has the one spoken to as its subject."""
MOST_TOPS = 6
"""Words of a run without a head in it that are tried as the head of its clause."""
ALIKE = 0.8
"""Share of words in common from which a run of words is taken for a clause."""


def candidates(article: Article) -> Iterator[Candidate]:
    """The head's proposals as candidates, with whole contents and sources."""
    cues = {at for proposal in article.parse.proposals or () for at in proposal.cue}
    for proposal in article.parse.proposals or ():
        if proposal.content and not _is_act(article, proposal):
            source = whole_source(article, proposal)
            content = whole_content(article, proposal, source, cues)
            if not source and _is_only_hearer(article, proposal.cue, content):
                continue
            yield Candidate(proposal.cue, content, source, proposal.score,
                            act_of(article, proposal.cue, content), "head", proposal.score)


def raw(article: Article) -> Iterator[Candidate]:
    """The head's proposals as they are."""
    for proposal in article.parse.proposals or ():
        if proposal.content:
            yield Candidate(proposal.cue, proposal.content, proposal.source, proposal.score,
                            act_of(article, proposal.cue, proposal.content), "head", proposal.score)


def _is_act(article: Article, proposal: Proposal) -> bool:
    """Whether the cue's verb does something to the content's head rather than say it: *dismissed a lawsuit*."""
    for verb in proposal.cue:
        below = article.parse.children[verb]
        if below and may_discharge(article, verb):
            nouns = [child for child in below if child in proposal.content]
            if nouns and is_discharge(article, verb, nouns[-1]):
                return True
    return False


def _is_only_hearer(article: Article, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether a content is no more than the ones that someone, not named, has spoken to: *150 envoys were told*."""
    for verb in cue:
        if article.word(verb).lemma in WITH_HEARER | _ORDERING:
            if any(set(content).issubset(patient) for patient in _patients(article, verb)):
                return True
    return False


def _patients(article: Article, verb: int) -> list[list[int]]:
    """The words of each subject of a passive, the one that something is done to."""
    return [article.parse.subtree(child) for child in article.parse.children[verb]
            if article.word(child).deprel == "nsubj:pass"]


def act_of(article: Article, cue: Sequence[int], content: Sequence[int]) -> Act:
    """Speech or thought, by the lexicon: of the cue's verbs where it has any there, else of its first other word. With
    several verbs one of saying is enough: *focused on criticizing*, *proposed accepting*.

    A verb of saying that is something else with such an object (*recalled its ambassador*) is none here. A cue that
    the lexicon doesn't know is speech where it stands with words in quotation marks, or is a mark or a name itself
    (a credit line); else it shows an attitude at most (*imposed*).
    """
    words = article.words(cue)
    found = entries(words)
    known = sorted((one for one in found if one.pos == "VERB"), key=lambda one: one.act) or found
    if known and known[0].lemma in _OTHER_WITH_OBJECT and article.quoted.isdisjoint(content) \
            and _is_object(article, cue, content):
        return "thought"
    if known:
        return known[0].act
    credit = bool(words) and all(word.upos in ("PROPN", "PUNCT") for word in words)
    return "speech" if credit or not article.quoted.isdisjoint(content) or is_cue(words) else "thought"


def _is_object(article: Article, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether the content is a noun phrase that is the object of the cue."""
    return any(relation(article.word(at)) == "obj" and article.word(at).head in cue for at in content)


def whole_content(article: Article, proposal: Proposal, source: Sequence[int], cues: set[int]) -> tuple[int, ...]:
    """The content with gaps filled, whole clauses and whole quotations; ``cues`` are the words of all cues."""
    taken = {*proposal.cue, *source}
    above = _and_above(article, taken)
    found: set[int] = set()
    for run in _runs(article, proposal, taken, cues):
        found.update(_as_clause(article, run, taken, above))
    whole = trimmed(article, [at for at in whole_quotations(article, sorted(found)) if at not in taken])
    start = after_dateline(article, *article.sentence(whole[0])) if whole else 0
    return tuple(whole[bisect_left(whole, start):])


def _runs(article: Article, proposal: Proposal, taken: set[int], cues: set[int]) -> list[list[int]]:
    """The content's stretches: gaps of a few words that belong to no other part are filled, and only what stands in
    quotation marks is taken from another paragraph than the cue's, but for what a colon announces. What depends on a
    further cue is its content: *said it rained, and cited snow and ice*."""
    further = _below_further_cues(article, proposal.cue, cues)
    runs = [run for run in _joined(article, proposal.content, taken.isdisjoint) if not further.issuperset(run)]
    sound = [run for run in runs if _is_beside(article, run[0], proposal.cue)
             or _is_announced(article, proposal.cue) or _is_quoted(article, run)]
    longest = max(map(len, sound), default=0)  # runs of a word or two count where there is none longer
    return [run for run in sound if len(run) > 2 or len(run) == longest]


def _below_further_cues(article: Article, cue: Sequence[int], cues: set[int]) -> set[int]:
    """Words that depend on other cues that are coordinated with this one."""
    further = [child for at in cue for child in article.parse.children[at]
               if child in cues and child not in cue and article.parse.relations[child] == "conj"]
    return {at for top in further for at in article.parse.subtree(top)}


def _is_beside(article: Article, at: int, cue: Sequence[int]) -> bool:
    """Whether a word stands in the paragraph of a cue, or in its sentence where lines break within."""
    words, paragraphs = article.parse.words, article.paragraphs
    return any([paragraphs[at] == paragraphs[place] or words[at].sentence == words[place].sentence for place in cue])


def _is_announced(article: Article, cue: Sequence[int]) -> bool:
    """Whether a content may stand in another paragraph than its cue: after a colon, or where the layout is the cue."""
    return not cue or any(word.text == ":" for word in article.parse.words[cue[-1]:cue[-1] + 2])


def _joined(article: Article, words: Sequence[int], is_free: Callable[[range], bool]) -> list[list[int]]:
    """Words as stretches, each within a paragraph: gaps of a few words that are all free are filled."""
    paragraphs = article.paragraphs
    if unbroken(words) and paragraphs[words[0]] == paragraphs[words[-1]]:
        return [list(words)]  # most have no gaps
    runs: list[list[int]] = []
    last = -1
    for at in words:
        gap = range(last + 1, at)
        if runs and len(gap) <= GAP and (paragraphs[at] == paragraphs[last] or _is_beside(article, at, (last,))) \
                and (not gap or is_free(gap)):
            runs[-1].extend((*gap, at))
        else:
            runs.append([at])
        last = at
    return runs


def _is_quoted(article: Article, run: Sequence[int]) -> bool:
    """Whether all of a stretch stands in quotation marks."""
    return all(article.inside[at] >= 0 or at in article.punctuation for at in run)


def _and_above(article: Article, words: Iterable[int]) -> set[int]:
    """Words and all those in whose branches of the tree they are."""
    heads = article.parse.heads
    found: set[int] = set()
    for at in words:
        while at >= 0 and at not in found:
            found.add(at)
            at = heads[at]
    return found


def _as_clause(article: Article, run: list[int], taken: set[int], above: set[int]) -> list[int]:
    """The run, or the clause that it nearly is; ``above`` are the words whose branches hold some that are taken."""
    branches, children = article.parse.branches, article.parse.children
    best, most = run, ALIKE
    for top in tops_of(article, run)[:MOST_TOPS]:
        barred = above.intersection(children[top])
        size = branches[top][2] - sum([branches[at][2] for at in barred])
        if min(size, len(run)) / max(size - len(taken), len(run)) < most:
            continue  # too short or too long to be like it
        clause = [at for at in article.parse.subtree(top, without=barred) if at not in taken]
        if (share := alike(run, clause)) >= most:
            best, most = clause, share
    return best


def whole_source(article: Article, proposal: Proposal) -> tuple[int, ...]:
    """The source as a whole noun phrase, where the head gave most of one; none where it is the one spoken to or about:
    *the envoys were ordered to leave*. Gaps of a few words of its own branches are filled, or of what it hangs on."""
    for at in proposal.cue:
        word = article.word(at)
        if word.lemma == "cite" and relation(word) == "acl" and word.head in proposal.source:
            return source_of(article, at)  # *they expelled two diplomats citing threats*
        if any([not set(patient).isdisjoint(proposal.source) for patient in _patients(article, at)]):
            known = entry(word, "VERB")
            if known is not None and known.act == "speech":
                return ()
    first, last = article.sentence(proposal.cue[0])
    stray = _stray(article, proposal)
    # A word of another sentence is a slip, unless all of the source stands there.
    here = [at for at in proposal.source if first <= at < last and at not in stray]
    others = {*proposal.cue, *proposal.content}
    source = tuple(here if unbroken(here) else _without_gaps(article, here, others)) or proposal.source
    source = _with_first_of_list(article, source, opening=first)
    inside, heads = set(source), article.parse.heads
    tops = [at for at in source if heads[at] not in inside]
    nominal = [at for at in tops if article.word(at).upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")]
    if len(nominal) != 1:
        return source
    whole = [at for at in noun_phrase(article, nominal[0]) if at not in others]
    return tuple(whole) if inside.issubset(whole) and len(whole) <= 2 * len(inside) + 2 else source


def _without_gaps(article: Article, words: Sequence[int], others: set[int]) -> list[int]:
    """The words of a source with what is missing between them, but for words of ``others``."""
    heads = article.parse.heads
    # *The … where Ann is treated said*: what a phrase depends on may have been missed itself.
    above = {*words, *[top for at in words if words[0] < (top := heads[at]) < words[-1]]}

    def is_free(gap: range) -> bool:
        return all(at not in others and _is_below(article, at, above) for at in gap)

    return [at for run in _joined(article, words, is_free) for at in run]


def _is_below(article: Article, at: int, above: Collection[int]) -> bool:
    """Whether a word is one of those ``above`` or in a branch of theirs."""
    while at >= 0 and at not in above:
        at = article.parse.heads[at]
    return at >= 0


def _stray(article: Article, proposal: Proposal) -> set[int]:
    """Words of what stands before the subject of a cue, and depends on the cue: *in the largest camp, Ann said*."""
    below, relations = [child for at in proposal.cue for child in article.parse.children[at]], article.parse.relations
    subject = min([child for child in below if relations[child] == "nsubj" and child in proposal.source], default=0)
    if not subject:
        return set()
    return {at for top in below if top < subject and relations[top] == "obl" for at in article.parse.subtree(top)}


def _with_first_of_list(article: Article, source: tuple[int, ...], *, opening: int) -> tuple[int, ...]:
    """*Norland, the Isles, Sudmark and Ostia announced*: the name that opens the sentence belongs to the list, also
    where head and tree take it for something apart."""
    before = range(opening, source[0] - 1) if source else range(0)
    if not before or article.word(source[0] - 1).text != "," \
            or not {",", "and"} <= {article.word(at).text for at in source}:
        return source
    return (*range(opening, source[0]), *source) if all(article.word(at).upos == "PROPN" for at in before) else source
