"""Verifying: was it said, by whom, and in these words?"""

from __future__ import annotations

from quotes.verifying.claims import read_claims
from quotes.verifying.data import VERDICTS, Change, Checked, Claim, Evidence, Searched
from quotes.verifying.verdict import prepare, searched_in, verify

__all__ = ["VERDICTS", "Change", "Checked", "Claim", "Evidence", "Searched", "prepare", "read_claims", "searched_in",
           "verify"]
