"""Chains of nominals that take each other up and stand for nobody named: *a spokesman* … *the spokesman*.

An article may be a book, and most of its nominals begin chains of their own: so chains are looked up by what a nominal
must share with them, the nearest first.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from operator import neg

from quotes.data import Parse
from quotes.resolving.kinds import SINGULAR_GROUPS
from quotes.resolving.mentions import Mention, Referent
from quotes.resolving.phrases import canonical

CHANGING = frozenset("former ex vice deputy acting assistant late future would-be".split())
LEAD = 3
"""Sentences at the head of an article whose *A New York judge* may be named further down."""
PARTIAL = frozenset("one another other some any each every no".split())

Shared = tuple[str, bool, frozenset[str]]
"""What all nominals of a chain have in common: the noun, canonical, the number, and what changes the role."""


class Chains:
    """The chains of an article, numbered as they begin; nominals are added in the order of the text."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.all: list[list[Mention]] = []
        self._of_noun: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
        """All nominals with a noun, canonical, and the chain of each."""
        self._indexed: dict[str, int] = {}
        """How many of them the following tell of: that is found out when the noun comes again, as most never do."""
        self._alike: dict[Shared, list[int]] = defaultdict(list)
        self._sharing: dict[tuple[Shared, str], list[int]] = defaultdict(list)
        """Chains that have a modifier."""
        self._narrowed: dict[int, dict[frozenset[str], None]] = defaultdict(dict)
        """The different sets of modifiers in each chain."""

    def has(self, noun: str) -> bool:
        """Is there a chain of a canonical noun?"""
        return noun in self._of_noun

    def add(self, nominal: Mention, chain: int | None) -> None:
        """Adds a nominal to a chain, or begins one with it."""
        if chain is None:
            chain = len(self.all)
            self.all.append([])
        self.all[chain].append(nominal)
        self._of_noun[canonical(nominal.keys[0])].append((chain, nominal))

    def _index(self, noun: str) -> None:
        """Indexes the nominals with a noun, canonical, that are not yet."""
        known = self._of_noun.get(noun, ())
        for chain, nominal in known[self._indexed.get(noun, 0):]:
            shared, modifiers = _shared(nominal), nominal.roles[0].modifiers
            if chain not in self._narrowed:
                self._alike[shared].append(chain)
            self._narrowed[chain][modifiers] = None
            for modifier in modifiers:
                sharing = self._sharing[shared, modifier]
                if not sharing or sharing[-1] < chain:
                    sharing.append(chain)
                elif sharing[-1] != chain:
                    insort(sharing, chain)
        self._indexed[noun] = len(known)

    def taken_up_by(self, nominal: Mention, definite: str) -> int | None:
        """The chain that a nominal with that determiner takes up: the same noun, narrowed no differently."""
        if definite == "poss" or definite != "the" and nominal.plural or nominal.keys[0] in SINGULAR_GROUPS or \
                is_partial(self.parse, nominal):
            return None
        modifiers, sentence = nominal.roles[0].modifiers, self.parse.words[nominal.head].sentence
        for chain in self._open_to(nominal, definite):
            bare_headline = self._top(chain) == 0 and len(self.all[chain]) == 1 and 0 < sentence < LEAD
            # *Poll: … A new Lake College poll …*
            if any(modifiers <= theirs or theirs <= modifiers and (theirs or bare_headline)
                   for theirs in self._narrowed[chain]):
                return chain
        return None

    def narrowed_since(self, noun: str, sentence: int) -> bool:
        """Does a chain of a canonical noun end with one that is narrowed, in ``sentence`` or after it?"""
        for chain, nominal in reversed(self._of_noun.get(noun, ())):
            if self.parse.words[nominal.head].sentence < sentence:
                return False
            if nominal is self.all[chain][-1] and nominal.roles[0].modifiers:
                return True
        return False

    def referents(self) -> list[Referent]:
        """What each chain stands for."""
        return list(map(self._referent, self.all))

    def _referent(self, chain: Sequence[Mention]) -> Referent:
        best, gender = chain[0], chain[0].gender
        if len(chain) > 1:
            best = max(chain, key=lambda nominal: (
                not self._owned_by_pronoun(nominal), min(len(nominal.roles[0].modifiers), 6), -nominal.head))
            gender = next((nominal.gender for nominal in chain if nominal.gender), "")
        return Referent(best.text, best.kind, gender, best.plural, False, tuple(chain))

    def _owned_by_pronoun(self, nominal: Mention) -> bool:
        words = self.parse.words
        return any(words[child].upos == "PRON" for child in self.parse.children[nominal.head]
                   if words[child].deprel == "nmod:poss")

    def _open_to(self, nominal: Mention, definite: str) -> Iterable[int]:
        """The chains that a nominal may take up, the nearest first; of some that it can't take up, none."""
        shared, modifiers = _shared(nominal), nominal.roles[0].modifiers
        self._index(shared[0])
        if definite != "the":
            return reversed(list(self._early(shared)))
        if not modifiers or self.parse.words[nominal.head].sentence < LEAD:
            return reversed(self._alike.get(shared, ()))
        return merge(*[reversed(self._sharing.get((shared, modifier), ())) for modifier in modifiers], key=neg)

    def _early(self, shared: Shared) -> Iterator[int]:
        for chain in self._alike.get(shared, ()):
            if self._top(chain) >= LEAD:
                return
            yield chain

    def _top(self, chain: int) -> int:
        return self.parse.words[self.all[chain][0].head].sentence


def is_partial(parse: Parse, nominal: Mention) -> bool:
    """Does a nominal stand for some of several (*another official*)?"""
    return parse.texts[nominal.first].lower() in PARTIAL


def _shared(nominal: Mention) -> Shared:
    return canonical(nominal.keys[0]), nominal.plural, nominal.roles[0].modifiers & CHANGING
