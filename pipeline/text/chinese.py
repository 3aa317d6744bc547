"""The order of Chinese Sign Language (CSL) for the words of a Chinese clause.

Expressions of time first, negations after what they deny and question words last (Yang and Fischer 2002;
Fischer and Gong 2010). Particles, the copula, prepositions and the measure words after numbers are not
signed; the particle of a finished action is the sign 完 where the dictionary has it.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.text.grammar import Grammar
from pipeline.text.segmentation import part_of_speech
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Clause, Role, Word, drop, dropped, opened, pick, signed, tag, without

_LAST = (Role.NEGATION, Role.QUESTION)
_UNSIGNED = {"particle": "particle", "copula": "copula", "preposition": "preposition"}
_FINISHED = ("完", "了")


def clauses(phrases: list[Clause], grammar: Grammar) -> list[Clause]:
    """The clauses of a sentence: Chinese commas separate them."""
    return phrases


def arrange(words: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary, question: bool) -> list[Word]:
    """A clause in signing order, with the words that are not signed at its end."""
    read = [_classified(words, index, grammar, vocabulary) for index in range(len(words))]
    unsigned, kept = dropped(read), signed(read)
    opening, rest = opened(kept, grammar)
    times = pick(rest, Role.TIME)
    last = [word for role in _LAST for word in pick(rest, role)]
    return [*opening, *times, *without(rest, Role.TIME, *_LAST), *last, *unsigned]


def _classified(words: Sequence[Word], index: int, grammar: Grammar, vocabulary: Vocabulary) -> Word:
    """One word with its role, or dropped."""
    word, text = words[index], words[index].text
    before = words[index - 1] if index else None
    if word.role is Role.NUMBER:
        timed = index + 1 < len(words) and _unit_of_time(words[index + 1], grammar)
        return tag(word, Role.TIME) if timed else word
    if word.role is not Role.CONTENT:
        return word
    if text in grammar.pronouns:
        return replace(word, role=Role.PRONOUN, glosses=grammar.pronouns[text])
    if grammar.is_a(text, "perfect"):
        return _finished(word, vocabulary)
    for name, reason in _UNSIGNED.items():
        if grammar.is_a(text, name):
            return drop(word, reason)
    if grammar.is_a(text, "measure") and before and _counts(before):
        return drop(word, "measure word")
    if _unit_of_time(word, grammar) and before and before.role is Role.NUMBER:
        return tag(word, Role.TIME)
    return _open(word, grammar)


def _open(word: Word, grammar: Grammar) -> Word:
    for name, role in (("time", Role.TIME), ("question", Role.QUESTION), ("negation", Role.NEGATION)):
        if grammar.is_a(word.text, name):
            return tag(word, role)
    if grammar.is_a(word.text, "modal"):
        return tag(word, Role.MODAL)
    return tag(word, Role.VERB) if part_of_speech(word.text) == "v" else word


def _finished(word: Word, vocabulary: Vocabulary) -> Word:
    if any(vocabulary.has(gloss) for gloss in _FINISHED):
        return replace(word, glosses=_FINISHED, why="finished action")
    return drop(word, "particle")


def _counts(word: Word) -> bool:
    """Whether a measure word may follow: a number, this, that, how many."""
    return word.role is Role.NUMBER or word.text in "这那哪几每" or part_of_speech(word.text) == "m"


def _unit_of_time(word: Word, grammar: Grammar) -> bool:
    return grammar.is_a(word.text, "time_unit") and word.text != "岁"
