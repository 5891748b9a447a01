"""Documents as the embedded model makes them: plain lists, and Stanza's objects only where somebody asks for them.

Making an object of every sentence, token and word takes longer than finding them, and the finder needs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count, repeat
from typing import NamedTuple

from stanza import Document
from stanza.models.common.doc import Span as StanzaSpan

from quotes.data import Entity, Parse, Proposal, Word
from quotes.parsing.embedded.windows import Sentence
from quotes.parsing.paragraphs import opening
from quotes.parsing.sentences import bounds_of
from quotes.parsing.view import share_out


class Token(NamedTuple):
    """A token of a text: code points, end exclusive."""

    start: int
    end: int
    text: str
    """As it stands, white space in it made one blank."""
    multi: bool
    """Is it made of several words (*don't*)?"""
    words: tuple[str, ...] = ()
    """These words; none where it is one word, or not taken apart yet."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What the model says of one sentence, a value a word; heads count from 1, 0 is the root."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    head: list[int]
    deprel: list[str]
    entity: list[str]


@dataclass(slots=True)
class Annotated:
    """What the model says of a document, or of a window."""

    sentences: list[Annotation] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)


@dataclass(frozen=True)
class Plain:
    """The tokens of each sentence of a text, and what the model says of them once it has read them."""

    sentences: list[list[Token]]
    annotated: Annotated | None = None

    def mended(self, text: str) -> Plain:
        """With sentences that end where they do in news."""
        tokens = list(chain.from_iterable(self.sentences))
        bounds = bounds_of(text, tokens, map(len, self.sentences))
        return replace(self, sentences=[tokens[first:end] for first, end in bounds])

    def read(self, text: str) -> list[Sentence]:
        """The sentences as the model reads them."""
        opens = opening(text, (sentence[0].start for sentence in self.sentences))
        return [Sentence(tuple(words_of(sentence)), opening) for sentence, opening in zip(self.sentences, opens)]

    def parse(self, text: str) -> Parse:
        """The parse of the text. The model must have read it."""
        words: list[Word] = []
        bounds: list[tuple[int, int]] = []
        entities: list[Entity] = []
        for number, (tokens, said) in enumerate(zip(self.sentences, self.annotated.sentences, strict=True)):
            texts, first = words_of(tokens), len(words)
            starts, ends = zip(*spans_of(tokens))
            heads = [first + head - 1 if head else -1 for head in said.head]
            columns = zip(count(first), texts, said.lemma, said.upos, said.xpos, said.feats, heads, said.deprel,
                          starts, ends, repeat(number))
            words.extend(map(Word._make, columns))
            bounds.append((first, len(words)))
            entities += [Entity(kind, first + start, first + end) for kind, start, end in names_in(said.entity)]
        return Parse(text, tuple(words), tuple(bounds), tuple(entities), tuple(self.annotated.proposals))


def words_of(tokens: Sequence[Token]) -> list[str]:
    """The words of a sentence."""
    words: list[str] = []
    for token in tokens:
        if token.words:
            words += token.words
        else:
            words.append(token.text)
    return words


def spans_of(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Code points of the words of a sentence."""
    spans: list[tuple[int, int]] = []
    for token in tokens:
        if token.words:
            spans += share_out(token.start, token.end, token.words)
        else:
            spans.append((token.start, token.end))
    return spans


def names_in(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """The kind of each named entity that BIO tags tell of, and its words: first, end exclusive."""
    found: list[tuple[str, int, int]] = []
    previous = "O"
    for at, tag in enumerate(tags):
        if tag != "O":
            if previous != "O" and tag[0] == "I" and found[-1][0] == tag[2:]:
                found[-1] = (tag[2:], found[-1][1], at + 1)
            else:
                found.append((tag[2:], at, at + 1))
        previous = tag
    return found


class PlainDocument(Document):
    """A Stanza document like any other, but that its sentences are made when they are asked for. Until then ``plain``
    is what they will be made of; from then on it is None, as who has them may change them."""

    plain: Plain | None = None

    def __init__(self, text: str, plain: Plain) -> None:
        super().__init__([], text=text)
        self.plain = plain
        self._count_words()

    def _count_words(self) -> None:
        if self.plain is None:
            return super()._count_words()
        self.num_tokens = sum(map(len, self.plain.sentences))
        self.num_words = self.num_tokens + sum([len(token.words) - 1 for tokens in self.plain.sentences
                                                for token in tokens if token.words])

    @property
    def _sentences(self) -> list:
        self._make()
        return self._made

    @_sentences.setter
    def _sentences(self, sentences: list) -> None:
        self._made, self.plain = sentences, None

    @property
    def _ents(self) -> list:
        self._make()
        return self._named

    @_ents.setter
    def _ents(self, entities: list) -> None:
        self._named = entities

    def _make(self) -> None:
        if self.plain is None:
            return
        plain, self.plain = self.plain, None
        self._process_sentences([list(map(_entry, count(1), tokens)) for tokens in plain.sentences])
        self.mark_whitespace()
        multi = [token for sentence in plain.sentences for token in sentence if token.words]
        if multi:
            # Stanza numbers all words anew; most sentences have nothing to take apart, and are left out.
            touched = Document([])
            touched.sentences = [made for made, tokens in zip(self.sentences, plain.sentences)
                                 if any(token.words for token in tokens)]
            touched.set_mwt_expansions([" ".join(token.words) for token in multi], process_manual_expanded=False)
            self._count_words()
        if plain.annotated:
            for sentence, tokens, said in zip(self.sentences, plain.sentences, plain.annotated.sentences):
                self._annotate(sentence, said, spans_of(tokens))
            self.ents = [entity for sentence in self.sentences for entity in sentence.ents]

    def _annotate(self, sentence, said: Annotation, spans: Sequence[tuple[int, int]]) -> None:
        columns = zip(sentence.words, said.upos, said.xpos, said.feats, said.lemma, said.head, said.deprel)
        for word, upos, xpos, feats, lemma, head, deprel in columns:
            word.upos, word.xpos, word.lemma, word.head, word.deprel = upos, xpos, lemma, head, deprel
            if feats:
                word.feats = feats
        sentence.build_dependencies()
        # Stanza makes entities of tokens, and its token is "Clinton's"; ours are of words.
        places = [(kind, spans[first][0], spans[end - 1][1]) for kind, first, end in names_in(said.entity)]
        sentence.ents = [StanzaSpan(span_entry={"text": self.text[start:end], "type": kind, "start_char": start,
                                                "end_char": end}, doc=self, sent=sentence)
                         for kind, start, end in places]


def _entry(number: int, token: Token) -> dict:
    """A token as Stanza builds documents from."""
    entry = {"id": (number,), "text": token.text, "start_char": token.start, "end_char": token.end}
    return entry | {"misc": "MWT=Yes"} if token.multi else entry


def plain_of(doc: Document) -> Plain:
    """What any tokenized Stanza document is made of."""
    if isinstance(doc, PlainDocument) and doc.plain is not None:
        return doc.plain
    return Plain([[Token(token.start_char, token.end_char, token.text, len(token.words) > 1,
                         tuple(word.text for word in token.words) if len(token.words) > 1 else ())
                   for token in sentence.tokens] for sentence in doc.sentences])
