"""COCO-WholeBody annotation files: people in pictures, with body, feet, face and hands."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput
from pipeline.keypoints.keypoints import Keypoints, keypoints
from pipeline.keypoints.names import COCO_WHOLEBODY
from pipeline.keypoints.readers.assumptions import Assumptions
from pipeline.keypoints.readers.json_text import triples
from pipeline.keypoints.readers.people import Person, signer
from pipeline.keypoints.readers.wholebody import Read

ADVICE = "Choose a COCO-WholeBody annotation file, with 'images' and 'annotations'."

_PARTS = {"keypoints": 17, "foot_kpts": 6, "face_kpts": 68, "lefthand_kpts": 21, "righthand_kpts": 21}

_FLAGS = {"face_kpts": "face_valid", "lefthand_kpts": "lefthand_valid", "righthand_kpts": "righthand_valid"}

_HIDDEN = 0.5
"""Confidence of a point annotated as present but hidden (flag 1 of the body)."""


def is_annotation(value: Any) -> bool:
    """Whether parsed JSON looks like COCO annotations."""
    return isinstance(value, dict) and isinstance(value.get("annotations"), list) and "images" in value


def read_annotations(path: Path, value: Mapping[str, Any], assumed: Assumptions) -> Read:
    """The clips of an annotation file. Raises BadInput.

    Pictures of one `video_id`, or in one folder and of one size, are the frames of a clip, in the order
    of their `frame_id` or name; pictures without either are clips of one frame.
    """
    images = value.get("images")
    if not isinstance(images, list) or not all(isinstance(image, dict) for image in images):
        raise BadInput(f"{path} has no list of images. {ADVICE}")
    people: dict[Any, list[Person]] = {}
    for entry in value["annotations"]:
        person = _person(path, entry)
        people.setdefault(str(entry.get("image_id")), []).append(person)
    clips: dict[str, Keypoints] = {}
    notes: list[str] = []
    for name, members in _grouped(path, images).items():
        values, crowd = signer([people.get(str(image.get("id")), []) for image in members], 133)
        if not (values[..., 2] > 0).any():
            notes.append(f"{name}: left out, nobody is annotated in it.")
            continue
        size = _size(path, members[0])
        clips[name] = keypoints(
            COCO_WHOLEBODY, values[..., :2], values[..., 2], fps=assumed.fps, size=size, source=name
        )
        notes += [f"{name}: {crowd}."] if crowd else []
    if not clips:
        raise BadInput(f"{path} has nobody annotated in it. {ADVICE}")
    rate = f"Annotations do not say their frame rate, {assumed.fps:g} frames a second assumed."
    return clips, (rate, *notes)


def _grouped(path: Path, images: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The pictures of each clip, by its name, in their order."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for image in images:
        file = PurePosixPath(str(image.get("file_name", image.get("id"))))
        if "video_id" in image:
            name = f"video {image['video_id']}"
        elif file.parent.name:
            name = f"{file.parent} {image.get('width')}x{image.get('height')}"
        else:
            name = file.stem
        groups.setdefault(name, []).append(image)
    return {name: sorted(members, key=_order) for name, members in groups.items()}


def _order(image: Mapping[str, Any]) -> tuple[int, list[tuple[int, str]]]:
    number = image.get("frame_id")
    text = re.findall(r"\d+|\D+", str(image.get("file_name", "")))
    return (
        number if isinstance(number, int) else 0,
        [(int(piece[:18]), piece) if piece.isascii() and piece.isdigit() else (-1, piece) for piece in text],
    )


def _size(path: Path, image: Mapping[str, Any]) -> tuple[int, int]:
    width, height = image.get("width"), image.get("height")
    if not (isinstance(width, int) and isinstance(height, int) and 0 < width < 10**6 and 0 < height < 10**6):
        raise BadInput(f"{path} has an image of {width} x {height} pixels. {ADVICE}")
    return width, height


def _person(path: Path, entry: Any) -> Person:
    if not isinstance(entry, dict):
        raise BadInput(f"{path} has an annotation that is not a record. {ADVICE}")
    parts = [_part(path, entry, key, count) for key, count in _PARTS.items()]
    return np.concatenate(parts)


def _part(path: Path, entry: Mapping[str, Any], key: str, count: int) -> NDArray[np.float32]:
    points = triples(entry.get(key) or [0] * (3 * count))
    if points is None or len(points) != count:
        raise BadInput(f"{path} has an annotation whose {key} are not {count} points. {ADVICE}")
    if entry.get(_FLAGS.get(key, ""), True) is False:
        return np.zeros_like(points)
    flags = points[:, 2]
    if key == "keypoints" and (flags == 2).any():
        flags[flags == 1] = _HIDDEN
    return points
