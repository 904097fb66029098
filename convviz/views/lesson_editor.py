"""The window in which a lesson of one's own is put together: its pages in order, one of them edited."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from convviz.i18n import Message, language, msg, tr
from convviz.scene.lesson import CHINESE, ENGLISH
from convviz.state.my_lesson import MyLesson
from convviz.views.choices import Segments
from convviz.views.page_form import PageForm
from convviz.views.style import px
from convviz.views.tips import explain

GAP = 8
LIST, WIDEST_LIST = 250, 460
LANGUAGES = ((ENGLISH, msg("{name}", name="English")), (CHINESE, msg("{name}", name="中文")))
"""By their own names, in every language."""
LANGUAGE_TIPS = ("Write the texts in English", "Write the texts in Chinese")
FILES = {
    "new": ("New", "Begin an empty lesson", ""),
    "open": ("Open…", "Go on with a lesson from a file", "Ctrl+O"),
    "save": ("Save…", "Save the lesson as a file", "Ctrl+S"),
    "undo": ("Undo", "Undo the last change", "Ctrl+Z"),
    "redo": ("Redo", "Redo what was undone", "Ctrl+Shift+Z|Ctrl+Y"),
}
PAGES = {
    "add": ("Add view", "Add what is on the stage as a page after this one", "Ctrl+Shift+A"),
    "up": ("Up", "Move the page up", "Alt+Up"),
    "down": ("Down", "Move the page down", "Alt+Down"),
    "delete": ("Delete", "Delete the page; Undo brings it back", "Ctrl+Del"),
}
OUT = {
    "film": ("Film…", "Export the lesson as a film, with its texts and its questions", ""),
    "handout": ("Handout…", "Save the lesson as a PDF to be printed, the answers at its end", ""),
    "worksheet": ("Worksheet…", "Save the page as a worksheet with blanks to fill in, and its key", ""),
}
PAGE = {
    "show": ("Play from here", "Play the lesson in the main window from this page on", "F6"),
    "take": ("Use the present view", "Show on this page what is on the stage now", "Ctrl+T"),
}


class LessonEditor(QDialog):
    """Shows a lesson in the making, and asks for changes. Which page is chosen is its own affair."""

    requested = Signal(str, int)
    """(what, page): a key of FILES, OUT, PAGES or PAGE, and the number of the page that is chosen."""
    order_requested = Signal(object)
    """The pages' numbers in another order."""
    title_requested = Signal(str, str)
    """(language, title)."""
    edit_requested = Signal(int, object, object)
    """(page, choices, gesture)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("My lesson"))
        self.setObjectName("lesson-editor")
        self._showing = False
        self.buttons: dict[str, QPushButton] = {}
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title of the lesson"))
        self.title.setToolTip(tr("What the lesson is called"))
        self.title.setPlaceholderText(tr("Title of the lesson"))
        self.language = Segments("Texts in", LANGUAGES, LANGUAGE_TIPS)
        self.language.show_value(CHINESE if language() == CHINESE else ENGLISH)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pages"))
        self.list.setToolTip(tr("Drag a page to another place, or move it with Alt+↑ and Alt+↓"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # whether it asks is at the end
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.empty = QLabel(tr("No pages yet. Set the stage up as you like, then choose “Add view”."))
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.form = PageForm()
        self._lay_out()
        self._connect()
        self.resize(px(900), px(600))
        self.list.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        for name, texts in FILES.items():
            head.addWidget(self._button(name, *texts))
        head.addSpacing(GAP)
        for name, texts in OUT.items():
            head.addWidget(self._button(name, *texts))
        head.addStretch(1)
        head.addWidget(QLabel(tr("Texts in")))
        head.addWidget(self.language)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for name in ("up", "down", "delete"):
            tools.addWidget(self._button(name, *PAGES[name]))
        card = QFrame()
        card.setProperty("role", "card")
        card.setMinimumWidth(px(LIST))
        card.setMaximumWidth(px(WIDEST_LIST))
        left = QVBoxLayout(card)
        left.setContentsMargins(10, 10, 10, 10)
        left.addWidget(self.title)
        left.addWidget(self.empty)
        left.addWidget(self.list, 1)
        left.addWidget(self._button("add", *PAGES["add"]))
        left.addLayout(tools)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        for name, texts in PAGE.items():
            foot.addWidget(self._button(name, *texts))
        self.buttons["add"].setProperty("role", "primary")
        right = QVBoxLayout()
        right.addWidget(self.form, 1)
        right.addLayout(foot)
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(card, 1)
        middle.addLayout(right, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP, GAP, GAP, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(head)
        whole.addLayout(middle, 1)

    def _button(self, name: str, says: str, tip: str, keys: str) -> QPushButton:
        button = QPushButton(tr(says))
        button.setAutoDefault(False)
        button.setAccessibleName(tr(says))
        explain(button, tip, keys=keys)
        button.clicked.connect(lambda: self._ask(name))
        for key in filter(None, keys.split("|")):
            QShortcut(QKeySequence(key), self, button.click)
        self.buttons[name] = button
        return button

    def _connect(self) -> None:
        self.language.value_requested.connect(self._speak)
        self.title.textEdited.connect(lambda text: self.title_requested.emit(self.language.value, text))
        self.list.currentRowChanged.connect(lambda _: self._show_form())
        self.list.model().rowsMoved.connect(lambda *_: QTimer.singleShot(0, self._reordered))
        self.form.edit_requested.connect(lambda *asked: self.edit_requested.emit(self.chosen, *asked))

    @property
    def chosen(self) -> int:
        """The number of the page that is chosen; −1 when there is none."""
        return self.list.currentRow()

    def _ask(self, name: str) -> None:
        self.requested.emit(name, self.chosen)

    def _reordered(self) -> None:
        """A page was dropped in another place: the list shows it there already."""
        order = [self.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(self.list.count())]
        if order != sorted(order):
            self.order_requested.emit(order)

    def _speak(self, code: str, _: object) -> None:
        self.language.show_value(code)
        if self._mine is not None:
            self.show_lesson(self._mine, self.chosen)

    # --- showing

    _mine: MyLesson | None = None

    def show_lesson(self, mine: MyLesson, chosen: int | None = None) -> None:
        """Shows the lesson as it is, and chooses one of its pages; the same when none is named."""
        self._mine = mine
        code, row = self.language.value, self.chosen if chosen is None else chosen
        self.list.blockSignals(True)
        self.list.clear()
        for n, page in enumerate(mine.pages):
            title = page.title.of(code) or tr("Untitled")
            item = QListWidgetItem(tr(msg("{n}. {title}", n=n + 1, title=title)))
            if page.question is not None:
                item.setText(tr(msg("{page} · question", page=item.text())))
                item.setToolTip(tr("This page asks the class a question."))
            item.setData(Qt.ItemDataRole.UserRole, n)
            item.setSizeHint(QSize(0, px(30)))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), len(mine.pages) - 1))
        self.list.blockSignals(False)
        if self.title.text() != mine.title.own(code):
            self.title.setText(mine.title.own(code))
        self.empty.setVisible(not mine.pages)
        self.setWindowModified(mine.unsaved)
        name = mine.path.name if mine.path else tr("My lesson")
        self.setWindowTitle(f"{name}[*] — ConvViz")
        self._show_form()

    def _show_form(self) -> None:
        mine, row = self._mine, self.chosen
        if mine is None:
            return
        page = mine.pages[row] if 0 <= row < len(mine.pages) else None
        self.form.show_page(page, self.language.value)
        last, has = len(mine.pages) - 1, page is not None
        states = {"up": row > 0, "down": has and row < last, "delete": has, "show": has, "take": has}
        states |= {"undo": mine.can_undo, "redo": mine.can_redo, "save": has}
        states |= dict.fromkeys(OUT, has)
        for name, enabled in states.items():
            self.buttons[name].setEnabled(enabled)

    def say(self, message: Message | None) -> None:
        """One sentence below the page."""
        self.said.setText(tr(message) if message else "")

    def closeEvent(self, event: QCloseEvent) -> None:
        self.say(None)
        super().closeEvent(event)
