"""People by unit, in the one order that all sheets of a report list them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cadre_cli.domain.officers import Post
from cadre_cli.domain.results import Classification
from cadre_cli.domain.texts import Text, verbatim

_OFFICE_POSTS = (Post.HEAD_OF_OFFICE, Post.DEPUTY_OF_OFFICE)
_LEADERS = Text("Lãnh đạo cơ quan", "Leaders of the office")
_NO_UNIT = Text("Chưa ghi đơn vị", "No unit given")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its people; `name` is None for those without a unit."""

    name: str | None
    results: tuple[Classification, ...]

    @property
    def title(self) -> Text:
        """What the unit is called; the leaders of the office belong to none."""
        if self.name:
            return verbatim(self.name)
        leaders = all(result.officer.post in _OFFICE_POSTS for result in self.results)
        return _LEADERS if leaders else _NO_UNIT


def by_unit(results: Sequence[Classification]) -> tuple[Unit, ...]:
    """The units in the order in which the first of their people stands."""
    units: dict[str | None, list[Classification]] = {}
    for result in results:
        units.setdefault(result.officer.unit, []).append(result)
    return tuple(Unit(name, tuple(people)) for name, people in units.items())
