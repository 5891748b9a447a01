"""Objects, predicates, prepositions, infinitives and passives."""

from tests.detecting.short import found


def test_an_infinitive_whose_subject_is_the_source():
    assert found("""
        She    she   PRON PRP 2 nsubj
        vowed  vow   VERB VBD 0 root
        to     to    PART TO  4 mark
        leave_ leave VERB VB  2 xcomp
        .      .     PUNCT .  2 punct
    """) == [("She", "vowed", "to leave")]


def test_an_object_and_an_infinitive():
    assert found("""
        Blok      Blok   PROPN NNP 2 nsubj
        urged     urge   VERB  VBD 0 root
        Russia    Russia PROPN NNP 2 obj
        to        to     PART  TO  5 mark
        cooperate_ cooperate VERB VB 2 xcomp
        .         .      PUNCT .   2 punct
    """) == [("Blok", "urged", "Russia to cooperate")]


def test_a_preposition_with_an_infinitive():
    assert found("""
        Blok      Blok   PROPN NNP 2 nsubj
        called    call   VERB  VBD 0 root
        on        on     ADP   IN  4 case
        Russia    Russia PROPN NNP 2 obl
        to        to     PART  TO  6 mark
        cooperate_ cooperate VERB VB 2 xcomp
        .         .      PUNCT .   2 punct
    """) == [("Blok", "called on", "Russia to cooperate")]


def test_an_object():
    assert found("""
        Ireland   Ireland PROPN NNP 2 nsubj
        announced announce VERB VBD 0 root
        the       the     DET   DT  4 det
        expulsion expulsion NOUN NN 2 obj
        of        of      ADP   IN  6 case
        diplomats_ diplomat NOUN NNS 4 nmod
        .         .       PUNCT .   2 punct
    """) == [("Ireland", "announced", "the expulsion of diplomats")]


def test_what_something_is_called():
    assert found("""
        It      it    PRON PRP 2 nsubj
        called  call  VERB VBD 0 root
        the     the   DET  DT  4 det
        plan    plan  NOUN NN  2 obj
        "_      "     PUNCT `` 6 punct
        cynical_ cynical ADJ JJ 2 xcomp
        "_      "     PUNCT '' 6 punct
        .       .     PUNCT .  2 punct
    """) == [("It", "called", 'the plan "cynical"')]


def test_what_someone_is_accused_of():
    assert found("""
        Moscow  Moscow  PROPN NNP 2 nsubj
        accused accuse  VERB  VBD 0 root
        spies   spy     NOUN  NNS 2 obj
        of      of      SCONJ IN  5 mark
        lying_  lie     VERB  VBG 2 advcl
        .       .       PUNCT .   2 punct
    """) == [("Moscow", "accused", "spies of lying")]


def test_the_agent_of_a_passive_is_the_source():
    assert found("""
        The       the    DET  DT  2 det
        sale      sale   NOUN NN  4 nsubj:pass
        was       be     AUX  VBD 4 aux:pass
        announced announce VERB VBN 0 root
        by        by     ADP  IN  6 case
        Hoekstra_ Hoekstra PROPN NNP 4 obl:agent
        .         .      PUNCT .  4 punct
    """) == [("Hoekstra", "was announced", "The sale")]


def test_what_someone_is_said_to_be_has_no_source():
    assert found("""
        She   she  PRON PRP 3 nsubj:pass
        is    be   AUX  VBZ 3 aux:pass
        said  say  VERB VBN 0 root
        to    to   PART TO  6 mark
        be    be   AUX  VB  6 cop
        ill_  ill  ADJ  JJ  3 xcomp
        .     .    PUNCT .  3 punct
    """) == [("", "is said", "She … to be ill")]


def test_to_dismiss_a_lawsuit_is_an_act_but_to_dismiss_a_plan_is_a_judgement():
    rows = """
        A          a       DET  DT  2 det
        judge      judge   NOUN NN  3 nsubj
        dismissed  dismiss VERB VBD 0 root
        the        the     DET  DT  5 det
        {form}_    {form}  NOUN NN  3 obj
        .          .       PUNCT .  3 punct
    """
    assert found(rows.format(form="lawsuit")) == []
    assert found(rows.format(form="plan")) == [("A judge", "dismissed", "the plan")]
