"""Workbooks that somebody has open: what was typed and not yet saved is not in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.pipeline.files import Input, OfficeFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenElsewhere(Finding):
    """Tệp đang mở trong Excel, nên số liệu gõ mà chưa lưu thì không đọc được.

    Cạnh tệp có tệp khóa “~$…” mà Excel đặt khi mở (LibreOffice đặt “.~lock.…#”). Máy bị tắt ngang
    cũng để sót tệp khóa ấy: khi không ai mở nữa thì xóa đi.
    """

    code: ClassVar[str] = "T12"
    severity: Severity = Severity.NOTE
    message: ClassVar[Text] = Text(
        vi="Tệp đang mở (có tệp khóa “{lock}”): phần gõ mà chưa lưu không được tính.",
        en="The file is open (there is a lock file “{lock}”): what is not saved yet was not read.",
    )
    fix: ClassVar[Text] = Text(
        vi="Lưu tệp (Ctrl+S) rồi chạy lại; nếu không ai mở, xóa tệp khóa ấy.",
        en="Save the file (Ctrl+S) and run again; delete the lock file if nobody has it open.",
    )
    wrong: ClassVar[str] = "| thang-03.xlsx |\n|---|\n| ~$thang-03.xlsx |"
    right: ClassVar[str] = "| thang-03.xlsx |\n|---|"
    lock: str


def lock_of(path: Path) -> Path | None:
    """The lock file beside a workbook that somebody has open.

    Excel names it after the file, and puts it in the place of the first letters of a long name.
    """
    name = path.name
    # The working folder itself, named as the place of workbooks it does not hold; a lock file.
    if not name or name.startswith("~$"):
        return None
    names = (f"~${name}", f"~${name[2:]}" if len(name) > 2 else "", f".~lock.{name}#")
    for lock in names:
        if lock and path.with_name(lock).is_file():
            return path.with_name(lock)
    return None


def noting_open(outcomes: tuple[Outcome, ...], files: OfficeFiles) -> tuple[Outcome, ...]:
    """The outcomes with a note on each workbook that is open.

    It belongs to this moment and to no period: a result workbook stays the same to the byte,
    whoever looks at its source.
    """
    notes = tuple(_notes((*files.inputs, *files.shared)))
    if not notes:
        return outcomes
    if outcomes and outcomes[-1].period is None:
        last = outcomes[-1]
        findings = tuple(sorted((*last.findings, *notes), key=lambda each: each.order))
        return (*outcomes[:-1], replace(last, findings=findings))
    return (*outcomes, Outcome(files.office, None, (), (), notes))


def _notes(inputs: Iterable[Input]) -> Iterable[Finding]:
    for each in inputs:
        try:
            lock = lock_of(each.path)
        except OSError:
            continue
        if lock is not None:
            yield OpenElsewhere(at=CellRef(each.name), lock=lock.name)
