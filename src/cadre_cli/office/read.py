"""The form of cadre.toml: the office's name, files, signers, decisions and own readings."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeGuard

from cadre_cli.domain.office import LEAVE, Decided, Office, OwnRows, Signer
from cadre_cli.domain.texts import Text
from cadre_cli.office.lines import Keys, OfficeFault, clean, fault_at

NO_OFFICE = Office()
"""What stands in for a folder without cadre.toml."""

LETTERHEADS = ("state", "party")

SheetKinds = Mapping[str, Collection[str]]
"""The known sheet kinds, each with the names of its fields."""

_TABLES: Mapping[str, tuple[str, ...]] = {
    "office": ("name", "superior", "letterhead", "place", "signers"),
    "files": ("roster", "catalogue", "ignore"),
    "rules": ("monthly_before_2026", "extends"),
    "decisions": (),
    "reading": ("sheets", "columns", "rows"),
}


def read_office(
    text: str, file: str, kinds: SheetKinds, folder: str | None = None
) -> tuple[Office | None, tuple[OfficeFault, ...]]:
    """The office that a cadre.toml describes, or every fault of it in the order of its lines.

    `folder` is where the file lies. Whether a decided option exists is for the rules to say
    (`check_decisions`); `fault_at` gives their answer its line.
    """
    text = clean(text)
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax_fault(text, file, str(error)),)
    reader = _Reader(text, file, kinds)
    office = reader.office(data, folder)
    if reader.faults:
        return None, tuple(sorted(reader.faults, key=lambda fault: fault.line or 0))
    return office, ()


_CURLY = re.compile("[“”„‟‘’‚«»]")
"""Quotes as word processors put them in."""


def _syntax_fault(text: str, file: str, detail: str) -> OfficeFault:
    told = re.search(r"at line (\d+)", detail)
    line = int(told[1]) if told else len(text.rstrip().split("\n"))
    written = text.split("\n")[line - 1]
    if _CURLY.search(re.sub(r'"[^"]*"', "", written)):
        straight = _CURLY.sub('"', written).strip()
        return OfficeFault(
            file,
            line,
            Text("Dòng này có dấu nháy cong (“ ”).", "This line has curly quotes (“ ”)."),
            Text(f"Viết bằng dấu nháy thẳng: {straight}", f"Write straight ones: {straight}"),
        )
    what = Text("Dòng này viết sai cú pháp TOML.", f"Not valid TOML: {detail}.")
    if "overwrite" in detail or "twice" in detail:
        what = Text("Mục này đã ghi ở trên.", f"This key stands twice: {detail}.")
    fix = Text(
        'Mỗi mục một dòng dạng tên = "nội dung", dấu nháy thẳng ("), mỗi tên chỉ ghi một lần.',
        'Write one name = "content" a line, with straight quotes ("), each name once.',
    )
    return OfficeFault(file, line, what, fix)


def _offer(word: str, known: Collection[str]) -> Text:
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    if near:
        return Text(f"Có phải là “{near[0]}”?", f"Did you mean “{near[0]}”?")
    words = ", ".join(known)
    return Text(f"Các từ được dùng: {words}.", f"Known words: {words}.")


@dataclass(slots=True)
class _Reader:
    """Reads one file and gathers its faults, so that nine mistakes need one run."""

    text: str
    file: str
    kinds: SheetKinds
    faults: list[OfficeFault] = field(default_factory=list)

    def office(self, data: Mapping[str, object], folder: str | None) -> Office:
        self._known_keys((), data, tuple(_TABLES))
        tables = {name: self._table((name,), data.get(name, {})) for name in _TABLES}
        for name, known in _TABLES.items():
            if known:
                self._known_keys((name,), tables[name], known)
        head, listed, reading = tables["office"], tables["files"], tables["reading"]
        return Office(
            name=self._text(("office", "name"), head),
            superior=self._text(("office", "superior"), head),
            letterhead=self._letterhead(head),
            place=self._text(("office", "place"), head),
            signers=tuple(self._signers(head.get("signers", []))),
            folder=folder,
            roster=self._text(("files", "roster"), listed),
            catalogue=self._text(("files", "catalogue"), listed),
            ignore=self._texts(("files", "ignore"), listed.get("ignore", [])),
            monthly_before_2026=self._text(("rules", "monthly_before_2026"), tables["rules"]),
            extends=self._text(("rules", "extends"), tables["rules"]),
            decisions=dict(self._decisions(tables["decisions"])),
            sheets=dict(self._sheets(reading.get("sheets", {}))),
            columns=dict(self._columns(reading.get("columns", {}))),
            rows=dict(self._rows(reading.get("rows", {}))),
        )

    def _letterhead(self, head: Mapping[str, object]) -> str:
        word = self._text(("office", "letterhead"), head)
        if word is None:
            return "state"
        if word not in LETTERHEADS:
            what = Text(f"Không có mẫu giấy “{word}”.", f"There is no letterhead “{word}”.")
            self._fault(("office", "letterhead"), what, _offer(word, LETTERHEADS))
        return word

    def _signers(self, value: object) -> Iterator[Signer]:
        keys: Keys = ("office", "signers")
        for place, entry in enumerate(self._list(keys, value)):
            here = (*keys, place)
            table = self._table(here, entry)
            if not self._known_keys(here, table, ("title", "name")):
                continue
            title, name = self._text((*here, "title"), table), table.get("name", "")
            if not isinstance(name, str):
                self._wrong((*here, "name"), Text("chữ trong dấu nháy", "a text in quotes"))
            elif title is not None:
                yield Signer(title, name)
            elif "title" not in table:
                what = Text("Người ký thiếu chức danh.", "A signer has no title.")
                fix = Text('Ghi thêm title = "CHỦ TỊCH".', 'Add title = "CHỦ TỊCH".')
                self._fault(here, what, fix)

    def _decisions(self, table: Mapping[str, object]) -> Iterator[tuple[str, Decided]]:
        for name, entry in table.items():
            keys: Keys = ("decisions", name)
            form = f'{name} = {{ option = "…", document = "QĐ số … ngày …" }}'
            fix = Text(f"Ghi {form}.", f"Write {form}.")
            if not isinstance(entry, dict):
                what = Text(
                    f"Quyết định “{name}” phải có phương án và số văn bản.",
                    f"The decision “{name}” needs an option and a document.",
                )
                self._fault(keys, what, fix)
                continue
            if not self._known_keys(keys, entry, ("option", "document")):
                continue
            option = self._option((*keys, "option"), entry.get("option"), fix)
            document = entry.get("document")
            if not isinstance(document, str) or not document.strip():
                what = Text(
                    f"Quyết định “{name}” chưa ghi số văn bản.",
                    f"The decision “{name}” names no document.",
                )
                self._fault((*keys, "document"), what, fix)
            elif option is not None:
                yield name, Decided(option, document.strip())

    def _option(self, keys: Keys, value: object, fix: Text) -> str | None:
        """An option, which may be written as a number: 3 or 0.25."""
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            return str(value)
        what = Text(
            f"Quyết định “{keys[1]}” chưa ghi phương án.",
            f"The decision “{keys[1]}” has no option.",
        )
        self._fault(keys, what, fix)
        return None

    def _sheets(self, value: object) -> Iterator[tuple[str, str]]:
        for sheet, kind in self._table(("reading", "sheets"), value).items():
            if kind == LEAVE or self._known_kind(kind, ("reading", "sheets", sheet)):
                yield sheet, str(kind)

    def _columns(self, value: object) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
        for kind, entry in self._table(("reading", "columns"), value).items():
            here: Keys = ("reading", "columns", kind)
            if self._known_kind(kind, here):
                fields = self._table(here, entry)
                self._known_keys(here, fields, self.kinds[kind])
                yield (
                    kind,
                    {name: self._texts((*here, name), told) for name, told in fields.items()},
                )

    def _rows(self, value: object) -> Iterator[tuple[str, OwnRows]]:
        for sheet, entry in self._table(("reading", "rows"), value).items():
            here: Keys = ("reading", "rows", sheet)
            told = self._table(here, entry)
            if self._known_keys(here, told, ("leave", "take")):
                leave, take = (
                    self._row_names((*here, name), told.get(name, [])) for name in ("leave", "take")
                )
                yield sheet, OwnRows(leave, take)

    def _row_names(self, keys: Keys, value: object) -> tuple[str, ...]:
        """Words of rows; a number would name another row in the next month, a star every row."""
        names = self._texts(keys, value)
        for name in names:
            if not any(map(str.isalpha, name)):
                what = Text(
                    f"“{name}” không nói được là dòng nào.", f"“{name}” does not tell which row."
                )
                fix = Text(
                    "Mỗi tháng một tệp nên không khai số dòng: ghi nguyên chữ của một ô trong dòng "
                    'ấy, hoặc phần đầu rồi dấu * ("Việc mẫu*").',
                    "Row numbers differ from month to month: write all the words of one cell of the "
                    'row, or how they begin and a star ("Việc mẫu*").',
                )
                self._fault(keys, what, fix)
        return names

    def _known_kind(self, kind: object, keys: Keys) -> TypeGuard[str]:
        if isinstance(kind, str) and kind in self.kinds:
            return True
        what = Text(f"Không có loại bảng “{kind}”.", f"There is no sheet kind “{kind}”.")
        self._fault(keys, what, _offer(str(kind), self.kinds))
        return False

    def _known_keys(self, keys: Keys, table: Mapping[str, object], known: Collection[str]) -> bool:
        strange = [key for key in table if key not in known]
        for key in strange:
            what = Text(f"Không có mục “{key}”.", f"There is no key “{key}”.")
            self._fault((*keys, key), what, _offer(key, known))
        return not strange

    def _table(self, keys: Keys, value: object) -> dict[str, object]:
        if isinstance(value, dict):
            return value
        self._wrong(keys, Text("một nhóm mục", "a table"))
        return {}

    def _list(self, keys: Keys, value: object) -> list[object]:
        if isinstance(value, list):
            return value
        self._wrong(keys, Text("một danh sách trong [ ]", "a list in [ ]"))
        return []

    def _text(self, keys: Keys, table: Mapping[str, object]) -> str | None:
        value = table.get(str(keys[-1]))
        if value is None:
            return None
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._wrong(keys, Text("chữ trong dấu nháy, không để trống", "a text in quotes, not blank"))
        return None

    def _texts(self, keys: Keys, value: object) -> tuple[str, ...]:
        words = self._list(keys, value)
        if not all(isinstance(word, str) and word.strip() for word in words):
            self._wrong(keys, Text("một danh sách chữ trong dấu nháy", "a list of texts in quotes"))
            return ()
        return tuple(str(word) for word in words)

    def _wrong(self, keys: Keys, wanted: Text) -> None:
        name = next(key for key in reversed(keys) if isinstance(key, str))
        what = Text(f"Mục “{name}” ghi chưa đúng.", f"“{name}” is not written as it should be.")
        self._fault(keys, what, Text(f"Cần {wanted.vi}.", f"It needs {wanted.en}."))

    def _fault(self, keys: Keys, what: Text, fix: Text) -> None:
        self.faults.append(fault_at(self.text, self.file, keys, what, fix))
