"""A body to fit, and captures made from known motions by a camera far away."""

from collections.abc import Callable
from math import radians
from pathlib import Path

import numpy as np
import pytest

from pipeline.fitting.chain import arm_chain
from pipeline.fitting.freedoms import FREEDOMS, INDEX
from pipeline.fitting.kinematics import pose_chain
from pipeline.keypoints.landmarks import BODY, Landmarks, Track, nothing
from pipeline.motion import joints

ROOT = Path(__file__).parents[3]
WIDTH = 500

Film = Callable[..., Landmarks]


@pytest.fixture(scope="session")
def rest_joints() -> np.ndarray:
    """The rest joints (55, 3) of the shipped signer."""
    with np.load(ROOT / "resources" / "avatar" / "woman.npz", allow_pickle=False) as archive:
        return np.asarray(archive["J"], float)


@pytest.fixture(scope="session")
def captures() -> Path:
    """Real captures from the wheel spoken-to-signed 0.4.0 (MIT), without their faces."""
    return Path(__file__).parent / "captures"


@pytest.fixture(scope="session")
def angles_of() -> Callable[..., np.ndarray]:
    """Makes angles (F,) from named degrees."""
    return _angles_of


@pytest.fixture(scope="session")
def signing() -> Callable[..., np.ndarray]:
    """Makes a motion (T, F) that no prior of the fit has shaped."""
    return _signing


def _angles_of(**degrees: float) -> np.ndarray:
    """Angles (F,) in radians: the named ones, the others as usual."""
    angles = np.array([freedom.usual for freedom in FREEDOMS])
    for name, value in degrees.items():
        angles[INDEX[name]] = radians(value)
    return angles


def _signing(frames: int = 40, fps: float = 30.0) -> np.ndarray:
    """A made-up motion (T, F): the hand is turned about, the fingers close and open one after the other."""
    seconds = np.arange(frames) / fps
    angles = np.tile(_angles_of(elbow_flexion=115, forearm_twist=60, shoulder_outward=15), (frames, 1))
    angles[:, INDEX["forearm_twist"]] += radians(15) * np.sin(2 * np.pi * 0.6 * seconds)
    angles[:, INDEX["wrist_flexion"]] += radians(12) * np.cos(2 * np.pi * 0.5 * seconds)
    for order, finger in enumerate(("index", "middle", "ring", "pinky")):
        bend = radians(35) * (1 - np.cos(2 * np.pi * 0.7 * seconds - 0.4 * order))
        angles[:, INDEX[f"{finger}_mcp"]] = 0.8 * bend
        angles[:, INDEX[f"{finger}_pip"]] = bend
        angles[:, INDEX[f"{finger}_dip"]] = 0.6 * bend
    return angles


@pytest.fixture(scope="session")
def film(rest_joints: np.ndarray) -> Film:
    """Makes landmarks of an arm moving by angles (T, F), with noise in pixels of a shoulder width of 200."""

    def make(angles: np.ndarray, side: str = "right", noise: float = 0.0, fps: float = 30.0) -> Landmarks:
        chain = arm_chain(rest_joints, side)
        points = pose_chain(chain, angles).points
        shoulders = rest_joints[[joints.INDEX["left_shoulder"], joints.INDEX["right_shoulder"]]]
        scale = 200 / np.linalg.norm(shoulders[0, :2] - shoulders[1, :2])
        middle = shoulders.mean(axis=0)
        random = np.random.default_rng(7)

        def shot(places: np.ndarray) -> np.ndarray:
            pixels = np.empty(places.shape)
            pixels[..., :2] = (places[..., :2] - middle[:2]) * [scale, -scale] + [250, 250]
            pixels[..., 2] = -(places[..., 2] - middle[2]) * scale / WIDTH
            return pixels + noise * random.normal(size=pixels.shape) * [1, 1, 2 / WIDTH]

        body, confidence = np.zeros((len(angles), len(BODY), 3)), np.zeros((len(angles), len(BODY)))
        seen = {"LEFT_SHOULDER": shoulders[0], "RIGHT_SHOULDER": shoulders[1]}
        for name, place in seen.items():
            body[:, BODY.index(name)] = shot(np.tile(place, (len(angles), 1)))
        body[:, BODY.index(f"{side.upper()}_ELBOW")] = shot(points[:, 0])
        for name in (*seen, f"{side.upper()}_ELBOW"):
            confidence[:, BODY.index(name)] = 1
        hand = Track(shot(points[:, 1:]), np.ones((len(angles), 21)))
        hands = {"left": nothing(len(angles), 21), "right": nothing(len(angles), 21)} | {side: hand}
        return Landmarks(fps, WIDTH, WIDTH, Track(body, confidence), hands["left"], hands["right"], "film")

    return make
