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
from cadre_cli.domain.results import Classification, NotRated, Outcome
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Step
from cadre_cli.reports.cited import counted_for_nobody, not_rated_name, remarks

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console, RenderableType
    from rich.text import Text as RichText

    from cadre_cli.pipeline.annotating import Annotated
    from cadre_cli.pipeline.publishing import Published

ALIKE = {Severity.ERROR: 10, Severity.WARNING: 5, Severity.NOTE: 2}
"""Findings of one code shown before the rest are only counted; the result workbook lists them all."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_GRADES = {"HTXS": "bold green", "HTT": "green", "HT": "yellow", "KHT": "bold red"}
WIDE = 120
"""Columns of a console that holds units and remarks beside the numbers."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of results; `part` is the part of the score it shows."""

    heading: Text
    part: str | None = None
    wide_only: bool = False


COLUMNS = (
    Column(Text("Họ và tên", "Name")),
    Column(Text("Đơn vị", "Unit"), wide_only=True),
    Column(Text("Chung", "Common"), "common"),
    Column(Text("a %", "a %"), "a"),
    Column(Text("b %", "b %"), "b"),
    Column(Text("c %", "c %"), "c"),
    Column(Text("d %", "d %"), "d"),
    Column(Text("đ %", "đ %"), "dd"),
    Column(Text("e %", "e %"), "e"),
    Column(Text("Tổng", "Total"), "total"),
    Column(Text("Loại", "Class")),
    Column(Text("Ghi chú", "Note"), wide_only=True),
)
PARTS = tuple(column.part for column in COLUMNS if column.part is not None)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where and how to show: results on one console, messages on the other, in one language."""

    out: Console
    err: Console
    lang: str
    quiet: bool = False

    def tell(self, text: Text, style: str = "") -> None:
        """A message on standard error."""
        self.err.print(text.of(self.lang), style=style, soft_wrap=True)


def say(screen: Screen, text: Text) -> None:
    """A sentence of the result, on standard output."""
    said = text.of(screen.lang)
    screen.out.print(said[:1].upper() + said[1:], soft_wrap=True)


def findings(screen: Screen, found: Sequence[Finding], console: Console) -> None:
    """Each finding with its place, sentence and remedy; alike ones beyond a few are counted."""
    counted: Counter[tuple[str, Severity]] = Counter()
    remedy = ""
    for finding in sorted(found, key=lambda each: _gravity(each.severity)):
        if screen.quiet and finding.severity is not Severity.ERROR:
            continue
        counted[finding.code, finding.severity] += 1
        if counted[finding.code, finding.severity] > ALIKE[finding.severity]:
            continue
        if remedy and finding.remedy(screen.lang) != remedy:
            _remedy(console, remedy)
        remedy = finding.remedy(screen.lang)
        _one(screen, finding, console)
    if remedy:
        _remedy(console, remedy)
    for (code, severity), count in counted.items():
        if count > ALIKE[severity]:
            more = words.MORE_ALIKE.fill(count=count - ALIKE[severity], code=code)
            console.print(more.of(screen.lang), style="dim")


def _wrapped(console: Console, line: RichText | str, style: str = "") -> None:
    """Broken at spaces on a console; whole lines in a pipe, for whoever searches them."""
    console.print(line, style=style, soft_wrap=not console.is_terminal)


def _remedy(console: Console, remedy: str) -> None:
    """What to do, once below the findings that it puts right."""
    _wrapped(console, f"    → {remedy}", "dim")


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
    _wrapped(console, line)


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
        _wrapped(console, text.of(screen.lang), "dim")


def results(screen: Screen, outcome: Outcome) -> None:
    """Everyone's result as a table on standard output; on a narrow console remarks stand below it."""
    from rich import box
    from rich.table import Table

    if outcome.period is None or not outcome.results:
        return
    wide = screen.out.width >= WIDE
    title = f"{outcome.office.name or ''}  {outcome.period.title.of(screen.lang)}".strip()
    screen.out.print(title, style="bold", soft_wrap=True)
    table = Table(box=box.SIMPLE_HEAD if screen.out.is_terminal else box.ASCII2, pad_edge=False)
    for column in COLUMNS:
        if wide or not column.wide_only:
            table.add_column(
                column.heading.of(screen.lang),
                justify="right" if column.part else "left",
                no_wrap=bool(column.part),
                overflow="fold",
            )
    for result in outcome.results:
        table.add_row(*_row(result, screen.lang, wide=wide))
    screen.out.print(table)
    if (nobodys := counted_for_nobody(outcome)) is not None:
        _wrapped(screen.out, f"{nobodys.of(screen.lang)}.", "bold red")
    if not wide:
        for result in outcome.results:
            if remark := _remark(result, screen.lang):
                _wrapped(screen.out, f"  {result.officer.name}: {remark}")


def _row(result: Classification, lang: str, *, wide: bool) -> list[RenderableType]:
    from rich.text import Text as Rich

    cells: list[RenderableType] = [result.officer.name]
    if wide:
        cells.append(result.officer.unit or "")
    cells += [display(result.score.parts.get(part), lang) for part in PARTS]
    cells.append(Rich(result.grade or "–", _GRADES.get(result.grade or "", "dim")))
    if wide:
        cells.append(_remark(result, lang))
    return cells


def _remark(result: Classification, lang: str) -> str:
    told = "; ".join(text.of(lang) for text in remarks(result))
    if result.not_rated is NotRated.INCOMPLETE or (result.not_rated is not None and not told):
        return ": ".join(part for part in (not_rated_name(result.not_rated).of(lang), told) if part)
    return told


def display(step: Step | None, lang: str, decimals: int = 2) -> str:
    """A number for display: a part of 1 in percent, points with two decimals; blank if unknown."""
    if step is None:
        return ""
    if step.key in ("a", "b", "c", "d", "dd", "e"):
        return _rounded(step.value * 100, decimals, lang)
    return _rounded(step.value, decimals, lang)


def rounded(value: Fraction | None, lang: str, decimals: int = 2) -> str:
    """A number rounded for display; blank where there is none."""
    return "" if value is None else _rounded(value, decimals, lang)


def _rounded(value: Fraction, decimals: int, lang: str) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = format(rounded, "f").rstrip("0").rstrip(".") if decimals else format(rounded, "f")
    return shown(Decimal(text), lang)


def not_saved(screen: Screen, target: Path, failure: OSError) -> None:
    """Say what could not be written anywhere, and why in words of ours."""
    from cadre_cli.pipeline.safe_writing import why_not_written

    why = words.WHY_ELSEWHERE[why_not_written(failure)]
    screen.tell(words.NOT_SAVED.fill(target=target, why=why), "bold red")


def saved(screen: Screen, done: Published, *, dry_run: bool) -> bool:
    """Say where a result lies (or would lie); False when it could not be written anywhere."""
    if done.failure is not None:
        not_saved(screen, done.target, done.failure)
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


def annotated(screen: Screen, done: Annotated, *, dry_run: bool) -> bool:
    """Say where a marked copy lies, or why there is none; False when it could not be written."""
    if done.instead is not None:
        screen.tell(words.NOT_MARKED.fill(file=done.file, why=done.instead), "yellow")
        if done.published is not None:
            screen.tell(words.LISTED_INSTEAD)
    return done.published is None or saved(screen, done.published, dry_run=dry_run)
