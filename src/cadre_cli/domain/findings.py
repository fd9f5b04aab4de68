"""What is wrong or worth knowing, as values: never raised, never printed here."""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields
from typing import ClassVar

from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text, fill


class Severity(enum.Enum):
    """How grave a finding is; the exit code is 1 when any ERROR was found."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def name_of(self) -> Text:
        """The word shown to people."""
        return _SEVERITY_NAMES[self]


_SEVERITY_NAMES = {
    Severity.ERROR: Text("LỖI", "ERROR"),
    Severity.WARNING: Text("CẢNH BÁO", "WARNING"),
    Severity.NOTE: Text("GHI CHÚ", "NOTE"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found, at one place.

    Each kind is a subclass declared beside the check that raises it: `code` (stable for ever),
    `severity` with its default, `message` and `fix` in both languages with `{fields}` of the class,
    `law` when a passage stands behind it. The docstring is the kind's manual page: first line the
    rule, then the usual cause. `wrong` and `right` are small Markdown tables for that page.
    """

    code: ClassVar[str]
    message: ClassVar[Text]
    fix: ClassVar[Text]
    law: ClassVar[str | None] = None
    wrong: ClassVar[str] = ""
    right: ClassVar[str] = ""

    at: CellRef
    severity: Severity

    def said(self, lang: str = "vi") -> str:
        """The message with this finding's own facts in it."""
        return fill(self.message.of(lang), lang, self._facts())

    def remedy(self, lang: str = "vi") -> str:
        """What to do, with this finding's own facts in it."""
        return fill(self.fix.of(lang), lang, self._facts())

    @property
    def order(self) -> tuple[str, str, int, int, str, str]:
        """File, sheet, cell, code: the same input lists its findings in the same order."""
        return (*self.at.order, self.code, self.said())

    def _facts(self) -> dict[str, object]:
        return {part.name: getattr(self, part.name) for part in fields(self)}


@dataclass(frozen=True, slots=True)
class NotRun:
    """A check that could not run, and why: silence is never a pass."""

    check: str
    why: Text
