"""Sheets about the villages of a small invented commune, as workbooks on disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tests.offices import Sheet, workbook

from cadre_cli.domain.office import Office, Signer
from cadre_cli.domain.results import Outcome
from cadre_cli.pipeline.intake import intake
from cadre_cli.pipeline.period import Asked, outcomes

OFFICE = Office(name="UBND xã Đồng Lim")
NOTHING_MORE = Asked()
VISIT_HEADINGS = [
    "TT", "Ngày đi thôn", "Cán bộ", "Thôn", "Ý kiến, kiến nghị của nhân dân", "Việc đã hứa",
    "Người chịu trách nhiệm", "Hạn giải quyết", "Kết quả giải quyết",
]  # fmt: skip


def visits(title: str, *rows: Sequence[object]) -> Sheet:
    """A log; each row is the day, who went, the village, and then what is wanted of the rest."""
    lines = [[n, *row, *[None] * (8 - len(row))] for n, row in enumerate(rows, 1)]
    return [[f"NHẬT KÝ ĐI THÔN {title}"], list(VISIT_HEADINGS), *lines]


def criteria(title: str, *marks: str) -> Sheet:
    """How Thôn Đá stands on criteria named by numbers."""
    rows: Sheet = [
        [n, "Thôn Đá", f"Tiêu chí thứ {n}", "100%", None, mark] for n, mark in enumerate(marks, 1)
    ]
    head: Sheet = [["TT", "Thôn", "Tên tiêu chí", "Chỉ tiêu", "Kết quả thực hiện", "Đạt/Chưa đạt"]]
    return [[f"TIÊU CHÍ NÔNG THÔN MỚI {title}"], *head, *rows]


def gifts(title: str, *rows: Sequence[object]) -> Sheet:
    lines = [[n, *row] for n, row in enumerate(rows, 1)]
    head = ["TT", "Thôn", "Tiền (triệu đồng)", "Đất (m²)", "Ngày công"]
    return [[f"ĐÓNG GÓP CỦA NHÂN DÂN {title}"], head, *lines]


def done(folder: Path, office: Office = OFFICE, asked: Asked = NOTHING_MORE) -> tuple[Outcome, ...]:
    files = sorted(folder.rglob("*.xlsx"))
    names = [path.relative_to(folder).as_posix() for path in files]
    read = [intake(p.read_bytes(), n, office) for p, n in zip(files, names, strict=True)]
    return outcomes(office, read, asked=asked)


def points(title: str) -> Sheet:
    """What those in charge of villages were given, once without points and once without a village."""
    return [
        [f"CHẤM ĐIỂM CÁN BỘ PHỤ TRÁCH THÔN {title}"],
        [
            "TT", "Thôn", "Cán bộ phụ trách", "Nhiệm vụ", "Điểm tối đa", "Điểm chấm",
            "Nhận xét của Ban Thường vụ", "Mô hình hay",
        ],
        [1, "Thôn Đá", "Lê Văn Cường", "Vận động làm đường", 10, 8, "Sát dân", "Tổ tự quản"],
        [2, "Thôn Đá", "Lê Văn Cường", "Vệ sinh môi trường", 10, 9.5, None, None],
        [3, "Thôn 3", "Hà Thị Én", "Giảm nghèo", 20, 15, "Cần cố gắng", None],
        [4, "Thôn 3", "Hà Thị Én", "Tuyển quân", 10, None, None, None],
    ]  # fmt: skip


def helped(title: str) -> Sheet:
    day = date(2026, 3, 5)
    return [
        [f"HỘ ĐƯỢC GIÚP ĐỠ {title}"],
        ["TT", "Ngày", "Thôn", "Tên hộ", "Nội dung giúp đỡ", "Người thực hiện"],
        [1, day, "Thôn Đá", "Lò Văn Ón", "Cải tạo vườn tạp", "Lê Văn Cường"],
        [2, day, "Thôn Đá", "Vi Thị Mận", "Sửa nhà", "Lê Văn Cường; Hà Thị Én"],
        [3, day, "Thôn 3", "Hà Văn Tiếp", "Cải tạo vườn tạp", "Hà Thị Én"],
    ]


def whole(folder: Path) -> tuple[Outcome, Outcome]:
    """February and March with every sheet about villages."""
    february, march = "THÁNG 2 NĂM 2026", "THÁNG 3 NĂM 2026"
    broken = (date(2026, 2, 5), "Lê Văn Cường", "Thôn Đá", "Mương vỡ", "Sửa mương", "Hà Thị Én",
              date(2026, 2, 20), "Chưa")  # fmt: skip
    lamp = (date(2026, 3, 5), "Hà Thị Én", "Thôn 3", "Đường tối", "Lắp đèn", None,
            date(2026, 4, 20))  # fmt: skip
    workbook(
        folder / "thon-02.xlsx",
        {
            "Đi thôn": visits(february, broken),
            "Tiêu chí": criteria(february, "Đạt", "Chưa đạt"),
            "Đóng góp": gifts(february, ("Thôn Đá", 1.5, 100, None)),
        },
    )
    workbook(
        folder / "thon-03.xlsx",
        {
            "Đi thôn": visits(march, lamp, (date(2026, 3, 13), "Lê Văn Cường", "Thôn Đá")),
            "Tiêu chí": criteria(march, "Chưa đạt", "Đạt", "Đạt"),
            "Đóng góp": gifts(march, ("Thôn Đá", 2, "0,5 ha", 7), ("Thôn 3", 0.5, "2 sào", 3)),
            "Điểm": points(march),
            "Giúp hộ": helped(march),
        },
    )
    signers = (Signer("CHỦ TỊCH", "Phạm Văn Chủ"), Signer("NGƯỜI LẬP BIỂU"))
    office = Office(name="UBND xã Đồng Lim", place="Đồng Lim", signers=signers)
    first, second = done(folder, office)
    return first, second
