"""Comparing: the same statement across documents, and what each outlet made of it."""

from quotes.comparing.data import Group, Variant
from quotes.comparing.grouping import compare

__all__ = ["Group", "Variant", "compare"]
