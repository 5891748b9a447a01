import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.verifying.words import keys, words_of
from tests.verifying.corpus import article, checked

WALL = ("⟦Ann Lee|“The harbour needs a new wall before winter.”⟧ said Ann Lee. "
        "The band played 12 old songs until midnight.")
TOLD = "⟦Bo Dahl|that the ferry would not sail on Sunday⟧, said Bo Dahl."


@pytest.mark.parametrize("claim, by, verdict", [
    ("The harbour needs a new wall before winter", "", "verbatim"),
    ("the harbor needs a NEW wall, before winter!", "Lee", "verbatim"),
    ("“The harbour needs a new wall before winter.”", "Ann Lee", "verbatim"),
    ("The harbour needs a newwall before win-ter", "Ann Lee", "verbatim"),
    ("The harbour needs a new wall", "Ann Lee", "truncated"),
    ("The harbour needs an old wall before winter", "Ann Lee", "altered"),
    ("The harbour needs a new wall before winter", "Bo Dahl", "other-speaker"),
    ("the ferry would not sail on Sunday", "Dahl", "reported"),
    ("the ferry will not sail on Sunday", "Dahl", "reported"),
    ("the ferry would sail on Sunday", "Dahl", "altered"),
    ("The band played 12 old songs until midnight", "", "narration"),
    ("The band played 12 old songs until midnight", "Ann Lee", "narration"),
    ("All lighthouses are to be sold to the bank", "", "not-found"),
    ("Ann Lee said that the harbour needs a new wall before winter", "", "verbatim"),
    ("“The harbour needs a new wall before winter,” said Bo Dahl", "", "other-speaker"),
])
def test_verdicts(claim, by, verdict):
    assert checked(claim, WALL, TOLD, by=by).verdict == verdict


def test_a_quote_that_tells_who_told_whom_is_no_claim_about_a_speaker():
    said = "⟦Ann Lee|“We told no one, and nobody asked us.”⟧ said Ann Lee."
    found = checked("We told one, and nobody asked us", said)
    assert (found.verdict, found.claim.speaker) == ("altered", "")


def test_a_claim_that_names_its_speaker_gets_that_one():
    assert checked("Ann Lee said: “The harbour needs a new wall before winter.”", WALL).claim.speaker == "Ann Lee"


def test_what_is_not_found_says_where_was_looked_and_shows_the_nearest():
    found = checked("Nobody has paid for the wall", article(WALL, date="2022-03-29"),
                    article(TOLD, name="b.txt", date="2022-03-31"))
    assert found.verdict == "not-found"
    assert (found.searched.documents, found.searched.first, found.searched.last) == (2, "2022-03-29", "2022-03-31")
    assert found.evidence[0].document.name == "a.txt"


def test_words_that_two_outlets_give_to_two_people_are_disputed():
    assert checked("The harbour needs a new wall before winter", WALL, WALL.replace("Ann Lee", "Cy Orr"),
                   by="Ann Lee").verdict == "disputed"


def test_words_that_two_outlets_give_to_one_person_are_not():
    other = WALL.replace("Ann Lee", "Lee")
    assert checked("The harbour needs a new wall before winter", WALL, other).verdict == "verbatim"


@pytest.mark.parametrize("denial", [
    "Ann Lee denied having said ⟦Ann Lee|“The harbour needs a new wall before winter.”⟧",
    "Ann Lee never said ⟦Ann Lee|“The harbour needs a new wall before winter.”⟧",
])
def test_words_that_their_speaker_denies_are_disputed(denial):
    for articles in ([denial], [WALL, denial]):
        assert checked("The harbour needs a new wall before winter", *articles, by="Ann Lee").verdict == "disputed"


def test_a_denial_in_own_words_is_a_quote_like_any_other():
    said = "⟦Ann Lee|“I never touched the harbour wall,”⟧ denied Ann Lee."
    assert checked("I never touched the harbour wall", said, by="Ann Lee").verdict == "verbatim"


def test_words_without_a_speaker_are_nobodys_for_sure():
    said = "⟦|“The harbour needs a new wall before winter.”⟧ it was said."
    assert checked("The harbour needs a new wall before winter", said).verdict == "verbatim"
    assert checked("The harbour needs a new wall before winter", said, by="Ann Lee").verdict == "disputed"


def test_quoted_in_different_words_by_two_outlets_is_perhaps_a_translation():
    other = WALL.replace("needs a new wall", "must have a new wall")
    assert checked("The harbour needs a new wall before winter", WALL, other).translated
    assert not checked("The harbour needs a new wall before winter", WALL, WALL).translated


def test_the_earliest_of_equal_evidence_comes_first():
    late, early = article(WALL, name="late.txt", date="2022-04-01"), article(WALL, name="early.txt", date="2022-03-01")
    found = checked("The harbour needs a new wall before winter", late, early)
    assert [one.document.name for one in found.evidence] == ["early.txt", "late.txt"]


def test_a_speech_that_its_attribution_breaks_may_be_quoted_as_one():
    said = "⟦Ann Lee|“The wall is old,”⟧ said Ann Lee. ⟦Ann Lee|“Nobody has looked after it.”⟧"
    found = checked("The wall is old. Nobody has looked after it.", said)
    assert found.verdict == "verbatim"
    assert [found.evidence[0].document.text[slice(*span)] for span in found.evidence[0].spans] == [
        "The wall is old", "Nobody has looked after it."]


CLAUSES = st.lists(st.sampled_from([
    "The wall is old", "Nobody has looked after it", "We will need 17 boats", "The ferry never came back",
    "You can’t eat a lighthouse", "My mother sold 3 nets"]), min_size=1, max_size=5, unique=True)


@given(CLAUSES, st.data())
def test_whole_sentences_of_a_quote_are_never_altered_and_are_where_they_say(clauses, data):
    first = data.draw(st.integers(0, len(clauses) - 1))
    last = data.draw(st.integers(first + 1, len(clauses)))
    claim = ". ".join(clauses[first:last])
    found = checked(claim, f"⟦Ann Lee|“{'. '.join(clauses)}.”⟧ said Ann Lee.")
    assert (found.verdict, found.changes) == ("verbatim", ())
    best = found.evidence[0]
    ((start, end),) = best.spans
    assert best.document.text[start:end] == best.text == f"{claim}."


@given(CLAUSES, st.integers(2, 10**6))
def test_a_changed_number_is_never_verbatim(clauses, number):
    said = ". ".join(["The bill was 1 million", *clauses])
    claim = said.replace("1 million", str(number))
    if keys(words_of(claim)) != keys(words_of(said)):
        found = checked(claim, f"⟦Ann Lee|“{said}.”⟧ said Ann Lee.")
        assert found.verdict == "altered" and "number" in {one.kind for one in found.changes}
