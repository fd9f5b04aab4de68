"""What stands before, around or in place of a name: ranks, bodies, positions, headings."""

from __future__ import annotations

import re
from functools import lru_cache

from cadre_cli.vietnamese.text import fold, key, one_line

_FORMS_OF_ADDRESS = r"đ\s?[/.]\s?c|đc|đồng\s+chí|ông\s*/\s*bà|ông|bà|anh|chị|cô|thầy"
_RANKS = (
    r"(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy|uý|tướng)|(?:thượng|trung|hạ)\s+s[ĩỹ]|binh\s+nhất"
)
_FAMILY_NAME_ONG = r"(?-i:Ông|ÔNG)\s+(?-i:Văn|VĂN|Thị|THỊ)\s+\w+\s*(?:$|[^\w\s])"
"""Ông Văn Hải, Ông Thị Mai: without Ông there would be no family name left."""
_LIST_SIGNS = " .,;:-–—*+•"
_TITLE = re.compile(
    rf"(?!{_FAMILY_NAME_ONG})(?:(?:{_FORMS_OF_ADDRESS}|{_RANKS})(?:\s*[.:]\s*|\s+)"
    r"|(?:ths|tskh|ts|kts|ks|bs|bscki{1,2}|cki{1,2}|cn|ds|pgs|gs|ls)\s*\.\s*"
    r"|(?-i:ThS|Ths|THS|TSKH|TS|KTS|KS|BS|BSCKI{1,2}|CKI{1,2}|CN|PGS|GS|LS)\s+)"
    r"(?=\S)",
    re.IGNORECASE,
)

# Phrases by which a body is recognised at the start of a text. Đoàn, Tô, Trương and Phó are
# family names: the accents have to agree, and Đoàn and Phó need a second word. Buôn and Bon are left
# out: they begin names of people as well as of villages.
_BODIES = tuple(
    key(phrase)
    for phrase in (
        "phòng", "văn phòng", "vp", "ban", "ủy ban", "ubnd", "hđnd", "ub mttq", "ubmttq", "mttq",
        "mặt trận", "đảng ủy", "đảng bộ", "chi bộ", "huyện ủy", "tỉnh ủy", "thường trực", "công an",
        "ca xã", "quân sự", "trung tâm", "tt phục vụ", "ttpvhcc", "trạm", "trường", "tổ", "thôn",
        "xóm", "bản", "ấp",   "khu", "khối", "bộ phận", "cơ quan", "đơn vị", "sở", "vụ",
        "cục", "chi cục", "hội", "đoàn thanh niên", "đoàn tncs", "đoàn xã", "đoàn phường", "liên đoàn",
        "công đoàn", "hợp tác xã", "htx", "các", "tập thể", "hội đồng", "xã", "phường", "vhxh", "ktht",
    )
)  # fmt: skip
# Phrases that begin like a body and name work.
_NO_BODIES = tuple(
    key(phrase)
    for phrase in (
        "tổ chức", "hội nghị", "hội thảo", "hội thi", "hội diễn", "ban hành", "trường hợp", "vụ việc",
        "bản đồ", "bản tổng hợp", "các nhiệm vụ", "các công việc", "các việc", "các nội dung", "khu vực",
    )
)  # fmt: skip
# Leaders of a body head a block of their own in lists: "Lãnh đạo UBND xã".
_LEADERS = tuple(
    key(f"lãnh đạo {body}")
    for body in (
        "ubnd", "ủy ban", "hđnd", "hội đồng", "đảng ủy", "xã", "phường", "cơ quan", "đơn vị", "mttq",
        "ủy ban mttq", "mặt trận", "văn phòng", "phòng", "các",
    )
)  # fmt: skip
# With them the fields of work that follow a comma: "Phòng Văn hóa, Xã hội".
_POSITIONS = tuple(
    key(phrase)
    for phrase in (
        "chủ tịch", "phó chủ tịch", "ct", "pct", "bí thư", "phó bí thư", "bt", "pbt", "trưởng",
        "tp", "chánh", "p. chánh", "cvp", "pcvp", "giám đốc", "phó giám đốc", "gđ", "pgđ", "công chức",
        "viên chức", "cán bộ", "cb", "cc", "chuyên viên", "cv", "nhân viên", "nv", "kế toán", "văn thư",
        "thủ quỹ", "tư pháp", "địa chính", "chỉ huy", "cht", "chp", "xã đội", "ủy viên", "lãnh đạo",
        "người", "tổ trưởng", "tổ phó", "thường trực", "quyền chủ tịch", "quyền trưởng", "ct.", "pt.", "p.", "phụ trách", "cb cc",
        "xã hội", "thống kê", "xây dựng", "môi trường", "hộ tịch", "nội vụ", "tài chính", "nông nghiệp",
        "trưởng phòng", "phó phòng", "phó trưởng", "phó ban", "phó chỉ huy", "phó chánh", "phó thôn", "phó đoàn",
        "phó văn phòng", "phó hiệu trưởng", "phó công an", "phó tổ", "phó xóm", "phó bản", "phó khu",
        "phó chủ nhiệm", "phó chi", "phó cục", "phó vụ", "phó sở", "phó hội", "hiệu trưởng", "hiệu phó", "pht", "gv", "giáo viên", "kct",
    )
)  # fmt: skip
# Mã is a family name as well: it needs a second word.
_HEADINGS = tuple(
    key(phrase)
    for phrase in (
        "tổng", "cộng", "ghi chú", "họ", "chức vụ", "chức danh", "nội dung", "nơi nhận", "như trên",
        "kết quả", "xếp loại", "phân loại", "không", "số", "đánh giá", "điểm", "danh sách", "phụ lục",
        "bảng", "biểu", "mẫu", "báo cáo", "kế hoạch", "mã số", "mã cán bộ", "mã nv", "mã tỉnh", "huyện",
        "tỉnh", "cộng hòa", "độc lập", "tháng", "quý", "stt", "nhiệm vụ", "công việc", "sản phẩm",
    )
)  # fmt: skip
_EVERYONE = re.compile(
    r"all|moi nguoi|ca (?:phong|co quan|don vi|xa|phuong|to|ban)"
    r"|(?:tat ca|toan (?:the|bo|truong|co quan|don vi|xa|phuong|phong|uy ban|van phong))(?: .*)?"
    r"|100 (?:can bo|cong chuc|cbcc|nhan vien|dang vien).*"
)


def strip_titles(text: str) -> str:
    """A name without forms of address, degrees and ranks before it; a lone "Anh" is a name.

    >>> strip_titles("Đ/c Hòa"), strip_titles("TS.Nguyễn Văn An"), strip_titles("PGS. TS Lê Bình")
    ('Hòa', 'Nguyễn Văn An', 'Lê Bình')
    >>> strip_titles("đồng chí Thượng tá Trần Dũng"), strip_titles("Anh"), strip_titles("Bàn Văn Tư")
    ('Trần Dũng', 'Anh', 'Bàn Văn Tư')
    >>> strip_titles("Ông Văn Hải"), strip_titles("Ông Văn Tiến Dũng"), strip_titles("ông Hải (VP)")
    ('Ông Văn Hải', 'Văn Tiến Dũng', 'Hải (VP)')
    """
    name = one_line(text).lstrip(_LIST_SIGNS)
    while match := _TITLE.match(name):
        name = name[match.end() :].lstrip(_LIST_SIGNS)
    return name


def name_key(name: str) -> str:
    """What two spellings of one name share; people with the same key may still be two (D07).

    >>> name_key("Đ/c HOÀ") == name_key("hòa"), name_key("Tuân") == name_key("Tuấn")
    (True, False)
    >>> name_key("K’ Brâng") == name_key("K'Brâng"), name_key("Y-Moan") == name_key("Y Moan")
    (True, True)
    """
    bare = re.sub(r"\s*'\s*", "'", key(strip_titles(name)))
    spaced = " ".join(re.sub(r"(?<=\w)-(?=\w)", " ", bare).split())
    return strip_titles(spaced).strip(_LIST_SIGNS)


@lru_cache(maxsize=4096)
def names_body(text: str) -> bool:
    """Whether the text begins like the name of a body or place, not of a person.

    >>> names_body("Văn phòng HĐND và UBND"), names_body("Tổ 3"), names_body("Tô Văn Ba")
    (True, True, False)
    >>> names_body("Đoàn Văn Hùng"), names_body("Đoàn thanh niên")
    (False, True)
    >>> names_body("Lãnh đạo UBND xã"), names_body("Tổ chức hội nghị")
    (True, False)
    """
    return _starts_with(text, (*_BODIES, *_LEADERS)) and not _starts_with(text, _NO_BODIES)


@lru_cache(maxsize=4096)
def names_position(text: str) -> bool:
    """Whether the text begins like a position.

    >>> names_position("PCT UBND"), names_position("Trưởng thôn"), names_position("Trương Văn Ba")
    (True, True, False)
    """
    return _starts_with(text, _POSITIONS)


@lru_cache(maxsize=4096)
def names_heading(text: str) -> bool:
    """Whether the text begins like a heading, a title or a total rather than a name.

    >>> names_heading("DANH SÁCH CÁN BỘ"), names_heading("TỔNG CỘNG"), names_heading("Tống Văn Ba")
    (True, True, False)
    """
    return _starts_with(text, _HEADINGS)


def is_everyone(text: str) -> bool:
    """Whether a cell of recipients names everybody at once.

    >>> is_everyone("ALL"), is_everyone("-TOÀN TRƯỜNG-"), is_everyone("Tất cả cán bộ, công chức")
    (True, True, True)
    >>> is_everyone("Lê Toàn"), is_everyone("")
    (False, False)
    """
    return _EVERYONE.fullmatch(fold(text)) is not None


def _starts_with(text: str, phrases: tuple[str, ...]) -> bool:
    start = key(text)
    return any(
        start.startswith(phrase) and not start[len(phrase) : len(phrase) + 1].isalpha()
        for phrase in phrases
    )
