import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.reading.text import matches, text_of

ARTICLE = "“We will not give up,” Sophie Wilmès told the café owner – twice. It’s fine.\r\n\r\nShe left.\n"


@pytest.mark.parametrize("data", [
    ARTICLE.encode(),
    codecs.BOM_UTF8 + ARTICLE.encode(),
    codecs.BOM_UTF16_LE + ARTICLE.encode("utf-16-le"),
    codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"),
    codecs.BOM_UTF32_LE + ARTICLE.encode("utf-32-le"),
    ARTICLE.encode("cp1252"),
    ARTICLE.encode("mac_roman"),
], ids=["utf-8", "utf-8 mark", "utf-16-le", "utf-16-be", "utf-32-le", "windows-1252", "mac roman"])
def test_the_same_text_comes_out_of_every_encoding_with_its_line_ends(data):
    assert matches(data)
    assert text_of(data) == ARTICLE


@pytest.mark.parametrize("name", ["Sophie Wilmès", "Café Zoë", "£20", "Émile Zola", "Beyoncé’s"])
def test_a_few_accents_in_windows_1252_are_not_taken_for_a_look_alike(name):
    text = f"It was {name}, he said."
    assert text_of(text.encode("cp1252")) == text


def test_another_script_is_left_to_charset_normalizer():
    text = "«Мы ответим на это решение в ближайшее время», сказала Мария Захарова журналистам в Москве. " * 3
    assert text_of(text.encode("cp1251")) == text


def test_a_cut_or_damaged_download_is_still_utf_8():
    assert text_of(ARTICLE.encode() + "é".encode()[:1]) == ARTICLE + "\ufffd"


@pytest.mark.parametrize("broken, mended", [
    (b"\xff", "\ufffd"), (b"\xed\xa0\x80", "\ufffd"), (b"\xed\xa0\xbd\xed\xba\xa2", "\U0001f6a2"),
], ids=["no UTF-8", "half a character", "a character in halves"])
def test_one_broken_character_among_a_few_sound_ones_is_replaced_and_they_stay(broken, mended):
    said = "“Nobody sails,” said Zoë."
    assert text_of(said.encode() + broken) == said + mended


def test_text_that_breaks_its_own_mark_is_refused():
    with pytest.raises(ValueError, match="UTF-8"):
        text_of(codecs.BOM_UTF8 + b"caf\xe9 and so on")
    with pytest.raises(ValueError, match="UTF-16"):
        text_of(codecs.BOM_UTF16_LE + b"a\0b")


@pytest.mark.parametrize("data", [b"MZ\0\0\x01", bytes(range(1, 32)) * 20])
def test_zeros_and_many_control_characters_are_no_text(data):
    assert not matches(data)


def test_a_stray_control_character_is_a_slip():
    assert matches(b"He said \x1b[31mno\x1b[0m.")


def test_a_mark_before_rubbish_does_not_make_it_text():
    with pytest.raises(ValueError, match="binary"):
        text_of(codecs.BOM_UTF16_LE + "\x01\x02\x03\x04\x05".encode("utf-16-le") * 50)


PRINTED = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff")


@given(st.text(alphabet=PRINTED, min_size=1).filter(str.strip))
def test_all_of_unicode_survives_utf_8_and_utf_16(text):
    assert text_of(text.encode()) == text
    assert text_of(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text


@given(st.binary(min_size=1))
def test_any_bytes_are_text_or_a_value_error(data):
    if matches(data):
        try:
            text_of(data).encode()
        except ValueError as error:
            assert not isinstance(error, UnicodeError)
