"""Rows made from a lab's controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from convviz.core.errors import SpecError
from convviz.labs.controls import Factors, Number, Offer, Pair, Pick, Whole
from convviz.labs.dilated import DilatedLab
from convviz.labs.groups import GroupsLab
from convviz.labs.pooling import PoolingLab
from convviz.labs.signal import SignalLab
from convviz.labs.volume import VolumeLab
from convviz.scene.scene import Region
from convviz.views.control_section import ControlSection
from tests.labs.scenes import CLIP, GREY, alike, dilated, drawn, grouped, pooled, signal, stacked, story


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
        Offer("f", "F", "tip", lambda story: ((1, "one"),), lambda story: 1),
    )
    section = ControlSection(kinds)
    qtbot.addWidget(section)
    assert set(section.editors) == {"a", "b", "c", "d", "e", "f"}
    with pytest.raises(SpecError, match="10"):
        section.editors["c"].read("10")
    with pytest.raises(SpecError, match=r"from 0\.5 to 2, not 3"):
        section.editors["e"].read("1, 3")


@pytest.fixture
def typed(qtbot):
    section = ControlSection(SignalLab.controls)
    qtbot.addWidget(section)
    section.resize(300, 400)
    section.asked = []
    for asking in (section.layer_requested, section.scene_requested):
        asking.connect(lambda choices, gesture: section.asked.append(choices))
    section.show_story(story(signal(Region(40, 90, 1, 12)), GREY))
    section.show()
    return section


def enter(qtbot, field, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_text_is_read_and_written_by_the_lab(typed, qtbot) -> None:
    assert typed.editors["weights"].text() == "−1, 0, 1"
    enter(qtbot, typed.editors["weights"], "[1 2 1]/4")
    assert typed.asked == [{"weights": (0.25, 0.5, 0.25)}]


def test_what_a_lab_cannot_read_is_said(typed, qtbot) -> None:
    row = typed.editors["padding"].parentWidget().parentWidget()
    enter(qtbot, typed.editors["padding"], "wide")
    assert typed.asked == []
    assert "not “wide”" in row.error


def test_a_text_can_be_picked_from_what_the_layer_offers(typed, qtbot) -> None:
    offered = typed.editors["padding"].parentWidget()
    assert [offered.itemText(n) for n in range(offered.count())] == ["same", "same-tf", "valid", "full"]
    offered.setCurrentIndex(3)
    offered.activated.emit(3)
    assert typed.asked == [{"padding": "full"}]
    typed.show_story(story(signal(stride=(1, 2), padding="valid"), GREY))
    assert [offered.itemText(n) for n in range(offered.count())] == ["same-tf", "valid", "full"]


def test_a_place_is_a_choice_of_the_scene_within_its_story(typed, qtbot) -> None:
    field = typed.editors["row"]
    assert field.text() == "40"
    enter(qtbot, field, "300")
    assert typed.asked == []
    enter(qtbot, field, "299")
    assert typed.asked == [{"region": Region(299, 90, 1, 12)}]


def test_codes_have_their_own_rows(typed) -> None:
    assert not typed.editors["bits"].isVisible()
    typed.show_story(story(signal(coding=True), GREY))
    assert typed.editors["bits"].isVisible()
    assert typed.editors["generators"].text() == "111, 101"
    assert not typed.editors["row"].isVisible()


def test_rates_of_a_stack_are_typed_or_picked_where_it_is_shown(qtbot) -> None:
    section = ControlSection(DilatedLab.controls)
    qtbot.addWidget(section)
    asked = []
    section.layer_requested.connect(lambda choices, gesture: asked.append(choices))
    section.show_story(story(dilated(), GREY))
    section.show()
    field = section.editors["stack"]
    assert field.text() == "1, 2, 4"
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2, 2, 2")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked == [{"stack": (2, 2, 2)}]
    judged = []
    field.judged.connect(judged.append)
    field.selectAll()
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(asked) == 1
    assert "Dilation must be from 1 to 32, not 99." in [str(message) for message in judged]
    section.show_story(story(dilated(view="layer"), GREY))
    assert not field.isVisible()


def test_a_story_offers_what_it_leaves_to_choose_from(qtbot) -> None:
    section = ControlSection(GroupsLab.controls)
    qtbot.addWidget(section)
    asked = []
    section.layer_requested.connect(lambda choices, gesture: asked.append(choices))
    section.show_story(story(grouped(4)))
    groups = section.editors["groups"]

    def offered() -> list[str]:
        return [groups.itemText(n) for n in range(groups.count())]

    assert (offered(), groups.value) == (["1: dense", "2", "4", "8: depthwise"], 4)
    qtbot.keyClick(groups, Qt.Key.Key_Down)
    assert asked == [{"groups": 8}]
    section.show_story(story(grouped(4, **alike(6, drawn(3, 3)))))
    assert (offered(), groups.value) == (["1: dense", "2"], 2)


def options(choice) -> list[object]:
    return [choice.itemText(n) for n in range(choice.count())]


def test_lists_offer_what_is_possible_on_the_picture(qtbot) -> None:
    """A single slice cannot be mirrored, nor can a window of three slices do without padding there."""
    section = ControlSection(VolumeLab.controls)
    qtbot.addWidget(section)
    section.show_story(story(stacked(), GREY))
    border, padding = section.editors["padding_mode"], section.editors["padding"].parentWidget()
    assert options(border) == ["zeros", "constant", "replicate", "circular"]
    assert options(padding) == ["same", "same-tf"]
    section.show_story(story(stacked(padding_mode="circular"), CLIP))
    assert options(border) == ["zeros", "constant", "reflect", "replicate", "circular"]
    assert border.value == "circular"
    assert options(padding) == ["same", "same-tf", "valid"]


def test_an_average_is_offered_whatever_the_dilation(section) -> None:
    section.show_story(story(pooled(dilation=(2, 2))))
    assert options(section.editors["kind"]) == ["maximum", "average"]
    section.show_story(story(pooled(kernel_size=(9, 9), ceil_mode=True)))
    assert options(section.editors["ceil_mode"]) == ["may hang over (ceil)"]
