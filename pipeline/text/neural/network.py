"""The compact transformer: words as bags of features in, scores of the next gloss out."""

import math

import torch
from torch import Tensor, nn

from pipeline.text.neural.codes import FILL, FIRST, UNKNOWN
from pipeline.text.neural.recipe import Size

HIDDEN = -1e9
"""Score of what must not be looked at."""


def positions(length: int, width: int) -> Tensor:
    """Sine and cosine waves (length, width) of Vaswani et al. (2017)."""
    place = torch.arange(length)[:, None]
    speed = torch.exp(torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    return torch.stack([torch.sin(place * speed), torch.cos(place * speed)], -1).reshape(length, width)


class Dropout(nn.Module):
    """Dropout whose masks are bytes, eight of which come from one random number: PyTorch's own took a
    quarter of the training. Shares are multiples of 1/256."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.least = round(256 * share)

    def forward(self, states: Tensor) -> Tensor:
        if not self.training or not self.least:
            return states
        chance = torch.empty(states.numel() // 8 + 1, dtype=torch.int64).random_(-(2**63), None)
        kept = chance.view(torch.uint8)[: states.numel()].view(states.shape) >= self.least
        return states * (kept.to(states.dtype) * (256 / (256 - self.least)))


class Attention(nn.Module):
    """Attention with several heads, from queries (B, T, D) to a memory (B, S, D)."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.heads = size.heads
        self.query = nn.Linear(size.width, size.width)
        self.key = nn.Linear(size.width, size.width)
        self.value = nn.Linear(size.width, size.width)
        self.out = nn.Linear(size.width, size.width)
        self.dropout = Dropout(dropout)

    def forward(self, queries: Tensor, memory: Tensor, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """What is seen (B, T, D) and where it was looked (B, H, T, S).

        `hidden` is added to the scores: (B, 1, 1, S) or (T, S).
        """
        batch, length, width = queries.shape

        def split(states: Tensor) -> Tensor:
            return states.view(batch, -1, self.heads, width // self.heads).transpose(1, 2)

        scores = split(self.query(queries)) @ split(self.key(memory)).transpose(2, 3)
        weights = (scores / math.sqrt(width // self.heads) + hidden).softmax(-1)
        mixed = self.dropout(weights) @ split(self.value(memory))
        return self.out(mixed.transpose(1, 2).reshape(batch, length, width)), weights


class Layer(nn.Module):
    """What encoder and decoder layers share: a look at each other and a feed-forward, normalised before."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.itself, self.itself_norm = Attention(size, dropout), nn.LayerNorm(size.width)
        self.widen, self.narrow = nn.Linear(size.width, size.hidden), nn.Linear(size.hidden, size.width)
        self.widen_norm = nn.LayerNorm(size.width)
        self.dropout = Dropout(dropout)

    def look(self, states: Tensor, hidden: Tensor) -> Tensor:
        normed = self.itself_norm(states)
        seen: Tensor = self.dropout(self.itself(normed, normed, hidden)[0])
        return states + seen

    def think(self, states: Tensor) -> Tensor:
        wide = self.dropout(torch.relu(self.widen(self.widen_norm(states))))
        thought: Tensor = self.dropout(self.narrow(wide))
        return states + thought


class EncoderLayer(Layer):
    """Words look at each other."""

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        return self.think(self.look(states, hidden))


class DecoderLayer(Layer):
    """Glosses look at those before them, then at the words."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__(size, dropout)
        self.source, self.source_norm = Attention(size, dropout), nn.LayerNorm(size.width)

    def forward(
        self, states: Tensor, ahead: Tensor, memory: Tensor, memory_hidden: Tensor
    ) -> tuple[Tensor, Tensor]:
        states = self.look(states, ahead)
        seen, weights = self.source(self.source_norm(states), memory, memory_hidden)
        return self.think(states + self.dropout(seen)), weights


class Network(nn.Module):
    """An encoder of words and a decoder of glosses, whose last layer shares the gloss embedding."""

    def __init__(self, size: Size, features: int, glosses: int, dropout: float = 0.0, forgotten: float = 0.0):
        super().__init__()
        self.size, self.forgotten = size, forgotten
        self.source = nn.Embedding(features + 1, size.width, padding_idx=FILL)
        self.target = nn.Embedding(glosses + FIRST, size.width, padding_idx=FILL)
        nn.init.normal_(self.source.weight, std=size.width**-0.5)
        nn.init.normal_(self.target.weight, std=size.width**-0.5)
        self.bias = nn.Parameter(torch.zeros(glosses + FIRST))
        self.encoder = nn.ModuleList(EncoderLayer(size, dropout) for _ in range(size.encoder_layers))
        self.decoder = nn.ModuleList(DecoderLayer(size, dropout) for _ in range(size.decoder_layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(size.width), nn.LayerNorm(size.width)
        self.dropout = Dropout(dropout)
        self.register_buffer("places", positions(256, size.width), persistent=False)

    def encode(self, types: Tensor, places: Tensor) -> tuple[Tensor, Tensor]:
        """Memory (B, S, D) of `Codes.words`, and what hides its filling (B, 1, 1, S)."""
        used = (types > FILL).float()
        if self.training and self.forgotten:
            used[:, :2] *= self._kept(used[:, :1])  # the word is known by its letters alone
            used = used * self._kept(used[:, :1])
        summed = (self.source(types) * used[..., None]).sum(-2)
        table = summed * torch.rsqrt(used.sum(-1, keepdim=True).clamp_min(1) / self.size.width)
        states = self.dropout(nn.functional.embedding(places, table) + self._place(places.shape[1]))
        hidden = torch.zeros_like(places, dtype=states.dtype).masked_fill(places == 0, HIDDEN)[:, None, None]
        for layer in self.encoder:
            states = layer(states, hidden)
        return self.encoder_norm(states), hidden

    def decode(self, glosses: Tensor, memory: Tensor, memory_hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Scores (B, T, V) of what follows each of the glosses (B, T), and the words looked at (B, T, S)."""
        length = glosses.shape[1]
        if self.training and self.forgotten:
            forget = (self._kept(glosses) == 0) & (glosses >= FIRST)
            glosses = glosses.masked_fill(forget, UNKNOWN)
        states = self.dropout(self.target(glosses) * math.sqrt(self.size.width) + self._place(length))
        ahead = torch.full((length, length), HIDDEN).triu(1).to(states)
        for layer in self.decoder:
            states, looked = layer(states, ahead, memory, memory_hidden)
        return self.decoder_norm(states) @ self.target.weight.T + self.bias, looked.mean(1)

    def _kept(self, like: Tensor) -> Tensor:
        return (torch.rand(like.shape) >= self.forgotten).float()

    def _place(self, length: int) -> Tensor:
        places = self.get_buffer("places")
        return places[torch.arange(length).clamp_max(len(places) - 1)]
