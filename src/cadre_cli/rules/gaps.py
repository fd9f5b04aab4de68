"""What is said when no one rule set governs a kind of person on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import Text, shown
from cadre_cli.rules.book import KIND_NAMES, Governs, RuleDocument
from cadre_cli.rules.schema import Choice

Lines = Sequence[tuple[RuleDocument, Governs]]

UNIT_NAMES = {
    PeriodUnit.MONTH: Text("kỳ tháng", "by month"),
    PeriodUnit.QUARTER: Text("kỳ quý", "by quarter"),
    PeriodUnit.HALF: Text("kỳ 6 tháng", "by half-year"),
    PeriodUnit.YEAR: Text("kỳ năm", "by year"),
}


def named(kind: str) -> Text:
    """A kind of person in words."""
    return KIND_NAMES.get(kind, Text(kind, kind))


def gap(lines: Lines, day: date, kind: str) -> Text:
    """Nobody governs on this day: what came before, and what comes next."""
    who = named(kind)
    own = [(each.id, line) for each, line in lines if line.kind == kind]
    before = [(line.until, name) for name, line in own if line.until and line.until <= day]
    after = [(line.since, name) for name, line in own if line.since > day]
    vi = [f"Không có bộ quy tắc nào áp dụng cho {who.vi} ngày {shown(day)}."]
    en = [f"No rule set governs {who.en} on {shown(day)}."]
    if before:
        last, name = max(before)
        vi.append(f"{name} hết áp dụng từ {shown(last)}.")
        en.append(f"{name} ended on {shown(last)}.")
    if after:
        first, name = min(after)
        vi.append(f"{name} áp dụng từ {shown(first)}.")
        en.append(f"{name} begins on {shown(first)}.")
    return Text(" ".join(vi), " ".join(en))


def clash(ids: Sequence[str], day: date, kind: str) -> Text:
    """Several govern at once: all of them."""
    who = named(kind)
    return Text(
        f"{' và '.join(ids)} cùng áp dụng cho {who.vi} ngày {shown(day)}.",
        f"{' and '.join(ids)} both govern {who.en} on {shown(day)}.",
    )


def not_covered(choice: Choice, kind: str) -> Text:
    """The office left this kind of person out."""
    who = named(kind)
    document = choice.basis.document
    return Text(
        f"Không chấm điểm {who.vi} theo lựa chọn {choice.id} = {choice.taken} ({document}).",
        f"{who.en.capitalize()} are not covered: {choice.id} = {choice.taken} ({document}).",
    )


def unknown_set(choice: Choice, kind: str) -> Text:
    """The choice taken names a set that does not govern this kind of person."""
    who = named(kind)
    return Text(
        f"Lựa chọn {choice.id} = {choice.taken}, nhưng chưa có bộ quy tắc đó cho {who.vi}.",
        f"The choice is {choice.id} = {choice.taken}, but no such rule set governs {who.en} here.",
    )
