"""The whole way from sources to speakers."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.data import Attribution, Kind, Parse, Speaker
from quotes.resolving import kinds, pronouns, sources
from quotes.resolving.bylines import author
from quotes.resolving.entities import coordinated, group_names
from quotes.resolving.kinship import with_surnames
from quotes.resolving.mentions import Referent, is_noun, is_plural, relation, wording
from quotes.resolving.naming import find_names
from quotes.resolving.nominals import link_nominals
from quotes.resolving.partitives import both, counted
from quotes.resolving.phrases import core, find_nominals, nominal_text


def resolve(parse: Parse, attributions: Sequence[Attribution]) -> list[Speaker | None]:
    """Who the source of each attribution is.

    Args:
        parse: The article's words, trees and entities.
        attributions: What was found in it, in any order.

    Returns:
        One speaker an attribution, in the same order; None where there is no source. A speaker's name is the fullest
        that the article gives. A source that stands for nobody named keeps its own words, without the determiner;
        coordinated sources are joined by ``; ``.
    """
    return _Resolver(parse, attributions).speakers()


class _Resolver:
    """What is known about one article."""

    def __init__(self, parse: Parse, attributions: Sequence[Attribution]) -> None:
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
        self.owner |= pronouns.resolve_pronouns(parse, self.referents, around)
        self.referents = with_surnames(parse, self.referents, self.owner)
        self.author = author(parse, self.names, self.referents, self.owner)

    def speakers(self) -> list[Speaker | None]:
        """One a source."""
        return [self._speaker(at, frozenset()) for at in range(len(self.attributions))]

    def _speaker(self, at: int, asked: frozenset[int]) -> Speaker | None:
        spans = self.attributions[at].source
        mention = " … ".join(" ".join(self.parse.text[start:end].split()) for start, end in spans)
        if not mention:
            return None
        parts = [self._part(head, at, asked) for head in self.heads[at]]
        parts = list(dict.fromkeys(part for part in parts if part))
        if not parts:
            return Speaker(mention, mention, spans, "unknown")
        kind: Kind = parts[0][1] if len({kind for _, kind in parts}) == 1 else "group"
        return Speaker("; ".join(name for name, _ in parts), mention, spans, kind)

    def _part(self, head: int, at: int, asked: frozenset[int]) -> tuple[str, Kind] | None:
        """Name and kind of what one noun phrase of a source stands for."""
        word = self.parse.words[head]
        low = word.text.lower()
        if head in self.names:
            head = self.names[head].head
        elif low in pronouns.FIRST and word.upos == "PRON":
            outer = sources.enclosing(self.attributions, at)
            if outer is None and self.author:
                return self.author.name, self.author.kind
            if outer is None or outer in asked:
                return None
            speaker = self._speaker(outer, asked | {at})
            return (speaker.name, speaker.kind) if speaker else None
        elif low in pronouns.RELATIVE and head not in self.owner:
            modified = self._modified(head, personal=low in ("who", "whom"))
            return self._part(modified, at, asked) if modified is not None and modified != head else None
        elif head not in self.owner and is_noun(word) is False and word.upos in ("DET", "NUM", "ADJ", "PRON"):
            if low in pronouns.THIRD or low in pronouns.SECOND:
                return None
            named = self._named_aside(at)
            if named:
                return named.name, named.kind
            if low == "both" and (pair := both(self.parse, head, self.referents, self.owner)):
                return "; ".join(self.referents[one].name for one in pair), "person"
            own = self._own(head, at, "unknown")
            whole = counted(self.parse, head, [other for heads in self.heads for other in heads])
            return whole if whole and " " not in own else own, "person" if low in ("one", "another") else "group"
        if head in self.owner:
            referent = self.referents[self.owner[head]]
            if not referent.named:
                personal = referent.kind in ("person", "unknown") and not referent.plural
                referent = self._named_after(head, at) or personal and self._named_aside(at) or referent
            several = referent.plural and referent.kind == "unknown"
            if not referent.named and word.upos != "PRON" and len(self.heads[at]) == 1 and head in self.members[at]:
                own = self._own(head, at, referent.kind)
                if len(own.split()) >= len(referent.name.split()):
                    return own, "group" if several else referent.kind
            return referent.name, "group" if several else referent.kind
        if is_noun(word):
            return nominal_text(self.parse, head), kinds.kind_of_noun(word.lemma.lower(), plural=is_plural(word))
        return None

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
