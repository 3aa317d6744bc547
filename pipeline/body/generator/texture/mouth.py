"""Inside of the mouth, teeth and tongue."""

import numpy as np

from pipeline.body.generator.noise import layered
from pipeline.body.generator.texture.canvas import Canvas, mix
from pipeline.body.generator.weights import smoothstep

_CAVITY, _TONGUE, _GUM = (0.42, 0.14, 0.13), (0.70, 0.33, 0.32), (0.68, 0.33, 0.32)
_ENAMEL = (0.90, 0.865, 0.79)
_TOOTH = 9.0  # degrees that a tooth takes of the arch


def paint(canvas: Canvas) -> None:
    """Paint all of it."""
    depth = canvas.eyes[:, 2].mean()
    texels = canvas.texels("mouth")
    shade = np.clip(1.15 + (texels.place[:, 2] - depth - 0.02) * 14, 0.25, 1.15)
    canvas.put(texels, np.array(_CAVITY) * (shade * (1 + 0.1 * layered(texels.place, 150, 3)))[:, None])
    texels = canvas.texels("helper-tongue")
    furrow = 1 - 0.12 * np.exp(-((texels.place[:, 0] / 0.0012) ** 2))
    bumps = 1 + 0.14 * layered(texels.place, 700, 3)
    front = texels.place[:, 2].max() - texels.place[:, 2]
    deep = 1 - 0.55 * smoothstep(0.008, 0.04, front)
    canvas.put(texels, np.array(_TONGUE) * (furrow * bumps * deep)[:, None])
    _paint_teeth(canvas, depth)


def _paint_teeth(canvas: Canvas, depth: float) -> None:
    for name, sign in (("helper-upper-teeth", 1), ("helper-lower-teeth", -1)):
        height = canvas.figure.posed[canvas.figure.surface.rows[name], 1]
        texels = canvas.texels(name)
        root = (texels.place[:, 1] - height.min()) / np.ptp(height)
        root = root if sign > 0 else 1 - root
        angle = np.degrees(np.arctan2(texels.place[:, 0], texels.place[:, 2] - depth + 0.045))
        between = smoothstep(0.10, 0.02, np.abs((angle / _TOOTH + 0.5) % 1 - 0.5))
        enamel = np.array(_ENAMEL) * (1 - 0.28 * between)[:, None]
        gum = smoothstep(0.62, 0.72, root + 0.05 * np.cos(angle / _TOOTH * 2 * np.pi))
        back = texels.place[:, 2].max() - texels.place[:, 2]
        shade = 1 - 0.75 * smoothstep(0.010, 0.030, back)
        canvas.put(texels, mix(enamel, np.array(_GUM), gum) * shade[:, None])
