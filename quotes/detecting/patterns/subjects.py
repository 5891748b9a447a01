"""Who a verb or noun speaks for: the subject, shared, inherited or passive, as a whole noun phrase."""

from __future__ import annotations

from quotes.data import relation
from quotes.detecting.article import Article, once
from quotes.detecting.edges import cue_phrase, noun_phrase, trimmed

_VERBAL = frozenset(("VERB", "AUX", "ADJ", "NOUN"))
_NO_ONE = frozenset(("it", "there"))
_ABSTRACT = ("ance", "ence", "ism", "ity", "ness", "ship")
"""How nouns of qualities and states end."""
_NOT_ABSTRACT = frozenset(
    "authority celebrity charity city community conference dealership entity eyewitness fraternity audience business "
    "intelligence leadership majority membership minority municipality partnership sorority university utility "
    "witness alliance ambulance governess baroness security".split())
_MAX_CLIMB = 8


@once
def is_passive(article: Article, verb: int) -> bool:
    """Whether a verb is in the passive, or a bare participle that can only be: *words spoken by X*."""
    word = article.word(verb)
    opens = verb == article.sentence(verb)[0] and relation(word) == "advcl" and not article.below(verb, "nsubj")
    if word.xpos != "VBN" and not (opens and word.xpos == "VBD"):
        return False  # what opens a sentence can only be a participle: *Asked why, she …*
    below = {article.word(child).deprel for child in article.parse.children[verb]}
    if below & {"nsubj:pass", "aux:pass", "csubj:pass"}:
        return True
    return relation(article.word(verb)) in ("acl", "advcl", "amod") and "aux" not in below and "nsubj" not in below


def agent(article: Article, verb: int) -> int | None:
    """The head of the *by* phrase of a passive verb."""
    for child in article.below(verb, "obl"):
        if any(article.word(case).lemma == "by" for case in article.below(child, "case")):
            return child
    return None


def subject(article: Article, verb: int) -> int | None:
    """The head of the noun phrase that a verb has as its subject.

    A verb without one takes that of the verb it is coordinated with or hangs from: *said A and added B*, *said A,
    adding that B*, *wants to say*; a participle after a noun takes the noun: *a letter saying that*. A quality or
    state doesn't speak, but who speaks of it: *he said unity matters, despite saying before that …*.
    """
    at, inside = verb, article.inside
    for _ in range(_MAX_CLIMB):
        own = [child for child in article.below(at, "nsubj", "csubj") if inside[child] == inside[verb]]
        if at != verb and own and is_passive(article, at) and agent(article, at) is not None:
            return agent(article, at)
        if own and not (at != verb and article.word(verb).xpos == "VBG" and _is_abstract(article, own[-1])):
            return _antecedent(article, min(own, key=lambda child: (abs(child - at), child)))
        word = article.word(at)
        head, name = word.head, relation(word)
        if head < 0:
            return None
        if name == "acl":
            return _author(article, head, reasons=word.lemma == "cite")
        if name == "xcomp":
            controlled = article.below(head, "obj", "iobj")
            if controlled:
                return controlled[0]
        elif name == "ccomp" and word.xpos != "VBG" and not own or name not in ("conj", "advcl", "parataxis", "ccomp"):
            return None
        at = head
    return None


def _is_abstract(article: Article, noun: int) -> bool:
    """Whether a noun is a common noun of a quality or state: *integrity*, *unity*."""
    word = article.word(noun)
    return word.upos == "NOUN" and word.lemma.endswith(_ABSTRACT) and word.lemma not in _NOT_ABSTRACT


def _antecedent(article: Article, head: int) -> int:
    """The noun that *that* or *which* stands for as the subject of a relative clause; *who* stands for itself."""
    word = article.word(head)
    if word.lemma.lower() in ("that", "which") and word.upos == "PRON":
        verb = article.word(word.head)
        if verb.deprel == "acl:relcl" and verb.head >= 0:
            return verb.head
    return head


def _author(article: Article, noun: int, *, reasons: bool) -> int:
    """The source of a participle after a noun: who issued it, where a verb says so (*he issued a statement saying*),
    or who gives reasons for an act (*they expelled two diplomats, citing threats*), else the noun itself (*a report
    saying*)."""
    word = article.word(noun)
    if word.head >= 0 and _is_object(article, noun) and (word.lemma in _UTTERANCES or reasons):
        subjects = article.below(word.head, "nsubj")
        if subjects and not is_passive(article, word.head):
            return subjects[0]
    return noun


def _is_object(article: Article, noun: int) -> bool:
    """Whether a noun is the object of a verb; a second subject, behind the verb, can only be that."""
    verb, name = article.word(noun).head, article.parse.relations[noun]
    return name == "obj" or name == "nsubj" and article.below(verb, "nsubj")[0] < verb < noun


_UTTERANCES = frozenset(
    "statement letter email e-mail message tweet post release note comment memo call speech op-ed column article "
    "interview answer reply response order decree".split())


@once
def source_of(article: Article, verb: int) -> tuple[int, ...]:
    """The words that name who a verb speaks for; empty where no one is named."""
    if is_passive(article, verb):
        return phrase(article, agent(article, verb))
    head = subject(article, verb)
    words = phrase(article, _neighbour(article, verb) if head is None else head)
    if verb not in words:
        return words
    clause = set(article.parse.subtree(verb))  # a relative clause of the source: *a board, which says that …*
    return tuple(at for at in trimmed(article, [at for at in words if at not in clause]))


def _neighbour(article: Article, verb: int) -> int | None:
    """The noun or pronoun right before a finite verb that the tree gives no subject."""
    first = cue_phrase(article, verb)[0]
    word = article.word(first - 1) if first else None
    finite = article.word(verb).xpos in ("VBD", "VBZ", "VBP")
    if word is None or not finite or word.upos not in ("PRON", "PROPN", "NOUN"):
        return None
    same = word.sentence == article.word(verb).sentence and article.inside[first - 1] == article.inside[verb]
    return first - 1 if same else None


def phrase(article: Article, head: int | None) -> tuple[int, ...]:
    """The noun phrase of a head as a source; empty for an expletive or none."""
    if head is None or article.word(head).text.lower() in _NO_ONE and relation(article.word(head)) == "expl":
        return ()
    return _with_siblings(article, head, noun_phrase(article, head))


def _with_siblings(article: Article, head: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """A subject with the others that the tree gives its verb right before it, parted by no more than commas and
    *and*: a title (*Dutch minister Wopke Hoekstra*) or a coordination (*Belgium, Ireland and Poland*)."""
    word = article.word(head)
    if relation(word) != "nsubj" or not words:
        return words
    for sibling in reversed(article.below(word.head, "nsubj")):
        before = noun_phrase(article, sibling) if sibling < words[0] else ()
        if before and all(article.word(at).text == "," or article.word(at).upos == "CCONJ"
                          for at in range(before[-1] + 1, words[0])):
            words = tuple(range(before[0], words[-1] + 1))
    return words


def possessor(article: Article, noun: int) -> int | None:
    """The head of the possessive of a noun: *Putin's claim*, *her vow*, *the claim of the ministry*, *a call by X*."""
    for child in article.parse.children[noun]:
        if article.word(child).deprel == "nmod:poss":
            return child
    for child in article.below(noun, "nmod"):
        if any(article.word(case).lemma in ("by", "from") for case in article.below(child, "case")):
            return child
    return None
