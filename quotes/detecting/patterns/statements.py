"""Which quotations are statements: no scare quotes, nicknames or titles of works."""

from __future__ import annotations

from quotes.detecting.article import Article, once

_ENDS = frozenset(".,?!—–…-")
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_SMALL = frozenset("a an the of and or in on for to at by with from as nor but".split())


@once
def is_statement(article: Article, number: int) -> bool:
    """Whether an outermost quotation says something by itself: a sentence or clause, or words that end in punctuation
    and are no name or title."""
    first, last = article.quoted_words[number]
    words = [word for word in article.parse.words[first:last] if word.upos != "PUNCT"]
    if not words or is_nickname(article, number) or is_title(article, number):
        return False
    finite = any(word.xpos in _FINITE for word in words)
    return finite or last_character(article, number) in _ENDS and (len(words) > 1 or begins_sentence(article, number))


def is_title(article: Article, number: int) -> bool:
    """Whether all words but small ones begin with a capital: *"The Art of the Deal"*."""
    first, last = article.quoted_words[number]
    words = [word for word in article.parse.words[first:last] if word.text[:1].isalpha() and word.text != "n't"]
    main = [word for word in words if word.text.lower() not in _SMALL]
    return len(main) >= 2 and all(word.text[:1].isupper() for word in main) and words[0].text[:1].isupper()


def is_nickname(article: Article, number: int) -> bool:
    """Whether a short quotation stands within a name: *Joe 'The Hammer' Smith*."""
    first, last = article.quoted_words[number]
    before = first - 1 if first and first - 1 not in article.punctuation else first - 2
    after = last if last < len(article.parse.starts) and last not in article.punctuation else last + 1
    if last - first > 4 or before < 0 or after >= len(article.parse.starts):
        return False
    return all(article.word(at).upos == "PROPN" and article.word(at).sentence == article.word(first).sentence
               and article.inside[at] < 0 for at in (before, after))


def begins_sentence(article: Article, number: int) -> bool:
    """Whether only a stop or another quotation stands before it in its paragraph, or nothing."""
    text, at = article.parse.text, article.outermost[number].outer.start - 1
    while at >= 0 and text[at] in " \t\xa0":
        at -= 1
    return at < 0 or text[at] in "\n.?!”\"’'»)…"


def ends_open(article: Article, number: int) -> bool:
    """Whether it ends so that a cue may follow: in a comma, question or exclamation mark, dash, or before a comma."""
    if last_character(article, number) in ",?!—–-…":
        return True
    end = article.outermost[number].outer.end
    return article.parse.text[end:end + 1] in (",", "-", "—") or article.parse.text[end:end + 2] in (" —", " –", " -")


def last_character(article: Article, number: int) -> str:
    """The last character of a quotation that is no blank or mark."""
    inner = article.outermost[number].inner
    return article.parse.text[inner.start:inner.end].rstrip(" \t\xa0'’”\"")[-1:] or " "


def opens_paragraph(article: Article, number: int) -> bool:
    """Whether nothing stands before it in its paragraph."""
    return article.opens_line(article.outermost[number].outer.start)
