"""How different two colours look: CIEDE2000, written here to judge the program's palettes from outside."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from convviz.core.colour_vision import linear

Lab = tuple[float, float, float]


def lab_of(rgb: tuple[int, int, int]) -> Lab:
    """CIELAB under D65 of an sRGB colour. Source: IEC 61966-2-1; CIE 15:2004."""
    r, g, b = (float(part) for part in linear(rgb))
    xyz = (
        (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
        0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in xyz)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def difference(one: Lab, other: Lab) -> float:
    """ΔE00. Source: G. Sharma, W. Wu & E. N. Dalal, Color Research & Application 30(1), 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - sqrt(mean / (mean + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = h2 - h1
    turn += 360 * ((turn < -180) - (turn > 180))
    if c1 * c2 == 0:
        turn, hue = 0.0, h1 + h2
    else:
        hue = (h1 + h2) / 2 if abs(h1 - h2) <= 180 else (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    dl = (l2 - l1) / (1 + 0.015 * (lightness - 50) ** 2 / sqrt(20 + (lightness - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * chroma)
    dh = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * t)
    twist = 60 * exp(-(((hue - 275) / 25) ** 2))
    rotation = -sin(radians(twist)) * 2 * sqrt(chroma**7 / (chroma**7 + 25**7))
    return sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)
