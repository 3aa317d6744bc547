"""`gloss`: sentences become glosses on the command line."""

import sys
from collections.abc import Iterable, Iterator

from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from pipeline.text.commands import GlossText
from pipeline.text.confidence import in_words
from pipeline.text.coverage import Cost, coverage
from pipeline.text.gloss import Gloss, GlossSequence, Reading
from pipeline.text.glossary import Glossary
from pipeline.text.hypothesis import Translator
from pipeline.text.languages import LANGUAGE_PAIRS
from pipeline.text.modelled import allowed, sentences_of, translate_with, words
from pipeline.text.opening import open_model
from pipeline.text.translate import translate
from pipeline.text.translation import open_glossary


def gloss(command: GlossText, console: Console) -> None:
    """Translate what `command` names, a line at a time. Raises BadInput, OSError and Cancelled."""
    if command.serve:
        _serve(command)
        return
    translator = open_model(command.model) if command.model else None
    pair = _pair(command, translator)
    if command.nbest < 1:
        raise BadInput("At least one way to sign a sentence is told: give --nbest 1 or more.")
    if command.only_dictionary and translator is None:
        raise BadInput("--only-dictionary is for models: name one with --model, or leave it out.")
    known, glossary = _known(command, pair), open_glossary(command.glossary)
    if not known:
        console.say(f"The dictionary has no signs of {pair[1]}: choose one with --dictionary.")
    sequences = []
    lines = list(_lines(command))
    for number, line in enumerate(lines):
        sequence = _translated(line, pair, translator, known, glossary, command)
        sequences.append(sequence)
        console.result(_told(sequence, command), _facts(sequence, command))
        if len(lines) > 1:
            console(number + 1, len(lines), "Translating")
    covered = coverage(sequences)
    console.say(str(covered))
    facts: dict[str, Json] = {"coverage": covered.facts}
    if command.only_dictionary and translator is not None:
        cost = _cost(lines, translator, known)
        console.say(str(cost))
        facts["constraint"] = {"changed": cost.changed, "mean_cost": round(cost.mean, 4)}
    if command.json:
        console.result("Done.", facts)


def _serve(command: GlossText) -> None:
    """Answer requests in JSON lines until the input ends."""
    from pipeline.text.serving import serve_with

    if command.model is None:
        raise BadInput("--serve needs the folder of a trained translator: name it with --model.")
    serve_with(open_model(command.model), sys.stdin, sys.stdout)


def _pair(command: GlossText, translator: Translator | None) -> tuple[str, str]:
    if translator is not None:
        return translator.language, translator.sign_language
    sign_language = command.sign_language or dict(LANGUAGE_PAIRS).get(command.language, "")
    pair = command.language, sign_language
    if pair not in LANGUAGE_PAIRS:
        pairs = ", ".join(f"{text} to {sign}" for text, sign in LANGUAGE_PAIRS)
        raise BadInput(f"There is no translation from {command.language!r}: choose one of {pairs}.")
    return pair


def _known(command: GlossText, pair: tuple[str, str]) -> frozenset[str]:
    with SignStore(command.dictionary or STARTER) as store:
        return store.glosses(pair[1])


def _lines(command: GlossText) -> Iterator[str]:
    """The sentences to translate. Raises BadInput when there are none."""
    if command.file is not None and command.text:
        raise BadInput("Give either a text or --file, not both.")
    if command.file is not None:
        try:
            text = command.file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise BadInput(f"{command.file} is not a text file in UTF-8: convert it.") from None
    else:
        text = sys.stdin.read() if command.text == "-" else command.text
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise BadInput('There is no text to translate: write it after gloss, as in gloss "Hello".')
    yield from lines


def _translated(
    line: str,
    pair: tuple[str, str],
    translator: Translator | None,
    known: frozenset[str],
    glossary: Glossary,
    command: GlossText,
) -> GlossSequence:
    if translator is None:
        return translate(line, *pair, known, glossary)
    n, constrained = max(command.nbest, 5), command.only_dictionary
    return translate_with(translator, line, known, glossary, n=n, constrained=constrained)


def _cost(lines: Iterable[str], translator: Translator, known: frozenset[str]) -> Cost:
    """The scores of the best answers with and without the constraint."""
    only = allowed(translator, known)
    pair = translator.language, translator.sign_language
    asked = [words(sentence) for line in lines for sentence in sentences_of(line, *pair)]
    free = tuple(translator.translate(sentence, 1)[0].score for sentence in asked)
    return Cost(free, tuple(translator.translate(sentence, 1, only)[0].score for sentence in asked))


def _told(sequence: GlossSequence, command: GlossText) -> str:
    lines = [" ".join(one.name for one in sequence.glosses)]
    if command.explain:
        lines += [f"  {_explained(one, sequence.text)}" for one in sequence.glosses]
        lines += [f"  not signed: {sequence.text[slice(*d.span)]} ({d.reason})" for d in sequence.dropped]
    for reading in _ways(sequence, 1, command.nbest):
        lines.append(f"  or: {reading.names}" + (f"  ({reading.label})" if reading.label else ""))
    return "\n".join(lines)


def _ways(sequence: GlossSequence, first: int, count: int) -> list[Reading]:
    """For every sentence its readings from the place `first` on, up to `count`."""
    by_sentence: dict[tuple[int, int], list[Reading]] = {}
    for reading in sequence.readings:
        by_sentence.setdefault(reading.span, []).append(reading)
    return [reading for readings in by_sentence.values() for reading in readings[first:count]]


def _explained(one: Gloss, text: str) -> str:
    words_of_it = f" from “{text[slice(*one.span)]}”" if one.span else ""
    sure = in_words(one.evidence.confidence)
    parts = (one.evidence.source.value, one.evidence.reason, one.origin.value, sure)
    return f"{one.name}{words_of_it}: " + ", ".join(part for part in parts if part)


def _facts(sequence: GlossSequence, command: GlossText) -> dict[str, Json]:
    return {
        "text": sequence.text,
        "confidence": _rounded(sequence.confidence),
        "glosses": [_gloss_facts(one) for one in sequence.glosses],
        "dropped": [{"span": list(left.span), "reason": left.reason} for left in sequence.dropped],
        "readings": [_reading_facts(reading) for reading in _ways(sequence, 0, command.nbest)],
    }


def _gloss_facts(one: Gloss) -> dict[str, Json]:
    return {
        "gloss": one.name,
        "signs": list(one.signs),
        "origin": one.origin.value,
        "span": list(one.span) if one.span else None,
        "unspelled": one.unspelled,
        "source": one.evidence.source.value,
        "reason": one.evidence.reason,
        "confidence": _rounded(one.evidence.confidence),
        "alternatives": [[other.name, _rounded(other.confidence)] for other in one.evidence.alternatives],
    }


def _reading_facts(reading: Reading) -> dict[str, Json]:
    return {
        "span": list(reading.span),
        "glosses": [one.name for one in reading.glosses],
        "label": reading.label,
        "mood": reading.mood.value,
        "confidence": _rounded(reading.confidence),
        "probability": _rounded(reading.probability),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
