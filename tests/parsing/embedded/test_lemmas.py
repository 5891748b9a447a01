from hypothesis import given
from hypothesis import strategies as st

from quotes.parsing.embedded.lemmas import Lemmas, apply_rule, rule_of

words = st.text(alphabet=st.characters(categories=("Lu", "Ll")), min_size=1, max_size=12)


@given(words, words)
def test_a_rule_gives_back_the_lemma_it_was_made_of(form, lemma):
    assert apply_rule(form, rule_of(form, lemma)) == lemma


def test_one_rule_serves_all_words_of_a_kind():
    assert rule_of("walked", "walk") == rule_of("Talked", "talk") == "2||l"
    assert apply_rule("Cities", rule_of("ladies", "lady")) == "city"


def test_names_keep_their_case():
    assert apply_rule("Zakharova", rule_of("Zakharova", "Zakharova")) == "Zakharova"


def test_a_rule_that_cuts_more_than_there_is_leaves_the_word():
    assert apply_rule("go", "5||l") == "go"


def test_the_dictionary_has_forms_as_they_stand_and_in_small_letters():
    lemmas = Lemmas({"said\tVERB": "say"})
    assert lemmas.listed("said", "VERB") == lemmas.listed("Said", "VERB") == "say"
    assert lemmas.listed("said", "NOUN") is None


def test_the_likeliest_rule_makes_a_lemma_that_nobody_knows():
    assert Lemmas({}).by_rules("said", "NOUN", ("1||l", "2|y|l")) == "sai"


def test_a_rule_that_makes_a_known_lemma_goes_before_a_likelier_one():
    lemmas = Lemmas({"charge\tVERB": "charge"})
    assert lemmas.by_rules("charging", "VERB", ("3||l", "3|e|l")) == "charge"
    assert lemmas.by_rules("charging", "NOUN", ("3||l", "3|e|l")) == "charg"
