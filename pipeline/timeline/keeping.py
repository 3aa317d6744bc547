"""What of an older timeline stays when the sentence changes."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby

from pipeline.timeline.timeline import Clip, Timeline


def kept_clips(performed: Sequence[tuple[str, ...]], before: Timeline) -> dict[tuple[int, int], Clip]:
    """For glosses performed with these labels, the clips that performed the same glosses before.

    Keys are the position of the gloss and the index of the sign in it. The longest runs of equal
    glosses are taken to be the same ones.
    """
    groups = [tuple(clips) for _, clips in groupby(before.clips, key=lambda clip: clip.position)]
    if not any(_is_touched(clip) for clip in before.clips):
        return {}
    old = [tuple(clip.label for clip in clips) for clips in groups]
    present = [position for position, labels in enumerate(performed) if labels]
    new = [performed[position] for position in present]
    result: dict[tuple[int, int], Clip] = {}
    for was, now, count in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(count):
            for index, clip in enumerate(groups[was + step]):
                result[present[now + step], index] = clip
    return result


def _is_touched(clip: Clip) -> bool:
    """Whether the user changed anything about it."""
    return clip.chosen or clip.into.seconds != clip.into.proposed
