"""Words in context."""

import pytest

from quotes.archive.excerpts import CLOSE, OPEN, excerpt
from tests.archive.some import replace
from tests.showing.some import quote


def shown(words, *, prefix="", suffix="", window=5):
    """The excerpt, [with what was looked for] in brackets."""
    found = excerpt(replace(quote(words.replace("[", "").replace("]", "")), prefix=prefix, suffix=suffix),
                    words.replace("[", OPEN).replace("]", CLOSE), window=window)
    text = found.text
    for start, end in reversed(found.matches):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize("words, options, expected", [
    ("The [dam] holds", {}, "The [dam] hold …"),
    ("[dam]", {"prefix": "said the ", "suffix": "” on Monday"}, "… the [dam]” on …"),
    ("a [dam] and a [lake] here", {}, "a [dam] and a [lake] here"),
    ("a [dam] 0123456789 0123456789 a [lake]", {}, "a [dam] 0123 … 89 a [lake]"),
    ("The\n\n[dam\twall]   holds", {}, "The [dam wall] hold …"),
    ("[a] [b]", {}, "[a] [b]"),
    ("no match in here at all", {}, "no match i …"),
])
def test_some_characters_on_either_side_and_an_ellipsis_for_the_rest(words, options, expected):
    assert shown(words, **options) == expected


def test_a_text_that_has_the_marks_itself_does_no_harm():
    assert excerpt(quote(OPEN), f"a {OPEN} {OPEN}b{CLOSE} {CLOSE}").matches
