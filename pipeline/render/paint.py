"""Other colours for parts of a body, with the detail of its texture kept."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from pipeline.render.colour import Colour
from pipeline.render.mesh import Floats, Mesh

GAMMA = 2.2
"""Of tints, as the drawing program reads them."""
FOLLOWS = {"nail": "skin"}
"""Parts that change by as much as another does."""
DARKEST = 1e-3


def usual_colours(mesh: Mesh, picture: NDArray[np.uint8]) -> Floats:
    """The mean colour (P, 3) of each part in the texture (H, W, 4), linear; white where there is none."""
    height, width = picture.shape[:2]
    column = np.clip((mesh.uv[:, 0] * width).astype(int), 0, width - 1)
    row = np.clip(((1 - mesh.uv[:, 1]) * height).astype(int), 0, height - 1)
    texels = (picture[row, column, :3] / np.float32(255)) ** np.float32(GAMMA)
    count = np.bincount(mesh.part, minlength=len(mesh.parts))
    sums = np.stack([np.bincount(mesh.part, texels[:, c], len(mesh.parts)) for c in range(3)], axis=1)
    means: Floats = np.where(count[:, None] > 0, sums / np.maximum(count, 1)[:, None], 1.0)
    return np.maximum(means, DARKEST).astype(np.float32)


def painted(mesh: Mesh, usual: Floats, colours: Mapping[str, Colour]) -> Floats:
    """The tints (N, 4) under which each part of `colours` has that colour on average."""
    tint = mesh.tint.copy()
    for index, name in enumerate(mesh.parts):
        source = FOLLOWS.get(name, name)
        if source in colours and source in mesh.parts:
            wanted = np.array(colours[source], np.float32) ** GAMMA
            share = wanted / usual[mesh.parts.index(source)]
            tint[mesh.part == index, :3] = share ** (1 / GAMMA)
    return tint
