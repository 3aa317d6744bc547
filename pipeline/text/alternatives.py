"""What else a word could be signed with."""

from collections.abc import Iterator

from pipeline.text.compounds import parts_of
from pipeline.text.confidence import GUESS, LIKELY, UNSURE
from pipeline.text.gloss import Alternative, Gloss, Origin
from pipeline.text.grammar import Grammar
from pipeline.text.spelling import displayed, spell
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Role, Word

MOST = 8
"""Alternatives that are kept of one gloss."""

_LONGEST_SPELLED = 24


def alternatives(
    gloss: Gloss, word: Word, grammar: Grammar, vocabulary: Vocabulary
) -> tuple[Alternative, ...]:
    """The other glosses of a word that the dictionary can sign, best first, spelling it last."""
    found = {gloss.name: Alternative(gloss.name)}
    if vocabulary.words:
        for name, confidence, reason in _named(gloss, word, grammar, vocabulary):
            found.setdefault(name, Alternative(name, confidence, reason))
    if gloss.origin is not Origin.SPELLED and not word.pieces:
        signs, unspelled = spell(word.spelling, vocabulary, grammar.umlauts_spelled_out)
        if 1 < len(signs) <= _LONGEST_SPELLED and not unspelled:
            name = "-".join(signs)
            found.setdefault(name, Alternative(name, GUESS, "fingerspelled"))
    return tuple(found.values())[1:][:MOST]


def _plural(word: Word, grammar: Grammar) -> bool:
    """Whether a word looks like the plural of a noun."""
    if grammar.language == "en":
        return word.role is Role.CONTENT and word.small.endswith("s")
    return word.capital and word.text != word.base


def _named(
    gloss: Gloss, word: Word, grammar: Grammar, vocabulary: Vocabulary
) -> Iterator[tuple[str, float, str]]:
    """Names of other glosses with their confidence and reason, some of them more than once."""
    for candidate in word.glosses:
        if vocabulary.has_word(candidate):
            yield displayed(candidate), LIKELY, "pointing" if word.role is Role.PRONOUN else ""
    for form, reason in ((word.text, "as written"), (word.base, "base form")):
        if vocabulary.has_word(form):
            yield displayed(form), LIKELY, reason
    for form in dict.fromkeys((word.small, word.base.lower())):
        for synonym in grammar.synonyms.get(form, ()):
            if vocabulary.has_word(synonym):
                yield displayed(synonym), UNSURE, "synonym"
    if parts := parts_of(word.base, grammar, vocabulary):
        yield "+".join(parts), UNSURE, "compound"
    if gloss.origin is Origin.LEMMA and len(gloss.signs) == 1 and _plural(word, grammar):
        yield f"{gloss.name}+{gloss.name}", GUESS, "repeated, as a plural"
