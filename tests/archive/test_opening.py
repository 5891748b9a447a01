"""Opening: what is an archive, what isn't, and what becomes of the file."""

import os
import sqlite3

import pytest

from quotes.archive import documents, opened, opening, schema
from quotes.errors import ArchiveError
from tests.archive.some import document, put

YES = document("“Yes,” said Al Smith.", name="yes.txt")


@pytest.fixture
def path(tmp_path):
    put(tmp_path / "news.db", YES)
    return tmp_path / "news.db"


def other_database(path):
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA journal_mode = wal")
        file.execute("CREATE TABLE documents (id)")
    file.close()


def newer(path):
    with opened(path, create=True) as archive:
        archive.execute(f"PRAGMA user_version = {schema.VERSION + 1}")


@pytest.mark.parametrize("make, message", [
    (lambda path: path.write_text("“Yes,” said Al Smith."), "a file of another kind"),
    (lambda path: path.write_bytes(b"SQLite"), "a file of another kind"),
    (other_database, "another program's SQLite file"),
    (newer, "newer version"),
])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_archive_is_refused_and_left_as_it_was(tmp_path, make, message, create):
    path = tmp_path / "file"
    make(path)
    os.utime(path, (1, 1))
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=message) as caught, opened(path, create=create):
        pass
    assert "\n" not in str(caught.value) and caught.value.hint
    assert (path.read_bytes(), path.stat().st_mtime, os.listdir(tmp_path)) == (before, 1, ["file"])


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, message in ((tmp_path / "pipe", "is a pipe"), (tmp_path, "is a folder")):
        with pytest.raises(ArchiveError, match=message), opened(path, create=True):
            pass


def test_reading_makes_no_archive(tmp_path):
    for path in (tmp_path / "none.db", tmp_path / "empty.db"):
        (tmp_path / "empty.db").touch()
        with pytest.raises(ArchiveError, match="nothing is archived there yet") as caught, opened(path):
            pass
        assert "quotes find" in caught.value.hint
    assert os.listdir(tmp_path) == ["empty.db"] and not (tmp_path / "empty.db").stat().st_size


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(ArchiveError) as caught, opened(tmp_path / "no" / "news.db", create=True):
        pass
    assert "folder exists" in caught.value.hint


def test_an_empty_file_becomes_an_archive(tmp_path):
    """Such as a run leaves that was killed in its first moment."""
    path = tmp_path / "news.db"
    path.touch()
    put(path, YES)
    with opened(path) as archive:
        assert list(documents(archive)) == [YES]


@pytest.mark.parametrize("create", [True, False])
def test_an_archive_is_one_file_once_it_is_closed(path, create):
    with opened(path, create=create) as archive:
        assert list(documents(archive)) == [YES]
        assert archive.journal_mode == "wal"
    assert os.listdir(path.parent) == ["news.db"]


def test_a_reader_cannot_write(path):
    with pytest.raises(ArchiveError) as caught, opened(path) as archive:
        archive.execute("DELETE FROM quotes")
    assert "may not write" in caught.value.hint


def test_references_are_enforced(path):
    with pytest.raises(ArchiveError, match="FOREIGN KEY"), opened(path, create=True) as archive:
        archive.execute("DELETE FROM documents")


def test_a_damaged_archive_is_told_in_one_line(path):
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(ArchiveError, match="malformed") as caught, opened(path) as archive:
        list(documents(archive))
    assert "damaged" in caught.value.hint and "\n" not in str(caught.value)


def test_one_that_waits_too_long_for_another_is_told(path, monkeypatch):
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    with opened(path, create=True) as one, schema.transaction(one):
        with pytest.raises(ArchiveError, match="locked") as caught, opened(path, create=True) as other:
            with schema.transaction(other):
                pass
    assert "another run" in caught.value.hint


def test_an_archive_is_read_while_another_run_writes(path):
    with opened(path, create=True) as one, schema.transaction(one), opened(path) as other:
        one.execute("UPDATE documents SET title = 'new'")
        assert [known.title for known in documents(other)] == [""]


@pytest.mark.parametrize("create", [True, False])
def test_an_older_archive_is_brought_up_to_date(path, monkeypatch, create):
    def second(archive):
        archive["documents"].add_column("topic", str, not_null_default="")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, second))
    for module in (schema, opening):
        monkeypatch.setattr(module, "VERSION", 2)
    with opened(path, create=create) as archive:
        assert schema.version(archive) == 2
        assert archive.execute("SELECT topic, path FROM documents").fetchall() == [("", "yes.txt")]


def test_a_migration_that_breaks_off_changes_nothing(path, monkeypatch):
    def second(archive):
        archive["documents"].add_column("topic", str)
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, second))
    monkeypatch.setattr(schema, "VERSION", 2)
    with pytest.raises(KeyboardInterrupt), opened(path, create=True):
        pass
    monkeypatch.undo()
    with opened(path) as archive:
        assert schema.version(archive) == 1 and "topic" not in archive["documents"].columns_dict


@pytest.mark.parametrize("beside", [[], ["news.db-wal"]])
def test_an_archive_in_a_folder_that_may_not_be_written_is_read(path, monkeypatch, beside):
    for name in beside:
        (path.parent / name).touch()
    monkeypatch.setattr(os, "access", lambda *arguments: False)
    with opened(path) as archive:
        assert list(documents(archive)) == [YES]


def test_what_readers_need_has_sensible_names(path):
    """As Datasette shows it: tables, views, full-text search beside its table, references to follow."""
    with opened(path) as archive:
        assert {"documents", "quotes", "speakers", "models"} <= set(archive.table_names())
        assert set(archive.view_names()) == {"current_documents", "current_quotes", "current_speakers"}
        assert archive["quotes"].detect_fts() == "quotes_fts" and archive["documents"].detect_fts() == "documents_fts"
        assert {(key.column, key.other_table) for key in archive["quotes"].foreign_keys} == {
            ("document_id", "documents"), ("speaker_id", "speakers"), ("within_id", "quotes")}
        (row,) = archive["current_quotes"].rows
        assert (row["document"], row["speaker"], row["quote"], row["start"]) == ("yes.txt", "Al Smith", "Yes,", 1)
        (row,) = archive["current_speakers"].rows
        assert (row["name"], row["quotes"], row["documents"]) == ("Al Smith", 1, 1)
