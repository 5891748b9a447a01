"""Noun phrases in a dependency tree: their edges, their modifiers, the roles they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from quotes.data import Parse, Word
from quotes.resolving import lexicon, names
from quotes.resolving.kinds import gender_of_noun, kind_of_noun
from quotes.resolving.mentions import DETERMINERS, Mention, Role, is_noun, is_plural, wording
from quotes.resolving.runs import in_dateline

LATE = frozenset("acl appos parataxis conj cc punct cop nsubj aux advcl mark case dep discourse ccomp csubj orphan "
                 "list vocative dislocated".split())
MEANING = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "VERB"])
QUOTES = frozenset("\" “ ” ‘ ’ « » „".split())
STOPS = frozenset("( ) , ; : – — -- - \" “ ”".split())
LIGHT = frozenset("such new latest recent last first federal national local so-called own same current then longtime "
                  "top senior".split())
ADVERBS = frozenset("also then even meanwhile however".split())
"""What belongs to the clause rather than to the noun that it hangs on."""
WITHIN = frozenset(["compound", "flat", "amod", "fixed", "goeswith"])
"""The relations of nouns that are part of a longer one."""
DEFINITE = frozenset("the this that these those".split())
NARROWING = frozenset(["amod", "compound", "nmod", "nummod", "flat"])


def core(parse: Parse, head: int) -> tuple[int, int]:
    """First and last word (end exclusive) of a noun phrase without clauses, appositions and coordination."""
    words, texts, relations = parse.words, parse.texts, parse.relations
    members = {head}
    for child in parse.children[head]:
        if relations[child] not in LATE and words[child].deprel != "det:predet" and not (
                relations[child] == "advmod" and words[child].text.lower() in ADVERBS):
            members.update(parse.subtree(child))
    first, last = head, head + 1
    if len(members) == 1:
        return first, last
    while first - 1 in members or first - 1 >= 0 and texts[first - 1] in "-–/" and first - 2 in members:
        first -= 1
    while last in members and not (texts[last] in STOPS and texts[last] not in "-–"):
        last += 1
    if last > head + 1 and last + 1 < len(words) and texts[last] == "," and words[last + 1].upos == "PROPN" and \
            relations[last + 1] == "appos" and head < words[last + 1].head < last and \
            words[words[last + 1].head].upos == "NOUN":
        last += 2
        while last < len(words) and words[last].upos == "PROPN" and relations[last] == "flat":
            last += 1
    return first, last


def nominal_text(parse: Parse, head: int) -> str:
    """A nominal's words without its determiner: *reporter for USA Today*."""
    return _bare_text(parse, head, *core(parse, head))


def _bare_text(parse: Parse, head: int, first: int, last: int) -> str:
    while first < head and _opens(parse.words[first]):
        first += 1
    while last > head + 1 and parse.words[last - 1].upos == "ADP":
        last -= 1
    return wording(parse, first, last)


def _opens(word: Word) -> bool:
    """Does this word say nothing of what it opens?"""
    low = word.text.lower()
    return low in DETERMINERS or low == "such" or not word.text[0].isalnum() or word.upos in ("ADP", "CCONJ", "SCONJ")


def modifiers(parse: Parse, head: int) -> frozenset[str]:
    """The folded lemmas that narrow a noun: adjectives, compounds, the nouns of its *of* and *for* phrases."""
    found: set[int] = set()
    tags, relations = parse.tags, parse.relations
    for child in parse.children[head]:
        if relations[child] in NARROWING and tags[child] not in ("DET", "PRON"):
            found.update([at for at in parse.subtree(child) if tags[at] in MEANING
                          and relations[at] not in ("acl", "punct")])
    at, start = head - 1, parse.sentences[parse.words[head].sentence][0]
    while at >= start and tags[at] in ("NOUN", "PROPN", "ADJ"):
        found.add(at)
        at -= 1
    return _meanings(parse, found - _in_quotation_marks(parse, min(found), head)) if found else frozenset()


def _in_quotation_marks(parse: Parse, first: int, head: int) -> set[int]:
    """Words before a noun that are a title, which narrows it no more than a name would: *the “Tin Moon” star*."""
    start = max(first - 1, 0)
    marks = [at for at, text in enumerate(parse.texts[start:head], start) if text in QUOTES]
    return set(range(marks[0], marks[-1] + 1)) if len(marks) > 1 else set()


def _meanings(parse: Parse, members: Iterable[int]) -> frozenset[str]:
    """Words as roles are compared by them; *South Carolina* is one, *new* and *latest* say nothing."""
    texts = parse.texts
    found = set()
    for at in members:
        text = texts[at]
        if at and _starts_place(texts[at - 1]) and (pair := _place_of_two(texts[at - 1], text)):
            found.add(pair)
        elif names.fold(text) not in LIGHT and not (
                _starts_place(text) and at + 1 < len(texts) and _place_of_two(text, texts[at + 1])):
            found.add(canonical(text if parse.tags[at] == "PROPN" else parse.words[at].lemma))
    return frozenset(found)


def _place_of_two(word: str, after: str) -> str:
    """The place that two words name together; empty for none."""
    return lexicon.places().get(names.fold(f"{word} {after}"), "")


@lru_cache(maxsize=50_000)
def _starts_place(word: str) -> bool:
    """Is this the first word of a place that has more?"""
    return names.fold(word) in lexicon.place_starts()


@lru_cache(maxsize=50_000)
def canonical(word: str) -> str:
    """A word as roles are compared by: folded, one word for synonyms, the country for *Belgian* and *Brussels*."""
    low = names.fold(word)
    low = lexicon.synonyms().get(low, low)
    if len(low) > 4 and low.endswith("s") and not low.endswith("ss") and low not in lexicon.places():
        low = low[:-1]
    return lexicon.places().get(low, low)


def role_of(parse: Parse, head: int) -> Role:
    """The role that a noun phrase gives: *the Belgian foreign minister*."""
    word = parse.words[head]
    return Role(names.fold(word.text if word.upos == "PROPN" else word.lemma), modifiers(parse, head))


def determiner(parse: Parse, head: int) -> str:
    """``the`` for a definite noun phrase, ``a`` for an indefinite one, ``poss`` for an owned one, or empty."""
    for child in parse.children[head]:
        word = parse.words[child]
        if word.deprel == "nmod:poss" or child < head and "Poss=Yes" in word.feats:
            return "poss"
        if parse.relations[child] == "det":
            return "the" if word.text.lower() in DEFINITE else "a"
    return ""


def roles_around(parse: Parse, head: int, first: int, last: int) -> Iterator[Role]:
    """The roles an article gives to the name ``first`` to ``last``: titles before it, copulas, a party after it."""
    words, relations = parse.words, parse.relations
    before, start = first - 1, parse.sentences[words[head].sentence][0]
    run = []
    while before >= start and \
            (is_noun(words[before]) or words[before].upos == "ADJ" or words[before].text in "-–.") and len(run) < 8:
        run.append(before)
        before -= 1
    titles = [at for at in run if is_noun(words[at])]
    if titles and first - titles[0] == 1 and _names_a_role(parse, titles[0]):
        noun = titles[0]
        yield Role(names.fold(words[noun].text if words[noun].upos == "PROPN" else words[noun].lemma),
                   _meanings(parse, [at for at in run if at != noun and words[at].text[0].isalnum()]))
    above = words[head].head
    if above >= 0:
        if relations[head] == "nsubj" and words[above].upos == "NOUN" and \
                any(relations[child] == "cop" for child in parse.children[above]):
            yield role_of(parse, above)
        elif relations[head] == "compound" and above == last and words[above].upos == "NOUN" and \
                (noun := lexicon.nouns().get(words[above].lemma)) and noun.kind == "organization" and \
                lexicon.synonyms().get(words[above].lemma) in ("broadcaster", "newspaper", "company"):
            yield Role(words[above].lemma, frozenset())
    yield from _party(parse, last)


def _names_a_role(parse: Parse, at: int) -> bool:
    low = names.fold(parse.words[at].lemma)
    return low in names.TITLES or kind_of_noun(low, plural=False) in ("person", "organization")


def _party(parse: Parse, last: int) -> Iterator[Role]:
    """*(R-S.C.)* after a name: a Republican from South Carolina."""
    words = parse.words
    if last + 1 >= len(words) or words[last].text not in "([" or words[last].text == "":
        return
    inside = parse.text[words[last].end:words[last].end + 16].partition(")")[0]
    party, _, state = inside.replace("–", "-").partition("-")
    if party.strip() in ("R", "D", "I") and state:
        home = lexicon.places().get(names.fold(state.strip()), names.fold(state.strip()))
        yield Role("", frozenset([{"R": "republican", "D": "democratic", "I": "independent"}[party.strip()], home]))


def find_nominals(parse: Parse, taken: frozenset[int]) -> list[Mention]:
    """All noun phrases headed by a common noun, or by a proper one that is no name (*Democrats*).

    ``taken`` are the words of names.
    """
    tags, relations = parse.tags, parse.relations
    heads = [at for at, tag in enumerate(tags) if tag in ("NOUN", "PROPN") and relations[at] not in WITHIN
             and at not in taken and parse.words[at].deprel != "nmod:desc"]
    return [_nominal(parse, head) for head in heads
            if tags[head] == "NOUN"
            or parse.words[head].text[0].isalpha() and not in_dateline(parse, head + 1)]


def _nominal(parse: Parse, head: int) -> Mention:
    word, role = parse.words[head], role_of(parse, head)
    proper, plural = word.upos == "PROPN", is_plural(word)
    lemma = names.fold(word.lemma)
    first, last = core(parse, head)
    return Mention("nominal", head, first, last, _bare_text(parse, head, first, last), (lemma,),
                   kind_of_noun(lemma, plural=plural, proper=proper), gender_of_noun(lemma), plural, (role,))
