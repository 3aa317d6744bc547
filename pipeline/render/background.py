"""What stands behind the signer."""

from dataclasses import dataclass

from pipeline.errors import BadInput
from pipeline.render import gl
from pipeline.render.colour import Colour, parse
from pipeline.render.gl import GL


@dataclass(frozen=True, slots=True)
class Background:
    """Two sRGB colours from 0 to 1, the middle of the picture and its edge; or nothing at all."""

    middle: Colour = (0.0, 0.0, 0.0)
    edge: Colour = (0.0, 0.0, 0.0)
    transparent: bool = False


STUDIO = Background(middle=(0.175, 0.188, 0.212), edge=(0.055, 0.059, 0.070))
LIGHT = Background(middle=(0.86, 0.88, 0.90), edge=(0.58, 0.62, 0.67))
TRANSPARENT = Background(transparent=True)
BACKGROUNDS: dict[str, Background] = {"studio": STUDIO, "light": LIGHT, "transparent": TRANSPARENT}


def background(name: str) -> Background:
    """The background called `name`, or the one colour `#rrggbb`; raises BadInput for anything else."""
    if name in BACKGROUNDS:
        return BACKGROUNDS[name]
    try:
        plain = parse(name)
    except ValueError:
        choices = ", ".join(BACKGROUNDS)
        raise BadInput(
            f"There is no background {name!r}: choose {choices} or a colour such as #00ff00."
        ) from None
    return Background(plain, plain)


class Backdrop:
    """Draws backgrounds; needs a current context."""

    def __init__(self) -> None:
        self._program = gl.Program("background.vert", "background.frag")
        self._vertices = int(GL.glGenVertexArrays(1))

    def draw(self, background: Background, aspect: float) -> None:
        """Fill what nothing was drawn on."""
        if background.transparent:
            return
        GL.glBindVertexArray(self._vertices)
        self._program.use(middle=background.middle, edge=background.edge, aspect=float(aspect))
        GL.glDrawArrays(GL.GL_TRIANGLES, 0, 3)

    def delete(self) -> None:
        """Free it."""
        self._program.delete()
        GL.glDeleteVertexArrays(1, [self._vertices])
