"""An invented office's year without any workbook: entries straight to a ranking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factories import officer
from tests.law.year.test_years import entries, happened

from cadre_cli.domain.office import Office, Signer, Source
from cadre_cli.domain.officers import Post
from cadre_cli.domain.periods import Period, PeriodUnit
from cadre_cli.domain.year import Origin, YearRanking
from cadre_cli.reports.parts.provenance import Made
from cadre_cli.reports.year.given import YearGiven
from cadre_cli.rules.book import TITLES
from cadre_cli.rules.load import rule_book, rules_for
from cadre_cli.rules.schema import RuleSet
from cadre_cli.scoring.groups import group_of
from cadre_cli.scoring.ranking import capped, ranked
from cadre_cli.scoring.titles import collectives_of, with_titles
from cadre_cli.scoring.year import YearEvidence, year_of

OFFICE = Office(
    "UBND xã Đồng Lim",
    "UBND tỉnh Thanh Hóa",
    place="Đồng Lim",
    signers=(Signer("CHỦ TỊCH", "Phạm Văn Chủ"), Signer("NGƯỜI LẬP BIỂU", "Vi Thị Dung")),
)
PEOPLE = (
    ("Lê Văn Cả", "Phòng Kinh tế", Post.HEAD_OF_UNIT, "85*12", ""),
    ("Nguyễn Văn An", "Phòng Kinh tế", Post.NONE, "95*6 91*6", ""),
    ("Trần Thị Bình", "Phòng Kinh tế", Post.NONE, "92*6 94*6", ""),
    ("Hà Văn Cúc", "Văn phòng", Post.NONE, "269/3*4 80*8", ""),
    ("Vi Thị Dung", "Văn phòng", Post.NONE, "80*8 n*4", "nghỉ: Nghỉ ốm"),
    ("Lò Văn Én", "Văn phòng", Post.NONE, "-*8 66*4", "chuyển đến 2026-09-01: Chuyển đến"),
    ("Cao Thị Giang", "Văn phòng", Post.NONE, "k 84*11", ""),
    ("Bùi Văn Hạ", "Văn phòng", Post.NONE, "75*12", "kỷ luật 2026-05-20: Khiển trách"),
    ("Mai Văn Ích", "Văn phòng", Post.NONE, "71*12", ""),
    ("Đỗ Thị Kim", "Văn phòng", Post.NONE, "72*12", ""),
)


def rules_of(kind: str) -> RuleSet:
    return rules_for(rule_book(), date(2026, 12, 31), kind, {}, PeriodUnit.YEAR)


def ranking() -> YearRanking:
    months = tuple(Period.of(2026, number) for number in range(1, 13))
    rules = rules_of("cong_chuc")
    people = []
    for name, unit, post, points, told in PEOPLE:
        who = officer(name, unit=unit, post=post, position="Chuyên viên")
        evidence = YearEvidence(
            who, 2026, tuple(entries(who, points, 2026)), tuple(happened(name, told)), months
        )
        one = year_of(evidence, rules_of)
        people.append(replace(one, group=group_of(who, rules)))
    after, caps = capped(people, {rules.id: rules})
    titled = with_titles(after, {rules.id: rules}, rules_of(TITLES))
    return YearRanking(
        OFFICE,
        2026,
        ranked(titled),
        caps,
        collectives_of(titled, {}, rules_of(TITLES)),
        origins=dict.fromkeys(months, Origin.COMPUTED),
        sources=(Source("2026/thang-01.xlsx", "ab" * 32),),
    )


def given(lang: str = "vi", before: YearRanking | None = None) -> YearGiven:
    rules = rules_of("cong_chuc")
    made = Made("0.1.0", date(2026, 12, 31), {"year": "2026"})
    return YearGiven(ranking(), {rules.id: rules}, made, lang, before=before)
