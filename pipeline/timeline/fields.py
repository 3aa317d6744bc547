"""JSON from outside, read field by field with every type and range checked."""

import json
import math
from collections.abc import Callable
from typing import Any, TypeVar

Read = TypeVar("Read")


class Unreadable(ValueError):
    """A field is missing or holds something else; says which and what it should hold."""


class Fields:
    """The fields of one JSON object; `where` names it in complaints."""

    def __init__(self, content: object, where: str = "") -> None:
        if not isinstance(content, dict):
            raise Unreadable(f"{where or 'the whole'} is not an object")
        self._content: dict[str, Any] = content
        self._where = where

    def has(self, name: str) -> bool:
        """Whether a field is there, which older files may lack."""
        return name in self._content

    def text(self, name: str) -> str:
        """A string."""
        value = self._get(name)
        if not isinstance(value, str):
            raise self._wrong(name, "a text")
        return value

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._get(name)
        if not isinstance(value, bool):
            raise self._wrong(name, "true or false")
        return value

    def number(self, name: str, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        return self._ranged(name, self._get(name), low, high)

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return self._counted(name, self._get(name), low, high)

    def span(self, name: str, length: int) -> tuple[int, int]:
        """First and one past the last of `length` characters."""
        value = self._get(name)
        if not isinstance(value, list) or len(value) != 2:
            raise self._wrong(name, "two numbers")
        first = self._counted(name, value[0], 0, length)
        return first, self._counted(name, value[1], first, length)

    def texts(self, name: str) -> tuple[str, ...]:
        """Strings."""
        value = self._get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(name, "a list of texts")
        return tuple(value)

    def numbers(self, name: str, count: int, low: float, high: float) -> tuple[float, ...]:
        """So many numbers from `low` to `high`."""
        value = self._get(name)
        if not isinstance(value, list) or len(value) != count:
            raise self._wrong(name, f"a list of {count} numbers")
        return tuple(self._ranged(name, item, low, high) for item in value)

    def part(self, name: str) -> "Fields":
        """An object."""
        return Fields(self._get(name), self._path(name))

    def parts(self, name: str) -> "list[Fields]":
        """Objects."""
        value = self._get(name)
        if not isinstance(value, list):
            raise self._wrong(name, "a list")
        return [Fields(item, f"{self._path(name)}[{index}]") for index, item in enumerate(value)]

    def optional(self, name: str, read: Callable[[str], Read]) -> Read | None:
        """What `read` makes of it, None for null."""
        return None if self._get(name) is None else read(name)

    def _get(self, name: str) -> Any:
        if name not in self._content:
            raise Unreadable(f"{self._path(name)} is missing")
        return self._content[name]

    def _counted(self, name: str, value: object, low: int, high: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self._wrong(name, f"a whole number from {low} to {high}")
        return value

    def _ranged(self, name: str, value: object, low: float, high: float) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise self._wrong(name, f"a number from {low:g} to {high:g}")
        return float(value)

    def _path(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name

    def _wrong(self, name: str, wanted: str) -> Unreadable:
        return Unreadable(f"{self._path(name)} is not {wanted}")


def read_json(text: str) -> Fields:
    """The object that a JSON text holds. Raises Unreadable, for NaN and infinity too."""
    try:
        return Fields(json.loads(text, parse_constant=_no_number, parse_float=_finite))
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    except Unreadable:
        raise
    except ValueError as problem:
        raise Unreadable(f"it is no JSON: {problem}") from None


def _no_number(name: str) -> float:
    raise Unreadable(f"{name} is not a number")


def _finite(digits: str) -> float:
    value = float(digits)
    return value if math.isfinite(value) else _no_number(digits[:20])
