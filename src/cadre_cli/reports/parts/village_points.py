"""The sheet "Phụ trách thôn": points per person and task, sums per person and village, models worth copying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.report import (
    Binary,
    Block,
    Call,
    Cell,
    Column,
    Computed,
    Down,
    Formula,
    Function,
    Line,
    Look,
    Operator,
    Ref,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.results import Outcome
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import UNKNOWN, Number
from cadre_cli.domain.villages import VillageTask
from cadre_cli.reports.page import letterhead, note, page_of, period_words, signatures, title
from cadre_cli.reports.sources import cell_words, main_file
from cadre_cli.vietnamese.villages import each_once, village_key

POINTS = "village points"
NAME = Text("Phụ trách thôn", "In charge of villages")
_TITLE = Text("KẾT QUẢ CHẤM ĐIỂM CÁN BỘ PHỤ TRÁCH THÔN", "POINTS OF THOSE IN CHARGE OF VILLAGES")
_BY_VILLAGE = Text("TỔNG HỢP THEO THÔN", "BY VILLAGE")
_MODELS = Text("MÔ HÌNH HAY, CÁCH LÀM HAY", "MODELS WORTH COPYING")
_BESIDE = Text(
    "Điểm ở bảng này do người chấm ghi; tỷ lệ = điểm chấm ÷ điểm tối đa. Điểm được cộng vào điểm tháng "
    "hay chỉ đặt bên cạnh là theo quyết định của cơ quan (lựa chọn village_points).",
    "The points are as the office gave them; the share is points ÷ maximum. Whether they enter the "
    "month's score is the office's own decision (choice village_points).",
)
_UNCLEAR = Text("chưa đủ dữ liệu", "incomplete")
_NOBODY = Text("(chưa ghi người phụ trách)", "(nobody named)")
_NOWHERE = Text("(chưa ghi thôn)", "(no village named)")
_GRID = (4.5, 16.0, 34.0, 9.0, 9.0, 10.0, 30.0, 26.0, 14.0)


def village_points(outcome: Outcome, lang: str) -> Section | None:
    """Every task under its person; None where the office gave no such points."""
    tasks = outcome.villages.now.tasks
    if not tasks:
        return None
    main = main_file(outcome)
    people = _by_person(tasks, lang)
    rows = tuple(
        row
        for place, (name, own) in enumerate(people)
        for row in _person(place, name, own, (main, lang))
    )
    models = tuple(task for task in tasks if task.model)
    blocks: tuple[Block, ...] = (
        letterhead(outcome.office),
        *title(_TITLE.of(lang), period_words(outcome.period, lang).capitalize()),
        Table(_columns(lang), rows, numbered=True, pinned=True, pinned_columns=3),
        Line("", size=8),
        Line(_BY_VILLAGE.of(lang), bold=True, size=12),
        _villages(tasks, people, lang),
        *(_listed(models, lang) if models else ()),
        Line("", size=6),
        note(_BESIDE.of(lang)),
        signatures(outcome.office, lang),
    )
    return Section(POINTS, NAME.of(lang), page_of(outcome.office), _GRID, blocks)


_People = Sequence[tuple[str, tuple[VillageTask, ...]]]


def _by_person(tasks: Sequence[VillageTask], lang: str) -> _People:
    """People as they are met; a task of several people stands under all of them together."""
    found: dict[str, list[VillageTask]] = {}
    for task in tasks:
        name = ", ".join(who.name for who in task.who) or _NOBODY.of(lang)
        found.setdefault(name, []).append(task)
    return [(name, tuple(own)) for name, own in found.items()]


def _columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("village", words("Thôn", "Village")),
        Column("content", words("Nhiệm vụ", "Task")),
        Column("most", words("Điểm tối đa", "Maximum"), Shows.PLAIN),
        Column("points", words("Điểm chấm", "Points"), Shows.PLAIN),
        Column("share", words("Tỷ lệ", "Share"), Shows.SHARE),
        Column("remark", words("Nhận xét của Ban Thường vụ", "Standing committee's remark")),
        Column("model", words("Mô hình hay", "Model worth copying")),
        Column("source", words("Ô nguồn", "Source cell")),
    )


def _person(
    place: int, name: str, tasks: tuple[VillageTask, ...], how: tuple[str | None, str]
) -> Iterator[Row]:
    main, lang = how
    yield Row(f"head:{place}", (name,), Look.GROUP)
    keys = [_task_key(place, count) for count in range(len(tasks))]
    for count, (key, task) in enumerate(zip(keys, tasks, strict=True), 1):
        yield Row(
            key,
            (
                count,
                task.village,
                task.content,
                _shown(task.max_points, lang),
                _shown(task.points, lang),
                _share(tasks=(task,), row=key, section=POINTS, lang=lang),
                task.remark,
                task.model,
                cell_words(task.at.cell("points", "content"), main),
            ),
        )
    sums = {
        column: _summed(Down(POINTS, keys[0], keys[-1], column), values)
        for column, values in _values(tasks).items()
    }
    label = Text("Cộng", "Sum").of(lang)
    cells: tuple[Cell, ...] = (
        None,
        None,
        f"{label}: {name}",
        sums["most"],
        sums["points"],
        _share(tasks, f"sum:{place}", POINTS, lang),
        None,
        None,
        None,
    )
    yield Row(f"sum:{place}", cells, Look.SUBTOTAL)


def _task_key(person: int, count: int) -> str:
    return f"task:{person}/{count}"


def _values(tasks: Sequence[VillageTask]) -> dict[str, list[Number]]:
    return {"most": [t.max_points for t in tasks], "points": [t.points for t in tasks]}


def _shown(value: Number, lang: str) -> Cell:
    return Text("chưa rõ", "unknown").of(lang) if value is UNKNOWN else value


def _summed(formula: Formula, values: Sequence[Number]) -> Computed:
    total = sum((Fraction(v) for v in values if isinstance(v, Decimal)), Fraction(0))
    return Computed(total, Call(Function.SUM, (formula,)))


def _share(tasks: Sequence[VillageTask], row: str, section: str, lang: str) -> Cell:
    """Points ÷ maximum as a formula; words where a number of either is lacking."""
    points, most = Fraction(0), Fraction(0)
    for task in tasks:
        if not isinstance(task.points, Decimal) or not isinstance(task.max_points, Decimal):
            return _UNCLEAR.of(lang)
        points, most = points + Fraction(task.points), most + Fraction(task.max_points)
    if not most:
        return _UNCLEAR.of(lang)
    formula = Binary(Operator.DIVIDE, Ref(section, row, "points"), Ref(section, row, "most"))
    return Computed(points / most, formula)


# ── by village ───────────────────────────────────────────────────────────────────────────────


def _villages(tasks: Sequence[VillageTask], people: _People, lang: str) -> Table:
    """The sums of each village, whoever is in charge of it, over the rows above."""
    placed = [
        (_task_key(place, count), task)
        for place, (_, own) in enumerate(people)
        for count, task in enumerate(own)
    ]
    names: list[str | None] = [*each_once(t.village for t in tasks if t.village)]
    names += [None] if any(task.village is None for task in tasks) else []
    rows = []
    for place, name in enumerate(names):
        own = [(key, task) for key, task in placed if _is_of(task, name)]
        listed = tuple(task for _, task in own)
        row = f"village:{place}"
        sums = {
            column: Computed(
                sum((Fraction(v) for v in values if isinstance(v, Decimal)), Fraction(0)),
                Call(Function.SUM, tuple(Ref(POINTS, key, column) for key, _ in own)),
            )
            for column, values in _values(listed).items()
        }
        cells = (
            place + 1,
            name or _NOWHERE.of(lang),
            ", ".join(dict.fromkeys(who.name for task in listed for who in task.who)),
            sums["most"],
            sums["points"],
            _share(listed, row, POINTS, lang),
        )
        rows.append(Row(row, cells))
    columns = (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("village", Text("Thôn", "Village").of(lang)),
        Column("who", Text("Người phụ trách", "In charge").of(lang)),
        *_columns(lang)[3:6],
    )
    return Table(columns, tuple(rows))


def _is_of(task: VillageTask, name: str | None) -> bool:
    if name is None or task.village is None:
        return name is None and task.village is None
    return village_key(task.village) == village_key(name)


# ── models ───────────────────────────────────────────────────────────────────────────────────


def _listed(models: Sequence[VillageTask], lang: str) -> tuple[Block, ...]:
    columns = (
        Column("number", Text("STT", "No.").of(lang), Shows.WHOLE),
        Column("village", Text("Thôn", "Village").of(lang)),
        Column("model", Text("Mô hình, cách làm", "Model").of(lang), span=4),
        Column("who", Text("Người phụ trách", "In charge").of(lang)),
    )
    rows = tuple(
        Row(
            f"model:{place}",
            (place, task.village, task.model, ", ".join(who.name for who in task.who)),
        )
        for place, task in enumerate(models, 1)
    )
    return (
        Line("", size=8),
        Line(_MODELS.of(lang), bold=True, size=12),
        Table(columns, rows),
    )
