import pytest
import stanza

from quotes.installed import EMBEDDED
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
