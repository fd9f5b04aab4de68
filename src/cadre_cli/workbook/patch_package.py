"""A workbook's parts with changes on top: the copy in the making, still unzipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, count

from cadre_cli.domain.texts import Text
from cadre_cli.workbook.limits import Damaged
from cadre_cli.workbook.markup import outline
from cadre_cli.workbook.ooxml import target
from cadre_cli.workbook.parts import (
    Package,
    Relation,
    open_package,
    part_key,
    relations_of,
    relations_part,
)
from cadre_cli.workbook.patch_xml import (
    HEAD,
    CannotPatch,
    append,
    closed_again,
    named,
    remove,
    spliced,
    tree,
)
from cadre_cli.workbook.patch_zip import changed_zip, fingerprint

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NO_RELATIONS = (
    f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "</Relationships>"
).encode()
_TYPES = "[Content_Types].xml"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet of cells by its name, and its part."""

    name: str
    part: str
    number: str
    """Its `sheetId`, by which the calculation chain calls it."""


class Draft:
    """The parts of a workbook as they will be in the copy."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._package: Package = open_package(data)
        self._changes: dict[str, tuple[str, bytes | None]] = {}
        self.workbook = target(self.relations(""), "officedocument") or _WORKBOOK

    def __contains__(self, part: str) -> bool:
        key = part_key(part)
        if key in self._changes:
            return self._changes[key][1] is not None
        return part in self._package

    def read(self, part: str) -> bytes:
        """A part as it will be."""
        held = self._changes.get(part_key(part))
        if held is None:
            return self._package.read(part)
        if held[1] is None:
            raise KeyError(part)
        return held[1]

    def write(self, part: str, content: bytes) -> None:
        """Change a part or add one; what comes out as it was is not a change."""
        key = part_key(part)
        if self._package.holds(part, content):
            self._changes.pop(key, None)
        else:
            self._changes[key] = (part, content)

    def remove(self, part: str) -> None:
        """Take a part out with what says of which type it is."""
        key = part_key(part)
        if part in self._package:
            self._changes[key] = (part, None)
        else:
            self._changes.pop(key, None)
        types = self.read(_TYPES)
        root = tree(types, _TYPES)
        gone = [
            node
            for node in root.all("Override")
            if part_key(node.attributes.get("PartName", "")) == key
        ]
        rest = spliced(types, map(remove, gone))
        everything = bool(gone) and len(gone) == len(root.children)
        self.write(_TYPES, closed_again(rest, _TYPES) if everything else rest)

    def add(self, part: str, content: bytes, content_type: str) -> None:
        """A new part. Its type is stated for it alone, so that taking it out leaves no trace."""
        self.write(part, content)
        types = self.read(_TYPES)
        root = tree(types, _TYPES)
        line = named(f"{root.prefix}Override", PartName=f"/{part}", ContentType=content_type)
        self.write(_TYPES, spliced(types, append(types, root, line)))

    def free_name(self, pattern: str, *, alone: bool = False) -> str:
        """The first part name of a pattern that is not taken, nor said to be there.

        Of a part that stands alone the first name has no number.
        """
        types = tree(self.read(_TYPES), _TYPES)
        said = {part_key(node.attributes.get("PartName", "")) for node in types.children}
        names = (pattern.format(number) for number in chain([""] * alone, count(1)))
        return next(name for name in names if name not in self and part_key(name) not in said)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What a part ("" for the package) points to; links outward left out."""
        return relations_of(self, part)

    def related(self, part: str, kind: str) -> Relation | None:
        """The first of a kind that a part points to and that is there."""
        return next((r for r in self.relations(part) if r.kind == kind and r.target in self), None)

    def relate(self, part: str, kind: str, to: str) -> str:
        """Make a part point to another; the id of the relationship."""
        rels = relations_part(part)
        if rels not in self:
            self.write(rels, _NO_RELATIONS)
            if not self.content_type(rels):  # LibreOffice states it for each part alone
                self.add(rels, _NO_RELATIONS, _RELATIONS_TYPE)
        root = tree(self.read(rels), rels)
        taken = {node.get("Id") for node in root.children}
        number = next(n for n in range(1, len(taken) + 2) if f"cadre{n}" not in taken)
        line = named(
            f"{root.prefix}Relationship",
            Id=f"cadre{number}",
            Type=f"{OFFICE}/{kind}",
            Target=f"/{to}",
        )
        self.write(rels, spliced(self.read(rels), append(self.read(rels), root, line)))
        return f"cadre{number}"

    def unrelate(self, part: str, relation: str) -> None:
        """Take a relationship out, and the part that lists them when it was the last."""
        rels = relations_part(part)
        data = self.read(rels)
        root = tree(data, rels)
        gone = [node for node in root.children if node.get("Id") == relation]
        rest = spliced(data, map(remove, gone))
        if len(gone) < len(root.children):
            self.write(rels, rest)
        elif rest == _NO_RELATIONS:
            self.remove(rels)
        else:  # the program that wrote the file wrote an empty list
            self.write(rels, closed_again(rest, rels))

    def sheets(self) -> tuple[BookSheet, ...]:
        """The sheets of cells in their order."""
        by_id = {relation.id: relation for relation in self.relations(self.workbook)}
        found = []
        for element in outline(self.read(self.workbook), self.workbook):
            relation = by_id.get(element.attributes.get("id", ""))
            if element.path != "sheets/sheet" or relation is None:
                continue
            if relation.kind == "worksheet" and relation.target in self:
                given = element.attributes
                name, number = given.get("name", ""), given.get("sheetId", "")
                found.append(BookSheet(name, relation.target, number))
        return tuple(found)

    def content_type(self, part: str) -> str:
        """What `[Content_Types].xml` says a part is; "" when it says nothing."""
        extension = part.rpartition(".")[2].lower()
        said = ""
        for node in tree(self.read(_TYPES), _TYPES).children:
            given = node.attributes
            if part_key(given.get("PartName", "")) == part_key(part):
                return given.get("ContentType", "")
            if given.get("Extension", "").lower() == extension:
                said = given.get("ContentType", "")
        return said

    @property
    def strict(self) -> bool:
        """Whether the workbook is in the Strict form of the standard."""
        return _STRICT in self.read(self.workbook)[:2000]

    @property
    def changes(self) -> Mapping[str, bytes | None]:
        """Part → new content, None for what is taken out."""
        return dict(self._changes.values())

    def fingerprint(self, without: str) -> str:
        """What all parts of the copy but one hold, as a short hash."""
        return fingerprint(self._data, without, self.changes)

    def zipped(self) -> bytes:
        """The copy as a file; the very bytes given when nothing was changed."""
        return changed_zip(self._data, self.changes) if self._changes else self._data


def open_draft(data: bytes) -> Draft:
    """The copy of a workbook before any change; Damaged, Locked, OverLimit as when reading."""
    draft = Draft(data)
    for needed in (_TYPES, draft.workbook):
        if needed not in draft:
            raise Damaged(
                Text(f"thiếu phần “{needed}” bên trong tệp", f"the part “{needed}” is missing")
            )
    return draft


def refuse_strict(draft: Draft) -> None:
    """Marks need a drawing of the old kind, which the Strict form does not have."""
    if draft.strict:
        raise CannotPatch(
            Text(
                "tệp ở dạng Strict Open XML, không chứa được ghi chú kiểu thường; mở bằng Excel "
                "rồi lưu dạng Excel Workbook (.xlsx)",
                "it is a Strict Open XML workbook, which cannot hold ordinary notes; save it as "
                "Excel Workbook (.xlsx)",
            )
        )
