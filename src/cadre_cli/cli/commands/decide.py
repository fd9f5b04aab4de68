"""`cadre decide WHO PERIOD [DIR]`: record what the authority decided, and petitions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre_cli.cli import ledger_words, options, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.findings import Severity
from cadre_cli.domain.texts import Text

if TYPE_CHECKING:
    from cadre_cli.cli.show import Screen
    from cadre_cli.pipeline.deciding import Deed, Recorded
    from cadre_cli.pipeline.ledgers import Home
    from cadre_cli.reports.machine import Json

HELP = helped(
    "Ghi vào sổ quyết định của cấp có thẩm quyền khác với đề xuất, hủy quyết định, hoặc kiến nghị.",
    "Record in the ledger what the authority decided, a revocation, or a petition.",
)
GRADES = {"HTXS": "HTXS", "HTT": "HTT", "HT": "HT", "KHT": "KHT", "KXL": None}
"""What may be decided; KXL (không xếp loại) is no class."""

_BAD_GRADE = Text(
    "Mức “{grade}” không có. Ghi một trong: {known} (KXL là không xếp loại).",
    "No class “{grade}”. One of: {known} (KXL is: not rated).",
)
_WHAT = Text(
    "Ghi đúng một việc: --grade MỨC, --revoke, --received NGÀY (nhận kiến nghị) hoặc --answered NGÀY.",
    "State exactly one thing: --grade CLASS, --revoke, --received DAY (a petition) or --answered DAY.",
)
_NOT_CLOSED = Text(
    "{period} chưa chốt: chốt trước bằng cadre close {code}, rồi mới ghi quyết định.",
    "{period} is not closed: close it first (cadre close {code}), then record the decision.",
)
_DECIDED = Text(
    "{who}, {period}: {grade} (đề xuất: {proposed}) theo {document}.",
    "{who}, {period}: {grade} (proposed: {proposed}) by {document}.",
)
_SUPERSEDES = Text("Thay cho mục {entry}.", "It supersedes entry {entry}.")
_REVOKED = Text(
    "{who}, {period}: hủy quyết định ở mục {entry}; trở lại mức đề xuất: {proposed}.",
    "{who}, {period}: the decision of entry {entry} is revoked; as proposed again: {proposed}.",
)
_RECEIVED = Text(
    "{who}, {period}: kiến nghị nhận ngày {received}, trả lời chậm nhất ngày {due} ({days} ngày làm việc, "
    "thứ Hai đến thứ Sáu kể từ hôm sau; chương trình không biết ngày nghỉ lễ).",
    "{who}, {period}: petition received {received}, to be answered by {due} ({days} working days, "
    "Monday to Friday from the next day on; public holidays are not known).",
)
_NO_TERM = Text(
    "{who}, {period}: kiến nghị nhận ngày {received}. Quy định áp dụng cho người này không thấy ghi "
    "thời hạn trả lời.",
    "{who}, {period}: petition received {received}. The rules for this person state no term.",
)
_ANSWERED = Text(
    "{who}, {period}: kiến nghị ở mục {entry} trả lời ngày {answered}.",
    "{who}, {period}: the petition of entry {entry} was answered on {answered}.",
)
_WRITTEN = Text("Đã ghi, mục số {entry} của sổ {ledger}.", "Recorded as entry {entry} of {ledger}.")
_WOULD = Text("Sẽ ghi (--dry-run) vào sổ {ledger}.", "Would be recorded (--dry-run) in {ledger}.")
_ALREADY = Text(
    "Quyết định này đã có trong sổ, ở mục {entry}; không ghi lần nữa.",
    "This decision stands in the ledger already, as entry {entry}; nothing was written.",
)
_NOT_RATED = Text("không xếp loại", "not rated")


def _option(name: str, metavar: str, vi: str, en: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, metavar=metavar, help=helped(vi, en))
    return option


def decide(
    who: Annotated[
        str,
        typer.Argument(
            metavar="WHO",
            help=helped(
                "Họ tên, “Họ tên / Đơn vị” hoặc mã cán bộ.", "Name, “Name / Unit” or code."
            ),
            show_default=False,
        ),
    ],
    period: Annotated[
        str,
        typer.Argument(
            metavar="PERIOD",
            help=helped("Kỳ đã chốt (2026-03) hoặc năm (2026).", "A closed period, or a year."),
            show_default=False,
        ),
    ],
    folder: options.OfficeFolder = Path(),
    *,
    grade: Annotated[
        str | None,
        _option(
            "--grade",
            "HTXS|HTT|HT|KHT|KXL",
            "Mức được quyết định (KXL: không xếp loại).",
            "The class decided (KXL: not rated).",
        ),
    ] = None,
    revoke: Annotated[
        bool,
        typer.Option(
            "--revoke",
            help=helped("Hủy quyết định đang có hiệu lực.", "Revoke the decision in force."),
        ),
    ] = False,
    received: Annotated[
        str | None,
        _option(
            "--received",
            "2026-04-06",
            "Ghi kiến nghị: ngày nhận.",
            "Record a petition: the day it was received.",
        ),
    ] = None,
    answered: Annotated[
        str | None,
        _option(
            "--answered",
            "2026-04-15",
            "Ghi trả lời kiến nghị: ngày trả lời.",
            "Record the answer to a petition: its day.",
        ),
    ] = None,
    entry: Annotated[
        int | None,
        _option(
            "--entry",
            "N",
            "Mục của kiến nghị được trả lời, khi có nhiều.",
            "The petition's entry, where there are several.",
        ),
    ] = None,
    by: Annotated[
        str | None, _option("--by", "TEXT", "Người, cấp quyết định.", "Who decided.")
    ] = None,
    document: Annotated[
        str | None,
        _option("--document", "TEXT", "Số, ngày văn bản.", "The document: number and date."),
    ] = None,
    why: Annotated[
        str | None,
        _option("--why", "TEXT", "Lý do; nội dung kiến nghị, trả lời.", "The reason or substance."),
    ] = None,
    json: options.Json = False,
    quiet: options.Quiet = False,
    dry_run: options.DryRun = False,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre decide WHO PERIOD [DIR]`."""
    from cadre_cli.cli import show
    from cadre_cli.cli.finding_people import find_called
    from cadre_cli.ledger.reading import read_ledger
    from cadre_cli.pipeline import deciding
    from cadre_cli.pipeline.deciding import Deed
    from cadre_cli.pipeline.intake import sheet_kinds
    from cadre_cli.pipeline.ledgers import one_home

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    about = options.period(period, lang)
    assert about is not None
    days = options.day(received, lang), options.day(answered, lang)
    if [grade is not None, revoke, *(each is not None for each in days)].count(True) != 1:
        raise typer.BadParameter(_WHAT.of(lang))
    if grade is not None and grade.upper() not in GRADES:
        raise typer.BadParameter(_BAD_GRADE.fill(grade=grade, known=tuple(GRADES)).of(lang))
    home = running.or_usage(screen, lambda: one_home(folder, sheet_kinds()))
    told = read_ledger(home.ledger)
    people = told.history.people_of(about)
    if any(each.severity is Severity.ERROR for each in told.findings):
        _end(screen, deciding.Recorded("", findings=told.findings), home, json=json)
    if not people:
        screen.tell(_NOT_CLOSED.fill(period=about.title, code=str(about)), "bold red")
        raise typer.Exit(running.USAGE)
    person = find_called(people, who)
    if isinstance(person, Text):
        screen.tell(person)
        raise typer.Exit(running.USAGE)
    deed = Deed(person, about, running.now(), by, document, why)
    if grade is not None:
        done = deciding.decide(home.ledger, deed, GRADES[grade.upper()], dry_run=dry_run)
    elif revoke:
        done = deciding.revoke(home.ledger, deed, dry_run=dry_run)
    elif days[0] is not None:
        office = home.files.office
        done = deciding.petition(home.ledger, deed, days[0], office, dry_run=dry_run)
    else:
        assert days[1] is not None
        done = deciding.answer(home.ledger, deed, days[1], entry, dry_run=dry_run)
    if not json and done.body is not None:
        show.say(screen, _words(deed, done))
    _end(screen, done, home, json=json)


def _end(screen: Screen, done: Recorded, home: Home, *, json: bool) -> None:
    """Say where it was recorded, or why it was not, and leave with the exit code of that."""
    from cadre_cli.cli import show

    ledger = home.ledger.as_posix()
    if json:
        _write_json(done, ledger, screen.lang)
    elif done.entry is not None:
        show.say(screen, _WRITTEN.fill(entry=done.entry.seq, ledger=ledger))
        ledger_words.seal(screen, done.entry)
    elif done.body is not None:
        show.say(screen, _WOULD.fill(ledger=ledger))
    if done.already is not None:
        screen.tell(_ALREADY.fill(entry=done.already))
        raise typer.Exit(running.DONE)
    if done.refused is not None:
        screen.tell(done.refused, "bold red")
        raise typer.Exit(running.USAGE)
    show.findings(screen, done.findings, screen.err)
    raise typer.Exit(running.DONE if done.body is not None else running.FINDINGS)


def _words(deed: Deed, done: Recorded) -> Text:
    body = done.body or {}
    proposed = deed.person.grade or _NOT_RATED
    facts = {"who": deed.person.name, "period": deed.period.title, "proposed": proposed}
    match done.kind:
        case "decision":
            grade = body["grade"] or _NOT_RATED
            told = _DECIDED.fill(**facts, grade=grade, document=deed.document)
            if body["supersedes"] is None:
                return told
            also = _SUPERSEDES.fill(entry=body["supersedes"])
            return Text(f"{told.vi} {also.vi}", f"{told.en} {also.en}")
        case "revocation":
            return _REVOKED.fill(**facts, entry=body["revokes"])
        case "petition":
            day = date.fromisoformat(body["received"])
            if body["due"] is None:
                return _NO_TERM.fill(**facts, received=day)
            due = date.fromisoformat(body["due"])
            return _RECEIVED.fill(**facts, received=day, due=due, days=body["days"])
        case _:
            day = date.fromisoformat(body["answered"])
            return _ANSWERED.fill(**facts, entry=body["answers"], answered=day)


def _write_json(done: Recorded, ledger: str, lang: str) -> None:
    from cadre_cli.reports.closed import DECIDE_SCHEMA, entry_json
    from cadre_cli.reports.machine import dumps, findings_json

    told: Json = {
        "schema": DECIDE_SCHEMA,
        "ledger": ledger,
        "kind": done.kind or None,
        "entry": entry_json(done.entry),
        "recorded": done.body,
        "already": done.already,
        "refused": None if done.refused is None else done.refused.of(lang),
        "findings": findings_json(done.findings, lang),
    }
    write_json(dumps(told))
