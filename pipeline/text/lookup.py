"""A word as glosses: what the dictionary has for it, else its letters, else nothing but itself."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.text import reasons
from pipeline.text.alternatives import alternatives
from pipeline.text.compounds import parts_of
from pipeline.text.confidence import SURE
from pipeline.text.gloss import Evidence, Gloss, Origin, Source
from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import is_word, lemma
from pipeline.text.number_words import number_words
from pipeline.text.numerals import read
from pipeline.text.spelling import displayed, spell, upper
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Role, Word


def glosses_of(word: Word, grammar: Grammar, vocabulary: Vocabulary) -> tuple[Gloss, ...]:
    """The glosses of a word, one unless it is a number, an address or in the user's glossary.

    Its pause is after the last.
    """
    if word.entry and word.entry.glosses:
        names = word.entry.glosses
        evidence = Evidence(Source.GLOSSARY, f"“{word.entry.text}”", SURE, word=word.base)
        found = [replace(typed_gloss(name, grammar, vocabulary), evidence=evidence) for name in names]
    elif word.pieces and not vocabulary.has_word(word.text):
        pieces = [gloss for piece in word.pieces for gloss in _piece(piece, grammar, vocabulary)]
        found = [replace(gloss, evidence=reasons.of(word, gloss, grammar.language)) for gloss in pieces]
    else:
        gloss = _gloss(word, grammar, vocabulary)
        others = alternatives(gloss, word, grammar, vocabulary)
        found = [
            replace(gloss, evidence=replace(reasons.of(word, gloss, grammar.language), alternatives=others))
        ]
    placed = [replace(gloss, span=word.span) for gloss in found]
    placed[-1] = replace(placed[-1], pause=word.pause)
    return tuple(placed)


def _gloss(word: Word, grammar: Grammar, vocabulary: Vocabulary) -> Gloss:
    """The one gloss of a word: a pointing gloss, itself, a synonym, its base form, its parts, its letters."""
    for candidate in word.glosses:
        if vocabulary.has_word(candidate):
            meant = candidate == word.glosses[0] or candidate.lower() == word.small
            return _found(candidate, Origin.DICTIONARY if meant else Origin.SYNONYM)
    if word.role is Role.SPELLED:
        return spelled(word.spelling, grammar, vocabulary)
    if word.role is Role.NAME and is_word(word.small, grammar.language):
        return spelled(word.text, grammar, vocabulary)
    forms = (word.base, word.text) if word.role is Role.VERB else (word.text, word.base)
    for form in forms:
        if found := _dictionary_form(form, word, grammar, vocabulary):
            return found
    parts = () if word.role is Role.NAME else parts_of(word.base, grammar, vocabulary)
    if parts:
        return Gloss("+".join(parts), Origin.LEMMA, parts)
    return spelled(word.spelling, grammar, vocabulary)


def _dictionary_form(form: str, word: Word, grammar: Grammar, vocabulary: Vocabulary) -> Gloss | None:
    """The gloss of a form of a word, or of a synonym of it."""
    if vocabulary.has_word(form):
        return _found(form, Origin.DICTIONARY if form.lower() == word.small else Origin.LEMMA)
    for synonym in grammar.synonyms.get(form.lower(), ()):
        if vocabulary.has_word(synonym):
            return _found(synonym, Origin.SYNONYM)
    return None


def _found(gloss: str, origin: Origin) -> Gloss:
    name = displayed(gloss)
    return Gloss(name, origin, (name,))


def spelled(text: str, grammar: Grammar, vocabulary: Vocabulary) -> Gloss:
    """A text as a fingerspelled gloss; missing when not one of its letters has a sign."""
    signs, unspelled = spell(text, vocabulary, grammar.umlauts_spelled_out)
    name = upper(text)
    return Gloss(name, Origin.SPELLED if signs else Origin.MISSING, signs, unspelled=unspelled)


def typed_gloss(name: str, grammar: Grammar, vocabulary: Vocabulary) -> Gloss:
    """The gloss that somebody means by a name: a dictionary gloss, letters with hyphens, parts with +."""
    if len(name) > 2 and all(len(letter) == 1 for letter in name.split("-")):
        return spelled(name.replace("-", ""), grammar, vocabulary)
    parts = tuple(upper(part) for part in name.split("+"))
    if len(parts) > 1 and all(map(vocabulary.has_word, parts)):
        return Gloss("+".join(parts), Origin.LEMMA, parts)
    if name.isascii() and name.isdecimal() and not vocabulary.has_word(name):
        return _joined(
            [gloss for piece in read(name, grammar) for gloss in _piece(piece, grammar, vocabulary)]
        )
    base = lemma(name if grammar.language == "en" else name.capitalize(), grammar.language)
    gloss = _gloss(Word(name, (0, 0), base, name), grammar, vocabulary)
    return replace(gloss, name="-".join(gloss.name.split()))


def _joined(glosses: list[Gloss]) -> Gloss:
    """Several glosses as one."""
    signs = tuple(sign for gloss in glosses for sign in gloss.signs)
    unspelled = "".join(gloss.unspelled for gloss in glosses)
    return Gloss("-".join(gloss.name for gloss in glosses), glosses[0].origin, signs, unspelled=unspelled)


def _piece(piece: str, grammar: Grammar, vocabulary: Vocabulary) -> Iterator[Gloss]:
    """The glosses of one piece of a number or an address."""
    if not piece.isdecimal():
        yield (
            spelled(piece, grammar, vocabulary)
            if piece.isupper()
            else _small_word(piece, grammar, vocabulary)
        )
    elif len(piece) > 1 and vocabulary.has_word(piece):
        yield _found(piece, Origin.DICTIONARY)
    elif all(map(vocabulary.has, piece)):
        yield Gloss(piece, Origin.DICTIONARY if len(piece) == 1 else Origin.SPELLED, tuple(piece))
    else:
        for name in number_words(int(piece), grammar.language):
            yield _small_word(name, grammar, vocabulary)


def _small_word(text: str, grammar: Grammar, vocabulary: Vocabulary) -> Gloss:
    """The gloss of a word that stands for a number or a symbol."""
    gloss = _gloss(Word(text, (0, 0), text, text), grammar, vocabulary)
    return replace(gloss, origin=Origin.SYNONYM) if gloss.origin is Origin.DICTIONARY else gloss
