"""Worked examples of each rule set, read from the files beside this one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.factories import MARCH, cell, common, event, leader_parts, mention, officer, row

from cadre_cli.domain.events import EventKind, Exemption
from cadre_cli.domain.marks import CommonMarks, Mark
from cadre_cli.domain.office import Decided
from cadre_cli.domain.officers import Kind, Post
from cadre_cli.domain.periods import Period
from cadre_cli.domain.results import Classification, Score
from cadre_cli.domain.tasks import Category, Task
from cadre_cli.domain.texts import verbatim
from cadre_cli.domain.values import Mention
from cadre_cli.domain.villages import VillageTask
from cadre_cli.rules.load import book_for, rules_for
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.method import Evidence, method_for
from cadre_cli.scoring.methods import METHODS
from cadre_cli.scoring.steps import given, recompute

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ALWAYS = ("number", "owner", "evaluator")
FIELDS = {
    "giao": "assigned",
    "hệ số": "coefficient",
    "hoàn thành": "finished",
    "chưa đạt": "failures",
    "chậm": "latenesses",
    "loại": "category",
    "nguyên nhân": "objective_cause",
    "xác nhận": "confirmed_by",
    "hạn": "deadline",
    "xong ngày": "finished_on",
    "tiến độ": "on_time",
    "chất lượng": "quality_met",
    "người đánh giá": "evaluator",
    "điểm danh mục": "catalogue_points",
    "điểm tối đa": "max_points",
    "điểm": "points",
}
MARKS = {"chậm": False, "đúng hạn": True, "chưa đạt": False, "đạt": True}
CATEGORIES = {
    "kế hoạch": Category.PLANNED,
    "đột xuất": Category.UNPLANNED,
    "nhận thay": Category.TAKEN_OVER,
    "chuyển giao": Category.HANDED_OVER,
}
HEAD = "Trần Thị Bình"


@dataclass(frozen=True)
class Case:
    """One worked example of one rule set, as its file states it.

    What a case does not say is that of its file: the period, the kind of person, the office's own
    rule file (`overlay`, from the project's folder), decisions.
    """

    rule_set: str
    facts: Mapping[str, Any]

    @property
    def period(self) -> Period:
        return Period.parse(self.facts.get("period", str(MARCH)))

    @property
    def kind(self) -> Kind:
        return Kind(self.facts.get("kind", "cong_chuc"))

    @property
    def rules(self) -> RuleSet:
        decided = {
            name: Decided(option, "QĐ 12/QĐ-UBND ngày 05/01/2026")
            for name, option in self.facts.get("choices", {}).items()
        }
        overlay = self.facts.get("overlay")
        text = None if overlay is None else (ROOT / overlay).read_text(encoding="utf-8")
        period = self.period
        rules = rules_for(book_for(text), period.last_day, self.kind, decided, period.unit)
        assert rules.id == self.rule_set
        return rules

    @property
    def evidence(self) -> Evidence:
        facts = self.facts
        leads = "led" in facts or facts.get("leader", False)
        who = HEAD if leads else "Nguyễn Văn An"
        post = Post.HEAD_OF_UNIT if leads else Post.NONE
        parts = [Decimal(facts[key]) if key in facts else None for key in ("d", "dd", "e")]
        happened = facts.get("event")
        exemption = Exemption(facts["exemption"]) if "exemption" in facts else None
        return Evidence(
            officer(who, post=post, kind=self.kind, rated_above=facts.get("rated_above", False)),
            self.period,
            tuple(tasks_of(facts.get("tasks", ""), who)),
            marks_of(facts, who),
            leader_parts(*parts, who=who) if any(part is not None for part in parts) else None,
            (event(EventKind(happened), who, whole_period=True, exemption=exemption),)
            if happened
            else (),
            tuple(somebody_led(Fraction(total), self.rule_set) for total in facts.get("led", ())),
            village_tasks=villages_of(facts.get("villages", ""), who),
        )


def marks_of(facts: Mapping[str, Any], who: str) -> CommonMarks | None:
    """The common points, the office's own table of 100, bonus and penalty, as far as told."""
    keys = {"common", "table", "bonus", "penalty", "signed"} & facts.keys()
    if not keys:
        return None
    points = common(Decimal(facts["common"]), who) if "common" in facts else common(None, who)
    beside = tuple(
        Mark(name, Decimal(facts[name]), cell(9))
        for name in sorted(keys & {"bonus", "penalty", "signed"})
    )
    return replace(points, table=table_of(facts.get("table", "")), adjustments=beside)


def table_of(table: str) -> tuple[Mark, ...]:
    """Rows of criterion, maximum and points; a fourth cell "tự chấm" marks the person's own."""
    rows = [[part.strip() for part in line.strip("|").split("|")] for line in table.split("\n")]
    return tuple(
        Mark(
            *(row[0], Decimal(row[2]) if row[2] else None, cell(3 + place)),
            *(0 if row[3:] == ["tự chấm"] else 1, Decimal(row[1])),
        )
        for place, row in enumerate(row for row in rows[1:] if len(row) > 1)
    )


def tasks_of(table: str, owner: str) -> list[Task]:
    rows = [line.strip("|").split("|") for line in table.strip().splitlines()]
    if not rows:
        return []
    fields = [FIELDS[heading.strip()] for heading in rows[0]]
    columns = tuple(dict.fromkeys((*ALWAYS, *fields)))
    tasks = []
    for number, values in enumerate(rows[1:], start=2):
        told = {f: v.strip() for f, v in zip(fields, values, strict=True) if v.strip()}
        if "evaluator" not in fields:
            told["evaluator"] = HEAD
        read = {field: value_of(field, words) for field, words in told.items()}
        at = row(number, fields=columns)
        owners = (mention(owner, at=cell(2, number)),)
        tasks.append(Task(at=at, number=str(number - 1), owners=owners, **read))
    return tasks


def villages_of(table: str, who: str) -> tuple[VillageTask, ...]:
    """Points in villages, written as those of tasks are."""
    return tuple(
        VillageTask(
            at=row(task.at.row, fields=("village", "who", "content", "max_points", "points")),
            village="Thôn Đá",
            who=task.owners,
            content=f"Việc {task.number}",
            points=task.points,
            max_points=task.max_points,
        )
        for task in tasks_of(table, who)
    )


def value_of(field: str, words: str) -> Decimal | date | bool | Category | Mention | str:
    match field:
        case "category":
            return CATEGORIES[words]
        case "deadline" | "finished_on":
            return date.fromisoformat(words)
        case "on_time" | "quality_met":
            return MARKS[words]
        case "evaluator":
            return mention(words)
        case "objective_cause" | "confirmed_by":
            return words
        case _:
            return Decimal(words)


def somebody_led(total: Fraction, rule_set: str) -> Classification:
    who = officer(f"Người được {total} điểm")
    root = given(verbatim("Tổng điểm"), total, cell())
    return Classification(Score(who, MARCH, rule_set, root), "HT", "HT")


def cases() -> list[Any]:
    return [
        pytest.param(Case(path.stem, file | facts), id=f"{path.stem}: {facts['name']}")
        for path in sorted(HERE.glob("*.toml"))
        for file in (tomllib.loads(path.read_text(encoding="utf-8")),)
        for facts in file.pop("case", ())
    ]


def assessed(case: Case) -> tuple[RuleSet, Classification]:
    """The rules of a case and what they make of it."""
    rules, evidence = case.rules, case.evidence
    method = method_for(rules, evidence, METHODS)
    return rules, method.classify(method.score(evidence, rules), evidence, rules)


@pytest.mark.parametrize("case", cases())
def test_the_law_as_worked_out_by_hand(case: Case) -> None:
    _, result = assessed(case)
    score = result.score
    expected = dict(case.facts["expect"])
    rests_on = expected.pop("rests_on", None)
    grade = expected.pop("grade", None)
    by_points = expected.pop("grade_by_points", grade if "total" in expected else None)
    not_rated = expected.pop("not_rated", None)
    parts = {key: Fraction(value) for key, value in expected.items()}
    assert {key: step.value for key, step in score.parts.items() if key in parts} == parts
    assert (None if score.root is None else score.root.value) == parts.get("total")
    assert result.grade == grade
    assert result.grade_by_points == by_points
    assert (result.not_rated.value if result.not_rated else None) == not_rated
    if rests_on is not None:
        decisions = {
            f"{b.choice}={b.option}"
            for b in result.bases()
            if b.choice is not None and b.choice != "unfinished_at_period_end"
        }
        assert sorted(decisions) == sorted(rests_on)
    for step in score.parts.values():
        assert all(recompute(part) == part.value for part in step.walk())


def test_every_case_names_its_passage() -> None:
    assert [case for case in cases() if not case.values[0].facts.get("source")] == []
