"""The columns of a sheet of tasks, by every heading offices were seen to write or may well write."""

from __future__ import annotations

from cadre_cli.sheets.table import FieldSpec


def _field(
    name: str, headings: str, *, telling: bool = False, several: bool = False, share_of: str = ""
) -> FieldSpec:
    """A field; its headings stand one after the other, parted by `|`, most usual first."""
    words = tuple(" ".join(heading.split()) for heading in headings.split("|"))
    return FieldSpec(name, words, telling=telling, several=several, share_of=share_of)


_WHAT = (
    _field("ordinal", "STT | TT | Số TT | Số thứ tự | #"),
    _field(
        "number",
        """Số việc | Mã nhiệm vụ | Mã việc | Mã số việc | Mã giao việc | Số hiệu công việc | Mã số
        nhiệm vụ | Số nhiệm vụ | Mã hồ sơ""",
    ),
    _field(
        "code",
        """Mã CV | Mã công việc | Mã sản phẩm | Mã SP | Mã danh mục | Mã SP/CV | Mã sản phẩm, công
        việc | Mã sản phẩm/công việc | Mã""",
    ),
    _field(
        "content",
        """Nội dung công việc | Nội dung nhiệm vụ | Nội dung nhiệm vụ được giao | Nhiệm vụ được
        giao | Nội dung công việc được giao | Nội dung nhiệm vụ, công việc | Nhiệm vụ, công việc
        | Nhiệm vụ/công việc | Nhiệm vụ / Tên công việc | Nhiệm vụ / Nội dung | Nhiệm vụ | Tên
        nhiệm vụ | Tên công việc | Công việc | Công việc chi tiết | Công việc được giao | Nội
        dung công việc đã làm | Công việc đăng ký | Nội dung đăng ký | Nhiệm vụ đăng ký | Nội
        dung kế hoạch | Tên công việc/nhiệm vụ | Tên đề tài/Nhiệm vụ | Tên sản phẩm / Tiêu chí |
        Tên văn bản/ Trích yếu văn bản | Trích yếu | Đầu việc | Tên đầu việc | Nội dung | Mô tả""",
        telling=True,
        several=True,
    ),
    _field(
        "product",
        """Sản phẩm | Sản phẩm đầu ra | Tên sản phẩm | Sản phẩm, công việc | Sản phẩm/công việc |
        Sản phẩm công việc | Sản phẩm dự kiến | Kết quả đầu ra | Kết quả, sản phẩm | Yêu cầu sản
        phẩm | Sản phẩm cần đạt""",
    ),
    _field("measure", "Đơn vị tính | ĐVT | Đơn vị tính sản phẩm"),
    _field(
        "category",
        """Loại nhiệm vụ | Loại công việc | Loại việc | Phân loại nhiệm vụ | Phân loại công việc |
        Tính chất nhiệm vụ | Tính chất công việc | Nhóm nhiệm vụ | Đột xuất | Phát sinh | Nhiệm vụ
        phát sinh | Nhiệm vụ đột xuất | Đột xuất, phát sinh | Ngoài kế hoạch | Phát sinh ngoài kế
        hoạch | Tính chất | Loại | Trong/ngoài kế hoạch""",
    ),
    _field(
        "document",
        """Số, ký hiệu văn bản giao nhiệm vụ | Văn bản giao | Văn bản giao việc | Số văn bản | Căn
        cứ""",
    ),
)
_WHO = (
    _field(
        "owner",
        """Người thực hiện | Cán bộ thực hiện | Công chức thực hiện | Cán bộ, công chức thực hiện |
        Người phụ trách | Cán bộ phụ trách | Công chức phụ trách | Người chịu trách nhiệm chính |
        Người chịu trách nhiệm | Chịu trách nhiệm chính | Đầu mối | Cán bộ đầu mối | Người nhận |
        Người nhận việc | Người được giao | Cán bộ được giao | Công chức được giao | Người chủ trì |
        Chủ trì | Cán bộ chủ trì | Chủ trì thực hiện | Cán bộ thụ lý | Bộ phận/người phụ trách | Bộ
        phận, người phụ trách | Thực hiện | Người đăng ký | Người xử lý | Họ và tên | Họ tên | Cán
        bộ | Họ và tên cán bộ | Họ và tên người thực hiện | Cán bộ, công chức | Phân công | Phân
        công thực hiện | Người làm""",
        telling=True,
    ),
    _field(
        "owner_code",
        """Mã cán bộ | Mã CB | Mã NV | Mã nhân viên | Mã công chức | Mã số cán bộ | Mã số công chức |
        Mã người thực hiện | Mã CBCC | Số hiệu công chức | Số hiệu cán bộ""",
    ),
    _field(
        "owner_unit",
        """Đơn vị chủ trì | Đơn vị chủ trì thực hiện | Cơ quan chủ trì | Đơn vị thực hiện | Chủ đầu
        tư | Đơn vị chủ trì / Chủ nhiệm đề tài""",
    ),
    _field(
        "co_owners",
        """Phối hợp | Người phối hợp | Cán bộ phối hợp | Công chức phối hợp | Đơn vị phối hợp | Các
        đơn vị phối hợp | Cơ quan phối hợp | Bộ phận phối hợp | Người phối hợp thực hiện | Phối
        hợp thực hiện | Thành phần phối hợp""",
    ),
    _field(
        "assigner",
        """Người giao | Người giao việc | Lãnh đạo giao | Lãnh đạo giao việc | Người giao nhiệm vụ |
        Lãnh đạo giao nhiệm vụ | Cấp giao | Cấp giao việc | Đồng chí giao việc | Lãnh đạo phụ trách
        | Lãnh đạo chỉ đạo | Người chỉ đạo | LĐ giao | LĐ giao việc | Lãnh đạo phân công | Người
        phân công""",
        telling=True,
    ),
    _field(
        "unit",
        """Đơn vị | Đơn vị công tác | Phòng ban | Phòng, ban | Phòng | Bộ phận | Phòng ban / Bộ
        phận | Phòng, ban chuyên môn | Đơn vị của người thực hiện""",
    ),
)
_WHEN = (
    _field(
        "assigned_on",
        """Ngày giao | Ngày giao việc | Ngày giao nhiệm vụ | Thời gian giao | Thời điểm giao | TG
        giao | Ngày tạo | Ngày nhận | Ngày nhận việc | Ngày bắt đầu | Ngày phân công""",
        telling=True,
    ),
    _field(
        "deadline",
        """Thời hạn hoàn thành | Hạn hoàn thành | Thời hạn | Hạn | Hạn xử lý | Hạn nộp | Ngày hết
        hạn | Hạn cuối | Thời hạn yêu cầu | Thời hạn VB | Thời hạn thực hiện | Thời hạn giải quyết |
        Thời gian thực hiện | Thời gian hoàn thành theo yêu cầu | Ngày phải hoàn thành | Yêu cầu
        hoàn thành | Deadline | Hạn thực hiện | Hạn báo cáo | Hạn xong | Ngày phải xong | Ngày đến
        hạn | T/hạn""",
        telling=True,
    ),
    _field(
        "registered_on",
        """Ngày đăng ký | Thời gian đăng ký | Ngày lập kế hoạch | Ngày nộp kế hoạch""",
    ),
)
_HOW_MUCH = (
    _field(
        "assigned",
        """Số lượng giao | Số lượng được giao | SL giao | SL được giao | Số lượng | SL | Số lượng
        sản phẩm được giao | Số lượng sản phẩm giao | Số lượng công việc | Số lượng công việc được
        giao | Số lượng đăng ký | Số lượng kế hoạch | Số lượng theo kế hoạch | Kế hoạch giao | Số
        lượng sản phẩm | Số lượng / Giao | Số lượng / Được giao | Số lượng / Kế hoạch | SP được giao
        | SP giao | Số sản phẩm giao | Khối lượng giao | Khối lượng được giao | KL giao | Chỉ tiêu |
        Chỉ tiêu giao | Chỉ tiêu được giao | Khối lượng / Giao | Khối lượng / Được giao""",
        telling=True,
    ),
    _field(
        "coefficient",
        """Hệ số | Hệ số quy đổi | Hệ số (K) | Hệ số K | Hệ số quy đổi sản phẩm | Quy đổi hệ số | Hệ
        số quy đổi theo sản phẩm chuẩn | Hệ số công việc | HSQĐ | HS | H/số | HS quy đổi""",
    ),
)
_RESULT = (
    _field(
        "finished",
        """Số lượng hoàn thành | Số lượng đã hoàn thành | SL hoàn thành | SL đã hoàn thành | Số
        lượng thực hiện | Số lượng đạt được | Đã hoàn thành | Hoàn thành | Số lượng / Hoàn thành |
        Số lượng / Thực hiện | Số lượng sản phẩm hoàn thành | Kết quả | Kết quả thực hiện | Kết quả
        hoàn thành | Thực hiện được | Số lượng thực tế | Số lượng kết quả | SLHT | SL thực hiện | SL
        đạt | SL đã làm | Số lượng đã làm | Khối lượng hoàn thành | Khối lượng thực hiện | KL hoàn
        thành | KL thực hiện | Khối lượng / Hoàn thành | Khối lượng / Thực hiện""",
        telling=True,
    ),
    _field("products_done", "Sản phẩm hoàn thành | Sản phẩm đã hoàn thành | SP hoàn thành"),
    _field(
        "finished_share",
        """Tỷ lệ hoàn thành | Tỷ lệ % hoàn thành | Phần trăm hoàn thành | Mức độ hoàn thành | Mức độ
        hoàn thành công việc | Tỷ lệ hoàn thành công việc | Tỷ lệ hoàn thành nhiệm vụ | Tỷ lệ thực
        hiện | Tỷ lệ đạt | Kết quả thực hiện / Tỷ lệ | Kết quả / Tỷ lệ""",
        telling=True,
        share_of="finished",
    ),
    _field(
        "finished_on",
        """Ngày hoàn thành | Thời điểm hoàn thành | Ngày hoàn thành thực tế | Thời gian hoàn thành
        thực tế | Ngày kết thúc | Ngày nộp | Ngày báo cáo kết quả | Ngày xong | Ngày HT | Hoàn thành
        ngày""",
        telling=True,
    ),
    _field("finish_time", "Thời gian hoàn thành | TG hoàn thành", telling=True),
    _field("status", "Trạng thái | Tình trạng | Tình trạng thực hiện | Trạng thái thực hiện"),
    _field(
        "failures",
        """Số lần chưa đạt | Số lần không đạt | Số lần chưa đạt chất lượng | Số lần không đạt chất
        lượng | Số lần chưa đạt yêu cầu | Số lần không đạt yêu cầu | Số lần đánh giá chưa đạt | Chưa
        đạt chất lượng (lần) | Không đạt chất lượng (lần) | Lỗi CL | Lỗi chất lượng | Số lỗi chất
        lượng | Chất lượng / Số lần chưa đạt | Chất lượng / Số lần không đạt | Lần chưa đạt | Lần
        không đạt | Số lỗi | Số lần bị trả lại | Số lần trả lại | Số lần CĐ | Lần CĐ""",
        telling=True,
    ),
    _field(
        "failed",
        """Chưa đạt | Không đạt | Chưa đạt chất lượng | Không đạt chất lượng | Chưa đạt yêu cầu |
        Không đạt yêu cầu | Bị trả lại""",
    ),
    _field(
        "latenesses",
        """Số lần chậm | Số lần chậm tiến độ | Số lần chậm muộn | Số lần trễ hạn | Số lần quá hạn |
        Chậm tiến độ (lần) | Lỗi TĐ | Lỗi tiến độ | Số lỗi tiến độ | Tiến độ / Số lần chậm | Số lần
        chậm so với thời hạn | Lần chậm | Lần trễ | Số lần trễ | Số lần chậm hạn""",
        telling=True,
    ),
    _field(
        "late",
        """Chậm | Chậm tiến độ | Trễ | Trễ hạn | Trễ tiến độ | Quá hạn | Chậm hạn | Chậm muộn | Bị
        chậm | Miss Deadline""",
    ),
    _field(
        "days_late",
        """Số ngày chậm | Số ngày chậm tiến độ | Số ngày chậm muộn | Số ngày trễ | Số ngày trễ hạn |
        Số ngày quá hạn | Ngày chậm | Chậm (ngày) | Trễ (ngày) | Quá hạn (ngày) | Chậm tiến độ
        (ngày) | Trễ hạn (ngày) | Thời gian chậm""",
    ),
    _field(
        "quality_met",
        """Chất lượng | Đánh giá chất lượng | Chất lượng (Đạt/Không đạt) | Chất lượng (Đạt/Chưa đạt)
        | Kết quả chất lượng | Đạt chất lượng | Đánh giá / Chất lượng | Đạt""",
    ),
    _field(
        "on_time",
        """Tiến độ | Đánh giá tiến độ | Tiến độ (Đúng hạn/Chậm) | Tiến độ thực hiện | Tiến độ/Chậm |
        Đúng hạn | Đúng tiến độ | Đánh giá / Tiến độ | Đúng hạn/Chậm""",
    ),
)
_JUDGED = (
    _field(
        "evaluator",
        """Người đánh giá | Lãnh đạo đánh giá | Người chấm | Người chấm điểm | Người xác nhận kết
        quả | Người nghiệm thu | Lãnh đạo thẩm định | Cấp đánh giá | Người duyệt kết quả | Người
        đánh giá kết quả | LĐ đánh giá | Người nhận xét | Lãnh đạo nhận xét, đánh giá | LĐ nhận xét,
        đánh giá | Cán bộ đánh giá | Thủ trưởng đánh giá | Người thẩm định | Đánh giá của""",
        telling=True,
    ),
    _field("evaluated_on", "Ngày đánh giá | Thời gian đánh giá | Ngày chấm | Ngày nghiệm thu"),
    _field(
        "objective_cause",
        """Nguyên nhân khách quan | Lý do khách quan | Khách quan | Nguyên nhân chậm, chưa đạt |
        Nguyên nhân | Nguyên nhân chậm | Nguyên nhân chậm tiến độ | Nguyên nhân trễ hạn | Nguyên
        nhân chưa hoàn thành | Nguyên nhân chưa đạt | Lý do chậm | Lý do chậm tiến độ | Lý do trễ
        hạn | Lý do chưa hoàn thành | Lý do chưa đạt""",
    ),
    _field(
        "confirmed_by",
        """Cấp xác nhận | Người xác nhận | Cấp có thẩm quyền xác nhận | Xác nhận của cấp có thẩm
        quyền | Người xác nhận nguyên nhân khách quan | Cấp xác nhận nguyên nhân khách quan | Xác
        nhận | Xác nhận của lãnh đạo""",
    ),
    _field(
        "handed_to",
        """Chuyển cho | Chuyển giao cho | Bàn giao cho | Người nhận chuyển giao | Người nhận bàn
        giao | Người làm thay""",
    ),
)
_POINTS = (
    _field(
        "max_points",
        """Điểm tối đa | Điểm chuẩn | Điểm Max | Điểm T.Đa | Khung điểm | Khung điểm tối đa | Thang
        điểm""",
    ),
    _field(
        "self_points",
        """Điểm tự chấm | Tự chấm | Tự chấm (đ) | Tự chấm điểm | Điểm cá nhân chấm | Điểm nhân viên
        tự chấm | Điểm cá nhân tự chấm | Điểm do cá nhân tự chấm | Cá nhân tự chấm | Tự đánh giá""",
    ),
    _field(
        "points",
        """Điểm chấm | Điểm đạt | Điểm đạt được | Điểm chấm công việc | Điểm đánh giá | Điểm TP
        duyệt | TP duyệt (đ) | Điểm phó phòng | Điểm trưởng phòng | Điểm phòng chấm | Điểm Lãnh
        đạo | Lãnh đạo (đ) | Điểm lãnh đạo chấm | Phê duyệt (đ) | Điểm thẩm định | Điểm phúc tra
        | Điểm quản lý | Lãnh đạo chấm | Cấp trên chấm | Cấp có thẩm quyền chấm | Người giao chấm |
        Người giao việc chấm | Chủ tịch chấm | Trưởng phòng chấm | Trưởng đơn vị chấm | Điểm""",
        several=True,
    ),
    _field(
        "note",
        """Ghi chú | Ghi chú / Đánh giá | Ghi chú các bước | Diễn giải | Lý do | Nhận xét""",
    ),
)

FIELDS = (*_WHAT, *_WHO, *_WHEN, *_HOW_MUCH, *_RESULT, *_JUDGED, *_POINTS)

RESULT_FIELDS = (
    "finished",
    "finished_share",
    "finished_on",
    "failures",
    "latenesses",
    "quality_met",
    "on_time",
    "failed",
    "late",
    "days_late",
    "evaluator",
    "evaluated_on",
    "points",
)
"""Fields that only a sheet with results has a column for."""
