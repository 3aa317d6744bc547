"""`evaluate text2gloss`: a translator, or a file of glosses, against the glosses of a corpus."""

import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from pipeline.console import Console, Json
from pipeline.datasets.parallel import Pairs
from pipeline.datasets.read import read_corpus
from pipeline.errors import BadInput
from pipeline.evaluation.ngram_counts import bleu_of
from pipeline.evaluation.significance import approximate_randomisation, bootstrap
from pipeline.evaluation.translation import SIGNATURE, Scores, corpus_counts, scores
from pipeline.motion.files import write_whole
from pipeline.signs.store import SignStore
from pipeline.text.commands import Evaluate
from pipeline.text.hypothesis import Translator
from pipeline.text.modelled import allowed
from pipeline.text.opening import open_model
from pipeline.text.source_words import source_words

Sentences = list[tuple[str, ...]]


def evaluate_text2gloss(command: Evaluate, console: Console) -> None:
    """Score what `command` names. Raises BadInput, OSError and Cancelled."""
    corpus = read_corpus(command.corpus, cleaning=command.cleaning)
    pairs = corpus.dev if command.part == "dev" else corpus.test
    if not pairs:
        raise BadInput(f"{command.corpus} has no {command.part} part: choose another with --part.")
    references = [pair.glosses for pair in pairs]
    found, milliseconds = _found(command, pairs, console)
    judged = scores(found, references)
    counted = corpus_counts(found, references)
    interval = bootstrap(counted)
    facts: dict[str, Json] = {
        "sentences": len(pairs),
        **{key: list(v) if isinstance(v, tuple) else v for key, v in asdict(judged).items()},
        "bleu4_interval": [round(interval.low, 3), round(interval.high, 3)],
        "signature": SIGNATURE,
    }
    lines = [
        _sentence(judged, len(pairs)),
        f"BLEU-4 lies between {interval.low:.2f} and {interval.high:.2f} (95 %).",
    ]
    if milliseconds is not None:
        facts["milliseconds"] = round(milliseconds, 3)
        lines.append(f"{milliseconds:.1f} ms a sentence.")
    if command.against is not None:
        other = corpus_counts(_lines(command.against, len(pairs)), references)
        chance = approximate_randomisation(counted, other)
        gain = float(bleu_of(counted.sum(0)) - bleu_of(other.sum(0)))
        facts |= {"difference": round(gain, 3), "probability_of_chance": round(chance, 4)}
        lines.append(
            f"{gain:+.2f} BLEU-4 against {command.against}, by chance with probability {chance:.3f}."
        )
    if command.output is not None:
        write_whole(command.output, "".join(" ".join(glosses) + "\n" for glosses in found).encode())
    console.result("\n".join(lines), facts)


def _found(command: Evaluate, pairs: Pairs, console: Console) -> tuple[Sentences, float | None]:
    """The glosses to be scored, and the milliseconds a sentence took."""
    if (command.model is None) == (command.hypotheses is None):
        raise BadInput("Give either --model or --hypotheses: one of them is scored.")
    if command.hypotheses is not None:
        return _lines(command.hypotheses, len(pairs)), None
    translator = open_model(command.model or Path())
    only = _allowed(command, translator)
    translator.translate(source_words(pairs[0].text), 1, only)  # what is read at first use is not counted
    began = time.perf_counter()
    found = []
    for number, pair in enumerate(pairs, start=1):
        found.append(translator.translate(source_words(pair.text), 1, only)[0].glosses)
        console(number, len(pairs), "Translating")
    return found, (time.perf_counter() - began) / len(pairs) * 1000


def _allowed(command: Evaluate, translator: Translator) -> frozenset[str] | None:
    if command.vocabulary is not None:
        return frozenset(" ".join(glosses) for glosses in _lines(command.vocabulary) if glosses)
    if command.dictionary is None:
        return None
    with SignStore(command.dictionary) as store:
        return allowed(translator, store.glosses(translator.sign_language))


def _lines(path: Path, count: int | None = None) -> Sentences:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise BadInput(f"{path} cannot be read ({problem}): choose a text file in UTF-8.") from None
    if count is not None and len(lines) != count:
        raise BadInput(f"{path} has {len(lines)} lines for {count} sentences: give one for each.")
    return [tuple(line.split()) for line in lines]


def _sentence(judged: Scores, count: int) -> str:
    bleu: Sequence[float] = judged.bleu
    figures = ", ".join(f"BLEU-{order} {value:.2f}" for order, value in enumerate(bleu, start=1))
    return f"{count} sentences: {figures}, ROUGE-L {judged.rouge:.2f}, WER {judged.wer:.2f} ({SIGNATURE})."
