"""Questions that need an answer before something can be done. Each returns None when it is given up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QInputDialog,
    QLabel,
    QMessageBox,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from convviz.i18n import tr
from convviz.scene.lesson_file import ENDING

LARGEST_CANVAS = 64


def ask_open(parent: QWidget, folder: str, endings: tuple[str, ...]) -> str | None:
    """The path of a picture to open."""
    pattern = " ".join(f"*{ending} *{ending.upper()}" for ending in endings)
    filters = f"{tr('Pictures')} ({pattern});;{tr('All files')} (*)"
    return QFileDialog.getOpenFileName(parent, tr("Open image"), folder, filters)[0] or None


def ask_scene(parent: QWidget, folder: str) -> str | None:
    """The path of a scene to open."""
    filters = f"{tr('Scenes')} (*.convviz);;{tr('All files')} (*)"
    return QFileDialog.getOpenFileName(parent, tr("Open scene"), folder, filters)[0] or None


def ask_scene_target(parent: QWidget, suggestion: str) -> str | None:
    """Where to write a scene."""
    folder, name = str(Path(suggestion).parent), Path(suggestion).name
    dialog = QFileDialog(parent, tr("Save scene as"), folder, f"{tr('Scenes')} (*.convviz)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("convviz")  # before it asks whether a file may be replaced
    dialog.selectFile(name)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.selectedFiles()[0] if chosen else None


def ask_save(parent: QWidget, suggestion: str) -> tuple[str, bool] | None:
    """(path, whether the true values are to be saved rather than the picture shown)."""
    shown = tr("Picture as shown") + " (*.png *.tif *.jpg *.webp *.bmp)"
    values = tr("True values, float32") + " (*.npy *.tif)"
    path, chosen = QFileDialog.getSaveFileName(parent, tr("Save result"), suggestion, f"{shown};;{values}")
    if not path:
        return None
    true_values = chosen == values or path.lower().endswith(".npy")
    if "." not in path.replace("\\", "/").rsplit("/", 1)[-1]:
        path += ".npy" if true_values else ".png"
    return path, true_values


def ask_export(parent: QWidget, suggestion: str, title: str, ending: str) -> str | None:
    """Where a film or a picture is to be written; without an ending, the name of a new folder."""
    path = QFileDialog.getSaveFileName(
        parent, tr("Export film or picture"), suggestion, f"{tr(title)} (*{ending})"
    )[0]
    if path and not path.lower().endswith(ending):
        path += ending
    return path or None


def ask_kernel_file(parent: QWidget, folder: str) -> str | None:
    """The path of a kernel text to read."""
    filters = f"{tr('Kernel texts')} (*.txt *.csv *.tsv *.kernel);;{tr('All files')} (*)"
    return QFileDialog.getOpenFileName(parent, tr("Import a kernel"), folder, filters)[0] or None


def ask_kernel_target(parent: QWidget, suggestion: str) -> str | None:
    """Where to write a kernel text."""
    path = QFileDialog.getSaveFileName(
        parent, tr("Export this kernel"), suggestion, f"{tr('Kernel texts')} (*.txt)"
    )[0]
    if path and "." not in path.replace("\\", "/").rsplit("/", 1)[-1]:
        path += ".txt"
    return path or None


def ask_name(parent: QWidget, title: str, name: str) -> str | None:
    """A name for a kernel."""
    text, ok = QInputDialog.getText(parent, title, tr("Name"), text=name)
    return text if ok else None


def ask_replace(parent: QWidget, name: str) -> bool:
    """Whether the kernel that has this name already may be replaced."""
    return _agreed(replace_box(parent, name))


def replace_box(parent: QWidget, name: str) -> QMessageBox:
    """The question whether a kernel is to be replaced."""
    return _question(
        parent, tr("Replace?"), tr("There is a kernel named “{name}”. Replace it?").format(name=name)
    )


def _question(parent: QWidget, title: str, text: str) -> QMessageBox:
    kind = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Question, title, text, kind.Yes | kind.No, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names are a person's own
    return box


def _agreed(box: QMessageBox) -> bool:
    answer = box.exec()
    box.deleteLater()
    return answer == QMessageBox.StandardButton.Yes


class CanvasDialog(QDialog):
    """How large a blank canvas is to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New canvas"))
        self.rows, self.cols = self._field("Rows"), self._field("Columns")
        form = QFormLayout()
        form.addRow(tr("Rows"), self.rows)
        form.addRow(tr("Columns"), self.cols)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(QLabel(tr("Click a pixel to type its value, drag to paint.")))
        layout.addWidget(buttons)

    def _field(self, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(1, LARGEST_CANVAS)
        field.setValue(9)
        field.setAccessibleName(tr(name))
        field.setToolTip(tr("From {least} to {most}").format(least=1, most=LARGEST_CANVAS))
        return field


def ask_canvas(parent: QWidget) -> tuple[int, int] | None:
    """(rows, columns) of a new canvas."""
    dialog = CanvasDialog(parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.rows.value(), dialog.cols.value()


def show_about(parent: QWidget, version: str) -> None:
    """What this program is."""
    text = tr("ConvViz {version}: watch a convolution happen, number by number.").format(version=version)
    _show(parent, tr("About ConvViz"), f"<p>{text}</p><p>{tr('MIT licence.')}</p>")


def _show(parent: QWidget, title: str, text: str) -> None:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(False)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(label, 1)
    layout.addWidget(buttons)
    dialog.open()


def ask_lesson(parent: QWidget, folder: str) -> str | None:
    """The path of a lesson to open."""
    filters = f"{tr('Lessons')} (*{ENDING});;{tr('All files')} (*)"
    return QFileDialog.getOpenFileName(parent, tr("Open a lesson"), folder, filters)[0] or None


def ask_lesson_target(parent: QWidget, suggestion: str) -> str | None:
    """Where to write a lesson."""
    path = QFileDialog.getSaveFileName(
        parent, tr("Save the lesson"), suggestion, f"{tr('Lessons')} (*{ENDING})"
    )[0]
    if path and not path.lower().endswith(ENDING):
        path += ENDING
    return path or None


def ask_give_up(parent: QWidget) -> bool:
    """Whether a lesson that has not been saved may be given up."""
    return _agreed(give_up_box(parent))


def give_up_box(parent: QWidget) -> QMessageBox:
    """The question whether a lesson is to be given up."""
    return _question(parent, tr("Give it up?"), tr("Your lesson has not been saved. Give it up?"))


def ask_paper(parent: QWidget, suggestion: str) -> str | None:
    """Where to write a PDF that is to be printed."""
    path = QFileDialog.getSaveFileName(parent, tr("Save for printing"), suggestion, "PDF (*.pdf)")[0]
    if path and not path.lower().endswith(".pdf"):
        path += ".pdf"
    return path or None
