"""What the program refuses, as data: a code and the offending values.

A refusal is raised where the rule is known and put into words where it is shown: `str(error)` is the
English sentence, `error.message` the same for translation.
"""

from __future__ import annotations

from convviz.i18n import Message, msg


class Refusal(ValueError):
    """Input that cannot be used. Attributes: code, and values by name."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(str(self.message))

    @property
    def message(self) -> Message:
        """The sentence a person reads, ready for translation."""
        return msg(SENTENCES[self.code], **self.values)


class SpecError(Refusal):
    """Parameters that describe no computation: a stride of 0, a window larger than its input."""


class ImageError(Refusal):
    """A file that is not a picture this program can open, or a place where none can be written."""


class KernelError(Refusal):
    """A text that is not a kernel."""


SENTENCES = {
    # --- SpecError: spec.py, sizes.py, functional.py
    "not_positive": "{name} must be at least 1, not {value}.",
    "negative": "{name} must not be negative, but is {value}.",
    # --- ImageError: images.py
    # --- KernelError: kernels.py, kernel_text.py
}
