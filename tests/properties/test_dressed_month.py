"""However an office dresses a month, the same people, tasks, scores and findings come back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.dressing.reading import expected, read
from tests.properties.dressing.shifted import AFTER, Shifted
from tests.properties.dressing.wardrobe import FAMILIES, WARDROBE, Dressed, dressed


def comes_back(clothes: Dressed) -> None:
    found = read(clothes)
    missing = (clothes.brings - found.extra) | (clothes.asks - found.asked)
    assert not missing, (missing, clothes)
    assert found.besides(clothes.may) == expected(clothes.plain).besides(clothes.may)


def test_the_clean_month_has_what_is_wrong_in_it_on_purpose() -> None:
    assert set(read(Dressed((), "xlsx")).extra) == {"X06", "K03", "C01", "C05", "C11", "C12", "G07"}


@pytest.mark.parametrize("family", sorted(FAMILIES))
@settings(max_examples=3, deadline=None, derandomize=True)
@given(st.data())
def test_one_family_of_quirks(family: str, data: st.DataObject) -> None:
    comes_back(data.draw(dressed(FAMILIES[family])))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(dressed(most=6))
def test_a_few_quirks_together(clothes: Dressed) -> None:
    comes_back(clothes)


@settings(max_examples=10, deadline=None, derandomize=True)
@given(
    dressed((*FAMILIES["text"], *FAMILIES["values"], *FAMILIES["around"]), most=3),
    st.builds(Shifted, after=st.sampled_from(AFTER), right=st.booleans()),
)
def test_headings_shifted_against_their_data_are_told_and_nobody_is_classed_by_them(
    clothes: Dressed, shifted: Shifted
) -> None:
    found = read(replace(clothes, quirks=(*clothes.quirks, shifted)))
    right = {score[0]: score for score in expected(clothes.plain).scores}
    assert "B08" in found.extra
    assert all(score == right.get(score[0]) for score in found.scores if score[2] != "None")


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(dressed())
def test_any_quirks_together(clothes: Dressed) -> None:
    comes_back(clothes)


@pytest.mark.slow
@pytest.mark.parametrize("place", range(len(WARDROBE)))
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_quirk_alone(place: int, data: st.DataObject) -> None:
    comes_back(data.draw(dressed(WARDROBE[place : place + 1])))
