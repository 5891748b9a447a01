"""How much is searched at once, and by how many processes: the same results in the same order, whatever these are."""

from quotes.running.batches import Batch, batches
from quotes.running.cores import usable_cores
from quotes.running.outcomes import Failure, Findings, Outcome
from quotes.running.running import run

__all__ = ["Batch", "Failure", "Findings", "Outcome", "batches", "run", "usable_cores"]
