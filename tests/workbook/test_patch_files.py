"""Copies of whole files: the examples, and any folder of odd workbooks that is named."""

import io
import os
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from tests import libreoffice
from tests.workbook.copies import (
    ERROR,
    NOTE,
    WARNING,
    changed,
    content,
    faults,
    mark,
    office_month,
    parts,
    patched,
)

from cadre_cli.domain.grid import Cell, CellMark
from cadre_cli.workbook.own import is_copy, may_replace
from cadre_cli.workbook.parts import part_key
from cadre_cli.workbook.patch import Refused, patch, why_not
from cadre_cli.workbook.patch_package import open_draft
from cadre_cli.workbook.read import read

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted([*ROOT.glob("examples/**/*.xlsx"), *ROOT.glob("templates_xlsx/*.xlsx")])
FOLDER = os.environ.get("CADRE_ODD_WORKBOOKS", "")
ODD = sorted(path for path in Path(FOLDER).rglob("*") if path.is_file()) if FOLDER else []

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")


def some_marks(data: bytes) -> list[CellMark]:
    """Marks on cells that are filled, on blanks, on sheets and on the file, always the same."""
    choose = random.Random(7)
    marks = [mark(None, None, None, "cả tệp", NOTE)]
    for grid in content(data).grids:
        cells = [(row, column) for row, found in grid.rows.items() for column in found]
        places = [*choose.sample(cells, min(9, len(cells))), (3, 40), (999, 2)]
        for place in places:
            severity = choose.choice((ERROR, WARNING, NOTE))
            marks.append(mark(grid.sheet, *place, f"G02: <{place}> & “Hòa”", severity))
    return marks


def marked_parts(data: bytes) -> set[str]:
    """The parts that marks may touch, whatever the program that wrote the file calls them."""
    draft = open_draft(data)
    sheets = [sheet.part for sheet in draft.sheets()]
    pointing = [*draft.relations(""), *draft.relations(draft.workbook)]
    pointing += [relation for part in sheets for relation in draft.relations(part)]
    kinds = ("customproperties", "styles", "comments", "vmldrawing")
    return {part_key(part) for part in sheets} | {
        part_key(relation.target) for relation in pointing if relation.kind in kinds
    }


def cells_of(data: bytes) -> list[dict[tuple[int, int], Cell]]:
    """Every cell without its font: a mark gives one to a cell whose workbook names none."""
    return [
        {
            (row, column): replace(cell, font=None)
            for row, cells in grid.rows.items()
            for column, cell in cells.items()
        }
        for grid in content(data).grids
    ]


def said(data: bytes) -> dict[str, bytes]:
    """All parts, without styles that name no number: they say nothing and may go."""
    return {name: part.replace(b' s=""', b"") for name, part in parts(data).items()}


def marked_and_freed(data: bytes) -> None:
    marks = some_marks(data)
    bare = patched(data, (), [])  # without the marks of an earlier run, if it has any
    copy = patched(data, (), marks, label="danh-dau")
    may_change = marked_parts(data) | marked_parts(copy)
    assert not {
        name
        for name in map(part_key, changed(data, copy))
        if name not in may_change and not name.endswith((".rels", "[content_types].xml"))
    }
    assert faults(copy) <= faults(data)
    assert cells_of(copy) == cells_of(data)
    assert said(patched(copy, (), [])) == said(bare)
    assert patched(copy, (), marks, label="danh-dau") == copy


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_marked_and_freed_again(path: Path) -> None:
    marked_and_freed(path.read_bytes())


@pytest.mark.parametrize("path", EXAMPLES[:2], ids=lambda path: path.name)
def test_openpyxl_opens_a_marked_example(path: Path) -> None:
    data = path.read_bytes()
    marks = some_marks(data)
    book = openpyxl.load_workbook(io.BytesIO(patched(data, (), marks)))
    boxes = {
        (page.title, cell.row, cell.column): cell.comment.text
        for page in book
        for row in page
        for cell in row
        if cell.comment is not None
    }
    told = [each for each in marks if each.at.sheet and each.at.row != 999]
    assert all(each.text in "".join(boxes.values()) for each in told)


def odd_workbook(path: Path) -> bytes:
    """The bytes of a workbook that can be marked; the test of any other is skipped."""
    data = path.read_bytes()
    if why_not(data) is not None or read(data, path.name)[0] is None:
        pytest.skip("not an OOXML workbook that can be read")
    no = patch(data, (), [mark(None, None, None, "x")])
    if isinstance(no, Refused):
        pytest.skip(f"refused: {no.why.en}")
    return data


@pytest.mark.slow
@pytest.mark.parametrize("path", ODD, ids=lambda path: path.name)
def test_an_odd_workbook_is_marked_and_freed_or_refused(path: Path) -> None:
    marked_and_freed(odd_workbook(path))


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice") / "profile"


@pytest.mark.slow
@libreoffice.needed
@pytest.mark.parametrize("path", ODD, ids=lambda path: path.name)
def test_libreoffice_shows_a_marked_copy_as_it_shows_the_workbook(
    path: Path, profile: Path, tmp_path: Path
) -> None:
    data = odd_workbook(path)
    shown = {}
    held = {"before": data, "after": patched(data, (), some_marks(data), label="danh-dau")}
    for name, content_of in held.items():
        (tmp_path / f"{name}{path.suffix}").write_bytes(content_of)
    files = [tmp_path / f"{name}{path.suffix}" for name in held]
    in_time = libreoffice.convert(files, libreoffice.EVERY_SHEET, tmp_path / "csv", profile)
    for name in held:
        found = sorted((tmp_path / "csv").glob(f"{name}-*.csv"))
        # A marked blank makes a sheet larger, which a CSV shows by more blanks.
        shown[name] = {
            each.name.removeprefix(name): [
                line.rstrip(b";\r\n") for line in each.read_bytes().rstrip(b";\r\n").split(b"\n")
            ]
            for each in found
        }
    if not shown["before"]:
        pytest.skip("LibreOffice does not open the workbook itself")
    assert in_time
    assert shown["after"] == shown["before"]


def test_a_copy_says_what_it_is_until_somebody_saves_it() -> None:
    copy = patched(office_month(), (), [mark("Mã", 1, 1, "D01")], label="danh-dau")
    assert is_copy(content(copy).names["cadre"])
    assert may_replace(copy)
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(copy)).save(saved)
    assert is_copy(content(saved.getvalue()).names["cadre"])
    assert not may_replace(saved.getvalue())
    assert not may_replace(office_month())
    assert not is_copy("1")


def test_the_directory_of_the_zip_keeps_its_attributes() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number, (name, part) in enumerate(parts(office_month()).items()):
            info = zipfile.ZipInfo(name, (2026, 3, 1 + number % 28, 7, 30, 0))
            info.external_attr = 0o640 << 16
            info.comment = b"so lieu"
            info.extra = b"\x99\x99\x02\x00ab"
            info.compress_type = zipfile.ZIP_STORED if number % 2 else zipfile.ZIP_DEFLATED
            archive.writestr(info, part)
        archive.comment = b"xa Dong Lim"
    data = stream.getvalue()
    copy = patched(data, (), [mark("Mã", 1, 1, "D01")])
    with zipfile.ZipFile(io.BytesIO(data)) as one, zipfile.ZipFile(io.BytesIO(copy)) as other:
        assert other.testzip() is None
        assert other.comment == one.comment
        assert [info.filename for info in other.infolist()][: len(one.namelist())] == one.namelist()
        for before, after in zip(one.infolist(), other.infolist(), strict=False):
            assert (after.date_time, after.external_attr, after.comment, after.compress_type) == (
                before.date_time, before.external_attr, before.comment, before.compress_type,
            )  # fmt: skip
    assert "xl/worksheets/sheet1.xml" not in changed(data, copy)


def test_sizes_behind_the_data_and_bytes_before_the_zip_do_no_harm() -> None:
    class Pipe(io.RawIOBase):
        """A stream that cannot go back: the zip's sizes then stand behind each member."""

        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.written += bytes(data)  # type: ignore[call-overload] # a buffer, as zipfile has it
            return len(bytes(data))  # type: ignore[call-overload] # the same

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts(office_month()).items():
            archive.writestr(name, part)
    marked_and_freed(bytes(pipe.written))


@pytest.mark.slow
@libreoffice.needed
def test_libreoffice_opens_a_marked_copy_and_its_own_save_can_be_freed(
    profile: Path, tmp_path: Path
) -> None:
    data = EXAMPLES[0].read_bytes()
    source = tmp_path / "thang.xlsx"
    source.write_bytes(patched(data, (), some_marks(data), label="danh-dau"))
    out = tmp_path / "out"
    assert libreoffice.convert([source], "xlsx", out, profile)
    saved = (out / source.name).read_bytes()
    boxes = [
        cell
        for page in openpyxl.load_workbook(io.BytesIO(saved))
        for row in page
        for cell in row
        if cell.comment
    ]
    assert len(boxes) >= 10
    freed = openpyxl.load_workbook(io.BytesIO(patched(saved, (), [])))
    original = openpyxl.load_workbook(io.BytesIO(data))
    for page in freed:
        for row in page:
            for cell in row:
                assert cell.comment is None
                before = original[page.title][cell.coordinate]
                assert cell.fill.fgColor.rgb == before.fill.fgColor.rgb, cell.coordinate
