"""`cadre audit [DIR]`: is the ledger whole, and do the workbooks still hold what was closed."""

from __future__ import annotations

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
    from cadre_cli.domain.closed import Petition
    from cadre_cli.pipeline.auditing import Audited
    from cadre_cli.reports.machine import Json

HELP = helped(
    "Soát sổ đánh giá: sổ còn nguyên vẹn không, bảng của các kỳ đã chốt có bị sửa không.",
    "Check the ledger: is it whole, and were workbooks of closed periods changed.",
)
_NO_LEDGER = Text("{office}: chưa có sổ, chưa chốt kỳ nào.", "{office}: no ledger yet.")
_ENTRIES = Text(
    "{office}: sổ {count} mục, mục cuối ghi ngày {day}, mã niêm phong {seal}.",
    "{office}: {count} entries, the last of {day}, seal {seal}.",
)
_UNSEALED = Text(
    "{office}: không xác nhận được sổ ({count} mục đọc được).",
    "{office}: the ledger cannot be confirmed ({count} entries read).",
)
_EMPTY = Text("{office}: sổ chưa có mục nào.", "{office}: the ledger has no entry.")
_CLOSED = Text(
    "  {period}: chốt ngày {day} (mục {entry}), {count} người.",
    "  {period}: closed on {day} (entry {entry}), {count} people.",
)
_DECIDED = Text(
    "  Quyết định mục {entry}: {who}, {period}: {grade} – {by}, {document}.",
    "  Decision, entry {entry}: {who}, {period}: {grade} – {by}, {document}.",
)
_OPEN = Text(
    "  Kiến nghị chưa trả lời, mục {entry}: {who}, {period}, nhận ngày {received}, hạn {due}.",
    "  Open petition, entry {entry}: {who}, {period}, received {received}, due {due}.",
)
_HOLIDAYS = Text(
    "  (Hạn tính ngày làm việc từ thứ Hai đến thứ Sáu; chương trình không biết ngày nghỉ lễ.)",
    "  (Terms count Monday to Friday; public holidays are not known.)",
)
_UNKNOWN = Text("không rõ", "not known")
_NOT_RATED = Text("không xếp loại", "not rated")
_CLEAN = Text("Sổ nguyên vẹn, bảng không đổi.", "The ledger is whole, the workbooks unchanged.")
_BAD_SEAL = Text(
    "Mã niêm phong “{seal}” không đúng: ghi ít nhất {least} chữ số của mã đã in khi chốt.",
    "“{seal}” is no seal: write at least {least} signs of what was printed on closing.",
)
_SEAL_OF_ONE = Text(
    "--seal chỉ dùng cho một sổ; thư mục này có {count} cơ quan.",
    "--seal is for one ledger; this folder has {count} offices.",
)


def audit(
    folder: options.OfficeFolder = Path(),
    *,
    seal: Annotated[
        str | None,
        typer.Option(
            "--seal",
            metavar="SEAL",
            help=helped(
                "Mã niêm phong đã ghi ở biên bản: sổ phải còn mục mang mã ấy.",
                "The seal from the minutes: the ledger must still hold it.",
            ),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="2026-04-20",
            help=helped(
                "Ngày xét kiến nghị quá hạn (không ghi thì không xét).",
                "The day on which late petitions are judged (else they are not).",
            ),
        ),
    ] = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
    password_file: options.PasswordFile = None,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre audit [DIR]`."""
    from cadre_cli.cli import show
    from cadre_cli.pipeline.auditing import AuditAsked
    from cadre_cli.pipeline.auditing import audit as audit_one
    from cadre_cli.pipeline.intake import sheet_kinds
    from cadre_cli.pipeline.ledgers import homes

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    asked = AuditAsked(
        options.day(as_of, lang),
        None if seal is None else _seal(seal, lang),
        passwords.key(password_file, lang, silent=True).password,
    )
    found = running.or_usage(screen, lambda: homes(folder, sheet_kinds()))
    if seal is not None and len(found) > 1:
        raise typer.BadParameter(_SEAL_OF_ONE.fill(count=len(found)).of(lang))
    done = [audit_one(home, asked) for home in found]
    if json:
        _write_json(done, lang)
    for each in done:
        if not json:
            _show(screen, each)
        show.findings(screen, each.findings, screen.err if json else screen.out)
        show.not_checked(screen, each.not_run, screen.err)
    findings = [finding for each in done for finding in each.findings]
    exists = any(each.exists for each in done)
    if exists and not findings and not json:
        show.say(screen, _CLEAN)
    if not exists:
        raise typer.Exit(running.USAGE)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    raise typer.Exit(running.FINDINGS if wrong else running.DONE)


def _seal(written: str, lang: str) -> str:
    seal = "".join(written.split()).lower()
    if len(seal) < ledger_words.LEAST_SEAL or set(seal) - set("0123456789abcdef"):
        least = ledger_words.LEAST_SEAL
        raise typer.BadParameter(_BAD_SEAL.fill(seal=written, least=least).of(lang))
    return seal


def _show(screen: Screen, done: Audited) -> None:
    """One ledger in lines: its seal, closed periods, decisions, open petitions."""
    from cadre_cli.cli import show

    office = done.office or done.shown
    if not done.exists:
        show.say(screen, _NO_LEDGER.fill(office=office))
        return
    if done.last is not None:
        day, sealed = done.last.at.date(), ledger_words.short(done.last)
        line = _ENTRIES.fill(office=office, count=done.entries, day=day, seal=sealed)
    else:
        line = (_UNSEALED if done.findings else _EMPTY).fill(office=office, count=done.entries)
    show.say(screen, line)
    if screen.quiet:
        return
    for each in done.closed:
        count, entry = len(each.people), each.entry
        facts = {"day": entry.at.date(), "entry": entry.seq, "count": count}
        show.say(screen, _CLOSED.fill(period=each.period.title, **facts))
    for decision in done.decisions:
        line = _DECIDED.fill(
            entry=decision.entry.seq,
            who=decision.who.name,
            period=decision.period.title,
            grade=decision.grade or _NOT_RATED,
            by=decision.by,
            document=decision.document,
        )
        show.say(screen, line)
    _petitions(screen, [each for each in done.petitions if each.answered is None])


def _petitions(screen: Screen, still: list[Petition]) -> None:
    from cadre_cli.cli import show

    for each in still:
        line = _OPEN.fill(
            entry=each.entry.seq,
            who=each.who.name,
            period=each.period.title,
            received=each.received,
            due=each.due or _UNKNOWN,
        )
        show.say(screen, line)
    if any(each.due for each in still):
        show.say(screen, _HOLIDAYS)


def _write_json(done: list[Audited], lang: str) -> None:
    from cadre_cli.reports.closed import (
        AUDIT_SCHEMA,
        closed_json,
        decision_json,
        entry_json,
        petition_json,
    )
    from cadre_cli.reports.machine import dumps, findings_json, not_run_json

    ledgers: list[Json] = [
        {
            "office": each.office,
            "folder": each.shown,
            "exists": each.exists,
            "entries": each.entries,
            "last": entry_json(each.last),
            "closed": [closed_json(one, with_people=False) for one in each.closed],
            "decisions": [decision_json(one) for one in each.decisions],
            "petitions": [petition_json(one) for one in each.petitions],
            "findings": findings_json(each.findings, lang),
            "not_run": not_run_json(each.not_run, lang),
        }
        for each in done
    ]
    write_json(dumps({"schema": AUDIT_SCHEMA, "ledgers": ledgers}))
