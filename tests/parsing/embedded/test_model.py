"""What runs gives what was trained, and gives it whatever else is read."""

import numpy as np
import pytest
import torch

from quotes.installed import EMBEDDED
from quotes.parsing.embedded.batches import collate
from quotes.parsing.embedded.encoding import encoder_of
from quotes.parsing.embedded.files import load_network
from quotes.parsing.embedded.model import EmbeddedModel
from quotes.parsing.embedded.pieces import PieceMaker
from quotes.parsing.embedded.rows import one_after_another
from quotes.parsing.embedded.scoring import LEMMA_RULES, heads_of
from quotes.parsing.embedded.windows import Sentence, row_of, windows_of

FOLDER = EMBEDDED / "en" / "joint"
SENTENCES = [
    Sentence(tuple("“ It works , ” said Ada Marlowe , an engineer from Harbourton .".split()), True),
    Sentence(tuple("She denied that the Ministry of Fish had paid her .".split()), False),
    Sentence(tuple("According to a spokesman , nobody was hurt .".split()), True),
]


@pytest.fixture(scope="module")
def window():
    maker = PieceMaker(FOLDER / "pieces.json")
    (window,) = windows_of(SENTENCES, maker)
    return window, maker


def above_root(arcs):
    """How much better than the root each head is, which is all that trees depend on."""
    return arcs - arcs[:, :1]


@torch.inference_mode()
def test_encoder_and_heads_give_what_the_trained_network_gives(window):
    window, maker = window
    network, weights = load_network(FOLDER)
    batch = collate([window], maker)
    encoded = network.encoder(batch)
    row = row_of(window, maker)
    read = one_after_another([row])
    states = encoder_of(weights, precision="fp32")(read)
    heads = heads_of(weights, precision="fp32")
    narrowed = heads.narrowed(states)
    (words,) = read.spans
    assert torch.allclose(states[words], encoded.words[0], atol=1e-4)
    assert torch.allclose(heads.anchors(narrowed)[words], network.attributions.anchors(encoded)[0], atol=1e-3)
    tagged, scores = heads.tagged(narrowed), network.tagger(encoded.words[0])
    for task in ("upos", "xpos", "feats", "entity"):
        assert getattr(tagged, task)[words].tolist() == scores[task].argmax(-1).tolist()
    assert heads.lemma_rules(narrowed, np.array([1, 6])) == scores["lemma"][[0, 5]].topk(LEMMA_RULES).indices.tolist()

    sentences = network.trees.sentences(encoded, batch)
    arcs, length = network.trees.arcs(sentences, batch.sentence_mask)[0], len(SENTENCES[0].words)
    (found,) = heads.arcs(narrowed, read.spans)
    found = found[:length, :length + 1].masked_fill(torch.isinf(arcs[:length, :length + 1]), -torch.inf)
    assert torch.allclose(above_root(found), above_root(arcs[:length, :length + 1]), atol=1e-3)
    chosen = arcs.argmax(-1)
    wanted = network.trees.relations(sentences[:1], chosen[None], batch.sentence_mask[:1])
    everywhere = torch.zeros(len(states), dtype=torch.long)
    everywhere[1:1 + length] = chosen[:length]
    assert torch.allclose(heads.relations(narrowed, everywhere)[1:1 + length], wanted, atol=1e-3)

    anchors = torch.tensor([5, 13])
    wanted = torch.softmax(network.attributions.roles(encoded, torch.zeros(2, dtype=torch.long), anchors), dim=1)
    (found,) = heads.roles(states, narrowed, read.spans, [anchors])
    assert torch.allclose(found, wanted, atol=1e-3)


@torch.inference_mode()
def test_words_farther_apart_than_any_distance_learned_are_scored_as_the_trained_network_scores_them():
    maker = PieceMaker(FOLDER / "pieces.json")
    (window,) = windows_of([Sentence(SENTENCES[0].words * 5, True)], maker)
    network, weights = load_network(FOLDER)
    batch = collate([window], maker)
    encoded = network.encoder(batch)
    (wanted,) = network.trees.arcs(network.trees.sentences(encoded, batch), batch.sentence_mask)
    states = torch.cat([encoded.windows, encoded.words[0]])
    heads = heads_of(weights, precision="fp32")
    (found,) = heads.arcs(heads.narrowed(states), [slice(1, len(states))])
    found = found.masked_fill(torch.isinf(wanted), -torch.inf)
    assert torch.allclose(above_root(found), above_root(wanted), atol=1e-3)


@pytest.mark.parametrize("precision", ["int8", "bf16", "fp32"])
def test_in_every_precision_the_words_are_understood(precision):
    (annotated,) = EmbeddedModel.load(FOLDER, precision=precision).annotate([SENTENCES])
    first = annotated.sentences[0]
    assert (first.upos[5], first.lemma[5], first.head[5], first.deprel[6]) == ("VERB", "say", 0, "nsubj")
    assert first.entity[6:8] == ["B-person", "I-person"]
    assert {0} < {word for proposal in annotated.proposals for word in proposal.content}


@pytest.mark.parametrize("precision", ["int8", "bf16", "fp32"])
def test_a_document_is_read_the_same_alone_and_with_others(precision):
    model = EmbeddedModel.load(FOLDER, precision=precision)
    long = [Sentence(SENTENCES[0].words * count, True) for count in (9, 20, 30)]
    documents = [SENTENCES, SENTENCES[1:], [], SENTENCES * 9, long, *([sentence] for sentence in SENTENCES)] * 3
    together = model.annotate(documents)
    assert [model.annotate([document])[0] for document in documents] == together
    assert together[2].sentences == []
