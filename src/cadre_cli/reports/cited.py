"""How a report names people's classes, passages and authorities in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cadre_cli.domain.officers import Kind
from cadre_cli.domain.results import Classification, Missing, NotRated, Outcome, Reason
from cadre_cli.domain.texts import Text
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.rules.schema import Choice, RuleSet

INCOMPLETE = Text("Chưa đủ dữ liệu", "Not enough data")
NOT_CLASSIFIED = Text("Không xếp loại", "Not classified")

_NOT_RATED = {
    NotRated.INCOMPLETE: Text("chưa đủ dữ liệu", "not enough data"),
    NotRated.NOTHING_ASSIGNED: Text(
        "không được giao việc trong kỳ", "nothing was assigned in the period"
    ),
    NotRated.ON_LEAVE: Text("nghỉ cả kỳ", "away for the whole period"),
    NotRated.RATED_ABOVE: Text("do cấp trên đánh giá", "rated by the level above"),
    NotRated.NO_RULE: Text(
        "chưa có quy định áp dụng cho đối tượng này vào ngày này",
        "no rule governs this kind of person on this day",
    ),
    NotRated.NOT_COVERED: Text(
        "cơ quan quyết định không áp dụng quy định này",
        "the office decided not to apply the rule",
    ),
    NotRated.UNDER_SIX_MONTHS: Text(
        "làm việc dưới 6 tháng trong năm", "worked under six months of the year"
    ),
    NotRated.NOT_HERE: Text(
        "chưa về hoặc đã rời cơ quan trong kỳ", "not yet or no longer in the office"
    ),
    NotRated.TRANSFERRED: Text(
        "đã chuyển công tác, cơ quan mới xếp loại", "transferred: the new body classifies"
    ),
}
_AUTHORITIES = {
    Authority.LAW: Text("văn bản", "law"),
    Authority.LOCAL: Text("cơ quan quyết định", "local decision"),
    Authority.ASSUMED: Text("giả định", "assumed"),
    Authority.SOURCE: Text("theo Quyết định 1240", "practice of Decision 1240"),
}
_KINDS = {
    Kind.CAN_BO: Text("cán bộ", "cadres"),
    Kind.CONG_CHUC: Text("công chức", "civil servants"),
    Kind.VIEN_CHUC: Text("viên chức", "public employees"),
    Kind.HOP_DONG: Text("người lao động hợp đồng", "contract workers"),
}
_READ_AS = {
    "V": Text("đã đọc toàn văn", "whole text read"),
    "Q": Text("đọc qua trích dẫn nguyên văn", "read in verbatim quotation"),
    "T": Text("đọc qua bản dịch", "read in translation"),
    "S": Text("đọc qua nguồn thứ cấp, chưa đối chiếu", "secondary source, not compared"),
    "N": Text("không tìm thấy toàn văn", "text not found"),
}


def authority_name(authority: Authority) -> Text:
    """Who stands behind it, in words."""
    return _AUTHORITIES[authority]


def kind_name(kind: Kind) -> Text:
    """The kind of person, in words."""
    return _KINDS[kind]


def read_as_name(mark: str) -> Text:
    """How a text was read, in words."""
    return _READ_AS.get(mark, Text(mark, mark))


def not_rated_name(why: NotRated) -> Text:
    """Why there is no class, as a reason."""
    return _NOT_RATED[why]


def basis_words(basis: Basis, lang: str) -> str:
    """A basis as a reader cites it: document and passage; for a choice its option and authority."""
    cited = " ".join(part for part in (basis.document, basis.passage) if part)
    if basis.choice is None:
        return cited
    choice = Text("lựa chọn", "choice").of(lang)
    authority = authority_name(basis.authority).of(lang)
    taken = f"{choice} {basis.choice} = {basis.option} – {authority}"
    return f"{cited}; {taken}" if cited else taken


def remarks(result: Classification) -> tuple[Text, ...]:
    """What stands beside a class: why it is so when that is not routine, and what is lacking, each once."""
    told = [reason.text for reason in result.reasons if not reason.routine]
    return tuple(dict.fromkeys([*told, *(missing.what for missing in lacking_of(result))]))


def all_cited(bases: Iterable[Basis], lang: str) -> str:
    """Several passages in one cell, each once."""
    return "; ".join(dict.fromkeys(basis_words(basis, lang) for basis in bases))


def rule_sets(rules: Mapping[str, RuleSet]) -> tuple[RuleSet, ...]:
    """Each rule set and kind of person once, in a stable order, whatever the mapping's keys are."""
    found = {(rule.id, rule.kind): rule for rule in rules.values()}
    return tuple(found[key] for key in sorted(found))


def choices(rules: RuleSet) -> tuple[Choice, ...]:
    """Its choices in a stable order."""
    return tuple(rules.choices[name] for name in sorted(rules.choices))


def grade_names(rules: Mapping[str, RuleSet]) -> dict[str, str]:
    """Class code → official name, from the highest to the lowest."""
    names: dict[str, str] = {}
    for rule in rule_sets(rules):
        for grade in rule.grades:
            names.setdefault(grade.code, grade.name)
    return names


def grade_shown(result: Classification, names: Mapping[str, str], lang: str) -> str:
    """The class proposed in words; somebody without one is never left with an empty cell."""
    if result.grade is not None:
        return names.get(result.grade, result.grade)
    short = result.not_rated in (None, NotRated.INCOMPLETE)
    return (INCOMPLETE if short else NOT_CLASSIFIED).of(lang)


def lacking_of(result: Classification) -> tuple[Missing, ...]:
    """What is lacking, where that is why there is no class; for others it does not matter."""
    return result.score.missing if result.not_rated in (None, NotRated.INCOMPLETE) else ()


def own_reasons(result: Classification) -> tuple[Reason, ...]:
    """The reasons that do not only say again what is lacking."""
    told = {lacking.what for lacking in lacking_of(result)}
    return tuple(reason for reason in result.reasons if reason.text not in told)


def assumptions(outcome: Outcome) -> tuple[Basis, ...]:
    """What the results rest on that no text read in whole or decision of the office settles (X06)."""
    bases = (basis for result in outcome.results for basis in result.bases())
    return tuple(dict.fromkeys(basis for basis in bases if basis.is_assumption))


_MOST_CELLS = 5


def counted_for_nobody(outcome: Outcome) -> Text | None:
    """That tasks count for nobody, which may change results that look final; None where none do."""
    tasks = outcome.nobodys
    if not tasks or not outcome.results:
        return None
    cells = [str(t.owners[0].at if t.owners else t.cell("owner")) for t in tasks[:_MOST_CELLS]]
    listed = ", ".join(cells) + (", …" if len(tasks) > _MOST_CELLS else "")
    return Text(
        f"{len(tasks)} việc chưa rõ người thực hiện nên chưa tính cho ai ({listed}): kết quả của "
        "người làm các việc ấy chưa phải là kết quả cuối cùng",
        f"Tasks that count for nobody, their owner being unknown: {len(tasks)} ({listed}); the "
        "results of whoever does them are not final",
    )


def decimals_of(rules: Mapping[str, RuleSet]) -> int:
    """Decimals for display (choice display_decimals); nothing is computed with them."""
    for rule in rule_sets(rules):
        taken = rule.choices.get("display_decimals")
        if taken is not None and taken.taken.isdigit():
            return int(taken.taken)
    return 2
