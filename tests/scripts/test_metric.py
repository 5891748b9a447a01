import pytest

from evaluating.metric import aligned, covered, is_linked, matches, same_name, score, sources_overlap

TEXT = "Ann said it rains. Bob says no, she says."


def quote(content, source):
    def spans(*parts):
        return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]
    return {"content": spans(content), "source": spans(source) if source else []}


GOLD = [{"id": "a", "text": TEXT, "quotes": [quote("it rains", "Ann"), quote("no", "Bob")]}]


def test_gold_against_itself_is_perfect():
    scores = score(GOLD, {"a": GOLD[0]["quotes"]})
    assert {scores.token.f1, scores.strict.f1, scores.lenient.f1, scores.end_to_end.f1, scores.speaker} == {100.0}


def test_half_of_the_words_is_a_lenient_match_and_no_strict_one():
    scores = score(GOLD, {"a": [quote("rains", "Ann")]})
    assert (scores.lenient.hits_gold, scores.strict.hits_gold, scores.token.hits_gold) == (1, 0, 1)
    assert (scores.lenient.precision, scores.lenient.recall) == (100.0, 50.0)


def test_the_wrong_source_spoils_the_match_end_to_end_and_the_attributed_words():
    scores = score(GOLD, {"a": [quote("it rains", "Bob")]})
    assert (scores.lenient.hits_gold, scores.end_to_end.hits_gold, scores.attributed.hits_gold) == (1, 0, 0)


def test_an_article_without_predictions_counts():
    assert score(GOLD, {}).lenient.gold == 2


def test_quotes_that_do_not_count_neither_help_nor_harm_recall():
    scores = score(GOLD, {"a": [quote("no", "Bob")]}, counted=lambda q: q is GOLD[0]["quotes"][1])
    assert (scores.lenient.gold, scores.lenient.recall) == (1, 100.0)


def test_matches_are_one_to_one_and_best_first():
    assert matches([{1, 2, 3, 4}], [{1, 2}, {1, 2, 3}], least=0.5) == {0: 1}


def test_a_pronoun_counts_only_where_it_stands():
    she = [[TEXT.index("she"), TEXT.index("she") + 3]]
    assert sources_overlap(TEXT, she, she)
    assert not sources_overlap(TEXT, she, [[0, 3]])


@pytest.mark.parametrize("found, right", [
    ("Sophie Wilmes", True), ("minister Sophie Wilmès", True), ("Wilmès", False), (None, False)])
def test_the_fullest_name_counts_without_accents_and_titles(found, right):
    assert same_name({"name": "Sophie Wilmès"}, found) is right


def test_no_speaker_is_right_where_gold_has_none():
    assert same_name({"name": None}, None) and not same_name({"name": None}, "Ann")


@pytest.mark.parametrize("found, right", [
    ("Sophie Wilmès", True), ("Minister Wilmes", True), ("the Sophie Wilmès cabinet", True), ("Sophie", False),
    (None, False)])
def test_a_name_is_linked_to_the_fullest_name_or_an_alias(found, right):
    assert is_linked({"name": "Sophie Wilmès", "aliases": ["Wilmès"]}, found) is right


def test_several_names_are_linked_by_their_last_words():
    assert is_linked({"name": "Ann Lee; Bo Pérez"}, "Lee; Perez") and not is_linked({"name": "Ann Lee; Bo Pérez"}, "Lee")


def test_quotes_are_aligned_by_their_places_in_the_lists():
    found = [quote("no", "Bob"), quote("rains", "Ann")]
    assert aligned(TEXT, GOLD[0]["quotes"], found) == {0: 1, 1: 0}
    assert aligned(TEXT, GOLD[0]["quotes"], found, least=1.0) == {1: 0}


def test_words_are_covered_by_any_overlap():
    assert covered([(0, 3), (4, 8)], [[2, 4]]) == {0}
