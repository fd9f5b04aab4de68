"""What the score tables must hold: all common criteria, which add up (C09, B10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from cadre_cli.checks.check import Before, Check, rules_or_none
from cadre_cli.checks.people import away_ids
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.schema import RuleSet, RulesOf
from cadre_cli.sheets.findings_table import TotalDiffers
from cadre_cli.vietnamese.names import may_be_short_for
from cadre_cli.vietnamese.text import nearest

_TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonIncomplete(Finding):
    """Tiêu chí chung phải chấm đủ các tiêu chí; điểm tối đa trong bảng phải cộng đúng mức quy định.

    Thường do bỏ trống một tiêu chí, thiếu tên một người trong bảng chấm, một người có hai mức điểm
    ở hai nơi, hoặc bảng tự đặt điểm tối đa khác quy định (tổng 30 điểm). Ô trống không có nghĩa là
    0 điểm.
    """

    code: ClassVar[str] = "C09"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 12 khoản 2 và Phụ lục II Mẫu số 01"
    message: ClassVar[Text] = Text("Tiêu chí chung: {what}.", "Common criteria: {what}.")
    fix: ClassVar[Text] = Text(
        "Điền đủ điểm từng tiêu chí (0 cũng phải ghi), theo điểm tối đa của quy định.",
        "Fill in every criterion (a 0 too), within the maxima of the rule.",
    )
    wrong: ClassVar[str] = "| Họ và tên | I.1 | I.2 |\n|---|---|---|\n| Lê Văn Cường | 5 | |"
    right: ClassVar[str] = "| Họ và tên | I.1 | I.2 |\n|---|---|---|\n| Lê Văn Cường | 5 | 4,5 |"

    severity: Severity = Severity.ERROR
    what: Text


def _incomplete(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    """People whose common criteria are not all scored; marks of one person may fill several sheets."""
    marked: dict[str, list[CommonMarks]] = defaultdict(list)
    for common in submission.common:
        if common.who.officer is not None:
            marked[common.who.officer].append(common)
    away = away_ids(submission)
    working = {owner.officer for task in submission.tasks for owner in task.owners}
    names = tuple(each.name for each in submission.officers if each.id in marked)
    for officer in submission.officers:
        rules = rules_or_none(rules_of, officer.kind)
        if rules is None or not rules.criteria or officer.rated_above or officer.id in away:
            continue
        rows = marked.get(officer.id, [])
        if rows:
            yield from _gaps(officer, rows, rules)
        elif officer.id in working:
            called = (name for name in names if may_be_short_for(officer.name, name))
            near = ", ".join(nearest(officer.name, names) or called)
            what = Text(
                f"{officer.name} có việc được giao nhưng không có tên trong bảng"
                + (f" (nếu là {near} thì sửa tên ở bảng giao việc)" if near else ""),
                f"{officer.name} has tasks but no row"
                + (f" (if this is {near}, correct the name in the tasks)" if near else ""),
            )
            yield CommonIncomplete(at=officer.at.cell("name"), what=what)


def _gaps(officer: Officer, rows: Sequence[CommonMarks], rules: RuleSet) -> Iterator[Finding]:
    marks = [mark for row in rows for mark in row.marks]
    scorers = {mark.scorer for mark in marks if mark.points is not None}
    if scorers == {0}:
        return  # C03: only a self-score
    counts = [mark for mark in marks if not scorers or mark.scorer == max(scorers)]
    yield from _two_values(officer, counts)
    lacking = _lacking(counts, rules)
    if not lacking:
        return
    name = rows[0].at.cell("name")
    empty = [m.at for m in counts if m.points is None and (m.criterion in lacking or not scorers)]
    if not scorers:
        what = Text(
            f"{officer.name} chưa có điểm",
            f"{officer.name} has no points",
        )
    else:
        listed = ", ".join(lacking)
        what = Text(
            f"{officer.name} chưa có điểm tiêu chí {listed}",
            f"{officer.name} has no points for criterion {listed}",
        )
    yield CommonIncomplete(at=min(empty, key=_order) if empty else name, what=what)


def _two_values(officer: Officer, marks: Sequence[Mark]) -> Iterator[Finding]:
    """One scorer's mark for one criterion, given twice: neither counts until one is taken out."""
    first: dict[str, Mark] = {}
    for mark in (mark for mark in marks if mark.points is not None):
        if first.setdefault(mark.criterion, mark).points != mark.points:
            what = Text(
                f"{officer.name} có hai mức điểm khác nhau cho cùng một tiêu chí",
                f"{officer.name} has two different marks for one criterion",
            )
            yield CommonIncomplete(at=mark.at, what=what)
            return


def _order(cell: CellRef) -> tuple[str, str, int, int]:
    return cell.order


def _lacking(marks: Sequence[Mark], rules: RuleSet) -> tuple[str, ...]:
    """Codes of the criteria without points: a group by itself stands for its rows, a total for all."""
    filled = {mark.criterion for mark in marks if mark.points is not None}
    codes = {criterion.code for criterion in rules.criteria}
    if not filled & codes and (_TOTAL in filled or _own_criteria_filled(marks, codes)):
        return ()
    columns = {mark.criterion for mark in marks}
    lacking: list[str] = []
    for group in (criterion for criterion in rules.criteria if criterion.group is None):
        rows = [item.code for item in rules.criteria if item.group == group.code]
        if any(code in filled for code in rows) or not columns & {group.code}:
            lacking += [code for code in rows or [group.code] if code not in filled]
        elif group.code not in filled:
            lacking += [code for code in rows if code in columns] or [group.code]
    return tuple(lacking)


def _own_criteria_filled(marks: Sequence[Mark], codes: set[str]) -> bool:
    """Whether the office's own rows, which are not the rule's, are all filled."""
    own = [mark for mark in marks if mark.criterion not in codes | {_TOTAL}]
    return bool(own) and all(mark.points is not None for mark in own)


def _other_maxima(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    """Sheets whose stated maxima add up to another total than the rule's; once for each sheet."""
    officers = submission.by_id
    seen: set[CellRef] = set()
    for common in submission.common:
        sheet = CellRef(common.at.file, common.at.sheet)
        officer = officers.get(common.who.officer or "")
        rules = rules_or_none(rules_of, officer.kind) if officer is not None else None
        if sheet in seen or rules is None or not rules.criteria:
            continue
        seen.add(sheet)
        allowed = sum((c.maximum for c in rules.criteria if c.group is None), Decimal(0))
        stated = _stated_total(common.marks, rules)
        if stated is not None and stated != allowed:
            what = Text(
                f"điểm tối đa trong bảng cộng lại là {shown(stated)}, quy định là {shown(allowed)}",
                f"the maxima of the sheet add up to {shown(stated, 'en')}, "
                f"the rule's to {shown(allowed, 'en')}",
            )
            yield CommonIncomplete(at=sheet, what=what)


def _stated_total(marks: Sequence[Mark], rules: RuleSet) -> Decimal | None:
    """The sum of the maxima a sheet states; a group's only where its rows state none.

    None where a row states no maximum: what is not said cannot be wrong.
    """
    maxima: dict[str, Decimal] = {}
    for mark in marks:
        if mark.maximum is not None:
            maxima.setdefault(mark.criterion, mark.maximum)
    codes = {mark.criterion for mark in marks} - {_TOTAL}
    if not codes:
        return maxima.get(_TOTAL)
    groups = {criterion.code for criterion in rules.criteria if criterion.group is None}
    parents = {code.partition(".")[0] for code in codes if "." in code} & groups
    added = codes - parents
    if not added <= maxima.keys():
        return None
    return sum((maxima[code] for code in added), Decimal(0))


_SLACK = Decimal("0.005")
"""Sums of a spreadsheet are stored as 4.699999999999999."""


def _other_sums(submission: Submission, rules_of: RulesOf) -> Iterator[Finding]:
    """A group or total beside its own rows that is not their sum: the rows count (B10)."""
    officers = submission.by_id
    for common in submission.common:
        officer = officers.get(common.who.officer or "")
        rules = rules_or_none(rules_of, officer.kind) if officer is not None else None
        if officer is None or rules is None:
            continue
        for scorer in sorted({mark.scorer for mark in common.marks}):
            given = {m.criterion: m for m in common.marks if m.scorer == scorer}
            yield from _sums(officer.name, given, rules)


_THEIR_POINTS = Text("điểm từng tiêu chí của người này", "this person's points")


def _sums(name: str, given: Mapping[str, Mark], rules: RuleSet) -> Iterator[Finding]:
    points = {code: m.points for code, m in given.items() if isinstance(m.points, Decimal)}
    groups = [criterion.code for criterion in rules.criteria if criterion.group is None]
    rows = {group: [c.code for c in rules.criteria if c.group == group] for group in groups}
    for whole, parts in (*rows.items(), (_TOTAL, groups)):
        found = [points[part] for part in parts if part in points]
        if not parts or len(found) < len(parts):
            continue
        added = sum(found, Decimal(0))
        if abs(points.get(whole, added) - added) > _SLACK:
            heading = "Tổng điểm tiêu chí chung" if whole == _TOTAL else f"Tiêu chí {whole}"
            yield TotalDiffers(
                at=given[whole].at,
                heading=heading,
                written=points[whole],
                found=added,
                which=Text(f"ô tổng của {name}", f"the total of {name}"),
                parts=_THEIR_POINTS,
            )
        points[whole] = added


CHECKS: tuple[Before, ...] = (
    Check("common criteria complete", ("C09",), ("criteria",), _incomplete),
    Check("sums of the common criteria", ("B10",), ("criteria",), _other_sums),
    Check("maxima of the common criteria", ("C09",), ("criteria",), _other_maxima),
)
