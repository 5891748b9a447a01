"""Files that are bombs, broken, or no files at all. Each is one line that names it; the rest is read."""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import threading
import tracemalloc
import zipfile
import zlib

import pytest

from quotes.data import Document
from quotes.errors import ReadError
from quotes.reading import Limits, read
from quotes.reading.formats import documents
from tests.hostile.cost import grows_like
from tests.reading import made

SMALL = Limits(size=30_000_000, unpacked=60_000_000)
ZEROS = 100_000_000


def errors_in(data, *, name="a.bin", **options):
    found = list(documents(data, name=name, **options))
    assert found and all(isinstance(item, ReadError) for item in found), found
    for error in found:
        assert str(error).startswith(name.removesuffix(".gz")) and error.hint and "\n" not in f"{error}{error.hint}"
    return [str(error) for error in found]


def packed_zeros(pack):
    out = io.BytesIO()
    with pack(out) as file:
        for _ in range(ZEROS // 1_000_000):
            file.write(b"0" * 1_000_000)
    return out.getvalue()


BOMBS = {
    "gzip": lambda: packed_zeros(lambda out: gzip.GzipFile(fileobj=out, mode="w", compresslevel=1)),
    "bzip2": lambda: packed_zeros(lambda out: bz2.BZ2File(out, "w", compresslevel=1)),
    "xz": lambda: packed_zeros(lambda out: lzma.LZMAFile(out, "w", preset=0)),
    "zip": lambda: made.zipped({"a.txt": b"0" * ZEROS}),
    "docx": lambda: made.zipped({"word/document.xml": b"0" * ZEROS}),
    "epub": lambda: made.zipped({"META-INF/container.xml": b"0" * ZEROS}),
    "sparse tar": lambda: sparse_tar(10 * ZEROS),
    "zip of zips": lambda: made.zipped({f"{n}.zip": made.zipped({"a.txt": b"0" * 9_000_000}) for n in range(9)}),
}


def sparse_tar(size):
    """A tar archive of one file that is nearly all hole (GNU sparse format 1.0)."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("a.txt")
        content = b"1\n0\n1\n".ljust(512, b"\0") + b"x" * 512
        entry.size = len(content)
        entry.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "a.txt",
                             "GNU.sparse.realsize": str(size)}
        archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_stopped_long_before_it_is_unpacked(kind):
    data = BOMBS[kind]()
    tracemalloc.start()
    found = list(documents(data, name="a.bin", limits=SMALL))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    errors = [item for item in found if isinstance(item, ReadError)]
    assert errors and all("a.bin" in str(error) and error.hint for error in errors)
    assert peak < ZEROS


def test_what_unpacks_to_hundreds_of_times_its_size_is_refused_even_where_it_is_small():
    [error] = errors_in(gzip.compress(b"0" * 12_000_000))
    assert "200 times its size" in error
    [document] = documents(gzip.compress(b"0" * 12_000_000), name="a", limits=Limits(ratio=5000, characters=12_000_000))
    assert len(document.text) == 12_000_000


def test_what_an_archive_says_of_its_sizes_is_not_believed():
    honest = made.zipped({"a.txt": b"0" * 20_000_000})
    at = honest.index(b"PK\x01\x02")
    lying = honest[:at] + honest[at:].replace(struct.pack("<L", 20_000_000), struct.pack("<L", 100))
    assert "damaged" in errors_in(lying, limits=SMALL)[0]


def test_archives_in_archives_end():
    data = b"Hello there."
    for level in range(6):
        data = made.zipped({"a.zip" if level else "a.txt": data})
    assert "archive in 3 others" in errors_in(data)[0]


def test_an_archive_of_too_many_files_is_refused_and_names_what_to_do():
    data = made.zipped({f"{n}.txt": b"x" for n in range(12)})
    assert "more than 10 files" in errors_in(data, limits=Limits(members=10))[0]
    found = list(documents(made.tarred({f"{n}.txt": b"x" for n in range(12)}), name="a.tar", limits=Limits(members=10)))
    assert "more than 10 files" in str(found[-1]) and len(found) <= 12


def test_an_encrypted_file_in_an_archive_is_told_and_the_others_are_read():
    data = bytearray(made.zipped({"a.txt": b"Secret.", "b.txt": b"Open."}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    error, document = documents(bytes(data), name="a.zip")
    assert "a.zip/a.txt: is encrypted" in str(error) and document.text == "Open."


def test_links_and_devices_in_a_tar_archive_lead_nowhere():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind, link in (("a.txt", tarfile.SYMTYPE, "/etc/passwd"), ("b.txt", tarfile.LNKTYPE, "../../x"),
                                 ("c.txt", tarfile.CHRTYPE, ""), ("d.txt", tarfile.FIFOTYPE, "")):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, link
            archive.addfile(entry)
    assert "holds no files" in errors_in(out.getvalue())[0]


def test_a_name_that_leads_out_of_the_archive_is_only_a_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    [document] = documents(made.zipped({"../../evil.txt": b"Hello."}), name="a.zip")
    assert document.name == "a.zip/../../evil.txt" and not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "kind", ["zip", "gz", "tar", "docx", "epub", "pdf", "rtf", "warc", "mhtml", "json", "csv", "html"]
)
def test_a_file_that_is_cut_anywhere_is_read_as_far_as_it_goes_or_told(kind):
    whole = {
        "zip": made.zipped({"a.txt": b"Hello.", "b.html": made.page().encode()}),
        "gz": gzip.compress(made.page().encode()),
        "tar": made.tarred({"a.txt": b"Hello.", "b.txt": b"There."}),
        "docx": made.docx(),
        "epub": made.epub([made.PARAGRAPHS]),
        "pdf": made.pdf(made.set_in_lines(made.PARAGRAPHS)),
        "rtf": made.rtf(),
        "mhtml": made.mhtml(made.page()),
        "warc": made.warc({"https://a.example/": ("200 OK", "text/html", made.page().encode())}),
        "json": made.jsonl({"text": "One."}, {"text": "Two."}),
        "csv": b'id,text\n1,"One."\n2,"Two."\n',
        "html": made.page().encode(),
    }[kind]
    for part in range(1, 12):
        found = list(documents(whole[:len(whole) * part // 12], name="a.bin"))
        assert found and all(isinstance(item, Document) or item.hint for item in found)


def test_deep_pages_are_refused_and_wide_ones_too():
    assert "250 deep" in errors_in(b"<html><body>" + b"<div>" * 100_000)[0]
    assert "100,000 tags" in errors_in(b"<html><body>" + b"<p>x</p>" * 60_000)[0]


WEB = {
    "comments": lambda n: "<html>" + "<!--" * n,
    "scripts": lambda n: "<html>" + "<script>" * n,
    "angles": lambda n: "<html>" + "<" * n,
    "attributes": lambda n: "<html><body><p " + "a=b " * n + ">Hello</p>",
    "entities": lambda n: "<html><body><p>" + "&amp;" * n,
    "bold": lambda n: "<html><body><article><p>" + "<b>He said it</b> " * n,
    "what it says of itself": lambda n: (
        '<html><script type="application/ld+json">{"headline": "' + '\\"' * n + "</script>"
    ),
    "what it says of itself well": lambda n: (
        '<html><script type="application/ld+json">{"@context": "https://schema.org", '
        '"@type": "NewsArticle", "headline": "' + '\\"' * n + '"}</script><p>Hello'
    ),
    "deep in itself": lambda n: '<html><script type="application/ld+json">' + '{"author":' * n + "</script>",
    "blanks": lambda n: "<html><body><p>He said" + " \n" * n,
    "charset": lambda n: "<html><meta " + "charset " * n + "><p>Hello",
    "head": lambda n: "\n" * n + "<!-- " * n + "<html><p>Hello",
}


@pytest.mark.parametrize("kind", WEB)
def test_time_for_a_page_grows_with_its_length_and_not_faster(kind):
    assert grows_like(1, lambda n: WEB[kind](n).encode(), lambda data: list(documents(data, name="a")), size=3_000)


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>"""
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY d SYSTEM "file:///etc/passwd">]>'


def with_part(archive, name, content):
    """An archive in which one file has another content."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        files = {entry: old.read(entry) for entry in old.namelist()}
    return made.zipped(files | {name: content})


@pytest.mark.parametrize("prefix", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
def test_entities_in_a_word_document_are_refused(prefix):
    word = (b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            b"<w:body><w:p><w:r><w:t>&d;</w:t></w:r></w:p></w:body></w:document>")
    assert "defines entities" in errors_in(with_part(made.docx(), "word/document.xml", prefix + word))[0]
    wide = (prefix + word).decode().encode("utf-16")
    assert "defines entities" in errors_in(with_part(made.docx(), "word/document.xml", wide))[0]


@pytest.mark.parametrize("prefix", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
def test_entities_in_a_book_are_refused(prefix):
    book = made.epub([made.PARAGRAPHS])
    package = b'<package xmlns="http://www.idpf.org/2007/opf"><title>&d;</title></package>'
    assert "damaged" in errors_in(with_part(book, "OEBPS/book.opf", prefix + package))[0]


def test_deep_xml_in_a_word_document_is_told():
    deep = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' + b"<w:p>" * 100_000
    assert "damaged" in errors_in(with_part(made.docx(), "word/document.xml", deep))[0]


def test_an_encrypted_pdf_says_so():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.pdf([[(72, 500, 11, "Secret.")]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "is an encrypted PDF" in errors_in(out.getvalue())[0]


def test_a_pdf_that_only_forbids_printing_is_read():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made.pdf([[(72, 500, 11, "Open to all.")]]))))
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    [document] = documents(out.getvalue(), name="a.pdf")
    assert document.text == "Open to all."


def test_a_pdf_whose_pages_go_in_a_circle_ends():
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
               b"<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R] >>", b"<< >>"]
    errors_in(made.assembled(objects))


def test_a_pdf_whose_contents_go_in_a_circle_ends():
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< >>",
        b"<< /Type /XObject /Subtype /Form /Resources << /XObject << /X 5 0 R >> >> /Length 5 >>\n"
        b"stream\n/X Do\nendstream",
    ]
    errors_in(made.assembled(objects))


def test_a_pdf_bomb_is_stopped():
    bomb = zlib.compress(b" " * 300_000_000, 9)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
               b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>", b"<< >>",
               b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(bomb), bomb)]
    errors_in(made.assembled(objects))


def test_a_pdf_of_too_many_pages_is_refused():
    assert "more than 2 pages" in errors_in(made.pdf([[(72, 500, 11, "x")]] * 3), limits=Limits(pages=2))[0]


def test_a_file_larger_than_the_limit_is_refused_without_being_read_whole(tmp_path):
    path = tmp_path / "a.txt"
    with open(path, "wb") as file:
        file.truncate(10_000_000_000)  # a hole: it takes no room
    tracemalloc.start()
    [error] = read([path], limits=Limits(size=1_000_000))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert "larger than 1,000,000 bytes" in str(error) and "--max-size" in error.hint


def test_a_file_that_is_changed_while_it_is_read_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Hello there.")
    real, calls = os.fstat, []

    def growing(handle):
        status = real(handle)
        if not calls:
            calls.append(handle)
            with open(path, "a") as file:
                file.write("More.")
        return status

    monkeypatch.setattr(os, "fstat", growing)
    [error] = read([path])
    assert "was changed while it was read" in str(error)


def test_one_file_by_two_names_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text("Hello.")
    os.link(tmp_path / "a.txt", tmp_path / "b.txt")
    os.symlink("a.txt", tmp_path / "c.txt")
    found = list(read([tmp_path, tmp_path / "a.txt", str(tmp_path) + "/./b.txt"]))
    assert [document.name for document in found] == [str(tmp_path / "a.txt")]


def test_pipes_in_a_folder_are_told_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("Hello.")
    found = []
    reading = threading.Thread(target=lambda: found.extend(read([tmp_path])), daemon=True)
    reading.start()
    reading.join(20)
    error, document = found
    assert "pipe, socket or device" in str(error) and document.text == "Hello."


@pytest.mark.parametrize(
    "name", ["-a.txt", "--help.txt", "a\nb.txt", "a\tb.txt", " .txt", "\u202ea.txt", "a'b\"c.txt", "*.txt"]
)
def test_odd_names_are_names(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_text("Hello.")
    [document] = read(["."])
    assert document.name == f"./{name}" and document.text == "Hello."


def test_a_folder_linked_to_itself_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text("Hello.")
    for name in ("x", "y", "z"):
        os.symlink(tmp_path, tmp_path / name)
    os.symlink("loop", tmp_path / "loop")
    assert len([item for item in read([tmp_path]) if isinstance(item, Document)]) == 1
