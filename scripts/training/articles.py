"""Articles with attributions as training material: tokenized as the program will tokenize them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from quotes.parsing.embedded.windows import Sentence
from training.examples import Article, MarkedAttribution

BATCH = 16


def read_articles(path: Path, *, models: Path, cache: Path) -> list[Article]:
    """Articles of a JSON Lines file (``text``, ``quotes`` with ``content``, ``cue``, ``source`` spans).

    They are tokenized by the tokenizer in ``models``; the result is kept in ``cache``.
    """
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if not cache.exists():
        rows = [json.dumps(row) for row in _tokenized([record["text"] for record in records], models)]
        cache.write_text("\n".join(rows) + "\n", encoding="utf-8")
    rows = cache.read_text(encoding="utf-8").splitlines()
    return [_article(record["quotes"], json.loads(row)) for record, row in zip(records, rows, strict=True)]


def _tokenized(texts: Sequence[str], models: Path) -> Iterator[list[tuple]]:
    """The sentences of each text: words, their code points, whether it begins a paragraph."""
    from quotes.parsing.embedded.plain import plain_of, spans_of
    from quotes.parsing.pipeline import embedded_pipeline, tokenize

    pipeline = embedded_pipeline(models=models, processors=("tokenize", "mwt"))
    for start in range(0, len(texts), BATCH):
        for document in tokenize(pipeline, texts[start:start + BATCH]):
            plain = plain_of(document)
            yield [(seen.words, spans_of(tokens), seen.opens_paragraph)
                   for seen, tokens in zip(plain.read(document.text), plain.sentences)]


def _article(quotes: Sequence[dict], rows: Sequence) -> Article:
    sentences = tuple(Sentence(tuple(words), opens) for words, _, opens in rows)
    spans = [tuple(span) for _, of_sentence, _ in rows for span in of_sentence]

    def places(wanted: Sequence[Sequence[int]]) -> tuple[int, ...]:
        return tuple(i for i, (start, end) in enumerate(spans) if any(start < b and end > a for a, b in wanted))

    marked = []
    for quote in quotes:
        cue, content, source = (places(quote.get(part) or []) for part in ("cue", "content", "source"))
        first = cue or source or content
        if first and content:
            marked.append(MarkedAttribution(first[0], cue, content, source))
    return Article(sentences, tuple(marked))
