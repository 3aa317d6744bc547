"""The commands `import` and `export`, their help beside each field."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from tyro.conf import Positional, arg

OptionalPath = Annotated[Path | None, arg(metavar="PATH")]


@dataclass(frozen=True)
class Import:
    """Make a dictionary of a published one, such as Phoenix-2014T_all.pkl; the pickle is never run."""

    what: Annotated[Positional[Literal["records"]], arg(metavar="records")]
    """records: SMPL-X fits by SMPLSign-X or in its format."""
    input: Annotated[Positional[Path], arg(metavar="FILE")]
    """The pickle of fits."""
    output: Annotated[Path, arg(aliases=["-o"])]
    """The dictionary (.sqlite) to write."""
    sign_language: str
    """The sign language, such as gsg (DGS), csl or ase (ASL)."""
    clips: OptionalPath = None
    """gloss2items.pkl or a list of isolated clips; by default every video is one sign, named like it."""
    most: int = 0
    """At most so many clips of a gloss, the best ones; 0 for all."""
    fps: float = 25.0
    """Frames a second of the videos, which the records do not say."""
    hands: Literal["mean", "flat"] = "mean"
    """What the hands are relative to: SMPL-X's mean hand, as published, or the flat hand."""
    model: OptionalPath = None
    """Your own SMPLX_*.npz, which holds the mean hand; SIGNWRIGHT_SMPLX does the same."""
    vposer: OptionalPath = None
    """Your own VPoser v1.0 weights, for records that keep the body as latents only."""
    source: str = ""
    """Where the fits come from, to be noted with every sign."""
    licence: str = ""
    """Under which licence they are, to be noted with every sign."""
    json: bool = False
    """Report as JSON lines on standard output."""


@dataclass(frozen=True)
class Export:
    """Write a dictionary's signs as published 3D dictionaries keep them."""

    what: Annotated[Positional[Literal["records"]], arg(metavar="records")]
    """records: a pickle of SMPL-X fits in SMPLSign-X's format."""
    input: Annotated[Positional[Path], arg(metavar="DICTIONARY")]
    """The dictionary (.sqlite) to read."""
    output: Annotated[Path, arg(aliases=["-o"])]
    """The pickle to write, such as mine_all.pkl."""
    sign_language: str = ""
    """The sign language to write; by default all of them."""
    clips: OptionalPath = None
    """Also write which frames are which sign, as gloss2items.pkl."""
    hands: Literal["mean", "flat"] = "mean"
    """What the hands shall be relative to: SMPL-X's mean hand, as published, or the flat hand."""
    model: OptionalPath = None
    """Your own SMPLX_*.npz, which holds the mean hand; SIGNWRIGHT_SMPLX does the same."""
    json: bool = False
    """Report as JSON lines on standard output."""
