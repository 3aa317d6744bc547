"""The published way, built anew from its description: one frame after the other, L-BFGS in five stages.

Stages, weights and schedule are those of SMPLSign-X (Zuo et al., ECCV 2024, arXiv 2401.04730) as released;
facts only, no code of theirs. It differs where their files are not free: there is no mesh, so no
interpenetration; body joints are rotation vectors around a standing mean instead of VPoser's latents, so an
evaluation is cheaper than theirs; bone factors stand for betas. Use it for ratios on the same clips.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from pipeline.body.model import BodyModel
from pipeline.fitting.clip.face import FACE
from pipeline.fitting.clip.kinematics import G, build_rig, exponential
from pipeline.fitting.clip.skeleton import POINTS, build_skeleton
from pipeline.keypoints.keypoints import Keypoints
from pipeline.keypoints.layouts import convert
from tests.bench.fitting.bodies import DIGITS

FOCAL = 5000.0
_INNER, _OUTER = 90, 90
_STAGES = (  # body, shape and hand prior; weight of hand and of face points
    (404.0, 100.0, 404.0, 0.0, 0.0),
    (404.0, 50.0, 404.0, 0.0, 0.0),
    (57.4, 10.0, 57.4, 0.0, 0.0),
    (4.78, 5.0, 4.78, 0.1, 0.0),
    (4.78, 5.0, 4.78, 2.0, 2.0),
)
_TORSO = [POINTS.index(f"{side}_{part}") for part in ("shoulder", "hip") for side in ("left", "right")]
_BONUS = [POINTS.index(name) for name in ("nose", "left_elbow", "right_elbow")]
_HANDS = [index for index, name in enumerate(POINTS) if "_hand_" in name]
_FACE = [POINTS.index(name) for name in FACE[1:]]


def _saturating(values: Tensor, rho: float = 100.0) -> Tensor:
    square = values * values
    return rho**2 * square / (square + rho**2)


@dataclass(slots=True)
class _Frame:
    """What a frame is fitted with."""

    place: Tensor  # (3,)
    turn: Tensor  # (3,)
    bones: Tensor  # (G,)
    body: Tensor  # (J, 3)
    hands: Tensor  # (H, 3)


class FrameByFrame:
    """Fits one clip; `evaluations` counts objective and gradient."""

    def __init__(self, body: BodyModel) -> None:
        skeleton = build_skeleton(body)
        self._rig = build_rig(skeleton)
        names = [joint.name for joint in skeleton.joints]
        fingers = [any(digit in name for digit in DIGITS) for name in names]
        self._hands = [index for index, finger in enumerate(fingers) if finger]
        self._body = [index for index in range(1, len(fingers)) if not fingers[index]]
        self._at = {names[index]: place for place, index in enumerate(self._body)}
        self._mean = torch.zeros(len(self._body), 3)
        for side, sign in (("left", 1.0), ("right", -1.0)):
            self._mean[self._at[f"{side}_elbow"], 1] = -0.35 * sign
        self._low = [self._at[f"spine{part}"] for part in (1, 2, 3)]
        moving = ("collar", "shoulder", "elbow")
        self._moving = [self._at[f"{side}_{part}"] for part in moving for side in ("left", "right")]
        self._moving += [self._at["neck"], self._at["head"]]
        self.evaluations = 0
        self._last: _Frame | None = None

    def fit(self, clip: Keypoints, first: int, count: int) -> np.ndarray:
        """Points (count, P, 3) of frames from `first` on; x to the signer's left, y up, z to the camera."""
        part = convert(clip, POINTS)
        middle = np.array([clip.width / 2, clip.height / 2])
        pixels = torch.tensor((part.points - middle) * [1, -1], dtype=torch.float32)
        sure = torch.tensor(part.confidence)
        frames = [self._frame(pixels[t], sure[t], 1000 / clip.height) for t in range(first, first + count)]
        return torch.stack(frames).numpy()

    def _points(self, frame: _Frame) -> Tensor:
        """Where the points are (P, 3), differentiable."""
        rig, count = self._rig, len(self._rig.parents)
        vectors = torch.zeros(count, 3).index_copy(0, torch.tensor([0]), frame.turn[None])
        vectors = vectors.index_copy(0, torch.tensor(self._body), frame.body)
        vectors = vectors.index_copy(0, torch.tensor(self._hands), frame.hands)
        local = rig.rest @ exponential(vectors)[0]
        offsets = rig.offsets * torch.exp(rig.segment_bones @ frame.bones)[:, None]
        steps = rig.joint_segments @ offsets
        order, rotations, places = [0], local[:1], frame.place[None]
        for own, above in rig.levels:
            rows = [order.index(parent) for parent in above.tolist()]
            turned = rotations[rows]
            places = torch.cat([places, places[rows] + (turned @ steps[own, :, None])[..., 0]])
            rotations = torch.cat([rotations, turned @ local[own]])
            order += own.tolist()
        back = [order.index(joint) for joint in range(count)]
        rotations, places = rotations[back], places[back]
        segments = (rotations[rig.segment_joints] @ offsets[..., None])[..., 0]
        return places[rig.carriers] + rig.point_segments @ segments

    def _minimise(self, unknowns: list[Tensor], loss: Callable[[], Tensor]) -> None:
        """L-BFGS with strong Wolfe conditions until nothing changes."""
        optimiser = torch.optim.LBFGS(
            unknowns,
            lr=1e-2,
            max_iter=_INNER,
            history_size=100,
            tolerance_grad=1e-5,
            tolerance_change=1e-9,
            line_search_fn="strong_wolfe",
        )
        schedule = torch.optim.lr_scheduler.MultiStepLR(optimiser, [1, 2], gamma=10.0)

        def closure() -> Tensor:
            self.evaluations += 1
            optimiser.zero_grad()
            value = loss()
            value.backward()
            return value

        before = float("inf")
        for _ in range(_OUTER):
            kept = [unknown.detach().clone() for unknown in unknowns]
            try:
                value = float(optimiser.step(closure).detach())
            except RuntimeError:  # a line search that ran to infinity
                value = float("nan")
            schedule.step()
            change = abs(before - value) / max(abs(before), abs(value), 1.0)
            if not all(torch.isfinite(unknown).all() for unknown in (*unknowns, torch.tensor(value))):
                for unknown, last in zip(unknowns, kept, strict=True):
                    unknown.data.copy_(last)
                break
            if change <= 1e-9:
                break
            before = value

    def _frame(self, pixels: Tensor, sure: Tensor, scale: float) -> Tensor:
        last = self._last
        frame = _Frame(
            torch.zeros(3),
            torch.zeros(3),
            torch.zeros(G),
            self._mean.clone(),
            torch.zeros(len(self._hands), 3),
        )
        self._place(frame, pixels, scale)
        if last is not None:
            frame.place, frame.turn, frame.bones = last.place, last.turn, last.bones
        free = [frame.body, frame.hands] + ([frame.bones, frame.turn, frame.place] if last is None else [])
        for unknown in free:
            unknown.requires_grad_(True)
        for stage in _STAGES:
            self._minimise(free, lambda stage=stage: self._loss(frame, last, pixels, sure, scale, stage))
        self._last = _Frame(
            *(t.detach() for t in (frame.place, frame.turn, frame.bones, frame.body, frame.hands))
        )
        with torch.no_grad():
            return self._points(self._last)

    def _place(self, frame: _Frame, pixels: Tensor, scale: float) -> None:
        """The camera stage: where the torso is and how it is turned."""
        width = (pixels[_TORSO[0]] - pixels[_TORSO[1]]).norm().clamp_min(30)
        distance = float(FOCAL * 0.32 / width)
        frame.place = torch.tensor([0.0, -0.33, -distance])
        frame.place.requires_grad_(True)
        frame.turn.requires_grad_(True)

        def loss() -> Tensor:
            miss = pixels[_TORSO] - self._projected(self._points(frame))[_TORSO]
            return (miss**2).sum() * scale**2 + 1e4 * (frame.place[2] + distance) ** 2

        self._minimise([frame.place, frame.turn], loss)
        frame.place, frame.turn = frame.place.detach(), frame.turn.detach()

    @staticmethod
    def _projected(points: Tensor) -> Tensor:
        return FOCAL * points[:, :2] / -points[:, 2:]

    def _loss(
        self,
        frame: _Frame,
        last: _Frame | None,
        pixels: Tensor,
        sure: Tensor,
        scale: float,
        stage: tuple[float, ...],
    ) -> Tensor:
        body_weight, shape_weight, hand_weight, hands, face = stage
        weights = torch.ones(len(POINTS))
        weights[_HANDS], weights[_FACE] = hands, face
        miss = pixels - self._projected(self._points(frame))
        total = ((weights * sure)[:, None] ** 2 * _saturating(miss)).sum() * scale**2
        total = total + 50 * _saturating(miss[_BONUS]).sum() + 3e5 * _saturating(frame.body[self._low]).sum()
        if last is not None:
            change = _saturating(frame.body - last.body)
            total = total + 8e3 * change.sum() + 16e3 * change[self._moving].sum()
        for side, sign in (("left", 1.0), ("right", -1.0)):
            elbow, wrist = frame.body[self._at[f"{side}_elbow"]], frame.body[self._at[f"{side}_wrist"]]
            if sure[POINTS.index(f"{side}_wrist")] <= 0.65:
                total = total + 3e3 * _saturating(elbow + wrist).sum()
            total = total + 3.17 * body_weight * torch.exp(sign * elbow[1]) ** 2
        total = total + (((frame.body - self._mean) / 0.4) ** 2).sum() * body_weight**2
        total = total + 8 * (frame.bones**2).sum() * shape_weight**2
        return total + (frame.hands**2).sum() * hand_weight**2
