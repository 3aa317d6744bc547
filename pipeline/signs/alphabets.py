"""The manual alphabets of the captured lexicon as dictionaries of their own, one for each sign language.

Letters whose handshapes are known come from the fitter of single arms (see `letters`), all others, which
may take both hands, from the fitter of whole clips.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np

from pipeline.body.model import BodyModel
from pipeline.body.signers import signer
from pipeline.console import Console, Json
from pipeline.errors import BadInput
from pipeline.fitting.clip.fit import ClipFit, fit_clips
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.fitting.hold import movement_of
from pipeline.fitting.quality.report import judge
from pipeline.fitting.resting import with_resting_arms
from pipeline.fitting.sheets.letters import alphabet_sheet
from pipeline.keypoints import names
from pipeline.keypoints.keypoints import Keypoints, evenly
from pipeline.keypoints.read import read_keypoints
from pipeline.motion.motion import Motion
from pipeline.signs.captures import (
    LICENCE,
    REQUIREMENT,
    Capture,
    filmed_languages,
    opened_lexicon,
    read_index,
)
from pipeline.signs.commands import BuildAlphabets
from pipeline.signs.letters import CREATED, MOVING, Letter, Part, fit_alphabet, known_handshapes
from pipeline.signs.recording import Kind, Recording
from pipeline.signs.store import Draft, new_store

LONGEST = 3
"""Characters of the longest letters, such as SCH."""
OFTEN = 0.3
"""A hand seen in this share of the frames takes part, or in half as many as the busier one."""


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
        letters = self._fitted(language, readable)
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

    def _fitted(self, language: str, readable: dict[Capture, Keypoints]) -> list[Letter]:
        """The letters in the order of their captures, each from the fitter that makes it clearer."""
        known = set(known_handshapes().get(language, ()))
        if language in MOVING:
            known = {capture.letter for capture in readable}
        progress = Part(self._console, 0, 2 * len(readable))
        found = list(fit_alphabet(tuple(readable), progress, known)) if known else []
        others = {capture: clip for capture, clip in readable.items() if capture.letter not in known}
        found += self._letters(others)
        order = [capture.letter for capture in readable]
        return sorted(found, key=lambda letter: order.index(letter.draft.gloss))

    def _letters(self, captures: dict[Capture, Keypoints]) -> list[Letter]:
        """The letters of one signer by the fitter of whole clips; what cannot be fitted is noted down."""
        fits = fit_clips(list(captures.values()), self._body, signers=["one"] * len(captures))
        found = []
        for capture, fit in zip(captures, fits, strict=True):
            if isinstance(fit, BadInput):
                self._failed.append(f"{capture.language} {capture.letter}: {fit}")
            else:
                found.append(_letter(capture, fit, self._body))
        return found

    def _readable(self, captures: Sequence[Capture]) -> Iterator[tuple[Capture, Keypoints]]:
        for capture in captures:
            try:
                clips, _ = read_keypoints(capture.path)
                keypoints = next(iter(clips.values()))
                if not (keypoints.seen(names.hand("left")) | keypoints.seen(names.hand("right"))).any():
                    raise BadInput(f"{capture.path} shows no hand: get {REQUIREMENT} again.")
                yield capture, keypoints if keypoints.even else evenly(keypoints)
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


def _letter(capture: Capture, fit: ClipFit, body: BodyModel) -> Letter:
    sides = signing_hands(fit)
    fps = fit.motion.fps
    columns = [POINTS.index(name) for side in sides for name in names.hand(side)]
    span = movement_of(fit.points[:, columns].astype(np.float64), fps)
    kept = span.within(~fit.guessed[sides[0]])
    frames = slice(kept.first, kept.last + 1)
    draft = Draft(
        gloss=capture.letter,
        language=capture.language,
        source=f"{REQUIREMENT} {capture.name}",
        licence=LICENCE,
        signer=f"spoken-to-signed {capture.name.partition('/')[0]}",
        onset=(span.first - kept.first) / fps,
        offset=(span.last - kept.first) / fps,
        created=CREATED,
        scores={"grade": judge(fit, body).grade},
    )
    idle = {"left", "right"} - set(sides)
    motion = with_resting_arms(fit.motion, idle, body)
    pose, face = motion.pose[frames], motion.face[frames]
    return Letter(draft, Motion(fps, pose, face=face), kept.first, sides)  # on the spot


def signing_hands(fit: ClipFit) -> tuple[str, ...]:
    """The hands that take part in a letter, the busiest first."""
    shares = {side: float((~fit.guessed[side]).mean()) for side in ("right", "left")}
    busiest = max(shares, key=lambda side: shares[side])
    other = "left" if busiest == "right" else "right"
    return (busiest, other) if shares[other] >= max(OFTEN, shares[busiest] / 2) else (busiest,)
