"""The words and letters by which offices write a class, as the codes HTXS, HTT, HT, KHT."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from cadre_cli.sheets.wording import plain, says

_ORDER = ("HTXS", "HTT", "HT", "KHT")
_NO_CLASS = (
    "khong xep loai",
    "khong phan loai",
    "khong xl",
    "khong pl",
    "chua xep loai",
    "chua phan loai",
    "chua danh gia",
    "khong danh gia",
    "cho danh gia",
    "chua duyet",
)
# "Hoàn thành xuất sắc" holds "hoàn thành", and so does "Không hoàn thành": the longer comes first.
_PHRASES = (
    ("KHT", ("khong hoan thanh", "chua hoan thanh")),
    ("HTXS", ("hoan thanh xuat sac", "xuat sac")),
    ("HTT", ("hoan thanh tot",)),
    ("HT", ("hoan thanh",)),
    ("HTXS", ("loai a",)),
    ("HTT", ("loai b",)),
    ("HT", ("loai c",)),
    ("KHT", ("loai d",)),
)
_SHORT = {
    "htxsnv": "HTXS",
    "htxs": "HTXS",
    "xs": "HTXS",
    "xsnv": "HTXS",
    "httnv": "HTT",
    "htttnv": "HTT",
    "htt": "HTT",
    "tot": "HTT",
    "htnv": "HT",
    "htnvhc": "HT",
    "ht": "HT",
    "khtnv": "KHT",
    "kht": "KHT",
    "chtnv": "KHT",
    "cht": "KHT",
    "a": "HTXS",
    "b": "HTT",
    "c": "HT",
    "d": "KHT",
}
_BOX = re.compile(r"([☐□☑☒■]|\[\s*[xXvV✓]?\s*\])")
_FULL = re.compile("[☑☒■xXvV✓]")
_STOPS = " \n.,;:)/"
_POINTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)(?!\w)", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"(\d+(?:[.,]\d+)?)\s*[/;:(\n–-]\s*([^\W\d].*)", re.DOTALL)
_NUMBER_LAST = re.compile(r"(.*\w)\s*[/;:(\n–-]\s*(\d+(?:[.,]\d+)?)\s*\)?", re.DOTALL)


def grade_of(words: str | None) -> str | None:
    """The class a cell names; None for a blank, "Không phân loại", "Chờ đánh giá" and the like.

    The letters A to D are the four classes from the highest, as customs and some communes use them.

    >>> grade_of("Hoàn thành xuất sắc nhiệm vụ (Loại A)"), grade_of("HTTTNV"), grade_of("loại C")
    ('HTXS', 'HTT', 'HT')
    >>> grade_of("☐ HTXS ☑ HTT ☐ HT ☐ KHT"), grade_of("Hoàn thành tốt [ ] Hoàn thành [x]")
    ('HTT', 'HT')
    >>> grade_of("Chưa hoàn thành"), grade_of("Không phân loại"), grade_of("Chủ tịch")
    ('KHT', None, None)
    """
    if words is None:
        return None
    if _BOX.search(words):
        return _ticked(words)
    parts = _points_and_class(words)
    return _class(parts[1] if parts else words)


def _ticked(words: str) -> str | None:
    """The class whose box is ticked; None where none or several are.

    Boxes stand before their names, unless the text ends in one.
    """
    parts = _BOX.split(words)
    boxes, behind = parts[1::2], not parts[-1].strip(_STOPS)
    if behind and not parts[0].strip(_STOPS):
        return None  # it begins with a box, too: of which name each is cannot be told
    named = parts[0::2] if behind else parts[2::2]
    chosen = [name for name, box in zip(named, boxes, strict=False) if _FULL.search(box)]
    return _class(chosen[0]) if len(chosen) == 1 else None


def points_beside(words: str | None) -> Decimal | None:
    """The points written in one cell with the class, as "Hoàn thành tốt / 92 điểm".

    >>> points_beside("HTTNV (85,5 điểm)"), points_beside("92/HTTNV"), points_beside("HTTNV")
    (Decimal('85.5'), Decimal('92'), None)
    """
    parts = _points_and_class(words or "")
    return Decimal(parts[0].replace(",", ".")) if parts else None


def _points_and_class(words: str) -> tuple[str, str] | None:
    """The points and the rest of "92 điểm HTT", "92/HTT", "HTT (92)"; None without points.

    A bare number is points only beside a class: "Chờ đánh giá - 15" holds none.
    """
    if found := _POINTS.search(words):
        return found[1], _POINTS.sub(" ", words)
    bare = words.strip()
    if (found := _NUMBER_FIRST.fullmatch(bare)) and _class(found[2]) is not None:
        return found[1], found[2]
    if (found := _NUMBER_LAST.fullmatch(bare)) and _class(found[1]) is not None:
        return found[2], found[1]
    return None


def _class(words: str) -> str | None:
    if says(words, *_NO_CLASS):
        return None
    for grade, phrases in _PHRASES:
        if says(words, *phrases):
            return grade
    return _SHORT.get(plain(words).replace(" ", ""))


def spelt_like(others: Iterable[str], code: str, name: str) -> str:
    """A class spelt as a column spells the other classes: its code, a letter, or its full name.

    >>> spelt_like(["HTT"], "HT", "Hoàn thành nhiệm vụ"), spelt_like(["B", "A"], "HT", "…")
    ('HT', 'C')
    >>> spelt_like(["HTTNV"], "HT", "…"), spelt_like(["Hoàn thành tốt"], "HT", "Hoàn thành nhiệm vụ")
    ('HTNV', 'Hoàn thành')
    >>> spelt_like(["Loại B"], "HT", "…"), spelt_like([], "HT", "Hoàn thành nhiệm vụ")
    ('Loại C', 'Hoàn thành nhiệm vụ')
    """
    letter = "ABCD"[_ORDER.index(code)]
    spellings = {" ".join(words.split()) for words in others}
    if not spellings:
        return name
    if all(len(words) == 1 for words in spellings):
        return letter
    if all(words.casefold().startswith("loại ") for words in spellings):
        return f"Loại {letter}"
    if all(" " not in words for words in spellings):
        return f"{code}NV" if all(words.endswith("NV") for words in spellings) else code
    short = not any(says(words, "nhiem vu") for words in spellings)
    return name.removesuffix(" nhiệm vụ") if short else name
