"""The binary container of glTF 2.0: arrays in one buffer, described in JSON."""

import json
import struct
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Json = dict[str, Any]

_COMPONENTS = {"f4": 5126, "u4": 5125, "u2": 5123, "u1": 5121}
_ARRAY_BUFFER, _ELEMENT_ARRAY_BUFFER = 34962, 34963
_JSON_CHUNK, _BINARY_CHUNK = 0x4E4F534A, 0x004E4942


@dataclass(slots=True)
class Buffer:
    """Arrays one after the other, each on a multiple of four bytes, with their views and accessors."""

    data: bytearray = field(default_factory=bytearray)
    views: list[Json] = field(default_factory=list)
    accessors: list[Json] = field(default_factory=list)

    def add_bytes(self, content: bytes, target: int = 0) -> int:
        """Append bytes; returns the number of their view."""
        self.data += bytes(-len(self.data) % 4)
        view: Json = {"buffer": 0, "byteOffset": len(self.data), "byteLength": len(content)}
        if target:
            view["target"] = target
        self.data += content
        self.views.append(view)
        return len(self.views) - 1

    def add(
        self,
        values: NDArray[Any],
        kind: str,
        bounds: bool = False,
        target: bool = False,
        elements: bool = False,
    ) -> int:
        """Append rows (N, width) of `kind`; returns the number of their accessor.

        `target` says that they are vertices, `elements` that they are indices of vertices, `bounds`
        asks for their smallest and largest values.
        """
        purpose = _ELEMENT_ARRAY_BUFFER if elements else _ARRAY_BUFFER if target else 0
        view = self.add_bytes(np.ascontiguousarray(values).tobytes(), purpose)
        accessor = {"bufferView": view, **_described(values, len(values), kind)}
        if bounds:
            accessor |= {"min": _numbers(values.min(axis=0)), "max": _numbers(values.max(axis=0))}
        self.accessors.append(accessor)
        return len(self.accessors) - 1

    def add_sparse(self, rows: NDArray[np.uint32], values: NDArray[np.float32], count: int) -> int:
        """Append `count` vectors that are zero but for `rows`; returns the number of their accessor."""
        smallest = np.minimum(values.min(axis=0, initial=0), 0)
        largest = np.maximum(values.max(axis=0, initial=0), 0)
        accessor: Json = {
            **_described(values, count, "VEC3"), "min": _numbers(smallest), "max": _numbers(largest),
        }  # fmt: skip
        if len(rows):
            accessor["sparse"] = {
                "count": len(rows),
                "indices": {"bufferView": self.add_bytes(rows.tobytes()), "componentType": 5125},
                "values": {"bufferView": self.add_bytes(np.ascontiguousarray(values).tobytes())},
            }
        self.accessors.append(accessor)
        return len(self.accessors) - 1


def packed(document: Json, buffer: Buffer) -> bytes:
    """A .glb file of a document whose arrays are in `buffer`."""
    binary = bytes(buffer.data) + bytes(-len(buffer.data) % 4)
    whole = document | {
        "buffers": [{"byteLength": len(binary)}],
        "bufferViews": buffer.views,
        "accessors": buffer.accessors,
    }
    text = json.dumps(whole, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    length = 12 + 8 + len(text) + 8 + len(binary)
    return b"".join(
        (
            struct.pack("<4sII", b"glTF", 2, length),
            struct.pack("<II", len(text), _JSON_CHUNK), text,
            struct.pack("<II", len(binary), _BINARY_CHUNK), binary,
        )
    )  # fmt: skip


def _described(values: NDArray[Any], count: int, kind: str) -> Json:
    component = _COMPONENTS[values.dtype.str[1:]]
    return {"componentType": component, "count": count, "type": kind}


def _numbers(values: NDArray[Any]) -> list[float]:
    return [float(value) for value in values]
