"""Contents that are no clause: objects, *call X ADJ*, prepositional phrases, infinitives.

*announced the expulsion of ten diplomats*, *called the plan "a farce"*, *accused X of lying*, *warned of floods*,
*vowed to leave*, *urged Russia to cooperate*.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.detecting.article import Article, relation
from quotes.detecting.candidate import Candidate
from quotes.detecting.edges import clause, noun_phrase, run_on, trimmed, whole_quotations
from quotes.detecting.lexicon import Entry
from quotes.detecting.patterns.subjects import is_passive, source_of, subject
from quotes.detecting.patterns.verbs import complements, cue_of, cue_verbs

_BESIDE_OBJECT = frozenset(("of", "for", "as", "to", "with", "from"))
_TO_THE_END = frozenset(("pred", "objto", "to"))
"""Frames whose contents, like clauses, mostly run to the end of their sentence."""
_DISCHARGED = frozenset("lawsuit suit case appeal petition motion indictment charge manager worker employee official "
                        "minister staff director officer teacher coach judge".split())
_TIME = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year "
                  "morning afternoon evening night day time".split())


def find(article: Article) -> Iterator[Candidate]:
    """Attributions whose content is a phrase or an infinitive."""
    for verb, entry in cue_verbs(article):
        if complements(article, verb):
            continue
        found = _infinitive(article, verb, entry) or _object(article, verb, entry) or \
            _prepositional(article, verb, entry)
        if found is not None:
            yield found


def _infinitive(article: Article, verb: int, entry: Entry) -> Candidate | None:
    """*vowed to leave* and *urged Russia to leave*."""
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
    objects = [child for child in article.below(verb, "obj") if not _is_time(article, child)]
    gerunds = [child for child in article.below(verb, "xcomp", "ccomp") if child > verb
               and (article.word(child).xpos == "VBG" or article.word(child).text.endswith("ing"))]
    predicates = [child for child in article.below(verb, "xcomp") if not is_infinitive(article, child)]
    if objects and "pred" in entry.frames and not predicates:
        predicates = [child for child in objects[:1] if any(
            article.inside[at] >= 0 for at in article.parse.subtree(child))]  # *called it a "farce"*, as one phrase
    if objects and predicates and "pred" in entry.frames:
        frame, heads = "pred", [objects[0], predicates[0]]
    elif "obj" in entry.frames and objects and not _is_discharge(article, verb, objects[0]):
        frame, heads = "obj", [objects[0], *_beside(article, verb, objects[0])]
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


def is_infinitive(article: Article, head: int) -> bool:
    """Whether a clause is an infinitive with *to*."""
    return any(article.word(child).lemma == "to" for child in article.below(head, "mark"))


def _is_discharge(article: Article, verb: int, noun: int) -> bool:
    """Whether dismissing is an act, not a judgement: *dismissed a lawsuit*, *dismissed two managers*."""
    return article.word(verb).lemma == "dismiss" and article.word(noun).lemma in _DISCHARGED


def _beside(article: Article, verb: int, noun: int) -> list[int]:
    """What belongs to the content beside the object: *accused X of lying*, *praised X for his work*."""
    found = []
    for child in article.below(verb, "obl", "advcl", "xcomp", "ccomp"):
        marks = article.below(child, "case", "mark")
        if child > noun and marks and article.word(marks[0]).lemma in _BESIDE_OBJECT and not _is_time(article, child) \
                and not article.below(child, "nsubj"):
            found.append(child)
    return found


def _is_time(article: Article, head: int) -> bool:
    return article.word(head).lemma.lower() in _TIME


def _candidate(article: Article, verb: int, entry: Entry, content: list[int], score: float, frame: str, *,
               cue: tuple[int, ...] | None = None) -> Candidate | None:
    source = source_of(article, verb)
    if not content or not source and frame != "raise":
        return None
    cue = cue or cue_of(article, verb)
    if content[0] > verb:  # after its cue a content has no holes
        end = run_on(article, verb, content[-1] + 1) if frame in _TO_THE_END else content[-1] + 1
        content = [at for at in range(content[0], end) if at not in {*cue, *source}]
    if len(content) == 1 and article.word(content[0]).upos == "PRON":
        return None  # *who*, *it*, *them* say nothing by themselves
    return Candidate(cue, tuple(whole_quotations(article, content)), source, score, entry.act, frame)
