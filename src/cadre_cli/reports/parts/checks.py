"""The sheet "Kiểm tra": everything found, with its cell to jump to, and what could not be checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from cadre_cli.domain.findings import Finding, NotRun, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.report import Block, Cell, Column, Line, Link, Row, Section, Shows, Table
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.reports.keys import CHECKS
from cadre_cli.reports.page import WORKING_PAGE, note, plain_title
from cadre_cli.reports.parts.formalism import is_for_leaders

NAME = Text("Kiểm tra", "Checks")
_TITLE = Text("KẾT QUẢ KIỂM TRA SỐ LIỆU", "WHAT THE CHECKS FOUND")
_GRAVEST = tuple(Severity)
_NOTHING = Text("Không phát hiện vấn đề nào.", "Nothing was found.")
_NOT_RUN = Text("VIỆC KIỂM TRA CHƯA LÀM ĐƯỢC", "CHECKS THAT COULD NOT RUN")
_FOR_LEADERS = Text(
    "Lời nhắc dành riêng cho người lãnh đạo (mã L) không ghi ở đây: `cadre score --report leaders`.",
    "Notes for those who lead (letter L) stand elsewhere: `cadre score --report leaders`.",
)

Links = Mapping[str, str]
NO_LINKS: Links = MappingProxyType({})
_GRID = (5.0, 12.0, 6.5, 20.0, 18.0, 9.0, 52.0, 44.0, 24.0)


def checks(outcome: Outcome, lang: str, links: Links = NO_LINKS) -> Section:
    """The findings, errors first and each kind in the order of the sheets, then the checks that could not run.

    `links` is the way from the folder of this report to each source, by the source's name; a cell
    of a source that is not there is named without a link. Notes for those who lead stand in a
    workbook of their own (parts/formalism.py); the months at hand beside this one decide on some.
    """
    shown = [each for each in outcome.findings if not is_for_leaders(each.code)]
    found = sorted(shown, key=lambda each: (_GRAVEST.index(each.severity), each.order))
    rows = tuple(_row(place, finding, lang, links) for place, finding in enumerate(found, 1)) or (
        Row("nothing", _blank(_NOTHING.of(lang))),
    )
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), outcome, lang),
        Table(_columns(lang), rows, pinned=True, filtered=bool(found)),
    )
    blocks = (*blocks, note(_FOR_LEADERS.of(lang)))
    lacking = tuple(each for each in outcome.not_run if not is_for_leaders(each.check))
    if lacking:
        blocks = (*blocks, Line("", size=8), Line(_NOT_RUN.of(lang), bold=True, size=12))
        blocks = (*blocks, _not_run(lacking, lang))
    return Section(CHECKS, NAME.of(lang), WORKING_PAGE, _GRID, blocks)


def _columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("severity", words("Mức", "Severity"), Shows.CENTRED),
        Column("code", words("Mã", "Code"), Shows.CENTRED),
        Column("file", words("Tệp", "File")),
        Column("sheet", words("Trang tính", "Sheet")),
        Column("cell", words("Ô", "Cell"), Shows.CENTRED),
        Column("message", words("Nội dung", "Message")),
        Column("fix", words("Cách xử lý", "What to do")),
        Column("law", words("Căn cứ", "Basis")),
    )


def _row(place: int, finding: Finding, lang: str, links: Links) -> Row:
    at = finding.at
    cells: tuple[Cell, ...] = (
        place,
        finding.severity.name_of.of(lang),
        finding.code,
        at.file,
        at.sheet,
        _place(at, links),
        finding.said(lang),
        finding.remedy(lang),
        finding.law,
    )
    return Row(f"finding:{place}", cells)


def _place(at: CellRef, links: Links) -> Cell:
    text = at.a1 or (str(at.row) if at.row is not None else None)
    path = links.get(at.file)
    return text if text is None or path is None else Link(text, at, path)


def _blank(message: str) -> tuple[Cell, ...]:
    return (None, None, None, None, None, None, message, None, None)


def _not_run(lacking: Sequence[NotRun], lang: str) -> Table:
    columns = (
        Column("check", Text("Mã", "Code").of(lang), Shows.CENTRED, span=2),
        Column("why", Text("Vì sao", "Why").of(lang), span=5),
    )
    rows = tuple(
        Row(f"not_run:{place}", (each.check, each.why.of(lang)))
        for place, each in enumerate(lacking, 1)
    )
    return Table(columns, rows)
