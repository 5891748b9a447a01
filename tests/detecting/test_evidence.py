"""How a pattern's find and the head's proposal become one piece of evidence."""

from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.evidence import alike, features, kind_of, paired
from tests.detecting.short import tree

ARTICLE = Article(tree("""
    Ann     Ann   PROPN NNP 2 nsubj
    said    say   VERB  VBD 0 root
    it      it    PRON  PRP 4 nsubj
    rained  rain  VERB  VBD 2 ccomp
    hard_   hard  ADV   RB  4 advmod
    .       .     PUNCT .   2 punct
"""))


def candidate(content, *, cue=(1,), source=(0,), score=0.9, reason="clause", act="speech"):
    return Candidate(tuple(cue), tuple(content), tuple(source), score, act, reason)


def test_alike_is_intersection_over_union():
    assert alike([1, 2, 3], [2, 3, 4]) == 0.5


def test_a_find_and_a_proposal_with_the_same_cue_are_one():
    (one,) = paired([candidate([3, 4], reason="head")], [candidate([2, 3, 4])])
    assert one.head and one.pattern and one.alike == 2 / 3


def test_without_a_common_cue_word_they_must_share_most_words():
    apart = paired([candidate([3], cue=[5], reason="head")], [candidate([2, 3, 4])])
    assert [(one.head is None, one.pattern is None) for one in apart] == [(True, False), (False, True)]
    assert len(paired([candidate([2, 3, 4], cue=[5], reason="head")], [candidate([2, 3, 4])])) == 1


def test_of_two_proposals_the_one_more_alike_is_taken():
    near, far = candidate([2, 3, 4], reason="head"), candidate([4], reason="head")
    first, second = paired([far, near], [candidate([2, 3, 4])])
    assert first.head is near and second.head is far and second.pattern is None


def test_the_edges_are_the_patterns_and_the_source_is_the_heads():
    (one,) = paired([candidate([3, 4], source=[0], reason="head")], [candidate([2, 3, 4], source=[5])])
    assert one.candidate.content == (2, 3, 4) and one.candidate.source == (0,)
    assert one.candidate.reason == "head, clause"


def test_features_say_what_there_is():
    both, alone = features(ARTICLE, paired([candidate([2, 3, 4], reason="head"), candidate([0], cue=[4], reason="head")],
                                           [candidate([2, 3, 4])]))
    assert both["alike"] == 1 and both["known cue"] == 1 and "no pattern" not in both
    assert alone["no pattern"] == 1 and alone["known cue"] == 0


def test_a_cue_inside_another_content_is_embedded():
    inner, outer = candidate([4], cue=[3], source=[2]), candidate([2, 3, 4])
    assert [named["embedded"] for named in features(ARTICLE, paired([], [inner, outer]))] == [1, 0]


def test_kinds_leave_out_the_preposition():
    assert [kind_of(candidate([2], reason=reason)) for reason in ("+for", "noun +of", "last speaker", "to")] == [
        "preposition", "noun", "last", "to"]


def test_a_proposal_with_a_find_of_its_own_cue_is_not_taken_for_that_of_another():
    outer, inner = candidate([2, 3, 4]), candidate([3, 4], cue=[2], source=[2])
    evidence = {one.pattern.cue: one.head for one in paired([candidate([2, 3, 4], reason="head")], [inner, outer])}
    assert evidence[(1,)] is not None and evidence[(2,)] is None


def test_reportedly_names_no_one():
    (one,) = paired([candidate([2, 3, 4], reason="head")], [candidate([2, 3, 4], source=(), reason="reportedly")])
    assert one.candidate.source == ()


def test_of_two_sources_one_within_the_other_the_whole_is_taken():
    (one,) = paired([candidate([2, 3, 4], source=[5], reason="head")], [candidate([2, 3, 4], source=[0, 5])])
    assert one.candidate.source == (0, 5)


def test_a_content_whose_subject_the_tree_gave_to_the_cue_is_the_heads():
    (one,) = paired([candidate([2, 3, 4], reason="head")], [candidate([3, 4])])
    assert one.candidate.content == (2, 3, 4)
    (one,) = paired([candidate([2, 3, 4], reason="head")], [candidate([2, 3])])
    assert one.candidate.content == (2, 3)
