"""The size of the compact transformer, and how it is trained; torch is not needed to read this."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """Layers and widths of the network."""

    width: int = 192
    heads: int = 4
    hidden: int = 384
    encoder_layers: int = 2
    decoder_layers: int = 1


@dataclass(frozen=True, slots=True)
class Recipe:
    """What Sennrich and Zhang (2019) found for little data: small, much dropout; and averaged weights."""

    epochs: int = 24
    batch: int = 64
    """Sentences in one step."""
    rate: float = 2e-3
    """Highest learning rate, reached after a tenth of the steps; then it falls as a cosine."""
    dropout: float = 0.2
    forgotten: float = 0.1
    """Share of words, and of glosses said before, that a step hides."""
    smoothing: float = 0.1
    """Label smoothing."""
    average: float = 0.995
    """Of the running mean of the weights, which is what is kept."""


SIZE, RECIPE = Size(), Recipe()
"""The usual ones."""
