"""The user's own dictionary, and how composed, corrected and found signs get into it: whole or not at all."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.compose.description import Description
from pipeline.compose.features import features
from pipeline.compose.text_writing import write_description
from pipeline.correction.correction import Corrections
from pipeline.errors import BadInput
from pipeline.progress import Progress, silent
from studio.language import tr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from pipeline.body.model import BodyModel
    from pipeline.compose.compose import Composed
    from pipeline.motion.motion import Motion
    from pipeline.signs.draft import Draft
    from pipeline.signs.sign import Sign

SOURCE = "Composed in the studio"
FILE = "my-signs.sqlite"
NAME = "corrected-{number}"
"""Variant of a corrected sign that was given no name."""


@dataclass(frozen=True, slots=True)
class NewSign:
    """A sign that is to be kept, and its names."""

    gloss: str
    variant: str
    language: str
    description: Description


@dataclass(frozen=True, slots=True)
class CorrectedSign:
    """A sign of a dictionary with its motion, corrected, that is to be kept as another variant."""

    sign: "Sign"
    motion: "Motion"
    corrections: Corrections
    variant: str  # empty for the first free name


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A motion from a file: what was assumed of it, how fast its hands are, and what of it is the sign."""

    motion: "Motion"
    notes: tuple[str, ...]
    speed: "NDArray[np.float32]"  # (T,), m/s
    proposed: tuple[float, float]  # seconds


@dataclass(frozen=True, slots=True)
class FoundMotion:
    """A motion from a file that is to be kept as a sign, which lies between two seconds of it."""

    gloss: str
    variant: str
    language: str
    source: str  # name of the file
    licence: str
    motion: "Motion"
    onset: float
    offset: float


def keep(
    sign: NewSign, dictionary: Path | None, folder: Path, body: "BodyModel", progress: Progress = silent
) -> Path:
    """Compose a sign and add it to a dictionary, or else to the user's own one in `folder`.

    That one begins as a copy of the starter dictionary. Returns the path. Raises BadInput, and `Cancelled`
    by way of `progress`; then nothing was written.
    """
    from pipeline.compose.compose import compose

    composed = compose(sign.description, body)
    progress(1, 2, sign.gloss)
    return _into(dictionary, folder, lambda path: _add(_composed(sign, composed), composed.motion, path))


def keep_corrected(
    sign: CorrectedSign, dictionary: Path | None, folder: Path, progress: Progress = silent
) -> tuple[Path, str]:
    """Add a corrected sign as another variant of its gloss to a dictionary, as `keep` does.

    Returns path and variant. Raises as `keep` does.
    """
    from pipeline.timeline.correcting import variant

    motion = variant(sign.motion, sign.corrections)
    progress(1, 2, sign.sign.gloss)
    names: list[str] = []

    def add(path: Path) -> None:
        names.append(sign.variant or _free_name(sign.sign, path))
        _add(_corrected(sign, names[-1]), motion, path)

    return _into(dictionary, folder, add), names[-1]


def keep_motion(
    sign: FoundMotion, dictionary: Path | None, folder: Path, progress: Progress = silent
) -> Path:
    """Add a motion as a sign to a dictionary, as `keep` does. Returns the path and raises as `keep` does."""
    from pipeline.signs.draft import Draft

    progress(0, 1, sign.gloss)
    draft = Draft(
        sign.gloss,
        sign.language,
        sign.variant,
        source=sign.source,
        licence=sign.licence,
        onset=sign.onset,
        offset=sign.offset,
    )
    return _into(dictionary, folder, lambda path: _add(draft, sign.motion, path))


def _into(dictionary: Path | None, folder: Path, add: Callable[[Path], None]) -> Path:
    """Add to a dictionary, or to the user's own one, which begins as a copy of the starter."""
    path = dictionary or folder / FILE
    if dictionary or path.exists():
        add(path)
        return path
    unfinished = path.with_suffix(".part")
    try:
        _copy_starter(unfinished)
        add(unfinished)
        unfinished.replace(path)
    except OSError as problem:
        raise BadInput(
            tr("{path} cannot be written ({strerror}): make room for it.").format(
                path=path, strerror=problem.strerror
            )
        ) from problem
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def _copy_starter(path: Path) -> None:
    from pipeline.signs.starter import STARTER

    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(STARTER, path)


def _composed(sign: NewSign, composed: "Composed") -> "Draft":
    from pipeline.signs.draft import Draft
    from pipeline.signs.sign import Provenance

    return Draft(
        sign.gloss,
        sign.language,
        sign.variant,
        source=SOURCE,
        onset=composed.onset,
        offset=composed.offset,
        provenance=Provenance.COMPOSED,
        description=write_description(sign.description),
        features=features(sign.description),
    )


def _corrected(sign: CorrectedSign, name: str) -> "Draft":
    """Source, licence and signer are those of the sign it was; scores and description were about that one."""
    from pipeline.signs.draft import Draft

    was = sign.sign
    named = f"{was.gloss} ({was.variant})" if was.variant else was.gloss
    return Draft(
        was.gloss,
        was.language,
        name,
        source=f"{was.source}; corrected in the studio from {named}".removeprefix("; "),
        licence=was.licence,
        signer=was.signer,
        onset=was.onset,
        offset=was.offset,
        provenance=was.provenance,
    )


def _free_name(sign: "Sign", path: Path) -> str:
    from pipeline.signs.store import SignStore

    with SignStore(path) as store:
        taken = {known.variant for known in store.find(sign.gloss, sign.language, rejected=True)}
    names = (NAME.format(number=number) for number in count(1))
    return next(name for name in names if name not in taken)


def _add(draft: "Draft", motion: "Motion", path: Path) -> None:
    """Add a sign whose variant is not there yet."""
    from pipeline.signs.store import SignStore

    with SignStore(path, writable=True) as store:
        known = store.find(draft.gloss, draft.language, rejected=True)
        if any(sign.variant == draft.variant for sign in known):
            named = f"{draft.gloss} ({draft.variant})" if draft.variant else draft.gloss
            raise BadInput(
                tr("{named} is in {file} already: give the new sign another variant.").format(
                    named=named, file=FILE if path.suffix == ".part" else path.name
                )
            )
        store.add(draft, motion)
