"""Datelines: where and when an article was written, and for which agency, before its first words."""

from __future__ import annotations

import re

_MONTH = (r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
          r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)")
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_PLACE = (r"[A-Z][\w.’'-]+(?:[ /][A-Z][\w.’'-]+){0,3}(?:\s*\[[A-Z][\w .-]{1,30}\])?"
          r"(?:,\s+[A-Z][\w.]+(?: [A-Z][\w.]+)?)?")
_KNOWN = r"Reuters|Bloomberg|Xinhua|Interfax|Sputnik|CNN Business"
_AGENCY = rf"\((?:[A-Z]{{2,10}}|{_KNOWN}|dpa)\)"
_UNBRACKETED = rf"(?:AP|AFP|ANI|PTI|TASS|{_KNOWN})"
_DATELINE = re.compile(
    rf"\s*(?:date\s+\d{{4}}-\d\d-\d\d\s+)?{_PLACE}"
    rf"(?:[,.]\s+{_DAY}\s*(?:{_AGENCY})?|\s*{_AGENCY}|\s*[—–-]\s*{_UNBRACKETED}(?=\s*:))"
    r"\s*(?::|—|–|-{1,2})\s+")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline that a paragraph begins with ends, the white space after it included.

    A place, then a date or an agency or both, then a colon or a dash: *Brussels [Belgium], March 29 (ANI):*, *LISBON
    (AP) —*, *Kyiv — Reuters:*. A place alone (*NEW DELHI:*) may as well be who speaks, and is none.

    Args:
        start, end: The paragraph in the text: code points, end exclusive.

    Returns:
        ``start`` where it has none.
    """
    found = _DATELINE.match(text, start, end)
    return found.end() if found else start
