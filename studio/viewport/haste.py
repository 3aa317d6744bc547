"""How finely to draw while time runs on a machine without a graphics card."""

LEVELS = (1.0, 0.8, 0.6)
"""Shares of the width and height that are drawn."""
SLOW, QUICK = 0.040, 0.018
"""Seconds per picture above which the next is drawn coarser, and below which it is drawn finer.

They lie further apart than the steps between levels change the time (1.8 times), so that it settles.
"""


def next_level(level: float, seconds: float) -> float:
    """The level for the next picture when one at `level` took `seconds`."""
    index = LEVELS.index(level)
    if seconds > SLOW:
        return LEVELS[min(index + 1, len(LEVELS) - 1)]
    return LEVELS[max(index - 1, 0)] if seconds < QUICK else level
