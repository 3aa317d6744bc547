"""Corrections as fields of a project file, and back."""

from typing import Any

from pipeline.correction.correction import FARTHEST, Act, Correction, Quaternion, Reach, Shape, Turn
from pipeline.errors import BadInput
from pipeline.motion import joints
from pipeline.timeline.fields import Fields, Unreadable

_HOUR = 3600.0


def from_correction(correction: Correction) -> dict[str, Any]:
    """The fields of a correction."""
    return {
        **_from_act(correction.act),
        "start": correction.start,
        "end": correction.end,
        "ease_in": correction.ease_in,
        "ease_out": correction.ease_out,
        "enabled": correction.enabled,
        "beyond": correction.beyond,
    }


def to_correction(part: Fields) -> Correction:
    """The correction that `from_correction` wrote; raises Unreadable for anything else."""
    try:
        return Correction(
            act=_act(part),
            start=part.number("start", -_HOUR, _HOUR),
            end=part.number("end", -_HOUR, _HOUR),
            ease_in=part.number("ease_in", 0, _HOUR),
            ease_out=part.number("ease_out", 0, _HOUR),
            enabled=part.flag("enabled"),
            beyond=part.has("beyond") and part.flag("beyond"),
        )
    except BadInput as problem:
        raise Unreadable(str(problem).rstrip(".")) from None


def _from_act(act: Act) -> dict[str, Any]:
    match act:
        case Turn(joint=joint, by=by):
            return {"turn": joints.NAMES[joint], "by": list(by)}
        case Reach(side=side, shift=shift):
            return {"reach": side, "by": list(shift)}
        case Shape(side=side, name=name, turns=turns):
            return {"shape": side, "name": name, "by": [value for turn in turns for value in turn]}


def _act(part: Fields) -> Act:
    if part.has("turn"):
        name = part.text("turn")
        if name not in joints.INDEX:
            raise BadInput(f"{name!r} is no joint of a body.")
        return Turn(joints.INDEX[name], _quaternion(part.numbers("by", 4, -1.001, 1.001)))
    if part.has("reach"):
        x, y, z = part.numbers("by", 3, -FARTHEST, FARTHEST)
        return Reach(part.text("reach"), (x, y, z))
    values = part.numbers("by", 60, -1.001, 1.001)
    turns = tuple(_quaternion(values[place : place + 4]) for place in range(0, 60, 4))
    return Shape(part.text("shape"), part.text("name"), turns)


def _quaternion(values: tuple[float, ...]) -> Quaternion:
    w, x, y, z = values
    return w, x, y, z
