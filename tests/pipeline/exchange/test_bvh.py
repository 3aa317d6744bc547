"""The BVH file, parsed and performed again by the rules of the format."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.errors import BadInput
from pipeline.exchange.bvh import write_bvh
from pipeline.motion import joints
from pipeline.motion.motion import Motion


def turn(axis: str, degrees: float) -> np.ndarray:
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return {
        "X": np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]]),
        "Y": np.array([[cosine, 0, sine], [0, 1, 0], [-sine, 0, cosine]]),
        "Z": np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]]),
    }[axis]


def performed(path: Path) -> tuple[float, list[dict[str, np.ndarray]]]:
    """Seconds of a frame and, frame by frame, where every joint is, in centimetres."""
    head, _, motion = path.read_text().partition("MOTION\n")
    nodes: list[tuple[str, int, np.ndarray, list[str]]] = []
    stack: list[int] = []
    name, ends = "", 0
    for words in map(str.split, head.splitlines()[1:]):
        if words[0] in ("ROOT", "JOINT"):
            name = words[1]
        elif words[0] == "End":
            name = ""
        elif words[0] == "{":
            stack.append(len(nodes) if name else -1)
            ends += not name
        elif words[0] == "OFFSET" and name:
            above = stack[-2] if len(stack) > 1 else -1
            nodes.append((name, above, np.array(words[1:], float), []))
        elif words[0] == "CHANNELS":
            nodes[-1][3].extend(words[2:])
        elif words[0] == "}":
            stack.pop()
    assert not stack and ends > 0
    count, seconds, *rows = motion.splitlines()
    assert len(rows) == int(count.split()[1])
    frames = []
    for row in rows:
        values = iter(float(word) for word in row.split())
        places: list[np.ndarray] = []
        turns: list[np.ndarray] = []
        for _, above, offset, channels in nodes:
            move, own = np.zeros(3), np.eye(3)
            for channel in channels:
                value = next(values)
                if channel.endswith("position"):
                    move["XYZ".index(channel[0])] = value
                else:
                    own = own @ turn(channel[0], value)
            if above < 0:
                places.append(move)
                turns.append(own)
            else:
                places.append(places[above] + turns[above] @ offset)
                turns.append(turns[above] @ own)
        assert next(values, None) is None
        frames.append({node[0]: place for node, place in zip(nodes, places, strict=True)})
    return float(seconds.split()[2]), frames


def test_performed_again_every_joint_is_where_ours_is(body: BodyModel, tmp_path: Path):
    chance = np.random.default_rng(4)
    motion = Motion(25.0, chance.normal(0, 0.6, (3, joints.COUNT, 3)), chance.normal(0, 0.2, (3, 3)))
    write_bvh(tmp_path / "a.bvh", motion, body)
    seconds, frames = performed(tmp_path / "a.bvh")
    expected = joint_positions(body.rest_joints, motion.pose, motion.translation) * 100
    assert seconds == pytest.approx(1 / 25)
    for frame, places in zip(expected, frames, strict=True):
        for name, place in places.items():
            assert np.allclose(place, frame[joints.INDEX[name]], atol=2e-3)
    assert set(frames[0]) == set(joints.NAMES)


def test_a_place_that_cannot_be_written_is_a_sentence(wave: Motion, body: BodyModel, tmp_path: Path):
    with pytest.raises(BadInput, match="cannot be written"):
        write_bvh(tmp_path / "nowhere" / "a.bvh", wave, body)
