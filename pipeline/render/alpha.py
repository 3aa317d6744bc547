"""Transparency of drawn pictures."""

import numpy as np

from pipeline.render.target import Pixels


def straight(pixels: Pixels) -> Pixels:
    """Pixels premultiplied by their alpha, (H, W, 4), as full colours beside it."""
    result = pixels.copy()
    edge = (pixels[..., 3] > 0) & (pixels[..., 3] < 255)
    alpha = pixels[edge][:, 3:].astype(np.float32) / 255
    result[edge, :3] = np.minimum(np.round(pixels[edge][:, :3] / alpha), 255).astype(np.uint8)
    return result
