"""The names of places on the body and around it, and of the parts of the hand that reach them."""

from enum import StrEnum


class Place(StrEnum):
    """Where a hand is: a place on the signer, or the space in front."""

    NEUTRAL = "neutral"  # the space in front of the signer; see `Height`
    # head
    HEAD_TOP = "head-top"
    HEAD = "head"  # the side of the head, or the head as a whole
    HEAD_BACK = "head-back"
    FACE = "face"
    FOREHEAD = "forehead"
    TEMPLE = "temple"
    BROW = "brow"
    EYE = "eye"
    NOSE = "nose"
    NOSTRIL = "nostril"
    CHEEK = "cheek"
    EAR = "ear"
    EARLOBE = "earlobe"
    UPPER_LIP = "upper-lip"
    MOUTH = "mouth"
    TEETH = "teeth"
    TONGUE = "tongue"
    CHIN = "chin"
    UNDER_CHIN = "under-chin"
    JAW = "jaw"
    NECK = "neck"
    NAPE = "nape"
    # trunk
    SHOULDER_TOP = "shoulder-top"
    SHOULDER = "shoulder"  # the front of the shoulder
    COLLARBONE = "collarbone"
    CHEST = "chest"
    HEART = "heart"
    ARMPIT = "armpit"
    RIBS = "ribs"
    BELLY = "belly"
    WAIST = "waist"
    HIP = "hip"
    THIGH = "thigh"
    # the other arm and hand, or the same arm for the other hand
    UPPER_ARM = "upper-arm"
    ELBOW = "elbow"
    ELBOW_CROOK = "elbow-crook"
    FOREARM = "forearm"
    WRIST = "wrist"
    HAND = "hand"  # the other hand as a whole
    PALM = "palm"
    HAND_BACK = "hand-back"
    HEEL = "heel"  # the ball of the thumb and the base of the palm
    KNUCKLES = "knuckles"
    FINGERTIPS = "fingertips"
    THUMB = "thumb"
    INDEX = "index"
    MIDDLE = "middle"
    RING = "ring"
    PINKY = "pinky"


ON_BODY = tuple(place for place in Place if place is not Place.NEUTRAL)
"""The places on the signer."""

PAIRED = frozenset({
    Place.HEAD, Place.TEMPLE, Place.BROW, Place.EYE, Place.NOSTRIL, Place.CHEEK, Place.EAR, Place.EARLOBE,
    Place.JAW, Place.SHOULDER_TOP, Place.SHOULDER, Place.COLLARBONE, Place.ARMPIT, Place.RIBS, Place.HIP,
    Place.THIGH,
})  # fmt: skip
"""Places that exist left and right: without a side, the one on the acting hand's side is meant."""

ARM = frozenset({Place.UPPER_ARM, Place.ELBOW, Place.ELBOW_CROOK, Place.FOREARM})
"""Places on the arm that is not acting."""

HAND = frozenset({
    Place.WRIST, Place.HAND, Place.PALM, Place.HAND_BACK, Place.HEEL, Place.KNUCKLES, Place.FINGERTIPS,
    Place.THUMB, Place.INDEX, Place.MIDDLE, Place.RING, Place.PINKY,
})  # fmt: skip
"""Places on the hand that is not acting."""


class Side(StrEnum):
    """Left or right of a place, for a right-handed signer."""

    FAR_LEFT = "far-left"  # beside the place, beyond its edge
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    FAR_RIGHT = "far-right"


def mirrored(side: Side | None) -> Side | None:
    """The same side in a mirror."""
    pairs = {
        Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.FAR_LEFT: Side.FAR_RIGHT,
        Side.FAR_RIGHT: Side.FAR_LEFT,
    }  # fmt: skip
    return pairs.get(side, side) if side else None


class Height(StrEnum):
    """How high in neutral space; `chest` unless said otherwise."""

    ABOVE_HEAD = "above-head"
    FOREHEAD = "forehead"
    EYES = "eyes"
    MOUTH = "mouth"
    NECK = "neck"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    BELLY = "belly"
    HIPS = "hips"


class Distance(StrEnum):
    """How far the hand is from the place; in neutral space, from the trunk."""

    TOUCH = "touch"
    CLOSE = "close"  # some 3 cm
    NEAR = "near"  # some 10 cm; in neutral space with the elbow bent, the usual distance
    FAR = "far"  # with the arm almost stretched


class Part(StrEnum):
    """Where along a finger a place is."""

    TIP = "tip"
    NAIL = "nail"
    PAD = "pad"
    MIDDLE = "mid-joint"
    BASE = "base"
    BETWEEN = "web"  # between this finger and the next towards the thumb


class Surface(StrEnum):
    """On which side of a finger, hand or arm a place is."""

    PALMAR = "palmar"  # the palm's side; the inner side of the arm
    DORSAL = "dorsal"  # the back of the hand's side; the outer side of the arm
    RADIAL = "radial"  # the thumb's side
    ULNAR = "ulnar"  # the little finger's side


class HandPart(StrEnum):
    """The part of the acting hand that reaches its place."""

    FINGERTIPS = "fingertips"  # of all stretched fingers
    THUMB_TIP = "thumb-tip"
    INDEX_TIP = "index-tip"
    MIDDLE_TIP = "middle-tip"
    RING_TIP = "ring-tip"
    PINKY_TIP = "pinky-tip"
    THUMB_PAD = "thumb-pad"
    INDEX_PAD = "index-pad"
    FINGER_PADS = "finger-pads"  # the inner side of the stretched fingers
    FINGER_BACKS = "finger-backs"
    THUMB_SIDE = "thumb-side"  # along the thumb
    INDEX_SIDE = "index-side"  # the radial side of the index finger
    MIDDLE_JOINTS = "mid-joints"  # of the bent fingers
    KNUCKLES = "knuckles"
    PALM = "palm"
    BACK = "back"
    RADIAL = "radial"  # the thumb's side of the hand
    ULNAR = "ulnar"  # the little finger's side of the hand
    HEEL = "heel"
    WRIST = "wrist"  # its inner side
    WRIST_BACK = "wrist-back"
    FOREARM = "forearm"
    ELBOW = "elbow"
