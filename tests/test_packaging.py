"""What is in the source is in what gets installed."""

import configparser
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "quotes"


def files():
    return [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_every_folder_with_modules_is_a_package():
    assert not [path for path in files() if path.suffix == ".py" and not (path.parent / "__init__.py").exists()]


def test_every_data_file_is_named_in_the_package_data():
    config = configparser.ConfigParser()
    config.read(PACKAGE.parent / "setup.cfg")
    patterns = config["options.package_data"]["quotes"].split()
    # As setuptools reads them: `**` alone at the end also means files below.
    patterns = [f"{pattern}/*" if pattern.endswith("**") else pattern for pattern in patterns]
    named = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    assert not {path for path in files() if path.suffix != ".py"} - named
