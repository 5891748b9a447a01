"""Objects, predicates, prepositions, infinitives and passives."""

from tests.detecting.short import proposed


def test_an_infinitive_whose_subject_is_the_source():
    assert proposed("""
        She    she   PRON PRP 2 nsubj
        vowed  vow   VERB VBD 0 root
        to     to    PART TO  4 mark
        leave_ leave VERB VB  2 xcomp
        .      .     PUNCT .  2 punct
    """) == [("She", "vowed", "to leave")]


def test_an_object_and_an_infinitive():
    assert proposed("""
        Blok      Blok   PROPN NNP 2 nsubj
        urged     urge   VERB  VBD 0 root
        Russia    Russia PROPN NNP 2 obj
        to        to     PART  TO  5 mark
        cooperate_ cooperate VERB VB 2 xcomp
        .         .      PUNCT .   2 punct
    """) == [("Blok", "urged", "Russia to cooperate")]


def test_a_preposition_with_an_infinitive():
    assert proposed("""
        Blok      Blok   PROPN NNP 2 nsubj
        called    call   VERB  VBD 0 root
        on        on     ADP   IN  4 case
        Russia    Russia PROPN NNP 2 obl
        to        to     PART  TO  6 mark
        cooperate_ cooperate VERB VB 2 xcomp
        .         .      PUNCT .   2 punct
    """) == [("Blok", "called on", "Russia to cooperate")]


def test_an_object():
    assert proposed("""
        Ireland   Ireland PROPN NNP 2 nsubj
        announced announce VERB VBD 0 root
        the       the     DET   DT  4 det
        expulsion expulsion NOUN NN 2 obj
        of        of      ADP   IN  6 case
        diplomats_ diplomat NOUN NNS 4 nmod
        .         .       PUNCT .   2 punct
    """) == [("Ireland", "announced", "the expulsion of diplomats")]


def test_what_something_is_called():
    assert proposed("""
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
    assert proposed("""
        Moscow  Moscow  PROPN NNP 2 nsubj
        accused accuse  VERB  VBD 0 root
        spies   spy     NOUN  NNS 2 obj
        of      of      SCONJ IN  5 mark
        lying_  lie     VERB  VBG 2 advcl
        .       .       PUNCT .   2 punct
    """) == [("Moscow", "accused", "spies of lying")]


def test_the_agent_of_a_passive_is_the_source():
    assert proposed("""
        The       the    DET  DT  2 det
        sale      sale   NOUN NN  4 nsubj:pass
        was       be     AUX  VBD 4 aux:pass
        announced announce VERB VBN 0 root
        by        by     ADP  IN  6 case
        Hoekstra_ Hoekstra PROPN NNP 4 obl:agent
        .         .      PUNCT .  4 punct
    """) == [("Hoekstra", "was announced", "The sale")]


def test_what_someone_is_said_to_be_has_no_source():
    assert proposed("""
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
    assert proposed(rows.format(form="lawsuit")) == []
    assert proposed(rows.format(form="plan")) == [("A judge", "dismissed", "the plan")]


def test_what_a_figure_is_put_at_but_not_where_a_thing_is_put():
    rows = """
        She     she     PRON  PRP 2 nsubj
        puts    put     VERB  VBZ 0 root
        the     the     DET   DT  4 det
        cost    cost    NOUN  NN  2 obj
        at      at      ADP   IN  6 case
        {what}_ {what}  {tag} 2 obl
        .       .       PUNCT .   2 punct
    """
    assert proposed(rows.format(what="90", tag="NUM CD")) == [("She", "puts", "the cost at 90")]
    assert proposed(rows.format(what="home", tag="NOUN NN")) == []


def test_a_bare_object_that_makes_the_cue():
    assert proposed("""
        Police  police  NOUN  NNS 2 nsubj
        cast    cast    VERB  VBD 0 root
        doubt   doubt   NOUN  NN  2 obj
        on      on      ADP   IN  6 case
        that    that    DET   DT  6 det
        account_ account NOUN NN  2 obl
        .       .       PUNCT .   2 punct
    """) == [("Police", "cast doubt on", "that account")]


def test_claims_that_are_rejected_are_whole():
    assert proposed("""
        He      he      PRON  PRP 2 nsubj
        rejects reject  VERB  VBZ 0 root
        suggestions suggestion NOUN NNS 2 obj
        that    that    SCONJ IN  6 mark
        it      it      PRON  PRP 6 nsubj
        rained_ rain    VERB  VBD 2 ccomp
        .       .       PUNCT .   2 punct
    """) == [("He", "rejects", "suggestions that it rained")]


def test_the_accused_as_a_second_subject():
    assert proposed("""
        Moscow  Moscow  PROPN NNP 2 nsubj
        accused accuse  VERB  VBD 0 root
        Sel     Sel     PROPN NNP 2 nsubj
        of      of      SCONJ IN  6 mark
        having  have    AUX   VBG 6 aux
        lied_   lie     VERB  VBN 2 ccomp
        .       .       PUNCT .   2 punct
    """) == [("Moscow", "accused", "Sel of having lied")]


def test_who_accuses_may_be_left_out():
    assert proposed("""
        She     she     PRON  PRP 3 nsubj:pass
        is      be      AUX   VBZ 3 aux:pass
        accused accuse  VERB  VBN 0 root
        of      of      ADP   IN  5 case
        fraud_  fraud   NOUN  NN  3 obl
        .       .       PUNCT .   3 punct
    """) == [("", "is accused of", "She … fraud")]


def test_to_deny_being_or_doing_something():
    assert proposed("""
        He      he      PRON  PRP 2 nsubj
        denied  deny    VERB  VBD 0 root
        being   be      AUX   VBG 5 cop
        a       a       DET   DT  5 det
        snob_   snob    NOUN  NN  2 xcomp
        .       .       PUNCT .   2 punct
    """) == [("He", "denied", "being a snob")]


def test_a_time_to_come_is_part_of_what_is_promised():
    assert proposed("""
        They     they    PRON  PRP 2 nsubj
        promised promise VERB  VBD 0 root
        rain     rain    NOUN  NN  2 obj
        by       by      ADP   IN  6 case
        the      the     DET   DT  6 det
        harvest_ harvest NOUN  NN  2 obl
        .        .       PUNCT .   2 punct
    """) == [("They", "promised", "rain by the harvest")]


def test_the_source_leaves_out_the_relative_clause_that_attributes():
    assert proposed("""
        A       a       DET   DT  2 det
        body    body    NOUN  NN  0 root
        which   which   PRON  WDT 4 nsubj
        wants   want    VERB  VBZ 2 acl:relcl
        bogs    bog     NOUN  NNS 4 obj
        to      to      PART  TO  7 mark
        grow_   grow    VERB  VB  4 xcomp
        .       .       PUNCT .   2 punct
    """) == [("A body", "wants", "bogs to grow")]
