"""Transcriptions as trees that remember what of them has been understood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

Value = TypeVar("Value")

STRUCTURE = frozenset({"gloss"})
"""Attributes that say nothing of the form."""


@dataclass(slots=True)
class Node:
    """An element of gestural SiGML. What is read through `take` counts as understood."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    understood: set[str] = field(default_factory=set)
    known: bool = False  # whether the element itself has been understood

    def take(self, name: str, table: Mapping[str, Value]) -> Value | None:
        """What an attribute's value means, None when it is absent or unknown."""
        value = self.attributes.get(name)
        if value is None or value not in table:
            return None
        self.understood.add(name)
        return table[value]

    def true(self, name: str) -> bool:
        """Whether a yes-or-no attribute is set."""
        return bool(self.take(name, {"true": True, "false": False}))

    def named(self, *tags: str) -> Iterator["Node"]:
        """The children with one of the tags, in order; they count as understood."""
        for child in self.children:
            if child.tag in tags:
                child.known = True
                yield child

    def everything(self) -> Iterator["Node"]:
        """This node and all below it."""
        yield self
        for child in self.children:
            yield from child.everything()

    @property
    def symbols(self) -> int:
        """How many attributes, and elements that say something by being there, the tree has."""
        return sum(
            len(node.attributes.keys() - STRUCTURE) or (not node.children) for node in self.everything()
        )

    def unmapped(self) -> tuple[str, ...]:
        """What has not been understood, such as `handconfig bend5=111`, in order."""
        missing = []
        for node in self.everything():
            told = sorted(node.attributes.keys() - STRUCTURE - node.understood)
            missing += [f"{node.tag} {name}={node.attributes[name]}" for name in told]
            if not node.known and not node.attributes and not node.children:
                missing.append(node.tag)
        return tuple(missing)
