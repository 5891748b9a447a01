import pytest

from quotes.data import Quote, Span, Speaker
from quotes.selecting import is_by, select


def quote(*, name=None, mention="", start=0, type="direct", act="speech", confidence=0.9):
    speaker = Speaker(name, mention or name, (Span(90, 95),), "person") if name else None
    return Quote("a.txt", "0" * 64, "Yes.", type, act, (Span(start, start + 4),), None, speaker, confidence, "", "")


@pytest.mark.parametrize("wanted, name", [
    ("Hoekstra", "Wopke Hoekstra"),
    ("hoek", "Wopke Hoekstra"),
    ("wopke hoekstra", "Wopke Bastiaan Hoekstra"),
    ("Wilmes", "Sophie Wilmès"),
    ("Wilmès", "Sophie Wilmes"),
    ("WILME\u0300S", "Sophie Wilmès"),
    ("o’neill", "Jo O'Neill"),
    ("Lukasz", "Łukasz Nowak"),
])
def test_a_speaker_is_found_by_part_of_the_name_without_case_and_accents(wanted, name):
    assert is_by(quote(name=name), wanted)


@pytest.mark.parametrize("wanted, name", [
    ("Li", "Charlie Oliver"),
    ("Hoekstra", "Stef Blok"),
    ("Stef Hoekstra", "Wopke Hoekstra"),
])
def test_a_speaker_is_not_found_by_the_inside_of_a_word_or_by_another_name(wanted, name):
    assert not is_by(quote(name=name), wanted)


def test_a_speaker_is_found_by_the_mention_too_but_not_by_words_of_both():
    minister = quote(name="Wopke Hoekstra", mention="the minister")
    assert is_by(minister, "minister")
    assert not is_by(minister, "minister hoekstra")


def test_a_quote_without_a_speaker_is_nobodys():
    assert not is_by(quote(), "Hoekstra")
    assert select([quote()], speakers=["Hoekstra"]) == []
    assert len(select([quote()])) == 1


def test_each_condition_narrows_the_choice():
    quotes = [
        quote(name="Jo", type="mixed"), quote(name="Jo", act="thought"), quote(name="Al", confidence=0.5), quote(name="Jo"),
    ]
    assert select(quotes, types=["mixed"]) == quotes[:1]
    assert select(quotes, acts=["thought"]) == quotes[1:2]
    assert select(quotes, min_confidence=0.9) == [quotes[0], quotes[3], quotes[1]]
    assert select(quotes, speakers=["Jo"], types=["direct"], acts=["speech"], min_confidence=0.9) == quotes[3:]
    assert select(quotes, speakers=["Jo", "Al"], acts=["speech"]) == [quotes[0], quotes[2], quotes[3]]


def test_quotes_come_by_where_they_start():
    assert [q.spans[0].start for q in select([quote(start=9), quote(start=2), quote(start=30)])] == [2, 9, 30]
