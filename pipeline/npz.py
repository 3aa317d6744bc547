"""Arrays out of npz files nobody vouches for: no pickles, no surprises, one kind of error."""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import BadInput

Array = NDArray[Any]

LARGEST = 2**30
"""Bytes one array may take; the largest of an SMPL-X file has about 2**27."""

FARTHEST = 1e9
"""Largest size of a number; beyond it is damage, and squares would leave single precision."""


class ArrayFile:
    """An open npz file that decompresses only the arrays asked for.

    Whatever is wrong with the file, its methods raise BadInput with `advice` as the next step.
    """

    def __init__(self, path: Path, archive: zipfile.ZipFile, advice: str) -> None:
        self._path, self._archive, self._advice = path, archive, advice
        self.names = frozenset(
            name.removesuffix(".npy") for name in archive.namelist() if name.endswith(".npy")
        )

    def bad(self, what: str) -> BadInput:
        """The error that says `what` about this file and what to do next."""
        return BadInput(f"{self._path} {what}. {self._advice}")

    def shape(self, name: str) -> tuple[int, ...]:
        """Shape of an array, from its first bytes only."""
        return self._open(name, whole=False)[0]

    def read(self, name: str) -> Array:
        """An array of numbers that are finite and not absurdly large, or of text."""
        array = self._open(name, whole=True)[1]
        if array.dtype.kind not in "fiubU":
            raise self.bad(f"holds something else than numbers or text in '{name}'")
        if array.dtype.kind == "f" and not float(np.abs(array).max(initial=0)) < FARTHEST:
            raise self.bad(f"holds numbers in '{name}' that are not finite, or absurdly large")
        return array

    def numbers(self, name: str) -> Array:
        """An array of finite real numbers."""
        array = self.read(name)
        if array.dtype.kind == "U":
            raise self.bad(f"holds text where numbers belong in '{name}'")
        return array

    def _open(self, name: str, whole: bool) -> tuple[tuple[int, ...], Array]:
        if name not in self.names:
            raise self.bad(f"has no array '{name}'")
        try:
            with self._archive.open(f"{name}.npy") as member, warnings.catch_warnings():
                # Files written by Python 2, as some models are, have other headers and are fine.
                warnings.filterwarnings("ignore", "Reading `.npy`", UserWarning)
                shape, dtype = _header(member)
                if int(np.prod(shape, dtype=object)) * dtype.itemsize > LARGEST:
                    raise ValueError("too large")
                if dtype.hasobject or not whole:
                    return shape, np.empty(0, dtype)
            with self._archive.open(f"{name}.npy") as member, warnings.catch_warnings():
                warnings.filterwarnings("ignore", "Reading `.npy`", UserWarning)
                return shape, np.lib.format.read_array(member, allow_pickle=False)
        # Damaged bytes surface as a dozen unrelated exceptions of zipfile, zlib and NumPy.
        except Exception as error:
            raise self.bad(f"is damaged: its array '{name}' cannot be read") from error


def _header(member: Any) -> tuple[tuple[int, ...], np.dtype[Any]]:
    version = np.lib.format.read_magic(member)
    read = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}[version]
    shape, _, dtype = read(member)
    return shape, dtype


@contextmanager
def opened(path: Path, advice: str) -> Iterator[ArrayFile]:
    """An npz file for reading. `advice` is the sentence that ends every complaint about it."""
    if path.is_dir():
        raise BadInput(f"{path} is a folder, not a file. {advice}")
    if not path.exists():
        raise BadInput(f"There is no file {path}. {advice}")
    try:
        archive = zipfile.ZipFile(path)
    except PermissionError as error:
        raise BadInput(f"{path} may not be read: change its permissions. {advice}") from error
    except Exception as error:
        raise BadInput(f"{path} is not a npz file, or only a part of one. {advice}") from error
    with archive:
        yield ArrayFile(path, archive, advice)
