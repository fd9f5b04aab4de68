"""Which files are ours: a property of the document says so, and whether anyone saved them since.

A copy that `cadre` marked becomes the clerk's as soon as something is put right in it: it may then
be read like any workbook, and must never be written over.
"""

from __future__ import annotations

import re

from cadre_cli.workbook.limits import Damaged, Locked, OverLimit
from cadre_cli.workbook.ooxml import target
from cadre_cli.workbook.parts import open_package
from cadre_cli.workbook.patch_package import Draft
from cadre_cli.workbook.patch_xml import (
    HEAD,
    CannotPatch,
    Node,
    append,
    closed_again,
    remove,
    spliced,
    tree,
)
from cadre_cli.workbook.patch_zip import fingerprint

PROPERTY = "cadre"
COPY = "danh-dau"
"""The label of a copy that `check --annotate` marked."""
FILLED = "da-dien"
"""The label of a copy that `score --write-back` filled."""

_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_NO_PROPERTIES = f'{HEAD}<Properties xmlns="{_NAMESPACE}"></Properties>'.encode()
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LABEL = re.compile(r"[a-z-]+:([0-9a-f]{16})")


def labelled(draft: Draft, label: str) -> bytes:
    """The copy as a file that says what it is and what it held when it was written."""
    relation = draft.related("", "customproperties")
    part = relation.target if relation else draft.free_name("docProps/custom{}.xml", alone=True)
    if relation is None:
        draft.add(part, _NO_PROPERTIES, _TYPE)
        draft.relate("", "custom-properties", part)
    _set(draft, part, f"{label}:{draft.fingerprint(part)}")
    return draft.zipped()


def without_label(draft: Draft) -> None:
    """Take away the label of an earlier run."""
    relation = draft.related("", "customproperties")
    if relation is None:
        return
    _unset(draft, relation.target)
    rest = draft.read(relation.target)
    if rest == _NO_PROPERTIES:
        draft.unrelate("", relation.id)
        draft.remove(relation.target)
    elif not tree(rest, relation.target).children:
        draft.write(relation.target, closed_again(rest, relation.target))


def may_replace(data: bytes) -> bool:
    """Whether `cadre` wrote this file and nobody has saved it since."""
    try:
        package = open_package(data)
        part = target(package.relations(""), "customproperties")
        if part is None or part not in package:
            return False
        content_of = package.read(part)
        values = [_value(content_of, node) for node in _ours(content_of, part)]
    except (Damaged, Locked, OverLimit, CannotPatch):
        return False
    marks = [_LABEL.fullmatch(value) for value in values]
    return bool(values) and all(
        mark is None or mark[1] == fingerprint(data, part) for mark in marks
    )


def is_copy(value: str | None) -> bool:
    """Whether the document property of a workbook is that of a copy, which may be read again."""
    return value is not None and _LABEL.fullmatch(value) is not None


def _ours(data: bytes, part: str) -> list[Node]:
    return [node for node in tree(data, part).children if node.get("name") == PROPERTY]


def _value(data: bytes, node: Node) -> str:
    inside = node.children[0] if node.children else node
    return data[inside.inner : inside.close].decode().strip()


def _set(draft: Draft, part: str, value: str) -> None:
    data = draft.read(part)
    root = tree(data, part)
    ids = [int(node.attributes.get("pid", "0")) for node in root.children]
    p = root.prefix
    line = (
        f'<{p}property fmtid="{_FORMAT}" pid="{max([1, *ids]) + 1}" name="{PROPERTY}">'
        f'<vt:lpwstr xmlns:vt="{_VALUES}">{value}</vt:lpwstr></{p}property>'
    )
    draft.write(part, spliced(data, append(data, root, line)))


def _unset(draft: Draft, part: str) -> None:
    data = draft.read(part)
    gone = [remove(node) for node in _ours(data, part) if _LABEL.fullmatch(_value(data, node))]
    draft.write(part, spliced(data, gone))
