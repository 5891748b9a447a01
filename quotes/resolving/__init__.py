"""From sources to speakers: who *she*, *the ministry* and *Hoekstra* are."""

from quotes.resolving.resolver import resolve

__all__ = ["resolve"]
