"""Findings and results as the terminal shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from cadre_cli.cli import words
from cadre_cli.domain.findings import Finding, NotRun, Severity
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Step
from cadre_cli.reports.wording import NOT_RATED_NAMES, remarks

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from cadre_cli.pipeline.publishing import Published

ALIKE = 8
"""Findings of one code shown before the rest are only counted; a report lists them all."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_GRADES = {"HTXS": "bold green", "HTT": "green", "HT": "yellow", "KHT": "bold red"}
_PARTS = ("common", "a", "b", "c", "d", "dd", "e", "total")
_HEADINGS = (
    Text("Họ và tên", "Name"),
    Text("Đơn vị", "Unit"),
    Text("Chung", "Common"),
    Text("a", "a"),
    Text("b", "b"),
    Text("c", "c"),
    Text("d", "d"),
    Text("đ", "đ"),
    Text("e", "e"),
    Text("Tổng", "Total"),
    Text("Đề nghị", "Proposed"),
    Text("Ghi chú", "Note"),
)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where and how to show: results on one console, messages on the other, in one language."""

    out: Console
    err: Console
    lang: str
    quiet: bool = False

    def tell(self, text: Text, style: str = "") -> None:
        """A message on standard error."""
        self.err.print(text.of(self.lang), style=style, overflow="fold")


def findings(screen: Screen, found: Sequence[Finding], console: Console) -> None:
    """Each finding with its place, sentence and remedy; alike ones beyond a few are counted."""
    counted: Counter[str] = Counter()
    for finding in sorted(found, key=lambda each: _gravity(each.severity)):
        if screen.quiet and finding.severity is not Severity.ERROR:
            continue
        counted[finding.code] += 1
        if counted[finding.code] <= ALIKE:
            _one(screen, finding, console)
    for code, count in counted.items():
        if count > ALIKE:
            more = words.MORE_ALIKE.fill(count=count - ALIKE, code=code)
            console.print(more.of(screen.lang), style="dim")


def _gravity(severity: Severity) -> int:
    return (Severity.ERROR, Severity.WARNING, Severity.NOTE).index(severity)


def _one(screen: Screen, finding: Finding, console: Console) -> None:
    from rich.text import Text as Rich

    place = " › ".join(
        part
        for part in (finding.at.file, finding.at.sheet and f"“{finding.at.sheet}”", finding.at.a1)
        if part
    )
    line = Rich()
    line.append(
        f"{finding.code} {finding.severity.name_of.of(screen.lang)}", _STYLES[finding.severity]
    )
    line.append(f"  {place}: ", "bold" if finding.severity is Severity.ERROR else "")
    line.append(finding.said(screen.lang))
    console.print(line, overflow="fold")
    console.print(f"    → {finding.remedy(screen.lang)}", style="dim", overflow="fold")


def summary(screen: Screen, outcomes: Sequence[Outcome], console: Console) -> None:
    """How many errors, warnings and notes, and which checks could not run."""
    counted = Counter(each.severity for outcome in outcomes for each in outcome.findings)
    for outcome in outcomes:
        not_checked(screen, outcome.not_run, console)
    if not counted:
        console.print(words.NOTHING_WRONG.of(screen.lang), style="green")
        return
    text = words.FOUND.fill(
        errors=counted[Severity.ERROR],
        warnings=counted[Severity.WARNING],
        notes=counted[Severity.NOTE],
    )
    console.print(text.of(screen.lang), style="bold")


def not_checked(screen: Screen, not_run: Sequence[NotRun], console: Console) -> None:
    """The checks that could not run, with the reason: silence is never a pass."""
    if screen.quiet:
        return
    by_reason: dict[Text, list[str]] = {}
    for each in not_run:
        by_reason.setdefault(each.why, []).append(each.check)
    for why, checks in by_reason.items():
        text = words.NOT_CHECKED.fill(check=tuple(checks), why=why)
        console.print(text.of(screen.lang), style="dim", overflow="fold")


def results(screen: Screen, outcome: Outcome) -> None:
    """Everyone's result as a table on standard output."""
    from rich import box
    from rich.table import Table

    if outcome.period is None or not outcome.results:
        return
    title = f"{outcome.office.name or ''}  {outcome.period.title.of(screen.lang)}".strip()
    table = Table(
        title=title,
        title_justify="left",
        box=box.SIMPLE_HEAD if screen.out.is_terminal else box.ASCII2,
        pad_edge=False,
    )
    for place, heading in enumerate(_HEADINGS):
        number = 2 <= place <= 9
        table.add_column(
            heading.of(screen.lang),
            justify="right" if number else "left",
            no_wrap=number or place in (0, 10),
            overflow="fold",
            ratio=1 if place == 11 else None,
        )
    for result in outcome.results:
        table.add_row(*_row(result, screen.lang), style="")
    screen.out.print(table)


def _row(result: Classification, lang: str) -> tuple[RenderableType, ...]:
    from rich.text import Text as Rich

    grade = result.grade or (NOT_RATED_NAMES[result.not_rated].of(lang) if result.not_rated else "")
    parts = [display(result.score.parts.get(name), lang) for name in _PARTS]
    note = "; ".join(text.of(lang) for text in remarks(result))
    return (
        result.officer.name,
        result.officer.unit or "",
        *parts,
        Rich(grade, _GRADES.get(grade, "dim")),
        note,
    )


def display(step: Step | None, lang: str, decimals: int = 2) -> str:
    """A number for display: a part of 1 as a percentage, points with two decimals; blank if unknown."""
    if step is None:
        return ""
    if step.key in ("a", "b", "c", "d", "dd", "e"):
        return f"{_rounded(step.value * 100, decimals, lang)}%"
    return _rounded(step.value, decimals, lang)


def _rounded(value: Fraction, decimals: int, lang: str) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = format(rounded, "f").rstrip("0").rstrip(".") if decimals else format(rounded, "f")
    return shown(Decimal(text), lang)


def saved(screen: Screen, done: Published, *, dry_run: bool) -> bool:
    """Say where a result lies (or would lie); False when it could not be written anywhere."""
    if done.failure is not None:
        screen.tell(words.NOT_SAVED.fill(why=str(done.failure)), "bold red")
        return False
    if dry_run or done.written is None:
        screen.tell(words.WOULD_SAVE.fill(path=done.target))
        return True
    if done.written.instead_of is not None:
        why = words.WHY_ELSEWHERE[done.written.why or "not writable"]
        path, target = done.written.path, done.written.instead_of
        screen.tell(words.SAVED_ELSEWHERE.fill(target=target, why=why, path=path), "yellow")
        return True
    screen.tell(words.SAVED.fill(path=done.written.path), "bold")
    return True
