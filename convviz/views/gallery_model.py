"""The rows of the gallery: headings, kernels of the table, kernels of the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from convviz.core.kernels import FAMILIES, FEATURED, KERNELS, Kernel, Rows, find, matches
from convviz.i18n import msg, tr

Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str]
"""("preset", id) or ("own", name)."""
Own = tuple[str, Rows]


@dataclass(frozen=True)
class Row:
    """A tile, or where there is no key a heading. Its texts are in the language of the moment."""

    text: str
    key: Key | None = None
    rows: Rows = ()
    tip: str = ""


def gallery_rows(own: Sequence[Own], query: str = "") -> list[Row]:
    """What a search finds, under its headings: the user's own kernels, those used most, then the families."""
    mine = [_own_row(name, rows) for name, rows in own if query.casefold().strip() in name.casefold()]
    featured = [find(kernel_id) for kernel_id in FEATURED]
    sections: list[tuple[str, list[Row]]] = [("My kernels", mine), ("", _tiles(featured, query))]
    for family in FAMILIES:
        members = [kernel for kernel in KERNELS if kernel.family == family and kernel.id not in FEATURED]
        sections.append((family, _tiles(members, query)))
    shown: list[Row] = []
    for heading, tiles in sections:
        if tiles and heading:
            shown.append(Row(tr(heading)))
        shown += tiles
    return shown


def every_kernel(own: Sequence[Own]) -> list[tuple[Key, Rows]]:
    """The keys and weights that need a thumbnail, the topmost first."""
    presets = sorted(KERNELS, key=lambda kernel: kernel.id not in FEATURED)
    return [(("own", name), rows) for name, rows in own] + [(("preset", k.id), k.rows()) for k in presets]


def _tiles(kernels: Iterable[Kernel], query: str) -> list[Row]:
    return [_preset_row(kernel) for kernel in kernels if matches(kernel, query)]


def _preset_row(kernel: Kernel) -> Row:
    lines = (
        f"<b>{tr(kernel.name)}</b> · {tr(kernel.family)}",
        tr(kernel.does),
        f"<i>{tr(kernel.source)}</i>",
    )
    return Row(tr(kernel.name), ("preset", kernel.id), kernel.rows(), "<br>".join(lines))


def _own_row(name: str, rows: Rows) -> Row:
    size = msg("{height} × {width}, drawn by you", height=len(rows), width=len(rows[0]))
    return Row(name, ("own", name), rows, f"{name}\n{tr(size)}")


class GalleryModel(QAbstractListModel):
    """Rows, and the thumbnails that have been made so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._pictures: dict[Key, QImage] = {}

    def set_rows(self, rows: list[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_pictures(self, pictures: dict[Key, QImage]) -> None:
        """Shows other thumbnails."""
        self._pictures = pictures
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def row_at(self, index: Index) -> Row:
        """The row at a place."""
        return self._rows[index.row()]

    def picture(self, key: Key) -> QImage | None:
        """A kernel's thumbnail; None while there is none."""
        return self._pictures.get(key)

    def index_of(self, key: Key | None) -> QModelIndex:
        """Where a kernel's tile is; an invalid index where it is not shown."""
        places = [n for n, row in enumerate(self._rows) if key is not None and row.key == key]
        return self.index(places[0]) if places else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.row_at(index).key is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        texts = {
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: row.text,
            Qt.ItemDataRole.ToolTipRole: row.tip or None,
        }
        return texts.get(Qt.ItemDataRole(role))
