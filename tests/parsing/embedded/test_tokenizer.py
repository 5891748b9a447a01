import numpy as np
import pytest
import stanza

from quotes.installed import EMBEDDED
from quotes.parsing.embedded.characters import SENTENCE, WORD
from quotes.parsing.embedded.plain import Token
from quotes.parsing.embedded.quick import Read
from quotes.parsing.embedded.tokenizer import ADDRESS, Tokenizer, paragraphs_of
from quotes.parsing.pipeline import embedded_pipeline
from tests.paths import CORPUS

ARTICLES = CORPUS / "articles"

TEXTS = [
    "“Why now?” Ada Marlowe's aide asked.  She hasn't told\tthe Ministry.\n\nThey left at 5:30 p.m. on Jan. 4, 2016; "
    "write to ada.m@harbourton.example.org or see http://www.harbourton.org/a,b?c=d for more.",
    "  A blank before, a line\nbroken in two, and 1,000 €!\n \n\n\u00a0\nNo end",
    "One sentence after another. " * 60 + "It's the last one.",
    "Xandrovic's aide wouldn't say, I'd've SHOULDN'T Grobnitz’s.",
    "日本 – Ünïcödé, naïve… 😀 x",
]


@pytest.fixture(scope="module")
def batched():
    return embedded_pipeline(processors=("tokenize", "mwt"))


def shape(document):
    return [[(token.start_char, token.end_char, token.text, [word.text for word in token.words])
             for token in sentence.tokens] for sentence in document.sentences]


def test_tokens_and_sentences_are_those_of_stanzas_own_tokenizer_but_for_what_that_is_not_sure_of(batched):
    own = stanza.Pipeline("en", dir=str(EMBEDDED), package=None, processors={"tokenize": "quotes", "mwt": "quotes"},
                          download_method=None, use_gpu=False, verbose=False)
    texts = [*TEXTS, *(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))[:8])]
    found, wanted = ([shape(pipeline(text)) for text in texts] for pipeline in (batched, own))
    for least, parts in ((0.997, tokens), (0.97, sentences)):
        same, ours, theirs = (parts(found) & parts(wanted)), parts(found), parts(wanted)
        assert len(same) >= least * max(len(ours), len(theirs)) and len(theirs) > 100


def tokens(shapes):
    return {(number, *token[:2], *token[3]) for number, found in enumerate(shapes) for one in found for token in one}


def sentences(shapes):
    return {(number, one[0][0], one[-1][1]) for number, found in enumerate(shapes) for one in found}


def test_texts_are_tokenized_the_same_alone_and_together(batched):
    together = batched.bulk_process([stanza.Document([], text=text) for text in TEXTS])
    assert list(map(shape, together)) == [shape(batched(text)) for text in TEXTS]


def test_every_token_is_at_its_offsets_and_nothing_is_lost(batched):
    for text in TEXTS:
        tokens = [token for sentence in shape(batched(text)) for token in sentence]
        assert all(text[start:end].split() == token.split() for start, end, token, _ in tokens)
        assert "".join("".join(token.split()) for *_, token, _ in tokens) == "".join(text.split())


def test_an_address_is_one_token(batched):
    tokens = {token for sentence in shape(batched(TEXTS[0])) for *_, token, _ in sentence}
    assert {"ada.m@harbourton.example.org", "http://www.harbourton.org/a,b?c=d"} <= tokens


def test_a_paragraph_too_long_to_be_read_at_once_is_read_on_from_a_sentence_end(batched):
    sentence = "The council said that the ferry would sail again on Monday. "
    (long,) = batched.bulk_process([sentence * 40])
    assert {len(tokens) for tokens in shape(long)} == {12} and len(long.sentences) == 40
    unbroken = shape(batched("word " * 500))
    assert [token for tokens in unbroken for *_, token, _ in tokens] == ["word"] * 500


@pytest.mark.parametrize("address", [
    "https://www.a-b.org/c?d=(e)", "http://x.yz/", "www.harbour.example,f", "shop.com.au", "a.b+c@mail-1.example.org"])
def test_addresses_are_those_that_stanza_finds(address):
    from stanza.models.tokenization.utils import MASK_RE

    for text in (address, f"see {address}.", f"({address})", f"“{address}”", f"{address} @ada ada@ www. x.com."):
        assert [m.span() for m in ADDRESS.finditer(text)] == [m.span() for m in MASK_RE.finditer(text)] != []


def test_paragraphs_end_at_blank_lines_and_white_space_is_one_blank():
    text = "ab \t a\n \n\nb"
    paragraphs = list(paragraphs_of(text, text.replace("\t", " ").replace("\n", " ")))
    assert [paragraph.places.tolist() for paragraph in paragraphs] == [[0, 1, 2, 5], [10]]
    assert ["".join(map(chr, paragraph.codes)) for paragraph in paragraphs] == ["ab a", "b"]


class Quick:
    """Stands in for a quick reader: each capital ends a sentence, and each letter a word, but of *x* it isn't sure."""

    def read(self, paragraphs):
        return [Read(np.where(of_one < ord("a"), SENTENCE, WORD), np.where(of_one == ord("x"), 0.5, 0.99))
                for of_one in paragraphs]


class Careful:
    """Stands in for a careful reader, for whom there are no words."""

    def __init__(self):
        self.seen = []

    def read(self, passages):
        self.seen += [("".join(map(chr, codes)), opens, closes) for codes, opens, closes in passages]
        return [np.zeros(len(passage.codes), dtype=np.int64) for passage in passages]


def test_only_the_sentences_that_the_quick_reader_is_not_sure_of_are_read_with_care():
    careful = Careful()
    (found,) = Tokenizer(Quick(), careful).sentences(["abC\n\nabCaxaCabCabCxC\n\nx"])
    assert careful.seen == [("abCaxaCabC", True, False), ("abCxC", False, True), ("x", True, True)]
    assert [[token.text for token in sentence] for sentence in found] == [
        ["a", "b", "C"], ["a", "b", "C"], ["axaCa", "b", "C"], ["a", "b", "C"], ["xC"], ["x"]]
    careful.seen.clear()
    assert Tokenizer(Quick(), careful).sentences(["a", " "]) == [[[Token(0, 1, "a", False)]], []] and not careful.seen
