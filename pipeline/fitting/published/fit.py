"""The published objective over whole clips, for comparison: L-BFGS in five stages with gradients by torch.

Unlike the published system it solves all frames of a clip at once; place, turn and bone factors, which stand
for betas, are one for the clip. Without a VPoser file a mean pose stands for its prior, and a flat hand for
the mean hand, without its principal components. The points of this skeleton tell nothing of jaw and
expression, so that their priors keep them at zero; the face is read as for our own fits. Hips are not seen
but follow from the upright terms. Collisions are of capsules.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from pipeline.body.model import BodyModel
from pipeline.errors import BadInput
from pipeline.fitting.clip.fit import ClipFit, guesses, look
from pipeline.fitting.clip.flesh import gaps
from pipeline.fitting.clip.kinematics import G
from pipeline.fitting.clip.observation import Observed
from pipeline.fitting.clip.skeleton import HIPS, POINTS
from pipeline.fitting.expressing import with_face
from pipeline.fitting.face import EXPRESSIONS
from pipeline.fitting.published import terms
from pipeline.fitting.published.body import Balls, build_balls, decoded, logarithm, mean_pose, posed
from pipeline.fitting.published.weights import PublishedWeights, Stage
from pipeline.fitting.vposer import LATENT, VPoser
from pipeline.keypoints.cleaning import Cleaning
from pipeline.keypoints.keypoints import Keypoints
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.progress import Progress, silent

FOCAL = 5000.0
ITERATIONS = 60
"""Of L-BFGS in every stage."""
_BONUS = [POINTS.index(name) for name in ("nose", "left_elbow", "right_elbow")]
_WRISTS = [POINTS.index(f"{side}_wrist") for side in ("left", "right")]
_HIPS = [POINTS.index(name) for name in HIPS]
_HANDS = [index for index, name in enumerate(POINTS) if "_hand_" in name]
_FACE = [index for index, name in enumerate(POINTS) if name.startswith("face_")]


@dataclass(frozen=True, slots=True, eq=False)
class Unknowns:
    """What is solved for."""

    place: Tensor  # (3,)
    turn: Tensor  # (3,)
    bones: Tensor  # (G,)
    body: Tensor  # (T, 21, 3), or VPoser's latents (T, 32)
    hands: Tensor  # (T, 30, 3)
    jaw: Tensor  # (T, 3)
    expression: Tensor  # (T, EXPRESSIONS)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is known of a clip."""

    balls: Balls
    pixels: Tensor  # (T, P, 2)
    confidence: Tensor  # (T, P)
    height: int
    distance: float
    vposer: VPoser | None

    def theta(self, unknowns: Unknowns) -> Tensor:
        """The body's rotation vectors (T, 21, 3)."""
        return unknowns.body if self.vposer is None else decoded(self.vposer, unknowns.body)


def fit_published(
    clips: Sequence[Keypoints],
    body: BodyModel,
    weights: PublishedWeights,
    vposer: VPoser | None = None,
    progress: Progress = silent,
    iterations: int = ITERATIONS,
) -> list[ClipFit | BadInput]:
    """Fit clips one after the other; one that never shows both shoulders has the reason in its place."""
    balls = build_balls(body)
    found: list[ClipFit | BadInput] = []
    for index, clip in enumerate(clips):
        progress(index, len(clips))
        seen = look(clip, depth=False)
        if isinstance(seen, BadInput):
            found.append(seen)
            continue
        cleaning, observed = seen
        scene, unknowns = _begun(balls, observed, cleaning.keypoints.height, vposer)
        for stage in weights.stages:
            _minimise(scene, unknowns, weights, stage, iterations)
        found.append(_clip_fit(scene, unknowns, body, cleaning, observed))
    progress(len(clips), len(clips))
    return found


def _begun(balls: Balls, observed: Observed, height: int, vposer: VPoser | None) -> tuple[Scene, Unknowns]:
    pixels, sure = (
        torch.tensor(values, dtype=torch.float32) for values in (observed.pixels, observed.weights)
    )
    distance = FOCAL / observed.focal * -float(observed.place[2])
    place = torch.tensor([*observed.place[:2], -distance], dtype=torch.float32)
    count = len(pixels)
    start = mean_pose().repeat(count, 1, 1) if vposer is None else torch.zeros(count, LATENT)
    face = torch.zeros(count, 3), torch.zeros(count, EXPRESSIONS)
    unknowns = Unknowns(place, torch.zeros(3), torch.zeros(G), start, torch.zeros(count, 30, 3), *face)
    return Scene(balls, pixels, sure, height, distance, vposer), unknowns


def loss(scene: Scene, unknowns: Unknowns, weights: PublishedWeights, stage: Stage) -> Tensor:
    """The objective of one stage."""
    theta, rho = scene.theta(unknowns), weights.saturation
    stance = posed(scene.balls, unknowns.place, unknowns.turn, theta, unknowns.hands, unknowns.bones)
    misses = scene.pixels - FOCAL * stance.points[..., :2] / -stance.points[..., 2:]
    trust = torch.ones(len(POINTS))
    trust[_HANDS], trust[_FACE], trust[_HIPS] = stage.hands, stage.face, 0.0
    seen = (scene.confidence[:, _BONUS] > 0)[..., None]
    total = terms.reprojection(misses, scene.confidence, trust, scene.height, rho)
    total = total + weights.bonus * terms.bonus(misses[:, _BONUS] * seen, rho)
    total = total + 1e4 * (unknowns.place[2] + scene.distance) ** 2
    if scene.vposer is None:
        total = total + stage.body**2 * terms.mean_pose_prior(theta, mean_pose())
    else:
        total = total + stage.body**2 * terms.vposer_prior(unknowns.body)
    total = total + stage.shape**2 * terms.shape_prior(unknowns.bones)
    total = total + stage.hand_prior**2 * terms.hand_prior(unknowns.hands)
    total = total + stage.expression**2 * terms.expression_prior(unknowns.expression)
    total = total + terms.jaw_prior(unknowns.jaw, stage.jaw)
    total = total + weights.bending * stage.body * terms.bending_prior(theta)
    total = total + weights.upright_rotation * terms.upright_rotation(theta, rho)
    depths = stance.places[..., 2]
    neck, low = depths[:, scene.balls.names.index("neck")], stance.points[:, _HIPS, 2]
    below = torch.cat([low, depths[:, :1]], 1)
    total = total + weights.upright_depth * terms.upright_depth(neck, below, rho)
    everything, upper = terms.smooth(theta, rho)
    total = total + weights.smooth * everything + weights.smooth_upper * upper
    wrists = scene.confidence[:, _WRISTS]
    total = total + weights.unseen * terms.unseen(theta, wrists, weights.unsure, rho)
    if stage.collision:
        flesh = scene.balls.flesh
        apart = gaps(flesh, stance, unknowns.bones.expand(len(theta), -1)).distances
        total = total + stage.collision * terms.collision(flesh.near - apart)
    return total


def _minimise(
    scene: Scene, unknowns: Unknowns, weights: PublishedWeights, stage: Stage, iterations: int
) -> None:
    free = [getattr(unknowns, field.name) for field in fields(unknowns)]
    for unknown in free:
        unknown.requires_grad_(True)
    optimiser = torch.optim.LBFGS(
        free, max_iter=iterations, history_size=100, tolerance_change=1e-9, line_search_fn="strong_wolfe"
    )

    def closure() -> Tensor:
        optimiser.zero_grad()
        value = loss(scene, unknowns, weights, stage)
        torch.autograd.backward(value)
        return value

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    for unknown in free:
        unknown.requires_grad_(False)


def _clip_fit(
    scene: Scene, unknowns: Unknowns, body: BodyModel, cleaning: Cleaning, observed: Observed
) -> ClipFit:
    theta, balls = scene.theta(unknowns), scene.balls
    stance = posed(balls, unknowns.place, unknowns.turn, theta, unknowns.hands, unknowns.bones)
    points = stance.points.numpy()
    rotations = np.zeros((len(theta), joints.COUNT, 3), np.float32)
    rotations[:, 0] = unknowns.turn.numpy()
    rotations[:, 1:22] = theta.numpy()
    rotations[:, 25:] = unknowns.hands.numpy()
    motion = with_face(Motion(observed.fps, rotations), cleaning.keypoints, body)
    guessed = guesses(observed, points, FOCAL, 6.0)
    bones = unknowns.bones.numpy()
    still = np.zeros((len(theta), 2, 3), np.float32)
    followed = np.ones(len(POINTS), bool)
    angles = _hinged(scene, unknowns, theta)
    return ClipFit(motion, points, bones, FOCAL, guessed, cleaning, angles, followed, still)


def _hinged(scene: Scene, unknowns: Unknowns, theta: Tensor) -> np.ndarray:
    """The angles (T, F) of the freedoms that come nearest; what no hinge can do is left out."""
    balls, zero = scene.balls, torch.zeros(3)
    local = posed(balls, zero, unknowns.turn, theta, unknowns.hands, unknowns.bones).rotations
    above = local[:, [max(parent, 0) for parent in balls.rig.parents]].clone()
    above[:, 0] = torch.eye(3)
    vectors = logarithm(balls.hinged.rest.transpose(-1, -2) @ above.transpose(-1, -2) @ local)
    angles = vectors.reshape(len(theta), -1) @ torch.linalg.pinv(balls.hinged.turns)
    angles[:, :3] = unknowns.place
    return np.asarray(angles.numpy())
