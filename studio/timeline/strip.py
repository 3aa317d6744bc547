"""What stands on the timeline and when: a sentence and its clips as blocks, wedges and spans of text."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.text.gloss import Gloss, GlossSequence, Origin, Span
from pipeline.timeline.faces import shown
from pipeline.timeline.markers import Markers
from pipeline.timeline.timeline import Timeline, Transition, spans
from studio.timeline.bars import Bar, bars

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+(?=\s|$)|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One clip: a sign of its own or a letter of a fingerspelled word."""

    clip: int
    label: str
    start: float  # seconds
    end: float  # without the stillness after it
    pause: float  # seconds of stillness after it
    speed: float  # times as fast as it was captured
    composed: bool = False  # from a description
    repeat: int = 1
    retimed: bool = False  # by the user


@dataclass(frozen=True, slots=True)
class Block:
    """All clips of one gloss."""

    position: int  # index of the gloss
    label: str
    origin: Origin
    cells: tuple[Cell, ...]

    @property
    def start(self) -> float:
        """First moment, in seconds."""
        return self.cells[0].start

    @property
    def end(self) -> float:
        """Last moment that is not stillness."""
        return self.cells[-1].end

    @property
    def pause(self) -> float:
        """Seconds of stillness after it."""
        return self.cells[-1].pause


@dataclass(frozen=True, slots=True)
class Wedge:
    """A transition: the way into the clip of the same index, or back to rest for the last one."""

    index: int
    start: float
    end: float
    proposed: float  # seconds
    within: bool  # between two clips of one gloss
    names: tuple[str, str]  # what it leads from and to
    ease: float = 0.0

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of the source text over the clips that it became."""

    text: str
    start: float
    end: float
    position: int  # first gloss that it became
    words: tuple["Phrase", ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A gloss that no sign was found for, at the moment where it is left out."""

    position: int
    label: str
    at: float  # seconds


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Everything in time order, with the starts and ends that culling searches in."""

    blocks: tuple[Block, ...] = ()
    wedges: tuple[Wedge, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    gaps: tuple[Gap, ...] = ()
    markers: Markers = ()
    faces: Markers = ()  # what the sentence asks of brows and head, where the user draws nothing
    seconds: float = 0.0
    bars: tuple[Bar, ...] = ()
    cells: tuple[Cell, ...] = field(init=False)
    starts: dict[str, NDArray[np.float64]] = field(init=False)
    ends: dict[str, NDArray[np.float64]] = field(init=False)

    def __post_init__(self) -> None:
        starts = {
            "blocks": np.array([block.start for block in self.blocks]),
            "wedges": np.array([wedge.start for wedge in self.wedges]),
            "phrases": np.array([phrase.start for phrase in self.phrases]),
        }
        ends = {
            "blocks": np.array([block.end + block.pause for block in self.blocks]),
            "wedges": np.array([wedge.end for wedge in self.wedges]),
            "phrases": np.maximum.accumulate(np.array([phrase.end for phrase in self.phrases])),
        }
        object.__setattr__(self, "cells", tuple(cell for block in self.blocks for cell in block.cells))
        object.__setattr__(self, "starts", starts)
        object.__setattr__(self, "ends", ends)

    def visible(self, row: str, first: float, last: float) -> slice:
        """Which items of "blocks", "wedges" or "phrases" overlap the stretch from `first` to `last`."""
        begin = int(np.searchsorted(self.ends[row], first, "left"))
        return slice(begin, max(begin, int(np.searchsorted(self.starts[row], last, "right"))))

    def block(self, position: int) -> Block | None:
        """The block of the gloss at `position`, None when it has no clips."""
        return next((block for block in self.blocks if block.position == position), None)

    def cell(self, clip: int) -> Cell | None:
        """The cell of a clip, None when there is no such clip."""
        return self.cells[clip] if 0 <= clip < len(self.cells) else None

    def edges(self) -> NDArray[np.float64]:
        """Moments worth snapping to: starts and ends of all clips."""
        moments = [moment for cell in self.cells for moment in (cell.start, cell.end)]
        marked = [moment for marker in self.markers for moment in (marker.start, marker.end)]
        return np.unique([0.0, self.seconds, *moments, *marked])


def strip(sequence: GlossSequence, timeline: Timeline) -> Strip:
    """The timeline of a sentence, laid out in time."""
    cells = [
        Cell(
            index,
            clip.label,
            start,
            end - clip.hold,
            clip.hold,
            clip.speed,
            clip.composed,
            clip.repeat,
            clip.retimed,
        )
        for index, (clip, (start, end)) in enumerate(zip(timeline.clips, spans(timeline), strict=True))
    ]
    blocks = _blocks(sequence, timeline, cells)
    phrases, gaps = _phrases(sequence, blocks), _gaps(sequence, blocks)
    asked = tuple(marker for marker in shown(timeline) if marker not in timeline.markers)
    return Strip(
        blocks,
        _wedges(timeline, cells),
        phrases,
        gaps,
        timeline.markers,
        asked,
        timeline.seconds,
        bars(timeline),
    )


def _gloss(sequence: GlossSequence, position: int) -> Gloss | None:
    return sequence.glosses[position] if 0 <= position < len(sequence.glosses) else None


def _blocks(sequence: GlossSequence, timeline: Timeline, cells: list[Cell]) -> tuple[Block, ...]:
    """Neighbouring clips of one gloss, put together."""
    result: list[Block] = []
    for clip, cell in zip(timeline.clips, cells, strict=True):
        if result and result[-1].position == clip.position:
            last = result.pop()
            result.append(Block(last.position, last.label, last.origin, (*last.cells, cell)))
            continue
        gloss = _gloss(sequence, clip.position)
        label = gloss.name if gloss else clip.label
        result.append(Block(clip.position, label, gloss.origin if gloss else Origin.DICTIONARY, (cell,)))
    return tuple(result)


def _wedges(timeline: Timeline, cells: list[Cell]) -> tuple[Wedge, ...]:
    clips = timeline.clips
    names = ["rest", *(clip.label for clip in clips), "rest"]

    def wedge(index: int, start: float, into: Transition, within: bool) -> Wedge:
        return Wedge(
            index,
            start,
            start + into.seconds,
            into.proposed,
            within,
            (names[index], names[index + 1]),
            into.ease,
        )

    result = [
        wedge(
            index,
            cell.start - clip.into.seconds,
            clip.into,
            index > 0 and clips[index - 1].position == clip.position,
        )
        for index, (clip, cell) in enumerate(zip(clips, cells, strict=True))
    ]
    if cells:
        result.append(wedge(len(clips), cells[-1].end + cells[-1].pause, timeline.outro, False))
    return tuple(result)


def _gaps(sequence: GlossSequence, blocks: tuple[Block, ...]) -> tuple[Gap, ...]:
    """Glosses without clips, each in the middle of the way into the next sign."""
    positions = [block.position for block in blocks]
    present = set(positions)
    result = []
    for position, gloss in enumerate(sequence.glosses):
        if position not in present:
            index = bisect_right(positions, position)
            before = blocks[index - 1].end + blocks[index - 1].pause if index else 0.0
            after = blocks[index].start if index < len(blocks) else before
            result.append(Gap(position, gloss.name, (before + after) / 2))
    return tuple(result)


def sentences(text: str) -> list[Span]:
    """Where each sentence of a text begins and ends: at closing punctuation and at line breaks."""
    return [match.span() for match in _SENTENCE.finditer(text)]


def _phrases(sequence: GlossSequence, blocks: tuple[Block, ...]) -> tuple[Phrase, ...]:
    """Each sentence over its clips, with its words over theirs."""
    bounds = sentences(sequence.text)
    begins = [begin for begin, _ in bounds]
    inside: dict[Span, list[tuple[Span, Block]]] = {}
    for block in blocks:
        gloss = _gloss(sequence, block.position)
        if gloss and gloss.span and bounds:
            sentence = bounds[max(bisect_right(begins, gloss.span[0]) - 1, 0)]
            inside.setdefault(sentence, []).append((gloss.span, block))
    made = (_phrase(sequence.text, sentence, placed) for sentence, placed in inside.items())
    return tuple(sorted(made, key=lambda phrase: phrase.start))


def _phrase(text: str, sentence: Span, inside: list[tuple[Span, Block]]) -> Phrase:
    words = tuple(
        Phrase(text[span[0] : span[1]], block.start, block.end, block.position) for span, block in inside
    )
    return Phrase(
        " ".join(text[slice(*sentence)].split()),
        min(word.start for word in words),
        max(word.end for word in words),
        words[0].position,
        words,
    )
