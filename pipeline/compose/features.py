"""The features of a description that signs are searched by."""

from collections.abc import Iterator

from pipeline.compose.description import Description, Movement, Posture
from pipeline.compose.manner import OtherHand, Path


def features(description: Description) -> frozenset[tuple[str, str]]:
    """Names and values such as ("handshape", "flat_B"); one name may have several values.

    The names are `hands`, `handshape`, `base handshape`, `location`, `contact`, `movement` and `local`.
    A handshape or location counts wherever it occurs in the sign; "none" is the movement of a sign that
    only holds.
    """
    movements = description.movements
    found = {("hands", description.hands.value)}
    postures = [description.start, *(movement.to for movement in movements)]
    found |= {("handshape", posture.shape.name.value) for posture in postures if posture.shape}
    found |= {("location", place) for posture in postures for place in _places(posture)}
    found |= {("contact", posture.by.value) for posture in postures if posture.by}
    if description.hands is OtherHand.BASE and description.other.shape:
        found.add(("base handshape", description.other.shape.name.value))
    paths = {movement.path.value for movement in movements if movement.path is not Path.NONE}
    locals_ = {local.kind.value for movement in movements for local in movement.local}
    found |= {("movement", path) for path in paths} | {("local", kind) for kind in locals_}
    if not paths and not locals_ and not any(map(_changes, movements)):
        found.add(("movement", "none"))
    return frozenset(found)


def _places(posture: Posture) -> Iterator[str]:
    if posture.location:
        yield posture.location.place.value


def _changes(movement: Movement) -> bool:
    """Whether handshape or orientation change."""
    return any((movement.to.shape, movement.to.palm, movement.to.fingers))
