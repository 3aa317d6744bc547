"""What is not cloth or hair: skin, mouth, eyes, teeth, tongue and lashes."""

from dataclasses import replace

import numpy as np

from pipeline.body.generator.atlas import CHARTS, both_hands, both_lashes
from pipeline.body.generator.makehuman import Array, MakeHuman
from pipeline.body.generator.patch import Patch, Quads, group, triangulated
from pipeline.body.generator.subdivision import subdivide

_HEAD_CHART = (0.64, 0.145)
_LOOSE = (
    ("helper-l-eye", "eyes", "eye"),
    ("helper-r-eye", "eyes", "eye"),
    ("helper-upper-teeth", "teeth", "teeth"),
    ("helper-lower-teeth", "teeth", "teeth"),
    ("helper-tongue", "tongue", "tongue"),
    ("helper-l-eyelashes-2", "lashes", "lash"),
    ("helper-r-eyelashes-2", "lashes", "lash"),
)


def face_charts(source: MakeHuman) -> dict[str, Array]:
    """Which faces (F,) of the body lie in which chart.

    The label "head" also covers faces of the neck that MakeHuman unwraps with the body.
    """
    labels = source.labels()
    middle = source.uv[source.uv_quads["body"]].mean(1)
    in_head = (middle[:, 0] > _HEAD_CHART[0]) & (middle[:, 1] > _HEAD_CHART[1])
    return {
        "head": labels["head"] & in_head,
        "hands": labels["hand.L"] | labels["hand.R"],
        "body": labels["body"] | (labels["head"] & ~in_head),
        "eyecav": labels["eye_cavity.L"] | labels["eye_cavity.R"],
        "mouth": labels["mouth_cavity"],
    }


def patches(source: MakeHuman, base: Array, hidden: Array) -> list[Patch]:
    """All patches over the A-pose `base` (N, 3).

    `hidden` (N,) are base vertices so far under cloth or hair that they are not needed.
    """
    seen = hidden[source.quads["body"][:, :4]].sum(1) < 3
    out = []
    for chart, chosen in face_charts(source).items():
        quads = group(source, "body", chosen & seen)
        uv = both_hands(quads.uv) if chart == "hands" else quads.uv
        part = "mouth" if chart == "mouth" else "skin"
        out.append(_placed(chart, part, replace(quads, uv=uv), chart))
    for name, chart, part in _LOOSE:
        quads = group(source, name)
        if part == "eye":
            quads = _seen_from_front(subdivide(quads), base)
        elif part == "lash":
            quads = replace(quads, uv=both_lashes(np.asarray(quads.uv)))
        out.append(_placed(name, part, quads, chart))
    return out


def _seen_from_front(eye: Quads, base: Array) -> Quads:
    """An eyeball unwrapped around its optical axis, the iris large; both eyes mirror each other."""
    points = eye.stencil @ base
    away = points - (points.max(0) + points.min(0)) / 2
    angle = np.arccos(np.clip(away[:, 2] / np.linalg.norm(away, axis=1), -1, 1))
    radius = 0.48 * (angle / np.pi) ** 0.6
    around = np.arctan2(away[:, 1], away[:, 0] * np.sign(points[:, 0].mean()))
    uv = 0.5 + radius[:, None] * np.column_stack([np.cos(around), np.sin(around)])
    return replace(eye, uv=uv, uv_faces=eye.faces)


def _placed(name: str, part: str, quads: Quads, chart: str) -> Patch:
    return triangulated(name, part, replace(quads, uv=CHARTS[chart].place(np.asarray(quads.uv))))
