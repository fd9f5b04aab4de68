"""People in a cell: "Đ/c Hòa - PCT UBND; Nguyễn Văn An (chủ trì), Lê Bình"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import dropwhile

from cadre_cli.vietnamese.text import clean, fold, has_words, one_line
from cadre_cli.vietnamese.titles import names_body, names_position, strip_titles


@dataclass(frozen=True, slots=True)
class PersonText:
    """One person as a cell names one: `name` without titles, `written` as it stands.

    `role` is "lead" or "support" where the cell says chủ trì or phối hợp. `unit`, `position` and
    `code` are what stands in brackets, behind a dash or in the line above.
    """

    name: str
    written: str
    role: str | None
    unit: str | None
    position: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A piece of a cell, with the separator that stands before it."""

    before: str
    text: str


_COMRADE = re.compile(r"\b(đ)\s?/\s?(c)\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(đ\s?/\s?c|đồng\s+chí|ông|bà)\s*:", re.IGNORECASE)
"""A colon behind a form of address parts nothing: "Đ/c: Hòa"."""
_SLASH_OF_COMRADE = "\x00"  # `clean` leaves no such character in a text
_REMARK = "\x01"  # stands before a remark about the person, found behind a separator
_WRITTEN = {"\n": " ", ";": "; ", ",": ", ", "/": "/"}
_BULLET = re.compile(r"^(?:[-–—•*+]\s*|[0-9]{1,2}\s*[.)]\s*)+(?=[^\W\d_])")
_SEPARATOR = re.compile(r"\s*(?:;|\n|,|&|\+|/|(?<!\w)và(?!\w))\s*", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]\s*|(?<=\w)[-–—]\s+|\s*:\s*")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)(?:[)\]]|$)")
_CODE = re.compile(r"[A-ZĐ]{1,5}[-.]?[0-9]{2,}|[0-9]+|[A-E]")
"""A code, a number, or the letter by which an office tells homonyms apart."""
_ROOM = re.compile(r"P\s?\.\s?([^\W\d_]{2,}.*)")
"""A unit whose "Phòng" is abbreviated: "P. Kinh tế"."""
_ALL_OF = re.compile(r"\s*các\s+(?:đ\s?/\s?c|đồng\s+chí|ông,?\s*bà|ông|bà)\s*:?\s*", re.IGNORECASE)
"""Words before a list of names: "Các đ/c: Lê An, Hà Bình"; in "các đ/c Văn phòng" they name a group."""
_SHORT_ROLES = {"ct": "lead", "chinh": "lead", "ph": "support", "phu": "support"}
_ROLES = {"lead": ("chủ trì", "chủ công", "người chính"), "support": ("phối hợp", "hỗ trợ")}
_EDGES = " .,;:-–—*"
_HELPED_BY = re.compile(
    r"[(\[](?P<own>[^()\[\]:]*?)[\s,;]*(?:(?:[Pp]hối\s*hợp|[Hh]ỗ\s*trợ)(?:\s+(?:với|cùng|bởi))?|PH)"
    r"(?P<colon>\s*:\s*|\s+)(?P<who>[^()\[\]]*[^\W\d_][^()\[\]]*)(?:[)\]]|$)"
)
"""Helpers in the brackets behind an owner: "An Văn Một (phối hợp: Bùi Thị Hai)"."""
_HELPED_BESIDE = re.compile(r"\s+(?:[-–—]\s*)?(?=(?:phối\s*hợp|hỗ\s*trợ)\s*:)", re.IGNORECASE)
_LONGEST_INITIALS = 6


@lru_cache(maxsize=4096)
def read_people(text: str) -> tuple[PersonText, ...]:
    r"""Everybody a cell names, in its order.

    `;`, line breaks, `,` `&` `/` `+` and "và" part people; " - " and brackets do not: what follows
    is a position, a unit or a role. "Phòng Văn hóa và Xã hội" is one body, not two people, and a
    body in a line of its own is the unit of the person below it.

    >>> [person.name for person in read_people("Đ/c Minh; Đ/C Hòa - PCT UBND, TS.Lê Bình và H'Hen Niê")]
    ['Minh', 'Hòa', 'Lê Bình', "H'Hen Niê"]
    >>> [(person.name, person.role) for person in read_people("Vũ An (chủ trì), Lê Bình (phối hợp)")]
    [('Vũ An', 'lead'), ('Lê Bình', 'support')]
    >>> [(person.name, person.role) for person in read_people("Vũ An (phối hợp: Lê Bình)")]
    [('Vũ An', None), ('Lê Bình', 'support')]
    >>> [(person.name, person.unit) for person in read_people("Phòng Kinh tế\nKS. Trần Mậu")]
    [('Trần Mậu', 'Phòng Kinh tế')]
    >>> [(person.unit, person.code) for person in read_people("Lê An (VP); Lê An (04)")]
    [('VP', None), (None, '04')]
    >>> [(person.name, person.role) for person in read_people("Chủ trì: Vũ An Phối hợp: Lê Bình")]
    [('Vũ An', 'lead'), ('Lê Bình', 'support')]
    >>> [person.name for person in read_people("Văn phòng HĐND và UBND")], read_people(" … ")
    (['Văn phòng HĐND và UBND'], ())
    """
    whole = _HELPED_BESIDE.sub("\n", clean(text))
    helping = [found for found in _HELPED_BY.finditer(whole) if _names_helpers(found)]
    for found in reversed(helping):
        own = found["own"].strip(_EDGES)
        whole = whole[: found.start()] + (f"({own})" if own else "") + whole[found.end() :]
    helpers = [replace(one, role="support") for found in helping for one in _read(found["who"])]
    return (*_read(whole), *helpers)


def _names_helpers(found: re.Match[str]) -> bool:
    """Whether somebody is named: "(phối hợp thực hiện)" only says what the person does."""
    return ":" in found["colon"] or found["who"][:1].isupper()


def _read(text: str) -> list[PersonText]:
    people: list[PersonText] = []
    role: str | None = None
    unit: str | None = None
    listed = _ALL_OF.match(text)
    behind = text[listed.end() :] if listed else ""
    if behind[:1].isupper() and not names_body(behind):
        text = behind
    addressed = _ADDRESSED.sub(r"\1 ", text)
    pieces = list(_pieces(_COMRADE.sub(rf"\1{_SLASH_OF_COMRADE}\2", addressed)))
    for place, piece in enumerate(pieces):
        head, found = _announced_role(piece.text)
        role = found or role
        person = _person(head)
        if person is None:
            continue
        is_unit_line = names_body(person.name) and person.position is None
        if is_unit_line and place + 1 < len(pieces) and pieces[place + 1].before == "\n":
            if not names_body(pieces[place + 1].text):
                unit = person.name
                continue
        elif piece.before == ";":
            unit = None
        own_unit = person.unit if person.unit or names_body(person.name) else unit
        people.append(replace(person, role=person.role or role, unit=own_unit))
    return people


def _pieces(text: str) -> Iterator[_Fragment]:
    """The fragments, those that name nobody joined to the one before them."""
    current: _Fragment | None = None
    for fragment in _fragments(text):
        if current is None:
            current = fragment
        elif _starts_anew(current, fragment):
            yield current
            current = fragment
        else:
            mark = _REMARK if _is_remark(current, fragment) else ""
            glue = mark + _WRITTEN.get(fragment.before, f" {fragment.before} ")
            current = _Fragment(current.before, current.text + glue + fragment.text)
    if current is not None:
        yield current


def _fragments(text: str) -> Iterator[_Fragment]:
    """The text cut at every separator outside brackets."""
    start, before = 0, ""
    for match in _SEPARATOR.finditer(text):
        inside = text[start : match.start()]
        if inside.count("(") + inside.count("[") > inside.count(")") + inside.count("]"):
            continue
        if inside.strip():
            yield _fragment(before, inside)
            before = ""
        sign = "\n" if "\n" in match[0] else match[0].strip()
        before = min(before or sign, sign, key=_strength)
        start = match.end()
    if text[start:].strip():
        yield _fragment(before, text[start:])


def _strength(separator: str) -> int:
    """Of several separators in a row the strongest counts."""
    return (";", "\n").index(separator) if separator in (";", "\n") else 2


def _fragment(before: str, text: str) -> _Fragment:
    return _Fragment(before, one_line(text.replace(_SLASH_OF_COMRADE, "/")))


def _starts_anew(current: _Fragment, fragment: _Fragment) -> bool:
    """Whether a fragment names somebody of its own and does not go on about the one before."""
    if fragment.before in (";", "\n"):
        return not _continues(fragment.text) and not _is_broken_name(current, fragment)
    head = _DASH.split(_BRACKETS.sub("", _announced_role(fragment.text)[0]))[0].strip(_EDGES)
    name = strip_titles(head)
    if name != head:
        return True
    if names_position(name):
        return False
    if names_body(name):
        # "UBND" after "HĐND và" belongs to one body, after a comma it is the next one.
        return fragment.before == "," and names_body(current.text) and not _is_short(name)
    if not name or _is_short(name) or any(sign.isdigit() for sign in name):
        return False
    capitalised = all(word[0].isupper() for word in name.split())
    return capitalised or (len(name.split()) > 1 and not names_body(_last_head(current.text)))


def _continues(text: str) -> bool:
    """A line or piece that is only a position or a remark in brackets."""
    bare = _BULLET.sub("", text)
    return bare.startswith(("(", "[")) or (names_position(bare) and not text.startswith("+"))


def _is_remark(current: _Fragment, fragment: _Fragment) -> bool:
    """Whether a position or unit of its own follows a bare name; else the words run on."""
    if names_body(current.text) or _DASH.search(current.text) or fragment.text.startswith("("):
        return False
    is_unit = names_body(fragment.text) or _is_short(fragment.text)
    return names_position(fragment.text) or (is_unit and fragment.before != "và")


def _is_broken_name(current: _Fragment, fragment: _Fragment) -> bool:
    """A name broken after its second word: Văn and Thị stand before a given name."""
    ends_open = re.fullmatch(r"[^\W\d_]+ (?:văn|thị)", current.text, re.IGNORECASE)
    return fragment.before == "\n" and ends_open is not None and " " not in fragment.text


def _last_head(text: str) -> str:
    return _DASH.split(text)[-1]


def _is_short(name: str) -> bool:
    """An abbreviation of a body or position, such as VP, HĐND: capitals, no vowel or no tone."""
    bare = fold(name).replace(" ", "")
    return name.isupper() and len(bare) > 1 and not any(letter in "aeiouy" for letter in bare)


def _is_initials(said: str) -> bool:
    """One word of capitals behind a name is a unit ("ĐU", "PKT"); positions were told before."""
    return said.isupper() and said.isalpha() and 2 <= len(said) <= _LONGEST_INITIALS


def _announced_role(text: str) -> tuple[str, str | None]:
    """The rest and the role of "Chủ trì: Nguyễn Văn An"; the role goes on to the next people."""
    head, colon, rest = text.partition(":")
    found = _role(head)
    if colon and len(fold(head).split()) <= 4:
        found = found or _SHORT_ROLES.get(fold(head).strip())
        if found is not None or (_is_label(head.strip()) and _is_person_behind(rest.strip())):
            return rest.strip(), found
    return text, None


def _is_label(head: str) -> bool:
    """Whether words before a colon say what somebody does: "Phụ trách: Lê An", "TH: Lê An"."""
    words = _BULLET.sub("", head).split()
    return not names_body(head) and (
        _is_short(head) or (len(words) > 1 and all(word.islower() for word in words[1:]))
    )


def _role(text: str) -> str | None:
    return next(
        (role for role, said in _ROLES.items() if any(has_words(text, one) for one in said)), None
    )


def _person(text: str) -> PersonText | None:
    """A piece as a person; None when it holds no letter outside brackets."""
    if not _has_letters(_BRACKETS.sub(" ", text)):
        return None
    bare, *after = _BULLET.sub("", text).split(_REMARK)
    if names_body(bare) or not _has_letters(_BRACKETS.sub(" ", bare)):
        bare, after = bare + "".join(after), []  # "Văn phòng HĐND" + " và UBND" is one body
    remarks = [one_line(remark) for remark in _BRACKETS.findall(bare)]
    bare = one_line(_BRACKETS.sub(" ", bare))
    head, *behind = dropwhile(lambda part: not _has_letters(part), _DASH.split(bare))
    unit = None
    if names_body(head) and behind:
        if _is_person_behind(behind[0]):
            unit, head, behind = head, behind[0], behind[1:]
        elif _role(behind[0]) is None:
            head, behind = bare, []
    name = strip_titles(head).strip(_EDGES)
    if not _has_letters(name):
        return None
    person = PersonText(name, one_line(text.replace(_REMARK, "")), None, unit)
    for said in (remark.strip(_EDGES) for remark in [*remarks, *behind, *after]):
        if said:
            person = _with_remark(person, said)
    return person


def _is_room(said: str) -> bool:
    """Whether a unit is meant and no deputy: "P. Kinh tế", not "P. Chủ tịch"."""
    found = _ROOM.fullmatch(said)
    return found is not None and not names_position(found[1])


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _is_person_behind(text: str) -> bool:
    """Whether "Phòng Kinh tế - …" goes on with somebody's name."""
    if names_body(text) or names_position(text) or _role(text) is not None:
        return False
    return len(text.split()) > 1 and all(word[0].isupper() for word in text.split())


def _with_remark(person: PersonText, said: str) -> PersonText:
    if (
        role := _role(said) or (said.islower() and _SHORT_ROLES.get(fold(said))) or None
    ) is not None:
        return replace(person, role=person.role or role)
    if _CODE.fullmatch(said):
        return replace(person, code=person.code or said)
    if _is_room(said):
        return replace(person, unit=person.unit or said)
    if names_position(said):
        return replace(person, position=person.position or said)
    if names_body(said) or person.position is not None or _is_short(said) or _is_initials(said):
        return replace(person, unit=person.unit or said)
    return replace(person, position=said)
