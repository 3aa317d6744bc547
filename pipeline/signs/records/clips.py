"""Which stretches of videos are which sign: the lists that go with published 3D dictionaries."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import BadInput
from pipeline.signs.records.pickles import read_pickle

ADVICE = "Choose gloss2items.pkl, or a list of isolated clips such as phoenix_iso.train."


@dataclass(frozen=True, slots=True)
class Cut:
    """A sign within a video, from frame `start` to before frame `end`."""

    gloss: str
    video: str
    start: int
    end: int
    score: float | None = None  # probability of the gloss, as a recogniser sees it

    @property
    def name(self) -> str:
        """The clip's name as the published lists write it."""
        return f"{self.gloss}_{self.video}_[{self.start}:{self.end}]"


def read_cuts(path: Path) -> list[Cut]:
    """The clips in a list of dicts, or in a dict of glosses with clips and scores. Raises BadInput."""
    content = read_pickle(path, ADVICE)
    if isinstance(content, dict):
        entries = [entry for items in content.values() if isinstance(items, list) for entry in items]
    else:
        entries = list(content) if isinstance(content, list | tuple) else []
    if not entries:
        raise BadInput(f"{path} lists no clips. {ADVICE}")
    return [_cut(path, number, entry) for number, entry in enumerate(entries)]


def _cut(path: Path, number: int, entry: Any) -> Cut:
    clip, score = (
        (entry[0], entry[1]) if isinstance(entry, list | tuple) and len(entry) == 2 else (entry, None)
    )
    try:
        cut = Cut(str(clip["label"]), str(clip["video_file"]), int(clip["start"]), int(clip["end"]))
        score = None if score is None else float(score)
    except (TypeError, KeyError, ValueError, OverflowError) as error:
        raise BadInput(f"{path}: clip {number} has no label, video_file, start and end. {ADVICE}") from error
    if not 0 <= cut.start < cut.end or not (score is None or 0 <= score <= 1):
        raise BadInput(f"{path}: clip {number}, {cut.name[:80]}, goes from nowhere to nowhere. {ADVICE}")
    return Cut(cut.gloss, cut.video, cut.start, cut.end, score)


def best(cuts: Iterable[Cut], most: int) -> list[Cut]:
    """At most `most` clips of every gloss, those with the highest scores; 0 for all."""
    kept: dict[str, list[Cut]] = {}
    for cut in cuts:
        kept.setdefault(cut.gloss, []).append(cut)
    if most:
        kept = {
            gloss: sorted(own, key=lambda cut: -1.0 if cut.score is None else cut.score, reverse=True)[:most]
            for gloss, own in kept.items()
        }
    return [cut for own in kept.values() for cut in own]
