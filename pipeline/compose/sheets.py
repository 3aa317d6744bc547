"""Contact sheets: composed signs and handshapes as pictures to look through."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.body.kinematics import joint_positions
from pipeline.body.model import BodyModel
from pipeline.compose.compose import Composed, compose
from pipeline.compose.description import Handshape
from pipeline.compose.figure import figure_of
from pipeline.compose.shapes import Shape
from pipeline.compose.text_form import DescribedSign
from pipeline.motion import joints
from pipeline.motion.motion import Motion
from pipeline.motion.rotations import axis_angle_to_quaternion, multiply, quaternion_to_axis_angle
from pipeline.progress import Progress, silent
from pipeline.render.camera import Camera
from pipeline.render.stills import Pixels, Stills
from pipeline.resources import RESOURCES

SIGNS_A_PAGE, SHAPES_A_PAGE = 7, 24
_TILE = 230  # pixels
_MOMENTS = (0.0, 0.5, 1.0)
_FRONT = Camera(target=(0.0, 0.08, 0.1), pitch=3.0, distance=2.75, fov=13.0)
_SIDE = replace(_FRONT, yaw=-65.0, pitch=8.0)
_CLOSE = Camera(target=(0.0, 0.0, 0.0), pitch=4.0, distance=1.6, fov=7.0)
_CAPTION = ("start", "middle", "end", "side, start", "side, end", "hands, start", "hands, end")
_SHAPE_VIEWS = (0.0, -75.0)
"""Degrees of yaw from which a handshape is shown."""


def sign_pages(
    signs: Sequence[DescribedSign], body: BodyModel, rows_a_page: int, progress: Progress = silent
) -> Iterator[tuple[str, Image.Image]]:
    """Pages of rows, one a sign: start, middle and end from the front, two from the side, the hands close.

    Each comes with the name of its first sign.
    """
    with Stills(body, _TILE, _TILE) as stills:
        for first in range(0, len(signs), rows_a_page):
            rows: list[tuple[str, Sequence[Pixels]]] = []
            for sign in signs[first : first + rows_a_page]:
                progress(first + len(rows), len(signs), sign.gloss)
                rows.append((_title(sign), _pictures(compose(sign.description, body), body, stills)))
            yield signs[first].gloss, _page(rows, _CAPTION)
    progress(len(signs), len(signs), "")


def handshape_pages(body: BodyModel, progress: Progress = silent) -> Iterator[tuple[str, Image.Image]]:
    """Pages of all handshapes, each seen from the palm and from the thumb's side."""
    figure = figure_of(body)
    names = list(Shape)
    with Stills(body, _TILE, _TILE) as stills:
        for first in range(0, len(names), SHAPES_A_PAGE):
            chosen = names[first : first + SHAPES_A_PAGE]
            pose = np.zeros((len(chosen), joints.COUNT, 3))
            for index, name in enumerate(chosen):
                progress(first + index, len(names), name)
                pose[index, joints.INDEX["right_elbow"]] = _forearm_up()
                turns = figure.grasp(Handshape(name), "right").turns
                pose[index, joints.RIGHT_HAND] = quaternion_to_axis_angle(turns)
            motion = Motion(1.0, pose.astype(np.float32))
            x, y, z = figure.rest_joints[joints.INDEX["right_elbow"]]
            camera = replace(_CLOSE, target=(float(x), float(y) + 0.34, float(z)))
            shots = [
                (index, replace(camera, yaw=yaw)) for index in range(len(chosen)) for yaw in _SHAPE_VIEWS
            ]
            pictures = stills.draw(motion, shots)
            yield chosen[0], _shape_page(chosen, pictures)
    progress(len(names), len(names), "")


def write_pages(pages: Iterator[tuple[str, Image.Image]], folder: Path) -> list[Path]:
    """Write pages as numbered PNG files and return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for number, (name, page) in enumerate(pages, start=1):
        plain = "".join(letter if letter.isalnum() else "-" for letter in name)
        path = folder / f"{number:03d}-{plain}.png"
        part = path.with_suffix(".part")
        page.save(part, format="PNG")
        part.replace(path)
        written.append(path)
    return written


def _title(sign: DescribedSign) -> str:
    return f"{sign.gloss} ({sign.variant})" if sign.variant else sign.gloss


def _pictures(composed: Composed, body: BodyModel, stills: Stills) -> list[Pixels]:
    motion = composed.motion
    first, last = round(composed.onset * motion.fps), round(composed.offset * motion.fps)
    frames = [round(first + moment * (last - first)) for moment in _MOMENTS]
    places = joint_positions(body.rest_joints, motion.pose, motion.translation)
    shots = [(frame, _FRONT) for frame in frames]
    shots += [(frames[0], _SIDE), (frames[-1], _SIDE)]
    shots += [(frame, _hands(places[frame])) for frame in (frames[0], frames[-1])]
    return stills.draw(motion, shots)


def _hands(places: NDArray[np.floating]) -> Camera:
    """On the raised hands of a pose with its joints at `places` (55, 3)."""
    middles = places[[joints.INDEX["left_middle1"], joints.INDEX["right_middle1"]]]
    raised = middles[middles[:, 1] > -0.3]
    shown = raised if len(raised) else middles
    x, y, z = shown.mean(axis=0)
    apart = float(np.linalg.norm(shown[0] - shown[-1]))
    return replace(
        _CLOSE, target=(float(x), float(y), float(z)), fov=min(9.0 + 30.0 * apart, 22.0), yaw=-12.0
    )


def _forearm_up() -> NDArray[np.float64]:
    """The elbow's rotation vector (3,) that raises the forearm from the T-pose, palm forward."""
    up = axis_angle_to_quaternion(np.array([0.0, 0.0, -np.pi / 2]))
    forward = axis_angle_to_quaternion(np.array([0.0, np.pi / 2, 0.0]))
    vector: NDArray[np.float64] = quaternion_to_axis_angle(multiply(forward, up))
    return vector


def _page(rows: Sequence[tuple[str, Sequence[Pixels]]], captions: Sequence[str]) -> Image.Image:
    page = Image.new("RGB", (len(captions) * _TILE, len(rows) * _TILE))
    draw = ImageDraw.Draw(page)
    for row, (title, pictures) in enumerate(rows):
        for column, picture in enumerate(pictures):
            page.paste(Image.fromarray(picture), (column * _TILE, row * _TILE))
            text = title if column == 0 else captions[column]
            draw.text((column * _TILE + 6, row * _TILE + 4), text, "white", _font(15 if column == 0 else 11))
    return page


def _shape_page(names: Sequence[Shape], pictures: Sequence[Pixels]) -> Image.Image:
    across, views = 4, len(_SHAPE_VIEWS)
    page = Image.new("RGB", (across * views * _TILE, -(-len(names) // across) * _TILE))
    draw = ImageDraw.Draw(page)
    for index, name in enumerate(names):
        left, top = index % across * views * _TILE, index // across * _TILE
        for view in range(views):
            page.paste(Image.fromarray(pictures[index * views + view]), (left + view * _TILE, top))
        draw.text((left + 6, top + 4), str(name), "white", _font(15))
    return page


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(RESOURCES / "fonts" / "Inter-SemiBold.otf"), size)
