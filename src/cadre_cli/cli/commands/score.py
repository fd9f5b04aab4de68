"""`cadre score PATH…`: check, score, classify, and write result workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.texts import Text

HELP = helped(
    "Kiểm tra, chấm điểm, xếp loại và ghi bảng kết quả.", "Check, score, classify and report."
)
NO_SUCH_REPORT = Text(
    "Không có loại báo cáo “{name}”. Có: {known}.", "There is no report “{name}”. Known: {known}."
)
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="NAME",
        help=helped(
            "Loại báo cáo (ghi nhiều lần hoặc cách nhau dấu phẩy): month (mặc định, đủ các trang), "
            "summary, details, slips (phiếu Mẫu số 01), leaders (biểu đồ, lời nhắc), villages (các thôn), "
            "findings, explanation, basis.",
            "Reports (repeat, or part by commas): month (the default, everything), summary, details, "
            "slips (Mẫu số 01), leaders (charts, notes), villages, findings, explanation, basis.",
        ),
    ),
]

Apart = Annotated[
    bool,
    typer.Option(
        "--apart",
        help=helped(
            "Phiếu của mỗi người một tệp, thay vì mỗi người một trang tính.",
            "Slips as a file for each person, not a sheet for each.",
        ),
    ),
]

NOBODY = Text(
    "Chưa chấm được ai: các tệp không có bảng giao việc, bảng điểm tiêu chí chung hay danh sách nào "
    "của một kỳ. Xem từng trang được hiểu thế nào bằng cadre inspect.",
    "Nobody could be scored: the files hold no tasks, no common criteria and no roster of a period. "
    "See with cadre inspect what each sheet was taken for.",
)
REPLACE_WHAT = Text(
    "--replace chỉ dùng cùng --write-back: không có nó, tệp nào cũng giữ nguyên.",
    "--replace needs --write-back: without it no copy is written.",
)


def score(
    paths: options.Paths,
    *,
    json: options.Json = False,
    quiet: options.Quiet = False,
    period: options.PeriodAsked = None,
    rules: options.RulesAsked = None,
    as_of: options.AsOf = None,
    password_file: options.PasswordFile = None,
    report: Reports = None,
    apart: Apart = False,
    out: options.Out = None,
    jobs: options.Jobs = None,
    write_back: options.WriteBack = False,
    replace: options.Replace = False,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre score PATH…`."""
    from cadre_cli.cli import filled, show
    from cadre_cli.cli.show_organisations import organisations
    from cadre_cli.pipeline.publishing import Wanted, each_wanted, publish
    from cadre_cli.reports import machine

    reports = known_reports(report or (), lang)
    if replace and not write_back:
        raise typer.BadParameter(REPLACE_WHAT.of(lang))
    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    asked = running.asked(period, rules, as_of, lang)
    opening = passwords.key(password_file, lang, silent=json or quiet)
    assessed = running.assess(screen, paths, asked, opening, scored=True, jobs=jobs)
    outcomes = [outcome for each in assessed for outcome in each.outcomes]
    if json:
        write_json(machine.dumps(machine.score_json(outcomes, lang)))
    else:
        for outcome in outcomes:
            show.results(screen, outcome)
            organisations(screen, outcome)
            show.findings(screen, outcome.findings, screen.err)
        show.summary(screen, outcomes, screen.err)
    code = running.exit_code(screen, assessed)
    wanted = Wanted(running.version(), out, lang, dry_run, reports, apart)
    published = False
    of_each = each_wanted(wanted, [each.files for each in assessed])
    for each, own in zip(assessed, of_each, strict=True):
        for done in publish(each.files, each.outcomes, asked, own):
            published = True
            if not show.saved(screen, done, dry_run=dry_run):
                code = running.FAULT
    if not published and code != running.UNREADABLE:
        screen.tell(NOBODY)
    if write_back and not filled.write(screen, assessed, asked, wanted, replace=replace):
        code = running.FAULT
    raise typer.Exit(code)


def known_reports(written: Sequence[str], lang: str) -> tuple[str, ...]:
    """The names asked for, each once; wrong usage (exit code 2) where there is no such report."""
    from cadre_cli.reports.kinds import REPORTS

    names = [name.strip().lower() for each in written for name in each.split(",")]
    for name in names:
        if name not in REPORTS:
            told = NO_SUCH_REPORT.fill(name=name, known=", ".join(REPORTS))
            raise typer.BadParameter(told.of(lang))
    return tuple(dict.fromkeys(names))
