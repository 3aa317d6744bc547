"""The manual alphabets of the captured lexicon as dictionaries of their own, one for each sign language."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.fitting.sheets.letters import alphabet_sheet
from pipeline.keypoints.keypoints import Keypoints
from pipeline.signs.captures import Capture, filmed_languages, opened_lexicon, read_index
from pipeline.signs.commands import BuildAlphabets
from pipeline.signs.letters import Letter, fit_alphabet, read_letter
from pipeline.signs.recording import Kind, Recording
from pipeline.signs.store import new_store

LONGEST = 3
"""Characters of the longest letters, such as SCH."""
DOUBTFUL = 0.15
"""Grade below which a letter is named to be looked at."""


def build_alphabets(command: BuildAlphabets, console: Console) -> None:
    """Write a dictionary for every language asked for, then list the letters that could not be fitted.

    Raises BadInput when there were any or a language is not in the lexicon, and Cancelled.
    """
    with opened_lexicon(command.captures, console) as lexicon:
        known = filmed_languages(lexicon)
        wanted = command.languages or known
        indexes = {language: read_index(lexicon, language, LONGEST) for language in wanted}
        command.output.mkdir(parents=True, exist_ok=True)
        builder = _Builder(command, console)
        for done, (language, index) in enumerate(indexes.items()):
            console(done, len(indexes), f"fitting the alphabet of {language}")
            builder.build(language, index)
    builder.conclude()


class _Builder:
    """The alphabets written so far, and the letters that could not be."""

    def __init__(self, command: BuildAlphabets, console: Console) -> None:
        self._command, self._console = command, console
        self._written: list[Json] = []
        self._failed: list[str] = []

    @cached_property
    def _body(self) -> BodyModel:
        return signer("woman")

    def build(self, language: str, captures: Sequence[Capture]) -> None:
        """Write one alphabet, and its sheet if that is wanted."""
        readable = dict(self._readable(captures))
        if not readable:
            return
        letters = self._fitted(readable)
        path = self._command.output / f"{language}.sqlite"
        with new_store(path) as store:
            captured = {capture.letter: capture for capture in readable}
            for letter in letters:
                recordings = self._recordings(captured[letter.draft.gloss], letter)
                store.add(replace(letter.draft, recordings=recordings), letter.motion)
        if self._command.sheets:
            sheet = alphabet_sheet(letters, list(readable.values()), self._body)
            sheet.save(self._command.output / f"{language}.png")
        both = sum(len(letter.sides) > 1 for letter in letters)
        hands = f", {both} of them with both hands" if both else ""
        self._console.say(f"{language}: {len(letters)} letter{'' if len(letters) == 1 else 's'}{hands}.")
        doubtful = [letter.draft for letter in letters if letter.draft.scores.get("grade", 1.0) < DOUBTFUL]
        for draft in doubtful:
            self._console.say(
                f"  {draft.gloss} was hard to fit (grade {draft.scores['grade']:.2f}): look at it."
            )
        self._written.append({"language": language, "path": str(path), "letters": len(letters)})

    def _recordings(self, capture: Capture, letter: Letter) -> tuple[Recording, ...]:
        """The capture of a letter, where it stays: what is unpacked for the building alone does not."""
        if self._command.captures is None or not self._command.captures.is_dir():
            return ()
        start = letter.start / letter.motion.fps
        return (Recording(Kind.KEYPOINTS, capture.path, start, start + letter.motion.seconds),)

    def _fitted(self, captures: dict[Capture, Keypoints]) -> list[Letter]:
        """The letters of one signer; what cannot be fitted is noted down."""
        found = []
        for capture, letter in fit_alphabet(captures, self._body).items():
            if isinstance(letter, BadInput):
                self._failed.append(f"{capture.language} {capture.letter}: {letter}")
            else:
                found.append(letter)
        return found

    def _readable(self, captures: Sequence[Capture]) -> Iterator[tuple[Capture, Keypoints]]:
        for capture in captures:
            try:
                yield capture, read_letter(capture)
            except BadInput as error:
                self._failed.append(f"{capture.language} {capture.letter}: {error}")

    def conclude(self) -> None:
        """Tell what came out; raises BadInput when letters are missing."""
        count, out = len(self._written), self._command.output
        if count:
            sentence = f"Wrote {count} alphabet{'' if count == 1 else 's'} to {out}."
            self._console.result(sentence, {"alphabets": self._written, "failed": list(self._failed)})
        if self._failed:
            lines = "\n".join(f"  {line}" for line in self._failed)
            raise BadInput(f"{len(self._failed)} letters could not be fitted:\n{lines}")
