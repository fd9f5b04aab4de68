"""Who is who across the months of a year: by code, else by name and unit, never by likeness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import ClassVar

from cadre_cli.domain.events import Event
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.officers import Officer
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.texts import Text
from cadre_cli.domain.year import YearEntry
from cadre_cli.pipeline.people import code_key
from cadre_cli.pipeline.unit_names import same_unit
from cadre_cli.vietnamese.names import name_key, sort_key
from cadre_cli.vietnamese.text import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoResultsInMonth(Finding):
    """Một tháng có hai kết quả khác nhau mang cùng tên, cùng đơn vị, không có mã để phân biệt.

    Thường do ghi một người hai lần, hoặc hai người trùng tên. Chương trình không chọn thay: tháng đó
    chưa tính cho ai.
    """

    code: ClassVar[str] = "N09"
    message: ClassVar[Text] = Text(
        "{officer} có hai kết quả ở {months}, không phân biệt được là một người hay hai người.",
        "{officer} has two results in {months}; whether this is one person or two is not known.",
    )
    fix: ClassVar[Text] = Text(
        "Trùng tên thì ghi cột Mã cán bộ cho từng người; ghi hai lần thì bỏ bớt một dòng.",
        "Homonyms: give each a code; entered twice: remove one row.",
    )
    wrong: ClassVar[str] = (
        "| Họ và tên | Đơn vị |\n|---|---|\n| Lò Văn Pản | Văn phòng |\n| Lò Văn Pản | Văn phòng |"
    )
    right: ClassVar[str] = (
        "| Mã cán bộ | Họ và tên | Đơn vị |\n|---|---|---|\n"
        "| CB01 | Lò Văn Pản | Văn phòng |\n| CB02 | Lò Văn Pản | Văn phòng |"
    )

    severity: Severity = Severity.ERROR
    officer: str
    months: tuple[Period, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerhapsOnePerson(Finding):
    """Hai tên có thể là một người, nhưng không có mã nên không tự gộp.

    Do đổi đơn vị trong năm mà không ghi biến động, hoặc gõ tên khác đi. Gộp nhầm hai người thì sai
    cả hai, nên chương trình chỉ nêu ra.
    """

    code: ClassVar[str] = "N10"
    message: ClassVar[Text] = Text(
        "“{one}” ({one_months}) và “{other}” ({other_months}) có thể là một người; chưa gộp.",
        "“{one}” ({one_months}) and “{other}” ({other_months}) may be one person; not merged.",
    )
    fix: ClassVar[Text] = Text(
        "Cùng một người thì ghi cùng mã cán bộ, hoặc sửa tên, đơn vị cho giống nhau ở các tháng, hoặc "
        "ghi biến động đổi đơn vị. Hai người thì không phải sửa.",
        "If they are one: the same code, or the same name and unit in all months, or record the "
        "change of unit. If they are two, nothing to do.",
    )
    wrong: ClassVar[str] = "| Tháng | Họ và tên |\n|---|---|\n| 6 | Hà Thị Én |\n| 7 | Hà Thị Ẻn |"
    right: ClassVar[str] = "| Tháng | Họ và tên |\n|---|---|\n| 6 | Hà Thị Én |\n| 7 | Hà Thị Én |"

    severity: Severity = Severity.WARNING
    one: str
    one_months: Text
    other: str
    other_months: Text


Seen = tuple[Period, str]
"""A period and the id somebody has in it."""


@dataclass(slots=True)
class _Known:
    """Somebody met in one or several periods."""

    seen: list[YearEntry] = field(default_factory=list)
    beside: list[Seen] = field(default_factory=list)

    def fits(self, officer: Officer, moves: Sequence[Event]) -> bool:
        codes = {code_key(each.officer.code) for each in self.seen if each.officer.code}
        if officer.code and codes:
            return code_key(officer.code) in codes
        if name_key(officer.name) != name_key(self.seen[0].officer.name):
            return False
        units = {each.officer.unit for each in self.seen if each.officer.unit}
        if officer.unit is None or not units or any(same_unit(officer.unit, u) for u in units):
            return True
        return any(_links(move, officer, units) for move in moves)

    @property
    def periods(self) -> frozenset[Period]:
        return frozenset(each.period for each in self.seen)


def _links(move: Event, officer: Officer, units: Iterable[str]) -> bool:
    """Whether a move on record leads from one of the units to the officer's, or back."""
    if name_key(move.who.name) != name_key(officer.name) or move.becomes is None:
        return False
    there, before = move.becomes.unit, None if move.was is None else move.was.unit
    if there is None or officer.unit is None:
        return False
    known = tuple(units)

    def among(unit: str | None) -> bool:
        return unit is None or any(same_unit(unit, each) for each in known)

    return (same_unit(there, officer.unit) and among(before)) or (
        before is not None and same_unit(before, officer.unit) and among(there)
    )


@dataclass(frozen=True, slots=True)
class Lined:
    """One person of the year: as last on record, every entry, and the ids they have in the periods.

    `seen` also has the ids that the workbooks of closed periods give.
    """

    officer: Officer
    entries: tuple[YearEntry, ...]
    seen: frozenset[Seen]


def line_up(
    entries: Iterable[YearEntry],
    moves: Sequence[Event] = (),
    beside: Iterable[tuple[Period, Officer]] = (),
) -> tuple[tuple[Lined, ...], tuple[Finding, ...]]:
    """The people of the year, whatever the order of the rows, and where it is not sure who is who.

    `moves` are the changes of unit on record: by them a name of two units is one person. Who is met
    `beside`, in the workbook of a closed period, belongs to the one person who fits.
    """
    known: list[_Known] = []
    for entry in sorted(entries, key=_surest_first):
        fitting = [each for each in known if each.fits(entry.officer, moves)]
        if len(fitting) == 1:
            fitting[0].seen.append(entry)
        else:
            known.append(_Known([entry]))
    for period, officer in beside:
        fitting = [each for each in known if each.fits(officer, moves)]
        if len(fitting) == 1:
            fitting[0].beside.append((period, officer.id))
    known.sort(key=_by_name)
    findings = (*_doubled(known), *_perhaps_one(known))
    return tuple(_lined(number, each) for number, each in enumerate(known)), findings


def _surest_first(entry: YearEntry) -> tuple[object, ...]:
    officer = entry.officer
    return (
        entry.period,
        officer.code is None,
        officer.unit is None,
        sort_key(officer.name),
        officer.unit or "",
        officer.id,
    )


def _by_name(known: _Known) -> tuple[object, ...]:
    officer = known.seen[-1].officer
    return (sort_key(officer.name), officer.unit or "", officer.code or "", min(known.periods))


def _lined(number: int, known: _Known) -> Lined:
    last = max(known.seen, key=lambda each: (each.period.last_day, not each.body))
    return Lined(
        replace(_filled(last.officer, known.seen), id=f"year:{number}"),
        tuple(_settled(known.seen)),
        frozenset((*((each.period, each.officer.id) for each in known.seen), *known.beside)),
    )


def _filled(officer: Officer, seen: Sequence[YearEntry]) -> Officer:
    """Who somebody is as last on record; what is blank there is as the latest month that says it."""

    def told(field: str) -> str | None:
        said: list[str | None] = [getattr(each.officer, field) for each in (*seen, seen[-1])]
        known = [value for value in said if value is not None]
        return known[-1] if known else None

    return replace(
        officer,
        code=officer.code or told("code"),
        unit=officer.unit or told("unit"),
        position=officer.position or told("position"),
        group=officer.group or told("group"),
    )


def _settled(seen: Sequence[YearEntry]) -> Iterator[YearEntry]:
    """One entry a period; where two stand, none counts."""
    for period in sorted({each.period for each in seen}):
        own = [each for each in seen if each.period == period]
        if len(own) == 1:
            yield own[0]
        else:
            yield replace(own[0], total=None, grade=None, not_rated=NotRated.INCOMPLETE)


def _doubled(known: Iterable[_Known]) -> Iterator[Finding]:
    for each in known:
        periods = sorted(each.periods)
        twice = [p for p in periods if sum(e.period == p for e in each.seen) > 1]
        if twice:
            second = [e for e in each.seen if e.period == twice[0]][1].officer
            yield TwoResultsInMonth(
                at=second.at.cell("name"), officer=second.name, months=tuple(twice)
            )


def _perhaps_one(known: Sequence[_Known]) -> Iterator[Finding]:
    """Names alike in months that do not overlap: one may follow the other."""
    for one, other in combinations(known, 2):
        if one.periods & other.periods or not _alike(one, other):
            continue
        first, second = sorted((one, other), key=lambda each: min(each.periods))
        yield PerhapsOnePerson(
            at=second.seen[0].officer.at.cell("name"),
            one=_described(first),
            one_months=_span(first),
            other=_described(second),
            other_months=_span(second),
        )


def _alike(one: _Known, other: _Known) -> bool:
    names = (one.seen[0].officer.name, other.seen[0].officer.name)
    codes = [{e.officer.code for e in each.seen if e.officer.code} for each in (one, other)]
    if all(codes):
        return False  # two codes are two people
    return name_key(names[0]) == name_key(names[1]) or bool(nearest(names[0], names[1:]))


def _described(known: _Known) -> str:
    officer = known.seen[-1].officer
    told = ", ".join(part for part in (officer.code, officer.unit) if part)
    return f"{officer.name} – {told}" if told else officer.name


def _span(known: _Known) -> Text:
    first, last = min(known.periods).title, max(known.periods).title
    if first == last:
        return first
    return Text(f"{first.vi} đến {last.vi}", f"{first.en} to {last.en}")
