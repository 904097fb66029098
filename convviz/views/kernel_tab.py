"""What the kernel is: its gain, its factors, its symmetry, and which frequencies it passes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QImage, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from convviz.core import analysis
from convviz.core.kernel_text import shown
from convviz.i18n import Message, msg, tr
from convviz.labs.story import Story, kernel_rows
from convviz.paint.heat import heat_image
from convviz.scene.scene import Rows
from convviz.views.facts import Facts
from convviz.views.kernel_section import shown_kernel
from convviz.views.spoken import Role, say_as

SUM, SEPARABLE, SYMMETRY = "Sum (gain at 0 Hz)", "Separable", "Symmetry"
FACTS = {
    SUM: "What a flat area is multiplied by.",
    SEPARABLE: "A separable kernel is a column times a row, and can be applied as two thin kernels: faster.",
    SYMMETRY: "Even: a mirror image is the same. Odd: it is the same with the opposite sign.",
}
LARGEST = 180
"""Pixels of the response's picture."""
LONGEST = 7
"""Weights of a factor that are written out; of longer ones the ends are."""


class KernelTab(QWidget):
    """The facts of a kernel, and a picture of its frequency response."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts(FACTS)
        title = QLabel(tr("Frequency response"))
        title.setProperty("role", "title")
        self.response = Response()
        self.sentence = QLabel()
        self.sentence.setProperty("role", "muted")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        beside = QHBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self.response, 3)
        beside.addWidget(self.sentence, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.facts)
        column.addWidget(title)
        column.addLayout(beside, 1)
        self._rows: Rows = ()

    def show_story(self, story: Story) -> None:
        """Shows the kernel of the filter whose output is on the stage."""
        rows = kernel_rows(shown_kernel(story))
        if rows == self._rows:
            return
        self._rows = rows
        self.facts.show_fact(SUM, shown(analysis.gain(rows)))
        self.facts.show_fact(SEPARABLE, tr(separability(rows)))
        self.facts.show_fact(SYMMETRY, tr(analysis.describe_symmetry(rows)))
        self.response.show_image(heat_image(analysis.frequency_response(rows)))
        self.sentence.setText(tr(analysis.describe_response(rows)))
        self._make_room()

    def _make_room(self) -> None:
        """A label that wraps tells a scroll area nothing of the height it needs."""
        self.sentence.setMinimumHeight(max(0, self.sentence.heightForWidth(self.sentence.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


def separability(rows: Rows) -> Message:
    """The factors, "yes: [1 2 1]ᵀ·[−1 0 1]", or how many kernels it takes, "no, rank 3"."""
    factors = analysis.separable(rows)
    if factors is None:
        return msg("no, rank {rank}", rank=analysis.rank(rows))
    return msg("yes: {column}ᵀ·{row}", column=_vector(factors.column), row=_vector(factors.row))


def _vector(weights: tuple[float, ...]) -> str:
    words = [_short(weight) for weight in weights]
    if len(words) > LONGEST:
        words = [*words[:2], "…", *words[-2:]]
    return f"[{' '.join(words)}]"


def _short(weight: float) -> str:
    """Three significant digits do for a factor."""
    return shown(float(f"{weight:.3g}"))


class Response(QWidget):
    """|H| over the frequencies from −½ to ½ cycles per pixel, 0 in the middle; its axes are labelled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        font = QApplication.font()
        font.setPixelSize(QFontInfo(font).pixelSize() - 2)
        self.setFont(font)
        say_as(self, Role.Chart, tr("Frequency response"))
        self.setToolTip(
            tr(
                "How strongly waves of each frequency pass: dark not at all, yellow most. "
                "Flat areas are in the middle, the finest stripes at ±½ cycle per pixel."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Shows the magnitude as an image, frequency 0 in its middle."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(178, 178)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, 110)

    @property
    def square(self) -> QRectF:
        """Where the frequencies are drawn; the axes stand left of it and below."""
        metrics = self.fontMetrics()
        left, below = metrics.horizontalAdvance("−½") + 5, metrics.height() + 3
        side = min(self.width() - left - 4, self.height() - below - 4, LARGEST)
        return QRectF(left, 3, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics, box = self.fontMetrics(), self.square
        side = box.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self._image)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1))
        for place, text in ((0.0, "−½"), (0.5, "0"), (1.0, "½")):
            x, y = box.left() + place * side, box.top() + place * side
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x, box.bottom() + 3))
            painter.drawLine(QPointF(box.left() - 3, y), QPointF(box.left(), y))
            wide = metrics.horizontalAdvance(text)
            start = min(max(x - wide / 2, box.left() - 3), box.right() - wide + 3)
            painter.drawText(QPointF(start, box.bottom() + 3 + metrics.ascent()), text)
            base = min(max(y + metrics.ascent() / 2 - 1, box.top() + metrics.ascent() - 2), box.bottom())
            painter.drawText(QPointF(box.left() - 5 - wide, base), text)
