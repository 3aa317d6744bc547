"""Edits of time: each takes a timeline and returns the changed one, its markers moved along.

`ripple` says that everything later moves with the change; without it the next way, or the one before
for a beginning, becomes longer or shorter instead, as far as it can. All raise BadInput when there is
no such clip or transition.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.timeline.retime import followed
from pipeline.timeline.timeline import LONGEST, SHORTEST, Clip, Timeline, clip_at, way, with_clip, with_way

SLOWEST, FASTEST = 0.1, 5.0
"""Limits of a clip's speed."""
MOST_REPEATS = 8
LONGEST_HOLD = 10.0
"""Seconds of stillness after a clip, at most."""
BRIEFEST = 0.05
"""Seconds of its motion that are left of a trimmed clip."""


def pace(timeline: Timeline, index: int, seconds: float, *, ripple: bool = True, at: int = 1) -> Timeline:
    """Spend `seconds` on the way into clip `index`; `len(clips)` is the way back to rest.

    Without ripple the sign after it moves by as much (`at` = 1), or the one before it (`at` = -1).
    """
    within = min(max(seconds, SHORTEST), LONGEST)
    changed = with_way(timeline, index, replace(way(timeline, index), seconds=within))
    return _settled(timeline, changed, index + at, ripple)


def ease(timeline: Timeline, index: int, amount: float) -> Timeline:
    """Let the way into clip `index` be quickest early (-1), in its middle (0) or late (1)."""
    return with_way(timeline, index, replace(way(timeline, index), ease=min(max(amount, -1.0), 1.0)))


def as_proposed(timeline: Timeline, index: int) -> Timeline:
    """Give the way into clip `index` its proposed length and an even course."""
    into = way(timeline, index)
    return followed(timeline, with_way(timeline, index, replace(into, seconds=into.proposed, ease=0.0)))


def slide(
    timeline: Timeline, index: int, seconds: float, *, last: int | None = None, ripple: bool = False
) -> Timeline:
    """Begin clip `index` later by `seconds`, and those up to `last` with it.

    The way into it grows; without ripple the way out of the last one shrinks by as much.
    """
    beyond = (index if last is None else last) + 1
    low, high = _room(timeline, index, beyond, ripple)
    wanted = way(timeline, index).seconds + max(min(seconds, high), low)
    return pace(timeline, index, wanted, ripple=ripple, at=beyond - index)


def slide_all(
    timeline: Timeline, runs: Sequence[tuple[int, int]], seconds: float, *, ripple: bool = False
) -> Timeline:
    """Begin the clips of several runs, each from a first to a last one, later by `seconds`.

    They keep their distances, so that all move only as far as each can. With ripple everything after the
    first of them moves.
    """
    if not runs:
        return timeline
    if ripple:
        first, last = runs[0]
        return slide(timeline, first, seconds, last=last, ripple=True)
    rooms = [_room(timeline, first, last + 1, False) for first, last in runs]
    seconds = max(min(seconds, *(high for _, high in rooms)), *(low for low, _ in rooms))
    for first, last in runs:
        timeline = slide(timeline, first, seconds, last=last)
    return timeline


def _room(timeline: Timeline, index: int, beyond: int, ripple: bool) -> tuple[float, float]:
    """How many seconds earlier (negative) and later clips can begin that lie between two ways."""
    into, after = way(timeline, index).seconds, way(timeline, beyond).seconds
    low = max(SHORTEST - into, -LONGEST if ripple else after - LONGEST)
    return low, min(LONGEST - into, LONGEST if ripple else after - SHORTEST)


def trim(
    timeline: Timeline, index: int, start: float, end: float, longest: float, *, ripple: bool = True
) -> Timeline:
    """Show clip `index` from `start` to `end` seconds of its sign, which is `longest` seconds long."""
    clip = clip_at(timeline, index)
    end = min(max(end, BRIEFEST), longest)
    start = min(max(start, 0.0), max(end - BRIEFEST, 0.0))
    at = index if start != clip.start else index + 1
    changed = with_clip(timeline, index, _touched(clip, start=start, end=max(end, start)))
    return _settled(timeline, changed, at, ripple)


def speed(timeline: Timeline, index: int, factor: float, *, ripple: bool = True) -> Timeline:
    """Perform clip `index` so many times as fast as its sign was captured."""
    changed = _touched(clip_at(timeline, index), speed=min(max(factor, SLOWEST), FASTEST))
    return _settled(timeline, with_clip(timeline, index, changed), index + 1, ripple)


def hold(timeline: Timeline, index: int, seconds: float, *, ripple: bool = True) -> Timeline:
    """Hold clip `index` for `seconds` after it has moved."""
    changed = _touched(clip_at(timeline, index), hold=min(max(seconds, 0.0), LONGEST_HOLD))
    return _settled(timeline, with_clip(timeline, index, changed), index + 1, ripple)


def repeat(timeline: Timeline, index: int, times: int, back: float, *, ripple: bool = True) -> Timeline:
    """Perform clip `index` several times, with `back` seconds from its end to its beginning."""
    clip = clip_at(timeline, index)
    times, back = min(max(times, 1), MOST_REPEATS), min(max(back, SHORTEST), LONGEST)
    changed = replace(_touched(clip), repeat=times, back=back)
    return _settled(timeline, with_clip(timeline, index, changed), index + 1, ripple)


def as_captured(timeline: Timeline, index: int) -> Timeline:
    """Perform clip `index` as it would be without the user's changes; its sign stays."""
    clip = clip_at(timeline, index)
    usual = clip.proposed or clip.timing
    changed = replace(
        clip,
        start=usual.start,
        end=usual.end,
        speed=usual.speed,
        hold=usual.hold,
        repeat=1,
        proposed=None,
    )
    return followed(timeline, with_clip(timeline, index, changed))


def _touched(clip: Clip, **changes: float) -> Clip:
    """The clip with other times, which remembers those that were proposed."""
    return replace(clip, proposed=clip.proposed or clip.timing, **changes)  # type: ignore[arg-type]


def _settled(before: Timeline, after: Timeline, absorbing: int, ripple: bool) -> Timeline:
    """The markers moved along; without ripple the way `absorbing` makes up for the change in length."""
    if not ripple and 0 <= absorbing <= len(after.clips):
        into = way(after, absorbing)
        seconds = into.seconds - (after.seconds - before.seconds)
        after = with_way(after, absorbing, replace(into, seconds=min(max(seconds, SHORTEST), LONGEST)))
    return followed(before, after)
