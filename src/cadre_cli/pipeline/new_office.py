"""A new office folder: blank forms and settings to begin with, or the worked example (`cadre new`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.texts import quoted
from cadre_cli.pipeline.files import CATALOGUE, CONFIGURATION, RESULTS, ROSTER
from cadre_cli.pipeline.safe_writing import write_new
from cadre_cli.workbook.forms import with_words

FORMS = "mau"
"""Where the forms lie that are copied again and again; `cadre.toml` says not to read them."""
MONTH_FORM = "thang.xlsx"
_IN_A_CHECKOUT = {"templates_xlsx": "templates_xlsx", "demo": "examples/xa-dong-lim"}
BLANK_PERIOD = "THÁNG … NĂM 20…"
"""The line of the month's form that says which month it is (tools/build_templates.py)."""

_SETTINGS = """\
# Thiết lập của cơ quan. Dòng bắt đầu bằng dấu # là lời giải thích hoặc mẫu, chương trình không đọc:
# muốn dùng dòng mẫu nào thì bỏ dấu # ở đầu dòng và sửa nội dung trong dấu nháy.
[office]
{name}
# superior = "UBND tỉnh …"
letterhead = "state"          # cơ quan Đảng thì ghi "party"
# place = "…"                 # nơi ghi ở dòng ngày, tháng ký
# signers = [                 # người ký (bên phải) ghi trước, người lập biểu ghi sau
#     {{ title = "CHỦ TỊCH", name = "…" }},
#     {{ title = "NGƯỜI LẬP BIỂU", name = "…" }},
# ]

[files]
roster = "{roster}"
catalogue = "{catalogue}"
ignore = ["{forms}/**"]

# Chỗ luật chưa nói rõ mà cơ quan đã quyết định thì ghi ở đây, kèm số văn bản (xem: cadre rules show nd335-2025).
[decisions]
# deduction_on = {{ option = "line", document = "QĐ số …/QĐ-UBND ngày …/…/2026" }}
"""


@dataclass(frozen=True, slots=True)
class Laid:
    """A file of the new folder; `kept` when one stood there already, which stays as it is."""

    path: Path
    kept: bool = False


def lay_out(
    folder: Path,
    *,
    demo: bool = False,
    name: str | None = None,
    period: Period | None = None,
    dry_run: bool = False,
) -> Iterator[Laid]:
    """Write each file that is not there yet; never over one that is. OSError when it cannot.

    `name` goes into the settings; `period`, a month, gets its workbook from the month's form.
    """
    wanted = _demo() if demo else _blank(name, period)
    for path, data in wanted.items():
        target = folder / path
        kept = target.exists()
        if not kept and not dry_run:
            kept = not write_new(target, data)
        yield Laid(target, kept)


def is_blank_form(path: Path) -> bool:
    """Whether a file is still one of the forms that `lay_out` laid there, untouched."""
    data = path.read_bytes()
    return any(data == form for _, form in _packed("templates_xlsx"))


def _blank(name: str | None, period: Period | None) -> Mapping[str, bytes]:
    forms = dict(_packed("templates_xlsx"))
    said = quoted(name) if name else None
    settings = _SETTINGS.format(
        name='# name = "UBND xã …"' if said is None else f"name = {said}",
        roster=ROSTER,
        catalogue=CATALOGUE,
        forms=FORMS,
    )
    wanted = {CONFIGURATION: settings.encode()}
    for each, data in forms.items():
        at_top = each in (ROSTER, CATALOGUE)
        wanted[each if at_top else f"{FORMS}/{each}"] = data
    if period is not None:
        if period.unit is not PeriodUnit.MONTH:
            raise ValueError(f"the form is a month's, not one of {period}")
        title = f"THÁNG {period.number} NĂM {period.year}"
        path = f"{period.year}/thang-{period.number:02d}.xlsx"
        wanted[path] = with_words(forms[MONTH_FORM], BLANK_PERIOD, title)
    return wanted


def _demo() -> Mapping[str, bytes]:
    """The worked example: its settings, roster, catalogue and two whole years."""
    return {path: data for path, data in _packed("demo") if not path.startswith(f"{RESULTS}/")}


def _packed(what: str) -> Iterator[tuple[str, bytes]]:
    """The files packed with the program, in order of their names; in a checkout, where they are built."""
    packed = Path(str(files("cadre_cli"))) / what
    checkout = Path(__file__).resolve().parents[3] / _IN_A_CHECKOUT[what]
    yield from _below(packed if packed.is_dir() else checkout)


def _below(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith((".", "~$")) for part in path.parts[-2:]):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
