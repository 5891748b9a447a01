"""What the network is given to learn."""

import torch
from transformers import BertConfig

from quotes.installed import EMBEDDED
from quotes.parsing.embedded.labels import Sizes
from quotes.parsing.embedded.network import Network
from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.windows import Sentence
from training.examples import (
    Article,
    MarkedAttribution,
    attribution_examples,
    batches_of,
    interleaved,
    known_lemmas,
    labels_of,
    syntax_examples,
)
from training.objective import loss_of
from training.treebanks import Token, Tree

MAKER = PieceMaker(EMBEDDED / "en" / "joint" / "pieces.json")


def tree(*words, opens=False):
    tokens = tuple(Token(form, lemma, upos, "XX", "", head, deprel, True, "O")
                   for form, lemma, upos, head, deprel in words)
    return Tree(tokens, opens, opens)


SAID = tree(("Ann", "Ann", "PROPN", 2, "nsubj"), ("said", "say", "VERB", 0, "root"), ("so", "so", "ADV", 2, "advmod"))
ARTICLE = Article(
    tuple(Sentence(("Ann", "said", "it", "rains", "."), number % 2 == 0) for number in range(60)),
    tuple(MarkedAttribution(5 * number + 1, (5 * number + 1,), (5 * number + 2, 5 * number + 3), (5 * number,))
          for number in range(60)))


def test_positions_of_attributions_are_counted_within_their_window():
    examples = attribution_examples([ARTICLE], MAKER, seed=1)
    assert len(examples) > 1 and sum(len(example.attributions) for example in examples) == 60
    for example in examples:
        words = [word.lower() for sentence in example.window.sentences for word in sentence.words]
        for marked in example.attributions:
            assert words[marked.anchor] == "said"
            assert [words[at] for at in (*marked.source, *marked.content)] == ["ann", "it", "rains"]


def test_windows_over_an_article_begin_elsewhere_for_another_seed_and_leave_nothing_out():
    cuts = [tuple(example.window.first for example in attribution_examples([ARTICLE], MAKER, seed=seed))
            for seed in range(4)]
    assert len(set(cuts)) > 1
    for seed in range(4):
        examples = attribution_examples([ARTICLE], MAKER, seed=seed)
        assert sum(len(example.window.sentences) for example in examples) == len(ARTICLE.sentences)


def test_a_few_sentences_are_learned_in_another_case():
    words = [word for example in attribution_examples([ARTICLE] * 10, MAKER, seed=1)
             for sentence in example.window.sentences for word in sentence.words]
    assert 0 < sum(word not in ("Ann", "said", "it", "rains", ".") for word in words) < len(words) / 10


def test_every_tree_is_in_one_window_and_beside_its_words():
    examples = syntax_examples([[SAID] * 50], MAKER, seed=1)
    assert sum(len(example.trees) for example in examples) == 50
    assert all(len(example.trees) == len(example.window.sentences) for example in examples)


def test_batches_hold_every_example_once_in_an_order_that_the_seed_decides():
    examples = syntax_examples([[SAID] * 400], MAKER, seed=1)
    batches = batches_of(examples, seed=1)
    assert sorted(id(e) for batch in batches for e in batch) == sorted(map(id, examples))
    assert [len(b) for b in batches_of(examples, seed=1)] == [len(b) for b in batches]


def test_courses_are_spread_evenly():
    assert list(interleaved([["a"]] * 2, [["b"]] * 4)) == [["b"], ["a"], ["b"], ["b"], ["a"], ["b"]]


def test_the_lemmas_of_names_are_not_learned_by_heart():
    assert known_lemmas([SAID]) == {"said\tVERB": "say", "so\tADV": "so"}


def test_a_small_network_learns_a_few_examples_by_heart():
    torch.manual_seed(0)
    labels = labels_of([SAID] * 4)
    config = BertConfig(vocab_size=30522, hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
                        intermediate_size=64, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
    network = Network(config, labels, Sizes(tag=16, arc=16, label=16, pair=16, dropout=0.0))
    optimizer = torch.optim.Adam(network.parameters(), lr=5e-3)
    generator = torch.Generator().manual_seed(0)
    courses = [syntax_examples([[SAID] * 8], MAKER, seed=1), attribution_examples([ARTICLE], MAKER, seed=1)[:2]]
    losses = []
    for _ in range(25):
        total = 0.0
        for examples in courses:
            loss = loss_of(network, examples, MAKER, labels, generator, torch.device("cpu"))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total)
    assert losses[-1] < losses[0] / 4
