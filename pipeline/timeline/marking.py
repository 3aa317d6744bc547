"""Markers become face units and turns of eyes, head and trunk, over what the signs do."""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.expressions import OSCILLATING
from pipeline.compose.face import Channel
from pipeline.compose.trunk import act, is_brief, mouth_words
from pipeline.connector.bridge import minimum_jerk
from pipeline.motion import joints, rotations
from pipeline.timeline.markers import Lane, Marker, Markers
from pipeline.timeline.tracks import FACE, Floats, Numbers

_PREFIXES: dict[Lane, tuple[str, ...]] = {
    Lane.BROWS: ("brow",),
    Lane.EYES: ("eyeBlink", "eyeSquint", "eyeWide"),
    Lane.MOUTH: ("mouth", "jaw", "tongue", "cheekPuff"),
}
_GAZE = ("eyeLook",)
_COLLARS = (joints.INDEX["left_collar"], joints.INDEX["right_collar"])
_STROKE = 0.25
"""Seconds of half a stroke of what is over before its marker is."""


def mark(turns: Floats, values: Floats, times: Numbers, markers: Markers) -> tuple[Floats, Floats]:
    """Quaternions (T, 55, 4) and values (T, C) with the markers over them at `times` (T,).

    Where a marker is, the face units of its lane give way to its own, as far as it has grown; head,
    trunk and eyes turn on from where the signs have them.
    """
    if not markers:
        return turns, values
    pose = np.zeros((len(times), joints.COUNT, 3))
    lift = np.zeros((len(times), 2))
    values = values.copy()
    for marker in markers:
        there = np.flatnonzero((times >= marker.start) & (times <= marker.end))
        if len(there):
            _add(marker, times[there], there, pose, lift, values)
    turned = turns.copy()
    for joint in np.flatnonzero(np.abs(pose).max(axis=(0, 2))):
        turned[:, joint] = rotations.multiply(
            turns[:, joint], rotations.exp(pose[:, joint].astype(np.float32))
        )
    for side, collar in enumerate(_COLLARS):
        if lift[:, side].any():
            raised = np.outer(lift[:, side], [0.0, 0.0, 1.0 if side == 0 else -1.0])
            turned[:, collar] = rotations.multiply(
                turned[:, collar], rotations.exp(raised.astype(np.float32))
            )
    return turned, values


def grown(marker: Marker, times: Numbers) -> Numbers:
    """How far a marker has come (T,), from 0 to 1, at moments within it."""
    share = min(1.0, marker.seconds / max(marker.ease_in + marker.ease_out, 1e-9))
    up = (times - marker.start) / max(marker.ease_in * share, 1e-6)
    down = (marker.end - times) / max(marker.ease_out * share, 1e-6)
    return minimum_jerk(np.minimum(up, down))


def _add(
    marker: Marker,
    times: Numbers,
    there: NDArray[np.intp],
    pose: NDArray[np.float64],
    lift: NDArray[np.float64],
    values: Floats,
) -> None:
    """Add a marker to the frames `there`."""
    much = grown(marker, times)
    face = np.zeros((len(times), len(joints.FACE_UNITS)))
    added, raised = np.zeros((len(times), joints.COUNT, 3)), np.zeros((len(times), 2))
    if marker.channel is Channel.MOUTHING:
        mouth_words(marker.action, times, (marker.start, marker.end), face)
        face *= marker.strength
    else:
        act(
            marker.channel, marker.action, marker.strength * much * _swing(marker, times), added, face, raised
        )
    pose[there] += added
    lift[there] += raised
    face = np.clip(face, 0, 1)
    units = _units(marker)
    columns = np.ix_(there, FACE.start + units)
    values[columns] = values[columns] * (1 - much[:, None]) + face[:, units]
    beside = np.setdiff1d(np.flatnonzero(face.any(axis=0)), units)
    columns = np.ix_(there, FACE.start + beside)
    values[columns] = np.maximum(values[columns], face[:, beside])


def _swing(marker: Marker, times: Numbers) -> Numbers:
    """To and fro (T,), a single stroke, or 1 for what is held."""
    key = (marker.channel, marker.action)
    if is_brief(marker.channel, marker.action):
        middle, half = (marker.start + marker.end) / 2, min(_STROKE, marker.seconds / 2)
        return minimum_jerk(1 - np.abs(times - middle) / half)
    if key in OSCILLATING:
        rounds = max(1, round(marker.seconds * OSCILLATING[key]))
        return np.sin(2 * np.pi * rounds * (times - marker.start) / marker.seconds)
    return np.ones(len(times))


def _units(marker: Marker) -> NDArray[np.intp]:
    """The face units that give way to a marker."""
    prefixes = _GAZE if marker.channel is Channel.GAZE else _PREFIXES.get(marker.lane, ())
    if marker.channel is Channel.CHEEKS:
        prefixes = ("cheekPuff",)
    names = joints.FACE_UNITS
    return np.array(
        [i for i, name in enumerate(names) if name.startswith(prefixes)] if prefixes else [], np.intp
    )
