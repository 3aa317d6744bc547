"""Reads foreign pickles without running them: plain containers, numbers, text, arrays and tensors only.

The published keypoints and fits are pickles, and a pickle is a program. Its opcodes are looked through before
anything runs, every name it imports must be one of the few below, and each of those leads to code of
this module: nothing of NumPy's own unpickling is reached, so its damaged inputs are not either.
"""

import pickletools
from collections.abc import Callable
from io import BytesIO
from pickle import Unpickler  # noqa: TID251  (the one place that reads pickles, restricted as below)
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from pipeline import pickled_tensors

DEEPEST = 16
"""Containers in containers, beyond which a file is damage."""

_FORBIDDEN = {"PERSID", "BINPERSID", "EXT1", "EXT2", "EXT4", "NEXT_BUFFER", "READONLY_BUFFER"}


class RefusedPickle(ValueError):
    """The bytes are no pickle, damaged, or hold something else than plain values and arrays."""


def load(data: bytes) -> Any:
    """The value pickled in `data`: dicts, lists, tuples, sets, text, bytes, numbers, NumPy arrays of numbers,
    and PyTorch tensors as such arrays. Raises RefusedPickle, which names what is not allowed."""
    _look_through(data)
    try:
        value = _Restricted(BytesIO(data), encoding="latin1").load()
        return _settled(value, {}, 0)
    except RefusedPickle:
        raise
    except pickled_tensors.BadTensor as error:
        raise RefusedPickle(str(error)) from error
    # What damaged opcodes lead to is anything from IndexError to MemoryError.
    except Exception as error:
        raise RefusedPickle(f"it is damaged ({error})") from error


def _look_through(data: bytes) -> None:
    """Refuse opcodes that reach outside, and memo places that would take gigabytes."""
    highest, count = -1, 0
    try:
        for opcode, argument, _ in pickletools.genops(data):
            count += 1
            if opcode.name in _FORBIDDEN:
                raise RefusedPickle(f"it uses {opcode.name}, which reaches outside of the file")
            if opcode.name in ("PUT", "BINPUT", "LONG_BINPUT") and argument is not None:
                highest = max(highest, int(argument))
    except RefusedPickle:
        raise
    except Exception as error:
        raise RefusedPickle(f"it is no pickle, or only a part of one ({error})") from error
    if highest > count:
        raise RefusedPickle("it is damaged (a memo place without its value)")


class _Array:
    """An array while it is being unpickled."""

    __slots__ = ("value",)

    def __init__(self) -> None:
        self.value: NDArray[Any] | None = None

    def __setstate__(self, state: Any) -> None:
        _, shape, dtype, by_columns, content = state
        if isinstance(content, str):
            content = content.encode("latin1")
        self.value = _array(content, dtype, shape, "F" if by_columns else "C")


class _Dtype:
    """The type of an array's numbers while it is being unpickled."""

    __slots__ = ("value",)

    def __init__(self, name: Any) -> None:
        value = np.dtype(name) if isinstance(name, str) and name[:1] in "fiub" and len(name) <= 8 else None
        if value is None or value.kind not in "fiub" or value.names is not None:
            raise RefusedPickle(f"it holds an array of type {name!r}, which is not plain numbers")
        self.value = value

    def __setstate__(self, state: Any) -> None:
        order, extras = state[1], state[2:5]
        if order not in ("<", ">", "|", "=") or any(extra is not None for extra in extras):
            raise RefusedPickle("it holds an array of records, not of plain numbers")
        self.value = self.value.newbyteorder(order)


def _array(content: Any, dtype: Any, shape: Any, order: Any) -> NDArray[Any]:
    if not isinstance(dtype, _Dtype) or not isinstance(content, bytes | bytearray):
        raise RefusedPickle("it holds an array of something else than numbers")
    if not all(isinstance(size, int) and size >= 0 for size in shape):
        raise RefusedPickle("it is damaged (an array without a size)")
    if order not in ("C", "F"):
        raise RefusedPickle("it is damaged (an array in no order)")
    numbers = np.frombuffer(bytes(content), dtype.value)
    return numbers.reshape(tuple(shape), order=order)


def _scalar(dtype: Any, content: Any) -> Any:
    if isinstance(content, str):
        content = content.encode("latin1")
    return _array(content, dtype, (), "C")[()]


def _dtype(name: Any, *_: Any) -> _Dtype:
    return _Dtype(name)


def _encode(text: str, encoding: str = "latin1") -> bytes:
    if encoding not in ("latin1", "ascii", "utf-8"):
        raise RefusedPickle(f"it encodes text as {encoding!r}")
    return text.encode(encoding)


def _bytes(content: Any = b"", encoding: str = "") -> bytes:
    if isinstance(content, str):
        return _encode(content, encoding)
    if not isinstance(content, bytes | bytearray | list):
        raise RefusedPickle("it asks for memory")
    return bytes(content)


def _storage(content: Any) -> NDArray[Any]:
    if not isinstance(content, bytes):
        raise RefusedPickle("it is damaged (a tensor without its bytes)")
    return pickled_tensors.storage(content)


def _never(*_: Any) -> NoReturn:
    raise RefusedPickle("it is damaged (a type where a value belongs)")


class _Constructor:
    """A name the pickle may import. It can be called and nothing else: its state cannot be set."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[..., Any]) -> None:
        self._make = make

    def __call__(self, *arguments: Any) -> Any:
        return self._make(*arguments)

    def __setstate__(self, state: Any) -> None:
        _never()

    def __reduce__(self) -> NoReturn:
        _never()


_ALLOWED: dict[tuple[str, str], _Constructor] = {
    ("numpy", "ndarray"): _Constructor(_never),
    ("numpy", "dtype"): _Constructor(_dtype),
    ("_codecs", "encode"): _Constructor(_encode),
    ("torch.storage", "_load_from_bytes"): _Constructor(_storage),
    ("torch._utils", "_rebuild_tensor_v2"): _Constructor(pickled_tensors.tensor),
    ("torch._utils", "_rebuild_parameter"): _Constructor(lambda value, *_: value),
    ("collections", "OrderedDict"): _Constructor(lambda items=(): dict(items)),
    ("collections", "defaultdict"): _Constructor(lambda factory=None, items=(): dict(items)),
}
for _core in ("numpy.core", "numpy._core"):
    _ALLOWED[f"{_core}.multiarray", "_reconstruct"] = _Constructor(lambda *_: _Array())
    _ALLOWED[f"{_core}.multiarray", "scalar"] = _Constructor(_scalar)
    _ALLOWED[f"{_core}.numeric", "_frombuffer"] = _Constructor(_array)
for _name in ("float16", "float32", "float64", "int32", "int64", "uint8", "bool_"):
    _ALLOWED["numpy", _name] = _Constructor(_never)
for _builtins in ("builtins", "__builtin__"):
    for _name, _type in (
        ("dict", dict),
        ("list", list),
        ("tuple", tuple),
        ("set", set),
        ("frozenset", frozenset),
    ):
        _ALLOWED[_builtins, _name] = _Constructor(_type)
    _ALLOWED[_builtins, "bytes"] = _ALLOWED[_builtins, "bytearray"] = _Constructor(_bytes)


class _Restricted(Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        allowed = _ALLOWED.get((module, name))
        if allowed is None:
            raise RefusedPickle(f"it wants to run {module}.{name}, which is not allowed")
        return allowed


def _settled(value: Any, done: dict[int, Any], depth: int) -> Any:
    """The value with every array finished. Shared parts stay shared; cycles are refused."""
    if isinstance(value, _Array):
        if value.value is None:
            raise RefusedPickle("it is damaged (an array without its numbers)")
        return value.value
    if isinstance(value, str | bytes | bytearray | int | float | complex | np.generic | np.ndarray | None):
        return value
    if id(value) in done:
        return done[id(value)]
    if depth > DEEPEST:
        raise RefusedPickle("its containers are nested too deeply")
    settled: Any
    if isinstance(value, dict):
        settled = {
            _settled(key, done, depth + 1): _settled(item, done, depth + 1) for key, item in value.items()
        }
    elif isinstance(value, list | tuple | set | frozenset):
        settled = type(value)(_settled(item, done, depth + 1) for item in value)
    else:
        raise RefusedPickle(f"it holds a {type(value).__name__.strip('_').lower()} where a value belongs")
    done[id(value)] = settled
    return settled
