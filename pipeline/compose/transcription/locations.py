"""Places of SiGML as locations, parts of the hand and meetings of two hands."""

from dataclasses import replace

from pipeline.compose.description import Location, Meeting
from pipeline.compose.places import Distance, HandPart, Height, Part, Place, Side, Surface
from pipeline.compose.transcription.node import Node

HEIGHTS = {
    "neutralspace": Height.CHEST, "shouldertop": Height.NECK, "shoulders": Height.SHOULDERS,
    "chest": Height.CHEST, "stomach": Height.BELLY, "belowstomach": Height.HIPS,
}  # fmt: skip
"""Places of the trunk that stand for a height of the space before it unless they are touched."""

ABOVE = {
    "headtop": 22.0, "forehead": 16.0, "eyebrows": 14.0, "eyes": 12.0, "head": 10.0, "nose": 8.0, "ear": 10.0,
    "earlobe": 6.0, "cheek": 7.0, "lips": 4.0, "chin": 0.0, "underchin": -2.0, "neck": -6.0,
    "shouldertop": -11.0, "shoulders": -14.0, "chest": -28.0, "neutralspace": -28.0, "stomach": -44.0,
    "belowstomach": -56.0,
}  # fmt: skip
"""Roughly how high places are, in centimetres above the chin, to go half-way between two of them."""

HALF_SIDE = 8.0
"""Centimetres from the middle that are half-way to a side."""

PLACES = {
    "head": Place.FACE, "headtop": Place.HEAD_TOP, "forehead": Place.FOREHEAD, "eyebrows": Place.BROW,
    "eyes": Place.EYE, "nose": Place.NOSE, "nostrils": Place.NOSTRIL, "ear": Place.EAR,
    "earlobe": Place.EARLOBE, "cheek": Place.CHEEK, "lips": Place.MOUTH, "tongue": Place.TONGUE,
    "teeth": Place.TEETH, "chin": Place.CHIN, "underchin": Place.UNDER_CHIN, "neck": Place.NECK,
    "shouldertop": Place.SHOULDER_TOP, "shoulders": Place.SHOULDER, "chest": Place.CHEST,
    "stomach": Place.BELLY, "belowstomach": Place.WAIST, "upperarm": Place.UPPER_ARM, "elbow": Place.ELBOW,
    "elbowinside": Place.ELBOW_CROOK, "lowerarm": Place.FOREARM, "neutralspace": Place.NEUTRAL,
}  # fmt: skip
BOTH = frozenset({"eyes", "eyebrows", "nostrils", "shoulders"})
"""Paired places that HamNoSys means as a whole when it names no side."""

SIDES = {
    "right_at": Side.RIGHT, "left_at": Side.LEFT, "right_beside": Side.FAR_RIGHT,
    "left_beside": Side.FAR_LEFT, "front": None,
}  # fmt: skip
DISTANCES = {"touch": Distance.TOUCH, "close": Distance.CLOSE, "armextended": Distance.FAR}
ARMS = {"dorsal": Surface.DORSAL, "palmar": Surface.PALMAR, "front": None}
BEHIND = {Place.FACE: Place.HEAD_BACK, Place.NECK: Place.NAPE, Place.EAR: Place.EAR}

DIGITS = {"1": Place.THUMB, "2": Place.INDEX, "3": Place.MIDDLE, "4": Place.RING, "5": Place.PINKY}
TIPS = {
    "1": HandPart.THUMB_TIP, "2": HandPart.INDEX_TIP, "3": HandPart.MIDDLE_TIP, "4": HandPart.RING_TIP,
    "5": HandPart.PINKY_TIP,
}  # fmt: skip
WHOLE = {
    "palm": Place.PALM, "handback": Place.HAND_BACK, "thumbside": Place.HAND, "pinkyside": Place.HAND,
    "wristback": Place.WRIST, "thumbball": Place.HEEL, "elbowinside": Place.ELBOW_CROOK,
    "lowerarm": Place.FOREARM, "upperarm": Place.UPPER_ARM, "elbow": Place.ELBOW,
}  # fmt: skip
PARTS = {"tip": Part.TIP, "nail": Part.NAIL, "midjoint": Part.MIDDLE, "base": Part.BASE}
FINGER_SIDES = {
    "palmar": Surface.PALMAR, "dorsal": Surface.DORSAL, "left_beside": Surface.RADIAL,
    "right_beside": Surface.ULNAR, "left_at": Surface.RADIAL, "right_at": Surface.ULNAR,
}  # fmt: skip
"""Seen on the signer's right hand, its back towards the signer and the fingers up."""


def body_location(node: Node) -> Location | None:
    """Where on or before the body a hand is; None when the node names no place."""
    node.known = True
    distance = node.take("contact", DISTANCES)
    name = node.take("location", {name: name for name in PLACES})
    if name is None:
        return None
    if name in HEIGHTS and distance is not Distance.TOUCH:
        found = Location(Place.NEUTRAL, height=HEIGHTS[name], distance=distance)
    else:
        found = Location(PLACES[name], distance=distance)
        found = replace(found, side=Side.CENTER) if name in BOTH else found
    return _second(node, name, _sided(node, found))


def _sided(node: Node, found: Location) -> Location:
    if found.place in (Place.UPPER_ARM, Place.FOREARM, Place.ELBOW):
        return replace(found, surface=node.take("side", ARMS))
    if found.place in BEHIND and node.take("side", {"dorsal": True}):
        return replace(found, place=BEHIND[found.place])
    side = node.take("side", SIDES)
    if side and found.place is Place.FACE:
        return replace(found, place=Place.HEAD, side=side)
    return replace(found, side=side) if side else found


def _second(node: Node, name: str, found: Location) -> Location:
    """The point half-way to a second place or side; body and neutral space have none between them."""
    free = found.place is Place.NEUTRAL
    reachable = ABOVE if free else PLACES.keys() - {"neutralspace"}
    second = node.take("second_location", {place: place for place in reachable})
    side = node.take("second_side", SIDES)
    if second is None:
        return replace(found, side=side) if side and found.side is None else found
    left, up, out = found.offset
    if side is not found.side and not (side is None and found.side is Side.CENTER):
        towards = side or found.side
        left += -HALF_SIDE if towards in (Side.RIGHT, Side.FAR_RIGHT) else HALF_SIDE
        found = replace(
            found, side=Side.CENTER if found.side in (None, Side.CENTER) or not side else found.side
        )
    if second != name and free:
        up += (ABOVE[second] - ABOVE[name]) / 2
    elif second != name:
        return replace(found, between=PLACES[second], offset=(left, up, out))
    return replace(found, offset=(left, up, out))


def hand_location(node: Node, distance: Distance | None) -> Location | None:
    """A place on the other hand."""
    node.known = True
    own = node.take("contact", DISTANCES)
    whole = node.take("location", WHOLE)
    if whole is Place.HAND:
        side = Surface.RADIAL if node.attributes["location"] == "thumbside" else Surface.ULNAR
        surface = node.take("side", FINGER_SIDES)
        return Location(Place.HAND, surface=side if surface is None else surface, distance=own or distance)
    if whole:
        return Location(whole, surface=node.take("side", FINGER_SIDES), distance=own or distance)
    digits = node.take("digits", {digits: digits for digits in _COMBINED})
    part = node.take("location", PARTS)
    if not digits:
        return Location(Place.FINGERTIPS, part=part, distance=own or distance) if part else None
    surface = node.take("side", FINGER_SIDES)
    if part is Part.NAIL and surface is Surface.PALMAR:
        part, surface = Part.PAD, None
    second = DIGITS.get(digits[1:2])
    return Location(DIGITS[digits[0]], part=part, surface=surface, between=second, distance=own or distance)


def hand_part(node: Node) -> HandPart | None:
    """The part of the acting hand that a node names."""
    node.known = True
    node.take("contact", DISTANCES)
    whole = node.take("location", _OWN)
    if whole:
        side = node.take("side", FINGER_SIDES)
        return HandPart.WRIST if whole is HandPart.WRIST_BACK and side is Surface.PALMAR else whole
    digits = node.take("digits", {digits: digits for digits in _COMBINED})
    part, side = node.take("location", PARTS), node.take("side", FINGER_SIDES)
    return _own_finger(digits or "", part, side)


def _own_finger(digits: str, part: Part | None, side: Surface | None) -> HandPart | None:
    if digits == "1":
        if part in (None, Part.MIDDLE, Part.BASE):
            return HandPart.THUMB_SIDE
        return HandPart.THUMB_PAD if (part, side) == (Part.NAIL, Surface.PALMAR) else HandPart.THUMB_TIP
    if side in (Surface.RADIAL, Surface.ULNAR) and part is not Part.TIP:
        return HandPart.INDEX_SIDE if side is Surface.RADIAL else HandPart.ULNAR
    if part is Part.NAIL and side is Surface.PALMAR:
        return HandPart.INDEX_PAD if digits == "2" else HandPart.FINGER_PADS
    if part in (None, Part.TIP):
        return TIPS.get(digits, HandPart.FINGERTIPS) if part or digits else None
    if side is Surface.PALMAR:
        return HandPart.FINGER_PADS
    if part is Part.MIDDLE:
        return HandPart.MIDDLE_JOINTS
    return HandPart.FINGER_BACKS if part is Part.NAIL else HandPart.KNUCKLES


_OWN = {
    "palm": HandPart.PALM, "handback": HandPart.BACK, "thumbside": HandPart.RADIAL,
    "pinkyside": HandPart.ULNAR, "wristback": HandPart.WRIST_BACK, "thumbball": HandPart.HEEL,
    "lowerarm": HandPart.FOREARM, "elbow": HandPart.ELBOW,
}  # fmt: skip
_COMBINED = (
    "1", "2", "3", "4", "5", "12", "13", "23", "34", "45", "32", "21", "234", "345", "2345", "123", "12345",
)  # fmt: skip


def meeting(node: Node, hands: list[Node]) -> Meeting:
    """How two hands that move alike meet; `hands` are the places on the leading and on the other one."""
    node.known = True
    contact = node.attributes.get("contact", "")
    distance = node.take("contact", DISTANCES | {"interlock": Distance.TOUCH, "cross": Distance.TOUCH})
    parts = [hand_part(hand) for hand in hands[:2]]
    return Meeting(
        distance or Distance.NEAR,
        by=parts[0] if parts else None,
        to=parts[1] if len(parts) > 1 and parts[1] is not parts[0] else None,
        crossed=contact == "cross",
        interlocked=contact == "interlock",
    )
