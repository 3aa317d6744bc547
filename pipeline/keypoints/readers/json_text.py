"""JSON out of files nobody vouches for."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput


def parsed(path: Path, data: bytes) -> Any:
    """The value of JSON `data` read from `path`. Raises BadInput."""
    try:
        return json.loads(data)
    # Besides syntax: wrong encodings, numbers too long to convert, nesting too deep for the parser.
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path} is not readable JSON ({error}): choose another file.") from error


def triples(given: Any) -> NDArray[np.float32] | None:
    """Points (N, 3) out of a flat list x, y, confidence, x, ...; None when it is something else.

    Points without confidence, or with positions that are not finite, are zero.
    """
    if not isinstance(given, list) or len(given) % 3:
        return None
    if not all(type(number) in (int, float) for number in given):
        return None
    try:
        values = np.array(given, np.float64).reshape(-1, 3)
    except OverflowError:
        return None
    seen = np.isfinite(values).all(axis=1) & (values[:, 2] > 0) & (np.abs(values[:, :2]) < 1e6).all(axis=1)
    return np.where(seen[:, None], values, 0).astype(np.float32)
