"""How candidates become attributions."""

from quotes.detecting import detect
from quotes.detecting.article import Article
from quotes.detecting.candidate import Candidate
from quotes.detecting.choosing import attribution_of, chosen, weighed
from tests.detecting.short import tree

SENTENCE = """
    Ann     Ann   PROPN NNP 2 nsubj
    said    say   VERB  VBD 0 root
    Bob     Bob   PROPN NNP 4 nsubj
    said    say   VERB  VBD 2 ccomp
    it      it    PRON  PRP 6 nsubj
    rained_ rain  VERB  VBD 4 ccomp
    .       .     PUNCT .   2 punct
"""


def candidate(cue, content, source=(0,), score=0.9):
    return Candidate(tuple(cue), tuple(content), tuple(source), score, "speech", "test")


def contents(*candidates):
    parse = tree(SENTENCE)
    article = Article(parse)
    found = [attribution_of(article, one) for one in chosen(article, candidates)]
    return [parse.text[one.content[0].start:one.content[-1].end] for one in found]


def test_the_better_of_two_contents_for_one_cue_is_kept():
    assert contents(candidate([1], [2, 3, 4, 5], score=0.8), candidate([1], [4, 5], score=0.9)) == ["it rained"]


def test_the_same_words_are_attributed_once():
    assert contents(candidate([1], [2, 3, 4, 5]), candidate([], [3, 4, 5], score=0.7)) == ["Bob said it rained"]


def test_an_embedded_attribution_stays():
    assert contents(candidate([1], [2, 3, 4, 5]), candidate([3], [4, 5], [2])) == ["Bob said it rained", "it rained"]


def test_doubtful_candidates_are_left_out():
    assert contents(candidate([1], [2, 3, 4, 5], score=0.2)) == []


def test_the_order_of_candidates_does_not_matter():
    ones = [candidate([1], [2, 3, 4, 5]), candidate([3], [4, 5], [2]), candidate([], [3, 4, 5], score=0.7)]
    assert contents(*ones) == contents(*reversed(ones))


def test_a_parse_without_words_has_no_attributions():
    assert detect(tree("")) == []


def test_content_has_no_words_of_its_cue_or_source():
    parse = tree(SENTENCE)
    one = attribution_of(Article(parse), candidate([1], [0, 1, 2, 3, 4, 5]))
    assert [parse.text[start:end] for start, end in one.content] == ["Bob said it rained"]


def test_spans_are_exact():
    parse = tree(SENTENCE)
    for one in detect(parse):
        for start, end in (*one.content, *one.cue, *one.source):
            assert parse.text[start:end] == parse.text[start:end].strip() != ""


def test_the_noun_phrase_before_a_name_between_commas_goes_with_it():
    parse = tree("""
        It      it      PRON  PRP 2 nsubj
        closed_ close   VERB  VBD 9 ccomp
        ,       ,       PUNCT ,   2 punct
        the     the     DET   DT  5 det
        owner_  owner   NOUN  NN  2 nsubj
        ,       ,       PUNCT ,   7 punct
        Ann_    Ann     PROPN NNP 9 nsubj
        ,       ,       PUNCT ,   9 punct
        told    tell    VERB  VBD 0 root
        AFP_    AFP     PROPN NNP 9 iobj
        .       .       PUNCT .   9 punct
    """)
    proposal = candidate([8], [0, 1, 2, 3, 4], [6], score=0.99)
    (one,) = weighed(Article(parse), [proposal], [], {"head": 1.0})
    assert (one.source, one.content) == ((3, 4, 5, 6), (0, 1))


BEFORE_CUE = """
    It       it       PRON  PRP 2 nsubj
    closed   close    VERB  VBD 8 ccomp
    today_   today    NOUN  NN  2 obl
    ,        ,        PUNCT ,   2 punct
    {}
    Ann      Ann      PROPN NNP 8 nsubj
    told     tell     VERB  VBD 0 root
    AFP_     AFP      PROPN NNP 8 iobj
    .        .        PUNCT .   8 punct
"""


def test_what_stands_between_a_comma_and_a_source_before_its_cue_goes_with_the_source():
    parse = tree(BEFORE_CUE.format("aides aide NOUN NNS 2 obj\n to to ADP IN 7 case"))
    (one,) = weighed(Article(parse), [candidate([7], [0, 1, 2, 3, 4, 5], [6])], [], {"head": 1.0})
    assert (one.source, one.content) == ((4, 5, 6), (0, 1, 2))


def test_but_for_what_relates_to_the_words_before():
    parse = tree(BEFORE_CUE.format("as as ADP IN 6 case\n which which PRON WDT 2 obl"))
    (one,) = weighed(Article(parse), [candidate([7], [0, 1, 2, 3, 4, 5], [6])], [], {"head": 1.0})
    assert one.source == (6,)
