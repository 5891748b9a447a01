"""Nouns and adjectives as cues."""

from tests.detecting.short import proposed


def test_the_possessive_of_a_noun_is_its_source():
    assert proposed("""
        Putin_  Putin PROPN NNP 3 nmod:poss
        's      's    PART  POS 1 case
        claim   claim NOUN  NN  8 nsubj
        that    that  SCONJ IN  6 mark
        spies   spy   NOUN  NNS 6 nsubj
        lied    lie   VERB  VBD 3 acl
        is      be    AUX   VBZ 8 cop
        old_    old   ADJ   JJ  0 root
        .       .     PUNCT .   8 punct
    """) == [("Putin", "claim", "that spies lied")]


def test_a_vow_to_do_something():
    assert proposed("""
        Her     her   PRON PRP$ 2 nmod:poss
        vow     vow   NOUN NN   5 nsubj
        to      to    PART TO   4 mark
        leave   leave VERB VB   2 acl
        failed_ fail  VERB VBD  0 root
        .       .     PUNCT .   5 punct
    """) == [("Her", "vow", "to leave")]


def test_an_adjective_of_belief():
    assert proposed("""
        He       he    PRON PRP 3 nsubj
        is       be    AUX  VBZ 3 cop
        confident confident ADJ JJ 0 root
        that     that  SCONJ IN 6 mark
        it       it    PRON PRP 6 nsubj
        works_   work  VERB VBZ 3 ccomp
        .        .     PUNCT .  3 punct
    """) == [("He", "is confident", "that it works")]


def test_what_a_noun_is_said_to_be():
    assert proposed("""
        Lee_     Lee     PROPN NNP 3 nmod:poss
        's       's      PART  POS 1 case
        theory   theory  NOUN  NN  7 nsubj:outer
        is       be      AUX   VBZ 7 cop
        that     that    SCONJ IN  7 mark
        officials official NOUN NNS 7 nsubj
        slept_   sleep   VERB  VBD 0 root
        .        .       PUNCT .   7 punct
    """) == [("Lee", "theory", "that officials slept")]


def test_a_clause_under_a_noun_starts_with_its_conjunction():
    assert proposed("""
        Lee_     Lee     PROPN NNP 3 nmod:poss
        's       's      PART  POS 1 case
        argument argument NOUN NN  0 root
        is       be      AUX   VBZ 7 cop
        that     that    SCONJ IN  7 mark
        officials official NOUN NNS 7 nsubj
        slept_   sleep   VERB  VBD 3 acl
        .        .       PUNCT .   3 punct
    """) == [("Lee", "argument", "that officials slept")]
