"""Which speakers of different articles are surely the same."""

import pytest

from quotes.archive.joining import Named, joined


def groups(*speakers):
    """What speakers are joined into: each is a name, or name, kind and mention, and of an article of its own."""
    named = []
    for article, speaker in enumerate(speakers):
        name, kind, mention = speaker if isinstance(speaker, tuple) else (speaker, "person", speaker)
        named.append(Named(name, kind, article, frozenset([mention]), 1))
    return [{one.article for one in group} for group in joined(named)]



@pytest.mark.parametrize("speakers", [
    ("Sophie Wilmès", "Sophie Wilmes", "SOPHIE WILMÈS"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("John Kennedy", "John F. Kennedy", "John Fitzgerald Kennedy"),
    (("Bohdan Reznar", "person", "interior minister Bohdan Reznar"),
     ("Bohdan Rezner", "person", "the interior minister, Bohdan Rezner,")),
    ("Wopkeline Hoekstra", "Wopkeline Hoekstar"),  # few are called so
    (("Daniel Osk", "person", "Anmar's finance minister Daniel Osk"),
     ("Dan Osk", "person", "finance minister Dan Osk")),
    (("Wopke Hoekstra", "person", "Foreign Minister Wopke Hoekstra"), ("Hoekstra", "person", "Minister Hoekstra")),
    ("Hoekstra", "Hoekstra"),
    (("Kelmark Water Authority", "organization", "the KWA"), ("KWA", "organization", "the KWA")),
    (("Council for Displaced Families", "organization", "the Council for Displaced Families (CDF)"),
     ("C.D.F.", "organization", "the C.D.F.")),
    (("Russia", "place", "Russia"), ("Russia", "organization", "Russia's")),
    (("Russian Foreign Ministry", "organization", "it"), ("Russian foreign ministry", "organization", "it")),
])
def test_surely_the_same(speakers):
    assert groups(*speakers) == [set(range(len(speakers)))]


@pytest.mark.parametrize("speakers", [
    ("John Smith", "Jon Smith"),
    ("Donald Trump", "Donald Trump Jr.", "Melania Trump"),
    ("George W. Bush", "George H. W. Bush", "George Bush"),
    (("John Anderson", "person", "the farmer John Anderson"), ("John Andersen", "person", "Judge John Andersen")),
    (("John Anderson", "person", "Professor John Anderson"), ("John Andersen", "person", "Professor John Andersen")),
    (("Al Smith", "person", "Mayor Al Smith"), ("Jo Smith", "person", "Mayor Jo Smith"),
     ("Smith", "person", "Mayor Smith")),
    ("Al Smith", "Smith"),
    ("Al Smith", "Jo Smith", "Smith", "Smith"),
    ("police", "police"),
    (("Irish officials", "group", "they"), ("Irish officials", "group", "they")),
    (("Video", "document", "it"), ("Video", "document", "it")),
    (("Kelmark Water Authority", "organization", "it"), ("KWA", "organization", "the KWA")),
    (("Kelmark Water Authority", "organization", "the KWA"), ("Kenmare Wine Association", "organization", "the KWA"),
     ("KWA", "organization", "the KWA")),
    (("Washington", "person", "Washington"), ("Washington", "place", "Washington")),
])
def test_perhaps_not_the_same(speakers):
    assert groups(*speakers) == [{article} for article in range(len(speakers))]


def test_those_that_are_the_same_as_a_third_are_the_same():
    assert groups("Sophie Wilmès", "Al Kay", ("Sophie Wilmes", "person", "foreign minister Sophie Wilmes"),
                  ("Sophy Wilmes", "person", "the foreign minister, Sophy Wilmes")) == [{0, 2, 3}, {1}]
