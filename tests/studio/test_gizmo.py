"""The geometry of handles: what is seen is what is held, and angles on the screen are angles in the world."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from pipeline.motion import rotations
from pipeline.render.camera import FRONT, PRESETS, orbit
from studio.viewport import gizmo
from studio.viewport.gizmo import RADIUS, Pulling, Ringing, Rolling, Sight, joint_under, ring, ring_under

PANE = QRectF(0, 0, 900, 600)
JOINT = np.array([-0.2, 0.15, 0.3])
AXES = rotations.axis_angle_to_matrix(np.array([0.3, -0.5, 0.2])).T


def point(xy) -> QPointF:
    return QPointF(float(xy[0]), float(xy[1]))


@pytest.mark.parametrize("camera", PRESETS.values(), ids=PRESETS)
def test_a_line_of_sight_meets_the_point_that_is_seen(camera):
    sight = Sight(camera, PANE)
    pixel = point(sight.pixels(JOINT))
    assert sight.met(pixel, JOINT, sight.towards(JOINT)) == pytest.approx(JOINT, abs=1e-5)


def test_a_ring_that_faces_the_viewer_is_as_large_as_it_should_be():
    sight = Sight(FRONT, PANE)
    away = sight.pixels(ring(JOINT, sight.towards(JOINT), sight)) - sight.pixels(JOINT)
    assert np.hypot(*away.T) == pytest.approx(np.full(len(away), RADIUS), rel=0.02)


@pytest.mark.parametrize("camera", [FRONT, orbit(FRONT, 70, 20), orbit(FRONT, 160, -10)])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_ring_dragged_along_itself_turns_by_the_angle_between_its_points(camera, index):
    sight = Sight(camera, PANE)
    axis = AXES[index]
    if abs(axis @ sight.towards(JOINT)) < gizmo.FACING:
        pytest.skip("this one is seen from its edge")
    pixels = sight.pixels(ring(JOINT, axis, sight))
    held = Ringing(axis, JOINT, sight, point(pixels[10]))
    for step in range(10, 31):
        made = held.turned(point(pixels[step]))
    wanted = 20 / gizmo.SEGMENTS * 2 * np.pi
    assert rotations.angle_between(made, rotations.exp(wanted * axis)) < 1e-4
    assert held.angle == pytest.approx(wanted, abs=1e-4)


def test_a_ring_can_be_turned_more_than_once_round():
    sight = Sight(FRONT, PANE)
    axis = sight.towards(JOINT)
    pixels = sight.pixels(ring(JOINT, axis, sight))
    held = Ringing(axis, JOINT, sight, point(pixels[0]))
    for step in range(1, 2 * gizmo.SEGMENTS + 1):
        held.turned(point(pixels[step % gizmo.SEGMENTS]))
    assert held.angle == pytest.approx(4 * np.pi, abs=1e-3)


def test_a_ring_seen_from_its_edge_goes_like_a_belt():
    sight = Sight(FRONT, PANE)
    axis = np.array([1.0, 0.0, 0.0])
    centre = np.array([0.0, 0.11, 0.3])
    middle = point(sight.pixels(centre))
    held = Ringing(axis, centre, sight, middle)
    made = held.turned(middle + QPointF(0, RADIUS / 2))
    # Its front follows the pointer down: about +x, what faces the viewer (+z) goes down (-y).
    assert rotations.rotate(made, np.array([0.0, 0.0, 1.0]))[1] < -0.4
    assert abs(held.angle) == pytest.approx(0.5, rel=0.1)


def test_with_steps_an_angle_is_a_multiple_of_five_degrees():
    sight = Sight(FRONT, PANE)
    axis = sight.towards(JOINT)
    pixels = sight.pixels(ring(JOINT, axis, sight))
    held = Ringing(axis, JOINT, sight, point(pixels[0]))
    made = held.turned(point(pixels[2]), by_steps=True)  # 10.0 degrees
    assert np.degrees(rotations.angle_between(made, np.array([1.0, 0, 0, 0]))) == pytest.approx(
        10.0, abs=1e-6
    )
    made = held.turned(point(pixels[2] + (0.0, 3.0)), by_steps=True)
    steps = np.degrees(rotations.angle_between(made, np.array([1.0, 0, 0, 0]))) / 5
    assert steps == pytest.approx(round(steps), abs=1e-6)


def test_the_ball_rolls_under_the_pointer():
    sight = Sight(FRONT, PANE)
    held, near = Rolling(sight, QPointF(300, 300)), np.cross(sight.right, sight.up)
    right = rotations.rotate(held.turned(QPointF(320, 300)), near)
    assert right @ sight.right > 0.2 and abs(right @ sight.up) < 0.05
    down = rotations.rotate(held.turned(QPointF(300, 320)), near)
    assert down @ sight.up < -0.2 and abs(down @ sight.right) < 0.05


def test_a_wrist_stays_under_the_pointer_and_as_far_away_as_it_was():
    sight = Sight(orbit(FRONT, 25, 5), PANE)
    start = point(sight.pixels(JOINT))
    way = Pulling(JOINT, sight, start).moved(start + QPointF(40, -25))
    assert sight.pixels(JOINT + way) - sight.pixels(JOINT) == pytest.approx(np.array([40, -25]), abs=1e-2)
    assert sight.depths(JOINT + way) == pytest.approx(sight.depths(JOINT), abs=1e-5)


def test_the_nearest_joint_is_found_and_of_two_as_near_the_one_in_front():
    sight = Sight(FRONT, PANE)
    places = np.tile(np.array([0.0, 5.0, 0.0]), (55, 1))
    places[20] = JOINT
    places[21] = JOINT - 0.1 * sight.towards(JOINT)  # behind it
    places[19] = JOINT + 30 * sight.metres(JOINT) * sight.right
    pixel = point(sight.pixels(JOINT))
    assert joint_under(pixel, places, (19, 20, 21), sight) == 20
    assert joint_under(pixel + QPointF(27, 0), places, (19, 20, 21), sight) == 19
    assert joint_under(pixel + QPointF(0, 60), places, (19, 20, 21), sight) is None


def test_a_ring_is_found_where_it_is_drawn():
    sight = Sight(replace(FRONT, yaw=20), PANE)
    for index, axis in enumerate(AXES):
        points = ring(JOINT, axis, sight)
        front = gizmo.in_front(points, JOINT, sight)
        pixels = sight.pixels(points)[front]
        found = [ring_under(point(pixel), JOINT, AXES, sight) for pixel in pixels[::4]]
        assert found.count(index) >= 0.7 * len(found)  # elsewhere another one crosses it
    assert ring_under(point(sight.pixels(JOINT)) + QPointF(3 * RADIUS, 0), JOINT, AXES, sight) is None
