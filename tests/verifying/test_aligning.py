from hypothesis import given
from hypothesis import strategies as st

from quotes.verifying.aligning import align, shared, similarity, window

WORDS = st.lists(st.sampled_from("fish boat net sea moon tide rope sail".split()), min_size=1, max_size=12)


def same(claim, source, **options):
    claim, source = claim.split(), source.split()
    blocks = align(claim, source, **options)
    return [" ".join(source[slice(*block.source)]) for block in blocks if block.same]


def test_a_part_is_found_in_its_place_and_not_scattered():
    source = "the boat and the net and the boat went down with the captain"
    blocks = align("the boat went down".split(), source.split())
    assert [block.source for block in blocks] == [(6, 10)]


def test_words_that_changed_places_are_found_in_both():
    assert same("net and rope boats sail at dawn today", "boats sail at dawn today net and rope") == \
        ["net and rope", "boats sail at dawn today"]


def test_a_long_omission_keeps_both_ends():
    assert same("we leave tonight", "we have been told that we leave with all of our boats tonight") == \
        ["we leave", "tonight"]


def test_what_follows_an_ellipsis_is_looked_for_further_on():
    assert same("boats tonight", "tonight we count boats and again tonight", breaks=(1,)) == ["boats", "tonight"]


@given(WORDS, WORDS)
def test_every_word_of_the_claim_is_in_one_block_and_no_word_of_the_source_in_two(claim, source):
    blocks = align(claim, source)
    assert [at for block in blocks for at in range(*block.claim)] == list(range(len(claim)))
    places = [at for block in blocks for at in range(*block.source)]
    assert len(places) == len(set(places)) and all(at < len(source) for at in places)
    assert all(claim[slice(*block.claim)] == source[slice(*block.source)] for block in blocks if block.same)


@given(WORDS, st.data())
def test_what_is_there_whole_is_the_same_throughout(source, data):
    first = data.draw(st.integers(0, len(source) - 1))
    last = data.draw(st.integers(first + 1, len(source)))
    claim = source[first:last]
    blocks = align(claim, source)
    start, end = window(blocks)
    assert source[start:end] == claim
    assert similarity(blocks) == shared(blocks, claim) == 1.0
