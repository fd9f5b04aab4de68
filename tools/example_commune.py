"""The invented commune of the example: its people, villages and catalogue of products."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

OFFICE = "Lãnh đạo UBND xã"
VP = "Văn phòng HĐND và UBND"
KT = "Phòng Kinh tế"
VX = "Phòng Văn hóa - Xã hội"
UNITS = (OFFICE, VP, KT, VX)

CHAIRMAN = "Lê Văn Quảng"
LEFT = ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG LIM")
RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
MAKER, HEAD = ("NGƯỜI LẬP BIỂU", "Hoàng Thị Lan"), ("CHỦ TỊCH", CHAIRMAN)


@dataclass(frozen=True, slots=True)
class Person:
    """A line of the roster. `leads` says whether the formula for leaders applies (Đ16.2)."""

    name: str
    unit: str
    position: str
    kind: str
    superior: str = ""
    field: str = ""
    village: str = ""
    group: str = "Công chức tham mưu"
    leads: bool = False
    note: str = ""


_TOAN, _MUOI, _BAO, _THANH, _HUONG = (
    "Vi Văn Toản",
    "Hà Thị Mười",
    "Trịnh Quốc Bảo",
    "Cao Văn Thành",
    "Đinh Thị Hường",
)
_HEADS, _STAFF, _PUBLIC, _SUPPORT = (
    "Lãnh đạo cấp phòng",
    "Công chức tham mưu",
    "Viên chức",
    "Hỗ trợ, phục vụ",
)
_LEADS = {"leads": True}

PEOPLE: tuple[Person, ...] = (
    Person(
        CHAIRMAN, OFFICE, "Chủ tịch UBND xã", "Cán bộ",
        field="Phụ trách chung", group="Lãnh đạo UBND", leads=True,
        note="Do UBND tỉnh đánh giá, xếp loại",
    ),
    Person(
        _TOAN, OFFICE, "Phó Chủ tịch UBND xã", "Cán bộ", CHAIRMAN,
        "Phòng Kinh tế", "Nà Hon", "Lãnh đạo UBND", leads=True,
    ),
    Person(
        _MUOI, OFFICE, "Phó Chủ tịch UBND xã", "Cán bộ", CHAIRMAN,
        "Phòng Văn hóa - Xã hội", "Khe Vầu", "Lãnh đạo UBND", leads=True,
    ),
    # Văn phòng HĐND và UBND
    Person(_BAO, VP, "Chánh Văn phòng", "Công chức", CHAIRMAN, "Văn phòng", "", _HEADS, **_LEADS),
    Person(
        "Lò Thị Mai", VP, "Phó Chánh Văn phòng", "Công chức", _BAO,
        "Văn thư - lưu trữ; Một cửa", "Lim Thượng", _HEADS, leads=True,
    ),
    Person("Nguyễn Thu Hà", VP, "Công chức Văn thư", "Công chức", _BAO, "Văn thư - lưu trữ"),
    Person("Phạm Minh Đức", VP, "Công chức Tư pháp - Hộ tịch", "Công chức", _BAO, "Tư pháp - hộ tịch", "Lim Hạ"),
    Person("Hoàng Thị Lan", VP, "Công chức Tổng hợp", "Công chức", _BAO, "Tổng hợp"),
    Person("Bùi Văn Sơn", VP, "Công chức Công nghệ thông tin", "Công chức", _BAO, "Chuyển đổi số", "Cầu Đá"),
    Person("Quách Thị Nhung", VP, "Viên chức bộ phận Một cửa", "Viên chức", _BAO, "Một cửa", "", _PUBLIC),
    Person("Đỗ Văn Tám", VP, "Nhân viên lái xe", "Hợp đồng", _BAO, "Lái xe", "", _SUPPORT),
    Person("Lê Thị Xuân", VP, "Nhân viên phục vụ", "Hợp đồng", _BAO, "Phục vụ", "", _SUPPORT),
    # Phòng Kinh tế
    Person(_THANH, KT, "Trưởng phòng", "Công chức", _TOAN, "Kinh tế", "", _HEADS, **_LEADS),
    Person(
        "Ngân Thị Hoa", KT, "Phó Trưởng phòng", "Công chức", _THANH,
        "Địa chính - xây dựng; Nông nghiệp - môi trường", "Đồng Chài", _HEADS, leads=True,
    ),
    Person("Vũ Đình Khôi", KT, "Công chức Địa chính - Xây dựng", "Công chức", _THANH, "Địa chính - xây dựng"),
    Person("Trương Văn Nam", KT, "Công chức Nông nghiệp - Môi trường", "Công chức", _THANH, "Nông nghiệp - môi trường", "Bái Sim"),
    Person("Lương Thị Thảo", KT, "Công chức Tài chính - Kế toán", "Công chức", _THANH, "Tài chính - kế toán"),
    Person("Phan Văn Lộc", KT, "Công chức Giao thông - Thủy lợi", "Công chức", _THANH, "Giao thông - thủy lợi", "Nà Hon"),
    Person("Hà Văn Dũng", KT, "Viên chức Khuyến nông", "Viên chức", _THANH, "Khuyến nông", "Yên Sơn", _PUBLIC),
    Person("Mai Thị Bích", KT, "Nhân viên thống kê", "Hợp đồng", _THANH, "Thống kê", "", _SUPPORT),
    # Phòng Văn hóa - Xã hội
    Person(_HUONG, VX, "Trưởng phòng", "Công chức", _MUOI, "Văn hóa - xã hội", "", _HEADS, **_LEADS),
    Person(
        "Lê Hữu Phước", VX, "Phó Trưởng phòng", "Công chức", _HUONG,
        "Văn hóa - thông tin; Truyền thanh", "Khe Vầu", _HEADS, leads=True,
    ),
    Person("Nguyễn Thị Tuyết", VX, "Công chức Lao động - Chính sách", "Công chức", _HUONG, "Lao động - chính sách"),
    Person("Tống Văn Hiếu", VX, "Công chức Văn hóa - Thông tin", "Công chức", _HUONG, "Văn hóa - thông tin", "Lim Hạ"),
    Person("Trần Thị Ngọc", VX, "Công chức Giáo dục - Y tế", "Công chức", _HUONG, "Giáo dục - y tế"),
    Person("Hồ Thị Duyên", VX, "Công chức Dân tộc - Tôn giáo", "Công chức", _HUONG, "Dân tộc - tôn giáo", "Bái Sim"),
    Person("Vi Thị Yến", VX, "Viên chức Văn hóa cơ sở", "Viên chức", _HUONG, "Văn hóa cơ sở", "", _PUBLIC),
    Person("Nguyễn Đức Cường", VX, "Viên chức Truyền thanh", "Viên chức", _HUONG, "Truyền thanh", "Cầu Đá", _PUBLIC),
)  # fmt: skip

BY_NAME = {person.name: person for person in PEOPLE}


class Item(NamedTuple):
    """A line of the catalogue; the coefficient is points ÷ 5, the points of DC.01."""

    code: str
    work: str
    detail: str
    product: str
    points: int


GROUPS = (("Nhóm 1", 1, 10), ("Nhóm 2", 11, 25), ("Nhóm 3", 26, 50), ("Nhóm 4", 51, 100))

SHARED = (
    ("A. Nhiệm vụ lãnh đạo, quản lý", (
        Item("QL.01", "Chỉ đạo, điều hành", "Chỉ đạo thực hiện chương trình công tác tháng", "Thông báo kết luận, bảng theo dõi", 50),
        Item("QL.02", "Chỉ đạo, điều hành", "Chủ trì họp giao ban, họp chuyên đề", "Thông báo kết luận", 15),
        Item("QL.03", "Kiểm tra", "Kiểm tra việc thực hiện nhiệm vụ tại thôn", "Biên bản kiểm tra", 20),
        Item("QL.04", "Tiếp công dân", "Tiếp công dân định kỳ", "Sổ, phiếu tiếp công dân", 12),
        Item("QL.05", "Chỉ đạo, điều hành", "Duyệt văn bản trước khi trình ký, ký ban hành", "Văn bản được ban hành", 4),
        Item("QL.06", "Giải quyết kiến nghị", "Chỉ đạo trả lời kiến nghị của cử tri", "Văn bản trả lời", 18),
        Item("QL.07", "Quản lý công chức", "Phân công, đôn đốc, đánh giá công chức của phòng", "Bảng phân công, bảng đánh giá", 25),
    )),
    ("B. Nhiệm vụ dùng chung", (
        Item("DC.01", "Văn bản", "Soạn thảo văn bản hành chính đơn giản (sản phẩm chuẩn)", "Công văn, giấy mời, thông báo", 5),
        Item("DC.02", "Báo cáo", "Báo cáo định kỳ tuần, tháng", "Báo cáo", 10),
        Item("DC.03", "Báo cáo", "Báo cáo chuyên đề, báo cáo quý", "Báo cáo", 25),
        Item("DC.04", "Kế hoạch", "Xây dựng kế hoạch", "Kế hoạch được ban hành", 20),
        Item("DC.05", "Văn bản", "Tờ trình kèm dự thảo quyết định", "Tờ trình, quyết định", 12),
        Item("DC.06", "Hội nghị", "Chuẩn bị, phục vụ một hội nghị", "Bộ tài liệu, biên bản hội nghị", 30),
        Item("DC.07", "Phụ trách thôn", "Làm việc với thôn được phân công", "Biên bản làm việc", 8),
        Item("DC.08", "Chuyển đổi số", "Số hóa hồ sơ", "Hồ sơ số hóa", 2),
        Item("DC.09", "Thủ tục hành chính", "Giải quyết hồ sơ thủ tục hành chính", "Hồ sơ được trả kết quả", 3),
    )),
)  # fmt: skip

SPECIAL = (
    ("I. Văn phòng HĐND và UBND", (
        Item("VP.01", "Văn thư", "Tiếp nhận, phát hành văn bản trong một tuần", "Sổ văn bản đi, đến", 15),
        Item("VP.02", "Lưu trữ", "Chỉnh lý hồ sơ lưu trữ (mét giá)", "Hồ sơ chỉnh lý", 30),
        Item("VP.03", "Tư pháp", "Đăng ký hộ tịch, chứng thực", "Hồ sơ hộ tịch, chứng thực", 3),
        Item("VP.04", "Tư pháp", "Hòa giải, tuyên truyền pháp luật tại thôn", "Biên bản", 14),
        Item("VP.05", "Tổng hợp", "Lịch công tác, theo dõi nhiệm vụ tuần", "Lịch tuần, bảng theo dõi", 8),
        Item("VP.06", "Công nghệ thông tin", "Bảo đảm hệ thống họp trực tuyến, mạng nội bộ", "Biên bản vận hành", 10),
        Item("VP.07", "Một cửa", "Hướng dẫn người dân nộp hồ sơ trực tuyến", "Hồ sơ trực tuyến", 2),
        Item("VP.08", "Hậu cần", "Phục vụ chuyến công tác, phục vụ cuộc họp", "Lệnh điều xe, sổ trực", 4),
    )),
    ("II. Phòng Kinh tế", (
        Item("KT.01", "Đất đai", "Xác minh, trích đo thửa đất", "Biên bản, trích đo", 16),
        Item("KT.02", "Xây dựng", "Kiểm tra trật tự xây dựng", "Biên bản kiểm tra", 12),
        Item("KT.03", "Nông nghiệp", "Theo dõi, hướng dẫn sản xuất vụ xuân", "Báo cáo tiến độ", 15),
        Item("KT.04", "Môi trường", "Kiểm tra cơ sở chăn nuôi, thu gom rác", "Biên bản kiểm tra", 12),
        Item("KT.05", "Tài chính", "Lập hồ sơ thanh toán, đối chiếu kho bạc", "Hồ sơ thanh toán", 6),
        Item("KT.06", "Tài chính", "Quyết toán, công khai ngân sách", "Báo cáo quyết toán", 45),
        Item("KT.07", "Giao thông", "Kiểm tra, duy tu đường giao thông nông thôn", "Biên bản nghiệm thu", 22),
        Item("KT.08", "Thủy lợi", "Nạo vét kênh mương, điều tiết nước", "Biên bản nghiệm thu", 24),
        Item("KT.09", "Khuyến nông", "Tập huấn kỹ thuật, xây dựng mô hình", "Biên bản, danh sách", 20),
        Item("KT.10", "Thống kê", "Điều tra, nhập phiếu thống kê (10 phiếu)", "Phiếu đã nhập", 9),
    )),
    ("III. Phòng Văn hóa - Xã hội", (
        Item("VH.01", "Chính sách", "Lập hồ sơ trợ cấp, bảo trợ xã hội", "Hồ sơ", 5),
        Item("VH.02", "Giảm nghèo", "Rà soát hộ nghèo, hộ cận nghèo một thôn", "Danh sách rà soát", 18),
        Item("VH.03", "Văn hóa", "Tổ chức hoạt động văn hóa, thể thao", "Kế hoạch, báo cáo kết quả", 35),
        Item("VH.04", "Giáo dục, y tế", "Kiểm tra trường học, trạm y tế", "Biên bản kiểm tra", 14),
        Item("VH.05", "Dân tộc, tôn giáo", "Nắm tình hình dân tộc, tôn giáo", "Báo cáo", 16),
        Item("VH.06", "Truyền thanh", "Biên tập, phát chương trình truyền thanh", "Chương trình phát thanh", 4),
        Item("VH.07", "Gia đình", "Truyền thông dân số, gia đình, trẻ em", "Buổi truyền thông", 12),
    )),
)  # fmt: skip

CATALOGUE = {item.code: item for sheet in (SHARED, SPECIAL) for _, items in sheet for item in items}


def coefficient(code: str) -> Fraction:
    """ROUND(points ÷ 5, 2): whole points over five never have a third decimal."""
    return Fraction(CATALOGUE[code].points, 5)
