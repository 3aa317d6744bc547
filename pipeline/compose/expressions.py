"""The face units, turns and shifts of the shoulders that make up what a face and a trunk can do."""

from pipeline.compose.face import ACTIONS, Channel
from pipeline.motion import joints

Units = dict[str, float]


def both(**units: float) -> Units:
    """Units of both sides of the face: `both(browDown=0.8)`."""
    return {f"{name}{side}": value for name, value in units.items() for side in ("Left", "Right")}


FACE: dict[tuple[Channel, str], Units] = {
    (Channel.BROWS, "up"): {"browInnerUp": 0.9, **both(browOuterUp=0.85)},
    (Channel.BROWS, "down"): both(browDown=0.9),
    (Channel.BROWS, "together"): {"browInnerUp": 0.45, **both(browDown=0.55)},
    (Channel.BROWS, "left-up"): {"browOuterUpLeft": 0.9, "browInnerUp": 0.3},
    (Channel.BROWS, "right-up"): {"browOuterUpRight": 0.9, "browInnerUp": 0.3},
    (Channel.EYES, "wide"): both(eyeWide=0.9),
    (Channel.EYES, "narrow"): both(eyeSquint=0.6, eyeBlink=0.25),
    (Channel.EYES, "squint"): both(eyeSquint=0.9, eyeBlink=0.35, cheekSquint=0.4),
    (Channel.EYES, "closed"): both(eyeBlink=1.0),
    (Channel.EYES, "blink"): both(eyeBlink=1.0),
    (Channel.EYES, "wink-left"): {"eyeBlinkLeft": 1.0, "cheekSquintLeft": 0.4},
    (Channel.EYES, "wink-right"): {"eyeBlinkRight": 1.0, "cheekSquintRight": 0.4},
    (Channel.CHEEKS, "puffed"): {"cheekPuff": 0.9},
    (Channel.CHEEKS, "left-puffed"): {"cheekPuff": 0.5},
    (Channel.CHEEKS, "right-puffed"): {"cheekPuff": 0.5},
    (Channel.CHEEKS, "sucked"): {"mouthPucker": 0.5, "mouthFunnel": 0.15},
    (Channel.CHEEKS, "tongue-left"): {"cheekPuff": 0.3, "mouthLeft": 0.3},
    (Channel.CHEEKS, "tongue-right"): {"cheekPuff": 0.3, "mouthRight": 0.3},
    (Channel.MOUTH, "open"): {"jawOpen": 0.4},
    (Channel.MOUTH, "wide-open"): {"jawOpen": 0.85, **both(mouthStretch=0.2)},
    (Channel.MOUTH, "closed"): both(mouthPress=0.4),
    (Channel.MOUTH, "pursed"): {"mouthPucker": 0.85},
    (Channel.MOUTH, "round"): {"mouthFunnel": 0.7, "mouthPucker": 0.35, "jawOpen": 0.2},
    (Channel.MOUTH, "stretched"): both(mouthStretch=0.8, mouthDimple=0.3),
    (Channel.MOUTH, "smile"): both(mouthSmile=0.75, cheekSquint=0.3),
    (Channel.MOUTH, "corners-down"): {"mouthShrugLower": 0.3, **both(mouthFrown=0.85)},
    (Channel.MOUTH, "teeth"): {
        "jawOpen": 0.08,
        **both(mouthUpperUp=0.5, mouthLowerDown=0.5, mouthStretch=0.4),
    },
    (Channel.MOUTH, "lip-bite"): {"mouthRollLower": 0.8, **both(mouthUpperUp=0.2)},
    (Channel.MOUTH, "lips-in"): {"mouthRollLower": 0.8, "mouthRollUpper": 0.8, **both(mouthPress=0.4)},
    (Channel.MOUTH, "lower-lip-out"): {"mouthShrugLower": 0.8, "mouthPucker": 0.15},
    (Channel.MOUTH, "upper-lip-up"): both(mouthUpperUp=0.7, noseSneer=0.5),
    (Channel.MOUTH, "blow"): {"mouthPucker": 0.7, "cheekPuff": 0.5},
    (Channel.MOUTH, "puff"): {"mouthPucker": 0.35, "cheekPuff": 0.8},
    (Channel.MOUTH, "suck"): {"mouthPucker": 0.7, "mouthFunnel": 0.2},
    (Channel.MOUTH, "tongue-tip"): {"jawOpen": 0.15, "tongueOut": 0.45},
    (Channel.MOUTH, "tongue-out"): {"jawOpen": 0.3, "tongueOut": 1.0},
    (Channel.MOUTH, "tongue-down"): {"jawOpen": 0.4, "tongueOut": 0.8},
    (Channel.MOUTH, "vibrate"): {"mouthPucker": 0.4, "cheekPuff": 0.3},
    (Channel.MOUTH, "chew"): {"jawOpen": 0.15, "mouthRollLower": 0.2},
    (Channel.MOUTH, "pah"): {"jawOpen": 0.5},
    (Channel.MOUTH, "mm"): {"mouthShrugLower": 0.4, **both(mouthPress=0.6)},
    (Channel.MOUTH, "th"): {"jawOpen": 0.18, "tongueOut": 0.4, **both(mouthLowerDown=0.2)},
    (Channel.MOUTH, "cs"): both(mouthStretch=0.6, mouthDimple=0.4, mouthUpperUp=0.3),
    (Channel.MOUTH, "oo"): {"mouthFunnel": 0.4, "mouthPucker": 0.8},
    (Channel.MOUTH, "cha"): {"jawOpen": 0.65, **both(mouthStretch=0.3)},
    (Channel.MOUTH, "shh"): {"mouthFunnel": 0.8, "mouthPucker": 0.3},
    (Channel.MOUTH, "kiss"): {"mouthPucker": 1.0},
    (Channel.MOUTH, "skewed-left"): {"mouthLeft": 0.8},
    (Channel.MOUTH, "skewed-right"): {"mouthRight": 0.8},
    (Channel.MOUTH, "jaw-left"): {"jawLeft": 0.8},
    (Channel.MOUTH, "jaw-right"): {"jawRight": 0.8},
}
"""Face units by channel and action, 0 to 1."""

GAZE: dict[str, tuple[float, float]] = {
    "ahead": (0, 0), "up": (0, 18), "down": (0, -20), "left": (26, 0), "right": (-26, 0), "up-left": (22, 14),
    "up-right": (-22, 14), "down-left": (22, -16), "down-right": (-22, -16), "hands": (-6, -18),
    "around": (22, 4),
}  # fmt: skip
"""Degrees of the eyes to the left and up."""

HEAD: dict[str, tuple[float, float, float]] = {
    "nod": (15, 0, 0), "nods": (9, 0, 0), "shake": (0, 13, 0), "tilt-left": (0, 0, -14),
    "tilt-right": (0, 0, 14), "tilts": (0, 0, 10), "turn-left": (0, 24, 0), "turn-right": (0, -24, 0),
    "turns": (0, 20, 0), "up": (-14, 0, 0), "down": (16, 0, 0), "forward": (6, 0, 0), "back": (-7, 0, 0),
    "pull-back-fast": (-10, 0, 0), "circle": (8, 0, 8),
}  # fmt: skip
"""Degrees of the head about x (down), y (to the left) and z (to the right shoulder)."""

TRUNK: dict[str, tuple[float, float, float]] = {
    "lean-forward": (9, 0, 0), "lean-back": (-7, 0, 0), "lean-left": (0, 0, -8), "lean-right": (0, 0, 8),
    "turn-left": (0, 16, 0), "turn-right": (0, -16, 0), "round": (8, 0, 0), "upright": (-3, 0, 0),
    "rock": (6, 0, 0), "sway": (0, 0, 6), "sigh": (5, 0, 0),
}  # fmt: skip
"""Degrees of the whole trunk, about the same axes."""

SHOULDERS: dict[str, tuple[float, float]] = {
    "up": (12, 12), "left-up": (12, 0), "right-up": (0, 12), "forward": (3, 3), "back": (0, 0),
    "hunched": (10, 10), "shrug": (14, 14), "wiggle": (8, 8),
}  # fmt: skip
"""Degrees by which left and right collarbone are raised."""

OSCILLATING: dict[tuple[Channel, str], float] = {
    (Channel.HEAD, "nods"): 2.6, (Channel.HEAD, "shake"): 1.8, (Channel.HEAD, "tilts"): 1.6,
    (Channel.HEAD, "turns"): 1.2, (Channel.TRUNK, "rock"): 1.2, (Channel.TRUNK, "sway"): 1.2,
    (Channel.MOUTH, "chew"): 2.4, (Channel.MOUTH, "vibrate"): 7.0, (Channel.SHOULDERS, "wiggle"): 2.0,
    (Channel.GAZE, "around"): 1.0,
}  # fmt: skip
"""Rounds a second of what goes to and fro."""
BRIEF = {(Channel.EYES, "blink"), (Channel.HEAD, "nod"), (Channel.SHOULDERS, "shrug"), (Channel.MOUTH, "pah")}
"""What is over before the span is: a single stroke and back."""

_O: Units = {"mouthFunnel": 0.55, "mouthPucker": 0.3, "jawOpen": 0.3}
_E: Units = {"jawOpen": 0.22, **both(mouthStretch=0.35, mouthSmile=0.15)}
VISEMES: dict[str, Units] = {
    "a": {"jawOpen": 0.5}, "ä": _E, "e": _E, "i": {"jawOpen": 0.12, **both(mouthStretch=0.5, mouthSmile=0.2)},
    "o": _O, "ö": _O, "u": {"mouthPucker": 0.75, "mouthFunnel": 0.25, "jawOpen": 0.1},
    "ü": {"mouthPucker": 0.8, "jawOpen": 0.08}, "y": {"jawOpen": 0.12, **both(mouthStretch=0.4)},
    **{letter: {"mouthClose": 0.1, **both(mouthPress=0.7)} for letter in "bmp"},
    **{letter: {"mouthRollLower": 0.6, **both(mouthUpperUp=0.25)} for letter in "fv"},
    "w": {"mouthPucker": 0.6, "mouthFunnel": 0.2},
    **{letter: {"jawOpen": 0.05, **both(mouthStretch=0.3, mouthLowerDown=0.25)} for letter in "sz"},
    **{letter: {"jawOpen": 0.14, **both(mouthLowerDown=0.2)} for letter in "dtnlr"},
    **{letter: {"jawOpen": 0.18, **both(mouthStretch=0.15)} for letter in "gkqxchj"},
}  # fmt: skip
"""What the mouth shows while a letter is spoken; a guess by spelling, not by sound."""

assert {*ACTIONS[Channel.GAZE]} == {*GAZE} and {*ACTIONS[Channel.HEAD]} == {*HEAD}
assert {*ACTIONS[Channel.TRUNK]} == {*TRUNK} and {*ACTIONS[Channel.SHOULDERS]} == {*SHOULDERS}
assert all(unit in joints.FACE_UNITS for units in FACE.values() for unit in units)
