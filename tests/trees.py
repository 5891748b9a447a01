"""Parses for tests, written as CoNLL-U so that no model is needed."""

from quotes.data import Entity, Parse, Proposal, Word


def parse_of(conllu: str, *, entities: tuple[Entity, ...] = (), proposals: tuple[Proposal, ...] | None = None) -> Parse:
    """The parse that ``conllu`` spells out: columns by tabs or runs of blanks, ``SpaceAfter=No`` kept,
    multi-word tokens skipped. ``# newpar`` puts a blank line before the next sentence."""
    text, words, sentences, rows = "", [], [], []

    def close(rows):
        nonlocal text
        first = len(words)
        for columns in rows:
            start = len(text)
            text += columns[1]
            head = int(columns[6])
            words.append(Word(len(words), columns[1], columns[2], columns[3], columns[4],
                              "" if columns[5] == "_" else columns[5],
                              first + head - 1 if head else -1, columns[7], start, len(text), len(sentences)))
            if "SpaceAfter=No" not in columns[-1]:
                text += " "
        sentences.append((first, len(words)))

    for line in [*conllu.strip().splitlines(), ""]:
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        if line.strip() and not line.startswith("#"):
            columns = line.strip().split("\t") if "\t" in line else line.split()
            if columns[0].isdigit():
                rows.append(columns)
        elif not line.strip() and rows:
            close(rows)
            rows = []
    return Parse(text.rstrip(), tuple(words), tuple(sentences), entities, proposals)
