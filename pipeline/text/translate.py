"""A text in English or German as glosses in the order of American or German Sign Language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import BadInput
from pipeline.text import english, german, lemmas
from pipeline.text.gloss import Dropped, Gloss, GlossSequence
from pipeline.text.grammar import Grammar, grammar
from pipeline.text.languages import LANGUAGE_PAIRS
from pipeline.text.lookup import glosses_of, typed_gloss
from pipeline.text.reading import words_of
from pipeline.text.tokens import SENTENCE_PAUSE, Kind, Token, pause_seconds, tokenize
from pipeline.text.vocabulary import Vocabulary, vocabulary
from pipeline.text.words import Clause, Word, dropped, signed

LONGEST_PHRASE = 100
"""Words after which a text without punctuation is cut, to translate in a time that grows with its length."""


def translate(text: str, language: str, sign_language: str, known: frozenset[str]) -> GlossSequence:
    """The glosses of a text; `known` are the glosses of the dictionary they will be performed with.

    Every character but spaces and punctuation lies in the span of a gloss or of a dropped word.
    Raises BadInput for languages that are no pair of `LANGUAGE_PAIRS`; takes any text.
    """
    rules, words = _rules(language, sign_language), vocabulary(known)
    tokens = tokenize(text, rules)
    left_out = [
        Dropped(token.span, "invisible character") for token in tokens if token.kind is Kind.INVISIBLE
    ]
    glosses: list[Gloss] = []
    for sentence in _sentences([token for token in tokens if token.kind is not Kind.INVISIBLE]):
        for clause in _clauses(sentence, rules, words):
            ordered = _ordered(clause.words, sentence.question, rules, words)
            glosses += [gloss for word in signed(ordered) for gloss in glosses_of(word, rules, words)]
            left_out += [Dropped(word.span, word.reason) for word in dropped(ordered)]
            if glosses and clause.pause > glosses[-1].pause:
                glosses[-1] = replace(glosses[-1], pause=clause.pause)
    left_out.sort(key=lambda left: left.span)
    return GlossSequence(text, language, sign_language, tuple(glosses), tuple(left_out))


def regloss(name: str, known: frozenset[str], language: str, sign_language: str) -> Gloss:
    """A gloss as somebody typed it: from the dictionary, joined with + or -, else its letters.

    It has no span. Raises BadInput when nothing is typed, and for languages that are no pair.
    """
    if not name.strip():
        raise BadInput("A gloss needs a name: type a word, or delete the gloss.")
    return typed_gloss(" ".join(name.split()), _rules(language, sign_language), vocabulary(known))


def warm_up(language: str | None = None) -> None:
    """Read the word list of a language, or of all; safe to call in a thread while others translate.

    Without it the first translation takes about 0.1 s longer in English and 0.5 s in German.
    """
    for text_language, sign_language in LANGUAGE_PAIRS:
        if language in (None, text_language):
            lemmas.warm_up(text_language)
            grammar(text_language, sign_language)


def _rules(language: str, sign_language: str) -> Grammar:
    if (language, sign_language) not in LANGUAGE_PAIRS:
        pairs = ", ".join(f"{text} to {sign}" for text, sign in LANGUAGE_PAIRS)
        raise BadInput(
            f"There is no translation from {language!r} to {sign_language!r}: choose one of {pairs}."
        )
    return grammar(language, sign_language)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Tokens between two pauses, and the seconds of the second."""

    tokens: tuple[Token, ...]
    pause: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Phrases up to the end of a sentence."""

    phrases: tuple[_Phrase, ...]
    question: bool


def _sentences(tokens: Sequence[Token]) -> Iterator[_Sentence]:
    phrases: list[_Phrase] = []
    words: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.PAUSE:
            words.append(token)
            if len(words) == LONGEST_PHRASE:
                phrases.append(_Phrase(tuple(words), 0.0))
                words = []
            continue
        pause = pause_seconds(token.text)
        phrases.append(_Phrase(tuple(words), pause))
        words = []
        if pause >= SENTENCE_PAUSE:
            yield _Sentence(tuple(phrases), "?" in token.text)
            phrases = []
    yield _Sentence((*phrases, _Phrase(tuple(words), 0.0)), question=False)


def _clauses(sentence: _Sentence, rules: Grammar, words: Vocabulary) -> list[Clause]:
    phrases: list[Clause] = []
    started = False
    for phrase in sentence.phrases:
        phrases.append(Clause(words_of(phrase.tokens, rules, words, initial=not started), phrase.pause))
        started = started or bool(phrase.tokens)
    return german.clauses(phrases, rules) if rules.language == "de" else english.clauses(phrases, rules)


def _ordered(clause: tuple[Word, ...], question: bool, rules: Grammar, words: Vocabulary) -> list[Word]:
    if rules.language == "de":
        return german.arrange(clause, rules, words, question)
    return english.arrange(clause, rules, words, question)
