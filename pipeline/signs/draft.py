"""A sign on its way into a dictionary."""

import json
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime

from pipeline.errors import BadInput
from pipeline.motion.motion import Motion
from pipeline.signs.matching import key
from pipeline.signs.recording import Recording
from pipeline.signs.schema import scores_from
from pipeline.signs.sign import Provenance, Sign, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """A sign to be added to a dictionary; fields as in `Sign`.

    Without `offset` the sign lasts to the end of its motion; without `created` it is made now.
    """

    gloss: str
    language: str
    variant: str = ""
    source: str = ""
    licence: str = ""
    signer: str = ""
    onset: float = 0.0
    offset: float | None = None
    created: str = ""
    status: Status = Status.UNDECIDED
    scores: dict[str, float] = field(default_factory=dict)
    provenance: Provenance = Provenance.CAPTURED
    description: str = ""
    features: frozenset[tuple[str, str]] = frozenset()  # name and value, such as ("handshape", "flat")
    recordings: tuple[Recording, ...] = ()  # at most one of a kind


def draft_of(
    sign: Sign,
    features: frozenset[tuple[str, str]] = frozenset(),
    recordings: tuple[Recording, ...] = (),
) -> Draft:
    """A sign of a dictionary, to be added to another one."""
    given = ("features", "recordings")
    shared = {part.name: getattr(sign, part.name) for part in fields(Draft) if part.name not in given}
    return Draft(**shared, features=features, recordings=recordings)


def row(draft: Draft, motion: Motion) -> dict[str, object]:
    """The row of a sign, all but its motion; raises BadInput when it makes no sense."""
    offset = motion.seconds if draft.offset is None else draft.offset
    if not draft.gloss.strip() or not draft.language.strip():
        raise BadInput("A sign needs a gloss and a sign language: give both.")
    if not 0 <= draft.onset <= offset <= motion.seconds + 1e-6:
        raise BadInput(
            f"{draft.gloss} would go from {draft.onset} s to {offset} s of a motion of "
            f"{motion.seconds:.3f} s: choose a start and an end inside it."
        )
    scores = json.dumps({name: float(value) for name, value in sorted(draft.scores.items())})
    try:
        scores_from(scores)
    except ValueError:
        raise BadInput(f"The scores of {draft.gloss} are not all between 0 and 1: correct them.") from None
    names = ("gloss", "language", "variant", "source", "licence", "signer", "description")
    texts = {name: getattr(draft, name) for name in names}
    features = [words for feature in draft.features for words in feature]
    sources = [words for part in draft.recordings for words in (str(part.path), part.clip)]
    if not all(storable(words) for words in [*sources, *texts.values(), *features]):
        raise BadInput("A sign's texts hold characters that are not Unicode: correct them.")
    created = draft.created or datetime.now(UTC).isoformat(timespec="seconds")
    numbers = {"fps": float(motion.fps), "seconds": motion.seconds, "onset": draft.onset, "offset": offset}
    return texts | numbers | {
        "key": key(draft.gloss), "created": created, "status": draft.status.value, "scores": scores,
        "provenance": draft.provenance.value,
    }  # fmt: skip


def storable(words: str) -> bool:
    """Whether SQLite can hold the text: lone surrogates it cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in words)
