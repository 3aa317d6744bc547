"""The user's own dictionary, and how a composed sign gets into it: whole or not at all."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.compose.description import Description
from pipeline.compose.features import features
from pipeline.compose.text_writing import write_description
from pipeline.errors import BadInput
from pipeline.progress import Progress, silent
from studio.language import tr

if TYPE_CHECKING:
    from pipeline.body.model import BodyModel
    from pipeline.compose.compose import Composed

SOURCE = "Composed in the studio"
FILE = "my-signs.sqlite"


@dataclass(frozen=True, slots=True)
class NewSign:
    """A sign that is to be kept, and its names."""

    gloss: str
    variant: str
    language: str
    description: Description


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
    path = dictionary or folder / FILE
    if dictionary or path.exists():
        _add(sign, composed, path)
        return path
    unfinished = path.with_suffix(".part")
    try:
        _copy_starter(unfinished)
        _add(sign, composed, unfinished)
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


def _add(sign: NewSign, composed: "Composed", path: Path) -> None:
    from pipeline.signs.draft import Draft
    from pipeline.signs.sign import Provenance
    from pipeline.signs.store import SignStore

    draft = Draft(
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
    with SignStore(path, writable=True) as store:
        if any(
            known.variant == sign.variant for known in store.find(sign.gloss, sign.language, rejected=True)
        ):
            named = f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss
            raise BadInput(
                tr("{named} is in {file} already: give the new sign another variant.").format(
                    named=named, file=path.name
                )
            )
        store.add(draft, composed.motion)
