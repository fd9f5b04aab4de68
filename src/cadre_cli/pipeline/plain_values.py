"""Values of our own types ↔ plain JSON: a table of nodes, each part once, children before parents.

For files that a later run reads back. Nothing in such a file is ever run: only frozen data classes
and enumerations of this program are made from it, from the fields they declare.
"""

from __future__ import annotations

import dataclasses
import enum
import importlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

Node = list[Any]
_OWN = "cadre_cli."


def packed(value: object) -> list[Node]:
    """The value as a table of nodes; the last one is the value itself."""
    writer = _Writer()
    writer.put(value)
    return writer.nodes


def unpacked(nodes: list[Node]) -> Any:
    """What `packed` was given; ValueError, KeyError, TypeError or the like for anything else."""
    values: list[Any] = []
    for node in nodes:
        values.append(_made(node, values))
    return values[-1]


class _Writer:
    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._places: dict[tuple[Any, ...], int] = {}
        self._seen: dict[int, tuple[object, int]] = {}

    def put(self, value: object) -> int:
        seen = self._seen.get(id(value))
        if seen is not None:
            return seen[1]
        node = self._node(value)
        place = self._places.setdefault(node, len(self.nodes))
        if place == len(self.nodes):
            self.nodes.append(list(node))
        self._seen[id(value)] = (value, place)  # the value is kept, so that its id stays its own
        return place

    def _node(self, value: object) -> tuple[Any, ...]:
        match value:
            case enum.Enum():
                return ("enum", _name(type(value)), value.name)
            case None | bool() | int() | str():
                return ("as is", type(value).__name__, value)
            case Decimal():
                return ("decimal", str(value))
            case Fraction():
                return ("fraction", f"{value.numerator}/{value.denominator}")
            case date():
                return ("date", value.isoformat())
            case tuple() | list():
                return ("tuple", *(self.put(each) for each in value))
            case frozenset():
                return ("set", *sorted(self.put(each) for each in value))
            case Mapping():
                pairs = [(self.put(key), self.put(each)) for key, each in value.items()]
                return ("map", *(place for pair in pairs for place in pair))
            case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
                parts = (self.put(getattr(value, f.name)) for f in dataclasses.fields(value))
                return ("data", _name(type(value)), *parts)
        raise TypeError(f"no plain form for {type(value)!r}")


def _made(node: Node, values: list[Any]) -> Any:
    kind, *rest = node
    match kind:
        case "as is":
            return rest[1]
        case "enum":
            return _type(rest[0], enum.Enum)[rest[1]]
        case "decimal":
            return Decimal(rest[0])
        case "fraction":
            return Fraction(rest[0])
        case "date":
            return date.fromisoformat(rest[0])
        case "tuple":
            return tuple(values[place] for place in rest)
        case "set":
            return frozenset(values[place] for place in rest)
        case "map":
            return {
                values[key]: values[each] for key, each in zip(rest[::2], rest[1::2], strict=True)
            }
        case "data":
            cls = _type(rest[0], object)
            names = [field.name for field in dataclasses.fields(cls)]
            return cls(**{n: values[place] for n, place in zip(names, rest[1:], strict=True)})
    raise ValueError(f"no such node: {kind!r}")


def _name(cls: type) -> str:
    return f"{cls.__module__}:{cls.__qualname__}"


def _type(name: str, base: type) -> Any:
    """A data class or enumeration of this program, and nothing else."""
    module, _, qualname = name.partition(":")
    if not module.startswith(_OWN):
        raise ValueError(f"not a type of this program: {name}")
    found = getattr(importlib.import_module(module), qualname)
    if not (isinstance(found, type) and issubclass(found, base)):
        raise ValueError(f"not such a type: {name}")
    return found
