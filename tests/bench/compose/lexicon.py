"""How well and how fast the starter lexicons are composed: contact, penetration, limits, jerk, time.

Run by hand: `python -m tests.bench.compose.lexicon [LANGUAGE]`.

Contact: the largest distance between two points of the skin that should touch, in signs that touch.
Penetration: how deep flesh goes through flesh beyond what it gives, at worst in the sign itself, as
`pipeline.body.penetration` measures it by capsules. Limits: by how much a joint of forearm, wrist or
fingers is beyond its limit. Jerk: the largest of the signing wrist within `SEAM` frames of where the ways
from and to rest meet the sign, by differences between frames. Time: of one core, without reading the text.
"""

import sys
import time
from collections.abc import Sequence

import numpy as np

from pipeline.body.kinematics import joint_positions, joint_transforms
from pipeline.body.model import BodyModel
from pipeline.body.penetration import GIVES, penetration
from pipeline.body.signers import signer
from pipeline.compose import arm as arms
from pipeline.compose.compose import Composed, compose
from pipeline.compose.figure import figure_of
from pipeline.motion import joints
from pipeline.signs.composing import contact_error
from pipeline.signs.lexicon import LEXICONS, read_lexicon

SHOWN, SEAM = 20, 2


def deepest(composed: Composed) -> list[float]:
    """Millimetres for each of `GIVES`, at worst between onset and offset."""
    fps = composed.motion.fps
    frames = slice(round(composed.onset * fps), round(composed.offset * fps) + 1)
    found = penetration(signer("woman"), composed.motion)
    return [float(getattr(found, kind)[frames].max()) for kind in GIVES]


def beyond(composed: Composed, body: BodyModel) -> float:
    """Degrees by which elbow, forearm or wrist is beyond its limit, at worst."""
    motion = composed.motion
    placed = joint_transforms(body.rest_joints, motion.pose, motion.translation).astype(np.float64)
    frames = slice(round(composed.onset * motion.fps), round(composed.offset * motion.fps) + 1)
    worst = 0.0
    for arm in figure_of(body).arms.values():
        if np.ptp(motion.pose[:, arm.joints[3]], axis=0).max() < 1e-4:
            continue
        _, shoulder, _, wrist = (placed[frames, joint] for joint in arm.joints)
        elbow = placed[frames, arm.joints[2], :, 3]
        flexion, _ = arms._flexion(arm, shoulder[..., 3], wrist[..., 3])
        bend = shoulder[..., :3] @ arms.about(arm.hinge, flexion)
        angles = (flexion, *arms._hand(arm, bend.transpose(0, 2, 1) @ wrist[..., :3]))
        assert np.allclose(
            np.linalg.norm(elbow - shoulder[..., 3], axis=1), np.linalg.norm(arm.upper), atol=1e-4
        )
        limits = (arms.FLEXION, arms.TWIST, arms.WRIST_FLEXION, arms.WRIST_ULNAR)
        for angle, (low, high) in zip(angles, limits, strict=True):
            worst = max(worst, float(np.max(np.maximum(angle - high, low - angle))))
    return float(np.degrees(worst))


def seam_jerk(composed: Composed, body: BodyModel) -> float:
    """The largest jerk of a wrist near onset and offset, km/s^3."""
    motion = composed.motion
    places = joint_positions(body.rest_joints, motion.pose, motion.translation)
    wrists = places[:, [joints.LEFT_WRIST, joints.RIGHT_WRIST]].astype(np.float64)
    jerk = np.linalg.norm(np.diff(wrists, 3, axis=0), axis=-1).max(axis=1) * motion.fps**3
    seams = [round(moment * motion.fps) for moment in (composed.onset, composed.offset)]
    return float(max(jerk[max(seam - 2 - SEAM, 0) : seam + SEAM].max() for seam in seams)) / 1e3


def line(name: str, values: Sequence[float], unit: str) -> str:
    """Median, 95th percentile and maximum."""
    median, high = np.percentile(values, [50, 95])
    return f"{name:10} median {median:6.1f}, 95 % below {high:6.1f}, at most {max(values):6.1f} {unit}"


def main(language: str) -> None:
    """Print the figures of a lexicon and its worst signs."""
    body = signer("woman")
    names, seconds, contacts, depths, over, jerks = [], [], [], [], [], []
    for entry in read_lexicon(LEXICONS, language):
        started = time.process_time()
        composed = compose(entry.sign.description, body)
        seconds.append(1e3 * (time.process_time() - started))
        names.append(entry.sign.gloss)
        if composed.touches:
            contacts.append(1e3 * contact_error(composed, body))
        depths.append(deepest(composed))
        over.append(beyond(composed, body))
        jerks.append(seam_jerk(composed, body))
    print(f"{len(names)} signs of {language}, {len(contacts)} of them touch.")
    print(line("time", seconds, "ms"))
    print(line("contact", contacts, "mm"))
    for kind, column in zip(GIVES, np.array(depths).T, strict=True):
        print(line(kind, column.tolist(), "mm"))
    print(line("limits", over, "degrees beyond"))
    print(line("seam jerk", jerks, "km/s^3"))
    worst = sorted(range(len(names)), key=lambda index: -max(depths[index]))[:SHOWN]
    print("Deepest: " + ", ".join(f"{names[index]} {max(depths[index]):.0f}" for index in worst))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "ase")
