"""Whether a result workbook still follows from the sources, rules and choices that it names."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

from cadre_cli.domain.comparison import Comparison, GroundDifference
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text


class SourceState(enum.Enum):
    """What has become of a source since."""

    SAME = "same"
    MOVED = "moved"
    """The same content under another name or in another folder."""
    GROWN = "grown"
    """The ledger, with entries added since that change nothing of the result."""
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """A source as the result names it, and what was found in its place."""

    name: str
    sha256: str
    state: SourceState
    found: Path | None = None
    shared: bool = False
    ledger: bool = False
    """The ledger, known by the seal of its last entry then; `more` entries were added since."""
    more: int = 0

    @property
    def unmoved(self) -> bool:
        """Whether what the result rests on is as it was."""
        return self.state in (SourceState.SAME, SourceState.MOVED, SourceState.GROWN)


@dataclass(frozen=True, slots=True)
class EditedCell:
    """A cell of the result workbook that does not hold what follows."""

    at: CellRef
    held: str
    follows: str


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer, and all it rests on. `comparison` is None when nothing could be scored again.

    `comparison` has the workbook as A and what was scored again as B; `rules` are rule sets and
    choices that are not what they were; `identical` says that the file is the same to the byte.
    """

    file: str
    office: str | None
    period: str | None
    version_then: str
    version_now: str
    sources: tuple[CheckedSource, ...]
    comparison: Comparison | None = None
    rules: tuple[GroundDifference, ...] = ()
    edited: tuple[EditedCell, ...] = ()
    identical: bool = False
    notes: tuple[Text, ...] = ()

    def of_state(self, state: SourceState) -> tuple[CheckedSource, ...]:
        """The sources of which that has become."""
        return tuple(each for each in self.sources if each.state is state)

    @property
    def follows(self) -> bool | None:
        """Whether the result still follows; None when that cannot be told."""
        if self.edited:
            return False
        if self.of_state(SourceState.MISSING) or not self.sources or self.comparison is None:
            return None
        return self.comparison.alike and not self.of_state(SourceState.CHANGED)
