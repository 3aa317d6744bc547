"""A text in English, German or Chinese as glosses in the order of a sign language, by rules."""

from dataclasses import replace

from pipeline.errors import BadInput
from pipeline.text.gloss import Dropped, Gloss, GlossSequence, Reading
from pipeline.text.glossary import EMPTY, Glossary
from pipeline.text.grammar import Grammar, grammar
from pipeline.text.languages import LANGUAGE_PAIRS
from pipeline.text.lemmas import warm_up as warm_up_words
from pipeline.text.lookup import typed_gloss
from pipeline.text.phrasebook import phrasebook
from pipeline.text.rules import sign
from pipeline.text.sentences import sentences
from pipeline.text.tokens import Kind, tokenize
from pipeline.text.vocabulary import vocabulary


def translate(
    text: str, language: str, sign_language: str, known: frozenset[str], glossary: Glossary = EMPTY
) -> GlossSequence:
    """The glosses of a text; `known` are the glosses of the dictionary they will be performed with.

    What the user's `glossary` says wins over every rule. Every character but spaces and punctuation
    lies in the span of a gloss or of a dropped word. Raises BadInput for languages that are no pair of
    `LANGUAGE_PAIRS`; takes any text.
    """
    rules, words = rules_for(language, sign_language), vocabulary(known)
    book = phrasebook(glossary.of(language, sign_language), rules)
    tokens = tokenize(text, rules)
    left_out = [
        Dropped(token.span, "invisible character") for token in tokens if token.kind is Kind.INVISIBLE
    ]
    readings: list[Reading] = []
    glosses: list[Gloss] = []
    for sentence in sentences(token for token in tokens if token.kind is not Kind.INVISIBLE):
        found, dropped = sign(sentence, rules, words, book)
        left_out += dropped
        glosses += found[0].glosses
        if found[0].glosses:
            readings += found
        elif glosses and sentence.pause > glosses[-1].pause:
            glosses[-1] = replace(glosses[-1], pause=sentence.pause)
    left_out.sort(key=lambda left: left.span)
    return GlossSequence(text, language, sign_language, tuple(glosses), tuple(left_out), tuple(readings))


def regloss(name: str, known: frozenset[str], language: str, sign_language: str) -> Gloss:
    """A gloss as somebody typed it: from the dictionary, joined with + or -, else its letters.

    It has no span. Raises BadInput when nothing is typed, and for languages that are no pair.
    """
    if not name.strip():
        raise BadInput("A gloss needs a name: type a word, or delete the gloss.")
    return typed_gloss(" ".join(name.split()), rules_for(language, sign_language), vocabulary(known))


def warm_up(language: str | None = None) -> None:
    """Read the word list of a language, or of all; safe to call in a thread while others translate.

    Without it the first translation takes about 0.1 s longer in English and 0.5 s in German.
    """
    for text_language, sign_language in LANGUAGE_PAIRS:
        if language in (None, text_language):
            warm_up_words(text_language)
            grammar(text_language, sign_language)


def rules_for(language: str, sign_language: str) -> Grammar:
    """The word lists of a pair of languages; raises BadInput for languages that are no pair."""
    if (language, sign_language) not in LANGUAGE_PAIRS:
        pairs = ", ".join(f"{text} to {sign}" for text, sign in LANGUAGE_PAIRS)
        raise BadInput(
            f"There is no translation from {language!r} to {sign_language!r}: choose one of {pairs}."
        )
    return grammar(language, sign_language)
