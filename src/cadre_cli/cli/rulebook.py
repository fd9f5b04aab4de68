"""The pages of `cadre rules`: what is in force on a day, and every number with its passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cadre_cli.cli import words
from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Kind
from cadre_cli.domain.periods import PeriodUnit
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.pipeline.own_rules import rules_of_office
from cadre_cli.reports.cited import authority_name, basis_words, read_as_name
from cadre_cli.rules.book import EVERY_UNIT, KIND_NAMES, ORGANISATION, Governs, RuleBook
from cadre_cli.rules.book import RuleDocument as Document
from cadre_cli.rules.gaps import UNIT_NAMES
from cadre_cli.rules.load import in_force, rules_by_id, rules_for
from cadre_cli.rules.schema import Choice, Condition, NoRuleInForce, RuleSet
from cadre_cli.rules.terms import ChoiceTerm

_VALUES = Text("Các con số:", "Numbers:")
_GOVERNS = Text("Áp dụng cho:", "Governs:")
_CRITERIA = Text("Tiêu chí chung:", "Common criteria:")
_GRADES = Text("Các mức xếp loại:", "Classes:")
_FORCED = Text("Trường hợp buộc xếp loại:", "Forced classes:")
_CONDITIONS = Text("Điều kiện của từng mức:", "Conditions of each class:")
_NOT_FOUND = Text("Phần không tìm thấy văn bản:", "Parts whose text was not found:")
_PASSAGES = Text("Điều khoản khác:", "Other passages:")
_CHOICES = Text("Chỗ văn bản không nói, tạm chọn:", "Choices where the text is silent:")
_FROM = Text("có hiệu lực từ {since}", "in force from {since}")
_UNTIL = Text(" đến trước {until}", " until {until}")
_CHECKED = Text("đối chiếu lần cuối {on}; {read} ({mark})", "last compared {on}; {read} ({mark})")
_DOCUMENT = Text("văn bản: {document}{issued}; cách tính: {method}", "{document}{issued}; {method}")
_ISSUED = Text(", ban hành {day}", ", issued {day}")
_OWN = Text("quy định riêng của cơ quan, dựa trên {base}", "the office's own, based on {base}")
_BASED = Text("dựa trên {base}, trừ những gì ghi khác", "based on {base} except where it differs")
_ON_DAY = Text("Áp dụng ngày {day}:", "What applies on {day}:")
_MONTH_AND_YEAR = Text(
    "  {who}: theo dõi tháng {month}; xếp loại năm {year}", "  {who}: months {month}; year {year}"
)
_NOBODY = Text("không có", "none")
_BY_CHOICE = Text("theo lựa chọn {choice} = {option}", "by the choice {choice} = {option}")
_LEADERS = Text("lãnh đạo, quản lý: ", "leaders: ")
_OTHERS = Text("không giữ chức vụ: ", "without a post: ")
_NOW = Text("đang dùng", "in use")
_DEFAULT = Text("mặc định: {authority}", "default: {authority}")
METHODS = {
    "converted_products": Text(
        "sản phẩm quy đổi, bình quân số lượng, chất lượng, tiến độ (lãnh đạo thêm d, đ, e)",
        "converted products: the mean of quantity, quality and progress (leaders: d, đ, e)",
    ),
    "points_per_task": Text("điểm chấm từng việc", "points per task"),
    "criteria_table": Text("bảng người × tiêu chí cộng lại 100 điểm", "people × criteria of 100"),
    "conditions": Text("điều kiện của từng mức", "conditions of each class"),
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The rule sets of one office, and what it has decided."""

    book: RuleBook
    office: Office

    @classmethod
    def of(cls, office: Office) -> Shelf:
        """Those of the program where the office has none of its own."""
        return cls(rules_of_office(office), office)

    def documents(self, on: date | None) -> tuple[Document, ...]:
        """The rule sets, or those in force on a day."""
        return self.book.documents if on is None else in_force(self.book, on)

    def is_own(self, document: Document) -> bool:
        """Whether it is the office's own rule file."""
        return bool(self.office.extends) and document.file == self.office.extends

    def shown_set(self, rule_set: str, on: date | None) -> RuleSet | Text:
        """A rule set as on a day, by default the day it was last compared with the text."""
        document = self.book.find(rule_set)
        if document is None:
            return words.NO_SUCH_RULES.fill(id=rule_set, known=self.book.ids)
        line = next(iter(document.governs), None)
        kind = line.kind if line is not None else Kind.CONG_CHUC.value
        unit = line.units[0] if line is not None else PeriodUnit.MONTH
        day = on or document.checked_on
        return rules_by_id(self.book, rule_set, day, kind, self.office.decisions, unit)

    def governing(self, on: date) -> Iterator[tuple[str, dict[str, str | None]]]:
        """Each kind of person with the rule set of its months and of its year on a day."""
        for kind in (*(each.value for each in Kind), ORGANISATION):
            yield (
                kind,
                {
                    "month": self._set_of(kind, on, PeriodUnit.MONTH),
                    "year": self._set_of(kind, on, PeriodUnit.YEAR),
                },
            )

    def _set_of(self, kind: str, on: date, unit: PeriodUnit) -> str | None:
        try:
            return rules_for(self.book, on, kind, self.office.decisions, unit).id
        except NoRuleInForce:
            return None


def list_lines(shelf: Shelf, on: date | None, lang: str) -> Iterator[str]:
    """The lines of `cadre rules list`."""
    for document in shelf.documents(on):
        line = listed(document, lang)
        if shelf.is_own(document):
            line += f" – {_OWN.fill(base=document.extends).of(lang)}"
        yield line
    if on is None:
        return
    yield ""
    yield _ON_DAY.fill(day=on).of(lang)
    for kind, sets in shelf.governing(on):
        names = {unit: _NOBODY if name is None else name for unit, name in sets.items()}
        yield _MONTH_AND_YEAR.fill(who=KIND_NAMES[kind], **names).of(lang)


def listed(rules: Document | RuleSet, lang: str) -> str:
    """One line of `cadre rules list`."""
    return f"{rules.id}  {rules.title} – {_span(rules.since, rules.until, lang)}"


def _span(since: date, until: date | None, lang: str) -> str:
    dates = _FROM.fill(since=since).of(lang)
    return dates if until is None else dates + _UNTIL.fill(until=until).of(lang)


def page(shelf: Shelf, rules: RuleSet, lang: str) -> Iterator[str]:
    """All of one rule set, as `cadre rules show` prints it."""
    document = shelf.book.find(rules.id)
    if document is not None:
        yield from _head(shelf, document, rules, lang)
        yield from _titled(_GOVERNS, (_governs(line, lang) for line in document.governs), lang)
    yield from _titled(_VALUES, _values(rules, lang), lang)
    yield from _titled(_CRITERIA, _criteria(rules, lang), lang)
    yield from _titled(_GRADES, _grades(rules, lang), lang)
    forced = (f"{f.grade}  {f.text} ({cited(f.basis, lang)})" for f in rules.forced)
    yield from _titled(_FORCED, forced, lang)
    yield from _titled(_CONDITIONS, (_condition(c, lang) for c in rules.conditions), lang)
    lost = (f"{part.what} ({cited(part.basis, lang)})" for part in rules.not_found)
    yield from _titled(_NOT_FOUND, lost, lang)
    passages = (
        f"{rules.meanings.get(name, name)} ({cited(basis, lang)})"
        for name, basis in rules.passages.items()
    )
    yield from _titled(_PASSAGES, passages, lang)
    terms = {} if document is None else {term.id: term for term in document.choices}
    choices = (line for c in rules.choices.values() for line in _choice(c, terms.get(c.id), lang))
    yield from _titled(_CHOICES, choices, lang)


def _titled(title: Text, lines: Iterator[str], lang: str) -> Iterator[str]:
    """A section with its title; nothing where it has no lines."""
    for place, line in enumerate(lines):
        if place == 0:
            yield ""
            yield title.of(lang)
        yield f"  {line}"


def _head(shelf: Shelf, document: Document, rules: RuleSet, lang: str) -> Iterator[str]:
    yield listed(rules, lang)
    issued = Text("", "") if document.issued is None else _ISSUED.fill(day=document.issued)
    named = (METHODS.get(each, each) for each in (rules.method, rules.or_method) if each)
    method = " | ".join(shown(each, lang) for each in named)
    head = _DOCUMENT.fill(document=rules.document, issued=issued, method=method)
    yield head.of(lang)
    read = read_as_name(rules.read_as)
    yield _CHECKED.fill(on=rules.checked_on, read=read, mark=rules.read_as).of(lang)
    if document.extends is not None:
        based = _OWN if shelf.is_own(document) else _BASED
        yield based.fill(base=document.extends).of(lang)


def _governs(line: Governs, lang: str) -> str:
    units = (
        ""
        if line.units == EVERY_UNIT
        else f" ({', '.join(UNIT_NAMES[unit].of(lang) for unit in line.units)})"
    )
    asked = [_BY_CHOICE.fill(choice=c, option=o).of(lang) for c, o in line.asked]
    why = "; ".join((*asked, cited(line.basis, lang)))
    return f"{KIND_NAMES[line.kind].of(lang)}{units}: {_span(line.since, line.until, lang)} ({why})"


def _values(rules: RuleSet, lang: str) -> Iterator[str]:
    for value in rules.values.values():
        number = shown(value.value, lang)
        yield f"{value.name} = {number}  {value.meaning} ({cited(value.basis, lang)})"


def _criteria(rules: RuleSet, lang: str) -> Iterator[str]:
    for each in rules.criteria:
        yield f"{each.code:6} {shown(each.maximum, lang):>4}  {each.text}"


def _grades(rules: RuleSet, lang: str) -> Iterator[str]:
    for grade in rules.grades:
        least = shown(grade.at_least, lang)
        yield f"{grade.code:5} ≥ {least}  {grade.name} ({cited(grade.basis, lang)})"


def _condition(asked: Condition, lang: str) -> str:
    who = {None: "", True: _LEADERS.of(lang), False: _OTHERS.of(lang)}[asked.leaders]
    return f"{asked.grade:5} {who}{asked.text} ({cited(asked.basis, lang)})"


def _choice(choice: Choice, term: ChoiceTerm | None, lang: str) -> Iterator[str]:
    """The choice as taken, who stands behind it, and every option with its meaning."""
    yield f"{choice.id} = {choice.taken}  {choice.meaning} ({_behind(choice.basis, lang)})"
    if term is None or term.row is not None:
        yield f"    {choice.taken_means}"
    elif term.numbers is not None:
        least, most, step = term.numbers.least, term.numbers.most, term.numbers.step
        span = f"{shown(least, lang)} … {shown(most, lang)} (± {shown(step, lang)})"
        yield f"    {span}: {term.means(term.default)}"
    else:
        for option, means in term.options.items():
            now = f"  ← {_NOW.of(lang)}" if option == choice.taken else ""
            yield f"    {option}: {means}{now}"


def _behind(basis: Basis, lang: str) -> str:
    """Who stands behind what a choice takes: the office's decision, or the default and its place."""
    authority = authority_name(basis.authority)
    if basis.authority is Authority.LOCAL and not basis.passage:
        return f"{authority.of(lang)}: {basis.document}"
    where = " ".join(part for part in (basis.document, basis.passage) if part)
    read = "" if basis.read_as == "V" else f"; {read_as_name(basis.read_as).of(lang)}"
    return f"{_DEFAULT.fill(authority=authority).of(lang)}; {where}{read}"


def cited(basis: Basis, lang: str) -> str:
    """A passage with who stands behind it and how it was read, where that is not the law in full."""
    told = [basis_words(basis, lang)]
    if basis.choice is None and basis.authority is not Authority.LAW:
        told.append(authority_name(basis.authority).of(lang))
    if basis.read_as != "V":
        told.append(read_as_name(basis.read_as).of(lang))
    return "; ".join(part for part in told if part)
