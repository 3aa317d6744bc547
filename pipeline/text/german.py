"""The order of German Sign Language (DGS) for the words of a German clause.

Time, place, subject, object, verb, modal verb, negation, question word; adjectives after their noun
(Happ and Vorköper 2006; Papaspyrou et al. 2008). German articles, the copula, auxiliaries, reflexive
pronouns and prepositions of place and direction are not signed; separated verbs are put together.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.text.german_verbs import shares_auxiliary, verbal
from pipeline.text.german_words import classify
from pipeline.text.grammar import Grammar
from pipeline.text.times import mark_times
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Clause, Role, Word, cut, dropped, opened, pick, signed, tag, without

_LAST = (Role.VERB, Role.MODAL, Role.NEGATION, Role.QUESTION)
"""What stands behind subject and object, in this order."""


def clauses(phrases: list[Clause], grammar: Grammar) -> list[Clause]:
    """The clauses of a sentence whose phrases are given as the punctuation separates them.

    A phrase without a verb belongs to the one before it, as in an enumeration; a phrase is cut
    before a conjunction that joins two parts with a verb each.
    """
    return cut(_enumerations(phrases, grammar), _starts_clause, grammar)


def arrange(words: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary, question: bool) -> list[Word]:
    """A clause in signing order, with the words that are not signed at its end."""
    read = _name(mark_times(words, grammar), grammar)
    question = question or _asks(read, grammar)
    read = classify(_ask(read, grammar) if question else read, grammar, vocabulary)
    unsigned, kept = dropped(read), signed(read)
    opening, rest = opened(kept, grammar)
    rest = _negated_one_by_one(_nouns_first(rest))
    times, places = pick(rest, Role.TIME), pick(rest, Role.PLACE)
    middle = without(rest, Role.TIME, Role.PLACE, *_LAST)
    return [
        *opening,
        *times,
        *places,
        *middle,
        *(word for role in _LAST for word in pick(rest, role)),
        *unsigned,
    ]


def _enumerations(phrases: list[Clause], grammar: Grammar) -> list[Clause]:
    """Phrases without a verb joined to a phrase with one before them."""
    result: list[Clause] = []
    for phrase in phrases:
        last = result[-1] if result else None
        listed = phrase.words and last and 0 < last.pause <= 0.25 and _has_verb(last.words, grammar)
        if last and listed and not _has_verb(phrase.words, grammar) and not _opens(phrase.words[0], grammar):
            paused = replace(last.words[-1], pause=last.pause)
            result[-1] = Clause((*last.words[:-1], paused, *phrase.words), phrase.pause)
        else:
            result.append(phrase)
    return result


def _opens(word: Word, grammar: Grammar) -> bool:
    return grammar.is_a(word.small, "subordinator", "coordinator", "greeting", "question")


def _has_verb(words: Sequence[Word], grammar: Grammar) -> bool:
    return any(verbal(words, index, grammar) for index in range(len(words)))


def _starts_clause(phrase: Sequence[Word], start: int, index: int, grammar: Grammar) -> bool:
    """Whether a conjunction at `index` joins two parts that have a verb each."""
    if not grammar.is_a(phrase[index].small, "coordinator"):
        return False
    before, after = phrase[start:index], phrase[index + 1 :]
    if not (_has_verb(before, grammar) and _has_verb(after, grammar)):
        return False
    return not shares_auxiliary(before, after, grammar)


def _name(words: list[Word], grammar: Grammar) -> list[Word]:
    """Names tagged where the text introduces them: "ich heiße Rose", "Herr König"."""
    result = list(words)
    for index, word in enumerate(words):
        if not grammar.is_a(word.small.rstrip("."), "introduces_name"):
            continue
        titled = word.small in ("frau", "herr", "herrn")
        if titled and index and not _before_title(words[index - 1], grammar):
            continue
        start = index + 1
        while start < len(words) and grammar.is_a(words[start].small, "copula", "subject"):
            start += 1
        stated = start > index + 1 and start + 1 == len(words) and word.small == "name"
        for place in range(start, len(words)):
            if words[place].role is not Role.CONTENT or not (words[place].capital or stated):
                break
            result[place] = tag(words[place], Role.NAME)
    return result


def _before_title(word: Word, grammar: Grammar) -> bool:
    """Whether "Frau" after this word is a title: not "die Frau", not "meine Frau"."""
    return not grammar.is_a(word.small, "article") and not grammar.is_a(word.base.lower(), "possessive")


def _asks(words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a clause is a question without its question mark: "wie heißt du"."""
    return len(words) > 1 and grammar.is_a(words[0].small, "question") and verbal(words, 1, grammar)


def _ask(words: list[Word], grammar: Grammar) -> list[Word]:
    """The words of a clause with the question words it starts with tagged."""
    starters = ("coordinator", "greeting", "preposition", "place_preposition", "direction_preposition")
    for index, word in enumerate(words):
        if grammar.is_a(word.small.split()[0], "question"):
            more = index + 1 < len(words) and grammar.is_a(words[index + 1].small, "question_companion")
            stop = index + 1 + (more and word.small == "wie")
            return [*words[:index], *(tag(part, Role.QUESTION) for part in words[index:stop]), *words[stop:]]
        if word.role is not Role.TIME and not grammar.is_a(word.small, *starters):
            break
    return words


def _nouns_first(words: list[Word]) -> list[Word]:
    """Adjectives behind the noun that they stand before."""
    result: list[Word] = []
    waiting: list[Word] = []
    for word in words:
        if word.role is Role.ADJECTIVE:
            waiting.append(word)
            continue
        result.append(word)
        if waiting:
            result += [tag(adjective, word.role) for adjective in waiting]
            waiting = []
    return result + waiting


def _negated_one_by_one(words: list[Word]) -> list[Word]:
    """Each of several "kein" behind its own noun; a single one negates the clause and stays.

    It takes over the pause between the parts of an enumeration.
    """
    negations = [word for word in words if word.role is Role.NEGATION and word.base == "kein"]
    if len(negations) < 2:
        return words
    result = list(words)
    for negation in negations:
        start = result.index(negation)
        noun = next((at for at in range(start + 1, len(result)) if result[at].capital), None)
        if noun is None or any(word in negations for word in result[start + 1 : noun]):
            continue
        end = noun + 1
        while end < len(result) and result[end].span < result[noun].span:  # its adjectives
            end += 1
        last = result[end - 1]
        moved = replace(negation, role=result[noun].role, pause=max(negation.pause, last.pause))
        result[start:end] = [*result[start + 1 : end - 1], replace(last, pause=0.0), moved]
    return result
