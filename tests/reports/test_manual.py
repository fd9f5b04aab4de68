import re
import string
from pathlib import Path

import pytest
from tools import generate_finding_docs
from tools.generate_finding_docs import PAGE, page

from cadre_cli.domain.findings import Finding, Severity
from cadre_cli.domain.texts import Text
from cadre_cli.reports.manual import (
    LETTERS,
    FindingPage,
    finding_kinds,
    finding_page,
    finding_pages,
)

PROMISED = {
    "error": "T01 T02 T03 T05 T06 B01 B04 B05 B06 B08 D01 D02 D04 D05 D06 D07 G01 G02 G04 G07 G08 "
    "G11 C01 C02 C03 C04 C06 C08 C09 C10 X01 S01 S02 S03 S05",
    "warning": "T04 T08 T09 B07 B09 B10 D03 D08 G03 G05 G06 G09 G10 G12 K01 K02 K04 C05 C07 C11 C12 "
    "X05 S04 S07 S08 S09",
    "note": "T07 B02 B03 D09 K03 X04 X06 S06",
}
"""What users may rely on: a code keeps its severity. X02, N and L belong to the year."""
KINDS = finding_kinds()


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_a_page_tells_rule_cause_message_and_examples() -> None:
    page = finding_page("g01")
    assert page is not None
    assert (page.code, page.name, page.severity) == ("G01", "NoOwner", Severity.ERROR)
    assert page.rule == "Mỗi nhiệm vụ phải có một người chịu trách nhiệm chính."
    assert page.meaning[1:] == (
        "Thường do để trống ô người thực hiện, hoặc chỉ ghi người phối hợp.",
    )
    assert page.message == "Việc “{task}” chưa ghi người thực hiện."
    assert page.wrong.splitlines()[-1] == "| Rà soát hộ nghèo | |"


def test_a_page_in_english_keeps_the_vietnamese_rule() -> None:
    page = finding_page("G01", "en")
    assert page is not None
    assert page.message == 'Nobody owns the task "{task}".'
    assert page.rule.startswith("Mỗi nhiệm vụ")


def test_an_unknown_code_has_no_page() -> None:
    assert finding_page("Z99") is None
    assert finding_pages("Z99") == ()


def test_every_kind_stands_once_in_the_order_of_the_letters() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(KINDS)) == len(KINDS)
    assert codes == sorted(codes, key=lambda code: ("".join(LETTERS).index(code[0]), code))


def test_every_promised_code_is_declared_with_its_severity() -> None:
    declared = {(kind.code, each.severity.value) for kind in KINDS for each in _pages_of(kind)}
    promised = {(code, severity) for severity, codes in PROMISED.items() for code in codes.split()}
    assert promised - declared == set()
    codes = {code for code, _ in promised}
    assert {each for each in declared - promised if each[0] in codes} == set()


def _pages_of(kind: type[Finding]) -> list[FindingPage]:
    return [each for each in finding_pages(kind.code) if each.name == kind.__name__]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.code}-{kind.__name__}")
def test_a_kind_is_fully_described(kind: type[Finding]) -> None:
    assert re.fullmatch(r"[TBDGKCXNSL]\d\d", kind.code)
    assert kind.__doc__
    assert len(kind.__doc__.strip().split("\n\n")) > 1  # the rule, then the usual cause
    held = set(kind.__dataclass_fields__)
    for text in (kind.message, kind.fix):
        assert isinstance(text, Text)
        assert fields_of(text.vi) | fields_of(text.en) <= held
    for example in (kind.wrong, kind.right):
        assert example.strip()
        assert not example.startswith("|") or "|---|" in example


def test_the_written_manual_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_a_stale_manual_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stale = tmp_path / "docs" / "findings.md"
    monkeypatch.setattr(generate_finding_docs, "PAGE", stale)
    assert generate_finding_docs.main(["--check"]) == 1
    assert generate_finding_docs.main([]) == 0
    assert generate_finding_docs.main(["--check"]) == 0
