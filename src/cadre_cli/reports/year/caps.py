"""The sheet "Tỷ lệ xuất sắc": each cap with its numbers, and who stands inside, across and below it."""

from __future__ import annotations

from collections.abc import Iterator

from cadre_cli.domain.report import (
    Block,
    Cell,
    Column,
    Computed,
    Line,
    Row,
    Section,
    Shows,
    Table,
)
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority
from cadre_cli.domain.year import Cap, YearPerson
from cadre_cli.reports.cited import all_cited, authority_name
from cadre_cli.reports.page import WORKING_PAGE, note, plain_title
from cadre_cli.reports.year.given import CAPS, YearGiven, year_cell
from cadre_cli.reports.year.words import grade_words, scope_of

NAME = Text("Tỷ lệ xuất sắc", "Caps")
_TITLE = Text("TỶ LỆ HOÀN THÀNH XUẤT SẮC NHIỆM VỤ", "THE CAP ON THE HIGHEST CLASS")
_PEOPLE = Text("NHỮNG NGƯỜI CÓ ĐIỂM Ở MỨC CAO NHẤT", "THOSE WHOSE POINTS REACH THE HIGHEST CLASS")
_NONE = Text(
    "Không có quy định tỷ lệ áp dụng cho năm này.", "No rule on a cap applies to this year."
)
_ONLY_PROPOSED = Text(
    "Chương trình chỉ đề xuất; người bằng điểm ở ranh giới do cấp có thẩm quyền chọn và ghi bằng "
    "`cadre decide`.",
    "These are proposals; the authority chooses among those tied and records it (`cadre decide`).",
)
_BASES = {
    "tot": Text("số người Hoàn thành tốt", "those in the second class"),
    "tot_tro_len": Text("số người từ Hoàn thành tốt trở lên", "those in the two highest classes"),
    "all_rated": Text("tổng số người được xếp loại", "everyone rated"),
}
_INSIDE = Text("trong tỷ lệ", "inside")
_ACROSS = Text("bằng điểm ở ranh giới", "tied at the line")
_BELOW = Text("ngoài tỷ lệ, đề xuất thấp hơn một bậc", "below the line")
_GRID = (6.0, 30.0, 24.0, 10.0, 10.0, 10.0, 12.0, 12.0, 12.0, 48.0)


def caps(given: YearGiven) -> Section:
    """The caps, then the people they bear on."""
    lang, ranking = given.lang, given.ranking
    blocks: list[Block] = [*plain_title(_TITLE.of(lang), given.outcome, lang)]
    if ranking.caps:
        rows = tuple(_cap(n, cap, lang) for n, cap in enumerate(ranking.caps, 1))
        blocks += [
            Table(_columns(lang), rows),
            Line("", size=8),
            Line(_PEOPLE.of(lang), bold=True, size=12),
            Table(_people_columns(lang), tuple(_people(given))),
            Line("", size=6),
            note(_ONLY_PROPOSED.of(lang)),
        ]
    else:
        blocks.append(note(_NONE.of(lang)))
    return Section(CAPS, NAME.of(lang), WORKING_PAGE, _GRID, tuple(blocks), given.decimals)


def _columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("number", words("STT", "No."), Shows.WHOLE),
        Column("scope", words("Phạm vi", "Scope")),
        Column("base", words("Tính trên", "Taken of")),
        Column("share", words("Tỷ lệ", "Share"), Shows.SHARE),
        Column("eligible", words("Số người để tính", "Eligible"), Shows.WHOLE),
        Column("limit", words("Được xuất sắc", "Limit"), Shows.WHOLE),
        Column("candidates", words("Ở mức xuất sắc", "Candidates"), Shows.WHOLE),
        Column("proposed", words("Đề nghị", "Proposed"), Shows.WHOLE),
        Column("tied", words("Bằng điểm", "Tied"), Shows.WHOLE),
        Column("basis", words("Căn cứ", "Basis")),
    )


def _cap(count: int, cap: Cap, lang: str) -> Row:
    cells: tuple[Cell, ...] = (
        count,
        scope_of(cap).of(lang),
        _BASES[cap.base].of(lang),
        cap.share,
        cap.eligible,
        cap.limit,
        cap.candidates,
        cap.proposed,
        len(cap.tied),
        _basis(cap, lang),
    )
    return Row(f"cap:{count}", cells)


def _basis(cap: Cap, lang: str) -> str:
    """The passage once, then the choices with who stands behind them."""
    passages = [basis for basis in cap.bases if basis.choice is None]
    taken = [
        f"{basis.choice} = {basis.option} ({authority_name(basis.authority).of(lang)}"
        f"{f', {basis.document}' if basis.authority is Authority.LOCAL else ''})"
        for basis in cap.bases
        if basis.choice is not None
    ]
    return "; ".join([all_cited(passages, lang), *taken]).lstrip("; ")


def _people_columns(lang: str) -> tuple[Column, ...]:
    def words(vi: str, en: str) -> str:
        return Text(vi, en).of(lang)

    return (
        Column("rank", words("Hạng", "Rank"), Shows.WHOLE),
        Column("name", words("Họ và tên", "Name")),
        Column("group", words("Nhóm", "Group")),
        Column("mean", words("Bình quân", "Mean"), Shows.POINTS),
        Column("grade", words("Đề nghị", "Proposed"), Shows.CENTRED, span=2),
        Column("place", words("Vị trí so với tỷ lệ", "Against the caps"), span=4),
    )


def _people(given: YearGiven) -> Iterator[Row]:
    lang = given.lang
    top = next(iter(given.grades), None)
    for person in given.ranking.people:
        if person.before_cap is None or person.before_cap != top:
            continue
        mean: Cell = None
        if person.mean is not None:
            mean = Computed(person.mean.value, year_cell(person, "mean"))
        cells: tuple[Cell, ...] = (
            person.rank,
            person.officer.name,
            person.group,
            mean,
            grade_words(person, lang),
            _place(person, given.ranking.caps, lang),
        )
        yield Row(f"candidate:{person.officer.id}", cells)


def _place(person: YearPerson, found: tuple[Cap, ...], lang: str) -> str:
    """Where the person stands against each line; inside all of them is one word."""
    who = person.officer.id
    told = [
        f"{scope_of(cap).of(lang)}: {words.of(lang)}"
        for cap in found
        for words, ids in ((_ACROSS, cap.tied), (_BELOW, cap.below))
        if who in ids
    ]
    return "; ".join(told) or _INSIDE.of(lang)
