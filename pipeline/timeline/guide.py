"""A film to work by: shown behind or beside the signer, in time with the timeline, never exported."""

from dataclasses import dataclass

from pipeline.timeline.fields import Fields

FARTHEST = 24 * 3600.0
"""Seconds that film and timeline may be apart."""


@dataclass(frozen=True, slots=True)
class GuideFilm:
    """Which film, and how it is shown: the timeline begins `offset` seconds into it."""

    path: str
    offset: float = 0.0
    opacity: float = 0.6
    beside: bool = False  # and not behind


def from_guide(guide: GuideFilm | None) -> dict[str, object] | None:
    """The guide as it is written to a project's file."""
    if guide is None:
        return None
    return {"path": guide.path, "offset": guide.offset, "opacity": guide.opacity, "beside": guide.beside}


def to_guide(content: Fields) -> GuideFilm | None:
    """The guide of a project's file, which older ones lack. Raises Unreadable."""
    if not content.has("guide"):
        return None
    return content.optional("guide", lambda name: _read(content.part(name)))


def _read(part: Fields) -> GuideFilm:
    return GuideFilm(
        part.text("path"),
        part.number("offset", -FARTHEST, FARTHEST),
        part.number("opacity", 0.0, 1.0),
        part.flag("beside"),
    )
