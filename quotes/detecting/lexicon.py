"""The cue lexicon: which words attribute, in which frames, and whether as speech or as thought.

The table ``lexicon.tsv`` has a line a cue: lemma (a verb's particle after a blank), part of speech, act, and its
frames, each with the share of its uses in news text in which it does attribute. The frames:

========  ===================================================================================
clause    a finite clause, with or without *that*; a question          *said that it rains*
quote     a quotation, before or after                                 *"It rains," she said*
to        an infinitive whose subject is the source                    *vowed to leave*
objto     an object and an infinitive                                  *urged Russia to leave*
obj       a noun phrase or gerund                                      *announced the sale*
obj+PREP  an object and a prepositional phrase                         *put the cost at a million*
pred      an object and what it is said to be                          *called it a farce*
raise     a passive or raising verb before an infinitive               *is said to be ill*
+PREP     a prepositional phrase                                       *warned of floods*
========  ===================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from quotes.data import Act, Word

FRAMES = frozenset(("clause", "quote", "to", "objto", "obj", "pred", "raise"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue and its frames, each with its share of uses that attribute, 0 to 1."""

    lemma: str
    pos: str
    act: Act
    frames: Mapping[str, float]


@cache
def lexicon() -> Mapping[tuple[str, str], Entry]:
    """The entries by lemma and part of speech (``VERB``, ``NOUN``, ``ADJ``). Read once; not to be changed."""
    table = files("quotes.detecting").joinpath("lexicon.tsv").read_text(encoding="utf-8")
    entries = (_entry(line) for line in table.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({(entry.lemma, entry.pos): entry for entry in entries})


def entries(words: Iterable[Word]) -> list[Entry]:
    """The entries of the words of a cue, in order; those of names and auxiliaries as nouns and verbs, and those of
    verbs with the particle or noun after them where that makes an entry of its own: *point out*, *take issue*."""
    return list(_entries(list(words)))


def _entries(cue: Sequence[Word]) -> Iterator[Entry]:
    """The entries of the words of a cue; most small words are of no part of speech that the lexicon has."""
    for word, after in zip(cue, [*cue[1:], None]):
        pos = _POS.get(word.upos)
        if pos is None:
            continue
        joined = entry(word, pos, particle=after.lemma.lower()) if after is not None and pos == "VERB" else None
        found = joined or entry(word, pos)
        if found is not None:
            yield found


def entry(word: Word, pos: str, *, particle: str = "") -> Entry | None:
    """The entry of a word as a part of speech, with its particle if one is given; None where there is none."""
    if particle and particle not in _particles():
        return None
    return _known(word.lemma, word.text, word.upos, pos, particle)


@cache
def _particles() -> frozenset[str]:
    """What stands after the verb in entries of several words."""
    return frozenset(lemma.partition(" ")[2] for lemma, _ in lexicon())


@lru_cache(maxsize=50_000)
def _known(lemma: str, text: str, upos: str, pos: str, particle: str) -> Entry | None:
    forms = _forms(lemma, text, upos)
    keys = (f"{form} {particle}" if particle else form for form in forms)
    return next((lexicon()[key, pos] for key in keys if (key, pos) in lexicon()), None)


def lemmas(word: Word) -> tuple[str, ...]:
    """The lemma of a word, then others that its form may have if it is regular.

    A learned lemmatizer invents lemmas for verbs it has not seen (*prais* for *praised*, *denie* for *denies*).
    """
    return _forms(word.lemma, word.text, word.upos)


@lru_cache(maxsize=50_000)
def _forms(lemma: str, text: str, upos: str) -> tuple[str, ...]:
    form = text.lower()
    if upos not in ("VERB", "AUX", "NOUN"):
        return (lemma.lower(),)
    found = [lemma.lower()]
    for ending, others in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1:
            found.extend(stem + other for other in others)
            if stem[-1] == stem[-2] and "e" in others:
                found.append(stem[:-1])
    return tuple(found)


def is_cue(words: Sequence[Word]) -> bool:
    """Is one of the words in the lexicon, or a mark or phrase that attributes by itself?"""
    return any(_entries(words)) or any(word.text in _MARKS or word.lemma.lower() in _PHRASES for word in words)


_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)))
"""Regular endings, and what a lemma may have in their place."""
_POS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}
"""The part of speech that a word may have in the lexicon, by the one that it has."""
_MARKS = frozenset(":—–-")
_PHRASES = frozenset(("accord", "according", "per"))


def _entry(line: str) -> Entry:
    lemma, pos, act, frames = line.split("\t")
    if act not in ("speech", "thought"):
        raise ValueError(f"lexicon.tsv: unknown act in {line!r}")
    shares = {}
    for part in frames.split():
        frame, _, share = part.partition("=")
        if frame not in FRAMES and not frame.removeprefix("obj").startswith("+"):
            raise ValueError(f"lexicon.tsv: unknown frame in {line!r}")
        shares[frame] = float(share)
    return Entry(lemma, pos, "speech" if act == "speech" else "thought", MappingProxyType(shares))
