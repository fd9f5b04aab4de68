"""The office's own rule set and decisions, checked against the rule book before anything is read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from cadre_cli.domain.office import Office
from cadre_cli.domain.texts import Text
from cadre_cli.office import Keys, OfficeFault, fault_at
from cadre_cli.rules.book import RuleBook
from cadre_cli.rules.decisions import check_decisions
from cadre_cli.rules.fields import offer
from cadre_cli.rules.load import book_for
from cadre_cli.rules.schema import RuleSetError

_FIX = Text(
    "Sửa mục này trong tệp quy định của cơ quan.", "Correct this entry of the office's rule file."
)


def with_rules(office: Office, text: str, home: Path) -> tuple[Office, tuple[OfficeFault, ...]]:
    """The office with the text of its own rule set, or every fault of rules and decisions.

    `text` is that of the cadre.toml at `home`, for the lines of its faults.
    """
    overlay: str | None = None
    if office.extends is not None:
        overlay, faults = _overlay(home, office.extends, text)
        if faults:
            return office, faults
    office = replace(office, overlay=overlay)
    try:
        book = book_for(overlay, office.extends or "")
    except RuleSetError as error:
        return office, (_in_own_file(error, overlay or "", home.parent / (office.extends or "")),)
    wrong = [
        fault_at(text, str(home), ("decisions", *fault.keys), fault.text, fault.fix)
        for fault in check_decisions(book, office.decisions)
    ]
    return office, (*_unknown_set(office, book, text, home), *wrong)


def rules_of_office(office: Office) -> RuleBook:
    """The rule sets that an office may use: those of the program and its own."""
    return book_for(office.overlay, office.extends or "")


def _overlay(home: Path, name: str, text: str) -> tuple[str | None, tuple[OfficeFault, ...]]:
    try:
        return (home.parent / name).read_text(encoding="utf-8-sig"), ()
    except (OSError, UnicodeDecodeError):
        what = Text(f"Không đọc được tệp “{name}”.", f"The file “{name}” cannot be read.")
        fix = Text(
            "Ghi đúng tên tệp quy định của cơ quan, để cạnh cadre.toml, lưu dạng UTF-8.",
            "Name the office's rule file, beside cadre.toml, saved as UTF-8.",
        )
        return None, (fault_at(text, str(home), ("rules", "extends"), what, fix),)


def _unknown_set(office: Office, book: RuleBook, text: str, home: Path) -> tuple[OfficeFault, ...]:
    wanted = office.monthly_before_2026
    if wanted is None or wanted in book.ids:
        return ()
    what = Text(f"Không có bộ quy tắc “{wanted}”.", f"There is no rule set “{wanted}”.")
    keys: Keys = ("rules", "monthly_before_2026")
    return (fault_at(text, str(home), keys, what, offer(wanted, book.ids)),)


def _in_own_file(error: RuleSetError, overlay: str, path: Path) -> OfficeFault:
    """The fault at its line in the office's rule file, with the place inside the file."""
    place = f" ({error.place})" if error.place else ""
    what = Text(f"{_sentence(error.text.vi)}{place}.", f"{_sentence(error.text.en)}{place}.")
    found = re.search(r"at line (\d+)", error.text.en)
    if found is not None:
        return OfficeFault(str(path), int(found[1]), what, _FIX)
    return fault_at(overlay, str(path), _keys(error.place), what, _FIX)


def _sentence(words: str) -> str:
    return (words[:1].upper() + words[1:]).rstrip(".")


def _keys(place: str) -> Keys:
    """`values.scale.dated[0].value` as the keys that lead there."""
    parts = filter(None, re.split(r"[.\[\]]", place))
    return tuple(int(part) if part.isdigit() else part for part in parts)
