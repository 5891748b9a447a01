"""Nominals (*the Belgian minister*, *the ministry*): linking them to names and to each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quotes.data import Kind, Parse
from quotes.resolving import lexicon, names
from quotes.resolving.chains import CHANGING, LEAD, Chains, is_partial
from quotes.resolving.groups import last_before
from quotes.resolving.mentions import POSSESSIVE, Mention, Referent, Role
from quotes.resolving.phrases import canonical, determiner
from quotes.resolving.roles import fuller_name, gender_by_role, owners_of, roles_of

GENERIC_BODIES = frozenset("company firm bank broadcaster newspaper paper magazine website site network outlet "
                           "organization organisation agency group publication airline charity channel operator lender "
                           "union body".split())
LOOSE_BODIES = frozenset("agency organization organisation group charity body".split())
"""What any body may be called: *the agency* for a council."""
OFFICIALS = frozenset("minister chief politician official diplomat".split())
"""Canonical roles loose enough to be each other's: the head of Belgian diplomacy is *the Belgian minister*."""
MEDIA_NOUNS = frozenset("broadcaster newspaper paper magazine website site network outlet publication channel".split())
COUNTRY = frozenset("country nation state".split())
SPOKEN_OF = 4
"""Sentences back to where *the company* was spoken of."""


def link_nominals(parse: Parse, nominals: Sequence[Mention], named: Sequence[Referent]) -> list[Referent]:
    """``named`` with the nominals that stand for them, then what only nominals stand for, in order."""
    linker = _Linker(parse, named)
    left = [nominal for nominal in nominals if not linker.place_beside(nominal)]
    for nominal in left:
        linker.place(nominal)
    return linker.referents()


class _Linker:
    """Goes through the nominals of one article in order."""

    def __init__(self, parse: Parse, named: Sequence[Referent]) -> None:
        self.parse = parse
        self.named = named
        self.mentions = [list(referent.mentions) for referent in named]
        self.by_head = {mention.head: at for at, referent in enumerate(named) for mention in referent.mentions}
        for at, referent in enumerate(named):  # the tree may hang a name on its title: *Alderman Foss*
            for mention in referent.mentions:
                above = parse.words[mention.head].head
                if above == mention.first - 1 and parse.words[above].upos == "PROPN":
                    self.by_head.setdefault(above, at)
        self.owning = {mention.head for referent in named for mention in referent.mentions
                       if mention.last < len(parse.words) and parse.words[mention.last].text in POSSESSIVE}
        self.starts = {mention.first: mention for referent in named for mention in referent.mentions}
        self.ends = {mention.last: mention for referent in named for mention in referent.mentions}
        self.by_role: dict[str, list[int]] = defaultdict(list)
        self.known = [roles_of(referent) for referent in named]
        self.narrowing = [frozenset().union(*(role.modifiers for role in roles), owners_of(parse, referent))
                          for roles, referent in zip(self.known, named)]
        for at, roles in enumerate(self.known):
            for noun in {canonical(role.noun) for role in roles if role.noun}:
                self.by_role[noun].append(at)
        self.called: dict[str, int] = {}  # whom a bare nominal (*the agency*) was last taken for
        self.chains = Chains(parse)
        self.heads = [sorted(mention.head for mention in referent.mentions if not mention.inner) for referent in named]
        self.recent = sorted((head, at) for at, heads in enumerate(self.heads) for head in heads)

    def place_beside(self, nominal: Mention) -> bool:
        """Give a nominal to the name it stands beside, whose role it then is; False if there is none."""
        at = self._beside(nominal)
        if at is None:
            return False
        role = nominal.roles[0]
        self._give(nominal, at)
        self.known[at].append(role)
        self.narrowing[at] |= role.modifiers
        if at not in self.by_role[canonical(role.noun)]:
            self.by_role[canonical(role.noun)].append(at)
        return True

    def place(self, nominal: Mention) -> None:
        """Give a nominal to the name it stands for, to an earlier nominal, or to nobody known yet."""
        if self._is_news(nominal):
            self.chains.add(nominal, None)
            return
        definite = determiner(self.parse, nominal.head)
        chain = self.chains.taken_up_by(nominal, definite)
        at = self._by_role(nominal, definite)
        if at is None and definite == "the":
            at = self._generic(nominal)
        if at is not None and not (chain is not None and self._only_synonym(nominal, at, chain)):
            self._give(nominal, at)
            self.called[nominal.keys[0]] = at
            return
        self.chains.add(nominal, chain)

    def _is_news(self, nominal: Mention) -> bool:
        """Has nobody been called by this noun, as is so with most? Nor may anybody be without having been."""
        noun, role = nominal.keys[0], canonical(nominal.roles[0].noun)
        return not (self.chains.has(canonical(noun)) or role in self.by_role or role in OFFICIALS
                    or noun in GENERIC_BODIES or noun in COUNTRY)

    def _give(self, nominal: Mention, at: int) -> None:
        self.mentions[at].append(nominal)
        if not nominal.inner:
            insort(self.heads[at], nominal.head)
            insort(self.recent, (nominal.head, at))

    def _only_synonym(self, nominal: Mention, at: int, chain: int) -> bool:
        """Is a body called otherwise (*Office*), where a nominal has the same noun (*the navy ministry*)?"""
        same = self.chains.all[chain][0].keys == nominal.keys and self.chains.all[chain][0].kind == "organization"
        return same and nominal.kind == "organization" and nominal.keys[0] not in GENERIC_BODIES and not any(
            role.noun == nominal.keys[0] for role in self.known[at])

    def referents(self) -> list[Referent]:
        """All referents, those with a name first."""
        found = [referent._replace(name=fuller_name(referent, mentions),
                                   mentions=tuple(sorted(mentions, key=lambda mention: mention.head)),
                                   gender=referent.gender or gender_by_role(referent, mentions))
                 for referent, mentions in zip(self.named, self.mentions)]
        return found + self.chains.referents()

    def _beside(self, nominal: Mention) -> int | None:
        """The name in apposition to a nominal: *the head of Belgian diplomacy, Sophie Wilmès*."""
        relations, children = self.parse.relations, self.parse.children
        near = [child for child in children[nominal.head]
                if child > nominal.head and relations[child] in ("appos", "flat")]
        above = self.parse.words[nominal.head].head
        if relations[nominal.head] == "appos" or relations[nominal.head] == "nsubj" and any(
                relations[child] == "cop" for child in children[above]):  # *The man in the costume was Paul Rost*
            near.append(above)
        for at in near:
            owner = self.by_head.get(at)
            if at in self.owning:
                continue
            if owner is None or nominal.plural or not _agree(nominal.kind, self.named[owner].kind):
                continue
            role = at > nominal.head if self.named[owner].kind == "person" else nominal.keys[0] in GENERIC_BODIES
            if nominal.kind != "unknown" or role:  # a noun of unknown kind that a person's name follows is a role
                return owner
        owned = self.ends.get(nominal.head)
        if owned and owned.inner and owned.kind != "place" and nominal.kind == "organization" and \
                canonical(nominal.keys[0]) in ("broadcaster", "newspaper", "company"):
            return self.by_head[owned.head]
        return self._between_commas(nominal)

    def _between_commas(self, nominal: Mention) -> int | None:
        """The name before or after a nominal with a comma between, where the tree does not join them."""
        words = self.parse.words
        body = nominal.keys[0] in GENERIC_BODIES
        if nominal.plural or nominal.kind != "person" and not body:
            return None
        after = self.starts.get(nominal.last + 1)
        before = self.ends.get(nominal.first - 1)
        for mention, comma, stop in ((after, nominal.last, after.last if after else 0),
                                     (before, nominal.first - 1, nominal.last)):
            if mention and comma < len(words) and words[comma].text == "," and stop < len(words) and \
                    words[stop].text in (",", ".", ")", "—", "–", "”", '"') and \
                    words[mention.head].sentence == words[nominal.head].sentence and \
                    (mention is after or determiner(self.parse, nominal.head)):
                owner = self.by_head[mention.head]
                named = self.named[owner]
                if named.kind == "person" and not body or body and mention is before and not mention.inner and \
                        named.kind != "person" and names.fold(named.name) not in lexicon.places():
                    return owner
        return None

    def _by_role(self, nominal: Mention, definite: str) -> int | None:
        role = nominal.roles[0]
        noun = canonical(role.noun)
        if nominal.plural or nominal.kind in ("group", "place") or noun not in self.by_role and noun not in OFFICIALS:
            return None
        lead = self.parse.words[nominal.head].sentence < LEAD
        if definite == "a" and not lead or is_partial(self.parse, nominal):
            return None
        best, score = None, 0.0
        for at in self.by_role.get(noun, ()):
            if not _agree(nominal.kind, self.named[at].kind):
                continue
            fit = self._fit(role, at)
            if fit is None or definite in ("a", "") and fit < 1 and not lead:
                continue
            if definite == "a" and self._first(at) < nominal.head:
                continue
            near = self._nearness(at, nominal.head)
            if fit + near > score:
                best, score = at, fit + near
        return best if best is not None or definite != "the" else self._official(nominal)

    def _official(self, nominal: Mention) -> int | None:
        """The one official of that country or party: *the Belgian minister* for the head of Belgian diplomacy."""
        role = nominal.roles[0]
        if canonical(role.noun) not in OFFICIALS or not role.modifiers:
            return None
        officials = {at for noun in OFFICIALS for at in self.by_role.get(noun, ())}
        return _only(at for at in officials if self.named[at].kind == "person"
                     and role.modifiers <= self.narrowing[at] and self._first(at) < nominal.head)

    def _fit(self, role: Role, at: int) -> float | None:
        """How well a referent's known roles agree with ``role``; None where they contradict it."""
        noun = canonical(role.noun)
        known = [other for other in self.known[at] if canonical(other.noun) == noun]
        if not known:
            return None
        modifiers = role.modifiers - {noun}
        changing = modifiers & CHANGING
        if not any(other.modifiers & CHANGING >= changing and (changing or not other.modifiers & {"vice", "deputy"})
                   for other in known):
            return None
        missing = modifiers - self.narrowing[at]
        homes = lexicon.homes()
        if missing & homes and self.narrowing[at] & homes or missing & names.PARTIES and \
                self.narrowing[at] & names.PARTIES:
            return None
        overlap = len(modifiers & self.narrowing[at])
        exact = any(other.noun == role.noun for other in known)
        if len(missing) > (0 if self.named[at].kind == "organization" else overlap + 1):
            return None
        return 0.5 + 0.5 * exact + overlap - 0.4 * len(missing)

    def _first(self, at: int) -> int:
        return min(mention.head for mention in self.named[at].mentions)

    def _nearness(self, at: int, head: int) -> float:
        words, before = self.parse.words, last_before(self.heads[at], head)
        return 0.05 if before < 0 else 1.0 / (1 + words[head].sentence - words[before].sentence)

    def _generic(self, nominal: Mention) -> int | None:
        """*the company*, *the country*: the body or place last spoken of, if nothing narrows the noun."""
        noun = nominal.keys[0]
        if nominal.plural or nominal.roles[0].modifiers:
            return None
        wanted: Kind
        if noun in COUNTRY:
            wanted = "place"
        elif noun in GENERIC_BODIES:
            wanted = "organization"
        else:
            return None
        key, sentence = canonical(noun), self.parse.words[nominal.head].sentence
        if self.chains.narrowed_since(key, sentence - 3):
            return None
        best, score = None, 0.0
        for at in sorted(self._spoken_of(nominal.head, sentence - SPOKEN_OF)):
            referent = self.named[at]
            if referent.kind != wanted or wanted == "organization" and not self._is_such(noun, key, at):
                continue
            if wanted == "place" and referent.name.casefold() not in lexicon.countries():
                continue
            before = bisect_left(self.heads[at], nominal.head)
            weight = self._nearness(at, nominal.head) + 0.1 * (min(before, 3) if wanted == "place" else before)
            if weight > score:
                best, score = at, weight
        if best is None and wanted == "organization":
            only = _only(at for at, referent in enumerate(self.named) if referent.kind == wanted
                         and self._first(at) < nominal.head and self._is_such(noun, key, at))
            return self.called.get(noun) if only is None else only
        return best

    def _spoken_of(self, before: int, sentence: int) -> set[int]:
        """Those named, but for the inside of other names, before a word and in ``sentence`` or after it."""
        found = set()
        for place in range(bisect_left(self.recent, (before, -1)) - 1, -1, -1):
            head, at = self.recent[place]
            if self.parse.words[head].sentence < sentence:
                break
            found.add(at)
        return found

    def _is_such(self, noun: str, key: str, at: int) -> bool:
        """May a body be called by this noun, by what its own name says?"""
        said = {role.noun for role in self.known[at]}
        media = said & (names.MEDIA | MEDIA_NOUNS) or self.named[at].name.casefold() in names.OUTLETS
        if noun in MEDIA_NOUNS:
            return bool(media) or not said
        if noun in LOOSE_BODIES and not media:
            return not any(role.noun in ("party", "court", "parliament", "company") for role in self.known[at])
        return not media and not any(canonical(word) != key and word in names.BODIES for word in said)


def _only(found: Iterator[int]) -> int | None:
    """What is found, if it is one and no more."""
    first = next(found, None)
    return first if next(found, None) is None else None


def _agree(one: Kind, other: Kind) -> bool:
    return one == other or "unknown" in (one, other)
