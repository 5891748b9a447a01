"""The cue lexicon: what attributes, in which frame, as speech or thought."""

import pytest

from quotes.data import Word
from quotes.detecting.lexicon import FRAMES, entry, lexicon


def test_it_is_read_once_and_cannot_be_changed():
    assert lexicon() is lexicon()
    with pytest.raises(TypeError):
        lexicon()["say", "VERB"] = None
    with pytest.raises(TypeError):
        lexicon()["say", "VERB"].frames["clause"] = 0.0


def test_every_entry_has_known_frames_with_shares():
    for one in lexicon().values():
        assert one.lemma and one.lemma == one.lemma.lower()
        assert one.pos in ("VERB", "NOUN", "ADJ")
        assert one.frames
        for frame, share in one.frames.items():
            assert frame in FRAMES or frame.removeprefix("obj").startswith("+")
            assert 0 <= share <= 1


@pytest.mark.parametrize("lemma, frame", [
    ("say", "clause"), ("say", "quote"), ("tell", "clause"), ("announce", "obj"), ("vow", "to"), ("urge", "objto"),
    ("call", "pred"), ("call", "+for"), ("accuse", "obj"), ("point out", "clause"), ("warn", "+of"), ("say", "raise"),
])
def test_verbs_of_saying_have_their_frames(lemma, frame):
    assert lexicon()[lemma, "VERB"].act == "speech"
    assert frame in lexicon()[lemma, "VERB"].frames


@pytest.mark.parametrize("lemma, pos", [("believe", "VERB"), ("hope", "VERB"), ("want", "VERB"), ("belief", "NOUN"),
                                        ("confident", "ADJ")])
def test_beliefs_and_wishes_are_thought(lemma, pos):
    assert lexicon()[lemma, pos].act == "thought"


@pytest.mark.parametrize("lemma", "impose expel summon launch sue ban arrest kill attend hold build pay".split())
def test_plain_acts_are_no_cues(lemma):
    assert (lemma, "VERB") not in lexicon()


@pytest.mark.parametrize("form, lemma, true", [
    ("praised", "prais", "praise"), ("denies", "denie", "deny"), ("admitting", "admitt", "admit"),
    ("insisting", "insistin", "insist"), ("denied", "denie", "deny"), ("retorted", "retorty", "retort"),
])
def test_a_regular_verb_is_known_by_its_form_where_its_lemma_is_wrong(form, lemma, true):
    word = Word(0, form, lemma, "VERB", "VBD", "", -1, "root", 0, len(form), 0)
    assert entry(word, "VERB") is lexicon()[true, "VERB"]


def test_a_form_that_no_entry_fits_has_none():
    assert entry(Word(0, "sailed", "sail", "VERB", "VBD", "", -1, "root", 0, 6, 0), "VERB") is None
