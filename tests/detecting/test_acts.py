"""Speech or thought: what is decided on 200 attributions that a person judged (``acts.tsv``)."""

from pathlib import Path

import pytest

from quotes.detecting.article import Article
from quotes.detecting.proposals import act_of
from tests.detecting.short import tree

LEAST_RIGHT = 0.95
TABLE = Path(__file__).parent / "acts.tsv"
CONTENTS = {
    "clause": ["that that SCONJ IN 3 mark", "it it PRON PRP 3 nsubj", "rains rain VERB VBZ {cue} ccomp"],
    "quote": ["“_ “ PUNCT `` 3 punct", "It it PRON PRP 3 nsubj", "rains_ rain VERB VBZ {cue} ccomp",
              "” ” PUNCT '' 3 punct"],
    "obj": ["the the DET DT 2 det", "road road NOUN NN {cue} obj"],
    "to": ["to to PART TO 2 mark", "leave leave VERB VB {cue} xcomp"],
    "object-to": ["them they PRON PRP {cue} obj", "to to PART TO 3 mark", "leave leave VERB VB {cue} xcomp"],
    "phrase": ["the the DET DT 2 det", "road road NOUN NN {cue} obl"],
    "subject": ["the the DET DT 2 det", "road road NOUN NN {cue} nsubj"],
}
"""The words of a content in each frame; heads count from its first word, ``{cue}`` is the cue's last verb or word."""


def judged():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def decided(cue: str, frame: str) -> str:
    """The act of a cue, given as lemma/part of speech, with a content in a frame."""
    words = [part.rsplit("/", 1) for part in cue.split()]
    tags = [tag for _, tag in words]
    head = max((at for at, tag in enumerate(tags) if tag == "VERB"), default=len(words) - 1) + 1
    rows = [f"{lemma} {lemma} {tag} _ {0 if at == head else head} {'root' if at == head else 'dep'}"
            for at, (lemma, tag) in enumerate(words, start=1)]
    for row in CONTENTS[frame]:
        form, lemma, upos, xpos, governor, relation = row.split()
        governor = head if governor == "{cue}" else len(words) + int(governor)
        rows.append(f"{form} {lemma} {upos} {xpos} {governor} {relation}")
    article = Article(tree("\n".join(rows)))
    content = [at for at in range(len(words), len(rows)) if article.word(at).upos != "PUNCT"]
    return act_of(article, range(len(words)), content)


def test_there_are_two_hundred_of_both_acts():
    acts = [act for *_, act in judged()]
    assert len(acts) == 200 and set(acts) == {"speech", "thought"}


def test_acts_are_decided_as_a_person_does():
    wrong = [(cue, frame, act) for cue, frame, act in judged() if decided(cue, frame) != act]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(judged()), wrong


@pytest.mark.parametrize("cue, frame, act", [
    ("say/VERB", "clause", "speech"),
    ("recall/VERB", "obj", "thought"),
    ("think/VERB", "quote", "thought"),
    ("take/VERB issue/NOUN with/ADP", "phrase", "speech"),
    ("focus/VERB on/ADP criticize/VERB", "obj", "speech"),
    ("authorize/VERB", "object-to", "speech"),
    ("Reuters/PROPN", "clause", "speech"),
    ("frobnicate/VERB", "quote", "speech"),
    ("frobnicate/VERB", "obj", "thought"),
])
def test_the_whole_cue_and_its_frame_count(cue, frame, act):
    assert decided(cue, frame) == act
