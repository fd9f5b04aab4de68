"""The words of events: which kind they tell of, what is not yet so or no longer, what they exempt."""

from __future__ import annotations

import re

from cadre_cli.domain.events import EventKind, Exemption
from cadre_cli.sheets.wording import affirms, is_nothing, plain, says

ABSENCES = frozenset({EventKind.LEAVE, EventKind.MATERNITY})
"""Kinds by which somebody is away for a time."""
_DISCIPLINES = (
    "khien trach",
    "canh cao",
    "ha bac luong",
    "giang chuc",
    "cach chuc",
    "buoc thoi viec",
    "bai nhiem",
    "khai tru",
)
# In a note "ý thức kỷ luật tốt" speaks of nobody's punishment: the bare word is not enough there.
_DISCIPLINE_PHRASES = (
    *_DISCIPLINES,
    "bi ky luat",
    "bi xu ly ky luat",
    "thi hanh ky luat",
    "quyet dinh ky luat",
    "ky luat bang hinh thuc",
    "hinh thuc ky luat",
)
_NO_LONGER_DISCIPLINED = ("het thoi han", "het hieu luc", "xoa ky luat")
_GOOD_DISCIPLINE = ("khong", "chua", "tot", "chap hanh", "nghiem", "dat", "bao dam", "dam bao")
# Back at work, or about to go: whoever is written so was not away.
_NOT_AWAY = (
    "di lam lai",
    "di lam tro lai",
    "tro lai lam viec",
    "tro lai cong tac",
    "het thoi gian nghi",
    "het thoi han nghi",
    "het nghi",
    "het thai san",
    "sau nghi",
    "sau khi nghi",
    "sau thai san",
    "sau thoi gian nghi",
    "chuan bi nghi",
    "sap nghi",
)
# The surer words first: a note may hold several, the first kind that fits is taken.
_KINDS: tuple[tuple[EventKind, tuple[str, ...]], ...] = (
    (EventKind.DISCIPLINE, _DISCIPLINE_PHRASES),
    (
        EventKind.DEGRADATION,
        (
            "suy thoai",
            "vi pham nhung dieu dang vien khong duoc lam",
            "vi pham trach nhiem neu guong",
        ),
    ),
    (EventKind.UNIT_CORRUPTION, ("tham nhung", "tham o", "lang phi")),
    (
        EventKind.RELIEVED,
        ("thoi giu chuc", "thoi giu chuc vu", "mien nhiem", "thoi chuc", "tu chuc"),
    ),
    (
        EventKind.KIND_CHANGED,
        (
            "tiep nhan vao lam cong chuc",
            "tiep nhan vao cong chuc",
            "chuyen thanh cong chuc",
            "chuyen thanh vien chuc",
            "chuyen sang cong chuc",
            "chuyen sang vien chuc",
            "chuyen sang lam cong chuc",
            "chuyen sang lam vien chuc",
            "chuyen sang lam can bo",
            "chuyen thanh can bo",
            "chuyen doi thanh cong chuc",
            "chuyen doi thanh vien chuc",
            "chuyen doi sang cong chuc",
            "chuyen doi sang vien chuc",
            "tiep nhan vao lam vien chuc",
            "tiep nhan vao vien chuc",
            "doi doi tuong",
        ),
    ),
    (EventKind.APPOINTED, ("bo nhiem", "giao phu trach", "bau giu chuc", "bau lam")),
    (EventKind.MATERNITY, ("thai san", "nghi sinh", "nghi de", "sinh con")),
    (
        EventKind.LEAVE,
        (
            "nghi om",
            "om dau",
            "nghi khong luong",
            "nghi khong huong luong",
            "nghi viec rieng",
            "nghi phep",
            "nghi ca thang",
            "nghi ca quy",
            "nghi ca ky",
            "nghi ca nam",
            "nghi dai ngay",
            "nghi dieu tri",
            "nghi duong benh",
            "nghi cham con om",
            "nghi huong bhxh",
            "nghi che do om dau",
        ),
    ),
    (
        EventKind.TRANSFER_IN,
        (
            "chuyen den",
            "dieu dong den",
            "dieu dong ve",
            "chuyen ve",
            "chuyen cong tac den",
            "chuyen cong tac ve",
            "tiep nhan tu",
            "tiep nhan ve",
            "luan chuyen den",
            "luan chuyen ve",
            "biet phai den",
        ),
    ),
    (
        EventKind.TRANSFER_OUT,
        ("chuyen cong tac", "chuyen di", "dieu dong", "luan chuyen", "biet phai", "thuyen chuyen"),
    ),
    (
        EventKind.LEFT,
        ("nghi huu", "thoi viec", "nghi viec", "tinh gian", "tu tran", "cham dut hop dong"),
    ),
    (
        EventKind.JOINED,
        ("moi tuyen dung", "tuyen dung", "nhan viec", "moi vao lam", "tap su", "ky hop dong"),
    ),
    (EventKind.OBJECTIVE_CAUSE, ("nguyen nhan khach quan", "ly do khach quan", "khach quan")),
)
_EXEMPTIONS = (
    (
        Exemption.ALREADY_COUNTED,
        (
            *(
                f"{done} {when}"
                for done in ("da tinh", "da duoc tinh")
                for when in ("nam", "quy", "ky", "thang", "vao", "trong", "khi", "o", "lan", "roi")
            ),
            *(
                f"{done} {what}"
                for done in ("da xet", "da duoc xet", "da tinh", "da duoc tinh")
                for what in ("xep loai", "danh gia", "khi xep loai", "de xep loai", "khi danh gia")
            ),
            "da su dung de xep loai",
            "da dung de xep loai",
            "da xep loai khong hoan thanh",
            "khong tinh lai",
        ),
    ),
    (
        Exemption.FORMER_BODY,
        (
            "o co quan cu",
            "tai co quan cu",
            "o don vi cu",
            "tai don vi cu",
            "o noi cong tac cu",
            "tai noi cong tac cu",
        ),
    ),
    (
        Exemption.NOT_DUTY,
        ("khong lien quan den cong vu", "khong lien quan cong vu", "ngoai cong vu"),
    ),
)
_CLAUSE = re.compile(r"[,;\n]")
_AHEAD = re.compile(
    r"(?<! theo)(?<! can cu) "
    r"(?:de nghi|du kien|de xuat|kien nghi|dang xem xet|quy hoach|chuan bi|sap|se)(?= ).*"
)
"""What is proposed or to come, to the end of its clause; "theo đề nghị của …" is no proposal."""
_NO_POST = re.compile(
    r" (?:giao phu trach(?: cac)? (?:thon|xom|lang|ap|buon|khu|to dan pho|tdp|dia ban|linh vuc|mang|"
    r"cong tac|cong viec|nhiem vu|them)|bo nhiem (?:vao )?(?:ngach|hang chuc danh|chuc danh nghe nghiep))(?= )"
)
"""Duties, grades and professional titles: nobody leads by them."""
_BARE = (
    (EventKind.DISCIPLINE, ("ky luat",)),
    (EventKind.LEAVE, ("nghi", "vang", "om", "phep")),
    (EventKind.TRANSFER_IN, ("den", "tiep nhan")),
    (EventKind.TRANSFER_OUT, ("di", "chuyen")),
)
_WHOLE = (
    "ca thang",
    "ca quy",
    "ca ky",
    "ca nam",
    "toan bo thang",
    "toan bo ky",
    "tron thang",
    "het thang",
)
SOME_DAYS = re.compile(r"(\d+)\s*(?:ngày|buổi|hôm)", re.IGNORECASE)
"""A number of days: "nghỉ 5 ngày"."""
_DOCUMENT = re.compile(
    r"(?:Quyết định|QĐ|Kết luận|Thông báo|Công văn|Văn bản|Biên bản|Giấy|Đơn)\b[^;()\n]*?"
    r"(?:số|\d+\s*[/-])[^;()\n]*",
    re.IGNORECASE,
)


def kind_of_event(words: str | None, *, alone: bool = False) -> EventKind | None:
    """What the words tell of; None when they tell nothing of the kind.

    `alone` is for a cell that holds nothing but the kind of event, where "Kỷ luật" is enough.

    >>> kind_of_event("Nghỉ thai sản"), kind_of_event("Ý thức kỷ luật tốt")
    (<EventKind.MATERNITY: 'maternity leave'>, None)
    >>> kind_of_event("Dự kiến bổ nhiệm Phó Trưởng phòng"), kind_of_event("Giao phụ trách thôn Đá")
    (None, None)
    """
    settled = _settled(words)
    for kind, phrases in (*_KINDS, *_BARE) if alone else _KINDS:
        said = words if kind in ABSENCES else settled
        if affirms(said, *phrases) and not is_over(kind, words):
            return kind
    return None


def _settled(words: str | None) -> str | None:
    """The words without what is only proposed or ahead, and without duties that are no post.

    A decision settles what it names, whatever was proposed before.
    """
    if words is None:
        return None
    said = plain(words)
    if not says(words, "quyet dinh", "qd"):
        said = "".join(_AHEAD.sub(" ", plain(clause)) for clause in _CLAUSE.split(words))
    return _NO_POST.sub(" ", said)


def is_over(kind: EventKind, words: str | None) -> bool:
    """Whether the words say that a discipline has lapsed, or that somebody is back or still here."""
    if kind is EventKind.DISCIPLINE:
        return says(words, *_NO_LONGER_DISCIPLINED)
    return kind in ABSENCES and says(words, *_NOT_AWAY)


def is_disciplined(words: str | None) -> bool | None:
    """What a cell under "Kỷ luật" says; None when it cannot be told.

    Under that heading some offices note how well somebody keeps discipline.

    >>> is_disciplined("Cảnh cáo"), is_disciplined("Chấp hành tốt"), is_disciplined("Nhắc nhở")
    (True, False, None)
    """
    if words is None or is_nothing(words) or says(words, *_NO_LONGER_DISCIPLINED):
        return False
    if affirms(_settled(words), *_DISCIPLINES, "ky luat") or document_in(words):
        return True
    if plain(words).strip() in {"x", "v", "co"}:
        return True
    return False if says(words, *_GOOD_DISCIPLINE) else None


def exemption_in(words: str) -> Exemption | None:
    """What the words of a discipline say that may keep it from counting here.

    >>> exemption_in("Khiển trách (QĐ 9/QĐ-UBND), đã tính năm 2025").value
    'already counted'
    >>> exemption_in("Cảnh cáo, vi phạm ở cơ quan cũ").value, exemption_in("Khiển trách")
    ('former body', None)
    >>> exemption_in("Khiển trách, Hội đồng kỷ luật đã xét"), exemption_in("Cảnh cáo, đã tính trừ điểm")
    (None, None)
    """
    return next((each for each, phrases in _EXEMPTIONS if affirms(words, *phrases)), None)


def covers_whole_period(kind: EventKind, words: str) -> bool:
    """Whether the words themselves cover the period: "cả tháng", or maternity without few days.

    >>> covers_whole_period(EventKind.LEAVE, "Nghỉ ốm cả tháng")
    True
    >>> covers_whole_period(EventKind.MATERNITY, "nghỉ thai sản 5 ngày")
    False
    """
    if kind not in ABSENCES or SOME_DAYS.search(words):
        return False
    return kind is EventKind.MATERNITY or says(words, *_WHOLE)


def document_in(words: str) -> str | None:
    """The document named: "Khiển trách (Quyết định số 12/QĐ-UBND)" gives the decision.

    >>> document_in("Khiển trách (Quyết định số 12/QĐ-UBND ngày 05/3/2026)")
    'Quyết định số 12/QĐ-UBND ngày 05/3/2026'
    """
    found = _DOCUMENT.search(words)
    return found[0].strip(" .,") if found else None
