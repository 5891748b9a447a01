"""Results kept between runs."""

import errno
import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.cache import Cache, program_sum
from quotes.data import Attribution, Span, Speaker
from quotes.errors import CacheError

FINDINGS = [
    (Attribution((Span(0, 4), Span(9, 12)), (Span(5, 8),), (), "direct", "speech", 0.91, "head", "cue “said”"),
     Speaker("Zoë Łuk", "she", (Span(13, 16),), "person", 0.5, "she: Zoë Łuk")),
    (Attribution((Span(20, 24),), (), (Span(1, 2),), "indirect", "thought", 0.1, "clause"), None),
]
TEXT = "“It works,” said Zoë Łuk."


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache", model="m1")


def entries(cache):
    return [path for path in cache._folder.rglob("*") if path.is_file()]


def test_what_was_found_in_a_text_comes_back_as_it_was(cache):
    assert cache.get(TEXT) is None
    cache.put(TEXT, FINDINGS)
    cache.put("", [])
    assert cache.get(TEXT) == FINDINGS
    assert all(type(span) is Span for attribution, _ in cache.get(TEXT) for span in attribution.content)
    assert cache.get("") == []


whole = st.lists(st.tuples(st.from_type(Attribution), st.none() | st.from_type(Speaker)), max_size=3)


@given(text=st.text() | st.text(st.characters(categories=["Cs"])), findings=whole)
def test_every_field_and_every_character_comes_back(tmp_path_factory, text, findings):
    cache = Cache(tmp_path_factory.getbasetemp() / "fields", model="m1")
    cache.put(text, findings)
    assert repr(cache.get(text)) == repr(findings)  # NaN is not equal to itself


def test_another_text_model_or_program_is_not_what_was_kept(cache, monkeypatch):
    cache.put(TEXT, FINDINGS)
    assert cache.get(TEXT + " ") is None
    assert Cache(cache._folder, model="m2").get(TEXT) is None
    assert Cache(cache._folder, model="m1").get(TEXT) == FINDINGS
    monkeypatch.setattr("quotes.cache.program_sum", lambda: "changed")
    assert Cache(cache._folder, model="m1").get(TEXT) is None


def test_the_program_is_another_when_a_file_of_it_changes(tmp_path):
    def with_file(name, content):
        folder = tmp_path / f"{name}-{content}"
        folder.mkdir()
        (folder / name).write_text(content)
        return program_sum(folder)

    sums = [with_file("a.py", "one"), with_file("a.py", "two"), with_file("a.tsv", "one"), with_file("b.py", "one")]
    assert len(set(sums)) == 4
    assert with_file("a.pyc", "one") == with_file("a.pyc", "two")


@pytest.mark.parametrize("damage", [
    lambda data: b"", lambda data: data[:10], lambda data: data[:-1], lambda data: data + b" ",
    lambda data: data.replace(b"0.91", b"0.99"), lambda data: b"\x00" * len(data)])
def test_a_damaged_entry_is_passed_over_and_written_anew(cache, damage):
    cache.put(TEXT, FINDINGS)
    (entry,) = entries(cache)
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.get(TEXT) is None
    cache.put(TEXT, FINDINGS)
    assert cache.get(TEXT) == FINDINGS


def test_entries_are_shared_out_over_folders(cache):
    for number in range(40):
        cache.put(str(number), [])
    assert len({entry.parent for entry in entries(cache)}) > 10
    assert {entry.parent.parent for entry in entries(cache)} == {cache._folder}


def test_two_runs_at_once_never_see_half_an_entry(cache):
    texts = [str(number) for number in range(20)]
    wrong = []

    def a_run():
        of_this_run = Cache(cache._folder, model="m1")
        for _ in range(15):
            for text in texts:
                if of_this_run.get(text) not in (None, FINDINGS * 20):
                    wrong.append(text)
                of_this_run.put(text, FINDINGS * 20)

    runs = [threading.Thread(target=a_run) for _ in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert not wrong
    assert len(entries(cache)) == len(texts)


def test_a_disk_that_fills_up_is_told_once_and_leaves_nothing_behind(cache, monkeypatch, caplog):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    cache.put(TEXT, FINDINGS)
    cache.put("more", FINDINGS)
    assert entries(cache) == []
    assert [record.getMessage() for record in caplog.records] == [
        "the cache cannot be written any more: [Errno 28] No space left on device"]


def test_entries_that_cannot_be_read_are_told_once_and_count_as_not_there(cache, caplog):
    cache.put(TEXT, FINDINGS)
    (entry,) = entries(cache)
    entry.unlink()
    entry.mkdir()
    assert cache.get(TEXT) is None and cache.get(TEXT) is None
    assert len(caplog.records) == 1 and "the cache cannot be read" in caplog.records[0].getMessage()


def test_entries_are_as_readable_as_other_files(cache, tmp_path):
    cache.put(TEXT, FINDINGS)
    (tmp_path / "other").touch()
    assert entries(cache)[0].stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_folder_that_cannot_be_a_cache_is_an_error_with_a_hint(tmp_path):
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file/below"):
        with pytest.raises(CacheError, match="cannot use .* as a cache") as raised:
            Cache(folder, model="m1")
        assert "leave --cache out" in raised.value.hint
