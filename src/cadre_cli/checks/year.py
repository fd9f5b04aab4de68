"""What a year's ranking has to be looked at for: gaps, absence, changes of rules, discipline, transfers (N01–N03, N06, N07)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cadre_cli.checks.organisation import heads_above
from cadre_cli.checks.year_check import Rules, YearCheck, first_file, person_at
from cadre_cli.domain.events import EventKind
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text, verbatim
from cadre_cli.domain.year import MonthState, YearPerson, YearRanking


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsMissing(Finding):
    """Trong năm có tháng không có điểm, nên bình quân tính trên những tháng có điểm.

    Thường do chưa nộp bảng của tháng, tên ghi khác tháng trước, không được giao việc, hoặc bảng
    tháng ấy còn thiếu dữ liệu. Tháng thiếu không bao giờ tự tính là 0.
    """

    code: ClassVar[str] = "N01"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 17 khoản 3"
    message: ClassVar[Text] = Text(
        "{who}: chưa có điểm {months}. Bình quân tính trên {counted} tháng.",
        "{who}: no score for {months}. The mean is over {counted} months.",
    )
    fix: ClassVar[Text] = Text(
        "Bổ sung bảng của tháng thiếu, hoặc ghi lý do (nghỉ, chuyển đến, mới nhận việc) vào bảng "
        "biến động rồi chạy lại.",
        "Add the month's workbook, or record why (leave, transfer, new in the post), and run again.",
    )
    wrong: ClassVar[str] = "| 2024 | thang-01.xlsx | thang-03.xlsx |\n|---|---|---|"
    right: ClassVar[str] = (
        "| 2024 | thang-01.xlsx | thang-02.xlsx | thang-03.xlsx |\n|---|---|---|---|"
    )

    severity: Severity = Severity.WARNING
    who: Text
    months: Text
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderSixMonths(Finding):
    """Người làm việc dưới 6 tháng trong năm thì không xếp loại, vẫn kiểm điểm.

    Trừ nghỉ ốm, nghỉ thai sản theo chế độ bảo hiểm xã hội: xếp loại theo thời gian làm việc thực tế.
    """

    code: ClassVar[str] = "N02"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 11 khoản 1 và khoản 2"
    message: ClassVar[Text] = Text("{officer}: {why}.", "{officer}: {why}.")
    fix: ClassVar[Text] = Text(
        "Không phải sửa nếu đúng vậy. Nếu người đó làm ở cơ quan khác trước đó thì đưa kết quả các "
        "tháng do cơ quan cũ gửi vào.",
        "Nothing to do if so. If they worked in another body before, bring in its months.",
    )
    wrong: ClassVar[str] = "| Họ và tên | Tháng 10 | Tháng 11 | Tháng 12 |\n|---|---|---|---|"
    right: ClassVar[str] = (
        "| Họ và tên | Sự việc | Từ ngày |\n|---|---|---|\n| Lò Văn Pản | Chuyển đến | 01/10/2024 |"
    )

    severity: Severity = Severity.NOTE
    officer: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesChanged(Finding):
    """Trong năm có tháng chấm theo quy định này, tháng theo quy định khác.

    Thường ở năm văn bản mới có hiệu lực. Các tháng vẫn lấy bình quân vì cùng thang 100 điểm; người
    có thẩm quyền nên biết.
    """

    code: ClassVar[str] = "N03"
    message: ClassVar[Text] = Text(
        "{people} người có các tháng trong năm chấm theo nhiều quy định: {rules}.",
        "{people} people have months scored under several rule sets: {rules}.",
    )
    fix: ClassVar[Text] = Text(
        "Không phải sửa; xem trang “Căn cứ” để biết tháng nào theo quy định nào.",
        "Nothing to do; the sheet “Basis” says which month follows which.",
    )
    wrong: ClassVar[str] = "| Tháng 6 | Tháng 7 |\n|---|---|\n| qd1240 | nd233-2026 |"
    right: ClassVar[str] = "| Tháng 6 | Tháng 7 |\n|---|---|\n| nd335-2025 | nd335-2025 |"

    severity: Severity = Severity.NOTE
    people: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplinedInYear(Finding):
    """Người bị kỷ luật trong năm thuộc trường hợp Không hoàn thành nhiệm vụ của năm.

    Chỉ là đề xuất theo việc đã ghi trong bảng. Một hành vi bị kỷ luật Đảng và chính quyền tính một
    lần; vi phạm ở cơ quan cũ tính cho cơ quan cũ: cấp có thẩm quyền xem xét.
    """

    code: ClassVar[str] = "N06"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 11 khoản 3, Điều 20 khoản 4"
    message: ClassVar[Text] = Text(
        "{officer} bị kỷ luật trong năm: {words}.",
        "{officer} was disciplined in the year: {words}.",
    )
    fix: ClassVar[Text] = Text(
        "Kiểm tra số văn bản, ngày và hành vi; ghi nhầm người hoặc nhầm năm thì sửa dòng này.",
        "Check document, day and act; if person or year is wrong, correct this row.",
    )
    wrong: ClassVar[str] = "| Họ và tên | Kỷ luật |\n|---|---|\n| Lê Văn Cường | Khiển trách |"
    right: ClassVar[str] = (
        "| Họ và tên | Kỷ luật |\n|---|---|\n"
        "| Lê Văn Cường | Khiển trách (Quyết định số 12/QĐ-UBND ngày 05/03/2024) |"
    )

    severity: Severity = Severity.ERROR
    officer: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferredInYear(Finding):
    """Người chuyển công tác trong năm: cơ quan mới xếp loại, cơ quan cũ gửi kết quả các tháng.

    Thường do chưa xin kết quả các tháng ở cơ quan cũ nên bình quân chỉ tính các tháng ở đây.
    """

    code: ClassVar[str] = "N07"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 19 khoản 1"
    message: ClassVar[Text] = Text("{officer}: {what}.", "{officer}: {what}.")
    fix: ClassVar[Text] = Text(
        "Chuyển đến: xin kết quả các tháng ở cơ quan cũ và đưa vào bảng. Chuyển đi: gửi kết quả các "
        "tháng đã có cho cơ quan mới.",
        "Came: ask the former body for its months. Went: send this body's months to the new one.",
    )
    wrong: ClassVar[str] = "| Họ và tên | Sự việc |\n|---|---|\n| Vi Thị Hoa | Chuyển đến |"
    right: ClassVar[str] = (
        "| Họ và tên | Tháng | Tổng điểm | Cơ quan cũ |\n|---|---|---|---|\n"
        "| Vi Thị Hoa | 5 | 86 | UBND xã Khe Vầu |"
    )

    severity: Severity = Severity.NOTE
    officer: str
    what: Text


_GAPS = (MonthState.NO_SCORE, MonthState.ABSENT)


def _months_missing(ranking: YearRanking, _: Rules) -> Iterator[Finding]:
    """The office's own gaps once, then each person's."""
    lacking = [
        number
        for number in range(1, 13)
        if ranking.people
        and all(p.months[number - 1].state is MonthState.NO_DATA for p in ranking.people)
    ]
    if lacking:
        listed = ", ".join(map(str, lacking))
        yield MonthsMissing(
            at=first_file(ranking),
            who=Text("Cả cơ quan", "The office"),
            months=Text(f"tháng {listed} (không có bảng)", f"months {listed} (no workbook)"),
            counted=12 - len(lacking),
        )
    for person in ranking.people:
        gaps = [
            m for m in person.months if m.state in _GAPS or _own_gap(m.number, m.state, lacking)
        ]
        if not gaps or person.not_rated in _SPOKEN_OF:
            continue
        yield MonthsMissing(
            at=person_at(person),
            who=verbatim(person.officer.name),
            months=_listed(person, [m.number for m in gaps]),
            counted=sum(m.total is not None for m in person.months),
        )


_SPOKEN_OF = (
    NotRated.RATED_ABOVE,
    NotRated.NO_RULE,
    NotRated.NOT_COVERED,
    NotRated.TRANSFERRED,
    NotRated.UNDER_SIX_MONTHS,
)


def _own_gap(number: int, state: MonthState, lacking: list[int]) -> bool:
    return state is MonthState.NO_DATA and number not in lacking


def _listed(person: YearPerson, numbers: list[int]) -> Text:
    """Months with one reason together: "tháng 2, 3 (không được giao việc); tháng 9 (…)"."""
    by_reason: dict[Text, list[int]] = {}
    for number in numbers:
        why = person.months[number - 1].why or Text("không có điểm", "no score")
        by_reason.setdefault(why, []).append(number)
    return Text(
        "; ".join(f"tháng {', '.join(map(str, n))} ({w.vi})" for w, n in by_reason.items()),
        "; ".join(f"months {', '.join(map(str, n))} ({w.en})" for w, n in by_reason.items()),
    )


def _short(ranking: YearRanking, _: Rules) -> Iterator[Finding]:
    for person in ranking.people:
        if person.not_rated is NotRated.UNDER_SIX_MONTHS:
            why = person.reasons[0].text
            yield UnderSixMonths(at=person_at(person), officer=person.officer.name, why=why)


def _rules_changed(ranking: YearRanking, _: Rules) -> Iterator[Finding]:
    changes: dict[tuple[str, ...], list[YearPerson]] = {}
    for person in ranking.people:
        used = dict.fromkeys(
            month.entry.rule_set
            for month in person.months
            if month.entry is not None and month.entry.rule_set
        )
        if len(used) > 1:
            changes.setdefault(tuple(used), []).append(person)
    for used_sets, people in changes.items():
        yield RulesChanged(at=first_file(ranking), people=len(people), rules=used_sets)


def _disciplined(ranking: YearRanking, _: Rules) -> Iterator[Finding]:
    for person in ranking.people:
        acts = [event for event in person.events if event.kind is EventKind.DISCIPLINE]
        if acts:
            words = tuple(
                event.words + (f" ({event.document})" if event.document else "") for event in acts
            )
            yield DisciplinedInYear(at=acts[0].at, officer=person.officer.name, words=words)


def _transferred(ranking: YearRanking, _: Rules) -> Iterator[Finding]:
    for person in ranking.people:
        brought = [m.number for m in person.months if m.entry is not None and m.entry.body]
        elsewhere = [m.number for m in person.months if _is_elsewhere(person, m.number)]
        came = any(event.kind is EventKind.TRANSFER_IN for event in person.events)
        if person.not_rated is NotRated.TRANSFERRED:
            what = person.reasons[0].text
        elif brought or came:
            what = _came(brought, elsewhere)
        else:
            continue
        yield TransferredInYear(at=person_at(person), officer=person.officer.name, what=what)


def _is_elsewhere(person: YearPerson, number: int) -> bool:
    return person.months[number - 1].state is MonthState.ELSEWHERE


def _came(brought: list[int], elsewhere: list[int]) -> Text:
    vi, en = ["chuyển đến trong năm"], ["transferred here within the year"]
    if brought:
        listed = ", ".join(map(str, brought))
        vi.append(f"tháng {listed} lấy kết quả cơ quan cũ gửi")
        en.append(f"months {listed} as the former body sent them")
    if elsewhere:
        listed = ", ".join(map(str, elsewhere))
        vi.append(f"tháng {listed} chưa có kết quả của cơ quan cũ")
        en.append(f"months {listed} of the former body are not there")
    return Text(", ".join(vi), ", ".join(en))


def _heads(ranking: YearRanking, rules: Rules) -> Iterator[Finding]:
    for person in ranking.people:
        if person.held is not None:
            codes = [grade.code for grade in rules[person.rule_set].grades]
            pairs = [(person.officer, person.held.was)]
            yield from heads_above(pairs, ranking.organisations, codes)


CHECKS: tuple[YearCheck, ...] = (
    YearCheck("months missing", ("N01",), _months_missing),
    YearCheck("under six months", ("N02",), _short),
    YearCheck("rules changed", ("N03",), _rules_changed),
    YearCheck("discipline", ("N06",), _disciplined),
    YearCheck("transfers", ("N07",), _transferred),
    YearCheck("heads above their organisation", ("X03",), _heads),
)
