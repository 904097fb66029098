"""Rows made from a lab's controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from convviz.core.errors import SpecError
from convviz.labs.controls import Factors, Number, Pair, Pick, Whole
from convviz.labs.pooling import PoolingLab
from convviz.views.control_section import ControlSection
from tests.labs.scenes import pooled, story


@pytest.fixture
def section(qtbot):
    section = ControlSection(PoolingLab.controls)
    qtbot.addWidget(section)
    section.resize(300, 300)
    section.asked = []
    section.layer_requested.connect(lambda choices, gesture: section.asked.append(choices))
    section.show_story(story(pooled()))
    section.show()
    return section


def test_each_control_shows_its_choice(section) -> None:
    assert section.editors["kind"].value == "max"
    assert section.editors["kernel_size"].text() == "2, 2"
    assert section.editors["dilation"].isVisible()
    assert not section.editors["count_include_pad"].isVisible()
    section.show_story(story(pooled(kind="avg")))
    assert not section.editors["dilation"].isVisible()
    assert section.editors["count_include_pad"].isVisible()
    assert section.asked == []


def test_typing_asks_for_the_choice(section, qtbot) -> None:
    field = section.editors["stride"]
    field.selectAll()
    qtbot.keyClicks(field, "3")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert section.asked == [{"stride": (3, 3)}]


def test_nonsense_is_refused_beside_the_field(section, qtbot) -> None:
    field = section.editors["kernel_size"]
    field.selectAll()
    qtbot.keyClicks(field, "none")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert section.asked == []


def test_every_kind_of_control_has_an_editor(qtbot) -> None:
    kinds = (
        Pair("a", "A", "tip", least=0),
        Pick("b", "B", "tip", ((1, "one"),)),
        Whole("c", "C", "tip", 1, 9),
        Number("d", "D", "tip"),
        Factors("e", "E", "tip", 0.5, 2.0),
    )
    section = ControlSection(kinds)
    qtbot.addWidget(section)
    assert set(section.editors) == {"a", "b", "c", "d", "e"}
    with pytest.raises(SpecError, match="10"):
        section.editors["c"].read("10")
    with pytest.raises(SpecError, match=r"from 0\.5 to 2, not 3"):
        section.editors["e"].read("1, 3")
