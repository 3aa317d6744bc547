"""What brows and head do because a sentence asks, or says a condition.

Yes-no questions go with raised brows and the head forward, questions with a question word with furrowed
brows, conditions with raised brows over what is assumed; for ASL see Neidle et al., The Syntax of American
Sign Language (2000), for other sign languages the survey of Pfau and Quer, Nonmanuals (2010). How far each
goes is our choice.
"""

from collections.abc import Iterator

from pipeline.compose.face import Channel
from pipeline.text.gloss import Mood
from pipeline.timeline.markers import BRIEFEST, Marker, Markers, put
from pipeline.timeline.timeline import Clip, Timeline, spans

EASE = 0.25
"""Seconds in which the face of a sentence comes and goes."""
SHOWN: dict[Mood, tuple[tuple[Channel, str, float], ...]] = {
    Mood.STATEMENT: (),
    Mood.YES_NO: ((Channel.BROWS, "up", 0.8), (Channel.HEAD, "forward", 0.7)),
    Mood.CONTENT: ((Channel.BROWS, "down", 0.8), (Channel.HEAD, "forward", 0.4)),
    Mood.CONDITION: ((Channel.BROWS, "up", 0.8),),
}
"""Channel, action and strength of each mood."""


def faces(timeline: Timeline) -> Markers:
    """The markers that the moods of its sentences ask for, none when its manner wants none."""
    if not timeline.manner.faces:
        return ()
    return tuple(
        Marker(channel, action, start, end, strength, EASE, EASE)
        for mood, start, end in _stretches(timeline)
        for channel, action, strength in SHOWN[mood]
    )


def shown(timeline: Timeline) -> Markers:
    """All markers that are performed: those of the user cut what the moods ask for in the same lane."""
    result = faces(timeline)
    for marker in timeline.markers:
        result = put(result, marker)
    return result


def _stretches(timeline: Timeline) -> Iterator[tuple[Mood, float, float]]:
    """First and last moment of every sentence, or condition, that shows on the face."""
    begun: float | None = None
    clips = list(zip(timeline.clips, spans(timeline), strict=True))
    for index, (clip, (start, end)) in enumerate(clips):
        begun = start if begun is None else begun
        following = clips[index + 1][0] if index + 1 < len(clips) else None
        if _ends(clip, following):
            if SHOWN[clip.mood] and end - begun >= BRIEFEST:
                yield clip.mood, max(begun - EASE, 0.0), end
            begun = None


def _ends(clip: Clip, following: Clip | None) -> bool:
    return following is None or clip.closes or clip.mood is not following.mood
