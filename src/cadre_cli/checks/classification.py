"""What a class rests on, and who has none: forced cases, absences, gaps, assumptions (X01–X07)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results, rules_or_none
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.results import Classification, NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.schema import RulesOf


@dataclass(frozen=True, slots=True, kw_only=True)
class ForcedGrade(Finding):
    """Có trường hợp xếp “Không hoàn thành nhiệm vụ” bất kể số điểm.

    Do kỷ luật liên quan đến công vụ, kết luận suy thoái, hoặc đơn vị phụ trách có tham nhũng, lãng
    phí. Chỉ là đề xuất theo việc đã ghi trong bảng; cấp có thẩm quyền quyết định.
    """

    code: ClassVar[str] = "X01"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20 khoản 4"
    message: ClassVar[Text] = Text(
        "{officer} thuộc trường hợp bắt buộc – {why}.", "{officer} is a forced case – {why}."
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra văn bản và thời điểm; nếu ghi nhầm người hoặc nhầm kỳ thì sửa dòng này.",
        "Check the document and its date; if person or period is wrong, correct this row.",
    )
    wrong: ClassVar[str] = "| Họ và tên | Kỷ luật |\n|---|---|\n| Lê Văn Cường | Khiển trách |"
    right: ClassVar[str] = (
        "| Họ và tên | Kỷ luật |\n|---|---|\n"
        "| Lê Văn Cường | Khiển trách (Quyết định số 12/QĐ-UBND ngày 05/03/2026) |"
    )

    severity: Severity = Severity.ERROR
    officer: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NotClassified(Finding):
    """Người không được xếp loại trong kỳ này, và vì sao.

    Do nghỉ cả kỳ, do cơ quan quyết định không áp dụng, hoặc do bảng còn thiếu dữ liệu: thiếu thì
    không tính, không bao giờ coi là 0 điểm.
    """

    code: ClassVar[str] = "X04"
    message: ClassVar[Text] = Text(
        "{officer} chưa xếp loại: {why}.", "{officer} is not classified: {why}."
    )
    fix: ClassVar[Text] = Text(
        "Thiếu dữ liệu thì bổ sung rồi chạy lại; nghỉ cả kỳ hoặc không áp dụng thì không phải sửa.",
        "Fill in what is missing and run again; leave and people not covered need nothing.",
    )
    wrong: ClassVar[str] = (
        "| Họ và tên | Tiêu chí chung | Kết quả |\n|---|---|---|\n| Lê Văn Cường | 28 | |"
    )
    right: ClassVar[str] = "| Họ và tên | Ghi chú |\n|---|---|\n| Lê Văn Cường | Nghỉ ốm cả tháng |"

    severity: Severity = Severity.NOTE
    officer: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingAssigned(Finding):
    """Người không được giao việc nào trong kỳ thì không tính được điểm.

    Thường do thiếu tệp giao việc, tên ghi khác danh sách, hoặc mọi việc đều ghi là phát sinh.
    """

    code: ClassVar[str] = "X05"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 14, Điều 18 khoản 1 điểm d"
    message: ClassVar[Text] = Text(
        "{officer} không có việc nào được giao trong các bảng của {period} nên không có điểm, "
        "không xếp loại.",
        "No table of {period} assigns anything to {officer}: there is no score and no class.",
    )
    fix: ClassVar[Text] = Text(
        "Bổ sung bảng giao việc, hoặc việc của người này; nếu nghỉ cả kỳ thì ghi vào bảng biến động hoặc ghi chú.",
        "Add the assigned tasks; if they were away throughout, record the leave.",
    )
    wrong: ClassVar[str] = (
        "| Danh sách | Giao việc tháng 3 |\n|---|---|\n| Lê Văn Cường | (không có dòng nào) |"
    )
    right: ClassVar[str] = (
        "| Danh sách | Giao việc tháng 3 |\n|---|---|\n| Lê Văn Cường | Rà soát hộ nghèo |"
    )

    severity: Severity = Severity.WARNING
    officer: str
    period: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOnAssumption(Finding):
    """Kết quả dựa trên một giả định, hoặc trên quy định mới chỉ đọc qua nguồn thứ cấp.

    Chỗ luật chưa nói rõ, chương trình chọn một cách hiểu và nói ra. Cơ quan có thể thay bằng quyết
    định của mình trong mục [decisions] của cadre.toml. Mỗi giả định báo một lần cho cả cơ quan.
    """

    code: ClassVar[str] = "X06"
    message: ClassVar[Text] = Text(
        "Kết quả của {people} người dựa trên {what}.",
        "Results that rest on {what}: {people}.",
    )
    fix: ClassVar[Text] = Text(
        "Cơ quan đã quyết định thì ghi lựa chọn và số văn bản vào [decisions] trong cadre.toml; "
        "quy định đọc qua nguồn thứ cấp thì đối chiếu nguyên văn trước khi dùng.",
        "Once the office has decided, enter option and document under [decisions] in cadre.toml; "
        "compare a rule from a secondary source with the text before use.",
    )
    wrong: ClassVar[str] = (
        "| cadre.toml | Báo cáo |\n|---|---|\n| (không có [decisions]) | giả định deduction_on = unit |"
    )
    right: ClassVar[str] = (
        "| cadre.toml | Báo cáo |\n|---|---|\n"
        '| deduction_on = { option = "unit", document = "QĐ 12/QĐ-UBND" } '
        "| theo QĐ 12/QĐ-UBND |"
    )

    severity: Severity = Severity.NOTE
    choice: str | None
    option: str | None
    people: int
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRules(Finding):
    """Không có đúng một bộ quy định đang có hiệu lực cho loại đối tượng này thì không tính điểm.

    Thường do ghi nhầm kỳ, nhầm Đối tượng, hoặc thời gian đó chưa có quy định tính điểm. Không bao
    giờ tự lấy quy định khác thay thế.
    """

    code: ClassVar[str] = "X07"
    message: ClassVar[Text] = Text(
        "{people}: không xác định được quy định để áp dụng. {why}",
        "{people}: there is no one rule set to apply. {why}",
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra kỳ và cột Đối tượng; xem quy định đang có bằng cadre rules list, "
        "hoặc ghi quyết định của cơ quan vào cadre.toml.",
        "Check the period and the kind of person; see cadre rules list, "
        "or enter the office's decision in cadre.toml.",
    )
    wrong: ClassVar[str] = "| Kỳ | Đối tượng |\n|---|---|\n| Tháng 3 năm 2206 | Công chức |"
    right: ClassVar[str] = "| Kỳ | Đối tượng |\n|---|---|\n| Tháng 3 năm 2026 | Công chức |"

    severity: Severity = Severity.ERROR
    people: tuple[str, ...]
    why: Text


def _forced(_: Submission, results: Results, rules_of: RulesOf) -> Iterator[Finding]:
    for result in results:
        rules = rules_or_none(rules_of, result.officer.kind)
        cases = set() if rules is None else {case.basis for case in rules.forced}
        for reason in result.reasons:
            if cases.intersection(reason.basis):
                at = reason.at or result.officer.at.cell("name")
                yield ForcedGrade(at=at, officer=result.officer.name, why=reason.text)


def _not_rated(_: Submission, results: Results, __: RulesOf) -> Iterator[Finding]:
    for result in results:
        at, name = result.officer.at.cell("name"), result.officer.name
        match result.not_rated:
            case NotRated.INCOMPLETE:
                why = Text("chưa đủ dữ liệu: {told}", "data is missing: {told}")
                told = why.fill(told=_missing(result))
                yield NotClassified(at=at, officer=name, why=told)
            case NotRated.ON_LEAVE | NotRated.NOT_COVERED | NotRated.NOT_HERE:
                reasons = [reason.text for reason in result.reasons]
                yield NotClassified(at=at, officer=name, why=_joined(reasons))
            case _:
                continue


_TOLD = 3
"""Missing things spelled out for one person; a sheet nobody evaluated has dozens, each a finding."""


def _missing(result: Classification) -> Text:
    told = [missing.what for missing in result.score.missing]
    if not told:
        told = [reason.text for reason in result.reasons]
    rest = len(told) - _TOLD
    if rest > 0:
        told = [*told[:_TOLD], Text(f"và {rest} chỗ khác", f"and {rest} more")]
    return _joined(told)


def _joined(texts: list[Text]) -> Text:
    return Text("; ".join(text.vi for text in texts), "; ".join(text.en for text in texts))


def _nothing_assigned(submission: Submission, results: Results, _: RulesOf) -> Iterator[Finding]:
    for result in results:
        if result.not_rated is NotRated.NOTHING_ASSIGNED:
            officer = result.officer
            at = officer.at.cell("name")
            yield NothingAssigned(at=at, officer=officer.name, period=submission.period.title)


def _assumptions(submission: Submission, results: Results, rules_of: RulesOf) -> Iterator[Finding]:
    people: dict[Basis, int] = {}
    means: dict[str, str] = {}
    for result in results:
        if result.grade is None:
            continue
        for basis in {_assumed(basis) for basis in result.bases() if basis.is_assumption}:
            people[basis] = people.get(basis, 0) + 1
            if basis.choice is not None:
                means.setdefault(basis.choice, _means(basis.choice, result, rules_of))
    for basis, count in people.items():
        yield RestsOnAssumption(
            at=CellRef(_first_file(submission, results)),
            choice=basis.choice,
            option=basis.option,
            people=count,
            what=_described(basis, means.get(basis.choice or "", "")),
        )


def _assumed(basis: Basis) -> Basis:
    """What is assumed, apart from where: one choice is one assumption, one document read at second hand is one."""
    if basis.choice is not None and basis.authority is Authority.ASSUMED:
        return Basis(Authority.ASSUMED, "", "", basis.choice, basis.option)
    return Basis(basis.authority, basis.document, "", None, None, basis.read_as)


def _first_file(submission: Submission, results: Results) -> str:
    if submission.sources:
        return submission.sources[0].file
    return results[0].officer.at.file


def _means(choice: str, result: Classification, rules_of: RulesOf) -> str:
    """What the option taken means, as the rule set words it."""
    rules = rules_or_none(rules_of, result.officer.kind)
    taken = None if rules is None else rules.choices.get(choice)
    return "" if taken is None else taken.taken_means


def _described(basis: Basis, means: str) -> Text:
    if basis.choice is not None:
        taken = f"{basis.choice} = {basis.option}"
        return Text(
            f"một giả định: {means} ({taken})" if means else f"giả định {taken}",
            f"the assumption {taken}",
        )
    if basis.authority is Authority.ASSUMED:
        return Text(f"giả định ({basis.document})", f"an assumption ({basis.document})")
    if basis.read_as == "N":
        return Text(
            f"{basis.document}, không tìm thấy toàn văn nên cách tính là lựa chọn của chương trình",
            f"{basis.document}, whose text was not found: the way of scoring is a choice",
        )
    return Text(
        f"{basis.document}, mới đọc qua nguồn thứ cấp, chưa đối chiếu với nguyên văn",
        f"{basis.document}, read from a secondary source and not yet compared with the text",
    )


def _no_rules(_: Submission, results: Results, __: RulesOf) -> Iterator[Finding]:
    """One gap in the law is one problem, however many people fall into it."""
    gaps: dict[Text, list[Classification]] = {}
    for result in results:
        if result.not_rated is NotRated.NO_RULE:
            gaps.setdefault(_joined([reason.text for reason in result.reasons]), []).append(result)
    for why, found in gaps.items():
        names = tuple(result.officer.name for result in found)
        yield NoRules(at=found[0].officer.at.cell("name"), people=names, why=why)


CHECKS: tuple[After, ...] = (
    Check("forced class", ("X01",), (), _forced),
    Check("not rated", ("X04",), (), _not_rated),
    Check("nothing assigned", ("X05",), (), _nothing_assigned),
    Check("assumptions", ("X06",), (), _assumptions),
    Check("no rules in force", ("X07",), (), _no_rules),
)
