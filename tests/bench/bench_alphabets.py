"""How well and how fast the captured alphabets are fitted.

Run by hand: `python -m tests.bench.bench_alphabets WHEEL_OR_FOLDER`.

Reprojection: mean distance in the image between hand landmarks and fit, during the letter, in percent of
the shoulder width; first of the fitted hand, then of the avatar's after the transfer, wrists together.
PA: mean distance of the avatar's 21 hand points from the detector's 3D points (its z in the fitted unit of
depth) after the best similarity transform, in millimetres of the avatar.
"""

import sys
import time
from pathlib import Path

import numpy as np

from pipeline.fitting.chain import WRIST
from pipeline.fitting.contact import clear_pairs, gaps, hand_capsules
from pipeline.fitting.fit import ArmFit, fit_arm, signing_sides
from pipeline.fitting.handshapes import Handshape, read_handshapes
from pipeline.fitting.hold import hold, movement
from pipeline.fitting.kinematics import pose_chain
from pipeline.fitting.transfer import transfer
from pipeline.keypoints.pose_file import read_pose
from pipeline.motion import joints
from pipeline.resources import RESOURCES
from pipeline.signs.captures import opened_lexicon, read_index
from pipeline.signs.letters import HANDSHAPES, MOVING
from pipeline.signs.starter import LANGUAGES


def aligned_error(points: np.ndarray, target: np.ndarray) -> float:
    """Mean distance (N, 3) after the best rotation, scale and shift of `points` onto `target`."""
    a, b = points - points.mean(axis=0), target - target.mean(axis=0)
    u, stretch, v = np.linalg.svd(a.T @ b)
    flip = np.array([1, 1, np.sign(np.linalg.det(u @ v))])
    size = (stretch * flip).sum() / (a**2).sum()
    return float(np.linalg.norm(size * a @ (u * flip) @ v - b, axis=1).mean())


def measure(arm: ArmFit, angles: np.ndarray, frames: slice, width: float) -> np.ndarray:
    """Reprojection of fit and avatar (% of the shoulder width), PA (mm), deepest overlap (mm)."""
    posed = pose_chain(arm.chain, angles[frames])
    avatar = posed.points[:, WRIST:]
    seen = arm.seen.places[frames, WRIST:]
    size = float(np.exp(-arm.stretch.mean()))
    moved = avatar[..., :2] - avatar[:, :1, :2] - size * (seen - seen[:, :1])
    depth = arm.depth_unit * arm.seen.depths[frames, WRIST:, None]
    target = np.concatenate([seen, depth], axis=-1) * size
    aligned = np.mean([aligned_error(points, goal) for points, goal in zip(avatar, target, strict=True)])
    capsules = hand_capsules(arm.chain)
    deepest = -gaps(capsules, posed, clear_pairs(capsules)).sizes.min()
    fitted = np.nanmean(arm.errors()[frames])
    return np.array(
        [
            100 * fitted / width,
            100 * np.linalg.norm(moved, axis=-1).mean() / width,
            1e3 * aligned,
            1e3 * deepest,
        ]
    )


def main(captures: Path) -> None:
    """Print one line for each letter and the means."""
    with np.load(RESOURCES / "avatar" / "woman.npz", allow_pickle=False) as archive:
        rest_joints = np.asarray(archive["J"], float)
    shoulders = rest_joints[[joints.INDEX["left_shoulder"], joints.INDEX["right_shoulder"]], :2]
    width = float(np.linalg.norm(shoulders[0] - shoulders[1]))
    handshapes = read_handshapes(HANDSHAPES)
    print("letter     fit %  avatar %  PA mm  overlap mm  frames  fit s  transfer s")
    with opened_lexicon(captures) as lexicon:
        for language in LANGUAGES:
            clips = [(letter, read_pose(letter.path)) for letter in read_index(lexicon, language)]
            sides = [signing_sides(seen)[0] for _, seen in clips]
            stretch = np.median(
                [
                    fit_arm(seen, rest_joints, side).stretch
                    for (_, seen), side in zip(clips, sides, strict=True)
                ],
                axis=0,
            )
            rows = []
            for (letter, seen), side in zip(clips, sides, strict=True):
                shape = handshapes[language].get(letter.letter, Handshape())
                began = time.perf_counter()
                arm = fit_arm(seen, rest_joints, side, stretch, shape)
                fitted = time.perf_counter()
                span = movement(arm) if letter.letter in MOVING[language] else hold(arm)
                angles = transfer(arm, shape, span.nearness(len(arm.angles), 0.12 * arm.seen.fps))
                ended = time.perf_counter()
                row = measure(arm, angles, slice(span.first, span.last + 1), width)
                rows.append(np.append(row, [len(angles), fitted - began, ended - fitted]))
                print(f"{language} {letter.letter}  ", "  ".join(f"{value:7.2f}" for value in rows[-1]))
            print(
                f"{language} mean", "  ".join(f"{value:7.2f}" for value in np.mean(rows, axis=0)), flush=True
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
