"""Emulation titles as far as a year's classes lead to them (Luật Thi đua, khen thưởng 06/2022/QH15).

What the law asks beside the class (unity, an initiative recognised) is for people to show: it is
named with its passage. A title whose conditions were not found is not proposed unless the office
decided how it is to be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from cadre_cli.domain.events import EventKind
from cadre_cli.domain.results import Reason
from cadre_cli.domain.texts import Text, shown
from cadre_cli.domain.trace import Basis
from cadre_cli.domain.year import Collective, Title, YearPerson
from cadre_cli.rules.schema import RuleSet
from cadre_cli.vietnamese.text import fold

NAMES: Mapping[str, Text] = {
    "LDTT": Text("Lao động tiên tiến", "Advanced worker"),
    "CSTDCS": Text("Chiến sĩ thi đua cơ sở", "Emulation fighter at the base"),
    "GK": Text("Giấy khen", "Certificate of merit"),
    "TTLDXS": Text("Tập thể lao động xuất sắc", "Excellent collective"),
    "TTLDTT": Text("Tập thể lao động tiên tiến", "Advanced collective"),
}
_SPIRIT = Text(
    "tập thể bình xét: tự lực, đoàn kết, tích cực tham gia phong trào thi đua",
    "for the collective to judge: self-reliance, unity, active in emulation",
)
_INITIATIVE = Text(
    "cần sáng kiến hoặc đề tài được công nhận ở cơ sở; bảng không ghi",
    "needs an initiative or a topic recognised at the base; no workbook tells",
)
_UNITY = Text("cần xác nhận nội bộ đoàn kết", "unity has to be confirmed")


def with_titles(
    people: Iterable[YearPerson], grades: Mapping[str, RuleSet], rules: RuleSet
) -> tuple[YearPerson, ...]:
    """Everyone with the titles proposed, and those the office has to ask about."""
    return tuple(
        replace(person, titles=_personal(person, grades[person.rule_set], rules))
        if person.rule_set and person.not_rated is None
        else person
        for person in people
    )


def _personal(person: YearPerson, own: RuleSet, rules: RuleSet) -> tuple[Title, ...]:
    codes = [grade.code for grade in own.grades]
    if person.tied:  # the highest class or the second: either leads to the title
        good: bool | None = True
    else:
        good = None if person.grade is None else person.grade in codes[:2]
    best = None if person.grade is None else person.grade == codes[0]
    if good is False:
        return ()
    advanced = Title(
        "LDTT",
        NAMES["LDTT"].vi,
        good,
        (
            Reason(_class_told(person, own), (rules.passage("LDTT"),)),
            Reason(_SPIRIT, (rules.passage("LDTT"),)),
        ),
    )
    return (
        advanced,
        _by_choice("CSTDCS", "cstd_co_so", good, best, rules),
        _by_choice("GK", "giay_khen", good, best, rules),
    )


def _class_told(person: YearPerson, own: RuleSet) -> Text:
    if person.grade is None and not person.tied:
        return Text("chưa có mức xếp loại", "there is no class yet")
    if person.tied:
        return Text(
            f"từ {own.grades[1].name} trở lên, mức cao nhất còn chờ cấp có thẩm quyền chọn",
            f"{own.grades[1].code} or better, the highest class is not decided",
        )
    name = own.grade(person.grade or "").name
    return Text(f"xếp loại {name}", f"class {person.grade}")


def _by_choice(
    code: str, choice: str, good: bool | None, best: bool | None, rules: RuleSet
) -> Title:
    """A title whose conditions are not known in full: as the office decided, else asked about."""
    taken = rules.choice(choice)
    proposed: bool | None
    match taken.taken:
        case "excellent":
            proposed = best
        case "good":
            proposed = good
        case _:
            proposed = None
    means = Text(taken.taken_means, f"choice {choice} = {taken.taken}")
    reasons = [Reason(means, (taken.basis, rules.passage(code)))]
    if code == "CSTDCS":
        reasons.append(Reason(_INITIATIVE, (rules.passage(code),)))
    return Title(code, NAMES[code].vi, proposed, tuple(reasons))


def collectives_of(
    people: Sequence[YearPerson], organisations: Mapping[str, str], rules: RuleSet | None
) -> tuple[Collective, ...]:
    """The office and its units with their people counted and their titles.

    `organisations` are the classes of organisations on record, by unit, "" for the office itself.
    """
    units = sorted({p.officer.unit for p in people if p.officer.unit})
    scopes: list[tuple[str | None, list[YearPerson]]] = [(None, list(people))]
    scopes += [(unit, [p for p in people if p.officer.unit == unit]) for unit in units]
    return tuple(
        _collective(unit, members, organisations.get(unit or ""), rules)
        for unit, members in scopes
        if members
    )


def _collective(
    unit: str | None, people: Sequence[YearPerson], grade: str | None, rules: RuleSet | None
) -> Collective:
    rated = [person for person in people if person.not_rated is None]
    classes = Counter(person.grade or "" for person in rated)
    titles = (
        () if rules is None else (_excellent(rated, grade, rules), _advanced(rated, grade, rules))
    )
    return Collective(unit, len(rated), dict(classes), grade, titles)


def _share(people: Sequence[YearPerson], code: str) -> tuple[Fraction, Fraction] | None:
    """The least and the most of the people who have a title, while some are undecided."""
    if not people:
        return None
    found = [next((t for t in p.titles if t.code == code), None) for p in people]
    sure = sum(title is not None and title.proposed is True for title in found)
    open_ = sum(title is not None and title.proposed is None for title in found)
    return Fraction(sure, len(people)), Fraction(sure + open_, len(people))


def _excellent(people: Sequence[YearPerson], grade: str | None, rules: RuleSet) -> Title:
    basis = (rules.passage("TTLDXS"),)
    tests = [
        _of_class(grade, ("HTXS",)),
        _completed(people),
        _at_least(people, rules.value("excellent_advanced").value, strictly=False),
        _has_fighter(people),
    ]
    return _judged("TTLDXS", tests, basis, (Reason(_UNITY, basis),))


def _advanced(people: Sequence[YearPerson], grade: str | None, rules: RuleSet) -> Title:
    taken = rules.choice("tap_the_tien_tien")
    basis = (rules.passage("TTLDTT"), taken.basis)
    if taken.taken == "ask":
        means = Text(taken.taken_means, f"choice {taken.id} = ask")
        return Title("TTLDTT", NAMES["TTLDTT"].vi, None, (Reason(means, basis),))
    tests = [
        _of_class(grade, ("HTXS", "HTT")),
        _at_least(people, rules.value("advanced_above").value, strictly=True),
        _nobody_warned(people),
    ]
    return _judged("TTLDTT", tests, basis, ())


_Test = tuple[bool | None, Text]


def _judged(
    code: str, tests: Sequence[_Test], basis: tuple[Basis, ...], beside: tuple[Reason, ...]
) -> Title:
    met = [told for told, _ in tests]
    proposed = False if False in met else None if None in met else True
    reasons = tuple(Reason(_verdict(told, text), basis) for told, text in tests)
    return Title(code, NAMES[code].vi, proposed, (*reasons, *beside))


def _verdict(met: bool | None, text: Text) -> Text:
    vi = {True: "đạt", False: "không đạt", None: "chưa biết"}[met]
    en = {True: "met", False: "not met", None: "not known"}[met]
    return Text(f"{vi}: {text.vi}", f"{en}: {text.en}")


def _of_class(grade: str | None, wanted: tuple[str, ...]) -> _Test:
    if grade is None:
        return None, Text(
            "mức xếp loại của tập thể (không có bảng xếp loại cơ quan, đơn vị)",
            "the class of the collective (not on record)",
        )
    return grade in wanted, Text(f"tập thể xếp loại {grade}", f"the collective's class is {grade}")


def _completed(people: Sequence[YearPerson]) -> _Test:
    failed = sum(person.grade == "KHT" for person in people)
    undecided = sum(person.grade is None and not person.tied for person in people)
    text = Text(
        f"100 % cá nhân hoàn thành nhiệm vụ ({failed} người không, {undecided} người chưa rõ)",
        f"everyone completes ({failed} do not, {undecided} undecided)",
    )
    return (False if failed else None if undecided or not people else True), text


def _at_least(people: Sequence[YearPerson], least: Decimal, *, strictly: bool) -> _Test:
    wanted = Fraction(least)
    share = _share(people, "LDTT")
    words = "trên" if strictly else "ít nhất"
    text = f"{words} {shown(wanted * 100)} % đạt Lao động tiên tiến"
    english = (
        f"{'above' if strictly else 'at least'} {shown(wanted * 100, 'en')} % advanced workers"
    )
    if share is None:
        return None, Text(text, english)
    low, high = share
    enough = low > wanted if strictly else low >= wanted
    possible = high > wanted if strictly else high >= wanted
    told = f"{shown(low * 100)} %"
    return (True if enough else None if possible else False), Text(
        f"{text} (đang là {told})", f"{english} ({shown(low * 100, 'en')} %)"
    )


def _has_fighter(people: Sequence[YearPerson]) -> _Test:
    share = _share(people, "CSTDCS")
    text = Text("có Chiến sĩ thi đua cơ sở", "has an emulation fighter at the base")
    if share is None or (share[0] == 0 and share[1] > 0):
        return None, text
    return share[0] > 0, text


_REPRIMAND = "khien trach"


def _nobody_warned(people: Sequence[YearPerson]) -> _Test:
    """Nobody disciplined from cảnh cáo: a reprimand is the only act below it."""
    graver = [
        person.officer.name
        for person in people
        for event in person.events
        if event.kind is EventKind.DISCIPLINE and _REPRIMAND not in fold(event.words)
    ]
    text = Text(
        "không có cá nhân bị kỷ luật từ cảnh cáo trở lên", "nobody disciplined from a warning up"
    )
    return not graver, text
