"""The findings S: what is wrong with a ledger, or with what it says against the workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookChanged(Finding):
    """Bảng của một kỳ đã chốt bị sửa sau khi chốt.

    Thường do sửa nhầm tệp của tháng trước, hoặc bổ sung, sửa điểm mà không chốt lại. Với danh sách
    và danh mục dùng chung, là tệp còn thay đổi theo thời gian, đây chỉ là cảnh báo.
    """

    code: ClassVar[str] = "S01"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        vi="Kỳ {period} đã chốt, nhưng ô này đã đổi: khi chốt là {was}, nay là {now}{whose}.",
        en="{period} is closed, but this cell changed: it was {was}, now it is {now}{whose}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Nếu sửa nhầm thì lấy lại tệp cũ. Nếu sửa đúng thì chốt lại kỳ ấy, ghi lý do và văn bản: "
        'cadre close {period} --why "…" --document "…".',
        en="If it was a slip, put the former file back. If it is right, close the period again: "
        'cadre close {period} --why "…" --document "…".',
    )
    wrong: ClassVar[str] = "| | khi chốt | nay |\n|---|---|---|\n| Số lượng hoàn thành | 8 | 10 |"
    right: ClassVar[str] = "| | khi chốt | nay |\n|---|---|---|\n| Số lượng hoàn thành | 8 | 8 |"
    period: str
    was: Text
    now: Text
    whose: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGone(Finding):
    """Một tệp hoặc một trang mà kỳ đã chốt dựa vào không còn, hoặc không đọc được nữa.

    Thường do đổi tên, chuyển thư mục, xóa trang, hoặc đặt mật khẩu cho tệp sau khi chốt.
    """

    code: ClassVar[str] = "S01"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        vi="Kỳ {period} đã chốt dựa vào “{what}”, nay {why}.",
        en="{period} was closed on “{what}”, which {why}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Đưa tệp, trang ấy về đúng tên và chỗ cũ; nếu đã thay bằng tệp khác thì chốt lại kỳ ấy, "
        "ghi lý do và văn bản.",
        en="Put the file or sheet back under its name and place; if another took its place, close "
        "the period again with the reason and the document.",
    )
    wrong: ClassVar[str] = "2026/thang-03.xlsx → 2026/thang 3 (sửa).xlsx"
    right: ClassVar[str] = "2026/thang-03.xlsx"
    period: str
    what: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainBroken(Finding):
    """Chuỗi niêm phong của sổ đánh giá bị đứt: có mục bị sửa, xóa, thêm hoặc đổi thứ tự.

    Sổ chỉ được ghi nối thêm bằng lệnh của cadre. Thường do mở sổ bằng chương trình khác rồi sửa,
    do ghép hai bản của sổ, hoặc do ổ đĩa hỏng.
    """

    code: ClassVar[str] = "S02"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        vi="Sổ đánh giá không còn nguyên vẹn từ mục số {entry}: {what}.",
        en="The ledger is not whole from entry {entry} on: {what}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Giữ nguyên tệp sổ để xem xét, báo người có thẩm quyền; đối chiếu với bản sao lưu và mã "
        "niêm phong đã ghi ở biên bản. Không ghi tiếp vào sổ này.",
        en="Keep the file as it is and tell the authority; compare it with the backup and the seal "
        "written in the minutes. Write nothing more to this ledger.",
    )
    wrong: ClassVar[str] = "| Mục | Điểm |\n|---|---|\n| 3 | 69 → 71 (sửa bằng tay) |"
    right: ClassVar[str] = (
        "| Mục | Điểm |\n|---|---|\n| 3 | 69 |\n| 4 | 71 (chốt lại, thay mục 3) |"
    )
    entry: int
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionIncomplete(Finding):
    """Quyết định ghi vào sổ phải có người quyết định, văn bản và lý do.

    Thường do mới có ý kiến miệng; xếp loại khác đề xuất chỉ có giá trị khi có văn bản.
    """

    code: ClassVar[str] = "S03"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(
        vi="Chưa ghi vào sổ về “{who}”: thiếu {lacks}.",
        en="Nothing was recorded about “{who}”: {lacks} missing.",
    )
    fix: ClassVar[Text] = Text(
        vi="Ghi thêm {lacks} rồi chạy lại; chưa có văn bản thì chờ có văn bản.",
        en="Add {lacks} and run again; where there is no document yet, wait for it.",
    )
    wrong: ClassVar[str] = 'cadre decide "Nguyễn Văn An" 2026-03 --grade HTT'
    right: ClassVar[str] = (
        'cadre decide "Nguyễn Văn An" 2026-03 --grade HTT --by "Chủ tịch UBND xã" '
        '--document "QĐ 45/QĐ-UBND ngày 05/4/2026" --why "…"'
    )
    who: str
    lacks: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedWithErrors(Finding):
    """Kỳ được chốt khi bảng của kỳ còn lỗi.

    Kết quả đã chốt dựa trên số liệu còn lỗi; ai bị lỗi ảnh hưởng thì chưa có điểm hoặc chưa có loại.
    """

    code: ClassVar[str] = "S04"
    severity: Severity = Severity.WARNING
    message: ClassVar[Text] = Text(
        vi="Kỳ {period} được chốt khi còn {count} lỗi: {codes}.",
        en="{period} is closed with {count} errors: {codes}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Sửa các lỗi (cadre check), rồi chốt lại kỳ ấy với --why và --document.",
        en="Put the errors right (cadre check), then close again with --why and --document.",
    )
    wrong: ClassVar[str] = "cadre close 2026-03 khi cadre check còn lỗi G01"
    right: ClassVar[str] = "cadre check 2026 → “Không có lỗi nào.”, rồi cadre close 2026-03"
    period: str
    count: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerUnusable(Finding):
    """Không dùng được tệp sổ đánh giá của cơ quan.

    Có thể là sổ của cơ quan khác, của phiên bản cadre mới hơn, tệp không phải sổ, sổ đang bị chương
    trình khác giữ, hoặc thư mục không cho ghi.
    """

    code: ClassVar[str] = "S05"
    severity: Severity = Severity.ERROR
    message: ClassVar[Text] = Text(vi="Không dùng được sổ: {why}.", en="Ledger unusable: {why}.")
    fix: ClassVar[Text] = Text(vi="{remedy_text}", en="{remedy_text}")
    wrong: ClassVar[str] = "so-danh-gia.sqlite của xã khác chép vào"
    right: ClassVar[str] = "so-danh-gia.sqlite do cadre close của chính cơ quan lập ra"
    why: Text
    remedy_text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAgain(Finding):
    """Tệp đã được lưu lại sau khi chốt, nhưng các ô của kỳ đã chốt vẫn như cũ.

    Thường gặp khi một tệp chứa nhiều tháng, hoặc khi chỉ đổi màu, độ rộng cột.
    """

    code: ClassVar[str] = "S06"
    severity: Severity = Severity.NOTE
    message: ClassVar[Text] = Text(
        vi="Tệp đã được lưu lại sau khi chốt kỳ {period}; {count} ô của kỳ ấy không đổi.",
        en="The file was saved again after {period} was closed; its {count} cells are unchanged.",
    )
    fix: ClassVar[Text] = Text(vi="Không phải làm gì.", en="Nothing to do.")
    wrong: ClassVar[str] = "nam-2026.xlsx: thêm trang Tháng 4 sau khi chốt tháng 3"
    right: ClassVar[str] = "2026/thang-03.xlsx và 2026/thang-04.xlsx: mỗi tháng một tệp"
    period: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionLate(Finding):
    """Kiến nghị về kết quả chưa được trả lời khi đã quá hạn.

    Hạn tính bằng ngày làm việc từ thứ Hai đến thứ Sáu, kể từ ngày sau ngày nhận; chương trình không
    biết ngày nghỉ lễ, nên hạn thật có thể muộn hơn.
    """

    code: ClassVar[str] = "S07"
    severity: Severity = Severity.WARNING
    message: ClassVar[Text] = Text(
        vi="Kiến nghị của “{who}” về kỳ {period}, nhận ngày {received}, phải trả lời trước hết ngày "
        "{due} (chưa trừ ngày nghỉ lễ), đến {day} chưa trả lời.",
        en="The petition of “{who}” about {period}, received {received}, was due {due} (public "
        "holidays not known) and has no answer on {day}.",
    )
    fix: ClassVar[Text] = Text(
        vi="Trả lời bằng văn bản, rồi ghi: cadre decide … --answered NGÀY --by … --document … --why ….",
        en="Answer in writing and record it: cadre decide … --answered DAY --by … --document … --why ….",
    )
    law: ClassVar[str | None] = "NĐ 335/2025/NĐ-CP Điều 22"
    wrong: ClassVar[str] = "nhận thứ Hai 06/4/2026, đến 16/4/2026 chưa trả lời"
    right: ClassVar[str] = "nhận thứ Hai 06/4/2026, trả lời chậm nhất 15/4/2026"
    who: str
    period: str
    received: date
    due: date
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionOfNobody(Finding):
    """Một quyết định trong sổ không ứng với ai trong kỳ đã chốt.

    Thường do chốt lại kỳ sau khi đổi họ tên, mã hoặc đơn vị của người ấy.
    """

    code: ClassVar[str] = "S08"
    severity: Severity = Severity.WARNING
    message: ClassVar[Text] = Text(
        vi="Mục {entry} quyết định về “{who}”, nhưng kỳ {period} đã chốt không có người này.",
        en="Entry {entry} decides on “{who}”, whom the closed {period} does not name.",
    )
    fix: ClassVar[Text] = Text(
        vi="Ghi lại quyết định với đúng họ tên hoặc mã đang có trong kỳ ấy.",
        en="Record the decision again with the name or code of that period.",
    )
    wrong: ClassVar[str] = "| Chốt lại | Quyết định |\n|---|---|\n| Nguyễn Văn Ân | Nguyễn Văn An |"
    right: ClassVar[str] = "| Chốt lại | Quyết định |\n|---|---|\n| Nguyễn Văn Ân | Nguyễn Văn Ân |"
    entry: int
    who: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockOdd(Finding):
    """Giờ của máy khi ghi sổ không hợp lý.

    Thường do máy hết pin đồng hồ, về lại một năm cũ.
    """

    code: ClassVar[str] = "S09"
    severity: Severity = Severity.WARNING
    message: ClassVar[Text] = Text(
        vi="Mục {entry} ghi lúc {moment}, {what}.", en="Entry {entry} is dated {moment}, {what}."
    )
    fix: ClassVar[Text] = Text(
        vi="Chỉnh lại ngày giờ của máy. Mục đã ghi giữ nguyên, thứ tự các mục vẫn đúng.",
        en="Set the computer's clock. The entry stays, and the order of entries holds.",
    )
    wrong: ClassVar[str] = "| Mục | Ghi lúc |\n|---|---|\n| 1 | 02/4/2026 |\n| 2 | 01/01/2010 |"
    right: ClassVar[str] = "| Mục | Ghi lúc |\n|---|---|\n| 1 | 02/4/2026 |\n| 2 | 05/4/2026 |"
    entry: int
    moment: date
    what: Text
