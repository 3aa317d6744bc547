"""Why the rules sign a word as they do, in a few words, and how sure they are."""

from pipeline.text.confidence import LIKELY, SURE, UNSURE, by_origin
from pipeline.text.gloss import Evidence, Gloss, Origin, Source
from pipeline.text.lemmas import is_word
from pipeline.text.numerals import kind_of_number
from pipeline.text.words import Role, Word

_BY_ROLE = {
    Role.NAME: "name",
    Role.PRONOUN: "pronoun",
    Role.MODAL: "modal verb",
    Role.NEGATION: "negation",
    Role.FINAL_NEGATION: "negation, signed last",
    Role.QUESTION: "question word, signed last",
    Role.TIME: "time, signed first",
    Role.PLACE: "place, signed before the action",
    Role.ADJECTIVE: "description of the noun",
    Role.VERB: "verb",
    Role.CONTENT: "word",
    Role.FOREIGN: "not a Latin word",
}


def of(word: Word, gloss: Gloss, language: str) -> Evidence:
    """The evidence of a gloss that the rules found for a word."""
    named = _is_name(word, gloss, language)
    confidence = SURE if named else _confidence(word, gloss)
    return Evidence(Source.RULES, reason(word, gloss, language), confidence, word=word.base)


def reason(word: Word, gloss: Gloss, language: str) -> str:
    """Why a word is signed with a gloss, and why there."""
    said = word.why or (kind_of_number(word.text) if word.pieces else "")
    if "+" in gloss.name and len(gloss.signs) > 1 and not word.pieces:
        said = f"compound of {len(gloss.signs)} parts"
    elif _is_name(word, gloss, language):
        said = "name"
    elif gloss.origin is Origin.SPELLED and word.role is Role.CONTENT and not said:
        said = "" if is_word(word.small, language) or is_word(word.text, language) else "unknown word"
    placed = "" if said and word.role in (Role.CONTENT, Role.VERB) else _BY_ROLE.get(word.role, "")
    return ", ".join(part for part in (said, placed) if part)


def _is_name(word: Word, gloss: Gloss, language: str) -> bool:
    """Whether a spelled English word is a name: it is spelled as it is written, with its capital."""
    as_written = word.spelling == word.text and word.text[:1].isupper()
    plain = gloss.origin is Origin.SPELLED and word.role is Role.CONTENT and not word.why
    return language == "en" and plain and as_written


def _confidence(word: Word, gloss: Gloss) -> float:
    if gloss.origin is Origin.SPELLED and (word.role is Role.NAME or word.pieces):
        return SURE if word.role is Role.NAME else LIKELY
    if word.role is Role.PRONOUN and gloss.origin in (Origin.DICTIONARY, Origin.SYNONYM):
        return LIKELY if gloss.origin is Origin.DICTIONARY else UNSURE
    if len(gloss.signs) > 1 and gloss.origin is Origin.LEMMA:
        return UNSURE
    return by_origin(gloss.origin)
