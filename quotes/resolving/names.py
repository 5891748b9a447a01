"""Names as people write them: their parts, their titles, and whether two may name the same."""

from __future__ import annotations

import re
from functools import lru_cache

from jellyfish import jaro_similarity, levenshtein_distance

from quotes.accents import without_accents
from quotes.resolving import lexicon

MALE = frozenset("mr sir lord king prince father brother congressman chairman spokesman councilman duke emperor "
                 "sultan sheikh ayatollah pope".split())
FEMALE = frozenset("mrs ms miss mme dame lady queen princess sister congresswoman chairwoman spokeswoman "
                   "councilwoman duchess".split())
TITLES = MALE | FEMALE | frozenset(
    "dr prof professor president vice-president sen senator sens rep reps representative gov govs governor judge "
    "justice chief secretary minister chancellor mayor bishop cardinal archbishop rev reverend general gen lt "
    "lieutenant col colonel maj major capt captain sgt sergeant cpl adm admiral commander cmdr speaker chair "
    "chairperson director commissioner ambassador del delegate imam rabbi detective officer inspector "
    "superintendent sheriff premier leader spokesperson manager coach ceo cfo coo editor founder author activist "
    "cllr councillor councilor alderman alderwoman ald supt det insp prosecutor "
    "host attorney treasurer comptroller envoy economist strategist analyst candidate nominee baron count".split())
PARTIES = frozenset("republican democrat democratic gop libertarian conservative liberal socialist labour tory".split())
SUFFIXES = frozenset("jr sr ii iii iv esq phd md mp mep".split())
PARTICLES = frozenset("de da di del della bin ibn al el van von der den la le du dos das ten ter zu".split())
BODIES = frozenset(
    "academy administration agency airlines alliance associates association authority bank board bureau cabinet "
    "center centre church club coalition college commission committee company confederation congress corp "
    "corporation council court courts department division embassy exchange federation force forces forum foundation "
    "fund group guard hospital house inc industries initiative institute institution international journal "
    "laboratory league llc ltd magazine media ministry movement museum nations network news newspaper observer "
    "office orchestra partnership organisation organization panel parliament party police post press project radio "
    "reserve school schools secretariat senate service services society station street studios survey team television "
    "times tribune trust "
    "tv union university watch website herald gazette guardian telegraph mail caucus chamber assembly army navy "
    "fed nato motors airways bros brothers sons partners holdings bancorp systems technologies".split())

MEDIA = frozenset("post times tribune herald gazette guardian telegraph mail journal magazine television tv radio "
                  "observer news newspaper star sun standard chronicle inquirer globe review".split())
OUTLETS = frozenset("reuters politico afp ap bbc cnn cbs nbc abc msnbc npr pbs itv rt tass xinhua bloomberg axios "
                    "buzzfeed breitbart politifact snopes twitter facebook google youtube instagram tiktok reddit "
                    "wikipedia amazon microsoft apple netflix tesla gallup quinnipiac rasmussen".split())


NICKNAME = re.compile(r" [\"“‘']([^\"”’']+)[\"”’'] ")
"""A nickname within a name: *Ann “Big Annie” Lee*."""


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Text for comparing: no case, accents, full stops; one kind of apostrophe."""
    text = text.replace("’", "'").replace("‘", "'").replace("–", "-")
    if not text.isascii() and any(letter > "\x7f" and letter.isalpha() for letter in text):
        # What textacy's preprocessing.remove.accents does, which takes seconds to import.
        text = without_accents(text)
    return text.casefold().replace(".", "")


def gender_of(keys: tuple[str, ...], titles: tuple[str, ...]) -> str:
    """``m``, ``f`` or empty: by the titles before a name, then by its first name."""
    for title in titles:
        if title in MALE:
            return "m"
        if title in FEMALE:
            return "f"
    if len(keys) > 1:
        first = keys[0]
        return lexicon.first_names().get(first) or lexicon.first_names().get(first.split("-")[0], "")
    return ""


def surname(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The family name within a person's folded name: its last word, with the particles before it."""
    end = len(keys)
    while end > 1 and keys[end - 1] in SUFFIXES:
        end -= 1
    start = end - 1
    while start > 1 and keys[start - 1] in PARTICLES:
        start -= 1
    return keys[start:end]


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """May two folded names, both with a first name, be one person's? Middle names and initials may be missing."""
    if short == full:
        return True
    if len(short) < 2 or len(full) < 2 or surname(short)[-1] != surname(full)[-1]:
        return False
    one, other = short[0], full[0]
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return min(len(one), len(other)) >= 3 and (one.startswith(other) or other.startswith(one))


def surname_of(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Is ``short`` the end of a person's full name (*De Blasio*, *Skripal*)?"""
    bare = tuple(key for key in full if key not in SUFFIXES)
    return len(short) < len(bare) and bare[-len(short):] == short


def acronym_of(short: str, words: tuple[str, ...]) -> bool:
    """Do the initials of ``words`` spell ``short`` (*UNHCR*, *AROS*)? Small words may count or not.

    textacy's ``extract.acros`` finds acronyms beside their definitions in a spaCy document; here both names are
    already known and may stand paragraphs apart, so only the initials have to be compared.
    """
    letters = letters_of(short)
    if len(letters) < 2 or not letters.isupper() and not (len(letters) > 2 and letters[:-1].isupper()):
        return False
    return letters.upper() in initials(words)


def letters_of(short: str) -> str:
    """An acronym without full stops and the like."""
    return re.sub(r"\W", "", short)


def initials(words: tuple[str, ...]) -> tuple[str, str]:
    """In capitals the first letters of the words that begin with a capital, and of all."""
    firsts = [part[0] for word in words for part in re.split(r"[-/]", word) if part]
    return "".join(filter(str.isupper, firsts)).upper(), "".join(firsts).upper()


def misspelt(short: str, known: str) -> bool:
    """Is one word a slip for the other (*Zelesnkyy* for *Zelenskyy*)? Longer words may differ by more."""
    if min(len(short), len(known)) < 5 or short[0] != known[0] or abs(len(short) - len(known)) > 2:
        return False
    if len(set(short) ^ set(known)) > 2:
        return False
    # textacy.similarity has them too, and takes seconds to import.
    return (levenshtein_distance(short, known) <= (1 if len(known) < 7 else 2)
            and jaro_similarity(short, known) >= 0.85)


def misspelt_of_any(word: str, known: frozenset[str]) -> bool:
    """Is ``word`` one of ``known`` or a slip for one?"""
    return word in known or any(misspelt(word, other) for other in known)
