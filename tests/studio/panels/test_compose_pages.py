"""The pages of the compose panel: every parameter has a picker, and a picker changes its own parameter."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt

from pipeline.body.kinematics import joint_positions
from pipeline.compose.compose import compose
from pipeline.compose.description import Handshape, LocalMovement, Location, Meeting, Movement
from pipeline.compose.direction import direction
from pipeline.compose.manner import Local, Path, Repeat, Size
from pipeline.compose.places import Height, Part, Place, Side
from pipeline.compose.shapes import Bend, Finger, Shape, Thumb
from pipeline.compose.shown import Hand
from pipeline.compose.text_form import read_description
from pipeline.motion import joints
from studio.panels.compose.dial import DEEPEST, MIDDLE, RING, taken_apart, turned_to
from studio.panels.compose.panel import ComposePanel
from tests.pipeline.compose.strategies import directions
from tests.studio.panels.composing import click_item, click_spot, pick, start, type_number, written

LEFT = Qt.MouseButton.LeftButton
SIGN = """
hands: mirrored
start: {shape: V bent thumb-out index-hooked, palm: left, at: cheek, touch: index-tip, offset: [0, 1, 2]}
move: [{arc: right, via: up, size: large, local: [wiggle x3, twist], shape: 5 hooked}, {straight: down}]
face: {brows: [up 0-0.4, down 0.6-1], head: nod}
"""


@pytest.fixture
def panel(qtbot):
    made = ComposePanel()
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.show()
    start(made, qtbot, SIGN)
    return made


def turn_to(panel, title, moment=0, hand=Hand.LEADING):
    panel.moments.tabs.setCurrentIndex(moment)
    panel.choose_hand(hand)
    panel.pages.turn_to(title)
    page = panel.pages.page(title)
    if hasattr(page, "more"):
        page.more.button.setChecked(True)
    return page


def test_a_handshape_keeps_its_modifiers_when_another_is_picked(panel, qtbot):
    page = turn_to(panel, "Shape")
    before = panel.description.start.shape
    click_item(qtbot, page.grid, Shape.U)
    assert panel.description.start.shape == replace(before, name=Shape.U)
    pick(qtbot, page.details.pickers["ring"], Bend.CURVED)
    assert panel.description.start.shape == replace(before, name=Shape.U, ring=Bend.CURVED)
    page.details.pickers["contact"].ticks[Finger.PINKY].click()
    assert panel.description.start.shape.contact == (Finger.PINKY,)
    pick(qtbot, page.fields.pickers["thumb"], Thumb.ACROSS)
    pick(qtbot, page.details.pickers["between"], Shape.S)
    shape = panel.description.start.shape
    assert (shape.thumb, shape.between, shape.index) == (Thumb.ACROSS, Shape.S, Bend.HOOKED)
    page.plain.click()
    assert panel.description.start.shape == Handshape(Shape.U)
    assert written(panel) == panel.description


def test_a_later_handshape_can_be_as_before(panel):
    page = turn_to(panel, "Shape", moment=1)
    assert page.grid.currentItem().text() == "5"
    page.before.click()
    assert panel.description.movements[0].to.shape is None
    assert page.grid.currentItem().text() == "V"


def test_a_click_on_the_body_moves_the_hand_and_nothing_else(panel, qtbot):
    page = turn_to(panel, "Place")
    before = panel.description.start
    click_spot(qtbot, page.map, Place.SHOULDER, Side.LEFT)
    moved = replace(before.location, place=Place.SHOULDER, side=Side.LEFT)
    assert panel.description.start == replace(before, location=moved)
    click_spot(qtbot, page.map, Place.NEUTRAL, height=Height.BELLY)
    moved = replace(moved, place=Place.NEUTRAL, height=Height.BELLY)
    assert panel.description.start == replace(before, location=moved)


@pytest.mark.parametrize("hands", ["mirrored", "base"])
def test_the_other_hand_goes_where_its_body_was_clicked(panel, qtbot, hands, body):
    start(panel, qtbot, f"hands: {hands}\nstart: {{shape: V, at: chin}}\nother: {{shape: S}}")
    page = turn_to(panel, "Place", hand=Hand.OTHER)
    click_spot(qtbot, page.map, Place.SHOULDER, Side.RIGHT)
    across = left_wrist(compose(panel.description, body), body)
    click_spot(qtbot, page.map, Place.SHOULDER)
    own = left_wrist(compose(panel.description, body), body)
    assert across < 0 < own  # the signer's left is +x
    assert panel.description.start == read_description("start: {shape: V, at: chin}").start


def left_wrist(composed, body):
    """How far to the left the left wrist is at the start of the sign."""
    motion, frame = composed.motion, round(composed.onset * composed.motion.fps)
    places = joint_positions(body.rest_joints, motion.pose, motion.translation)
    return places[frame, joints.INDEX["left_wrist"], 0]


def test_details_of_a_place_are_chosen_one_by_one(panel, qtbot):
    page = turn_to(panel, "Place")
    before = panel.description.start.location
    pick(qtbot, page.details.pickers["between"], Place.EAR)
    pick(qtbot, page.details.pickers["part"], Part.NAIL)
    type_number(qtbot, page.details.pickers["offset"].numbers[0], "-3.5")
    after = replace(before, between=Place.EAR, part=Part.NAIL, offset=(-3.5, 1.0, 2.0))
    assert panel.description.start.location == after
    pick(qtbot, page.fields.pickers["by"], None)
    assert panel.description.start.by is None and panel.description.start.location == after


def test_what_cannot_be_signed_is_told_and_changes_nothing(panel, qtbot):
    page = turn_to(panel, "Place")
    click_spot(qtbot, page.map, Place.NEUTRAL, height=Height.CHEST)
    before = panel.description
    qtbot.keyClick(page.details.pickers["between"], Qt.Key.Key_Down)
    assert "half-way between two places" in panel.written.problem.text()
    assert panel.description == before
    assert page.details.pickers["between"].currentText() == "no other"


def test_the_dial_turns_the_palm_in_all_directions(panel, qtbot):
    page = turn_to(panel, "Palm")
    qtbot.mouseClick(page.palm.ring, LEFT, pos=page.palm.ring.point((0, 1)).toPoint())
    assert panel.description.start.palm == direction("up")
    page.palm.depth.setValue(1)
    assert panel.description.start.palm == direction("up-up-out")
    page.palm.depth.setValue(3)
    assert panel.description.start.palm == direction("up-out-out")
    page.palm.clear.click()
    assert panel.description.start.palm is None and page.palm.ring.way is None


def test_the_dial_has_every_direction_that_can_be_written():
    made = {turned_to(way, depth) for way in (MIDDLE, *RING) for depth in range(-DEEPEST, DEEPEST + 1)}
    known = set(directions.elements)
    assert known <= made and len(made) == 98
    assert all(turned_to(*taken_apart(way)) == way for way in made)


def test_paths_belong_to_movements(panel, qtbot):
    page = turn_to(panel, "Movement", moment=1)
    before = panel.description.movements[0]
    click_item(qtbot, page.paths, Path.CIRCLE)
    assert panel.description.movements[0] == replace(before, path=Path.CIRCLE)
    type_number(qtbot, page.course.pickers["turns"], "2.5")
    assert panel.description.movements[0] == replace(before, path=Path.CIRCLE, turns=2.5)
    assert panel.description.movements[1] == Movement(Path.STRAIGHT, direction("down"))


def test_every_number_and_word_of_a_movement_changes_it_alone(panel, qtbot):
    page = turn_to(panel, "Movement", moment=1)
    before = panel.description.movements[0]
    type_number(qtbot, page.manner.pickers["seconds"], "0.85")
    type_number(qtbot, page.manner.pickers["hold"], "0.4")
    type_number(qtbot, page.repeats.pickers["repeat"], "3")
    pick(qtbot, page.repeats.pickers["way"], Repeat.TO_AND_FRO)
    for name in ("stop", "fused"):
        page.manner.pickers[name].click()
    page.course.pickers["slide"].click()
    pick(qtbot, page.course.pickers["depth"], Size.TINY)
    changes = {"seconds": 0.85, "hold": 0.4, "repeat": 3, "way": Repeat.TO_AND_FRO, "depth": Size.TINY}
    after = replace(before, stop=True, fused=True, slide=True, **changes)
    assert panel.description.movements[0] == after
    type_number(qtbot, page.course.pickers["centimetres"], "17.5")
    assert panel.description.movements[0] == replace(after, centimetres=17.5, size=Size.MEDIUM)
    page.manner.pickers["seconds"].stepDown()
    assert panel.description.movements[0].seconds == pytest.approx(0.8)
    assert written(panel) == panel.description


def test_a_place_is_brushed_in_passing(panel, qtbot):
    page = turn_to(panel, "Movement", moment=1)
    assert not page.brushed.isVisible()
    pick(qtbot, page.brush, Place.CHIN)
    pick(qtbot, page.brushed.pickers["part"], Part.TIP)
    assert panel.description.movements[0].brush == Location(Place.CHIN, part=Part.TIP)
    pick(qtbot, page.brush, None)
    assert panel.description.movements[0].brush is None


def test_local_movements_are_added_counted_ordered_and_removed(panel, qtbot):
    page = turn_to(panel, "Movement", moment=1)
    wiggle, twist = LocalMovement(Local.WIGGLE, 3), LocalMovement(Local.TWIST)
    assert panel.description.movements[0].local == (wiggle, twist)
    page.local.rows[1].up.click()
    assert panel.description.movements[0].local == (twist, wiggle)
    type_number(qtbot, page.local.rows[0].times, "4")
    assert panel.description.movements[0].local == (replace(twist, times=4), wiggle)
    page.local.add.click()
    pick(qtbot, page.local.rows[2].kind, Local.CHANGE)
    pick(qtbot, page.local.rows[2].shape, Shape.O)
    change = LocalMovement(Local.CHANGE, 0, Handshape(Shape.O))
    assert panel.description.movements[0].local == (replace(twist, times=4), wiggle, change)
    page.local.rows[0].remove.click()
    assert panel.description.movements[0].local == (wiggle, change)
    assert [row.kind.currentText() for row in page.local.rows] == ["wiggle", "change to"]


def test_the_start_holds_and_repeats_the_whole_sign(panel, qtbot):
    page = turn_to(panel, "Movement", moment=0)
    before = panel.description
    type_number(qtbot, page.sign.pickers["hold"], "0.25")
    type_number(qtbot, page.sign.pickers["repeat"], "2")
    assert panel.description == replace(before, hold=0.25, repeat=2)


def test_the_other_hand_has_a_movement_of_its_own(panel, qtbot):
    before = panel.description.movements[0]
    page = turn_to(panel, "Movement", moment=1, hand=Hand.OTHER)
    assert not page.manner.isVisible()
    page.own.click()
    other = panel.description.movements[0].other
    assert (other.direction, other.via) == (direction("left"), direction("up"))
    click_item(qtbot, page.paths, Path.ZIGZAG)
    page = turn_to(panel, "Place", moment=1, hand=Hand.OTHER)
    pick(qtbot, page.fields.pickers["place"], Place.EAR)
    changed = panel.description.movements[0]
    assert changed == replace(before, other=changed.other)
    assert changed.other.path is Path.ZIGZAG and changed.other.to.location.place is Place.EAR
    turn_to(panel, "Movement", moment=1, hand=Hand.OTHER).own.click()
    assert panel.description.movements[0] == before


def test_hands_meet_at_a_moment(panel, qtbot):
    page = turn_to(panel, "Hands", moment=2)
    page.meet.click()
    page.fields.pickers["crossed"].click()
    qtbot.mouseClick(page.where.ring, LEFT, pos=page.where.ring.point((0, 1)).toPoint())
    meeting = Meeting(crossed=True, where=direction("up"))
    assert panel.description.movements[1].meeting == meeting and panel.description.meeting is None
    page.meet.click()
    assert panel.description.movements[1].meeting is None


def test_spans_of_the_face_begin_and_end_at_moments_of_the_sign(panel, qtbot):
    page = turn_to(panel, "Face")
    panel.show_moments(0.6, 1.6, (0.6, 0.9, 1.6))
    up, down = (row for row in page.rows["brows"])
    assert [up.start.currentText(), up.end.currentText()] == ["start", "40 %"]
    up.end.setFocus()
    qtbot.keyClick(up.end, Qt.Key.Key_Down)
    chosen = up.end.currentText()
    assert chosen in ("end of 1", "end")
    qtbot.keyClick(up.end, Qt.Key.Key_Return)
    face = panel.description.face
    assert (face[0].action, face[0].start) == ("up", 0.0) and face[0].end in (0.3, 1.0)
    assert (face[1].action, face[1].start, face[1].end) == ("down", 0.6, 1.0)
    down.start.lineEdit().selectAll()
    qtbot.keyClicks(down.start.lineEdit(), "75")
    qtbot.keyClick(down.start.lineEdit(), Qt.Key.Key_Return)
    assert [item.start for item in panel.description.face] == [0.0, 0.75, 0.0]
    assert written(panel) == panel.description


def test_a_channel_does_one_thing_after_another_and_stops(panel, qtbot):
    page = turn_to(panel, "Face")
    others = [item for item in panel.description.face if item.channel != "head"]
    page.rows["head"][0].more.click()
    pick(qtbot, page.rows["head"][1].action, "shake")
    spans = [(item.action, item.start, item.end) for item in panel.description.face if item.channel == "head"]
    assert spans == [("nod", 0.0, 1.0), ("shake", 0.5, 1.0)]
    page.rows["head"][0].action.setFocus()
    qtbot.keyClick(page.rows["head"][0].action, Qt.Key.Key_Up)
    assert [row.action.currentText() for row in page.rows["head"]] == ["shake"]
    assert [item for item in panel.description.face if item.channel != "head"] == others
    page.rows["mouthing"][0].action.setFocus()
    qtbot.keyClicks(page.rows["mouthing"][0].action, "my  house")
    qtbot.keyClick(page.rows["mouthing"][0].action, Qt.Key.Key_Return)
    assert "mouthing: my house" in panel.written.editor.toPlainText()


def test_every_field_of_a_description_has_a_picker(panel):
    shape, place = panel.pages.page("Shape"), panel.pages.page("Place")
    move, hands = panel.pages.page("Movement"), panel.pages.page("Hands")
    assert {"name", *shape.fields.pickers, *shape.details.pickers} == names(Handshape)
    assert {*place.fields.pickers, *place.details.pickers} == names(Location) | {"by"}
    groups = (move.size, move.repeats, move.course, move.manner)
    own = {"path", "direction", "via", "along", "local", "brush", "to", "meeting", "other"}
    assert own | {name for group in groups for name in group.pickers} == names(Movement)
    assert {"where", *hands.fields.pickers} == names(Meeting)


def names(kind):
    return {field.name for field in fields(kind)}


@pytest.mark.parametrize("title", ["Shape", "Place", "Palm", "Movement", "Hands", "Face"])
def test_pages_with_all_their_details_fit_into_the_panel(panel, title):
    page = turn_to(panel, title, 1)
    assert page.minimumSizeHint().width() <= 344  # of a panel as wide as at first


@pytest.mark.parametrize("width", [300, 380, 600])
def test_every_path_is_seen_at_once(panel, qtbot, width):
    paths = turn_to(panel, "Movement", 1).paths
    panel.resize(width, 900)
    qtbot.wait(50)
    shown = paths.viewport().rect()
    assert all(shown.contains(paths.visualItemRect(paths.item(row))) for row in range(paths.count()))
