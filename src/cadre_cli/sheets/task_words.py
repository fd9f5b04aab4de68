"""What the words in a sheet of tasks mean: how a task counts, marks of quality and of progress."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cadre_cli.domain.tasks import Category, Phase
from cadre_cli.domain.values import Mention
from cadre_cli.sheets.wording import is_nothing, plain, says
from cadre_cli.vietnamese.text import fold, one_line

_UNPLANNED = ("dot xuat", "phat sinh", "ngoai ke hoach", "ngoai kh", "ngoai chuong trinh")
_TAKEN_OVER = ("nhan thay", "lam thay", "nhan ban giao", "nhan chuyen giao", "nhan lai tu")
_TAKEN_OVER_NOTE = (*_TAKEN_OVER, "thay dong chi", "thay d c")
# "Công tác bàn giao mặt bằng" heads ordinary work: only words about the task itself count.
_HANDED_OVER = re.compile(
    r" (?:[ivx]+ |\d+ |[a-h] )?(?:(?:cac|nhung|nhiem vu|cong viec|viec|da|duoc) )*"
    r"(?:chuyen giao|ban giao|chuyen|giao lai)(?: (?:cho|sang|di|lai|nguoi|dong chi|d c)\b.*)? $"
)
_HANDED_OVER_NOTE = (
    "chuyen giao cho",
    "ban giao cho",
    "da chuyen cho",
    "chuyen cho",
    "giao lai cho",
)
_PLANNED = ("trong ke hoach", "theo ke hoach", "thuong xuyen", "dinh ky", "ke hoach thang")
_NOT_UNPLANNED = ("khong phat sinh", "khong dot xuat", "chua phat sinh")
# What arises again and again in ordinary work is not work outside the plan.
_ORDINARY = (
    "chi phi phat sinh",
    "phat sinh chi phi",
    "phat sinh ho so",
    "so phat sinh",
    "phat sinh kho khan",
    "phat sinh vuong mac",
    "phat sinh loi",
    "van de phat sinh",
)


def category_of(words: str | None) -> Category | None:
    """How a task counts by its "Loại nhiệm vụ" or the heading of its section; None when unsaid.

    >>> category_of("Phát sinh ngoài kế hoạch"), category_of("Nhận thay"), category_of("Thường xuyên")
    (<Category.UNPLANNED: 'unplanned'>, <Category.TAKEN_OVER: 'taken over'>, <Category.PLANNED: 'planned'>)
    """
    unplanned, planned = _is_unplanned(words), says(words, *_PLANNED)
    if unplanned and planned:
        return None  # "Nhiệm vụ thường xuyên, đột xuất" heads both: it says nothing of either
    if says(words, *_TAKEN_OVER):
        return Category.TAKEN_OVER
    if _HANDED_OVER.match(plain(words)):
        return Category.HANDED_OVER
    if unplanned:
        return Category.UNPLANNED
    return Category.PLANNED if planned else None


_CALLED_OFF = re.compile(
    r" (?:(?:viec|nhiem vu|cong viec)(?: nay)? )?(?:(?:da|xin|de nghi|duoc|cho) )*"
    r"(?:huy|huy bo|thoi|tam dung|dung|ngung|tam hoan|khong thuc hien|khong phai lam|bo)"
    r"(?: (?:viec|nhiem vu|bo|thuc hien|lam|trien khai|nua|khong lam|theo|do|vi)\b.*)? $"
)


def is_called_off(note: str) -> bool:
    """Whether a note says that the task was dropped on the way.

    >>> [is_called_off(note) for note in ("Hủy theo chỉ đạo", "Đã hủy", "Tạm dừng", "Không thực hiện nữa")]
    [True, True, True, True]
    >>> [is_called_off(note) for note in ("Tiêu hủy hồ sơ", "Dừng đèn đỏ", "Bỏ phiếu kín", "Không")]
    [False, False, False, False]
    """
    return _CALLED_OFF.fullmatch(plain(note)) is not None


_ABBREVIATED = {
    **dict.fromkeys(("dx", "ps", "nkh", "ngoai", "dotx", "phs"), Category.UNPLANNED),
    **dict.fromkeys(("kh", "tkh", "tx", "dk", "ke hoach", "trong"), Category.PLANNED),
}
"""What a column of categories may hold and nothing longer: "NT" could be taken-over work or rural."""
_PARTED = re.compile(r"[\s./+&,;-]+")


def abbreviated_category(words: str | None) -> Category | None:
    """How a task counts by a cell that only abbreviates it: "ĐX", "PS", "ĐXNKH", "KH".

    >>> abbreviated_category("ĐX"), abbreviated_category("ĐX-PS"), abbreviated_category("ĐXNKH")
    (<Category.UNPLANNED: 'unplanned'>, <Category.UNPLANNED: 'unplanned'>, <Category.UNPLANNED: 'unplanned'>)
    >>> abbreviated_category("TX"), abbreviated_category("NT"), abbreviated_category("TX-ĐX")
    (<Category.PLANNED: 'planned'>, None, None)
    """
    folded = fold(words or "")
    if says(words, *_NOT_UNPLANNED):
        return Category.PLANNED
    if folded in _ABBREVIATED:
        return _ABBREVIATED[folded]
    letters = _PARTED.sub("", folded)
    parts = re.fullmatch(r"(dx|ps|nkh)+", letters)
    return Category.UNPLANNED if parts else None


_ONLY_UNPLANNED = re.compile(
    r"(?:[ivx]+|[a-h]|\d)?[ .)]*(?:(?:cac|danh muc|nhom) )*(?:(?:nhiem vu|cong viec|viec) )*"
    r"(?:(?:dot xuat|phat sinh|ngoai (?:ke hoach|kh)|ngoai chuong trinh)(?: va | )?)+"
    r"(?:(?:trong )?(?:thang|quy|ky)\b.*)?"
)


def category_in_title(title: str) -> Category | None:
    r"""The same from the line right above a table, when it speaks of nothing else.

    >>> category_in_title("GIAO VIỆC THÁNG 3\nII. NHIỆM VỤ PHÁT SINH, ĐỘT XUẤT")
    <Category.UNPLANNED: 'unplanned'>
    >>> category_in_title("Giao việc và nhiệm vụ phát sinh tháng 3")
    """
    last = title.rpartition("\n")[2]
    words = plain(last).strip()
    return Category.UNPLANNED if _ONLY_UNPLANNED.fullmatch(words) else None


def category_in_note(words: str | None, *, done: bool = False) -> Category | None:
    """The same from a note, where only words that can mean nothing else count.

    Of what is `done`, "đã chuyển cho Sở Nội vụ" says where the product went, not the task.
    """
    if says(words, *_TAKEN_OVER_NOTE):
        return Category.TAKEN_OVER
    if says(words, *_HANDED_OVER_NOTE) and not done:
        return Category.HANDED_OVER
    return Category.UNPLANNED if _is_unplanned(words) else None


def _is_unplanned(words: str | None) -> bool:
    return says(words, *_UNPLANNED) and not says(words, *_NOT_UNPLANNED, *_ORDINARY)


_EXTRA = ("lam them", "vuot", "tang them", "phat sinh them", "them ngoai", "bo sung them")


def is_extra(note: str | None) -> bool:
    """Whether a note marks more finished than assigned as extra work (C05)."""
    return says(note, *_EXTRA) and not says(note, "khong vuot", "chua vuot")


def phase_of(title: str, sheet: str, columns: Iterable[str], results: Iterable[str]) -> Phase:
    """Which step a sheet records, by its columns first and its words second."""
    held = set(columns)
    words = f"{sheet} . {title}"
    if held & set(results):
        return Phase.WHOLE if held & {"assigner", "deadline"} else Phase.EVALUATION
    if says(words, "dang ky"):
        return Phase.PLAN
    if says(words, "giao viec", "giao nhiem vu", "phan cong") and held & {
        "assigner",
        "assigned_on",
    }:
        return Phase.ASSIGNMENT
    return Phase.PLAN if says(words, "ke hoach") else Phase.ASSIGNMENT


_CO_OPERATING = re.compile(r"phối\s*hợp|ph\b\.?\s*hợp", re.IGNORECASE)


def by_role(
    people: Iterable[Mention], roles: Iterable[str | None]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Owners, and those whom the same cell names as only co-operating ("Bình (phối hợp)").

    `roles` are what the cell says of each: "lead", "support" or nothing.
    """
    owners: list[Mention] = []
    helpers: list[Mention] = []
    for person, role in zip(people, roles, strict=True):
        helps = role is None and _CO_OPERATING.search(one_line(person.written))
        (helpers if role == "support" or helps else owners).append(person)
    return tuple(owners), tuple(helpers)


def said_cause(words: str | None) -> str | None:
    """The objective cause claimed; None when the cell says that there is none."""
    return None if words is None or is_nothing(words) else words
