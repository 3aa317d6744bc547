"""How much of a collection of transcriptions can be mapped."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.compose.transcription.read import Transcription


@dataclass(frozen=True, slots=True)
class Coverage:
    """Signs read and refused, symbols in all and those mapped, signs with nothing unmapped."""

    signs: int
    refused: int
    symbols: int
    mapped: int
    whole: int
    missing: tuple[tuple[str, int], ...]  # what is unmapped most often

    def __str__(self) -> str:
        return (
            f"{self.signs} signs read, {self.refused} refused; {self.mapped / max(self.symbols, 1):.1%} of "
            f"{self.symbols} symbols mapped; {self.whole / max(self.signs + self.refused, 1):.1%} of the "
            "signs with nothing unmapped"
        )


def coverage(transcriptions: Iterable[Transcription], refused: int = 0) -> Coverage:
    """The figures of transcriptions that were read, with the number of those that were not."""
    signs = symbols = unmapped = whole = 0
    missing: Counter[str] = Counter()
    for transcription in transcriptions:
        signs += 1
        symbols += transcription.symbols
        unmapped += len(transcription.unmapped)
        whole += not transcription.unmapped
        missing.update(transcription.unmapped)
    return Coverage(signs, refused, symbols, symbols - unmapped, whole, tuple(missing.most_common(30)))
