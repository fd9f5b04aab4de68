"""The reader of OpenDocument spreadsheets (.ods of LibreOffice, also flat .fods)."""

from __future__ import annotations

from cadre_cli.domain.findings import Finding
from cadre_cli.domain.grid import Workbook
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import OTHER_CIPHER, Damaged, Locked
from cadre_cli.workbook.markup import Handlers, local, outline, parse
from cadre_cli.workbook.ods_cells import OdsSheets
from cadre_cli.workbook.ods_styles import OdsStyles
from cadre_cli.workbook.parts import Package, open_package
from cadre_cli.workbook.sniff import ActiveContent

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_SCRIPTS = ("basic/", "scripts/")


def read_ods(data: bytes, name: str, sha256: str) -> tuple[Workbook, tuple[Finding, ...]]:
    """The workbook; Damaged, Locked or OverLimit when it cannot be had."""
    document = _Document(name)
    active: list[Text] = []
    if data.startswith(b"PK"):
        package = open_package(data)
        _refuse_encrypted(package)
        if _STYLES in package:
            document.read(package.read(_STYLES), _STYLES)
        document.read(package.read(_CONTENT), _CONTENT)
        if any(part.startswith(_SCRIPTS) for part in package.names()):
            active.append(Text("macro", "macros"))
    else:
        document.read(data, "fods")
    if not document.is_spreadsheet:
        raise Damaged(
            Text(
                "đây là tệp OpenDocument khác loại, không phải bảng tính",
                "it is an OpenDocument file of another kind, not a spreadsheet",
            )
        )
    if document.sheets.has_links:
        active.append(Text("liên kết tới tệp khác", "links to other files"))
    found = (ActiveContent(at=CellRef(name), found=tuple(active)),) if active else ()
    return Workbook(name, sha256, tuple(document.sheets.grids)), found


def _refuse_encrypted(package: Package) -> None:
    if _MANIFEST in package and any(
        element.path.endswith("encryption-data")
        for element in outline(package.read(_MANIFEST), _MANIFEST)
    ):
        raise Locked(OTHER_CIPHER)


class _Document:
    """Hands the elements within sheets to one reader and all others to the styles."""

    def __init__(self, file: str) -> None:
        self.is_spreadsheet = False
        self._is_inside = False
        self._styles = OdsStyles()
        self.sheets = OdsSheets(file, self._styles)

    def read(self, data: bytes, part: str) -> None:
        parse(data, part, Handlers(self._start, self._end, self._text))

    def _start(self, written: str, given: dict[str, str]) -> None:
        name = local(written)
        attributes = {local(key): value for key, value in given.items()}
        if written.endswith("office:spreadsheet") or written == "spreadsheet":
            self.is_spreadsheet = self._is_inside = True
        if self._is_inside:
            # value-type of LibreOffice's own namespace says "error"; it must not hide the other.
            own = given.get("calcext:value-type")
            if own is not None:
                attributes["value-type"] = given.get("office:value-type", own)
                attributes["own-type"] = own
            self.sheets.start(name, attributes)
        else:
            self._styles.start(name, attributes)

    def _end(self, written: str) -> None:
        name = local(written)
        if self._is_inside:
            self.sheets.end(name)
            self._is_inside = self.sheets.is_open
        else:
            self._styles.end(name)

    def _text(self, words: str) -> None:
        if self._is_inside:
            self.sheets.text(words)
        else:
            self._styles.text(words)
