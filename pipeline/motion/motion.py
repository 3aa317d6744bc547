"""What a signer does: SMPL-X parameters over time."""

from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray

from pipeline.motion import joints

Array = NDArray[np.float32]


def _empty() -> Array:
    return np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Motion:
    """SMPL-X parameters of one signer at evenly spaced moments; frame `i` is at `i / fps` seconds.

    Axis-angle in radians relative to the parent joint, hands relative to the flat hand
    (`flat_hand_mean=True`); metres, y up, the signer's left is +x. Arrays are float32,
    C-contiguous and read-only. Left out, translation and face are zero and expression
    and shape have no columns. Raises ValueError for wrong shapes, no frames, or numbers
    that are not finite.
    """

    fps: float
    pose: Array  # (T, 55, 3), joints in the order of `joints.NAMES`
    translation: Array = field(default_factory=_empty)  # (T, 3)
    face: Array = field(default_factory=_empty)  # (T, 52), `joints.FACE_UNITS`, 0 to 1
    expression: Array = field(default_factory=_empty)  # (T, E), SMPL-X coefficients of the user's model
    shape: Array = field(default_factory=_empty)  # (B,)

    def __post_init__(self) -> None:
        count = len(self.pose)
        if not (np.isfinite(self.fps) and self.fps > 0):
            raise ValueError(f"a motion needs a positive frame rate, not {self.fps}")
        if count == 0:
            raise ValueError("a motion needs at least one frame")
        wanted: dict[str, tuple[int, ...]] = {
            "pose": (count, joints.COUNT, 3),
            "translation": (count, 3),
            "face": (count, len(joints.FACE_UNITS)),
            "expression": (count, np.shape(self.expression)[-1]),
            "shape": (len(self.shape),),
        }
        for entry in fields(self)[1:]:
            given = np.asarray(getattr(self, entry.name))
            if given.size == 0:
                given = np.zeros(wanted[entry.name], np.float32)
            if given.shape != wanted[entry.name]:
                raise ValueError(f"{entry.name} has shape {given.shape}, expected {wanted[entry.name]}")
            if not np.isfinite(given).all():
                raise ValueError(f"{entry.name} holds numbers that are not finite")
            array = np.array(given, np.float32, order="C")
            array.setflags(write=False)
            object.__setattr__(self, entry.name, array)

    @property
    def frames(self) -> int:
        """Number of frames."""
        return len(self.pose)

    @property
    def seconds(self) -> float:
        """Time from the first frame to the last."""
        return (self.frames - 1) / self.fps
