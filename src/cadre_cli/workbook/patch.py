"""A copy of a workbook with some cells changed or marked, and all else as the office left it.

Only the parts that must change are written anew; every other keeps its very bytes inside the zip.
A load and save by a library would lose drop-downs, pictures, printer settings and stored values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cadre_cli.domain.grid import CellEdit, CellMark
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.allowed import Allowed
from cadre_cli.workbook.limits import Damaged, Locked, OverLimit
from cadre_cli.workbook.ooxml import collector_paused
from cadre_cli.workbook.own import labelled
from cadre_cli.workbook.parts import open_package
from cadre_cli.workbook.patch_edits import apply
from cadre_cli.workbook.patch_marks import set_marks
from cadre_cli.workbook.patch_package import Draft, open_draft
from cadre_cli.workbook.patch_unmark import clear_marks
from cadre_cli.workbook.patch_xml import CannotPatch
from cadre_cli.workbook.sniff import Container, sniff

_KINDS = (
    ("template.macroenabled", ".xltm"),
    ("macroenabled", ".xlsm"),
    ("template", ".xltx"),
)
_NOT_OOXML = {
    Container.ENCRYPTED: Text(
        "tệp có mật khẩu mở; bỏ mật khẩu trong Excel rồi chạy lại",
        "it is protected with a password; take it off in Excel and run again",
    ),
    Container.TEXT: Text("tệp là văn bản hoặc CSV", "it is text or CSV"),
    Container.HTML: Text("tệp thực ra là trang web (HTML)", "it is really a web page (HTML)"),
}
_SAVE_AS = Text(
    "{what}; mở bằng Excel, lưu thành Excel Workbook (.xlsx) rồi chạy lại thì được",
    "{what}; open it in Excel, save it as Excel Workbook (.xlsx) and run again",
)
_LOCKED = Text("tệp có mật khẩu mở", "it is protected with a password")


@dataclass(frozen=True, slots=True)
class Patched:
    """The copy; `suffix` is the ending its kind needs (Excel refuses macros in an .xlsx).

    `as_percent` are the cells that took an edit's value for a percentage.
    """

    data: bytes
    suffix: str = ".xlsx"
    as_percent: frozenset[CellRef] = frozenset()


@dataclass(frozen=True, slots=True)
class Refused:
    """Why no copy can be made ("this file cannot be marked: …"), and the cells at fault, if any are.

    Of cells that cannot be changed those of one sheet are told at once.
    """

    why: Text
    cells: Mapping[CellRef, Text] = field(default_factory=dict)

    @property
    def at(self) -> CellRef | None:
        """The first cell at fault."""
        return next(iter(self.cells), None)


def patch(
    data: bytes,
    edits: Sequence[CellEdit] = (),
    marks: Sequence[CellMark] | None = None,
    *,
    label: str | None = None,
    rules: Mapping[CellRef, Allowed] | None = None,
) -> Patched | Refused:
    """The workbook with all edits made and these marks alone: all of it, or nothing and why.

    With `marks` None the marks of an earlier run stay, with any others (also none) they are taken
    away first. `label` is what the copy says of itself in its properties; it goes with the marks.
    `rules` are the data validation of the edited cells, read here where the caller has not.
    """
    try:
        with collector_paused():  # a large column is a hundred thousand small objects
            return _patched(data, edits, marks, label, rules)
    except CannotPatch as cannot:
        return Refused(cannot.why, cannot.cells)
    except (Damaged, OverLimit) as fault:
        return Refused(fault.why if isinstance(fault, Damaged) else fault.what)
    except Locked:
        return Refused(_LOCKED)


def why_not(data: bytes) -> Text | None:
    """None for a workbook of which a copy can be made; else what it is instead."""
    container = sniff(data)
    if container is Container.OOXML:
        return None
    what = _NOT_OOXML.get(container) or Text(
        f"tệp ở định dạng {container.value}", f"it is {container.value}"
    )
    return what if container is Container.ENCRYPTED else _SAVE_AS.fill(what=what)


def signed(data: bytes) -> bool:
    """Whether the workbook carries a digital signature, which holds for no changed copy of it."""
    try:
        return any(relation.kind == "origin" for relation in open_package(data).relations(""))
    except (Damaged, OverLimit, Locked):
        return False


def _patched(
    data: bytes,
    edits: Sequence[CellEdit],
    marks: Sequence[CellMark] | None,
    label: str | None,
    rules: Mapping[CellRef, Allowed] | None,
) -> Patched:
    # Each stage begins with a package of its own: a copy of a copy is like one of the original.
    draft = open_draft(data)
    suffix = _suffix(draft)
    if marks is not None:
        clear_marks(draft)
        data = draft.zipped()
        draft = open_draft(data)
    as_percent = apply(draft, edits, rules)
    if marks:
        set_marks(draft, marks)
    return Patched(draft.zipped() if label is None else labelled(draft, label), suffix, as_percent)


def _suffix(draft: Draft) -> str:
    kind = draft.content_type(draft.workbook).lower()
    return next((suffix for mark, suffix in _KINDS if mark in kind), ".xlsx")
