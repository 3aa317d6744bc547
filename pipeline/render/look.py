"""How the signer looks: under which lights, and in which colours."""

from dataclasses import dataclass

from pipeline.errors import BadInput
from pipeline.render.colour import Colour, contrast, parse
from pipeline.render.lights import STUDIO_LIGHTS, Lights, lights

SKINS: dict[str, Colour] = {
    "light": parse("#cd9c7e"),
    "medium": parse("#b98562"),
    "tan": parse("#955f3f"),
    "brown": parse("#6b4029"),
    "dark": parse("#44291c"),
}
CLOTHES: dict[str, Colour] = {
    "navy": parse("#181e33"),
    "black": parse("#111215"),
    "forest": parse("#16281f"),
    "burgundy": parse("#3a1620"),
    "grey": parse("#5d626a"),
    "sand": parse("#9c8d72"),
    "white": parse("#b4b2ad"),
}
"""Surfaces in white light, as in the textures; under the lamps they look brighter."""

LEGIBLE = 3.0
"""Contrast between hands and clothes from which shapes are told apart with ease: what WCAG 2.2 asks of
graphics (success criterion 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Look:
    """Lights, and the sRGB colours of skin and top; None leaves a part as its texture is.

    `ground` draws the floor with the signer's shadow where the camera sees it.
    """

    lights: Lights = STUDIO_LIGHTS
    skin: Colour | None = None
    top: Colour | None = None
    ground: bool = True

    @property
    def colours(self) -> dict[str, Colour]:
        """What is painted, by the name of the body's part."""
        named = {"skin": self.skin, "top": self.top}
        return {part: colour for part, colour in named.items() if colour is not None}


PLAIN = Look()


def legible_top(skin: Colour) -> Colour:
    """The first of `CLOTHES` before which hands of this colour are legible, else that with most contrast."""
    ranked = [top for top in CLOTHES.values() if contrast(skin, top) >= LEGIBLE]
    return ranked[0] if ranked else max(CLOTHES.values(), key=lambda top: contrast(skin, top))


def look(light: str = "studio", skin: str = "", top: str = "", ground: bool = True) -> Look:
    """The look that names and colours such as `#203040` describe; an empty one leaves the texture as it is.

    A skin without a top gets one before which its hands are legible. Raises BadInput for unknown names.
    """
    flesh = _named(skin, SKINS, "skin") if skin else None
    proposed = legible_top(flesh) if flesh else None
    return Look(lights(light), flesh, _named(top, CLOTHES, "top") if top else proposed, ground)


def _named(name: str, known: dict[str, Colour], what: str) -> Colour:
    if name in known:
        return known[name]
    try:
        return parse(name)
    except ValueError:
        raise BadInput(
            f"There is no {what} {name!r}: choose {', '.join(known)} or a colour such as #805030."
        ) from None
