"""Claims made from gold annotations, each with the verdict that it deserves, to measure ``quotes verify`` on.

Every claim is true to a quote of the gold, or differs from it in one known way. Words that stand in more than one
article are left out, since there the verdict would be another.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evaluating.documents import Found, article, denial
from quotes.data import Document, Quote
from quotes.verifying import Claim

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+(?=\s|[\"'”’»]|$)|$)")
NUMBERS = {word: value for value, word in enumerate(
    "two three four five six seven eight nine ten eleven twelve".split(), start=2)}
NUMBER = re.compile(rf"\b(?:\d+(?:,\d{{3}})*|{'|'.join(NUMBERS)})\b", re.IGNORECASE)
NEGATIVE = re.compile(r"(?i)\b(?:not|never)\s|(?<=[a-z])n['’]t\b")
POSITIVE = re.compile(r"\b(?:is|are|was|were|will|would|should|must|has|have|had)\b(?!n['’]t| not| never| no\b)")
RISKY = re.compile(
    r"(?i)\b(?:not?|never|none|nothing|nobody|nowhere|neither|nor|without|hardly|barely|\w+n['’]t|cannot|if|unless|"
    r"until|but|though|although|however|except|only|could|may|might|perhaps|maybe|possibly|probably|likely|allegedly|"
    r"apparently|hopefully|nearly|almost|yet|whether|think|believe|hope|guess|suspect|suppose|fear|doubt|wish|imagine|"
    r"feel|assume|expect)\b")
QUALIFYING = re.compile(r",? (?:but|if|unless|although|though|until) ")
DENYING = re.compile(r"(?i)\b(?:not|never|n['’]t|den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|refut\w*|disput\w*|"
                     r"rebut\w*|refus\w*|declin\w*)\b|n['’]t\b")
ADDED = ("really", "of course", "in the end", "very quickly", "all the more", "for many years", "once again",
         "every single day", "quite frankly")
BRITISH = (("our", "or"), ("ise", "ize"), ("or", "our"), ("ize", "ise"), ("defense", "defence"), ("center", "centre"))
SPELT = re.compile(r"\b(?:behavi|col|fav|hon|lab|neighb|harb|hum|rum)(?:ou?r)\w*|\b\w{4,}i[sz](?:e|ed|ing|ation)\b")


TRIES = 4
"""How many claims of a kind are made from one sentence."""


@dataclass(frozen=True)
class Case:
    """A claim, and what should come out."""

    claim: Claim
    verdict: str
    kind: str = ""
    """The kind of change that must be among those named; empty where nothing is altered."""
    hidden: str = ""
    """The name of a document that is not searched."""
    more: tuple[Found, ...] = ()
    """Documents that are searched with the others."""


def cases(corpus: Sequence[Found], *, each: int, seed: int) -> list[Case]:
    """Claims of all sorts: up to ``each`` for every verdict and every kind of change."""
    maker = _Maker(corpus, random.Random(seed))
    makers: list[Callable[[], Iterator[Case]]] = [
        maker.verbatim, maker.truncated, maker.reported, maker.other_speaker, maker.disputed, maker.narration,
        maker.not_found, maker.number, maker.negation, maker.omission, maker.qualifier, maker.addition, maker.order,
        maker.wording, maker.splice]
    return [case for make in makers for case in maker.some(list(make()), each)]


class _Maker:
    """Makes cases from a corpus; everything random comes from one source."""

    def __init__(self, corpus: Sequence[Found], chance: random.Random) -> None:
        self.corpus = corpus
        self.chance = chance
        self.texts = {document.name: _plain(document.text) for document, _ in corpus}
        self.speech = [(document, quote) for document, quotes in corpus for quote in quotes
                       if quote.act == "speech" and not (quote.cue and DENYING.search(quote.cue.text))]
        self.direct = [(document, quote, sentence) for document, quote in self.speech if quote.type == "direct"
                       for sentence in _sentences(document, quote) if self._only_in(document, sentence)]
        self.indirect = [(document, quote, words) for document, quote in self.speech
                         if quote.type == "indirect" and len(quote.spans) == 1
                         if (words := re.sub(r"^(?:that|to|whether) ", "", " ".join(quote.quote.split())))
                         if len(WORD.findall(words)) >= 6 and self._only_in(document, words)
                         and not set("“”\"") & set(words)]
        self.content = sorted({word.lower() for _, _, words in self.direct for word in WORD.findall(words)
                               if len(word) > 5 and not RISKY.search(word)})

    def some(self, made: list[Case], most: int) -> list[Case]:
        """At most so many of them, no claim twice."""
        self.chance.shuffle(made)
        once = {(case.claim, *(document.text for document, _ in case.more)): case for case in made}
        return list(once.values())[:most]

    def verbatim(self) -> Iterator[Case]:
        """Whole sentences, written otherwise."""
        for _, quote, words in self.direct:
            yield Case(_claim(self.chance.choice(OTHERWISE)(words), quote), "verbatim")

    def truncated(self) -> Iterator[Case]:
        """Sentences cut in the middle of a clause; what is cut off turns nothing around."""
        for _, quote, words in self.direct:
            places = [found.span() for found in WORD.finditer(words)]
            for at in range(4, len(places) - 3):
                tight = words[places[at - 1][1]:places[at][0]] == " " and not NUMBER.search(words[places[at - 2][0]:])
                tight = tight and words[slice(*places[at - 1])] not in ("and", "or", "so")
                if tight and not RISKY.search(words[places[at][0]:]):
                    yield Case(_claim(words[:places[at][0]], quote), "truncated")
                if tight and len(places) - at >= 4 and not RISKY.search(words[:places[at][0]]):
                    yield Case(_claim(words[places[at][0]:], quote), "truncated")

    def reported(self) -> Iterator[Case]:
        """What is found as indirect speech."""
        for _, quote, words in self.indirect:
            yield Case(_claim(words, quote), "reported")

    def other_speaker(self) -> Iterator[Case]:
        """Words said by somebody else of the same article."""
        for document, quote, words in self.direct + self.indirect:
            others = {other.speaker.name for name, other in self.speech if name is document and other.speaker}
            others = sorted(name for name in others if quote.speaker and not _plain(name) & _plain(quote.speaker.name))
            if others:
                yield Case(Claim(words, self.chance.choice(others)), "other-speaker")

    def disputed(self) -> Iterator[Case]:
        """Words that another outlet gives to somebody else, or that the speaker denies."""
        for document, quote, words in self.direct:
            speaker = quote.speaker
            if speaker is None or len(WORD.findall(words)) < 6:
                continue
            other = "Ottoline Brandreth" if speaker.kind in ("person", "unknown") else "Quillmere Institute"
            if speaker.kind in ("person", "organization") and speaker.name[:1].isupper():
                yield Case(_claim(words, quote), "disputed", more=(article(f"“{words}” said ", other, speaker.kind),))
            yield Case(_claim(words, quote), "disputed", more=(denial(words, speaker),))

    def narration(self) -> Iterator[Case]:
        """Sentences that are in nobody's mouth."""
        for document, quotes in self.corpus:
            taken = [span for quote in quotes for span in quote.spans]
            for found in re.finditer(r"[^.!?\n]+[.!?](?=\s|$)", document.text):
                start, end = found.span()
                words = found[0].strip()
                if all(e <= start or end <= s for s, e in taken) and len(WORD.findall(words)) >= 7 and \
                        not set("“”\"„«‘") & set(words) and self._only_in(document, words):
                    yield Case(Claim(words), "narration")

    def not_found(self) -> Iterator[Case]:
        """Quotes of an article that is not searched."""
        for document, quote, words in self.direct + self.indirect:
            if len(WORD.findall(words)) >= 6:
                yield Case(Claim(words), "not-found", hidden=document.name)

    def number(self) -> Iterator[Case]:
        """One number changed."""
        for _, quote, words in self.direct + self.indirect:
            for found in NUMBER.finditer(words):
                for _ in range(3):
                    other = self._other_number(found[0])
                    yield _altered(words[:found.start()] + other + words[found.end():], quote, "number")

    def negation(self) -> Iterator[Case]:
        """A negation lost, or one added."""
        for _, quote, words in self.direct + self.indirect:
            for found in NEGATIVE.finditer(words):
                yield _altered(words[:found.start()] + words[found.end():], quote, "negation")
            for found in POSITIVE.finditer(words):
                yield _altered(f"{words[:found.end()]} not{words[found.end():]}", quote, "negation")

    def omission(self) -> Iterator[Case]:
        """Words left out in the middle."""
        for _, quote, words, places in self._long():
            first = self.chance.randrange(2, len(places) - 4)
            last = first + self.chance.randint(1, min(4, len(places) - first - 3))
            left_out = words[places[first][0]:places[last][0]]
            if not RISKY.search(left_out) and re.search(r"\w{5}", left_out) and not NUMBER.search(left_out):
                yield _altered(words[:places[first][0]] + words[places[last][0]:], quote, "omission")

    def qualifier(self) -> Iterator[Case]:
        """A *but …* or an *if …* cut off at the end."""
        for _, quote, words in self.direct + self.indirect:
            for found in QUALIFYING.finditer(words):
                if len(WORD.findall(words[:found.start()])) >= 4:
                    yield _altered(words[:found.start()], quote, "omission")

    def addition(self) -> Iterator[Case]:
        """Words put in."""
        for _, quote, words, places in self._long():
            at = places[self.chance.randrange(2, len(places) - 2)][0]
            yield _altered(words[:at] + self.chance.choice(ADDED) + " " + words[at:], quote, "addition")

    def order(self) -> Iterator[Case]:
        """Two neighbouring stretches in each other's place."""
        for _, quote, words, places in self._long():
            size = self.chance.choice((2, 3))
            first = self.chance.randrange(0, len(places) - 2 * size)
            a, b, c = (places[first + step * size][0] for step in range(3))
            one, other = words[a:b].strip(), words[b:c].strip()
            if _plain(one) != _plain(other) and not NEGATIVE.search(words[a:c]):
                yield _altered(f"{words[:a]}{other} {one} {words[c:]}", quote, "order")

    def wording(self) -> Iterator[Case]:
        """A word put for another."""
        for _, quote, words, places in self._long():
            fit = [place for place in places[1:] if re.fullmatch(r"[a-z]{5,}", words[slice(*place)])
                   and not RISKY.search(words[slice(*place)]) and words[slice(*place)] not in NUMBERS]
            if fit:
                start, end = self.chance.choice(fit)
                same = words[start:start + 4].lower()
                other = self.chance.choice([word for word in self.content if word[:4] != same])
                yield _altered(words[:start] + other + words[end:], quote, "wording")

    def splice(self) -> Iterator[Case]:
        """Parts of two quotes of one speaker, or of one article, put together."""
        for at, (document, quote, words) in enumerate(self.direct):
            for name, other, more in self.direct[at + 2:at + 8]:
                one, two = ([found.start() for found in WORD.finditer(each)] for each in (words, more))
                if name is document and other is not quote and len(one) >= 6 <= len(two) and \
                        other.spans[0].start - quote.spans[-1].end > 200:
                    start, end = words[:one[len(one) // 2 + 1]], more[two[len(two) // 2 - 1]:]
                    yield Case(Claim(start + end), "altered", "splice")
                    yield Case(Claim(f"{words} {more}"), "altered", "splice")

    def _long(self) -> Iterator[tuple[Document, Quote, str, list[tuple[int, int]]]]:
        for document, quote, words in self.direct:
            places = [found.span() for found in WORD.finditer(words)]
            for _ in range(TRIES if len(places) >= 8 else 0):
                yield document, quote, words, places

    def _only_in(self, document: Document, words: str) -> bool:
        rare = {word for word in _plain(words) if len(word) > 3}
        return not any(len(rare & known) >= 0.8 * len(rare)
                       for name, known in self.texts.items() if name != document.name)

    def _other_number(self, word: str) -> str:
        if word.lower() in NUMBERS:
            return self.chance.choice([other for other in NUMBERS if other != word.lower()])
        return f"{int(word.replace(',', '')) + self.chance.randint(1, 40):,}"


def _claim(words: str, quote: Quote) -> Claim:
    return Claim(words.strip(), quote.speaker.name if quote.speaker else "")


def _altered(words: str, quote: Quote, kind: str) -> Case:
    return Case(_claim(words, quote), "altered", kind)


def _respelt(words: str) -> str:
    found = SPELT.search(words)
    if found:
        for one, other in BRITISH:
            if one in found[0]:
                return words.replace(found[0], found[0].replace(one, other))
    return words.replace("’", "'")


OTHERWISE: tuple[Callable[[str], str], ...] = (
    str, str.upper, str.lower, _respelt, lambda words: f"“{words}”", lambda words: words.replace("’", "'"),
    lambda words: words.rstrip(".!?,"), lambda words: words.replace(" ", "  ").replace("-", " "),
    lambda words: re.sub(r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b",
                         lambda found: str(NUMBERS[found[0]]), words))
"""Ways to write the same words."""


def _plain(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def _sentences(document: Document, quote: Quote) -> Iterator[str]:
    """The whole sentences of a quote that is not broken, of some length."""
    for start, end in quote.spans:
        text = document.text[start:end].strip("\"'“”‘’„«»` ")
        if "\n" in text or len(quote.spans) > 1 or "…" in text or "..." in text:
            return
        for found in SENTENCE.finditer(text):
            words = found[0].strip("\"'“”‘’„«»` ").removesuffix(",")
            abbreviated = re.search(r"\b(?:[A-Z][a-z]{0,2}|[a-z])\.$", words)
            if len(WORD.findall(words)) >= 4 and words[:1].isupper() and not abbreviated:
                yield words
