"""Text that Stanza's tokenizer can be given whatever it holds.

Stanza searches every paragraph for addresses with patterns whose time grows with the square of the longest run of
letters: 5,000 letters without a blank take a second, 400,000 (an embedded picture) take hours. And it pads all the
paragraphs it reads together to the longest: one line of 100,000 characters among fifty short articles takes minutes
where alone it takes seconds.
"""

from __future__ import annotations

import re

LONGEST_RUN = 300
"""Characters without a blank that are kept: longer than any word or common address."""
LONGEST_PARAGRAPH = 8000
"""Characters of a paragraph that may be tokenized together with others."""

_RUN = re.compile(r"\S{%d,}" % (LONGEST_RUN + 1))
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")


def tame(text: str) -> str:
    """The text with the rest of every overlong run blanked out: as long as before, so that offsets hold."""
    return _RUN.sub(lambda run: run.group()[:LONGEST_RUN] + " " * (len(run.group()) - LONGEST_RUN), text)


def fits_batch(text: str) -> bool:
    """Are all paragraphs short enough to be tokenized together with other documents'?"""
    return all(len(paragraph) <= LONGEST_PARAGRAPH for paragraph in _PARAGRAPH.findall(text))
