"""Captured letters of manual alphabets as signs, by the fitter of whole clips.

What a letter's handshape is known to be (`resources/starter/handshapes.toml`) tells the fitter what the
picture leaves open, and is settled on the avatar's own bones, which decide whether a letter can be read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.errors import BadInput
from pipeline.fitting.avatars_hand import with_settled_hand
from pipeline.fitting.clip.fit import ClipFit, fit_clips
from pipeline.fitting.clip.problem import Weights
from pipeline.fitting.clip.skeleton import POINTS
from pipeline.fitting.handshapes import Handshape, read_handshapes
from pipeline.fitting.hold import Span, hold_of, movement_of
from pipeline.fitting.quality.measures import hand_columns, sight
from pipeline.fitting.quality.report import judge
from pipeline.fitting.resting import with_resting_arms
from pipeline.keypoints import names
from pipeline.keypoints.keypoints import Keypoints, evenly
from pipeline.keypoints.read import read_keypoints
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.progress import Progress, silent
from pipeline.resources import RESOURCES
from pipeline.signs.captures import CREATED, LICENCE, REQUIREMENT, Capture
from pipeline.signs.sign import Status
from pipeline.signs.store import Draft

Array = NDArray[np.float64]

HANDSHAPES = RESOURCES / "starter" / "handshapes.toml"
MOVING = {"ase": frozenset("JZ"), "gsg": frozenset("ÄJÖÜZß")}
"""Letters whose sign is a movement and not a still handshape, of languages of which that is known of all."""

_RAMP = 0.12  # seconds in which touching sets in before a sign and ends after it
_WEIGHTS = Weights(depth=0.008, arm_depth=0.3, doubt=4.0, jolt=0.4, freedom=1.0, distance=4.0, focal=0.01)
"""A letter is held still towards the camera, and its hand's relative depth then tells better than the lengths
in the picture how it is tilted: those of fists are drawn a quarter too short, and would lean a fist forward.
That of arms, whose elbows are often out of the picture and guessed, tells little. Spelling is
smooth. The camera is taken to be far away, as the one is through which the avatar is looked at: a hand then
stands beside the face where it stood in the film, and is as long as it was there."""
_ARMS = {"elbow": (126.0, 3.0), "shoulder_outward": (8.0, 6.0)}
"""Degrees of an arm that spells beside the shoulder, and their deviation: it hangs, and its elbow is bent.
With the elbow out of the picture nothing else tells how far in front the hand is, and it stays there from
letter to letter; a J would else begin with the elbow above the shoulder."""
_ASTRAY = 5.0
"""Percent of the shoulders' breadth by which a hand may be missed, on average, at the ends of a letter."""
_JUMP = np.radians(30)
"""Second difference of a joint's turn that is no movement but a fit that changed its mind."""
_OFTEN = 0.3
"""A hand seen in this share of the frames takes part, or in half as many as the busier one."""


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """A letter ready for a dictionary."""

    draft: Draft
    motion: Motion
    start: int  # the frame of the capture with which the motion begins
    sides: tuple[str, ...]  # the hands that make it, the busiest first


@cache
def known_handshapes() -> dict[str, dict[str, Handshape]]:
    """What is known about the letters of each sign language."""
    return read_handshapes(HANDSHAPES)


def handshape_of(capture: Capture) -> Handshape:
    """What is known about a letter, which may be nothing."""
    return known_handshapes().get(capture.language, {}).get(capture.letter, Handshape())


def read_letter(capture: Capture) -> Keypoints:
    """What was seen of a letter, evenly in time. Raises BadInput for a file that shows no hand."""
    clips, _ = read_keypoints(capture.path)
    found = next(iter(clips.values()))
    if not (found.seen(names.hand("left")) | found.seen(names.hand("right"))).any():
        raise BadInput(f"{capture.path} shows no hand: get {REQUIREMENT} again.")
    return found if found.even else evenly(found)


def fit_alphabet(
    clips: Mapping[Capture, Keypoints], body: BodyModel, progress: Progress = silent
) -> dict[Capture, Letter | BadInput]:
    """The letters of one signer, who has one body in all of them, or why one could not be fitted."""
    captures = list(clips)
    fits = fit_clips(
        list(clips.values()),
        body,
        weights=_WEIGHTS,
        signers=["one"] * len(captures),
        handshapes=[handshape_of(capture) for capture in captures],
        arms={} if _takes_both_hands(clips.values()) else _ARMS,
        progress=lambda done, total, note="": progress(len(captures) * done // total, len(captures), note),
    )
    return {
        capture: fit if isinstance(fit, BadInput) else _letter(capture, fit, body)
        for capture, fit in zip(captures, fits, strict=True)
    }


def _takes_both_hands(clips: Iterable[Keypoints]) -> bool:
    """Whether more than a quarter of an alphabet shows both hands, which then meet in front of the body."""
    hands = [[clip.seen(names.hand(side)).mean() for side in names.SIDES] for clip in clips]
    return float(np.mean([min(own) >= _OFTEN for own in hands])) > 0.25


def _letter(capture: Capture, fit: ClipFit, body: BodyModel) -> Letter:
    """A letter without the ends in which its hand was not followed."""
    handshape, fps = handshape_of(capture), fit.motion.fps
    sides = signing_hands(fit)[: 1 if _is_known(capture) else 2]
    span = _span(capture, fit, sides)
    motion = fit.motion
    if len(sides) == 1:
        nearness = span.nearness(motion.frames, _RAMP * fps)
        motion = with_settled_hand(fit, sides[0], body, handshape, nearness)
    kept = span.within(_usable(fit, motion, sides[0]))
    frames = slice(kept.first, kept.last + 1)
    draft = Draft(
        gloss=capture.letter,
        language=capture.language,
        source=f"{REQUIREMENT} {capture.name}" + ", with a prior of its handshape" * handshape.informative,
        licence=LICENCE,
        signer=f"spoken-to-signed {capture.name.partition('/')[0]}",
        onset=(span.first - kept.first) / fps,
        offset=(span.last - kept.first) / fps,
        created=CREATED,
        status=Status.UNDECIDED,
        scores={"grade": judge(fit, body).grade},
    )
    motion = with_resting_arms(motion, {"left", "right"} - set(sides), body)
    return Letter(draft, Motion(fps, motion.pose[frames], face=motion.face[frames]), kept.first, sides)


def _is_known(capture: Capture) -> bool:
    return capture.language in MOVING or handshape_of(capture).informative


def _span(capture: Capture, fit: ClipFit, sides: tuple[str, ...]) -> Span:
    """What of a clip is the letter: a hold where it is known to be still."""
    columns = [POINTS.index(name) for side in sides for name in names.hand(side)]
    places = fit.points[:, columns].astype(np.float64)
    still = _is_known(capture) and capture.letter not in MOVING.get(capture.language, ())
    return (hold_of if still else movement_of)(places, fit.motion.fps)


def _usable(fit: ClipFit, motion: Motion, side: str) -> NDArray[np.bool_]:
    """The frames (T,) in which a fit follows a hand that was seen, and its motion does not jump."""
    seen = sight(fit)
    columns = [column for column in hand_columns(side) if fit.followed[column]]
    apart = np.nan_to_num(seen.distances[:, columns]).mean(axis=1)
    own = [joint for joint, name in enumerate(joints.NAMES) if name.startswith(f"{side}_")]
    jumps = np.zeros(motion.frames)
    jumps[1:-1] = np.abs(np.diff(motion.pose[:, own], 2, axis=0)).max(axis=(1, 2), initial=0)
    usable: NDArray[np.bool_] = (apart < _ASTRAY) & ~fit.guessed[side] & (jumps < _JUMP)
    return usable


def signing_hands(fit: ClipFit) -> tuple[str, ...]:
    """The hands that take part in a letter, the busiest first."""
    shares = {side: float((~fit.guessed[side]).mean()) for side in ("right", "left")}
    busiest = max(shares, key=lambda side: shares[side])
    other = "left" if busiest == "right" else "right"
    return (busiest, other) if shares[other] >= max(_OFTEN, shares[busiest] / 2) else (busiest,)
