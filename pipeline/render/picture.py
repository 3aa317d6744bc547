"""Pictures read from files, to be laid behind the signer."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.errors import BadInput
from pipeline.render.background import Picture

LARGEST = (3840, 2160)
"""Pixels across and down that are kept of a picture: what the largest screens and videos show."""


def read_picture(path: Path) -> Picture:
    """The picture of a file as a camera held it; where it is transparent it is black. Raises BadInput."""
    try:
        with Image.open(path) as image:
            image.draft("RGB", LARGEST)  # decodes large photographs at a size nearer to the wanted one
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except FileNotFoundError:
        raise BadInput(f"There is no picture at {path}: choose another file.") from None
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        raise BadInput(f"{path} cannot be read as a picture: choose a PNG or JPEG file.") from None
    upright.thumbnail(LARGEST)
    flat = Image.new("RGBA", upright.size, (0, 0, 0, 255))
    flat.alpha_composite(upright)
    return Picture(np.asarray(flat)[..., :3].copy())
