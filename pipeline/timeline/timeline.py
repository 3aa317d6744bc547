"""Signs in time: clips, the transitions into them, and their edits."""

from dataclasses import dataclass, field, replace

from pipeline.correction.correction import Corrections
from pipeline.errors import BadInput
from pipeline.signs.sign import SignId
from pipeline.text.gloss import Mood
from pipeline.timeline.manner import Manner
from pipeline.timeline.markers import Markers

SHORTEST, LONGEST = 0.05, 3.0
"""Seconds a transition may take."""
BACK = 0.3
"""Seconds of the way back to the beginning of a repeated sign, where nothing else is known."""


@dataclass(frozen=True, slots=True)
class Transition:
    """The way into a clip: `proposed` is what the connector suggests, `seconds` what is used.

    `ease` from -1 to 1 says when it is quickest: early, in the middle at 0, or late.
    """

    seconds: float
    proposed: float
    ease: float = 0.0


@dataclass(frozen=True, slots=True)
class Reference:
    """What a sign is known by outside its dictionary file, where its id means nothing."""

    gloss: str
    variant: str
    motion: str  # SHA-256, as in `Sign`


@dataclass(frozen=True, slots=True)
class Timing:
    """Which part of a sign is shown, how fast, and how long it is held."""

    start: float  # seconds of the sign's motion
    end: float
    speed: float
    hold: float


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
    repeat: int = 1  # times it is performed
    back: float = BACK  # seconds of the way from its end to its beginning, between repeats
    proposed: Timing | None = None  # what it would be without the user's changes; None: as it is
    mood: Mood = Mood.STATEMENT  # of its gloss
    closes: bool = False  # the last of its sentence
    corrections: Corrections = ()  # of its pose, in seconds of the sign's motion

    @property
    def once(self) -> float:
        """Seconds that it moves when it is performed once."""
        return (self.end - self.start) / self.speed

    @property
    def seconds(self) -> float:
        """Time it occupies without the way into it."""
        return self.once * self.repeat + self.back * (self.repeat - 1) + self.hold

    @property
    def timing(self) -> Timing:
        """How it is performed now."""
        return Timing(self.start, self.end, self.speed, self.hold)

    @property
    def retimed(self) -> bool:
        """Whether the user changed how it is performed."""
        return self.repeat != 1 or (self.proposed or self.timing) != self.timing


@dataclass(frozen=True, slots=True)
class Timeline:
    """Clips one after the other, from the rest pose and back to it through `outro`.

    `manner` is how all of it is signed, `markers` what face, head and body do over it, in time order.
    """

    clips: tuple[Clip, ...] = ()
    outro: Transition = field(default=Transition(0.5, 0.5))
    manner: Manner = field(default=Manner())
    markers: Markers = ()

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


def unrolled(timeline: Timeline) -> Timeline:
    """The same performance with a clip for every repeat."""
    if all(clip.repeat == 1 for clip in timeline.clips):
        return timeline
    clips: list[Clip] = []
    for clip in timeline.clips:
        first = replace(clip, repeat=1, hold=0.0)
        again = replace(first, into=Transition(clip.back, clip.back), doubled=False)
        repeats = [first, *[again] * (clip.repeat - 1)]
        clips += [*repeats[:-1], replace(repeats[-1], hold=clip.hold)]
    return replace(timeline, clips=tuple(clips))


def way(timeline: Timeline, index: int) -> Transition:
    """The way into clip `index`; `len(clips)` is the way back to rest. Raises BadInput without one."""
    if not 0 <= index <= len(timeline.clips) or not timeline.clips:
        raise BadInput(f"There is no transition {index}: choose one from 0 to {len(timeline.clips)}.")
    return timeline.outro if index == len(timeline.clips) else timeline.clips[index].into


def with_way(timeline: Timeline, index: int, changed: Transition) -> Timeline:
    """Another way into clip `index`. Raises BadInput where there is none."""
    way(timeline, index)
    if index == len(timeline.clips):
        return replace(timeline, outro=changed)
    return with_clip(timeline, index, replace(timeline.clips[index], into=changed))


def clip_at(timeline: Timeline, index: int) -> Clip:
    """Clip `index`. Raises BadInput where there is none."""
    if not 0 <= index < len(timeline.clips):
        raise BadInput(f"There is no clip {index}: choose one from 0 to {len(timeline.clips) - 1}.")
    return timeline.clips[index]


def with_clip(timeline: Timeline, index: int, changed: Clip) -> Timeline:
    """Another clip in the place of clip `index`. Raises BadInput where there is none."""
    clip_at(timeline, index)
    return replace(timeline, clips=(*timeline.clips[:index], changed, *timeline.clips[index + 1 :]))
