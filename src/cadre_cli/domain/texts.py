"""A sentence of the product in its two languages, and how values are shown inside one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.places import CellRef


@dataclass(frozen=True, slots=True)
class Text:
    """Vietnamese first; English for `--lang en`. May hold `{fields}`."""

    vi: str
    en: str

    def of(self, lang: str) -> str:
        """The sentence in `lang` ("vi" or "en")."""
        return self.en if lang == "en" else self.vi

    def fill(self, **values: object) -> Text:
        """Both languages with their `{fields}` filled in."""
        return Text(fill(self.vi, "vi", values), fill(self.en, "en", values))


def verbatim(words: str) -> Text:
    """Words of the office itself, the same in every language."""
    return Text(words, words)


def quoted(words: str) -> str:
    """The words as a string of cadre.toml, in straight quotes; signs that do not print become blanks."""
    plain = "".join(letter if letter.isprintable() else " " for letter in words)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fill(template: str, lang: str, values: Mapping[str, object]) -> str:
    """`template` with each field shown as `lang` writes it."""
    return template.format(**{name: shown(value, lang) for name, value in values.items()})


def shown(value: object, lang: str = "vi") -> str:
    """A value as a reader of `lang` writes it; exact numbers are rounded for display only.

    >>> shown(Decimal("2.5")), shown(date(2026, 3, 5)), shown(("An", "Bình"))
    ('2,5', '05/03/2026', 'An, Bình')
    >>> shown(Fraction(212875, 3000)), shown(True), shown(None)
    ('70,9583…', 'có', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return ("yes" if value else "no") if lang == "en" else ("có" if value else "không")
        case Text():
            return value.of(lang)
        case Decimal():
            return _decimal_mark(format(value, "f"), lang)
        case Fraction():
            return _decimal_mark(_fraction(value), lang)
        case datetime() | date():
            return value.strftime("%d/%m/%Y")
        case CellRef():
            return str(value)
        case tuple():
            return ", ".join(shown(part, lang) for part in value)
        case _:
            return str(value)


def _fraction(value: Fraction) -> str:
    ten_thousandths = value * 10_000
    if ten_thousandths.denominator == 1:
        return format((Decimal(int(ten_thousandths)) / 10_000).normalize(), "f")
    cut = int(ten_thousandths)  # cut, not rounded: 69,99995 must not read as 70
    sign = "-" if value < 0 else ""
    return f"{sign}{abs(cut) // 10_000}.{abs(cut) % 10_000:04d}…"


def _decimal_mark(number: str, lang: str) -> str:
    return number if lang == "en" else number.replace(".", ",")
