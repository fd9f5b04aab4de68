"""April 2026 in the invented commune: a month without a slip, kept in one sheet."""

from __future__ import annotations

from tools.example_work import UNPLANNED, Job, Month

_TOAN, _MUOI, _BAO, _MAI = "Vi Văn Toản", "Hà Thị Mười", "Trịnh Quốc Bảo", "Lò Thị Mai"
_THANH, _HOA, _HUONG, _PHUOC = "Cao Văn Thành", "Ngân Thị Hoa", "Đinh Thị Hường", "Lê Hữu Phước"

_JOBS = (
    Job(_TOAN, "QL.01", "Chỉ đạo chương trình công tác tháng 4 khối kinh tế", 29, on=29),
    Job(_TOAN, "QL.02", "Họp giao ban khối kinh tế hằng tuần", 28, 4, 4, 28),
    Job(_TOAN, "QL.03", "Kiểm tra phòng cháy rừng tại thôn Nà Hon", 17, on=16),
    Job(_MUOI, "QL.01", "Chỉ đạo chương trình công tác tháng 4 khối văn hóa - xã hội", 29, on=29),
    Job(_MUOI, "QL.04", "Tiếp công dân định kỳ ngày 14", 14, on=14),
    Job(_MUOI, "QL.06", "Trả lời kiến nghị của cử tri về trạm y tế", 24, on=28),
    Job(_BAO, "QL.01", "Tham mưu, theo dõi chương trình công tác tháng 4 của UBND xã", 29, on=29),
    Job(_BAO, "QL.07", "Phân công, đánh giá công chức Văn phòng", 29, on=29),
    Job(_BAO, "QL.05", "Duyệt văn bản trước khi trình ký", 29, 26, 26, 29),
    Job(_MAI, "DC.02", "Báo cáo hoạt động bộ phận Một cửa hằng tuần", 24, 4, 4, 24),
    Job(_MAI, "DC.07", "Làm việc với thôn Lim Thượng tháng 4", 28, 2, 2, 28),
    Job("Nguyễn Thu Hà", "VP.01", "Tiếp nhận, phát hành văn bản các tuần tháng 4", 29, 4, 3, 29),
    Job("Nguyễn Thu Hà", "VP.02", "Chỉnh lý hồ sơ lưu trữ năm 2024 (đợt 2)", 28, 1, 1, 29),
    Job("Phạm Minh Đức", "VP.03", "Đăng ký hộ tịch, chứng thực tháng 4", 29, 74, 62, 29, failed=1),
    Job("Phạm Minh Đức", "VP.04", "Tuyên truyền Luật Căn cước tại thôn Lim Hạ", 17, on=17),
    Job("Hoàng Thị Lan", "VP.05", "Lịch công tác, bảng theo dõi nhiệm vụ các tuần tháng 4", 29, 4, 4, 29),
    Job("Hoàng Thị Lan", "DC.03", "Báo cáo chuyên đề cải cách hành chính", 22, on=21),
    Job("Hoàng Thị Lan", "DC.06", "Chuẩn bị hội nghị sơ kết quý I", 10, 1, 1, 9, category=UNPLANNED, given=6),
    Job("Bùi Văn Sơn", "VP.06", "Bảo đảm các cuộc họp trực tuyến tháng 4", 29, 5, 5, 29),
    Job("Bùi Văn Sơn", "DC.08", "Số hóa hồ sơ thủ tục hành chính tháng 4", 28, 60, 52, 28),
    Job("Quách Thị Nhung", "DC.09", "Tiếp nhận, trả kết quả hồ sơ thủ tục hành chính", 29, 66, 58, 29),
    Job("Quách Thị Nhung", "VP.07", "Hướng dẫn người dân nộp hồ sơ trực tuyến", 29, 50, 42, 29),
    Job("Đỗ Văn Tám", "VP.08", "Lái xe phục vụ các chuyến công tác tháng 4", 29, 18, 17, 29),
    Job("Lê Thị Xuân", "VP.08", "Phục vụ các cuộc họp, hội nghị tháng 4", 29, 20, 17, 29),
    Job(_THANH, "QL.01", "Chỉ đạo nhiệm vụ tháng 4 của Phòng Kinh tế", 29, on=29),
    Job(_THANH, "QL.05", "Duyệt văn bản của Phòng Kinh tế", 29, 24, 24, 29),
    Job(_THANH, "DC.04", "Kế hoạch thu ngân sách quý II/2026", 15, on=17),
    Job(_HOA, "KT.02", "Kiểm tra trật tự xây dựng dọc tỉnh lộ tháng 4", 28, 3, 2, 28),
    Job(_HOA, "DC.04", "Kế hoạch ra quân làm vệ sinh môi trường", 10, on=9),
    Job("Vũ Đình Khôi", "KT.01", "Xác minh, trích đo thửa đất theo đơn của công dân", 29, 7, 6, 29),
    Job("Vũ Đình Khôi", "DC.09", "Giải quyết hồ sơ đất đai tại bộ phận Một cửa", 29, 20, 20, 29),
    Job("Trương Văn Nam", "KT.03", "Theo dõi sản xuất vụ xuân các tuần tháng 4", 28, 4, 4, 28),
    Job("Trương Văn Nam", "KT.04", "Kiểm tra điểm thu gom rác các thôn", 21, 3, 2, 23),
    Job("Lương Thị Thảo", "KT.05", "Lập hồ sơ thanh toán, đối chiếu kho bạc tháng 4", 29, 26, 26, 29),
    Job("Lương Thị Thảo", "DC.02", "Báo cáo thu, chi ngân sách tháng 4", 28, on=28),
    Job("Phan Văn Lộc", "KT.07", "Kiểm tra, duy tu đường giao thông các thôn", 29, 3, 2, 29),
    Job("Phan Văn Lộc", "KT.08", "Nạo vét kênh mương tại thôn Bái Sim", 22, 1, 1, 24),
    Job("Phan Văn Lộc", "DC.02", "Báo cáo giao thông, thủy lợi hằng tuần", 24, 4, 3, 24),
    Job("Hà Văn Dũng", "KT.09", "Tập huấn trồng ngô sinh khối tại thôn Yên Sơn", 16, on=16),
    Job("Hà Văn Dũng", "DC.02", "Báo cáo khuyến nông hằng tuần", 24, 4, 3, 24),
    Job("Mai Thị Bích", "KT.10", "Nhập phiếu điều tra chăn nuôi", 24, 5, 4, 24, failed=1),
    Job("Mai Thị Bích", "DC.02", "Báo cáo thống kê tháng 4", 28, on=28),
    Job(_HUONG, "QL.01", "Chỉ đạo nhiệm vụ tháng 4 của Phòng Văn hóa - Xã hội", 29, on=29),
    Job(_HUONG, "QL.05", "Duyệt văn bản của Phòng Văn hóa - Xã hội", 29, 20, 20, 29),
    Job(_PHUOC, "VH.03", "Giải bóng chuyền các thôn", 26, on=26),
    Job(_PHUOC, "QL.05", "Duyệt tin bài, chương trình truyền thanh", 29, 16, 12, 29),
    Job("Nguyễn Thị Tuyết", "VH.01", "Lập hồ sơ trợ cấp bảo trợ xã hội tháng 4", 24, 14, 14, 23),
    Job("Nguyễn Thị Tuyết", "DC.02", "Báo cáo chi trả trợ cấp tháng 4", 28, on=28),
    Job("Tống Văn Hiếu", "VH.03", "Liên hoan dân ca các thôn", 25, on=25),
    Job("Tống Văn Hiếu", "DC.02", "Báo cáo văn hóa, thông tin hằng tuần", 24, 4, 3, 24, failed=1),
    Job("Trần Thị Ngọc", "VH.04", "Kiểm tra trường học, trạm y tế tháng 4", 28, 4, 3, 28),
    Job("Trần Thị Ngọc", "DC.02", "Báo cáo giáo dục, y tế hằng tuần", 24, 4, 4, 24),
    Job("Vi Thị Yến", "VH.07", "Truyền thông bình đẳng giới tại các thôn", 22, 3, 3, 22),
    Job("Vi Thị Yến", "DC.08", "Số hóa tài liệu thư viện xã (đợt 2)", 29, 30, 22, 29),
    Job("Nguyễn Đức Cường", "VH.06", "Biên tập, phát chương trình truyền thanh tháng 4", 29, 24, 21, 29),
    Job("Nguyễn Đức Cường", "DC.01", "Tin, bài đăng trang thông tin điện tử xã", 28, 7, 6, 28),
)  # fmt: skip

# I, II, III by the superior
_MARKS = {
    _TOAN: (10, 9.5, 9), _MUOI: (10, 10, 9), _BAO: (10, 9.5, 9), _MAI: (10, 9.5, 9),
    "Nguyễn Thu Hà": (10, 9, 7.5), "Phạm Minh Đức": (9.5, 9, 8), "Hoàng Thị Lan": (10, 10, 9),
    "Bùi Văn Sơn": (8, 7.5, 6), "Quách Thị Nhung": (10, 9, 7), "Đỗ Văn Tám": (9, 8, 5.5),
    "Lê Thị Xuân": (10, 8.5, 6), _THANH: (9.5, 8.5, 7.5), _HOA: (10, 9, 8), "Vũ Đình Khôi": (9.5, 8.5, 7),
    "Trương Văn Nam": (10, 9.5, 8.5), "Lương Thị Thảo": (10, 9.5, 9), "Phan Văn Lộc": (8, 6.5, 5.5),
    "Hà Văn Dũng": (10, 9, 7.5), "Mai Thị Bích": (9.5, 8.5, 6.5), _HUONG: (10, 9.5, 9),
    _PHUOC: (9.5, 8.5, 7), "Nguyễn Thị Tuyết": (10, 9.5, 8.5), "Tống Văn Hiếu": (9, 8, 7),
    "Trần Thị Ngọc": (10, 9, 8), "Vi Thị Yến": (9.5, 8, 6.5), "Nguyễn Đức Cường": (9.5, 9, 7.5),
}  # fmt: skip
_LEADING = {
    _TOAN: (100, 100, 100), _MUOI: (100, 50, 100), _BAO: (100, 100, 100), _MAI: (100, 100, 100),
    _THANH: (100, 50, 100), _HOA: (100, 100, 100), _HUONG: (100, 100, 100), _PHUOC: (100, 50, 100),
}  # fmt: skip

APRIL = Month(2026, 4, _JOBS, _MARKS, _LEADING)
AWAY = {"Hồ Thị Duyên": "Nghỉ thai sản từ 02/02/2026 đến 01/8/2026"}
