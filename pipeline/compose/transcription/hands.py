"""Hand configurations of SiGML as handshapes and orientations."""

from dataclasses import replace

from pipeline.compose.description import Handshape, Posture
from pipeline.compose.direction import Direction
from pipeline.compose.shapes import Bend, Finger, Shape, Spread, Thumb
from pipeline.compose.transcription.directions import carried, halfway, spelled
from pipeline.compose.transcription.node import Node

THUMBS = {"out": Thumb.OUT, "across": Thumb.ACROSS, "opposed": Thumb.OPPOSED}
BENDS = {
    "straight": Bend.STRAIGHT, "bent": Bend.BENT, "round": Bend.CURVED, "hooked": Bend.HOOKED,
    "dblbent": Bend.FOLDED, "dblhooked": Bend.FOLDED,
}  # fmt: skip
FINGERS = {"2": Finger.INDEX, "3": Finger.MIDDLE, "4": Finger.RING, "5": Finger.PINKY}
BASES = {
    "fist": Shape.A, "flat": Shape.FLAT_B, "finger2": Shape.ONE, "finger23": Shape.U,
    "finger23spread": Shape.V, "finger2345": Shape.FOUR, "pinch12": Shape.BABY_O, "pinchall": Shape.O,
    "pinch12open": Shape.F, "cee12": Shape.BABY_C, "ceeall": Shape.C, "cee12open": Shape.OPEN_F,
}  # fmt: skip
NAMES: dict[tuple[str, Thumb | None, Bend | None], Shape] = {
    ("fist", Thumb.ACROSS, None): Shape.S,
    ("fist", Thumb.OUT, None): Shape.TEN,
    ("flat", Thumb.ACROSS, None): Shape.B,
    ("flat", Thumb.OUT, None): Shape.OPEN_B,
    ("flat", None, Bend.BENT): Shape.BENT_B,
    ("flat", Thumb.OUT, Bend.BENT): Shape.BENT_OPEN_B,
    ("flat", None, Bend.CURVED): Shape.CURVED_B,
    ("flat", Thumb.OPPOSED, Bend.CURVED): Shape.C,
    ("flat", Thumb.OPPOSED, Bend.BENT): Shape.FLAT_C,
    ("finger2345", Thumb.OPPOSED, Bend.CURVED): Shape.CLAW_C,
    ("finger2345", Thumb.OPPOSED, Bend.HOOKED): Shape.CLAW_C,
    ("finger2", Thumb.OPPOSED, Bend.CURVED): Shape.BABY_C,
    ("finger2", Thumb.OPPOSED, Bend.BENT): Shape.FLAT_BABY_C,
    ("finger23", Thumb.OPPOSED, Bend.BENT): Shape.FLAT_C_TWO,
    ("finger2", Thumb.ACROSS, None): Shape.ONE,
    ("finger2", Thumb.OUT, None): Shape.L,
    ("finger2", None, Bend.BENT): Shape.BENT_ONE,
    ("finger2", Thumb.ACROSS, Bend.BENT): Shape.BENT_ONE,
    ("finger2", None, Bend.HOOKED): Shape.X,
    ("finger2", Thumb.ACROSS, Bend.HOOKED): Shape.X,
    ("finger2", Thumb.OUT, Bend.HOOKED): Shape.BENT_L,
    ("finger23", Thumb.ACROSS, None): Shape.U,
    ("finger23", Thumb.OUT, None): Shape.U_THUMB,
    ("finger23", None, Bend.BENT): Shape.BENT_U,
    ("finger23", None, Bend.HOOKED): Shape.HOOKED_U,
    ("finger23spread", Thumb.ACROSS, None): Shape.V,
    ("finger23spread", Thumb.OUT, None): Shape.THREE,
    ("finger23spread", None, Bend.BENT): Shape.FLAT_V,
    ("finger23spread", None, Bend.HOOKED): Shape.BENT_V,
    ("finger23spread", Thumb.OUT, Bend.HOOKED): Shape.BENT_THREE,
    ("finger2345", Thumb.ACROSS, None): Shape.FOUR,
    ("finger2345", None, Bend.HOOKED): Shape.BENT_FOUR,
    ("finger2345", Thumb.OUT, None): Shape.FIVE,
    ("finger2345", Thumb.OUT, Bend.BENT): Shape.BENT_FIVE,
    ("finger2345", Thumb.OUT, Bend.CURVED): Shape.CURVED_FIVE,
    ("finger2345", Thumb.OUT, Bend.HOOKED): Shape.CLAW_FIVE,
    ("pinch12", None, Bend.STRAIGHT): Shape.FLAT_BABY_O,
    ("pinch12open", None, Bend.STRAIGHT): Shape.FLAT_F,
    ("pinchall", None, Bend.STRAIGHT): Shape.FLAT_O,
    ("pinchall", None, Bend.BENT): Shape.FLAT_O,
    ("cee12", None, Bend.STRAIGHT): Shape.FLAT_BABY_C,
    ("ceeall", None, Bend.STRAIGHT): Shape.FLAT_C,
    ("ceeall", None, Bend.BENT): Shape.FLAT_C,
}  # fmt: skip
"""Shapes that have a name of their own for a base with a thumb and a bend."""

OPENINGS = {
    ("cee12", "slack"): Shape.L, ("cee12", "tight"): Shape.BABY_O, ("ceeall", "slack"): Shape.CURVED_FIVE,
    ("ceeall", "tight"): Shape.O, ("cee12open", "slack"): Shape.FIVE, ("cee12open", "tight"): Shape.F,
}  # fmt: skip
"""The shape half-way to which a wider or narrower C is."""

STRETCHED = {
    "2": Shape.ONE, "3": Shape.MIDDLE, "4": Shape.RING, "5": Shape.I, "23": Shape.U, "25": Shape.HORNS,
    "234": Shape.THREE_TOGETHER, "2345": Shape.FOUR,
}  # fmt: skip
MEETING = {
    ("pinch12open", "2"): Shape.F, ("pinch12open", "3"): Shape.EIGHT, ("pinch12open", "4"): Shape.SEVEN,
    ("pinch12open", "5"): Shape.W_THUMB_PINKY, ("pinch12", "2"): Shape.BABY_O,
    ("pinch12", "23"): Shape.FLAT_O_TWO, ("cee12", "2"): Shape.BABY_C, ("cee12", "23"): Shape.FLAT_C_TWO,
}  # fmt: skip
"""Shapes by the fingers that a HamNoSys base names as special: those stretched, or those at the thumb."""


def configured(nodes: list[Node]) -> Posture:
    """What the configurations of one hand say together; the last word on each counts."""
    posture = Posture()
    for node in nodes:
        node.known = True
        fingers = _pointed(node) or posture.fingers
        posture = replace(
            posture,
            shape=_handshape(node) or posture.shape,
            fingers=fingers,
            palm=_palm(node, fingers) or posture.palm,
        )
    return posture


def _pointed(node: Node) -> Direction | None:
    one, two = _direction(node, "extfidir"), _direction(node, "second_extfidir")
    return halfway(one, two) if one and two else one or two


def _palm(node: Node, fingers: Direction | None) -> Direction | None:
    """Where the palm faces; without in or out, its letters are seen along the extended fingers."""
    letters = node.attributes.get("palmor", "")
    absolute = node.true("abs_palmor") or any(letter in "io" for letter in letters)
    one, two = _direction(node, "palmor"), _direction(node, "second_palmor")
    way = halfway(one, two) if one and two else one or two
    if way is None or absolute or fingers is None:
        return way
    return carried(way, fingers)


def _direction(node: Node, name: str) -> Direction | None:
    way = spelled(node.attributes.get(name, ""))
    if way:
        node.understood.add(name)
    return way


def _handshape(node: Node) -> Handshape | None:
    base = node.take("handshape", {name: name for name in BASES})
    if base is None:
        return None
    thumb, bend = node.take("thumbpos", THUMBS), node.take("mainbend", BENDS)
    if node.true("thumbenclosed"):
        thumb = Thumb.IN
    shape = _special(node, base, thumb, bend) or _named(base, thumb, bend)
    for digit, finger in FINGERS.items():
        folded = node.take(f"bend{digit}", BENDS)
        if folded:
            shape = replace(shape, **{str(finger): folded})  # type: ignore[arg-type]
    pair = node.take("contactpair", {f"1{digit}": finger for digit, finger in FINGERS.items()})
    if pair:
        node.take("contactkind", {"tip": True, "pad": True})
        shape = replace(shape, contact=(pair,))
    elif base.startswith("finger23") and node.take("contactpair", {"23": True}):
        node.take("contactkind", {"tip": True, "nail": True, "midjoint": True, "pad": True})
        shape = replace(shape, name=Shape.R, spread=None)
    opening = node.take("ceeopening", {how: to for (of, how), to in OPENINGS.items() if of == base})
    if opening:
        shape = replace(shape, between=opening)
    return _halfway(node, shape)


def _special(node: Node, base: str, thumb: Thumb | None, bend: Bend | None) -> Handshape | None:
    """The shape whose stretched or touching fingers are named one by one."""
    digits = "".join(sorted(node.attributes.get("specialfingers", "")))
    if not digits or base in ("flat", "pinchall", "ceeall"):
        return None
    if base in ("fist", "finger2", "finger23", "finger23spread", "finger2345"):
        fingers = digits.replace("1", "")
        thumb = Thumb.OUT if "1" in digits else thumb
        found = _stretched(fingers, thumb, bend, base)
    else:
        name = MEETING.get((base, digits.replace("1", "")))
        found = Handshape(name, thumb, bend) if name else None
    if found:
        node.understood.add("specialfingers")
    return found


def _stretched(digits: str, thumb: Thumb | None, bend: Bend | None, base: str) -> Handshape | None:
    if not digits or any(digit not in FINGERS for digit in digits):
        return None
    if thumb is Thumb.OUT and bend is None and digits in ("5", "25"):
        return Handshape(Shape.Y if digits == "5" else Shape.ILY)
    thumb = None if thumb is Thumb.ACROSS else thumb
    if digits in STRETCHED:
        name = Shape.V if (digits, base) == ("23", "finger23spread") else STRETCHED[digits]
        return Handshape(name, thumb, bend)
    closed = {str(finger): Bend.CLOSED for digit, finger in FINGERS.items() if digit not in digits}
    shape = Handshape(Shape.FOUR, thumb, bend)
    for finger, how in closed.items():
        shape = replace(shape, **{finger: how})  # type: ignore[arg-type]
    return replace(shape, spread=Spread.TOGETHER) if base == "finger23" else shape


def _named(base: str, thumb: Thumb | None, bend: Bend | None) -> Handshape:
    """The shape with the fittest name and what the name does not say."""
    if bend is Bend.STRAIGHT and not base.startswith(("pinch", "cee")):
        bend = None  # these are straight of themselves
    for told in ((thumb, bend), (thumb, None), (None, bend)):
        name = NAMES.get((base, *told))
        if name:
            return Handshape(name, None if told[0] else thumb, None if told[1] else bend)
    return Handshape(BASES[base], thumb or (Thumb.ALONG if base == "finger2345" else None), bend)


def _halfway(node: Node, shape: Handshape) -> Handshape:
    """The shape between two, when a second one is named; what its name does not say is left unmapped."""
    base = node.take("second_handshape", {name: name for name in BASES})
    if base is None:
        return shape
    thumb, bend = node.take("second_thumbpos", THUMBS), node.take("second_mainbend", BENDS)
    second = _named(base, thumb, bend)
    if second.thumb in THUMBS.values() and second.thumb is not shape.thumb:
        node.understood.discard("second_thumbpos")
    if second.bend and second.bend is not shape.bend:
        node.understood.discard("second_mainbend")
    opening = node.take("second_ceeopening", {"slack": True, "tight": True})
    if opening:
        node.understood.discard("second_ceeopening")
    return replace(shape, between=second.name) if second.name is not shape.name else shape
