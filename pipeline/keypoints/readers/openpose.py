"""OpenPose JSON: a file a frame, with the people seen in it (BODY_25, hands, face)."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.keypoints.names import BODY_25, COCO_BODY, OPENPOSE, OPENPOSE_FACE, hand
from pipeline.keypoints.readers.assumptions import Assumptions
from pipeline.keypoints.readers.json_text import parsed, triples
from pipeline.keypoints.readers.people import Person, signer
from pipeline.keypoints.readers.wholebody import Read

ADVICE = "Choose the folder that OpenPose wrote with --write_json."

MOST = 1_000_000
"""Frames a clip may have; larger frame numbers are damage."""

_COCO_18 = (
    "nose", "neck", "right_shoulder", "right_elbow", "right_wrist", "left_shoulder", "left_elbow",
    "left_wrist", "right_hip", "right_knee", "right_ankle", "left_hip", "left_knee", "left_ankle",
    "right_eye", "left_eye", "right_ear", "left_ear",
)  # fmt: skip

_BODIES = {25: BODY_25, 18: _COCO_18, 17: COCO_BODY}

_PARTS = {
    "face_keypoints_2d": OPENPOSE_FACE,
    "hand_left_keypoints_2d": hand("left"),
    "hand_right_keypoints_2d": hand("right"),
}

_COLUMN = {name: index for index, name in enumerate(OPENPOSE)}


def is_openpose(value: Any) -> bool:
    """Whether parsed JSON is one frame of OpenPose."""
    return isinstance(value, dict) and isinstance(value.get("people"), list)


def read_frame(path: Path, value: Any, assumed: Assumptions) -> Read:
    """One parsed file as a clip of one frame. Raises BadInput."""
    return _clip(path.stem.removesuffix("_keypoints"), {0: _people(path, value)}, assumed)


def read_folder(folder: Path, assumed: Assumptions) -> Read:
    """Every clip in a folder of JSON files named `CLIP_000000000000_keypoints.json`. Raises BadInput.

    Frames whose file is missing are frames without a signer; a broken file is one too, and noted.
    """
    files: dict[str, dict[int, Path]] = {}
    for path in sorted(folder.glob("*.json")):
        match = re.fullmatch(r"(.*?)_?(\d{1,15})(?:_keypoints)?", path.stem)
        if match:
            files.setdefault(match[1] or folder.name, {})[int(match[2])] = path
    clips: dict[str, Keypoints] = {}
    notes: list[str] = []
    for name, numbered in files.items():
        frames, problems = _frames(numbered)
        notes += problems
        if frames:
            found, more = _clip(name, frames, assumed)
            clips |= found
            notes += more
    if not clips:
        problem = notes[0] if notes else "no file in it is named like CLIP_000000000000_keypoints.json."
        raise BadInput(f"{folder} holds no OpenPose clip: {problem} {ADVICE}")
    return clips, tuple(dict.fromkeys(notes))


def _frames(numbered: Mapping[int, Path]) -> tuple[dict[int, list[Person]], list[str]]:
    """The people of each frame, and what was wrong with the files of the others."""
    frames: dict[int, list[Person]] = {}
    problems = []
    for number, path in numbered.items():
        try:
            frames[number] = _people(path, parsed(path, path.read_bytes()))
        except (BadInput, OSError) as error:
            problems.append(f"Frame {number}: {error}")
    return frames, problems


def _clip(name: str, frames: Mapping[int, list[Person]], assumed: Assumptions) -> Read:
    first, last = min(frames), max(frames)
    if last - first >= MOST:
        raise BadInput(
            f"The frames of {name} are numbered {first} to {last}, which is too far apart. {ADVICE}"
        )
    people = [frames.get(number, []) for number in range(first, last + 1)]
    values, crowd = signer(people, len(OPENPOSE))
    seen = values[..., 2] > 0
    if not seen.any():
        raise BadInput(f"{name} has nobody in it. {ADVICE}")
    size, guess = assumed.extent(values[seen][:, :2])
    missing = len(people) - len(frames)
    notes = [f"{name}: {note}." for note in (crowd, guess) if note]
    if missing:
        notes.append(f"{name}: {missing} of {len(people)} frames are missing and count as unseen.")
    rate = f"OpenPose files do not say their frame rate, {assumed.fps:g} frames a second assumed."
    clip = keypoints(OPENPOSE, values[..., :2], values[..., 2], fps=assumed.fps, size=size, source=name)
    return {name: clip}, (rate, *notes)


def _people(path: Path, value: Any) -> list[Person]:
    if not is_openpose(value):
        raise BadInput(f"{path} has no list of people. {ADVICE}")
    return [_person(path, entry) for entry in value["people"]]


def _person(path: Path, entry: Any) -> Person:
    if not isinstance(entry, dict):
        raise BadInput(f"{path} has a person that is not a record. {ADVICE}")
    person = np.zeros((len(OPENPOSE), 3), np.float32)
    body = _triples(path, entry, "pose_keypoints_2d")
    if len(body) not in (0, *_BODIES):
        raise BadInput(f"{path} has a body of {len(body)} points, not BODY_25. {ADVICE}")
    _place(person, body, _BODIES.get(len(body), ()))
    for key, names in _PARTS.items():
        part = _triples(path, entry, key)
        if len(part) not in (0, len(names)):
            raise BadInput(f"{path} has {len(part)} points in {key} instead of {len(names)}. {ADVICE}")
        _place(person, part, names[: len(part)])
    return person


def _place(person: Person, part: NDArray[np.float32], names: tuple[str, ...]) -> None:
    person[[_COLUMN[name] for name in names]] = part


def _triples(path: Path, entry: Mapping[str, Any], key: str) -> NDArray[np.float32]:
    points = triples(entry.get(key) or [])
    if points is None:
        raise BadInput(f"{path} has something else than x, y and confidence of points in {key}. {ADVICE}")
    return points
