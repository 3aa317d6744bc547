"""Bare skin: what it has in common all over."""

import numpy as np

from pipeline.body.generator.makehuman import Array
from pipeline.body.generator.noise import layered, noise
from pipeline.body.generator.texture.canvas import Canvas, Texels, tint
from pipeline.body.generator.weights import smoothstep

_TRUNK = 0.2  # |x| up to which a pixel does not belong to an arm


def bare(canvas: Canvas, place: Array) -> Array:
    """Skin colour (N, 3) with its mottling and pores; arms mirror each other."""
    spot = place.copy()
    spot[:, 0] = np.where(np.abs(place[:, 0]) > _TRUNK, np.abs(place[:, 0]), place[:, 0])
    colour = np.repeat(np.array(canvas.look.palette.skin)[None], len(spot), 0)
    uneven = layered(spot, 35, 4)[:, None] * np.array([0.7, 1.0, 1.1])
    colour = colour * (1 + 0.045 * uneven)
    colour = colour * (1 + 0.035 * layered(spot, 260, 3, 9) + 0.020 * noise(spot, 1500, 5))[:, None]
    return tint(colour, (1.02, 0.93, 0.91), 0.40 * smoothstep(0.1, 0.7, layered(spot, 90, 3, 21)))


def paint_body(canvas: Canvas) -> None:
    """Neck, chest and forearms, as far as they show."""
    texels = canvas.texels("body")
    canvas.put(texels, bare(canvas, texels.place))


def spots(texels: Texels, places: Array, sizes: Array | float) -> Array:
    """The strongest (N,) of round spots at `places` (K, 3) with radii `sizes` (K,) at each pixel."""
    out = np.zeros(len(texels.place))
    for place, size in zip(places, np.broadcast_to(sizes, len(places)), strict=True):
        out = np.maximum(out, np.exp(-((texels.place - place) ** 2).sum(1) / size**2))
    return out
