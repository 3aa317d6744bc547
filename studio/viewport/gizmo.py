"""The geometry of turning and moving a joint with the mouse: what is seen where, and what a drag means."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from pipeline.motion import rotations
from pipeline.render import camera as cameras
from pipeline.render.camera import Camera

Array = NDArray[np.float64]

RADIUS = 64.0
"""Pixels from the middle of the rings to the rings."""
GRAB = 7.0
"""Pixels beside a ring or around a joint within which it can be taken hold of."""
SQUARE = 8.0
"""Half the side of a wrist's square, in pixels."""
SEGMENTS = 72
FACING = 0.25
"""Cosine from a ring's axis to the line of sight below which the ring is seen too much from its edge."""
STEP = np.radians(5.0)
"""What a turn goes by while Ctrl is pressed."""


@dataclass(frozen=True)
class Sight:
    """What a camera sees in a pane of the window."""

    camera: Camera
    pane: QRectF

    @cached_property
    def _to_clip(self) -> Array:
        aspect = self.pane.width() / self.pane.height()
        seen = cameras.projection(self.camera, aspect) @ cameras.view(self.camera)
        return np.asarray(seen, np.float64)

    @cached_property
    def _axes(self) -> Array:
        return np.asarray(cameras.view(self.camera)[:3, :3], np.float64)

    @property
    def right(self) -> Array:
        """To the right in the picture, (3,)."""
        row: Array = self._axes[0]
        return row

    @property
    def up(self) -> Array:
        """Upwards in the picture, (3,)."""
        row: Array = self._axes[1]
        return row

    def pixels(self, points: Array) -> Array:
        """Where points (..., 3) in metres are seen, (..., 2)."""
        clip = points @ self._to_clip[:, :3].T + self._to_clip[:, 3]
        share = clip[..., :2] / clip[..., 3:] * (0.5, -0.5) + 0.5
        place: Array = share * (self.pane.width(), self.pane.height()) + (self.pane.x(), self.pane.y())
        return place

    def depths(self, points: Array) -> Array:
        """How far away points (..., 3) are, in metres along the line of sight."""
        clip: Array = points @ self._to_clip[3, :3] + self._to_clip[3, 3]
        return clip

    def metres(self, point: Array) -> float:
        """Metres that a pixel is wide at a point (3,)."""
        beside = self.pixels(np.stack([point, point + 0.01 * self.right]))
        return 0.01 / float(np.linalg.norm(beside[1] - beside[0]))

    def towards(self, point: Array) -> Array:
        """From a point (3,) to the viewer, of length 1."""
        way = np.asarray(self.camera.eye, np.float64) - point
        unit: Array = way / np.linalg.norm(way)
        return unit

    def met(self, pointer: QPointF, through: Array, normal: Array) -> Array | None:
        """Where the line of sight at a pixel meets a plane; None where it runs beside it."""
        way = self._ray(pointer)
        along = float(way @ normal)
        if abs(along) < 1e-6:
            return None
        eye = np.asarray(self.camera.eye, np.float64)
        place: Array = eye + way * (float((through - eye) @ normal) / along)
        return place

    def _ray(self, pointer: QPointF) -> Array:
        share = (
            (pointer.x() - self.pane.x()) / self.pane.width() * 2 - 1,
            1 - (pointer.y() - self.pane.y()) / self.pane.height() * 2,
        )
        to_clip = cameras.projection(self.camera, self.pane.width() / self.pane.height())
        seen = np.array([share[0] / to_clip[0, 0], share[1] / to_clip[1, 1], -1.0])
        way: Array = self._axes.T @ seen
        return way / np.linalg.norm(way)


def ring(centre: Array, axis: Array, sight: Sight) -> Array:
    """A circle about an axis through a joint, `RADIUS` pixels large where it faces the viewer, (N, 3)."""
    first, second = _across(axis, sight)
    angles = np.linspace(0, 2 * np.pi, SEGMENTS + 1)[:, None]
    size = RADIUS * sight.metres(centre)
    points: Array = centre + size * (np.cos(angles) * first + np.sin(angles) * second)
    return points


def _across(axis: Array, sight: Sight) -> tuple[Array, Array]:
    """Two directions (3,) across an axis, a quarter turn apart."""
    first = np.cross(axis, sight.right)
    if np.linalg.norm(first) < 1e-3:
        first = np.cross(axis, sight.up)
    first /= np.linalg.norm(first)
    return first, np.cross(axis, first)


def in_front(points: Array, centre: Array, sight: Sight) -> NDArray[np.bool_]:
    """Which points (N, 3) of a ring are not behind its middle."""
    front: NDArray[np.bool_] = (points - centre) @ sight.towards(centre) >= -1e-9
    return front


def ring_under(pointer: QPointF, centre: Array, axes: Array, sight: Sight) -> int | None:
    """Which of three rings about axes (3, 3), in rows, is at a pixel; what is in front comes first."""
    best: tuple[float, int] | None = None
    for index, axis in enumerate(axes):
        points = ring(centre, axis, sight)
        away = np.hypot(*(sight.pixels(points) - (pointer.x(), pointer.y())).T)
        away = away + np.where(in_front(points, centre, sight), 0.0, GRAB / 2)
        nearest = float(away.min())
        if nearest <= GRAB and (best is None or nearest < best[0]):
            best = nearest, index
    return best[1] if best else None


def joint_under(pointer: QPointF, places: Array, joints: tuple[int, ...], sight: Sight) -> int | None:
    """Which of some joints at places (55, 3) is nearest to a pixel; of those as near, the one in front."""
    points = places[list(joints)]
    away = np.hypot(*(sight.pixels(points) - (pointer.x(), pointer.y())).T)
    order = np.lexsort((sight.depths(points), np.floor(away / 3)))
    found = int(order[0])
    return joints[found] if away[found] <= GRAB + 3 else None


@dataclass
class Ringing:
    """A ring that is held: `angle` follows the pointer in radians, also more than once round."""

    axis: Array
    centre: Array
    sight: Sight
    start: QPointF
    angle: float = 0.0

    def __post_init__(self) -> None:
        self._last, self._followed = self._around(self.start), 0.0
        points = ring(self.centre, self.axis, self.sight)
        seen = self.sight.pixels(points)
        away = np.hypot(*(seen - (self.start.x(), self.start.y())).T)
        away[~in_front(points, self.centre, self.sight)] += 2 * RADIUS
        nearest = int(away.argmin()) % SEGMENTS
        tangent = seen[nearest + 1] - seen[nearest]
        length = float(np.linalg.norm(tangent))
        # Seen from its edge the ring is moved along like a belt.
        self._belt = tangent / max(length, 1e-6) / RADIUS

    def turned(self, pointer: QPointF, by_steps: bool = False) -> Array:
        """The turn of the world (4,) since the press; `by_steps` of 5 degrees."""
        self._follow(pointer)
        self.angle = round(self._followed / STEP) * STEP if by_steps else self._followed
        quaternion: Array = rotations.exp(self.angle * self.axis)
        return quaternion

    def _follow(self, pointer: QPointF) -> None:
        around = self._around(pointer)
        if around is None or self._last is None:
            moved = np.array([pointer.x() - self.start.x(), pointer.y() - self.start.y()])
            self._followed = float(moved @ self._belt)
            return
        more = (around - self._last + np.pi) % (2 * np.pi) - np.pi
        self._followed, self._last = self._followed + more, around

    def _around(self, pointer: QPointF) -> float | None:
        """At which angle about the axis the pointer is; None for a ring seen from its edge."""
        if abs(float(self.axis @ self.sight.towards(self.centre))) < FACING:
            return None
        place = self.sight.met(pointer, self.centre, self.axis)
        if place is None:
            return None
        first, second = _across(self.axis, self.sight)
        arm = place - self.centre
        return float(np.arctan2(arm @ second, arm @ first))


@dataclass
class Rolling:
    """The ball inside the rings is held: it rolls under the pointer."""

    sight: Sight
    start: QPointF
    angle: float = 0.0

    def turned(self, pointer: QPointF, by_steps: bool = False) -> Array:
        """The turn of the world (4,) since the press."""
        across, down = (pointer.x() - self.start.x()) / RADIUS, (pointer.y() - self.start.y()) / RADIUS
        vector = across * self.sight.up + down * self.sight.right
        self.angle = float(np.linalg.norm(vector))
        quaternion: Array = rotations.exp(vector)
        return quaternion


@dataclass
class Pulling:
    """A wrist is held: it follows the pointer in the plane that faces the viewer."""

    place: Array
    sight: Sight
    start: QPointF

    def moved(self, pointer: QPointF) -> Array:
        """The way of the wrist since the press, (3,) metres."""
        normal = np.cross(self.sight.right, self.sight.up)
        first, now = (self.sight.met(point, self.place, normal) for point in (self.start, pointer))
        return np.zeros(3) if first is None or now is None else now - first
