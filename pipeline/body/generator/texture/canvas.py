"""The texture while it is painted."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt

from pipeline.body.generator.atlas import CHARTS, SIZE
from pipeline.body.generator.figure import Figure
from pipeline.body.generator.hair import skull_middle
from pipeline.body.generator.looks import Colour, Look
from pipeline.body.generator.makehuman import Array, sample
from pipeline.body.generator.patch import normals
from pipeline.body.generator.texture.raster import spread
from pipeline.motion import joints


@dataclass(frozen=True, slots=True, eq=False)
class Texels:
    """Pixels of the texture and where they lie on the figure in its A-pose."""

    rows: Array  # (N,)
    columns: Array  # (N,)
    place: Array  # (N, 3)
    normal: Array  # (N, 3)
    inside_hair: Array  # (N,)
    extra: Array  # (N,) a field of the patch, as asked for


class Canvas:
    """RGBA from 0 to 1, (SIZE, SIZE, 4), and what painters need to know about the figure."""

    def __init__(self, figure: Figure, look: Look) -> None:
        self.figure, self.look = figure, look
        self.colour = np.ones((SIZE, SIZE, 4), np.float32)
        self.filled = np.zeros((SIZE, SIZE), bool)
        self._normals = normals(figure.posed, figure.surface.faces)
        stand = figure.posture
        self.skull = skull_middle(stand)
        self.eyes = stand.positions[[joints.LEFT_EYE, joints.RIGHT_EYE]]

    def joint(self, name: str) -> Array:
        """Position (3,) of a joint."""
        place: Array = self.figure.posture.positions[joints.INDEX[name]]
        return place

    def texels(self, *patches: str, field: Array | None = None, among: Array | None = None) -> Texels:
        """Pixels of some patches; `field` (V,) is interpolated as `extra`.

        Of the faces only those count whose vertices are all `among` (V,) the chosen ones.
        """
        surface = self.figure.surface
        pieces = [surface.face_rows[name] for name in patches]
        numbers = np.concatenate([np.arange(piece.start, piece.stop) for piece in pieces])
        faces = surface.faces[numbers]
        if among is not None:
            chosen = among[faces].all(1)
            numbers, faces = numbers[chosen], faces[chosen]
        if field is None:
            field = np.zeros(surface.vertices)
        carried = np.column_stack([self.figure.posed, self._normals, surface.inside_hair, field])
        uv = surface.uv[surface.uv_faces[numbers]]
        corners = np.stack([uv[..., 0] * SIZE, (1 - uv[..., 1]) * SIZE], -1)
        rows, columns, values = spread(corners, carried[faces], SIZE)
        return Texels(rows, columns, values[:, :3], values[:, 3:6], values[:, 6], values[:, 7])

    def put(self, texels: Texels, colour: Array, alpha: Array | float = 1.0) -> None:
        """Paint colours (N, 3) and alphas (N,)."""
        self.colour[texels.rows, texels.columns, :3] = np.clip(colour, 0, 1)
        self.colour[texels.rows, texels.columns, 3] = alpha
        self.filled[texels.rows, texels.columns] = True

    def mask(self, name: str, chart: str, texels: Texels, blur: float) -> Array:
        """A mask of the base mesh (N,) at pixels of a chart."""
        source = CHARTS[chart].source_of(texels.rows, texels.columns)
        painted: Array = sample(self.figure.source.mask(name, blur), source)
        return painted

    def pixels(self) -> Array:
        """The texture as bytes (SIZE, SIZE, 4); what is not painted takes the nearest paint."""
        nearest = distance_transform_edt(~self.filled, return_distances=False, return_indices=True)
        colour = self.colour[nearest[0], nearest[1]]
        whole: Array = np.round(np.clip(colour, 0, 1) * 255).astype(np.uint8)
        return whole


def mix(first: Array | Colour, second: Array | Colour, share: Array | float) -> Array:
    """Colours (N, 3) between two, by shares (N,)."""
    first, second = np.asarray(first), np.asarray(second)
    result: Array = first + (second - first) * np.clip(np.asarray(share)[..., None], 0, 1)
    return result


def tint(colour: Array, factors: Colour, share: Array | float) -> Array:
    """Colours (N, 3) multiplied by `factors`, by shares (N,)."""
    return mix(colour, colour * np.array(factors), share)
