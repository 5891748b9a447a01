"""The mean of two models."""

import pytest
import torch
from safetensors.torch import load_file, save_file

from quotes.parsing.embedded.files import WEIGHTS
from training.averaging import average


def a_model(folder, *values):
    (folder / "en" / "joint").mkdir(parents=True)
    save_file({"weight": torch.tensor(values, dtype=torch.float16)}, folder / "en" / "joint" / WEIGHTS)
    return folder


def test_each_weight_is_the_mean_by_share(tmp_path):
    later, earlier = a_model(tmp_path / "later", 1.0, 4.0), a_model(tmp_path / "earlier", 0.0, 8.0)
    average(later, earlier, share=0.75, output=earlier)
    mean = load_file(earlier / "en" / "joint" / WEIGHTS)["weight"]
    assert mean.tolist() == [0.75, 5.0] and mean.dtype == torch.float16


def test_networks_of_other_shapes_have_no_mean(tmp_path):
    later, earlier = a_model(tmp_path / "later", 1.0, 4.0), a_model(tmp_path / "earlier", 1.0)
    with pytest.raises(ValueError, match="not alike"):
        average(later, earlier, share=0.5, output=earlier)
