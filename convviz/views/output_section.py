"""The rows of what goes in and what is shown: channels, feature maps, colours."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from convviz.i18n import msg, tr
from convviz.labs.story import Story
from convviz.scene.scene import with_filters
from convviz.views.choices import Choice, Option
from convviz.views.entries import read_whole
from convviz.views.fields import Field
from convviz.views.sections import Section

T = TypeVar("T")

MOST_FILTERS = 8
CHANNELS: tuple[Option, ...] = (
    ("luma", "luma"),
    ("r", "R"),
    ("g", "G"),
    ("b", "B"),
    ("all", "all (R, G, B)"),
)
MIXES: tuple[Option, ...] = (("each", "each by itself"), ("sum", "summed into one"))
SHOWS: tuple[Option, ...] = (
    ("signed", "signed"),
    ("absolute", "absolute"),
    ("clamp", "clamp"),
    ("offset", "offset 128"),
    ("stretch", "stretch"),
)
READ_TIP = "How a colour picture is read: its brightness, one of its channels, or all three."
GREY_TIP = "This picture is grey: it has only one channel."


class OutputSection(Section):
    """Channels; with several of them, how they mix, how many filters there are, which map is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.channel = Choice("Channels", CHANNELS)
        self._channel_row = self.add("Channels", self.channel, tip=READ_TIP)
        self.ask_scene(self.channel, self._channel_row, "channel")
        self.mix = Choice("Mix", MIXES)
        tip = (
            "Each channel is filtered by itself, or all are summed into one map, as in a layer of a network."
        )
        self._mix_row = self.add("Mix", self.mix, tip=tip)
        self.ask_layer(self.mix, self._mix_row, "mix")
        self.filters = Field("Filters", partial(read_whole, "Filters", least=1, most=MOST_FILTERS), str)
        said = "1 to {most}: each filter makes a feature map. A new one begins as a copy of the last."
        self._filters_row = self.add("Filters", self.filters, tip=msg(said, most=MOST_FILTERS))
        self.ask_by(self.filters, self._filters_row, self._ask_filters)
        self.output = Choice("Output channel", ())
        self._output_row = self.add("Feature map", self.output, tip="The output channel on the stage.")
        self.ask_scene(self.output, self._output_row, "output")
        self.show_as = Choice("Show output", SHOWS)
        tip = "How values become colours. The numbers in the cells are always the true ones."
        self.ask_scene(self.show_as, self.add("Show output", self.show_as, tip=tip), "show")

    def show_colour(self, colour: bool) -> None:
        """Whether the picture has channels to choose from."""
        self.channel.setEnabled(colour)
        self._channel_row.explain(READ_TIP if colour else GREY_TIP)

    def show_story(self, story: Story) -> None:
        """Shows the story's channels and maps; what there is no choice of is not shown."""
        super().show_story(story)
        layer, channels, maps = story.scene.layer, story.x.shape[0], story.shape[0]
        self.channel.show_value(story.scene.channel)
        self._channel_row.setVisible(story.reads_picture)
        self._mix_row.setVisible(layer.mixes and channels > 1)
        self._filters_row.setVisible(False)
        if layer.has_filters:
            layer = with_filters(layer)
            summed = channels > 1 and layer.mix == "sum"
            self._filters_row.setVisible(summed or not layer.mixes or len(layer.filters) > 1)
            self.mix.show_value(layer.mix)
            self.filters.show_value(len(layer.filters))
        self._output_row.setVisible(maps > 1 and story.through is None)
        self.output.offer(_maps(story))
        self.output.show_value(story.output)
        self.show_as.show_value(story.scene.show)

    def _ask_filters(self, count: int, gesture: object) -> None:
        assert self.story is not None
        layer = with_filters(self.story.scene.layer)
        self.layer_requested.emit(
            {"filters": resized(layer.filters, count), "bias": resized(layer.bias, count)}, gesture
        )


def resized(kept: tuple[T, ...], count: int) -> tuple[T, ...]:
    """The first `count` of them, the last one repeated where there are fewer."""
    return (kept + kept[-1:] * count)[:count]


def _maps(story: Story) -> list[Option]:
    """The output channels: by the letter of the channel where each is filtered by itself, else by filter."""
    groups = getattr(story.spec, "groups", 3)
    if story.shape[0] % 3 or groups != 3 or story.x.shape[0] != 3:
        name = "filter {n}" if story.scene.layer.has_filters else "{n}"
        return [(n, msg(name, n=n)) for n in range(story.shape[0])]
    filters = story.shape[0] // 3
    names = [tr(letter) for letter in "RGB"]
    return [
        (n, names[n // filters] + (f", {n % filters}" if filters > 1 else "")) for n in range(story.shape[0])
    ]
