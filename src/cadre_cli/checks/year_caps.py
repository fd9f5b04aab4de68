"""Caps on the highest class that more people reach than they allow, and ties at them (N04, N05, X02)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from cadre_cli.checks.year_check import Rules, YearCheck, first_file, person_at
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.year import Cap, YearPerson, YearRanking


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCapExceeded(Finding):
    """Trong một nhóm có nhiệm vụ tương đồng, số người ở mức Hoàn thành xuất sắc vượt tỷ lệ.

    Chương trình đề xuất mức thấp hơn một bậc cho người có điểm bình quân đứng sau và ghi rõ lý do;
    cấp có thẩm quyền quyết định.
    """

    code: ClassVar[str] = "N04"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20 khoản 5"
    message: ClassVar[Text] = Text(
        "Nhóm “{group}”: {candidates} người ở mức Hoàn thành xuất sắc, tỷ lệ chỉ cho {limit} "
        "({share} %, {eligible} người để tính).",
        "Group “{group}”: {candidates} people in the highest class, the cap allows {limit} "
        "({share} % over {eligible}).",
    )
    fix: ClassVar[Text] = Text(
        "Xem trang “Tỷ lệ xuất sắc”. Nhóm chia chưa đúng thì ghi cột Nhóm vào danh sách; tỷ lệ đến "
        "25 % cần quyết định, ghi cap_share vào [decisions] trong cadre.toml.",
        "See the sheet “Caps”. If the groups are wrong, give the roster a column Nhóm; up to 25 % "
        "needs a decision: cap_share under [decisions] in cadre.toml.",
    )
    wrong: ClassVar[str] = (
        "| Nhóm | Đủ điều kiện | Được | Đề nghị |\n|---|---|---|---|\n| A | 10 | 1 | 3 |"
    )
    right: ClassVar[str] = (
        "| Nhóm | Đủ điều kiện | Được | Đề nghị |\n|---|---|---|---|\n| A | 10 | 1 | 1 |"
    )

    severity: Severity = Severity.WARNING
    group: str
    candidates: int
    limit: int
    share: Fraction
    eligible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapExceeded(Finding):
    """Số người ở mức Hoàn thành xuất sắc của cả cơ quan vượt tỷ lệ.

    Chương trình đề xuất mức thấp hơn một bậc cho người có điểm bình quân đứng sau và ghi rõ lý do;
    cấp có thẩm quyền quyết định.
    """

    code: ClassVar[str] = "X02"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20 khoản 5"
    message: ClassVar[Text] = Text(
        "Cả cơ quan có {candidates} người ở mức Hoàn thành xuất sắc, tỷ lệ chỉ cho {limit} "
        "({share} %, {eligible} người để tính).",
        "{candidates} people of the office in the highest class, the cap allows {limit} "
        "({share} % over {eligible}).",
    )
    fix: ClassVar[Text] = Text(
        "Xem trang “Tỷ lệ xuất sắc”. Tỷ lệ đến 25 % cần quyết định của cấp có thẩm quyền: ghi "
        "cap_share cùng số văn bản vào [decisions] trong cadre.toml.",
        "See the sheet “Caps”. Up to 25 % needs the authority's decision: enter cap_share and the "
        "document under [decisions] in cadre.toml.",
    )
    wrong: ClassVar[str] = "| Đủ điều kiện | Được | Đề nghị |\n|---|---|---|\n| 12 | 2 | 4 |"
    right: ClassVar[str] = "| Đủ điều kiện | Được | Đề nghị |\n|---|---|---|\n| 12 | 2 | 2 |"

    severity: Severity = Severity.WARNING
    candidates: int
    limit: int
    share: Fraction
    eligible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedAtCap(Finding):
    """Nhiều người bằng điểm đúng ở ranh giới tỷ lệ; chương trình không chọn thay.

    Văn bản không quy định cách phân biệt khi bằng điểm. Những người này chưa có mức đề xuất, kèm các
    số liệu khác nhau giữa họ để cấp có thẩm quyền cân nhắc.
    """

    code: ClassVar[str] = "N05"
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP, Điều 20 khoản 5"
    message: ClassVar[Text] = Text(
        "{scope}: {people} bằng điểm ({mean}) ở ranh giới tỷ lệ {limit} người. {differ}",
        "{scope}: {people} are tied ({mean}) at the cap of {limit}. {differ}",
    )
    fix: ClassVar[Text] = Text(
        "Cấp có thẩm quyền chọn và ghi bằng cadre decide (ai, văn bản nào, vì sao).",
        "The authority chooses and records it with cadre decide (who, which document, why).",
    )
    wrong: ClassVar[str] = (
        "| Hạng | Họ và tên | Bình quân |\n|---|---|---|\n| 1 | An | 95 |\n| 1 | Bình | 95 |"
    )
    right: ClassVar[str] = (
        "| Hạng | Họ và tên | Bình quân |\n|---|---|---|\n| 1 | An | 95,5 |\n| 2 | Bình | 95 |"
    )

    severity: Severity = Severity.WARNING
    scope: Text
    people: tuple[str, ...]
    mean: Fraction
    limit: int
    differ: Text


def _caps(ranking: YearRanking, _: Rules) -> Iterator[Finding]:
    for cap in ranking.caps:
        share = cap.share * 100
        if cap.candidates <= cap.limit:
            continue
        if cap.group is None:
            yield CapExceeded(
                at=first_file(ranking),
                candidates=cap.candidates,
                limit=cap.limit,
                share=share,
                eligible=cap.eligible,
            )
        else:
            yield GroupCapExceeded(
                at=first_file(ranking),
                group=cap.group,
                candidates=cap.candidates,
                limit=cap.limit,
                share=share,
                eligible=cap.eligible,
            )


def _ties(ranking: YearRanking, rules: Rules) -> Iterator[Finding]:
    known = {person.officer.id: person for person in ranking.people}
    told: set[frozenset[str]] = set()
    for cap in ranking.caps:
        if not cap.tied or frozenset(cap.tied) in told:
            continue
        told.add(frozenset(cap.tied))
        people = [known[who] for who in cap.tied]
        mean = people[0].mean
        yield TiedAtCap(
            at=person_at(people[0]),
            scope=_scope(cap),
            people=tuple(person.officer.name for person in people),
            mean=Fraction(0) if mean is None else mean.value,
            limit=cap.limit,
            differ=differences(people, rules),
        )


def _scope(cap: Cap) -> Text:
    if cap.group is None:
        return Text("Cả cơ quan", "The office")
    return Text(f"Nhóm “{cap.group}”", f"Group “{cap.group}”")


def differences(people: list[YearPerson], rules: Rules) -> Text:
    """What the year's figures tell of people of one mean, for the authority to weigh."""
    vi, en = [], []
    for person in people:
        totals = [month.total for month in person.months if month.total is not None]
        bands = rules[person.rule_set]
        best = sum(bands.grade_for(total) == bands.grades[0] for total in totals)
        low = min(totals, default=None)
        vi.append(
            f"{person.officer.name}: {len(totals)} tháng tính điểm, {best} tháng ở mức cao nhất, "
            f"tháng thấp nhất {shown(low)}"
        )
        en.append(
            f"{person.officer.name}: {len(totals)} months, {best} in the highest class, "
            f"lowest {shown(low, 'en')}"
        )
    return Text("; ".join(vi) + ".", "; ".join(en) + ".")


CHECKS: tuple[YearCheck, ...] = (
    YearCheck("caps", ("N04", "X02"), _caps),
    YearCheck("ties at the cap", ("N05",), _ties),
)
