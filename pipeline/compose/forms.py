"""From a handshape as a description names it to the angles of a hand."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.compose.description import Handshape
from pipeline.compose.hand import PLACE, Form
from pipeline.compose.handshapes import library
from pipeline.compose.shapes import Bend, Finger, Shape, Spread, Thumb
from pipeline.fitting.freedoms import FINGERS

Array = NDArray[np.float64]

_STRETCHED = np.radians(55.0)
"""A finger counts as stretched while its two first joints together bend less."""

_BENDS: dict[Bend, tuple[float, float, float]] = {
    Bend.STRAIGHT: (3, 0, 0),
    Bend.BENT: (76, 4, 2),
    Bend.CURVED: (28, 34, 18),
    Bend.HOOKED: (12, 76, 42),
    Bend.FOLDED: (62, 78, 42),
    Bend.CLOSED: (84, 88, 38),
}  # degrees of the three joints
_BASES = (2.0, 0.0, -2.0, -4.0)
_TOGETHER = (-9.0, -2.0, 6.0, 13.0)
_SPREAD = (12.0, 2.0, -8.0, -15.0)  # degrees of abduction
_THUMBS: dict[Thumb, tuple[float, ...]] = {
    Thumb.ALONG: (-18, 26, 2, 6, 0),
    Thumb.OUT: (6, -9, 0, -5, -13),
    Thumb.OPPOSED: (52, 34, -4, 6, 0),
    Thumb.ACROSS: (-4, 50, 18, 46, 12),
    Thumb.IN: (-6, 58, 28, 56, 24),
}  # degrees
_RING: dict[str, float] = {"mcp": 54, "pip": 54, "dip": 26}
_MEETING: tuple[float, ...] = (28.0, 50.0, 4.0, 28.0, 10.0)

OPENED = Shape.FIVE
CLOSED: dict[Shape, Shape] = {
    Shape.FLAT_C: Shape.FLAT_O, Shape.C: Shape.O, Shape.BABY_C: Shape.BABY_O,
    Shape.FLAT_BABY_C: Shape.FLAT_BABY_O, Shape.FLAT_C_TWO: Shape.FLAT_O_TWO, Shape.OPEN_F: Shape.F,
    Shape.B: Shape.FLAT_O, Shape.FLAT_B: Shape.FLAT_O, Shape.OPEN_B: Shape.FLAT_O,
    Shape.BENT_B: Shape.FLAT_O, Shape.BENT_OPEN_B: Shape.FLAT_O, Shape.L: Shape.FLAT_BABY_O,
    Shape.G: Shape.FLAT_BABY_O, Shape.THREE: Shape.FLAT_O_TWO, Shape.V: Shape.U,
    Shape.OPEN_EIGHT: Shape.EIGHT,
    Shape.BENT_L: Shape.BABY_O, Shape.ONE: Shape.X, Shape.CURVED_FIVE: Shape.FLAT_O,
}  # fmt: skip
"""The closed forms of handshapes; a fist of all others."""


def closed_form(name: Shape) -> Shape:
    """What a handshape closes to when nothing else is said."""
    return CLOSED.get(name, Shape.S)


def form_of(handshape: Handshape) -> Form:
    """What the hand should look like, modifiers included."""
    form = library()[handshape.name]
    if handshape.between is not None:
        return Form((form.angles + library()[handshape.between].angles) / 2)
    if handshape == Handshape(handshape.name):
        return form
    angles = form.angles.copy()
    bends = {finger: getattr(handshape, finger) or _own(handshape, angles, finger) for finger in FINGERS}
    changed = {finger for finger, bend in bends.items() if bend is not None}
    for finger, bend in bends.items():
        if bend is not None:
            _bend(angles, finger, bend)
    if handshape.spread is not None:
        _spread(angles, handshape.spread)
    if handshape.thumb is not None:
        _set(angles, "thumb", ("abduction", "flexion", "twist", "mcp", "ip"), _THUMBS[handshape.thumb])
    return _touching(replace(form, angles=angles), handshape, changed)


def stretched(angles: Array) -> tuple[str, ...]:
    """The fingers that a hand (21,) stretches; all four when there is none."""
    found = tuple(
        finger
        for finger in FINGERS
        if angles[PLACE[f"{finger}_pip"]] < _STRETCHED and angles[PLACE[f"{finger}_mcp"]] < np.radians(80)
    )
    return found or FINGERS


def _own(handshape: Handshape, angles: Array, finger: str) -> Bend | None:
    """The bend for all stretched fingers, where this is one."""
    bent = angles[PLACE[f"{finger}_mcp"]] + angles[PLACE[f"{finger}_pip"]]
    return handshape.bend if bent < np.radians(120) else None


def _bend(angles: Array, finger: str, bend: Bend) -> None:
    _set(angles, finger, ("mcp", "pip", "dip"), _BENDS[bend])
    if bend is Bend.CLOSED:
        _set(angles, finger, ("abduction",), (_BASES[FINGERS.index(finger)],))


def _spread(angles: Array, spread: Spread) -> None:
    sideways = _SPREAD if spread is Spread.SPREAD else _TOGETHER
    for finger, degrees in zip(FINGERS, sideways, strict=True):
        if finger in stretched(angles):
            _set(angles, finger, ("abduction",), (degrees,))
    if spread is Spread.CROSSED:
        _set(angles, "index", ("abduction", "mcp"), (-15, 17))
        _set(angles, "middle", ("abduction", "mcp", "pip", "dip"), (12, 0, 18, 4))


def _touching(form: Form, handshape: Handshape, changed: set[str]) -> Form:
    """The form with the contacts that its modifiers leave or add."""

    def kept(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        free = handshape.thumb is None
        return tuple(
            pair for pair in pairs if free and not any(part.rstrip("123") in changed for part in pair)
        )

    closed = {finger for finger in form.closed if finger not in changed}
    closed |= {finger for finger in FINGERS if getattr(handshape, finger) is Bend.CLOSED}
    touches, meets = kept(form.touches), kept(form.meets)
    if handshape.spread is Spread.CROSSED:
        touches = (*touches, ("index2", "middle2"))
    angles = form.angles.copy()
    if handshape.contact:
        touches = ()
        meets = tuple(("thumb", str(finger)) for finger in handshape.contact)
        _set(angles, "thumb", ("abduction", "flexion", "twist", "mcp", "ip"), _MEETING)
        for finger in handshape.contact:
            if getattr(handshape, finger) is None and handshape.bend is None:
                _set(angles, finger, tuple(_RING), tuple(_RING.values()))
        closed -= set(handshape.contact)
    return Form(angles, touches, meets, tuple(sorted(closed)))


def _set(angles: Array, digit: str, parts: tuple[str, ...], degrees: tuple[float, ...]) -> None:
    for part, value in zip(parts, degrees, strict=True):
        angles[PLACE[f"{digit}_{part}"]] = np.radians(value)


assert {finger.value for finger in Finger} == set(FINGERS)
