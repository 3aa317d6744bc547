"""Several networks that judge and translate together: the mean of their probabilities."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from pipeline.text.neural.codes import EDGE, FILL, FIRST, Codes
from pipeline.text.neural.network import HIDDEN, Network

Array = NDArray[Any]
Glosses = tuple[str, ...]

LONGEST = 40
"""Glosses of the longest translation that is searched for."""

LENGTH = 0.6
"""Power of the length by which logarithms are divided, so that long translations are not put last."""


@dataclass(frozen=True)
class Judgement:
    """What networks think of a translation."""

    score: float  # natural logarithm of its probability
    probabilities: tuple[float, ...]  # of each gloss after those before it
    words: tuple[int, ...]  # the word that is looked at most for each gloss


@dataclass(frozen=True)
class Ensemble:
    """Networks with the same codes."""

    codes: Codes
    networks: tuple[Network, ...]

    def judge(self, words: Sequence[str], translations: Sequence[Glosses]) -> list[Judgement]:
        """What the networks think of translations of a sentence, which must have a word."""
        given, following = self.codes.targets(translations)
        logarithms, looks = [], []
        with torch.inference_mode():
            for network, memory in zip(self.networks, self._read(words), strict=True):
                scored, looked = network.decode(given, *_repeated(memory, len(given)))
                chosen = scored.log_softmax(-1).gather(2, following[..., None])[..., 0]
                logarithms.append(chosen.masked_fill(following == FILL, 0.0))
                looks.append(looked)
            every = torch.stack(logarithms)  # (networks, N, T)
            total = every.sum(-1).logsumexp(0) - math.log(len(self.networks))
            each, place = every.exp().mean(0), torch.stack(looks).mean(0).argmax(-1)
        return [
            Judgement(score, tuple(sure[: len(glosses)]), tuple(where[: len(glosses)]))
            for glosses, score, sure, where in zip(
                translations, total.tolist(), each.tolist(), place.tolist(), strict=True
            )
        ]

    def search(
        self, words: Sequence[str], beams: int, allowed: frozenset[str] | None = None
    ) -> list[Glosses]:
        """Up to `beams` translations of a sentence with words, the best first, of allowed glosses alone."""
        going: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        done: list[tuple[float, tuple[int, ...]]] = []
        forbidden = self._forbidden(allowed)
        with torch.inference_mode():
            memories = self._read(words)
            while going and len(going[0][1]) < LONGEST:
                following = self._following(memories, [ids for _, ids in going]) + forbidden
                total = torch.tensor([score for score, _ in going])[:, None] + following
                best = total.flatten().topk(min(2 * beams, total.numel()))
                longer = []
                for score, place in zip(best.values.tolist(), best.indices.tolist(), strict=True):
                    row, gloss = divmod(place, following.shape[1])
                    if score <= HIDDEN / 2:
                        continue
                    if gloss == EDGE:
                        done.append((score, going[row][1]))
                    else:
                        longer.append((score, (*going[row][1], gloss)))
                going = longer[:beams]
                if len(done) >= beams and (
                    not going or going[0][0] < sorted(done, reverse=True)[beams - 1][0]
                ):
                    break
        done.sort(key=lambda one: -one[0] / (len(one[1]) + 1) ** LENGTH, reverse=False)
        return [tuple(self.codes.glosses[gloss - FIRST] for gloss in ids) for _, ids in done[:beams]] or [()]

    def _read(self, words: Sequence[str]) -> list[tuple[Tensor, Tensor]]:
        types, places = self.codes.words([words])
        return [network.encode(types, places) for network in self.networks]

    def _following(self, memories: list[tuple[Tensor, Tensor]], said: list[tuple[int, ...]]) -> Tensor:
        """Logarithms (B, V) of the mean probability of what follows."""
        given = torch.tensor([[EDGE, *ids] for ids in said])
        shares = [
            network.decode(given, *_repeated(memory, len(said)))[0][:, -1].softmax(-1)
            for network, memory in zip(self.networks, memories, strict=True)
        ]
        return torch.stack(shares).mean(0).clamp_min(1e-12).log()

    def _forbidden(self, allowed: frozenset[str] | None) -> Tensor:
        """What is added (V,) to what may follow: nothing, or so much that it never does."""
        may = [allowed is None or gloss in allowed for gloss in self.codes.glosses]
        fine = np.array([False, True, False, *may])
        return torch.where(torch.tensor(fine), 0.0, HIDDEN)


def _repeated(memory: tuple[Tensor, Tensor], times: int) -> tuple[Tensor, Tensor]:
    states, hidden = memory
    return states.expand(times, -1, -1), hidden.expand(times, -1, -1, -1)
