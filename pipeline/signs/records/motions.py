"""From published fits to motions and back."""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.fitting.vposer import VPoser
from pipeline.motion import joints
from pipeline.motion.amass import PELVIS
from pipeline.motion.edit import sample
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix, matrix_to_axis_angle
from pipeline.signs.records.record import Record

Array = NDArray[np.float32]

FACING = np.diag([1.0, -1.0, -1.0])
"""From the camera's axes (x right, y down, z away) to a motion's (x to the signer's left, y up)."""
LARGEST = 1e4
"""Size from which a parameter is damage."""
DISTANCE = 12.0
"""Metres between the camera and a signer whose camera is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Hands:
    """What only a user's own model knows of hands."""

    mean: Array  # (30, 3), the mean hand, left then right; zero for the flat hand
    components: tuple[Array, Array] | None = None  # principal components (45, 45), left and right, one a row


FLAT = Hands(np.zeros((30, 3), np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class Viewpoint:
    """What a motion does not keep of a fit."""

    rotation: NDArray[np.float64]  # (T, 3, 3), of the camera
    first: NDArray[np.float64]  # (3,), where the signer's pelvis was in the first frame, against its rest
    number: int = 0  # of the first frame in the video


def to_motion(
    record: Record, fps: float, hands: Hands = FLAT, vposer: VPoser | None = None
) -> tuple[Motion, Viewpoint, tuple[str, ...]]:
    """The motion of a fit, what it leaves out, and one sentence for everything that was put right.

    Frames that were dropped or hold no numbers are interpolated between the others, so that frame `i` of the
    motion is frame `Viewpoint.number + i` of the video. Raises BadInput when VPoser or the model's hands are
    needed.
    """
    kept = _sound(record)
    pose = np.zeros((kept.frames, joints.COUNT, 3), np.float64)
    pose[:, joints.BODY] = _body(kept, vposer).reshape(kept.frames, -1, 3)
    pose[:, joints.JAW], pose[:, joints.LEFT_EYE], pose[:, joints.RIGHT_EYE] = (
        kept.jaw,
        kept.left_eye,
        kept.right_eye,
    )
    pose[:, joints.LEFT_HAND.start :] = _hands(kept, hands)
    turned = FACING @ kept.camera_rotation.astype(np.float64)
    pose[:, 0] = matrix_to_axis_angle(turned @ axis_angle_to_matrix(kept.orientation.astype(np.float64)))
    place = turned @ PELVIS.astype(np.float64) + kept.camera_translation @ FACING - PELVIS
    moved = (place - place[0]).astype(np.float32)
    motion = Motion(fps, pose.astype(np.float32), moved, expression=kept.expression, shape=kept.betas[0])
    moments = np.arange(kept.numbers[0], kept.numbers[-1] + 1)
    notes = []
    lost = max(len(moments), record.frames) - kept.frames
    if len(moments) > kept.frames:
        motion = sample(motion, np.interp(moments, kept.numbers, np.arange(kept.frames)) / fps, fps)
        turned = turned[np.searchsorted(kept.numbers, moments, side="right") - 1]
    if len(moments) > kept.frames or record.frames > kept.frames:
        notes.append(f"{record.name}: {lost} frames had no fit; those between others are interpolated.")
    if np.ptp(kept.betas, axis=0).any():
        notes.append(f"{record.name}: the body shape changes between frames; the first frame's is used.")
    return motion, Viewpoint(turned, place[0], int(kept.numbers[0])), tuple(notes)


def _sound(record: Record) -> Record:
    """The frames whose parameters are numbers of a sensible size. Raises BadInput when there are none."""
    rows = [
        getattr(record, entry.name).reshape(record.frames, -1)
        for entry in fields(Record)
        if entry.name not in ("name", "numbers")
    ]
    sound = (np.abs(np.concatenate(rows, axis=1)) < LARGEST).all(axis=1)
    if not sound.any():
        raise BadInput(f"{record.name} has no frame whose parameters are numbers: leave it out.")
    return replace(
        record, **{e.name: getattr(record, e.name)[sound] for e in fields(Record) if e.name != "name"}
    )


def _body(record: Record, vposer: VPoser | None) -> NDArray[np.floating]:
    if record.body.shape[1]:
        return record.body
    if vposer is None:
        raise BadInput(
            f"{record.name} keeps its body as latents of VPoser: name your VPoser v1.0 file with --vposer."
        )
    return vposer.decode(record.latent)


def _hands(record: Record, hands: Hands) -> NDArray[np.float64]:
    """Both hands (T, 30, 3) relative to the flat hand."""
    found = []
    for side, given, weights in (
        (0, record.left_hand, record.left_components),
        (1, record.right_hand, record.right_components),
    ):
        if given.shape[1]:
            found.append(given.astype(np.float64))
        elif hands.components is not None:
            found.append(weights.astype(np.float64) @ hands.components[side][: weights.shape[1]])
        else:
            raise BadInput(
                f"{record.name} keeps its hands as principal components, which only your own SMPL-X file can "
                "turn into rotations: name it with --model."
            )
    return np.concatenate(found, axis=1).reshape(-1, 30, 3) + hands.mean


def to_record(name: str, motion: Motion, hands: Hands = FLAT, view: Viewpoint | None = None) -> Record:
    """A motion as a published fit, seen by a camera in front of it where none is known.

    The latents of VPoser are zero, and so are the components of the hands without a model's; the rotations
    beside them are what was done.
    """
    frames = motion.frames
    straight = np.tile(FACING, (frames, 1, 1))
    view = view or Viewpoint(straight, np.array([0.0, 0.1, -DISTANCE]) - PELVIS)
    if len(view.rotation) != frames:
        raise ValueError(f"{len(view.rotation)} rotations of the camera for {frames} frames")
    turned = view.rotation
    orientation = turned.transpose(0, 2, 1) @ axis_angle_to_matrix(motion.pose[:, 0].astype(np.float64))
    place = motion.translation + view.first + PELVIS - turned @ PELVIS.astype(np.float64)
    bent = (motion.pose[:, joints.LEFT_HAND.start :] - hands.mean).reshape(frames, 2, 45)
    components = [
        np.zeros((frames, 12)) if hands.components is None else bent[:, side] @ hands.components[side][:12].T
        for side in range(2)
    ]
    values = {
        "camera_rotation": FACING @ turned,
        "camera_translation": place @ FACING,
        "betas": np.tile(_columns(motion.shape[None], 10), (frames, 1)),
        "orientation": matrix_to_axis_angle(orientation),
        "left_components": components[0],
        "right_components": components[1],
        "jaw": motion.pose[:, joints.JAW],
        "left_eye": motion.pose[:, joints.LEFT_EYE],
        "right_eye": motion.pose[:, joints.RIGHT_EYE],
        "expression": _columns(motion.expression, 10),
        "latent": np.zeros((frames, 32)),
        "body": motion.pose[:, joints.BODY].reshape(frames, -1),
        "left_hand": bent[:, 0],
        "right_hand": bent[:, 1],
    }
    numbers = np.arange(frames, dtype=np.int64)
    return Record(name, numbers, **{key: np.asarray(value, np.float32) for key, value in values.items()})


def _columns(values: Array, count: int) -> Array:
    """The first `count` columns of (T, N), with zeros where there are fewer."""
    result = np.zeros((len(values), count), np.float32)
    kept = min(count, values.shape[1])
    result[:, :kept] = values[:, :kept]
    return result
