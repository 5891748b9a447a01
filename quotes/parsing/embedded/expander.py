"""Multi-word tokens to their words (*don't* is *do* and *n't*), by the dictionary of Stanza's trained expander.

For what that doesn't hold Stanza asks a network. In English it cuts off clitics (*Farrow's*), which a rule does here,
and takes names apart that are no multi-word tokens (*Don na*), which nobody misses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

from quotes.parsing.embedded.plain import Token

_CLITIC = r"n['’‘]t|['’‘](?:s|re|ve|ll|d|m)?"
_WITH_CLITICS = re.compile(rf"(\S+?)((?:{_CLITIC})+)", re.I)


@dataclass(frozen=True)
class Expander:
    """Knows the words of multi-word tokens."""

    dictionary: Mapping[str, str]
    """Tokens, and their words with blanks between."""

    @classmethod
    def load(cls, path: Path) -> Expander:
        """The expander that Stanza saved in ``path``."""
        return cls(torch.load(path, map_location="cpu", weights_only=True)["dict"])

    def expanded(self, token: Token) -> Token:
        """A multi-word token with its words, if they are several."""
        words = self.words(token.text)
        return token._replace(words=tuple(words)) if len(words) > 1 else token._replace(multi=False)

    def words(self, token: str) -> list[str]:
        """The words of a multi-word token; the token itself where it is only one."""
        if token in self.dictionary:
            words = self.dictionary[token].split()
        elif found := _WITH_CLITICS.fullmatch(token):
            words = [found[1], *re.findall(_CLITIC, found[2], re.I)]
        else:
            words = self._capitalized(token).split()
        return words if len(words) > 1 else [token]

    def _capitalized(self, token: str) -> str:
        """What the dictionary has for the small letters of a token that is written in capitals, or begins with one."""
        words = self.dictionary.get(token.lower(), token)
        if token.isupper():
            return words.upper()
        return words[0].upper() + words[1:] if token[0].isupper() and token[1:].islower() else token
