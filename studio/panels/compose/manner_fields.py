"""Pickers for how a movement is made, as the movement page groups them."""

from pipeline.compose.description import LONGEST_HOLD, MOST_REPEATS
from pipeline.compose.manner import Growth, Repeat, Size, Speed, Tension
from studio.panels.compose.fields import Fields
from studio.panels.compose.values import Number, Tick, Words

HOW = {Repeat.AGAIN: "from its start", Repeat.ONWARD: "from its end", Repeat.TO_AND_FRO: "to and fro"}


def sign_fields() -> Fields:
    """For the whole sign."""
    return Fields(
        {
            "hold": ("Hold first", _hold("How long the hands stay before the first movement")),
            "repeat": (
                "Whole sign",
                Number("How often all movements are made", 1, MOST_REPEATS, unit="×", least_is="once"),
            ),
        }
    )


def repeat_fields() -> Fields:
    """How often, how fast."""
    return Fields(
        {
            "repeat": (
                "Repeat",
                Number("How often the movement is made", 1, MOST_REPEATS, unit="×", least_is="once"),
            ),
            "way": ("Again", Words("Where a repetition begins", Repeat, names=HOW)),
            "speed": ("Speed", Words("Speed", Speed)),
            "tension": ("Tension", Words("Tension", Tension)),
        }
    )


def course_fields() -> Fields:
    """The path in detail."""
    return Fields(
        {
            "depth": ("Depth", Words("How far an arc bulges or a swing goes", Size)),
            "centimetres": (
                "Exactly",
                Number("Size in centimetres", 0, 80, step=0.5, digits=1, unit=" cm", nothing="as its size"),
            ),
            "turns": ("Rounds", Number("Rounds of a circle", 0.1, MOST_REPEATS, step=0.25, digits=2)),
            "growth": ("Swings", Words("Whether swings or rounds grow", Growth)),
            "slide": ("\nContact", Tick("kept all the way", "The hand slides along the skin")),
        }
    )


def manner_fields() -> Fields:
    """Time and effort in detail."""
    return Fields(
        {
            "seconds": (
                "Takes",
                Number(
                    "Seconds that one repetition takes",
                    *(0, LONGEST_HOLD),
                    step=0.05,
                    digits=2,
                    unit=" s",
                    nothing="as usual",
                ),
            ),
            "hold": ("Hold after", _hold("How long the hands stay after it")),
            "stop": ("Its end", Tick("is abrupt", "The movement stops abruptly")),
            "fused": ("The next", Tick("joins on", "The movement goes over into the next without a stop")),
        }
    )


def _hold(title: str) -> Number:
    return Number(title, 0, LONGEST_HOLD, step=0.05, digits=2, unit=" s", least_is="no hold")
