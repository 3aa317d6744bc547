"""SMPL-X motions as the npz files of AMASS, BEAT2 and their relatives.

The arrays: poses (T, 165), trans (T, 3), betas (B,), expressions (T, E), mocap_frame_rate,
gender, surface_model_type. Ours adds flat_hand_mean, always true, and face (T, 52).
"""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.motion import joints, rotations
from pipeline.motion.files import write_whole
from pipeline.motion.motion import Motion
from pipeline.npz import ArrayFile, opened

Array = NDArray[np.float32]

ADVICE = "Choose an AMASS-style npz file of SMPL-X parameters."
OTHER_MODELS = {72: "SMPL", 66: "SMPL without hands", 156: "SMPL-H"}
RATES = ("mocap_frame_rate", "mocap_framerate", "fps")
PARTS: tuple[tuple[slice, tuple[str, ...]], ...] = (
    (slice(0, 1), ("root_orient", "global_orient")),
    (joints.BODY, ("pose_body", "body_pose")),
    (slice(joints.JAW, joints.JAW + 1), ("pose_jaw", "jaw_pose")),
    (slice(joints.LEFT_EYE, joints.RIGHT_EYE + 1), ("pose_eye",)),
    (slice(joints.LEFT_EYE, joints.LEFT_EYE + 1), ("leye_pose",)),
    (slice(joints.RIGHT_EYE, joints.RIGHT_EYE + 1), ("reye_pose",)),
    (slice(joints.LEFT_HAND.start, joints.RIGHT_HAND.stop), ("pose_hand",)),
    (joints.LEFT_HAND, ("left_hand_pose",)),
    (joints.RIGHT_HAND, ("right_hand_pose",)),
)
"""Where the parts of a pose go that some files keep apart, under either name."""

PELVIS = np.array([0.003, -0.351, 0.012], np.float32)
"""Rest position of the pelvis of SMPL-X, which the first rotation of a pose turns about."""


def read_amass(path: Path, hands_mean: Array | None = None) -> tuple[Motion, tuple[str, ...]]:
    """A motion, and one sentence for everything assumed or changed on the way.

    `hands_mean` (30, 3) is the mean hand of the model the file was made with, left then right:
    give it when the file's hands are relative to that hand (`flat_hand_mean=False`), and they
    are made relative to the flat hand. Motions with z up are turned to y up. Raises BadInput
    for files of other models, without a frame rate, or damaged.
    """
    path = Path(path)
    notes: list[str] = []
    with opened(path, ADVICE) as file:
        pose = _pose(file)
        motion = _motion(file, pose, notes)
        _say_what_hands_are(file, hands_mean, notes)
    if hands_mean is not None:
        pose = motion.pose.copy()
        pose[:, joints.LEFT_HAND.start :] += hands_mean.reshape(30, 3)
        motion = replace(motion, pose=pose)
    return _upright(motion, notes), tuple(notes)


def write_amass(path: Path, motion: Motion) -> None:
    """Write a motion so that AMASS's and BEAT2's readers understand it. Raises BadInput when it cannot."""
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        poses=motion.pose.reshape(motion.frames, -1),
        trans=motion.translation,
        betas=motion.shape,
        expressions=motion.expression,
        mocap_frame_rate=np.float64(motion.fps),
        gender=np.array("neutral"),
        surface_model_type=np.array("smplx"),
        flat_hand_mean=np.array(True),
        face=motion.face,
    )
    write_whole(path, buffer.getvalue())


def _pose(file: ArrayFile) -> Array:
    for name in ("surface_model_type", "model"):
        if name in file.names and not str(file.read(name)).lower().startswith("smplx"):
            raise file.bad(f"holds a motion of {str(file.read(name))[:40]}, not of SMPL-X")
    if "poses" in file.names:
        poses = _rows(file, "poses")
        if poses.shape[1] != joints.COUNT * 3:
            model = OTHER_MODELS.get(poses.shape[1], "an unknown model")
            raise file.bad(f"holds poses with {poses.shape[1]} numbers, which is {model}; SMPL-X has 165")
        return poses.reshape(-1, joints.COUNT, 3)
    parts = [(place, _rows(file, name)) for place, names in PARTS for name in names if name in file.names]
    found = {place.start for place, _ in parts}
    if not {0, 1} <= found:
        raise file.bad("holds no poses: there is neither 'poses' nor 'root_orient' and 'pose_body'")
    pose = np.zeros((len(parts[0][1]), joints.COUNT, 3), np.float32)
    for place, rows in parts:
        if rows.shape != (len(pose), (place.stop - place.start) * 3):
            raise file.bad(f"holds a part of the pose of shape {rows.shape} that does not fit the others")
        pose[:, place] = rows.reshape(len(pose), -1, 3)
    return pose


def _motion(file: ArrayFile, pose: Array, notes: list[str]) -> Motion:
    given: dict[str, Array] = {}
    for name, names in (("translation", ("trans", "transl")), ("expression", ("expressions", "expression"))):
        for key in names:
            if key in file.names:
                given[name] = _rows(file, key)
    if "translation" not in given:
        notes.append("The file has no translation: the signer stays in place.")
    if "face" in file.names:
        given["face"] = _rows(file, "face")
    if "betas" in file.names:
        betas = np.atleast_2d(file.numbers("betas").astype(np.float32))
        if np.ptp(betas, axis=0).any():
            notes.append("The body shape changes from frame to frame: the first frame's is used.")
        given["shape"] = betas[0] if len(betas) else betas.reshape(-1)
    try:
        return Motion(fps=_rate(file), pose=pose, **given)
    except BadInput:
        raise
    except ValueError as error:
        raise file.bad(f"does not fit together ({error})") from error


def _rows(file: ArrayFile, name: str) -> Array:
    rows = file.numbers(name).astype(np.float32)
    if rows.ndim != 2 or not len(rows):
        raise file.bad(f"has an array '{name}' of shape {rows.shape} where one row per frame belongs")
    return rows


def _rate(file: ArrayFile) -> float:
    for name in RATES:
        if name in file.names:
            rate = file.numbers(name)
            if rate.size == 1:
                return float(rate.item())
    raise file.bad("does not say its frame rate: store it as 'mocap_frame_rate'")


def _say_what_hands_are(file: ArrayFile, hands_mean: Array | None, notes: list[str]) -> None:
    if hands_mean is not None:
        notes.append("The hands were relative to the mean hand and are now relative to the flat hand.")
    elif "flat_hand_mean" not in file.names:
        notes.append("The file does not say what its hands are relative to: taken as the flat hand.")
    elif not file.numbers("flat_hand_mean").all():
        notes.append(
            "The hands are relative to the mean hand of a model that was not given: they look too open."
        )


def _upright(motion: Motion, notes: list[str]) -> Motion:
    """The motion with y up, should the signer stand along z."""
    root = rotations.axis_angle_to_quaternion(motion.pose[:, 0])
    up = rotations.rotate(root, np.array([0, 1, 0], np.float32)).mean(axis=0)
    if up[2] < max(abs(up[1]), 0.5):
        return motion
    notes.append("The file has z up: the motion was turned to y up.")
    turn = rotations.axis_angle_to_quaternion(np.array([-np.pi / 2, 0, 0], np.float32))
    pose = motion.pose.copy()
    pose[:, 0] = rotations.quaternion_to_axis_angle(rotations.multiply(turn, root))
    translation = rotations.rotate(turn, motion.translation + PELVIS) - PELVIS
    return replace(motion, pose=pose, translation=translation)
