"""Captured letters of one-handed alphabets as signs, by the fitter of single arms.

It knows handshapes, touching digits and the avatar's own bones, which decide whether a letter can be read.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

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
from pipeline.progress import Progress
from pipeline.resources import RESOURCES
from pipeline.signs.captures import LICENCE, REQUIREMENT, Capture
from pipeline.signs.sign import Status
from pipeline.signs.store import Draft

Array = NDArray[np.float64]

HANDSHAPES = RESOURCES / "starter" / "handshapes.toml"
MOVING = {"ase": frozenset("JZ"), "gsg": frozenset("ÄJÖÜZß")}
"""Letters whose sign is a movement and not a still handshape. Its languages are those whose
handshapes are known."""

CREATED = "2026-11-23T00:00:00+00:00"  # a date of its own would change the file with every build
_RAMP = 0.12  # seconds in which touching sets in before a sign and ends after it
_GOOD = 0.010  # metres of image error at which a fit's score falls to 1 / e


@dataclass(frozen=True, slots=True)
class Part:
    """Progress of a part as progress of the whole."""

    whole: Progress
    before: int
    total: int

    def __call__(self, done: int, total: int, note: str = "") -> None:
        self.whole(self.before + done, self.total, note)


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """A letter ready for a dictionary."""

    draft: Draft
    motion: Motion
    start: int  # the frame of the capture with which the motion begins
    sides: tuple[str, ...]  # the hands that make it, the busiest first


def known_handshapes() -> dict[str, dict[str, Handshape]]:
    """What is known about the letters of each sign language."""
    return read_handshapes(HANDSHAPES)


def fit_alphabet(
    letters: Sequence[Capture], progress: Progress, only: Container[str] | None = None
) -> Iterator[Letter]:
    """The letters of one signer: first the length of the bones over all, then each letter with them.

    `only`: the letters to fit where not all are. Raises BadInput for a capture that shows no shoulders
    or no hand.
    """
    handshapes = known_handshapes()
    seen = [read_pose(capture.path) for capture in letters]
    stretches = []
    for step, (capture, landmarks) in enumerate(zip(letters, seen, strict=True)):
        progress(step, 2 * len(letters), f"measuring the hand in {capture.language} {capture.letter}")
        stretches.append(fit_arm(landmarks, rest_joints(), signing_sides(landmarks)[0]).stretch)
    stretch = np.median(stretches, axis=0)
    for step, (capture, landmarks) in enumerate(zip(letters, seen, strict=True)):
        if only is not None and capture.letter not in only:
            continue
        progress(len(letters) + step, 2 * len(letters), f"fitting {capture.language} {capture.letter}")
        handshape = handshapes.get(capture.language, {}).get(capture.letter, Handshape())
        yield fit_letter(capture, landmarks, stretch, handshape)


def fit_letter(capture: Capture, landmarks: Landmarks, stretch: Array, handshape: Handshape) -> Letter:
    """A letter of the busiest hand, without the ends that the fit could not follow."""
    arm = fit_arm(landmarks, rest_joints(), signing_sides(landmarks)[0], stretch, handshape)
    fps = arm.seen.fps
    span = movement(arm) if capture.letter in MOVING.get(capture.language, ()) else hold(arm)
    kept = usable(arm, span)
    angles = transfer(arm, handshape, span.nearness(len(arm.angles), _RAMP * fps))
    frames = slice(kept.first, kept.last + 1)
    motion = to_motion({arm.chain.side: angles[frames]}, fps, rest_joints(), head_turns(landmarks)[frames])
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
        created=CREATED,
        status=Status.UNDECIDED,
        scores={"fit": float(np.exp(-error / _GOOD)), "seen": float(1 - arm.missing[frames].mean())},
    )
    return Letter(draft, motion, kept.first, (arm.chain.side,))


@cache
def rest_joints() -> Array:
    """The rest joints (55, 3) of the shipped signer."""
    with np.load(RESOURCES / "avatar" / "woman.npz", allow_pickle=False) as archive:
        return np.asarray(archive["J"], float)
