"""From the keypoints of whole clips to motions, many clips at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.body.model import BodyModel
from pipeline.fitting.clip import solver
from pipeline.fitting.clip.kinematics import G, Posed, Rig, build_rig, pose
from pipeline.fitting.clip.observation import observe
from pipeline.fitting.clip.problem import FOCAL, Problem, State, Weights, build_tables
from pipeline.fitting.clip.sightings import NEAREST, posed
from pipeline.fitting.clip.skeleton import POINTS, Skeleton, build_skeleton
from pipeline.keypoints import names
from pipeline.keypoints.cleaning import Cleaning, clean
from pipeline.keypoints.keypoints import Keypoints
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_matrix, matrix_to_axis_angle

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class ClipFit:
    """What a signer did in a clip, and how sure that is."""

    motion: Motion
    points: Array  # (T, P, 3) metres in front of the camera, x to the signer's left, y up, z towards it
    bones: Array  # logarithms of the factors of `skeleton.BONES` that make the body the signer's
    focal: float  # pixels, of the camera that sees the points so
    guessed: dict[str, NDArray[np.bool_]]  # for each hand the frames (T,) in which too little of it was seen
    cleaning: Cleaning  # what was put right before
    angles: Array  # (T, F) radians and metres, in the order of `freedoms.FREEDOMS`

    @property
    def pixels(self) -> Array:
        """Where the camera sees the points: (T, P, 2), x to the right of the picture, y down."""
        picture = self.cleaning.keypoints
        flat = self.focal * self.points[..., :2] / np.maximum(-self.points[..., 2:], NEAREST)
        seen: Array = (flat * [1, -1] + np.array([picture.width, picture.height]) / 2).astype(np.float32)
        return seen


def fit_clips(
    clips: Sequence[Keypoints],
    body: BodyModel,
    device: torch.device | str = "cpu",
    weights: Weights | None = None,
    depth: bool = True,
) -> list[ClipFit]:
    """Fit `body` to all clips in one batch; `depth`: whether relative depth is used where there is some.

    Exchanged hands are put right first, and every frame of a clip is in its motion. Raises BadInput for
    a clip that never shows both shoulders.
    """
    weights = weights or Weights()
    cleaned = [clean(clip) for clip in clips]
    clips = [cleaning.keypoints for cleaning in cleaned]
    dtype = torch.float32
    skeleton = build_skeleton(body)
    rig = build_rig(skeleton, device, dtype)
    seen = observe(clips, device, dtype, depth)
    problem = Problem(rig, seen, build_tables(weights, device, dtype), weights)
    with torch.no_grad():
        state = solver.solve(problem)
        stance = posed(problem, state)
        shape = (len(clips), seen.real.shape[1])
        points = stance.points.reshape(*shape, len(POINTS), 3).cpu().numpy()
        local = _local(rig, state)
    found = []
    for index, clip in enumerate(clips):
        frames = clip.frames
        motion = _motion(skeleton, body, clip.fps, local[index, :frames], state.angles[index, :frames, :3])
        guessed = {side: ~clip.seen(names.hand(side)) for side in ("left", "right")}
        bones = state.shared[index, :G].cpu().numpy()
        focal = float(seen.focal[index] * torch.exp(state.shared[index, FOCAL]))
        angles = state.angles[index, :frames].cpu().numpy()
        found.append(ClipFit(motion, points[index, :frames], bones, focal, guessed, cleaned[index], angles))
    return found


def _local(rig: Rig, state: State) -> NDArray[np.float64]:
    """Rotations (B, T, V, 3, 3) of the rig's joints relative to their parents."""
    clips, frames, freedoms = state.angles.shape
    angles = state.angles.reshape(-1, freedoms)
    stance: Posed = pose(rig, angles, angles.new_zeros(len(angles), G))
    above = stance.rotations[:, [max(parent, 0) for parent in rig.parents]].clone()
    above[:, 0] = torch.eye(3, dtype=angles.dtype, device=angles.device)
    local = above.transpose(-1, -2) @ stance.rotations
    return local.reshape(clips, frames, -1, 3, 3).double().cpu().numpy()


def _motion(
    skeleton: Skeleton, body: BodyModel, fps: float, local: NDArray[np.float64], place: torch.Tensor
) -> Motion:
    """SMPL-X rotations; the forearm's twist is shared equally by elbow and wrist."""
    matrices = np.tile(np.eye(3), (len(local), joints.COUNT, 1, 1))
    at = {joint.name: index for index, joint in enumerate(skeleton.joints)}
    for name, index in at.items():
        if name in joints.INDEX:
            matrices[:, joints.INDEX[name]] = local[:, index]
    rotations = matrix_to_axis_angle(matrices)
    for side in ("left", "right"):
        twist = matrix_to_axis_angle(local[:, at[f"{side}_forearm"]]) / 2
        half = axis_angle_to_matrix(twist)
        elbow, wrist = joints.INDEX[f"{side}_elbow"], joints.INDEX[f"{side}_wrist"]
        rotations[:, elbow] = matrix_to_axis_angle(matrices[:, elbow] @ half)
        rotations[:, wrist] = matrix_to_axis_angle(half @ matrices[:, wrist])
    translation = place.cpu().numpy() - body.rest_joints[0]
    return Motion(fps, rotations.astype(np.float32), (translation - translation[0]).astype(np.float32))
