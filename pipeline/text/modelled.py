"""A text as glosses by a trained translator, with the rules for what no corpus can know.

What the user's glossary says, names, numbers and unknown words are signed as the rules sign them; for
the rest the model decides what is signed and in which order.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from pipeline.text.gloss import (
    Alternative,
    Dropped,
    Evidence,
    Gloss,
    GlossSequence,
    Mood,
    Reading,
    Source,
    Span,
    in_mood,
)
from pipeline.text.glossary import EMPTY, Glossary
from pipeline.text.hypothesis import Hypothesis, Translator
from pipeline.text.sentences import Sentence, sentences
from pipeline.text.tokens import Kind, tokenize
from pipeline.text.translate import regloss, rules_for, translate
from pipeline.text.vocabulary import vocabulary

_SOURCES = {"phrases": Source.PHRASES, "neural": Source.NEURAL, "combined": Source.COMBINED}
_KEPT = (
    "name",
    "number",
    "unknown word",
    "date",
    "time of day",
    "ordinal number",
    "amount of money",
    "address",
)
_MOST = 6
"""Alternatives that are kept of one gloss."""


def sentences_of(text: str, language: str, sign_language: str) -> list[Sentence]:
    """The sentences of a text that have words, as a translator is asked for them one by one."""
    tokens = tokenize(text, rules_for(language, sign_language))
    visible = (token for token in tokens if token.kind is not Kind.INVISIBLE)
    return [sentence for sentence in sentences(visible) if sentence.tokens]


def words(sentence: Sentence) -> tuple[str, ...]:
    """The words of a sentence as a translator is given them."""
    return tuple(token.text for token in sentence.tokens)


def allowed(translator: Translator, known: frozenset[str]) -> frozenset[str]:
    """The glosses of a translator that a dictionary with the glosses `known` can sign."""
    return signable(translator.glosses, known)


def signable(glosses: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Those of some glosses that a dictionary with the glosses `known` can sign."""
    dictionary = vocabulary(known)
    return frozenset(gloss for gloss in glosses if dictionary.has_word(gloss))


def translate_with(
    translator: Translator,
    text: str,
    known: frozenset[str],
    glossary: Glossary = EMPTY,
    *,
    n: int = 5,
    constrained: bool = False,
) -> GlossSequence:
    """The glosses of a text by a translator, as `translate` gives them by rules.

    `constrained` leaves the model no gloss that the dictionary lacks. Raises BadInput for languages
    that are no pair.
    """
    pair = translator.language, translator.sign_language
    only = allowed(translator, known) if constrained else None
    answers = [translator.translate(words(sentence), n, only) for sentence in sentences_of(text, *pair)]
    return answered(text, *pair, answers, known, glossary)


def answered(
    text: str,
    language: str,
    sign_language: str,
    answers: Sequence[Sequence[Hypothesis]],
    known: frozenset[str],
    glossary: Glossary = EMPTY,
) -> GlossSequence:
    """The glosses of a text from what a translator answered for each of `sentences_of` the text."""
    ruled = translate(text, language, sign_language, known, glossary)
    readings: list[Reading] = []
    glosses: list[Gloss] = []
    left_out: list[Dropped] = []
    reasons = {dropped.span: dropped.reason for dropped in ruled.dropped}
    for sentence, hypotheses in zip(sentences_of(text, language, sign_language), answers, strict=True):
        own = tuple(gloss for gloss in ruled.glosses if _within(gloss.span, sentence.span))
        found = _readings(sentence, hypotheses, own, known, language, sign_language)
        by_rules = [reading for reading in ruled.readings if reading.span == sentence.span][:1]
        if by_rules:
            found = [_in_mood(reading, by_rules[0].mood) for reading in found]
        seen = {reading.names for reading in found}
        readings += found
        readings += [replace(rule, label="by rules") for rule in by_rules if rule.names not in seen]
        chosen = found[0].glosses if found else own
        glosses += chosen
        covered = [gloss.span for gloss in chosen if gloss.span]
        for token in sentence.tokens:
            if not any(_within(token.span, span) for span in covered):
                left_out.append(Dropped(token.span, reasons.get(token.span, "not signed by the model")))
    invisible = [dropped for dropped in ruled.dropped if dropped.reason == "invisible character"]
    dropped = tuple(sorted([*left_out, *invisible], key=lambda one: one.span))
    return GlossSequence(text, language, sign_language, tuple(glosses), dropped, tuple(readings))


def _readings(
    sentence: Sentence,
    hypotheses: Sequence[Hypothesis],
    ruled: tuple[Gloss, ...],
    known: frozenset[str],
    language: str,
    sign_language: str,
) -> list[Reading]:
    """One reading for each answer, with the share of its probability among them."""
    shares = _shares([hypothesis.score for hypothesis in hypotheses])
    result: list[Reading] = []
    for hypothesis, share in zip(hypotheses, shares, strict=True):
        made = [
            _gloss(sentence, hypothesis, index, hypotheses, ruled, known, language, sign_language)
            for index in range(len(hypothesis.glosses))
        ]
        glosses = _with_pauses(_with_rules(made, ruled), sentence)
        reading = Reading(
            sentence.span, glosses, f"number {len(result) + 1}" if result else "", probability=share
        )
        if glosses and reading.names not in {other.names for other in result}:
            result.append(reading)
    return result


def _in_mood(reading: Reading, mood: Mood) -> Reading:
    return replace(reading, glosses=in_mood(reading.glosses, mood), mood=mood)


def _shares(scores: Sequence[float]) -> list[float]:
    """Probabilities of the answers among themselves, from their logarithms."""
    if not scores:
        return []
    weights = [math.exp(min(score - max(scores), 0.0)) for score in scores]
    return [weight / sum(weights) for weight in weights]


def _gloss(
    sentence: Sentence,
    hypothesis: Hypothesis,
    index: int,
    hypotheses: Sequence[Hypothesis],
    ruled: tuple[Gloss, ...],
    known: frozenset[str],
    language: str,
    sign_language: str,
) -> Gloss:
    """One gloss of an answer, with what the other answers and the rules have in its place."""
    links = hypothesis.alignment[index]
    spans = [sentence.tokens[link].span for link in links if link < len(sentence.tokens)]
    span = (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None
    gloss = regloss(hypothesis.glosses[index], known, language, sign_language)
    by_rules = next((rule for rule in ruled if rule.span == span), None) if span else None
    said = " ".join(sentence.tokens[link].text for link in links if link < len(sentence.tokens))
    evidence = Evidence(
        _SOURCES[hypothesis.system],
        f"learned for “{said}”" if said else "learned, from no word in particular",
        min(max(hypothesis.probabilities[index], 0.0), 1.0),
        _others(gloss.name, set(links), hypotheses, by_rules),
        by_rules.evidence.word if by_rules else said,
    )
    return replace(gloss, span=span, evidence=evidence)


def _others(
    name: str, links: set[int], hypotheses: Sequence[Hypothesis], by_rules: Gloss | None
) -> tuple[Alternative, ...]:
    found = {name: Alternative(name)}
    for hypothesis in hypotheses if links else ():
        for gloss, aligned, probability in zip(
            hypothesis.glosses, hypothesis.alignment, hypothesis.probabilities, strict=True
        ):
            if links & set(aligned):
                found.setdefault(gloss, Alternative(gloss, min(max(probability, 0.0), 1.0), "model"))
    if by_rules:
        ruled = Alternative(by_rules.name, by_rules.evidence.confidence, "rules")
        for other in (ruled, *by_rules.evidence.alternatives):
            found.setdefault(other.name, other)
    return tuple(found.values())[1:][:_MOST]


def _with_rules(made: list[Gloss], ruled: Sequence[Gloss]) -> list[Gloss]:
    """The model's glosses with those of the rules that it cannot know."""
    result = list(made)
    for gloss in ruled:
        if gloss.span is None:
            continue
        corrected = gloss.evidence.source is Source.GLOSSARY
        overlapping = [index for index, one in enumerate(result) if _overlap(one.span, gloss.span)]
        if corrected:
            ours = [
                one for one in result if one.evidence.source is Source.GLOSSARY and one.span == gloss.span
            ]
            place = (
                result.index(ours[-1]) + 1 if ours else min(overlapping, default=_place(result, gloss.span))
            )
            kept = [one for one in result[:place] if one in ours or not _overlap(one.span, gloss.span)]
            rest = [one for one in result[place:] if not _overlap(one.span, gloss.span)]
            result = [*kept, gloss, *rest]
        elif not overlapping and _only_rules_know(gloss):
            result.insert(_place(result, gloss.span), gloss)
        elif any(result[index] in ruled and result[index].span == gloss.span for index in overlapping):
            result.insert(max(overlapping) + 1, gloss)  # another piece of the same number
    return result


def _only_rules_know(gloss: Gloss) -> bool:
    """Whether a corpus says nothing about the words of a gloss: names, numbers, unknown words."""
    return gloss.evidence.reason.startswith(_KEPT)


def _place(glosses: Sequence[Gloss], span: Span) -> int:
    """Where a gloss for these words goes: behind the last one whose words come before."""
    before = [index for index, gloss in enumerate(glosses) if gloss.span and gloss.span[0] < span[0]]
    return before[-1] + 1 if before else 0


def _with_pauses(glosses: list[Gloss], sentence: Sentence) -> tuple[Gloss, ...]:
    """The glosses, with the stillness after the last of each phrase and of the sentence."""
    result = list(glosses)
    for phrase in sentence.phrases[:-1]:
        inside = [
            index
            for index, gloss in enumerate(result)
            if phrase.tokens
            and gloss.span
            and _within(gloss.span, (phrase.tokens[0].span[0], phrase.tokens[-1].span[1]))
        ]
        if inside:
            result[inside[-1]] = replace(result[inside[-1]], pause=phrase.pause)
    if result:
        last = max([result[-1].pause, *(phrase.pause for phrase in sentence.phrases[-1:])])
        result[-1] = replace(result[-1], pause=last)
    return tuple(result)


def _within(span: Span | None, whole: Span) -> bool:
    return span is not None and whole[0] <= span[0] and span[1] <= whole[1]


def _overlap(one: Span | None, other: Span) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]
