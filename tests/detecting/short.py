"""Trees for tests in short: a line a word, ``form lemma upos xpos head deprel``; ``form_`` glues the next word on."""

from quotes.detecting import detect
from tests.trees import parse_of


def tree(rows: str, **more):
    """The parse of sentences parted by blank lines; ``# newpar`` as in CoNLL-U."""
    lines, number = [], 0
    for line in rows.strip().splitlines():
        parts = line.split()
        if not parts or parts[0] == "#":
            number = 0 if not parts else number
            lines.append(line.strip())
            continue
        number += 1
        form, lemma, upos, xpos, head, deprel = parts
        glued = "SpaceAfter=No" if form.endswith("_") and len(form) > 1 else "_"
        form = form.removesuffix("_") if glued != "_" else form
        lines.append(" ".join([str(number), form, lemma, upos, xpos, "_", head, deprel, "_", glued]))
    return parse_of("\n".join(lines), **more)


def found(rows: str, **more):
    """What is detected: (source, cue, content) as text, spans joined by `` … ``."""
    parse = tree(rows, **more)

    def text(spans):
        return " … ".join(parse.text[start:end] for start, end in spans)

    return [(text(one.source), text(one.cue), text(one.content)) for one in detect(parse)]
