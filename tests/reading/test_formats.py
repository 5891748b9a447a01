"""Every format gives the same article, told by its content."""

import bz2
import gzip
import hashlib
import lzma
import sys

import pytest

from quotes.data import Document
from quotes.errors import ReadError
from quotes.reading import Columns, Limits
from quotes.reading.formats import documents
from tests.reading import made
from tests.reading.made import PARAGRAPHS, TEXT


def read(data, *, name="article", **options):
    return list(documents(data, name=name, **options))


def names_and_texts(data, **options):
    return {document.name: document.text for document in read(data, **options)}


SINGLE = {
    "html": made.page().encode(),
    "mhtml": made.mhtml(made.page()),
    "pdf": made.pdf(made.set_in_lines(PARAGRAPHS)),
    "docx": made.docx(),
    "rtf": made.rtf(),
    "epub": made.epub([PARAGRAPHS]),
}


@pytest.mark.parametrize("data", SINGLE.values(), ids=SINGLE)
def test_every_format_gives_the_paragraphs_of_the_article_and_nothing_else(data):
    [document] = read(data)
    paragraphs = [paragraph for paragraph in document.text.split("\n") if paragraph]
    assert [paragraph for paragraph in paragraphs if paragraph != "Ferry to be sold"] == list(PARAGRAPHS)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()


def test_plain_text_has_no_second_sum():
    [document] = read(TEXT.encode())
    assert (document.text, document.text_sha256) == (TEXT, "")


@pytest.mark.parametrize("kind", ["html", "mhtml"])
def test_a_page_tells_title_date_outlet_and_author(kind):
    [document] = read(SINGLE[kind])
    assert (document.title, document.date, document.outlet, document.author) == (
        "Ferry to be sold", "2026-03-02", "The Harbour Post", "Ann Bly")


@pytest.mark.parametrize("kind", ["pdf", "docx", "rtf"])
def test_a_document_tells_its_title(kind):
    [document] = read(SINGLE[kind])
    assert (document.title, document.date) == ("Ferry to be sold", "")


def test_a_page_that_does_not_say_when_it_is_from_has_no_date():
    page = made.page().replace('<meta property="article:published_time" content="2026-03-02T10:00:00Z">', "")
    [document] = read(page.encode())
    assert document.date == ""


@pytest.mark.parametrize("encoding, declared", [
    ("utf-8", "utf-8"), ("cp1252", "iso-8859-1"), ("cp1252", "windows-1252"), ("cp1252", "utf-8"), ("utf-16", "utf-8"),
])
def test_a_page_is_decoded_as_it_says_or_else_as_it_looks(encoding, declared):
    page = made.page().replace('charset="utf-8"', f'charset="{declared}"')
    [document] = read(page.encode(encoding))
    assert PARAGRAPHS[1] in document.text


def test_a_line_break_in_a_page_is_a_line_end():
    [document] = read(made.page(["XX " * 40]).replace("XX XX", "One<br>two", 1).encode())
    assert "One\ntwo" in document.text


def test_a_fragment_of_a_page_is_a_page_and_prose_with_angles_is_not():
    [document] = read(f"<div><p>{'</p><p>'.join(PARAGRAPHS)}</p></div>".encode())
    assert document.text == TEXT
    [document] = read(b"She wrote <b>no</b> in bold.")
    assert document.text == "She wrote <b>no</b> in bold."


def test_what_a_page_says_of_itself_in_json_is_known():
    told = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
        "headline": "Ferry to go", "datePublished": "2026-04-05",
        "publisher": {"@type": "Organization", "name": "The Gull"}}
        </script>"""
    page = f"<html><head>{told}</head><body><article><p>{'</p><p>'.join(PARAGRAPHS)}</p></article></body></html>"
    [document] = read(page.encode())
    assert (document.title, document.date, document.outlet) == ("Ferry to go", "2026-04-05", "The Gull")


def test_quotation_elements_are_quotation_marks():
    [document] = read(f"<html><body><article><p>She said <q class='x'>no one sails</q>.</p><p>{TEXT}</p>".encode())
    assert "She said “no one sails”." in document.text


def test_a_page_of_ten_thousand_bold_words_is_read():
    [document] = read(f"<html><body><article><p>{'<b>He said it</b> and left. ' * 10_000}</p>".encode())
    assert document.text.count("He said it and left.") == 10_000


def test_a_page_without_an_article_is_an_error_with_its_name():
    [error] = read(b"<html><head><title>x</title></head><body></body></html>")
    assert str(error) == "article: is a web page without an article's text" and error.hint


def test_pages_of_a_pdf_are_known_by_where_they_begin():
    [document] = read(made.pdf(made.set_in_lines(PARAGRAPHS * 8)))
    assert document.text == "\n\n".join(PARAGRAPHS * 8)
    assert len(document.pages) == 2 and document.pages[0] == 0
    lines = made.set_in_lines(PARAGRAPHS * 8)[1]
    assert document.text[document.pages[1]:].startswith(lines[0][3])


def test_insertions_are_in_deletions_are_out_and_tables_are_in():
    from docx import Document as Word
    from docx.oxml import parse_xml
    import io

    word = Word()
    paragraph = word.add_paragraph("It is ")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph._p.append(parse_xml(f"<w:ins {space}><w:r><w:t>not </w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>never </w:delText></w:r></w:del>"))
    paragraph.add_run("so.")
    word.add_table(1, 2).rows[0].cells[1].text = "In a cell."
    out = io.BytesIO()
    word.save(out)
    [document] = read(out.getvalue())
    assert document.text == "It is not so.\n\nIn a cell."


def test_the_chapters_of_a_book_come_in_the_order_of_its_spine_and_covers_are_left_out():
    [document] = read(made.epub([[""], [PARAGRAPHS[0]], PARAGRAPHS[1:]]))
    assert document.text == TEXT
    assert (document.title, document.author, document.outlet, document.date) == (
        "Tales of a Ferry", "Ann Bly", "Harbour Press", "2026-03-02")


def test_each_line_of_json_is_a_document_named_by_its_id_or_its_line():
    data = made.jsonl(
        {"id": "x7", "text": "“Yes,” he said."}, {"text": "“No.”", "Headline": "Never", "source": "The Post"}
    )
    first, second = read(data, name="a.jsonl")
    assert (first.name, first.text) == ("a.jsonl:x7", "“Yes,” he said.")
    assert (second.name, second.text, second.title, second.outlet) == ("a.jsonl:2", "“No.”", "Never", "The Post")
    assert first.sha256 == hashlib.sha256(data).hexdigest() != first.text_sha256


@pytest.mark.parametrize("data", [
    b'[{"body": "One."}, {"body": "Two."}]', b'[\n {"body": "One."},\n {"body": "Two."}\n]\n',
    b'\n{"body": "One."}\n\n{"body": "Two."}\n', '\ufeff{"body": "One."}\r\n{"body": "Two."}'.encode(),
    '{"body": "One."}\n{"body": "Two."}'.encode("utf-16"),
])
def test_json_is_read_as_lines_or_as_a_whole(data):
    assert [document.text for document in read(data)] == ["One.", "Two."]


def test_one_json_object_over_many_lines_is_one_document():
    assert list(names_and_texts(b'{\n "text": "One."\n}\n')) == ["article:1"]


def test_a_broken_line_is_an_error_with_its_number_and_the_others_are_read():
    found = read(b'{"text": "One."}\n{"text": \n[1]\n{"text": 5}\n{"text": null}\n{"text": "Six."}\n', name="a.jsonl")
    assert [str(item).split(" (")[0] for item in found if isinstance(item, ReadError)] == [
        "a.jsonl:2: is not valid JSON",
        "a.jsonl:3: is no JSON object",
        "a.jsonl:4: has no text in the column 'text' but a int",
        "a.jsonl:5: has nothing in the column 'text'",
    ]
    assert [item.text for item in found if isinstance(item, Document)] == ["One.", "Six."]


def test_half_a_character_in_json_becomes_a_replacement():
    assert read(b'{"text": "\\ud800 and \\ud83d\\udea2"}')[0].text == "\ufffd and \U0001f6a2"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_each_row_of_csv_is_a_document_told_by_its_head(mark):
    rows = [
        ["id", "text", "date"],
        ["x7", '"“Yes; or, no,” he said."', "2 March 2026"],
        ["", '"One\nTwo"', ""],
        ["x9", "", ""],
    ]
    data = "\r\n".join(mark.join(row) for row in rows).encode()
    first, second, third = read(data)
    assert (first.name, first.text, first.date) == ("article:x7", "“Yes; or, no,” he said.", "2026-03-02")
    assert (second.name, second.text) == ("article:3", "One\nTwo")
    assert "has nothing" in str(third)


def test_columns_can_be_named():
    data = b"key,story so far,text\nk1,The real one.,The other.\n"
    [document] = read(data, name="a.csv", columns=Columns(text="story so far", id="key"))
    assert (document.name, document.text) == ("a.csv:k1", "The real one.")
    [error] = read(data, name="a.csv", columns=Columns(text="storey"))
    assert "no column 'storey'" in str(error) and "story so far" in str(error) and "--text-column" in error.hint


def test_a_csv_by_name_without_a_column_of_texts_says_what_it_has():
    [error] = read(b"a,b\n1,2\n", name="a.csv")
    assert "a, b" in str(error) and "--text-column" in error.hint


def test_prose_with_commas_is_no_csv():
    [document] = read(b"Sex, lies, and text, he said.\nNothing, more, text, here.\n")
    assert document.text.startswith("Sex, lies")


@pytest.mark.parametrize(
    "written, meant",
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-03-02T10:00:00Z", "2026-03-02"),
        ("Mon, 02 Mar 2026 10:00:00 GMT", "2026-03-02"),
        ("March 2, 2026", "2026-03-02"),
        ("03/02/2026", ""),
        ("yesterday", ""),
    ],
)
def test_dates_that_have_one_meaning_are_understood(written, meant):
    [document] = read(made.jsonl({"text": "One.", "date": written}))
    assert document.date == meant


FILES = {"a.txt": b"One.", "sub/b.html": made.page().encode(), "c.jsonl": made.jsonl({"id": "x", "text": "Three."}),
         "d.png": b"\x89PNG", ".hidden.txt": b"No.", "__MACOSX/a.txt": b"No."}


@pytest.mark.parametrize(
    "pack",
    [
        made.zipped,
        made.tarred,
        lambda files: gzip.compress(made.tarred(files)),
        lambda files: bz2.compress(made.tarred(files)),
        lambda files: lzma.compress(made.tarred(files)),
    ],
    ids=["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"],
)
def test_an_archive_gives_the_documents_of_the_files_in_it(pack):
    found = read(pack(FILES), name="all")
    assert [document.name for document in found] == ["all/a.txt", "all/sub/b.html", "all/c.jsonl:x"]
    assert [document.text[:5] for document in found] == ["One.", "Ferry", "Three"]
    assert found[0].sha256 == hashlib.sha256(b"One.").hexdigest()


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress], ids=["gz", "bz2", "xz"])
def test_a_packed_file_is_the_file(pack):
    [document] = read(pack(TEXT.encode()), name="a.txt.gz")
    assert (document.name, document.text) == ("a.txt", TEXT)


def test_a_packed_table_is_told_by_its_name_without_the_ending():
    [error] = read(gzip.compress(b"a,b\n1,2\n"), name="a.csv.gz")
    assert "--text-column" in error.hint


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_pages_by_their_addresses(packed):
    data = made.warc({
        "https://post.example/ferry": ("200 OK", "text/html; charset=utf-8", made.page().encode()),
        "https://post.example/gone": ("404 Not Found", "text/html", b"<html><body><p>Not here.</p></body></html>"),
        "https://post.example/a.png": ("200 OK", "image/png", b"\x89PNG"),
        "https://post.example/note": ("200 OK", "text/plain", "“No,” she said.".encode()),
    }, packed=packed)
    assert list(names_and_texts(data, name="crawl.warc")) == [
        "crawl.warc/https://post.example/ferry", "crawl.warc/https://post.example/note"]


@pytest.mark.parametrize(
    "name, what", [("xl/workbook.xml", ".xlsx"), ("ppt/presentation.xml", ".pptx"), ("content.xml", ".odt")]
)
def test_other_office_documents_are_named(name, what):
    [error] = read(made.zipped({name: b"<x/>"}))
    assert what in str(error)


def test_an_archive_of_nothing_that_can_be_read_is_an_error():
    [error] = read(made.zipped({"a.png": b"x"}), name="a.zip")
    assert "holds no files that can be read" in str(error)


def test_a_format_whose_library_is_missing_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    monkeypatch.delitem(sys.modules, "striprtf", raising=False)
    [error] = read(made.rtf(), name="a.rtf")
    assert "striprtf" in str(error) and "quotes[formats]" in error.hint


def test_a_text_that_is_too_long_is_an_error_that_names_the_option():
    for data in (b"x" * 101, made.jsonl({"text": "x" * 101}), "é".encode() * 101):
        [error] = read(data, limits=Limits(characters=100))
        assert "100 characters" in str(error) and "--max-characters" in error.hint
