"""Rows of facts."""

from __future__ import annotations

import pytest

from convviz.views.facts import Facts

LONG = "a value that is far too long to stand beside its name"


@pytest.fixture
def facts(qtbot):
    facts = Facts({"Sum": "What it adds up to.", "Symmetry": "How it looks in a mirror."})
    qtbot.addWidget(facts)
    facts.resize(260, 120)
    facts.show()
    yield facts
    facts.close()


def places(facts: Facts) -> list[tuple[int, int]]:
    """Where the name and the value of the first fact begin, from above."""
    fact = facts.layout().itemAt(0).widget()
    return [
        (label.geometry().left(), label.geometry().top())
        for label in (fact.layout().itemAt(n).widget() for n in (0, 1))
    ]


def test_a_short_value_stands_beside_its_name(facts, qtbot) -> None:
    facts.show_fact("Sum", "0")
    qtbot.waitUntil(lambda: places(facts)[1][0] > 0)
    assert places(facts)[1][1] <= places(facts)[0][1]
    assert facts.fact("Sum") == "0"


def test_a_long_value_goes_below_and_comes_back(facts, qtbot) -> None:
    facts.show_fact("Sum", LONG)
    qtbot.waitUntil(lambda: places(facts)[1][1] > places(facts)[0][1])
    facts.show_fact("Sum", "0")
    qtbot.waitUntil(lambda: places(facts)[1][0] > 0)


def test_a_wider_column_takes_a_long_value_beside(facts, qtbot) -> None:
    facts.show_fact("Sum", LONG)
    facts.resize(900, 120)
    qtbot.waitUntil(lambda: places(facts)[1][0] > 0)
