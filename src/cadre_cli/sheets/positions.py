"""What a position says about leading and about the kind of person (contract 9.2, 9.3)."""

from __future__ import annotations

import re

from cadre_cli.domain.officers import Kind, Post
from cadre_cli.vietnamese.text import fold, one_line

_ORDER = (
    Post.HEAD_OF_OFFICE,
    Post.DEPUTY_OF_OFFICE,
    Post.HEAD_OF_UNIT,
    Post.DEPUTY_OF_UNIT,
    Post.NONE,
)
_PARTS = re.compile(r"[,;/\n]|\s[-–—]\s|\bkiêm(?: nhiệm)?\b|\bđồng thời\b", re.IGNORECASE)
_SHORT = (
    (r"^p ?ct\b", "pho chu tich"),
    (r"^p chu tich\b", "pho chu tich"),
    (r"^ct\b", "chu tich"),
    (r"^p ?bt\b", "pho bi thu"),
    (r"^bt\b", "bi thu"),
    (r"^(ptp|p tp|p truong phong|pho tp|p phong)\b", "pho truong phong"),
    (r"^p truong\b", "pho truong"),
    (r"^(pcvp|p cvp|p chanh|pho cvp)\b", "pho chanh van phong"),
    (r"^cvp\b", "chanh van phong"),
    (r"^(pgd|p gd|p giam doc)\b", "pho giam doc"),
    (r"^gd\b", "giam doc"),
    (r"^(chp|p cht|pcht)\b", "chi huy pho"),
    (r"^cht\b", "chi huy truong"),
    # "TP-HT" is the clerk for justice (Tư pháp - Hộ tịch), not the head of a unit.
    (r"^tp\b(?! ?(ht|ho tich))", "truong phong"),
)
_PREFIX = re.compile(r"^(quyen|q|dong chi|dc|ong|ba) ")
_FORMER = re.compile(r"^(nguyen|thu ky|tro ly|giup viec)\b")
_VILLAGE = r"(thon|xom|ap|khu|buon|bon|to dan pho|khoi pho|khu pho|tdp)\b"
_VILLAGE_BAN = re.compile(r"\bbản\b", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(mttq|mat tran|ubmt|ubmttq|hoi(?! dong)|doan|cong doan|hop tac xa|htx|lien hiep|chi bo|chi doan|chi hoi)\b"
)
_HEAD_OF_OFFICE = re.compile(r"(chu tich|bi thu)\b")
_DEPUTY_OF_OFFICE = re.compile(r"pho (chu tich|bi thu)\b")
_HEAD_OF_UNIT = re.compile(
    rf"truong (?!{_VILLAGE})|truong$|chanh (van phong|thanh tra|vp)\b|giam doc\b|chi huy truong\b"
    r"|hieu truong\b|vien truong\b|xa doi truong\b|phu trach (phong|ban|trung tam|van phong)\b"
)
_DEPUTY_OF_UNIT = re.compile(
    rf"pho (truong (?!{_VILLAGE})|truong$|phong\b|ban\b|chanh\b|giam doc\b|hieu truong\b"
    rf"|chi huy truong\b|chi huy\b|van phong\b|cong an\b|trung tam\b|tram\b)"
    rf"|chi huy pho\b|hieu pho\b|xa doi pho\b"
)


def post_of(position: str | None) -> Post:
    """Whether and how somebody with this position leads; the highest of several.

    >>> [post_of(words).name for words in ("Phó Bí thư Đảng ủy, Chủ tịch UBND xã", "PCT UBND")]
    ['HEAD_OF_OFFICE', 'DEPUTY_OF_OFFICE']
    >>> [post_of(words).name for words in ("P. Chánh VP HĐND-UBND", "Chủ tịch Hội Nông dân", "CC TP-HT")]
    ['DEPUTY_OF_UNIT', 'HEAD_OF_UNIT', 'NONE']
    """
    if not position:
        return Post.NONE
    posts = {_post(_spelt_out(part)) for part in _PARTS.split(one_line(position)) if part.strip()}
    return next((post for post in _ORDER if post in posts), Post.NONE)


def _spelt_out(part: str) -> str:
    # Without tones "trưởng bản" (of a village) would be "trưởng ban" (of a board).
    words = _PREFIX.sub("", fold(_VILLAGE_BAN.sub("thôn", one_line(part))))
    for short, whole in _SHORT:
        words = re.sub(short, whole, words)
    return words


_WHERE = re.compile(r" (?:xa(?! hoi)|phuong|thi tran|dac khu)(?: .*)?$")
_BODIES = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"))
_OF_UNIT = re.compile(r"(?:pho )?truong phong|(?:pho )?chanh van phong|(?:pho )?giam doc")
_SECRETARY = re.compile(r"(?:pho )?bi thu")


def post_key(words: str) -> str:
    """What two ways of writing one post share.

    >>> post_key("CT UBND xã Đồng Lim") == post_key("Chủ tịch Ủy ban nhân dân xã")
    True
    >>> post_key("Bí thư") == post_key("BT Đảng ủy"), post_key("Chủ tịch") == post_key("Chủ tịch UBND")
    (True, False)
    """
    spelt = _WHERE.sub("", _spelt_out(words))
    for whole, short in _BODIES:
        spelt = spelt.replace(whole, short)
    return f"{spelt} dang uy" if _SECRETARY.fullmatch(spelt) else spelt


def post_keys(position: str, unit: str | None) -> frozenset[str]:
    """The keys of all posts that somebody holds, also with the name of the unit behind them.

    >>> sorted(post_keys("Trưởng phòng", "Phòng Kinh tế"))
    ['truong phong', 'truong phong kinh te']
    """
    held = {post_key(part) for part in _PARTS.split(one_line(position)) if part.strip()}
    held.add(post_key(position))
    field = re.sub(r"^(?:phong|van phong|trung tam) ", "", fold(unit or ""))
    return frozenset(
        held | {f"{post} {field}" for post in held if field and _OF_UNIT.fullmatch(post)}
    )


def _post(words: str) -> Post:
    if _FORMER.match(words):
        return Post.NONE
    organisation = _ORGANISATION.search(words) is not None
    if re.match(r"(pho )?bi thu chi bo\b", words):
        return Post.NONE  # secretary of a cell: beside a position, not one
    if _DEPUTY_OF_OFFICE.match(words):
        return Post.DEPUTY_OF_UNIT if organisation else Post.DEPUTY_OF_OFFICE
    if _HEAD_OF_OFFICE.match(words):
        return Post.HEAD_OF_UNIT if organisation else Post.HEAD_OF_OFFICE
    if _DEPUTY_OF_UNIT.match(words):
        return Post.DEPUTY_OF_UNIT
    if _HEAD_OF_UNIT.match(words):
        return Post.HEAD_OF_UNIT
    return Post.NONE


def stated_post(said: str | None, position: str | None) -> Post:
    """The post by a column that says whether somebody leads; by the position where it is blank.

    >>> stated_post("Phó", "Công chức").name, stated_post("không", "Trưởng phòng").name
    ('DEPUTY_OF_UNIT', 'NONE')
    >>> stated_post("x", "Chủ tịch UBND xã").name, stated_post(None, "Trưởng phòng").name
    ('HEAD_OF_OFFICE', 'HEAD_OF_UNIT')
    """
    by_position = post_of(position)
    words = fold(said) if said else ""
    if not words:
        return by_position
    if re.match(r"(khong|chua|no|0|o|false)\b", words):
        return Post.NONE
    if by_position.leads:
        return by_position
    by_words = post_of(said)
    if by_words.leads:
        return by_words
    return Post.DEPUTY_OF_UNIT if words.startswith("pho") else Post.HEAD_OF_UNIT


_KINDS = (
    (
        Kind.HOP_DONG,
        r"hop dong|hdld|hd|khong chuyen trach|ban chuyen trach|nhdkct|kct|nguoi lao dong|nld|lao dong",
    ),
    (Kind.VIEN_CHUC, r"vien chuc|vc|giao vien"),
    (Kind.CONG_CHUC, r"cong chuc|cc|chuyen vien"),
    (Kind.CAN_BO, r"can bo|cb"),
)


def stated_kind(words: str | None) -> Kind | None:
    """The kind that a cell of the column Đối tượng names, None when it names none or two.

    >>> stated_kind("Công chức"), stated_kind("HĐLĐ"), stated_kind("Cán bộ, công chức")
    (<Kind.CONG_CHUC: 'cong_chuc'>, <Kind.HOP_DONG: 'hop_dong'>, None)
    """
    folded = fold(words) if words else ""
    found = {kind for kind, names in _KINDS if re.search(rf"\b({names})\b", folded)}
    if Kind.HOP_DONG in found:
        return Kind.HOP_DONG  # "Cán bộ không chuyên trách", "Hợp đồng công chức"
    return found.pop() if len(found) == 1 else None


def kind_by_position(position: str | None) -> Kind | None:
    """The kind that a position implies; None when it implies none.

    Chairmen and secretaries with their deputies, and the heads of the Front and of the unions, are
    elected: cán bộ.

    >>> kind_by_position("Phó Chủ tịch HĐND xã"), kind_by_position("Công chức Văn phòng - Thống kê")
    (<Kind.CAN_BO: 'can_bo'>, <Kind.CONG_CHUC: 'cong_chuc'>)
    """
    parts = [_spelt_out(part) for part in _PARTS.split(one_line(position or ""))]
    elected = re.compile(r"(pho )?(chu tich|bi thu)\b(?! chi bo)")
    if any(elected.match(words) and not _FORMER.match(words) for words in parts):
        return Kind.CAN_BO
    folded = fold(position or "")
    for kind, names in _KINDS[:3]:
        if re.search(rf"\b({names})\b", folded):
            return kind
    return None
