"""Every lab walked with the keyboard alone: nothing here but keys acts on the program.

The walk is over the LABS table, so a lab that is added to it is walked too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)

from convviz.labs import LABS
from convviz.labs.story import tell
from convviz.scene.scene import Scene
from convviz.views.choices import Choice
from tests.program.conftest import Person

KEYS, CTRL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
MOST_TABS = 120
every_lab = pytest.mark.parametrize("number", range(len(LABS)), ids=lambda n: LABS[n].title)


class Typist:
    """Someone without a mouse: keys go to what has the focus, and nowhere else."""

    def __init__(self, person: Person) -> None:
        self.person, self.window, self.desk = person, person.window, person.desk
        self.player, self.stage = person.program.player, person.stage

    @property
    def focus(self) -> QWidget:
        """What a key would go to: a menu that is open, or the widget with the focus."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "The keyboard is nowhere."
        return (found.focusWidget() or found) if found.isWindow() else found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.strike(key, modifier)
        QApplication.processEvents()

    def strike(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """A key that others follow so fast that nothing is painted in between."""
        QTest.keyClick(self.focus, key, modifier)

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def settle(self) -> None:
        """Waits for the numbers, and sees that all is well."""
        self.person.settle()
        session = self.person.program.session
        assert session.agreement.agrees
        assert self.person.notice == ""
        assert session.story.scene == self.person.scene
        told = tell(self.person.scene, session.story.source, session.lab)
        assert told.shape == session.story.shape
        assert self.stage.figure is not None

    # --- going somewhere

    def draw_weights(self) -> None:
        """Types into two cells of the kernel, so that it is like none of its mirror images."""
        self.tab_until(lambda widget: widget is self.stage)
        for key in (KEYS.Key_Return, KEYS.Key_Tab, KEYS.Key_7, KEYS.Key_Tab, KEYS.Key_5, KEYS.Key_Return):
            self.press(key)
        self.settle()
        assert self.focus is self.stage

    def tab_until(self, wanted: Callable[[QWidget], bool], key: Qt.Key = KEYS.Key_Tab) -> QWidget:
        for _ in range(MOST_TABS):
            if wanted(self.focus):
                return self.focus
            self.press(key)
        pytest.fail("Tab never comes there.")

    def round(self, key: Qt.Key = KEYS.Key_Tab) -> Iterator[QWidget]:
        """Once round the window by Tab, or back by Shift+Tab, from the stage to the stage."""
        self.tab_until(lambda widget: widget is self.stage)
        for _ in range(MOST_TABS):
            self.press(key)
            if self.focus is self.stage:
                return
            yield self.focus
        pytest.fail("Tab never comes back to the stage.")

    def choose_lab(self, number: int) -> None:
        """Takes a lab from the list of operations."""
        self.tab_until(lambda widget: widget.accessibleName() == "Operation")
        last = len(LABS) - 1
        end, way, steps = (KEYS.Key_Home, KEYS.Key_Down, number)
        if steps > last - number:
            end, way, steps = (KEYS.Key_End, KEYS.Key_Up, last - number)
        for key in (end, *[way] * steps):
            self.press(key)
        self.settle()
        assert self.person.program.session.lab is LABS[number]

    # --- changing something

    def change(self, widget: QWidget) -> bool:
        """Changes what has the focus by the keys that its kind of control has. Returns: whether it did."""
        for keys in ways(widget):
            before = self.state(widget)
            for key, modifier in keys:
                self.press(key, modifier)
            self.person.settle()
            if self.state(widget) != before:
                return True
            if self.focus is widget and isinstance(widget, QLineEdit | QComboBox):
                self.press(KEYS.Key_Escape)  # takes back what was refused beside the field
        return False

    def state(self, widget: QWidget) -> tuple[object, ...]:
        """What a control may change: the scene, or something about itself."""
        checked = widget.isChecked() if isinstance(widget, QAbstractButton) else None
        return (self.person.scene, self.person.program.preferences.settings.brush, checked)

    # --- looking

    def errors(self) -> list[str]:
        labels = self.desk.parameters.findChildren(QLabel)
        return [label.text() for label in labels if label.property("role") == "error" and label.isVisible()]

    def sees_focus(self) -> bool:
        """Whether the widget with the focus looks otherwise than without it."""
        widget = self.focus
        with_focus = self.looks_of(widget)
        widget.clearFocus()
        without = self.looks_of(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        return with_focus != without

    def looks_of(self, widget: QWidget) -> QImage:
        top_left = widget.mapTo(self.window, QPoint(0, 0))
        around = QRect(top_left, widget.size()).adjusted(-4, -4, 4, 4)
        return self.window.grab(around).toImage()


Stroke = tuple[Qt.Key, Qt.KeyboardModifier]
UP, DOWN, LEFT, RIGHT, SPACE, ONE, ENTER = (
    (key, PLAIN)
    for key in (
        KEYS.Key_Up,
        KEYS.Key_Down,
        KEYS.Key_Left,
        KEYS.Key_Right,
        KEYS.Key_Space,
        KEYS.Key_1,
        KEYS.Key_Return,
    )
)
ALL = (KEYS.Key_A, CTRL)


def ways(widget: QWidget) -> tuple[tuple[Stroke, ...], ...]:
    """Keys that may change a control, the first that do are enough: at its last value only others do."""
    if isinstance(widget, QSlider):
        return ((RIGHT,), (LEFT,))
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return ((RIGHT,), (LEFT,), (SPACE,))
    if isinstance(widget, QAbstractButton):
        return ((SPACE,),)
    return ((UP,), (DOWN,), (ALL, ONE, ENTER))


@pytest.fixture
def typist(person: Person) -> Typist:
    return Typist(person)


def counted(scene: Scene) -> tuple[object, ...]:
    """What undo counts of a scene; where one looks it does not."""
    return (scene.picture, scene.channel, scene.crop, scene.layer, scene.output, scene.show)


def within(widget: QWidget, parent: QWidget) -> bool:
    return parent.isAncestorOf(widget)


def is_tool(widget: QWidget) -> bool:
    """Whether it does something to the kernel instead of holding a value."""
    return isinstance(widget, QAbstractButton) and not widget.isCheckable()


NOTHING_TO_NORMALISE = ["The weights add up to 0; there is nothing to divide by."]
"""The one refusal met on the way: of a filter that a lab begins with."""


def needless(widget: QWidget) -> bool:
    """Whether there is nothing to change: a list with one entry."""
    return isinstance(widget, Choice) and widget.count() < 2


@every_lab
def test_every_control_of_the_panel_is_reached_and_changed(typist: Typist, number: int) -> None:
    typist.choose_lab(number)
    begun = counted(typist.person.scene)
    if "tools" in LABS[number].panel:
        typist.draw_weights()
    panel, changed, stuck = typist.desk.parameters, set[QWidget](), list[str]()
    for kept in (False, True):  # a choice that is kept may bring other rows
        for widget in typist.round():
            if within(widget, panel) and (kept or widget not in changed):
                changed.add(widget)
                before = counted(typist.person.scene)
                done, refused = typist.change(widget), typist.errors()
                if is_tool(widget) and refused == NOTHING_TO_NORMALISE:
                    continue
                assert refused == []
                if not done and not needless(widget):
                    stuck.append(widget.accessibleName())
                if not kept and counted(typist.person.scene) != before:
                    typist.press(KEYS.Key_Z, CTRL)
                    assert counted(typist.person.scene) == before
                typist.settle()
    assert stuck == []
    shown = [control for control in LABS[number].controls if control.shown(LABS[number].default)]
    assert len(changed) >= len(shown)
    ended = counted(typist.person.scene)
    assert ended != begun
    _undo_and_redo(typist, begun, ended)


def _undo_and_redo(typist: Typist, begun: tuple[object, ...], ended: tuple[object, ...]) -> None:
    """Everything back to where it began, and forward again."""
    typist.tab_until(lambda widget: widget is typist.stage)
    store, met = typist.person.program.store, []
    while store.can_undo:
        typist.strike(KEYS.Key_Z, CTRL)
        met.append(counted(typist.person.scene))
    assert begun in met
    assert type(typist.person.scene.layer) is LABS[0].layer_type
    typist.settle()
    while store.can_redo:
        typist.strike(KEYS.Key_Z, CTRL | SHIFT)
    assert counted(typist.person.scene) == ended
    typist.settle()


@every_lab
def test_it_is_played_pointed_at_and_looked_into(typist: Typist, number: int) -> None:
    """All in one window: to start one takes as long as each of these walks."""
    typist.choose_lab(number)
    for walk in (see_the_focus, play_and_step, choose_places_and_point, open_every_tab, find_the_focus):
        walk(typist)


def play_and_step(typist: Typist) -> None:
    typist.tab_until(lambda widget: widget is typist.stage)
    player = typist.player
    last = player.timeline.steps - 1
    typist.press(KEYS.Key_Home)
    assert player.moment.step == 0
    typist.press(KEYS.Key_Right)
    assert player.moment.step == 1
    typist.press(KEYS.Key_Right, SHIFT)
    assert (player.moment.step, player.moment.phase) == (2, player.moment.order[0])
    typist.press(KEYS.Key_Left, SHIFT)
    assert (player.moment.step, player.moment.phase) == (1, player.moment.order[-1])
    typist.press(KEYS.Key_Left)
    assert player.moment.step == 0
    typist.press(KEYS.Key_End)
    assert player.moment.step == last
    typist.press(KEYS.Key_Home)
    typist.press(KEYS.Key_Space)
    typist.person.qtbot.waitUntil(lambda: player.t > 1, timeout=5000)
    typist.press(KEYS.Key_Space)
    assert not player.playing
    typist.settle()


def choose_places_and_point(typist: Typist) -> None:
    typist.tab_until(lambda widget: widget is typist.stage)
    person, stage = typist.person, typist.stage
    _, height, width = person.story.shape
    typist.press(KEYS.Key_G, CTRL)
    typist.write(f"{height // 2}, {width // 2}")
    typist.press(KEYS.Key_Return)
    typist.settle()
    assert person.cell() == (height // 2, width // 2)
    typist.tab_until(lambda widget: widget is stage)
    if height > 1:
        typist.press(KEYS.Key_Up)
        assert person.cell() == (height // 2 - 1, width // 2)
    asked, sentences = set(), set()
    ways = {KEYS.Key_Up: 10, KEYS.Key_Left: 40, KEYS.Key_Right: 40, KEYS.Key_Down: 10}
    for way in (way for way, times in ways.items() for _ in range(times)):
        typist.strike(way, CTRL)
        assert stage.pointed is not None
        asked.add(stage.pointed.grid)
        sentences.add(str(stage.figure.sentence))
    assert {"input", "output"} <= asked
    assert len(sentences) > 1
    typist.press(KEYS.Key_Return)
    typist.press(KEYS.Key_Escape)
    typist.tab_until(lambda widget: widget is stage)
    typist.press(KEYS.Key_Escape)
    assert stage.pointed is None
    typist.settle()


def open_every_tab(typist: Typist) -> None:
    inspector = typist.desk.inspector
    tabs = [button for button in inspector.buttons.buttons if button.isVisible()]
    typist.tab_until(lambda widget: widget in tabs)
    opened = {inspector.tab}
    for _ in tabs:
        typist.press(KEYS.Key_Right)
        opened.add(inspector.tab)
        typist.settle()
    for _ in tabs:
        typist.press(KEYS.Key_Left)
        opened.add(inspector.tab)
    assert len(opened) == len(tabs)


def in_sight(widget: QWidget) -> bool:
    """Whether nothing around a widget cuts a part of it off, as a panel does that is scrolled elsewhere."""
    around, part = widget.parentWidget(), widget.rect()
    if isinstance(widget, QAbstractItemView):  # it scrolls itself: what counts is where one is in it
        part = widget.visualRect(widget.currentIndex()).intersected(widget.viewport().rect())
    while around is not None and not widget.isWindow():
        seen = QRect(widget.mapTo(around, part.topLeft()), part.size())
        if not around.rect().contains(seen):
            return False
        around = None if around.isWindow() else around.parentWidget()
    return True


def find_the_focus(typist: Typist) -> None:
    """In a low window whose panel scrolls, from wherever one comes."""
    panel, lost = typist.desk.parameters.area, list[str]()
    for height in (720, 600):
        typist.window.resize(1280, height)
        typist.settle()
        for key in (KEYS.Key_Tab, KEYS.Key_Backtab):
            for widget in typist.round(key):
                if not in_sight(widget):
                    lost.append(f"{type(widget).__name__} “{widget.accessibleName()}”")
        for end in (panel.verticalScrollBar().minimum(), panel.verticalScrollBar().maximum()):
            for widget in typist.round():
                if not within(widget, panel):
                    panel.verticalScrollBar().setValue(end)
                elif not in_sight(widget):
                    lost.append(f"{type(widget).__name__} “{widget.accessibleName()}” at {end}")
    assert lost == []


def see_the_focus(typist: Typist) -> None:
    hidden = [
        f"{type(widget).__name__} “{widget.accessibleName()}”"
        for widget in typist.round()
        if not typist.sees_focus()
    ]
    assert hidden == []


def test_a_menu_is_opened_and_used_by_its_letters(typist: Typist) -> None:
    typist.press(KEYS.Key_F, ALT)
    typist.press(KEYS.Key_X)
    typist.press(KEYS.Key_Down)
    typist.press(KEYS.Key_Return)
    typist.settle()
    assert typist.person.scene.picture != Scene().picture
