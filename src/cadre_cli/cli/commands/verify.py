"""`cadre verify RESULT…`: does a result workbook still follow from what it names?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre_cli.cli import options, passwords, running
from cadre_cli.cli.console import write_json
from cadre_cli.cli.words import SPOKEN, helped
from cadre_cli.domain.findings import Finding
from cadre_cli.domain.texts import Text

if TYPE_CHECKING:
    from cadre_cli.batch import Assessed
    from cadre_cli.cli.show import Screen
    from cadre_cli.domain.results import Outcome
    from cadre_cli.domain.verification import CheckedSource, Verification
    from cadre_cli.pipeline.files import OfficeFiles
    from cadre_cli.pipeline.reading_back import Recorded
    from cadre_cli.pipeline.verifying import Again
    from cadre_cli.pipeline.verifying_year import YearFiles

HELP = helped(
    "Kiểm lại bảng kết quả của một kỳ hoặc bảng tổng kết năm: đọc lại các tệp nguồn ghi trong đó, chấm lại, so từng người. "
    "Mã thoát: 0 đúng; 1 không đúng; 3 chưa kiểm lại được.",
    "Verify the result workbook of a period or a year: its sources are read and scored again, person by person. "
    "Exit codes: 0 it follows; 1 it does not; 3 it cannot be told.",
)
_NOT_OURS = Text(
    "“{file}” không phải bảng kết quả do cadre ghi ra: không có trang “Căn cứ”.",
    "“{file}” is no result workbook of cadre: it has no sheet “Basis”.",
)
_LEFT_OUT = Text(
    "Bỏ qua “{file}”: không phải bảng kết quả do cadre ghi ra.",
    "Left out “{file}”: no result workbook of cadre.",
)
_NO_RULES = Text(
    "phiên bản này không có bộ quy tắc “{id}” mà kết quả đã dùng",
    "this version has no rule set “{id}”, which the result was made with",
)


def verify(
    results: Annotated[
        list[Path],
        typer.Argument(
            metavar="RESULT…",
            help=helped(
                "Bảng kết quả (….ket-qua.xlsx, tong-ket-….xlsx), hoặc thư mục có các bảng ấy.",
                "Result workbooks, or a folder of them.",
            ),
            show_default=False,
        ),
    ],
    *,
    json: options.Json = False,
    quiet: options.Quiet = False,
    sources: Annotated[
        Path | None,
        typer.Option(
            "--sources",
            metavar="DIR",
            help=helped("Thư mục để các tệp nguồn.", "The folder where its sources lie."),
        ),
    ] = None,
    password_file: options.PasswordFile = None,
    lang: options.Lang = SPOKEN,
    no_color: options.NoColor = False,
) -> None:
    """`cadre verify RESULT…`."""
    from cadre_cli.cli import verifying
    from cadre_cli.pipeline.finding_sources import result_workbooks
    from cadre_cli.reports import machine
    from cadre_cli.reports.verification_json import verify_json

    screen = running.screen(lang, quiet=quiet, no_color=no_color)
    opening = passwords.key(password_file, lang, silent=json or quiet)
    code = running.DONE
    answers: list[Verification] = []
    for path in result_workbooks(results):
        answer = _verified(screen, path, sources, opening, named=path in results)
        if isinstance(answer, int):
            code = max(code, answer)
            continue
        code = max(code, _CODES[answer.follows])
        answers.append(answer)
        if not json:
            for line in verifying.said(answer, lang, brief=quiet):
                screen.out.print(line, soft_wrap=not screen.out.is_terminal)
    if json:
        write_json(machine.dumps(verify_json(answers, lang)))
    raise typer.Exit(code)


_CODES = {True: running.DONE, False: running.FINDINGS, None: running.UNREADABLE}


def _verified(
    screen: Screen, result: Path, inside: Path | None, opening: passwords.Key, *, named: bool
) -> Verification | int:
    """One result workbook verified; the exit code, with the reason said, where it is not one.

    What lies in a folder under such a name and is the office's own is only left out; a file that is
    `named` outright was asked about.
    """
    from cadre_cli.cli import show
    from cadre_cli.pipeline.files import Input, read_input
    from cadre_cli.pipeline.finding_sources import asked_of, files_of
    from cadre_cli.pipeline.intake import sheet_kinds
    from cadre_cli.pipeline.reading_back import Recorded, read_back
    from cadre_cli.pipeline.verifying import scored_again, verify
    from cadre_cli.pipeline.verifying_year import year_files

    name = result.as_posix()
    data = read_input(Input(result, name))
    recorded = (data,) if isinstance(data, Finding) else read_back(data, name)
    if isinstance(data, Finding) or not isinstance(recorded, Recorded):
        show.findings(screen, recorded if isinstance(recorded, tuple) else (), screen.err)
        if recorded is not None:
            return running.UNREADABLE
        told = _NOT_OURS if named else _LEFT_OUT
        screen.tell(told.fill(file=name), "bold red" if named else "")
        return running.UNREADABLE if named else running.DONE
    kinds = sheet_kinds()
    files, checked, notes = running.or_usage(
        screen, lambda: files_of(recorded, result, kinds, inside)
    )
    lacking = _rules_lacking(recorded, files)
    # Scored without some of its sources it would only seem to differ.
    hopeless = bool(lacking) or any(each.found is None for each in checked)
    if recorded.year is None:
        assessed = (
            []
            if hopeless
            else running.assess_offices(screen, (files,), asked_of(recorded), opening)
        )
        outcome = _outcome(assessed, recorded)
        again = scored_again(recorded, outcome, files, running.version())
    else:
        again, more = _year_again(
            screen, recorded, year_files(recorded, files, inside), opening, hopeless=hopeless
        )
        checked = (*checked, *more)
    return verify(recorded, data, checked, again, running.version(), (*notes, *lacking))


def _year_again(
    screen: Screen, recorded: Recorded, found: YearFiles, opening: passwords.Key, *, hopeless: bool
) -> tuple[Again | None, tuple[CheckedSource, ...]]:
    """The year worked out again from its months, with the ledger as one more source."""
    from cadre_cli.batch import year_of_assessed
    from cadre_cli.pipeline.verifying_year import ranked_again, year_asked

    ledger, year = found.ledger, recorded.year or 0
    asked = year_asked(recorded, year)
    again = None
    if not hopeless and (ledger is None or ledger.found is not None):
        (assessed,) = running.assess_offices(screen, (found.files,), asked, opening)
        again, ledger = ranked_again(
            recorded,
            found,
            asked,
            running.version(),
            lambda upto: year_of_assessed(assessed, year, asked, upto),
        )
    return again, () if ledger is None else (ledger,)


def _rules_lacking(recorded: Recorded, files: OfficeFiles) -> tuple[Text, ...]:
    """The rule set of `--rules` when this version does not know it."""
    from cadre_cli.rules.load import book_for

    wanted = recorded.said("option.rules")
    book = book_for(files.office.overlay, files.office.extends or "")
    known = wanted is None or book.find(wanted) is not None
    return () if known else (_NO_RULES.fill(id=wanted),)


def _outcome(assessed: list[Assessed], recorded: Recorded) -> Outcome | None:
    """What was scored again for the period of the result."""
    outcomes = (outcome for each in assessed for outcome in each.outcomes)
    found = (each for each in outcomes if each.period is not None and each.results)
    return next((each for each in found if each.period == recorded.period), None)
