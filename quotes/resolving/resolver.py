"""The whole way from sources to speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from quotes.data import Attribution, Kind, Parse, Speaker, relation
from quotes.resolving import kinds, pronouns, sources
from quotes.resolving.agreement import FIRST, RELATIVE, SECOND, THIRD
from quotes.resolving.bylines import author
from quotes.resolving.confidence import chance, sure_enough
from quotes.resolving.entities import coordinated, group_names
from quotes.resolving.kinship import with_surnames
from quotes.resolving.links import NOBODY, Manner, Part, of_link, of_name, of_nominal
from quotes.resolving.mentions import Referent, is_noun, is_plural, wording
from quotes.resolving.naming import find_names
from quotes.resolving.nominals import link_nominals
from quotes.resolving.partitives import both, counted
from quotes.resolving.phrases import core, find_nominals, nominal_text

AS_IT_STANDS = Manner("own words", "as it stands")


def resolve(parse: Parse, attributions: Sequence[Attribution]) -> list[Speaker | None]:
    """Who the source of each attribution is.

    Args:
        parse: The article's words, trees and entities.
        attributions: What was found in it, in any order.

    Returns:
        One speaker an attribution, in the same order; None where there is no source, or where the speaker found is
        more likely wrong than right (``confidence.LEAST_SURE``). A speaker's name is the fullest
        that the article gives. A source that stands for nobody named keeps its own words, without the determiner;
        coordinated sources are joined by ``; ``.
    """
    return [_speaker(parse, attribution, parts)
            for attribution, parts in zip(attributions, parts_of(parse, attributions))]


def parts_of(parse: Parse, attributions: Sequence[Attribution], *,
             choose: pronouns.Choose = pronouns.by_weight) -> list[list[Part]]:
    """Who the noun phrases of each source are, and what leads to them; none where there is no source.

    ``choose`` decides what a pronoun takes up; the other arguments are those of ``resolve``.
    """
    return _Resolver(parse, attributions, choose).parts()


def mention_of(parse: Parse, attribution: Attribution) -> str:
    """The words of a source, its blanks made single."""
    return " … ".join(" ".join(parse.text[start:end].split()) for start, end in attribution.source)


def common_kind(parts: Sequence[Part]) -> Kind:
    """The kind of all ``parts``; a group where they differ."""
    return parts[0].kind if len({part.kind for part in parts}) == 1 else "group"


def _speaker(parse: Parse, attribution: Attribution, parts: Sequence[Part]) -> Speaker | None:
    if not parts:
        return None
    speaker = Speaker("; ".join(part.name for part in parts), mention_of(parse, attribution), attribution.source,
                      common_kind(parts), round(chance(parts, attribution), 2),
                      "; ".join(dict.fromkeys(part.manner.why for part in parts)))
    return speaker if sure_enough(speaker, parts) else None


def _aside(low: str, named: Referent) -> Part:
    return Part(named.name, named.kind, Manner("aside", f"{low} → {named.name}: named beside it"))


class _Resolver:
    """What is known about one article."""

    def __init__(self, parse: Parse, attributions: Sequence[Attribution], choose: pronouns.Choose) -> None:
        self.parse = parse
        self.attributions = attributions
        names = find_names(parse)
        self.names = {at: mention for mention in names for at in range(mention.first, mention.last)}
        nominals = find_nominals(parse, frozenset(self.names))
        self.referents = link_nominals(parse, nominals, group_names(parse, names))
        self.owner = {mention.head: at for at, referent in enumerate(self.referents) for mention in referent.mentions}
        self.members = [sources.source_words(parse, attribution) for attribution in attributions]
        self.heads = [sources.heads_of(parse, members, self.names) for members in self.members]
        around = sources.surroundings(parse, attributions, self.heads)
        self.referents += coordinated(parse, self.referents)
        self.links = pronouns.resolve_pronouns(parse, self.referents, around, choose=choose)
        self.owner |= {at: link.owner for at, link in self.links.items()}
        self.referents = with_surnames(parse, self.referents, self.owner)
        self.by_surname: dict[str, set[int]] = defaultdict(set)
        for at, referent in enumerate(self.referents):
            if referent.named and referent.kind == "person" and not referent.plural:
                self.by_surname[referent.name.split()[-1]].add(at)
        self.author = author(parse, self.names, self.referents, self.owner, around.paragraph)

    @cached_property
    def all_heads(self) -> list[int]:
        """The heads of all sources, in order."""
        return sorted(head for heads in self.heads for head in heads)

    @cached_property
    def contents(self) -> sources.Contents:
        return sources.contents_of(self.attributions)

    def parts(self) -> list[list[Part]]:
        """Who the noun phrases of each source are; none where there is no source."""
        return [self._parts(at, frozenset()) for at in range(len(self.attributions))]

    def _parts(self, at: int, asked: frozenset[int]) -> list[Part]:
        mention = mention_of(self.parse, self.attributions[at])
        if not mention:
            return []
        found: dict[str, Part] = {}
        for head in self.heads[at]:
            part = self._part(head, at, asked)
            if part and part.name not in found:
                found[part.name] = part
        if found:
            return list(found.values())
        noun = any(is_noun(self.parse.words[member]) for member in self.members[at])
        unknown = AS_IT_STANDS if noun else Manner(NOBODY, "stands for nobody named")
        return [Part(mention, "unknown", unknown)]

    def _part(self, head: int, at: int, asked: frozenset[int]) -> Part | None:
        """What one noun phrase of a source stands for."""
        word = self.parse.words[head]
        low = word.text.lower()
        if head in self.names:
            head = self.names[head].head
        elif low in FIRST and word.upos == "PRON":
            return self._first_person(word.text, at, asked)
        elif low in RELATIVE and head not in self.owner:
            modified = self._modified(head, personal=low in ("who", "whom"))
            part = self._part(modified, at, asked) if modified is not None and modified != head else None
            return part and replace(part, manner=Manner("relative", f"{low} → {part.name}: relative clause"))
        elif head not in self.owner and not is_noun(word) and word.upos in ("DET", "NUM", "ADJ", "PRON"):
            return None if low in THIRD or low in SECOND else self._counting(head, low, at)
        if head in self.owner:
            return self._known(head, at)
        if is_noun(word):
            return Part(nominal_text(self.parse, head), kinds.kind_of_noun(word.lemma.lower(), plural=is_plural(word)),
                        AS_IT_STANDS)
        return None

    def _first_person(self, said: str, at: int, asked: frozenset[int]) -> Part | None:
        """Who *I* is: the speaker of the quote around it, else the author."""
        outer = sources.enclosing(self.contents, self.attributions[at].source, at)
        if outer is None:
            return self.author and Part(self.author.name, self.author.kind,
                                        Manner("byline", f"{said} → {self.author.name}: the author"))
        if outer in asked:
            return None
        parts = self._parts(outer, asked | {at})
        if not parts:
            return None
        name = "; ".join(part.name for part in parts)
        return Part(name, common_kind(parts),
                    Manner("first person", f"{said} → {name}: speaker of the quote around it"))

    def _counting(self, head: int, low: str, at: int) -> Part:
        """Who *one*, *both* or *another* is."""
        if named := self._named_aside(at):
            return _aside(low, named)
        if low == "both" and (pair := both(self.parse, head, self.referents, self.owner)):
            name = "; ".join(self.referents[one].name for one in pair)
            return Part(name, "person", Manner("counted", f"both → {name}: the two named last"))
        kind: Kind = "person" if low in ("one", "another") else "group"
        own = self._own(head, at, "unknown")
        whole = counted(self.parse, head, self.all_heads)
        if whole and " " not in own:
            return Part(whole, kind, Manner("counted", f"{low} → {whole}"))
        return Part(own, kind, AS_IT_STANDS)

    def _known(self, head: int, at: int) -> Part:
        """Who a noun phrase is that stands for a known referent."""
        word = self.parse.words[head]
        referent = self.referents[self.owner[head]]
        if not referent.named:
            personal = referent.kind in ("person", "unknown") and not referent.plural
            beside = self._named_after(head, at) or personal and self._named_aside(at)
            if beside:
                return _aside(word.text.lower(), beside)
        several = referent.plural and referent.kind == "unknown"
        kind: Kind = "group" if several else referent.kind
        if not referent.named and word.upos != "PRON" and len(self.heads[at]) == 1 and head in self.members[at]:
            own = self._own(head, at, referent.kind)
            if len(own.split()) >= len(referent.name.split()):
                return Part(own, kind, AS_IT_STANDS)
        if head in self.links:
            return Part(referent.name, kind, *of_link(self.parse, head, self.links[head], self.referents))
        if head in self.names:
            shared = len(self.by_surname.get(referent.name.split()[-1], ())) > 1
            return Part(referent.name, kind, of_name(self.names[head], referent), {"surname is shared": float(shared)})
        return Part(referent.name, kind, of_nominal(self.parse, head, referent))

    def _own(self, head: int, at: int, kind: Kind) -> str:
        """A source's own words as a name: *cabinet of the head of Belgian diplomacy, Sophie Wilmès*."""
        first, last = sources.trimmed(self.parse, self.members[at], head)
        aside = self.names.get(last + 1)
        if kind in ("organization", "group", "document") and aside and aside.kind == "person" and last > head + 1 and \
                last + 1 in self.members[at] and self.parse.words[last].text == ",":
            last = aside.last
        return wording(self.parse, first, last)

    def _named_aside(self, at: int) -> Referent | None:
        """The person named at the end of a source, after a comma: *one of the attorneys, Ann Lee*."""
        members = [member for member in self.members[at] if self.parse.words[member].upos != "PUNCT"]
        mention = self.names.get(members[-1]) if members else None
        if mention is None or mention.kind != "person" or mention.first < 1 or mention.head not in self.owner:
            return None
        before = mention.first - 1
        while before in members and self.parse.words[before].upos in ("NOUN", "PROPN", "ADJ", "DET"):
            before -= 1  # *his rival, the Porto conductor Ann Lee*
        if self.parse.words[before].text != ",":
            return None
        return self.referents[self.owner[mention.head]]

    def _modified(self, head: int, *, personal: bool) -> int | None:
        """The noun that a relative pronoun's clause modifies; for *who* one that can be a person."""
        words = self.parse.words
        up, modified = head, None
        for _ in range(8):
            if relation(words[up]) == "acl":
                modified = words[up].head
                break
            if words[up].head < 0:
                break
            up = words[up].head
        if modified is not None and not (personal and self._kind_at(modified) in ("place", "organization", "document")):
            return modified
        back = [at for at in range(max(head - 12, self.parse.sentences[words[head].sentence][0]), head)
                if is_noun(words[at]) and not (personal and self._kind_at(at) not in ("person", "group"))]
        return back[-1] if back else modified

    def _kind_at(self, at: int) -> Kind:
        head = self.names[at].head if at in self.names else at
        return self.referents[self.owner[head]].kind if head in self.owner else "unknown"

    def _named_after(self, head: int, attribution: int) -> Referent | None:
        """The person named right after a role, with or without a comma, where the tree does not join them."""
        words = self.parse.words
        at = core(self.parse, head)[1]
        comma = at < len(words) and words[at].text == ","
        at += comma
        while at < len(words) and words[at].text in sources.MARKS:
            at += 1
        while at < len(words) and words[at].sentence == words[head].sentence and is_noun(words[at]) and \
                not (at in self.names and self.names[at].kind == "person" and not self.names[at].inner):
            at += 1
        mention = self.names.get(at)
        if mention is None or mention.head not in self.owner or words[mention.head].sentence != words[head].sentence:
            return None
        named = self.referents[self.owner[mention.head]]
        role = self.referents[self.owner[head]]
        fits = named.kind == "person" and role.kind in ("person", "unknown") and not role.plural
        return named if fits and (mention.head in self.members[attribution] or not comma) else None
