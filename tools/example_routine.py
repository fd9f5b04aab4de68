"""What each person of the invented commune does month after month, and how well on the whole."""

from __future__ import annotations

from typing import NamedTuple

VILLAGES = (
    "Nà Hon", "Khe Vầu", "Lim Thượng", "Lim Hạ", "Cầu Đá", "Đồng Chài", "Bái Sim", "Yên Sơn",
)  # fmt: skip


class Routine(NamedTuple):
    """A line of work that comes back: `{m}` is the month, `{v}` a village that changes with it.

    `months` are those in which it is assigned; empty for all.
    """

    code: str
    content: str
    quantity: int = 1
    months: tuple[int, ...] = ()


class Habit(NamedTuple):
    """How somebody works: shares of lines that stay short, fail or come late; points of I, II, III."""

    short: float
    failed: float
    late: float
    marks: tuple[float, float, float]


OUTSTANDING = Habit(0.10, 0.04, 0.05, (10, 9.5, 8.5))
GOOD = Habit(0.38, 0.14, 0.20, (9.5, 8.5, 6.5))
FAIR = Habit(0.55, 0.22, 0.30, (8.5, 7.5, 5.5))
WEAK = Habit(0.85, 0.35, 0.45, (6.5, 5.5, 4))

QUARTER_ENDS = (3, 6, 9, 12)
_ODD, _EVEN = (1, 3, 5, 7, 9, 11), (2, 4, 6, 8, 10, 12)

_HEAD_OF = "Chỉ đạo nhiệm vụ tháng {m} của "

ROUTINES: dict[str, tuple[Habit, tuple[Routine, ...]]] = {
    "Vi Văn Toản": (OUTSTANDING, (
        Routine("QL.01", "Chỉ đạo chương trình công tác tháng {m} khối kinh tế"),
        Routine("QL.02", "Chủ trì họp giao ban khối kinh tế tháng {m}", 4),
        Routine("QL.03", "Kiểm tra sản xuất, phòng chống thiên tai tại thôn {v}", 2),
        Routine("QL.04", "Tiếp công dân định kỳ tháng {m}"),
    )),
    "Hà Thị Mười": (OUTSTANDING, (
        Routine("QL.01", "Chỉ đạo chương trình công tác tháng {m} khối văn hóa - xã hội"),
        Routine("QL.02", "Chủ trì họp giao ban khối văn hóa - xã hội tháng {m}", 4),
        Routine("QL.03", "Kiểm tra công tác giảm nghèo tại thôn {v}", 2),
        Routine("QL.06", "Trả lời kiến nghị của cử tri thôn {v}", 1, _EVEN),
    )),
    "Trịnh Quốc Bảo": (GOOD, (
        Routine("QL.01", "Tham mưu, theo dõi chương trình công tác tháng {m} của UBND xã"),
        Routine("QL.02", "Thông báo kết luận họp UBND xã tháng {m}", 2),
        Routine("QL.05", "Duyệt văn bản trước khi trình ký tháng {m}", 28),
        Routine("DC.03", "Báo cáo kinh tế - xã hội quý, tháng {m}", 1, QUARTER_ENDS),
    )),
    "Lò Thị Mai": (OUTSTANDING, (
        Routine("DC.02", "Báo cáo hoạt động bộ phận Một cửa các tuần tháng {m}", 4),
        Routine("DC.07", "Làm việc với thôn Lim Thượng tháng {m}", 2),
        Routine("DC.05", "Tờ trình về cải cách hành chính tháng {m}"),
        Routine("QL.03", "Kiểm tra niêm yết thủ tục hành chính tại thôn {v}", 1, _ODD),
    )),
    "Nguyễn Thu Hà": (GOOD, (
        Routine("VP.01", "Tiếp nhận, phát hành văn bản các tuần tháng {m}", 4),
        Routine("VP.02", "Chỉnh lý hồ sơ lưu trữ, đợt tháng {m}", 1, _EVEN),
        Routine("DC.08", "Số hóa quyết định cá biệt, đợt tháng {m}", 45),
        Routine("DC.02", "Báo cáo văn thư, lưu trữ tháng {m}"),
    )),
    "Phạm Minh Đức": (GOOD, (
        Routine("VP.03", "Đăng ký hộ tịch, chứng thực tháng {m}", 72),
        Routine("VP.04", "Tuyên truyền pháp luật tại thôn {v}", 2),
        Routine("DC.02", "Báo cáo tư pháp tháng {m}"),
        Routine("DC.07", "Làm việc với thôn Lim Hạ tháng {m}", 2),
    )),
    "Hoàng Thị Lan": (OUTSTANDING, (
        Routine("VP.05", "Lịch công tác, bảng theo dõi nhiệm vụ các tuần tháng {m}", 4),
        Routine("DC.02", "Báo cáo tuần của UBND xã, tháng {m}", 4),
        Routine("DC.06", "Chuẩn bị, phục vụ hội nghị giao ban tháng {m}"),
        Routine("DC.03", "Báo cáo chuyên đề tháng {m} của UBND xã", 1, _EVEN),
    )),
    "Bùi Văn Sơn": (FAIR, (
        Routine("VP.06", "Bảo đảm các cuộc họp trực tuyến tháng {m}", 5),
        Routine("DC.08", "Số hóa hồ sơ thủ tục hành chính, đợt tháng {m}", 60),
        Routine("DC.07", "Làm việc với thôn Cầu Đá tháng {m}"),
    )),
    "Quách Thị Nhung": (GOOD, (
        Routine("DC.09", "Tiếp nhận, trả kết quả hồ sơ thủ tục hành chính tháng {m}", 64),
        Routine("VP.07", "Hướng dẫn người dân thôn {v} nộp hồ sơ trực tuyến", 50),
        Routine("DC.02", "Báo cáo tình hình tiếp nhận hồ sơ tháng {m}"),
    )),
    "Đỗ Văn Tám": (FAIR, (
        Routine("VP.08", "Lái xe phục vụ các chuyến công tác tháng {m}", 18),
        Routine("DC.02", "Bảng quyết toán xăng dầu tháng {m}"),
    )),
    "Lê Thị Xuân": (GOOD, (
        Routine("VP.08", "Phục vụ các cuộc họp, hội nghị tháng {m}", 20),
    )),
    "Cao Văn Thành": (GOOD, (
        Routine("QL.01", _HEAD_OF + "Phòng Kinh tế"),
        Routine("QL.05", "Duyệt văn bản của Phòng Kinh tế tháng {m}", 24),
        Routine("QL.07", "Phân công, đánh giá công chức Phòng Kinh tế tháng {m}"),
        Routine("QL.03", "Kiểm tra tiến độ đường giao thông thôn {v}", 1, _ODD),
    )),
    "Ngân Thị Hoa": (GOOD, (
        Routine("KT.02", "Kiểm tra trật tự xây dựng tại thôn {v}", 3),
        Routine("QL.05", "Duyệt hồ sơ địa chính, môi trường tháng {m}", 18),
        Routine("DC.07", "Làm việc với thôn Đồng Chài tháng {m}", 2),
    )),
    "Vũ Đình Khôi": (GOOD, (
        Routine("KT.01", "Xác minh, trích đo thửa đất tại thôn {v}", 7),
        Routine("DC.09", "Giải quyết hồ sơ đất đai tháng {m}", 20),
        Routine("DC.05", "Tờ trình về đất đai tháng {m}", 1, _EVEN),
    )),
    "Trương Văn Nam": (OUTSTANDING, (
        Routine("KT.03", "Theo dõi sản xuất nông nghiệp các tuần tháng {m}", 4),
        Routine("KT.04", "Kiểm tra cơ sở chăn nuôi, thu gom rác tại thôn {v}", 2),
        Routine("DC.02", "Báo cáo dịch bệnh gia súc, gia cầm tháng {m}", 4),
        Routine("DC.07", "Làm việc với thôn Bái Sim tháng {m}", 2),
    )),
    "Lương Thị Thảo": (OUTSTANDING, (
        Routine("KT.05", "Lập hồ sơ thanh toán, đối chiếu kho bạc tháng {m}", 27),
        Routine("DC.02", "Báo cáo thu, chi ngân sách tháng {m}"),
        Routine("DC.05", "Tờ trình phân bổ kinh phí tháng {m}", 1, _ODD),
        Routine("DC.03", "Báo cáo thu, chi ngân sách quý, tháng {m}", 1, QUARTER_ENDS),
    )),
    "Phan Văn Lộc": (WEAK, (
        Routine("KT.07", "Kiểm tra, duy tu đường giao thông thôn {v}", 3),
        Routine("KT.08", "Nạo vét kênh mương tại thôn {v}", 1, _EVEN),
        Routine("DC.02", "Báo cáo giao thông, thủy lợi các tuần tháng {m}", 4),
        Routine("DC.07", "Làm việc với thôn Nà Hon tháng {m}", 2),
    )),
    "Hà Văn Dũng": (GOOD, (
        Routine("KT.09", "Tập huấn kỹ thuật, theo dõi mô hình tại thôn {v}"),
        Routine("DC.02", "Báo cáo khuyến nông các tuần tháng {m}", 4),
        Routine("DC.07", "Làm việc với thôn Yên Sơn tháng {m}"),
    )),
    "Mai Thị Bích": (GOOD, (
        Routine("KT.10", "Điều tra, nhập phiếu thống kê thôn {v}", 5),
        Routine("DC.02", "Báo cáo thống kê tháng {m}"),
    )),
    "Đinh Thị Hường": (GOOD, (
        Routine("QL.01", _HEAD_OF + "Phòng Văn hóa - Xã hội"),
        Routine("QL.05", "Duyệt văn bản của Phòng Văn hóa - Xã hội tháng {m}", 21),
        Routine("QL.07", "Phân công, đánh giá công chức Phòng Văn hóa - Xã hội tháng {m}"),
        Routine("QL.03", "Kiểm tra chi trả trợ cấp tại thôn {v}", 1, _EVEN),
    )),
    "Lê Hữu Phước": (GOOD, (
        Routine("VH.03", "Hoạt động văn hóa, thể thao tháng {m} tại thôn {v}"),
        Routine("QL.05", "Duyệt tin bài, chương trình truyền thanh tháng {m}", 17),
        Routine("DC.07", "Làm việc với thôn Khe Vầu tháng {m}", 2),
    )),
    "Nguyễn Thị Tuyết": (OUTSTANDING, (
        Routine("VH.01", "Lập hồ sơ trợ cấp bảo trợ xã hội tháng {m}", 15),
        Routine("DC.02", "Báo cáo chi trả trợ cấp tháng {m}"),
        Routine("VH.02", "Rà soát hộ nghèo, hộ cận nghèo thôn {v}", 1, _ODD),
    )),
    "Tống Văn Hiếu": (FAIR, (
        Routine("VH.03", "Liên hoan văn nghệ thôn {v}"),
        Routine("DC.02", "Báo cáo văn hóa, thông tin các tuần tháng {m}", 4),
        Routine("DC.07", "Làm việc với thôn Lim Hạ về hương ước, tháng {m}", 2),
    )),
    "Trần Thị Ngọc": (GOOD, (
        Routine("VH.04", "Kiểm tra trường học, trạm y tế tháng {m}", 4),
        Routine("DC.02", "Báo cáo giáo dục, y tế các tuần tháng {m}", 4),
        Routine("VH.07", "Truyền thông dân số tại thôn {v}", 2, _ODD),
    )),
    "Hồ Thị Duyên": (GOOD, (
        Routine("VH.05", "Nắm tình hình dân tộc, tôn giáo tháng {m}"),
        Routine("DC.02", "Báo cáo dân tộc, tôn giáo tháng {m}", 2),
        Routine("DC.07", "Làm việc với thôn Bái Sim về tín ngưỡng, tháng {m}"),
    )),
    "Vi Thị Yến": (FAIR, (
        Routine("VH.07", "Truyền thông gia đình, trẻ em tại thôn {v}", 3),
        Routine("DC.08", "Số hóa tài liệu thư viện xã, đợt tháng {m}", 30),
        Routine("DC.02", "Báo cáo hoạt động nhà văn hóa thôn tháng {m}"),
    )),
    "Nguyễn Đức Cường": (GOOD, (
        Routine("VH.06", "Biên tập, phát chương trình truyền thanh tháng {m}", 25),
        Routine("DC.01", "Tin, bài đăng trang thông tin điện tử xã tháng {m}", 7),
    )),
}  # fmt: skip
