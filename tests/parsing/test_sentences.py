"""Sentence boundaries for news text: which sentences go on, and which end."""

import re

import pytest

from quotes.data import Span
from quotes.parsing.sentences import boundaries, mend


def sentences(marked: str) -> list[str]:
    """The sentences after mending, of a text in which ``|`` shows where the tokenizer ended them."""
    text, found = marked.replace("|", ""), [[]]
    at = 0
    for piece in re.findall(r"\||\.\.\.|(?:[A-Z]\.)+|[A-Z][a-z]{1,5}\.(?=\s[A-Z|\d])|[\w’]+(?:-\w+)*|[^\w\s]", marked):
        if piece == "|":
            found.append([])
        else:
            start = text.index(piece, at)
            at = start + len(piece)
            found[-1].append(Span(start, at))
    return [text[sentence[0].start:sentence[-1].end] for sentence in boundaries(text, found)]


@pytest.mark.parametrize("marked", [
    "“Why now?” |he asked.",
    "“Never!” |she told reporters in Oslo.",
    '"Is it true?" |Novak asked.',
    '"Is it true?" |asked Maria Novak.',
    "“Who will pay?” |Ms. Maria Novak said at a press conference.",
    "“Who will pay?” |Gov. Tom Reed, the head of the union, wrote on Friday.",
    "“I just ...” |Novak said.",
    "“Why now?” |Novak asked, shaking her head.",
    "'Must we?' |Reed wondered aloud.",
    "“It is over.” |he said.",
])
def test_an_attribution_after_a_quotation_belongs_to_its_sentence(marked):
    assert sentences(marked) == [marked.replace("|", "")]


def test_a_new_quotation_after_the_attribution_is_a_sentence_of_its_own():
    assert sentences("“Why now?” |Novak asked. |“We are ready.”") == ["“Why now?” Novak asked.", "“We are ready.”"]


@pytest.mark.parametrize("marked", [
    "“Why now?” |The minister left the room.",
    "“Why now?” |Novak said he had not been told.",
    "“Why now?” |Novak, who leads the party, was not there.",
    "“It is over.” |Novak said he would leave.",
    "“It is over.” |Novak said in May: “We lost.”",
    "“Why now?” |Novak added: “We are ready.”",
    "“Why now?” |Novak added, “We are ready.”",
    "“Why now?” |He said, “We are ready.”",
    "It is over. |Novak said so.",
    "They wrote “Why?” |In May the talks began.",
])
def test_a_new_statement_after_a_quotation_is_a_sentence_of_its_own(marked):
    assert sentences(marked) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("marked", [
    "He met Sen. |Tom Reed in May.",
    "It was signed by Donald J. |Reed in May.",
    "The U.S. |government agreed.",
    "On Sept. |11 they met.",
    "(Rep. |Reed did.)",
    "The vote was |put off.",
])
def test_no_sentence_is_broken_after_a_title_an_initial_or_in_the_middle(marked):
    assert sentences(marked) == [marked.replace("|", "")]


@pytest.mark.parametrize("marked", [
    "They left the U.S. |The talks go on.",
    "They chose Plan B. |The talks go on.",
    "It ended. |then it began.",
])
def test_a_sentence_may_end_with_an_abbreviation(marked):
    assert sentences(marked) == [part.strip() for part in marked.split("|")]


def test_a_closing_mark_stays_with_the_sentence_it_closes():
    assert sentences("“It is over.| ” The talks ended.".replace(".| ", ".|")) == ["“It is over.”", "The talks ended."]
    assert sentences('He said "it is over.|" |The talks ended.') == ['He said "it is over."', "The talks ended."]
    assert sentences("“Is it over?|” he asked.") == ["“Is it over?” he asked."]


def test_an_opening_mark_stays_with_the_sentence_it_opens():
    assert sentences('He left. "|It is over," he said.') == ["He left.", '"It is over," he said.']


def test_a_sentence_ends_where_its_paragraph_ends():
    assert sentences("Talks end in Oslo\n\nThe talks ended.") == ["Talks end in Oslo", "The talks ended."]
    assert sentences("Talks end in Oslo\r\n \r\nnone will say why.") == ["Talks end in Oslo", "none will say why."]
    assert sentences("“Why?”\n\n|he asked.") == ["“Why?”", "he asked."]


def test_each_line_of_a_list_is_a_sentence():
    assert sentences("Judge drops suit\nReed wins in Oslo\nTalks end") == [
        "Judge drops suit", "Reed wins in Oslo", "Talks end"]


def test_a_line_end_in_the_middle_of_a_sentence_ends_nothing():
    assert sentences("Note: Reed regularly\nincites\nviolence.") == ["Note: Reed regularly\nincites\nviolence."]
    assert sentences("Note: Reed regularly\n|incites\n|violence.") == ["Note: Reed regularly\nincites\nviolence."]
    assert sentences("Note: Reed regularly\n\nincites") == ["Note: Reed regularly", "incites"]


def test_the_label_of_a_turn_belongs_to_what_is_said():
    assert sentences("REED: |Why now?") == ["REED: Why now?"]
    assert sentences("Two questions: |Why now?") == ["Two questions:", "Why now?"]


def test_every_token_is_kept_in_order():
    text = "“Why?” he asked.\n\n“Because,” said Reed. ”"
    tokens = [Span(match.start(), match.end()) for match in re.finditer(r"\w+|[^\w\s]", text)]
    for cut in range(1, len(tokens)):
        mended = boundaries(text, [tokens[:cut], tokens[cut:]])
        assert [token for sentence in mended for token in sentence] == tokens
        assert all(mended)


def test_no_sentences_give_none():
    assert boundaries("", []) == []


@pytest.fixture
def document():
    """*"Didn't he?" | he asked. They did. ¶ They don't* with the last three in one sentence, words expanded."""
    doc = pytest.importorskip("stanza.models.common.doc")
    text = "“Didn't he?” he asked. They did.\n\nThey don't"
    rows = [[("“", ()), ("Didn't", ("Did", "n't")), ("he", ()), ("?", ()), ("”", ())],
            [("he", ()), ("asked", ()), (".", ())],
            [("They", ()), ("did", ()), (".", ()), ("They", ()), ("don't", ("do", "n't"))]]
    built, at = [], 0
    for row in rows:
        entries, number = [], 1
        for form, words in row:
            at = text.index(form, at)
            span = {"start_char": at, "end_char": at + len(form)}
            at += len(form)
            if words:
                entries.append({"id": (number, number + len(words) - 1), "text": form, **span})
            for word in words or (form,):
                entries.append({"id": (number,), "text": word, **({} if words else span)})
                number += 1
        built.append(entries)
    return doc.Document(built, text)


def test_a_stanza_document_gets_whole_sentences(document):
    mended = mend(document)
    assert mended is document
    assert [sentence.text for sentence in mended.sentences] == ["“Didn't he?” he asked.", "They did.", "They don't"]
    assert [sentence.index for sentence in mended.sentences] == [0, 1, 2]
    assert [sentence.sent_id for sentence in mended.sentences] == ["0", "1", "2"]
    assert all(sentence.doc is document for sentence in mended.sentences)


def test_a_stanza_document_keeps_its_tokens_and_words(document):
    tokens = [(token.text, token.start_char, token.end_char) for token in document.iter_tokens()]
    words = [word.text for word in document.iter_words()]
    mend(document)
    assert [(token.text, token.start_char, token.end_char) for token in document.iter_tokens()] == tokens
    assert [word.text for word in document.iter_words()] == words
    for sentence in document.sentences:
        assert [word.id for word in sentence.words] == list(range(1, len(sentence.words) + 1))
        assert [number for token in sentence.tokens for number in range(token.id[0], token.id[-1] + 1)] == [
            word.id for word in sentence.words]
        assert all(word.parent is token and word.sent is sentence for token in sentence.tokens for word in token.words)
    assert document.sentences[0].tokens[1].id == (2, 3)
    assert document.num_tokens == len(tokens) and document.num_words == len(words)


def test_mending_twice_changes_nothing_more(document):
    once = [sentence.text for sentence in mend(document).sentences]
    kept = list(document.sentences)
    assert [sentence.text for sentence in mend(document).sentences] == once
    assert all(before is after for before, after in zip(kept, document.sentences))


def test_a_sentence_too_long_for_an_encoder_is_cut_at_a_comma():
    text = "word " * 150 + ", " + "word " * 400
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    parts = boundaries(text, [spans])
    assert [span for part in parts for span in part] == spans
    assert len(parts[0]) == 151 and all(len(part) <= 200 for part in parts)
