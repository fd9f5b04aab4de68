"""Which criterion of the common 30 points a heading names, by code, number, order or telling words.

The thirteen rows are those of NĐ 335/2025 Phụ lục II Mẫu 01: groups I, II, III with two, four and
four rows below. Only the words that tell them apart stand here; their full texts and maxima are in
the rule sets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from cadre_cli.sheets.wording import plain, says

TOTAL = "total"
CHILDREN = {"I": 2, "II": 4, "III": 4}
LEAVES = tuple(f"{group}.{n}" for group, count in CHILDREN.items() for n in range(1, count + 1))

_LABEL = (
    r"(?:(?:nhóm|tiêu chí|mục|phần|điểm|cộng|tổng|tổng cộng|tổng điểm|cộng điểm|tc|tự chấm)[\s.:]*)"
)
_ROMAN = re.compile(rf"{_LABEL}*(III|II|I)(?:\s*[.\-–]?\s*([1-4]))?(?![\w,+])", re.IGNORECASE)
_DOTTED = re.compile(rf"{_LABEL}*([123])[.,]([1-4])(?!\d)", re.IGNORECASE)
_GROUP = re.compile(rf"{_LABEL}*nhóm\s*(?:tiêu chí)?\s*([123])(?![\w,])", re.IGNORECASE)
_FLAT = re.compile(rf"{_LABEL}*(?:tiêu chí|tc|mục)\s*(10|[1-9])(?![\w,])", re.IGNORECASE)
_NUMBER = re.compile(r"([1-4])(?:[.)]|\s|$)")
_ALL_GROUPS = re.compile(r"\bI\s*[+,]\s*II\s*[+,]\s*III\b")

# The children first: a group's official text repeats the words of its children.
_CHILD_WORDS = (
    ("I.2", ("y thuc ky luat", "ky luat ky cuong", "ky cuong")),
    ("I.1", ("pham chat chinh tri", "pham chat dao duc", "dao duc loi song")),
    ("II.2", ("kha nang dap ung", "dap ung yeu cau")),
    ("II.4", ("thai do phuc vu", "phoi hop voi dong nghiep", "phuc vu nguoi dan")),
    ("II.3", ("tinh than trach nhiem", "trach nhiem trong thuc thi")),
    ("II.1", ("nang luc chuyen mon", "chuyen mon nghiep vu")),
    ("III.1", ("dot pha", "san pham giai phap", "giai phap dot pha")),
    ("III.2", ("san sang tham gia", "nhiem vu chinh tri dac biet")),
    ("III.3", ("chiu trach nhiem truoc ket qua", "tinh than chiu trach nhiem", "nhan trach nhiem")),
    ("III.4", ("dua ra quyet dinh", "khong ne tranh", "tinh than tien phong")),
)
_THIRD_GROUP = ("doi moi sang tao", "nang luc doi moi", "dam nghi dam lam", "dam nghi")
_TOTAL_WORDS = ("tieu chi chung", "diem chung", "tc chung", "tcc", "diem tc", "cac tieu chi chung")

_MAXIMUM = (
    re.compile(
        r"\(\s*(?:điểm\s*)?(?:tối đa|max)?\s*:?\s*(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)\.?\s*\)",
        re.IGNORECASE,
    ),
    re.compile(r"tối đa\s*:?\s*(\d+(?:[.,]\d+)?)(?:\s*(?:điểm|đ)\b)?", re.IGNORECASE),
    re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)(?!\w)", re.IGNORECASE),
    re.compile(r"\(\s*(2[.,]5|5|10|30)\s*\)"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a heading says: the criterion (None when it names none) and the maximum it states.

    `flat` is set when criteria are only counted ("Tiêu chí 7"): what the number means depends on
    how many there are.
    """

    criterion: str | None
    maximum: Decimal | None = None
    flat: int | None = None


def criterion_in(heading: str) -> Named:
    """The criterion a full heading names, its parents first.

    >>> criterion_in("Tiêu chí chung (30đ) / II. Năng lực / 3 (2,5đ)")
    Named(criterion='II.3', maximum=Decimal('2.5'), flat=None)
    >>> criterion_in("1.2 Ý thức kỷ luật, kỷ cương").criterion, criterion_in("Xếp loại").criterion
    ('I.2', None)
    """
    found = Named(None)
    for part in heading.split(" / "):
        text, maximum = without_maximum(part)
        named = _named(text, found.criterion)
        if named.criterion is not None or named.flat is not None:
            found = Named(named.criterion, maximum, named.flat)
        elif maximum is not None and (found.criterion or found.flat):
            found = Named(found.criterion, maximum, found.flat)
        elif found.criterion and re.fullmatch(r"\d+(?:[.,]\d+)?", text):
            found = Named(found.criterion, Decimal(text.replace(",", ".")), found.flat)
    return found


def coded_criterion(heading: str) -> str | None:
    """The criterion whose own code or number begins the heading's last part, scorers left aside.

    Words alone are none.

    >>> coded_criterion("III. Năng lực đổi mới (10đ)"), coded_criterion("Nhóm II / 2. Khả năng")
    ('III', 'II.2')
    >>> coded_criterion("Ý thức kỷ luật, kỷ cương"), coded_criterion("I.2. Ý thức kỷ luật")
    (None, 'I.2')
    >>> coded_criterion("I.1 (5đ) / Trưởng phòng")
    'I.1'
    """
    parts = heading.split(" / ")
    while len(parts) > 1 and scorer_rank(parts[-1]) != NO_SCORER_NAMED:
        parts.pop()  # "I.1 (5đ) / Trưởng phòng"
    last = parts[-1]
    coded = (_ROMAN.match(last), _DOTTED.match(last), _GROUP.match(last), _NUMBER.match(last))
    return criterion_in(heading).criterion if any(coded) else None


def _named(text: str, within: str | None) -> Named:
    if _ALL_GROUPS.search(text):
        return Named(TOTAL)
    if roman := _ROMAN.match(text):
        group, number = roman[1].upper(), roman[2]
        return Named(f"{group}.{number}" if number else group)
    if dotted := _DOTTED.match(text):
        return Named(f"{'I' * int(dotted[1])}.{dotted[2]}")
    if group := _GROUP.match(text):
        return Named("I" * int(group[1]))
    if within in CHILDREN and (number := _NUMBER.match(text)):
        return Named(f"{within}.{number[1]}")
    if by_words := _by_words(text):
        return Named(by_words)
    if flat := _FLAT.match(text):
        return Named(None, flat=int(flat[1]))
    return Named(None)


def _by_words(text: str) -> str | None:
    children = [code for code, words in _CHILD_WORDS if says(text, *words)]
    if says(text, *_TOTAL_WORDS) and not children:
        return TOTAL
    groups = {code.partition(".")[0] for code in children}
    if says(text, *_THIRD_GROUP) and not children:
        return "III"
    if len(groups) == 1 and len(children) > 1:
        return groups.pop()
    return children[0] if children else None


def without_maximum(part: str) -> tuple[str, Decimal | None]:
    """A heading or label without the maximum that it states, and that maximum."""
    for pattern in _MAXIMUM:
        if found := pattern.search(part):
            rest = (part[: found.start()] + " " + part[found.end() :]).strip(" :-–")
            return rest, Decimal(found[1].replace(",", "."))
    return part.strip(), None


_SELF = ("tu cham", "tu danh gia", "ca nhan cham", "ca nhan", "tu nhan", "tu xep loai")
# Ranks only order the superiors of one table among themselves. Deputies before heads: "phó chủ
# tịch" holds "chủ tịch".
_SUPERIORS = (
    (10, ("pho phong", "pho truong phong", "pho truong don vi", "to truong")),
    (30, ("pho chu tich", "pct", "pho giam doc", "pho bi thu")),
    (
        20,
        ("truong phong", "tp", "truong don vi", "truong bo phan", "phong cham", "truong ban"),
    ),
    (
        20,
        (
            "lanh dao phong",
            "ld phong",
            "phong duyet",
            "don vi cham",
            "tap the",
            "chi bo",
            "don vi danh gia",
        ),
    ),
    (25, ("tham dinh", "phuc tra", "hoi dong")),
    (40, ("chu tich", "ct", "nguoi dung dau", "ket luan", "chinh thuc", "thong nhat", "chot")),
    (30, ("lanh dao", "ld", "quan ly", "cap co tham quyen", "cap tren", "phe duyet", "duyet")),
)
NO_SCORER_NAMED = 1
SETTLED = 50
"""The rank of what all superiors settled on: above each of them."""


def scorer_rank(heading: str) -> int:
    """Who gave the points of a column: 0 the person, else a rank that only orders superiors.

    >>> scorer_rank("I.1 / Tự chấm"), scorer_rank("I.1"), scorer_rank("Lãnh đạo / I.1")
    (0, 1, 30)
    """
    if says(heading, *_SELF):
        return 0
    for rank, words in _SUPERIORS:
        if says(heading, *words):
            return rank
    return NO_SCORER_NAMED


def scorer_named(heading: str) -> str:
    """The part of a full heading that names who gave the points; its last part where none does.

    >>> scorer_named("Tiêu chí chung / Chủ tịch chấm"), scorer_named("Lãnh đạo / I.1")
    ('Chủ tịch chấm', 'Lãnh đạo')
    """
    parts = heading.split(" / ")
    named = [part for part in parts if scorer_rank(part) != NO_SCORER_NAMED]
    return (named or parts)[-1]


def is_maximum_label(text: str | None) -> bool:
    """Whether a cell labels a row of maxima: "Điểm tối đa", "Điểm chuẩn", "Thang điểm"."""
    words = plain(text).strip()
    return words.startswith(("diem toi da", "toi da", "diem chuan", "thang diem", "khung diem"))
