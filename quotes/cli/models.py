"""``quotes models``: which models there are, and how to get more."""

from __future__ import annotations

from difflib import get_close_matches

import click

from quotes.errors import ModelError
from quotes.installed import Model, embedded, folder_of, known_packages, stanza_packages

PROCESSORS = "tokenize,mwt,pos,lemma,depparse,ner"
"""All that quotes uses; a Stanza package has more, which would take gigabytes."""


MODEL_DIR = click.option("--model-dir", metavar="DIR", type=click.Path(file_okay=False),
                         help="Where Stanza packages are. Default: Stanza's own folder.")


@click.group(invoke_without_command=True)
@MODEL_DIR
@click.pass_context
def models(ctx: click.Context, *, model_dir: str | None) -> None:
    """List the models that are there, or download one.

    Each line begins with the name that 'quotes find --package NAME' takes.
    """
    if ctx.invoked_subcommand:
        return
    folder = folder_of(model_dir)
    click.echo(_line(embedded()))
    packages = stanza_packages(folder)
    for package in packages:
        click.echo(_line(package))
    if not packages:
        click.echo(f"No Stanza packages in {folder}; to get one: quotes models download default", err=True)


@models.command()
@click.argument("name")
@MODEL_DIR
@click.pass_context
def download(ctx: click.Context, *, name: str, model_dir: str | None) -> None:
    """Download the Stanza package NAME, for example default or default_accurate.

    This is the only command that uses the network.
    """
    import stanza

    folder = folder_of(model_dir or ctx.parent.params["model_dir"])
    try:
        stanza.download("en", model_dir=str(folder), package=name, processors=PROCESSORS)
    except OSError as error:
        raise ModelError(f"cannot download {name!r} ({error.strerror or type(error).__name__})",
                         hint="check the network and the disk, then run it again") from error
    if all(package.name != name for package in stanza_packages(folder)):
        known = known_packages(folder)
        close = get_close_matches(name, known) or sorted(known)
        raise ModelError(f"Stanza has no English package {name!r} that can find quotes",
                         hint=f"did you mean {' or '.join(close)}?")
    click.echo(f"{name} is in {folder}; to use it: quotes find PATH --package {name}")


def _line(model: Model) -> str:
    size = f"{model.size / 1e6:.0f} MB" if model.size >= 1e6 else f"{model.size / 1e3:.0f} kB"
    what = model.version or ", ".join(model.processors)
    return f"{model.name}  {what}  {size}  {model.folder}"
