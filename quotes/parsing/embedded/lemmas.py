"""Lemmas: a dictionary of forms first, then a rule per word (cut letters, add a suffix, mind the case)."""

from __future__ import annotations


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


def lemma_of(form: str, upos: str, rule: str, known: dict[str, str]) -> str:
    """The lemma of a tagged form: ``known`` maps ``form<tab>upos`` to lemmas seen in the treebanks."""
    return known.get(f"{form}\t{upos}") or known.get(f"{form.lower()}\t{upos}") or apply_rule(form, rule)
