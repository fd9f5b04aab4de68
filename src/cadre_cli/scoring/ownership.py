"""What is not surely somebody's: tasks with several owners, events under a name that fits several."""

from __future__ import annotations

from collections.abc import Sequence

from cadre_cli.domain.results import Missing
from cadre_cli.domain.tasks import Task
from cadre_cli.domain.texts import Text
from cadre_cli.domain.values import Mention
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.classes import LEAVES
from cadre_cli.scoring.lines import task_name
from cadre_cli.scoring.method import Evidence


def unclear_owner(task: Task, evidence: Evidence, rules: RuleSet) -> tuple[Missing, ...]:
    """A line whose owner is not certain: it cannot count for anybody until the office says whose.

    Several owners are such a case as long as one task, one focal point is an error there.
    """
    mine = evidence.officer.id
    for owner in task.owners:
        if mine in owner.officers and len(owner.officers) > 1:
            name = task_name(task)
            what = Text(
                f"“{name}”: tên “{owner.written}” có nhiều người trùng",
                f"“{name}”: several people are called “{owner.written}”",
            )
            return (Missing(what, owner.at),)
        if mine in owner.possible:
            return (Missing(_perhaps(f"“{task_name(task)}”", owner), owner.at),)
    principle = rules.choices.get("process_rules")
    strict = principle is None or principle.taken == "error"
    if _different(task.owners) > 1 and strict:
        name = task_name(task)
        what = Text(
            f"“{name}” ghi nhiều người chịu trách nhiệm, chưa rõ là việc của ai",
            f"“{name}” names several owners; whose task it is, is not clear",
        )
        return (Missing(what, task.owners[0].at),)
    return ()


def _perhaps(what: str, who: Mention) -> Text:
    return Text(
        f"{what}: chưa rõ “{who.written}” có phải người này không",
        f"{what}: whether “{who.written}” is this person is not clear",
    )


def _different(owners: Sequence[Mention]) -> int:
    return len({mention.officer or mention.name for mention in owners})


def unread_tasks(evidence: Evidence) -> tuple[Missing, ...]:
    """Sheets of tasks that could not be read: whoever has no task elsewhere may have one there."""
    return tuple(
        Missing(
            Text(
                f"chưa đọc được bảng giao việc ở trang “{at.sheet}”",
                f"the sheet of tasks “{at.sheet}” could not be read",
            ),
            at,
        )
        for at in evidence.unread_tasks
    )


def uncertain_events(evidence: Evidence, rules: RuleSet) -> list[Missing]:
    """Events that would change the class, under a name that fits several people."""
    weighty = {case.event for case in rules.forced} | {kind.value for kind in LEAVES}
    return [
        Missing(
            Text(
                f"“{event.words}”: tên “{event.who.written}” có nhiều người trùng",
                f"“{event.words}”: several people are called “{event.who.written}”",
            ),
            event.at,
        )
        for event in evidence.events
        if len(event.who.officers) > 1 and event.kind.value in weighty
    ] + [
        Missing(_perhaps(f"“{event.words}”", event.who), event.at)
        for event in evidence.events
        if evidence.officer.id in event.who.possible and event.kind.value in weighty
    ]
