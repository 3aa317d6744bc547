"""From the keypoints of whole clips to motions, many clips at once."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.errors import BadInput
from pipeline.fitting.clearing import cleared
from pipeline.fitting.clip import solver
from pipeline.fitting.clip.freedoms import SIDES
from pipeline.fitting.clip.kinematics import G, Rig, build_rig, pose
from pipeline.fitting.clip.known import build_known, trust
from pipeline.fitting.clip.lengths import as_seen
from pipeline.fitting.clip.observation import Observed, gather, observe
from pipeline.fitting.clip.problem import FOCAL, SHARED, Problem, State, Tables, Weights, build_tables
from pipeline.fitting.clip.sharing import build_sharing
from pipeline.fitting.clip.sightings import NEAREST
from pipeline.fitting.clip.skeleton import POINTS, Skeleton, build_skeleton, side_points
from pipeline.fitting.clip.smplx import motion_of
from pipeline.fitting.clip.windows import Window, batches, cut, joined
from pipeline.fitting.expressing import with_face
from pipeline.fitting.handshapes import Handshape
from pipeline.keypoints.cleaning import Cleaning, clean
from pipeline.keypoints.keypoints import Keypoints
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.progress import Progress, silent

Array = NDArray[np.float32]

MEMORY = 1 << 30
"""Bytes that a batch of windows may need."""
_NOTHING: Mapping[str, tuple[float, float]] = MappingProxyType({})
_PARTS = {
    "body": tuple(f"{side}_{part}" for side in ("left", "right") for part in ("shoulder", "elbow", "wrist")),
    "left": side_points("left")[3:],
    "right": side_points("right")[3:],
}


@dataclass(frozen=True, slots=True, eq=False)
class ClipFit:
    """What a signer did in a clip, and how sure that is."""

    motion: Motion
    points: Array  # (T, P, 3) metres in front of the camera, x to the signer's left, y up, z towards it
    bones: Array  # logarithms of the factors of `skeleton.BONES` that make the body the signer's
    focal: float  # pixels, of the camera that sees the points so
    guessed: dict[str, NDArray[np.bool_]]  # frames (T,) in which too little of body, left or right hand
    # was seen where it can be, so that it was interpolated
    cleaning: Cleaning  # what was put right before
    angles: Array  # (T, F) radians and metres, in the order of `freedoms.FREEDOMS`
    followed: NDArray[np.bool_]  # (P,), the points that what was known beforehand did not stand in for
    moved: Array  # (T, 2, 3) metres that left and right wrist were moved by, out of flesh or onto it

    @property
    def pixels(self) -> Array:
        """Where the camera sees the points: (T, P, 2), x to the right of the picture, y down."""
        picture = self.cleaning.keypoints
        flat = self.focal * self.points[..., :2] / np.maximum(-self.points[..., 2:], NEAREST)
        seen: Array = (flat * [1, -1] + np.array([picture.width, picture.height]) / 2).astype(np.float32)
        return seen


@dataclass(frozen=True, slots=True, eq=False)
class _Model:
    """What all batches are solved with."""

    skeleton: Skeleton
    rig: Rig
    tables: Tables
    weights: Weights
    arms: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """What batches have told so far."""

    bones: dict[Hashable, Array] = field(default_factory=dict)  # of a signer
    shared: dict[int, Array] = field(default_factory=dict)  # (SHARED,), of a clip
    angles: dict[Window, Array] = field(default_factory=dict)  # (t, F)


def fit_clips(
    clips: Sequence[Keypoints],
    body: BodyModel,
    device: torch.device | str = "cpu",
    weights: Weights | None = None,
    depth: bool = True,
    signers: Sequence[Hashable] | None = None,
    handshapes: Sequence[Handshape] | None = None,
    arms: Mapping[str, tuple[float, float]] = _NOTHING,
    memory: int = MEMORY,
    progress: Progress = silent,
) -> list[ClipFit | BadInput]:
    """Fit `body` to clips of any number and length, with about `memory` bytes at a time.

    signers: a key for every clip; clips with the same key share the lengths of bones, by default none
    do. depth: whether relative depth is used where there is some. handshapes: what is known of every
    clip's before it is looked at; arms: the same of freedoms of the arms of all, mean and deviation in
    degrees. Exchanged hands are put right first; every frame of a clip is in its motion. A clip that
    never shows both shoulders has the reason in its place and stops no other. `progress` counts frames.
    """
    keys: Sequence[Hashable] = range(len(clips)) if signers is None else signers
    if len(keys) != len(clips):
        raise ValueError(f"{len(keys)} signers for {len(clips)} clips")
    known: Sequence[Handshape] = [Handshape()] * len(clips) if handshapes is None else handshapes
    weights = weights or Weights()
    looks = [look(clip, depth, own, weights) for clip, own in zip(clips, known, strict=True)]
    looked = [seen for seen in looks if not isinstance(seen, BadInput)]
    own = [key for key, seen in zip(keys, looks, strict=True) if not isinstance(seen, BadInput)]
    fits = iter(_fits(looked, own, body, _model(body, weights, device, arms), memory, progress))
    return [seen if isinstance(seen, BadInput) else next(fits) for seen in looks]


def fit_clip(clip: Keypoints, body: BodyModel, weights: Weights | None = None, depth: bool = True) -> ClipFit:
    """What `fit_clips` finds of one clip; raises BadInput for one that never shows both shoulders."""
    (found,) = fit_clips([clip], body, weights=weights, depth=depth)
    if isinstance(found, BadInput):
        raise found
    return found


def look(
    clip: Keypoints, depth: bool, handshape: Handshape | None = None, weights: Weights | None = None
) -> tuple[Cleaning, Observed] | BadInput:
    """A clip put right and what is seen of it, or why nothing can be."""
    cleaning = clean(clip)
    try:
        seen = observe(cleaning.keypoints, depth, weights)
        return cleaning, seen.knowing(handshape) if handshape else seen
    except BadInput as error:
        return error


def _fits(
    looks: Sequence[tuple[Cleaning, Observed]],
    signers: Sequence[Hashable],
    body: BodyModel,
    model: _Model,
    memory: int,
    progress: Progress,
) -> list[ClipFit]:
    observed = [look[1] for look in looks]
    windows = [cut(index, look[0].keypoints.frames) for index, look in enumerate(looks)]
    found = _Found()
    total, done = sum(window.frames for own in windows for window in own), 0
    for batch in batches(windows, signers, memory):
        frames = sum(window.frames for window in batch)
        _solve(model, observed, batch, signers, found, _part_of(progress, done, frames, total))
        done += frames
    progress(total, total)
    return [
        _clip_fit(model, body, cleaning, own, windows[index], found)
        for index, (cleaning, own) in enumerate(looks)
    ]


def _part_of(progress: Progress, before: int, frames: int, whole: int) -> Progress:
    """The progress of a batch of `frames` frames as a part of all."""

    def step(done: int, total: int, note: str = "") -> None:
        progress(before + frames * done // total, whole, note)

    return step


def _model(
    body: BodyModel,
    weights: Weights,
    device: torch.device | str,
    arms: Mapping[str, tuple[float, float]] = _NOTHING,
) -> _Model:
    skeleton = build_skeleton(body)
    dtype = torch.float32
    tables = build_tables(weights, as_seen(skeleton), device, dtype)
    return _Model(skeleton, build_rig(skeleton, device, dtype), tables, weights, arms)


def _solve(
    model: _Model,
    observed: Sequence[Observed],
    batch: Sequence[Window],
    signers: Sequence[Hashable],
    found: _Found,
    progress: Progress,
) -> None:
    """Solve a batch; what earlier ones told of its signers and cameras is held, what it tells is added."""
    like = model.tables.usual
    held = np.zeros((len(batch), SHARED))
    shared = np.tile(model.tables.expected.cpu().numpy(), (len(batch), 1))
    for row, window in enumerate(batch):
        if window.clip in found.shared:
            shared[row], held[row] = found.shared[window.clip], 1
        elif signers[window.clip] in found.bones:
            shared[row, :G], held[row, :G] = found.bones[signers[window.clip]], 1
    sharing = build_sharing(
        [window.clip for window in batch],
        [signers[window.clip] for window in batch],
        like.new_tensor(held),
    )
    seen = gather(observed, batch, like.device, like.dtype)
    shapes = [observed[window.clip].handshape for window in batch]
    told = bool(model.arms) or any(shape.informative for shape in shapes)
    known = build_known(shapes, model.arms, like) if told else None
    problem = Problem(model.rig, seen, model.tables, model.weights, sharing, known)
    with torch.no_grad():
        begun = solver.start(problem)
        state = solver.solve(problem, State(begun.angles, like.new_tensor(shared)), progress=progress)
    angles, common = state.placed.cpu().numpy(), state.shared.cpu().numpy()
    for row, window in enumerate(batch):
        found.angles[window] = angles[row, : window.frames]
        found.shared.setdefault(window.clip, common[row])
        found.bones.setdefault(signers[window.clip], common[row, :G])


def _clip_fit(
    model: _Model,
    body: BodyModel,
    cleaning: Cleaning,
    observed: Observed,
    windows: Sequence[Window],
    found: _Found,
) -> ClipFit:
    """The fits of a clip's windows in one."""
    angles = joined(windows, [found.angles[window] for window in windows])
    shared = found.shared[windows[0].clip]
    bones, focal = shared[:G], observed.focal * float(np.exp(shared[FOCAL]))
    whole = torch.as_tensor(angles).to(model.tables.usual)
    lengths = whole.new_tensor(bones)
    points = np.concatenate(
        [
            pose(model.rig, own, lengths.expand(len(own), G)).points.cpu().numpy()
            for own in torch.split(whole, 1024)
        ]
    )
    guessed = guesses(observed, points, focal, model.weights.cutoff)
    fitted = motion_of(whole, model.rig, model.skeleton, body, observed.fps)
    motion = cleared(body, fitted, {side: ~guessed[side] for side in SIDES})
    moved = _wrists(body, motion) - _wrists(body, fitted)
    motion = with_face(motion, cleaning.keypoints, body)
    followed = trust(observed.handshape, POINTS) == 1
    return ClipFit(motion, points, bones, focal, guessed, cleaning, angles, followed, moved)


def _wrists(body: BodyModel, motion: Motion) -> Array:
    """Where the left and the right wrist are (T, 2, 3)."""
    places = joint_positions(body.rest_joints, motion.pose, motion.translation)
    return places[:, [joints.LEFT_WRIST, joints.RIGHT_WRIST]].astype(np.float32)


def guesses(observed: Observed, points: Array, focal: float, cutoff: float) -> dict[str, NDArray[np.bool_]]:
    """The frames (T,) in which less than half of a part was seen within `cutoff` deviations of its fit."""
    flat = focal * points[..., :2] / np.maximum(-points[..., 2:], NEAREST)
    misses = np.linalg.norm(flat - observed.pixels, axis=-1) / observed.spreads
    believed = observed.telling & (misses < cutoff)
    columns = {part: [POINTS.index(name) for name in own] for part, own in _PARTS.items()}
    asked = trust(observed.handshape, POINTS) == 1
    return {part: believed[:, own].sum(axis=1) < 0.5 * asked[own].sum() for part, own in columns.items()}
