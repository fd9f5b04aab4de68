"""Every report over an office whose words Excel forbids: each opens, says them, and runs nothing."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.parsers import expat

import openpyxl
import pytest
from tests.reports import generated, offices

from cadre_cli.domain.office import Office, Signer
from cadre_cli.domain.results import Classification, Outcome
from cadre_cli.reports.given import Given
from cadre_cli.reports.kinds import REPORTS
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.workbook.render import render

ODD = "=UB\x0bND\x00 <xã> & \"Hóa\" 'Quỳ' \ud800\uffff _x0041_ 😀"
NAMES = ("History", "a" * 40, "[x]:*?/\\y", "'quote'", "=1+1", "+84", "", "😀" * 20, ODD, "A", "a")


def odd() -> Outcome:
    """Names, units, posts and tasks of every forbidden kind; one text is far too long."""
    outcome = generated.outcome(5)

    def renamed(place: int, result: Classification) -> Classification:
        officer = replace(
            result.officer,
            name=NAMES[place % len(NAMES)],
            unit=ODD + ("z" * 40_000 if place == 3 else ""),
            position=ODD * 3,
        )
        return replace(result, score=replace(result.score, officer=officer))

    return replace(
        outcome,
        office=Office(ODD * 5, ODD, place=ODD, signers=(Signer(ODD, ODD), Signer(ODD))),
        results=tuple(renamed(place, result) for place, result in enumerate(outcome.results)),
        tasks=tuple(
            replace(task, content=ODD + ("x" * 40_000 if place == 0 else ""), code=ODD)
            for place, task in enumerate(outcome.tasks)
        ),
    )


@pytest.fixture(scope="module")
def given() -> Given:
    before = generated.outcome(6, "2026-02")
    return Given(odd(), offices.rules(), Made("0.1.0", offices.AS_OF), beside=(before,))


@pytest.mark.parametrize("name", REPORTS)
def test_every_part_is_well_formed_and_the_workbook_opens(name: str, given: Given) -> None:
    data = render(REPORTS[name].build(given))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for part in book.namelist():
            expat.ParserCreate().Parse(book.read(part), True)
    sheets = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert len({sheet.lower() for sheet in sheets}) == len(sheets)
    assert all(0 < len(sheet.encode("utf-16-le")) // 2 <= 31 for sheet in sheets)


@pytest.mark.parametrize("name", REPORTS)
def test_no_words_of_the_office_become_a_formula(name: str, given: Given) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(REPORTS[name].build(given))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert not [formula for formula in formulas if "UBND" in formula and "!" not in formula]
    assert not [cell for cell in cells if cell.data_type == "f" and str(cell.value)[1:] == "1+1"]
    words = [cell.value for cell in cells if cell.data_type == "s"]
    assert any(str(text).startswith(("=UBND", "=1+1")) for text in words) or name == "basis"


def test_each_person_s_own_file_has_a_name_that_any_disk_takes(given: Given) -> None:
    each = REPORTS["slips"].each
    assert each is not None
    endings = [ending for ending, _ in each(given)]
    assert len({ending.lower() for ending in endings}) == len(endings)
    assert endings[:4] == ["001-history", "002-" + "a" * 40, "003-x-y", "004-quote"]
    assert all(ending.replace("-", "").isalnum() and ending.isascii() for ending in endings)
