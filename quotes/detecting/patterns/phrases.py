"""Contents that are no clause: objects, *call X ADJ*, prepositional phrases, infinitives.

*announced the expulsion of ten diplomats*, *called the plan "a farce"*, *accused X of lying*, *warned of floods*,
*vowed to leave*, *urged Russia to cooperate*.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.data import relation
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import clause, noun_phrase, run_on, trimmed, whole_quotations
from quotes.detecting.lexicon import Entry, lemmas
from quotes.detecting.patterns.predicates import in_marks
from quotes.detecting.patterns.subjects import is_passive, source_of, subject
from quotes.detecting.patterns.verbs import complements, cue_of, cue_verbs

_BESIDE_OBJECT = frozenset(("of", "for", "as", "to", "with", "from"))
_BESIDE_FUTURE = frozenset((*_BESIDE_OBJECT, "by", "within", "before", "until", "in"))
_OF_FUTURE = frozenset("promise pledge predict forecast foresee expect anticipate propose demand want".split())
"""Verbs whose objects are yet to come, so that a time after them is the object's: *promised rain by the weekend*."""
_TO_THE_END = frozenset(("pred", "objto", "to"))
"""Frames whose contents, like clauses, mostly run to the end of their sentence."""
_DISCHARGING = frozenset(("dismiss", "recall"))
_DISCHARGED = frozenset("lawsuit suit case appeal petition motion indictment charge manager worker employee official "
                        "minister staff director officer teacher coach judge ambassador diplomat envoy consul".split())
_TIME = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year "
                  "morning afternoon evening night day time".split())
_AMOUNTS = frozenset("half twice double thrice dozen nearly zero nothing".split())


def find(article: Article) -> Iterator[Candidate]:
    """Attributions whose content is a phrase or an infinitive."""
    for verb, entry in cue_verbs(article):
        named = in_marks(article, verb, entry)
        if named is not None:
            yield named
        if named is not None or "clause" in entry.frames and complements(article, verb):
            continue
        found = _infinitive(article, verb, entry) or _object(article, verb, entry) or \
            _prepositional(article, verb, entry)
        if found is not None:
            yield found


def _infinitive(article: Article, verb: int, entry: Entry) -> Candidate | None:
    """*vowed to leave* and *urged Russia to leave*."""
    if "to" not in entry.frames and "objto" not in entry.frames:
        return None
    infinitives = [child for child in article.below(verb, "xcomp", "advcl") if is_infinitive(article, child)]
    if not infinitives:
        return None
    objects = [child for child in article.below(verb, "obj", "iobj") if child > verb]
    frame = "objto" if objects else "to"
    if is_passive(article, verb):
        return None
    if frame not in entry.frames or relation(article.word(infinitives[0])) == "advcl" and not objects:
        return None
    content = set(clause(article, infinitives[0]))
    for child in objects:
        content.update(noun_phrase(article, child))
    return _candidate(article, verb, entry, sorted(content), entry.frames[frame], frame)


def _object(article: Article, verb: int, entry: Entry) -> Candidate | None:
    """*announced the sale*, *called the plan a farce*, *accused X of lying*; passive: *the sale was announced by X*."""
    if is_passive(article, verb):
        return _passive(article, verb, entry)
    objects = _objects(article, verb)
    gerunds = [child for child in article.below(verb, "xcomp", "ccomp") if child > verb
               and any(article.word(at).text.endswith("ing") for at in (child, *article.below(child, "cop", "aux")))]
    predicates = [child for child in article.below(verb, "xcomp") if not is_infinitive(article, child)]
    if objects and "pred" in entry.frames and not predicates:
        predicates = [child for child in objects[:1] if any(
            article.inside[at] >= 0 for at in article.parse.subtree(child))]  # *called it a "farce"*, as one phrase
    beside = _pair(article, verb, objects[0], entry) if objects else None
    if beside is not None:
        frame, heads = "obj+" + article.word(article.below(beside, "case")[0]).lemma, [objects[0], beside]
    elif objects and predicates and "pred" in entry.frames:
        frame, heads = "pred", [objects[0], predicates[0]]
    elif "obj" in entry.frames and objects and not is_discharge(article, verb, objects[0]):
        claimed = [child for child in complements(article, verb) if child > objects[0]]  # *rejects claims that …*
        frame, heads = "obj", [objects[0], *claimed, *_beside(article, verb, objects[0])]
    elif "obj" in entry.frames and gerunds:
        frame, heads = "obj", gerunds[:1]
    else:
        return None
    content: set[int] = set()
    for head in heads:
        content.update(article.parse.subtree(head))
    return _candidate(article, verb, entry, trimmed(article, sorted(content)), entry.frames[frame], frame)


def _passive(article: Article, verb: int, entry: Entry) -> Candidate | None:
    """*The sale was announced by X*; *a sale announced by X*; *X is said to be ill*."""
    patient = next(iter(article.below(verb, "nsubj", "csubj")), None)
    if patient is None or article.word(patient).lemma != "which":
        patient = subject(article, verb)
    if patient is None:
        return None
    infinitives = [child for child in article.below(verb, "xcomp") if is_infinitive(article, child)]
    content = set(noun_phrase(article, patient)) - set(article.parse.subtree(verb))
    if article.word(patient).head == verb:
        content = set(noun_phrase(article, patient))
    if infinitives and "raise" in entry.frames:
        content.update(clause(article, infinitives[0]))
        return _candidate(article, verb, entry, sorted(content), entry.frames["raise"], "raise")
    source = source_of(article, verb)
    if not source and {"obj", "+of"} <= entry.frames.keys() and article.word(verb).head < 0:
        beside = _beside(article, verb, verb)  # *She is accused of lying*, by whom is not said
        cases = tuple(article.below(child, "case", "mark")[0] for child in beside[:1])
        content.update(*(article.parse.subtree(child, without=frozenset(cases)) for child in beside[:1]))
        return _candidate(article, verb, entry, sorted(content), 0.4, "passive",
                          cue=(*cue_of(article, verb), *cases)) if beside else None
    if "obj" in entry.frames and source:
        return _candidate(article, verb, entry, sorted(content), entry.frames["obj"], "passive")
    return None


def _prepositional(article: Article, verb: int, entry: Entry) -> Candidate | None:
    """*warned of floods*, *called for calm*, *called on Russia to leave*."""
    for child in article.below(verb, "obl", "advcl"):
        cases = [at for at in article.below(child, "case", "mark") if at > verb]
        if child < verb or not cases or "+" + article.word(cases[0]).lemma not in entry.frames:
            continue
        name = "+" + article.word(cases[0]).lemma
        content = set(article.parse.subtree(child, without=frozenset(cases[:1])))
        for other in article.below(verb, "xcomp", "advcl"):
            if other > child and is_infinitive(article, other):
                content.update(article.parse.subtree(other))
        cue = (*cue_of(article, verb), cases[0])
        return _candidate(article, verb, entry, trimmed(article, sorted(content)), entry.frames[name], name, cue=cue)
    return None


def _objects(article: Article, verb: int) -> list[int]:
    """The objects of a verb; also the noun after it that the tree gives it as a second subject or a hearer."""
    found = [child for child in article.below(verb, "obj") if not _is_time(article, child)]
    if found or complements(article, verb):
        return found
    subjects = article.below(verb, "nsubj")
    others = [child for child in subjects if child > verb] if subjects and subjects[0] < verb else []
    return [*article.below(verb, "iobj"), *others][:1] if _beside(article, verb, verb) else []


def _pair(article: Article, verb: int, noun: int, entry: Entry) -> int | None:
    """The prepositional phrase that makes a content with the object: *put the cost at a million*."""
    for child in article.below(verb, "obl"):
        cases = article.below(child, "case")
        if child > noun and cases and "obj+" + article.word(cases[0]).lemma in entry.frames and (
                article.word(cases[0]).lemma != "at" or _is_amount(article, child)):
            return child
    return None


def _is_amount(article: Article, head: int) -> bool:
    """Whether a phrase is an amount: *a million*, *half that*."""
    words = article.words(article.parse.subtree(head))
    return any(word.upos in ("NUM", "SYM") or word.lemma.lower() in _AMOUNTS for word in words)


def is_infinitive(article: Article, head: int) -> bool:
    """Whether a clause is an infinitive with *to*."""
    return any(article.word(child).lemma == "to" for child in article.below(head, "mark"))


def is_discharge(article: Article, verb: int, noun: int) -> bool:
    """Whether dismissing or recalling is an act, not a judgement or a memory: *dismissed a lawsuit*, *recalled its
    ambassador*."""
    return may_discharge(article, verb) and not _DISCHARGED.isdisjoint(lemmas(article.word(noun)))


def may_discharge(article: Article, verb: int) -> bool:
    """Whether a word is a verb of dismissing or recalling."""
    return not _DISCHARGING.isdisjoint(lemmas(article.word(verb)))


def _beside(article: Article, verb: int, noun: int) -> list[int]:
    """What belongs to the content beside the object: *accused X of lying*, *praised X for his work*."""
    found = []
    future = _OF_FUTURE.intersection(lemmas(article.word(verb)))
    for child in article.below(verb, "obl", "advcl", "xcomp", "ccomp"):
        marks = article.below(child, "case", "mark")
        known = marks and article.word(marks[0]).lemma in (_BESIDE_FUTURE if future else _BESIDE_OBJECT)
        if child > noun and known and not _is_time(article, child) and not article.below(child, "nsubj"):
            found.append(child)
    return found


def _is_time(article: Article, head: int) -> bool:
    return article.word(head).lemma.lower() in _TIME


def _candidate(article: Article, verb: int, entry: Entry, content: list[int], score: float, frame: str, *,
               cue: tuple[int, ...] | None = None) -> Candidate | None:
    source = source_of(article, verb)
    if not content or not source and frame not in ("raise", "passive"):
        return None
    cue = cue or cue_of(article, verb)
    if content[0] > verb:  # after its cue a content has no holes
        end = run_on(article, verb, content[-1] + 1) if frame in _TO_THE_END else content[-1] + 1
        content = [at for at in range(content[0], end) if at not in {*cue, *source}]
    if len(content) == 1 and article.word(content[0]).upos == "PRON":
        return None  # *who*, *it*, *them* say nothing by themselves
    return Candidate(cue, tuple(whole_quotations(article, content)), source, score, entry.act, frame)
