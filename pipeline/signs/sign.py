"""One 3D sign of a dictionary, without its motion."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NewType

from pipeline.signs.decision import NONE, Decision, Subject
from pipeline.signs.decision import Status as Status

SignId = NewType("SignId", int)


class Provenance(StrEnum):
    """Where a sign's motion comes from; said wherever the sign is shown, and in what is exported."""

    CAPTURED = "captured"
    COMPOSED = "composed from description"


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of the dictionary; `SignStore.motion` holds what it looks like.

    The sign itself lies between `onset` and `offset`, in seconds of its motion; what comes
    before and after is the captured way from and to the rest position. Letters of the
    manual alphabet carry the letter as their gloss.
    """

    id: SignId
    gloss: str
    language: str  # ISO 639-3, such as "ase"
    variant: str
    source: str
    licence: str
    signer: str
    fps: float
    seconds: float
    onset: float
    offset: float
    created: str  # ISO 8601, UTC
    status: Status
    scores: dict[str, float]  # 0 to 1, higher is better; "fit" is how well the capture was fitted
    motion: str  # SHA-256 of the motion's safetensors bytes
    provenance: Provenance = Provenance.CAPTURED
    description: str = ""  # its form in the notation of `pipeline/compose`; empty when nobody wrote it down
    decision: Decision = NONE  # what a curator said of it; status, onset and offset follow it already

    @property
    def composed(self) -> bool:
        """Whether nobody was seen signing it: its motion was made from a description."""
        return self.provenance is Provenance.COMPOSED

    @property
    def subject(self) -> Subject:
        """What decisions about this sign are filed under."""
        return Subject(self.language, self.gloss, self.variant, self.source, self.motion)

    @property
    def score(self) -> float:
        """One number to rank by: the mean of the scores, 0 without any."""
        return sum(self.scores.values()) / len(self.scores) if self.scores else 0.0


def curated(sign: Sign, decision: Decision) -> Sign:
    """A sign of a dictionary as a decision wants it; in and out points stay inside the motion."""
    if decision == NONE:
        return sign
    onset = sign.onset if decision.start is None else min(max(decision.start, 0.0), sign.seconds)
    offset = sign.offset if decision.end is None else min(max(decision.end, onset), sign.seconds)
    status = decision.status or sign.status
    return replace(sign, status=status, onset=onset, offset=max(onset, offset), decision=decision)
