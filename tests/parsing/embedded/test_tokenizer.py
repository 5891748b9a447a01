import numpy as np
import pytest
import stanza
import torch

from quotes.installed import EMBEDDED
from quotes.parsing.embedded.tokenizer import ADDRESS, Alphabet, best, paragraphs_of
from quotes.parsing.pipeline import embedded_pipeline

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


def test_tokens_and_sentences_are_those_of_stanzas_own_tokenizer(batched):
    own = stanza.Pipeline("en", dir=str(EMBEDDED), package=None, processors={"tokenize": "quotes", "mwt": "quotes"},
                          download_method=None, use_gpu=False, verbose=False)
    for text in TEXTS:
        assert shape(batched(text)) == shape(own(text))


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


def test_the_network_is_told_where_a_paragraph_begins_and_ends():
    text = "ab \t a\n \nb"
    alphabet = Alphabet(np.array([True, False, False]), torch.empty(13, 1))
    paragraphs = list(paragraphs_of(text, np.array([" ab".find(char.replace("\t", " ").replace("\n", " "))
                                                    for char in text]), alphabet))
    assert [paragraph.places.tolist() for paragraph in paragraphs] == [[0, 1, 2, 5], [9]]
    assert [paragraph.inputs.tolist() for paragraph in paragraphs] == [[1 + 3, 2, 0, 1 + 6], [2 + 9]]


def test_the_likeliest_label_is_that_of_all_five():
    scores = 2 * torch.randn(2000, 3, generator=torch.manual_seed(0))
    no, yes = (torch.nn.functional.logsigmoid(sign * scores).unbind(1) for sign in (-1, 1))
    of_labels = torch.stack([no[0], yes[0] + no[1] + no[2], yes[0] + yes[1] + no[2], yes[0] + no[1] + yes[2],
                             yes[0] + yes[1] + yes[2]])
    assert torch.equal(best(scores), of_labels.argmax(0))
