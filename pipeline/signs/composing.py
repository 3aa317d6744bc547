"""Lexicons composed into the signs of a dictionary."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.body.kinematics import skinning_transforms
from pipeline.body.model import BodyModel
from pipeline.compose.compose import Composed, compose
from pipeline.compose.features import features
from pipeline.compose.text_writing import write_description
from pipeline.compose.touches import error_of
from pipeline.motion.edit import crop
from pipeline.progress import Progress, silent
from pipeline.signs.lexicon import Entry
from pipeline.signs.sign import Provenance
from pipeline.signs.store import Draft, SignStore

LICENCE = "Apache-2.0"
_MARGIN = 0.1
"""Seconds kept of the ways from and to rest, for the speed of a sign at both ends."""
_GOOD = 0.010
"""Metres between what should touch at which the score falls to 1 / e."""


@dataclass(frozen=True, slots=True)
class Report:
    """How well a sign could be composed."""

    language: str
    gloss: str
    seconds: float  # of the sign itself
    contact: float  # metres between what should touch, at worst; 0 for a sign without contact


def add_composed(
    entries: Sequence[Entry],
    language: str,
    body: BodyModel,
    store: SignStore,
    created: str = "",
    progress: Progress = silent,
) -> list[Report]:
    """Compose every entry with a body and add it to a dictionary."""
    reports = []
    for done, entry in enumerate(entries):
        progress(done, len(entries), f"composing {language} {entry.sign.gloss}")
        composed = compose(entry.sign.description, body)
        motion = crop(composed.motion, composed.onset - _MARGIN, composed.offset + _MARGIN)
        contact = contact_error(composed, body)
        draft = _draft(entry, language, composed, contact, created)
        store.add(draft, motion, compact=True)
        reports.append(Report(language, entry.sign.gloss, composed.offset - composed.onset, contact))
    return reports


def contact_error(composed: Composed, body: BodyModel) -> float:
    """The largest distance in metres between two points of the skin that should touch."""
    touched = [touch.frame for touch in composed.touches]
    if not touched:
        return 0.0
    still = np.zeros((len(touched), 3), np.float32)
    transforms = skinning_transforms(body.rest_joints, composed.motion.pose[touched], still)
    apart = [
        np.linalg.norm(error_of(touch, np.asarray(moment, float)))
        for touch, moment in zip(composed.touches, transforms, strict=True)
    ]
    return float(max(apart))


def _draft(entry: Entry, language: str, composed: Composed, contact: float, created: str) -> Draft:
    sign, fps = entry.sign, composed.motion.fps
    before = round(composed.onset * fps) - max(round((composed.onset - _MARGIN) * fps), 0)
    return Draft(
        gloss=sign.gloss,
        language=language,
        variant=sign.variant,
        source=f"starter lexicon {language}/{entry.file}" + (f": {sign.note}" if sign.note else ""),
        licence=LICENCE,
        onset=before / fps,
        offset=before / fps + (round(composed.offset * fps) - round(composed.onset * fps)) / fps,
        created=created,
        scores={"contact": math.exp(-contact / _GOOD)},
        provenance=Provenance.COMPOSED,
        description=write_description(sign.description),
        features=features(sign.description),
    )
