"""Units of what people give: "triệu đồng", "ha", "ngày công"; what cannot be told is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from cadre_cli.domain.villages import Giving
from cadre_cli.sheets.columns import as_text
from cadre_cli.sheets.table import Table
from cadre_cli.sheets.wording import plain
from cadre_cli.vietnamese.text import one_line

DONG, SQUARE_METRES, DAYS, TREES, STRUCTURES = "đồng", "m²", "ngày công", "cây", "công trình"
METRES = "m"


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit that sums are kept in, and how many of it one of the written unit makes."""

    name: str
    times: Decimal = Decimal(1)


_MONEY = {
    "dong": Unit(DONG),
    "vnd": Unit(DONG),
    "d": Unit(DONG),
    "nghin dong": Unit(DONG, Decimal(1000)),
    "ngan dong": Unit(DONG, Decimal(1000)),
    "1000 dong": Unit(DONG, Decimal(1000)),
    "1 000 dong": Unit(DONG, Decimal(1000)),
    "1000d": Unit(DONG, Decimal(1000)),
    "trieu dong": Unit(DONG, Decimal(1_000_000)),
    "trieu": Unit(DONG, Decimal(1_000_000)),
    "tr dong": Unit(DONG, Decimal(1_000_000)),
    "trd": Unit(DONG, Decimal(1_000_000)),
    "ty dong": Unit(DONG, Decimal(1_000_000_000)),
    "ty": Unit(DONG, Decimal(1_000_000_000)),
}
# A sào has 360, 497 or 500 m² and a công of land 1000 or 1296, by region: they are asked about.
_LAND = {
    "m2": Unit(SQUARE_METRES),
    "met vuong": Unit(SQUARE_METRES),
    "ha": Unit(SQUARE_METRES, Decimal(10_000)),
    "hec ta": Unit(SQUARE_METRES, Decimal(10_000)),
    "hecta": Unit(SQUARE_METRES, Decimal(10_000)),
}
_WORK = {
    "ngay cong": Unit(DAYS),
    "ngay cong lao dong": Unit(DAYS),
    "cong lao dong": Unit(DAYS),
    "cong": Unit(DAYS),
    "ngay": Unit(DAYS),
}
_TREES = {"cay": Unit(TREES), "cay cac loai": Unit(TREES), "goc": Unit(TREES)}
_STRUCTURES = {
    "cong trinh": Unit(STRUCTURES),
    "ct": Unit(STRUCTURES),
    "m": Unit(METRES),
    "met": Unit(METRES),
    "km": Unit(METRES, Decimal(1000)),
    "m2": Unit(SQUARE_METRES),
    "met vuong": Unit(SQUARE_METRES),
}
_KNOWN = {
    Giving.MONEY: _MONEY,
    Giving.LAND: _LAND,
    Giving.WORK: _WORK,
    Giving.TREES: _TREES,
    Giving.STRUCTURES: _STRUCTURES,
}
_OF_GOODS = frozenset(
    [
        "kg",
        "ki",
        "can",
        "lang",
        "ta",
        "tan",
        "yen",
        "g",
        "gam",
        "lit",
        "m3",
        "khoi",
        "met khoi",
        "bao",
        "goi",
        "thung",
        "hop",
        "chai",
        "tui",
        "xe",
        "chuyen",
        "vien",
    ]
)
"""Units of weight, volume and packing: "đường (kg)" is sugar, "đá làm đường (m³)" stone."""
_SAYS_NOTHING = frozenset({"", "hien vat", "hien vat khac", "khac", "cong trinh", "vat kien truc"})
"""Words for what was given that do not say what it was."""
_ITSELF = {
    Giving.WORK: Unit(DAYS),
    Giving.TREES: Unit(TREES),
}
"""What is counted in one unit everywhere: the heading "Ngày công" or "Số cây" names it."""

_GIVING = (
    (Giving.WORK, ("ngay cong", "cong lao dong", "lao dong")),
    (Giving.MONEY, ("tien", "tien mat", "kinh phi", "ung ho tien")),
    (Giving.LAND, ("dat", "hien dat", "dien tich")),
    (Giving.TREES, ("cay", "cay coi", "cay xanh", "cay bong mat")),
    (Giving.STRUCTURES, ("cong trinh", "tuong rao", "cong", "duong", "vat kien truc")),
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UNIT_LINE = re.compile(r"(?:đơn vị tính|đvt)\s*:\s*(.+)$", re.IGNORECASE)
_AMOUNT = re.compile(r"\s*([\d.,]*\d)\s*([^\d\s.,].*)$", re.DOTALL)


def giving_of(words: str | None, unit: str | None = None) -> Giving | None:
    """What a column "Hình thức đóng góp" says was given; None when it is not said.

    Its `unit` decides where land and roads share their words with goods.

    >>> giving_of("Hiến đất"), giving_of("Ngày công"), giving_of("Xi măng")
    (<Giving.LAND: 'land'>, <Giving.WORK: 'days of work'>, <Giving.OTHER: 'other'>)
    >>> giving_of("Công"), giving_of("Cổng")
    (<Giving.WORK: 'days of work'>, <Giving.STRUCTURES: 'structures'>)
    >>> giving_of("Đường", "kg"), giving_of("Đường", "m")
    (<Giving.OTHER: 'other'>, <Giving.STRUCTURES: 'structures'>)
    """
    if words is None:
        return None
    if one_line(words).casefold() == "công":  # without tones it is a gate or a drain, too
        return Giving.WORK
    said = plain(words)
    for giving, phrases in _GIVING:
        if any(f" {phrase} " in said for phrase in phrases):
            goods = giving in (Giving.LAND, Giving.STRUCTURES) and _is_of_goods(unit)
            return Giving.OTHER if goods else giving
    return Giving.OTHER


def _is_of_goods(unit: str | None) -> bool:
    return plain((unit or "").replace("³", "3")).strip() in _OF_GOODS


def unit_of(giving: Giving, words: str | None) -> Unit | None:
    """The unit that words name for what was given; None when they name none that is sure.

    What has no fixed units (things, structures) is summed under the office's own word for it.

    >>> unit_of(Giving.MONEY, "triệu đồng"), unit_of(Giving.LAND, "sào")
    (Unit(name='đồng', times=Decimal('1000000')), None)
    >>> unit_of(Giving.OTHER, "bao xi măng")
    Unit(name='bao xi măng', times=Decimal('1'))
    """
    if words is None or not words.strip():
        return None
    # "m²" folds to "m2" or loses its figure, by the font: it is put first.
    said = plain(words.replace("²", "2")).strip()
    known = _KNOWN.get(giving, {}).get(said)
    if known is not None or giving not in (Giving.OTHER, Giving.STRUCTURES):
        return known
    return Unit(one_line(words).casefold())


def giving_by_unit(words: str | None) -> Giving | None:
    """What was given, told by its unit alone: "triệu đồng" is money, "m²" is land."""
    if words is None:
        return None
    said = plain(words.replace("²", "2")).strip()
    found = [giving for giving, units in _KNOWN.items() if said in units]
    return found[0] if len(found) == 1 or found[:1] == [Giving.LAND] else None


def unit_of_column(giving: Giving, heading: str, table: Table) -> Unit | None:
    """The unit of a column for one kind of giving: in brackets, as its own words, or above the table."""
    own = heading.rpartition(" / ")[2]
    for words in (*_BRACKETS.findall(heading), own):
        found = _sure(giving, words)
        if found is not None:
            return found
    if giving in _ITSELF:
        return _ITSELF[giving]
    if giving is Giving.MONEY:
        for line in _lines_above(table):
            said = _UNIT_LINE.search(line)
            if said is not None and (found := unit_of(giving, said[1])) is not None:
                return found
    return Unit(STRUCTURES) if giving is Giving.STRUCTURES and _counts(own) else None


def _sure(giving: Giving, words: str) -> Unit | None:
    said = plain(words.replace("²", "2")).strip()
    return _KNOWN.get(giving, {}).get(said)


def _counts(heading: str) -> bool:
    return " cong trinh " in plain(heading)


def _lines_above(table: Table) -> Iterator[str]:
    for number in sorted(row for row in table.grid.rows if row < table.heading_rows[0]):
        for _, cell in sorted(table.grid.rows[number].items()):
            yield one_line(as_text(cell) or "")


def amount_and_unit(words: str) -> tuple[str, str] | None:
    """A number and the unit behind it in one cell: "5 triệu đồng", "120m²".

    >>> amount_and_unit("5 triệu đồng"), amount_and_unit("120m²"), amount_and_unit("15,5")
    (('5', 'triệu đồng'), ('120', 'm²'), None)
    """
    found = _AMOUNT.fullmatch(one_line(words))
    return (found[1], found[2].strip()) if found else None


def kept_apart(giving: Giving, unit: Unit, thing: str) -> Unit:
    """The unit with the thing it counts, where the unit alone says too little.

    >>> kept_apart(Giving.OTHER, Unit("bao"), "Xi măng").name
    'bao xi măng'
    >>> kept_apart(Giving.STRUCTURES, Unit(METRES), "Tường rào").name
    'm tường rào'
    >>> kept_apart(Giving.OTHER, Unit("bao gạo"), "Hiện vật khác").name
    'bao gạo'
    """
    if giving not in (Giving.OTHER, Giving.STRUCTURES) or unit.name == STRUCTURES:
        return unit
    if plain(thing).strip() in _SAYS_NOTHING:
        return unit
    said = one_line(thing).casefold()
    return unit if said in unit.name else replace(unit, name=f"{unit.name} {said}")


def bare(heading: str) -> str:
    """A heading's own words without parents and brackets."""
    return one_line(_BRACKETS.sub(" ", heading.rpartition(" / ")[2]))


def with_its_unit(thing: str) -> tuple[str, str | None]:
    """A thing and the unit in brackets behind it: "Đường (kg)" is sugar by the kilogram.

    >>> with_its_unit("Đường (kg)"), with_its_unit("Tường rào (nhà ông Ón)")
    (('Đường', 'kg'), ('Tường rào (nhà ông Ón)', None))
    """
    unit = in_brackets(thing)
    known = any(_sure(giving, unit or "") for giving in _KNOWN) or _is_of_goods(unit)
    return (bare(thing), unit) if known else (thing, None)


def in_brackets(heading: str) -> str | None:
    """What stands in brackets in a heading; None without them."""
    found = _BRACKETS.search(heading)
    return (found[1].strip() or None) if found else None
