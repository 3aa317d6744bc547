"""From the landmarks of one capture to the angles of the signer's arms."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.fitting.chain import HAND_BONES, WRIST, Chain, arm_chain
from pipeline.fitting.freedoms import FREEDOMS
from pipeline.fitting.handshapes import Handshape, belief_of
from pipeline.fitting.kinematics import pose_chain
from pipeline.fitting.observation import Observation, observe, usual_stretch
from pipeline.fitting.solver import solve
from pipeline.fitting.terms import Belief, Problem, stretch_precision
from pipeline.keypoints.landmarks import Landmarks
from pipeline.motion import joints

Array = NDArray[np.float64]

_OFTEN = 0.3
"""A hand seen in this share of the frames takes part; one seen less rests."""
_TRUSTED = 0.1
"""Weight up to which a sighting is a hint and no measure of how well the fit follows."""
_ANY = Handshape()


@dataclass(frozen=True, slots=True, eq=False)
class ArmFit:
    """What one arm did."""

    chain: Chain
    seen: Observation
    angles: Array  # (T, F), radians
    stretch: Array  # (20,), logarithms of the signer's bone lengths over the avatar's
    depth_unit: float

    @property
    def missing(self) -> NDArray[np.bool_]:
        """Frames (T,) whose hand was not seen and is interpolated."""
        missing: NDArray[np.bool_] = (self.seen.weights[:, WRIST + 1 :] > 0).mean(axis=1) < 0.5
        return missing

    def errors(self) -> Array:
        """Distances (T, 21) in the image between hand and fit, metres; NaN where no trusted one was seen."""
        points = pose_chain(self.chain, self.angles, self.stretch).points[:, WRIST:, :2]
        distances = np.linalg.norm(points - self.seen.places[:, WRIST:], axis=-1)
        return np.where(self.seen.weights[:, WRIST:] > _TRUSTED, distances, np.nan)


def signing_sides(landmarks: Landmarks) -> tuple[str, ...]:
    """The hands that take part, the busiest first; raises BadInput when none is seen."""
    shares = {side: float(landmarks.hand(side).seen.mean()) for side in ("right", "left")}
    sides = tuple(side for side in sorted(shares, key=lambda side: -shares[side]) if shares[side] >= _OFTEN)
    if not sides:
        raise BadInput(f"{landmarks.source or 'The capture'} hardly shows a hand: choose another capture.")
    return sides


def usual_belief() -> Belief:
    """How an arm stands while signing, without knowing the sign."""
    spread = np.array([freedom.spread for freedom in FREEDOMS])
    return Belief(np.array([freedom.usual for freedom in FREEDOMS]), 1 / spread**2)


def fit_arm(
    landmarks: Landmarks,
    rest_joints: Array,
    side: str,
    stretch: Array | None = None,
    handshape: Handshape = _ANY,
) -> ArmFit:
    """Fit one arm over the whole clip to rest joints (55, 3).

    `stretch` (20,) are the signer's bones where they are known; `handshape` is what is known about
    the sign. Frames without the hand are interpolated and flagged in `ArmFit.missing`.
    """
    chain = arm_chain(rest_joints, side)
    shoulders = np.asarray(rest_joints, float)[
        [joints.INDEX["left_shoulder"], joints.INDEX["right_shoulder"]]
    ]
    problem = Problem(
        chain=chain,
        seen=observe(landmarks, chain, shoulders).trusting(handshape.trust()),
        belief=belief_of(handshape, usual_belief()),
        usual_stretch=usual_stretch(chain) if stretch is None else stretch,
        stretch_precision=stretch_precision(known=stretch is not None),
    )
    found, _ = solve(problem)
    shared = found.shared
    return ArmFit(chain, problem.seen, found.angles, shared[:HAND_BONES], float(np.exp(shared[HAND_BONES])))
