"""Signs in time: clips, the transitions into them, and their edits."""

from dataclasses import dataclass, field, replace

from pipeline.errors import BadInput
from pipeline.signs.sign import SignId

SHORTEST, LONGEST = 0.05, 3.0
"""Seconds a transition may take."""


@dataclass(frozen=True, slots=True)
class Transition:
    """The way into a clip: `proposed` is what the connector suggests, `seconds` what is used."""

    seconds: float
    proposed: float


@dataclass(frozen=True, slots=True)
class Reference:
    """What a sign is known by outside its dictionary file, where its id means nothing."""

    gloss: str
    variant: str
    motion: str  # SHA-256, as in `Sign`


@dataclass(frozen=True, slots=True)
class Clip:
    """One sign as it is used, reached through `into`."""

    sign: SignId
    label: str  # the dictionary gloss: a letter inside a fingerspelled word
    position: int  # index of its gloss in the sentence
    start: float  # seconds of the sign's motion
    end: float
    into: Transition
    speed: float = 1.0
    hold: float = 0.0  # seconds of stillness after it
    doubled: bool = False  # second of a doubled letter: the hand slides sideways
    reference: Reference | None = None
    chosen: bool = False  # by the user, over the best candidate
    composed: bool = False  # its sign was made from a description, as the dictionary says

    @property
    def seconds(self) -> float:
        """Time it occupies without the way into it."""
        return (self.end - self.start) / self.speed + self.hold


@dataclass(frozen=True, slots=True)
class Timeline:
    """Clips one after the other, from the rest pose and back to it through `outro`."""

    clips: tuple[Clip, ...] = ()
    outro: Transition = field(default=Transition(0.5, 0.5))

    @property
    def seconds(self) -> float:
        """Time from the first frame at rest to the last."""
        if not self.clips:
            return 0.0
        return sum(clip.into.seconds + clip.seconds for clip in self.clips) + self.outro.seconds


def spans(timeline: Timeline) -> list[tuple[float, float]]:
    """First and last moment of every clip, in seconds."""
    result: list[tuple[float, float]] = []
    now = 0.0
    for clip in timeline.clips:
        now += clip.into.seconds
        result.append((now, now + clip.seconds))
        now += clip.seconds
    return result


def pace(timeline: Timeline, index: int, seconds: float) -> Timeline:
    """Spend `seconds` on the way into clip `index`; `len(clips)` is the way back to rest.

    Raises BadInput when there is no such transition; `seconds` is kept within limits.
    """
    if not 0 <= index <= len(timeline.clips) or not timeline.clips:
        raise BadInput(f"There is no transition {index}: choose one from 0 to {len(timeline.clips)}.")
    seconds = min(max(seconds, SHORTEST), LONGEST)
    if index == len(timeline.clips):
        return replace(timeline, outro=replace(timeline.outro, seconds=seconds))
    clip = timeline.clips[index]
    changed = replace(clip, into=replace(clip.into, seconds=seconds))
    return replace(timeline, clips=(*timeline.clips[:index], changed, *timeline.clips[index + 1 :]))
