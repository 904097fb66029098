"""The sizes calculator, a window of its own: one layer forwards and backwards, or a stack of layers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from convviz.core.errors import Refusal
from convviz.core.stack_presets import STACKS
from convviz.core.stacks import Stack, total
from convviz.i18n import Message, msg, tr
from convviz.labs.amounts import grouped, size
from convviz.labs.calculator import remark, size_lines
from convviz.state.calculator import Calculator
from convviz.views.answers_card import WIDEST, AnswersCard
from convviz.views.axis_entries import cells_text
from convviz.views.choices import Choice, Segments
from convviz.views.cost_tab import parameters
from convviz.views.growth import Growth, letters, usual
from convviz.views.labels import set_role
from convviz.views.layer_costs import LayerCosts
from convviz.views.layer_panel import LayerPanel
from convviz.views.output_size import Line
from convviz.views.spoken import say_with
from convviz.views.stack_table import StackTable
from convviz.views.style import px
from convviz.views.tips import explain

WIDE, HIGH = 1260, 690
"""Pixels of the window when its letters are as large as the program's."""
GAP = 8
PANEL = 346
PAGES = {"layer": "One layer", "stack": "Stack of layers"}
PAGE_TIPS = ("One layer, forwards and backwards", "All layers and what they add up to")
OWN = None
"""The preset that a stack of one's own is."""


class SizesWindow(QDialog):
    """The calculator's window. It asks for nothing but the present scene's numbers; the rest is its own.

    `calculator` holds what it shows.
    """

    scene_requested = Signal()
    _growth: Growth | None = None
    """None while the window is made."""

    def __init__(self, calculator: Calculator, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Sizes calculator"))
        self.setObjectName("sizes-window")
        self.calculator = calculator
        self.panel, self.answers, self.table = LayerPanel(), AnswersCard(), StackTable()
        self.costs = LayerCosts()
        self._refuse: Callable[[Message], None] | None = None
        self._lay_out()
        self._connect()
        self._add_keys()
        self.resize(WIDE, HIGH)
        self.show_page("layer")
        self._show()
        self._growth = Growth(self)
        self.panel.editors["size"].setFocus()

    # --- layout

    def _lay_out(self) -> None:
        left = _card(self.panel)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(left)
        scroll.setFixedWidth(px(PANEL))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._layer_page())
        self.pages.addWidget(self._stack_page())
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(self._head())
        right.addWidget(self._size_card())
        right.addWidget(self.pages, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(GAP, GAP, GAP, GAP)
        whole.setSpacing(GAP)
        whole.addWidget(scroll)
        whole.addLayout(right, 1)

    def _head(self) -> QHBoxLayout:
        self.page = Segments("Show", list(PAGES.items()), PAGE_TIPS)
        for n, (button, tip) in enumerate(zip(self.page.buttons, PAGE_TIPS, strict=True), start=1):
            explain(button, tip, keys=f"Ctrl+{n}")
        self.preset = Choice("Network", [])
        self.preset.setMinimumWidth(px(340))
        self.preset.setToolTip(tr("Published networks, to look at and to change."))
        label = QLabel(tr("Network"))
        label.setProperty("role", "muted")
        label.setBuddy(self.preset)
        self.use_scene = self._button(
            "Use this scene's numbers", "Takes over the layer and the input of the main window", "Ctrl+T"
        )
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.page)
        head.addSpacing(12)
        head.addWidget(label)
        head.addWidget(self.preset)
        head.addStretch(1)
        head.addWidget(self.use_scene)
        return head

    def _size_card(self) -> QFrame:
        self.shapes = QLabel()
        self.shapes.setProperty("role", "title")
        self.lines = [Line() for _ in range(4)]
        self.remark = QLabel()
        self.remark.setWordWrap(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.shapes)
        for n, line in enumerate(self.lines):
            line.setToolTip(
                tr(
                    "o: output cells, i: input cells, p: padding, d: dilation, k: taps, s: stride, "
                    "a: output padding, f: factor."
                )
            )
            if n:
                line.setForegroundRole(QPalette.ColorRole.Link)
            column.addWidget(line)
        column.addWidget(self.remark)
        return _card(inside)

    def _layer_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(_card(self.answers, "Backwards: which choices make the output wanted?"), 5)
        costs, beside = QWidget(), QHBoxLayout()
        costs.setLayout(beside)
        beside.setContentsMargins(0, 0, 0, 0)
        self.costs.setMaximumWidth(px(WIDEST))  # to be read across
        beside.addWidget(self.costs, 100)
        beside.addStretch(1)
        row.addWidget(_card(costs, "What this layer costs and sees", 0), 4)
        return page

    def _stack_page(self) -> QWidget:
        self.add = self._button("Add", "Another layer below this one", "Ins")
        self.remove = self._button("Remove", "Takes this layer out", "Del")
        self.up = self._button("Up", "Moves this layer up", "Ctrl+Up")
        self.down = self._button("Down", "Moves this layer down", "Ctrl+Down")
        self.totals = QLabel()
        self.totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.totals.setWordWrap(True)
        say_with(self.totals, tr("Totals"))
        hint = QLabel(tr("Enter on a cell edits it at the left."))
        hint.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.add, self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addSpacing(8)
        buttons.addWidget(hint)
        buttons.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
        column.addLayout(buttons)
        return _card(inside)

    def _button(self, text: str, tip: str, keys: str) -> QPushButton:
        button = QPushButton(tr(text))
        button.setAutoDefault(False)  # Enter belongs to the fields
        explain(button, tip, keys=keys)
        button.setAccessibleName(tr(text))
        return button

    # --- wiring

    def _connect(self) -> None:
        calculator, panel = self.calculator, self.panel
        calculator.changed.connect(self._show)
        for section in (panel, self.answers):
            section.asking.connect(self._remember_asking)
        self._join(panel.layer_requested, calculator.set_layer)
        self._join(panel.input_requested, calculator.set_input)
        self._join(panel.axes_requested, calculator.set_axes)
        self._join(panel.kind_requested, calculator.set_kind)
        self._join(panel.each_requested, calculator.set_each)
        self._join(self.answers.wanted_requested, calculator.set_wanted)
        self._join(self.answers.use_requested, self._use)
        self._join(self.preset.value_requested, lambda name, _: calculator.load(name))
        self.page.value_requested.connect(lambda name, _: self.show_page(name))
        self.use_scene.clicked.connect(self.scene_requested)
        table = self.table
        self._join(table.select_requested, calculator.select)
        table.edit_requested.connect(lambda choice: panel.edit(choice, calculator.sums.layer))
        for signal, do in (
            (table.add_requested, calculator.add),
            (self.add.clicked, calculator.add),
            (table.remove_requested, calculator.remove),
            (self.remove.clicked, calculator.remove),
            (self.up.clicked, partial(calculator.move, -1)),
            (self.down.clicked, partial(calculator.move, 1)),
        ):
            self._join(signal, lambda *_, act=do: act())
        self._join(table.move_requested, calculator.move)

    def _add_keys(self) -> None:
        for keys, do in (
            ("Ctrl+Z", self.calculator.undo),
            ("Ctrl+Shift+Z", self.calculator.redo),
            ("Ctrl+Y", self.calculator.redo),
            ("Ctrl+1", lambda: self.show_page("layer")),
            ("Ctrl+2", lambda: self.show_page("stack")),
            ("Ctrl+T", self.scene_requested.emit),
            ("Ctrl+W", self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _join(self, signal: Any, do: Callable[..., object]) -> None:
        """Does what a signal asks for; a refusal is told beside the field it was asked in, or above."""

        def act(*values: object) -> None:
            refuse, self._refuse = self._refuse or self._tell, None
            try:
                do(*values)
            except Refusal as refusal:
                refuse(refusal.message)

        signal.connect(act)

    def _remember_asking(self, refuse: Callable[[Message], None]) -> None:
        self._refuse = refuse

    def _tell(self, message: Message) -> None:
        self.remark.setText(tr(message))
        set_role(self.remark, "error")

    def _use(self, choices: dict[str, Any]) -> None:
        put = self.calculator.set_input if "size" in choices else self.calculator.set_layer
        put(choices)

    # --- showing

    def show_page(self, name: str) -> None:
        """One layer, or the stack: "layer" or "stack"."""
        self.page.show_value(name)
        self.pages.setCurrentIndex(list(PAGES).index(name))

    def use(self, stack: Stack) -> None:
        """Takes over a stack from elsewhere, such as the main window's layer."""
        self.calculator.take(stack)

    def offer_scene(self, possible: bool) -> None:
        """Whether the main window's layer is one that can be taken over."""
        self.use_scene.setEnabled(possible)

    def _show(self) -> None:
        calculator = self.calculator
        self.panel.show_calculator(calculator)
        self.answers.show_calculator(calculator)
        self.table.show_calculator(calculator)
        self._show_size()
        self._show_totals()
        self._show_preset()
        count, at = len(calculator.sums.stack.layers), calculator.sums.selected
        for button, possible in (
            (self.remove, count > 1),
            (self.up, at > 0),
            (self.down, at < count - 1),
        ):
            button.setEnabled(possible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a larger window all is larger, to be read from farther away."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme of the application is another one here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    def _grow(self) -> None:
        high = letters(self, WIDE, HIGH)
        if self._growth is not None and self._growth.fit(high):
            self.table.show_larger(high - usual())
            for line in self.lines:
                line.show_larger(high - usual())
            self._show()

    def _show_size(self) -> None:
        calculator = self.calculator
        sums, seen = calculator.sums, calculator.survey
        row = seen.rows[sums.selected] if sums.selected < len(seen.rows) else None
        self.costs.show_row(row, sums.each)
        name = sums.layer.name or tr("Output size")
        if row is None:
            self.shapes.setText(name)
            messages: tuple[Message, ...] = ()
            self._tell(self._trouble())
        else:
            self.shapes.setText(f"{name}:  {cells_text(row.before)}  →  {cells_text(row.after)}")
            messages = size_lines(sums.layer, row.before, row.after)
            self.remark.setText(tr(remark(sums.layer, row.before, row.after)))
            set_role(self.remark, "muted")
        for n, line in enumerate(self.lines):
            line.setVisible(n < len(messages))
            line.show_line(tr(messages[n]) if n < len(messages) else "")

    def _show_totals(self) -> None:
        """What the layers come to together; which of them does not fit, where one does not."""
        calculator = self.calculator
        seen, each, whole = calculator.survey, calculator.sums.each, total(calculator.survey.rows)
        message = self._trouble() if seen.trouble else msg(
            "Together: {parameters} parameters ({weights}) · {macs} MACs · all outputs {outputs}",
            parameters=parameters(whole),
            weights=size(whole.parameters * each),
            macs=grouped(whole.macs),
            outputs=size(whole.output_cells * each),
        )  # fmt: skip
        self.totals.setText(tr(message))
        set_role(self.totals, "error" if seen.trouble else "")

    def _trouble(self) -> Message:
        """Which layer does not fit, and why."""
        seen = self.calculator.survey
        assert seen.trouble is not None
        name = self.calculator.sums.stack.layers[len(seen.rows)].name
        return msg("{name}: {reason}", name=name, reason=seen.trouble.message)

    def _show_preset(self) -> None:
        shown = self.calculator.preset
        named = [
            (name, msg("{title} ({source})", title=msg(row.title), source=row.source))
            for name, row in STACKS.items()
        ]
        self.preset.offer(named if shown else [(OWN, msg("your own")), *named])
        self.preset.show_value(shown)


def _card(inside: QWidget, title: str = "", stretch: int = 1) -> QFrame:
    """A card around a widget, which takes all of it unless its stretch is 0."""
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 8, 12, 8)
    column.setSpacing(6)
    if title:
        label = QLabel(tr(title))
        label.setProperty("role", "title")
        column.addWidget(label)
    column.addWidget(inside, stretch)
    column.addStretch(1 - stretch)
    return card
