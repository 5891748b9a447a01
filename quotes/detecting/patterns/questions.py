"""Questions whose cue follows in a sentence of its own: *Will schools open? Several parents have asked.*"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import trimmed
from quotes.detecting.lexicon import lemmas
from quotes.detecting.patterns.subjects import source_of
from quotes.detecting.patterns.verbs import cue_of

_ASK = frozenset(("ask", "wonder", "enquire", "inquire"))
_WHAT = ("ccomp", "xcomp", "obj", "obl", "parataxis", "advcl")
_SHORT = 12
"""Words of the longest sentence that only says who asks."""


def find(article: Article) -> Iterator[Candidate]:
    """Attributions of a question to who asks it in the next sentence of the paragraph."""
    for number, (first, last) in enumerate(article.parse.sentences[1:], start=1):
        before, end = article.parse.sentences[number - 1]
        if last - first > _SHORT or article.word(end - 1).text != "?" or article.inside[end - 1] >= 0 \
                or article.paragraphs[before] != article.paragraphs[first]:
            continue
        verb = next((at for at in range(first, last) if article.word(at).deprel == "root"), None)
        if verb is not None and _ASK.intersection(lemmas(article.word(verb))) and not article.below(verb, *_WHAT) \
                and article.inside[verb] < 0:
            source = source_of(article, verb)
            if source:
                yield Candidate(cue_of(article, verb), tuple(trimmed(article, range(before, end))), source, 0.8,
                                "speech", "question")
