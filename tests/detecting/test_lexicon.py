"""The cue lexicon: what attributes, in which frame, as speech or thought."""

import pytest

from quotes.detecting.lexicon import FRAMES, lexicon


def test_it_is_read_once_and_cannot_be_changed():
    assert lexicon() is lexicon()
    with pytest.raises(TypeError):
        lexicon()["say", "VERB"] = None
    with pytest.raises(TypeError):
        lexicon()["say", "VERB"].frames["clause"] = 0.0


def test_every_entry_has_known_frames_with_shares():
    for entry in lexicon().values():
        assert entry.lemma and entry.lemma == entry.lemma.lower()
        assert entry.pos in ("VERB", "NOUN", "ADJ")
        assert entry.frames
        for frame, share in entry.frames.items():
            assert frame in FRAMES or frame.startswith("+")
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
