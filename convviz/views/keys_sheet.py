"""All keys on one sheet, by menu."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from convviz.i18n import plain, tr
from convviz.views.actions import (
    ELSEWHERE,
    IN_CALCULATOR,
    IN_MY_LESSON,
    IN_PRESENTATION,
    MENUS,
    ON_STAGE,
    Menu,
)
from convviz.views.growth import WIDEST
from convviz.views.sheet import EDGE, Sheet
from convviz.views.spoken import Role, say_as
from convviz.views.tips import explain, keys_in, shown_keys

LISTED: tuple[Menu, ...] = (
    *MENUS,
    ON_STAGE,
    IN_PRESENTATION,
    ELSEWHERE,
    IN_CALCULATOR,
    IN_MY_LESSON,
)
MOST_COLUMNS = 3
BESIDE = 90
"""Pixels that the card and the scroll bar take beside the columns."""
ABOVE = 84
"""Pixels that the card takes above and below them, the close button aside."""


class KeysSheet(Sheet):
    """Every entry of the menus that has a key."""

    def __init__(self, window: QWidget, menus: tuple[Menu, ...] = LISTED) -> None:
        super().__init__(window, tr("Keys"))
        self._menus = menus
        title = QLabel(tr("Keys"))
        title.setProperty("role", "title")
        self._table = QLabel()
        self._table.setTextFormat(Qt.TextFormat.RichText)
        self._table.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("role", "ringed")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say_as(area, Role.Document, tr("Keys, by menu"))
        area.setToolTip(tr("Arrow keys scroll."))
        inside = QWidget()
        QVBoxLayout(inside).addWidget(self._table)
        area.setWidget(inside)
        close = QPushButton(tr("Close"))
        close.setAccessibleName(tr("Close"))
        explain(close, "Back to the window", keys="Esc")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(close)
        self.inside.addLayout(row)
        self.inside.addWidget(area, 1)
        self._area, self._close = area, close

    def first(self) -> QWidget:
        return self._area

    def arrange(self) -> None:
        """In as many columns as there is room for; in more, their texts broken, if that is lower."""
        room = self.window_below.size() - QSize(2 * EDGE, 2 * EDGE) - self._around
        found = {count: self._size(count, room.width()) for count in range(MOST_COLUMNS, 0, -1)}
        whole = [count for count, (_, broken) in found.items() if not broken]
        best = whole[0] if whole else 1
        if found[best][0].height() > room.height():
            possible = [count for count, (size, _) in found.items() if size.width() <= room.width()]
            best = min(possible, key=lambda count: found[count][0].height(), default=best)
        size, broken = found[best]
        self._table.setText(_table(self._menus, best))
        self._table.setWordWrap(broken)
        self._table.setFixedSize(size)
        super().arrange()

    def _size(self, count: int, room: int) -> tuple[QSize, bool]:
        """How large so many columns are, and whether `room` pixels of width break their texts."""
        table = self._table
        table.setMinimumSize(0, 0)
        table.setMaximumSize(WIDEST, WIDEST)
        table.setText(_table(self._menus, count))
        table.setWordWrap(False)
        plain = table.sizeHint()
        if plain.width() <= room:
            return plain, False
        table.setWordWrap(True)
        wide = max(room, table.minimumSizeHint().width())
        return QSize(wide, table.heightForWidth(wide)), True

    @property
    def _around(self) -> QSize:
        """What the card takes beside the table: the title and the button, margins, the scroll bar."""
        return QSize(BESIDE, self._close.sizeHint().height() + ABOVE)

    def wanted(self) -> QSize:
        return self._table.size() + self._around


def _table(menus: tuple[Menu, ...], count: int) -> str:
    columns = "".join(
        f"<td style='padding-right:24px'><table>{''.join(map(_rows, part))}</table></td>"
        for part in columns_of(menus, count)
    )
    return f"<table><tr>{columns}</tr></table>"


def columns_of(menus: Iterable[Menu], count: int) -> list[list[Menu]]:
    """The menus in order, dealt out so that the columns are about equally long."""
    lengths = [(menu, 2 + sum(bool(keys_in(entry)) for entry in menu[2])) for menu in menus]
    whole = sum(length for _, length in lengths)
    columns: list[list[Menu]] = [[] for _ in range(count)]
    done = 0
    for menu, length in lengths:
        columns[min((done + length // 2) * count // whole, count - 1)].append(menu)
        done += length
    return columns


def _rows(menu: Menu) -> str:
    _, title, entries = menu
    rows = [f"<tr><td colspan=2 style='padding-top:10px'><b>{plain(title)}</b></td></tr>"]
    rows += [
        f"<tr><td style='padding-right:12px'>{plain(entry.text)}</td>"
        f"<td style='white-space:nowrap'><code>{shown_keys(entry).replace('<', '&lt;')}</code></td></tr>"
        for entry in entries
        if keys_in(entry)
    ]
    return "".join(rows)
