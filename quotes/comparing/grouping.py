"""The same statement across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from quotes.comparing.data import Group, Statement
from quotes.comparing.likeness import Likeness, parts
from quotes.comparing.statements import narration, statements
from quotes.comparing.variants import group_of
from quotes.data import Document, Quote
from quotes.verifying.passages import same_document

RAREST = 6
"""How many of its rarest words a statement is looked up by."""
CROWD = 200
"""Statements that share a word, or a row of words, up to which it still tells something."""


def compare(found: Iterable[tuple[Document, Sequence[Quote]]]) -> list[Group]:
    """The statements that more than one document has, with what each makes of them.

    Args:
        found: Documents with all of their quotes, as :meth:`quotes.Finder.find_in` gives them.
    Returns:
        The groups with the most documents first, then by date and order.
    """
    kept = list(found)
    collection = list(statements(kept))
    likeness = Likeness(collection)
    groups = [group for group in _joined(collection, likeness) if _documents(group) > 1]
    unquoted = [one for document, quotes in kept for one in narration(document, quotes)] if groups else []
    full = [[*group, *_narrated(group, unquoted, likeness)] for group in groups]
    full.sort(key=_documents, reverse=True)
    return [group_of(group) for group in full]


def _joined(collection: Sequence[Statement], likeness: Likeness) -> list[list[Statement]]:
    """Statements that are alike, or alike to the same others, in the order given."""
    root = list(range(len(collection)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    for one, other in _pairs(collection, likeness):
        here, there = find(one), find(other)
        if here != there and likeness.alike(collection[one], collection[other]):
            root[max(here, there)] = min(here, there)
    groups: dict[int, list[Statement]] = defaultdict(list)
    for at, statement in enumerate(collection):
        groups[find(at)].append(statement)
    return list(groups.values())


def _pairs(collection: Sequence[Statement], likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Statements of different documents that share a row of words, or two rare words."""
    by_row: dict[Hashable, list[int]] = defaultdict(list)
    by_word: dict[Hashable, list[int]] = defaultdict(list)
    for at, statement in enumerate(collection):
        for row in parts(statement):
            by_row[row].append(at)
        for word in likeness.rare(statement, most=RAREST):
            by_word[word].append(at)
    together: dict[tuple[int, int], int] = defaultdict(int)
    for index, counts in ((by_row, 2), (by_word, 1)):
        for members in index.values():
            if 1 < len(members) <= CROWD:
                for place, one in enumerate(members):
                    for other in members[place + 1:]:
                        together[one, other] += counts
    for (one, other), shared in sorted(together.items()):
        if shared > 1 and not same_document(collection[one].passage, collection[other].passage):
            yield one, other


def _narrated(group: Sequence[Statement], unquoted: Sequence[Statement], likeness: Likeness) -> list[Statement]:
    """What other documents say of the same in their own words, one sentence a document."""
    best: dict[tuple[str, str], tuple[int, Statement]] = {}
    for one in unquoted:
        if any(same_document(one.passage, member.passage) for member in group):
            continue
        like = [member for member in group if likeness.reports(one, member)]
        name = (one.document.name, one.document.sha256)
        if like and len(like) > best.get(name, (0, one))[0]:
            best[name] = len(like), one
    return [one for _, one in best.values()]


def _documents(group: Sequence[Statement]) -> int:
    return len({(one.document.name, one.document.sha256) for one in group})
