"""How the parts of a body take the light."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Material:
    """A surface; everything from 0 to 1.

    `scatter` lets light bleed under the surface as in skin, `fuzz` brightens grazing angles as cloth
    does, `strands` stretches the highlight across hair. `open` surfaces are seen from both sides.
    """

    roughness: float
    scatter: float = 0.0
    fuzz: float = 0.0
    strands: float = 0.0
    open: bool = False
    cutout: bool = False  # transparent where the texture is
    least_occlusion: float = 0.0  # lower bound of the baked brightness in crevices
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)  # sRGB, over the texture


CLAY = Material(roughness=0.55, scatter=0.6, tint=(0.68, 0.52, 0.44))
"""A body without texture or parts: matte, the colour of skin."""

EYEBALL = Material(roughness=0.10, least_occlusion=0.75, tint=(0.93, 0.92, 0.90))
IRIS = Material(roughness=0.10, least_occlusion=0.75, tint=(0.27, 0.19, 0.13))
"""Of a body without texture, whose eyes are known by their joints."""

MATERIALS: dict[str, Material] = {
    "skin": Material(roughness=0.47, scatter=1.0, least_occlusion=0.25),
    "nail": Material(roughness=0.30, scatter=1.0, least_occlusion=0.25),
    "mouth": Material(roughness=0.35, scatter=0.35, least_occlusion=0.28, tint=(0.8, 0.8, 0.8)),
    "tongue": Material(roughness=0.35, scatter=0.35, least_occlusion=0.45),
    "teeth": Material(roughness=0.30, least_occlusion=0.35, tint=(0.80, 0.77, 0.73)),
    "eye": Material(roughness=0.10, least_occlusion=0.75),
    "lash": Material(roughness=0.70, least_occlusion=0.75, open=True, cutout=True),
    "hair": Material(roughness=0.42, strands=1.0, open=True),
    "fringe": Material(roughness=0.42, strands=1.0, open=True, cutout=True),
    "top": Material(roughness=0.90, fuzz=1.0, least_occlusion=0.15, open=True),
    "bottom": Material(roughness=0.90, fuzz=0.6, least_occlusion=0.15, open=True),
    "shoe": Material(roughness=0.50, least_occlusion=0.2, open=True),
}
"""By the name of a body's part; an unknown part is skin."""
