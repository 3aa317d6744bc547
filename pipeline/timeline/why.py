"""A plain sentence about the length of a way."""

import numpy as np

from pipeline.connector.duration import Reach, reach
from pipeline.connector.reason import because
from pipeline.connector.skeleton import rest_joints
from pipeline.motion.motion import Motion
from pipeline.signs.store import SignStore
from pipeline.text.gloss import GlossSequence, Origin
from pipeline.timeline.rest import rest_pose
from pipeline.timeline.timeline import Clip, Timeline, way
from pipeline.timeline.tracks import joined, track


def why(timeline: Timeline, index: int, sequence: GlossSequence, store: SignStore) -> str:
    """Why the way into clip `index` takes as long as it does; `len(clips)` is the way back to rest.

    Raises BadInput when there is no such way, and what the store raises for a sign it has not.
    """
    into = way(timeline, index)
    before = timeline.clips[index - 1] if index > 0 else None
    after = timeline.clips[index] if index < len(timeline.clips) else None
    spelled = (
        before is not None
        and after is not None
        and before.position == after.position
        and _is_spelled(sequence, after.position)
    )
    ends, begins = _reach(before, store, leaving=True), _reach(after, store, leaving=False)
    reason = because(ends, begins, spelled=spelled)
    if after is not None and after.doubled:
        reason = "the hand slides outward for the doubled letter, and needs that long at least"
    names = f"{before.label if before else 'rest'} to {after.label if after else 'rest'}"
    proposal = f"From {names} {into.proposed:.2f} s are proposed: {reason}"
    ways = timeline.manner.ways
    if ways != 1.0:
        proposal += f", times {ways:g} for the manner of the sentence"
    if abs(into.seconds - into.proposed) < 1e-3:
        return f"{proposal}."
    return f"{proposal}. You set it to {into.seconds:.2f} s."


def _reach(clip: Clip | None, store: SignStore, *, leaving: bool) -> Reach:
    motion = store.motion(clip.sign) if clip else Motion(1.0, rest_pose()[None])
    moment = (clip.end if leaving else clip.start) if clip else 0.0
    tracks = joined([track(motion)])
    edges = tracks.edges(np.arange(1), np.array([moment]), np.ones(1), leaving=leaving)
    return reach(edges, rest_joints(), leaving=leaving)


def _is_spelled(sequence: GlossSequence, position: int) -> bool:
    glosses = sequence.glosses
    return position < len(glosses) and glosses[position].origin is Origin.SPELLED
