"""Titles, roles and nominals."""

from dataclasses import replace

import pytest

from quotes.data import Entity
from quotes.resolving import resolve
from tests.resolving.sketch import attribution, name, sketch, speaker
from tests.trees import parse_of


def test_an_apposition_names_the_role_before_it():
    parse = sketch("""
The/DET/2/det head/NOUN/9/nsubj of/ADP/5/case Belgian/ADJ/5/amod diplomacy/NOUN/2/nmod ,/PUNCT/7/punct Ines/PROPN/2/appos Maar/PROPN/7/flat spoke/VERB/0/root ./PUNCT/9/punct
The/DET/3/det Belgian/ADJ/3/amod minister/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct
""")
    assert name(parse, "The head of Belgian diplomacy, Ines Maar") == "Ines Maar"
    assert name(parse, "The Belgian minister") == "Ines Maar"


@pytest.mark.parametrize("nominal", ["the/DET/2/det senator/NOUN/3/nsubj", "the/DET/2/det lawmaker/NOUN/3/nsubj"])
def test_a_title_makes_a_role(nominal):
    parse = sketch(f"""
Vermont/PROPN/3/compound Sen./PROPN/3/nmod:desc Paul/PROPN/5/nsubj Rost/PROPN/3/flat spoke/VERB/0/root ./PUNCT/5/punct
{nominal} left/VERB/0/root ./PUNCT/3/punct
""")
    assert name(parse, " ".join(word.split("/")[0] for word in nominal.split())) == "Paul Rost"


def test_a_role_of_another_country_is_another_person():
    parse = sketch("""
Russian/ADJ/3/amod President/PROPN/3/nmod:desc Oleg/PROPN/5/nsubj Varin/PROPN/3/flat spoke/VERB/0/root ./PUNCT/5/punct
The/DET/3/det French/ADJ/3/amod president/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct
The/DET/2/det president/NOUN/3/nsubj slept/VERB/0/root ./PUNCT/3/punct
The/DET/3/det former/ADJ/3/amod president/NOUN/4/nsubj wept/VERB/0/root ./PUNCT/4/punct
""")
    assert name(parse, "The French president") == "French president"
    assert name(parse, "The president") == "Oleg Varin"
    assert name(parse, "The former president") == "former president"


def test_an_indefinite_nominal_is_somebody_else():
    parse = sketch("""
Prices/NOUNS/2/nsubj rose/VERB/0/root ./PUNCT/2/punct
Rents/NOUNS/2/nsubj rose/VERB/0/root ./PUNCT/2/punct
Fees/NOUNS/2/nsubj rose/VERB/0/root ./PUNCT/2/punct
Doctor/PROPN/2/nmod:desc Paul/PROPN/4/nsubj Rost/PROPN/2/flat spoke/VERB/0/root ./PUNCT/4/punct
A/DET/2/det doctor/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct
""")
    assert name(parse, "A doctor") == "doctor"


def test_the_ministry_is_the_ministry_named_in_full():
    parse = sketch("""
The/DET/4/det Russian/ADJ/4/amod Foreign/PROPN/4/compound Ministry/PROPN/5/nsubj spoke/VERB/0/root ./PUNCT/5/punct
The/DET/2/det ministry/NOUN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("organization", 2, 4),))
    found = speaker(parse, "The ministry")
    assert found.name.endswith("Foreign Ministry")
    assert found.kind == "organization"


def test_a_nominal_takes_up_the_fuller_nominal_before_it():
    parse = sketch("""
A/DET/4/det county/NOUN/4/compound housing/NOUN/4/compound survey/NOUN/5/nsubj appeared/VERB/0/root ./PUNCT/5/punct
The/DET/2/det survey/NOUN/3/nsubj found/VERB/0/root much/ADJ/3/obj ./PUNCT/3/punct
""")
    found = speaker(parse, "The survey")
    assert (found.name, found.mention, found.kind) == ("county housing survey", "The survey", "document")


def test_the_broadcaster_is_the_name_called_so():
    parse = sketch("""
RTKN/PROPN/2/compound broadcaster/NOUN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct
The/DET/2/det broadcaster/NOUN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("organization", 0, 1),))
    assert name(parse, "The broadcaster") == "RTKN"


@pytest.mark.parametrize("whole", ["A spokesman for Paul Rost", "The office of Paul Rost"])
def test_who_speaks_for_somebody_is_not_that_person(whole):
    determiner, noun, preposition, *_ = whole.split()
    parse = sketch(f"""
Paul/PROPN/3/nsubj Rost/PROPN/1/flat waited/VERB/0/root ./PUNCT/3/punct
{determiner}/DET/2/det {noun}/NOUN/6/nsubj {preposition}/ADP/4/case Paul/PROPN/2/nmod Rost/PROPN/4/flat spoke/VERB/0/root
""")
    assert name(parse, whole) == f"{noun} {preposition} Paul Rost"


def test_a_campaign_is_not_its_candidate():
    parse = sketch("""
Paul/PROPN/3/nsubj Rost/PROPN/1/flat waited/VERB/0/root ./PUNCT/3/punct
The/DET/3/det Rost/PROPN/3/compound campaign/NOUN/4/nsubj spoke/VERB/0/root ./PUNCT/4/punct
""")
    found = speaker(parse, "The Rost campaign")
    assert (found.name, found.kind) == ("Rost campaign", "organization")


def test_plural_and_partial_sources_stay_what_they_are():
    parse = sketch("""
Police/NOUN/2/compound officials/NOUNS/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct
One/NUM/6/nsubj of/ADP/4/case the/DET/4/det officials/NOUNS/1/nmod also/ADV/6/advmod wept/VERB/0/root ./PUNCT/6/punct
""")
    assert speaker(parse, "Police officials").kind == "group"
    assert name(parse, "One of the officials") == "One of the officials"


def test_a_cabinet_keeps_the_name_that_tells_whose_it_is():
    parse = sketch("""
The/DET/2/det cabinet/NOUN/12/nsubj of/ADP/5/case the/DET/5/det head/NOUN/2/nmod of/ADP/7/case diplomacy/NOUN/5/nmod ,/PUNCT/9/punct Ines/PROPN/5/appos Maar/PROPN/9/flat ,/PUNCT/9/punct spoke/VERB/0/root
""")
    found = speaker(parse, "The cabinet of the head of diplomacy, Ines Maar")
    assert (found.name, found.kind) == ("cabinet of the head of diplomacy, Ines Maar", "organization")


def test_somebodys_wife_is_not_that_person():
    parse = sketch("""
Paul/PROPN/5/nsubj Rost/PROPN/1/flat 's/PART/1/case wife/NOUN/1/appos spoke/VERB/0/root ./PUNCT/5/punct
""")
    assert name(parse, "Paul Rost's wife") == "Paul Rost's wife"


def test_a_partial_source_with_a_name_is_the_one_named():
    parse = sketch("""
One/NUM/8/nsubj of/ADP/4/case the/DET/4/det lawyers/NOUNS/1/nmod ,/PUNCT/6/punct Justin/PROPN/1/appos Bamber/PROPN/6/flat spoke/VERB/0/root
""")
    assert name(parse, "One of the lawyers, Justin Bamber") == "Justin Bamber"


def test_the_newspaper_is_the_paper_last_named_not_the_bank():
    parse = sketch("""
The/DET/3/det Harbour/PROPN/3/compound Post/PROPN/4/nsubj reported/VERB/0/root losses/NOUNS/4/obj ./PUNCT/4/punct
Lake/PROPN/2/compound Bank/PROPN/3/nsubj denied/VERB/0/root them/PRON/3/obj ./PUNCT/3/punct
The/DET/2/det newspaper/NOUN/3/nsubj insisted/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("organization", 1, 3), Entity("organization", 6, 8)))
    assert name(parse, "The newspaper") == "Harbour Post"


def test_a_role_never_introduced_is_the_one_spoken_of_last():
    parse = sketch("""
Anna/PROPN/3/nsubj Holm/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
The/DET/2/det actress/NOUN/3/nsubj laughed/VERB/0/root ./PUNCT/3/punct
The/DET/2/det lawyer/NOUN/3/nsubj frowned/VERB/0/root ./PUNCT/3/punct
""")
    found = resolve(parse, [attribution(parse, source) for source in ("Anna Holm", "The actress", "The lawyer")])
    assert [one.name for one in found] == ["Anna Holm", "Anna Holm", "lawyer"]


def test_party_members_are_a_group_not_a_name():
    parse = sketch("""
Virginia/PROPN/2/compound Democrats/PROPNS/3/nsubj objected/VERB/0/root ./PUNCT/3/punct
""")
    found = speaker(parse, "Virginia Democrats")
    assert (found.name, found.kind) == ("Virginia Democrats", "group")


def test_whose_ministry_it_is_tells_two_apart():
    parse = sketch("""
Russia/PROPN/4/nmod:poss 's/PART/1/case Foreign/PROPN/4/compound Ministry/PROPN/5/nsubj spoke/VERB/0/root ./PUNCT/5/punct
France/PROPN/4/nmod:poss 's/PART/1/case Defence/PROPN/4/compound Ministry/PROPN/5/nsubj left/VERB/0/root ./PUNCT/5/punct
The/DET/3/det Russian/ADJ/3/amod ministry/NOUN/4/nsubj waited/VERB/0/root ./PUNCT/4/punct
""", entities=(Entity("organization", 2, 4), Entity("organization", 8, 10)))
    assert name(parse, "The Russian ministry") == "Foreign Ministry"


def test_any_body_may_be_called_the_agency():
    parse = sketch("""
The/DET/2/det Council/PROPN/6/nsubj for/ADP/4/case Lost/PROPN/5/compound Families/PROPN/2/nmod spoke/VERB/0/root ./PUNCT/6/punct
The/DET/2/det agency/NOUN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("organization", 1, 5),))
    assert name(parse, "The agency") == "Council for Lost Families"


def test_a_noun_said_before_goes_before_its_synonym():
    parse = sketch("""
The/DET/3/det Liaison/PROPN/3/compound Office/PROPN/4/nsubj spoke/VERB/0/root ./PUNCT/4/punct
Sorrenia/PROPN/4/nmod:poss 's/PART/1/case foreign/ADJ/4/amod ministry/NOUN/5/nsubj wept/VERB/0/root ./PUNCT/5/punct
The/DET/2/det ministry/NOUN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("organization", 1, 3), Entity("place", 5, 6)))
    assert name(parse, "The ministry") == "Sorrenia's foreign ministry"


def test_a_noun_of_unknown_kind_before_a_persons_name_is_a_role():
    parse = sketch("""
The/DET/2/det grumbletonian/NOUN/7/nsubj ,/PUNCT/4/punct Vera/PROPN/2/appos Lund/PROPN/4/flat ,/PUNCT/7/punct spoke/VERB/0/root ./PUNCT/7/punct
""", entities=(Entity("person", 3, 5),))
    assert name(parse, "The grumbletonian, Vera Lund,") == "Vera Lund"


def test_its_is_no_source_of_its_own_where_the_tokenizer_cut_it_in_two():
    rows = ["It PRON 3 nsubj", "s AUX 3 cop", "boss NOUN 7 nsubj", ", PUNCT 5 punct", "Vera PROPN 3 appos",
            "Lund PROPN 5 flat", "spoke VERB 0 root"]
    columns = [row.split() for row in rows]
    parse = parse_of("\n".join(
        f"{at}\t{form}\t{form}\t{upos}\tX\t_\t{head}\t{deprel}\t_\t{'SpaceAfter=No' if form in ('It', 'boss') else '_'}"
        for at, (form, upos, head, deprel) in enumerate(columns, 1)), entities=(Entity("person", 4, 6),))
    assert name(parse, "Its boss, Vera Lund") == "Vera Lund"


def test_a_title_in_quotation_marks_narrows_no_noun():
    parse = sketch("""
Vera/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
The/DET/6/det “/PUNCT/4/punct Tin/PROPN/4/compound Moon/PROPN/6/compound ”/PUNCT/4/punct star/NOUN/7/nsubj wept/VERB/0/root ./PUNCT/7/punct
""", entities=(Entity("person", 0, 2),))
    found = resolve(parse, [attribution(parse, "Vera Lund"), attribution(parse, "The “Tin Moon” star")])
    assert found[1].name == "Vera Lund"


def test_of_ages_and_families_somebody_named_is_meant():
    parse = sketch("""
Vera/PROPN/3/nsubj Lund/PROPN/1/flat spoke/VERB/0/root ./PUNCT/3/punct
Rain/NOUN/2/nsubj fell/VERB/0/root ./PUNCT/2/punct
The/DET/2/det mother/NOUN/5/nsubj of/ADP/4/case two/NUM/2/nmod wept/VERB/0/root ./PUNCT/5/punct
""", entities=(Entity("person", 0, 2),))
    assert name(parse, "The mother of two") == "Vera Lund"


def test_a_clause_after_the_head_stays_with_an_unnamed_source():
    parse = sketch("""
A/DET/2/det paper/NOUN/6/nsubj published/VERB/2/acl in/ADP/5/case Lisbon/PROPN/3/obl agreed/VERB/0/root ./PUNCT/6/punct
""")
    words = tuple(word._replace(xpos="VBN") if word.text == "published" else word for word in parse.words)
    assert name(replace(parse, words=words), "A paper published in Lisbon") == "paper published in Lisbon"


def test_a_body_may_stand_before_the_operator_without_a_tie_in_the_tree():
    parse = sketch("""
Midvale/PROPN/2/compound Trains/PROPN/7/nsubj ,/PUNCT/5/punct the/DET/5/det operator/NOUN/7/nsubj ,/PUNCT/5/punct spoke/VERB/0/root ./PUNCT/7/punct
The/DET/2/det operator/NOUN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("place", 0, 2),))
    assert name(parse, "The operator") == "Midvale Trains"


def test_who_a_nominal_is_said_to_be_it_stands_for():
    parse = sketch("""
The/DET/2/det man/NOUN/7/nsubj in/ADP/5/case the/DET/5/det costume/NOUN/2/nmod was/AUX/7/cop Paul/PROPN/0/root Rost/PROPN/7/flat ./PUNCT/7/punct
""")
    assert name(parse, "The man in the costume") == "Paul Rost"


def test_a_bare_noun_in_a_headline_is_the_one_the_lead_introduces():
    parse = sketch("""
Poll/NOUN/0/root :/PUNCT/1/punct voters/NOUNS/4/nsubj wait/VERB/1/parataxis
Voters/NOUNS/2/nsubj wait/VERB/0/root ,/PUNCT/2/punct says/VERB/2/parataxis a/DET/8/det new/ADJ/8/amod Vasterholm/PROPN/8/compound poll/NOUN/4/nsubj ./PUNCT/2/punct
""")
    assert name(parse, "Poll") == "new Vasterholm poll"


def test_what_a_bare_noun_was_taken_for_it_stays():
    filler = "Rain/NOUN/2/nsubj fell/VERB/0/root ./PUNCT/2/punct\n" * 12
    parse = sketch(f"""
The/DET/4/det Northern/PROPN/4/compound Lake/PROPN/4/compound Fund/PROPN/5/nsubj met/VERB/0/root ./PUNCT/5/punct
The/DET/2/det agency/NOUN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct
The/DET/4/det Southern/PROPN/4/compound Hill/PROPN/4/compound Fund/PROPN/5/nsubj met/VERB/0/root ./PUNCT/5/punct
{filler}The/DET/2/det agency/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("organization", 1, 4), Entity("organization", 11, 14)))
    assert name(parse, "The agency", nth=2) == "Northern Lake Fund"


def test_the_state_is_the_one_last_named():
    parse = sketch("""
Nevada/PROPN/2/nsubj voted/VERB/0/root ./PUNCT/2/punct
The/DET/2/det state/NOUN/3/nsubj waited/VERB/0/root ./PUNCT/3/punct
""", entities=(Entity("place", 0, 1),))
    assert name(parse, "The state") == "Nevada"
