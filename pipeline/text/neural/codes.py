"""What the numbers that go into a network and come out of it mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import torch
from torch import Tensor

from pipeline.text.neural.pieces import LIMIT, features, frequent_features

FILL, EDGE, UNKNOWN, FIRST = 0, 1, 2, 3
"""Gloss ids: what fills a row, what begins and ends a sentence, what is unknown, the first gloss."""


@dataclass(frozen=True)
class Codes:
    """Feature ids from 1 and gloss ids from `FIRST`, in the order of the lists."""

    language: str
    features: tuple[str, ...]
    glosses: tuple[str, ...]

    @cached_property
    def feature_ids(self) -> dict[str, int]:
        return {feature: index for index, feature in enumerate(self.features, start=1)}

    @cached_property
    def gloss_ids(self) -> dict[str, int]:
        return {gloss: index for index, gloss in enumerate(self.glosses, start=FIRST)}

    def words(self, sentences: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor]:
        """Feature ids (U, LIMIT) of the different words, and where they stand (B, S); row 0 fills."""
        rows: dict[str, int] = {}
        places = [[rows.setdefault(word, len(rows) + 1) for word in words] for words in sentences]
        types = [[], *map(self._known, rows)]
        return _padded(types, LIMIT), _padded(places, max([1, *map(len, sentences)]))

    def targets(self, sentences: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor]:
        """What the decoder is given (B, T) and what is to follow (B, T), of glosses."""
        ids = [[self.gloss_ids.get(gloss, UNKNOWN) for gloss in sentence] for sentence in sentences]
        longest = max([0, *map(len, sentences)]) + 1
        return _padded([[EDGE, *one] for one in ids], longest), _padded(
            [[*one, EDGE] for one in ids], longest
        )

    def _known(self, word: str) -> list[int]:
        found = (self.feature_ids.get(feature) for feature in features(word, self.language))
        return [one for one in found if one is not None]


def _padded(rows: Sequence[Sequence[int]], length: int) -> Tensor:
    return torch.tensor([[*row, *[FILL] * (length - len(row))] for row in rows])


def codes_of(sources: Sequence[Sequence[str]], targets: Sequence[Sequence[str]], language: str) -> Codes:
    """The codes of a corpus: features that are frequent in it, and every gloss."""
    glosses = tuple(sorted({gloss for target in targets for gloss in target}))
    return Codes(language, frequent_features(sources, language), glosses)
