"""Capitals of German words set right where their place hides what they say.

German nouns have a capital everywhere, other words only where a sentence starts.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import is_word, lemma
from pipeline.text.tokens import Kind, Token

INFINITIVES = ("en", "ern", "eln")

_NEVER_NOUNS = (
    "negation", "before_negation", "copula", "perfect", "future", "modal", "coordinator", "subordinator",
    "preposition", "quantifier", "greeting", "question", "degree",
)  # fmt: skip
"""Classes of words that word lists have with a capital too."""


def cased(tokens: Sequence[Token], grammar: Grammar, *, initial: bool) -> list[Token]:
    """The tokens with a small first word where the sentence gave it its capital, and with capitals
    on nouns where the writer uses none."""
    result = list(tokens)
    if initial and _capital_by_place(result, grammar):
        result[0] = replace(result[0], text=result[0].text.lower())
    elif not any(token.text[0].isupper() for token in result if token.kind is Kind.WORD):
        for index in range(1, len(result)):
            if _noun_after(result[index - 1], result[index], grammar):
                result[index] = replace(result[index], text=result[index].text.capitalize())
    return result


def _capital_by_place(tokens: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the first word of a sentence would be small elsewhere.

    That is a verb before its subject or object ("Fahren Sie", "Mach die Tür zu") or an inflected
    adjective before a noun ("Alte Leute").
    """
    if len(tokens) < 2 or any(token.kind is not Kind.WORD for token in tokens[:2]):
        return False
    first, second = tokens[0].text.lower(), tokens[1].text
    if not is_word(first, "de") or first in grammar.pronouns:
        return False
    if second.lower() in grammar.classes["subject"]:
        return True
    base = grammar.lemmas.get(first) or lemma(first, "de")
    if base.endswith(INFINITIVES) and _follows_verb(second, grammar):
        return True
    return second[0].isupper() and base.islower() and base != first


def _follows_verb(text: str, grammar: Grammar) -> bool:
    """Whether a word can hardly follow a noun: an article, a pronoun, a possessive, "bitte"."""
    return (
        grammar.is_a(text, "article") or text in grammar.pronouns or text == "bitte" or _owns(text, grammar)
    )


def _owns(text: str, grammar: Grammar) -> bool:
    """Whether a word is a form of a possessive, "sein" apart, which is a verb too."""
    owners = tuple(owner for owner in grammar.classes["possessive"] if owner != "sein")
    return text.startswith(owners) and len(text) <= len("unseren")


def _noun_after(before: Token, token: Token, grammar: Grammar) -> bool:
    """Whether a small word is a noun though it could be a verb: after an article and the like."""
    if token.kind is not Kind.WORD or not is_word(token.text.capitalize(), "de"):
        return False
    if token.text in grammar.pronouns or grammar.is_a(token.text, *_NEVER_NOUNS):
        return False
    determined = grammar.is_a(before.text, "article", "before_ordinal", "negative_determiner")
    base = lemma(token.text, "de")
    return (determined or _owns(before.text, grammar)) and (base.endswith(INFINITIVES) or base == token.text)
