"""The export dialog: which format, how large, which steps, how fast; and how far an export has come."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from convviz import assets
from convviz.export import EXPORTERS
from convviz.export.exporter import Exporter
from convviz.export.run import LEAST_SIDE, MOST_SIDE
from convviz.i18n import Message, language, languages, msg, own_name, tr
from convviz.labs.story import Story
from convviz.motion.shots import Shots
from convviz.paint.theme import THEMES
from convviz.scene.scene import MAX_SPEED, MIN_SPEED
from convviz.views.choices import Choice
from convviz.views.export_fields import a_between, a_button, a_label, a_spin
from convviz.views.menus import THEME_NAMES
from convviz.views.preview import Preview
from convviz.views.style import px

FORM = (400, 520)
"""Pixels of width that the choices take at least and at most."""
VIEW, PAGE, LESSON = "view", "page", "lesson"
"""What can be exported: what the window shows, the lesson's page, all of the lesson."""
SIZES: tuple[tuple[tuple[int, int], str], ...] = (
    ((960, 540), "960 × 540, for a web page"),
    ((1280, 720), "1280 × 720"),
    ((1920, 1080), "1920 × 1080, for a projector"),
    ((2560, 1440), "2560 × 1440"),
    ((3840, 2160), "3840 × 2160, 4K"),
    ((1080, 1080), "1080 × 1080, square"),
)


class ExportDialog(QDialog):
    """Shows and asks; it exports nothing itself."""

    changed = Signal()
    """Something else is chosen."""
    export_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export film or picture"))
        self._story: Story | None = None
        self._running = False
        self._ticks: int | None = None
        self._make_controls()
        self._make_answers()
        self._lay_out()
        self._connect()
        self._show_format()

    # --- making

    def _make_controls(self) -> None:
        self.what = Choice("What", ((VIEW, "The present view"),))
        self.what.show_value(VIEW)
        self.format = Choice("Format", [(row.id, row.title) for row in EXPORTERS])
        self.format.show_value("gif")
        self.size_choice = Choice("Picture size", SIZES)
        self.size_choice.setPlaceholderText(tr("Other"))
        self.size_choice.show_value((960, 540))
        self.wide = a_spin("Width in pixels", LEAST_SIDE, MOST_SIDE, 960)
        self.tall = a_spin("Height in pixels", LEAST_SIDE, MOST_SIDE, 540)
        self.fps = a_spin("Frames per second", 1, 60, self.exporter.fps)
        self.first = a_spin("First step", 1, 1, 1)
        self.last = a_spin("Last step", 1, 1, 1)
        self.speed = QDoubleSpinBox()
        self.speed.setRange(MIN_SPEED, MAX_SPEED)
        self.speed.setDecimals(2)
        self.speed.setLocale(QLocale.c())  # a point, as everywhere else in the program
        self.speed.setAccessibleName(tr("Steps per second"))
        self.theme = Choice("Theme", [(name, THEME_NAMES[name]) for name in THEMES])
        self.theme.show_value(THEMES[0])
        folder = assets.path("i18n")
        named = [(code, msg("{name}", name=own_name(code, folder))) for code in languages(folder)]
        self.language = Choice("Language", named)
        self.language.show_value(language())
        self.title_line = QLineEdit()
        self.title_line.setAccessibleName(tr("Title"))
        self.title_line.setPlaceholderText(tr("none"))
        self._tell()

    def _tell(self) -> None:
        for widget, tip in (
            (self.what, "What is on the stage, or a lesson with its texts, its questions and their answers"),
            (self.format, "What is written: a film, or a picture of the present moment"),
            (self.size_choice, "Usual sizes in pixels"),
            (self.wide, "Width in pixels; what is on the stage is enlarged to fill it"),
            (self.tall, "Height in pixels; what is on the stage is enlarged to fill it"),
            (self.fps, "Pictures in each second of the film"),
            (self.first, "The step that the film begins with"),
            (self.last, "The step that the film ends with"),
            (self.speed, "Steps in each second; up to 3, every phase of a step is seen"),
            (self.theme, "Colours of the film or picture"),
            (self.language, "The language of every text in the film or picture"),
            (self.title_line, "A line above the stage; none when this is empty"),
        ):
            widget.setToolTip(tr(tip))

    def _make_answers(self) -> None:
        self.preview = Preview()
        self.preview.setAccessibleName(tr("Preview"))
        self.preview.setToolTip(tr("The present moment as it will be exported"))
        self.length = a_label("muted")
        self.message = a_label("muted")
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(px(40))
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.setToolTip(tr("How far the export has come"))
        self.export_button = a_button("Export…", "Asks where to write it, and writes it", "primary")
        self.stop_button = a_button("Stop", "Gives the export up; no file is left behind")
        self.close_button = a_button("Close", "Closes this window; an export goes on", keys="Esc")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.preview, 1)
        left.addWidget(self.length)
        left.addStretch()
        upper = QHBoxLayout()
        upper.setSpacing(18)
        upper.addLayout(left, 1)
        upper.addWidget(self._form(), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress, 3)
        buttons.addStretch(1)
        for button in (self.stop_button, self.export_button, self.close_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(upper, 1)
        column.addWidget(self.message)
        column.addLayout(buttons)
        self.progress.hide()
        self.stop_button.hide()
        self.show_lesson(None)

    def _form(self) -> QWidget:
        form = QGridLayout()
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        self._rows: dict[str, list[QWidget]] = {}
        for name, text, fields in (
            ("what", "What", (self.what,)),
            ("format", "Format", (self.format,)),
            ("size", "Size", (self.size_choice,)),
            ("pixels", "Pixels", (self.wide, a_between("×"), self.tall)),
            ("steps", "Steps", (self.first, a_between(tr("to")), self.last)),
            ("speed", "Steps per second", (self.speed,)),
            ("fps", "Frames per second", (self.fps,)),
            ("theme", "Theme", (self.theme,)),
            ("language", "Language", (self.language,)),
            ("title", "Title", (self.title_line,)),
        ):
            self._add_row(form, name, text, fields)
        choices = QWidget()
        choices.setMinimumWidth(px(FORM[0]))
        choices.setMaximumWidth(px(FORM[1]))
        right = QVBoxLayout(choices)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(form)
        right.addStretch(1)
        return choices

    def _add_row(self, form: QGridLayout, name: str, text: str, fields: tuple[QWidget, ...]) -> None:
        label, row = QLabel(tr(text)), form.rowCount()
        label.setBuddy(fields[0])
        form.addWidget(label, row, 0)
        line = QHBoxLayout()
        line.setSpacing(8)
        for field in fields:
            line.addWidget(field, 0 if isinstance(field, QLabel) else 1)
        form.addLayout(line, row, 1)
        self._rows[name] = [label, *fields]

    def _connect(self) -> None:
        self.what.value_requested.connect(lambda value, _: self.choose(value))
        self.format.value_requested.connect(lambda value, _: self._choose_format(value))
        self.size_choice.value_requested.connect(lambda size, _: self._choose_size(size))
        for choice in (self.theme, self.language):
            choice.value_requested.connect(lambda value, _, choice=choice: self._choose(choice, value))
        for spin in (self.wide, self.tall):
            spin.valueChanged.connect(self._show_size)
        self.first.valueChanged.connect(self.last.setMinimum)
        self.last.valueChanged.connect(self.first.setMaximum)
        for field in (self.first, self.last, self.fps, self.speed, self.wide, self.tall):
            field.valueChanged.connect(self._change)
        self.title_line.textChanged.connect(self._change)
        self.export_button.clicked.connect(self.export_requested)
        self.stop_button.clicked.connect(self.stop_requested)
        self.close_button.clicked.connect(self.close)

    # --- what is chosen

    @property
    def exporter(self) -> Exporter:
        """The format's row."""
        return next(row for row in EXPORTERS if row.id == self.format.value)

    @property
    def choices(self) -> dict[str, Any]:
        """The values of a Take, by name; the pages of a lesson have steps, speeds and titles of their own."""
        common = {
            "size": (self.wide.value(), self.tall.value()),
            "theme": self.theme.value,
            "fps": self.fps.value(),
            "language": self.language.value,
        }
        if self.what.value != VIEW:
            return common
        return {
            **common,
            "first": self.first.value() - 1,
            "last": self.last.value() - 1,
            "speed": self.speed.value(),
            "title": self.title_line.text().strip(),
        }

    def _choose_format(self, name: str) -> None:
        self.format.show_value(name)
        self.fps.setValue(self.exporter.fps)
        self._show_format()
        self._change()

    def _choose_size(self, size: tuple[int, int]) -> None:
        self.size_choice.show_value(size)
        self.wide.setValue(size[0])
        self.tall.setValue(size[1])

    def _choose(self, choice: Choice, value: str) -> None:
        choice.show_value(value)
        self._change()

    def choose(self, what: str) -> None:
        """What is to be exported: VIEW, PAGE or LESSON."""
        self.what.show_value(what)
        self._show_format()
        self._change()

    def _change(self) -> None:
        self._ticks = None
        self._show_length()
        self.changed.emit()

    # --- showing

    def show_story(self, story: Story) -> None:
        """Another story; its whole length is chosen when it is another than before."""
        before, self._story = self._story, story
        if before is None or before.timeline.steps != story.timeline.steps:
            steps = story.timeline.steps
            for spin, value in ((self.first, 1), (self.last, steps)):
                spin.blockSignals(True)
                spin.setRange(1, steps)
                spin.setValue(value)
                spin.blockSignals(False)
        if before is None or before.scene.speed != story.scene.speed:
            self.speed.setValue(story.scene.speed)
        self._show_length()

    def show_lesson(self, number: int | None, count: int = 0) -> None:
        """Offers a lesson, open at a page (from 0) of so many; None where there is none."""
        for widget in self._rows["what"]:
            widget.setVisible(number is not None)
        options: list[tuple[str, str | Message]] = [(VIEW, "The present view")]
        if number is not None:
            options.append((PAGE, msg("Page {n} of the lesson", n=number + 1)))
            options.append((LESSON, msg("The whole lesson, {n} pages", n=count)))
        before = self.what.value
        self.what.offer(options)
        if self.what.value is None or before is None:
            self.choose(VIEW)

    def show_theme(self, name: str) -> None:
        """The theme to begin with."""
        self.theme.show_value(name)

    def show_preview(self, image: QImage) -> None:
        """What will be exported, in a frame of its own."""
        self.preview.show_image(image)

    def show_lesson_length(self, ticks: int) -> None:
        """How many frames the film of the lesson's pages has."""
        self._ticks = ticks
        self._show_length()

    def show_refusal(self, message: Message | None) -> None:
        """Why this cannot be exported, or that it can."""
        if message is not None:
            self._say(message, "error")
        elif self.message.property("role") == "error":
            self._say(msg(""), "muted")
        self.export_button.setEnabled(message is None and not self._running)

    def show_start(self, name: str) -> None:
        """An export has begun."""
        self._show_running(True)
        self.progress.setValue(0)
        self._say(msg("Exporting {name} …", name=name), "muted")

    def show_progress(self, part: float, seconds: float) -> None:
        """How far it has come, and how long it will take."""
        if not self._running:
            return
        self.progress.setValue(round(part * 1000))
        percent = round(part * 100)
        if seconds < 0:
            said = msg("{percent} %", percent=percent)
        else:
            said = msg("{percent} %, about {seconds} s left", percent=percent, seconds=round(seconds))
        self._say(said, "muted")

    def show_end(self, message: Message, failed: bool = False) -> None:
        """It has ended: what was written, or why nothing was."""
        self._show_running(False)
        self._say(message, "error" if failed else "muted")

    def _show_running(self, running: bool) -> None:
        self._running = running
        self.progress.setVisible(running)
        self.stop_button.setVisible(running)
        self.export_button.setEnabled(not running)

    def _say(self, message: Message, role: str) -> None:
        self.message.setProperty("role", role)
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)
        self.message.setText(tr(message))

    def _show_format(self) -> None:
        """A picture has no steps, no speed; a film has what its format can hold, a lesson's its own."""
        moving, view = self.exporter.moving, self.what.value == VIEW
        for name, there in (("steps", moving and view), ("speed", moving and view), ("fps", moving)):
            for widget in self._rows[name]:
                widget.setEnabled(there)
        for widget in self._rows["title"]:
            widget.setEnabled(view)
        self.fps.setMaximum(self.exporter.most_fps)

    def _show_size(self) -> None:
        self.size_choice.show_value((self.wide.value(), self.tall.value()))

    def _show_length(self) -> None:
        """How long the film is."""
        if self._story is None:
            return
        if not self.exporter.moving:
            view = self.what.value == VIEW
            said = "One picture, of the present moment" if view else "One picture, of the lesson's page"
            self.length.setText(tr(said))
            return
        if self.what.value != VIEW:
            self.length.setText(tr(self._lesson_length()))
            return
        chosen = self.choices
        shots = Shots(self._story.timeline, chosen["first"], chosen["last"], chosen["speed"], chosen["fps"])
        length = msg("{seconds} s, {frames} frames", seconds=f"{shots.seconds:.1f}", frames=shots.ticks)
        self.length.setText(tr(length))

    def _lesson_length(self) -> Message:
        if self._ticks is None:
            return msg("Each page as long as it takes to read it and watch it")
        minutes, seconds = divmod(round(self._ticks / self.fps.value()), 60)
        return msg(
            "{minutes}:{seconds} minutes, {frames} frames: time to read and to watch",
            minutes=minutes,
            seconds=f"{seconds:02}",
            frames=self._ticks,
        )
