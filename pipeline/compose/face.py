"""What the face, the head and the trunk do."""

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """What moves other than the hands."""

    BROWS = "brows"
    EYES = "eyes"
    GAZE = "gaze"
    CHEEKS = "cheeks"
    MOUTH = "mouth"
    MOUTHING = "mouthing"  # the action is what is spoken without voice
    HEAD = "head"
    SHOULDERS = "shoulders"
    TRUNK = "trunk"


ACTIONS: dict[Channel, tuple[str, ...]] = {
    Channel.BROWS: ("up", "down", "together", "left-up", "right-up"),
    Channel.EYES: ("wide", "narrow", "squint", "closed", "blink", "wink-left", "wink-right"),
    Channel.GAZE: (
        "ahead", "up", "down", "left", "right", "up-left", "up-right", "down-left", "down-right",
        "hands", "around",
    ),
    Channel.CHEEKS: ("puffed", "sucked", "left-puffed", "right-puffed", "tongue-left", "tongue-right"),
    Channel.MOUTH: (
        "open", "wide-open", "closed", "pursed", "round", "stretched", "smile", "corners-down", "teeth",
        "lip-bite", "lips-in", "lower-lip-out", "upper-lip-up", "blow", "puff", "suck", "tongue-tip",
        "tongue-out", "tongue-down", "vibrate", "chew", "pah", "mm", "th", "cs", "oo", "cha", "shh", "kiss",
        "skewed-left", "skewed-right", "jaw-left", "jaw-right",
    ),
    Channel.MOUTHING: (),
    Channel.HEAD: (
        "nod", "nods", "shake", "tilt-left", "tilt-right", "tilts", "turn-left", "turn-right", "turns",
        "up", "down", "forward", "back", "pull-back-fast", "circle",
    ),
    Channel.SHOULDERS: ("up", "left-up", "right-up", "forward", "back", "hunched", "shrug", "wiggle"),
    Channel.TRUNK: (
        "lean-forward", "lean-back", "lean-left", "lean-right", "turn-left", "turn-right", "round", "upright",
        "rock", "sway", "sigh",
    ),
}  # fmt: skip
"""What each channel can do; `mouthing` takes any words."""


@dataclass(frozen=True, slots=True)
class NonManual:
    """One thing that the face, the head or the trunk does while the hands sign.

    The span is given in fractions of the sign: 0 where the hands start, 1 where they end. Raises ValueError
    when the channel has no such action or the span is empty.
    """

    channel: Channel
    action: str
    start: float = 0.0
    end: float = 1.0

    def __post_init__(self) -> None:
        if self.channel is Channel.MOUTHING:
            if not 0 < len(self.action) <= 80 or self.action != " ".join(self.action.split()):
                raise ValueError("a mouthing has 1 to 80 letters, words apart by one space")
        elif self.action not in ACTIONS[self.channel]:
            known = ", ".join(ACTIONS[self.channel])
            raise ValueError(f"{self.action!r} is not among what {self.channel} can do: {known}")
        if not 0.0 <= self.start < self.end <= 1.0:
            raise ValueError(f"the span {self.start:g} to {self.end:g} is not within 0 to 1")
