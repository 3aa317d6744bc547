"""English words of the closed classes: pronouns, auxiliaries, articles, prepositions and negations."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.text.expletive import is_expletive
from pipeline.text.grammar import Grammar
from pipeline.text.homographs import meant
from pipeline.text.lemmas import lemma
from pipeline.text.vocabulary import Vocabulary
from pipeline.text.words import Role, Word, drop, join, tag

_POSSESSIVE = ("POSS-3", "POSS3", "POSS")


def classify(words: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary) -> list[Word]:
    """The words of a clause with the roles of their classes, dropped where ASL has no sign for them."""
    result: list[Word] = []
    for index, word in enumerate(words):
        untouched = word.reason or word.role is not Role.CONTENT
        after = words[index + 1 :]
        if not untouched:
            word = meant(word, words[:index], after, grammar)
            untouched = word.role is Role.SPELLED
        result.append(word if untouched else _closed(word, words[:index], after, grammar, vocabulary))
    return result


def fuse_negations(words: Sequence[Word], vocabulary: Vocabulary) -> list[Word]:
    """CAN NOT and NOT KNOW as one gloss where the dictionary has it: CAN'T, DON'T-KNOW."""
    result: list[Word] = []
    for word in words:
        last = result[-1] if result else None
        gloss = _fused(last, word, vocabulary) if last else ""
        if last and gloss:
            result[-1] = join([last, word], role=Role.MODAL, base=gloss, spelling=gloss, glosses=(gloss,))
        else:
            result.append(word)
    return result


def _fused(last: Word, word: Word, vocabulary: Vocabulary) -> str:
    """The gloss of a word and its negation, or nothing."""
    candidates: tuple[str, ...] = ()
    if last.role is Role.MODAL and word.role is Role.NEGATION:
        base = last.base
        candidates = (f"{base}'t", f"{base}t", f"{base}n't", f"{base}not", f"{base}-not")
    elif last.role is Role.NEGATION and word.role is Role.CONTENT:
        candidates = (f"don't-{word.base}", f"dont-{word.base}", f"not-{word.base}", f"{word.base}-not")
    return next((gloss.upper() for gloss in candidates if vocabulary.has(gloss)), "")


def _closed(
    word: Word, before: Sequence[Word], after: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary
) -> Word:
    small = word.small
    if small == "'s":
        return _ending(word, before, after, grammar, vocabulary)
    if small in grammar.pronouns:
        return _pronoun(word, before, after, grammar)
    if grammar.is_a(small, "topic_marker"):
        return drop(word, "marks the topic")
    if reason := _unsigned(word, before, after, grammar):
        return drop(word, reason)
    if grammar.is_a(small, "perfect") and _participle_follows(after, grammar):
        known = vocabulary.has("finish") and not _was(after, grammar)
        return _modal(word, "finish") if known else drop(word, "auxiliary")
    if small == "going" and _infinitive_follows(after, grammar):
        return _modal(word, "will")
    if grammar.is_a(small, "negation"):
        return tag(word, Role.NEGATION)
    if grammar.is_a(small, "modal") and not (word.capital and before):
        return tag(word, Role.MODAL)
    if small == "no" and after and any(other.role is not Role.TIME for other in before):
        return replace(word, role=Role.FINAL_NEGATION, glosses=("NONE",))
    if small.endswith("ing") and before and _determines(before[-1], grammar):
        return replace(word, base=small, spelling=small)
    if before and grammar.is_a(before[-1].small, "subject") and word.base != small:
        return tag(word, Role.VERB)
    return word


def _modal(word: Word, gloss: str) -> Word:
    """An auxiliary as the sign that has its meaning."""
    return replace(word, role=Role.MODAL, base=gloss, spelling=gloss, glosses=(gloss,))


def _unsigned(word: Word, before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> str:
    """Why a word is not signed; empty when it is."""
    small = word.small
    if grammar.is_a(small, "article") and not (word.text == "A" and before):
        return "article"
    if grammar.is_a(small, "copula"):
        return "copula"
    if grammar.is_a(small, "support") and _supports(before, after, grammar):
        return "auxiliary"
    if grammar.is_a(small, "passed_over_preposition"):
        return "preposition"
    if grammar.is_a(small, "place_preposition") and after and after[0].capital:
        return "preposition of place"
    return ""


def _supports(before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether "do" only asks or negates: at the start, after a question word, before "not"."""
    if after and grammar.is_a(after[0].small, "negation"):
        return True
    starters = ("coordinator", "subordinator", "greeting", "question", "question_companion")
    starts = all(
        word.role in (Role.TIME, Role.QUESTION) or grammar.is_a(word.small, *starters) for word in before
    )
    asked = any(word.role is Role.QUESTION for word in before)
    return (
        bool(after)
        and (asked or starts)
        and not any(word.small in grammar.classes["support"] for word in before)
    )


def _participle_follows(after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether "have" is an auxiliary: a participle follows, perhaps after an adverb or the subject."""
    for word in after:
        if grammar.is_a(word.small, "participle"):
            return True
        if word.small.endswith("ed") and lemma(word.small, grammar.language) != word.small:
            return True
        if not grammar.is_a(word.small, "adverb", "subject", "negation"):
            return False
    return False


def _was(after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether "have been" says what somebody was, not what was done: no participle follows."""
    for index, word in enumerate(after):
        if word.small == "been":
            return not _participle_follows(after[index + 1 :], grammar)
    return False


def _infinitive_follows(after: Sequence[Word], grammar: Grammar) -> bool:
    """Whether "going" speaks of the future: "to" and a verb follow, not a place."""
    if len(after) < 2 or after[0].small != "to" or after[1].capital or after[1].role is not Role.CONTENT:
        return False
    small = after[1].small
    if grammar.is_a(small, "bare_place", "article", "possessive") or small in grammar.pronouns:
        return False
    return lemma(small, grammar.language) == small or small == "be"


def _ending(
    word: Word, before: Sequence[Word], after: Sequence[Word], grammar: Grammar, vocabulary: Vocabulary
) -> Word:
    """The 's of "it's" or of "Anna's"."""
    owner = before[-1].small if before else ""
    closed = (
        owner in grammar.pronouns
        or grammar.is_a(owner, "question")
        or owner in ("that", "this", "there", "here")
    )
    stated = not after or grammar.is_a(after[0].small, "article", "adverb", "negation")
    if closed or stated:
        return drop(word, "copula")
    if any(vocabulary.has(gloss) for gloss in _POSSESSIVE):
        return replace(word, role=Role.PRONOUN, glosses=_POSSESSIVE)
    return drop(word, "possessive ending")


def _pronoun(word: Word, before: Sequence[Word], after: Sequence[Word], grammar: Grammar) -> Word:
    """A pronoun with its pointing glosses; an "it" that points at nothing is dropped."""
    small = word.small
    if small == "it" and is_expletive(before, after, grammar):
        return drop(word, "points at nothing")
    objective = small == "her" and (not after or after[0].role is Role.TIME or _is_small(after[0], grammar))
    glosses = grammar.pronouns["she" if objective else small]
    return replace(word, role=Role.PRONOUN, base=small, spelling=small, glosses=glosses)


def _is_small(word: Word, grammar: Grammar) -> bool:
    classes = (
        "preposition",
        "passed_over_preposition",
        "coordinator",
        "subordinator",
        "article",
        "possessive",
    )
    return grammar.is_a(word.small, *classes)


def _determines(word: Word, grammar: Grammar) -> bool:
    return grammar.is_a(word.small, "article", "possessive")
