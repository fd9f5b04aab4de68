"""The sheet "Căn cứ": what the results rest on, in a stable form that `verify` reads back.

The first column holds ASCII keys that never change and are never translated, the third the value;
the second and fourth say the same to people. `facts` gives the pairs without any sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from cadre_cli.domain.office import Office
from cadre_cli.domain.officers import Kind
from cadre_cli.domain.report import Block, Column, Look, Row, Section, Shows, Table
from cadre_cli.domain.results import Classification, NotRated, Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Basis
from cadre_cli.reports.cited import (
    assumptions,
    authority_name,
    basis_words,
    choices,
    kind_name,
    read_as_name,
    rule_sets,
)
from cadre_cli.reports.keys import PROVENANCE
from cadre_cli.reports.machine import decimal_text
from cadre_cli.reports.page import WORKING_PAGE, plain_title
from cadre_cli.rules.load import digest_of
from cadre_cli.rules.schema import Choice, RuleSet

NAME = Text("Căn cứ", "Basis")
SCHEMA = "cadre.result/1"
_TITLE = Text("CĂN CỨ CỦA KẾT QUẢ", "WHAT THE RESULTS REST ON")
_GRID = (40.0, 52.0, 64.0, 46.0)

_SHARED = Text("Tệp này dùng cho mọi kỳ", "This file is read for every period")
_SHA256 = Text("Mã SHA-256", "SHA-256")
PARTS = ("common", "a", "b", "c", "d", "dd", "e", "points")
"""The parts of a score that are recorded with each result."""

Options = Mapping[str, str]
"""Options of the command that change results, by their names without dashes."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a result rests on: `key` and `value` for `verify`, the rest for people."""

    key: str
    value: str
    meaning: Text
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """How the results were made: the version of `cadre`, the day whose law applies, the options."""

    version: str
    as_of: date
    options: Options = field(default_factory=dict)


Group = tuple[Text, tuple[Fact, ...]]
"""Facts under one heading of the sheet."""


def facts(
    outcome: Outcome,
    rules: Mapping[str, RuleSet],
    made: Made,
    lang: str,
    more: tuple[Group, ...] = (),
) -> tuple[Group, ...]:
    """All facts by group, in a stable order; `more` is what another report than a period's has."""
    return (
        (Text("Lần chạy", "The run"), tuple(_run(outcome, made, lang))),
        (Text("Tệp nguồn", "Sources"), tuple(_sources(outcome))),
        (Text("Quyết định của cơ quan", "Decisions of the office"), tuple(_decided(outcome))),
        (Text("Bộ quy định", "Rule sets"), tuple(_rule_sets(rules, outcome.office, lang))),
        (Text("Lựa chọn đã áp dụng", "Choices taken"), tuple(_choices(rules, lang))),
        (Text("Giả định của kết quả", "Assumptions"), tuple(_assumed(outcome, lang))),
        (Text("Điều khoản đã dùng", "Passages used"), tuple(_passages(outcome, lang))),
        (Text("Kết quả đã ghi", "Results recorded"), tuple(_results(outcome))),
        *more,
    )


def provenance(
    outcome: Outcome,
    rules: Mapping[str, RuleSet],
    made: Made,
    lang: str,
    more: tuple[Group, ...] = (),
) -> Section:
    """The sheet; groups without facts are left out."""
    rows: list[Row] = []
    for place, (heading, listed) in enumerate(facts(outcome, rules, made, lang, more)):
        if listed:
            rows.append(Row(f"group:{place}", (heading.of(lang),), Look.GROUP))
        rows += (
            Row(fact.key, (fact.key, fact.meaning.of(lang), fact.value, fact.remark))
            for fact in listed
        )
    columns = (
        Column("key", Text("Khóa", "Key").of(lang)),
        Column("meaning", Text("Nội dung", "Meaning").of(lang)),
        Column("value", Text("Giá trị", "Value").of(lang), Shows.TEXT),
        Column("remark", Text("Căn cứ, ghi chú", "Basis, notes").of(lang)),
    )
    blocks: tuple[Block, ...] = (
        *plain_title(_TITLE.of(lang), outcome, lang),
        Table(columns, tuple(rows), pinned=True),
    )
    return Section(PROVENANCE, NAME.of(lang), WORKING_PAGE, _GRID, blocks)


def _run(outcome: Outcome, made: Made, lang: str) -> Iterator[Fact]:
    period = "" if outcome.period is None else str(outcome.period)
    yield Fact("cadre.schema", SCHEMA, Text("Dạng bảng kết quả", "Form of this workbook"))
    yield Fact("cadre.version", made.version, Text("Phiên bản cadre", "Version of cadre"))
    yield Fact("cadre.lang", lang, Text("Ngôn ngữ của bảng này", "Language of this workbook"))
    yield Fact("office", outcome.office.name or "", Text("Cơ quan", "Office"))
    yield Fact("period", period, Text("Kỳ đánh giá", "Period"))
    if outcome.period is not None:
        meaning = Text("Ngày chọn quy định (--as-of)", "Day whose rules apply (--as-of)")
        yield Fact("as_of", made.as_of.isoformat(), meaning)
    for name in sorted(made.options):
        words = Text(f"Tùy chọn --{name}", f"Option --{name}")
        yield Fact(f"option.{name}", made.options[name], words)


def _sources(outcome: Outcome) -> Iterator[Fact]:
    for place, source in enumerate(outcome.sources, 1):
        yield Fact(f"source.{place}.file", source.file, Text("Tệp", "File"))
        yield Fact(f"source.{place}.sha256", source.sha256, _SHA256)
        if source.shared:
            yield Fact(f"source.{place}.shared", "1", _SHARED)


def _decided(outcome: Outcome) -> Iterator[Fact]:
    """The office's settings that results rest on, so that they can be scored again without the file."""
    office = outcome.office
    if office.configuration is not None:
        words = Text("Tệp thiết lập của cơ quan", "The office's configuration")
        yield Fact("configuration.file", office.configuration.file, words)
        yield Fact("configuration.sha256", office.configuration.sha256, _SHA256)
    if office.extends is not None:
        words = Text("Tệp quy định riêng của cơ quan", "The office's own rule file")
        yield Fact("extends.file", office.extends, words)
    if office.monthly_before_2026 is not None:
        words = Text("Quy định chấm tháng trước 2026", "Rules of months before 2026")
        yield Fact("monthly_before_2026", office.monthly_before_2026, words)
    for name in sorted(office.decisions):
        decided = office.decisions[name]
        words = Text(f"Quyết định về {name}", f"Decision on {name}")
        yield Fact(f"decision.{name}", decided.option, words, decided.document)


def _rule_sets(rules: Mapping[str, RuleSet], office: Office, lang: str) -> Iterator[Fact]:
    for rule in rule_sets(rules):
        yield Fact(f"rules.{rule.kind}", rule.id, _governed(Kind(rule.kind)))
    for rule in _each_once(rules):
        key = f"rule_set.{rule.id}"
        until = "" if rule.until is None else rule.until.isoformat()
        read_as = read_as_name(rule.read_as).of(lang)
        words = Text("Đối chiếu với văn bản ngày", "Compared with the text on")
        yield Fact(f"{key}.title", rule.title, Text("Văn bản", "Text"), rule.document)
        yield Fact(f"{key}.since", rule.since.isoformat(), Text("Có hiệu lực từ", "In force from"))
        yield Fact(f"{key}.until", until, Text("Hết hiệu lực từ", "No longer in force from"))
        yield Fact(f"{key}.checked_on", rule.checked_on.isoformat(), words, read_as)
        digest = digest_of(rule.id, office.overlay, office.extends or "")
        yield Fact(
            f"{key}.sha256", digest, Text("Mã SHA-256 của tệp dữ liệu", "SHA-256 of its data")
        )


def _governed(kind: Kind) -> Text:
    name = kind_name(kind)
    return Text(f"Áp dụng cho {name.vi}", f"Governs {name.en}")


def _each_once(rules: Mapping[str, RuleSet]) -> tuple[RuleSet, ...]:
    """Each rule set once, though it may govern several kinds of person."""
    return tuple({rule.id: rule for rule in rule_sets(rules)}.values())


def _choices(rules: Mapping[str, RuleSet], lang: str) -> Iterator[Fact]:
    for rule in _each_once(rules):
        for choice in choices(rule):
            words = Text(choice.meaning or choice.id, choice.id)
            yield Fact(f"choice.{rule.id}.{choice.id}", choice.taken, words, _taken(choice, lang))


def _taken(choice: Choice, lang: str) -> str:
    parts = (authority_name(choice.basis.authority).of(lang), choice.basis.document)
    return ", ".join(part for part in (*parts, choice.basis.passage) if part)


def _assumed(outcome: Outcome, lang: str) -> Iterator[Fact]:
    for place, basis in enumerate(assumptions(outcome), 1):
        value = f"{basis.choice}={basis.option}" if basis.choice else _passage(basis)
        words = basis_words(basis, lang)
        remark = read_as_name(basis.read_as).of(lang)
        yield Fact(f"assumption.{place}", value, Text(words, words), remark)


def _passages(outcome: Outcome, lang: str) -> Iterator[Fact]:
    bases = dict.fromkeys(basis for result in outcome.results for basis in result.bases())
    used = [basis for basis in bases if basis.choice is None and not basis.is_assumption]
    for place, basis in enumerate(used, 1):
        meaning = Text("Điều khoản", "Passage")
        remark = read_as_name(basis.read_as).of(lang)
        yield Fact(f"passage.{place}", _passage(basis), meaning, remark)


def _passage(basis: Basis) -> str:
    return " ".join(part for part in (basis.document, basis.passage) if part)


def _results(outcome: Outcome) -> Iterator[Fact]:
    """Every result once more in the form of the JSON, so that `verify` need not read cells."""
    for place, result in enumerate(outcome.results, 1):
        officer = result.officer
        who = " – ".join(part for part in (officer.name, officer.unit, officer.position) if part)
        yield Fact(f"result.{place}", result_text(result), Text(who, who), officer.code or "")


def result_text(result: Classification) -> str:
    """`total=70.9583333333 grade=HTT not_rated= by_points=HTT … common=27 a=0.64 …`: empty where there is none."""
    total = "" if result.score.root is None else decimal_text(result.score.root.value)
    above = result.not_rated is NotRated.RATED_ABOVE
    told = {
        "total": total,
        "grade": result.grade or "",
        "not_rated": "" if result.not_rated is None else result.not_rated.value,
        "by_points": result.grade_by_points or "",
        "rules": result.score.rule_set,
        **{
            key: ""
            if above or key not in result.score.parts
            else decimal_text(result.score.parts[key].value)
            for key in PARTS
        },
    }
    return " ".join(f"{key}={value}" for key, value in told.items())
