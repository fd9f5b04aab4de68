"""What the styles of an HTML page say about a cell: font, number format, hidden or not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cadre_cli.workbook.styles import NAMED_FORMATS, Style, shows_date

_DECLARATION = re.compile(r'([\w-]+)\s*:\s*("(?:[^"\\]|\\.)*"|[^;]*)')
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_LONGEST_RULE = 4_000
"""Longer ones are no style of a cell, and searching them would take time."""

Rules = dict[str, str]
"""Property → value as written, names in lower case."""


def declarations(written: str) -> Rules:
    """The properties of a `style` attribute or of the inside of a rule.

    >>> declarations('mso-number-format:"0;0"; display:none')
    {'mso-number-format': '"0;0"', 'display': 'none'}
    """
    found = _DECLARATION.findall(written[:_LONGEST_RULE])
    return {name.lower(): value.strip() for name, value in found}


def sheet_rules(css: str) -> dict[str, Rules]:
    """Selector (`td`, `.xl24`) → properties, from the inside of a `style` element."""
    rules: dict[str, Rules] = {}
    for block in css.split("}"):
        selectors, _, inside = block.partition("{")
        said = declarations(inside)
        for selector in selectors[-_LONGEST_RULE:].split(","):
            rules.setdefault(selector.split()[-1] if selector.split() else "", {}).update(said)
    return rules


def rules_of(attributes: Mapping[str, str], element: str, page: Mapping[str, Rules]) -> Rules:
    """The properties of one element: its own before its class's before those of all its kind."""
    said = dict(page.get(element, {}))
    for name in attributes.get("class", "").split()[:8]:
        said.update(page.get(f".{name}", {}))
        said.update(page.get(f"{element}.{name}", {}))
    said.update(declarations(attributes.get("style", "")))
    return said


def is_hidden(rules: Rules) -> bool:
    """Whether a row or column does not show."""
    return rules.get("display", "").lower().startswith("none")


def font_of(rules: Rules) -> str | None:
    """The first font named."""
    return rules.get("font-family", "").partition(",")[0].strip().strip("\"'") or None


def style_of(rules: Rules) -> Style:
    """Font and number format (Excel's own property `mso-number-format`)."""
    written = _ESCAPED.sub(_character, rules.get("mso-number-format", "").strip('"'))
    code = NAMED_FORMATS.get(written, written) or "General"
    return Style(font_of(rules), code, shows_date(code))


def _character(escaped: re.Match[str]) -> str:
    if escaped[1] is None:
        return escaped[2]
    number = int(escaped[1], 16)
    return chr(number) if 0 < number < 0xD800 else ""
