"""How a hand goes from one goal to the next: when, how fast and along which curve.

Between rests a hand moves by the minimum-jerk law (Flash & Hogan 1985); along ellipses, whose phase goes
evenly, speed and curvature keep the two-thirds power law (Lacquaniti, Terzuolo & Viviani 1983).
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.description import LocalMovement, Movement
from pipeline.compose.goals import LENGTHS, RADII, Stroke, vector
from pipeline.compose.manner import Growth, Local, Path, Size, Speed, Tension
from pipeline.connector.bridge import minimum_jerk

Array = NDArray[np.float64]

FPS = 30.0
_PACE = {Speed.SLOW: 1.6, Speed.NORMAL: 1.0, Speed.FAST: 0.7}
_TENSION = {Tension.RELAXED: 1.1, Tension.NORMAL: 1.0, Tension.TENSE: 0.95}
_DEPTH = {Size.TINY: 0.35, Size.SMALL: 0.6, Size.MEDIUM: 1.0, Size.LARGE: 1.6, Size.HUGE: 2.2}
"""How far arcs bulge and swings go, in shares of the usual."""
_SHORTEST = 0.16
"""Seconds of a stroke at least."""
_PER_TURN = 6.0  # radians of the hand per second, on average
_PER_BEND = 6.5  # radians of a finger's joint per second, on average
_BACK = 0.8
"""The way back before a repetition takes so much of the usual time."""
_SWINGS = 3
"""Swings of zigzag and wiggle."""
RATES = {
    Local.WIGGLE: 2.2, Local.RUB: 2.5, Local.FLUTTER: 2.8, Local.TWIST: 2.4, Local.NOD: 2.6, Local.SWING: 2.4,
    Local.ROTATE: 1.8, Local.CHANGE: 2.2, Local.OPEN: 2.4, Local.CLOSE: 2.4,
}  # fmt: skip
"""Times a second that local movements are made."""
_USUAL_TIMES = 2


def steady(share: Array, ramp: float) -> Array:
    """The same for an even movement whose start and stop each take a share `ramp` of the time."""
    fine = np.linspace(0, 1, 401)
    speed = minimum_jerk(np.minimum(fine, 1 - fine) / ramp)
    way = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    result: Array = np.interp(np.clip(share, 0, 1), fine, way / way[-1])
    return result


def seconds_of(stroke: Stroke, apart: float, turned: float, bent: float) -> float:
    """Seconds of a stroke whose hands get `apart` metres and turn, and whose fingers bend, by radians."""
    movement = stroke.movement
    if stroke.seconds is not None:
        rounds = movement.repeat if movement is not None and movement.path is Path.CIRCLE else 1
        return stroke.seconds * rounds
    length = apart if movement is None else max(apart, _length(movement, apart))
    path = 0.16 + 0.95 * length**0.8 if length > 0.004 else 0.0
    if movement is not None and movement.path is Path.CIRCLE:
        turns = movement.turns * movement.repeat
        path = turns * (0.30 + 0.7 * length / turns)
    seconds = max(path, turned / _PER_TURN + 0.1 * (turned > 0.1), bent / _PER_BEND + 0.08 * (bent > 0.1))
    if movement is None:
        return max(seconds * _BACK, _SHORTEST)
    for local in movement.local:
        times = local.times or (_USUAL_TIMES if movement.path is Path.NONE else 0)
        if local.kind in (Local.OPEN, Local.CLOSE):
            times = local.times if local.times > 1 else 0
        seconds = max(seconds, times / RATES[local.kind])
    if movement.repeat > 1 and movement.path is not Path.CIRCLE:
        seconds *= 0.85
    return max(seconds * _PACE[movement.speed] * _TENSION[movement.tension], _SHORTEST)


def _length(movement: Movement, apart: float) -> float:
    """Metres along the curve."""
    if movement.path is Path.CIRCLE:
        return 2 * np.pi * radius(movement) * movement.turns * movement.repeat
    factor = {Path.ARC: 1.35, Path.ZIGZAG: 1.8, Path.WIGGLE: 1.6, Path.SEVEN: 1.2}.get(movement.path, 1.0)
    return factor * apart


def radius(movement: Movement) -> float:
    """Of a circle, metres."""
    return RADII[movement.size] if movement.centimetres is None else movement.centimetres / 200


def progress(stroke: Stroke, share: Array) -> Array:
    """How far along its curve a stroke is (T,) after shares (T,) of its time."""
    movement = stroke.movement
    if movement is None:
        return minimum_jerk(share)
    if movement.path is Path.CIRCLE:
        return steady(share, min(0.5, 0.4 / max(movement.turns * movement.repeat, 0.8)))
    if movement.path is Path.WIGGLE:
        return steady(share, 0.3)
    if movement.path is Path.ZIGZAG:
        pieces = 2 * _SWINGS
        whole = np.minimum(np.floor(share * pieces), pieces - 1)
        return np.asarray((whole + minimum_jerk(share * pieces - whole)) / pieces)
    if movement.stop:
        # The peak comes late and the stop is sudden.
        return minimum_jerk(np.clip(share, 0, 1) ** 1.35)
    return minimum_jerk(share)


def curve(stroke: Stroke, start: Array, end: Array, along: Array, flip: bool, half_turn: bool) -> Array:
    """Places (T, 3) of the hand's middle after shares `along` (T,) of the way.

    `flip`: directions are seen in the mirror; `half_turn`: a circle starts half-way round.
    """
    movement = stroke.movement
    line = start + along[:, None] * (end - start)
    if movement is None or movement.path in (Path.NONE, Path.STRAIGHT):
        return line
    if movement.path is Path.CIRCLE:
        return line + _circle(movement, along, flip, half_turn)
    way = end - start
    length = float(np.linalg.norm(way))
    if length < 1e-6:
        return line
    aside = _aside(movement, way, flip)
    if movement.path is Path.ARC:
        # Half an ellipse, whose phase goes with the progress.
        phase = np.pi * along[:, None]
        bulge = 0.36 * length * _DEPTH[movement.depth]
        return np.asarray(
            start
            + way * (1 - np.cos(phase)) / 2 * 0.5
            + way * along[:, None] * 0.5
            + aside * bulge * np.sin(phase)
        )
    if movement.path is Path.SEVEN:
        return _seven(movement, start, end, along, flip)
    swings = 2 * np.pi * _SWINGS * along[:, None]
    size = _growth(movement, along)[:, None] * max(0.16 * length, 0.012) * _DEPTH[movement.depth]
    if movement.path is Path.WIGGLE:
        return line + aside * size * np.sin(swings) * _gate(along)[:, None]
    corner = 2 / np.pi * np.arcsin(np.sin(swings))
    return line + aside * size * corner


def _seven(movement: Movement, start: Array, end: Array, along: Array, flip: bool) -> Array:
    """Two straight strokes; the corner is where the first, sideways one ends."""
    first = vector(movement.via, flip)
    if first is None:
        return start + along[:, None] * (end - start)
    way = vector(movement.direction, flip)
    total = end - start
    part = (
        max(float(total @ first), 0.0)
        if way is None or abs(float(first @ way)) < 0.3
        else 0.4 * float(np.linalg.norm(total))
    )
    corner = start + first * max(part, 0.3 * float(np.linalg.norm(total)))
    one, two = float(np.linalg.norm(corner - start)), float(np.linalg.norm(end - corner))
    share = one / max(one + two, 1e-9)
    before = np.minimum(along / max(share, 1e-9), 1)[:, None]
    after = np.maximum((along - share) / max(1 - share, 1e-9), 0)[:, None]
    return np.asarray(start + before * (corner - start) + after * (end - corner))


def _circle(movement: Movement, along: Array, flip: bool, half_turn: bool) -> Array:
    """How far from its line (T, 3) a hand is that goes round; it sets out upwards unless told otherwise."""
    given = vector(movement.direction, flip)
    way = np.array([0.0, 1.0, 0.0]) if given is None else given
    later = _across(vector(movement.via, flip), way)
    size = radius(movement) * _growth(movement, along)[:, None]
    stretch = np.ones(2)
    if movement.along is not None:
        axis = vector(movement.along, flip)
        assert axis is not None
        share = np.abs([axis @ way, axis @ later])
        stretch = np.where(share == share.max(), 1.0, 0.45)
    turns = movement.turns * movement.repeat
    phase = (2 * np.pi * turns * along)[:, None] + (np.pi if half_turn else 0.0)
    first = np.pi if half_turn else 0.0
    return np.asarray(
        size * stretch[0] * way * (np.sin(phase) - np.sin(first))
        + size * stretch[1] * later * (np.cos(first) - np.cos(phase))
    )


def _across(wanted: Array | None, way: Array) -> Array:
    """The direction a quarter of a circle later (3,), at right angles to how it sets out."""
    if wanted is None:
        # Most circles lie in the plane in front of the signer, those that set out forward beside them.
        wanted = np.array([0.0, 1.0, 0.0]) if abs(way[1]) < 0.8 else np.array([0.0, 0.0, 1.0])
    across = wanted - way * (wanted @ way)
    if np.linalg.norm(across) < 1e-6:
        across = np.cross(way, np.eye(3)[int(np.argmin(np.abs(way)))])
    unit: Array = across / np.linalg.norm(across)
    return unit


def _aside(movement: Movement, way: Array, flip: bool) -> Array:
    """Where a curve bulges or swings to first, (3,)."""
    return _across(vector(movement.via, flip), way / np.linalg.norm(way))


def _growth(movement: Movement, along: Array) -> Array:
    if movement.growth is Growth.STEADY:
        return np.ones_like(along)
    rising = 0.4 + 0.9 * along
    return rising if movement.growth is Growth.GROWING else rising[::-1].copy()


def _gate(along: Array) -> Array:
    result: Array = minimum_jerk(np.minimum(along, 1 - along) / 0.15)
    return result


def swing(local: LocalMovement, seconds: float, time: Array) -> Array:
    """A local movement's phase (T,), radians, at `time` (T,) of a stroke; whole rounds."""
    times = local.times or max(1, round(seconds * RATES[local.kind]))
    return np.asarray(2 * np.pi * times * np.clip(time / seconds, 0, 1))


def envelope(seconds: float, time: Array) -> Array:
    """How much of a local movement there is (T,), 0 to 1."""
    edge = min(0.12, seconds / 3)
    return minimum_jerk(np.minimum(time, seconds - time) / edge)


assert set(LENGTHS) == set(RADII)
