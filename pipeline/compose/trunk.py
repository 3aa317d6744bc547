"""What face, head and trunk do while the hands sign, as a motion."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.description import Description
from pipeline.compose.expressions import (
    BRIEF,
    FACE,
    GAZE,
    HEAD,
    OSCILLATING,
    SHOULDERS,
    TRUNK,
    VISEMES,
    Units,
)
from pipeline.compose.face import Channel, NonManual
from pipeline.compose.schedule import Schedule
from pipeline.compose.strokes import FPS
from pipeline.connector.bridge import minimum_jerk
from pipeline.motion import joints
from pipeline.motion.edit import MIRRORED_FACE_UNITS

Array = NDArray[np.float64]

_EDGE = 0.15
"""Seconds in which an expression comes and goes."""
_SPINE = [joints.INDEX[name] for name in ("spine1", "spine2", "spine3")]
_HEAD = [joints.INDEX[name] for name in ("neck", "head")]
BENDING = [*_SPINE, *_HEAD]
"""The joints that carry places of the body, arms and hands apart."""
_LOOK = {
    "left": ("eyeLookOutLeft", "eyeLookInRight"),
    "right": ("eyeLookInLeft", "eyeLookOutRight"),
    "up": ("eyeLookUpLeft", "eyeLookUpRight"),
    "down": ("eyeLookDownLeft", "eyeLookDownRight"),
}
_FULL_LOOK = 35.0
"""Degrees of the eyes at which the lids' unit is 1."""


@dataclass(frozen=True, slots=True, eq=False)
class TrunkMotion:
    """Of all frames of a sign."""

    pose: Array  # (T, 55, 3), zero but for spine, neck, head and eyes
    face: Array  # (T, 52)
    lift: Array  # (T, 2), radians by which left and right shoulder are drawn up


def trunk_motion(description: Description, schedule: Schedule, left_handed: bool) -> TrunkMotion:
    """The non-manual part of a sign; seen in the mirror for a left-handed signer."""
    frames = schedule.frames
    pose = np.zeros((frames, joints.COUNT, 3))
    face = np.zeros((frames, len(joints.FACE_UNITS)))
    lift = np.zeros((frames, 2))
    for item in description.face:
        _add(item, schedule, pose, face, lift)
    if left_handed:
        pose, face, lift = pose * [1.0, -1.0, -1.0], face[:, MIRRORED_FACE_UNITS], lift[:, ::-1]
        pose[:, [joints.LEFT_EYE, joints.RIGHT_EYE]] = pose[:, [joints.RIGHT_EYE, joints.LEFT_EYE]]
    return TrunkMotion(pose, np.clip(face, 0, 1), lift)


def _add(item: NonManual, schedule: Schedule, pose: Array, face: Array, lift: Array) -> None:
    if item.channel is Channel.MOUTHING:
        mouth_words(item.action, np.arange(schedule.frames) / FPS, _span(item, schedule), face)
    else:
        act(item.channel, item.action, _much(item, schedule), pose, face, lift)


def act(channel: Channel, action: str, much: Array, pose: Array, face: Array, lift: Array) -> None:
    """Add so `much` (T,) of an action to pose (T, 55, 3), face (T, 52) and lift (T, 2) of a `TrunkMotion`."""
    if channel is Channel.GAZE:
        _look(action, much, pose, face)
    elif channel is Channel.HEAD:
        pose[:, _HEAD] += 0.5 * np.outer(much, np.radians(HEAD[action]))[:, None]
    elif channel is Channel.TRUNK:
        pose[:, _SPINE] += np.outer(much, np.radians(TRUNK[action]))[:, None] / len(_SPINE)
    elif channel is Channel.SHOULDERS:
        lift += np.outer(much, np.radians(SHOULDERS[action]))
    else:
        _show(FACE[channel, action], much, face)


def is_brief(channel: Channel, action: str) -> bool:
    """Whether an action is a single stroke and back."""
    return (channel, action) in BRIEF


def _span(item: NonManual, schedule: Schedule) -> tuple[float, float]:
    """Seconds of the motion in which it is there."""
    long = schedule.offset - schedule.onset
    return schedule.onset + item.start * long, schedule.onset + item.end * long


def _much(item: NonManual, schedule: Schedule) -> Array:
    """How much of an expression there is in every frame (T,), below 0 for the other way of what swings."""
    begin, end = _span(item, schedule)
    time = np.arange(schedule.frames) / FPS
    key = (item.channel, item.action)
    if key in BRIEF:
        middle, half = (begin + end) / 2, min(0.25, (end - begin) / 2 + 0.1)
        return minimum_jerk(1 - np.abs(time - middle) / half)
    much = minimum_jerk(np.minimum(time - begin + _EDGE, end + _EDGE - time) / _EDGE)
    if key in OSCILLATING:
        rounds = max(1, round((end - begin) * OSCILLATING[key]))
        much = much * np.sin(2 * np.pi * rounds * np.clip((time - begin) / (end - begin), 0, 1))
    return much


def _show(units: Units, much: Array, face: Array) -> None:
    for unit, value in units.items():
        index = joints.FACE_UNITS.index(unit)
        face[:, index] = np.maximum(face[:, index], value * much)


def _look(action: str, much: Array, pose: Array, face: Array) -> None:
    left, up = GAZE[action]
    turn = np.outer(much, np.radians([-up, left, 0.0]))
    pose[:, [joints.LEFT_EYE, joints.RIGHT_EYE]] += turn[:, None]
    for degrees, positive, negative in ((left, "left", "right"), (up, "up", "down")):
        for unit in _LOOK[positive if degrees > 0 else negative]:
            _show({unit: abs(degrees) / _FULL_LOOK}, np.abs(much), face)


def mouth_words(words: str, time: Array, span: tuple[float, float], face: Array) -> None:
    """Add the letters of `words` one after the other within `span`, each flowing into the next.

    time: seconds (T,), face: units (T, 52).
    """
    letters = [letter for letter in words.casefold() if letter in VISEMES]
    if not letters:
        return
    begin, end = span
    step = (end - begin) / len(letters)
    for index, letter in enumerate(letters):
        middle = begin + (index + 0.5) * step
        _show(VISEMES[letter], minimum_jerk(1 - np.abs(time - middle) / max(step, 2 / FPS)), face)
