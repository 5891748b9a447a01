"""Lemmas: a dictionary of forms first, then a rule per word (cut letters, add a suffix, mind the case)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache


KEPT = 1 << 15
"""Words whose lemmas are kept in memory: texts say most of their words again and again."""


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

    @cached_property
    def listed(self) -> Callable[[str, str], str | None]:
        """From a form and its part of speech to the dictionary's lemma, None where it has none."""
        return lru_cache(maxsize=KEPT)(
            lambda form, upos: self.forms.get(f"{form}\t{upos}") or self.forms.get(f"{form.lower()}\t{upos}"))

    @cached_property
    def by_rules(self) -> Callable[[str, str, tuple[str, ...]], str]:
        """From a form, its part of speech and rules, likeliest first, to the lemma by the first rule that makes one the
        treebank has; else by the first."""
        return lru_cache(maxsize=KEPT)(self._by_rules)

    def _by_rules(self, form: str, upos: str, rules: tuple[str, ...]) -> str:
        made = (apply_rule(form, rule) for rule in rules)
        return next((lemma for lemma in made if f"{lemma}\t{upos}" in self.known), None) or apply_rule(form, rules[0])
