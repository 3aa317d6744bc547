"""German verbs: which words are some, their infinitives, and those that stand in two parts."""

from collections.abc import Sequence

from pipeline.text.grammar import Grammar
from pipeline.text.lemmas import is_word, lemma
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Role, Word, join

_INFINITIVES = ("en", "eln", "ern", "tun")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_UNINFLECTED = frozenset({"prima", "rosa", "lila", "beige"})
_BELONG = frozenset(f"gehör{ending}" for ending in ("e", "en", "st", "t", "te", "test", "ten", "tet"))
_DATIVES = frozenset({"mir", "dir", "ihm", "ihr", "uns", "euch", "ihnen", "wem"})


def verbal(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a word is a verb of any kind, auxiliaries and the copula among them."""
    small = words[index].small
    if grammar.is_a(small, "copula", "perfect", "future", "modal"):
        return small != "sein" or not before_noun(words, index, grammar)
    return grammar.is_a(small, "existential") or bool(infinitive(words, index, grammar))


def infinitive(words: Sequence[Word], index: int, grammar: Grammar) -> str:
    """The infinitive of a full verb, or nothing: in small letters, or in front of its subject."""
    word = words[index]
    if word.role not in (Role.CONTENT, Role.TIME) or _closed(word, grammar):
        return ""
    small = word.small
    if white(words, index, grammar):
        return ""
    if word.capital:
        inverted = index + 1 < len(words) and grammar.is_a(words[index + 1].small, "subject")
        unusual = is_word(small, grammar.language) and not is_word(word.text, grammar.language)
        if index or not (inverted or unusual):
            return ""
    base = grammar.lemmas.get(small) or lemma(small, grammar.language)
    if _belongs(words, index, grammar):
        base = "gehören"
    if small.endswith("e") and _beside_ich(words, index) and is_word(f"{small}n", grammar.language):
        base = f"{small}n"
    return base if base.islower() and base.endswith(_INFINITIVES) and word.role is Role.CONTENT else ""


def white(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether "weiß" is the colour: nothing else stands there, or the copula does."""
    copula = any(grammar.is_a(other.small, "copula") for other in words)
    return words[index].small == "weiß" and (copula or len(words) == 1)


def _beside_ich(words: Sequence[Word], index: int) -> bool:
    """Whether "ich" stands next to a word, which is a verb then: heiße, not the adjective."""
    neighbours = (*words[max(index - 1, 0) : index], *words[index + 1 : index + 2])
    return any(word.small == "ich" for word in neighbours)


def _closed(word: Word, grammar: Grammar) -> bool:
    """Whether a word cannot be a full verb though its ending may say so."""
    classes = (
        "article", "copula", "perfect", "future", "modal", "negation", "negative_determiner", "question",
        "not_a_verb", "quantifier", "coordinator", "subordinator", "preposition", "place_preposition",
        "direction_preposition", "time", "reflexive", "subject", "greeting",
    )  # fmt: skip
    return (
        grammar.is_a(word.small, *classes) or word.small in grammar.pronouns or bool(owner_of(word, grammar))
    )


def owner_of(word: Word, grammar: Grammar) -> str:
    """The possessive that a word is a form of: mein of meine, ihr of ihrem, unser of unsere."""
    for ending in ("", "e", "en", "em", "er", "es"):
        stem = word.small.removesuffix(ending)
        if word.small.endswith(ending) and grammar.is_a(stem, "possessive"):
            return stem
    return ""


def before_noun(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a noun follows, directly or after adjectives."""
    position = index + 1
    while position < len(words) and inflected(words[position], grammar):
        position += 1
    return (
        position < len(words)
        and words[position].capital
        and words[position].role in (Role.CONTENT, Role.NAME)
    )


def inflected(word: Word, grammar: Grammar) -> bool:
    """Whether a word has the ending of an adjective before a noun."""
    if word.capital or word.role is not Role.CONTENT or _closed(word, grammar):
        return False
    ending = word.small.endswith(_ADJECTIVE_ENDINGS) and word.base.lower() != word.small
    return word.small in _UNINFLECTED or (ending and not word.base.endswith(_INFINITIVES))


def joined_verb(words: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary) -> list[Word]:
    """The words with a separated verb as one: "rufe ... an" is anrufen, over all the text between."""
    last = len(words) - 1
    while last > 0 and words[last].role is Role.TIME:
        last -= 1
    if last < 1 or not grammar.is_a(words[last].small, "separable"):
        return list(words)
    for index in range(last):
        base = infinitive(words, index, grammar)
        whole = words[last].small + base
        if base and (is_word(whole, grammar.language) or vocabulary.has_word(whole)):
            verb = join(
                [words[index], words[last]], base=whole, spelling=whole, role=Role.VERB, why="separable verb"
            )
            return [*words[:index], verb, *words[index + 1 : last], *words[last + 1 :]]
    return list(words)


def full(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a word is a full verb, no auxiliary."""
    return words[index].role is Role.VERB or bool(infinitive(words, index, grammar))


def shares_auxiliary(before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether two parts joined by a conjunction have one verb: "habe A und B gekauft".

    The first part has an auxiliary without its verb, and the second nothing but that verb at its end.
    """
    auxiliary = any(grammar.is_a(word.small, "perfect", "future", "modal") for word in before)
    if not auxiliary or any(full(before, index, grammar) for index in range(len(before))):
        return False
    last = len(after) - 1
    alone = not any(verbal(after, index, grammar) for index in range(last))
    named = any(grammar.is_a(word.small, "subject") for word in after)
    return alone and not named and _not_finite(after, last, grammar)


def _not_finite(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a word is an infinitive or a participle."""
    base, small = infinitive(words, index, grammar), words[index].small
    return bool(base) and (base == small or "ge" in small.removesuffix("gen"))


def _belongs(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a word is a form of gehören, and no participle of hören.

    Beside an auxiliary it is one only where a dative says whose something was.
    """
    if words[index].small != "gehört":
        return words[index].small in _BELONG
    if not any(grammar.is_a(other.small, "perfect", "future", "copula") for other in words):
        return True
    governs = ("preposition", "place_preposition", "direction_preposition")
    return any(
        other.small in _DATIVES and not (place and grammar.is_a(words[place - 1].small, *governs))
        for place, other in enumerate(words)
    )
