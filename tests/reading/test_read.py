import hashlib
import io
import os
from pathlib import Path

import pytest

from quotes.data import Document
from quotes.errors import ReadError
from quotes.reading import files, read


def names(paths, **options):
    return [item if isinstance(item, str) else str(item) for item in files(paths, **options)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "B.TXT", "sub/c.txt", "notes.md", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Text of {name}.")
    return tmp_path


def test_a_folder_stands_for_its_text_files_sorted_without_hidden_ones(folder):
    assert names(["."]) == ["./B.TXT", "./a.txt", "./b.txt", "./sub/c.txt"]


def test_names_begin_with_the_path_as_given(folder):
    assert names([folder / "sub", "sub/"]) == [str(folder / "sub/c.txt")]
    assert names(["sub/"]) == ["sub/c.txt"]


def test_files_passed_over_for_their_ending_are_told(folder):
    told = []
    names(["."], passed_over=told.append)
    assert told == ["./notes.md"]


def test_a_file_named_by_itself_is_read_whatever_its_ending(folder):
    [document] = read(["notes.md"])
    assert document.text == "Text of notes.md."
    [document] = read([".hidden.txt"])
    assert document.name == ".hidden.txt"


def test_a_file_reached_twice_is_read_once(folder):
    os.symlink("a.txt", "z.txt")
    assert names(["b.txt", ".", "./b.txt"]) == ["b.txt", "./B.TXT", "./a.txt", "./sub/c.txt"]


def test_links_in_a_circle_do_no_harm(folder):
    os.symlink("..", "sub/up")
    os.symlink(".", "sub/same")
    assert names(["."]) == ["./B.TXT", "./a.txt", "./b.txt", "./sub/c.txt"]


def test_a_folder_behind_a_link_is_read(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "d.txt").write_text("x")
    os.symlink(other, "sub/other")
    assert "sub/other/d.txt" in names(["sub"])


def test_what_a_browser_saves_with_a_page_is_no_article(folder):
    for name in ("page.html", "page_files/frame.html", "other_files/d.txt"):
        (folder / "sub" / name).parent.mkdir(exist_ok=True)
        (folder / "sub" / name).write_text("x")
    assert names(["sub"]) == ["sub/c.txt", "sub/other_files/d.txt", "sub/page.html"]


def test_a_folder_without_text_files_is_an_error(tmp_path):
    (tmp_path / "a.png").touch()
    [error] = files([tmp_path])
    assert isinstance(error, ReadError) and "no articles" in str(error) and error.hint


def test_a_document_has_the_text_as_decoded_and_the_sum_of_its_bytes(tmp_path):
    path = tmp_path / "a.txt"
    data = b"\xef\xbb\xbf\r\n\xe2\x80\x9cNo,\xe2\x80\x9d she said.\r\n"
    path.write_bytes(data)
    assert list(read([path])) == [Document(str(path), "\r\n“No,” she said.\r\n", hashlib.sha256(data).hexdigest())]


def test_a_dash_is_standard_input():
    data = "“No,” she said.".encode()
    assert list(read(["-"], stdin=io.BytesIO(data))) == [Document("-", data.decode(), hashlib.sha256(data).hexdigest())]


@pytest.mark.parametrize("data, what", [
    (b"", "empty"),
    (b" \n\t\r\n", "empty"),
    ("\ufeff \u2003".encode(), "empty"),
    (b"%PDF-1.7\n1 0 obj", "a PDF"),
    (b"PK\x03\x04 word/document.xml", "ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document"),
    (b"{\\rtf1 }", "empty"),
    (b"\x7fELF\0\0\0", "binary"),
])
def test_what_is_no_text_is_an_error_that_names_the_file_says_what_it_is_and_what_to_do(tmp_path, data, what):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    [error] = read([path])
    assert isinstance(error, ReadError)
    assert str(error).startswith(f"{path}: ") and what in str(error) and error.hint
    assert "\n" not in str(error) + error.hint


def test_the_others_are_read_all_the_same(folder):
    Path("a.txt").write_bytes(b"")
    kinds = [type(item).__name__ for item in read(["missing.txt", "."])]
    assert kinds == ["ReadError", "Document", "ReadError", "Document", "Document"]


def test_a_file_that_vanishes_before_its_turn_is_an_error(folder):
    reading = read(["a.txt", "b.txt"])
    next(reading)
    os.remove("b.txt")
    assert "no such file" in str(next(reading))


def test_a_link_to_nothing_is_an_error(folder):
    os.symlink("nowhere", "dead.txt")
    [error] = read(["dead.txt"])
    assert "no such file" in str(error)


def test_a_file_that_may_not_be_read_is_an_error(folder, monkeypatch):
    # The tests may run as root, whom no permission stops.
    def denied(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", denied)
    [error] = read(["a.txt"])
    assert "permission" in str(error)


def test_a_folder_that_may_not_be_listed_is_an_error(folder, monkeypatch):
    def denied(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", denied)
    [error] = files(["sub"])
    assert "permission" in str(error)


def test_pipes_and_devices_are_refused_without_being_opened(folder):
    os.mkfifo("pipe.txt")
    for path in ("pipe.txt", "/dev/zero"):
        [error] = read([path])
        assert "pipe, socket or device" in str(error)


def test_a_name_that_is_no_utf_8_is_read(tmp_path):
    name = os.path.join(os.fsencode(tmp_path), b"bad\xff.txt")
    try:
        with open(name, "wb") as file:
            file.write(b"Hello there.")
    except OSError:
        pytest.skip("this file system has only names in UTF-8")
    [document] = read([tmp_path])
    assert os.fsencode(document.name) == name
