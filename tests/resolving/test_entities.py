"""Which names are one person's."""

from dataclasses import replace

from quotes.data import Entity
from tests.resolving.sketch import name, sketch, speaker


def test_a_surname_in_the_headline_finds_the_full_name_below():
    parse = sketch("""
Orlova/PROPN/2/nsubj resigns/VERB/0/root

Mayor/PROPN/2/nmod:desc Irina/PROPN/4/nsubj Orlova/PROPN/2/flat spoke/VERB/0/root ./PUNCT/4/punct
""")
    found = speaker(parse, "Orlova")
    assert (found.name, found.mention, found.kind) == ("Irina Orlova", "Orlova", "person")


def test_titles_and_bodies_before_a_name_are_no_part_of_it():
    parse = sketch("""
NYPD/PROPN/3/compound Commissioner/PROPN/3/nmod:desc James/PROPN/5/nsubj Rowe/PROPN/3/flat spoke/VERB/0/root
""")
    assert name(parse, "NYPD Commissioner James Rowe") == "James Rowe"


TWO = """
Vera/PROPN/3/nsubj Holm/PROPN/1/flat met/VERB/0/root Anders/PROPN/3/obj Holm/PROPN/4/flat ./PUNCT/3/punct
Mr./PROPN/2/nmod:desc Holm/PROPN/3/nsubj laughed/VERB/0/root ./PUNCT/3/punct
Mrs./PROPN/2/nmod:desc Holm/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct
"""


def test_people_with_one_surname_are_told_apart_by_mr_and_mrs():
    parse = sketch(TWO)
    assert name(parse, "Mr. Holm") == "Anders Holm"
    assert name(parse, "Mrs. Holm") == "Vera Holm"


def test_first_name_and_surname_find_the_same_person():
    parse = sketch("""
Yulia/PROPN/3/nsubj Skvor/PROPN/1/flat waved/VERB/0/root ./PUNCT/3/punct
Yulia/PROPN/2/nsubj smiled/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "Yulia", nth=2) == "Yulia Skvor"


def test_accents_and_slips_do_not_make_another_person():
    parse = sketch("""
President/PROPN/2/nmod:desc Viktor/PROPN/4/nsubj Zelinskyj/PROPN/2/flat spoke/VERB/0/root ./PUNCT/4/punct
Zelisnkyj/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct
Zelínskyj/PROPN/2/nsubj slept/VERB/0/root ./PUNCT/2/punct
""")
    assert name(parse, "Zelisnkyj") == name(parse, "Zelínskyj") == "Viktor Zelinskyj"


def test_an_acronym_stands_for_the_body_whose_initials_it_has():
    parse = sketch("""
The/DET/4/det Northern/PROPN/4/compound Lake/PROPN/4/compound Authority/PROPN/5/nsubj met/VERB/0/root ./PUNCT/5/punct
NLA/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct
""", entities=(Entity("organization", 1, 4), Entity("organization", 6, 7)))
    found = speaker(parse, "NLA")
    assert (found.name, found.kind) == ("Northern Lake Authority", "organization")


def test_a_capital_city_stays_what_it_is():
    parse = sketch("""
Russia/PROPN/2/nsubj waited/VERB/0/root ./PUNCT/2/punct
Moscow/PROPN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct
The/DET/2/det US/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct
The/DET/3/det United/PROPN/3/compound States/PROPN/4/nsubj slept/VERB/0/root ./PUNCT/4/punct
""")
    found = speaker(parse, "Moscow")
    assert (found.name, found.kind) == ("Moscow", "place")
    assert name(parse, "US") == "United States"


def test_a_title_and_a_pronoun_keep_a_married_couple_apart():
    parse = sketch("""
Mr./PROPN/2/nmod:desc Holm/PROPN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct
Vera/PROPN/3/nsubj Holm/PROPN/1/flat listened/VERB/0/root ./PUNCT/3/punct
Mr./PROPN/2/nmod:desc Holm/PROPN/3/nsubj left/VERB/0/root ./PUNCT/3/punct
""")
    assert name(parse, "Mr. Holm", nth=2) == "Holm"
    assert name(parse, "Vera Holm") == "Vera Holm"


def test_a_name_cut_by_the_tokenizer_is_one():
    parse = sketch("""
Ban/PROPN/5/nsubj Ki/PROPN/1/flat -/PUNCT/4/punct moon/PROPN/1/flat spoke/VERB/0/root ./PUNCT/5/punct
""")
    tight = replace(parse, text="Ban Ki-moon spoke.", words=tuple(
        word._replace(start=start, end=start + len(word.text)) for word, start in zip(parse.words, (0, 4, 6, 7, 12, 17))))
    assert name(tight, "Ban Ki-moon") == "Ban Ki-moon"


def test_countries_that_share_a_word_are_two():
    parse = sketch("""
North/PROPN/2/compound Korea/PROPN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct
South/ADJ/2/amod Korea/PROPN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct
The/DET/2/det South/PROPN/2/compound Korea/PROPN/4/nsubj spoke/VERB/0/root ./PUNCT/3/punct
""")
    assert name(parse, "South Korea", nth=2) == "South Korea"


def test_a_title_is_split_off_a_surname_alone():
    parse = sketch("Chancellor/PROPN/2/compound Orlova/PROPN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct")
    found = speaker(parse, "Chancellor Orlova")
    assert (found.name, found.kind) == ("Orlova", "person")


def test_who_is_only_called_by_a_first_name_has_its_gender():
    parse = sketch("""
Paul/PROPN/2/nsubj waited/VERB/0/root ./PUNCT/2/punct
Vera/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct
He/PRON/2/nsubj wept/VERB/0/root ./PUNCT/2/punct
""", entities=(Entity("person", 0, 1), Entity("person", 3, 4)))
    assert name(parse, "He") == "Paul"
