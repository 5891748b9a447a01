"""The mean of two models that were trained one from the other.

Where a network went on from an earlier one, the mean of their weights is often better than either, above all on other
kinds of text than it was trained on last (Wortsman et al. 2022, *Robust fine-tuning of zero-shot models*).
"""

from __future__ import annotations

from pathlib import Path

from safetensors.torch import load_file, save_file

from quotes.parsing.embedded.files import WEIGHTS


def average(later: Path, earlier: Path, *, share: float, output: Path) -> None:
    """Write to ``output`` the weights of ``later`` by ``share`` and of ``earlier`` by the rest. All three are folders
    of models; raises ValueError where the two networks are not alike."""
    place = Path("en", "joint", WEIGHTS)
    one, other = load_file(later / place), load_file(earlier / place)
    if {name: t.shape for name, t in one.items()} != {name: t.shape for name, t in other.items()}:
        raise ValueError(f"the networks in {later} and {earlier} are not alike")
    mean = {name: (share * t.float() + (1 - share) * other[name].float()).to(t.dtype) if t.is_floating_point() else t
            for name, t in one.items()}
    save_file(mean, output / place)
