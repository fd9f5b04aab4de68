"""Drop-downs and limits of the office's cells: read in every form, and what they refuse."""

from decimal import Decimal

import pytest
from tests.workbook.copies import at, content, patched, refused
from tests.workbook.copies import parts as zip_parts
from tests.workbook.packages import MAIN, OFFICE, parts, relationships, sheet, strings, zipped

from cadre_cli.domain.grid import CellEdit, Value
from cadre_cli.workbook.allowed import Allowed, Choices, Limits, Untold
from cadre_cli.workbook.validations import allowed

X14 = (
    '<extLst><ext xmlns:x14="urn:x14"><x14:dataValidations xmlns:xm="urn:xm">'
    '<x14:dataValidation type="list"><x14:formula1><xm:f>{formula}</xm:f></x14:formula1>'
    "<xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)
LISTS = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
NAMES = (
    "<definedName name=\"Muc\">'Danh mục'!$A$1:$A$2</definedName>"
    '<definedName name="Khac" localSheetId="0">Muc</definedName>'
    '<definedName name="Chu">"A,B"</definedName>'
    '<definedName name="Vong">Vong</definedName>'
)


def one(kind: str, first: str, second: str = "", given: str = "") -> str:
    """A sheet's `dataValidations` for B2:B9."""
    formulas = f"<formula1>{first}</formula1>" + (second and f"<formula2>{second}</formula2>")
    return (
        f'<dataValidations count="1"><dataValidation type="{kind}" sqref="B2:B9 D5"{given}>'
        f"{formulas}</dataValidation></dataValidations>"
    )


def workbook(after: str) -> bytes:
    """A sheet with validations, and a look-up sheet "Danh mục" of two classes."""
    held = parts(
        sheet('<row r="2"><c r="B2"/></row>', after=after), strings("<t>HTXS</t>", "<t>HTT</t>")
    )
    held["xl/worksheets/sheet2.xml"] = sheet(LISTS)
    held["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Giao việc" sheetId="1" r:id="r1"/>'
        '<sheet name="Danh mục" sheetId="2" r:id="r4" state="hidden"/></sheets>'
        f"<definedNames>{NAMES}</definedNames></workbook>"
    )
    held["xl/_rels/workbook.xml.rels"] = relationships(
        ("r1", "worksheet", "worksheets/sheet1.xml"),
        ("r2", "styles", "styles.xml"),
        ("r3", "sharedStrings", "sharedStrings.xml"),
        ("r4", "worksheet", "worksheets/sheet2.xml"),
    )
    return zipped(held)


def rule(after: str) -> Allowed | None:
    cell = at("Giao việc", 3, 2)
    return allowed(workbook(after), [cell, at("Giao việc", 2, 3)]).get(cell)


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (one("list", '"HTXS, HTT,"'), Choices(("HTXS", "HTT"))),
        (one("list", "'Danh mục'!$A$1:$A$2"), Choices(("HTXS", "HTT"))),
        (one("list", "'Danh mục'!$A:$A"), Choices(("HTXS", "HTT"))),
        (one("list", "'Danh mục'!A1:A2"), Choices(("HTT",))),  # relative to B2
        (one("list", "Muc"), Choices(("HTXS", "HTT"))),
        (one("list", "khac"), Choices(("HTXS", "HTT"))),
        (one("list", "Chu"), Choices(("A", "B"))),
        (X14.format(formula="'Danh mục'!$A$1:$A$2"), Choices(("HTXS", "HTT"))),
        (one("list", 'INDIRECT("Muc")'), Untold('INDIRECT("Muc")')),
        (one("list", "Vong"), Untold("Vong")),
        (one("list", "'Trang lạ'!$A$1"), Untold("'Trang lạ'!$A$1")),
        (one("custom", "ISNUMBER(B2)"), Untold("ISNUMBER(B3)")),
        (one("decimal", "0", "30.5"), Limits("decimal", "between", Decimal(0), Decimal("30.5"))),
        (
            one("whole", "1", given=' operator="greaterThan"'),
            Limits("whole", "greaterThan", Decimal(1), Decimal(1)),
        ),
        (one("none", ""), None),
        ("", None),
    ],
)
def test_a_rule_is_read_in_whatever_form_it_stands(after: str, found: Allowed | None) -> None:
    assert rule(after) == found


@pytest.mark.parametrize(
    ("rule", "good", "bad", "why"),
    [
        (Choices(("HTT", "HT")), ["HTT", None], ["Tốt"], "(HTT; HT) không có “Tốt”"),
        (Choices(("1", "2.5")), [Decimal("2.50")], [Decimal(3)], "không có “3”"),
        (Limits("decimal", "between", Decimal(0), Decimal(30)), [Decimal(30), "x"], [Decimal(-1)],
         "ngoài giới hạn của ô (số từ 0 đến 30)"),
        (Limits("decimal", "notBetween", Decimal(0), Decimal(9)), [Decimal(10)], [Decimal(5)], "ngoài"),
        (Limits("decimal", "lessThanOrEqual", Decimal(5), Decimal(5)), [Decimal(5)], [Decimal(6)],
         "không quá 5"),
        (Limits("whole", "between", Decimal(0), Decimal(9)), [Decimal(3)], [Decimal("3.5")],
         "chỉ nhận số nguyên"),
        (Limits("textLength", "lessThan", Decimal(4), Decimal(4)), ["HTT", Decimal(9)], ["HTXS"],
         "chữ dài nhỏ hơn 4"),
        (Untold("x"), [Decimal(1), "x"], [], ""),
    ],
)  # fmt: skip
def test_a_rule_refuses_what_it_does_not_allow(
    rule: Allowed, good: list[Value], bad: list[Value], why: str
) -> None:
    assert [rule.refuses(value) for value in good] == [None] * len(good)
    for value in bad:
        no = rule.refuses(value)
        assert no is not None
        assert why in no.vi


def test_a_copy_takes_only_what_the_drop_down_has() -> None:
    data = workbook(one("list", "Muc"))
    cell = at("Giao việc", 2, 2)
    no = refused(data, [CellEdit(cell, None, "Tốt")])
    assert (no.at, "(HTXS; HTT) không có “Tốt”" in no.why.vi) == (cell, True)
    copy = content(patched(data, [CellEdit(cell, None, "HTT")]))
    held = copy.grids[0].cell(2, 2)
    assert held is not None
    assert held.value == "HTT"


def test_rules_that_were_read_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(one("list", "Muc"))
    cell = at("Giao việc", 2, 2)
    rules = allowed(data, [cell])
    monkeypatch.delattr("cadre_cli.workbook.patch_edits.Validations")
    no = refused(data, [CellEdit(cell, None, "Tốt")], rules=rules)
    assert (no.at, "(HTXS; HTT) không có “Tốt”" in no.why.vi) == (cell, True)


def test_no_rule_is_told_of_a_workbook_that_cannot_be_copied() -> None:
    held = dict(zip_parts(workbook(one("list", "Muc"))))
    del held["[Content_Types].xml"]
    broken = zipped(held)
    assert allowed(broken, [at("Giao việc", 3, 2)]) == {}
    assert (
        "[Content_Types].xml"
        in refused(broken, [CellEdit(at("Giao việc", 3, 2), None, "x")]).why.vi
    )


def test_a_list_that_leads_nowhere_refuses_the_copy_and_nothing_else() -> None:
    held = dict(zip_parts(workbook(one("list", "Muc"))))
    held["xl/worksheets/sheet2.xml"] = held["xl/worksheets/sheet2.xml"].replace(b"<v>1<", b"<v>99<")
    broken = zipped(held)
    assert allowed(broken, [at("Giao việc", 3, 2)]) == {}
    assert (
        "đoạn chữ không có" in refused(broken, [CellEdit(at("Giao việc", 3, 2), None, "x")]).why.vi
    )
