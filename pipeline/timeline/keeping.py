"""What of an older timeline stays when the sentence changes."""

from collections.abc import Sequence
from itertools import groupby

from pipeline.timeline.timeline import Clip, Timeline

Labels = tuple[str, ...]
"""What one gloss is performed with."""


def kept_clips(performed: Sequence[Labels], before: Timeline) -> dict[tuple[int, int], Clip]:
    """For glosses performed with these labels, the clips that performed the same glosses before.

    Keys are the position of the gloss and the index of the sign in it.
    """
    if not before.markers and not any(_is_touched(clip) for clip in before.clips):
        return {}
    groups = [tuple(clips) for _, clips in groupby(before.clips, key=lambda clip: clip.position)]
    present = [position for position, labels in enumerate(performed) if labels]
    pairs = _pairs([tuple(clip.label for clip in clips) for clips in groups], [performed[p] for p in present])
    return {
        (present[now], index): clip for now, was in pairs.items() for index, clip in enumerate(groups[was])
    }


def _pairs(old: Sequence[Labels], new: Sequence[Labels]) -> dict[int, int]:
    """Which old gloss each new one is.

    Sentences change in one place at a time: the same beginning and the same end are the same glosses.
    What is between them, as after a move, is found by its labels, in order.
    """
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    end = next((i for i in range(most - start) if old[-1 - i] != new[-1 - i]), most - start)
    pairs = {i: i for i in range(start)} | {len(new) - 1 - i: len(old) - 1 - i for i in range(end)}
    left: dict[Labels, list[int]] = {}
    for was in reversed(range(start, len(old) - end)):
        left.setdefault(old[was], []).append(was)
    for now in range(start, len(new) - end):
        if left.get(new[now]):
            pairs[now] = left[new[now]].pop()
    return pairs


def _is_touched(clip: Clip) -> bool:
    """Whether the user changed anything about it."""
    if clip.chosen or clip.retimed or clip.corrections:
        return True
    return clip.into.seconds != clip.into.proposed or clip.into.ease != 0
