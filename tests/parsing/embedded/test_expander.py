"""The words of multi-word tokens."""

import pytest

from quotes.installed import EMBEDDED
from quotes.parsing.embedded.expander import Expander

PATH = EMBEDDED / "en" / "mwt" / "quotes.pt"


@pytest.fixture(scope="module")
def expander():
    return Expander.load(PATH)


@pytest.mark.parametrize("token, words", [
    ("don't", ["do", "n't"]), ("CAN’T", ["CA", "N’T"]), ("gonna", ["gon", "na"]), ("Farrow's", ["Farrow", "'s"]),
    ("States’", ["States", "’"]), ("D’Souza’s", ["D’Souza", "’s"]), ("I'd've", ["I", "'d", "'ve"]), ("'", ["'"]),
    ("GONNA", ["GON", "NA"]), ("Dunno", ["Du", "n", "no"]), ("don‘t", ["do", "n‘t"]),
])
def test_common_words_and_clitics_are_taken_apart(expander, token, words):
    assert expander.words(token) == words


@pytest.mark.parametrize("token", ["Donna", "Ivo", "Dara'a", "’"])
def test_any_other_token_is_one_word(expander, token):
    assert expander.words(token) == [token]


def test_clitics_are_cut_off_where_stanza_cuts_them_off(expander):
    """Every capitalised form of the dictionary, of which Stanza's expander knows the words by the small letters."""
    from stanza.models.mwt.trainer import Trainer

    trainer = Trainer.__new__(Trainer)
    trainer.load(PATH)
    forms = [form.capitalize() for form in expander.dictionary if form.islower() and len(form) > 1]
    assert len(forms) > 400
    for form in forms:
        assert expander.words(form) == trainer.dict_expansion(form).split(), form
