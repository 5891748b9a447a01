"""The fuzzer tries what it says, and tells what it finds."""

import random

import fuzz
from fuzzing.formats import variants
from fuzzing.mutations import mutated

from quotes.reading.formats import documents
from tests.reading import made


def test_every_variant_is_a_file_that_is_read():
    for data in variants(made.TEXT.encode()):
        assert "Ilse Brandvold" in "".join(document.text for document in documents(data, name="a"))


def test_the_same_seed_breaks_a_file_the_same_way():
    files = list(variants(made.TEXT.encode()))
    first, second = ([mutated(data, chance=random.Random(7), others=files) for data in files] for _ in range(2))
    assert first == second and first != files


def test_what_is_read_and_what_kills_the_reader_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz, "LONGEST", 0.0)
    long = b"Hello there.\n" * 200_000  # not read by the time that it is asked for, however busy the machine
    tried, found = fuzz.run(iter([long]), seconds=60, find=False, save=tmp_path)
    assert tried["files tried"] == 1 and "takes more than 0 seconds" in found[0] and len(list(tmp_path.iterdir())) == 1
    monkeypatch.setattr(fuzz, "LONGEST", 60.0)
    tried, found = fuzz.run(iter([b"Hello there.", b"\0"]), seconds=60, find=False, save=None)
    assert (tried["documents read"], tried["errors told"], found) == (1, 1, [])
