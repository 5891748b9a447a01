"""Headlines and boilerplate are told from prose, and only where they surely are no prose."""

import pytest

from quotes.data import Span
from quotes.parsing.regions import region_at, regions

PROSE = "The harbour board will sell the old ferry, its chairwoman, Ilse Brandvold, said on Tuesday in Lissel."
MORE = "“Nobody has asked to sail on her since the bridge opened,” Brandvold told reporters after the meeting."


def marked(*parts, between="\n\n"):
    """The paragraphs that are no prose, with what they are."""
    text = between.join(parts)
    return [(text[start:end], kind) for start, end, kind in regions(text)]


@pytest.mark.parametrize("line", [
    "Board to sell ‘floating museum’ after all", "Brandvold: ‘No one sails on her’", "Ferry sold | The Harbour Post",
])
def test_a_line_above_the_prose_is_a_headline(line):
    assert marked(line, PROSE, MORE) == [(line, "headline")]


def test_a_headline_that_is_given_twice_is_one_twice():
    assert (
        marked("Board sells its old ferry", "Board sells its old ferry", PROSE)
        == [("Board sells its old ferry", "headline")] * 2
    )


def test_a_short_line_between_paragraphs_is_a_heading():
    assert marked(PROSE, "‘Diplomatic war’ over gulls", MORE) == [("‘Diplomatic war’ over gulls", "headline")]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Bly",
        "By our man on the ferry",
        "By Ann Bly and Ottokar van Finch, shipping editor",
        "Published 2 March 2026",
        "Updated: 09:40",
        "Advertisement",
        "Download the Harbour app: “Never miss a boat!”",
        "Get our free app and read on",
        "Sign up for our newsletter, “The Tide”",
        "Subscribe to The Harbour Post today",
        "Follow us on every channel there is",
        "READ MORE: Gull king ‘not amused’",
        "Also read: Bridge opens",
        "Share | Save | Print",
        "Skip to main content",
        "© 2026 The Harbour Post. “All rights reserved.”",
        "You are receiving this because you once sailed with us.",
        "(This story has not been edited by our staff and is auto-generated from a feed.)",
        "Unsubscribe at any time",
        "Manage your email preferences",
        "Was this email forwarded to you? “Sign up,” says Al Smith.",
        "If you enjoyed this newsletter, tell a friend.",
        "To stop receiving these emails, write to us.",
        "Take the news everywhere with you!",
        "(With inputs from agencies)",
        "Reporting by Ann Bly in Lissel; editing by Al Smith",
        "Photo: Ann Bly",
        "The ferry at her berth (Photo by Ann Bly)",
        "“She floats,” said the mate [Photo: Ann Bly]",
        "The ferry at her berth / Getty Images",
        "Buy Ferries of the North Hardcover:",
    ],
)
def test_what_stands_around_an_article_is_boilerplate(line):
    assert marked(line, PROSE, MORE)[:1] == [(line, "boilerplate")]


def test_the_lines_below_related_stories_are_boilerplate_until_prose_comes():
    related = ["Related stories", "Bridge opens to ‘everyone’", "Gulls ‘not amused’, says king"]
    assert marked(PROSE, MORE, *related, PROSE) == [(line, "boilerplate") for line in related]


OTHERS = ["Mayor Opens Bridge to ‘Everyone’ in Lissel", "Gulls ‘Not Amused’ as Fish Run Out",
          "King Says Ferry Was Never His"]


def test_headings_that_end_a_text_are_links_to_other_articles():
    assert marked(PROSE, MORE, *OTHERS) == [(line, "boilerplate") for line in OTHERS]
    assert marked(PROSE, MORE, *OTHERS[:2]) == []
    assert marked(PROSE, MORE, *(line.capitalize() for line in OTHERS)) == []  # they may be points of the article's
    assert marked(*OTHERS) == []


@pytest.mark.parametrize(
    "dateline",
    [
        "Brussels [Belgium], March 29 (ANI): ",
        "LISSEL (AP) — ",
        "LISSEL, Sorrenia, May 2 (Reuters) - ",
        "PORT LISSEL, 2 March – ",
        "date 2022-03-29 Brussels [Belgium], March 29 (ANI): ",
    ],
)
def test_a_dateline_is_boilerplate_and_the_sentence_after_it_is_not(dateline):
    assert marked(dateline + PROSE, MORE) == [(dateline, "boilerplate")]


@pytest.mark.parametrize("line", [
    PROSE, MORE,
    "“Yes,” she said.", "“Never”", "Why?", "She added:", "By then she had left.",
    "By Tuesday the board had sold the ferry.", "Read the letter, she said.", "Get our money back, he said.",
    "Photos show a ferry at her berth.", "Follow us, she shouted.", "Related to the king, Bly was heard at once.",
    "Share prices fell.", "Reporting by the Post shows that she was sold.", "With you, she said, it is news.",
    "Take it with you, he said.", "BRANDVOLD: We sold her.", "Brandvold said — and meant it — that she was sold.",
    "18.42", "«We sold her,» she says. «Never.»",
    "— Ilse Brandvold (@ilse) March 2, 2026", "• We sold her", "Updated rules did nothing, she said.",
])
def test_prose_is_left_alone(line):
    assert marked(PROSE, MORE, line, PROSE, MORE) == []


def test_lines_without_an_article_are_left_alone():
    assert marked("Mayor: ‘No’", "Police: ‘Yes’", "Court: ‘Perhaps’") == []


def test_a_list_of_points_between_paragraphs_is_no_row_of_headings():
    assert marked(PROSE, "Sell her", "Sink her", "Keep her", MORE) == []


def test_a_place_knows_its_region():
    text = f"Board ‘to sell’\n\n{PROSE}"
    found = regions(text)
    assert region_at(found, Span(6, 15)) == "headline"
    assert region_at(found, Span(20, 30)) == ""


@pytest.mark.parametrize("text", ["", "\n\n", "x", "“”"])
def test_next_to_nothing_has_no_regions(text):
    assert regions(text) == ()
