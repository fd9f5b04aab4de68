"""The tables of `[choices]` in a rule file."""

from __future__ import annotations

from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.fields import Fields
from cadre_cli.rules.lines import AUTHORITIES, READINGS, Lines
from cadre_cli.rules.terms import ALL, ChoiceTerm, NumberRange, NumberRow

_FORMS = ("options", "numbers", "row")


def choice_term(lines: Lines, name: str, term: Fields) -> ChoiceTerm:
    """One open point: its options in one of three forms, the default and who stands behind it."""
    term.allow(
        *("meaning", *_FORMS, "many", "default"),
        *("authority", "document", "read_as", "silent_at"),
    )
    if sum(term.has(form) for form in _FORMS) != 1:
        text = Text(
            "cần hoặc options, hoặc numbers, hoặc row", "needs one of options, numbers and row"
        )
        raise term.fault("options", text)
    numbers, row, many = _numbers(term), _row(term), term.flag("many")
    default = term.text("default") if row else None
    options = _options(term, numbers, default)
    if default is None:
        default = term.word("default", options)
    elif row is not None and row.option(default) != default:
        text = Text(f"“{default}” không đúng dạng đã ghi", f"“{default}” does not fit the form")
        raise term.fault("default", text)
    if many and (ALL not in options or term.has("numbers") or row):
        raise term.fault("many", Text(f"cần options có {ALL}", f"needs options with {ALL}"))
    basis = Basis(
        Authority(term.word("authority", AUTHORITIES)),
        term.text("document", lines.document),
        term.text("silent_at"),
        name,
        default,
        term.word("read_as", READINGS, lines.read_as),
    )
    meaning = term.text("meaning")
    return ChoiceTerm(name, meaning, options, default, basis, numbers, row, many)


def _numbers(term: Fields) -> NumberRange | None:
    if not term.has("numbers"):
        return None
    line = term.table("numbers").allow("least", "most", "step", "meaning")
    numbers = NumberRange(line.number("least"), line.number("most"), line.number("step"))
    if numbers.step <= 0 or numbers.most < numbers.least:
        text = Text("cần least ≤ most và step > 0", "needs least ≤ most and a step greater than 0")
        raise term.fault("numbers", text)
    return numbers


def _row(term: Fields) -> NumberRow | None:
    if not term.has("row"):
        return None
    line = term.table("row").allow("count", "most", "falling", "meaning")
    most = line.number("most") if line.has("most") else None
    return NumberRow(int(line.number("count")), most, line.flag("falling"))


def _options(term: Fields, numbers: NumberRange | None, default: str | None) -> dict[str, str]:
    """The options with their meanings; numbers share one, of a row only the default is listed."""
    if numbers is not None:
        return dict.fromkeys(numbers.options, term.table("numbers").text("meaning"))
    if default is not None:
        return {default: term.table("row").text("meaning")}
    listed = term.table("options")
    if not listed.data:
        raise term.fault("options", Text("cần ít nhất một phương án", "needs at least one option"))
    return {name: listed.text(name) for name in listed.data}
