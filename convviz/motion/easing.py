"""How a movement starts and ends. Each curve maps 0..1 to 0..1."""

from __future__ import annotations


def linear(a: float) -> float:
    """At the same speed throughout."""
    return a


def smooth(a: float) -> float:
    """Slow, fast, slow: 3a² − 2a³, the cubic with flat ends."""
    return a * a * (3 - 2 * a)


def between(start: float, end: float, a: float) -> float:
    """The place a of the way from start to end."""
    return start + (end - start) * a
