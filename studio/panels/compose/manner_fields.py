"""Pickers for how a movement is made, as the movement page groups them."""

from pipeline.compose.description import LONGEST_HOLD, MOST_REPEATS
from pipeline.compose.manner import Growth, Repeat, Size, Speed, Tension
from studio.language import mark, tr
from studio.panels.compose.fields import Fields
from studio.panels.compose.values import Number, Tick, Words

HOW = {
    Repeat.AGAIN: mark("from its start"),
    Repeat.ONWARD: mark("from its end"),
    Repeat.TO_AND_FRO: mark("to and fro"),
}


def sign_fields() -> Fields:
    """For the whole sign."""
    return Fields(
        {
            "hold": (tr("Hold first"), _hold(tr("How long the hands stay before the first movement"))),
            "repeat": (
                tr("Whole sign"),
                Number(
                    tr("How often all movements are made"), 1, MOST_REPEATS, unit="×", least_is=tr("once")
                ),
            ),
        }
    )


def repeat_fields() -> Fields:
    """How often, how fast."""
    return Fields(
        {
            "repeat": (
                tr("Repeat"),
                Number(tr("How often the movement is made"), 1, MOST_REPEATS, unit="×", least_is=tr("once")),
            ),
            "way": (tr("Again"), Words(tr("Where a repetition begins"), Repeat, names=HOW)),
            "speed": (tr("Speed"), Words(tr("Speed"), Speed)),
            "tension": (tr("Tension"), Words(tr("Tension"), Tension)),
        }
    )


def course_fields() -> Fields:
    """The path in detail."""
    return Fields(
        {
            "depth": (tr("Depth"), Words(tr("How far an arc bulges or a swing goes"), Size)),
            "centimetres": (
                tr("Exactly"),
                Number(
                    tr("Size in centimetres"),
                    0,
                    80,
                    step=0.5,
                    digits=1,
                    unit=" cm",
                    nothing=tr("as its size"),
                ),
            ),
            "turns": (tr("Rounds"), Number(tr("Rounds of a circle"), 0.1, MOST_REPEATS, step=0.25, digits=2)),
            "growth": (tr("Swings"), Words(tr("Whether swings or rounds grow"), Growth)),
            "slide": (
                "\n" + tr("Contact"),
                Tick(tr("kept all the way"), tr("The hand slides along the skin")),
            ),
        }
    )


def manner_fields() -> Fields:
    """Time and effort in detail."""
    return Fields(
        {
            "seconds": (
                tr("Takes"),
                Number(
                    tr("Seconds that one repetition takes"),
                    *(0, LONGEST_HOLD),
                    step=0.05,
                    digits=2,
                    unit=" s",
                    nothing=tr("as usual"),
                ),
            ),
            "hold": (tr("Hold after"), _hold(tr("How long the hands stay after it"))),
            "stop": (tr("Its end"), Tick(tr("is abrupt"), tr("The movement stops abruptly"))),
            "fused": (
                tr("The next"),
                Tick(tr("joins on"), tr("The movement goes over into the next without a stop")),
            ),
        }
    )


def _hold(title: str) -> Number:
    return Number(title, 0, LONGEST_HOLD, step=0.05, digits=2, unit=" s", least_is=tr("no hold"))
