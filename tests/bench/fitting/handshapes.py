"""Handshapes of the truth: how far each joint of each finger is bent, in degrees."""

from dataclasses import dataclass

_FIST = (80, 100, 60)
_OPEN = (0, 4, 3)


@dataclass(frozen=True, slots=True)
class Handshape:
    """Degrees. Fingers from index to little finger; spread is positive towards the thumb."""

    bends: tuple[tuple[int, int, int], ...]
    spread: tuple[int, int, int, int] = (0, 0, 0, 0)
    thumb: tuple[int, int, int, int, int] = (
        35,
        5,
        20,
        35,
        50,
    )  # flexion, abduction, twist, both other joints


HANDSHAPES: dict[str, Handshape] = {
    "A": Handshape((_FIST,) * 4, thumb=(5, -15, 0, 5, 10)),
    "S": Handshape(((85, 105, 65),) * 4),
    "B": Handshape(((0, 2, 2),) * 4, thumb=(45, 10, 25, 30, 20)),
    "5": Handshape((_OPEN,) * 4, (12, 3, -6, -14), (-15, 25, 0, 0, 0)),
    "C": Handshape(((35, 45, 30),) * 4, thumb=(15, 25, 25, 15, 20)),
    "O": Handshape(((55, 60, 40),) * 4, thumb=(30, 20, 30, 25, 30)),
    "L": Handshape((_OPEN, *(_FIST,) * 3), (5, 0, 0, 0), (-25, 15, 0, 0, 0)),
    "V": Handshape((_OPEN, _OPEN, _FIST, _FIST), (11, -9, 0, 0), (40, 5, 20, 35, 45)),
    "U": Handshape((_OPEN, _OPEN, _FIST, _FIST), thumb=(40, 5, 20, 35, 45)),
    "W": Handshape((*(_OPEN,) * 3, (75, 95, 55)), (12, 0, -11, 0), (45, 8, 25, 35, 45)),
    "Y": Handshape((*(_FIST,) * 3, _OPEN), (0, 0, 0, -16), (-25, 20, 0, 0, 0)),
    "I": Handshape((*(_FIST,) * 3, _OPEN), (0, 0, 0, -6)),
    "X": Handshape(((20, 95, 60), *(_FIST,) * 3), thumb=(35, 5, 20, 30, 40)),
    "F": Handshape(((55, 60, 40), *(_OPEN,) * 3), (3, 6, -4, -12), (30, 20, 30, 20, 25)),
    "1": Handshape((_OPEN, *(_FIST,) * 3)),
    "8": Handshape((_OPEN, (55, 30, 20), _OPEN, _OPEN), (10, 0, -5, -14), (-5, 25, 15, 0, 0)),
    "bent B": Handshape(((80, 5, 5),) * 4, thumb=(10, 5, 5, 5, 5)),
    "claw": Handshape(((15, 60, 45),) * 4, (12, 3, -6, -14), (0, 25, 10, 20, 30)),
    "relaxed": Handshape(((25, 30, 18),) * 4, (2, 0, -2, -4), (5, 5, 5, 10, 15)),
}
"""Those of ASL and DGS that fingers can be told apart in; the relaxed hand is the last."""
