"""The roles of German words: adjectives, places and words of the closed classes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.text.german_verbs import before_noun, full, infinitive, inflected, joined_verb, owner_of, white
from pipeline.text.grammar import Grammar
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Role, Word, drop, tag


def classify(words: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary) -> list[Word]:
    """The words of a clause with their roles; what German Sign Language leaves out is dropped."""
    joined = joined_verb(words, grammar, vocabulary)
    result = [_classified(joined, index, grammar) for index in range(len(joined))]
    return _places(_degrees(result, grammar), grammar)


def _classified(words: Sequence[Word], index: int, grammar: Grammar) -> Word:
    """One word with its role, or dropped."""
    word, small = words[index], words[index].small
    if word.reason or word.role is not Role.CONTENT:
        return word
    owner = owner_of(word, grammar)
    if owner and (small not in (*grammar.pronouns, "sein") or before_noun(words, index, grammar)):
        glosses = grammar.pronouns["sein" if owner == "ihr" else owner]
        return replace(word, role=Role.PRONOUN, base=owner, spelling=owner, glosses=glosses)
    if grammar.is_a(small, "copula"):
        return drop(word, "copula")
    if small in grammar.pronouns and not _is_article(words, index, grammar):
        return _pronoun(words, index, grammar)
    if grammar.is_a(small, "existential"):
        return replace(word, role=Role.VERB, glosses=("GIBT-ES", "DA", "HABEN"))
    if grammar.is_a(small, "perfect", "future", "modal"):
        return _auxiliary(words, index, grammar)
    if reason := _unsigned(words, index, grammar):
        return drop(word, reason)
    if grammar.is_a(small, "negation") or _before_not(words, index, grammar):
        return tag(word, Role.NEGATION)
    if grammar.is_a(small, "negative_determiner"):
        return replace(word, role=Role.NEGATION, base="kein", spelling="kein", glosses=("KEIN", "NICHT"))
    if white(words, index, grammar):
        return replace(word, base=small, spelling=small)
    verb = infinitive(words, index, grammar)
    if verb:
        return replace(word, role=Role.VERB, base=verb, spelling=verb)
    greeting = index == 0 and grammar.is_a(small, "greeting_adjective")
    if inflected(word, grammar) and not greeting and before_noun(words, index, grammar):
        return tag(word, Role.ADJECTIVE)
    return word


def _before_not(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a word belongs to the "nicht" behind it: noch nicht, gar nicht."""
    following = words[index + 1].small if index + 1 < len(words) else ""
    return grammar.is_a(words[index].small, "before_negation") and grammar.is_a(following, "negation")


def _degrees(words: list[Word], grammar: Grammar) -> list[Word]:
    """The words with "sehr" before an adjective going where the adjective goes."""
    result = list(words)
    for index, (word, following) in enumerate(pairwise(words)):
        if following.role is Role.ADJECTIVE and grammar.is_a(word.small, "degree"):
            result[index] = tag(word, Role.ADJECTIVE)
    return result


def _is_article(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether das or dies belongs to a noun and does not stand for one."""
    return grammar.is_a(words[index].small, "demonstrative") and before_noun(words, index, grammar)


def _impersonal(words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a clause says what the time or the state of things is: es ist halb acht, es wird kalt."""
    if not any(grammar.is_a(other.small, "copula", "impersonal_verb") for other in words):
        return False
    timed = any(other.role is Role.TIME and grammar.is_a(other.small, "hour", "time_unit") for other in words)
    named = any(other.capital and other.role in (Role.CONTENT, Role.NAME) for other in words[1:])
    return timed or not (named or any(owner_of(other, grammar) for other in words if other.small != "sein"))


def _pronoun(words: Sequence[Word], index: int, grammar: Grammar) -> Word:
    """A pronoun with its pointing glosses; an "es" that points at nothing is dropped."""
    word = words[index]
    weather = any(grammar.is_a(other.small, "weather_verb") for other in words)
    if word.small == "es" and (weather or _impersonal(words, grammar)):
        return drop(word, "points at nothing")
    if any(word.small in grammar.own.get(other.small, ()) for other in words):
        return drop(word, "reflexive pronoun")
    polite = index > 0 and word.text in ("Sie", "Ihnen")
    glosses = grammar.pronouns["du" if polite else word.small]
    return replace(word, role=Role.PRONOUN, base=word.small, spelling=word.small, glosses=glosses)


def _auxiliary(words: Sequence[Word], index: int, grammar: Grammar) -> Word:
    """Forms of haben, werden and the modal verbs: auxiliaries beside a full verb, else verbs themselves."""
    word = words[index]
    if grammar.is_a(word.small, "modal"):
        return tag(word, Role.MODAL)
    others = [other for place, other in enumerate(words) if place != index and full(words, place, grammar)]
    future = grammar.is_a(word.small, "future") and any(other.small == other.base for other in others)
    timed = any(other.role is Role.TIME for other in words)
    if others and future and not timed and word.base == "werden" and word.small[:3] not in ("wur", "wür"):
        return replace(word, role=Role.MODAL, base="werden", spelling="werden")
    return drop(word, "auxiliary") if others else tag(word, Role.VERB)


def _unsigned(words: Sequence[Word], index: int, grammar: Grammar) -> str:
    """Why a word is not signed; empty when it is."""
    small, following = words[index].small, words[index + 1 : index + 2]
    if grammar.is_a(small, "article"):
        return "article"
    if grammar.is_a(small, "reflexive"):
        return "reflexive pronoun"
    if grammar.is_a(small, "infinitive_marker") and following and full(words, index + 1, grammar):
        return "infinitive marker"
    return ""


def _places(words: list[Word], grammar: Grammar) -> list[Word]:
    """The words with prepositions of place and direction dropped, and the scene of the action tagged.

    Where somebody lives, is or goes belongs to the verb; where something else happens comes first.
    """
    result = list(words)
    verbs = [word.base for word in words if word.role is Role.VERB]
    scene = bool(verbs) and not any(verb in grammar.classes["place_verb"] for verb in verbs)
    for index, word in enumerate(words):
        if word.role is not Role.CONTENT or word.reason or index + 1 == len(words):
            continue
        end = _noun_after(words, index)
        if not end or not grammar.is_a(word.small, "place_preposition", "direction_preposition"):
            continue
        if word.small == "nach" and not words[index + 1].capital:
            continue
        result[index] = drop(word, "preposition")
        if scene and grammar.is_a(word.small, "scene_preposition"):
            for place in range(index + 1, end):
                movable = words[place].role in (Role.CONTENT, Role.PRONOUN) and not words[place].reason
                result[place] = tag(words[place], Role.PLACE) if movable else words[place]
    return result


def _noun_after(words: Sequence[Word], index: int) -> int:
    """One past the noun that a preposition governs; 0 when there is none."""
    for place in range(index + 1, len(words)):
        word = words[place]
        if word.capital and word.role in (Role.CONTENT, Role.NAME):
            return place + 1
        if not word.reason and word.role not in (Role.PRONOUN, Role.ADJECTIVE):
            return 0
    return 0
