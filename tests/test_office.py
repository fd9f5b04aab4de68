from __future__ import annotations

import pytest

from cadre_cli.domain.office import Decided, Office, Signer
from cadre_cli.domain.texts import Text
from cadre_cli.office import NO_OFFICE, OfficeFault, fault_at, line_of, read_office

KINDS = {"tasks": ("owner", "assigner", "deadline"), "roster": ("name", "unit")}

WHOLE = """\
[office]
name = "UBND xã Hóa Quỳ"            # tên cơ quan
superior = "UBND tỉnh Thanh Hóa"
letterhead = "party"
place = "Hóa Quỳ"
signers = [
    { title = "CHỦ TỊCH", name = "Lê Văn Mẫu" },
    { title = "NGƯỜI LẬP BIỂU" },
]
[files]
roster = "danh-sach.xlsx"
catalogue = "danh-muc.xlsx"
ignore = ["cu/**"]
[rules]
monthly_before_2026 = "qd1240"
extends = "rieng.toml"
[decisions]
deduction_on = { option = "line", document = "QĐ 12/QĐ-UBND ngày 05/01/2026" }
display_decimals = { option = 3, document = "QĐ 13/QĐ-UBND" }
cap_share = { option = 0.25, document = "QĐ 14/QĐ-UBND" }
[reading]
sheets = { "Bang 1" = "tasks" }
columns = { tasks = { owner = ["Cán bộ đầu mối"] } }
"""


def faults(text: str) -> list[str]:
    office, found = read_office(text, "xa/cadre.toml", KINDS)
    assert office is None
    return [fault.said() for fault in found]


def test_every_key_of_the_contract_is_read() -> None:
    assert read_office(WHOLE, "cadre.toml", KINDS, "xa-hoa-quy") == (
        Office(
            name="UBND xã Hóa Quỳ",
            superior="UBND tỉnh Thanh Hóa",
            letterhead="party",
            place="Hóa Quỳ",
            signers=(Signer("CHỦ TỊCH", "Lê Văn Mẫu"), Signer("NGƯỜI LẬP BIỂU")),
            folder="xa-hoa-quy",
            roster="danh-sach.xlsx",
            catalogue="danh-muc.xlsx",
            ignore=("cu/**",),
            monthly_before_2026="qd1240",
            extends="rieng.toml",
            decisions={
                "deduction_on": Decided("line", "QĐ 12/QĐ-UBND ngày 05/01/2026"),
                "display_decimals": Decided("3", "QĐ 13/QĐ-UBND"),
                "cap_share": Decided("0.25", "QĐ 14/QĐ-UBND"),
            },
            sheets={"Bang 1": "tasks"},
            columns={"tasks": {"owner": ("Cán bộ đầu mối",)}},
        ),
        (),
    )


def test_an_empty_file_is_an_office_of_defaults() -> None:
    assert read_office("# chưa ghi gì\n", "cadre.toml", KINDS) == (NO_OFFICE, ())


def test_what_notepad_saves_is_read() -> None:
    office, found = read_office(
        '\ufeff[office]\r\nname = "UBND xã Hóa Quỳ"\r\n', "cadre.toml", KINDS
    )
    assert (office, found) == (Office(name="UBND xã Hóa Quỳ"), ())


def test_a_key_in_a_file_of_notepad_has_its_line() -> None:
    text = '\ufeff[office]\r\nplace = "Hóa Quỳ"\r\nnmae = "UBND xã"\r\n'
    assert faults(text) == ["xa/cadre.toml, dòng 3: Không có mục “nmae”. Có phải là “name”?"]


_NO_ROW = (
    "dòng 2: “{}” không nói được là dòng nào. Mỗi tháng một tệp nên không khai số dòng: ghi nguyên"
    ' chữ của một ô trong dòng ấy, hoặc phần đầu rồi dấu * ("Việc mẫu*").'
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[office]\nname = "A"\n\n# sai tên\nsuperiror = "B"\n',
            "dòng 5: Không có mục “superiror”. Có phải là “superior”?",
        ),
        (
            '[offices]\nname = "A"\n',
            "dòng 1: Không có mục “offices”. Có phải là “office”?",
        ),
        (
            '[rules]\nxyz = "B"\n',
            "dòng 2: Không có mục “xyz”. Các từ được dùng: monthly_before_2026, extends.",
        ),
        (
            '[office]\nletterhead = "stat"\n',
            "dòng 2: Không có mẫu giấy “stat”. Có phải là “state”?",
        ),
        (
            "[office]\nname = 5\n",
            "dòng 2: Mục “name” ghi chưa đúng. Cần chữ trong dấu nháy, không để trống.",
        ),
        (
            '[office]\nname = " "\n',
            "dòng 2: Mục “name” ghi chưa đúng. Cần chữ trong dấu nháy, không để trống.",
        ),
        (
            'office = "UBND xã"\n',
            "dòng 1: Mục “office” ghi chưa đúng. Cần một nhóm mục.",
        ),
        (
            '[office]\nsigners = [\n  { title = "CHỦ TỊCH" },\n  { titel = "KẾ TOÁN" },\n]\n',
            "dòng 4: Không có mục “titel”. Có phải là “title”?",
        ),
        (
            '[[office.signers]]\ntitle = "CHỦ TỊCH"\n[[office.signers]]\nname = "Lê Văn Mẫu"\n',
            'dòng 3: Người ký thiếu chức danh. Ghi thêm title = "CHỦ TỊCH".',
        ),
        (
            '[office]\nsigners = "CHỦ TỊCH"\n',
            "dòng 2: Mục “signers” ghi chưa đúng. Cần một danh sách trong [ ].",
        ),
        (
            '[office]\nsigners = [{ title = "CHỦ TỊCH", name = 3 }]\n',
            "dòng 2: Mục “name” ghi chưa đúng. Cần chữ trong dấu nháy.",
        ),
        (
            '[files]\nignore = "cu/**"\n',
            "dòng 2: Mục “ignore” ghi chưa đúng. Cần một danh sách trong [ ].",
        ),
        (
            "[files]\nignore = [1]\n",
            "dòng 2: Mục “ignore” ghi chưa đúng. Cần một danh sách chữ trong dấu nháy.",
        ),
        (
            '[decisions]\ndeduction_on = { option = "line" }\n',
            (
                "dòng 2: Quyết định “deduction_on” chưa ghi số văn bản."
                ' Ghi deduction_on = { option = "…", document = "QĐ số … ngày …" }.'
            ),
        ),
        (
            '[decisions.deduction_on]\noption = "line"\ndocument = ""\n',
            (
                "dòng 3: Quyết định “deduction_on” chưa ghi số văn bản."
                ' Ghi deduction_on = { option = "…", document = "QĐ số … ngày …" }.'
            ),
        ),
        (
            '[decisions]\ncap_base = { document = "QĐ 1" }\n',
            (
                "dòng 2: Quyết định “cap_base” chưa ghi phương án."
                ' Ghi cap_base = { option = "…", document = "QĐ số … ngày …" }.'
            ),
        ),
        (
            '[decisions]\n\ncap_base = "tot"\n',
            (
                "dòng 3: Quyết định “cap_base” phải có phương án và số văn bản."
                ' Ghi cap_base = { option = "…", document = "QĐ số … ngày …" }.'
            ),
        ),
        (
            '[decisions]\ncap_base = { option = "tot", documment = "QĐ 1" }\n',
            "dòng 2: Không có mục “documment”. Có phải là “document”?",
        ),
        (
            '[reading.sheets]\n"Bảng 1" = "roster"\n"Bảng 2" = "task"\n',
            "dòng 3: Không có loại bảng “task”. Có phải là “tasks”?",
        ),
        (
            '[reading]\ncolumns = { rooster = { name = ["Tên"] } }\n',
            "dòng 2: Không có loại bảng “rooster”. Có phải là “roster”?",
        ),
        (
            '[reading.columns.tasks]\nowner = ["Đầu mối"]\ndeadlin = ["Hạn"]\n',
            "dòng 3: Không có mục “deadlin”. Có phải là “deadline”?",
        ),
        (
            '[reading.columns.tasks]\nowner = "Đầu mối"\n',
            "dòng 2: Mục “owner” ghi chưa đúng. Cần một danh sách trong [ ].",
        ),
        *(
            (
                f'[reading.rows."Giao việc"]\nleave = ["Việc mẫu*", "{words}"]\n',
                _NO_ROW.format(words),
            )
            for words in ("4", "30-45", "3-2", "*", "…")
        ),
        (
            "[office]\nname = UBND xã\n",
            (
                "dòng 2: Dòng này viết sai cú pháp TOML. Mỗi mục một dòng dạng"
                ' tên = "nội dung", dấu nháy thẳng ("), mỗi tên chỉ ghi một lần.'
            ),
        ),
        (
            "[reading.columns.tasks]\nother = [“Ai giao”]\n",
            'dòng 2: Dòng này có dấu nháy cong (“ ”). Viết bằng dấu nháy thẳng: other = ["Ai giao"]',
        ),
        (
            '[office]\nname = "A"\nname = "B"\n',
            (
                "dòng 3: Mục này đã ghi ở trên. Mỗi mục một dòng dạng"
                ' tên = "nội dung", dấu nháy thẳng ("), mỗi tên chỉ ghi một lần.'
            ),
        ),
        (
            '[office]\nname = "A"\nsigners = [\n',
            (
                "dòng 3: Dòng này viết sai cú pháp TOML. Mỗi mục một dòng dạng"
                ' tên = "nội dung", dấu nháy thẳng ("), mỗi tên chỉ ghi một lần.'
            ),
        ),
    ],
)
def test_a_fault_names_file_and_line_and_what_to_do(text: str, said: str) -> None:
    assert faults(text) == [f"xa/cadre.toml, {said}"]


def test_all_faults_are_told_in_one_run_in_the_order_of_their_lines() -> None:
    text = '[reading]\nsheets = { "S" = "task" }\n[office]\nnmae = "A"\n'
    assert faults(text) == [
        "xa/cadre.toml, dòng 2: Không có loại bảng “task”. Có phải là “tasks”?",
        "xa/cadre.toml, dòng 4: Không có mục “nmae”. Có phải là “name”?",
    ]


def test_an_answer_of_the_rules_gets_its_line() -> None:
    what, fix = Text("Không có phương án.", "No such option."), Text("Sửa lại.", "Mend it.")
    fault = fault_at(WHOLE, "cadre.toml", ("decisions", "deduction_on", "option"), what, fix)
    assert fault == OfficeFault("cadre.toml", 18, what, fix)
    assert fault.said("en") == "cadre.toml, line 18: No such option. Mend it."


def test_a_place_that_is_not_there_is_the_table_above_it() -> None:
    assert line_of(WHOLE, ("files", "signers")) == 10
    assert line_of(WHOLE, ("nowhere",)) is None
