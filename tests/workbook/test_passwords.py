"""Workbooks with a password: opened with it, refused without, and nothing of it is kept."""

from io import BytesIO
from random import Random

import pytest
from msoffcrypto.method.ecma376_agile import ECMA376Agile
from tests.workbook import biff_stream as biff
from tests.workbook.compound_file import compound, locked
from tests.workbook.packages import cell, parts, zipped

from cadre_cli.domain.places import CellRef
from cadre_cli.pipeline.intake import Reading
from cadre_cli.workbook.limits import NO_PASSWORD, WRONG_PASSWORD
from cadre_cli.workbook.read import read
from cadre_cli.workbook.sniff import OtherFormat, PasswordProtected

PASSWORD = "Bí mật 123"
OF_EXCEL = "VelvetSweatshop"
AT = CellRef("thang-03.xls")
BIFF = biff.workbook(
    ("Giao việc", biff.VISIBLE, b"".join(biff.text(row, 0, "Nguyễn Văn An") for row in range(150)))
)
OOXML = zipped(
    parts(cell("<is><t>Nguyễn Văn An</t></is>", ' t="inlineStr"'))
    | {"xl/media/dau.png": Random(1).randbytes(8_000)}
)


def ooxml_with(password: str) -> bytes:
    return bytes(ECMA376Agile.encrypt(password, BytesIO(OOXML)))


LOCKED = {
    "xlsx": ooxml_with(PASSWORD),
    "xls": compound(locked(BIFF, PASSWORD)),
}


@pytest.mark.parametrize("kind", LOCKED)
def test_the_password_opens_a_workbook(kind: str) -> None:
    workbook, findings = read(LOCKED[kind], f"thang-03.{kind}", PASSWORD)

    assert findings == ()
    assert workbook is not None
    assert workbook.grids[0].rows[1][1].value == "Nguyễn Văn An"
    assert workbook.sha256 == read(LOCKED[kind], "x", PASSWORD)[0].sha256  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", LOCKED)
@pytest.mark.parametrize(
    ("password", "why"), [(None, NO_PASSWORD), ("sai", WRONG_PASSWORD), ("", NO_PASSWORD)]
)
def test_t02_says_whether_a_password_was_given(
    kind: str, password: str | None, why: object
) -> None:
    assert read(LOCKED[kind], AT.file, password) == (None, (PasswordProtected(at=AT, why=why),))


def test_t02_tells_what_to_do() -> None:
    finding = PasswordProtected(at=AT)

    assert finding.said() == "Tệp có mật khẩu mở nên không đọc được: chưa được cho mật khẩu."
    assert "--password-file" in finding.remedy()


@pytest.mark.parametrize("password", [None, PASSWORD])
def test_what_excel_locked_with_its_own_word_opens_without_asking(password: str | None) -> None:
    for data in (compound(locked(BIFF, OF_EXCEL)), ooxml_with(OF_EXCEL)):
        workbook, _ = read(data, AT.file, password)

        assert workbook is not None


def test_t04_looks_at_what_was_locked() -> None:
    _, findings = read(LOCKED["xlsx"], AT.file, PASSWORD)

    assert findings == (OtherFormat(at=AT, extension=".xls", really="Excel Workbook (.xlsx)"),)


@pytest.mark.parametrize("kind", LOCKED)
def test_a_locked_workbook_that_was_cut_off_is_damaged(kind: str) -> None:
    data = LOCKED[kind]

    workbook, (finding,) = read(data[: len(data) // 2], AT.file, PASSWORD)

    assert (workbook, finding.code) == (None, "T01")


@pytest.mark.parametrize("more", [b'<keyData spinCount="90000000"/>', b"<!DOCTYPE a>"])
def test_t03_is_raised_for_a_cipher_that_would_never_end(more: bytes) -> None:
    workbook, (finding,) = read(LOCKED["xlsx"] + more, AT.file, PASSWORD)

    assert (workbook, finding.code) == (None, "T03")


def test_a_password_does_not_show_where_a_reading_does() -> None:
    assert PASSWORD not in repr(Reading(password=PASSWORD))
