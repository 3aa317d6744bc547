"""`batch`: every sentence of a text or CSV file becomes files of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.commands import Batch, Speak
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.sentence_lists import Sentence, read_sentences
from pipeline.speak import speak
from pipeline.text.translation import Translation, open_translation
from pipeline.timeline.manner import named


@dataclass(slots=True)
class _Quiet:
    """The console of one sentence: its progress counts, its result is kept, its notes are not told."""

    whole: Console
    note: str

    def __call__(self, done: int, total: int, note: str = "") -> None:
        self.whole(done, total, self.note)

    def say(self, sentence: str) -> None:
        pass

    def result(self, sentence: str, facts: dict[str, Json]) -> None:
        pass

    def fail(self, sentence: str) -> None:
        pass


def batch(command: Batch, console: Console) -> None:
    """Write all files; raises BadInput at the end when some could not be written, Cancelled when stopped."""
    sentences = read_sentences(command.sentences)
    if command.manner:
        named(command.manner)
    by = open_translation(command.model, command.glossary)
    _tell_others(command, sentences, by, console)
    endings = [ending.lower().lstrip(".") for ending in command.to]
    command.output.mkdir(parents=True, exist_ok=True)
    wanted = [(sentence, command.output / f"{sentence.name}.{ending}")
              for sentence in sentences for ending in endings]  # fmt: skip
    written, kept, failed = 0, 0, []
    for number, (sentence, path) in enumerate(wanted, start=1):
        if path.exists() and not command.again:
            kept += 1
            continue
        try:
            quiet = _Quiet(console, f"{number} of {len(wanted)}: {path.name}")
            speak(_asked(command, sentence, path), quiet, by)
            written += 1
        except (BadInput, OSError) as problem:
            failed.append(path.name)
            console.say(f"{path.name}: {problem}")
    facts: dict[str, Json] = {"written": written, "kept": kept, "failed": list(failed)}
    there = f", {kept} were there already" if kept else ""
    console.result(f"Wrote {written} of {len(wanted)} files to {command.output}{there}.", facts)
    if failed:
        names = ", ".join(failed[:5]) + (" and more" if len(failed) > 5 else "")
        raise BadInput(f"{len(failed)} of {len(wanted)} files could not be written: {names}; see above.")


def _asked(command: Batch, sentence: Sentence, path: Path) -> Speak:
    return Speak(
        output=path,
        text=sentence.text,
        language=sentence.language or command.language,
        sign_language=command.sign_language if sentence.language in ("", command.language) else "",
        signer=sentence.signer or command.signer,
        body=None if sentence.signer else command.body,
        dictionary=command.dictionary,
        manner=command.manner,
        picture=command.picture,
        attribution=command.attribution,
    )


def _tell_others(command: Batch, sentences: Sequence[Sentence], by: Translation, console: Console) -> None:
    """Say how many sentences are not in the model's language."""
    named = [one.language or command.language for one in sentences]
    others = sum(by.pair is not None and language not in ("", by.pair[0]) for language in named)
    if by.pair and others:
        told = "one sentence" if others == 1 else f"{others} sentences"
        console.say(f"The model translates {' to '.join(by.pair)}: the rules translate {told} instead.")
