"""A score as a tree of steps: every number says what it comes from and what it rests on."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text


class Authority(enum.Enum):
    """Who stands behind a number or a reading."""

    LAW = "law"
    LOCAL = "local"
    ASSUMED = "assumed"
    SOURCE = "source"
    """A practice of the source district (Decision 1240) that no passage of a decree spells out."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a number or a reading rests on.

    `document` and `passage` name the text ("NĐ 335/2025/NĐ-CP", "Điều 14 khoản 2 điểm b") or the
    office's own decision. A named choice also says which choice and which option was taken.
    `read_as` is how the text was read: V whole text, Q quoted, T translated, S secondary, N not found.
    """

    authority: Authority
    document: str
    passage: str = ""
    choice: str | None = None
    option: str | None = None
    read_as: str = "V"

    @property
    def is_assumption(self) -> bool:
        """Whether a result that rests on this must say so (X06)."""
        return self.authority is Authority.ASSUMED or self.read_as in ("S", "N")


class Operation(enum.Enum):
    """What a step does with its inputs; `GIVEN` was read from a cell, `CONSTANT` from the law."""

    GIVEN = "given"
    CONSTANT = "constant"
    SUM = "sum"
    DIFFERENCE = "difference"
    PRODUCT = "product"
    RATIO = "ratio"
    MEAN = "mean"
    CAPPED = "capped"
    FLOORED = "floored"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Step:
    """One number (or yes/no) with how it arose.

    `key` is a stable ASCII name ("a", "common", "total") that reports find a part by; most steps
    have none. A leaf (GIVEN) has `at`; everything else recomputes from its `inputs`.
    """

    label: Text
    value: Fraction
    operation: Operation
    inputs: tuple[Step, ...] = ()
    basis: tuple[Basis, ...] = ()
    at: CellRef | None = None
    note: Text | None = None
    key: str | None = None

    def walk(self) -> Iterator[Step]:
        """This step and all below it, parents first."""
        ahead = [self]
        while ahead:
            step = ahead.pop()
            yield step
            ahead.extend(reversed(step.inputs))

    def bases(self) -> tuple[Basis, ...]:
        """Everything this number rests on, each once, in the order first met."""
        return tuple(dict.fromkeys(basis for step in self.walk() for basis in step.basis))

    def find(self, key: str) -> Step | None:
        """The first step below (or this one) whose key it is."""
        return next((step for step in self.walk() if step.key == key), None)
