"""Properties of reading and finding, whatever the bytes and the text."""

import pytest
from fuzzing.formats import variants
from fuzzing.mutations import mutated
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quotes import Finder
from quotes.data import Document
from quotes.errors import ReadError
from quotes.finder import document_of
from quotes.reading import Columns, Limits
from quotes.reading.formats import documents
from tests.hostile.cost import grows_like
from tests.reading import made

FILES = [*variants(made.TEXT.encode())]
BEGINNINGS = st.sampled_from(
    [
        b"",
        b"<html>",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"{\\rtf1 ",
        b"\x1f\x8b\x08\0",
        b"BZh9",
        b"\xfd7zXZ\0",
        b"WARC/1.0\r\n",
        b'{"text": "',
        b"id,text\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n",
    ]
)


def sound(found):
    assert found
    for item in found:
        if isinstance(item, ReadError):
            assert item.hint and "\n" not in str(item) + item.hint
        else:
            assert isinstance(item, Document) and item.text.strip()
            item.text.encode()  # no half characters
            assert list(item.pages) == sorted(item.pages) and all(0 <= page <= len(item.text) for page in item.pages)


@given(BEGINNINGS, st.binary(max_size=300))
def test_any_bytes_are_documents_or_errors_of_one_line(beginning, rest):
    sound(list(documents(beginning + rest, name="a")))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FILES), st.randoms(use_true_random=False))
def test_any_damage_to_a_file_leaves_documents_or_errors_of_one_line(data, chance):
    sound(list(documents(mutated(data, chance=chance, others=FILES), name="a",
                         limits=Limits(size=3_000_000, unpacked=6_000_000))))


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["text", "id", "date", "title"]), st.text() | st.integers() | st.none()),
        min_size=1,
    )
)
def test_each_row_of_json_gives_one_document_or_one_error(rows):
    found = list(documents(made.jsonl(*rows), name="a.jsonl", columns=Columns(text="text")))
    assert len(found) == len(rows) or "no column 'text'" in str(found[-1])


@pytest.fixture(scope="module")
def finder():
    return Finder()


SPOKEN = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "«",
            "»",
            "said",
            "Ilse Brandvold",
            "the board",
            "that",
            "it rains",
            ",",
            ".",
            "?",
            "\n\n",
            "\n",
            " ",
            "according to",
            ":",
            "—",
            "(",
            ")",
            "\u00ad",
            "\u200b",
            "e\u0301",
            "\u202e",
            "\ud800",
            "\0",
            "â€œ",
            "â€\x9d",
            "\U0001f6a2",
            "By Al Smith",
            "x" * 400,
            "BRUSSELS (AP) — ",
            "\u2028",
            "\xa0",
            "she",
            "asked",
            "“Never,”",
            "\r\n",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(SPOKEN | st.text(alphabet=st.characters(), max_size=80))
@example("“\u00adZo\u200be\u0308 sails,\u200b” said â€œIlse\u00a0Brand\u00advold.")
def test_quotes_are_exactly_their_words_and_the_same_again(finder, text):
    [(_, quotes)], [(_, again)] = (finder.find_in([document_of(text)]) for _ in range(2))
    assert quotes == again
    for quote in quotes:
        assert quote.quote == " … ".join(text[start:end] for start, end in quote.spans)
        assert text[: quote.spans[0].start].endswith(quote.prefix) and text[quote.spans[-1].end :].startswith(
            quote.suffix
        )
        for named in filter(None, (quote.cue, quote.speaker)):
            assert all(0 <= start < end <= len(text) for start, end in named.spans)


def test_a_word_with_a_soft_hyphen_is_found_as_it_stands(finder):
    text = "“No one sails,” said Ilse Brand\u00advold. The govern\u00adment said that the fer\u200bry was old."
    [(_, quotes)] = finder.find_in([document_of(text)])
    assert quotes[0].speaker.name == "Ilse Brandvold"
    assert quotes[1].quote.endswith("fer\u200bry was old")


def test_a_quote_in_a_headline_or_an_advertisement_says_so(finder):
    text = (
        "Brandvold: ‘No one sails on her’\n\nThe harbour board will sell the old ferry, its chairwoman, Ilse Brandvold, "
        "said on "
        "Tuesday.\n\nDownload the Harbour app: “Never miss a boat,” says Al Smith."
    )
    [(_, quotes)] = finder.find_in([document_of(text)])
    regions = {quote.region: quote.quote for quote in quotes}
    assert "No one sails on her" in regions["headline"] and "old ferry" in regions[""]
    assert "Never miss a boat" in regions["boilerplate"]


@pytest.mark.parametrize(
    "text",
    [
        "He said that " + "the board met and " * 2_500 + "left.",  # a sentence of 10,000 words
        "“Yes,” he said. " + "x" * 5_000 + " “No,” she said.",
        "“" * 50_000 + "”" * 50_000,
        "“‘" * 100 + "No" + "’”" * 100 + " he said.",
    ],
    ids=["a sentence of 10,000 words", "a token of 5,000 letters", "100,000 quotation marks", "200 nested quotes"],
)
def test_odd_prose_is_read_to_its_end(finder, text):
    [(document, quotes)] = finder.find_in([document_of(text)])
    assert all(quote.quote == " … ".join(text[start:end] for start, end in quote.spans) for quote in quotes)


LONG = {
    "quotes": lambda n: "“Yes,” said Jo Smith. " * n,
    "marks left open": lambda n: "“Yes, it rains.\n\n" * n,
    "names": lambda n: " ".join(f"Al Smith{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} said so." for i in range(n)),
    "turns": lambda n: "AL: Yes, it rains.\n" * n,
}


@pytest.mark.parametrize("kind", LONG)
def test_time_to_find_quotes_grows_with_the_length_of_the_text_and_not_faster(finder, kind):
    assert grows_like(1, LONG[kind], lambda text: list(finder.find_in([document_of(text)])), size=50)
