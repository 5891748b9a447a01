"""Training examples: windows with what is to be learned of them, and the order in which they are learned."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.parsing.embedded.lemmas import rule_of
from quotes.parsing.embedded.labels import Labels
from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.windows import Sentence, Window, windows_of
from training.treebanks import Token, Tree, with_curly_marks

BATCH_PIECES = 2048
SYNTAX_WINDOWS = (64, 128)
ARTICLE_WINDOWS = (96, 128, 128)
OTHER_CASE = 0.02
"""Share of sentences learned in capitals, in title case or in small letters, as headlines and chats have them."""
IGNORED = -100
RAREST_LABEL = 4


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """A gold attribution as positions of words in its document; the anchor is the first word of the cue."""

    anchor: int
    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A tokenized article with its gold attributions."""

    sentences: tuple[Sentence, ...]
    attributions: tuple[MarkedAttribution, ...]


@dataclass(frozen=True, slots=True)
class SyntaxExample:
    window: Window
    trees: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class AttributionExample:
    window: Window
    attributions: tuple[MarkedAttribution, ...]
    """With positions counted within the window."""


Example = SyntaxExample | AttributionExample


def labels_of(trees: Iterable[Tree]) -> Labels:
    """The label sets that occur in ``trees``; rare features and lemma rules are left out."""
    tokens = [token for tree in trees for token in tree.tokens]

    def seen(values: Iterable[str], least: int = 1) -> tuple[str, ...]:
        return tuple(sorted(value for value, count in Counter(values).items() if count >= least))

    return Labels(upos=seen(t.upos for t in tokens), xpos=seen(t.xpos for t in tokens),
                  feats=seen((t.feats for t in tokens), RAREST_LABEL), deprel=seen(t.deprel for t in tokens),
                  lemma=seen((rule_of(t.form, t.lemma) for t in tokens), RAREST_LABEL))


def known_lemmas(trees: Iterable[Tree]) -> dict[str, str]:
    """The commonest lemma of every form and part of speech, where the form is no name or number."""
    counts: dict[str, Counter[str]] = {}
    for tree in trees:
        for t in tree.tokens:
            if t.upos not in ("PROPN", "NUM", "PUNCT", "X", "SYM"):
                form = t.form if t.upos == "PRON" and t.form == "I" else t.form.lower()
                counts.setdefault(f"{form}\t{t.upos}", Counter())[t.lemma] += 1
    return {key: found.most_common(1)[0][0] for key, found in sorted(counts.items())}


def syntax_examples(documents: Sequence[Sequence[Tree]], maker: PieceMaker, *, seed: int) -> list[SyntaxExample]:
    """Windows of several sizes over treebank documents; some with curly marks."""
    rng, examples = random.Random(seed), []
    for document in documents:
        trees = [with_curly_marks(tree) for tree in document] if rng.random() < 0.35 else list(document)
        sentences = [Sentence(tuple(t.form for t in tree.tokens), tree.opens_paragraph) for tree in trees]
        for window in windows_of(sentences, maker, size=rng.choice(SYNTAX_WINDOWS)):
            examples.append(SyntaxExample(window, tuple(trees[window.first:window.first + len(window.sentences)])))
    return examples


def attribution_examples(articles: Sequence[Article], maker: PieceMaker, *, seed: int) -> list[AttributionExample]:
    """Windows over articles, each beginning elsewhere for each seed, with the quotation marks of some exchanged for
    other kinds and the case of some sentences changed."""
    rng, examples = random.Random(seed), []
    for article in articles:
        sentences = [_with_other_case(sentence, rng) for sentence in _with_other_marks(article.sentences, rng)]
        starts = [0]
        for sentence in sentences:
            starts.append(starts[-1] + len(sentence.words))
        size = rng.choice(ARTICLE_WINDOWS)
        opening = windows_of(sentences, maker, size=rng.randrange(size // 4, size))[0]
        rest = windows_of(sentences[len(opening.sentences):], maker, size=size)
        for window in (opening, *(replace(window, first=window.first + len(opening.sentences)) for window in rest)):
            first, end = starts[window.first], starts[window.first + len(window.sentences)]
            inside = tuple(_shifted(a, first, end) for a in article.attributions if first <= a.anchor < end)
            examples.append(AttributionExample(window, inside))
    return examples


def _shifted(marked: MarkedAttribution, first: int, end: int) -> MarkedAttribution:
    def within(places: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place - first for place in places if first <= place < end)
    return MarkedAttribution(marked.anchor - first, within(marked.cue), within(marked.content), within(marked.source))


MARK_STYLES = ({}, {}, {"“": '"', "”": '"', "‘": "'", "’": "'"}, {'"': "''", "“": "''", "”": "''"},
               {"“": "‘", "”": "’", "‘": "“", "’": "”"}, {"“": "«", "”": "»"}, {"“": "„", "”": "“"})
MARK_WEIGHTS = (8, 8, 5, 1, 2, 1, 1)


def _with_other_marks(sentences: Sequence[Sentence], rng: random.Random) -> list[Sentence]:
    style = rng.choices(MARK_STYLES, MARK_WEIGHTS)[0]
    if not style:
        return list(sentences)
    return [Sentence(tuple(style.get(w, w) for w in s.words), s.opens_paragraph) for s in sentences]


def _with_other_case(sentence: Sentence, rng: random.Random) -> Sentence:
    if rng.random() >= OTHER_CASE:
        return sentence
    change = rng.choice((str.upper, str.capitalize, str.lower))
    return replace(sentence, words=tuple(map(change, sentence.words)))


def batches_of(examples: Sequence[Example], *, seed: int) -> list[list[Example]]:
    """Batches of up to BATCH_PIECES padded word pieces and near-equal lengths, in random order."""
    rng = random.Random(seed)
    shuffled = sorted(rng.sample(list(examples), len(examples)), key=lambda e: e.window.size // 8)
    batches, batch, width = [], [], 0
    for example in shuffled:
        width = max(width, example.window.size)
        if batch and width * (len(batch) + 1) > BATCH_PIECES:
            batches.append(batch)
            batch, width = [], example.window.size
        batch.append(example)
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def interleaved(*courses: Sequence[list[Example]]) -> Iterator[list[Example]]:
    """Batches of several courses spread evenly over the whole training."""
    placed = [((i + 0.5) / len(course), number, batch)
              for number, course in enumerate(courses) for i, batch in enumerate(course)]
    for _, _, batch in sorted(placed, key=lambda entry: entry[:2]):
        yield batch


def tag_targets(tokens: Sequence[Token], labels: Labels, has_tree: bool) -> dict[str, list[int]]:
    """What each tag head is to say of ``tokens``; IGNORED where there is nothing to learn."""
    place = {task: {label: i for i, label in enumerate(getattr(labels, task))}
             for task in ("upos", "xpos", "feats", "lemma", "entity")}

    def at(task: str, value: str) -> int:
        return place[task].get(value, IGNORED) if has_tree or task == "entity" else IGNORED

    return {"upos": [at("upos", t.upos) for t in tokens], "xpos": [at("xpos", t.xpos) for t in tokens],
            "feats": [at("feats", t.feats) for t in tokens],
            "lemma": [at("lemma", rule_of(t.form, t.lemma)) for t in tokens],
            "entity": [at("entity", t.entity) for t in tokens]}
