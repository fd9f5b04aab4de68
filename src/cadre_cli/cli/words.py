"""The command line's own sentences in Vietnamese and English, and which of the two is spoken."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cadre_cli.domain.texts import Text


def language(arguments: Sequence[str], environment: str | None) -> str:
    """`--lang en` anywhere on the line, else CADRE_LANG, else Vietnamese.

    Read before the command line is parsed, because the help pages are written in it.

    >>> language(["score", "--lang", "en", "a.xlsx"], None), language([], "EN"), language([], None)
    ('en', 'en', 'vi')
    """
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            return "en" if arguments[place + 1].lower() == "en" else "vi"
        if word.startswith("--lang="):
            return "en" if word.partition("=")[2].lower() == "en" else "vi"
    return "en" if (environment or "").lower() == "en" else "vi"


LANGUAGES = ("vi", "en")
SPOKEN = language(sys.argv[1:], os.environ.get("CADRE_LANG"))


def helped(vi: str, en: str) -> str:
    """A help sentence in the language spoken when the program started."""
    return en if SPOKEN == "en" else vi


ABOUT = helped(
    "Chấm điểm, xếp loại cán bộ hằng tháng từ các bảng Excel đang dùng. Tệp gốc không bao giờ bị sửa.",
    "Monthly assessment of cadres from the workbooks an office already keeps. Inputs never change.",
)
EXIT_CODES = helped(
    "Mã thoát: 0 xong; 1 có lỗi trong số liệu; 2 dùng sai lệnh; 3 có tệp không đọc được; 4 lỗi của chương trình.",
    "Exit codes: 0 done; 1 error findings; 2 wrong usage; 3 an input unreadable; 4 a fault of the program.",
)

NO_CONFIGURATION = Text(
    "Không có cadre.toml: dùng thiết lập mặc định.", "No cadre.toml: built-in defaults are used."
)
SAVED = Text("Kết quả: {path}", "Result: {path}")
WOULD_SAVE = Text("Sẽ ghi (--dry-run): {path}", "Would write (--dry-run): {path}")
SAVED_ELSEWHERE = Text(
    "Không ghi được “{target}”: {why}. Kết quả đã lưu ở “{path}”.",
    "Could not write “{target}”: {why}. The result was saved as “{path}”.",
)
WHY_ELSEWHERE = {
    "open elsewhere": Text(
        "tệp đang mở trong Excel hoặc không có quyền ghi", "it is open in Excel or not permitted"
    ),
    "not writable": Text("thư mục không ghi được", "the folder cannot be written"),
    "disk full": Text("đĩa đã đầy", "the disk is full"),
    "a folder": Text(
        "ở đó đã có một thư mục trùng tên", "a folder of that name stands there already"
    ),
    "not ours": Text(
        "tệp này không do cadre ghi ra, hoặc đã có người sửa và lưu lại",
        "that file was not written by cadre, or somebody has saved it since",
    ),
}
NOT_SAVED = Text(
    "Không lưu được “{target}”: {why}. "
    "Không có tệp nào bị ghi dở; giải phóng chỗ trên đĩa hoặc chọn thư mục khác rồi chạy lại.",
    "“{target}” could not be saved: {why}. "
    "Nothing is half-written; free some room or choose another folder and run again.",
)
OUT_OF_WHAT = Text(
    "--out chỉ dùng cùng --annotate: không có nó, lệnh này không ghi gì.",
    "--out needs --annotate: without it this command writes nothing.",
)
MARKED = Text(
    "Bản đánh dấu tô màu và ghi chú từng ô có phát hiện; tệp gốc giữ nguyên. Nếu sửa ngay trong bản "
    "đánh dấu thì lưu đè lên tệp của tháng, hoặc ghi đúng tên bản ấy khi chạy lại lệnh.",
    "The marked copy colours and comments each cell with a finding; the original is as it was. If "
    "you put things right in the copy, save it over the month's file or name the copy itself when "
    "you run the command again.",
)
NOT_MARKED = Text("Không đánh dấu được “{file}”: {why}.", "“{file}” cannot be marked: {why}.")
LISTED_INSTEAD = Text(
    "Các phát hiện của tệp này nằm trong một bảng riêng:",
    "What was found in it stands in a workbook of its own:",
)
CRASHED = Text(
    "Chương trình có lỗi khi đọc “{file}”; báo cáo lỗi ở {report}. Tệp của anh/chị không bị đụng tới.",
    "The program failed on “{file}”; its report lies at {report}. Your file was not touched.",
)
FAILED = Text(
    "Chương trình có lỗi; báo cáo lỗi ở {report}. Không có tệp nào bị ghi dở.",
    "The program failed; its report lies at {report}. Nothing is half-written.",
)
STOPPED = Text(
    "Đã dừng theo yêu cầu; không có tệp nào bị ghi dở.", "Stopped; nothing is half-written."
)
NOBODY = Text("Không có ai tên “{who}” trong kết quả.", "Nobody called “{who}” in the result.")
TAKEN_FOR = Text("Hiểu “{who}” là {name}.", "“{who}” is taken for {name}.")
SEVERAL = Text(
    'Có nhiều người tên “{who}”: {people}. Ghi thêm đơn vị hoặc mã: --who "{first}".',
    'Several people are called “{who}”: {people}. Add the unit or code: --who "{first}".',
)
NEAREST = Text("Gần giống: {names}.", "Near: {names}.")
NO_SUCH_CODE = Text(
    "Không có mã phát hiện “{code}”. {near}", "There is no finding code “{code}”. {near}"
)
NO_SUCH_RULES = Text(
    "Không có bộ quy tắc “{id}”. Có: {known}.", "There is no rule set “{id}”. Known: {known}."
)
BAD_PERIOD = Text(
    "Kỳ “{period}” không đúng: ghi như 2026-03 (hoặc 3/2026), 2026-Q1, 2026-H1 hoặc 2026.",
    "“{period}” is not a period: write 2026-03 (or 3/2026), 2026-Q1, 2026-H1 or 2026.",
)
NO_FOLDER = Text("Không có thư mục “{path}”.", "There is no folder “{path}”.")
BAD_LANGUAGE = Text("Không có ngôn ngữ “{lang}”: vi hoặc en.", "No language “{lang}”: vi or en.")
BAD_DAY = Text(
    "Ngày “{day}” không đúng: ghi như 2026-03-31.", "“{day}” is not a day: write 2026-03-31."
)
BAD_PASSWORD_FILE = Text(
    "Không đọc được mật khẩu ở dòng đầu của tệp “{path}”.",
    "No password could be read from the first line of “{path}”.",
)
ASK_PASSWORD = Text(
    "Mật khẩu mở tệp {files} (bỏ trống để bỏ qua)",
    "Password of {files} (leave empty to go on without)",
)
FOUND = Text(
    "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú.",
    "{errors} errors, {warnings} warnings, {notes} notes.",
)
MORE_ALIKE = Text("… và {count} chỗ nữa cùng mã {code}.", "… and {count} more of {code}.")
NOT_CHECKED = Text("Chưa kiểm tra được: {check} – {why}.", "Not checked: {check} – {why}.")
NOTHING_WRONG = Text("Không có lỗi nào.", "Nothing wrong.")
READING = Text("Đang đọc", "Reading")
