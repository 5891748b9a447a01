import pytest

from tests.verifying.corpus import checked


def verdict(claim, said):
    found = checked(claim, f"⟦Ann Lee|“{said}”⟧ said Ann Lee.")
    return found.verdict, [(one.kind, one.source) for one in found.changes]


@pytest.mark.parametrize("claim, said", [
    ("The fish are gone.", "The fish are gone. Nobody knows why. We wait."),
    ("Nobody knows why. We wait.", "The fish are gone. Nobody knows why. We wait."),
    ("the fish are gone", "And the fish are gone."),
    ("We sold the boats.", "We sold the boats, and we kept the nets."),
    ("the nets are ours", "We sold the boats, but the nets are ours."),
    ("We sold the boats", "We sold the boats; the nets are ours."),
    ("it's the weather", "The beat is real, and it’s the weather."),
])
def test_whole_sentences_and_clauses_of_a_longer_quote_are_verbatim(claim, said):
    assert verdict(claim, said) == ("verbatim", [])


@pytest.mark.parametrize("claim, said", [
    ("We sold the boats to a man", "We sold the boats to a man from the other side of the bay."),
    ("to a man from the other side of the bay", "We sold the boats to a man from the other side of the bay."),
    ("the people to sail them", "We need the boats, the nets, and the people to sail them."),
    ("We need the boats", "We need the boats, the nets, and the people to sail them."),
    ("went home", "We tried and failed, and went home."),
    ("The fish are gone", "The fish are gone from the bay."),
    ("We need one thing", "We need one thing: money."),
    ("When people come back from war", "When people come back from war, and they see the sea, we help them."),
    ("they see the sea, we help them", "When people come back from war, and they see the sea, we help them."),
    ("he succeeded", "If the goal was to sink it – the goal of every enemy – he succeeded."),
    ("we are fools", "Here is what they say: we are fools."),
    ("The island does not", "The island does not, and never will, pay for the bridge."),
    ("We fear that he may lie", "We fear that he may lie, and that Ann will have to pay for it."),
    ("make yourself heard, this is your idea", "Make yourself seen, and make yourself heard, this is your idea."),
    ("We haven't seen it yet, but", "We haven't seen it yet, but we are going to."),
    ("We told the mayor", "We told the mayor, and nobody asked us."),
    ("I love the town", "I love the town, and the mayor's house."),
    ("the fish are gone", "But the fish are gone."),
    ("Senate will decide", "The U.S. Senate will decide."),
    ("Lee will decide", "In the end Mr. Lee will decide."),
])
def test_words_that_are_cut_out_of_a_sentence_are_truncated(claim, said):
    assert verdict(claim, said) == ("truncated", [])


@pytest.mark.parametrize("claim, said, kind, cut", [
    ("We will sell the boats", "We will sell the boats if nobody comes.", "omission", "if nobody comes"),
    ("We will sell the boats", "We will sell the boats, but only to friends.", "omission", "but only to friends"),
    ("we will sell the boats", "I think we will sell the boats.", "omission", "I think"),
    ("sell the boats", "We could sell the boats.", "omission", "We could"),
    ("a success", "It was not a success.", "negation", "It was not"),
    ("we will win", "I do not think that we will win.", "negation", "I do not think that"),
    ("we go home", "If we lose, we go home.", "omission", "If we lose"),
    ("We will sell", "We will sell nothing.", "negation", "nothing"),
    ("We will sell the boats", "We will sell the boats unless it rains.", "omission", "unless it rains"),
])
def test_a_qualifier_or_negation_cut_at_the_edge_alters_what_is_said(claim, said, kind, cut):
    assert verdict(claim, said) == ("altered", [(kind, cut)])


def test_an_ellipsis_at_the_edge_owns_up_to_what_is_cut_but_not_to_a_qualifier():
    said = "We sold the boats to a man from the other side of the bay if I remember it right."
    assert verdict("We sold the boats to a man …", said)[0] == "verbatim"
    assert verdict("We sold the boats to a man from the other side of the bay…", said)[0] == "altered"


def test_an_ellipsis_may_stand_for_words_but_not_for_a_negation():
    assert verdict("We sold … to a man", "We sold the boats to a man.")[0] == "verbatim"
    assert verdict("We did … sell the boats", "We did not sell the boats.") == ("altered", [("negation", "not")])


def test_all_of_a_quoted_part_is_verbatim_but_not_with_a_negation_before_its_mark():
    assert checked("a bitter mess", "⟦Ann Lee|The plan was “a bitter mess”⟧, said Ann Lee.").verdict == "verbatim"
    found = checked("a bitter mess", "⟦Ann Lee|The plan was not “a bitter mess”⟧, said Ann Lee.")
    assert (found.verdict, [(one.kind, one.source) for one in found.changes]) == ("altered", [("negation", "not")])
