"""Paints the whole texture of a figure."""

import os
from pathlib import Path

from PIL import Image

from pipeline.body.generator.figure import Figure
from pipeline.body.generator.looks import Look
from pipeline.body.generator.texture import cloth, eyes, face, hair, hands, mouth, skin
from pipeline.body.generator.texture.canvas import Canvas


def save(path: Path, figure: Figure, look: Look) -> None:
    """Write the texture as PNG, whole or not at all."""
    canvas = Canvas(figure, look)
    for paint in (skin.paint_body, face.paint, hands.paint, mouth.paint, eyes.paint, cloth.paint, hair.paint):
        paint(canvas)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        Image.fromarray(canvas.pixels(), "RGBA").save(file, "PNG", optimize=True)
    os.replace(part, path)
