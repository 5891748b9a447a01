"""One spelling for words that British and American English write differently.

Only for comparing: *behaviour* and *behavior* become one, and so may what is no word at all (*promize*).
"""

from __future__ import annotations

import re
from functools import lru_cache

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple((re.compile(pattern), put) for pattern, put in (
    (r"^((?:dis|un|mis|multi)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|"
     r"neighb|od|parl|ranc|rig|rum|savi|sav|splend|tum|val|vap|vig))our", r"\1or"),
    (r"^((?:kilo|centi|milli)?(?:met|lit)|cent|theat|fib|calib|sab|spect|lust|somb|meag|och|manoeuv|maneuv)re(s|d)?$",
     r"\1er\2"),
    (r"^(.{3,})is(e|es|ed|ing|er|ers|ation|ations|ational|able)$", r"\1iz\2"),
    (r"^(.{3,})ys(e|es|ed|ing|er|ers)$", r"\1yz\2"),
    (r"^(cancel|channel|chisel|counsel|dial|duel|equal|fuel|funnel|grovel|initial|jewel|label|level|libel|marshal|"
     r"marvel|model|panel|parcel|pedal|pencil|quarrel|ravel|revel|rival|shovel|signal|spiral|total|towel|travel|"
     r"tunnel|unravel)l(ed|ing|er|ers|or|ors)$", r"\1\2"),
    (r"^(fulfil|enrol|instal|distil|instil)(s|ment|ments)?$", r"\1l\2"),
    (r"^(skil|wil)ful", r"\1lful"),
    (r"^(catal|anal|dial|monol|epil|prol)ogue", r"\1og"),
    (r"^(def|off|pret|lic)ence(s|d)?$", r"\1ense\2"),
    (r"^practis", "practic"),
    (r"^(an|h|leuk)aem", r"\1em"),
    (r"^(encyclop|orthop|p)aed", r"\1ed"),
    (r"^(medi)aeval", r"\1eval"),
    (r"^(gyn)aec", r"\1ec"),
    (r"^anaesth", "anesth"),
    (r"^archaeo", "archeo"),
    (r"^(f)oet", r"\1et"),
    (r"^oe(s|str)", r"e\1"),
    (r"^manoeuv", "maneuv"),
    (r"^diarrhoea", "diarrhea"),
    (r"^scepti", "skepti"),
    (r"^sulph", "sulf"),
    (r"^(m|sm)ould", r"\1old"),
    (r"^plough", "plow"),
    (r"^grey", "gray"),
    (r"^programmes?$", lambda found: found[0].replace("mme", "m")),
    (r"^(judg|acknowledg)ement", r"\1ment"),
    (r"^(to|after|back|for|down|up|out|in)wards$", r"\1ward"),
    (r"^(whil|among|amid)st$", lambda found: found[1] + ("e" if found[1] == "whil" else "")),
    (r"^(learn|burn|dream|spoil)t$", r"\1ed"),
    (r"^(advis|protest)or(s)?$", r"\1er\2"),
    (r"^(alumin)ium$", r"\1um"),
    (r"^(ag)eing$", r"\1ing"),
    (r"^(jewel)lery$", r"\1ry"),
    (r"^artefact", "artifact"),
    (r"^moustache", "mustache"),
    (r"^pyjama", "pajama"),
    (r"^gaol", "jail"),
    (r"^(co)sy$", r"\1zy"),
    (r"^ok$", "okay"),
))


@lru_cache(maxsize=50_000)
def one_spelling(word: str) -> str:
    """A word in lower case without accents, in the spelling that stands for all of its variants."""
    for pattern, put in _RULES:
        word = pattern.sub(put, word)
    return word
