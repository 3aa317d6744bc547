"""PyTorch tensors inside of pickles, read without PyTorch: their bytes hold pickles of their own.

A pickled storage is what `torch.save` wrote before it used zip files: a magic number, a version, what the
machine was, one persistent id, the list of keys, and the numbers after their count.
"""

import pickletools
from io import BytesIO
from pickle import Unpickler  # noqa: TID251  (allows nothing but the names of number types)
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC, VERSION = 0x1950A86A20F9469CFC6C, 1001
MOST = 2**28
"""Numbers of one tensor; more is damage."""

STORAGES = {
    "FloatStorage": "<f4", "DoubleStorage": "<f8", "HalfStorage": "<f2", "LongStorage": "<i8",
    "IntStorage": "<i4", "ShortStorage": "<i2", "CharStorage": "<i1", "ByteStorage": "<u1",
    "BoolStorage": "?",
}  # fmt: skip
"""NumPy's types for those of PyTorch."""

_CALLS = frozenset(
    {"REDUCE", "BUILD", "INST", "OBJ", "NEWOBJ", "NEWOBJ_EX", "EXT1", "EXT2", "EXT4", "NEXT_BUFFER"}
)


class BadTensor(ValueError):
    """The bytes are no tensor, or damaged."""


def storage(content: bytes) -> NDArray[Any]:
    """The numbers (N,) of a pickled storage. Raises BadTensor."""
    stream = BytesIO(content)
    if _value(stream) != MAGIC or _value(stream) != VERSION:
        raise BadTensor("it holds a tensor of an unknown kind")
    machine = _value(stream)
    if not isinstance(machine, dict) or machine.get("little_endian") is not True:
        raise BadTensor("it holds a tensor of a big-endian machine")
    kind = _value(stream)
    _value(stream)
    if not (
        isinstance(kind, tuple) and len(kind) == 6 and kind[0] == "storage" and kind[1] in STORAGES.values()
    ):
        raise BadTensor("it holds a tensor of something else than numbers")
    dtype, count = np.dtype(kind[1]), int.from_bytes(stream.read(8), "little")
    data = stream.read(count * dtype.itemsize) if count <= MOST else b""
    if count != kind[4] or kind[5] is not None or len(data) != count * dtype.itemsize:
        raise BadTensor("it holds a part of a tensor only")
    return np.frombuffer(data, dtype)


def tensor(numbers: Any, offset: Any, size: Any, stride: Any, *_: Any) -> NDArray[Any]:
    """The tensor that looks at `numbers` (N,) from `offset` on, as an array of its own. Raises BadTensor."""
    if not isinstance(numbers, np.ndarray) or numbers.ndim != 1:
        raise BadTensor("it holds a tensor without numbers")
    if not isinstance(offset, int) or not isinstance(size, tuple) or not isinstance(stride, tuple):
        raise BadTensor("it holds a tensor without a size")
    if len(size) != len(stride) or not all(
        isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= MOST for n in (offset, *size, *stride)
    ):
        raise BadTensor("it holds a tensor without a size")
    count = int(np.prod(size, dtype=object))
    last = offset + sum((n - 1) * step for n, step in zip(size, stride, strict=True))
    if count and (last >= len(numbers) or count > MOST):
        raise BadTensor("it holds a tensor that is larger than its numbers")
    if not count:
        return np.zeros(size, numbers.dtype)
    steps = [step * numbers.itemsize for step in stride]
    return np.lib.stride_tricks.as_strided(numbers[offset:], size, steps, writeable=False).copy()


class _Types(Unpickler):
    """Reads plain values, and the names of PyTorch's storages as NumPy's types."""

    def find_class(self, module: str, name: str) -> Any:
        if module != "torch" or name not in STORAGES:
            raise BadTensor(f"it wants to run {module}.{name}, which is not allowed")
        return STORAGES[name]

    def persistent_load(self, pid: Any) -> Any:
        return pid


def _value(stream: BytesIO) -> Any:
    """The next of several pickles in a row."""
    start, count, highest = stream.tell(), 0, -1
    try:
        for opcode, argument, _ in pickletools.genops(stream):
            count += 1
            if opcode.name in _CALLS:
                raise BadTensor(f"it uses {opcode.name} where a tensor belongs")
            if opcode.name in ("PUT", "BINPUT", "LONG_BINPUT") and argument is not None:
                highest = max(highest, int(argument))
        if highest > count:
            raise BadTensor("it is damaged (a memo place without its value)")
        stop = stream.tell()
        stream.seek(start)
        value = _Types(BytesIO(stream.read(stop - start))).load()
    except BadTensor:
        raise
    except Exception as error:  # what damaged opcodes lead to is anything
        raise BadTensor(f"it holds a damaged tensor ({error})") from error
    return value
