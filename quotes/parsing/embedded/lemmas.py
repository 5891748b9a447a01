"""Lemmas: a dictionary of forms first, then a rule per word (cut letters, add a suffix, mind the case)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


def rule_of(form: str, lemma: str) -> str:
    """The rule that turns ``form`` into ``lemma``, as ``cut|suffix|case``: case ``l`` lowers the form first."""
    case = "k" if _kept(form, lemma) else "l"
    base = form if case == "k" else form.lower()
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    return f"{len(base) - shared}|{lemma[shared:]}|{case}"


def _kept(form: str, lemma: str) -> bool:
    return form[:1] == lemma[:1] and form[:1].isupper()


def apply_rule(form: str, rule: str) -> str:
    """The lemma that ``rule`` makes of ``form``; the form itself where the rule cuts more than there is."""
    cut, suffix, case = rule.split("|")
    base = form if case == "k" else form.lower()
    if int(cut) > len(base) or not (kept := base[:len(base) - int(cut)]) + suffix:
        return base
    return kept + suffix


@dataclass(frozen=True)
class Lemmas:
    """The lemmas of a treebank: ``forms`` maps ``form<tab>upos`` to a lemma."""

    forms: Mapping[str, str]

    @cached_property
    def known(self) -> frozenset[str]:
        """``lemma<tab>upos`` of all lemmas."""
        return frozenset(f"{lemma}\t{key.split(chr(9))[1]}" for key, lemma in self.forms.items())

    def listed(self, form: str, upos: str) -> str | None:
        """The dictionary's lemma of a tagged form, None where it has none."""
        return self.forms.get(f"{form}\t{upos}") or self.forms.get(f"{form.lower()}\t{upos}")

    def by_rules(self, form: str, upos: str, rules: Sequence[str]) -> str:
        """The lemma by the first of ``rules``, likeliest first, that makes one the treebank has; else by the first."""
        made = [apply_rule(form, rule) for rule in rules]
        return next((lemma for lemma in made if f"{lemma}\t{upos}" in self.known), made[0])
