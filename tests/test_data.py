"""Trees: branches, gaps in them, relations."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.data import Parse, Word


def tree(heads, *, deprels=()):
    """A parse of one sentence whose words hang on these positions, -1 for the root."""
    words = tuple(Word(at, "w", "w", "X", "", "", head, deprels[at] if deprels else "dep", 2 * at, 2 * at + 1, 0)
                  for at, head in enumerate(heads))
    return Parse(" ".join("w" * len(words)), words, ((0, len(words)),))


def shuffled_trees():
    """Heads such that each word but one hangs on one that was drawn before it, so that branches may have gaps."""
    def hung(order, draws):
        heads = [-1] * len(order)
        for number, at in enumerate(order[1:], start=1):
            heads[at] = order[draws[number] % number]
        return heads

    return st.integers(1, 12).flatmap(lambda size: st.builds(
        hung, st.permutations(range(size)), st.lists(st.integers(0, 100), min_size=size, max_size=size)))


def is_below(heads, at, top, without):
    while at != top:
        if at in without or at < 0:
            return False
        at = heads[at]
    return True


@given(shuffled_trees(), st.sets(st.integers(0, 11)))
def test_a_subtree_is_a_word_and_all_below_it_but_the_branches_left_out(heads, without):
    parse = tree(heads)
    for top in range(len(heads)):
        assert parse.subtree(top, without=without) == [at for at in range(len(heads))
                                                       if is_below(heads, at, top, without)]


def test_a_branch_is_told_by_its_first_and_last_word_and_its_size():
    crossing = tree([2, 3, -1, 2])  # the second word hangs on the fourth
    assert crossing.branches == ((0, 0, 1), (1, 1, 1), (0, 3, 4), (1, 3, 2))


def test_relations_are_without_subtypes():
    assert tree([1, -1, 1], deprels=["nsubj:pass", "root", "obl"]).relations == ("nsubj", "root", "obl")
