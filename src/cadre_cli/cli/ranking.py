"""`cadre rank` on the terminal: reading the year's files, and showing who stands where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_cli.cli import passwords, show, words
from cadre_cli.cli.console import progress
from cadre_cli.cli.running import DONE, FAULT, FINDINGS, UNREADABLE, or_usage
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import Cap, Origin, YearPerson, YearRanking
from cadre_cli.reports.year.words import is_open, scope_of, short_reason

if TYPE_CHECKING:
    from cadre_cli.batch import Ranked
    from cadre_cli.cli.show import Screen
    from cadre_cli.pipeline.period import Asked

_CAP = Text(
    "{scope}: {eligible} người để tính, được {limit} người mức Hoàn thành xuất sắc; đề nghị "
    "{proposed}{more}.",
    "{scope}: {eligible} counted, {limit} may stand in the highest class; proposed {proposed}{more}.",
)
_TIED = Text(
    ", còn {count} người bằng điểm chờ cấp có thẩm quyền chọn", ", {count} tied, not chosen"
)
_ORIGINS = Text(
    "Lấy từ sổ đã chốt: {closed}; tính từ bảng: {open}.", "Ledger: {closed}; computed: {open}."
)
_TOTAL = Text(
    "{offices} cơ quan, {people} người; {classes}.",
    "{offices} offices, {people} people; {classes}.",
)
_UNRATED = Text("chưa hoặc không xếp loại", "not classified")


def rank(
    screen: Screen,
    folder: Path,
    year: int,
    asked: Asked,
    opening: passwords.Key,
    *,
    jobs: int | None,
) -> list[Ranked]:
    """The year of every office under `folder`, asking for passwords as needed."""
    from cadre_cli.batch import rank_all
    from cadre_cli.pipeline.files import gather
    from cadre_cli.pipeline.intake import sheet_kinds
    from cadre_cli.pipeline.ledgers import office_folder

    gathered = or_usage(screen, lambda: gather([folder], sheet_kinds()))
    offices = tuple(replace(files, folder=office_folder(files, folder)) for files in gathered)
    if any(files.office.folder is None for files in offices) and not screen.quiet:
        screen.tell(words.NO_CONFIGURATION, "dim")
    total = sum(len(files.inputs) + len(files.shared) for files in offices)

    def run(password: str | None) -> list[Ranked]:
        with progress(total, words.READING.of(screen.lang), quiet=screen.quiet) as step:
            return list(rank_all(offices, asked, year, jobs=jobs, password=password, on_file=step))

    def found(done: list[Ranked]) -> list[Finding]:
        return [finding for each in done for finding in each.year.ranking.findings]

    return opening.open(run, found, screen.lang)


def show_years(screen: Screen, rankings: Sequence[YearRanking]) -> None:
    """Each office's table and caps on standard output, what was found on standard error."""
    for ranking in rankings:
        _office(screen, ranking)
        show.findings(screen, ranking.findings, screen.err)
        show.not_checked(screen, ranking.not_run, screen.err)
    if len(rankings) > 1:
        screen.out.print(_totals(rankings).of(screen.lang), style="bold", soft_wrap=True)
    counted = Counter(f.severity for each in rankings for f in each.findings)
    text = words.FOUND.fill(
        errors=counted[Severity.ERROR],
        warnings=counted[Severity.WARNING],
        notes=counted[Severity.NOTE],
    )
    screen.err.print(text.of(screen.lang), style="bold")


def _office(screen: Screen, ranking: YearRanking) -> None:
    from rich import box
    from rich.table import Table

    if not ranking.people:
        return
    lang, wide = screen.lang, screen.out.width >= show.WIDE
    title = Text(f"năm {ranking.year}", f"year {ranking.year}").of(lang)
    screen.out.print(f"{ranking.office.name or ''}  {title}".strip(), style="bold", soft_wrap=True)
    table = Table(box=box.SIMPLE_HEAD if screen.out.is_terminal else box.ASCII2, pad_edge=False)
    for heading, right in _headings(lang, wide=wide):
        table.add_column(heading, justify="right" if right else "left", overflow="fold")
    for person in ranking.people:
        table.add_row(*_row(person, lang, wide=wide))
    screen.out.print(table)
    for person in ranking.people:
        if person.grade != person.grade_by_points and (told := short_reason(person, lang)):
            screen.out.print(f"  {person.officer.name}: {told}", soft_wrap=True)
    for cap in ranking.caps:
        screen.out.print(_cap(cap).of(lang), soft_wrap=True)
    _origins(screen, ranking)


def _headings(lang: str, *, wide: bool) -> list[tuple[str, bool]]:
    def said(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    months = [(said(f"T{n}", f"M{n}"), True) for n in range(1, 13)] if wide else []
    return [
        (said("Hạng", "Rank"), True),
        (said("Họ và tên", "Name"), False),
        *([(said("Đơn vị", "Unit"), False)] if wide else []),
        *months,
        (said("Bình quân", "Mean"), True),
        (said("Theo điểm", "By points"), False),
        (said("Đề nghị", "Proposed"), False),
        (said("Danh hiệu", "Titles"), False),
    ]


def _row(person: YearPerson, lang: str, *, wide: bool) -> list[str]:
    months = [show.rounded(m.total, lang, 1) for m in person.months] if wide else []
    return [
        "" if person.rank is None else str(person.rank),
        person.officer.name,
        *([person.officer.unit or ""] if wide else []),
        *months,
        show.rounded(None if person.mean is None else person.mean.value, lang),
        person.grade_by_points or "–",
        person.grade or ("?" if is_open(person) else "–"),
        ", ".join(title.code for title in person.titles if title.proposed),
    ]


def _cap(cap: Cap) -> Text:
    scope = scope_of(cap)
    more = _TIED.fill(count=len(cap.tied)) if cap.tied else Text("", "")
    return _CAP.fill(
        scope=scope, eligible=cap.eligible, limit=cap.limit, proposed=cap.proposed, more=more
    )


def _origins(screen: Screen, ranking: YearRanking) -> None:
    closed = tuple(str(p) for p, origin in sorted(ranking.origins.items()) if _is_closed(origin))
    rest = tuple(str(p) for p, origin in sorted(ranking.origins.items()) if not _is_closed(origin))
    if closed:
        screen.out.print(_ORIGINS.fill(closed=closed, open=rest or "–").of(screen.lang))


def _is_closed(origin: Origin) -> bool:
    return origin is Origin.LEDGER


def _totals(rankings: Sequence[YearRanking]) -> Text:
    people = [person for ranking in rankings for person in ranking.people]
    counted = Counter(person.grade for person in people)
    named = [f"{code} {counted[code]}" for code in ("HTXS", "HTT", "HT", "KHT") if counted[code]]
    vi = [*named, f"{_UNRATED.vi} {counted[None]}"] if counted[None] else named
    en = [*named, f"{_UNRATED.en} {counted[None]}"] if counted[None] else named
    classes = Text(", ".join(vi), ", ".join(en))
    return _TOTAL.fill(offices=len(rankings), people=len(people), classes=classes)


def exit_code(screen: Screen, years: Sequence[Ranked]) -> int:
    """The gravest of: a fault of ours, an input unreadable, an error finding (contract 3)."""
    code = DONE
    for each in years:
        if any(f.severity is Severity.ERROR for f in each.year.ranking.findings):
            code = max(code, FINDINGS)
        if each.unreadable:
            code = max(code, UNREADABLE)
        for crash in each.crashes:
            screen.tell(words.CRASHED.fill(file=crash.file, report=crash.report), "bold red")
            code = FAULT
    return code
