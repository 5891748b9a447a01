"""Whether two statements say the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from quotes.comparing.data import Statement
from quotes.verifying.passages import OUTSIDE
from quotes.verifying.speakers import said_by, surely_different
from quotes.verifying.words import weight

QUOTED_ROW, REPORTED_ROW = 5, 8
"""Words in a row by which a statement is known again: between quotation marks, and anywhere."""
LEAST_MARKED = 3
"""Words of a part between quotation marks by which it is known again."""
LEAST_PLAIN = 2
"""Words in such a part, or row of eight, that say something and are no names (*the president of the United States*)."""
LEAST_PLAIN_IN_ROW = 3
"""The same of a row between quotation marks, where *a lot of people are* is nothing to know a statement by."""
LEAST_ALIKE, LEAST_FEATURES = 0.75, 3
"""How much of the words of two statements must be the same, in order, for near-identical wording; and how many things
two that share no row of words must both be about."""
LEAST_SHORTER = {(True, True): 0.4, (True, False): 0.5, (False, True): 0.6}
"""How much of the shorter of two statements the longer one must also be about, by whether one speaker made both, and
whether they share a number; where neither is so, they are two."""
LEAST_JOINT = {True: 0.15, False: 0.25}
"""How much of what two statements are about they must share, by whether they share a number."""
DAYS = 31
"""Days within which outlets report what was said once."""


class Likeness:
    """Compares statements of one collection, in which rare words tell more than common ones.

    Args:
        collection: All statements. How rare a word is is told by them (inverse document frequency).
    """

    def __init__(self, collection: Sequence[Statement]) -> None:
        self._often = Counter(feature for one in collection for feature in one.features | one.name)
        self._size = len(collection)

    def alike(self, one: Statement, other: Statement) -> bool:
        """Whether two statements of different documents say the same: a part in the same words, near-identical
        wording, or one reports what the other one quotes."""
        if not _in_one_time(one, other):
            return False
        return bool(parts(one) & parts(other)) or _near_identical(one, other) or self.reports(one, other)

    def reports(self, one: Statement, other: Statement) -> bool:
        """Whether two statements are about the same, to the number, and may be of one speaker."""
        shared = one.features & (other.features | other.name) | other.features & one.name
        if len(shared) < LEAST_FEATURES or len(shared & (one.plain | other.plain)) < LEAST_PLAIN:
            return False
        counted = bool(one.numbers & other.numbers)
        if one.numbers and other.numbers and not counted:
            return False
        here, there = (statement.quote.speaker if statement.quote else None for statement in (one, other))
        if here and there and surely_different(here, there):
            return False
        known = here is not None and there is not None and (said_by(here, there.name) or said_by(there, here.name))
        if not known and not counted:
            return False
        both = self._weight(shared)
        shorter = min(self._weight(one.features), self._weight(other.features))
        joint = both / self._weight(one.features | other.features)
        return joint >= LEAST_JOINT[counted] and both >= LEAST_SHORTER[known, counted] * shorter

    def rare(self, one: Statement, *, most: int) -> list[str]:
        """The rarest features of a statement that others have, too."""
        return sorted((feature for feature in one.features | one.name if self._often[feature] > 1),
                      key=lambda feature: (self._often[feature], feature))[:most]

    def _weight(self, features: Iterable[str]) -> float:
        return sum(math.log(1 + self._size / max(1, self._often[feature])) for feature in features)


def parts(one: Statement) -> frozenset[tuple[str, ...]]:
    """The rows of words by which a statement is known again: each of a length, and each part between marks."""
    passage = one.passage
    plain = [weight(word.key) == 1 and passage.document.text[word.start].islower() for word in passage.words]
    stretches = [[at for at, number in enumerate(passage.marked) if number == stretch]
                 for stretch in set(passage.marked) - {OUTSIDE}]
    rows = [(stretch, LEAST_PLAIN) for stretch in stretches if len(stretch) >= LEAST_MARKED]
    rows += [(stretch[at:at + QUOTED_ROW], LEAST_PLAIN_IN_ROW)
             for stretch in stretches for at in range(len(stretch) - QUOTED_ROW + 1)]
    rows += [(list(range(at, at + REPORTED_ROW)), LEAST_PLAIN) for at in range(len(plain) - REPORTED_ROW + 1)]
    return frozenset(tuple(passage.keys[at] for at in row) for row, least in rows
                     if sum(plain[at] for at in row) >= least)


def _near_identical(one: Statement, other: Statement) -> bool:
    from rapidfuzz.distance import Indel

    if len(one.features & other.features) < LEAST_FEATURES:
        return False
    return Indel.normalized_similarity(one.passage.keys, other.passage.keys, score_cutoff=LEAST_ALIKE) > 0


def _in_one_time(one: Statement, other: Statement) -> bool:
    dates = [_date(statement.document.date) for statement in (one, other)]
    return None in dates or abs((dates[0] - dates[1]).days) <= DAYS


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
