"""A word as glosses: what the dictionary has for it, else its letters, else nothing but itself."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.text.gloss import Gloss, Origin
from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import LONGEST, is_word, lemma
from pipeline.text.number_words import number_words
from pipeline.text.numerals import read
from pipeline.text.spelling import spell, upper
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Role, Word

_LINKS = ("", "s", "es", "n", "en", "er", "e")
"""What German puts between the parts of a compound."""

_SHORTEST_PART = 3


def glosses_of(word: Word, grammar: Grammar, vocabulary: Vocabulary) -> tuple[Gloss, ...]:
    """The glosses of a word, one unless it is a number or an address; its pause is after the last."""
    if word.pieces and not vocabulary.has_word(word.text):
        found = [gloss for piece in word.pieces for gloss in _piece(piece, grammar, vocabulary)]
    else:
        found = [_gloss(word, grammar, vocabulary)]
    placed = [replace(gloss, span=word.span) for gloss in found]
    placed[-1] = replace(placed[-1], pause=word.pause)
    return tuple(placed)


def _gloss(word: Word, grammar: Grammar, vocabulary: Vocabulary) -> Gloss:
    """The one gloss of a word: a pointing gloss, itself, a synonym, its base form, its parts, its letters."""
    for candidate in word.glosses:
        if vocabulary.has_word(candidate):
            meant = candidate == word.glosses[0] or candidate.lower() == word.small
            return _found(candidate, Origin.DICTIONARY if meant else Origin.SYNONYM)
    if word.role is Role.NAME and is_word(word.small, grammar.language):
        return spelled(word.text, grammar, vocabulary)
    forms = (word.base, word.text) if word.role is Role.VERB else (word.text, word.base)
    for form in forms:
        if found := _dictionary_form(form, word, grammar, vocabulary):
            return found
    parts = _parts(word.base, grammar, vocabulary)
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
    name = "-".join(upper(gloss).replace("_", " ").split())
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


def _parts(word: str, grammar: Grammar, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The glosses of a compound whose parts are all in the dictionary, or nothing."""
    if "-" in word or " " in word:
        parts = word.replace(" ", "-").split("-")
        glosses = [_part(part, grammar, vocabulary) for part in parts if part]
        return tuple(glosses) if len(glosses) > 1 and all(glosses) else ()
    if grammar.language != "de" or not vocabulary.words or not 2 * _SHORTEST_PART <= len(word) <= LONGEST:
        return ()
    return _split(word, grammar, vocabulary)


def _split(word: str, grammar: Grammar, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The longest first part that is a gloss, and the parts of what follows."""
    for end in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first = _first_part(word[:end], vocabulary)
        if not first:
            continue
        rest = word[end:]
        last = _part(rest, grammar, vocabulary)
        following = (last,) if last else _split(rest, grammar, vocabulary)
        if following:
            return (first, *following)
    return ()


def _first_part(text: str, vocabulary: Vocabulary) -> str:
    """The gloss of a part that is not the last, with or without what links it."""
    for link in _LINKS:
        stem = text.removesuffix(link) if link else text
        if len(stem) >= _SHORTEST_PART and text.endswith(link) and vocabulary.has_word(stem):
            return upper(stem)
    return ""


def _part(text: str, grammar: Grammar, vocabulary: Vocabulary) -> str:
    """The gloss of a word or of its base form, if the dictionary has one."""
    for form in (text, lemma(text, grammar.language)):
        if vocabulary.has_word(form):
            return upper(form)
    return ""
