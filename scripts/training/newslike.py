"""Sentences made more like news: what EWT and GUM have too little of.

The treebanks quote with straight marks, and hardly ever end a quotation with a question before *he said*. So we add
copies with other quotation marks and apostrophes, quotations made from their sentences, and titles and initials
before their names. The words are the treebanks' own, the tails are templates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from .surface import Sentence, Token

# Opening and closing mark outside, opening and closing mark inside.
CURLY = ("“", "”", "‘", "’")
OTHER_MARKS = (("‘", "’", "“", "”"), ("'", "'", '"', '"'), ("''", "''", "'", "'"),
               ("„", "“", "‚", "‘"), ("«", "»", "‹", "›"))

TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "Sen.", "Rep.", "Gov.", "Gen.", "Prof.", "Rev.", "Lt.", "Col.", "Sgt.", "Sens.")
INITIALS = "ABCDEFGHJKLMNPRSTW"

PRONOUN_TAILS = ("he said .", "she said .", "they said .", "he asked .", "she asked .", "I asked .", "he wrote .",
                 "she told reporters .", "he added , laughing .", "it said in a statement .", "he wondered aloud .",
                 "she replied .", "one of them shouted .", "the minister asked on Monday .", "an official said .",
                 "he told the crowd in Ohio , before leaving the stage .", "she said , adding that it was late .",
                 "the ministry said in a statement on Tuesday .", "says the report .", "he exclaimed .")
NAME_TAILS = ("said NAME .", "NAME said .", "asked NAME .", "NAME asked .", "SURNAME said .", "SURNAME asked .",
              "asked SURNAME .", "said SURNAME , who has led the group for years .", "NAME told reporters .",
              "SURNAME wrote on Twitter .", "said NAME , a spokesman for the party .", "SURNAME told CNN on Friday .",
              "says NAME .", "SURNAME added .", "wrote NAME , the editor .", "SURNAME replied .", "SURNAME tweeted .")


def newslike(sentences: Sequence[Sentence], *, seed: int) -> list[Sentence]:
    """The sentences and, after them, the ones made from them. The same seed gives the same sentences.

    Args:
        sentences: of the training part of the treebanks.
        seed: of the choices made.
    """
    random = Random(seed)
    names = [tuple(sentence.tokens[at].form for at in name) for sentence in sentences for name in sentence.names]
    made: list[Sentence] = []
    for sentence in sentences:
        if any(token.form == '"' for token in sentence.tokens):
            made += [with_marks(sentence, CURLY), with_marks(sentence, random.choice(OTHER_MARKS))]
        elif any("'" in token.form for token in sentence.tokens) and random.random() < 0.3:
            made.append(with_marks(sentence, CURLY))
        if sentence.names and random.random() < 0.4:
            made.append(with_titles(sentence, random))
        if quotable(sentence):
            asks = sentence.tokens[-1].form in ("?", "!")
            if random.random() < (0.8 if asks else 0.15):
                made += _styled(quotation(sentence, random.choice(names), random), random)
    return [*sentences, *(replace(sentence, paragraph=random.random() < 0.15) for sentence in made)]


def _styled(sentences: list[Sentence], random: Random) -> list[Sentence]:
    marks = random.choice((None, None, CURLY, CURLY, CURLY, random.choice(OTHER_MARKS)))
    return [with_marks(sentence, marks) for sentence in sentences] if marks else sentences


def with_marks(sentence: Sentence, marks: tuple[str, str, str, str]) -> Sentence:
    """The sentence with other quotation marks for its straight ones; its apostrophes curly, unless all are straight."""
    opening, closing, inner_opening, inner_closing = marks
    curly = "’" in marks or "»" in marks or "„" in marks
    tokens, before = [], True
    for token in sentence.tokens:
        opens = before and not token.space
        if token.form == '"':
            token = replace(token, form=opening if opens else closing)
        elif token.form == "'":
            token = replace(token, form=inner_opening if opens else inner_closing)
        elif curly:
            token = replace(token, form=token.form.replace("'", "’"),
                            words=tuple(word.replace("'", "’") for word in token.words))
        tokens.append(token)
        before = token.space or (opens and token.form in marks)
    return replace(sentence, tokens=tuple(tokens))


def with_titles(sentence: Sentence, random: Random) -> Sentence:
    """The sentence with a title before, or an initial inside, each of its names."""
    firsts = {first: random.random() < 0.6 for first, _ in sentence.names}
    tokens: list[Token] = []
    for at, token in enumerate(sentence.tokens):
        if firsts.get(at) is True:
            tokens.append(Token(random.choice(TITLES)))
        tokens.append(token)
        if firsts.get(at) is False:
            tokens.append(Token(random.choice(INITIALS) + "."))
    return Sentence(tuple(tokens), sentence.paragraph)


def quotable(sentence: Sentence) -> bool:
    """Can somebody have said this? A whole sentence of some words, without marks of its own."""
    forms = [token.form for token in sentence.tokens]
    return (4 <= len(forms) <= 25 and forms[-1] in (".", "?", "!") and forms[0][0].isupper()
            and sentence.tokens[-2].space is False
            and not any(mark in form for form in forms for mark in ('"', "“", "``", "''", "(", "[", ":", "http")))


def quotation(sentence: Sentence, name: tuple[str, str], random: Random) -> list[Sentence]:
    """Sentences that quote this one: before a tail (*he said*), after a lead (*He said:*), or alone."""
    tail = random.choice(PRONOUN_TAILS if random.random() < 0.5 else NAME_TAILS)
    said = _tokens(tail.replace("SURNAME", name[1]).replace("NAME", " ".join(name)))
    mark = Token('"', space=False)
    *body, stop = sentence.tokens
    inside = Token("," if stop.form == "." else stop.form, space=False)
    with_tail = Sentence((mark, *body, inside, Token('"'), *said))
    alone = Sentence((mark, *body, replace(stop, space=False), Token('"')))
    kind = random.random()
    if kind < 0.6:
        return [with_tail]
    if kind < 0.7:
        # The quotation goes on from the sentence before: it is closed, and not opened, in this one.
        return [Sentence(with_tail.tokens[1:])]
    if kind < 0.8:
        return [alone]
    lead = _tokens(random.choice((f"{name[1]} said :", f"{' '.join(name)} asked ,", "He said ,", "She added :",
                                  "According to the statement ,")), space_before_stop=True)
    return [Sentence((*lead, *alone.tokens))]


def _tokens(text: str, *, space_before_stop: bool = False) -> list[Token]:
    forms = text.split()
    return [Token(form, space=space_before_stop and at == len(forms) - 1
                  or forms[at + 1:at + 2] not in ([","], ["."], [":"])) for at, form in enumerate(forms)]
