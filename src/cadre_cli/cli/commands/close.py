"""`cadre close PERIOD [DIR]`: score a period and record everyone's result for good."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre_cli.cli import ledger_words, options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.texts import Text

if TYPE_CHECKING:
    from cadre_cli.cli.show import Screen
    from cadre_cli.domain.closed import ClosedPeriod
    from cadre_cli.pipeline.closing import Closing
    from cadre_cli.pipeline.files import OfficeFiles
    from cadre_cli.reports.machine import Json

HELP = helped(
    "Chốt một kỳ vào sổ đánh giá của cơ quan: ghi kết quả từng người, không sửa được nữa.",
    "Close a period: record everyone's result in the office's ledger for good.",
)
_DONE = Text(
    "Đã chốt {period}: {count} người ({grades}), mục số {entry} của sổ {ledger}.",
    "Closed {period}: {count} people ({grades}), entry {entry} of {ledger}.",
)
_WOULD = Text(
    "Sẽ chốt (--dry-run) {period}: {count} người ({grades}), vào sổ {ledger}.",
    "Would close (--dry-run) {period}: {count} people ({grades}), in {ledger}.",
)
_AGAIN = Text("Thay cho lần chốt ở mục {entry}.", "It supersedes entry {entry}.")
_ALREADY = Text(
    "{period} đã chốt ngày {day}, mục số {entry} của sổ {ledger}: {count} người ({grades}). Không ghi gì thêm.",
    "{period} was closed on {day}, entry {entry} of {ledger}: {count} people ({grades}). Nothing was written.",
)
_HOW_AGAIN = Text(
    'Chốt lại thì ghi lý do và văn bản: --why "…" --document "…"; lần chốt cũ vẫn giữ trong sổ.',
    'To close it again state the reason and the document: --why "…" --document "…"; the former '
    "closing stays in the ledger.",
)
_NOTHING = Text(
    "Không có bảng nào của {period}. Các kỳ có bảng: {known}.",
    "No workbook is about {period}. Periods with workbooks: {known}.",
)
_NO_WORKBOOK = Text("không có kỳ nào", "none")
_NOBODY = Text(
    "Chưa chốt được {period}: không tính được kết quả của ai.",
    "{period} was not closed: nobody has a result.",
)
_FAULT = Text(
    "Chưa chốt gì: có tệp chưa đọc được do lỗi của chương trình.",
    "Nothing was closed: the program failed on a file.",
)


def close(
    period: Annotated[
        str,
        typer.Argument(
            metavar="PERIOD",
            help=helped("Kỳ cần chốt: 2026-03, 2026-Q1.", "The period: 2026-03, 2026-Q1."),
            show_default=False,
        ),
    ],
    folder: options.OfficeFolder = Path(),
    *,
    why: Annotated[
        str | None,
        typer.Option(
            "--why",
            metavar="TEXT",
            help=helped("Lý do chốt lại một kỳ đã chốt.", "Why a closed period is closed again."),
        ),
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            metavar="TEXT",
            help=helped("Số, ngày văn bản cho chốt lại.", "The document that allows it."),
        ),
    ] = None,
    all_offices: Annotated[
        bool,
        typer.Option(
            "--all-offices",
            help=helped(
                "Thư mục có nhiều cơ quan: chốt cho tất cả, không hỏi lại.",
                "A folder of many offices: close for all of them without asking.",
            ),
        ),
    ] = False,
    json: options.Json = False,
    quiet: options.Quiet = False,
    rules: options.RulesAsked = None,
    as_of: options.AsOf = None,
    password_file: options.PasswordFile = None,
    jobs: options.Jobs = None,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre close PERIOD [DIR]`."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.closing import close as close_one
    from cadre_cli.pipeline.recording import Wanted
    from cadre_cli.reports import machine
    from cadre_cli.reports.closed import CLOSE_SCHEMA

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    asked = running.asked(None, rules, as_of, lang)
    wanted_period = options.period(period, lang)
    assert wanted_period is not None
    opening = passwords.key(password_file, lang, silent=json or quiet)
    offices = running.gathered(screen, [folder], asked)
    if len(offices) > 1 and not (all_offices or dry_run):
        _ask(screen, offices, wanted_period.title, silent=json or quiet)
    assessed = running.assess_offices(screen, offices, asked, opening, jobs=jobs)
    if any(each.crashes for each in assessed):
        code = running.exit_code(screen, assessed)
        screen.tell(_FAULT, "bold red")
        raise typer.Exit(code)
    at, version = running.now(), running.version()
    done = []
    for each in assessed:
        wanted = Wanted(wanted_period, at, version, why, document, dry_run, each.password)
        done.append(close_one(each.files, each.outcomes, folder, asked, wanted))
    code = max((_code(one) for one in done), default=running.USAGE)
    if any(each.unreadable for each in assessed):
        code = max(code, running.UNREADABLE)
    if json:
        told = [_json(each, lang) for each in done]
        write_json(machine.dumps({"schema": CLOSE_SCHEMA, "period": period, "closings": told}))
    for closing, office in zip(done, assessed, strict=True):
        if not json:
            _show(screen, closing, wanted_period.title)
        if closing.nobody and not closing.findings:
            own = [one for one in office.outcomes if one.period == wanted_period]
            show.findings(screen, [found for one in own for found in one.findings], screen.err)
        if closing.nothing and not closing.findings:  # it may be a workbook that names no period
            lost = [one for one in office.outcomes if one.period is None]
            show.findings(screen, [found for one in lost for found in one.findings], screen.err)
        show.findings(screen, closing.findings, screen.err)
    raise typer.Exit(code)


def _ask(screen: Screen, offices: Sequence[OfficeFiles], period: Text, *, silent: bool) -> None:
    """Whether all of them are meant: what is closed stays closed. Without a terminal nobody answers."""
    listed = [each.office.name or each.folder.as_posix() for each in offices]
    if silent or not (sys.stdin.isatty() and sys.stderr.isatty()):
        told = _MANY.fill(count=len(listed), offices=tuple(listed))
        screen.tell(told, "bold red")
        raise typer.Exit(running.USAGE)
    screen.tell(_ABOUT.fill(period=period, count=len(listed)))
    for name in listed:
        screen.tell(Text(f"  {name}", f"  {name}"))
    try:
        sure = typer.confirm(_SURE.of(screen.lang), default=False, err=True)
    except typer.Abort:
        raise KeyboardInterrupt from None
    if not sure:
        screen.tell(_NOT_CLOSED)
        raise typer.Exit(running.DONE)


_MANY = Text(
    "Chưa chốt gì: thư mục có {count} cơ quan ({offices}). Chỉ đúng thư mục của một cơ quan, hoặc thêm "
    "--all-offices để chốt cho tất cả.",
    "Nothing was closed: the folder has {count} offices ({offices}). Name the folder of one, or add "
    "--all-offices to close for all of them.",
)
_ABOUT = Text(
    "Sắp chốt {period} cho {count} cơ quan, ghi rồi không xóa được:",
    "About to close {period} for {count} offices, which cannot be undone:",
)
_SURE = Text("Chốt cho tất cả?", "Close for all of them?")
_NOT_CLOSED = Text("Chưa chốt gì.", "Nothing was closed.")


def _code(done: Closing) -> int:
    if any(finding.severity is Severity.ERROR for finding in done.findings):
        return running.FINDINGS
    if done.refused is not None:
        return running.USAGE
    if done.draft is not None:
        return running.FINDINGS if done.draft.findings.get(Severity.ERROR) else running.DONE
    if done.former is not None:
        return running.DONE
    return running.FINDINGS if done.nobody else running.USAGE


def _show(screen: Screen, done: Closing, title: Text) -> None:
    """What became of one office, on standard output; why nothing did, on standard error."""
    from cadre_cli.cli import show

    facts = {"ledger": done.ledger.as_posix(), "period": title}
    if done.office is not None and not screen.quiet:
        screen.out.print(done.office, style="bold", soft_wrap=True)
    if done.entry is not None and done.draft is not None:
        show.say(screen, _DONE.fill(**facts, **_people(done.draft), entry=done.entry.seq))
        if done.draft.supersedes is not None:
            show.say(screen, _AGAIN.fill(entry=done.draft.supersedes))
        ledger_words.seal(screen, done.entry)
    elif done.draft is not None:
        show.say(screen, _WOULD.fill(**facts, **_people(done.draft)))
        if done.draft.supersedes is not None:
            show.say(screen, _AGAIN.fill(entry=done.draft.supersedes))
    elif done.refused is not None:
        screen.tell(done.refused, "bold red")
    elif done.former is not None:
        entry = done.former.entry
        day, seq = entry.at.date(), entry.seq
        show.say(screen, _ALREADY.fill(**facts, **_people(done.former), day=day, entry=seq))
        if not screen.quiet:
            screen.tell(_HOW_AGAIN, "dim")
    elif done.nobody and not done.findings:
        screen.tell(_NOBODY.fill(period=title), "bold red")
    elif not done.findings:
        known = tuple(str(each) for each in done.known) or _NO_WORKBOOK
        screen.tell(_NOTHING.fill(period=title, known=known), "bold red")


def _people(closed: ClosedPeriod) -> dict[str, object]:
    counted = Counter(person.effective_grade or "–" for person in closed.people)
    grades = tuple(f"{grade} {counted[grade]}" for grade in _ORDER if counted[grade])
    return {"count": len(closed.people), "grades": grades}


_ORDER: Sequence[str] = ("HTXS", "HTT", "HT", "KHT", "–")


def _json(done: Closing, lang: str) -> Json:
    from cadre_cli.reports.closed import closed_json, entry_json
    from cadre_cli.reports.machine import findings_json

    return {
        "office": done.office,
        "ledger": done.ledger.as_posix(),
        "entry": entry_json(done.entry),
        "recorded": None if done.draft is None else closed_json(done.draft),
        "already": None if done.former is None else closed_json(done.former, with_people=False),
        "refused": None if done.refused is None else done.refused.of(lang),
        "findings": findings_json(done.findings, lang),
    }
