"""The tables of styles.xml, to which entries are added, and taken away again, at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cadre_cli.workbook.making import whole
from cadre_cli.workbook.patch_xml import (
    Node,
    Splice,
    append,
    closed_again,
    remove,
    spliced,
    tree,
    was_alone,
    with_attribute,
)

FILLS, PARENTS, FORMATS, NAMES = "fills", "cellStyleXfs", "cellXfs", "cellStyles"
_SEQUENCE = (
    *("numFmts", "fonts", FILLS, "borders", PARENTS, FORMATS, NAMES),
    *("dxfs", "tableStyles", "colors", "extLst"),
)
"""The order of the tables (ECMA-376 part 1, 18.8.39)."""
_FIRST = {
    FILLS: ('<{p}fill><{p}patternFill  patternType="none"/></{p}fill>',
            '<{p}fill><{p}patternFill  patternType="gray125"/></{p}fill>'),
    PARENTS: ('<{p}xf  numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
    FORMATS: ('<{p}xf  numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',),
    NAMES: ('<{p}cellStyle  name="Normal" xfId="0" builtinId="0"/>',),
}  # fmt: skip
"""What a table must begin with; Excel shows the first two fills in its own way, whatever they say.

No program writes them with two blanks: what we put there we know, and take away, again.
"""
_MOST = 65_536
"""More formats than any workbook may hold."""


@dataclass(slots=True)
class Table:
    """One table: what it holds, what goes from it and what comes."""

    name: str
    node: Node | None
    items: list[Node]
    gone: set[int] = field(default_factory=set)
    added: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.items) - len(self.gone) + len(self.added)

    @property
    def kept(self) -> list[tuple[int, Node]]:
        """The entries that stay, with their numbers."""
        return [(n, item) for n, item in enumerate(self.items) if n not in self.gone]

    def drop_last(self, candidates: set[int]) -> set[int]:
        """Let the last entries go while they are candidates: no other may change its number."""
        last = len(self.items)
        while last - 1 in candidates:
            last -= 1
        self.gone = set(range(last, len(self.items)))
        return self.gone


class StyleTables:
    """The four tables of a styles part that marks need."""

    def __init__(self, data: bytes, part: str) -> None:
        self.data = data
        self.root = tree(data, part)
        self.fills, self.parents, self.formats, self.names = (
            self._table(name) for name in (FILLS, PARENTS, FORMATS, NAMES)
        )

    def complete(self) -> None:
        """Give every table the entries that its own are counted from."""
        for table in self._all:
            table.added += self._first(table.name)[len(table) :]
        # Some programs refer to named styles that they do not write: ours must not become theirs.
        referred = (whole(node.attributes.get("xfId", "")) or 0 for node in self.formats.items)
        missing = min(max(referred, default=0), _MOST) + 1 - len(self.parents)
        self.parents.added += self._first(PARENTS) * missing

    def only_office(self) -> None:
        """Take away what `complete` put into tables that had too little."""
        for table in self._all:
            first = self._first(table.name)
            ours = {n for n, item in table.kept if self.xml(item) in first} | table.gone
            if not table.added:
                table.drop_last(ours)

    def xml(self, node: Node, **attributes: str | None) -> str:
        """An entry as written, with some attributes set or taken away (None)."""
        tag = self.data[node.start : node.inner]
        for name, value in attributes.items():
            tag = with_attribute(tag, name, value)
        return (tag + self.data[node.inner : node.end]).decode()

    @property
    def _all(self) -> tuple[Table, ...]:
        return self.fills, self.parents, self.formats, self.names

    def _first(self, name: str) -> list[str]:
        return [xml.format(p=self.root.prefix) for xml in _FIRST[name]]

    def written(self) -> bytes:
        """The part with all changes."""
        if self.root.alone:
            tables = "".join(self._new(table) for table in self._all if table.added)
            return spliced(self.data, append(self.data, self.root, tables))
        gone = sum(map(self._vanishes, self._all))
        rest = spliced(self.data, self._splices())
        empty = gone == len(self.root.children) and was_alone(self.data, self.root)
        return closed_again(rest, "") if empty else rest

    def _table(self, name: str) -> Table:
        node = self.root.first(name)
        return Table(name, node, [_entry(child) for child in node.children] if node else [])

    def _splices(self) -> Iterator[Splice]:
        for table in self._all:
            if table.node is not None and self._vanishes(table):
                yield remove(table.node)
                continue
            yield from (remove(table.items[number]) for number in sorted(table.gone))
            if table.node is not None:
                change = len(table.added) - len(table.gone)
                if table.added or table.gone:
                    yield from append(self.data, table.node, "".join(table.added), count=change)
            elif table.added:
                yield self._placed(table)

    def _vanishes(self, table: Table) -> bool:
        return table.node is not None and bool(table.gone) and not len(table)

    def _placed(self, table: Table) -> Splice:
        later = _SEQUENCE[_SEQUENCE.index(table.name) + 1 :]
        after = (child.start for child in self.root.children if child.local in later)
        at = next(after, self.root.close)
        return Splice(at, at, self._new(table).encode())

    def _new(self, table: Table) -> str:
        name = f"{self.root.prefix}{table.name}"
        return f'<{name} count="{len(table)}">{"".join(table.added)}</{name}>'


def _entry(node: Node) -> Node:
    """An entry of a table; some programs wrap theirs beside a form that only they can read."""
    branch = node.first("Fallback") or node.first("Choice")
    return branch.children[0] if branch is not None and branch.children else node
