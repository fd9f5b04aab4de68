"""The columns that say whose row it is, the same in every table of people."""

from __future__ import annotations

from cadre_cli.sheets.table import FieldSpec

ORDINAL = FieldSpec("ordinal", ("STT", "TT", "Số TT", "Số thứ tự", "#"))
NAME = FieldSpec(
    "name",
    (
        "Họ và tên",
        "Họ tên",
        "Họ và tên cán bộ",
        "Họ và tên cán bộ, công chức",
        "Họ tên cán bộ",
        "Họ và tên công chức",
        "Họ và tên người được đánh giá",
        "Cán bộ",
        "Cán bộ, công chức",
        "Tên cán bộ",
        "Danh sách cán bộ",
        "Người được đánh giá",
        "Người được đánh giá, xếp loại",
        "Nhân sự",
        "Nhân sự / Chức vụ",
        "Cán bộ / Vị trí việc làm",
        "Tên cá nhân",
        "Đồng chí",
        "Tên đối tượng",
        "Tên nhân viên",
        "Tên NV",
        "Tên tập thể/cá nhân/hộ gia đình",
    ),
    required=True,
    telling=True,
)
CODE = FieldSpec(
    "code",
    ("Mã cán bộ", "Mã CB", "Mã NV", "Mã nhân viên", "Mã công chức", "Số hiệu công chức", "Số hiệu"),
)
UNIT = FieldSpec(
    "unit",
    (
        "Đơn vị",
        "Đơn vị công tác",
        "Phòng ban",
        "Phòng, ban",
        "Phòng",
        "Phòng, ban chuyên môn",
        "Bộ phận",
        "Phòng ban / Bộ phận",
        "Tên đơn vị",
        "Đơn vị chuyên môn",
        "Cơ quan",
        "Cơ quan, đơn vị",
        "Nơi công tác",
        "Chi bộ",
        "Tổ công tác",
        "Khối (Tổ) công tác",
        "Tên phòng ban/ khối, tổ công tác",
        "Tên đơn vị/tập thể công tác",
        "Tên chi bộ",
    ),
)
POSITION = FieldSpec(
    "position",
    (
        "Chức vụ",
        "Chức vụ, chức danh",
        "Chức danh",
        "Chức danh, chức vụ",
        "Chức vụ / Vị trí việc làm",
        "Chức vụ/VTVL",
        "Chức vụ hiện tại",
        "Vị trí việc làm",
    ),
)
KIND = FieldSpec(
    "kind",
    (
        "Đối tượng",
        "Loại đối tượng",
        "Nhóm đối tượng",
        "Phân loại đối tượng",
        "Cán bộ/công chức/viên chức",
    ),
)
"""Fewer headings than on a roster: beside results "Phân loại cán bộ" is the class."""
NOTE = FieldSpec("note", ("Ghi chú", "Ghi chú / Đánh giá", "Lý do", "Diễn giải"))
DISCIPLINE = FieldSpec(
    "discipline",
    ("Kỷ luật", "Hình thức kỷ luật", "Vi phạm, kỷ luật", "Bị kỷ luật", "Vi phạm kỷ luật"),
)
LEAVE = FieldSpec(
    "leave",
    (
        "Nghỉ",
        "Nghỉ phép",
        "Nghỉ trong kỳ",
        "Nghỉ ốm, thai sản",
        "Vắng mặt",
        "Lý do nghỉ",
        "Nghỉ dài ngày",
    ),
)
PERSON = (ORDINAL, NAME, CODE, UNIT, POSITION)
DESCRIBED = (*PERSON, KIND)
"""The same where the table may stand in for a roster: what it says of people is used."""
HAPPENED = (DISCIPLINE, LEAVE, NOTE)
