"""Large numbers as people read them."""

from __future__ import annotations

from convviz.i18n import Message, msg


def size(count: int) -> Message:
    """A number of bytes in bytes, KB, MB, GB or TB of 1000, three digits long."""
    for unit, text in ((10**12, "{n} TB"), (10**9, "{n} GB"), (10**6, "{n} MB"), (10**3, "{n} KB")):
        if count >= unit:
            value = count / unit
            return msg(text, n=f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f}")
    return msg("{n} bytes", n=count)


def grouped(count: int) -> str:
    """12345678 as "12,345,678"."""
    return f"{count:,}"
