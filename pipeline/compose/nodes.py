"""YAML as a tree of nodes that know their line, in which every scalar is a word."""

from collections.abc import Callable, Iterator
from typing import NoReturn, TypeVar

import yaml

from pipeline.errors import BadInput

Value = TypeVar("Value")


class Problem(ValueError):
    """What is wrong with a node."""

    def __init__(self, node: yaml.Node, message: str) -> None:
        super().__init__(message)
        self.line = node.start_mark.line + 1


def composed(text: str, name: str) -> yaml.Node | None:
    """The root of a text, None when it is empty; raises BadInput when it is not plain YAML."""
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.BaseLoader)):
            raise BadInput(f"{name} refers to another place with *: write it out there.")
        node: yaml.Node | None = yaml.compose(text, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadInput(f"{name}, line {line}: this is not YAML ({error.problem}).") from None
    except (yaml.YAMLError, RecursionError, UnicodeError):
        raise BadInput(f"{name} is not readable as YAML: save it as plain UTF-8 text.") from None
    return node


def fail(node: yaml.Node, message: str) -> NoReturn:
    """Raise what is wrong with a node."""
    raise Problem(node, message)


def made(node: yaml.Node, make: Callable[[], Value]) -> Value:
    """What `make` returns; its ValueError becomes the node's problem."""
    try:
        return make()
    except Problem:
        raise
    except ValueError as error:
        fail(node, str(error))


def scalar(node: yaml.Node) -> str:
    """The word of a node; raises Problem when it is a list or a mapping."""
    if not isinstance(node, yaml.ScalarNode):
        fail(node, "a word is needed here, not a list or a mapping")
    return str(node.value)


def value(node: yaml.Node, reader: Callable[[str], Value]) -> Value:
    """What a reader of words makes of a node."""
    return made(node, lambda: reader(scalar(node)))


def items(node: yaml.Node) -> list[yaml.Node]:
    """The nodes of a list, or the node itself."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def pairs(node: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Keys and values of a mapping; raises Problem."""
    if not isinstance(node, yaml.MappingNode):
        fail(node, "keys with values are needed here")
    yield from node.value


def mapping(node: yaml.Node) -> dict[str, yaml.Node]:
    """The values of a mapping by key; raises Problem when a key is there twice."""
    found: dict[str, yaml.Node] = {}
    for key, item in pairs(node):
        if scalar(key) in found:
            fail(key, f"{scalar(key)!r} is there twice")
        found[scalar(key)] = item
    return found


def only(entries: dict[str, yaml.Node], known: tuple[str, ...]) -> None:
    """Raise Problem when a key is not known."""
    for key, item in entries.items():
        if key not in known:
            fail(item, f"{key!r} means nothing here; there are {', '.join(known)}")
