"""Text as it should not be: broken, empty, enormous."""

import codecs
import tracemalloc
import unicodedata

import pytest

from quotes.data import Document
from quotes.errors import ReadError
from quotes.finder import document_of
from quotes.parsing.copying import copy_of
from quotes.parsing.paragraphs import paragraphs
from quotes.parsing.regions import regions
from quotes.parsing.taming import tame
from quotes.reading import Limits
from quotes.reading.formats import documents
from tests.hostile.cost import grows_like

SAID = "“Nobody sails,” said Zoë Łuk."


def read(data, **options):
    [found] = documents(data, name="a.txt", **options)
    return found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        codecs.BOM_UTF16_BE,
        codecs.BOM_UTF32_LE,
        b"\r\n" * 1000,
        b" \t" * 1000,
    ],
    ids=[
        "nothing",
        "a line end",
        "utf-8 mark",
        "utf-16-le mark",
        "utf-16-be mark",
        "utf-32 mark",
        "line ends",
        "blanks",
    ],
)
def test_empty_files_are_told_to_be_empty(data):
    assert str(read(data)) == "a.txt: is empty" and read(data).hint


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_text(encoding):
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    assert read(mark + SAID.encode(encoding)).text == SAID


def test_windows_marks_are_quotation_marks():
    assert read("“Nobody sails,” said Zoë.".encode("cp1252")).text == "“Nobody sails,” said Zoë."


def test_garbled_marks_are_quotation_marks_to_the_parser_and_stay_in_the_text():
    garbled = "“Nobody sails,” said Zoë.".encode().decode("cp1252", "ignore") + " No’".encode().decode("latin-1")
    assert read(garbled.encode()).text == garbled
    assert copy_of(garbled).text == "“Nobody sails,” said Zoë. No’"


def test_a_few_broken_bytes_are_replaced_and_the_rest_is_read():
    assert read(SAID.encode() + b"\xff\n\n" + SAID.encode()).text == f"{SAID}\ufffd\n\n{SAID}"


def test_half_characters_in_a_text_at_hand_do_no_harm():
    document = document_of("\ud800 “No,” he said. \udfff")
    assert len(document.sha256) == 64
    assert "\ufffd" in copy_of(document.text).text and len(copy_of(document.text).text) == len(document.text)


@pytest.mark.parametrize(
    "data",
    [
        b"He said\0 no.",
        bytes(range(256)) * 10,
        b"\x7fELF\x02\x01\x01\0",
        b"MZ\x90\0\x03",
        b"\0" * 1000,
        b"\x01\x02\x03" * 100,
    ],
)
def test_binaries_named_txt_are_told_to_be_binary(data):
    assert "binary" in str(read(data)) and read(data).hint


def test_a_hundred_megabytes_on_one_line_are_refused_by_their_size_before_they_are_decoded():
    line = b"word " * 20_000_000
    tracemalloc.start()
    error = read(line)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(error, ReadError) and "--max-characters" in error.hint and peak < 1_000_000


def test_a_million_empty_lines_are_two_paragraphs():
    text = f"{SAID}\n{chr(10) * 1_000_000}{SAID}"
    assert read(text.encode()).text == text
    assert len(paragraphs(text)) == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\v", "\f", "\x85"])
def test_all_line_ends_are_kept_in_the_text_and_end_lines_for_the_parser(end):
    text = f"The board met and sold it.{end}{end}{SAID}"
    assert read(text.encode()).text == text
    assert len(paragraphs(copy_of(text).text)) == 2


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_are_the_same_to_the_parser_however_they_are_written(form):
    assert copy_of(unicodedata.normalize(form, SAID)).text == SAID


def test_characters_beyond_the_basic_plane_count_as_one():
    assert read("\U0001f6a2 “No.”".encode()).text.index("“") == 2


def test_marks_of_direction_stay_in_the_text_and_are_nothing_to_the_parser():
    text = "\u202e“No,”\u202c said \u2067שרה\u2069."
    assert read(text.encode()).text == text
    assert copy_of(text).text == "“No,” said שרה."


HOSTILE = {
    "one line": lambda n: "word " * n,
    "blanks": lambda n: "x" + " " * n + "\n" + "y" + "\t" * n,
    "blank lines": lambda n: "x" + "\n \t" * n + "y",
    "one token": lambda n: "x" * n,
    "quotation marks": lambda n: "“" * n + "”" * n,
    "straight marks": lambda n: "\"'" * n,
    "nested": lambda n: "“‘" * n + "No" + "’”" * n,
    "accents": lambda n: "e" + "\u0301" * n + "o\u0301" * n,
    "unseen": lambda n: "\u200b" * n + "a\u00ad" * n,
    "garbled": lambda n: "â€" * n + "Ã" * n,
    "short lines": lambda n: "Al\n\n" * n,
    "headlines": lambda n: "Al Met Bo And Sold It\n" * n,
    "capitals": lambda n: "Al Bo " * n + "(",
    "brackets": lambda n: "(photo " * n + "[credit: " * n,
    "dates": lambda n: "May 2, 2026 " * n,
    "carriage returns": lambda n: "a\r" * n + "\r\n" * n,
}


@pytest.mark.parametrize("step", [copy_of, paragraphs, regions, tame, lambda text: read(text.encode())],
                         ids=["copy", "paragraphs", "regions", "tame", "read"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_time_grows_with_the_length_of_the_text_and_not_faster(step, kind):
    assert grows_like(1, lambda n: HOSTILE[kind](n), step, size=4_000)


def test_limits_are_told_with_the_option_that_raises_them():
    assert "--max-characters" in read(b"x" * 11, limits=Limits(characters=10)).hint
    assert isinstance(read(b"x" * 10, limits=Limits(characters=10)), Document)
