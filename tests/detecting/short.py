"""Trees for tests in short: a line a word, ``form lemma upos xpos head deprel``; ``form_`` glues the next word on."""

from quotes.detecting import detect, patterns
from quotes.detecting.article import Article
from quotes.detecting.choosing import attribution_of
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


def proposed(rows: str, **more):
    """What the patterns propose, before it is weighed, as in ``found``: of those with a common cue the best."""
    article = Article(tree(rows, **more))
    text = article.parse.text
    kept = []
    for one in sorted(patterns.candidates(article), key=lambda one: -one.score):
        if one.content and not any(_rivals(one, other) for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: (one.content[0], -one.content[-1]))
    made = [attribution_of(article, one) for one in kept]
    return [tuple(" … ".join(text[start:end] for start, end in spans) for spans in (one.source, one.cue, one.content))
            for one in made]


def _rivals(one, other):
    return set(one.cue) & set(other.cue) or not (one.cue and other.cue) and set(one.content) & set(other.content)
