"""Draws what stands behind the signer."""

from pipeline.render import gl
from pipeline.render.background import Background, Picture
from pipeline.render.gl import GL

PICTURE_UNIT = 0


class Backdrop:
    """Draws backgrounds; needs a current context."""

    def __init__(self) -> None:
        self._program = gl.Program("background.vert", "background.frag")
        self._picture = gl.Program("background.vert", "picture.frag")
        self._vertices = int(GL.glGenVertexArrays(1))
        self._textures: list[tuple[Picture, int]] = []

    def draw(self, background: Background, aspect: float) -> None:
        """Fill what nothing was drawn on."""
        GL.glDepthFunc(GL.GL_LEQUAL)
        GL.glBindVertexArray(self._vertices)
        if not background.transparent:
            self._program.use(middle=background.middle, edge=background.edge, aspect=float(aspect))
            GL.glDrawArrays(GL.GL_TRIANGLES, 0, 3)
        self._hold(background.pictures)
        GL.glEnable(GL.GL_BLEND)
        GL.glBlendFunc(GL.GL_ONE, GL.GL_ONE_MINUS_SRC_ALPHA)
        for picture, texture in self._textures:
            gl.bind_texture(PICTURE_UNIT, texture)
            spans = scales(picture.aspect, aspect, picture.covers)
            self._picture.use(picture=PICTURE_UNIT, fit=(*spans, picture.opacity))
            GL.glDrawArrays(GL.GL_TRIANGLES, 0, 3)
        GL.glDisable(GL.GL_BLEND)
        GL.glDepthFunc(GL.GL_LESS)

    def delete(self) -> None:
        """Free it."""
        self._hold(())
        self._program.delete()
        self._picture.delete()
        GL.glDeleteVertexArrays(1, [self._vertices])

    def _hold(self, pictures: tuple[Picture, ...]) -> None:
        """Have these pictures on the graphics card and no others."""
        held = {id(picture.pixels): texture for picture, texture in self._textures}
        self._textures = [
            (picture, held.pop(id(picture.pixels), 0) or gl.raster(picture.pixels)) for picture in pictures
        ]
        if held:
            GL.glDeleteTextures(list(held.values()))


def scales(picture: float, canvas: float, covers: bool) -> tuple[float, float]:
    """Widths and heights of a picture that a canvas spans, from their aspect ratios.

    Below 1 the picture is cut there, above 1 there is room beside it.
    """
    across, down = canvas / picture, picture / canvas
    if covers:
        return min(across, 1.0), min(down, 1.0)
    return max(across, 1.0), max(down, 1.0)
