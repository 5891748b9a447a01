"""The cue verbs of an article with their lexicon entries, and the pieces that patterns share."""

from __future__ import annotations

from quotes.detecting.article import Article, once
from quotes.detecting.edges import cue_phrase
from quotes.detecting.lexicon import Entry, entry


@once
def cue_verbs(article: Article) -> tuple[tuple[int, Entry], ...]:
    """Each verb of the lexicon that stands outside quotation marks, with its entry."""
    quoted = article.quoted
    verbs = [word.index for word in article.parse.words if word.upos == "VERB" and word.index not in quoted]
    return tuple([(verb, found) for verb in verbs if (found := entry_of(article, verb)) is not None])


@once
def entry_of(article: Article, verb: int) -> Entry | None:
    """The entry of a verb; with its particle, adjective or bare object where these make a cue: *point out*,
    *make clear*, *cast doubt*; of a participle, with the verb that it completes: *let it be known*."""
    words = article.parse.words
    known = words[verb]
    if known.xpos == "VBN" and known.deprel == "xcomp":
        found = entry(words[known.head], "VERB", particle=known.text.lower())
        if found is not None:
            return found
    for child in article.parse.children[verb]:
        word = words[child]
        if word.deprel == "compound:prt" or word.xpos == "RP" or word.deprel == "xcomp" and word.upos == "ADJ" \
                or word.deprel == "obj" and child == verb + 1:
            found = entry(known, "VERB", particle=word.lemma.lower())
            if found is not None:
                return found
    return entry(known, "VERB")


@once
def cue_of(article: Article, verb: int) -> tuple[int, ...]:
    """The words of the cue, with the verb that leads up to it: *went on to say*, *is quoted as saying*."""
    cue = cue_phrase(article, verb)
    particle = entry_of(article, verb)
    if particle is not None and particle.lemma.endswith(f" {article.word(cue[-1] + 1).lemma}"
                                                        if cue[-1] + 1 < len(article.parse.starts) else " "):
        cue.append(cue[-1] + 1)  # *cast doubt*
    head = article.word(verb).head
    if article.word(verb).deprel in ("xcomp", "advcl") and 0 <= head < verb and article.word(head).upos == "VERB":
        leading = cue_phrase(article, head)
        between = range(leading[-1] + 1, cue[0])
        if all(article.word(at).upos in ("PART", "ADV", "SCONJ") for at in between) and len(between) <= 2:
            return (*leading, *between, *cue)
    return tuple(cue)


@once
def complements(article: Article, verb: int) -> tuple[int, ...]:
    """The heads of the finite or quoted clauses, and of the questions with *to*, that a verb has as complements."""
    found = [child for child in article.below(verb, "ccomp") if _is_clause(article, child)]
    word = article.word(verb)
    leading = entry_of(article, word.head) if word.deprel == "xcomp" else None
    if not found and word.deprel == "xcomp" and (leading is None or "clause" not in leading.frames):
        # *continued to maintain that …*: a tree may hang the clause on the first of the two verbs
        found = [child for child in article.below(word.head, "ccomp", "advcl") if child > verb
                 and any(article.word(mark).lemma == "that" for mark in article.below(child, "mark"))]
    return tuple(found) or tuple(child for child in article.below(verb, "xcomp") if any(
        article.word(mark).lemma == "whether" for mark in article.below(child, "mark")))


def _is_clause(article: Article, head: int) -> bool:
    """Whether a complement is a clause: with a subject, an auxiliary, a conjunction or a finite verb; or quoted.
    What a preposition marks is none: *accused them of having lied*."""
    marks = article.below(head, "mark", "case")
    if marks and article.word(marks[0]).lemma in _PREPOSITIONS and not article.below(head, "nsubj"):
        return False
    return bool(article.below(head, "nsubj", "csubj", "cop", "aux", "mark", "expl")) \
        or article.word(head).xpos in _FINITE or article.inside[head] >= 0


_PREPOSITIONS = frozenset(("of", "as", "for", "about", "from", "against", "with"))
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
