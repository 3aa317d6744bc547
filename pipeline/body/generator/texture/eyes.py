"""Eyeballs and lashes."""

import numpy as np
from scipy.spatial import cKDTree

from pipeline.body.generator.noise import layered, scattered
from pipeline.body.generator.texture.canvas import Canvas, mix, tint
from pipeline.body.generator.weights import smoothstep

_IRIS, _PUPIL = 25.0, 9.0  # degrees from the optical axis
_SCLERA, _BLACK, _LASH = (0.88, 0.86, 0.835), (0.015, 0.012, 0.012), (0.045, 0.032, 0.027)


def paint(canvas: Canvas) -> None:
    """Paint the left eye and its lashes, whose pixels the right one shares."""
    _paint_eye(canvas, "helper-l-eye")
    _paint_lashes(canvas, "helper-l-eyelashes-2")


def _paint_eye(canvas: Canvas, name: str) -> None:
    ball = canvas.figure.posed[canvas.figure.surface.rows[name]]
    middle = (ball.max(0) + ball.min(0)) / 2
    texels = canvas.texels(name, among=canvas.figure.posed[:, 2] > middle[2] - 0.25 * np.ptp(ball[:, 2]))
    away = texels.place - middle
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    angle = np.degrees(np.arccos(np.clip(away[:, 2], -1, 1)))
    around = np.arctan2(away[:, 1], away[:, 0])

    sclera = np.array(_SCLERA) * (1 - 0.22 * smoothstep(30, 75, angle))[:, None]
    veins = layered(np.column_stack([around * 5, angle * 0.16, 0 * angle]), 1, 4, 12)
    sclera = tint(sclera, (1, 0.80, 0.78), 0.5 * smoothstep(0.25, 0.8, veins) * smoothstep(32, 60, angle))

    out = np.clip((angle - _PUPIL) / (_IRIS - _PUPIL), 0, 1)
    rays = np.column_stack([np.cos(around) * 9, np.sin(around) * 9, angle * 0.05])
    bright = 1.10 + 0.45 * smoothstep(0.55, 0.15, out) - 0.25 * out
    iris = np.array(canvas.look.palette.iris) * ((1 + 0.55 * layered(rays, 1.6, 4, 5)) * bright)[:, None]
    iris = tint(iris, (0.32, 0.32, 0.32), smoothstep(0.78, 1.0, out))

    colour = mix(iris, sclera, smoothstep(_IRIS - 1.2, _IRIS + 1.4, angle))
    colour = mix(np.array(_BLACK), colour, smoothstep(_PUPIL - 0.8, _PUPIL + 0.8, angle))
    under_lid = smoothstep(0.20, 0.60, away[:, 1])
    canvas.put(texels, colour * (1 - 0.35 * under_lid)[:, None])


def _paint_lashes(canvas: Canvas, name: str) -> None:
    """A dense root along the lid from which single lashes rise, long ones at the outer corner."""
    surface, posed = canvas.figure.surface, canvas.figure.posed
    lashes = surface.rows[name]
    far, _ = cKDTree(posed[surface.of_patch("head", "eyecav")]).query(posed[lashes])
    height = np.zeros(surface.vertices)
    height[lashes] = np.clip(far / far.max(), 0, 1)
    texels = canvas.texels(name, field=height)
    turn = np.arctan2(texels.place[:, 0] - canvas.eyes[0, 0], 0.03)
    strand = turn * 30 + 0.5 * texels.extra * np.sin(turn * 23)
    cell = np.floor(strand).astype(int)
    middle = np.abs(strand % 1 - 0.5) * 2
    reach = 0.62 + 0.35 * scattered(np.stack([cell, 0 * cell, 0 * cell], 1))
    taper = np.clip(texels.extra / reach, 0, 1)
    single = smoothstep(1.05 - 0.95 * taper, 0.55 - 0.55 * taper, middle) * smoothstep(1.0, 0.85, taper)
    root = smoothstep(0.26, 0.10, texels.extra)
    alpha = np.maximum(single * canvas.look.lashes, root * (0.4 + 0.6 * canvas.look.lashes))
    canvas.put(texels, np.repeat(np.array(_LASH)[None], len(alpha), 0), alpha)
