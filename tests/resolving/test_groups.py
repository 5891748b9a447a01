"""Groups of names: what they tell of whom they name, and that a long document costs no more a name."""

import pytest

from quotes.resolving.entities import group_names
from quotes.resolving.groups import Groups
from quotes.resolving.mentions import Mention
from quotes.resolving.names import fold
from tests.hostile.cost import grows_like
from tests.resolving.sketch import sketch


def words(count):
    """A parse for names to stand in, a word each."""
    return sketch("\n".join(["Ann/PROPN/0/root"] * count))


def mention(text, *, head=0, kind="person", gender=""):
    keys = tuple(fold(word) for word in text.split() if "“" not in word and "”" not in word)
    return Mention("name", head, head, head + 1, text, keys, kind, gender)


def groups_of(*texts, **options):
    groups = Groups(words(10))
    for head, text in enumerate(texts):
        groups.begin(mention(text, head=head, **options))
    return groups


def first_texts(groups):
    return [group.mentions[0].text for group in groups]


@pytest.mark.parametrize(("text", "handle"), [
    ("United Kingdom", ("country", "britain")),
    ("UK", ("country", "britain")),
    ("Ann “Annie” Lee", ("nickname", "annie")),
    ("Vera van den Holm", ("letter", "h")),
    ("Vera van den Holm", ("abridged", "vera van den h")),
    ("Board of Lake Trade", ("initials", "BLT")),
    ("Board of Lake Trade", ("initials", "BOLT")),
    ("Zoë", ("name", "zoe")),
])
def test_a_group_is_found_by_the_parts_of_its_names(text, handle):
    assert first_texts(groups_of("Otto Ek", text, "Ida Moe").under(handle)) == [text]


def test_groups_are_found_in_the_order_they_were_begun_each_once():
    groups = groups_of("Vera Holm", "Ann Hay", "Vera Hill")
    assert first_texts(groups.under(("letter", "h"), ("abridged", "vera h"))) == ["Vera Holm", "Ann Hay", "Vera Hill"]


def test_a_joined_group_has_the_names_of_both_in_the_order_of_the_text():
    groups = groups_of("Annie", "Ann Lee")
    annie, ann = groups
    groups.join(ann, annie)
    assert [group.mentions for group in groups] == [[mention("Annie"), mention("Ann Lee", head=1)]]
    assert groups.under(("name", "annie")) == [ann]
    assert list(ann.texts) == [("annie",), ("ann", "lee")]


def test_gender_and_kind_are_those_of_most_names_joined_or_added():
    groups = groups_of("Vera Holm", gender="m")
    [group] = groups
    assert (group.gender(), group.kind()) == ("m", "person")
    for head in (2, 3):
        groups.begin(mention("Holm Group", head=head, kind="organization", gender="f"))
        groups.join(group, list(groups)[-1])
    assert (group.gender(), group.kind()) == ("f", "organization")


def test_a_bare_first_name_tells_the_gender_until_a_full_name_is_known():
    groups = groups_of("Melanie")
    [group] = groups
    assert group.gender() == "f"
    groups.add(mention("Melanie Ek", head=1), group)
    assert group.gender() == ""


def many(count):
    """Names of which most are of somebody new: people, surnames alone, countries, bodies and acronyms; and a surname
    that two people share."""
    texts = []
    for number in range(count):
        word = "".join(chr(ord("a") + int(digit)) for digit in reversed(f"{number:05}")).capitalize()
        texts += [(f"Ann {word}", "person"), (f"{word}son", "person"), (f"Union of {word}", "unknown"),
                  ("Norway", "place"), ("NATO", "organization"), ("Ann Lee", "person"), ("Bo Lee", "person"),
                  ("Lee", "person")]
    return words(len(texts)), [mention(text, head=head, kind=kind) for head, (text, kind) in enumerate(texts)]


def test_time_grows_with_the_number_of_names_and_not_faster():
    assert grows_like(1, many, lambda names: group_names(*names), size=100)
