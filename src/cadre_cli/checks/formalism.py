"""Signs of work done for show, over scores: L01, L02, L05. Loads and work have files of their own.

Notes for those who lead, never deductions: every message says what was compared, how many there
were and how far out. Small groups stay silent, for in them honest people look alike by chance. The
limits below are argued for one by one; a test draws honest offices and counts the false alarms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from cadre_cli.checks.check import After, Check, Results
from cadre_cli.checks.ratings import Ratings, ratings
from cadre_cli.checks.robust import AS_SIGMA, NEARLY_ALL, commonest, deviation, median
from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.records import Submission
from cadre_cli.domain.texts import Text
from cadre_cli.rules.schema import RulesOf

_LEAST_RATED = 6
"""People of one rater: six equal scores of a scale with a handful of usual values are no chance."""
_LEAST_OTHERS = 10
"""People of other raters that one rater's scores are held against."""
_FAR = 3
"""Standard deviations, estimated robustly: the median of six honest scores does not go so far."""
_LEAST_SPREAD = Fraction(2, 100)
"""Of the scale. Where all others agree to the point, a point or two apart is not far."""
_LEAST_REPEATED = 8
"""People with a self-score and a superior's: agreeing throughout with half of them is honest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameScoreForAll(Finding):
    """Một người chấm cho (gần như) mọi người cùng một số điểm.

    Có thể vì mọi người làm như nhau thật, cũng có thể vì chấm cho xong. Đây là lời nhắc cho người
    lãnh đạo, không trừ điểm ai. Nhóm dưới 6 người không xét.
    """

    code: ClassVar[str] = "L01"
    message: ClassVar[Text] = Text(
        "{rater} chấm {same} trên {people} người cùng một mức {value} ({of}).",
        "{rater} gave {same} of {people} people the same {value} ({of}).",
    )
    fix: ClassVar[Text] = Text(
        "Đối chiếu với sản phẩm, tiến độ của từng người; giữ nguyên nếu điểm đúng với kết quả.",
        "Compare with everybody's products and progress; leave it if the scores are true.",
    )
    wrong: ClassVar[str] = (
        "| Người chấm | Điểm của 8 người |\n|---|---|\n| Lê Văn Cả | 28, 28, 28, 28, 28, 28, 28, 28 |"
    )
    right: ClassVar[str] = (
        "| Người chấm | Điểm của 8 người |\n|---|---|\n| Lê Văn Cả | 28, 27, 29, 28, 26, 30, 28, 25 |"
    )

    severity: Severity = Severity.NOTE
    rater: str
    same: int
    people: int
    value: Fraction
    of: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoresApart(Finding):
    """Điểm của một người chấm cao hoặc thấp hẳn so với mọi người chấm khác.

    Có thể vì nhóm ấy làm tốt hoặc kém thật, cũng có thể vì chấm dễ hay chấm chặt hơn. Đây là lời nhắc
    cho người lãnh đạo, không trừ điểm ai.
    """

    code: ClassVar[str] = "L02"
    message: ClassVar[Text] = Text(
        "{rater} chấm {people} người, trung vị {middle}; {others} người do người khác chấm có trung vị "
        "{theirs}, mức phân tán thường gặp {spread} ({of}).",
        "{rater} rated {people} people with a median of {middle}; the {others} people of other raters "
        "have {theirs}, their usual spread is {spread} ({of}).",
    )
    fix: ClassVar[Text] = Text(
        "Đối chiếu cách chấm giữa các phòng trước khi xếp loại; giữ nguyên nếu điểm đúng với kết quả.",
        "Compare how the units score before classes are given; leave it if the scores are true.",
    )
    wrong: ClassVar[str] = (
        "| Người chấm | Trung vị |\n|---|---|\n| Lê Văn Cả | 30 |\n| Những người khác | 24 |"
    )
    right: ClassVar[str] = (
        "| Người chấm | Trung vị |\n|---|---|\n| Lê Văn Cả | 27 |\n| Những người khác | 26 |"
    )

    severity: Severity = Severity.NOTE
    rater: str
    people: int
    middle: Fraction
    others: int
    theirs: Fraction
    spread: Fraction
    of: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfScoresRepeated(Finding):
    """Điểm cấp trên chấm chép lại điểm tự chấm của (gần như) mọi người.

    Có thể vì tự chấm đúng cả, cũng có thể vì cấp trên chưa chấm. Đây là lời nhắc cho người lãnh đạo,
    không trừ điểm ai. Dưới 8 người không xét.
    """

    code: ClassVar[str] = "L05"
    message: ClassVar[Text] = Text(
        "{same} trên {people} người có điểm cấp trên chấm giống hệt điểm tự chấm ở mọi tiêu chí "
        "({marks} ô điểm đã so).",
        "{same} of {people} people have a superior's score equal to their own throughout "
        "({marks} marks compared).",
    )
    fix: ClassVar[Text] = Text(
        "Xem lại việc chấm của cấp trên có dựa vào theo dõi trong tháng hay chỉ chép lại.",
        "Look whether the superior scored by what was seen in the month or copied.",
    )
    wrong: ClassVar[str] = (
        "| Họ và tên | Tự chấm | Lãnh đạo chấm |\n|---|---|---|\n"
        "| Nguyễn Văn An | 29 | 29 |\n| Trần Thị Bình | 30 | 30 |"
    )
    right: ClassVar[str] = (
        "| Họ và tên | Tự chấm | Lãnh đạo chấm |\n|---|---|---|\n"
        "| Nguyễn Văn An | 29 | 27 |\n| Trần Thị Bình | 30 | 30 |"
    )

    severity: Severity = Severity.NOTE
    same: int
    people: int
    marks: int


def _same_for_all(submission: Submission, results: Results, _: RulesOf) -> Iterator[Finding]:
    for given in ratings(submission, results):
        for rater in given.by_rater:
            values = given.values(rater)
            value, same = commonest(values)
            if len(values) >= _LEAST_RATED and same >= NEARLY_ALL * len(values):
                yield SameScoreForAll(
                    at=given.at(rater),
                    rater=given.name(rater),
                    same=same,
                    people=len(values),
                    value=value,
                    of=given.of,
                )


def _apart(submission: Submission, results: Results, _: RulesOf) -> Iterator[Finding]:
    for given in ratings(submission, results):
        for rater in given.by_rater:
            finding = _rater_apart(given, rater)
            if finding is not None:
                yield finding


def _rater_apart(given: Ratings, rater: str) -> Finding | None:
    """A rater against the people of all others, of whom there must be two at least."""
    own = given.values(rater)
    theirs = [each for other in given.by_rater if other != rater for each in given.values(other)]
    enough = len(own) >= _LEAST_RATED and len(theirs) >= _LEAST_OTHERS
    if not enough or len(given.by_rater) < 3:
        return None
    spread = max(AS_SIGMA * deviation(theirs), _LEAST_SPREAD * given.scale)
    if abs(median(own) - median(theirs)) <= _FAR * spread:
        return None
    return ScoresApart(
        at=given.at(rater),
        rater=given.name(rater),
        people=len(own),
        middle=median(own),
        others=len(theirs),
        theirs=median(theirs),
        spread=spread,
        of=given.of,
    )


# ── self-scores ──────────────────────────────────────────────────────────────────────────────


def _self_scores(submission: Submission, _: Results, __: RulesOf) -> Iterator[Finding]:
    compared: dict[str, list[bool]] = defaultdict(list)
    for common in submission.common:
        if common.who.officer is not None:
            compared[common.who.officer] += _equal_marks(common)
    people = [marks for marks in compared.values() if marks]
    same = sum(all(marks) for marks in people)
    if len(people) >= _LEAST_REPEATED and same >= NEARLY_ALL * len(people):
        first = next(common for common in submission.common if _equal_marks(common))
        yield SelfScoresRepeated(
            at=CellRef(first.at.file, first.at.sheet),
            same=same,
            people=len(people),
            marks=sum(map(len, people)),
        )


def _equal_marks(common: CommonMarks) -> list[bool]:
    """For each criterion that both filled, whether the highest superior gave what the person did."""
    own = {m.criterion: m.points for m in common.marks if m.scorer == 0 and _known(m)}
    given: dict[str, Mark] = {}
    for mark in sorted(common.marks, key=lambda mark: mark.scorer):
        if mark.scorer > 0 and _known(mark):
            given[mark.criterion] = mark
    return [own[name] == mark.points for name, mark in given.items() if name in own]


def _known(mark: Mark) -> bool:
    return isinstance(mark.points, Decimal)


CHECKS: tuple[After, ...] = (
    Check("one score for everybody", ("L01",), ("tasks", "raters"), _same_for_all),
    Check("one rater apart", ("L02",), ("tasks", "raters"), _apart),
    Check("self-scores repeated", ("L05",), ("criteria", "self-scores"), _self_scores),
)
