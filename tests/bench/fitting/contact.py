"""How contact and flesh come out of a fit: `python -m tests.bench.fitting.contact [--signs 40]`.

Composed ASL signs of the starter, as the woman performs them, are projected with 3.5 px noise, dropouts and
relative depth, and fitted. For the frames in which a fingertip of the truth touches the head or the other
hand: how far the nearest pair of the fit is from touching, before and after the last pass, and in how many
of them it is within 5 mm. For all frames: how deep hands go through head, trunk and other hand, how far the
last pass moved the wrists in the picture, and how often it made them touch where the truth is more than 20 mm
away.
"""

import argparse

import numpy as np
import torch

from pipeline.body.capsules import capsules
from pipeline.body.kinematics import joint_transforms
from pipeline.body.penetration import penetration
from pipeline.body.signers import signer
from pipeline.fitting.clip.fit import ClipFit, fit_clip
from pipeline.fitting.clip.kinematics import build_rig
from pipeline.fitting.clip.skeleton import build_skeleton
from pipeline.fitting.clip.smplx import motion_of
from pipeline.fitting.touches import guarded, near
from pipeline.motion.motion import Motion
from pipeline.signs.starter import STARTER
from pipeline.signs.store import SignStore
from tests.bench.fitting.bodies import Body, _face, _tips
from tests.bench.fitting.detector import Faults, detect
from tests.bench.fitting.truth import Truth, _camera, _keypoints

BODY = signer("woman")


def projected(motion: Motion, seed: int) -> Truth:
    """The woman's motion in front of a random camera."""
    body = Body(BODY.rest_joints, _tips(BODY) | _face(BODY))
    transforms = joint_transforms(BODY.rest_joints, motion.pose, motion.translation).astype(np.float64)
    found = _keypoints(body, transforms)
    camera = _camera(body, np.random.default_rng([seed, 22]))
    points = camera.place(np.stack(list(found.values()), axis=1))
    return Truth(motion.fps, body, camera, np.asarray(motion.pose), tuple(found), points)


def touch_gaps(motion: Motion) -> np.ndarray:
    """For both hands, the left one with the head, the right one: the smallest gap (T, 3), metres."""
    pairs = guarded(capsules(BODY))
    transforms = joint_transforms(BODY.rest_joints, motion.pose, motion.translation).astype(np.float64)
    gaps = near(pairs, transforms).gaps
    return np.stack([gaps[:, pairs.touch == touch].min(axis=1) for touch in range(3)], axis=1)


def before(fit: ClipFit) -> Motion:
    """The motion of a fit before the last pass."""
    skeleton = build_skeleton(BODY)
    angles = torch.as_tensor(fit.angles)
    return motion_of(angles, build_rig(skeleton), skeleton, BODY, fit.motion.fps)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--signs", type=int, default=40)
    options = parser.parse_args()
    torch.set_num_threads(1)
    gaps: dict[str, list[np.ndarray]] = {"truth": [], "before": [], "after": []}
    through: dict[str, list[np.ndarray]] = {"truth": [], "before": [], "after": []}
    moved = []
    with SignStore(STARTER) as store:
        signs = [found[0] for gloss in sorted(store.glosses("ase")) if (found := store.find(gloss, "ase"))]
        composed = [sign for sign in signs if len(sign.gloss) > 1]
        chosen = [composed[place] for place in np.linspace(0, len(composed) - 1, options.signs).astype(int)]
        for seed, sign in enumerate(chosen):
            motion = store.motion(sign.id)
            fit = fit_clip(detect(projected(motion, seed), seed, Faults()), BODY)
            for name, own in (("truth", motion), ("before", before(fit)), ("after", fit.motion)):
                gaps[name].append(touch_gaps(own))
                deep = penetration(BODY, own)
                through[name].append(np.max([deep.hands, deep.head, deep.torso], axis=0))
            moved.append(np.linalg.norm(fit.moved[..., :2], axis=-1).max(axis=1))
    found = {name: np.concatenate(values) for name, values in gaps.items()}
    touched = np.abs(found["truth"]) < 0.003
    print(f"{len(chosen)} signs, {len(touched)} frames, {touched.sum()} touches")
    for name in ("before", "after"):
        missed = 1e3 * np.abs(found[name][touched])
        false = (found["truth"] > 0.02) & (np.abs(found[name]) < 0.002)
        deep = np.concatenate(through[name])
        close = np.mean(missed < 5)
        print(f"{name:7s} from touching: median {np.median(missed):.1f} mm, within 5 mm {close:.0%}")
        print(f"        touching wrongly: {false.any(axis=1).mean():.1%} of frames")
        ends = f"95 % {np.quantile(deep, 0.95):.1f}, worst {deep.max():.0f}"
        print(f"        through flesh: mean {deep.mean():.2f} mm, {ends}")
    aside = 1e3 * np.concatenate(moved)
    print(f"wrists moved in the picture: 95 % {np.quantile(aside, 0.95):.1f} mm, worst {aside.max():.0f} mm")


if __name__ == "__main__":
    main()
