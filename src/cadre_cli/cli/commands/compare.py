"""`cadre compare A [B]`: two sets of results, person by person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.texts import Text

if TYPE_CHECKING:
    from cadre_cli.cli.comparing import Given
    from cadre_cli.cli.show import Screen
    from cadre_cli.domain.comparison import Comparison
    from cadre_cli.pipeline.period import Asked

HELP = helped(
    "So sánh hai kết quả: ai thiếu, ai khác loại, khác điểm, vì ô nào. Hai bảng kết quả; bảng kết quả "
    "và danh sách đã ký; hai bản của một tệp; hoặc một tệp theo hai quy định (--rules, --choice). "
    "Có khác nhau không phải là lỗi: mã thoát vẫn là 0.",
    "Compare two sets of results: who is missing, whose class or points differ, and which cell did "
    "it. Two result workbooks; a result and a signed list; two versions of a file; or one file under "
    "two rule sets (--rules, --choice). Differences are no error: the exit code stays 0.",
)
_TWO_OR_RULES = Text(
    "Cần hai tệp để so sánh; hoặc một tệp với --rules hay --choice để xem theo quy định khác thì sao.",
    "Two files are needed; or one file with --rules or --choice, to see it under other rules.",
)
_TWO_RULES = Text("--rules dùng nhiều nhất hai lần.", "--rules may stand twice at most.")
_BAD_CHOICE = Text(
    "--choice ghi như deduction_on=line (xem: cadre rules show ID). {why}",
    "--choice is written like deduction_on=line (see: cadre rules show ID). {why}",
)
_NOTHING = Text(
    "Không có kết quả nào để so sánh ở {side}.", "There is no result to compare in {side}."
)
_WHAT_IF = Text("giả định khi so sánh", "assumed for this comparison")


def compare(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="A [B]",
            help=helped("Tệp hoặc thư mục thứ nhất, thứ hai.", "The first and the second."),
            show_default=False,
        ),
    ],
    *,
    json: options.Json = False,
    quiet: options.Quiet = False,
    period: options.PeriodAsked = None,
    rules: Annotated[
        list[str] | None,
        typer.Option(
            "--rules",
            metavar="ID",
            help=helped(
                "Chấm theo bộ quy tắc này. Hai lần: lần đầu cho A, lần sau cho B. Một tệp và một lần: "
                "A theo quy định hiện hành, B theo bộ này.",
                "Score under this rule set. Twice: for A, then for B. One file and once: A under the "
                "rules in force, B under this set.",
            ),
        ),
    ] = None,
    choice: Annotated[
        list[str] | None,
        typer.Option(
            "--choice",
            metavar="ID=OPTION",
            help=helped(
                "Chấm B như thể cơ quan đã chọn như vậy (deduction_on=line); ghi được nhiều lần.",
                "Score B as if the office had decided so (deduction_on=line); may stand repeatedly.",
            ),
        ),
    ] = None,
    as_of: options.AsOf = None,
    password_file: options.PasswordFile = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE.xlsx",
            help=helped("Ghi bảng so sánh ra tệp Excel.", "Write the comparison to a workbook."),
        ),
    ] = None,
    jobs: options.Jobs = None,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre compare A [B]`."""
    from cadre_cli.cli import comparing
    from cadre_cli.pipeline.comparing import by_period, compare
    from cadre_cli.reports import machine
    from cadre_cli.reports.comparison_json import compare_json

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    listed = rules or []
    if len(paths) > 2 or (len(paths) == 1 and not listed and not choice):
        raise typer.BadParameter(_TWO_OR_RULES.of(lang))
    if len(listed) > 2:
        raise typer.BadParameter(_TWO_RULES.of(lang))
    a, b = _given(paths, listed, lambda one: running.asked(period, one, as_of, lang))
    b = comparing.Given(b.path, _as_if(b, choice or [], screen))
    opening = passwords.key(password_file, lang, silent=json or quiet)
    reader = comparing.Reader(screen, opening, jobs)
    sides = running.or_usage(
        screen, lambda: reader.sides(comparing.taken_for(a), comparing.taken_for(b))
    )
    code = running.exit_code(screen, reader.assessed)
    if not all(sides):
        raise typer.Exit(_nothing(screen, reader.unread, (a, b)[bool(sides[0])], code))
    pairs, alone = by_period(*sides)
    done = [compare(one, other) for one, other in pairs]
    if json:
        write_json(machine.dumps(compare_json(done, alone, lang)))
    else:
        for comparison in done:
            for line in comparing.said(comparison, lang):
                screen.out.print(line, soft_wrap=not screen.out.is_terminal)
        for side in alone:
            screen.tell(Text(*(comparing.nothing_beside(side, each) for each in ("vi", "en"))))
        if any(map(comparing.is_year, alone)):
            screen.tell(comparing.YEAR_ALONE)
    if out is not None and done:
        code = max(code, _write(screen, done, out, dry_run=dry_run))
    raise typer.Exit(code)


def _given(
    paths: list[Path], rules: list[str], asked: Callable[[str | None], Asked]
) -> tuple[Given, Given]:
    """Both sides: which path, under which rule set."""
    from cadre_cli.cli.comparing import Given

    alone = len(paths) == 1
    first = rules[0] if len(rules) == 2 or (rules and not alone) else None
    last = rules[-1] if rules else None
    return Given(paths[0], asked(first)), Given(paths[-1], asked(last))


def _as_if(given: Given, choices: list[str], screen: Screen) -> Asked:
    """What was asked of B, with choices taken as the user wants to see them."""
    if not choices:
        return given.asked
    from cadre_cli.domain.office import Decided
    from cadre_cli.rules.decisions import check_decisions
    from cadre_cli.rules.load import rule_book

    decided: dict[str, Decided] = {}
    for written in choices:
        name, equals, option = written.partition("=")
        if not equals or not option.strip():
            raise typer.BadParameter(_BAD_CHOICE.fill(why="").of(screen.lang))
        decided[name.strip()] = Decided(option.strip(), _WHAT_IF.of(screen.lang))
    for fault in check_decisions(rule_book(), decided):
        why = f"{fault.text.of(screen.lang)} {fault.fix.of(screen.lang)}"
        raise typer.BadParameter(_BAD_CHOICE.fill(why=why).of(screen.lang))
    return replace(given.asked, decided=decided)


def _nothing(screen: Screen, found: Sequence[Finding], given: Given, code: int) -> int:
    """Say why one side has no result; the exit code."""
    from cadre_cli.cli import show

    show.findings(screen, found, screen.err)
    screen.tell(_NOTHING.fill(side=given.path.as_posix()), "bold red")
    return max(code, running.FINDINGS)


def _write(screen: Screen, done: Sequence[Comparison], out: Path, *, dry_run: bool) -> int:
    """Write the comparison as a workbook; the exit code that this alone would give."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.publishing import publish_report
    from cadre_cli.reports.comparison_report import comparison_report

    target = out if out.suffix.lower() == ".xlsx" else out.with_name(f"{out.name}.xlsx")
    saved = publish_report(comparison_report(done, screen.lang), target, dry_run=dry_run)
    return running.DONE if show.saved(screen, saved, dry_run=dry_run) else running.FAULT
