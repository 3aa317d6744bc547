"""Why the way from one sign to the next takes as long as is proposed, in words."""

import numpy as np

from pipeline.connector.duration import (
    FINGER,
    FINGERTIP,
    LONGEST,
    LONGEST_SPELLED,
    PALM,
    SHORTEST,
    SHORTEST_SPELLED,
    TRUNK,
    WRIST,
    Pace,
    Reach,
)
from pipeline.motion import joints, rotations

_FINGERS = slice(25, 55)
_TRUNK = (0, 3, 6, 9, 12, 15)
_SIDES = ("left", "right")


def because(before: Reach, after: Reach, *, spelled: bool) -> str:
    """What decides how long one way takes, as half a sentence: the slowest of its parts, or a limit.

    before, after: one sign each, as `propose` compares them; `spelled` for two letters of a word.
    """
    needs = [*_travels(before, after), *_turns(before, after)]
    seconds, what = max(needs, key=lambda need: need[0])
    shortest, longest = (SHORTEST_SPELLED, LONGEST_SPELLED) if spelled else (SHORTEST, LONGEST)
    kind = "between letters" if spelled else "between signs"
    if seconds < shortest:
        return f"the hands are almost there, and no way {kind} is shorter than {shortest:.2f} s"
    if seconds > longest:
        return f"{what}, which would need {seconds:.2f} s, and no way {kind} is longer than {longest:.2f} s"
    return f"{what}, which needs {seconds:.2f} s at its usual pace"


def _travels(before: Reach, after: Reach) -> list[tuple[float, str]]:
    wrists = np.linalg.norm(after.wrists[0] - before.wrists[0], axis=-1)
    tips = np.linalg.norm(after.tips[0] - before.tips[0], axis=-1)
    side, tip = int(wrists.argmax()), int(tips.argmax())
    hand = _SIDES[tip // 5] if len(tips) == 10 else ""
    return [
        (_needed(WRIST, wrists[side]), f"the {_SIDES[side]} wrist travels {100 * wrists[side]:.0f} cm"),
        (_needed(FINGERTIP, tips[tip]), f"a fingertip of the {hand} hand travels {100 * tips[tip]:.0f} cm"),
    ]


def _turns(before: Reach, after: Reach) -> list[tuple[float, str]]:
    palms = rotations.angle_between(before.palms[0], after.palms[0])
    turned = rotations.angle_between(before.turns[0], after.turns[0])
    side, finger = int(palms.argmax()), 25 + int(turned[_FINGERS].argmax())
    name = joints.NAMES[finger].replace("_", " ").rstrip("123")
    trunk = float(turned[list(_TRUNK)].max())
    return [
        (_needed(PALM, palms[side]), f"the {_SIDES[side]} palm turns by {_degrees(palms[side])}"),
        (_needed(FINGER, turned[finger]), f"the {name} bends by {_degrees(turned[finger])}"),
        (_needed(TRUNK, trunk), f"head and trunk turn by {_degrees(trunk)}"),
    ]


def _needed(pace: Pace, distance: float) -> float:
    return float(pace.seconds(np.array([distance], np.float64))[0])


def _degrees(radians: float) -> str:
    return f"{np.degrees(radians):.0f}°"
