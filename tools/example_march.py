"""March 2026 in the invented commune: a month as an office keeps it, slips of the clerk included."""

from __future__ import annotations

from datetime import date

from tools.example_commune import CHAIRMAN
from tools.example_work import PASSED_ON, TAKEN_OVER, UNPLANNED, Happening, Job, Month

_TOAN, _MUOI, _BAO, _MAI = "Vi Văn Toản", "Hà Thị Mười", "Trịnh Quốc Bảo", "Lò Thị Mai"
_HA, _DUC, _LAN, _SON = "Nguyễn Thu Hà", "Phạm Minh Đức", "Hoàng Thị Lan", "Bùi Văn Sơn"
_NHUNG, _TAM, _XUAN = "Quách Thị Nhung", "Đỗ Văn Tám", "Lê Thị Xuân"
_THANH, _HOA, _KHOI, _NAM = "Cao Văn Thành", "Ngân Thị Hoa", "Vũ Đình Khôi", "Trương Văn Nam"
_THAO, _LOC, _DUNG, _BICH = "Lương Thị Thảo", "Phan Văn Lộc", "Hà Văn Dũng", "Mai Thị Bích"
_HUONG, _PHUOC, _TUYET, _HIEU = (
    "Đinh Thị Hường",
    "Lê Hữu Phước",
    "Nguyễn Thị Tuyết",
    "Tống Văn Hiếu",
)
_NGOC, _DUYEN, _YEN, _CUONG = "Trần Thị Ngọc", "Hồ Thị Duyên", "Vi Thị Yến", "Nguyễn Đức Cường"

_FLOOD = "Đoàn giám định của tỉnh lùi lịch sang ngày 25/3"

_OFFICE = (
    Job(_TOAN, "QL.01", "Chỉ đạo chương trình công tác tháng 3 khối kinh tế", 31, on=31),
    Job(_TOAN, "QL.02", "Họp giao ban khối kinh tế hằng tuần", 31, 4, 3, 30),
    Job(_TOAN, "QL.03", "Kiểm tra sản xuất vụ xuân tại các thôn Nà Hon, Khe Vầu", 20, 2, 2, 24),
    Job(_TOAN, "QL.04", "Tiếp công dân định kỳ ngày 10 và ngày 24", 24, 2, 2, 24),
    Job(_TOAN, "QL.06", "Trả lời kiến nghị của cử tri về đường vào thôn Khe Vầu", 25, 2, 1, 25),
    Job(_TOAN, "QL.03", "Chỉ đạo khắc phục sạt lở taluy tại thôn Nà Hon", 13, 1, 1, 13, category=UNPLANNED, given=9),
    Job(_MUOI, "QL.01", "Chỉ đạo chương trình công tác tháng 3 khối văn hóa - xã hội", 31, on=31),
    Job(_MUOI, "QL.02", "Họp giao ban khối văn hóa - xã hội hằng tuần", 31, 4, 4, 30),
    Job(_MUOI, "QL.03", "Kiểm tra công tác giảm nghèo tại thôn Khe Vầu, Yên Sơn", 20, 2, 2, 19),
    Job(_MUOI, "QL.04", "Tiếp công dân định kỳ ngày 17", 17, on=17),
    Job(_MUOI, "QL.05", "Ký ban hành văn bản khối văn hóa - xã hội", 31, 20, 20, 31),
)  # fmt: skip

_STAFF_OFFICE = (
    Job(_BAO, "QL.01", "Tham mưu, theo dõi chương trình công tác tháng 3 của UBND xã", 31, on=31),
    Job(_BAO, "QL.02", "Thông báo kết luận họp UBND xã thường kỳ", 16, 2, 2, 18),
    Job(_BAO, "QL.07", "Phân công, đánh giá công chức Văn phòng", 31, on=31),
    Job(_BAO, "DC.03", "Báo cáo kinh tế - xã hội quý I/2026", 20, 1, 1, 20, failed=1),
    Job(_BAO, "QL.05", "Duyệt văn bản trước khi trình ký", 31, 30, 30, 31),
    Job(_MAI, "DC.04", "Kế hoạch cải cách hành chính quý II/2026", 25, on=24),
    Job(_MAI, "DC.02", "Báo cáo hoạt động bộ phận Một cửa hằng tuần", 27, 4, 4, 27),
    Job(_MAI, "QL.03", "Kiểm tra niêm yết thủ tục hành chính tại nhà văn hóa thôn Lim Thượng", 19, on=19),
    Job(_MAI, "DC.05", "Tờ trình kiện toàn bộ phận Một cửa", 13, on=12),
    Job(_MAI, "DC.07", "Làm việc với thôn Lim Thượng tháng 3", 27, 2, 2, 26),
    Job(_HA, "VP.01", "Tiếp nhận, phát hành văn bản các tuần tháng 3", 31, 5, 5, 31),
    Job(_HA, "VP.02", "Chỉnh lý hồ sơ lưu trữ năm 2024", 30, 2, 1, 30),
    Job(_HA, "DC.08", "Số hóa quyết định cá biệt năm 2025", 31, 60, 60, 30),
    Job(_HA, "DC.01", "Công văn nhắc lập hồ sơ công việc", 10, 2, 2, 10),
    Job(_HA, "DC.02", "Báo cáo văn thư, lưu trữ tháng 3", 27, 1, 1, 30),
    Job(_DUC, "VP.03", "Đăng ký hộ tịch, chứng thực tháng 3", 31, 85, 62, 31, failed=2),
    Job(_DUC, "VP.04", "Tuyên truyền Luật Đất đai tại thôn Lim Hạ, Cầu Đá", 20, 2, 2, 20),
    Job(_DUC, "DC.02", "Báo cáo tư pháp quý I/2026", 25, on=26),
    Job(_DUC, "DC.07", "Làm việc với thôn Lim Hạ tháng 3", 27, 2, 2, 27),
    Job(_DUC, "VP.04", "Hòa giải tranh chấp lối đi tại thôn Lim Hạ", 18, 1, 1, 17, category=UNPLANNED, given=11),
    Job(_LAN, "VP.05", "Lịch công tác, bảng theo dõi nhiệm vụ các tuần tháng 3", 30, 5, 5, 30),
    Job(_LAN, "DC.06", "Phục vụ kỳ họp chuyên đề HĐND xã tháng 3", 24, on=23, helpers="Nguyễn Thu Hà; Đỗ Văn Tám"),
    Job(_LAN, "DC.02", "Báo cáo tuần của UBND xã", 27, 4, 4, 27),
    Job(_LAN, "DC.05", "Tờ trình, quyết định phân công nhiệm vụ thành viên UBND", 13, on=12),
    Job(_LAN, "DC.06", "Chuẩn bị hội nghị tiếp đoàn công tác của tỉnh", 12, 1, 1, 11, category=UNPLANNED, given=6),
    Job(_LAN, "DC.03", "Báo cáo đột xuất về sắp xếp nhà văn hóa thôn", 27, 1, 1, 26, category=UNPLANNED, given=19),
    Job(_SON, "VP.06", "Bảo đảm các cuộc họp trực tuyến tháng 3", 31, 6, 6, 31),
    Job(_SON, "DC.08", "Số hóa hồ sơ thủ tục hành chính tồn", 31, 100, 80, 31),
    Job(_SON, "DC.04", "Kế hoạch chuyển đổi số năm 2026", 16, 1, 1, 20),
    Job(_SON, "DC.07", "Làm việc với thôn Cầu Đá tháng 3", 27, on=27),
    Job(_NHUNG, "DC.09", "Tiếp nhận, trả kết quả hồ sơ thủ tục hành chính", 31, 70, 52, 31, failed=1),
    Job(_NHUNG, "VP.07", "Hướng dẫn người dân nộp hồ sơ trực tuyến", 31, 60, 50, 31),
    Job(_NHUNG, "DC.02", "Báo cáo tình hình tiếp nhận hồ sơ tháng 3", 27, on=27),
    Job(_NHUNG, "DC.01", "Phiếu xin lỗi, hẹn lại ngày trả kết quả", 31, 3, 3, 31),
    Job(_TAM, "VP.08", "Lái xe phục vụ các chuyến công tác tháng 3", 31, 22, 13, 31, failed=2),
    Job(_TAM, "DC.02", "Bảng quyết toán xăng dầu tháng 3", 25, on=30),
    Job(_TAM, "VP.08", "Bảo dưỡng định kỳ xe ô tô cơ quan", 20, 2, 1, 20),
)  # fmt: skip

_ECONOMY = (
    Job(_THANH, "QL.01", "Chỉ đạo nhiệm vụ tháng 3 của Phòng Kinh tế", 31, on=31),
    Job(_THANH, "QL.07", "Phân công, đánh giá công chức Phòng Kinh tế", 31, on=31),
    Job(_THANH, "DC.03", "Báo cáo đầu tư công quý I/2026", 20, 1, 1, 24),
    Job(_THANH, "QL.05", "Duyệt văn bản của Phòng Kinh tế", 31, 25, 25, 31),
    Job(_THANH, "QL.03", "Kiểm tra tiến độ duy tu đường thôn Nà Hon", 19, on=19),
    Job(_HOA, "DC.04", "Kế hoạch phòng chống thiên tai năm 2026", 20, on=20, helpers="Phan Văn Lộc"),
    Job(_HOA, "KT.02", "Kiểm tra trật tự xây dựng dọc tỉnh lộ", 27, 4, 4, 27),
    Job(_HOA, "QL.05", "Duyệt hồ sơ địa chính, môi trường", 31, 20, 20, 31, failed=1),
    Job(_HOA, "DC.07", "Làm việc với thôn Đồng Chài tháng 3", 27, 2, 2, 26),
    Job(_HOA, "DC.03", "Báo cáo chuyên đề vệ sinh môi trường nông thôn", 25, on=27),
    Job(_KHOI, "KT.01", "Xác minh, trích đo thửa đất theo đơn của công dân", 31, 8, 7, 31, failed=1),
    Job(_KHOI, "KT.02", "Kiểm tra trật tự xây dựng tại trung tâm xã", 25, 3, 3, 25),
    Job(_KHOI, "DC.09", "Giải quyết hồ sơ đất đai tại bộ phận Một cửa", 31, 25, 25, 31),
    Job(_KHOI, "DC.03", "Báo cáo rà soát đất công ích các thôn", 25, category=PASSED_ON, note="Chuyển cho đ/c Trương Văn Nam từ ngày 16/3, đã báo cáo Trưởng phòng"),
    Job(_KHOI, "DC.05", "Tờ trình điều chỉnh kế hoạch sử dụng đất", 20, 1, 1, 19, factor="4.8"),
    Job(_NAM, "KT.03", "Theo dõi sản xuất vụ xuân các tuần tháng 3", 27, 4, 3, 27),
    Job(_NAM, "KT.04", "Kiểm tra cơ sở chăn nuôi tại thôn Bái Sim", 20, 2, 2, 25, cause="Mưa lũ, đường vào thôn bị chia cắt từ ngày 17 đến ngày 23/3", confirmed_by="Chủ tịch UBND xã"),
    Job(_NAM, "DC.02", "Báo cáo dịch bệnh gia súc, gia cầm hằng tuần", 27, 4, 3, 30, as_text=True),
    Job(_NAM, "DC.07", "Làm việc với thôn Bái Sim tháng 3", 27, 2, 1, 27),
    Job(_NAM, "DC.03", "Báo cáo rà soát đất công ích các thôn (nhận từ đ/c Khôi)", 27, 1, 1, 27, category=TAKEN_OVER, given=16),
    Job(_THAO, "KT.05", "Lập hồ sơ thanh toán, đối chiếu kho bạc tháng 3", 31, 30, 30, 31),
    Job(_THAO, "KT.06", "Quyết toán ngân sách xã năm 2025", 25, on=24),
    Job(_THAO, "DC.03", "Báo cáo thu, chi ngân sách quý I/2026", 30, on=30),
    Job(_THAO, "DC.05", "Tờ trình phân bổ kinh phí sự nghiệp", 13, 2, 2, 13),
    Job(_THAO, "DC.01", "Thông báo công khai dự toán", 10, 3, 3, 10),
    Job(_LOC, "KT.07", "Kiểm tra, duy tu đường giao thông các thôn", 31, 4, 1, 31, failed=1),
    Job(_LOC, "KT.08", "Nạo vét kênh mương tại thôn Nà Hon, Yên Sơn", 20, 2, 1, 27, helpers="Hà Văn Dũng"),
    Job(_LOC, "DC.02", "Báo cáo giao thông, thủy lợi hằng tuần", 27, 4, 2, 30),
    Job(_LOC, "DC.07", "Làm việc với thôn Nà Hon tháng 3", 27, 2, 0),
    Job(_LOC, "DC.04", "Kế hoạch bảo vệ đập Khe Vầu mùa mưa 2026", 25, 1, 0, cause="Chờ số liệu của đơn vị tư vấn"),
    Job(_DUNG, "KT.09", "Tập huấn chăm sóc lúa xuân tại thôn Yên Sơn, Bái Sim", 20, 2, 2, 19),
    Job(_DUNG, "DC.02", "Báo cáo khuyến nông hằng tuần", 27, 4, 4, 27),
    Job(_DUNG, "DC.07", "Làm việc với thôn Yên Sơn tháng 3", 27, on=26),
    Job(_DUNG, "KT.10", "Điều tra diện tích gieo trồng vụ xuân", 25, 6, 6, 25, second_owner=_BICH),
    Job(_BICH, "KT.10", "Nhập phiếu điều tra hộ kinh doanh", 27, 5, 5, 27),
    Job(_BICH, "DC.02", "Báo cáo thống kê tháng 3", 30, 1, evaluator="-"),
    Job(_BICH, "DC.08", "Số hóa phiếu điều tra nông thôn năm 2025", 31, 80, 80, 31),
)  # fmt: skip

_CULTURE = (
    Job(_HUONG, "QL.01", "Chỉ đạo nhiệm vụ tháng 3 của Phòng Văn hóa - Xã hội", 31, on=31),
    Job(_HUONG, "QL.07", "Phân công, đánh giá công chức Phòng Văn hóa - Xã hội", 31, on=31),
    Job(_HUONG, "DC.04", "Kế hoạch giảm nghèo bền vững năm 2026", 20, on=20),
    Job(_HUONG, "QL.05", "Duyệt văn bản của Phòng Văn hóa - Xã hội", 31, 22, 20, 31),
    Job(_HUONG, "QL.03", "Kiểm tra chi trả trợ cấp tại các thôn", 26, 2, 2, 26),
    Job(_PHUOC, "VH.03", "Ngày hội thể thao chào mừng 26/3", 26, on=26, helpers="Tống Văn Hiếu; Vi Thị Yến"),
    Job(_PHUOC, "DC.04", "Kế hoạch tuyên truyền quý II/2026", 25, on=25),
    Job(_PHUOC, "QL.05", "Duyệt tin bài, chương trình truyền thanh", 31, 18, 18, 31),
    Job(_PHUOC, "DC.07", "Làm việc với thôn Khe Vầu tháng 3", 27, 2, 1, 27),
    Job(_PHUOC, "DC.02", "Báo cáo văn hóa, thể thao quý I/2026", 24, 1, 1, 26, failed=1),
    Job(_TUYET, "VH.01", "Lập hồ sơ trợ cấp bảo trợ xã hội tháng 3", 25, 16, 16, 24),
    Job(_TUYET, "VH.02", "Rà soát hộ nghèo phát sinh các thôn", 27, 3, 3, 27, helpers="Hà Văn Dũng"),
    Job(_TUYET, "DC.02", "Báo cáo chi trả trợ cấp tháng 3", 30, on=30),
    Job(_TUYET, "DC.05", "Tờ trình hỗ trợ đột xuất hộ bị cháy nhà", 11, 1, 1, 10, category=UNPLANNED, given=9),
    Job(_TUYET, "DC.01", "Giấy mời, thông báo chi trả trợ cấp", 13, 4, 4, 13),
    Job(_HIEU, "VH.03", "Hội diễn văn nghệ các thôn", 24, 1, 1, 27, failed=1),
    Job(_HIEU, "DC.02", "Báo cáo văn hóa, thông tin hằng tuần", 27, 4, 3, 30),
    Job(_HIEU, "DC.07", "Làm việc với thôn Lim Hạ về hương ước", 27, 2, 1, 27),
    Job(_HIEU, "DC.03", "Báo cáo kiểm kê di tích trên địa bàn", 25, 1, 0),
    Job(_HIEU, "DC.01", "Công văn, thông báo về hoạt động văn hóa", 20, 6, 6, 20),
    Job(_NGOC, "VH.04", "Kiểm tra bếp ăn bán trú, trạm y tế", 27, 4, 3, 26, evaluator=_PHUOC),
    Job(_NGOC, "VH.07", "Truyền thông dân số tại thôn Khe Vầu, Yên Sơn", 25, 3, 2, 25),
    Job(_NGOC, "DC.02", "Báo cáo giáo dục, y tế hằng tuần", 27, 4, 3, 30),
    Job(_NGOC, "DC.03", "Báo cáo phổ cập giáo dục năm 2026", 30, 1, 1, 30, failed=1),
    Job(_NGOC, "VH.05", "Nắm tình hình dân tộc, tôn giáo (làm thay trong thời gian đ/c Duyên nghỉ)", 27, 1, 1, 27, category=TAKEN_OVER),
    Job(_YEN, "VH.03", "Chuẩn bị sân khấu, âm thanh ngày hội 26/3", 25, 1, 1, 25, failed=1),
    Job(_YEN, "VH.07", "Truyền thông phòng chống đuối nước trẻ em", 20, 3, 2, 24),
    Job(_YEN, "DC.02", "Báo cáo hoạt động nhà văn hóa thôn", 27, 2, 1, 27),
    Job(_YEN, "DC.08", "Số hóa tài liệu thư viện xã", 31, 40, 25, 31),
    Job(_CUONG, "VH.06", "Biên tập, phát chương trình truyền thanh tháng 3", 31, 26, 28, 31, note="Làm thêm 2 chương trình về phòng chống cháy rừng"),
    Job(_CUONG, "DC.01", "Tin, bài đăng trang thông tin điện tử xã", 30, 8, 6, 30),
    Job(_CUONG, "VP.06", "Kiểm tra, sửa cụm loa thôn Cầu Đá", 20, 3, 1, 25),
    Job(_CUONG, "DC.07", "Làm việc với thôn Cầu Đá tháng 3", 27, 1, 1, 27),
)  # fmt: skip

_DROPPED = (Job(_SON, "DC.06", "Hội nghị tập huấn kỹ năng số cho cán bộ thôn", 26),)

# I.1 I.2 | II.1 II.2 II.3 II.4 | III.1 III.2 III.3 III.4
_MARKS = {
    _TOAN: (5, 5, 2.5, 2.5, 2.5, 2, 2, 2.5, 2.5, 2),
    _MUOI: (5, 5, 2.5, 2.5, 2.5, 2.5, 2, 2.5, 2.5, 2.5),
    _BAO: (5, 5, 2.5, 2, 2, 2.5, 1, 2.5, 1.5, 2),
    _MAI: (5, 5, 2.5, 2.5, 2.5, 2.5, 2, 2.5, 2.5, 2),
    _HA: (5, 5, 2.5, 2, 2.5, 2, 1, 2.5, 2, 1.5),
    _DUC: (5, 4.5, 2.5, 2.5, 2, 2.5, 1.5, 2, 2.5, 2),
    _LAN: (5, 5, 2.5, 2.5, 2.5, 2.5, 2, 2.5, 2.5, 2),
    _SON: (3.5, 2.5, 2, 2, 1.5, 2, 1, 1.5, 1.5, 1.5),
    _NHUNG: (5, 5, 2, 2.5, 2, 2.5, 1, 2, 2, 1.5),
    _TAM: (4.5, 4, 2, 1.5, 1.5, 2, 0.5, 1.5, 1.5, 1),
    _XUAN: (5, 5, 2, 2, 2, 2.5, 0.5, 2, 2, 1),
    _THANH: (5, 4.5, 2.5, 2, 2, 2.5, 1.5, 2.5, 2, 2),
    _HOA: (5, 5, 2.5, 2, 2, 2.5, 1, 2, 2, 1.5),
    _KHOI: (5, 4.5, 2.5, 2, 2, 2, 1, 2, 2, 1.5),
    _NAM: (5, 5, 2.5, 2.5, 2.5, 2.5, 1.5, 2.5, 2.5, 2),
    _THAO: (5, 5, 2.5, 2.5, 2.5, 2, 2, 2, 2.5, 2.5),
    _LOC: (4, 3, 1.5, 1, 1, 1.5, 0.5, 1, 1, 0.5),
    _DUNG: (5, 5, 2.5, 2, 2, 2.5, 1.5, 2, 2, 1.5),
    _BICH: (5, 4.5, 2, 2, 2, 2, 1, 2, 2, 1),
    _HUONG: (5, 5, 2.5, 2.5, 2, 2, 1, 2.5, 2, 1.5),
    _PHUOC: (5, 4.5, 2, 2.5, 2, 2, 1.5, 2, 2, 2),
    _TUYET: (5, 5, 2.5, 2.5, 2.5, 2.5, 1.5, 2.5, 2.5, 2),
    _HIEU: (4.5, 4.5, 2, 2, 2, 2, 1.5, 2, 1.5, 1.5),
    _NGOC: (5, 5, 2.5, 2, 2.5, 2, 1.5, 2.5, 2, 1.5),
    _YEN: (4.5, 4.5, 2, 1.5, 2, 2, 1, 1.5, 1.5, 1.5),
    _CUONG: (5, 4.5, 2, 2.5, 2, 2, 1.5, 2, 2, 1.5),
}
_LEADING = {
    _TOAN: (50, 50, 100),
    _MUOI: (100, 100, 100),
    _BAO: (100, 50, 100),
    _MAI: (100, 100, 100),
    _THANH: (50, 50, 100),
    _HOA: (100, 50, 100),
    _HUONG: (100, 50, 100),
    _PHUOC: (100, 50, 100),
}
_EVENTS = (
    Happening(
        _SON, "Kỷ luật: Khiển trách", date(2026, 3, 12), None, "Quyết định số 214/QĐ-UBND ngày 12/3/2026",
        "Để lộ tài khoản quản trị hệ thống một cửa điện tử",
    ),
    Happening(
        _DUYEN, "Nghỉ thai sản", date(2026, 2, 2), date(2026, 8, 1), "Quyết định số 61/QĐ-UBND ngày 26/01/2026",
        "Nghỉ thai sản theo chế độ bảo hiểm xã hội",
    ),
    Happening(_NHUNG, "Nghỉ phép", date(2026, 3, 5), date(2026, 3, 6), "Đơn xin nghỉ phép ngày 03/3/2026", "Nghỉ phép năm 2 ngày"),
    Happening(
        _TOAN, "Nguyên nhân khách quan", None, None, "Thông báo số 38/TB-UBND ngày 25/3/2026", _FLOOD,
        CHAIRMAN, "Kiểm tra sản xuất vụ xuân tại các thôn Nà Hon, Khe Vầu",
    ),
)  # fmt: skip

MARCH = Month(
    2026,
    3,
    (*_OFFICE, *_STAFF_OFFICE, *_ECONOMY, *_CULTURE),
    _MARKS,
    _LEADING,
    _EVENTS,
    _DROPPED,
)

STATED_WRONG = {_NGOC: ("total", "87.45"), _HIEU: ("grade", "HTT")}
"""Where the office's own summary is mistaken: a total with two digits changed round, a class too high."""
