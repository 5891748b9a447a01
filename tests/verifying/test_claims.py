import pytest

from quotes.errors import OptionError
from quotes.verifying import Claim, read_claims
from quotes.verifying.claims import framed


@pytest.mark.parametrize("text, words, name", [
    ("Hoekstra said that Russia will answer", "Russia will answer", "Hoekstra"),
    ("The ministry said: “We wait.”", "“We wait.”", "The ministry"),
    ("“We wait,” said Ann Lee.", "We wait", "Ann Lee"),
    ("“We wait,” Ann Lee told reporters", "We wait", "Ann Lee"),
    ("According to Ann Lee, nobody waits", "nobody waits", "Ann Lee"),
])
def test_a_claim_may_say_itself_who_spoke(text, words, name):
    assert Claim(words, name) in framed(Claim(text))


def test_who_tells_in_a_quote_is_not_who_is_quoted():
    assert not list(framed(Claim("We told the mayor that nobody waits")))


def test_a_claim_with_a_speaker_means_what_it_says():
    assert not list(framed(Claim("Hoekstra said that Russia will answer", "Peskov")))


def test_claims_come_from_a_table_in_order(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_bytes('\ufeffSpeaker,Claim\r\nPeskov,"We wait,\r\nand see"\r\n,“Niemals”\r\n'.encode())
    assert read_claims(str(path)) == [Claim("We wait,\r\nand see", "Peskov"), Claim("“Niemals”", "")]


def test_the_speaker_may_be_missing(tmp_path):
    (tmp_path / "claims.csv").write_text("claim\nWe wait\n")
    assert read_claims(str(tmp_path / "claims.csv")) == [Claim("We wait")]


@pytest.mark.parametrize("content, what", [
    ("speaker\nPeskov\n", "no column named claim"), ("claim,speaker\n", "no claims"), ("claim\nYes\n—\n", "row 2"),
    ("", "cannot be read"),
])
def test_a_table_without_claims_is_refused(tmp_path, content, what):
    (tmp_path / "claims.csv").write_text(content)
    with pytest.raises(OptionError, match=what):
        read_claims(str(tmp_path / "claims.csv"))


def test_a_table_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(OptionError, match="No such file"):
        read_claims(str(tmp_path / "claims.csv"))
