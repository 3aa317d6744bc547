"""One sentence by rules: clauses in signing order, each word looked up, and other orders of the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.text import chinese, english, german
from pipeline.text.gloss import Dropped, Gloss, Mood, Reading, Span, in_mood
from pipeline.text.grammar import Grammar
from pipeline.text.lookup import glosses_of
from pipeline.text.orders import VARIANTS, Order
from pipeline.text.phrasebook import Phrasebook
from pipeline.text.reading import words_of
from pipeline.text.sentences import Sentence
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Clause, Role, Word, drop, dropped, signed

_CLAUSES: dict[str, Callable[[list[Clause], Grammar], list[Clause]]] = {
    "en": english.clauses,
    "de": german.clauses,
    "zh": chinese.clauses,
}
_ARRANGE: dict[str, Callable[[Sequence[Word], Grammar, Vocabulary, bool], list[Word]]] = {
    "en": english.arrange,
    "de": german.arrange,
    "zh": chinese.arrange,
}


@dataclass(frozen=True, slots=True)
class _Signed:
    """A clause in signing order, with the glosses of each of its words."""

    words: tuple[Word, ...]
    glosses: dict[Word, tuple[Gloss, ...]]
    pause: float


def sign(
    sentence: Sentence, rules: Grammar, vocabulary: Vocabulary, book: Phrasebook
) -> tuple[tuple[Reading, ...], list[Dropped]]:
    """All readings of a sentence, the rules' own first, and the words that are not signed."""
    clauses: list[_Signed] = []
    left_out: list[Dropped] = []
    for clause in _clauses(sentence, rules, vocabulary, book):
        ordered = [
            _corrected(word, book) for word in _ordered(clause.words, sentence.question, rules, vocabulary)
        ]
        ordered = [_paused(word, rules, vocabulary) for word in ordered]
        left_out += [Dropped(word.span, word.reason) for word in dropped(ordered)]
        words = tuple(signed(ordered))
        glosses = {word: glosses_of(word, rules, vocabulary) for word in words}
        clauses.append(_Signed(words, glosses, clause.pause))
    conditional, clauses = _condition_first(clauses, rules)
    mood = _mood(sentence.question, clauses, conditional)
    return tuple(_readings(clauses, sentence.span, mood, rules)), left_out


def _clauses(sentence: Sentence, rules: Grammar, vocabulary: Vocabulary, book: Phrasebook) -> list[Clause]:
    phrases: list[Clause] = []
    started = False
    for phrase in sentence.phrases:
        words = words_of(phrase.tokens, rules, vocabulary, book, initial=not started)
        phrases.append(Clause(words, phrase.pause))
        started = started or bool(phrase.tokens)
    return _CLAUSES[rules.language](phrases, rules)


def _ordered(words: Sequence[Word], question: bool, rules: Grammar, vocabulary: Vocabulary) -> list[Word]:
    return _ARRANGE[rules.language](words, rules, vocabulary, question)


def _corrected(word: Word, book: Phrasebook) -> Word:
    """The word as the user's glossary wants it: also a verb that was put together only now."""
    entry = word.entry or (book.form(word.base) if not word.reason else None)
    if entry is None:
        return word
    return replace(word, entry=entry) if entry.glosses else drop(word, "your glossary")


def _paused(word: Word, rules: Grammar, vocabulary: Vocabulary) -> Word:
    """The word, dropped when it only joins others and no sign does: nobody spells U-N-D."""
    joins = rules.is_a(word.small, "joining") and not word.reason
    signs = vocabulary.words and not vocabulary.has_word(word.small)
    return drop(word, "joins, without a sign of its own") if joins and signs else word


def _condition_first(clauses: list[_Signed], rules: Grammar) -> tuple[bool, list[_Signed]]:
    """Whether there is a condition, and the clauses with each before what depends on it.

    Pauses stay where they were made.
    """
    order = list(clauses)
    found = False
    for index, clause in enumerate(order):
        if clause.words and rules.is_a(clause.words[0].small, "condition"):
            found = True
            if (
                index
                and order[index - 1].words
                and not rules.is_a(order[index - 1].words[0].small, "condition")
            ):
                order[index - 1], order[index] = order[index], order[index - 1]
    return found, [replace(clause, pause=was.pause) for clause, was in zip(order, clauses, strict=True)]


def _mood(question: bool, clauses: Iterable[_Signed], conditional: bool) -> Mood:
    asked = any(word.role is Role.QUESTION for clause in clauses for word in clause.words)
    if asked or question:
        return Mood.CONTENT if asked else Mood.YES_NO
    return Mood.CONDITION if conditional else Mood.STATEMENT


def _readings(clauses: Sequence[_Signed], span: Span, mood: Mood, rules: Grammar) -> Iterator[Reading]:
    """The sentence in every order that differs from those before."""
    seen: set[str] = set()
    for label, variant in VARIANTS[rules.language]:
        reading = Reading(span, in_mood(_in_order(clauses, variant), mood), label, mood)
        if reading.names not in seen:
            seen.add(reading.names)
            yield reading


def _in_order(clauses: Iterable[_Signed], order: Order) -> tuple[Gloss, ...]:
    """The glosses of all clauses, the pause of each after its last."""
    result: list[Gloss] = []
    for clause in clauses:
        result += [gloss for word in order(clause.words) for gloss in clause.glosses[word]]
        if result and clause.pause > result[-1].pause:
            result[-1] = replace(result[-1], pause=clause.pause)
    return tuple(result)
