"""Styles of OpenDocument: the font and the number format of cells, and which sheets are hidden."""

from __future__ import annotations

from dataclasses import replace

from cadre_cli.workbook.making import YES
from cadre_cli.workbook.styles import PLAIN, Style, shows_date

_FORMATS = frozenset(
    {
        "number-style",
        "percentage-style",
        "currency-style",
        "date-style",
        "time-style",
        "boolean-style",
        "text-style",
    }
)
_CODES = {
    # element → code when short, when style="long", when textual (short, long)
    "day": ("d", "dd", "d", "dd"),
    "month": ("m", "mm", "mmm", "mmmm"),
    "year": ("yy", "yyyy", "yy", "yyyy"),
    "hours": ("h", "hh", "h", "hh"),
    "minutes": ("m", "mm", "m", "mm"),
    "seconds": ("s", "ss", "s", "ss"),
    "day-of-week": ("ddd", "dddd", "ddd", "dddd"),
    "am-pm": ("AM/PM",) * 4,
    "text-content": ("@",) * 4,
}
_UNQUOTED = frozenset({"", "/", "-", ":", ".", ",", "%"})
_MOST_DIGITS = 30


class OdsStyles:
    """Gathers styles from the elements of `styles.xml` and `content.xml`, in that order."""

    def __init__(self) -> None:
        self.hidden_sheets: set[str] = set()
        self._codes: dict[str, str] = {}
        self._styles: dict[str, Style] = {}
        self._faces: dict[str, str] = {}
        self._run_fonts: dict[str, str] = {}
        self._format: str | None = None
        self._elapsed = False
        self._in_text = False
        self._applied = ""
        self._parts: list[str] = []
        self._name = self._family = ""

    def cell(self, name: str) -> Style:
        """The style cells refer to by name."""
        return self._styles.get(name) or self._styles.get("Default", PLAIN)

    def font_of_run(self, name: str) -> str | None:
        """The font of a stretch of text within a cell, None when it is that of the cell."""
        return self._run_fonts.get(name)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element outside of the sheets begins; names and attributes without prefix."""
        if name in _FORMATS:
            self._format = attributes.get("name", "")
            self._elapsed = attributes.get("truncate-on-overflow") == "false"
            self._parts, self._applied, self._in_text = [], "", False
        elif self._format is not None:
            self._part(name, attributes)
        elif name == "font-face":
            face = attributes.get("font-family", "").strip("'\"")
            self._faces[attributes.get("name", "")] = face
        elif name in ("style", "default-style"):
            self._begin_style(name, attributes)
        elif name == "text-properties":
            given = attributes.get("font-name", "")
            font = self._faces.get(given, given) or attributes.get("font-family", "").strip("'\"")
            if font:
                self._name_font(font)
        elif name == "table-properties" and attributes.get("display") == "false":
            self.hidden_sheets.add(self._name)

    def text(self, words: str) -> None:
        """The characters of `number:text` within a format."""
        if self._format is not None and self._in_text:
            plain = words.strip() in _UNQUOTED
            self._parts.append(words if plain else '"' + words.replace('"', "") + '"')

    def end(self, name: str) -> None:
        """An element outside of the sheets ends."""
        if name in _FORMATS and self._format is not None:
            code = "".join(self._parts) or "General"
            self._codes[self._format] = self._codes.get(self._applied, code)
            self._format = None
        elif name == "text":
            self._in_text = False

    def _begin_style(self, name: str, attributes: dict[str, str]) -> None:
        self._family = attributes.get("family", "")
        self._name = attributes.get("name", "Default" if name == "default-style" else "")
        if self._family != "table-cell":
            return
        style = self.cell(attributes.get("parent-style-name", "Default"))
        code = self._codes.get(attributes.get("data-style-name", ""))
        if code is not None:
            style = replace(style, shown=code, is_date=shows_date(code))
        self._styles[self._name] = style

    def _name_font(self, font: str) -> None:
        if self._family == "text":
            self._run_fonts[self._name] = font
        elif self._family == "table-cell":
            self._styles[self._name] = replace(self._styles[self._name], font=font)

    def _part(self, name: str, attributes: dict[str, str]) -> None:
        if name == "text":
            self._in_text = True
        elif name == "map":  # a format of its own for values of 0 and more
            self._applied = attributes.get("apply-style-name", "")
        elif name in _CODES:
            long = attributes.get("style") == "long"
            code = _CODES[name][long + 2 * (attributes.get("textual") in YES)]
            if name == "seconds":
                code += _decimals(attributes)
            if self._elapsed and not self._parts and name in ("hours", "minutes", "seconds"):
                code = f"[{code}]"
            self._parts.append(code)
        elif name in ("number", "scientific-number"):
            whole = "0" * max(1, _count(attributes.get("min-integer-digits", "1")))
            if attributes.get("grouping") in YES:
                whole = "#,##0"
            tail = "E+00" if name == "scientific-number" else ""
            is_general = "decimal-places" not in attributes and "grouping" not in attributes
            self._parts.append(
                "General" if is_general and not tail else f"{whole}{_decimals(attributes)}{tail}"
            )


def _decimals(attributes: dict[str, str]) -> str:
    places = _count(attributes.get("decimal-places", "0"))
    return "." + "0" * places if places else ""


def _count(text: str) -> int:
    return (
        min(int(text), _MOST_DIGITS) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    )
