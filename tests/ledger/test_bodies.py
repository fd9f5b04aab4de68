"""What goes into the ledger comes out of it unchanged, through its text."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger import ledgers

from cadre_cli.domain.closed import ClosedPerson, ClosedSource
from cadre_cli.domain.events import Event, EventKind, Exemption
from cadre_cli.domain.officers import Kind, Placement, Post
from cadre_cli.domain.places import CellRef
from cadre_cli.domain.results import NotRated
from cadre_cli.domain.trace import Authority, Basis
from cadre_cli.domain.values import UNKNOWN, Mention
from cadre_cli.ledger.bodies import closed_period, closing_body
from cadre_cli.ledger.chain import canonical

words = st.text(max_size=12)
perhaps = st.none() | words
grades = st.none() | st.sampled_from(["HTXS", "HTT", "HT", "KHT"])
exact = st.fractions(max_denominator=10**6)
cells = st.builds(
    CellRef,
    st.just("thang-03.xlsx"),
    st.just("Giao việc"),
    st.integers(1, 10**6),
    st.integers(1, 9999),
)

bases = st.builds(
    Basis, st.sampled_from(Authority), words, words, perhaps, perhaps, st.sampled_from("VQTSN")
)


@st.composite
def people(draw: st.DrawFn) -> ClosedPerson:
    return ledgers.person(
        draw(words),
        code=draw(perhaps),
        unit=draw(perhaps),
        kind=draw(st.sampled_from(Kind)),
        post=draw(st.sampled_from(Post)),
        group=draw(perhaps),
        parts=draw(st.dictionaries(st.sampled_from(["a", "b", "total"]), exact)),
        total=draw(st.none() | exact),
        grade_by_points=draw(grades),
        grade=draw(grades),
        not_rated=draw(st.none() | st.sampled_from(NotRated)),
        cells=tuple(draw(st.lists(cells, unique=True))),
        bases=draw(st.none() | st.lists(bases, unique=True, max_size=3).map(tuple)),
    )


standings = st.none() | st.builds(
    Placement,
    perhaps,
    st.none() | st.sampled_from(Post),
    perhaps,
    st.none() | st.sampled_from(Kind),
)
days = st.none() | st.just(UNKNOWN) | st.dates()


@st.composite
def events(draw: st.DrawFn) -> Event:
    at = draw(cells)
    who = Mention(draw(words), draw(words), at, draw(perhaps), draw(perhaps))
    return Event(
        draw(st.sampled_from(EventKind)),
        who,
        at,
        draw(words),
        draw(days),
        draw(days),
        draw(perhaps),
        becomes=draw(standings),
        was=draw(standings),
        exemption=draw(st.none() | st.sampled_from(Exemption)),
    )


@settings(deadline=None)
@given(
    listed=st.lists(people(), min_size=1, max_size=3),
    known=st.lists(events(), max_size=3),
    held=st.dictionaries(words, st.dictionaries(st.just("H5"), words)),
    as_of=st.dates(),
)
def test_a_closed_period_survives_its_text(
    listed: list[ClosedPerson],
    known: list[Event],
    held: dict[str, dict[str, str]],
    as_of: date,
) -> None:
    whole = ledgers.closed(
        ledgers.MARCH,
        *listed,
        events=tuple(known),
        sources=(ClosedSource("thang-03.xlsx", "ab" * 32, True, held),),
        as_of=as_of,
        asked_rules="qd1240",
    )
    body = json.loads(canonical(closing_body(whole)))
    assert closed_period(body, whole.entry) == whole


def test_no_number_is_rounded() -> None:
    third = ledgers.person(total=Fraction(200, 3), parts={"total": Fraction(200, 3)})
    text = canonical(closing_body(ledgers.closed(ledgers.MARCH, third)))
    assert '"total":"200/3"' in text
    assert '"findings":{"error":0,"note":1,"warning":2}' in text
