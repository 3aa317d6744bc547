"""The dictionary that comes with the program: the manual alphabets of ASL and DGS, fitted to captures."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.fitting.fit import fit_arm, signing_sides
from pipeline.fitting.handshapes import Handshape, read_handshapes
from pipeline.fitting.head import head_turns
from pipeline.fitting.hold import hold, movement, usable
from pipeline.fitting.perform import to_motion
from pipeline.fitting.transfer import transfer
from pipeline.keypoints.landmarks import Landmarks
from pipeline.keypoints.pose_file import read_pose
from pipeline.motion.motion import Motion
from pipeline.progress import Progress, silent
from pipeline.resources import RESOURCES
from pipeline.signs.captures import LICENCE, REQUIREMENT, Capture, opened_lexicon, read_index
from pipeline.signs.sign import Status
from pipeline.signs.store import Draft, SignStore, new_store

Array = NDArray[np.float64]

STARTER = RESOURCES / "starter" / "starter.sqlite"
HANDSHAPES = RESOURCES / "starter" / "handshapes.toml"
LANGUAGES = ("ase", "gsg")
MOVING = {"ase": frozenset("JZ"), "gsg": frozenset("ÄJÖÜZß")}
"""Letters whose sign is a movement and not a still handshape."""

_CREATED = "2026-11-23T00:00:00+00:00"  # a date of its own would change the file with every build
_RAMP = 0.12  # seconds in which touching sets in before a sign and ends after it
_GOOD = 0.010  # metres of image error at which a fit's score falls to 1 / e


@dataclass(frozen=True, slots=True)
class _Part:
    """Progress of a part as progress of the whole."""

    whole: Progress
    before: int
    total: int

    def __call__(self, done: int, total: int, note: str = "") -> None:
        self.whole(self.before + done, self.total, note)


def build_starter(captures: Path | None = None, out: Path = STARTER, progress: Progress = silent) -> None:
    """Fit every letter of both alphabets and write the dictionary `out`, whole or not at all.

    `captures` is the wheel of `spoken-to-signed` 0.4.0 or its unpacked folder; see
    `captures.opened_lexicon` for what happens without it. Raises BadInput.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with opened_lexicon(captures, progress) as lexicon:
        alphabets = {language: read_index(lexicon, language) for language in LANGUAGES}
        total, done = 2 * sum(len(letters) for letters in alphabets.values()), 0
        with new_store(out) as store:
            for letters in alphabets.values():
                _fit_alphabet(letters, store, _Part(progress, done, total))
                done += 2 * len(letters)
    progress(total, total, f"wrote {out}")


def _fit_alphabet(letters: tuple[Capture, ...], store: SignStore, progress: Progress) -> None:
    """Fit one signer's letters: first the length of the bones over all, then each letter with them."""
    rest_joints = _rest_joints()
    handshapes = read_handshapes(HANDSHAPES)
    seen = [read_pose(capture.path) for capture in letters]
    stretches = []
    for step, (capture, landmarks) in enumerate(zip(letters, seen, strict=True)):
        progress(step, 2 * len(letters), f"measuring the hand in {capture.language} {capture.letter}")
        stretches.append(fit_arm(landmarks, rest_joints, signing_sides(landmarks)[0]).stretch)
    stretch = np.median(stretches, axis=0)
    for step, (capture, landmarks) in enumerate(zip(letters, seen, strict=True)):
        progress(len(letters) + step, 2 * len(letters), f"fitting {capture.language} {capture.letter}")
        handshape = handshapes.get(capture.language, {}).get(capture.letter, Handshape())
        store.add(*_fit_letter(capture, landmarks, stretch, handshape))


def _fit_letter(
    capture: Capture, landmarks: Landmarks, stretch: Array, handshape: Handshape
) -> tuple[Draft, Motion]:
    """The entry of a letter and its motion, without the ends that the fit could not follow."""
    arm = fit_arm(landmarks, _rest_joints(), signing_sides(landmarks)[0], stretch, handshape)
    fps = arm.seen.fps
    span = movement(arm) if capture.letter in MOVING[capture.language] else hold(arm)
    kept = usable(arm, span)
    angles = transfer(arm, handshape, span.nearness(len(arm.angles), _RAMP * fps))
    frames = slice(kept.first, kept.last + 1)
    head = head_turns(landmarks)[frames]
    motion = to_motion({arm.chain.side: angles[frames]}, fps, _rest_joints(), head)
    error = float(np.nanmean(arm.errors()[span.first : span.last + 1]))
    known = ", with a prior of its handshape" if handshape.informative else ""
    draft = Draft(
        gloss=capture.letter,
        language=capture.language,
        source=f"{REQUIREMENT} {capture.name}{known}",
        licence=LICENCE,
        signer=f"spoken-to-signed {capture.language}",
        onset=(span.first - kept.first) / fps,
        offset=(span.last - kept.first) / fps,
        created=_CREATED,
        status=Status.UNDECIDED,
        scores={"fit": float(np.exp(-error / _GOOD)), "seen": float(1 - arm.missing[frames].mean())},
    )
    return draft, motion


def _rest_joints() -> Array:
    """The rest joints (55, 3) of the shipped signer."""
    with np.load(RESOURCES / "avatar" / "woman.npz", allow_pickle=False) as archive:
        return np.asarray(archive["J"], float)
