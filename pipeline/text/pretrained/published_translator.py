"""A published mBART text-to-gloss network as others are used; it starts with the sign language's own row."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch

from pipeline.text.hypothesis import Hypothesis
from pipeline.text.pretrained.published import SPECIALS, Published

_OFFSET = 1
"""Rows of mBART come after those of SentencePiece by one: both know <s>, </s> and <unk>, in another order."""
_UNKNOWN, _END, _ENGLISH = 3, 2, 250_004
"""Rows of mBART; the network was trained with the source marked as English, whatever its language."""
LONGEST = 100


@dataclass(frozen=True)
class PublishedTranslator:
    """Implements `hypothesis.Translator`. Glosses are in capitals, as Phoenix-2014T writes them."""

    published: Published
    beams: int = 5

    @property
    def language(self) -> str:
        """IETF tag of the text."""
        return self.published.languages[0]

    @property
    def sign_language(self) -> str:
        """ISO 639-3."""
        return self.published.languages[1]

    @property
    def glosses(self) -> frozenset[str]:
        """Every gloss it can answer."""
        return frozenset(gloss.upper() for gloss in self.published.ids if gloss not in SPECIALS)

    def translate(
        self, words: Sequence[str], n: int = 1, allowed: frozenset[str] | None = None
    ) -> tuple[Hypothesis, ...]:
        """Up to `n` different answers, the best first; see `hypothesis.Translator`."""
        names = self._names(allowed)
        if not words or not names:
            return (Hypothesis((), 0.0, (), (), "neural"),)
        network = self.published.network
        beams = max(self.beams, n)
        with torch.inference_mode():
            made = network.generate(
                inputs_embeds=self.source(words),
                num_beams=beams,
                num_return_sequences=beams,
                max_new_tokens=LONGEST,
                decoder_start_token_id=self.published.start,
                forced_bos_token_id=None,
                prefix_allowed_tokens_fn=_only([*names, self.published.ids["</s>"]]),
                return_dict_in_generate=True,
                output_scores=True,
            )
        found: dict[tuple[str, ...], float] = {}
        for row, score in zip(made.sequences.tolist(), made.sequences_scores.tolist(), strict=True):
            found.setdefault(tuple(names[token] for token in row if token in names), score)
        return tuple(_hypothesis(glosses, score, len(words)) for glosses, score in list(found.items())[:n])

    def source(self, words: Sequence[str]) -> torch.Tensor:
        """The rows (1, S, d) that the encoder is given: pieces, the end, and the mark of the language."""
        published = self.published
        found = published.pieces.encode(" ".join(words).lower())
        pieces = [piece + _OFFSET if piece else _UNKNOWN for piece in found]
        unknown = published.kept.get(_UNKNOWN, _UNKNOWN)
        rows = [published.kept.get(row, unknown) for row in [*pieces, _END, _ENGLISH]]
        scaled = published.network.config.scale_embedding
        scale = math.sqrt(published.rows.shape[1]) if scaled else 1.0
        return published.rows[rows][None] * scale

    def _names(self, allowed: frozenset[str] | None) -> dict[int, str]:
        """The rows that may be answered, and their glosses."""
        named = {row: gloss.upper() for gloss, row in self.published.ids.items() if gloss not in SPECIALS}
        return {row: gloss for row, gloss in named.items() if allowed is None or gloss in allowed}


def _only(rows: list[int]) -> Callable[[int, torch.Tensor], list[int]]:
    return lambda _batch, _written: rows


def _hypothesis(glosses: tuple[str, ...], score: float, words: int) -> Hypothesis:
    sure = min(math.exp(score), 1.0)
    places = [min(index * words // max(len(glosses), 1), words - 1) for index in range(len(glosses))]
    return Hypothesis(glosses, score, (sure,) * len(glosses), tuple((p,) for p in places), "neural")
