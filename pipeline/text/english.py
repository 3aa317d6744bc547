"""The order of American Sign Language for the words of an English clause.

Expressions of time first, then subject, verb and object as in English, with NOT before the verb, NONE
at the end and question words last (Neidle et al. 2000; Valli and Lucas 2000). English articles, the
copula, the auxiliary "do" and the prepositions "to", "of" and "at" are not signed. "Have" before a
participle is FINISH where the dictionary has it.
"""

from collections.abc import Sequence

from pipeline.text.english_words import classify, fuse_negations
from pipeline.text.grammar import Grammar
from pipeline.text.times import YEAR, mark_times
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Clause, Role, Word, cut, dropped, opened, pick, signed, tag, without


def clauses(phrases: list[Clause], grammar: Grammar) -> list[Clause]:
    """The clauses of a sentence whose phrases are given as the punctuation separates them.

    A phrase is cut before a conjunction that a subject or a time of its own follows.
    """
    return cut(_dated(phrases, grammar), _starts_clause, grammar)


def arrange(words: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary, question: bool) -> list[Word]:
    """A clause in signing order, with the words that are not signed at its end."""
    read = _name(mark_times(words, grammar), grammar)
    question = question or _asks(read, grammar)
    read = classify(_ask(read, grammar) if question else read, grammar, vocabulary)
    unsigned, kept = dropped(read), fuse_negations(signed(read), vocabulary)
    opening, rest = opened(kept, grammar)
    times, rest = pick(rest, Role.TIME), without(rest, Role.TIME)
    if question:
        rest = _inverted(rest, grammar)
    last = (Role.FINAL_NEGATION, Role.QUESTION)
    middle, negation, asked = without(rest, *last), pick(rest, last[0]), pick(rest, last[1])
    return [*opening, *times, *middle, *negation, *asked, *unsigned]


def _dated(phrases: list[Clause], grammar: Grammar) -> list[Clause]:
    """Phrases that are only a year joined to the date before them: "July 4th, 1998"."""
    result: list[Clause] = []
    for phrase in phrases:
        last = result[-1].words[-2:] if result else ()
        dated = len(last) == 2 and last[0].small in grammar.numerals.months
        year = phrase.words[:1]
        if dated and year and year[0].role is Role.NUMBER and YEAR.fullmatch(year[0].text):
            result[-1] = Clause((*result[-1].words, *phrase.words), phrase.pause)
        else:
            result.append(phrase)
    return result


def _starts_clause(phrase: Sequence[Word], start: int, index: int, grammar: Grammar) -> bool:
    """Whether a conjunction at `index` begins a clause of its own."""
    after = phrase[index + 1 :]
    if grammar.is_a(phrase[index].small, "subordinator"):
        return phrase[index].small not in ("so", "then") or _subject_first(after, grammar)
    if not grammar.is_a(phrase[index].small, "coordinator") or not after:
        return False
    own_start = _subject_first(after, grammar) or grammar.is_a(after[0].small, "time")
    subjects = [word for word in phrase[start:index] if grammar.is_a(word.small, "subject")]
    return own_start and index - start >= 2 and bool(subjects)


def _subject_first(words: Sequence[Word], grammar: Grammar) -> bool:
    return bool(words) and grammar.is_a(words[0].small, "subject")


def _name(words: list[Word], grammar: Grammar) -> list[Word]:
    """Names tagged where the text introduces them: "my name is Rose", "Mr. King"."""
    result = list(words)
    for index, word in enumerate(words):
        if not grammar.is_a(word.small.rstrip("."), "introduces_name"):
            continue
        start = index + 1
        while start < len(words) and _is_copula(words[start], grammar):
            start += 1
        stated = start > index + 1 and start + 1 == len(words)
        for place in range(start, len(words)):
            if words[place].role is not Role.CONTENT or not (words[place].capital or stated):
                break
            result[place] = tag(words[place], Role.NAME)
    return result


def _is_copula(word: Word, grammar: Grammar) -> bool:
    return grammar.is_a(word.small, "copula") or word.text == "'s"


def _asks(words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a clause is a question without its question mark: "what is your name"."""
    if len(words) < 2 or not grammar.is_a(words[0].small, "question"):
        return False
    return _is_copula(words[1], grammar) or grammar.is_a(words[1].small, "support", "modal")


def _ask(words: list[Word], grammar: Grammar) -> list[Word]:
    """The words of a clause with the question words it starts with tagged."""
    starters = ("coordinator", "subordinator", "greeting", "preposition", "passed_over_preposition")
    for index, word in enumerate(words):
        first = word.small.split()[0]
        if grammar.is_a(first, "question"):
            many = index + 1 < len(words) and grammar.is_a(words[index + 1].small, "question_companion")
            stop = index + 1 + (many and word.small == "how")
            return [*words[:index], *(tag(part, Role.QUESTION) for part in words[index:stop]), *words[stop:]]
        if word.role is not Role.TIME and not grammar.is_a(word.small, *starters):
            break
    return words


def _inverted(words: list[Word], grammar: Grammar) -> list[Word]:
    """The subject put back in front of the modal or NOT that a question starts with."""
    start = next((index for index, word in enumerate(words) if word.role is not Role.QUESTION), 0)
    stop = start
    while stop < len(words) and words[stop].role in (Role.MODAL, Role.NEGATION):
        stop += 1
    if stop in (start, len(words)):
        return words
    end = stop + 1
    if grammar.is_a(words[stop].small, "possessive"):
        end += 1
    return [*words[:start], *words[stop:end], *words[start:stop], *words[end:]]
